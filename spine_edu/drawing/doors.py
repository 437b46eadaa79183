"""Cards that go from door to door: the frames of a run in which one goes after the other."""

#: At which parts of the way to the next frame one looks whether a name is covered.
_LOOKED = (0, 0.25, 0.5, 0.75, 1)


class Way:
    """Where all cards lie at each frame; a picture says how a card goes and which names it covers on its way.

    Attributes
    ----------
    going : list of str
        The cards that change the door, in the order of the pile.
    places : list of dict
        Card -> where it lies, one a frame.
    moving : list of str or None
        The card on its way, one a frame; None at both ends.
    last : list of str or None
        The card on its way, or the one that was last, one a frame; None before the first.
    frames : int
        Frames of one card: it rests, is taken up, and is carried.

    Parameters
    ----------
    pile : sequence of str
        The cards.
    mine, final : dict
        Card -> its door, before and after.
    places : callable
        Doors -> where each card lies, as a dict of tuples of float.
    hidden : tuple of float
        Where a card lies whose name cannot be read.
    carried : int
        In how many steps a card is carried.
    """

    def __init__(self, pile, mine, final, *, places, hidden, carried):
        self._places_of, self._hidden, self._carried, self.frames = places, hidden, carried, carried + 2
        self.going = [card for card in pile if mine.get(card) != final[card]]
        self._stages = [dict(mine)]
        for card in self.going:
            self._stages.append({**self._stages[-1], card: final[card]})
        count = self.frames * max(len(self.going), 1) + 1
        self.places = [self._at(frame) for frame in range(count)]
        # At rest nothing is lifted: what lies over one card never glides to the next.
        self.moving = [
            self.going[frame // self.frames] if self.going and frame % self.frames else None for frame in range(count)
        ]
        self.last = [
            self.going[max(frame - 1, 0) // self.frames] if self.going and frame else None for frame in range(count)
        ]

    def names(self):
        """Return a short name a frame."""
        gone = [min(-(-frame // self.frames), len(self.going)) for frame, _ in enumerate(self.places)]
        return [f"{number} of {len(self.going)} cards" for number in gone]

    def doors(self):
        """Yield, one a frame, card -> its door; a card on its way still has the one that it left."""
        for frame, _ in enumerate(self.places):
            yield self._stage(frame // self.frames)

    def seen(self):
        """Yield, one a frame, card -> whether its name can be read: not on the pile, nor under the card on its way.

        Words stand until the next frame, so what is covered on the way to it counts.
        """
        for frame, (at, moving) in enumerate(zip(self.places, self.moving, strict=True)):
            then = self.places[min(frame + 1, len(self.places) - 1)]
            yield {
                card: place != self._hidden and (moving in (None, card) or not self.covers(at, then, moving, card))
                for card, place in at.items()
            }

    def covers(self, at, then, moving, card):
        """Return whether the card on its way lies over another one's name between two frames."""
        raise NotImplementedError

    def shares(self, share, count):
        """Return how far each coordinate of a place has come when so much of the way is done."""
        return [share] * count

    def _stage(self, number):
        return self._stages[min(number, len(self._stages) - 1)]

    def _at(self, frame):
        stage, part = divmod(frame, self.frames)
        before, after = (self._places_of(self._stage(one)) for one in (stage, stage + 1))
        share = max(part - 1, 0) / self._carried
        return {
            card: tuple(map(between, place, after[card], self.shares(share, len(place))))
            for card, place in before.items()
        }


class Sideways(Way):
    """Cards that go sideways in their own row first, and then to their place; over few others.

    Attributes a subclass sets
    --------------------------
    reach : tuple of float
        Half the width and half the height of a card and of a name together, without the height of the card on its way.
    """

    reach = ()

    def shares(self, share, count):
        """Return first the way across, then all the rest."""
        return [min(2 * share, 1), *[max(2 * share - 1, 0)] * (count - 1)]

    def covers(self, at, then, moving, card):
        """Return whether the name lies under the card at any part of the way; its edge alone does not count."""
        reach = self.reach[0], max(at[moving][2], then[moving][2]) + self.reach[1]
        return any(
            all(
                abs(between(at[card][axis] - at[moving][axis], then[card][axis] - then[moving][axis], part)) < most
                for axis, most in enumerate(reach)
            )
            for part in _LOOKED
        )


def between(start, end, share):
    """Return the number that lies at a share of the way from one to another."""
    return start + (end - start) * share
