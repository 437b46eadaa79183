"""The buttons under the body: what is asked and tested, or what the reader names, and the way from one to the other."""

from spine_edu.diagnosis.examine import legs
from spine_edu.diagnosis.examine.hidden import rows
from spine_edu.diagnosis.examine.model import ANSWERS, ExamineState
from spine_edu.diagnosis.examine.words import compared, short
from spine_edu.drawing.outlines import shape
from spine_edu.letters import capital

#: Buttons: how many stand side by side, how large they are, the gap between them, and where the highest end.
_ACROSS, _WIDE, _HIGH, _GAP, _TOP = 4, 73.2, 12.0, 2.4, 101.0
#: The row of the last test, in which the reader's name for it all stands too.
_LAST = 6
#: Answer -> the first of its rows among the names.
_FIRST_ROW = {"cause": 0, "side": 3, "urgency": 4}
#: Answer -> what its buttons are filled with.
_FILLS = {"cause": "nerve", "side": "water", "urgency": "guarding"}


def _cell(down, across, cells=1):
    """Left, right, low and high edge of a place of the board that is some cells wide."""
    left, high = across * (_WIDE + _GAP), _TOP - down * (_HIGH + _GAP)
    return left, left + cells * (_WIDE + _GAP) - _GAP, high - _HIGH, high


def button(key):
    """Return left, right, low and high edge of the button of a question or a test."""
    return _cell(*divmod(list(rows()).index(key), _ACROSS))


def names():
    """Return what can be named: (answer, value) -> edges of its button."""
    placed = {}
    for name in ANSWERS:
        values = [value for value in ExamineState.declarations()[name].values if value != "open"]
        for number, value in enumerate(values):
            down, across = divmod(number, _ACROSS)
            placed[name, value] = _cell(_FIRST_ROW[name] + down, across)
    return placed


def named():
    """Return the edges of the button beside the last test, which says what is named."""
    return _cell(_LAST, 1, 3)


def _naming(result):
    """Whether what can be named stands there; beside the key the tests do, of which it rings three."""
    return result.state.board == "names" and result.key is None


def labels(result, theme):
    """Yield the words on the buttons, as `spine_edu.drawing.marks.words` takes them."""
    yield from (_of_names if _naming(result) else _of_tests)(result, theme)
    left, right, low, high = named()
    middle = (low + high) / 2
    yield left + 5, middle, compared(result), "middle right", theme.text("prediction", 1.05)
    if not result.key:
        way = "back to the tests" if _naming(result) else "name it"
        yield right - 5, middle, f"<b>{way}</b>", "middle left", theme.text(size=1.05)


def _of_tests(result, theme):
    for key, row in rows().items():
        found = result.noted.get(key)
        sign = "" if found is None else "! " if found.off else "✓ "
        role = "pain" if found and found.off else None
        text = f"<b>{sign}{row.label}</b>" if key == result.state.now else f"{sign}{row.label}"
        yield *_middle(button(key)), text, "middle center", theme.text(role, 1.15)


def _of_names(result, theme):
    for (name, value), edges in names().items():
        text = short(name, value).removeprefix("a ")
        text = capital(text)
        text = f"<b>{text}</b>" if getattr(result.state, name) == value else text
        yield *_middle(edges), text, "middle center", theme.text(size=1.15)


def _middle(edges):
    left, right, low, high = edges
    return (left + right) / 2, (low + high) / 2


def corners(left, right, low, high):
    """Return a rectangle as a line."""
    return [(left, low), (right, low), (right, high), (left, high)]


def shapes(result, theme):
    """Yield the buttons, always as many shapes."""
    thin = {"edge": theme.muted, "width": theme.line * 0.4}
    yield from _of_kinds(result, theme, thin)
    chosen = [names()[one] for one in names() if getattr(result.state, one[0]) == one[1]] if _naming(result) else []
    now = [button(result.state.now)] if result.now and not _naming(result) else []
    lines = [corners(*edges) for edges in (*chosen, *now)]
    yield shape("Looked at now", lines, fill=None, edge=theme.ink, width=theme.line)
    told = [corners(*button(key)) for key in result.key.enough] if result.key and not _naming(result) else []
    yield shape("Three that would do", told, fill=None, edge=theme.color("nerve"), width=theme.line * 1.6)
    edge = {"edge": theme.ink, "width": theme.line * (0 if result.key else 0.6)}
    yield shape("What is named", [corners(*named())], fill=None if result.key else theme.panel, **edge)


def _of_kinds(result, theme, thin):
    """The buttons by kind: of questions, tests, what stands out and what is as usual; or of the three answers."""
    tests = {} if _naming(result) else {key: corners(*button(key)) for key in rows()}
    kinds = {"Questions": [], "Tests": [], "Stand out": [], "As usual": []}
    for key, line in tests.items():
        found = result.noted.get(key)
        waits = "Questions" if rows()[key].kind == "question" else "Tests"
        kinds[("Stand out" if found.off else "As usual") if found else waits].append(line)
    fills = {
        "Questions": theme.fill("water"),
        "Tests": theme.panel,
        "Stand out": theme.fill("pain"),
        "As usual": theme.fill("treatment"),
    }
    for kind, lines in kinds.items():
        yield shape(f"Buttons: {kind}", lines, fill=fills[kind], **thin)
    for name, role in _FILLS.items():
        lines = [corners(*edges) for (one, _), edges in names().items() if one == name] if _naming(result) else []
        yield shape(f"Names: {name}", lines, fill=theme.fill(role), **thin)


def touches(result):
    """Return what a press on the spots of the legs and on the buttons chooses, each with its outline."""
    things = {}
    for key in rows():
        spot = legs.touched(key) if key in legs.SPOTS else ""
        if _naming(result):
            things |= {f"now:{key};board:tests": spot} if spot else {}
        else:
            things[f"now:{key}"] = path(*button(key)) + spot
    if _naming(result):
        things |= {f"{name}:{value}": path(*edges) for (name, value), edges in names().items()}
    if not result.key:
        things[f"board:{'tests' if _naming(result) else 'names'}"] = path(*named())
    return things


def path(left, right, low, high):
    """Return a rectangle as a path."""
    return f"M{left:g},{low:g}L{right:g},{low:g}L{right:g},{high:g}L{left:g},{high:g}Z"
