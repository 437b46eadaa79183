"""The pressure board before the reader has predicted: a scale, who stands on it, and who waits to be placed."""

from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import line
from spine_edu.loads.pressure import bodies, postures
from spine_edu.loads.pressure.frame import BELOW, layout, slot
from spine_edu.loads.pressure.model import REFERENCE, row, study
from spine_edu.loads.pressure.words import value
from spine_edu.theme import LIGHT

#: The posture that the question is about, and the study whose scale it is asked for.
ASKED, STUDY = "slouched", "wilke"
#: Ends of the scale as shares of the width, and its ticks; upper end of the picture in slots, before and after.
_SCALE, _TICKS, _TOP = (0.11, 0.95), (0, 0.5, 1, 1.5, 2, 2.5), (7.2, 8.6)
#: How high somebody standing is, in slots; where the other one waits: across, and its shelf in slots.
_HIGH, _WAITS = 4.4, (0.76, 2.2)
#: Who can be tapped once the reader has predicted: from where on across, how far from each other, on which shelf and
#: how high somebody standing would be, in slots.
TAPPED = ("straight", "slouched", "thighs")
_FIRST, _APART, _SHELF, _SMALL = 0.57, 0.17, 5.0, 2.2
#: Over whose head what was said stands, if it is not too near to who stands on the scale already.
_HEAD, _NEAR = 3.3, 0.13


def across(reading):
    """Return the place of a reading on the scale, as a share of the width."""
    about, (left, right) = study(STUDY), _SCALE
    return left + (right - left) * (reading - about.low) / (about.high - about.low)


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the scale with the reading of standing on it, and the posture that waits to be placed on it.

    Once it is placed, its outline stays where the reader has put it, and who sits otherwise can be tapped too.
    """
    standing, asked = row(REFERENCE), row(ASKED)
    reading, about = standing.readings[STUDY], study(STUDY)
    title = f"<b>{about.title}</b>, {about.disc}, {about.people_words}"
    (x, shelf), top = _WAITS, _TOP[prediction is not None]
    rows = [
        (across(reading.value), _HIGH + 0.2, f"{standing.label}: {value(reading)}", "top center", theme.text()),
        (x, shelf + _HIGH * 0.8, f"{asked.label}: ?", "top center", theme.text("prediction")),
        (sum(_SCALE) / 2, -1.0, about.axis, "bottom center", theme.text()),
        (_SCALE[0], top - 0.1, title, "bottom right", theme.text()),
    ]
    if prediction is not None:
        said = f"{asked.label}:<br>you said {prediction:.2f}"
        put = across(prediction)
        crowded = abs(put - across(reading.value)) < _NEAR
        rows.pop(1)
        own = (put, _HIGH + 0.8 if crowded else _HEAD, said, "top center", theme.text("prediction"))
        rows += _names(theme)
    level = [(_SCALE[0], 0), (_SCALE[1], 0)]
    marks = [[(across(tick), 0), (across(tick), -0.15)] for tick in _TICKS]
    shapes = [
        line("Scale", [level, *marks], {"color": theme.ink, "width": theme.line}),
        *bodies.standing(REFERENCE, across(reading.value), 0, _HIGH, slot(theme), theme, name="Body, standing"),
    ]
    if prediction is None:
        board = [[(x - 0.13, shelf), (x + 0.13, shelf)]]
        shapes.append(line("Shelf", board, {"color": theme.muted, "width": theme.line / 2}))
        shapes += bodies.standing(ASKED, x, shelf, _HIGH, slot(theme), theme, name="Body, asked")
    else:
        shapes += bodies.ghost("Where the reader has put it", ASKED, put, 0, _HIGH, slot(theme), theme)
        shapes += _waiting(theme)
    ticks = [(across(tick), f"{tick:g}") for tick in _TICKS]
    drawn = layout(shapes, theme, ticks, low=-BELOW, high=top)
    # What was said has the name by which the reader's own is known: else that of the board would lie here too.
    more = [] if prediction is None else [_targets(theme), words("Your prediction", [own])]
    return {"data": [words("Standing on the scale", rows), *more], "layout": drawn}


def _places():
    """Return (posture, place across) of who can be tapped."""
    return [(name, _FIRST + _APART * number) for number, name in enumerate(TAPPED)]


def _names(theme):
    """Return the words over the heads of who can be tapped, and what to do with them."""
    head = _SHELF + 0.78 * _SMALL
    named = [
        (x, head, wrapped(row(name).label.removeprefix("Sitting, "), 9), "top center", theme.text(size=0.93))
        for name, x in _places()
    ]
    last = _FIRST + _APART * (len(TAPPED) - 1)
    tap = (
        (_FIRST + last) / 2,
        _SHELF - 0.1,
        "Sitting: tap one",
        "bottom center",
        {**theme.text(), "color": theme.muted},
    )
    return [*named, tap]


def _waiting(theme):
    """Yield the shapes of who can be tapped."""
    for name, x in _places():
        yield from bodies.standing(name, x, _SHELF, _SMALL, slot(theme), theme, name=f"Body, {name}")


def _targets(theme):
    """What a tap hits; there is nothing to be seen of it."""
    places = _places()
    return mark(
        "Bodies to tap",
        [x for _, x in places],
        [_SHELF + _SMALL / 2] * len(places),
        {"size": _SMALL * slot(theme) * 0.9, "opacity": 0},
        customdata=[f"posture:{name}" for name, _ in places],
        hoverinfo="none",
    )


def place():
    """Return how the posture is put on the scale: its track, and its outline in sizes of the type, y down."""
    about = study(STUDY)
    outline = "".join(
        "M" + "L".join(f"{x:.2f},{-y:.2f}" for x, y in corners) + "Z"
        for corners in _around(ASKED, _HIGH * slot(LIGHT) / LIGHT.size)
    )
    track = [[end, across(end), 0.0] for end in (about.low, about.high)]
    return {"track": track, "axes": ["xaxis", "yaxis"], "outline": outline}


def _around(name, high):
    """Return the outlines of a posture, its hip over 0, if somebody standing is so high."""
    body, *_ = postures.posture(name)
    scale = high / bodies.TALL
    lines = [line for part in body.outlines() for line in part]
    return [[(scale * (x - body.hip[0]), scale * y) for x, y in one] for one in lines]
