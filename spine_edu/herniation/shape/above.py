"""The shape builder seen from the feet, as scans are: disc, canal, roots, and the material that stands out.

Only widths and depths of disc and canal come from the data; the rest is drawn to fit. Lines are lists of points (x, y)
in mm; those that are drawn closed end with their first point.
"""

from functools import cache, lru_cache

from spine_edu import data
from spine_edu.anatomy.lines import even, mirrored, moved, smooth, smooth_open, superellipse
from spine_edu.drawing.marks import mark
from spine_edu.herniation.shape.material import Broad, circle
from spine_edu.herniation.shape.site import constant

#: Where the rings of the zones lie, a share of the way to the edge: clear of the handles there.
_RINGS = 0.74
#: In what steps a root is pushed aside, mm, and how many at most.
_PUSH, _PUSHES = 0.5, 24


def still(site, paint, frame):
    """Return the shapes under the material, which no slider moves."""
    rings = [site.ring(scale) for scale in (0.76, 0.88)]
    cord = [_cord(site)] if site.region == "neck" else []
    return [
        paint.shape("canal", frame.place([site.canal]), "fat"),
        paint.shape("sac", frame.place([site.sac]), "sac"),
        paint.shape("spinal cord", frame.place(cord), "nerve"),
        paint.shape("annulus", frame.place([site.outline[::6]]), "annulus", width=1.5),
        paint.line("layers of the annulus", frame.place(rings), paint.edge, width=0.6),
        paint.shape("nucleus", frame.place([site.nucleus]), "nucleus", width=0.6),
    ]


def roots(site, side, paint, frame):
    """Return the shapes over the material, which no slider moves: bone, roots that leave, and lines to the labels."""
    lumbar = site.region == "low back"
    leaving = [_exiting_root(site, one) for one in ("left", "right")]
    # The last label is that of a root that may be pushed aside.
    spots = _label_spots(site, side, frame)
    still = spots[:-1] if site.traversing else spots
    return [
        # Over the material, which bone would stop.
        paint.shape("vertebral arch", frame.place([_arch(site)]), "bone"),
        paint.shape("outer halves of the facet joints", frame.place(_outer_processes(site)), "bone"),
        paint.line("roots that leave here", frame.place(leaving), paint.fill["nerve"], width=9 if lumbar else 16),
        paint.line("lines to the labels", frame.place(_leaders(still, frame)), paint.label, width=0.8),
    ]


def dots(result, paint):
    """Return the small roots in the sac, and the rings to click on, as traces."""
    state, site = result.state, result.site
    lumbar = site.region == "low back"
    zones = [row.zone for row in data.table("herniation_zones") if lumbar or row.in_neck == "yes"]
    other = "left" if state.side == "right" else "right"
    choices = [(zone, side) for side in (state.side, other) for zone in zones if zone != "central" or side != other]
    rings = [site.edge(site.zone_place(zone, side))[0] for zone, side in choices]
    small = _pushed(result)
    return [
        mark(
            "roots of the cauda equina",
            [x for x, _ in small],
            [y for _, y in small],
            {"color": paint.fill["nerve"], "size": 5, "line": {"color": paint.edge, "width": 0.5}},
            hoverinfo="skip",
            visible=lumbar,
        ),
        mark(
            "zones to click",
            [x * _RINGS for x, _ in rings],
            [y * _RINGS for _, y in rings],
            {"symbol": "circle-open", "size": 9, "color": paint.strong, "line": {"width": 1.5}},
            mode="markers",
            text=[zone if zone == "central" else f"{side} {zone}" for zone, side in choices],
            hoverinfo="text",
            customdata=[f"zone:{zone};side:{side}" for zone, side in choices],
        ),
    ]


def _pushed(result):
    """Return the small roots in the sac, moved back where the material would cover them."""
    middle = result.site.back - 0.62 * result.site.canal_depth
    return [_pushed_one(x, y, middle, result.material) for x, y in _rootlets(result.site)]


def _pushed_one(x, y, middle, material):
    for _ in range(12):
        if material is None or not material.holds(x, y):
            break
        x, y = x - 0.12 * x, y + 0.12 * (middle - y)
    return x, y


# What moves with the sliders ------------------------------------------------------------------------------------------


def path(result):
    """Return the way through the annulus that material outside it has taken; nothing for bulge and protrusion."""
    if result.rule.rule not in ("free", "wide", "tall"):
        return []
    half, depth = 0.2 * min(result.material.base, 10), 0.3 * result.site.depth
    corners = [(-half, 0.3), (half, 0.3), (half * 1.6, -depth), (-half * 1.6, -depth)]
    return [[result.material.at(across, away) for across, away in corners]]


def ring(result):
    """Return the ring around the root whose place this zone is, or around those that are reached from the middle."""
    spots = [result.spot] if result.root else [result.site.roots(side)[kind] for side, kind in result.met]
    return [circle(_gone_aside(result.site, result.material, spot), _root_radius(result.site) * 1.3) for spot in spots]


def passing(result):
    """Return the roots that pass in the canal; material that reaches one pushes it aside, as far as there is room."""
    if result.site.region != "low back":
        return []
    spots = [result.site.roots(side)["traversing"] for side in ("left", "right")]
    return [circle(_gone_aside(result.site, result.material, spot), _root_radius(result.site)) for spot in spots]


@lru_cache(maxsize=64)
def _gone_aside(site, material, spot):
    """Return where a root goes that material would cover: away from its middle, and not out of the canal."""
    if material is None or spot not in [site.roots(side).get("traversing") for side in ("left", "right")]:
        return spot
    ways = [_way(site, material, spot, along) for along in _ways(material, site, spot)]
    free = [way for way in ways if way[2]]
    x, y, _, _ = min(free or ways[:1], key=lambda way: way[3])
    return x, y


def _ways(material, site, spot):
    """Return the three ways in which material may push a root: outwards, and to either side."""
    if isinstance(material, Broad):
        _, (right, up) = site.edge(site.near(*spot)[0])
        return [(right, up)]
    (right, up), (u, v) = material.outwards, material.across
    return [(right, up), (u, v), (-u, -v)]


def _way(site, material, spot, along):
    """Return where a root comes to on a way: x, y, whether it is free there, and in how many steps."""
    (x, y), radius = spot, 0.8 * _root_radius(site)
    for steps in range(_PUSHES):
        if not any(material.holds(*point) for point in circle((x, y), radius, 9)):
            return x, y, steps == 0 or y < site.back_edge(x) - radius, steps
        ahead = x + _PUSH * along[0], y + _PUSH * along[1]
        if not site.in_canal(*ahead):
            break
        x, y = ahead
    return x, y, False, _PUSHES


def ligament(result):
    """Return the ligament behind the disc as lines: over the material, or broken where it is bare."""
    site, material = result.site, result.material
    reach = site.zone_place("subarticular" if site.region == "low back" else "foraminal", "left")
    edge = [site.edge(s) for s in even(-reach, reach, 41)]
    line = [(x + 0.5 * nx, y + 0.5 * ny) for (x, y), (nx, ny) in edge]
    if material is None:
        return [line]
    if isinstance(material, Broad):
        width, out = edge[-1][0][0], material.outline[: len(material.outline) // 2]
        return runs(moved(out, up=-0.5), [abs(x) < width and y < 0 for x, y in out])
    half = max(material.base, material.dome) / 2
    beside = runs(line, [abs(material.local(x, y)[0]) >= half for (x, y), _ in edge])
    if result.state.cover != "ligament" or not result.contained:
        return beside
    return [*beside, _over(material)]


def _over(material):
    """Return the ligament stretched over focal material: the far half of its outline, a little larger."""
    outline = material.outline
    middle = [sum(numbers) / len(outline) for numbers in zip(*outline, strict=True)]
    over = [(1.08 * x - 0.08 * middle[0], 1.08 * y - 0.08 * middle[1]) for x, y in outline]
    return [(x, y) for x, y in over if material.local(x, y)[1] > 0.45 * material.reach]


def runs(line, kept):
    """Return the stretches of a line whose points are kept; `kept` has one truth value a point."""
    found, before = [], False
    for point, keep in zip(line, kept, strict=True):
        if keep and not before:
            found.append([])
        if keep:
            found[-1].append(point)
        before = keep
    return found


def thinned(line):
    """Return every other point of a line and its end: as good for the eye, and half of what a move sends."""
    return [*line[:-1:2], line[-1]]


# Words ----------------------------------------------------------------------------------------------------------------


def labels(result, frame):
    """Return the words on the drawing: x, y, text, place of the words against that point."""
    named = [(x, y, text, position) for text, position, x, y, _ in _label_spots(result.site, result.state.side, frame)]
    return [
        *named,
        (frame.left + 1, frame.low * 0.43, "<b>right</b>", "middle right"),
        (frame.right - 1, frame.low * 0.43, "<b>left</b>", "middle left"),
        (0, frame.high, "front", "bottom center"),
    ]


def _label_spots(site, side, frame):
    """Return what is labelled: words, side of the words, place of the words, place of the thing."""
    low, high = frame.low, frame.high
    size = (high - low) / 75
    near = 1 if side == "left" else -1
    places = site.roots(side)
    left, right = frame.left + size, frame.right - size
    text, edge = ("middle left", right) if near > 0 else ("middle right", left)
    other, far = ("middle right", left) if near > 0 else ("middle left", right)
    x, y = site.edge(-near * 0.36 * site.circumference)[0]
    spots = [
        ("annulus", other, far, high - 4 * size, (x * 0.93, y * 0.93)),
        ("nucleus", text, edge, high - 4 * size, max(site.nucleus, key=lambda point: point[0] * near + point[1])),
        (site.contents, other, far, low + 3 * size, (-near * 1.5, site.back - site.canal_depth * 0.6)),
        (f"{site.exiting} leaves", text, edge, high - 13 * size, places.get("exiting far", places["exiting"])),
    ]
    if site.traversing:
        spots.append((f"{site.traversing} passes", text, edge, low + 3 * size, places["traversing"]))
    return spots


def leader(result, frame):
    """Return the line from its label to the root that passes on the side of the material, where it is now."""
    site, near = result.site, result.state.side
    if not site.traversing:
        return []
    *_, (text, position, x, y, usual) = _label_spots(site, near, frame)
    return _leaders([(text, position, x, y, _gone_aside(result.site, result.material, usual))], frame)


def _leaders(spots, frame):
    """Return the lines from labels to what they name."""
    size = (frame.high - frame.low) / 75
    lines = []
    for _, position, x, y, target in spots:
        inward = 1 if position == "middle right" else -1
        up = 2.2 * size * (1 if target[1] > y else -1)
        lines.append([(x + inward * 7 * size, y + up), target])
    return lines


# Lines of what surrounds the material ---------------------------------------------------------------------------------


def _root_radius(site):
    return constant("root_radius") * (1 if site.region == "low back" else 0.8)


def _measures(site):
    """Return half the width of the canal, its depth, and the size against a big lumbar disc."""
    return site.canal_width / 2, site.canal_depth, site.width / 49


@cache
def _arch(site):
    """Laminae, spinous process and inner joint processes, which belong to the vertebra above."""
    half, depth, size = _measures(site)
    left = [
        (half - 0.8, -0.47 * depth),
        (half + 3.2 * size, -0.66 * depth),
        (half + 7.5 * size, -0.84 * depth),
        (half + 6.5 * size, -1.06 * depth),
        (half - 1.5 * size, -1.04 * depth),
        (half * 0.5, -depth - 4 * size),
        (4.5 * size, -depth - 8 * size),
        (3 * size, -depth - 14 * size),
        (3.8 * size, -depth - 22 * size),
        (0, -depth - 24 * size),
    ]
    inner = [(0, -depth - 1.5), (half * 0.5, -0.8 * depth)]
    around = left + mirrored(left)[1:] + mirrored(inner) + inner[1:]
    return smooth(moved(around, up=site.back), 3)


@cache
def _outer_processes(site):
    """The two outer joint processes, which belong to the vertebra below."""
    half, depth, size = _measures(site)
    left = [
        (half + 0.6, -0.2 * depth),
        (half + 5 * size, -0.5),
        (half + 11 * size, -2.5 * size),
        (half + 13.5 * size, -0.45 * depth),
        (half + 10.5 * size, -0.8 * depth),
        (half + 8 * size, -0.74 * depth),
        (half + 4 * size, -0.55 * depth),
        (half + 0.4, -0.38 * depth),
    ]
    left = smooth(moved(left, up=site.back), 3)
    return left, [(-x, y) for x, y in left]


@cache
def _rootlets(site):
    """The middles of the roots inside the sac."""
    rows = ((0.3, 5), (0.42, 6), (0.54, 5), (0.64, 4))
    return [
        ((number - (count - 1) / 2) * site.canal_width * 0.085, site.back - share * site.canal_depth)
        for share, count in rows
        for number in range(count)
    ]


def _cord(site):
    """The spinal cord in its sac."""
    cord = superellipse(site.canal_width * 0.5, site.canal_depth * 0.4, 2.2, 49)
    return moved(cord, up=site.back - 0.42 * site.canal_depth)


def _exiting_root(site, side):
    """The course of the root that leaves beside the disc, as an open line."""
    places = site.roots(side)
    (x, y), far = places["exiting"], places.get("exiting far")
    if far is None:
        sideways = 1 if side == "left" else -1
        return smooth_open([(x - sideways * 3, y - 1), (x, y), (x + sideways * 5, y + 1.5)], 3)
    along, up = far[0] - x, far[1] - y
    return smooth_open([(x - 0.15 * along, y - 0.15 * up), (x, y), far, (far[0] + 0.45 * along, far[1] + 0.45 * up)], 3)
