"""The question before the sheet: two of the trial's names, each on a strip of paper over a line from 0 to 10."""

from types import MappingProxyType

from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import drawn, line, shape
from spine_edu.prevention.plane import box, layout, upright
from spine_edu.prevention.wording.model import trial
from spine_edu.prevention.wording.paper import LETTER
from spine_edu.theme import LIGHT, TYPED

#: How long a word takes to its place, in ms, here and behind the veil.
WALK = 700
#: The height of the veiled plane, and of the lines of the two names on it.
_HIGH, _LINES = 23.0, MappingProxyType({"disc_bulge": 13.0, "episode": 3.4})
#: Where 0 of 10 lies there, and a point of 10; half the height of a person; how far over its line a strip lies.
_ZERO, _POINT, _TALL, _STRIP = 2.2, 2.95, 1.35, 5.4
#: The strip's left edge, half its height, and the size of its letters.
_LEFT, _HALF, _TYPE = 0.3, 1.15, 1.3
#: Names that need another article than "a".
_ARTICLE = MappingProxyType({"disc_bulge": "a", "episode": "an"})


def typewritten(name, rows):
    """Return words in a typewriter's letters; `rows` as for `spine_edu.drawing.marks.words`."""
    trace = words(name, rows)
    return {**trace, "textfont": {**trace["textfont"], "family": TYPED}}


def _across(value):
    return _ZERO + _POINT * value


def _place(label, value):
    return _across(value), _LINES[label] + _TALL


def _said(label):
    return f"You have {_ARTICLE[label]} {trial()[label].name}."


def _strip(label):
    """Left, right, low and high edge of the strip of paper of a name."""
    middle = _LINES[label] + _STRIP
    return _LEFT, _LEFT + LETTER * _TYPE * len(_said(label)) + 1.4, middle - _HALF, middle + _HALF


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return two strips of paper, and under each the line on which somebody stands who was told this."""
    rows, strips, shapes = [], [], []
    for label, y in _LINES.items():
        left, right, low, high = _strip(label)
        there = [(left, low), (left, high), (right, high), (right, low)]
        look = {"fill": theme.panel, "edge": theme.muted, "width": theme.line * 0.5}
        shapes.append(shape(f"Strip: {label}", [there], **look))
        font = {"color": theme.ink, "size": theme.size * _TYPE}
        strips.append(((left + right) / 2, (low + high) / 2, _said(label), "middle center", font))
        ticks = [[(_across(at), y), (_across(at), y - 0.5)] for at in range(11)]
        track = [(_across(0), y), (_across(10), y)]
        shapes.append(line(f"Line: {label}", [track, *ticks], {"color": theme.muted, "width": theme.line * 0.6}))
        ends = ((0, "0"), (5, "5"), (10, "10"))
        rows += [(_across(at), y - 1.3, text, "middle center", theme.text()) for at, text in ends]
    calm = trial()["episode"]
    x, y = _place("episode", calm.mean)
    shapes.append(drawn("Told the calmer name", upright([(x, y)], _TALL), {"width": 0}, fill=theme.color("treatment")))
    rows.append((x + 0.9, y + 0.2, f"<b>{calm.mean:g}</b>", "middle right", theme.text("treatment", 1.3)))
    rows.append(
        (_LEFT, _HIGH - 1.2, "<b>How much do you need a scan, of 10?</b>", "middle right", theme.text(size=1.2))
    )
    if prediction is not None:
        own = upright([_place("disc_bulge", prediction)], _TALL)
        shapes.append(drawn("You put her there", own, {"width": 0}, fill=theme.color("prediction")))
    return {
        "data": [words("Two names", rows), typewritten("Strips", strips)],
        "layout": layout(shapes, theme, _HIGH, WALK),
    }


def veiled_touches():
    """Return what is pressed when an answer is kept: the strip with the name that was asked about."""
    return {"axes": ["xaxis", "yaxis"], "things": {"now:1": box(*_strip("disc_bulge"))}}


def level():
    """Return how somebody is put on her line by hand, by her feet, as `spine_edu.explorer.asking.Number` takes it."""
    track = [[value, _across(value), _LINES["disc_bulge"]] for value in (0, 10)]
    return {"axes": ["xaxis", "yaxis"], "track": track, "outline": _BODY}


#: Somebody who stands on her place, in sizes of the type; a screen counts downwards.
_BODY = (
    "M-0.46,-2.2C-0.46,-2.8,0.46,-2.8,0.46,-2.2C0.46,-1.6,-0.46,-1.6,-0.46,-2.2ZM-0.78,0C-0.78,-2.05,0.78,-2.05,0.78,0Z"
)
