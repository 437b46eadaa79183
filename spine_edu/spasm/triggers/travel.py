"""The way of the cards from the reader's doors to those of the studies: one card after the other."""

from spine_edu.spasm.triggers.model import pile
from spine_edu.spasm.triggers.places import HALF, PILE, places

#: Frames of one card: it rests, is taken up, and is carried in three steps.
FRAMES = 5
_CARRIED = 3


class Way:
    """Where all cards lie at each frame.

    Attributes
    ----------
    going : list of str
        The cards that change the door, in the order of the pile.
    places : list of dict
        Card -> where its middle lies, one a frame.
    moving : list of str or None
        The card on its way, one a frame; None while all rest.
    last : list of str or None
        The card on its way, or the one that was last; None before the first.

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
        self.places = [self._between(*divmod(frame, FRAMES)) for frame in range(count)]
        self.moving = [self.going[frame // FRAMES] if self.going and frame % FRAMES else None for frame in range(count)]

        self.last = [
            self.going[max(frame - 1, 0) // FRAMES] if self.going and frame else None for frame in range(count)
        ]

    def names(self):
        """Return a short name a frame."""
        gone = [min(-(-frame // FRAMES), len(self.going)) for frame, _ in enumerate(self.places)]
        return [f"{number} of {len(self.going)} cards" for number in gone]

    def seen(self):
        """Yield, one a frame, card -> whether its name can be read: not on the pile, nor under the moving card.

        Words stand until the next frame, and what is covered there is covered on the way to it.
        """
        for frame, (at, moving) in enumerate(zip(self.places, self.moving, strict=True)):
            then = self.places[min(frame + 1, len(self.places) - 1)]
            yield {
                card: place != PILE and not any(_covered(card, moving, one) for one in (at, then))
                for card, place in at.items()
            }

    def _between(self, stage, part):
        before, after = (places(self._stages[min(one, len(self._stages) - 1)]) for one in (stage, stage + 1))
        share = max(part - 1, 0) / _CARRIED
        return {
            card: tuple(one + (other - one) * share for one, other in zip(place, after[card], strict=True))
            for card, place in before.items()
        }


def _covered(card, moving, at):
    """Whether a card lies under the one that is on its way."""
    if moving is None or card == moving:
        return False
    return all(abs(one - other) < 2 * half for one, other, half in zip(at[card], at[moving], HALF, strict=True))
