"""The way of the cards from the reader's doors to those of the studies: one card after the other."""

from spine_edu.drawing import doors
from spine_edu.spasm.triggers.model import pile
from spine_edu.spasm.triggers.places import HALF, PILE, places

_CARRIED = 5
#: Half the width and height of the words on a card, and at which parts of the way to the next frame one looks whether
#: they are covered.
_WORDS = (6.8, 2.9)
_BETWEEN = (0, 0.25, 0.5, 0.75, 1)


class Way(doors.Way):
    """Where all cards lie at each frame.

    Attributes
    ----------
    last : list of str or None
        The card on its way, or the one that was last; None before the first.

    Parameters
    ----------
    mine, final : dict
        Card -> its door, before and after.
    """

    def __init__(self, mine, final):
        super().__init__(pile(), mine, final, places=places, hidden=PILE, carried=_CARRIED)
        self.last = [
            self.going[max(frame - 1, 0) // self.frames] if self.going and frame else None
            for frame, _ in enumerate(self.places)
        ]

    def shares(self, share, count):
        """Return first sideways in its own row, then to its place: over few cards."""
        return [min(2 * share, 1), *[max(2 * share - 1, 0)] * (count - 1)]

    def covers(self, at, then, moving, card):
        """Return whether the words lie under the card at any part of the way; its edge alone does not count."""
        reach = HALF[0] + _WORDS[0], max(at[moving][2], then[moving][2]) + _WORDS[1]
        return any(
            all(
                abs(doors.between(at[card][axis] - at[moving][axis], then[card][axis] - then[moving][axis], part))
                < most
                for axis, most in enumerate(reach)
            )
            for part in _BETWEEN
        )
