"""The way of the cards from the reader's doors to those of a list: one card after the other."""

from spine_edu.diagnosis.urgency.model import pile
from spine_edu.diagnosis.urgency.places import HALF, PILE, places

#: Frames while one card goes.
FRAMES = 4


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
        self.moving = [self.going[(frame - 1) // FRAMES] if self.going and frame else None for frame in range(count)]
        self.moving[-1] = None

    def names(self):
        """Return a short name a frame."""
        return [f"{min(-(-frame // FRAMES), len(self.going))} of {len(self.going)} cards" for frame, _ in self._each()]

    def seen(self):
        """Yield, one a frame, card -> whether its name can be read: not on the pile, nor under the card on its way."""
        for at, moving in zip(self.places, self.moving, strict=True):
            yield {card: place != PILE and not _covered(card, place, moving, at) for card, place in at.items()}

    def arrived(self):
        """Yield, one a frame, the doors that cards have come to, and where the cards lie whose edges can be seen."""
        for (frame, at), moving in zip(self._each(), self.moving, strict=True):
            stage = min(-(-frame // FRAMES), len(self._stages) - 1)
            yield self._stages[stage], {card: xy for card, xy in at.items() if not _covered(card, xy, moving, at)}

    def _each(self):
        return enumerate(self.places)

    def _between(self, frame):
        stage, part = divmod(frame, FRAMES)
        before, after = (places(self._stages[min(one, len(self._stages) - 1)]) for one in (stage, stage + 1))
        share = part / FRAMES
        return {
            card: tuple(one + (other - one) * share for one, other in zip(place, after[card], strict=True))
            for card, place in before.items()
        }


def _covered(card, place, moving, at):
    """Whether a card lies under the one that is on its way."""
    if moving is None or card == moving:
        return False
    return all(abs(one - other) < 2 * half for one, other, half in zip(place, at[moving], HALF, strict=True))
