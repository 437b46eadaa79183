"""The way of the cards from the reader's doors to those of a list: one card after the other."""

from spine_edu.diagnosis.urgency.model import pile
from spine_edu.diagnosis.urgency.places import HALF, PILE, places

#: Frames of one card: it rests, is taken up, is carried in six steps.
FRAMES = 8
_CARRIED = 6
#: Half the width and height of a name, and at which parts of the way to the next frame one looks whether it is covered.
_NAME = (6.5, 0.9)
_BETWEEN = (0, 0.25, 0.5, 0.75, 1)


class Way:
    """Where all cards lie at each frame.

    Attributes
    ----------
    going : list of str
        The cards that change the door, in the order of the pile.
    places : list of dict
        Card -> where its middle lies, one a frame.
    moving : list of str or None
        The card on its way, one a frame; None at both ends.

    Parameters
    ----------
    mine, final : dict
        Card -> its door, before and after.
    """

    def __init__(self, mine, final):
        self.going = [card for card in pile() if mine.get(card) != final[card]]
        self._stages = [dict(mine)]
        for card in self.going:
            self._stages.append({**self._stages[-1], card: final[card]})
        count = FRAMES * max(len(self.going), 1) + 1
        self.places = [self._between(frame) for frame in range(count)]
        # At rest nothing is lifted: what lies over one card never glides to the next.
        self.moving = [self.going[frame // FRAMES] if self.going and frame % FRAMES else None for frame in range(count)]

    def names(self):
        """Return a short name a frame."""
        gone = [min(-(-frame // FRAMES), len(self.going)) for frame, _ in enumerate(self.places)]
        return [f"{number} of {len(self.going)} cards" for number in gone]

    def doors(self):
        """Yield, one a frame, card -> its door; a card on its way still has the one that it left."""
        for frame, _ in enumerate(self.places):
            yield self._stages[min(frame // FRAMES, len(self._stages) - 1)]

    def seen(self):
        """Yield, one a frame, card -> whether its name can be read: not on the pile, nor under the card on its way.

        Words stand until the next frame, so all of the way to it counts. A card of which the edge alone is covered
        keeps its name.
        """
        for frame, (at, moving) in enumerate(zip(self.places, self.moving, strict=True)):
            then = self.places[min(frame + 1, len(self.places) - 1)]
            yield {card: place != PILE and not _covered(card, moving, at, then) for card, place in at.items()}

    def _between(self, frame):
        stage, part = divmod(frame, FRAMES)
        before, after = (places(self._stages[min(one, len(self._stages) - 1)]) for one in (stage, stage + 1))
        share = max(part - 1, 0) / _CARRIED
        # First sideways in its own row, then to its place, while the others close up: so it lies over few cards.
        shares = min(2 * share, 1), *[max(2 * share - 1, 0)] * 2
        return {card: tuple(map(_part, place, after[card], shares)) for card, place in before.items()}


def _covered(card, moving, at, then):
    """Whether the name of a card lies under the card that is on its way, at any part of the way from `at` to `then`."""
    if moving is None or card == moving:
        return False
    reach = HALF[0] + _NAME[0], max(at[moving][2], then[moving][2]) + _NAME[1]
    apart = [
        [abs(_part(at[card][axis] - at[moving][axis], then[card][axis] - then[moving][axis], part)) for axis in (0, 1)]
        for part in _BETWEEN
    ]
    return any(all(one < limit for one, limit in zip(pair, reach, strict=True)) for pair in apart)


def _part(start, end, part):
    return start + (end - start) * part
