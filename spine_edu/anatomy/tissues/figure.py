"""Who can feel? A slice across and a slice along the low back, every tissue named; a tap on a tissue asks it.

While the reader is asked, the same slices stand there without an answer: each tissue takes the reader's own sign. From
then on each name has the sign of what the studies say, and under it the reader's where that is another one.
"""

from functools import cache, lru_cache

from spine_edu.anatomy.lines import joined, moved, simplified, straight
from spine_edu.anatomy.section import section
from spine_edu.anatomy.tissues import along
from spine_edu.anatomy.tissues.model import rows
from spine_edu.anatomy.tissues.words import ANSWER
from spine_edu.drawing import outlines
from spine_edu.drawing.marks import curve, mark, words
from spine_edu.letters import capital
from spine_edu.theme import LIGHT, THEMES

#: Tissue -> colour name in theme.solids.
_SOLID = {
    "outer_annulus": "annulus",
    "inner_annulus": "annulus",
    "nucleus": "nucleus",
    "endplate": "endplate",
    "vertebral_body": "bone",
    "facet": "bone",
    "posterior_ligament": "ligament",
    "anterior_ligament": "ligament",
    "yellow_ligament": "ligament",
    "root": "nerve",
    "cord": "nerve",
    "cauda_equina": "nerve",
    "muscle": "muscle",
}
#: What lies around and is not asked: outline, words, colour name, thickness of its edge.
_AROUND = (
    ("canal", "Canal with fat", "fat", 0.4),
    ("bone", "Edge of lamina and spinous process", "bone", 0.8),
    ("bone", "Lamina and spinous process", "bone", 0.0),
    ("sac", "Sac", "canal", 0.4),
)
#: Order of drawing, from below.
_ORDER = (
    "muscle",
    "vertebral_body",
    "facet",
    "yellow_ligament",
    "cauda_equina",
    "cord",
    "outer_annulus",
    "inner_annulus",
    "nucleus",
    "endplate",
    "anterior_ligament",
    "posterior_ligament",
    "root",
)
_LEVEL = "L4-5"
_AXIS = {"visible": False, "fixedrange": True}
#: Lower left and upper right corner of the paper, in mm; over and under it stand lines of words.
_LOW, _HIGH = (-58, -69), (192, 61)
#: Where the slice along the low back stands on the paper of the slice across, in mm.
_ALONG_AT = (124.0, -5.0)
#: Where the dot of each tissue lies: slice 1 (across) or 2 (along), and place in it in mm.
_DOTS = {
    "muscle": (1, 38, -42),
    "facet": (1, 20.5, -25.6),
    "root": (1, -20.3, -15.5),
    "inner_annulus": (1, 10, 12.2),
    "outer_annulus": (1, -20.2, 8.5),
    "nucleus": (1, 0, 4),
    "yellow_ligament": (1, -9.8, -28.6),
    "cauda_equina": (1, 0, -28.5),
    "endplate": (2, 6, -18.4),
    "vertebral_body": (2, 7, -39.5),
    "anterior_ligament": (2, 18.3, 10),
    "posterior_ligament": (2, -18.3, 4.5),
    "cord": (2, -26.5, 40),
}
#: What each tissue is called beside the drawing, where that stands on the paper, in mm, and how it lies there.
_NAMES = {
    "muscle": ("back<br>muscle", 38, -53, "middle center"),
    "facet": ("facet<br>joint", 31, -23, "middle right"),
    "root": ("nerve<br>root", -29, -21, "middle left"),
    "inner_annulus": ("inner<br>annulus", 17, 19.5, "top center"),
    "outer_annulus": ("outer<br>annulus", -27, 19.5, "top center"),
    "nucleus": ("nucleus", 0, -4, "middle center"),
    "yellow_ligament": ("yellow<br>ligament", -24, -66, "bottom center"),
    "cauda_equina": ("cauda<br>equina", 24, -66, "bottom center"),
    "endplate": ("endplate", 147, -23.4, "middle right"),
    "vertebral_body": ("vertebral<br>body", 147, -44.5, "middle right"),
    "anterior_ligament": ("anterior<br>ligament", 147, 5, "middle right"),
    "posterior_ligament": ("posterior<br>ligament", 84, -0.5, "middle left"),
    "cord": ("spinal<br>cord", 84, 35, "middle left"),
}
#: Names that stand in their own tissue need no line to it.
_INSIDE = ("muscle", "nucleus")
#: Answer -> the sign in a dot and beside a name.
SIGNS = {"yes": "✓", "partly": "~", "no": "✗"}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return both slices with the chosen tissue outlined, run A's tissue dashed and the reader's own signs.

    Parameters
    ----------
    result, held : TissuesResult
    theme : Theme
    prediction : dict, optional
        What the reader has said of each tissue.
    """
    state = result.state
    told = result.told
    own = {name: said for name, said in (prediction or {}).items() if name in told}
    names = _plain({}, state.tissue) | {name: _answered(own, state.tissue)[name] for name in told}
    answer = f"{result.row.label}: {ANSWER[result.row.feels]}"
    shapes = [_area(state.tissue, "Chosen tissue", theme, None, 1.7), *_food(state.tissue, theme)]
    below = _key(state, theme, own=prediction is not None)
    return {
        "data": [
            _stripes(result, theme),
            _run_a(held, theme),
            _dots(state.tissue, theme),
            _words(names, f"<b>{capital(answer)}</b>", below, theme),
        ],
        "layout": _layout(told if state.colour == "feels" else frozenset(), shapes, theme),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return both slices with names and without an answer; what the reader has marked stands beside the names."""
    return {"data": [_words(_plain(prediction or {}), "", "", theme)], "layout": _layout(frozenset(), [], theme)}


def touches(result):
    """Return the tissues as things that are tapped: each asks itself."""
    return {"axes": ["xaxis", "yaxis"], "things": {f"tissue:{name}": path for name, path in _things().items()}}


def spots():
    """Return where the tissues are marked by hand, as `spine_edu.explorer.asking.Each` takes it."""
    return {"axes": ["xaxis", "yaxis"], "places": {name: list(_place(name)) for name in _DOTS}, "things": _things()}


@cache
def _things():
    """The outline of each tissue that is tapped, from the lowest to the uppermost."""
    # What lies loose in its sac is touched together with it.
    sac = straight(_outlines("sac"))
    return {name: (sac if name == "cauda_equina" else "") + _path(name) for name in _ORDER}


def _layout(coloured, shapes, theme):
    (left, low), (right, high) = _LOW, _HIGH
    return theme.layout(
        # Where it is narrow, the face cuts off what stays empty below.
        meta={"cut": True},
        height=theme.em(34 if theme.large else 40),
        margin={"l": 4, "r": 4, "t": theme.em(1.9), "b": theme.em(4.4)},
        images=[_slices(coloured, theme.name)],
        shapes=[_leaders(theme), *shapes],
        xaxis={**_AXIS, "range": [left, right], "constrain": "domain"},
        yaxis={**_AXIS, "range": [low, high], "scaleanchor": "x", "constrain": "domain", "constraintoward": "top"},
    )


def _leaders(theme):
    """Lines from the names to the dots of their tissues."""
    ends = [(_place(name), (x, y)) for name, (_, x, y, _) in _NAMES.items() if name not in _INSIDE]
    path = "".join(f"M{x0:.1f},{y0:.1f}L{x1:.1f},{y1:.1f}" for (x0, y0), (x1, y1) in ends)
    return outlines.drawn("Lines to the names", path, {"color": theme.ink, "width": 0.6 * theme.line}, fill=None)


@lru_cache(maxsize=32)
def _slices(told, theme):
    """Both slices as one picture, with the tissues in `told` in the colours of their answers."""
    by_name, theme = {row.tissue: row for row in rows()}, THEMES[theme]
    areas = [*_surroundings(theme), *_tissues(told, by_name, theme)]
    return outlines.picture("Slices across and along the low back", areas, low=_LOW, high=_HIGH)


@cache
def _outlines(name):
    """Closed lines of a tissue in both slices, as they stand on the paper."""
    lines = [
        *section(_LEVEL).outlines.get(name, ()),
        *(moved(line, *_ALONG_AT) for line in along.outlines().get(name, ())),
    ]
    return [simplified(line) for line in lines]


@cache
def _path(name):
    return straight(_outlines(name))


def _area(name, label, theme, fill, edge):
    """A filled area; lines that overlap fill one silhouette."""
    look = {"color": theme.ink, "width": edge * theme.line / 1.4}
    return outlines.drawn(label, _path(name), look, fill=fill, fillrule="nonzero")


def _surroundings(theme):
    return [_area(name, label, theme, theme.solids[solid], edge) for name, label, solid, edge in _AROUND]


def _tissues(told, by_name, theme):
    """Every tissue in its own colour, or in that of its answer, and the rings of the annulus on top."""
    areas = [_area(name, by_name[name].label, theme, _fill(by_name[name], told, theme), 0.5) for name in _ORDER]
    return [*areas, _area("rings", "Rings", theme, None, 0.3)]


def _fill(row, told, theme):
    if row.tissue not in told:
        return theme.solids[_SOLID[row.tissue]]
    return {"yes": theme.solids["feeling"], "partly": theme.fill("inflammation"), "no": theme.fill("neutral")}[
        row.feels
    ]


def _stripes(result, theme):
    """Stripes over the tissues that can feel in part, where colours tell answers."""
    x, y = _answering("partly", result.told)
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "name": "Stripes: in part",
        "mode": "none",
        "fill": "toself",
        "fillpattern": {"shape": "/", "fgcolor": theme.color("inflammation"), "size": 7, "solidity": 0.25},
        "visible": result.state.colour == "feels",
        "hoverinfo": "skip",
    }


@lru_cache(maxsize=32)
def _answering(feels, told):
    """Outlines of the tissues that are `told` to give one answer, as two columns with gaps."""
    tissues = {row.tissue for row in rows() if row.feels == feels and row.tissue in told}
    return joined([line for name in _ORDER if name in tissues for line in _outlines(name)])


def _run_a(held, theme):
    x, y = joined(_outlines(held.state.tissue)) if held else ([], [])
    return curve("Run A", x, y, theme.stroke("held", 1.2), visible=held is not None, hoverinfo="skip")


def _place(tissue):
    """Where the dot of a tissue lies on the paper."""
    slice_, x, y = _DOTS[tissue]
    return (x, y) if slice_ == 1 else (x + _ALONG_AT[0], y + _ALONG_AT[1])


def _dots(tissue, theme):
    """A dot in every tissue, at the end of the line to its name."""
    marker = {
        "opacity": 1,
        "size": [theme.size * (0.65 if name == tissue else 0.4) for name in _DOTS],
        "color": theme.ink,
        "line": {"color": theme.paper, "width": 1},
    }
    x, y = zip(*map(_place, _DOTS), strict=True)
    chosen = [f"tissue:{name}" for name in _DOTS]
    return mark("Dots to click", list(x), list(y), marker, customdata=chosen, hoverinfo="none")


def _plain(own, tissue=""):
    """What stands at each tissue before the studies are asked: its name, bold if it is chosen, and the reader's sign.

    A dict of the words and of the role of their colour.
    """
    signs = {name: f" <b>{SIGNS[own[name]]}</b>" if name in own else "" for name in _NAMES}
    return {name: (_name(name, name == tissue) + sign, None) for name, sign in signs.items()}


def _answered(own, tissue):
    """What stands at each tissue from then on: its name with the studies' sign, and the reader's if it is another."""
    found = {}
    for row in rows():
        text, said = (
            f"{_name(row.tissue, row.tissue == tissue)} <b>{SIGNS[row.feels]}</b>",
            own.get(row.tissue, row.feels),
        )
        differs = said != row.feels
        found[row.tissue] = (f"{text}<br>you: {SIGNS[said]}", "prediction") if differs else (text, None)
    return found


def _name(tissue, bold):
    text = _NAMES[tissue][0]
    return f"<b>{text}</b>" if bold else text


def _key(state, theme, own):
    """What signs, colours and lines mean, under the drawing."""
    full, none = ("", "")
    if state.tissue in _FED:
        red, blue = (f'<span style="color:{theme.color(role)}">{sign}</span>' for role, sign in _WAY)
        return f"{red} vessels end at the bone side<br>{blue} from there food seeps in<br>tap a tissue to ask it"
    if state.colour == "feels":
        full, none = (
            f'<span style="color:{one}">■</span> ' for one in (theme.solids["feeling"], theme.fill("neutral"))
        )
    last = "“you”: you said otherwise" if own else "tap a tissue to ask it"
    return f"{full}✓ can start a pain<br>~ in part · {none}✗ cannot<br>{last}"


def _words(names, above, below, theme):
    """All words: over the drawing, under it, how the slices lie, and at the tissues."""
    muted = {**theme.text(), "color": theme.muted}
    rows = [
        *([(_LOW[0], _HIGH[1], above, "top right", theme.text(size=1.15))] if above else []),
        *([(107, -68.5, below, "bottom center", muted)] if below else []),
        (0, 49, "cut across, at disc L4-5", "top center", muted),
        (107, -58, "cut along, T12 to L2", "bottom center", muted),
        (80, 49, "back", "top center", muted),
        (134, 49, "front", "top center", muted),
    ]
    for name, (_, x, y, position) in _NAMES.items():
        text, role = names[name]
        # In its own tissue a name keeps the colour that can be read on all of them.
        role = None if name in _INSIDE else role
        rows.append((x, y, text, position, theme.text(role)))
    return words("Words on the drawing", rows)


#: Tissues beside which the way of the food into the disc is drawn; and colour role and sign of its two parts.
_FED = ("endplate",)
_WAY = (("muscle", "━"), ("water", "➜"))


def _food(tissue, theme):
    """Vessels that end at the bone side of the endplates, and arrows on which food seeps from there into the disc."""
    vessels, seeping = _food_ways() if tissue in _FED else ("", "")
    red, blue = (theme.color(role) for role, _ in _WAY)
    return [
        outlines.drawn("Vessels in the bone", vessels, {"color": red, "width": 1.6 * theme.line}),
        outlines.drawn("Food seeps into the disc", seeping, {"color": blue, "width": 1.5 * theme.line}),
    ]


@cache
def _food_ways():
    """The vessels and the arrows of `_food` on the paper, as two paths."""
    return tuple(_open(moved(line, *_ALONG_AT) for line in lines) for lines in along.ways())


def _open(lines):
    """Open lines as a path."""
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in line) for line in lines)
