"""Guarding: the same push on a trunk that lets go and on one that holds, and below how long it can hold."""

from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import curve, held_run, mark
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import line, shape
from spine_edu.explorer.frames import Frames
from spine_edu.spasm.guarding import model, pose, words
from spine_edu.spasm.guarding.model import GuardingState, simulate
from spine_edu.theme import LIGHT

#: Ends of the plane of the bodies in cm; where each body stands in it.
_ACROSS, _UP = (-57, 137), (-36.0, 88)
LOOSE, TIGHT = 0.0, 88.0
#: What the question is about, and the holding it starts from.
ASKED, BEFORE = {"holding": 40, "push": 145, "minutes": 0}, 20
#: Heights of the words.
_TITLE, _HELD, _MOVES, _CARRIES, _FOOT = 84.2, 77.8, -11.6, -19.6, -30.5
#: Height of the plot of time, its share of the picture, and room for a knob before the first minute.
_MOST, _SHARE, _ROOM = 50, 0.17, 1.5
#: From which minute on time is drawn closer together, and how many times; moments that are written, and of a run.
_EARLY, _CLOSER = 20, 4
_WRITTEN = (0, 5, 10, 15, 20, 40, 60)
_MOMENTS = (*range(_EARLY), *range(_EARLY, model.LAST + 1, _CLOSER))
#: How far the scale of the question reaches, in mm.
_SCALE = 10


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return both bodies and the hour.

    Parameters
    ----------
    result, held : GuardingResult
    theme : Theme
    prediction : float, optional
        Millimetres that the reader expected the push to move her.
    """
    traces = [
        written("Names", _names(result, theme)),
        written("What each feels", _numbers(result, held, theme)),
        written("Your prediction in words", [_said(result.state, prediction, theme)]),
        *_hour(result, held, theme),
    ]
    for trace in traces:
        trace["hoverinfo"] = "skip"
    shapes = [_late(theme), *_bodies(result, theme), *_before(held, theme), _guess(result.state, prediction, theme)]
    return {"data": traces, "layout": _layout(shapes, theme)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return her who holds 20 % pushed, her who holds twice as hard not yet pushed, and a ruler for what follows."""
    before = simulate(GuardingState(holding=BEFORE, push=ASKED["push"]))
    expected = prediction or 0.0
    said_moves = "moves <b>? mm</b>" if prediction is None else f"you say <b>{prediction:.1f} mm</b>"
    rows = [
        (LOOSE, _TITLE, f"<b>holds {BEFORE} %</b>", "middle center", theme.text("muscle")),
        (TIGHT, _TITLE, f"<b>holds {ASKED['holding']} %</b>", "middle center", theme.text("muscle")),
        (LOOSE, _MOVES, f"moves <b>{before.moved:.1f} mm</b>", "middle center", theme.text(size=1.1)),
        (TIGHT, _MOVES, said_moves, "middle center", theme.text(size=1.1)),
        _newtons(LOOSE, ASKED["push"], before.moved, theme),
        _newtons(TIGHT, ASKED["push"], expected, theme),
    ]
    shapes = [
        *_body("She before", LOOSE, BEFORE, 0, before.moved, ASKED["push"], theme),
        *_body("She who holds", TIGHT, ASKED["holding"], 0, expected, ASKED["push"], theme),
        line("As before", [[(_SCALE, 0.1), (_SCALE, 0.75)]], theme.stroke("muscle", 1.3), axes=("x2", "y2")),
    ]
    said = [
        (_SCALE, 0.45, "at 20 % ", "middle left", theme.text("muscle")),
        (_SCALE / 2, 0.97, "<b>At 40 % the push moves her … mm</b>", "middle center", theme.text()),
    ]
    if prediction is not None:
        there = [[(prediction, 0.1), (prediction, 0.75)]]
        shapes.append(line("Your prediction", there, theme.stroke("prediction", 1.4), axes=("x2", "y2")))
    layout = _layout(shapes, theme)
    ruler = {
        "range": [-0.3, _SCALE + 0.3],
        "tickvals": list(range(0, _SCALE + 1, 2)),
        "ticktext": None,
        "showgrid": False,
    }
    layout["xaxis2"] = {**layout["xaxis2"], **ruler}
    layout["yaxis2"] = {**layout["yaxis2"], "range": [0, 1], "visible": False}
    return {"data": [written("Names", rows), written("On the ruler", said, ("x2", "y2"))], "layout": layout}


def level():
    """Return how the movement is put on the ruler by hand, as `spine_edu.explorer.asking.Number` takes it."""
    track = [[moved, moved, 0.35] for moved in (0, _SCALE)]
    return {"axes": ["xaxis2", "yaxis2"], "track": track, "outline": "M-0.14,-1.4L0.14,-1.4L0.14,1.4L-0.14,1.4Z"}


def grips(result):
    """Return the handles: the level in the belly muscle, the hand that pushes, and the moment of the hour."""
    state, (_, belly) = result.state, pose.levers()

    def level_at(holding):
        x, y = pose.level(holding, result.moved, belly)
        return TIGHT + x, y

    def pushing(push):
        x, y = pose.wrist(push, push / model.stiffness(result.active))
        return TIGHT + x, y

    hand = [(TIGHT + x, y) for x, y in pose.hand(state.push, result.moved)]

    return [
        grip(state, "holding", level_at, telling=True, small=True),
        grip(state, "push", pushing, along="x", body=hand),
        grip(
            state,
            "minutes",
            lambda minute: (_across(minute), model.active_after(state.holding, minute)),
            points=2 * model.LAST + 1,
            axes=("xaxis2", "yaxis2"),
            along="x",
            telling=True,
        ),
    ]


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the hour, later four minutes a frame: the muscle tires, and what it gives and costs goes with it."""
    minutes = [float(minute) for minute in _MOMENTS]
    runs = [simulate(result.state.replace(minutes=minute)) for minute in minutes]
    played = Frames(
        "minute",
        [f"minute {minute:.0f} of {model.LAST}" for minute in minutes],
        [words.sentence(run) for run in runs],
        seconds=9,
        stride=5,
        controls={"minutes": minutes},
    )
    drawn = [_body_of(run, theme) for run in runs]
    for shapes in zip(*drawn, strict=True):
        if len({one["path"] for one in shapes}) > 1:
            played.add(shapes[0]["name"], path=[one["path"] for one in shapes])
        if "opacity" in shapes[0]:
            played.add(shapes[0]["name"], opacity=[one["opacity"] for one in shapes])
    played.add("Now", x=[[_across(minute)] for minute in minutes], y=[[run.active] for run in runs])
    for name, rows in (("Names", _names), ("What each feels", lambda run, theme: _numbers(run, None, theme))):
        columns = [list(zip(*rows(run, theme), strict=True)) for run in runs]
        played.add(name, x=[list(one[0]) for one in columns], y=[list(one[1]) for one in columns])
        played.add(name, text=[list(one[2]) for one in columns])
    return played


def _bodies(result, theme):
    state = result.state
    yield from _body("She who lets go", LOOSE, 0, 0, result.loose_moved, state.push, theme)
    yield from _body_of(result, theme)


def _body_of(result, theme):
    state = result.state
    return list(_body("She who holds", TIGHT, result.active, result.tired, result.moved, state.push, theme))


def _body(who, x, active, tired, moved, push, theme):
    """Yield a body at a place: what it was before the push, trunk, muscles, disc and the forces on it."""
    width, muted = theme.line / 2, theme.muted
    press = model.weight_above() + sum(model.pulls(active))

    def put(outlines):
        return [[(x + across, up) for across, up in one] for one in outlines if one]

    there, skin = put(pose.outlines(round(moved, 3))), theme.solids["skin"]
    yield shape(f"{who}: edge", there, fill=None, edge=theme.ink, width=2.2, fillrule="nonzero")
    yield shape(f"{who}", there, fill=skin, edge=skin, width=0, fillrule="nonzero")
    yield shape(f"{who}: block", put([pose.block()]), fill=theme.panel, edge=muted, width=width)
    whole = [pose.muscle(front, active, moved) for front in pose.levers()]
    yield shape(f"{who}: muscles", put(whole), fill=theme.paper, edge=theme.color("muscle"), width=1)
    glow = shape(f"{who}: how hard they hold", put(whole), fill=theme.color("muscle"), edge=theme.paper, width=0)
    yield {**glow, "opacity": round(0.6 * active / _MOST, 3)}
    full = [pose.muscle(front, active, moved, 0, active / 100) for front in pose.levers()]
    yield shape(f"{who}: what holds", put(full), fill=theme.color("muscle"), edge=theme.paper, width=0)
    spent = [pose.muscle(front, active, moved, 1 - tired / 100, 1) for front in pose.levers()]
    yield shape(f"{who}: what is tired", put(spent), fill=theme.muted, edge=theme.paper, width=0)
    yield line(
        f"{who}: before the push",
        put(pose.before()) if moved else [],
        {"color": muted, "width": 1, "dash": "dot"},
        digits=1,
    )
    measure = {"color": theme.ink, "width": theme.line}
    yield line(f"{who}: how far she has moved", put(pose.moved_line(moved)), measure, digits=2)
    disc = {"fill": theme.solids["nucleus"], "edge": theme.color("nucleus"), "width": theme.line}
    yield shape(f"{who}: disc", put([pose.disc(press, moved)]), **disc, digits=2)
    force = {"fill": theme.color("pressure"), "edge": theme.paper, "width": 1}
    yield shape(f"{who}: press on the disc", put([pose.press_arrow(press, moved)]), **force, digits=2)
    yield line(f"{who}: spring", put(pose.spring(push, moved)), {"color": theme.color("load"), "width": theme.line})
    fingers = {"color": theme.ink, "width": width}
    hand = {"fill": skin, "edge": theme.ink, "width": width}
    yield shape(f"{who}: hand that pushes", put([pose.hand(push, moved)]), **hand, digits=2)
    yield line(f"{who}: fingers", put(pose.fingers(push, moved)), fingers, digits=2)


def _before(held, theme):
    """Run A: where her back was, and how strongly the disc was pressed."""
    there = [[(TIGHT + x, y) for x, y in one] for one in pose.before(round(held.moved, 3))] if held else []
    return [line("A, held", there, theme.stroke("held", 0.7), digits=1)]


def _scale_at(moved, up):
    """Where a movement of an upright chest is on the scale of the question."""
    x, y = pose.chest(moved)
    return TIGHT + x, y + up


def _asked(state):
    """Whether just that is shown which the question is about."""
    return all(getattr(state, name) == value for name, value in ASKED.items())


def _guess(state, prediction, theme):
    """The prediction: a stroke where the reader expected her chest, at what was asked about and nothing else."""
    there = [[_scale_at(prediction, -6), _scale_at(prediction, 6)]] if prediction is not None and _asked(state) else []
    return line("Where you expected her chest", there, theme.stroke("prediction", 1.4))


def _said(state, prediction, theme):
    """Words beside the prediction."""
    text = "you" if prediction is not None and _asked(state) else " "
    x, y = _scale_at(prediction or 0.0, 9.5)
    return x + 1, y, text, "middle right", theme.text("prediction", 0.93)


def _newtons(x, push, moved, theme):
    """Return the words over the arm that pushes a body."""
    across, up = pose.front(push, moved)
    return x + across - 15, up + 9, f"{push:.0f} N", "middle center", theme.text("load")


def _names(result, theme):
    """Rows of the words that name things: both bodies, the push and what is drawn larger."""
    state = result.state
    title = "lets go" if not state.holding else f"holds {result.active:.0f} %"
    if result.active < state.holding - 0.5:
        title = f"holds only {result.active:.0f} %"
    low = pose.levers()
    knob, top = (pose.level(share, result.moved, low[1]) for share in (state.holding, 80))
    spent = "tired" if result.tired > 30 else " "
    return [
        (LOOSE - 13, 0, "back", "middle left", theme.text("muscle")),
        (LOOSE + 16, 0, "belly", "middle right", theme.text("muscle")),
        (TIGHT + knob[0] + 5, knob[1], "hold", "middle right", theme.text("muscle")),
        (TIGHT + top[0] + 4, top[1], spent, "middle right", theme.text("neutral")),
        (LOOSE, _TITLE, "<b>lets go</b>", "middle center", theme.text()),
        (TIGHT, _TITLE, f"<b>{title}</b>", "middle center", theme.text("muscle")),
        (
            (LOOSE + TIGHT) / 2,
            _FOOT,
            words.found(state.known, short=True),
            "middle center",
            theme.text("neutral"),
        ),
        _newtons(LOOSE, state.push, result.loose_moved, theme),
        _newtons(TIGHT, state.push, result.moved, theme),
    ]


def _numbers(result, held, theme):
    """Rows of the numbers under each body."""
    large = theme.text(size=1.1)
    rows = []
    for x, moved, press in (
        (LOOSE, result.loose_moved, result.loose_press),
        (TIGHT, result.moved, result.press),
    ):
        rows.append((x, _MOVES, f"moves <b>{moved:.1f} mm</b>", "middle center", large))
        carries = f"disc <b>{words.kilonewtons(press)}</b>"
        rows.append((x, _CARRIES, carries, "middle center", theme.text("pressure", 1.1)))
    text = f"A: {held.moved:.1f} mm, {words.kilonewtons(held.press)}" if held else " "
    return [*rows, (TIGHT, _HELD, text, "middle center", theme.text("held"))]


def _hour(result, held, theme):
    """What she really holds over the hour, what can be held on and on, and the moment."""
    state, level = result.state, model.sustained()
    rows = [
        (_across(model.LAST), level + 6, "can go on and on", "middle left", theme.text("neutral")),
        (_EARLY - 0.3, _MOST - 6, "% she can still hold", "middle left", theme.text("muscle")),
        (_across(model.LAST), _MOST - 6, f"time × {_CLOSER}", "middle left", theme.text("neutral")),
    ]
    return [
        curve(
            "Can be held on and on",
            [0, _across(model.LAST)],
            [level] * 2,
            theme.stroke("threshold", 0.6),
            xaxis="x2",
            yaxis="y2",
        ),
        held_run(
            "A, held: what she holds", held, lambda run: _course(run.state.holding), theme, xaxis="x2", yaxis="y2"
        ),
        curve(
            "What she holds",
            *map(list, _course(state.holding)),
            theme.stroke("muscle", 1.3),
            xaxis="x2",
            yaxis="y2",
        ),
        mark(
            "Now",
            [_across(state.minutes)],
            [result.active],
            theme.marker("muscle", 1.2),
            xaxis="x2",
            yaxis="y2",
            cliponaxis=False,
        ),
        written("Words of the hour", rows, ("x2", "y2")),
    ]


def _across(minute):
    """Return where a minute lies on the axis of the hour: the first ones lie farther apart, as most happens there."""
    return minute if minute <= _EARLY else _EARLY + (minute - _EARLY) / _CLOSER


def _course(holding):
    minutes, holds = model.course(holding)
    return [_across(minute) for minute in minutes], holds


def _late(theme):
    """Return the ground of the minutes that are drawn closer together."""
    start, end = _EARLY, _across(model.LAST)
    ground = [[(start, 0), (start, _MOST), (end, _MOST), (end, 0)]]
    return shape("Minutes drawn closer", ground, fill=theme.panel, edge=theme.panel, width=0, axes=("x2", "y2"))


def _layout(shapes, theme):
    hour = theme.axis(
        "",
        range=[-_ROOM, _across(model.LAST)],
        anchor="y2",
        tickvals=[_across(minute) for minute in _WRITTEN],
        ticktext=[f"{minute} min" if not minute else str(minute) for minute in _WRITTEN],
        automargin=False,
    )
    holds = theme.axis("", range=[0, _MOST], domain=[0, _SHARE], anchor="x2", tickvals=[0, 20, 40], automargin=False)
    return theme.layout(
        height=theme.em(29 if theme.large else 40),
        xaxis={"range": list(_ACROSS), "domain": [0, 1], "visible": False, "fixedrange": True, "anchor": "y"},
        yaxis={
            "range": list(_UP),
            "domain": [_SHARE + 0.03, 1],
            "visible": False,
            "fixedrange": True,
            "anchor": "x",
            "scaleanchor": "x",
        },
        xaxis2=hour,
        yaxis2=holds,
        shapes=shapes,
        margin={"l": theme.em(2.2), "r": theme.em(1.2), "t": theme.em(0.4), "b": theme.em(1.9)},
    )
