"""Drawing of the shape builder: one geometry from above, from the side and from behind, and the rules of its name."""

import numpy as np

from spine_edu import data
from spine_edu.figures import herniation_anatomy as anatomy
from spine_edu.figures.herniation_paint import Paint, small
from spine_edu.models import herniation_geometry as geometry
from spine_edu.theme import LIGHT

_SLICES = 6
_EMPTY = np.full((1, 2), np.nan)
#: Ranges of the three drawings in mm, for the low back and for the (smaller) neck: x from, x to, y from, y to.
_FRAMES = {"low back": {"above": (-43, 43, -49, 25), "side": (-40, 48, -38, 38), "behind": (-34, 34, -36, 28)},
           "neck": {"above": (-24, 24, -33, 11), "side": (-22, 39, -24, 24), "behind": (-17, 17, -18, 14)}}
_TOP_HEIGHT = 290


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
    paint = Paint(result.state.skin, result.state.water, theme)
    traces = [*_from_above(result, held, paint), *_from_side(result, held, paint), *_from_behind(result, paint),
              *_rules(result, prediction, theme)]
    return {"data": traces, "layout": _layout(result, theme)}


def _layout(result, theme):
    frame = _FRAMES[result.site.region]
    bottom = round(theme.size * small(theme) * 1.6 * 12.2) + 8
    gap, heading = 14 + theme.size, round(theme.size * 1.6)
    height = heading + _TOP_HEIGHT + gap + bottom + 8
    inner = height - heading - 8
    upper, lower = (1 - _TOP_HEIGHT / inner, 1), (0, bottom / inner)
    domains = {"": ("above", (0, 0.545), upper), "2": ("side", (0.565, 1), upper), "3": ("behind", (0, 0.355), lower)}
    axes = {}
    for number, (view, across, up) in domains.items():
        left, right, low, high = frame[view]
        plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
        axes[f"xaxis{number}"] = {**plain, "range": [left, right], "domain": across, "anchor": f"y{number}"}
        axes[f"yaxis{number}"] = {**plain, "range": [low, high], "domain": up, "anchor": f"x{number}",
                                  "scaleanchor": f"x{number}", "constraintoward": "top"}
    axes["xaxis4"] = {"visible": False, "fixedrange": True, "range": [0, 1], "domain": (0.365, 1), "anchor": "y4"}
    axes["yaxis4"] = {"visible": False, "fixedrange": True, "range": [12.1, -0.1], "domain": lower, "anchor": "x4"}
    titles = (("From the feet (○ zones)", 0.2725, 1), ("From the side", 0.7825, 1),
              ("From behind", 0.185, lower[1]))
    return theme.layout(height=height, margin={"l": 4, "r": 4, "t": heading, "b": 8}, **axes, annotations=[
        {"text": f"<b>{text}</b>", "x": x, "y": y, "xref": "paper", "yref": "paper", "xanchor": "center",
         "yanchor": "bottom", "showarrow": False} for text, x, y in titles])


def _from_above(result, held, paint):
    site, state, axes = result.site, result.state, ("x", "y")
    left, right, low, high = _FRAMES[site.region]["above"]
    level, lumbar = state.level, site.region == "low back"
    box = np.array([(left, low), (right, low), (right, high), (left, high), (left, low)])
    sites = np.array([geometry.edge(level, [geometry.zone_place(level, zone, state.side)])[0][0]
                      for zone in _zones(site)]) * 0.88
    return [
        paint.shape("surroundings", box, "surroundings", axes, line=paint.fill["surroundings"]),
        paint.shape("canal", geometry.canal(level), "fat", axes),
        paint.shape("vertebral arch", anatomy.arch(level), "bone", axes),
        paint.shape("outer halves of the facet joints", anatomy.outer_processes(level), "bone", axes),
        paint.shape("sac", geometry.sac(level), "sac", axes),
        paint.dots("roots of the cauda equina", _pushed(result), axes, visible=lumbar,
                   marker={"color": paint.fill["nerve"], "size": 5, "line": {"color": paint.edge, "width": 0.5}}),
        paint.shape("spinal cord", anatomy.cord(level), "nerve", axes, visible=not lumbar),
        paint.shape("annulus", geometry.outline(level)[::6], "annulus", axes, width=1.5),
        paint.line("layers of the annulus", _rings(level), paint.edge, axes, width=0.6),
        paint.shape("nucleus", geometry.nucleus(level), "nucleus", axes, width=0.6),
        paint.shape("path through the annulus", _path(result), "material", axes, width=0,
                    line=paint.fill["material"]),
        *_material(result, paint),
        *_roots(result, paint),
        _held_line(held, paint, axes, lambda one: one.material and one.material.outline, result),
        paint.dots("zones to click", sites, axes, choices=[f"zone:{zone}" for zone in _zones(site)],
                   marker={"symbol": "circle-open", "size": 9, "color": paint.strong, "line": {"width": 1.5}}),
        paint.line("lines to the labels", _leaders(result), paint.label, axes, width=0.8),
        paint.words("labels from above", _labels(result), axes),
    ]


def _zones(site):
    return [row.zone for row in data.table("herniation_zones") if site.region == "low back" or row.in_neck == "yes"]


def _rings(level):
    rings = [geometry.ring(level, scale) for scale in (0.76, 0.88)]
    return np.concatenate([piece for one in rings for piece in (one, _EMPTY)][:-1])


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
        return _EMPTY
    material = result.material
    half = 0.2 * min(material.base, 10)
    depth = 0.3 * result.site.depth
    corners = [(-half, 0.3), (half, 0.3), (half * 1.6, -depth), (-half * 1.6, -depth)]
    return np.array([material.origin + across * material.across + away * material.outwards
                     for across, away in [*corners, corners[0]]])


def _material(result, paint):
    axes, material, cover = ("x", "y"), result.material, result.state.cover
    outline = material.outline if material else _EMPTY
    skinned = result.rule.rule == "broad" or cover == "annulus"
    core = material.part(0.7) if material and skinned and result.rule.rule != "broad" else _EMPTY
    return [
        paint.shape("displaced material", outline, "annulus" if skinned else "material", axes, line=paint.strong,
                    width=2.2),
        paint.shape("inner part of the displaced material", core, "material", axes, width=0.6),
        paint.line("ligament behind the disc", _ligament(result), paint.ligament, axes, width=3,
                   dash="solid" if paint.mri else "dash"),
    ]


def _ligament(result):
    """Return the ligament behind the disc, seen from above: over the material, or broken where nothing covers it."""
    level = result.state.level
    reach = geometry.zone_place(level, "subarticular" if result.site.region == "low back" else "foraminal", "left")
    points, normals = geometry.edge(level, np.linspace(-reach, reach, 41))
    line = points + normals * 0.5
    material = result.material
    if material is None:
        return line
    if isinstance(material, geometry.Broad):
        moved = material.outline[:len(material.outline) // 2]
        return moved[np.abs(moved[:, 0]) < points[-1, 0]] - [0, 0.5]
    line[np.abs(material.local(points)[0]) < max(material.base, material.dome) / 2] = np.nan
    if result.state.cover != "ligament" or not result.contained:
        return line
    over = material.outline
    over = (over - over.mean(axis=0)) * 1.08 + over.mean(axis=0)
    return np.concatenate([line, _EMPTY, over[material.local(over)[1] > 0.45 * material.reach]])


def _ligament_from_side(result):
    """Return the ligament behind the disc, seen from the side: over the material, or broken where nothing covers it."""
    site = result.site
    z = np.linspace(-site.height_back / 2 - site.body_below, site.height_back / 2 + site.body_above, 61)
    out = np.full_like(z, 0.5)
    if result.profile:
        material = np.interp(z, result.profile.z, result.profile.out, left=0, right=0)
        free = material > 0.5
        out[free] = np.nan if result.state.cover == "nothing" and result.rule.rule != "broad" else material[free] + 0.6
    return anatomy.bend(result.state.level, np.column_stack([out, z]))


def _roots(result, paint):
    axes, level, state = ("x", "y"), result.state.level, result.state
    radius = geometry.constant("root_radius") * (1 if result.site.region == "low back" else 0.8)
    circles = [geometry.circle(geometry.root_places(level, side)["traversing"], radius) for side in ("left", "right")
               if result.site.traversing]
    drawn = np.concatenate([piece for one in circles for piece in (one, _EMPTY)][:-1]) if circles else _EMPTY
    leaving = [anatomy.exiting_root(level, side) for side in ("left", "right")]
    spot = _spot(result)
    return [
        paint.line("roots that leave here", np.concatenate([leaving[0], _EMPTY, leaving[1]]), paint.fill["nerve"], axes,
                   width=9 if result.site.region == "low back" else 16),
        paint.shape("roots that pass", drawn, "nerve", axes),
        paint.line("root in this zone", geometry.circle(spot, radius * 1.3) if spot is not None else _EMPTY,
                   paint.mark, axes, width=3.5 if result.touched else 2, dash="solid" if result.touched else "dot",
                   visible=spot is not None and bool(state.zone)),
    ]


def _spot(result):
    if not result.root:
        return None
    places = geometry.root_places(result.state.level, result.state.side)
    return places["exiting far" if result.state.zone == "extraforaminal" else result.root_kind]


def _held_line(held, paint, axes, outline, result):
    shown = held is not None and held.site.region == result.site.region and outline(held) is not None
    points = outline(held) if shown else _EMPTY
    theme = paint.theme
    name = "A, held" if axes[0] == "x" else "A, held, from the side"
    return paint.line(name, points, theme.color("held"), axes, width=theme.line, dash="dash", visible=shown)


def _label_spots(result):
    """Return what is labelled from above: words, place of the words, side of the words, place of the thing."""
    site, state = result.site, result.state
    left, right, low, high = _FRAMES[site.region]["above"]
    size = (high - low) / 75
    near = 1 if state.side == "left" else -1
    places = geometry.root_places(state.level, state.side)
    left, right = left + size, right - size
    text, edge = ("middle left", right) if near > 0 else ("middle right", left)
    other, far = ("middle right", left) if near > 0 else ("middle left", right)
    spots = [("annulus", other, far, high - 4 * size, geometry.edge(state.level, [
                -near * 0.36 * geometry.circumference(state.level)])[0][0] * 0.93),
             ("nucleus", text, edge, high - 4 * size, _outermost(geometry.nucleus(state.level), near)),
             (site.contents, other, far, low + 6 * size, np.array([-near * 1.5, site.back - site.canal_depth * 0.6])),
             (f"{site.exiting} leaves", text, edge, high - 13 * size, places.get("exiting far", places["exiting"]))]
    if site.traversing:
        spots.append((f"{site.traversing} passes", text, edge, low + 6 * size, places["traversing"]))
    return spots


def _outermost(polygon, sideways):
    """Return the point of a polygon that lies up and furthest out on a side."""
    return polygon[np.argmax(polygon[:, 0] * sideways + polygon[:, 1])]


def _labels(result):
    left, right, low, high = _FRAMES[result.site.region]["above"]
    rows = [(x, y, words, position) for words, position, x, y, _ in _label_spots(result)]
    middle = low * 0.35
    return [*rows, (left + 1, middle, "<b>right</b>", "middle right"),
            (right - 1, middle, "<b>left</b>", "middle left"),
            (0, high, "front", "bottom center")]


def _leaders(result):
    size = (_FRAMES[result.site.region]["above"][3] - _FRAMES[result.site.region]["above"][2]) / 75
    pieces = []
    for _, position, x, y, target in _label_spots(result):
        inward = 1 if position == "middle right" else -1
        up = 2.2 * size * (1 if target[1] > y else -1)
        pieces += [np.array([(x + inward * 7 * size, y + up), target]), _EMPTY]
    return np.concatenate(pieces[:-1])


def _from_side(result, held, paint):
    site, state, level, axes = result.site, result.state, result.state.level, ("x2", "y2")
    left, right, low, high = _FRAMES[site.region]["side"]
    box = np.array([(left, low), (right, low), (right, high), (left, high), (left, low)])
    disc, nucleus = anatomy.disc_from_side(level)
    outline = anatomy.bend(level, result.profile.outline) if result.profile else _EMPTY
    skinned = result.rule.rule == "broad" or result.state.cover == "annulus"
    middle_above = site.height_back / 2 + site.body_above / 2
    middle_below = -site.height_back / 2 - site.body_below / 2
    beside = state.zone in ("foraminal", "extraforaminal")
    foramen = geometry.superellipse(0.3 * site.canal_depth, 0.26 * site.body_above, 2, np.linspace(0, 6.2832, 33))
    return [
        paint.shape("surroundings, from the side", box, "surroundings", axes, line=paint.fill["surroundings"]),
        paint.shape("canal, from the side", anatomy.canal_from_side(level), "fat", axes, width=0),
        paint.shape("sac, from the side", anatomy.sac_from_side(level), "sac", axes, width=0.6, visible=not beside),
        paint.line("nerves in the sac", anatomy.nerves_from_side(level), paint.fill["nerve"], axes, width=2,
                   visible=not beside),
        paint.shape("spinous processes", anatomy.behind_from_side(level), "bone", axes, visible=not beside),
        paint.shape("pedicles in the slice", anatomy.pedicles(level), "bone", axes, visible=beside),
        paint.shape("root in the foramen", foramen + [0.35 * site.canal_depth, site.height_back / 2
                                                      + 0.24 * site.body_above], "nerve", axes, visible=beside),
        paint.shape("vertebra above", anatomy.body_from_side(level, "above"), "bone", axes),
        paint.shape("vertebra below", anatomy.body_from_side(level, "below"), "bone", axes),
        paint.shape("annulus, from the side", disc, "annulus", axes, width=1.5),
        paint.shape("nucleus, from the side", nucleus, "nucleus", axes, width=0.6),
        paint.shape("displaced material, from the side", outline, "annulus" if skinned else "material", axes,
                    line=paint.strong, width=2.2),
        paint.line("ligament, from the side", _ligament_from_side(result), paint.ligament, axes, width=2,
                   dash="solid" if paint.mri else "dash", visible=not beside),
        paint.line("pedicles beside the slice", anatomy.pedicles(level), paint.label, axes, width=1, dash="dot",
                   visible=not beside),
        _held_line(held, paint, axes, lambda one: one.profile and anatomy.bend(one.state.level, one.profile.outline),
                   result),
        paint.words("vertebrae", [(-site.depth / 2, middle_above, f"<b>{site.above}</b>", "middle center"),
                                  (-site.depth / 2, middle_below, f"<b>{site.below}</b>", "middle center")], axes,
                    color=paint.on_bright),
        paint.words("front and back", [(left + 1, low, "front", "top right"),
                                       (right - 1, low, "back", "top left")], axes),
    ]


def _from_behind(result, paint):
    site, level, side, axes = result.site, result.state.level, result.state.side, ("x3", "y3")
    left, right, low, high = _FRAMES[site.region]["behind"]
    half, tall = site.height_back / 2, min(site.body_above, site.body_below) * 0.62
    box = np.array([(left, low), (right, low), (right, high), (left, high), (left, low)])
    traces = [paint.shape("surroundings, from behind", box, "surroundings", axes, line=paint.fill["surroundings"])]
    edges = []
    for name, bottom, top, fill in (("vertebra below, from behind", -half - tall, -half, "bone"),
                                    ("disc, from behind", -half, half, "annulus"),
                                    ("vertebra above, from behind", half, half + tall, "bone")):
        hull, face = anatomy.block(level, bottom, top, side)
        traces.append(paint.shape(name, hull, fill, axes))
        edges = face
    traces.append(paint.line("upper face of the vertebra above", edges, paint.edge, axes, width=0.8))
    cuts = geometry.slices(level, result.material, result.profile, _SLICES) if result.material else []
    cuts += [(0.0, _EMPTY)] * (_SLICES - len(cuts))
    skinned = result.rule.rule == "broad" or result.state.cover == "annulus"
    for number, (z, polygon) in enumerate(cuts, start=1):
        traces.append(paint.shape(f"displaced material, layer {number}", anatomy.project(polygon, z, side),
                                  "annulus" if skinned else "material", axes, line=paint.strong, width=1))
    traces.append(paint.words("sides, from behind", [
        (left + 1, low, "<b>left</b>", "top right"),
        (right - 1, low, "<b>right</b>", "top left")], axes))
    return traces


def _rules(result, prediction, theme):
    """Return the ladder of rules with the one that fired, and the read-outs, as three traces of words."""
    rows = data.table("herniation_names")
    fired = next(number for number, row in enumerate(rows) if row.rule == result.rule.rule)
    measured = _measured(result)
    ladder = []
    for number, row in enumerate(rows):
        answer = "yes" if number == fired else "no" if number < fired else ""
        mark, detail = "►" if number == fired else "·", measured.get(row.rule, "") if answer else ""
        text = f"{mark} {row.question} {answer}{detail}"
        ladder.append(f"<b>{text}</b>" if number == fired else text)
    name = f"<b>{result.name[0].upper()}{result.name[1:]}</b>"
    readouts = [*_readouts(result), f"You said: {prediction}" if prediction else ""]

    def lines(label, first, texts, font):
        return {"type": "scatter", "x": [0.0] * len(texts), "y": [first + number for number in range(len(texts))],
                "text": texts, "name": label, "mode": "text", "textposition": "middle right", "textfont": font,
                "hoverinfo": "skip", "xaxis": "x4", "yaxis": "y4", "cliponaxis": False}

    return [lines("agreed name", 0.5, [name], theme.text("herniation", 1.35)),
            lines("rules of the name", 1.8, ladder, theme.text(size=small(theme))),
            lines("read-outs", 8.2, readouts[:3], theme.text(size=small(theme))),
            lines("your prediction", 11.4, readouts[3:], theme.text("prediction"))]


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
