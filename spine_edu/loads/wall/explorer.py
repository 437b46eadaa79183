"""Inside the wall: from the pressure of the nucleus to the tension of the annulus."""

from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session
from spine_edu.loads.wall import figure, model, words

_PLACES = ("At the inner face", "At the outer face", "The same everywhere")


def _greatest(result):
    inner, outer = result.hoop[0], result.hoop[-1]
    return _PLACES[0] if inner > outer else _PLACES[1] if outer > inner else _PLACES[2]


class InsideTheWall(Session):
    """Pressure in the nucleus and tension across the wall, by a formula and as measured."""

    part = "loads_wall"
    title = "Inside the wall: pressure, tension, and where the formula stops"
    model, figures, words, State = model, figure, words, model.WallState
    first = ("force", "area", "grade")
    ask = Pick(
        "Where in the wall is the tension around the disc greatest?",
        _PLACES,
        answer=_greatest,
        todo="Now press harder, and see whether the place stays.",
        voice="The formula says",
        tags=figure.tags(model.simulate(model.WallState()), _PLACES),
    )
    checks = {
        "half_more": lambda result: result.hoop[0] >= 1.55 and result.state.force <= 600,
        "bending": lambda result: 1.05 <= result.pressure <= 1.15,
    }
    failures = {
        "peaks": lambda result: words.formula_change(result) < 1 < result.peak,
        "back_wall": lambda result: result.hoop[0] < sum(result.back_wall) / 2,
        "geometry": lambda result: abs(result.wall - result.wall_measured) > 0.5,
    }
