"""The way of the cards from the reader's rungs to those of the studies: one card after the other."""

from spine_edu.drawing import doors
from spine_edu.prevention.advice.model import pile
from spine_edu.prevention.advice.places import HALF, PILE, places

_CARRIED = 3


class Way(doors.Way):
    """Where all cards hang at each frame; places are middle across, middle down, and half a card's height.

    Parameters
    ----------
    mine, final : dict
        Card -> its rung, before and after.
    """

    def __init__(self, mine, final):
        super().__init__(pile(), mine, final, places=places, hidden=PILE, carried=_CARRIED)

    def covers(self, at, then, moving, card):
        """Return whether the cards lie on each other at one of the two frames."""
        return any(
            abs(place[card][0] - place[moving][0]) < 2 * HALF[0]
            and abs(place[card][1] - place[moving][1]) < place[card][2] + place[moving][2]
            for place in (at, then)
        )
