"""The examination: the legs on the left, where one presses; the patient on the couch beside them; buttons below.

The plane keeps its proportions. Its unit is a little more than half a letter of the type where the picture is narrow.
"""

from spine_edu.diagnosis.examine import asked, legs, scene
from spine_edu.diagnosis.examine.hidden import rows
from spine_edu.diagnosis.examine.model import simulate
from spine_edu.diagnosis.examine.words import compared, key_lines, naming
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import held_run, mark, words
from spine_edu.drawing.outlines import circle, drawn, shape
from spine_edu.theme import LIGHT

veiled = asked.veiled
#: The plane.
WIDE, HIGH = 300.0, 254.0
#: Buttons: across and down, their size, and the gap between them.
_ACROSS, _BUTTON, _GAP = 4, (73.2, 12.0), 2.4
_ROWS_TOP = 102.0
#: The button of the key: its left, right, low and high edge.
_KEY = (220.0, 300.0, 241.0, 254.0)
#: Where the finding is written, and how long a line of it is, in letters.
_SAID, _LETTERS = (112.0, 142.0), 32
_KEY_LETTERS = 34
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
        What the reader expects of six tests of Noor: a ring round each spot that should stand out.
    """
    off, usual = legs.marks(result)
    data = [
        held_run("Skin of the root named in A", held, _held_skin, theme, hoverinfo="skip"),
        _signs("Stands out", off, "!", "pain", theme),
        _signs("As usual", usual, "✓", "treatment", theme),
        words("Names of the buttons", list(_labels(result, theme))),
        words("What was found", [_said(result, theme)]),
        words("Other words", list(_heads(result, theme))),
    ]
    return {"data": data, "layout": _layout(_shapes(result, prediction, theme), theme)}


def _layout(shapes, theme):
    hidden = {"visible": False, "fixedrange": True}
    return theme.layout(
        meta={"cut": True, "walk": _WALK},
        height=theme.em(34 if theme.large else 43),
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


def button(key):
    """Return left, right, low and high edge of the button of a question or a test."""
    number = list(rows()).index(key)
    down, across = divmod(number, _ACROSS)
    left = across * (_BUTTON[0] + _GAP)
    high = _ROWS_TOP - down * (_BUTTON[1] + _GAP) - 1
    return left, left + _BUTTON[0], high - _BUTTON[1], high


def _corners(left, right, low, high):
    return [(left, low), (right, low), (right, high), (left, high)]


def _labels(result, theme):
    for key, row in rows().items():
        left, right, low, high = button(key)
        found = result.noted.get(key)
        sign = "" if found is None else "! " if found.off else "✓ "
        role = "pain" if found and found.off else None
        text = f"<b>{sign}{row.label}</b>" if key == result.state.now else f"{sign}{row.label}"
        yield (left + right) / 2, (low + high) / 2, text, "middle center", theme.text(role, 1.15)


def _expected(result, prediction):
    """Rings round the spots that the reader expected to stand out; only Noor was asked about."""
    given = prediction if prediction and result.state.patient == "noor" else {}
    spots = [legs.spot(key, "right") for key in asked.THINGS if given.get(key) == "stands out"]
    return "".join(circle(x, y, 5.2) for x, y in spots)


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
    left, _, low, high = button(list(rows())[-1])
    fresh = not result.noted and naming(result) == naming(simulate(result.state.afresh()))
    told = ("Press the legs, or a button.", muted) if fresh else (compared(result), theme.text("prediction"))
    yield left + _BUTTON[0] + 5, (low + high) / 2, told[0], "middle right", told[1]
    text = "Next patient" if result.key else "Show the key"
    yield (_KEY[0] + _KEY[1]) / 2, (_KEY[2] + _KEY[3]) / 2, f"<b>{text}</b>", "middle center", theme.text(size=1.1)


def _shapes(result, prediction, theme):
    yield from scene.shapes(result, theme)
    yield from legs.shapes(result, theme)
    yield drawn("Expected to stand out", _expected(result, prediction), theme.stroke("prediction", 1.0))
    thin = {"edge": theme.muted, "width": theme.line * 0.4}
    kinds = {"question": [], "other": []}
    for key, row in rows().items():
        if key not in result.noted:
            kinds["question" if row.kind == "question" else "other"].append(_corners(*button(key)))
    yield shape("Questions", kinds["question"], fill=theme.fill("water"), **thin)
    yield shape("Tests", kinds["other"], fill=theme.panel, **thin)
    noted = {off: [key for key, one in result.noted.items() if one.off == off] for off in (True, False)}
    for name, off, fill in (("Stand out", True, theme.fill("pain")), ("As usual", False, theme.fill("treatment"))):
        yield shape(f"Buttons: {name}", [_corners(*button(key)) for key in noted[off]], fill=fill, **thin)
    now = [_corners(*button(result.state.now))] if result.now else []
    yield shape("Looked at now", now, fill=None, edge=theme.ink, width=theme.line)
    told = [_corners(*button(key)) for key in result.key.enough] if result.key else []
    yield shape("Three that would do", told, fill=None, edge=theme.color("nerve"), width=theme.line * 1.6)
    yield shape("Button of the key", [_corners(*_KEY)], fill=theme.panel, edge=theme.ink, width=theme.line * 0.6)


def touches(result):
    """Return what is pressed: spots of the legs, the buttons, and the key or the next patient."""
    things = {}
    for key in rows():
        spot = legs.touched(key) if key in legs.SPOTS else ""
        things[f"now:{key}"] = _path(*button(key)) + spot
    things[_next(result) if result.key else "reveal:yes"] = _path(*_KEY)
    return {"axes": ["xaxis", "yaxis"], "things": things}


def _path(left, right, low, high):
    return f"M{left:g},{low:g}L{right:g},{low:g}L{right:g},{high:g}L{left:g},{high:g}Z"


def _next(result):
    """What a press on “Next patient” chooses: the next number, with nothing asked and nothing named."""
    state = result.state
    number = state.seed + 1 if state.patient == "mystery" else state.seed
    last = state.declarations()["seed"].high
    fresh = state.afresh(patient="mystery", seed=number if number <= last else 1)
    changed = [name for name in state.declarations() if getattr(fresh, name) != getattr(state, name)]
    return ";".join(f"{name}:{_plain(getattr(fresh, name))}" for name in changed)


def _plain(value):
    return f"{value:g}" if isinstance(value, float) else value
