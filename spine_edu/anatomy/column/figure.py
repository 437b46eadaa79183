"""The column as a flat textbook drawing: outlines of the same solids, seen from one of the named views."""

from functools import cache, partial

import numpy as np

from spine_edu.anatomy import mesh, shapes, solids
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.lines import needed
from spine_edu.drawing import outlines
from spine_edu.theme import LIGHT

#: Directions on the paper (x to the person's right, y to the front): what runs to the right, by view.
_ACROSS = {"side": (0.0, 1.0), "front": (-1.0, 0.0), "back": (1.0, 0.0), "oblique": (-0.74, 0.67)}
_EDGES = {
    "side": ("back", "front"),
    "front": ("right", "left"),
    "back": ("left", "right"),
    "oblique": ("right", "left"),
}
#: Groups from back to front of the paper, by view.
_ORDER = {
    "side": ("nerve", "arch", "joints", "body", "disc", "transverse"),
    "front": ("arch", "joints", "transverse", "nerve", "disc", "body"),
    "oblique": ("arch", "nerve", "joints", "transverse", "disc", "body"),
    "back": ("disc", "body", "nerve", "transverse", "joints", "arch"),
}
_WORDS = {
    "arch": "Arches and spinous processes",
    "joints": "Pedicles and facet joints",
    "transverse": "Transverse processes",
    "body": "Vertebral bodies",
}
_STEP = {"neck": 1.5, "chest": 2.2, "low back": 2.6, "sacrum": 3.4}
_LEVEL = {name: number for number, name in enumerate(column.STACK)}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the drawing of a column, with run A's front edge as a dashed line and the prediction in words.

    Parameters
    ----------
    result, held : ColumnResult
    theme : Theme
    prediction : float, optional
        Predicted number of discs.
    """
    centre, reach = _window(result)
    height, said = 620 if theme.size < 20 else 760, note(held, prediction)
    low = 10 + 3.2 * theme.size if said else 10
    notes = _notes(result, theme, centre, (height - 10 - low) / (2 * reach))
    return {
        "data": [_run_a(held, result.state.view, theme)],
        "layout": theme.layout(
            height=height,
            margin={"l": 4, "r": 4, "t": 10, "b": low},
            shapes=_shapes(result, theme),
            annotations=[*notes, *_edge_words(result.state.view, theme, said)],
            xaxis={"visible": False, "range": [centre[0] - reach, centre[0] + reach], "fixedrange": True},
            yaxis={
                "visible": False,
                "range": [centre[1] - reach, centre[1] + reach],
                "fixedrange": True,
                "scaleanchor": "x",
                "scaleratio": 1,
            },
        ),
    }


def _shapes(result, theme):
    """The whole drawing from back to front of the paper."""
    view, moved, drawn = result.state.view, solids.moves(result), _drawn(result)

    def area(name, columns, fill, edge=theme.ink, width=0.5):
        look = {"color": edge, "width": width * theme.line}
        return outlines.drawn(name, _path(columns), look, fill=fill, fillrule="nonzero")

    def bones(group):
        for odd, half in ((0, "one"), (1, "two")):
            levels = [level for level in drawn[group] if _LEVEL[level] % 2 == odd]
            columns = _outlines(group, view, moved, levels)
            yield area(f"{_WORDS[group]}, half {half}", columns, theme.solids["bone"])

    def discs():
        chosen = [name for name in drawn["disc"] if name == result.state.disc]
        yield area("Discs", _discs(view, moved, drawn["disc"]), theme.solids["annulus"])
        yield area("Chosen disc", _discs(view, moved, chosen), theme.color("annulus"))

    def nerves():
        card = column.level_card(result.state.disc)
        for name, roots, color, width in (
            ("Cord and roots", None, theme.solids["nerve"], 1.0),
            ("Roots at the chosen disc", (card["leaves"], card["passes"]), theme.color("nerve"), 1.5),
        ):
            columns = _nerves(view, moved, result, roots) if drawn["nerve"] else ([], [])
            yield area(name, columns, None, color, width)

    makers = {"disc": discs, "nerve": nerves}
    found = [one for group in _ORDER[view] for one in makers.get(group, partial(bones, group))()]
    for name, solid, part in (
        ("Rings of the cut disc", "annulus", slice(None, -1)),
        ("Nucleus of the cut disc", "nucleus", slice(-1, None)),
    ):
        found.append(area(name, _rings(result, view, part), theme.solids[solid]))
    return found


def _path(columns):
    """Lines with a gap after each, in two columns, as the path of a shape: open lines stay open."""
    if not len(columns[0]):
        return ""
    points = ("L%.1f,%.1f" * len(columns[0])) % tuple(np.stack(columns, axis=1).ravel())
    return "M" + points[1:].removesuffix("Lnan,nan").replace("Lnan,nanL", "M")


def note(held, prediction):
    """Return what is said beside the drawing of run A and of the prediction; empty without them."""
    parts = []
    if prediction is not None:
        parts.append(f"You predicted {prediction:g} discs: count them, {len(column.reference().discs)}.")
    if held is not None:
        parts.append(f"A: {held.length:.0f} mm long, low back {held.lordosis:.1f}°.")
    return " ".join(parts)


def _drawn(result):
    """Return which levels of each group are drawn; layers are peeled as in the solid view."""
    layer, disc = result.state.layer, result.chosen
    levels, discs = list(column.STACK), [d.name for d in result.discs]
    if layer in ("lifted", "cut"):
        levels = levels[max(0, _LEVEL[disc.lower] - 2) : _LEVEL[disc.lower] + 1]
        discs = [d.name for d in result.discs if d.lower in levels and (d.name != disc.name or layer == "lifted")]
    if result.state.frame == "near":
        low, high = _LEVEL[disc.lower] - 2, _LEVEL[disc.upper] + 2
        levels = [level for level in levels if low <= _LEVEL[level] <= high]
        discs = [d.name for d in result.discs if d.name in discs and {d.lower, d.upper} & set(levels)]
    bare = layer == "arches"
    return {
        "body": levels,
        "disc": discs,
        "nerve": layer in ("whole", "ligaments", "arches"),
        **{group: [] if bare else levels for group in ("arch", "joints", "transverse")},
    }


def _project(points, view):
    """Return where points (n, 3) lie on the paper: across and up, or two empty lists."""
    if not len(points):
        return [], []
    across = _ACROSS[view]
    return np.round(points[:, 0] * across[0] + points[:, 1] * across[1], 2), np.round(points[:, 2], 2)


@cache
def _disc_parts():
    return {part.level: part for part in solids.parts() if part.kind == "disc"}


@cache
def _rims(group, view):
    """Outlines of one group at every level, as points of the starting position: level -> list of arrays (n, 3)."""
    across = np.array(_ACROSS[view])
    turn = np.array([[across[0], across[1], 0.0], [-across[1], across[0], 0.0], [0.0, 0.0, 1.0]])
    found = {}
    for level in shapes.LEVELS:
        solid = shapes.group(level, group)
        if solid is None:
            continue
        low, high = (np.array(corner) for corner in shapes.group_bounds(level, group))
        frame = column.reference().at(level)
        cos, sin = np.cos(frame.tilt), np.sin(frame.tilt)
        pose = turn @ np.array([[1, 0, 0], [0, cos, sin], [0, -sin, cos]])
        corners = np.array(
            [[(low, high)[i][0], (low, high)[j][1], (low, high)[k][2]] for i, j, k in np.ndindex(2, 2, 2)]
        )
        box = corners @ pose.T
        step = _STEP[shapes.size(level).region]
        lines = mesh.outlines(lambda p, solid=solid, pose=pose: solid(p @ pose), box.min(0), box.max(0), step, 1)
        found[level] = [_thinned(line) @ turn + (0.0, frame.y, frame.z) for line in lines if len(line) > 11]
    return found


def _thinned(line):
    """An outline (n, 3), seen along its second axis, closed and with the points that the eye needs."""
    closed = np.vstack([line, line[:1]])
    return closed[needed(closed[:, [0, 2]], 0.25)]


@cache
def _joined(group, view, levels):
    """The outlines of a group at some levels as one array (n, 3) with a gap after each line, and its frames (n,)."""
    points, frames = [np.empty((0, 3))], [np.empty(0, int)]
    for level in levels:
        for line in _rims(group, view).get(level, []):
            points.append(np.vstack([line, np.full((1, 3), np.nan)]))
            frames.append(np.full(len(line) + 1, _LEVEL[level]))
    return np.vstack(points), np.concatenate(frames)


def _outlines(group, view, moved, levels):
    """Closed lines of a group at some levels, with gaps between them, as they stand on the paper."""
    points, frames = _joined(group, view, tuple(levels))
    return _project(solids.move(points, frames, np.zeros(len(points)), moved), view)


@cache
def _disc_rims(view, names):
    """Outlines of discs in the starting position as one array with gaps (n, 3), with frames and weights (n,)."""
    points, frames, weights = [np.empty((0, 3))], [np.empty(0, int)], [np.empty(0)]
    for name in names:
        part = _disc_parts()[name]
        keep = _hull(np.stack(_project(part.vertices, view), axis=1))
        points.append(np.vstack([part.vertices[keep], np.full((1, 3), np.nan)]))
        frames.append(np.append(part.frame[keep], 0))
        weights.append(np.append(part.weight[keep], 0.0))
    return np.vstack(points), np.concatenate(frames), np.concatenate(weights)


def _discs(view, moved, names):
    points, frames, weights = _disc_rims(view, tuple(names))
    return _project(solids.move(points, frames, weights, moved), view)


def _hull(points):
    """Numbers of the points (n, 2) on the convex outline, closed."""
    order = np.lexsort((points[:, 1], points[:, 0]))

    def chain(numbers):
        line = []
        for number in numbers:
            while len(line) > 1 and _turn(points[line[-2]], points[line[-1]], points[number]) <= 0:
                line.pop()
            line.append(number)
        return line[:-1]

    hull = chain(order) + chain(order[::-1])
    return np.array([*hull, hull[0]])


def _turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _rings(result, view, part):
    """The cut disc in section: nested outlines from the outside in, the last the nucleus; `part` says which of them."""
    if result.state.layer != "cut":
        return [], []
    x, y, moved, disc = [], [], solids.moves(result), result.chosen
    inner = np.sqrt(column.data.value("anatomy_column.nucleus_share"))
    half = disc.depth / 2 / result.scale if view == "side" else disc.width / 2 / result.scale
    for scale in np.linspace(1.0, inner, solids.RINGS + 1)[part]:
        shift = -0.05 * disc.depth * (1 - scale) / result.scale
        for side, share in ((-1, 0.0), (-1, 0.5), (-1, 1.0), (1, 1.0), (1, 0.5), (1, 0.0), (-1, 0.0)):
            reach = side * half * scale * (1.03 if share == 0.5 else 1.0)
            place = (0.0, reach + shift) if view == "side" else (-reach * np.sign(_ACROSS[view][0]), shift)
            spot = solids.disc_spot(disc.name, *place, share).now(moved)
            a, b = _project(spot[None], view)
            x.append(round(float(a[0]), 1))
            y.append(round(float(b[0]), 1))
        x.append(np.nan)
        y.append(np.nan)
    return x, y


@cache
def _nerve_lines(roots, middle):
    """Middle lines as one array with gaps, with frames and weights: of cord and all roots, or of some `roots`.

    With a `middle` only what lies near this level.
    """
    points, frames, weights = [np.empty((0, 3))], [np.empty(0, int)], [np.empty(0)]
    for part in solids.parts():
        if part.kind != "nerve" or part.name == "filum" or (roots is not None and part.level not in roots):
            continue
        sides = 12 if part.name == "spinal cord" else 6
        line = part.vertices.reshape(-1, sides, 3).mean(axis=1)
        frame, weight = part.frame[::sides], part.weight[::sides]
        keep = np.flatnonzero(np.abs(frame - (frame if middle is None else middle)) < 4)
        if len(keep) < 2:
            continue
        keep = keep[needed(line[keep], 0.25)]
        points.append(np.vstack([line[keep], np.full((1, 3), np.nan)]))
        frames.append(np.append(frame[keep], 0))
        weights.append(np.append(weight[keep], 0.0))
    return np.vstack(points), np.concatenate(frames), np.concatenate(weights)


def _nerves(view, moved, result, roots):
    middle = _LEVEL[result.chosen.lower] if result.state.frame == "near" else None
    points, frames, weights = _nerve_lines(roots, middle)
    return _project(solids.move(points, frames, weights, moved), view)


def _run_a(held, view, theme):
    points = np.array([[0.0, frame.y, frame.z] for frame in held.frames]) if held else []
    x, y = _project(points, view)
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "name": "Run A, middle of the bodies",
        "mode": "lines",
        "line": theme.stroke("held", 1.3),
        "visible": held is not None,
        "hoverinfo": "skip",
    }


def _window(result):
    """Return the centre (across, up) of the paper and how far it reaches up and down from it, in mm."""
    camera = solids.camera(result)
    a, b = _project(np.array([camera["target"]]), result.state.view)
    near = result.state.frame == "near"
    return (float(a[0]), float(b[0])), camera["reach"] * (1.0 if near else 1.04)


def _notes(result, theme, centre, pixels):
    """Labels in two columns beside the drawing, each with a leader; `pixels` a mm on the paper."""
    rows, view, moved = [], result.state.view, solids.moves(result)
    for words, spot, side, marked in solids.labels(result):
        a, b = _project(spot.now(moved)[None], view)
        rows.append((float(b[0]), float(a[0]), words, side or ("left" if a[0] < centre[0] - 1 else "right"), marked))
    column_at = (
        (10.5 if theme.size < 20 else 7.5) * theme.size
        if result.state.frame == "column" and (result.state.layer not in ("lifted", "cut"))
        else (11.5 if theme.size < 20 else 8.5) * theme.size
    )
    notes, last = [], {}
    for up, across, words, side, marked in sorted(rows, reverse=True):
        row = min(up, last.get(side, 1e9) - 1.5 * theme.size / pixels)
        last[side] = row
        sign = -1 if side == "left" else 1
        notes.append(
            {
                "x": across,
                "y": up,
                "text": f"<b>{words}</b>" if marked else words,
                "showarrow": True,
                "ax": round(sign * column_at - (across - centre[0]) * pixels, 1),
                "ay": round(-(row - up) * pixels, 1),
                "xanchor": "right" if side == "left" else "left",
                "bgcolor": theme.paper,
                "borderpad": 1,
                "arrowhead": 6,
                "arrowsize": 0.7,
                "arrowwidth": 1.6 if marked else 0.9,
                "arrowcolor": theme.ink if marked else theme.muted,
                "font": theme.text(),
            }
        )
    return notes


def _edge_words(view, theme, below):
    """Which way the corners of the paper lie, and what is said below the drawing."""
    place = {"xref": "paper", "yref": "paper", "showarrow": False}
    left, right = _EDGES[view]
    top = {**place, "y": 1, "yanchor": "top", "font": {"size": theme.size, "color": theme.muted}}
    return [
        {**top, "x": 0, "text": f"<b>{left}</b>", "xanchor": "left"},
        {**top, "x": 1, "text": f"<b>{right}</b>", "xanchor": "right"},
        {
            **place,
            "x": 0.5,
            "y": 0,
            "text": below.replace(". ", ".<br>"),
            "yanchor": "top",
            "font": theme.text("prediction"),
        },
    ]
