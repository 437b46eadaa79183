"""The way of the cards from the reader's doors to those of a list: one card after the other."""

from spine_edu.diagnosis.urgency.model import pile
from spine_edu.diagnosis.urgency.places import HALF, PILE, places
from spine_edu.drawing import doors

_CARRIED = 6
#: Half the width and height of a name.
_NAME = (6.5, 0.9)


class Way(doors.Sideways):
    """Where all cards lie at each frame; places are middle across, middle down, and half a card's height.

    Parameters
    ----------
    mine, final : dict
        Card -> its door, before and after.
    """

    reach = (HALF[0] + _NAME[0], _NAME[1])

    def __init__(self, mine, final):
        super().__init__(pile(), mine, final, places=places, hidden=PILE, carried=_CARRIED)
