"""The way of the cards from the reader's doors to those of the studies: one card after the other."""

from spine_edu.drawing import doors
from spine_edu.spasm.triggers.model import pile
from spine_edu.spasm.triggers.places import HALF, PILE, places

_CARRIED = 5
#: Half the width and height of the words on a card.
_WORDS = (6.8, 2.9)


class Way(doors.Sideways):
    """Where all cards lie at each frame.

    Parameters
    ----------
    mine, final : dict
        Card -> its door, before and after.
    """

    reach = (HALF[0] + _WORDS[0], _WORDS[1])

    def __init__(self, mine, final):
        super().__init__(pile(), mine, final, places=places, hidden=PILE, carried=_CARRIED)
