"""The disc and root finder: the column with its discs, a slice with the herniation and the root it reaches, a person.

The herniation is dragged along the back edge of the disc; discs, roots and patches of skin are tapped. While the reader
is asked, the same slice stands there with the root unnamed, and names lie beside it to be put onto it.
"""

from functools import cache
from math import dist

from spine_edu.anatomy.lines import even, moved, oval, straight
from spine_edu.anatomy.roots import model, person, strip
from spine_edu.anatomy.section import herniation, section, zone_place
from spine_edu.anatomy.surroundings import muscle_names, names
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip_of_choices
from spine_edu.drawing.marks import mark, words
from spine_edu.theme import LIGHT

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
#: Ends of the paper, half the width of the slice, and where the labels under it stand, in mm.
_LEFT, _TOP, _LOW, _HALF, _UNDER = -84.0, 46.0, -89.0, 56.0, -69.0
_MOST_LABELS = 4
_HINT = "tap skin, root or disc"
_AXIS = {"visible": False, "fixedrange": True}
#: How far inwards of the edge of the disc the knob lies, as a share of the disc's width; and the steps of its way
#: within a zone, in %.
_INWARDS, _STEP = 0.07, 25


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
    asked = all(getattr(state, name) == value for name, value in model.QUESTION.items())
    guess = prediction if asked and prediction else ""
    shapes = [*_chosen(result, here, theme), *person.shapes(result, theme, guess), *_leaders(labels, theme)]
    return {
        "data": [
            _zone_marks(state, theme),
            person.run_a(held, theme),
            words("Words on the drawing", [*_around(state, theme), *_found(result, labels, theme, guess)]),
        ],
        "layout": _layout([*_tissues(state.level, theme), *_column(result, theme, strip.dots(result)), *shapes], theme),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the slice and the herniation with a ring around the root it reaches, which is not named."""
    state = result.state
    here = section(state.level)
    labels = _labels(result, here, theme)[:1]
    (x, y), text = _labels(result, here, theme)[1][0], f"<b>{prediction or '?'}</b>"
    asked = (x - 3.5, y - 5.5, text, "middle left", theme.text("prediction", size=1.2))
    data = [words("Words on the drawing", [*_around(state, theme), *_at_ends(labels, theme), asked])]
    shapes = [*_chosen(result, here, theme), *_leaders(labels, theme)]
    drawn = [*_tissues(state.level, theme), *_column(result, theme, ""), *shapes]
    # The names of the roots lie under the slice, and no other words.
    return {"data": data, "layout": _layout(drawn, theme, _UNDER - 12.0)}


def tags(state, names):
    """Return how one of several names is put onto the root that a herniation reaches, as `asking.Pick` takes it."""
    here, result = section(state.level), model.simulate(state)
    onto = _root_place(result, here, -1 if state.side == "right" else 1)
    places = {name: [-47.0 + 31.0 * number, _UNDER - 6.0] for number, name in enumerate(names)}
    return {"axes": ["xaxis", "yaxis"], "places": places, "onto": list(onto)}


def grips(result):
    """Return how the herniation is dragged along the back edge of the disc, from one side to the other."""
    state = result.state
    choices, places = _way(state.level, state.side)
    here = _knob_place(state.level, state.zone, state.side, state.within)
    now = min(range(len(places)), key=lambda number: dist(places[number], here))
    body = _material(state)[0]
    return [grip_of_choices("zone", choices, places, now) | {"body": [[round(x, 2), round(y, 2)] for x, y in body]}]


@cache
def _way(level, side):
    """The way of the knob along the back edge of the disc: what each place chooses, and where it lies."""
    stops = _stops(level, side)
    choices = [f"zone:{zone};side:{one};within:{within}" for zone, one, within in stops]
    return choices, [_knob_place(level, *stop) for stop in stops]


def _stops(level, side):
    """The places along the back edge of the disc from the right to the left: zone, side, and where in the zone."""
    outwards = [(zone, within) for zone in model.zones(level)[1:] for within in range(_STEP - 100, 101, _STEP)]
    half = [*(("central", within) for within in range(_STEP, 101, _STEP)), *outwards]
    right, left = ([(zone, side, within) for zone, within in half] for side in ("right", "left"))
    return [*reversed(right), ("central", side, 0), *left]


def _knob_place(level, zone, side, within):
    """Where the knob lies: in the herniation, a little inwards of the edge of the disc."""
    here = section(level)
    (x, y), (nx, ny) = zone_place(level, zone, side, within / 100)
    inwards = _INWARDS * here.width
    return here.scale * (x - nx * inwards), here.scale * (y - ny * inwards)


def _material(state):
    """The outline of the herniation as it lies on the paper, as a list of one line."""
    line = herniation(state.level, state.zone, state.side, state.within / 100)
    return [moved(line, scale=section(state.level).scale)]


def touches(result):
    """Return what is tapped: discs of the column, zones of the disc, roots, and patches of skin."""
    state = result.state
    things = strip.things(state) | person.things(state) | _zones_to_tap(state.level, state.side)
    return {"axes": ["xaxis", "yaxis"], "things": things | _roots_to_tap(state.level, state.zone)}


@cache
def _zones_to_tap(level, side):
    """The parts of a disc at its back edge, zone by zone, each with what a tap on it chooses."""
    here, found = section(level), {}
    for zone in model.zones(level):
        for one in ("right", "left") if zone != "central" else (side,):
            edge = [zone_place(level, zone, one, within) for within in even(-1, 1, 7)]
            outer = [(x + 0.03 * here.width * nx, y + 0.03 * here.width * ny) for (x, y), (nx, ny) in edge]
            inner = [(0.55 * x, 0.35 * y) for (x, y), _ in reversed(edge)]
            wedge = moved([*outer, *inner, outer[0]], scale=here.scale)
            found[f"zone:{zone};side:{one};within:0"] = straight([wedge])
    return found


@cache
def _roots_to_tap(level, now):
    """The roots of the slice, each with the zone whose herniation reaches it: that of `now` if it does."""
    here, found = section(level), {}
    outer = [zone for zone in model.zones(level)[1:] if here.traversing is None or zone != "subarticular"]
    zone = now if now in outer else outer[0]
    places = [(here.exiting, zone, 4.0), *([(here.traversing, "subarticular", 2.6)] if here.traversing else [])]
    for (x, y), zone, radius in places:
        for side, one in ((-1, "right"), (1, "left")):
            # Another way to say the middle of a zone: a choice is the name of its outline.
            choice = f"side:{one};zone:{zone};within:0"
            found[choice] = straight([oval(side * x * here.scale, y * here.scale, radius, radius, count=13)])
    return found


def _layout(shapes, theme, low=_LOW):
    """The layout of a paper that ends at `low`, with room for the lines of words under it."""
    return theme.layout(
        # Where it is narrow, the face cuts off what stays empty below.
        meta={"cut": True},
        height=theme.em(34 if theme.large else 40),
        margin={"l": 4, "r": 4, "t": theme.em(2.0), "b": theme.em(4.2 if low == _LOW else 0.5)},
        shapes=shapes,
        images=[person.picture(theme.name, (_HALF, _LOW), (person.RIGHT, _TOP))],
        xaxis={**_AXIS, "range": [_LEFT, person.RIGHT], "constrain": "domain"},
        yaxis={**_AXIS, "range": [low, _TOP], "scaleanchor": "x", "constrain": "domain", "constraintoward": "top"},
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
    """The herniation, and over it what it reaches: the root on its side, or a ring in the middle of the sac."""
    side = -1 if result.state.side == "right" else 1
    nerve, material = theme.color("nerve"), straight(_material(result.state))
    if result.root:
        (x, y), size = _root_place(result, here, side), 2.4 if result.role == "traversing" else 3.0
        reached = _area("What it reaches", outlines.circle(x, y, size), theme, nerve, theme.paper, 0.6)
    else:
        x, y = 0.0, (here.back - 0.25 * here.depth) * here.scale
        reached = _area("What it reaches", outlines.circle(x, y, 4.2), theme, None, nerve, 1.8)
    fill, edge = theme.fill("herniation"), theme.color("herniation")
    return [_area("Herniation", material, theme, fill, edge, 1.2), reached]


def _column(result, theme, dots):
    """The column beside the slice, with the herniation at its disc and a dot at others that reach the same root."""
    level, edge = result.state.level, theme.color("herniation")
    name, nerve = strip.part(level), theme.color("nerve")
    return [
        _area("Bodies of the column", strip.bodies(name), theme, theme.solids["bone"], theme.ink, 0.5),
        _area("Discs of the column", strip.discs(name), theme, theme.solids["annulus"], theme.ink, 0.5),
        _area("Herniated disc", strip.disc(level) + strip.bulge(level), theme, theme.fill("herniation"), edge, 1.0),
        _area("Discs that reach the same root", dots, theme, nerve, theme.paper, 0.4),
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
        {"symbol": "circle", "size": 7, "color": theme.paper, "opacity": 0.9, "line": ring},
        mode="markers",
        customdata=[f"zone:{zone};side:{side};within:0" for zone, side, _ in rows],
        hoverinfo="none",
    )


def _labels(result, here, theme):
    """Labels of the slice with their leaders: (tip, end of the line, words, where they stand at it, role or None)."""
    state, k = result.state, here.scale
    side = -1 if state.side == "right" else 1
    (x, y), (nx, ny) = zone_place(state.level, state.zone, state.side, state.within / 100)
    tip = ((x + 0.1 * here.width * nx) * k, (y + 0.1 * here.width * ny) * k)
    middle = (-side * 1.5 * k, (here.back - 0.27 * here.depth) * k)
    out, beside = ("middle right", "middle left") if side == 1 else ("middle left", "middle right")
    edge = side * 19
    rows = [(tip, (edge, 21 if here.scale > 1.5 else -21), "<b>herniation</b>", out, "herniation")]
    left, right = (-side * 31, _UNDER), (side * 26, _UNDER)
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
    """Words that tell nothing of the root: sides, discs, nucleus and vessels of the slice; front and back beside it."""
    muted, plain, scale = {**theme.text(), "color": theme.muted}, theme.text(), section(state.level).scale
    discs = theme.text(size=0.93)
    return [
        (-_HALF + 4, _TOP, "<b>right</b>", "top right", muted),
        (_HALF - 4, _TOP, "<b>left</b>", "top left", muted),
        (0, _TOP, f"<b>disc {state.level}</b>", "top center", plain),
        (0, 0, "nucleus", "middle center", plain),
        *((x * scale, y * scale, text, where, muted) for text, x, y, where in names(state.level)),
        *((x * scale, y * scale, text, where, plain) for text, x, y, where in muscle_names(state.level)),
        *((x, _TOP, text, "top center", muted) for x, text in person.heads()),
        *((x, y, text, "middle center", discs) for x, y, text in strip.labels(state.level)),
        (*strip.other(state.level), "bottom center", discs),
    ]


def _found(result, labels, theme, guess):
    """The labels of the slice, what the root serves in lines under the drawing, and what else can be tapped."""
    muted = {**theme.text(), "color": theme.muted}
    serves = (_LEFT, _LOW, "<br>".join(person.words(result, theme)), "bottom right", theme.text())
    middle = person.placed([[(34.5, 0)]])[0][0][0]
    missed = guess in person.roots() and guess != result.root
    text, look = (f"dotted: {guess} skin, as you said", theme.text("prediction")) if missed else (_HINT, muted)
    hint = (middle, _UNDER - 1, text, "bottom center", look)
    nerve = theme.text("nerve", size=0.93)
    same = [(_LEFT, _UNDER, f"● also<br>{result.root} root", "bottom right", nerve)] if strip.same_root(result) else []
    return [serves, hint, *same, *_at_ends(labels, theme)]


def _at_ends(labels, theme):
    """The labels, those beside the end of their line a little away from it."""
    aside = {"middle left": -1.4, "middle right": 1.4}
    return [
        (end[0] + aside.get(where, 0.0), end[1], text, where, theme.text(role)) for _, end, text, where, role in labels
    ]
