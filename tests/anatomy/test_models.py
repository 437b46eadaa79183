"""What the states of the anatomy explorers refuse, and in which words."""

import pytest

from spine_edu.anatomy.column.model import ColumnState, level_card
from spine_edu.anatomy.roots.model import RootsState, zones


@pytest.mark.parametrize(
    "state, change, words",
    [
        (ColumnState, {"disc": "L6-7"}, "not an option"),
        (ColumnState, {"disc": "C1-2"}, "not an option"),
        (ColumnState, {"lordosis": 200}, "outside the range"),
        (ColumnState, {"loss": -1}, "outside the range"),
        (ColumnState, {"stature": "tall"}, "not a number"),
        (ColumnState, {"layer": "5"}, "not an option"),
        (ColumnState, {"view": "below"}, "not an option"),
        (RootsState, {"level": "L6-7"}, "not an option"),
        (RootsState, {"zone": "behind"}, "not an option"),
        (RootsState, {"side": "both"}, "not an option"),
    ],
)
def test_bad_settings_are_refused(state, change, words):
    with pytest.raises(ValueError, match=words):
        state(**change)


@pytest.mark.parametrize("ask", [level_card, zones])
def test_an_unknown_disc_has_no_card_and_no_zones(ask):
    with pytest.raises(ValueError, match="There is no disc 'C1-2'; the 23 discs run from C2-3 to L5-S1"):
        ask("C1-2")
