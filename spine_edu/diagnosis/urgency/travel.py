"""The way of the cards from the reader's doors to those of a list: one card after the other."""

from spine_edu.diagnosis.urgency.model import pile
from spine_edu.diagnosis.urgency.places import HALF, PILE, places
from spine_edu.drawing import doors

_CARRIED = 6
#: Half the width and height of a name, and at which parts of the way to the next frame one looks whether it is covered.
_NAME = (6.5, 0.9)
_BETWEEN = (0, 0.25, 0.5, 0.75, 1)


class Way(doors.Way):
    """Where all cards lie at each frame; places are middle across, middle down, and half a card's height.

    Parameters
    ----------
    mine, final : dict
        Card -> its door, before and after.
    """

    def __init__(self, mine, final):
        super().__init__(pile(), mine, final, places=places, hidden=PILE, carried=_CARRIED)

    def shares(self, share, count):
        """Return first sideways in its own row, then to its place, while the others close up: over few cards."""
        return [min(2 * share, 1), *[max(2 * share - 1, 0)] * (count - 1)]

    def covers(self, at, then, moving, card):
        """Return whether the name lies under the card at any part of the way; its edge alone does not count."""
        reach = HALF[0] + _NAME[0], max(at[moving][2], then[moving][2]) + _NAME[1]
        return any(
            all(
                abs(doors.between(at[card][axis] - at[moving][axis], then[card][axis] - then[moving][axis], part))
                < most
                for axis, most in enumerate(reach)
            )
            for part in _BETWEEN
        )
