"""Inside the wall: the disc under a press, the stresses under the cut half of it, and what was measured instead."""

from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import curve, held_run, said, words
from spine_edu.drawing.outlines import line, shape
from spine_edu.loads.wall import press
from spine_edu.loads.wall.model import changed
from spine_edu.loads.wall.words import formula_change
from spine_edu.theme import LIGHT

_STRESS = (-2.25, 5.9)
_AXES = ("x", "y2")
#: Heights of the names that are touched to answer, one under the other.
_TOUCHED = (4.6, 3.0, 1.4)
#: Where the words at the left begin, and how long a bar is there for a change of × 1 (mm).
_LEFT, _TIMES = -28.0, 5.6
#: How far over Nachemson's range its name stands (MPa): clear of the number at the inner face, which may be as high.
_CLEAR = 0.3


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return disc, stresses and comparison as a plotly figure.

    Parameters
    ----------
    result, held : WallResult
    theme : Theme
    prediction : str, optional
        Where the learner expected the tension to be greatest, in words.
    """
    traces = [
        *_curves(result, held, theme),
        _words(result, theme),
        words("Names of the parts", _scene_words(result, theme, told=prediction is not None), press.AXES),
        _change_words(result, theme),
    ]
    for trace in traces:
        trace["hoverinfo"] = "skip"
    shapes = [
        *press.small(theme),
        *press.from_above(result, theme),
        *press.press(result, theme),
        *press.disc(result, theme),
        press.rings(result, theme),
        press.push(result, theme),
        *_levels(result, theme),
        *_bars(result, theme),
        press.place_said(prediction, result, theme),
        press.greatest(result, theme, told=prediction is not None),
    ]
    return {"data": traces, "layout": _layout(theme, prediction, shapes)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the disc under the press with its places named, over axes without a stress.

    What the reader has said is marked at its place.
    """
    faces = zip((result.inner, result.outer), _TOUCHED, strict=False)
    # They lead to the names that are touched, which go with the question.
    plumb = [[(face, _STRESS[1]), (face, y)] for face, y in faces] if prediction is None else []
    shapes = [
        *press.small(theme),
        *press.from_above(result, theme, told=False),
        *press.press(result, theme),
        *press.disc(result, theme),
        press.layers(result, theme),
        press.plumb(result, theme, shown=prediction is None),
        line("Plumb lines", plumb, {"color": theme.ink, "width": 1, "dash": "dot"}, axes=_AXES),
        press.place_said(prediction, result, theme),
    ]
    layout = _layout(theme, prediction, shapes)
    # Names to touch lie there, which are no stresses.
    layout["yaxis2"] = {**layout["yaxis2"], "visible": False}
    return {"data": [words("Names of the parts", _scene_words(result, theme), press.AXES)], "layout": layout}


def tags(result, options):
    """Return where the options are touched under the cut disc, as `spine_edu.explorer.asking.Pick` takes them."""
    inner, outer = result.inner, result.outer
    across = (inner, outer - 3.5, (inner + outer) / 2 - 2)
    places = {name: [x, y] for name, x, y in zip(options, across, _TOUCHED, strict=True)}
    return {"axes": ["xaxis", "yaxis2"], "places": places}


def grips(result):
    """Return the handles: the press, the disc's inner and outer wall, and the row of small discs."""
    state, width = result.state, changed("diameter_change", result.state.grade)
    axes, middle = ("xaxis", "yaxis3"), press.middle(result.state)
    nucleus, wall = press.faces(result)

    def face(radius):
        return press.out(result, radius, 0.5), middle

    def rim(outer):
        return outer + face(result.outer)[0] - result.outer, middle

    return [
        grip(
            state,
            "force",
            lambda force: (0, press.bar(state, force) + 0.35),
            axes=axes,
            body=press.press_outline(state),
        ),
        grip(state, "inner", lambda inner: face(inner * width), axes=axes, body=nucleus),
        grip(state, "outer", rim, axes=axes, body=wall),
        grip(state, "grade", lambda grade: (press.small_at(grade)[0], press.small_at(grade)[1] - 1.9), axes=axes),
    ]


def _scene_words(result, theme, *, told=False):
    """Return rows of words in the scene: what its parts are, the force, and that it is drawn by eye.

    Once it is `told`, also what the mark at the greatest tension says.
    """
    state, ink = result.state, theme.text()
    muted = {**ink, "color": theme.muted}
    first, last, y = press.SMALL
    by_eye = f"squeeze and bulge:{' ' if theme.large else '<br>'}drawn by eye, enlarged"
    on_bone = press.LOW + press.height(state) + press.LOW / 2
    rows = [
        (result.inner * 0.45, press.middle(state), "nucleus", "middle center", ink),
        (2.6, press.bar(state, state.force) - 1.2, f"<b>{state.force:,.0f} N</b>", "middle right", ink),
        (-result.outer / 2, on_bone, "from outside", "middle center", ink),
        (result.inner * 0.45, on_bone, "cut through", "middle center", ink),
        (-result.outer / 2 + (3 if theme.large else 0), press.LOW / 2, by_eye, "middle center", ink),
        (result.inner + 1, press.LOW / 2 - 0.1, "greatest here" if told else "", "middle right", ink),
        (press.ABOVE[0], press.ABOVE[1] - 4.45, "from above", "middle center", muted),
        ((first + last) / 2, y + 2.3, f"disc change: grade {state.grade:g}", "middle center", ink),
    ]
    return rows


#: The name of the axis of stress, beside it.
_TITLE = (-0.6, _STRESS[1] - 0.35, "Stress (MPa)", "middle left")


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
    """Names of the curves, and the tension at both faces of the wall."""
    inner, outer = result.inner, result.outer
    rows = [
        (*_TITLE, None),
        (_LEFT, -0.52 if _compared(result) else 0.46, "— tension around the wall", "middle right", "pressure"),
        (_LEFT, -0.54, "" if _compared(result) else "(darker, thicker rings)", "middle right", "pressure"),
        (_LEFT, -1.54, "··· stress across the wall", "middle right", "load"),
        (0.4, -result.pressure - 0.4, f"pressed with {result.pressure:.2f} MPa", "middle right", "nucleus"),
        (inner, result.hoop[0], f"{result.hoop[0]:.2f} ", "middle left", "pressure"),
        (outer, max(result.hoop[-1], 0.3), f" {result.hoop[-1]:.2f}", "middle right", "pressure"),
        (outer, result.back_wall[1] + _CLEAR, "Nachemson, back,<br>as quoted", "top left", "neutral"),
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
    for (name, role, value), low, fill in zip(_changes(result), (3.175, 0.275), (theme.fill, theme.color), strict=True):
        right = _LEFT + _TIMES * value
        yield shape(
            f"Change by {name}",
            [[(_LEFT, low), (right, low), (right, low + 0.45), (_LEFT, low + 0.45)]] if _compared(result) else [],
            fill=fill(role),
            edge=theme.color(role),
            width=theme.line / 2,
            axes=_AXES,
            digits=3,
        )


def _change_words(result, theme):
    _, _, values = zip(*_changes(result), strict=True)
    names = ("this formula,<br>tension inside", "measured, peaks of<br>pressing in the wall")
    return label(
        "Changes in words",
        [_LEFT, _LEFT, *(_LEFT + _TIMES * value for value in values)],
        [4.85, 1.95, 3.4, 0.5],
        [*names, *(f" × {value:.2f}" for value in values)],
        theme.text(),
        xaxis="x",
        yaxis="y2",
        cliponaxis=False,
        visible=_compared(result),
    )


def _layout(theme, prediction, shapes):
    across = theme.axis(
        "Distance from the centre (mm)", range=list(press.ACROSS), anchor="y2", domain=[0, 1], showgrid=False
    )
    across["tickvals"] = [0, 5, 10, 15, 20, 25]
    stress = theme.axis(
        "",
        range=list(_STRESS),
        domain=[0, 0.36],
        zeroline=False,
        tickvals=[0, 2, 4],
        anchor="free",
        position=0.5,
        showgrid=False,
    )
    for axis in (across, stress):
        axis["title"]["font"] = theme.text()
        axis["automargin"] = False
    guess = (prediction or "").lower()
    guess = f"greatest {guess}" if guess.startswith("at ") else guess
    hidden = {"visible": False, "fixedrange": True}
    return theme.layout(
        height=theme.em(33.5 if theme.large else 46),
        xaxis=across,
        yaxis2=stress,
        yaxis3={"range": list(press.UP), "domain": [0.4, 0.98], "anchor": "x", **hidden},
        shapes=shapes,
        annotations=[said(guess, theme, 0.98)],
        margin={"l": 12, "r": 12, "t": theme.em(1.2), "b": theme.em(3.4)},
    )
