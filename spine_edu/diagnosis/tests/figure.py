"""Which test would change the plan: weeks above, a body on a dark plate that the test lights up, the road it opens.

Tests are pressed under the plate, questions on the body, and the person above is led along the weeks.
"""

from types import MappingProxyType

from spine_edu.diagnosis.tests import board, plate, shapes
from spine_edu.diagnosis.tests.model import NAMES, NONE, WAITS, TestsState, listed, plan, seen, simulate
from spine_edu.diagnosis.tests.words import sentence
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: The tests of the question, and the signs of the answers.
THINGS = MappingProxyType({name: text for name, text in listed() if name != NONE})
SIGNS = MappingProxyType({"yes, it would": "✓", "no, it would not": "✗"})
_SAID = {True: "yes, it would", False: "no, it would not"}
#: Names that are too long for a place under the plate.
_SHORT = {"exam": "Examine", "emg": "EMG", "none": "None yet"}
#: The weeks: where week 0 stands, how far apart they are, and how high; the weeks that are named.
_START, _APART, _ROAD, _NAMED = 9.0, 6.7, 79.4, (0, 3, 6, 9, 12)
_LAST = 12
#: Where vertebrae end behind and the canal begins, from below upwards, in mm from the middle of the window.
_BEHIND = ((21.0, -47.0), (15.5, -33.0), (10.0, -20.0), (7.6, -2.0), (6.2, 14.0), (6.2, 47.0))
#: Where the six tests of the question stand, one under the other.
_TOP, _STEP, _AT = 72.6, 10.7, 66.0
#: Frames a week.
_FRAMES = 3


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the body with what the test lights up, and the road after its answers.

    Parameters
    ----------
    result, held : TestsResult
    theme : Theme
    prediction : dict, optional
        What the reader has said of each test: stands at it while the question is the one that was asked.
    """
    rows = [*plate.names(result, theme), *board.words(result, theme), *_named_tests(result, theme)]
    rows += [*_weeks_in_words(result, theme), *_signs(result, prediction, theme)]
    drawn_shapes = [*plate.plate(result, theme), *board.board(result, theme), *_row(result, held, theme)]
    drawn_shapes.append(_wrong(result, prediction, theme))
    return {"data": [words("Words", rows)], "layout": _layout([*drawn_shapes, *_weeks(result, theme)], theme)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the dark body, and the six tests with the reader's signs once an answer is kept."""
    rows = list(plate.names(result, theme, sees={}))
    drawn_shapes = list(plate.plate(result, theme, sees={}))
    paths, signs = "", ""
    for number, (test, text) in enumerate(THINGS.items()):
        left, top, right, low = _box(number)
        paths += shapes.rectangle(left, low, right, top)
        signs += shapes.sign(test, left + 7.5, low + 1.9, 6, 5.6)
        middle = (top + low) / 2
        rows.append((left + 15.2, middle, f"<b>{_SHORT.get(test, text)}</b>", "middle right", theme.text()))
        said = SIGNS.get((prediction or {}).get(test), "")
        rows.append(
            (left + 3.4, middle, f"<b>{said}</b>" if said else "", "middle center", theme.text("prediction", 1.4))
        )
    box = {"width": theme.line / 2, "color": theme.muted}
    drawn_shapes.append(drawn("Tests that are asked about", paths, box, fill=theme.panel))
    drawn_shapes.append(drawn("Signs of the tests", signs, {"width": 1.8, "color": theme.ink}))
    layout = _layout(drawn_shapes, theme)
    low, high = shapes.PLATE[1] - 0.6, shapes.PLATE[3] + 0.6
    height = round(layout["height"] * (high - low) / (shapes.HIGH - shapes.LOW))
    return {
        "data": [words("Words", rows)],
        "layout": {**layout, "height": height, "yaxis": {**layout["yaxis"], "range": [low, high]}},
    }


def answers(result):
    """Return for each test whether its answer would change what is done: one of `SIGNS`."""
    return {test: _SAID[simulate(result.state.replace(test=test)).changes] for test in THINGS}


def _box(number):
    top = _TOP + 0.6 - _STEP * number
    return board.ROADS[0] - 8.8, top, board.ROADS[1] + 8.8, top - _STEP + 1.3


def spots():
    """Return where the tests are marked by hand, as `spine_edu.explorer.marking.Each` takes it."""
    boxes = {test: _box(number) for number, test in enumerate(THINGS)}
    return {
        "axes": ["xaxis", "yaxis"],
        "places": {test: [left + 3.4, (top + low) / 2] for test, (left, top, _, low) in boxes.items()},
        "boxes": {test: list(box) for test, box in boxes.items()},
    }


def veiled_touches():
    """Return what is pressed on the veiled picture, once an answer is kept."""
    boxes = {test: _box(number) for number, test in enumerate(THINGS)}
    things = {
        f"test:{test}": shapes.rectangle(left, low, right, top) for test, (left, top, right, low) in boxes.items()
    }
    return {"axes": ["xaxis", "yaxis"], "things": things}


def grips(result):
    """Return the person above, who is led along the weeks; those who cannot wait are not."""
    if result.state.who != WAITS:
        return []
    outline, _ = shapes.walker(*week_place(result.week))
    return [grip(result.state, "week", week_place, along="x", body=outline, small=True)]


def touches(result):
    """Return what is tapped: parts of the body ask their question, signs of tests make the test, tabs open."""
    left, low, right, high = shapes.WINDOW
    leg = [shapes.on_body(x, y) for x, y in ((3, 30), (16, 30), (16, -54), (3, -54))]
    torso = [shapes.on_body(x, y) for x, y in ((-27, 110), (27, 110), (27, 30), (-27, 30))]
    # Bones and canal part where the vertebrae end behind, so that an outline crosses neither.
    behind = [shapes.in_window(x, y) for x, y in _BEHIND]
    behind = [(behind[0][0], low), *behind, (behind[-1][0], high)]
    things = {
        "question:urgent": _outline(torso),
        "question:muscle": _outline(leg),
        "question:bone": _outline([(left, low), *behind, (left, high)]),
        "question:root": _outline([(right, low), *behind, (right, high)]),
    }
    # Their names are pressed, too.
    x, y = right + 0.3, shapes.in_window(0, -31)[1]
    things["question:root"] += shapes.rectangle(x, y - 1.4, x + 5.5, y + 1.4)
    things["question:muscle"] += shapes.rectangle(20.0, 31.2, 38.0, 34.0)
    things |= {f"test:{test}": shapes.rectangle(*shapes.cell(test)) for test, _ in listed()}
    things |= board.things(result)
    return {"axes": ["xaxis", "yaxis"], "things": things}


def _outline(points):
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points) + "Z"


def week_place(week):
    """Return where a week lies on its road."""
    return _START + _APART * week, _ROAD


# The run --------------------------------------------------------------------------------------------------------------


def can_play(result):
    """Return whether weeks can be played: of those who can wait, where a week changes what is seen or done."""
    state = result.state
    if state.who != WAITS:
        return False
    weeks = [(seen(state.test, week), plan(state.who, state.question, state.test, week)) for week in range(_LAST + 1)]
    return any(week != weeks[0] for week in weeks)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the weeks, some frames each: the person walks, the needle lights up when it can, the roads part."""
    weeks = [number / _FRAMES for number in range(_FRAMES * _LAST + 1)]
    runs = [simulate(result.state.replace(week=float(int(week)))) for week in weeks]
    played = Frames(
        "week",
        [f"week {int(week)}" for week in weeks],
        [sentence(one) for one in runs],
        seconds=9,
        stride=_FRAMES,
        controls={"week": [round(week, 1) for week in weeks]},
    )
    pictures = [figure(one, theme=theme, prediction=prediction) for one in runs]
    played.add("Words", text=[list(one["data"][0]["text"]) for one in pictures])
    # Names brighten where they are lit, and the verdict is green where the answer decides.
    played.add("Words", **{"textfont.color": [list(one["data"][0]["textfont"]["color"]) for one in pictures]})
    named = pictures[0]["data"][0]["text"].index(f"<b>{NAMES[WAITS]}</b>")
    across = [list(one["data"][0]["x"]) for one in pictures]
    for row, week in zip(across, weeks, strict=True):
        row[named] = week_place(week)[0] + 2.6
    played.add("Words", x=across)
    changing = [{one["name"]: one for one in picture["layout"]["shapes"]} for picture in pictures]
    for name in changing[0]:
        for column, inside in (("path", None), ("fillcolor", None), ("opacity", None), ("line.color", "color")):
            values = [one[name]["line"].get(inside) if inside else one[name].get(column) for one in changing]
            if any(value != values[0] for value in values) and name != "Who walks":
                played.add(name, **{column: values})
    played.add("Who walks", path=[shapes.walker(*week_place(week))[1] for week in weeks])
    return played


# Weeks above, tests below ---------------------------------------------------------------------------------------------


def _weeks(result, theme):
    """Yield the road of the weeks and who walks on it."""
    (left, y), (right, _) = week_place(0), week_place(_LAST)
    ticks = "".join(f"M{week_place(week)[0]},{y - 0.7}L{week_place(week)[0]},{y + 0.7}" for week in range(_LAST + 1))
    road = {"width": theme.line, "color": theme.muted}
    yield drawn("Road of the weeks", f"M{left},{y}L{right},{y}{ticks}", road)
    waits = result.state.who == WAITS
    look = {"width": theme.line * 0.6, "color": theme.ink}
    body = shapes.walker(*week_place(result.week))[1]
    yield drawn("Who walks", body, look, fill=theme.color("water") if waits else theme.color("pain"))


def _weeks_in_words(result, theme):
    small = theme.text(size=0.93)
    x, y = week_place(result.week)
    yield x + 2.6, y + 2.6, f"<b>{NAMES[result.state.who]}</b>", "middle right", small
    for week in _NAMED:
        x, y = week_place(week)
        yield x, y - 3.0, f"week {week}" if week == 0 else f"{week}", "middle center", small


def _row(result, held, theme):
    """Yield the tests under the plate, the one that is made on a plate of its own, and that of run A dashed."""
    edge = {"width": theme.line * 0.8, "color": theme.ink}
    yield drawn("The test", shapes.rectangle(*shapes.cell(result.state.test)), edge, fill=theme.panel)
    path = shapes.rectangle(*shapes.cell(held.state.test)) if held else EMPTY
    yield drawn("Test of run A", path, theme.stroke("held"), visible=held is not None)
    paths = "".join(shapes.place(test) for test, _ in listed())
    yield drawn("Signs of the tests", paths, {"width": 1.6, "color": theme.ink})


def _named_tests(result, theme):
    for test, text in listed():
        left, low, right, _ = shapes.cell(test)
        name = _SHORT.get(test, text)
        words_ = f"<b>{name}</b>" if test == result.state.test else name
        yield (left + right) / 2, low + 3.2, words_, "middle center", theme.text()


def _signs(result, prediction, theme):
    """Yield the reader's sign at each test, where the question is still the one that was asked."""
    mine = _mine(result, prediction)
    for test in THINGS:
        said = SIGNS.get(mine.get(test), "")
        yield *_sign_place(test), f"<b>{said}</b>" if said else "", "middle center", theme.text("prediction")


def _wrong(result, prediction, theme):
    """Return the rings round the reader's signs that the table does not agree with."""
    mine, right = _mine(result, prediction), answers(simulate(TestsState()))
    rings = "".join(outlines.circle(*_sign_place(test), 1.7) for test, said in mine.items() if said != right[test])
    return drawn(
        "Signs that the table does not share", rings, {"width": theme.line, "color": theme.color("prediction")}
    )


def _mine(result, prediction):
    """Return what the reader said of each test, where the question is still the one that was asked."""
    state, start = result.state, TestsState()
    return (prediction or {}) if (state.question, state.who) == (start.question, start.who) else {}


def _sign_place(test):
    _, _, right, high = shapes.cell(test)
    return right - 2.1, high - 2.2


def _layout(drawn_shapes, theme):
    hidden = {"visible": False, "fixedrange": True, "constrain": "domain"}
    margin = theme.em(0.3)
    return theme.layout(
        meta={"cut": True, "walk": 700},
        height=theme.em(34 if theme.large else 40),
        margin=dict.fromkeys("lrtb", margin),
        shapes=drawn_shapes,
        xaxis={**hidden, "range": [0, shapes.WIDE]},
        yaxis={**hidden, "range": [shapes.LOW, shapes.HIGH], "scaleanchor": "x", "constraintoward": "top"},
        hoverdistance=60,
    )
