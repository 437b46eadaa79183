"""Inside the wall: from the pressure of the nucleus to the tension of the annulus."""

from spine_edu.explorers.base import Explorer
from spine_edu.explorers.predictions import Pick
from spine_edu.figures import loads_wall as drawing
from spine_edu.models import loads_wall as model
from spine_edu.words import loads_wall as wording

_PLACES = ("At the inner face", "At the outer face", "The same everywhere")


def _greatest(result):
    inner, outer = result.hoop[0], result.hoop[-1]
    return _PLACES[0] if inner > outer else _PLACES[1] if outer > inner else _PLACES[2]


class InsideTheWall(Explorer):
    """Pressure in the nucleus and tension across the wall, by a formula and as measured."""

    part = "loads_wall"
    title = "Inside the wall: pressure, tension, and where the formula stops"
    model, drawing, wording, State = model, drawing, wording, model.WallState
    first = ("force", "area", "grade")
    ask = Pick("Where in the wall is the tension around the disc greatest?", _PLACES, answer=_greatest)
    checks = {
        "half_more": lambda result: result.hoop[0] >= 1.55 and result.state.force <= 600,
        "bending": lambda result: 1.05 <= result.pressure <= 1.15,
    }
    failures = {
        "peaks": lambda result: wording.formula_change(result) < 1 < result.peak,
        "back_wall": lambda result: result.hoop[0] < result.back_wall[0],
        "geometry": lambda result: abs(result.wall - result.wall_measured) > 0.5,
    }
