"""The one-muscle lesson: a seesaw over the disc, and below it what the disc carries."""

from itertools import accumulate
from operator import itemgetter

from spine_edu import data
from spine_edu.drawing.marks import mark, said
from spine_edu.drawing.outlines import line
from spine_edu.loads.muscle.words import PARTS, kilonewtons, share
from spine_edu.theme import LIGHT

_SHORT = {"trunk": "trunk", "hands": "load", "muscle": "muscle"}
_ROLES = {"trunk": "bone", "hands": "load", "muscle": "muscle"}
#: Ends of the two axes: centimetres along the seesaw, kilonewtons below.
_REACH, _MOST = (-22, 90), 16
#: Newtons drawn as one unit of height of the seesaw, the longest arrow that fits, and the height of the heads over it.
_NEWTONS, _LONGEST, _FOOT = 1100, 3.0, 0.12
#: Marks that are lines only.
_BARE = ("line-ew", "line-ns", "circle-open")
#: Room of the two lines of words on an arrow: centimetres per px of type where the picture is narrow, and its height.
_WORDS_WIDE, _WORDS_HIGH = 1.2, 0.95


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return seesaw and compression as a plotly figure.

    Parameters
    ----------
    result, held : MuscleResult
    theme : Theme
    prediction : float, optional
        Pull of the back muscles the learner expected, in newtons.
    """
    traces = [_seesaw(result, theme), _bars(result, theme), _held(held, theme), _marks(result, theme)]
    for trace in traces:
        trace.update(hoverinfo="skip")
    return {"data": traces, "layout": _layout(result, theme, prediction)}


def _arrows(result):
    """Return (part, place, force in newtons, length as drawn) of the three forces on the lever."""
    places = {"muscle": -result.state.muscle_arm, "trunk": result.trunk_arm, "hands": result.hands_arm}
    forces = {"muscle": result.muscle, "trunk": result.trunk, "hands": result.hands}
    return [(part, places[part], forces[part], min(forces[part] / _NEWTONS, _LONGEST)) for part in places]


def _seesaw(result, theme):
    """The disc, and each force as an arrow's head and top; an arrow too long for the picture is broken off there."""
    arrows = _arrows(result)
    levels = _levels(arrows, theme.size)
    dots = [
        {
            "x": 0,
            "y": -0.28,
            "symbol": "triangle-up",
            "size": theme.size * 1.5,
            "role": "nucleus",
            "text": "disc",
            "at": "middle right",
        }
    ]
    for part, place, force, length in arrows:
        role, cut = _ROLES[part], force > _LONGEST * _NEWTONS
        dots += [
            {
                "x": place,
                "y": levels[part],
                "role": role,
                "text": f"{_SHORT[part]}<br>{force:,.0f} N",
                "at": _leaning(part, place),
            },
            {"x": place, "y": _FOOT + length, "symbol": "line-ew", "size": theme.size if cut else 0, "role": role},
            {"x": place, "y": _FOOT, "symbol": "triangle-down", "size": theme.size if force else 0, "role": role},
        ]
    return _dots("Disc and forces", dots, theme, "x", "y")


def _leaning(part, place):
    """Standing upright the trunk comes close to the muscle, so their words lean away from each other."""
    if part == "muscle":
        return "top left"
    return "top right" if part == "trunk" and place < 10 else "top center"


def _levels(arrows, size):
    """Heights of the words: on top of each arrow, and above the words of a shorter arrow close by."""
    levels = {}
    for part, place, _, length in sorted(arrows, key=itemgetter(3)):
        level = max(_FOOT + length, 0.35)
        for other, beside, _, _ in arrows:
            near = part != "muscle" != other and abs(place - beside) < _WORDS_WIDE * size
            if near and other in levels and abs(level - levels[other]) < _WORDS_HIGH:
                level = levels[other] + _WORDS_HIGH
        levels[part] = level
    return levels


def _dots(name, dots, theme, xaxis, yaxis):
    """One trace of marks and words, each with a look of its own."""

    def column(key, default):
        return [dot.get(key, default) for dot in dots]

    symbols = column("symbol", "circle")
    colors = [theme.color(role) if role else theme.ink for role in column("role", None)]
    marker = {
        "symbol": symbols,
        "size": column("size", 0),
        "color": colors,
        "opacity": 1,
        "line": {"color": colors, "width": [theme.line * (symbol in _BARE) for symbol in symbols]},
    }
    return mark(
        name,
        column("x", 0),
        column("y", 0),
        marker,
        text=column("text", ""),
        textposition=column("at", "middle right"),
        textfont={**theme.text(), "color": colors},
        xaxis=xaxis,
        yaxis=yaxis,
        cliponaxis=False,
    )


def _shapes(result, theme):
    yield line("Lever", [[(-12, 0), (84, 0)]], theme.stroke("bone", 2))
    for part, place, _, length in _arrows(result):
        yield line(
            f"Force of {PARTS[part]}",
            [[(place, _FOOT), (place, _FOOT + length)]],
            {**theme.stroke(_ROLES[part], 1.6), "dash": "solid"},
        )
    strength = data.parameter("loads_muscle.strength")
    yield line(
        "Strength of specimens",
        [[(strength.low / 1000, 0.45), (strength.high / 1000, 0.45)]],
        theme.stroke("bone"),
        axes=("x2", "y2"),
    )


def _bars(result, theme):
    widths = [result.shares[part] / 1000 for part in PARTS]
    return {
        "type": "bar",
        "name": "Compression, part by part",
        "orientation": "h",
        "xaxis": "x2",
        "yaxis": "y2",
        "x": widths,
        "base": [0, *accumulate(widths[:-1])],
        "y": [3.2] * len(PARTS),
        "width": 0.5,
        "marker": {
            "color": [theme.fill(_ROLES[part]) for part in PARTS],
            "line": {"color": [theme.color(_ROLES[part]) for part in PARTS], "width": theme.line / 2},
        },
    }


def _held(held, theme):
    place = held.compression / 1000 if held else 0
    return mark(
        "A, held: compression",
        [place],
        [2.72],
        theme.marker("held", 1.3),
        text=[f" A: {place:.2f} kN"],
        textposition="middle right",
        textfont=theme.text("held"),
        visible=held is not None,
        xaxis="x2",
        yaxis="y2",
        cliponaxis=False,
    )


def _marks(result, theme):
    """The compression in numbers, and what it may be held against: two kinds of threshold, strength of specimens."""
    screening, men, women = (
        data.value(f"loads_muscle.{name}") / 1000 for name in ("screening", "threshold_men", "threshold_women")
    )
    strength = data.parameter("loads_muscle.strength")
    low, mean, high = (number / 1000 for number in (strength.low, strength.value, strength.high))
    bar, ring = {"symbol": "line-ns", "size": theme.size}, {"symbol": "circle-open", "size": theme.size * 0.5}
    specimens = {"y": 0.45, "role": "bone"}
    return _dots(
        "Compression and yardsticks",
        [
            {"y": 3.72, "text": ", ".join(f"{_SHORT[part]} {share(result, part):.0f} %" for part in PARTS)},
            {"x": result.compression / 1000, "y": 3.2, "text": f" <b>{kilonewtons(result.compression)}</b>"},
            {"y": 2.2, "text": f"| screening {screening:.1f}, ○ protrusion {women:.1f} and {men:.1f}"},
            {"x": screening, "y": 1.7, **bar},
            {"x": men, "y": 1.7, **ring},
            {"x": women, "y": 1.7, **ring},
            {"y": 0.95, "text": f"specimens failed at {low:.1f}–{high:.1f}, mean {mean:.1f}"},
            {"x": low, **specimens, **bar},
            {"x": high, **specimens, **bar},
            {"x": mean, **specimens, "symbol": "diamond", "size": theme.size},
        ],
        theme,
        "x2",
        "y2",
    )


def _layout(result, theme, prediction):
    below = theme.axis("Compression (kN)", domain=[0, 1], range=[0, _MOST], anchor="y2", tickvals=[0, 4, 8, 12, 16])
    above = theme.axis(
        "Distance from the disc (cm)", domain=[0, 1], range=list(_REACH), anchor="y", tickvals=[0, 20, 40, 60, 80]
    )
    for axis in (below, above):
        axis["title"]["font"] = theme.text()
    guess = "" if prediction is None else f"the muscles pull with {prediction:,.0f} N"
    return theme.layout(
        height=theme.em(35 if theme.large else 39),
        barmode="overlay",
        xaxis=above,
        xaxis2=below,
        shapes=[*_shapes(result, theme)],
        yaxis={"range": [-0.95, 4.6], "domain": [0.55, 1], "visible": False, "fixedrange": True},
        yaxis2={"range": [0, 4], "domain": [0, 0.4], "visible": False, "fixedrange": True},
        annotations=[said(guess, theme)],
        margin={"l": 12, "r": 20, "t": theme.em(2), "b": theme.em(3.4)},
    )
