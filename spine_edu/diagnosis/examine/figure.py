"""The examination: the legs on the left, where one presses; the patient on the couch beside them; buttons below.

The plane keeps its proportions. Its unit is a little more than half a letter of the type where the picture is narrow.
"""

from spine_edu.diagnosis.examine import asked, board, legs, scene
from spine_edu.diagnosis.examine.hidden import rows
from spine_edu.diagnosis.examine.words import key_lines
from spine_edu.drawing.grips import choice_of
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import held_run, mark, words
from spine_edu.drawing.outlines import circle, drawn, shape
from spine_edu.theme import LIGHT

veiled = asked.veiled
veiled_touches = asked.veiled_touches
#: The plane.
WIDE, HIGH = 300.0, 254.0
#: The button of the key: its left, right, low and high edge.
_KEY = (220.0, 300.0, 241.0, 254.0)
#: Where the finding is written, and how long a line of it is, in letters.
_SAID, _LETTERS = (112.0, 142.0), 32
_KEY_LETTERS = 34
#: How far beside a spot the reader's sign stands, and how large a ring round it is.
_ASIDE, _RING = 8.0, 3.4
#: How long a limb takes to its place, in ms.
_WALK = 900


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the examination so far.

    Parameters
    ----------
    result, held : ExamineResult
        Of run A, the skin of the root that was named is outlined.
    theme : Theme
    prediction : dict, optional
        What the reader expects of six tests of Noor: a sign beside each spot, ringed where it was found otherwise.
    """
    off, usual = legs.marks(result)
    data = [
        held_run("Skin of the root named in A", held, _held_skin, theme, hoverinfo="skip"),
        _signs("Stands out", off, "!", "pain", theme),
        _signs("As usual", usual, "✓", "treatment", theme),
        words("Names of the buttons", list(board.labels(result, theme))),
        words("What was found", [_said(result, theme)]),
        words("Other words", list(_heads(result, theme))),
        words("Your expectations", list(_expected(result, prediction, theme))),
    ]
    return {"data": data, "layout": _layout(_shapes(result, prediction, theme), theme)}


def _layout(shapes, theme):
    hidden = {"visible": False, "fixedrange": True}
    return theme.layout(
        meta={"cut": True, "walk": _WALK},
        height=theme.em(31 if theme.large else 43),
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        shapes=[*shapes],
        xaxis={**hidden, "range": [0, WIDE], "constrain": "domain"},
        yaxis={
            **hidden,
            "range": [-1, HIGH],
            "scaleanchor": "x",
            "constrain": "domain",
            "constraintoward": "top",
        },
    )


def _held_skin(run):
    areas = [line for side in ("right", "left") for line in legs.skin(run.state.cause, side)]
    points = [point for line in areas for point in (*line, (None, None))]
    return [x for x, _ in points], [y for _, y in points]


def _signs(name, places, sign, role, theme):
    """A disc with a sign at each spot of one kind."""
    look = {"symbol": "circle", "size": theme.size * 1.1, "color": theme.color(role), "opacity": 1}
    return mark(
        name,
        [x for x, _ in places],
        [y for _, y in places],
        look | {"line": {"width": 1, "color": theme.paper}},
        text=[f"<b>{sign}</b>"] * len(places),
        textposition="middle center",
        textfont={"color": theme.paper, "size": theme.type_size(0.85)},
        hoverinfo="skip",
    )


def _given(result, prediction):
    """Return what the reader expected of six tests of the right leg; only Noor was asked about."""
    return prediction if prediction and result.state.patient == "noor" else {}


def _expected(result, prediction, theme):
    """Yield the reader's sign beside each of the six spots, as often for every state."""
    given = _given(result, prediction)
    for key in asked.THINGS:
        sign = asked.SIGNS.get(given.get(key), "")
        yield *_beside(key), f"<b>{sign}</b>" if sign else "", "middle center", theme.text("prediction", 1.15)


def _missed(result, prediction):
    """Return rings round the reader's signs of tests that have found something else, as a path."""
    rings = ""
    for key, word in _given(result, prediction).items():
        found = result.noted.get(key)
        if found is not None and found.off != (word == "stands out"):
            rings += circle(*_beside(key), _RING)
    return rings


def _beside(key):
    """Return where the reader's sign stands: outside of the spot, on either side of the leg."""
    x, y = legs.spot(key, "right")
    return x - _ASIDE if legs.SPOTS[key][0] == "front" else x + _ASIDE, y


def _said(result, theme):
    """What is found now, or the key, or what is known before anything is asked."""
    x, y = _SAID
    if result.key:
        first, then = (wrapped(line, _KEY_LETTERS) for line in key_lines(result))
        return x, y, f"<b>{first}</b><br>{then}", "bottom right", theme.text(size=1.1)
    found = result.now
    if found is None:
        return x, y, wrapped(result.hidden.story, _LETTERS), "bottom right", theme.text(size=1.2)
    text = wrapped(found.words, _LETTERS)
    spoken = rows()[found.key].kind == "question"
    return x, y, f"“{text}”" if spoken else text, "bottom right", theme.text("pain" if found.off else None, 1.2)


def _heads(result, theme):
    """Who is there and since when, the sides of the legs, an angle, what is named, and the button of the key."""
    who = f"<b>{result.hidden.name}</b> · {result.minutes} min"
    yield 0, _KEY[3] - 6, who, "middle right", theme.text(size=1.15)
    muted = {**theme.text(), "color": theme.muted}
    for view, sides in (("front", "RL"), ("back", "LR")):
        for across, side in zip((-9, 9), sides, strict=True):
            x, y = legs.at(view, across, 50)
            yield x, y + 1, side, "top center", muted
    (x, y), text = scene.angle(result)
    yield x, y, text, "middle center", theme.text(size=1.15)
    text = "Next patient" if result.key else "Show the key"
    yield (_KEY[0] + _KEY[1]) / 2, (_KEY[2] + _KEY[3]) / 2, f"<b>{text}</b>", "middle center", theme.text(size=1.1)


def _shapes(result, prediction, theme):
    yield from scene.shapes(result, theme)
    yield from legs.shapes(result, theme)
    look = {"color": theme.color("prediction"), "width": theme.line * 0.8}
    yield drawn("Found otherwise", _missed(result, prediction), look)
    yield from board.shapes(result, theme)
    yield shape("Button of the key", [board.corners(*_KEY)], fill=theme.panel, edge=theme.ink, width=theme.line * 0.6)


def touches(result):
    """Return what is pressed: spots of the legs, the buttons, and the key or the next patient."""
    things = board.touches(result)
    things[_next(result) if result.key else "reveal:yes"] = board.path(*_KEY)
    return {"axes": ["xaxis", "yaxis"], "things": things}


def _next(result):
    """What a press on “Next patient” chooses: the next number, with nothing asked and nothing named."""
    state = result.state
    number = state.seed + 1 if state.patient == "mystery" else state.seed
    last = state.declarations()["seed"].high
    fresh = state.afresh(patient="mystery", seed=number if number <= last else 1)
    return choice_of(state, fresh)
