"""Inside the wall: the cut disc under a press, the stresses below it, and what was measured instead."""

from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import curve, held_run, said, words
from spine_edu.drawing.outlines import line, shape
from spine_edu.loads.wall import press
from spine_edu.loads.wall.model import changed
from spine_edu.loads.wall.words import formula_change
from spine_edu.theme import LIGHT

_RIM, _STRESS = 26, (-1.9, 5.6)
#: The axes end above the press.
_TOP = 13.1
_AXES = ("x", "y2")
#: Heights of the names that are touched to answer, one under the other.
_TOUCHED = (4.5, 3.0, 1.5)


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return cut, stresses and comparison as a plotly figure.

    Parameters
    ----------
    result, held : WallResult
    theme : Theme
    prediction : str, optional
        Where the learner expected the tension to be greatest, in words.
    """
    traces = [*_curves(result, held, theme), _words(result, theme), _change_words(result, theme)]
    for trace in traces:
        trace["hoverinfo"] = "skip"
    shapes = [
        *press.disc(result.inner, result.outer, theme),
        press.rings(result, theme),
        press.push(result, theme),
        *press.press(result.state, result.outer, theme),
        *_levels(result, theme),
        *_bars(result, theme),
        press.place_said(prediction, result.inner, result.outer, theme),
    ]
    return {"data": traces, "layout": _layout(result, theme, prediction, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the cut disc under the press with its places named, over axes without a stress.

    What the reader has said is marked at its place.
    """
    inner, outer, below = result.inner, result.outer, press.LOW - 0.45
    rows = [
        (inner / 2, press.MIDDLE, "nucleus", "middle center", theme.text()),
        (inner, below, "inner face", "middle center", theme.text()),
        (outer, below, "outer face", "middle center", theme.text()),
        (*_forced(result), theme.text()),
    ]
    shapes = [
        *press.disc(inner, outer, theme),
        press.layers(result, theme),
        *press.press(result.state, outer, theme),
        press.place_said(prediction, inner, outer, theme),
    ]
    return {"data": [words("Names", rows, _AXES)], "layout": _layout(result, theme, prediction, shapes)}


def tags(result, options):
    """Return where the options are touched under the cut disc, as `spine_edu.explorer.asking.Pick` takes them."""
    inner, outer = result.inner, result.outer
    across = (inner, outer - 1.5, (inner + outer) / 2)
    places = {name: [x, y] for name, x, y in zip(options, across, _TOUCHED, strict=True)}
    return {"axes": ["xaxis", "yaxis2"], "places": places}


def grips(result):
    """Return the handles: the bar of the press, and the disc's inner and outer wall."""
    state, width = result.state, changed("diameter_change", result.state.grade)
    axes, spring = ("xaxis", "yaxis2"), press.bar_outline(state)
    nucleus, wall = press.faces(result.inner, result.outer)
    return [
        grip(state, "force", lambda force: (press.GRASPED, press.bar(state, force) + 0.1), axes=axes, body=spring),
        grip(state, "inner", lambda inner: (inner * width, press.MIDDLE), axes=axes, body=nucleus),
        grip(state, "outer", lambda outer: (outer, press.MIDDLE), axes=axes, body=wall),
    ]


def _forced(result):
    """The force in words, beside the bar of the press: (x, y, text, position)."""
    state = result.state
    return 9.4, press.bar(state, state.force) + 0.1, f"pressed with {state.force:,.0f} N", "middle right"


def _levels(result, theme):
    """What is level across the picture of the stresses: the pressure, and what Nachemson gives for the back."""
    (low, high), (inner, outer) = result.back_wall, (result.inner, result.outer)
    yield line(
        "Pressure in the nucleus",
        [[(0, -result.pressure), (inner, -result.pressure)]],
        theme.stroke("nucleus"),
        axes=_AXES,
    )
    yield shape(
        "Nachemson: tension in the back of the wall",
        [[(inner, low), (outer, low), (outer, high), (inner, high)]],
        fill=theme.fill("neutral"),
        edge=theme.color("neutral"),
        width=theme.line / 2,
        axes=_AXES,
        digits=2,
    )


def _curves(result, held, theme):
    axes = {"xaxis": "x", "yaxis": "y2"}
    yield held_run("A, held: tension around the wall", held, lambda run: (run.radii, run.hoop), theme, **axes)
    yield curve("Tension around the wall", result.radii, result.hoop, theme.stroke("pressure", 1.4), **axes)
    yield curve("Stress across the wall", result.radii, result.radial, {**theme.stroke("load"), "dash": "dot"}, **axes)


def _words(result, theme):
    """Names of the parts and of the curves, and the tension at both faces of the wall."""
    inner, outer, top = result.inner, result.outer, _STRESS[1]
    rows = [
        (inner / 2, press.MIDDLE, "nucleus", "middle center", None),
        (*_forced(result), None),
        (_RIM, top + 0.08, "wall: the thicker a ring, the more it is pulled", "middle left", "pressure"),
        (0.2, top - 0.7, "— tension around the wall", "middle right", "pressure"),
        (0.2, top - 1.35, "··· stress across the wall", "middle right", "load"),
        (0.2, -result.pressure - 0.4, f"pressed with {result.pressure:.2f} MPa", "middle right", "nucleus"),
        (inner, result.hoop[0], f"{result.hoop[0]:.2f} ", "middle left", "pressure"),
        (outer, max(result.hoop[-1], 0.3), f" {result.hoop[-1]:.2f}", "middle right", "pressure"),
        (outer, result.back_wall[1], "Nachemson, back, as quoted", "top left", "neutral"),
    ]
    return words("Names and numbers", [(*row, theme.text(role)) for *row, role in rows], _AXES)


def _changes(result):
    """Words, role and value of the change against a young disc: by the formula, and as measured."""
    return [
        ("this formula, tension inside", "pressure", formula_change(result)),
        ("measured, peaks of pressing in the wall", "annulus", result.peak),
    ]


def _compared(result):
    """Whether there is anything to compare with a young disc: in that one everything is × 1.00."""
    return result.state.grade > 1


def _bars(result, theme):
    for (name, role, value), low, fill in zip(_changes(result), (0.67, -0.33), (theme.fill, theme.color), strict=True):
        yield shape(
            f"Change by {name}",
            [[(0, low), (value, low), (value, low + 0.36), (0, low + 0.36)]] if _compared(result) else [],
            fill=fill(role),
            edge=theme.color(role),
            width=theme.line / 2,
            axes=("x2", "y3"),
            digits=3,
        )


def _change_words(result, theme):
    names, _, values = zip(*_changes(result), strict=True)
    return label(
        "Changes in words",
        [0, 0, *values],
        [1.25, 0.25, 0.85, -0.15],
        [*names, *(f" × {value:.2f}" for value in values)],
        theme.text(),
        xaxis="x2",
        yaxis="y3",
        cliponaxis=False,
        visible=_compared(result),
    )


def _layout(result, theme, prediction, shapes):
    across = theme.axis("Distance from the centre (mm)", range=[0, _RIM], anchor="y2", domain=[0, 1])
    change = theme.axis("Times a young disc", range=[0, 3.2], anchor="y3", domain=[0, 1], tickvals=[0, 1, 2, 3])
    change["visible"] = _compared(result)
    stress = theme.axis(
        "Stress (MPa)",
        range=[_STRESS[0], _TOP],
        domain=[0.27 if _compared(result) else 0, 0.982],
        zeroline=True,
        zerolinecolor=theme.muted,
        tickvals=[0, 2, 4],
    )
    for axis in (across, change, stress):
        axis["title"]["font"] = theme.text()
        # plotly.js would keep the room that it once made for the lower chart, whose axis comes and goes.
        axis["automargin"] = False
    low, hidden = [0, 0.16], {"visible": False, "fixedrange": True}
    guess = (prediction or "").lower()
    guess = f"greatest {guess}" if guess.startswith("at ") else guess
    return theme.layout(
        height=theme.em(35 if theme.large else 50),
        xaxis=across,
        xaxis2=change,
        yaxis2=stress,
        shapes=shapes,
        # Even an empty plot would hide what lies under it.
        yaxis3={"range": [-0.5, 1.6], "domain": low if _compared(result) else [0.99, 1], **hidden},
        annotations=[said(guess, theme, 0.98)],
        margin={"l": theme.em(3.4), "r": 20, "t": theme.em(1.2), "b": theme.em(3.4)},
    )
