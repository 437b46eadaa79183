"""The disc and root finder: a slice with the herniation and the root it reaches, and the skin area on a body.

The herniation is dragged along the back edge of the disc. While the reader is asked, the same slice stands there with
the root unnamed, and names lie beside it to be put onto it.
"""

from functools import cache

from spine_edu.anatomy.lines import joined, moved, straight
from spine_edu.anatomy.roots import body, model
from spine_edu.anatomy.section import herniation, section, zone_place
from spine_edu.anatomy.surroundings import names
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip_of_choices
from spine_edu.drawing.marks import held_run, mark, words
from spine_edu.theme import LIGHT, THEMES

#: Tissue -> words, colour name in theme.solids, thickness of its edge; from the bottom of the drawing to its top.
_LAYERS = (
    ("vessel", "Large vessels", "canal", 0.3),
    ("muscle", "Muscles", "muscle", 0.3),
    ("canal", "Canal with fat", "fat", 0.3),
    ("bone", "Edge of lamina and spinous process", "bone", 1.0),
    ("bone", "Lamina and spinous process", "bone", 0.0),
    ("facet", "Facet joints", "bone", 0.6),
    ("yellow_ligament", "Yellow ligament", "ligament", 0.3),
    ("sac", "Sac", "canal", 0.5),
    ("cord", "Spinal cord", "nerve", 0.6),
    ("grey", "Grey matter of the cord", "endplate", 0.0),
    ("cauda_equina", "Roots of the cauda equina", "nerve", 0.5),
    ("outer_annulus", "Annulus", "annulus", 0.7),
    ("rings", "Rings of the annulus", "annulus", 0.35),
    ("nucleus", "Nucleus", "nucleus", 0.5),
    ("posterior_ligament", "Posterior longitudinal ligament", "ligament", 0.3),
    ("root", "Nerve roots", "nerve", 0.5),
)
_HALF, _RIGHT, _TOP, _LOW = 58.0, 149.0, 52.0, -90.0
_MOST_LABELS = 4
_AXIS = {"visible": False, "fixedrange": True}
#: The bodies stand beside the slice on the same paper: how large, and where their origin lies, in mm of the slice.
_BODY_SCALE, _BODY_AT = 0.6, (82.0, -32.0)


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return slice and body of a herniation, with run A's skin area dashed; what was predicted stands over it.

    Parameters
    ----------
    result, held : RootsResult
    theme : Theme
    prediction : str, optional
        The predicted root.
    """
    state = result.state
    here = section(state.level)
    labels = _labels(result, here, theme)
    shapes = [*_chosen(result, here, theme), _skin_area(result, theme), *_leaders(labels, theme)]
    return {
        "data": [
            _zone_marks(state, theme),
            _run_a(held, theme),
            words("Words on the drawing", [*_around(state, theme), *_found(result, labels, theme)]),
        ],
        "layout": _layout([*_tissues(state.level, theme), *shapes], theme),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the slice and the herniation with a ring around the root it reaches, which is not named."""
    state = result.state
    here = section(state.level)
    labels = _labels(result, here, theme)[:1]
    (x, y), text = _labels(result, here, theme)[1][0], f"<b>{prediction or '?'}</b>"
    asked = (x - 4.5, y - 1, text, "middle left", theme.text("prediction", size=1.2))
    data = [words("Words on the drawing", [*_around(state, theme), *_at_ends(labels, theme), asked])]
    shapes = [*_tissues(state.level, theme), *_chosen(result, here, theme), *_leaders(labels, theme)]
    return {"data": data, "layout": _layout(shapes, theme)}


def tags(state, names):
    """Return how one of several names is put onto the root that a herniation reaches, as `asking.Pick` takes it."""
    here, result = section(state.level), model.simulate(state)
    onto = _root_place(result, here, -1 if state.side == "right" else 1)
    places = {name: [-42.0 + 28.0 * number, _LOW + 10.0] for number, name in enumerate(names)}
    return {"axes": ["xaxis", "yaxis"], "places": places, "onto": list(onto)}


def grips(result):
    """Return how the herniation is dragged along the back edge of the disc, from one side to the other."""
    state, scale = result.state, section(result.state.level).scale
    outwards = model.zones(state.level)[1:]
    stops = [
        *((zone, "right") for zone in reversed(outwards)),
        ("central", state.side),
        *((zone, "left") for zone in outwards),
    ]
    places = [tuple(scale * length for length in zone_place(state.level, *stop)[0]) for stop in stops]
    choices = [f"zone:{zone};side:{side}" for zone, side in stops]
    return [grip_of_choices("zone", choices, places, stops.index((state.zone, state.side)))]


def _layout(shapes, theme):
    return theme.layout(
        height=640 if theme.large else 520,
        margin={"l": 4, "r": 4, "t": 8, "b": 8},
        images=[_bodies(theme.name)],
        shapes=shapes,
        xaxis={**_AXIS, "range": [-_HALF, _RIGHT]},
        yaxis={**_AXIS, "range": [_LOW - 4, _TOP + 4], "scaleanchor": "x"},
    )


@cache
def _paths(level):
    """Each tissue of a slice as a path, in the order of the layers."""
    here = section(level)
    found = {tissue: [moved(line, scale=here.scale) for line in lines] for tissue, lines in here.outlines.items()}
    return [
        _dots(found.get(tissue, ())) if tissue == "cauda_equina" else straight(found.get(tissue, ()))
        for tissue, *_ in _LAYERS
    ]


def _dots(lines):
    """The cut roots of the cauda equina as circles: so many small outlines would be half of a first figure."""
    means = ([sum(values) / len(line) for values in zip(*line, strict=True)] for line in lines)
    return "".join(outlines.circle(x, y, 0.5) for x, y in means)


def _area(name, path, theme, fill, edge, width, **more):
    """A filled area; lines that overlap fill one silhouette."""
    look = {"color": edge, "width": width * theme.line}
    return outlines.drawn(name, path, look, fill=fill, fillrule="nonzero", **more)


def _tissues(level, theme):
    """The slices at all levels, of which one is shown: another level is chosen without sending its outlines."""
    return [
        _area(label, path, theme, theme.solids[solid], theme.ink, edge * 0.73, visible=each == level and bool(path))
        for each in model.RootsState.declarations()["level"].values
        for path, (_, label, solid, edge) in zip(_paths(each), _LAYERS, strict=True)
    ]


def _chosen(result, here, theme):
    """The herniation, and a ring around what it reaches: the root on its side, or the middle of the sac."""
    state = result.state
    side = -1 if state.side == "right" else 1
    if result.root:
        (x, y), size = _root_place(result, here, side), 2.8
    else:
        x, y, size = 0.0, (here.back - 0.25 * here.depth) * here.scale, 4.2
    bulge = moved(herniation(state.level, state.zone, state.side), scale=here.scale)
    return [
        _area("Herniation", straight([bulge]), theme, theme.fill("herniation"), theme.color("herniation"), 1.2),
        _area("What it reaches", outlines.circle(x, y, size), theme, None, theme.color("nerve"), 1.8),
    ]


def _zone_marks(state, theme):
    """Small rings on the edge of the disc where a click puts the herniation."""
    rows = [
        (zone, side, zone_place(state.level, zone, side)[0])
        for zone in model.zones(state.level)
        for side in (("right", "left") if zone != "central" else (state.side,))
    ]
    scale = section(state.level).scale
    ring = {"width": theme.line, "color": theme.color("herniation")}
    return mark(
        "Zones to click",
        [place[0] * scale for *_, place in rows],
        [place[1] * scale for *_, place in rows],
        {"symbol": "circle", "size": 11, "color": theme.paper, "opacity": 0.9, "line": ring},
        mode="markers",
        customdata=[f"zone:{zone};side:{side}" for zone, side, _ in rows],
        text=[f"{side} {zone}" if zone != "central" else zone for zone, side, _ in rows],
        hoverinfo="text",
    )


def _beside(lines):
    """Lines of the bodies as they stand on the paper of the slice."""
    return [moved(line, *_BODY_AT, _BODY_SCALE) for line in lines]


@cache
def _skin_path(root, side):
    return straight(_beside(body.area(root, side)))


@cache
def _bodies(theme):
    """The body from the front and the back, which nothing moves, as a picture."""
    theme, path = THEMES[theme], straight(_beside(body.body()))
    # Head, trunk and limbs overlap: their edges lie under the fill of all of them, so that one outline is left.
    edge, fill = (_area("Body", path, theme, theme.solids["skin"], theme.ink, width) for width in (1.4, 0.0))
    return outlines.picture("Body, front and back", [edge, fill], low=(_HALF, _LOW - 4), high=(_RIGHT, _TOP + 4))


def _skin_area(result, theme):
    path, nerve = _skin_path(result.root, result.state.side), theme.color("nerve")
    return _area("Skin area of the root", path, theme, nerve, nerve, 0.5)


def _run_a(held, theme):
    return held_run(
        "Skin area in run A",
        held,
        lambda run: joined(_beside(body.area(run.root, run.state.side))),
        theme,
        hoverinfo="skip",
    )


def _labels(result, here, theme):
    """Labels of the slice with their leaders: (tip, end of the line, words, where they stand at it, role or None)."""
    state, k = result.state, here.scale
    side = -1 if state.side == "right" else 1
    (x, y), (nx, ny) = zone_place(state.level, state.zone, state.side)
    tip = ((x + 0.1 * here.width * nx) * k, (y + 0.1 * here.width * ny) * k)
    middle = (-side * 1.5 * k, (here.back - 0.27 * here.depth) * k)
    out, beside = ("middle right", "middle left") if side == 1 else ("middle left", "middle right")
    edge = side * (22 if theme.large else 28)
    rows = [(tip, (edge, 21 if here.scale > 1.5 else -21), "<b>herniation</b>", out, "herniation")]
    left, right = (-side * 34, _LOW + 14), (side * 31, _LOW + 14)
    if result.root:
        verb = "passes" if result.role == "traversing" else "leaves"
        text = f"<b>{result.root} root {verb}:<br>reached</b>"
        rows.append((_root_place(result, here, side), right, text, "bottom center", "nerve"))
        rows.append((middle, left, result.in_canal.replace("end of", "end<br>of"), "bottom center", None))
    else:
        text = f"<b>{result.touched}:<br>within reach</b>"
        rows.append((middle, right, text, "bottom center", "nerve"))
    spared = result.exiting if result.role == "traversing" else result.traversing
    if spared:
        x, y = here.exiting if result.role == "traversing" else here.traversing
        verb = "leaves" if result.role == "traversing" else "passes"
        rows.append(((-side * x * k, y * k), (-side * 30, -21), f"{spared} root<br>{verb}", beside, None))
    return rows


def _leaders(labels, theme):
    """A line with a dot at its tip for each label, and empty ones up to the most there are."""
    found = []
    for number in range(_MOST_LABELS):
        tip, end, _, _, role = labels[number] if number < len(labels) else (None,) * 5
        color = theme.color(role) if role else theme.ink
        path = ""
        if end:
            path = outlines.circle(*tip, 0.6) + f"M{tip[0]:.1f},{tip[1]:.1f}L{end[0]},{end[1]}"
        found.append(_area(f"Leader {number + 1}", path, theme, color, color, 0.7 if role else 0.45))
    return found


def _root_place(result, here, side):
    x, y = here.traversing if result.role == "traversing" else here.exiting
    return side * x * here.scale, y * here.scale


def _around(state, theme):
    """Words that tell nothing of the root: sides, disc, nucleus and vessels of the slice; front and back beside it."""
    (front, level), (back, _) = _beside([[(0, 112), (76, 112)]])[0]
    muted, plain, scale = {**theme.text(), "color": theme.muted}, theme.text(), section(state.level).scale
    return [
        (-_HALF, _TOP, "<b>right</b>", "bottom right", muted),
        (_HALF, _TOP, "<b>left</b>", "bottom left", muted),
        (0, _TOP, f"<b>disc {state.level}</b>", "bottom center", plain),
        (0, 0, "nucleus", "middle center", plain),
        *((x * scale, y * scale, text, where, muted) for text, x, y, where in names(state.level)),
        (front, level, "front", "middle center", muted),
        (back, level, "back", "middle center", muted),
    ]


def _found(result, labels, theme):
    """The skin area in words, and the labels of the slice."""
    [(middle, low)] = _beside([[(38, -59.5)]])[0]
    skin = (middle, low, "<br>".join(_skin(result, theme)), "bottom center", theme.text("nerve"))
    return [skin, *_at_ends(labels, theme)]


def _at_ends(labels, theme):
    return [(*end, text, where, theme.text(role)) for _, end, text, where, role in labels]


def _skin(result, theme):
    """Where the root is felt, in lines."""
    if not result.root:
        return ["no single skin area", "for a central herniation"]
    if result.row is None:
        return [f"<b>{result.root}</b>: belt low on the belly"]
    return _wrapped(f"<b>{result.root}</b> skin: {result.row.skin}", theme)


def _wrapped(text, theme):
    most, lines = 22 if theme.large else 30, [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > most and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
