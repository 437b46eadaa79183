"""The desk over the option table: who is asked what matters, and a knob for each of the five questions."""

from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import mark
from spine_edu.treatment.options import signs
from spine_edu.treatment.options.frame import DESK, LOWER, RIGHT, bodies, knob_place, track
from spine_edu.treatment.options.model import MINE, MOST, VALUES, person, question

#: Letters of the invented people beside the tracks.
_INITIALS = (("mara", "M"), ("tom", "T"))
#: Who may be asked what matters -> the name under the drawing.
_PEOPLE = ((MINE, "You"), ("mara", "Mara"), ("tom", "Tom"))
#: How far the words at the ends of the first track stand from it, and the letters of people from theirs.
_ENDS, _LETTERS = 2.2, 2.7


def grips(result):
    """Return a knob on the track of each of the five questions; none where somebody else has said what matters."""
    if result.state.whose != MINE:
        return []
    return [grip(result.state, row, lambda weight, row=row: track(row, weight), along="y") for row in VALUES]


def lower(theme):
    """Return how much lower every second name stands, where the letters of a hall have no room side by side."""
    return LOWER if theme.large else 0.0


def words(result, theme):
    """Yield the words of the desk, each as x, y, text, where it lies and its font."""
    small, muted = theme.text(size=0.86), {**theme.text(size=0.86), "color": theme.muted}
    for (left, _, right, bottom), (name, text) in zip(bodies(), _PEOPLE, strict=True):
        yield (left + right) / 2, bottom, _bold(text, name == result.state.whose), "top center", small
    for weight, text in ((MOST, "most"), (0, "least")):
        x, y = track(VALUES[0], weight)
        yield x - _ENDS, y, text, "middle left", muted
    for number, row in enumerate(VALUES):
        middle, low = sum(knob_place(row)) / 2, DESK[1] - 0.1 + lower(theme) * (number % 2)
        font = small if result.matters[row] else muted
        yield middle, low, question(row), "top center", font
        yield from _initials(row, theme)


def shapes(result, theme):
    """Yield the ground of the desk, its tracks, what is not to be moved on them, and the people."""
    ground = f"M0,{DESK[0]:g}H{RIGHT:g}V{DESK[1] + lower(theme):g}H0Z"
    yield outlines.drawn("Desk", ground, {"width": 0}, fill=theme.panel, layer="below")
    yield outlines.drawn("Tracks", "".join(map(_track, VALUES)), {"width": 1.6, "color": theme.muted})
    ink = {"width": 0, "color": theme.ink}
    yield outlines.drawn("How much it matters", _strokes(result), ink, fill=theme.ink)
    yield from _people(result, theme)


def hands(result):
    """Return what a touch on a person hits; there is nothing to be seen of it."""
    spots = [
        ((left + right) / 2, top + (bottom - top) * share, f"whose:{name}")
        for (left, top, right, bottom), (name, _) in zip(bodies(), _PEOPLE, strict=True)
        for share in (0.25, 0.75)
    ]
    x, y, chooses = (list(column) for column in zip(*spots, strict=True))
    look = {"size": 30, "symbol": "square", "opacity": 0}
    return mark("People: touch one", x, y, look, customdata=chooses, hoverinfo="none")


def _bold(text, strong):
    return f"<b>{text}</b>" if strong else text


def _initials(row, theme):
    """Yield the letters of the invented people beside a track, where what matters to them lies."""
    there = {}
    for name, letter in _INITIALS:
        there.setdefault(getattr(person(name), row), []).append(letter)
    for weight, letters in there.items():
        x, y = track(row, weight)
        yield x + _LETTERS, y, " ".join(letters), "middle right", theme.text(size=0.79)


def _track(row):
    (x, low), (_, high) = track(row, 0), track(row, MOST)
    steps = [track(row, weight)[1] for weight in range(MOST + 1)]
    return f"M{x:g},{low:g}V{high:g}" + "".join(f"M{x - 0.7:.2f},{y:.2f}H{x + 0.7:.2f}" for y in steps)


def _strokes(result):
    """Return a stroke on each track where no knob says how much it matters: it is not to be moved."""
    if result.state.whose == MINE:
        return ""
    places = [track(row, result.matters[row]) for row in VALUES]
    return "".join(f"M{x - 1.5:.2f},{y - 0.17:.2f}H{x + 1.5:.2f}V{y + 0.17:.2f}H{x - 1.5:.2f}Z" for x, y in places)


def standing(name, foot, high, theme, *, chosen=False):
    """Yield somebody of the desk who stands at a place, so many px high, with the pain down one leg."""
    pain = {"width": theme.line, "color": theme.color("pain")}
    edge = {"width": theme.line * 0.6, "color": theme.color("water")}
    # In pixels, so that a head is round in every width.
    anchor = {"xanchor": foot[0], "yanchor": foot[1], "xsizemode": "pixel", "ysizemode": "pixel"}
    fill = theme.color("water") if chosen else theme.fill("water")
    said = dict(_PEOPLE)[name]
    yield outlines.drawn(f"Ask: {said}", signs.body(name, high), edge, fill=fill, **anchor)
    yield outlines.drawn(f"Sciatica: {said}", signs.sciatica(high), pain, **anchor)


def _people(result, theme):
    """Yield who may be asked what matters, the chosen one dark."""
    for (left, top, right, bottom), (name, _) in zip(bodies(), _PEOPLE, strict=True):
        high = theme.em(bottom - top) - 1.35 * theme.type_size(0.86)
        # The picture is never laid out narrower than 34 sizes of the type; see picture.js.
        high = min(high, (right - left) * (34 * theme.size - 16) / RIGHT / signs.BROAD)
        foot = (left + right) / 2, bottom - 1.35 * theme.type_size(0.86) / theme.size
        yield from standing(name, foot, high, theme, chosen=name == result.state.whose)
