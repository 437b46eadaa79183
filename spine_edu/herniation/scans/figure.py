"""A hundred scans, the year's curve, and what became of symptoms and picture."""

from spine_edu.drawing import hundred, outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import mark, words
from spine_edu.explorer.frames import Frames
from spine_edu.herniation import charts
from spine_edu.herniation.scans import slices, year
from spine_edu.herniation.scans.model import PEOPLE
from spine_edu.herniation.scans.words import at_month
from spine_edu.theme import LIGHT

#: Look of a scan -> how large the herniation is drawn there, and its line in the key.
_SIZES = {"same": (1.0, 0), "smaller": (slices.SMALLER, 1), "gone": (0.0, 2)}
_MONTHS, _OF_100 = (0, 3, 6, 9, 12), (0, 25, 50, 75, 100)
#: Before the question is answered: where each type is shown, and how much larger than in the hundred.
_SHOWN, _LARGE = (
    {"bulge": (1.3, 1.4), "protrusion": (7.7, 1.4), "extrusion": (1.3, 6.3), "sequestration": (7.7, 6.3)},
    4,
)
#: How far under a type its name stands, and where the answer goes: between the four.
_NAMED, _ONTO = 2.9, (4.5, 5.2)
#: Where on a drawn type a press counts, in rows about its middle.
_PRESSED_FIRST = ((-1, -0.6), (0, -0.6), (1, -0.6), (-0.7, 0.6), (0.7, 0.6), (0, 1.6), (-0.7, _NAMED), (0.7, _NAMED))
#: How high the four types of the question are together, px.
_ALONE = 400
#: Where along the name of a type a press counts, in months of the chart.
_PRESSED = (1, 4, 7, 10)
#: Where across the figure the square ends and the year begins, on a page and in a hall, whose words need more room.
_SPLIT = ((0.485, 0.56), (0.43, 0.505))


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `ScansResult`.

    Parameters
    ----------
    result : ScansResult
    theme : Theme
    held : ScansResult or None
        An earlier run, drawn as curve A.
    prediction : str or None
        The type the reader expected to shrink most often.
    """
    inner, chart = _chart(theme)
    return {
        "data": [
            _words_below(result, theme),
            *_curves(result, theme, chart, held),
            *year.times(result, theme, chart),
            _choices(result, chart),
            words("words at the right", year.texts_at_the_curve(result, theme, chart, held, prediction), chart.names),
        ],
        "layout": _layout(
            theme,
            inner,
            [*_square(result, theme), *year.types(result, theme, chart)],
            _scene(theme),
            **chart.layout(theme, inner, "Months (curve: assumed)", _MONTHS, _OF_100),
        ),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the four types of the question as a first scan shows them, drawn."""
    rows = [charts.heading("The four types, drawn", theme)]
    rows += [(x, y + _NAMED, kind, "middle center", theme.text()) for kind, (x, y) in _SHOWN.items()]
    mine = f"you say:<br><b>{prediction or '?'}</b>"
    rows.append((*_ONTO, mine, "middle center", theme.text("prediction")))
    places = list(_SHOWN.values())
    shapes = [
        outlines.drawn(kind, slices.material(kind, [at], scale=_LARGE), {"width": 0}, fill=theme.color("herniation"))
        for kind, at in _SHOWN.items()
    ]
    shapes.append(_discs(slices.large(places, _LARGE), theme))
    # As large as the room allows: nothing else stands beside or under them.
    axes = charts.square_axes("", (0, 1), _ALONE)
    axes["yaxis"] |= {"range": [9.9, -0.6]}
    layout = _layout(theme, _ALONE, shapes, axes)
    # Once an answer is kept, a press on a drawn type shows its year.
    return {"data": [words("names of the types", rows), *([_pressed_first()] if prediction else [])], "layout": layout}


def _pressed_first():
    """Return where a drawn type is pressed to see its year: on the disc, on what stands out of it, on its name."""
    spots = [(x + across, y + down, kind) for kind, (x, y) in _SHOWN.items() for across, down in _PRESSED_FIRST]
    return mark(
        "drawn types to press",
        [x for x, *_ in spots],
        [y for _, y, _ in spots],
        {"size": 40, "opacity": 0},
        hoverinfo="none",
        customdata=[f"kind:{kind}" for *_, kind in spots],
    )


def tags():
    """Return how the name under a drawn type is pressed for an answer, as `asking.Pick` takes it."""
    places = {kind: [float(x), y + _NAMED] for kind, (x, y) in _SHOWN.items()}
    return {"axes": ["xaxis", "yaxis"], "places": places, "onto": list(_ONTO)}


def grips(result):
    """Return the handle: the month, on the curve."""
    step = len(result.months) - 1
    return [
        grip(
            result.state,
            "month",
            lambda month: (month, result.smaller[round(month / result.months[-1] * step)]),
            points=25,
            axes=("xaxis2", "yaxis2"),
            telling=True,
        )
    ]


def _chart(theme):
    """Return the height of the figure without its margins, px, and the chart of the year."""
    inner, end, high = (630, 38, 260) if theme.large else (510, 38, 262)
    return inner, charts.Chart("2", (0, end), (0, 110), (_SPLIT[theme.large][1], 1), 0, high, room=inner - high)


def _layout(theme, inner, shapes, axes, **more):
    top = theme.em(3.1)
    return theme.layout(
        height=top + inner + 8,
        margin={"l": 6, "r": 6, "t": top, "b": 8},
        shapes=shapes,
        **axes,
        **more,
    )


def _scene(theme):
    """Return the two hidden axes of the square and its key, as large as the place lets them be."""
    axes = charts.square_axes("", (0, _SPLIT[theme.large][0]), 0)
    axes["xaxis"] |= {"constraintoward": "left"}
    axes["yaxis"] |= {"range": [_row(2) + 0.6, -0.6]}
    return axes


def _row(number):
    """Return the row of a line of the key, under the square."""
    return charts.SIDE + 0.15 + number


def herniations(result, frame=None):
    """Return name -> path of what stands out of the discs, at a frame of the year (default: month)."""
    kind, looks = result.state.kind, result.looks(frame)
    keys = [(look, (0, _row(line))) for look, (_, line) in _SIZES.items()]
    spots = [*zip(looks, map(hundred.place, range(PEOPLE)), strict=True), *keys]
    same = [place for look, place in spots if look == "same"]
    sizes = [(*place, _SIZES[look][0]) for look, place in spots]
    return {"herniations": slices.each(kind, sizes), "unchanged": slices.material(kind, same)}


def _square(result, theme):
    """Return the year's square: everybody's disc, and behind it what changes, dark in the outline of its first scan.

    What is unchanged lies pale over it.
    """
    there, same = herniations(result).items()
    dark = theme.color("herniation")
    first = [*map(hundred.place, range(PEOPLE)), *((0, _row(line)) for line in range(len(_SIZES)))]
    outline = slices.material(result.state.kind, first)
    return [
        outlines.drawn("as on the first scan", outline, {"width": 1.2, "color": theme.muted, "dash": "dot"}),
        outlines.drawn(*there, {"width": 0}, fill=dark),
        outlines.drawn(*same, {"width": 1, "color": dark}, fill=theme.fill("herniation")),
        _discs(slices.everybody(tuple(map(_row, range(3)))), theme),
    ]


def _discs(path, theme):
    return outlines.drawn("discs", path, {"width": 1, "color": theme.color("annulus")}, fill=theme.solids["annulus"])


def _words_below(result, theme):
    """Return what stands over the left square, and its key."""
    title, *lines = texts_below(result)
    return words(
        "words under the scans",
        [
            ((charts.SIDE - 1) / 2, -0.59, title, "top center", theme.text(size=0.9)),
            *((0.8, _row(number) + 0.1, text, "middle right", theme.text()) for number, text in enumerate(lines)),
        ],
    )


def texts_below(result, frame=None):
    """Return the heading of the left square and the counts of its key at a frame."""
    return [f"<b>{PEOPLE} scans, no surgery</b><br>dotted: the first scan", *counts_in_words(result, frame)]


def counts_in_words(result, frame=None):
    """Return the three counts as printed beside their marks, at a frame of the year."""
    same, smaller, gone = result.counts(frame)
    known = result.record.gone is not None
    return [
        f"{same} unchanged",
        f"{smaller} smaller{'' if known else ' or gone'}",
        f"{gone} no longer seen" if known else "gone: not reported",
    ]


def now_at(result, frame):
    """Return the heights of the two marks at a frame: smaller or gone, and of these gone."""
    return [result.smaller[frame], None if result.record.gone is None else result.gone[frame]]


def now_in_words(result, frame):
    """Return the words at the two marks: the month stands at the upper one, clear of the knob there."""
    room = "\u2003" if now_side(result, frame) == "middle right" else ""
    return [f"{room}month {result.months[frame]:g}", ""]


def now_side(result, frame):
    """Return on which side of their mark these words stand: clear of the curve, and of the axis in early months."""
    if result.months[frame] >= 6:
        return "top left"
    return "middle right" if result.smaller[frame] > 15 else "top right"


def _curves(result, theme, chart, held):
    """Return the year's curves, the chosen month and the published shares at its end."""
    chosen, now = result.state.kind, result.months[result.now]
    gone = list(zip(result.months, result.gone, strict=True)) if result.record.gone is not None else []
    curves = {
        "A, held": (list(zip(held.months, held.smaller, strict=True)) if held else [], theme.stroke("held")),
        "smaller or gone": (list(zip(result.months, result.smaller, strict=True)), theme.stroke("herniation", 1.2)),
        "gone from the scan": (gone, {"color": theme.muted, "dash": "dash", "width": theme.line}),
    }
    points = {
        "published share of the chosen type": ([(year.LAST, result.shares[chosen])], theme.marker("herniation", 1.2)),
    }
    return [
        *(chart.points(name, curve, mode="lines", line=line) for name, (curve, line) in curves.items()),
        *(chart.points(name, spots, marker=marker) for name, (spots, marker) in points.items()),
        chart.points(
            "now",
            [(now, share) for share in now_at(result, result.now)],
            marker=theme.marker("now"),
            mode="markers+text",
            text=now_in_words(result, result.now),
            textposition=now_side(result, result.now),
            textfont=theme.text(),
        ),
    ]


def _choices(result, chart):
    """Return what is pressed to choose a type: its dot at the end of the year, and the name beside it."""
    spots = [(kind, (year.LAST + off, share)) for kind, share in result.shares.items() for off in _PRESSED]
    return chart.points(
        "types to press",
        [place for _, place in spots],
        marker={"size": 14, "opacity": 0},
        # Without a label of its own, since the words stand there; "skip" would take the press away.
        hoverinfo="none",
        customdata=[f"kind:{kind}" for kind, _ in spots],
    )


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the year as `Frames`, a week each."""
    weeks = range(len(result.months))
    run = Frames(
        "month",
        (f"month {month:g} of {result.months[-1]:g}" for month in result.months),
        (at_month(result, week) for week in weeks),
        seconds=8,
        stride=4,
        controls={"month": result.months},
    )
    drawn = [herniations(result, week) for week in weeks]
    for name in drawn[0]:
        run.add(name, path=[paths[name] for paths in drawn])
    for name, values in (("smaller or gone", result.smaller), ("gone from the scan", result.gone)):
        run.reveal(name, range(1, len(values) + 1))
    run.add(
        "now",
        x=[[month, month] for month in result.months],
        y=[now_at(result, week) for week in weeks],
        text=[now_in_words(result, week) for week in weeks],
        textposition=[now_side(result, week) for week in weeks],
    )
    run.add("words under the scans", text=[texts_below(result, week) for week in weeks])
    return run
