"""The pressure board before the reader has predicted: a scale, who stands on it, and who waits to be placed."""

from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import line
from spine_edu.loads.pressure import bodies, postures
from spine_edu.loads.pressure.frame import BELOW, layout, slot
from spine_edu.loads.pressure.model import REFERENCE, row, study
from spine_edu.loads.pressure.words import value
from spine_edu.theme import LIGHT

#: The posture that the question is about, and the study whose scale it is asked for.
ASKED, STUDY = "slouched", "wilke"
#: Ends of the scale as shares of the width, and its ticks; upper end of the picture in slots.
_SCALE, _TICKS, _TOP = (0.06, 0.94), (0, 0.5, 1, 1.5, 2, 2.5), 7.2
#: How high somebody standing is, in slots; where the other one waits: across, and its shelf in slots.
_HIGH, _WAITS = 4.4, (0.76, 2.2)


def across(reading):
    """Return the place of a reading on the scale, as a share of the width."""
    about, (left, right) = study(STUDY), _SCALE
    return left + (right - left) * (reading - about.low) / (about.high - about.low)


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the scale with the reading of standing on it, and the posture that waits to be placed on it.

    Once it is placed, its outline stays where the reader has put it.
    """
    standing, asked = row(REFERENCE), row(ASKED)
    reading, about = standing.readings[STUDY], study(STUDY)
    title = f"<b>{about.title}</b>, {about.disc}, {about.people_words}"
    x, shelf = _WAITS
    rows = [
        (across(reading.value), _HIGH + 0.2, f"{standing.label}: {value(reading)}", "top center", theme.text()),
        (x, shelf + _HIGH * 0.8, f"{asked.label}: ?", "top center", theme.text("prediction")),
        (sum(_SCALE) / 2, -0.95, about.axis, "bottom center", theme.text()),
        (_SCALE[0], _TOP - 0.1, title, "bottom right", theme.text()),
    ]
    if prediction is not None:
        said = f"{asked.label}:<br>you said {prediction:.2f}"
        rows[1] = (across(prediction), _HIGH + 1.2, said, "middle center", theme.text("prediction"))
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
        put = across(prediction)
        shapes += bodies.ghost("Where the reader has put it", ASKED, put, 0, _HIGH, slot(theme), theme)
    ticks = [(across(tick), f"{tick:g}") for tick in _TICKS]
    drawn = layout(shapes, theme, ticks, low=-BELOW, high=_TOP)
    return {"data": [words("Standing on the scale", rows)], "layout": drawn}


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
