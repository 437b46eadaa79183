"""The shelf before the reader has predicted: the whole scale, and the bottle that is put on it; then the band."""

from spine_edu import data
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import line, shape
from spine_edu.treatment.shelf import frame, things
from spine_edu.treatment.shelf.numbers import number

#: The row that the question is about; ends of its scale in points of 100.
EFFECT_ROW, LOW, HIGH = "relaxant_new_pain", 0.0, 100.0
#: Ends of the scale as shares of the width; upper end and lower end of the picture in sizes of the type.
_SCALE, _TOP, _FOOT = (0.06, 0.94), 10.5, -3.4
#: Size of the bottle in sizes of the type, and where its name begins across until it is put.
_BOTTLE, _WAITS = 4.4, 0.025
#: How high the band is.
_BAND = 4.4


def across(points):
    """Return where so many points stand, as a share of the width."""
    left, right = _SCALE
    return left + (right - left) * (points - LOW) / (HIGH - LOW)


def effect():
    """Return the row that the question is about."""
    return next(row for row in data.table("treatment_effects") if row.effect == EFFECT_ROW)


def place():
    """Return how the bottle is put on the scale: its track, and its outline in sizes of the type, y down."""
    outline = "".join(
        "M" + "L".join(f"{_BOTTLE * (x - 0.5):.2f},{-_BOTTLE * y:.2f}" for x, y in stroke)
        for stroke in things.THINGS["relaxant"]
    )
    track = [[end, across(end), 0.0] for end in (LOW, HIGH)]
    return {"track": track, "axes": ["xaxis", "yaxis"], "outline": outline}


def veiled(theme, prediction=None):
    """Return the whole scale; once the bottle is put there, it stands with the band below the smaller border."""
    small, large = (data.value(f"treatment_shelf.border_{name}") for name in ("small", "large"))
    box = [(across(0), 0), (across(small), 0), (across(small), _BAND), (across(0), _BAND)]
    grey = {**theme.text(size=0.93), "color": theme.muted}
    put = prediction is not None
    at = across(min(max(prediction, LOW), HIGH)) if put else _WAITS
    said = f"you: {number(prediction)}" if put else "Muscle relaxant: drag the bottle"
    # Before that, the band would say where to put it.
    below = "smaller than two reviews<br>call worth having" if put else ""
    rows = [
        (across(0), _BAND + 2.0, below, "top right", grey),
        # What a hand carries has its number over it: the name keeps clear of that.
        (at, _BOTTLE + (0.4 if put else 2.2), said, "top center" if put else "top right", theme.text("prediction")),
        (sum(_SCALE) / 2, -3.0, "Points of 100 less pain than without it", "top center", theme.text()),
        (_SCALE[0], _TOP - 0.2, "<b>New back pain, within two weeks</b>", "bottom right", theme.text()),
    ]
    ticks = [(across(tick), f"{tick}") for tick in range(0, 101, 20)]
    scale = [[(across(LOW), 0), (across(HIGH), 0)], *([(x, 0), (x, -0.3)] for x, _ in ticks)]
    edges = [[(across(one), 0), (across(one), _BAND)] for one in (small, large) if put]
    bottle = [[(px, up) for px, up in stroke] for stroke in things.placed("relaxant", _BOTTLE * theme.size, _BOTTLE)]
    half = _BOTTLE * theme.size / 2
    centred = [[(px - half, up) for px, up in stroke] for stroke in bottle]
    shapes = [
        shape("Band", [box] if put else [], fill=theme.fill("neutral"), edge=theme.paper, width=0, digits=4),
        line("Borders of two reviews", edges, theme.stroke("threshold", 0.7)),
        line("Scale", scale, {"color": theme.ink, "width": theme.line}),
        line(
            "Bottle",
            centred,
            {"color": theme.color("prediction"), "width": theme.line * 0.8},
            xsizemode="pixel",
            xanchor=at,
            digits=2,
            visible=put,
        ),
    ]
    layout = frame.plane(shapes, theme, ticks, (_FOOT, _TOP), 0, unit=theme.size, top=theme.em(0.8))
    return {"data": [words("Over the scale", rows), _pressed(at, theme, put)], "layout": layout}


def _pressed(at, theme, put):
    """Return what a press on the bottle hits, once it is put."""
    look = {"size": [_BOTTLE * theme.size], "opacity": 0}
    act = {"customdata": ["treatment:relaxant"], "hoverinfo": "none", "cliponaxis": False}
    return mark("The bottle to press", [at], [_BOTTLE / 2], look, visible=put, **act)
