"""Drawing of the shape builder: one geometry from above, from the side and from behind, and the rules of its name."""

from dataclasses import replace
from functools import cache, lru_cache

import numpy as np

from spine_edu import data
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import picture
from spine_edu.herniation.paint import Frame, Paint, small
from spine_edu.herniation.shape import anatomy, geometry
from spine_edu.theme import LIGHT, THEMES

_SLICES = 5
#: What the three drawings show, for the low back and for the (smaller) neck: x from, x to, y from, y to in mm; scale.
_SHOWN = {"low back": {"above": (-43, 43, -49, 25), "side": (-40, 48, -38, 38), "behind": (-34, 34, -36, 28)},
          "neck": {"above": (-24, 24, -33, 11), "side": (-22, 39, -24, 24), "behind": (-17, 17, -18, 14, 1.25)}}
#: Height of the three drawings together, px.
_HEIGHT = 560


@cache
def _frames(region):
    """Return the frames of the drawings: from above at the left, from the side beside it, from behind below.

    They share one pair of axes: a pair of its own for each would cost the browser as much as ten outlines.
    """
    above, side, behind = (Frame(*shown) for shown in _SHOWN[region].values())
    gap = (above.high - above.low) / 10
    lowest = min(above.low, above.high - side.high + side.low)
    return (above, replace(side, move=(above.right + gap / 2 - side.left, above.high - side.high)),
            replace(behind, move=(above.left - behind.left * behind.scale, lowest - gap - behind.high * behind.scale)))


def _corners(region):
    """Return the lower left and the upper right corner of all three drawings."""
    above, side, behind = _frames(region)
    return (above.left, behind.at(0, behind.low)[1]), (side.at(side.right, 0)[0], above.high)


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
    state = result.state
    paint = Paint(state.skin, state.water, theme)
    texts = [*_labels(result, paint), *_headings(result, theme), *_rules(result, prediction, theme)]
    pictures = _pictures(state.level, state.side, _beside(state), state.skin, state.water, theme.name)
    return {"data": [*_dots(result, paint), words("words", texts)],
            "layout": _layout(theme, result.site.region, _shapes(result, held, paint), pictures)}


def _layout(theme, region, shapes, pictures):
    (left, low), (right, high) = _corners(region)
    heading = round(theme.size * 1.6)
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return theme.layout(
        height=_HEIGHT + heading + 8, margin={"l": 4, "r": 4, "t": heading, "b": 8}, shapes=shapes, images=pictures,
        xaxis={**plain, "range": [left, right]},
        yaxis={**plain, "range": [low, high + 0.1], "scaleanchor": "x", "constraintoward": "top"})


def _beside(state):
    """Return whether the slice from the side lies beside the canal, through the foramen."""
    return state.zone in ("foraminal", "extraforaminal")


@lru_cache(maxsize=16)
def _pictures(level, side, beside, skin, water, theme):
    """Return what no slider moves, under and over the material, as two pictures."""
    paint = Paint(skin, water, THEMES[theme])
    region = geometry.site(level).region
    above, aside, behind = _frames(region)
    low, high = _corners(region)
    place = {"low": low, "high": high}
    field = paint.shape("surroundings", [box for frame in _frames(region) for box in frame.box()], "surroundings",
                        line=paint.fill["surroundings"])
    return [picture("disc, vertebrae and canal", [field, *_from_above(level, paint, above),
                                                  *_from_side(level, beside, paint, aside),
                                                  *_from_behind(level, side, paint, behind)], **place),
            picture("roots and lines to the labels", _roots(level, side, paint, above), layer="above", **place)]


def _from_above(level, paint, frame):
    rings = [geometry.ring(level, scale) for scale in (0.76, 0.88)]
    cord = [anatomy.cord(level)] if geometry.site(level).region == "neck" else []
    return [
        paint.shape("canal", frame.place([geometry.canal(level)]), "fat"),
        paint.shape("vertebral arch", frame.place([anatomy.arch(level)]), "bone"),
        paint.shape("outer halves of the facet joints", frame.place(anatomy.outer_processes(level)), "bone"),
        paint.shape("sac", frame.place([geometry.sac(level)]), "sac"),
        paint.shape("spinal cord", frame.place(cord), "nerve"),
        paint.shape("annulus", frame.place([geometry.outline(level)[::6]]), "annulus", width=1.5),
        paint.line("layers of the annulus", frame.place(rings), paint.edge, width=0.6),
        paint.shape("nucleus", frame.place([geometry.nucleus(level)]), "nucleus", width=0.6),
    ]


def _from_side(level, beside, paint, frame):
    disc, nucleus = anatomy.disc_from_side(level)
    pedicles = frame.place(anatomy.pedicles(level))
    if beside:
        bony = [paint.shape("pedicles in the slice", pedicles, "bone"),
                paint.shape("root in the foramen", frame.place([anatomy.root_in_foramen(level)]), "nerve")]
    else:
        bony = [paint.shape("sac, from the side", frame.place([anatomy.sac_from_side(level)]), "sac", width=0.6),
                paint.line("nerves in the sac", frame.place(anatomy.nerves_from_side(level)), paint.fill["nerve"],
                           width=2),
                paint.shape("spinous processes", frame.place(anatomy.behind_from_side(level)), "bone"),
                paint.line("pedicles beside the slice", pedicles, paint.label, dash="dot")]
    bodies = [anatomy.body_from_side(level, which) for which in ("above", "below")]
    return [
        paint.shape("canal, from the side", frame.place([anatomy.canal_from_side(level)]), "fat", width=0),
        *bony,
        paint.shape("vertebrae above and below", frame.place(bodies), "bone"),
        paint.shape("annulus, from the side", frame.place([disc]), "annulus", width=1.5),
        paint.shape("nucleus, from the side", frame.place([nucleus]), "nucleus", width=0.6),
    ]


def _from_behind(level, side, paint, frame):
    site = geometry.site(level)
    half, tall = site.height_back / 2, min(site.body_above, site.body_below) * 0.62
    below, _ = anatomy.block(level, -half - tall, -half, side)
    disc, _ = anatomy.block(level, -half, half, side)
    above, face = anatomy.block(level, half, half + tall, side)
    return [
        paint.shape("vertebra below, from behind", frame.place([below]), "bone"),
        paint.shape("disc, from behind", frame.place([disc]), "annulus"),
        paint.shape("vertebra above, from behind", frame.place([above]), "bone"),
        paint.line("upper face of the vertebra above", frame.place([face]), paint.edge, width=0.8),
    ]


def _roots(level, side, paint, frame):
    lumbar = geometry.site(level).region == "low back"
    places = [geometry.root_places(level, one) for one in ("left", "right")]
    passing = [geometry.circle(one["traversing"], _root_radius(level)) for one in places if lumbar]
    leaving = [anatomy.exiting_root(level, one) for one in ("left", "right")]
    return [
        paint.line("roots that leave here", frame.place(leaving), paint.fill["nerve"], width=9 if lumbar else 16),
        paint.shape("roots that pass", frame.place(passing), "nerve"),
        paint.line("lines to the labels", frame.place(_leaders(level, side)), paint.label, width=0.8),
    ]


def _root_radius(level):
    return geometry.constant("root_radius") * (1 if geometry.site(level).region == "low back" else 0.8)


def _dots(result, paint):
    """Return the small roots in the sac, and the rings to click on."""
    state, lumbar = result.state, result.site.region == "low back"
    zones = [row.zone for row in data.table("herniation_zones") if lumbar or row.in_neck == "yes"]
    rings, _ = geometry.edge(state.level, [geometry.zone_place(state.level, zone, state.side) for zone in zones])
    roots = _pushed(result)
    return [
        {"type": "scatter", "name": "roots of the cauda equina", "x": roots[:, 0], "y": roots[:, 1], "mode": "markers",
         "marker": {"color": paint.fill["nerve"], "size": 5, "line": {"color": paint.edge, "width": 0.5}},
         "hoverinfo": "skip", "visible": lumbar},
        {"type": "scatter", "name": "zones to click", "x": rings[:, 0] * 0.88, "y": rings[:, 1] * 0.88,
         "mode": "markers", "text": zones, "hoverinfo": "text", "customdata": [f"zone:{zone}" for zone in zones],
         "marker": {"symbol": "circle-open", "size": 9, "color": paint.strong, "line": {"width": 1.5}}}]


def _pushed(result):
    """Return the small roots in the sac, moved back where the material would cover them."""
    spots = anatomy.rootlets(result.state.level).copy()
    if result.material is None:
        return spots
    middle = np.array([0, result.site.back - 0.62 * result.site.canal_depth])
    for _ in range(12):
        covered = result.material.holds(spots)
        if not covered.any():
            break
        spots[covered] += 0.12 * (middle - spots[covered])
    return spots


def _path(result):
    """Return the way through the annulus that material outside it has taken; nothing for bulge and protrusion."""
    if result.rule.rule not in ("free", "wide", "tall"):
        return []
    material = result.material
    half = 0.2 * min(material.base, 10)
    depth = 0.3 * result.site.depth
    corners = [(-half, 0.3), (half, 0.3), (half * 1.6, -depth), (-half * 1.6, -depth)]
    return [[material.origin + across * material.across + away * material.outwards for across, away in corners]]


def _shapes(result, held, paint):
    """Return all that moves with a slider; the material from above and from the side is one shape, for speed."""
    above, side, behind = _frames(result.site.region)
    state, broad = result.state, result.rule.rule == "broad"
    covered = "annulus" if broad or state.cover == "annulus" else "material"
    core = [result.material.part(0.7)] if result.material and covered == "annulus" and not broad else []
    ligament = above.place(map(_thinned, _ligament(result)))
    if not _beside(state):
        ligament += side.place(map(_thinned, _ligament_from_side(result)))
    held = held if held and held.site.region == result.site.region else None
    spot, touched = _spot(result), result.touched
    ring = [geometry.circle(spot, _root_radius(state.level) * 1.3)] if spot is not None else []
    return [
        paint.shape("path through the annulus", above.place(_path(result)), "material", width=0),
        paint.line("displaced material", _outlines(result), paint.strong, width=2.2, fill=covered),
        paint.shape("inner part of the displaced material", above.place(core), "material", width=0.6),
        paint.line("ligament behind the disc", ligament, paint.ligament, width=2.5,
                   dash="solid" if paint.mri else "dash"),
        *(paint.line(f"displaced material from behind, layer {number}", behind.place(layer), paint.strong, fill=covered)
          for number, layer in enumerate(_layers(result), start=1)),
        paint.line("root in this zone", above.place(ring), paint.mark, width=3.5 if touched else 2,
                   dash="solid" if touched else "dot"),
        paint.line("A, held", _outlines(held) if held else [], paint.theme.color("held"), width=paint.theme.line,
                   dash="dash"),
    ]


def _outlines(result):
    """Return the edge of the material from above and from the side."""
    if result.material is None:
        return []
    above, side, _ = _frames(result.site.region)
    from_side = anatomy.bend(result.state.level, result.profile.outline[::2])
    return above.place([_thinned(result.material.outline)]) + side.place([from_side])


def _thinned(line):
    """Return every other point of a line and its end: as good for the eye, and half of what a move sends."""
    return np.concatenate([line[:-1:2], line[-1:]])


def _layers(result):
    """Return slices through the material, from the lowest up, as seen from behind: each as a list of one or none."""
    if result.material is None:
        return [[]] * _SLICES
    level, side = result.state.level, result.state.side
    return [[_thinned(anatomy.project(polygon, z, side))]
            for z, polygon in geometry.slices(level, result.material, result.profile, _SLICES)]


def _ligament(result):
    """Return the ligament behind the disc, seen from above, as lines: over the material, or broken where it is bare."""
    level = result.state.level
    reach = geometry.zone_place(level, "subarticular" if result.site.region == "low back" else "foraminal", "left")
    points, normals = geometry.edge(level, np.linspace(-reach, reach, 41))
    line = points + normals * 0.5
    material = result.material
    if material is None:
        return [line]
    if isinstance(material, geometry.Broad):
        moved = material.outline[:len(material.outline) // 2]
        return _runs(moved - [0, 0.5], (np.abs(moved[:, 0]) < points[-1, 0]) & (moved[:, 1] < 0))
    beside = _runs(line, np.abs(material.local(points)[0]) >= max(material.base, material.dome) / 2)
    if result.state.cover != "ligament" or not result.contained:
        return beside
    over = material.outline
    over = (over - over.mean(axis=0)) * 1.08 + over.mean(axis=0)
    return [*beside, over[material.local(over)[1] > 0.45 * material.reach]]


def _runs(line, kept):
    """Return the stretches of a line (n, 2) that are kept."""
    breaks = np.flatnonzero(np.diff(kept)) + 1
    return [run for run, keep in zip(np.split(line, breaks), np.split(kept, breaks), strict=True) if keep[0]]


def _ligament_from_side(result):
    """Return the ligament behind the disc, seen from the side, as lines: over the material, or broken where bare."""
    site = result.site
    z = np.linspace(-site.height_back / 2 - site.body_below, site.height_back / 2 + site.body_above, 41)
    material = np.interp(z, result.profile.z, result.profile.out, left=0, right=0) if result.profile else 0 * z
    covered = material > 0.5
    line = anatomy.bend(result.state.level, np.column_stack([np.where(covered, material + 0.6, 0.5), z]))
    bare = result.state.cover == "nothing" and result.rule.rule != "broad"
    return _runs(line, ~covered) if bare else [line]


def _spot(result):
    if not result.root:
        return None
    places = geometry.root_places(result.state.level, result.state.side)
    return places["exiting far" if result.state.zone == "extraforaminal" else result.root_kind]


def _label_spots(level, side):
    """Return what is labelled from above: words, side of the words, place of the words, place of the thing."""
    site, frame = geometry.site(level), _frames(geometry.site(level).region)[0]
    low, high = frame.low, frame.high
    size = (high - low) / 75
    near = 1 if side == "left" else -1
    places = geometry.root_places(level, side)
    left, right = frame.left + size, frame.right - size
    text, edge = ("middle left", right) if near > 0 else ("middle right", left)
    other, far = ("middle right", left) if near > 0 else ("middle left", right)
    spots = [("annulus", other, far, high - 4 * size, geometry.edge(level, [
                -near * 0.36 * geometry.circumference(level)])[0][0] * 0.93),
             ("nucleus", text, edge, high - 4 * size, _outermost(geometry.nucleus(level), near)),
             (site.contents, other, far, low + 6 * size, np.array([-near * 1.5, site.back - site.canal_depth * 0.6])),
             (f"{site.exiting} leaves", text, edge, high - 13 * size, places.get("exiting far", places["exiting"]))]
    if site.traversing:
        spots.append((f"{site.traversing} passes", text, edge, low + 6 * size, places["traversing"]))
    return spots


def _outermost(polygon, sideways):
    """Return the point of a polygon that lies up and furthest out on a side."""
    return polygon[np.argmax(polygon[:, 0] * sideways + polygon[:, 1])]


def _leaders(level, side):
    """Return the lines from the labels to what they name."""
    frame = _frames(geometry.site(level).region)[0]
    size = (frame.high - frame.low) / 75
    lines = []
    for _, position, x, y, target in _label_spots(level, side):
        inward = 1 if position == "middle right" else -1
        up = 2.2 * size * (1 if target[1] > y else -1)
        lines.append([(x + inward * 7 * size, y + up), target])
    return lines


def _labels(result, paint):
    """Return the words on the drawings as rows of `words`."""
    site, state = result.site, result.state
    above, side, behind = _frames(site.region)
    middle = above.low * 0.35
    height, depth = (site.height_back + site.body_above) / 2, -site.depth / 2
    rows = [*((above, x, y, text, position) for text, position, x, y, _ in _label_spots(state.level, state.side)),
            (above, above.left + 1, middle, "<b>right</b>", "middle right"),
            (above, above.right - 1, middle, "<b>left</b>", "middle left"),
            (above, 0, above.high, "front", "bottom center"),
            (side, side.left + 1, side.low, "front", "top right"),
            (side, side.right - 1, side.low, "back", "top left"),
            (side, depth, height, f"<b>{site.above}</b>", "middle center"),
            (side, depth, -(site.height_back + site.body_below) / 2, f"<b>{site.below}</b>", "middle center"),
            (behind, behind.left + 1, behind.low, "<b>left</b>", "top right"),
            (behind, behind.right - 1, behind.low, "<b>right</b>", "top left")]
    size = round(paint.theme.size * small(paint.theme))
    return [(*frame.at(x, y), text, position,
             {"color": paint.on_bright if x == depth else paint.label, "size": size})
            for frame, x, y, text, position in rows]


def _headings(result, theme):
    titles = ("From the feet (○ zones)", "From the side", "From behind")
    return [(*frame.at((frame.left + frame.right) / 2, frame.high), f"<b>{title}</b>", "top center", theme.text())
            for frame, title in zip(_frames(result.site.region), titles, strict=True)]


def _rules(result, prediction, theme):
    """Return the ladder of rules with the one that fired, and the read-outs, as words beside the view from behind."""
    rows = data.table("herniation_names")
    fired = next(number for number, row in enumerate(rows) if row.rule == result.rule.rule)
    measured = _measured(result)
    ladder = []
    for number, row in enumerate(rows):
        answer = "yes" if number == fired else "no" if number < fired else ""
        mark, detail = "►" if number == fired else "·", measured.get(row.rule, "") if answer else ""
        text = f"{mark} {row.question} {answer}{detail}"
        ladder.append(f"<b>{text}</b>" if number == fired else text)
    plain = theme.text(size=small(theme))
    lines = [(0.6, f"<b>{result.name[0].upper()}{result.name[1:]}</b>", theme.text("herniation", 1.35)),
             *((1.9 + number, text, plain) for number, text in enumerate(ladder)),
             *((8.3 + number, text, plain) for number, text in enumerate(_readouts(result))),
             (11.5, f"You said: {prediction}" if prediction else "", theme.text("prediction"))]
    behind = _frames(result.site.region)[2]
    x, y = behind.at(behind.right * 1.08, behind.high)
    pitch = (behind.high - behind.low) * behind.scale / 12.2
    return [(x, y - pitch * line, text, "middle right", font) for line, text, font in lines]


def _measured(result):
    """Return what each rule compares, in words, by rule."""
    state = result.state
    return {"broad": f", {state.extent:.3g} %", "wide": f", {_against(state.dome, result.base)}",
            "tall": f", {state.migration:+.0f} mm" if result.migration else
                    f", {_against(state.height, result.base_height)}"}


def _against(one, other):
    return f"{one:.1f} {'>' if one > other else '≤'} {other:.1f} mm"


def _readouts(result):
    state = result.state
    place = f"{'' if state.zone == 'central' else state.side + ' '}{state.zone}"
    if not result.root:
        root = "No single root in this zone"
    elif result.material is None or not result.touched:
        away = "" if result.material is None else f", {result.apart:.1f} mm away"
        root = f"{result.root} root ({result.root_kind}): not touched{away}"
    else:
        root = f"{result.root} root ({result.root_kind}): touched"
    return [f"{place[0].upper()}{place[1:]}, {result.pedicle_level}",
            f"Canal taken: {100 * result.share:.0f} % ({result.grade})" + (f", MSU {result.msu}" if result.msu else ""),
            root]
