"""The question before the examination: what will six tests find in Noor? The spots are touched on her legs."""

from types import MappingProxyType

from spine_edu.anatomy.lines import oval, straight
from spine_edu.diagnosis.examine import legs
from spine_edu.diagnosis.examine.hidden import findings, patient, rows
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import drawn
from spine_edu.theme import LIGHT

#: Test -> its words; the six that are asked about.
THINGS = MappingProxyType(
    {
        "knee_jerk": "Knee jerk",
        "heel_walk": "Heel walk",
        "big_toe": "Big toe",
        "leg_raise": "Leg raise",
        "tiptoe": "Tiptoe",
        "heel_jerk": "Heel jerk",
    }
)
SIGNS = MappingProxyType({"stands out": "!", "as usual": "✓"})
#: How the legs stand on the veiled picture, and its edges.
_MOVED, _SCALE, _WIDE = (78.0, -107.5), 1.05, (0.0, 250.0)
_LOW, _HIGH = -4.0, 148.0


def answers():
    """Return what each of the six finds in Noor."""
    found = findings(patient("noor"))
    return {key: "stands out" if found[key].off else "as usual" for key in THINGS}


def _spot(key):
    return _placed(*legs.spot(key, "right"))


def _placed(x, y):
    return x * _SCALE + _MOVED[0], y * _SCALE + _MOVED[1]


def spots():
    """Return where the six are marked by hand, as `spine_edu.explorer.marking.Each` takes it."""
    return {"axes": ["xaxis", "yaxis"], "places": {key: list(_spot(key)) for key in THINGS}}


def veiled_touches():
    """Return what is pressed on the veiled picture, once an answer is kept."""
    things = {f"now:{key}": straight([oval(*_spot(key), 8.0, 8.0, count=13)]) for key in THINGS}
    return {"axes": ["xaxis", "yaxis"], "things": things}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return Noor's legs with the six names beside the spots, and the reader's signs once an answer is kept."""
    path = legs.veiled(_MOVED, _SCALE)
    look = {"fill": theme.solids["skin"], "fillrule": "nonzero"}
    shapes = [
        drawn("Legs, edge", path, {"color": theme.ink, "width": 2.4}, **look),
        drawn("Legs", path, {"color": theme.ink, "width": 0}, **look),
    ]
    names, signs = [], []
    for key in THINGS:
        x, y = _spot(key)
        aside = -14.0 if legs.SPOTS[key][0] == "front" else 14.0
        names.append((x + aside, y, rows()[key].label, "middle left" if aside < 0 else "middle right", theme.text()))
        sign = SIGNS.get((prediction or {}).get(key), "")
        signs.append((x, y, f"<b>{sign}</b>" if sign else "", "middle center", theme.text("prediction", 1.4)))
    hidden = {"visible": False, "fixedrange": True}
    sides = [
        (*_placed(*legs.at(view, across, 50)), side, "top center", {**theme.text(), "color": theme.muted})
        for view, pair in (("front", "RL"), ("back", "LR"))
        for across, side in zip((-9, 9), pair, strict=True)
    ]
    return {
        "data": [words("Six tests", names), words("Your expectations", signs), words("Sides", sides)],
        "layout": theme.layout(
            meta={"cut": True},
            height=theme.em(26),
            margin=dict.fromkeys("lrtb", 4),
            shapes=shapes,
            xaxis={**hidden, "range": list(_WIDE), "constrain": "domain"},
            yaxis={
                **hidden,
                "range": [_LOW, _HIGH],
                "scaleanchor": "x",
                "constrain": "domain",
                "constraintoward": "top",
            },
        ),
    }
