"""Drawing of the shape builder: one geometry from above, from the side and from behind, and the rules of its name."""

from dataclasses import replace
from functools import cache, lru_cache

from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import picture
from spine_edu.herniation.paint import Frame, Paint, lettering
from spine_edu.herniation.shape import above, behind, handles, rules, side
from spine_edu.herniation.shape.site import constant
from spine_edu.theme import LIGHT, THEMES

#: What the three drawings show, for the low back and for the (smaller) neck: x from, x to, y from, y to in mm; scale.
_SHOWN = {
    "low back": {"above": (-36, 36, -41, 23), "side": (-25, 36, -34, 30), "behind": (-34, 34, -36, 28, 0.72)},
    "neck": {"above": (-24, 24, -33, 11), "side": (-22, 39, -24, 24), "behind": (-17, 17, -18, 14, 1.25)},
}
#: Height of the three drawings together, px; and in a hall, where a picture grows until it fills the place.
_HEIGHT, _IN_A_HALL = 580, 548


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `ShapeResult`.

    Parameters
    ----------
    result : ShapeResult
    theme : Theme
    held : ShapeResult or None
        An earlier shape, outlined.
    prediction : str or None
        The name the reader expected.
    """
    state, region = result.state, result.site.region
    paint = Paint(state.skin, state.water, theme)
    texts = [
        *_labels(result, paint),
        *_headings(region, theme),
        *rules.rows(result, prediction, theme, _frames(region)[2]),
    ]
    pictures = _pictures(result.site, state.side, _beside(state), state.skin, state.water, theme.name)
    return {
        "data": [*above.dots(result, paint), _levels(result, paint), words("words", texts)],
        "layout": _layout(theme, region, _shapes(result, held, paint), pictures),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return what the question is about in all three views, without its name and the rules."""
    state, region = result.state, result.site.region
    paint = Paint(state.skin, state.water, theme)
    pictures = _pictures(result.site, state.side, _beside(state), state.skin, state.water, theme.name)
    texts = [*_labels(result, paint), *_headings(region, theme, "")]
    return {
        "data": [above.dots(result, paint)[0], words("words", texts)],
        "layout": _layout(theme, region, _shapes(result, None, paint), pictures),
    }


#: How many points make the track of a handle that does not run straight.
_POINTS = {"extent": 34, "dome": 29, "height": 29, "migration": 21}


def grips(result):
    """Return the handles: base, dome and size in the view from above, height and migration in that from the side."""
    first, second, _ = _frames(result.site.region)
    # The material itself is pulled out of the disc where it is seen from above, and up and down from the side.
    seen = [_rounded(line[::2]) for line in _outlines(result)]
    bodies = dict(zip(("reach", "migration"), seen, strict=False))
    found = []
    for frame, positions in ((first, handles.above(result)), (second, handles.side(result))):
        for name, position in positions.items():
            place = _placed(frame, position)
            body = bodies.get(name, ())
            found.append(grip(result.state, name, place, points=_POINTS.get(name, 2), body=body, small=True))
            if name == "reach" and result.rule.rule == "broad":
                found[-1]["track"][-1] = [largest := constant("bulge_reach"), *place(largest)]
    return found


def _placed(frame, position):
    return lambda value: _rounded([frame.at(*position(value))])[0]


def _rounded(line):
    """A hundredth of a millimetre is less than a pixel, and tracks travel at every move."""
    return [(round(x, 2), round(y, 2)) for x, y in line]


@cache
def _frames(region):
    """Return the frames of the drawings: from above at the left, from the side beside it, from behind below.

    They share one pair of axes: a pair of its own for each would cost the browser as much as ten outlines.
    """
    first, second, third = (Frame(*shown) for shown in _SHOWN[region].values())
    gap = (first.high - first.low) / 10
    lowest = min(first.low, first.high - second.high + second.low)
    return (
        first,
        replace(second, move=(first.right + gap / 2 - second.left, first.high - second.high)),
        replace(third, move=(first.left - third.left * third.scale, lowest - gap - third.high * third.scale)),
    )


def _corners(region):
    """Return the lower left and the upper right corner of all three drawings."""
    first, second, third = _frames(region)
    return (first.left, third.at(0, third.low)[1]), (second.at(second.right, 0)[0], first.high)


def _layout(theme, region, shapes, pictures):
    (left, low), (right, high) = _corners(region)
    heading = theme.em(1.6)
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return theme.layout(
        # Where it is narrow, the face cuts off what stays empty below.
        meta={"cut": True},
        height=(_IN_A_HALL if theme.large else _HEIGHT) + heading + 8,
        margin={"l": 4, "r": 4, "t": heading, "b": 8},
        shapes=shapes,
        images=pictures,
        xaxis={**plain, "range": [left, right]},
        yaxis={**plain, "range": [low, high + 0.1], "scaleanchor": "x", "constraintoward": "top"},
    )


def _beside(state):
    """Return whether the slice from the side lies beside the canal, through the foramen."""
    return state.zone in ("foraminal", "extraforaminal")


@lru_cache(maxsize=16)
def _pictures(site, near, beside, skin, water, theme):
    """Return what no slider moves, under and over the material, as two pictures; `near` is the side of the material."""
    paint, frames = Paint(skin, water, THEMES[theme]), _frames(site.region)
    low, high = _corners(site.region)
    field = paint.shape(
        "surroundings",
        [box for frame in frames for box in frame.box()],
        "surroundings",
        line=paint.fill["surroundings"],
    )
    under = [
        field,
        *above.still(site, paint, frames[0]),
        *side.still(site, beside, paint, frames[1]),
        *behind.still(site, near, paint, frames[2]),
    ]
    return [
        picture("disc, vertebrae and canal", under, low=low, high=high),
        picture(
            "bone, roots and lines to the labels",
            above.roots(site, near, paint, frames[0]),
            layer="above",
            low=low,
            high=high,
        ),
    ]


def _shapes(result, held, paint):
    """Return all that moves with a slider; the material from above and from the side is one shape, for speed."""
    first, second, third = _frames(result.site.region)
    state, broad = result.state, result.rule.rule == "broad"
    covered = "annulus" if broad or state.cover == "annulus" else "material"
    core = [result.material.part(0.7)] if result.material and covered == "annulus" and not broad else []
    ligament = first.place(map(above.thinned, above.ligament(result)))
    if not _beside(state):
        ligament += second.place(map(above.thinned, side.ligament(result)))
    held = held if held and held.site.region == result.site.region else None
    return [
        paint.shape("path through the annulus", first.place(above.path(result)), "material", width=0),
        paint.line("displaced material", _outlines(result), paint.strong, width=2.2, fill=covered),
        paint.shape("inner part of the displaced material", first.place(core), "material", width=0.6),
        paint.line(
            "ligament behind the disc", ligament, paint.ligament, width=2.5, dash="solid" if paint.mri else "dash"
        ),
        paint.line(
            "displaced material from behind",
            third.place([body] if (body := behind.silhouette(result)) else []),
            paint.strong,
            width=2.2,
            fill=covered,
        ),
        paint.shape("roots that pass", first.place(above.passing(result)), "nerve"),
        paint.line(
            "line to the root that passes",
            first.place(above.leader(result, first)),
            paint.label,
            width=0.8,
            layer="above",
        ),
        paint.line(
            "root in this zone",
            first.place(above.ring(result)),
            paint.mark,
            width=3.5 if result.touched or result.met else 2,
            dash="solid" if result.touched or result.met else "dot",
            layer="above",
        ),
        paint.line(
            "A, held", _outlines(held) if held else [], paint.theme.color("held"), width=paint.theme.line, dash="dash"
        ),
    ]


def _levels(result, paint):
    """Return the arrows on the vertebrae from the side that lead to the disc above or below."""
    frame, spots = _frames(result.site.region)[1], side.neighbours(result.site, _frames(result.site.region)[1])
    places = [frame.at(x, y) for x, y, *_ in spots]
    return mark(
        "levels to click",
        [x for x, _ in places] or [None],
        [y for _, y in places] or [None],
        {
            "symbol": [f"triangle-{way}" for _, _, way, _ in spots] or "circle",
            "size": 13,
            "color": paint.on_bright,
            "line": {"width": 0},
        },
        mode="markers",
        text=[level for *_, level in spots],
        hoverinfo="text",
        customdata=[f"level:{level}" for *_, level in spots],
    )


def _outlines(result):
    """Return the edge of the material from above and from the side."""
    if result.material is None:
        return []
    first, second, _ = _frames(result.site.region)
    return first.place([above.thinned(result.material.outline)]) + second.place([side.outline(result)])


def _labels(result, paint):
    """Return the words on the drawings as rows of `words`; those on bone are dark in a scan too."""
    first, second, third = _frames(result.site.region)
    rows = [
        *((first, *row) for row in above.labels(result, first)),
        *((second, *row) for row in side.labels(result, second)),
        *((third, *row) for row in behind.labels(third)),
    ]
    size = lettering(paint.theme)
    return [
        (
            *frame.at(x, y),
            text,
            position,
            {"color": paint.on_bright if position == "middle center" else paint.label, "size": size},
        )
        for frame, x, y, text, position in rows
    ]


def _headings(region, theme, zones=" (○ zones)"):
    titles = (f"From the feet{zones}", "From the side", "From behind")
    return [
        (*frame.at((frame.left + frame.right) / 2, frame.high), f"<b>{title}</b>", "top center", theme.text())
        for frame, title in zip(_frames(region), titles, strict=True)
    ]
