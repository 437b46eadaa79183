"""What the lowest disc carries, as a column that grows beside its yardsticks."""

from itertools import accumulate

from spine_edu import data
from spine_edu.drawing.labels import spread
from spine_edu.drawing.marks import mark
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import line
from spine_edu.loads.muscle.words import PARTS, kilonewtons, share
from spine_edu.theme import LIGHT

AXES = ("x2", "y2")
SHORT = {"trunk": "trunk", "hands": "load", "muscle": "muscle"}
ROLES = {"trunk": "bone", "hands": "load", "muscle": "muscle"}
#: Upper end of the axis in kilonewtons, its last number, and the height of a line of words.
TOP, MOST, _LINE = 13.4, 10.9, 0.63
#: Across: the column, the specimens beside it, and where words begin.
COLUMN, WIDE, _SPECIMENS, _WORDS = 0.8, 1.4, 2.25, 2.9
#: Where the words on the specimens stand as long as nothing else must stand there.
_SPECIMENS_WORDS = 8.6


def bars(result):
    """Return heights and beginnings of the parts of the column, from the bottom up, in kilonewtons."""
    heights = [result.shares[part] / 1000 for part in PARTS]
    return heights, [0, *accumulate(heights[:-1])]


def trace(result, theme=LIGHT):
    """Return the column as a trace."""
    heights, base = bars(result)
    return {
        "type": "bar",
        "name": "Compression, part by part",
        "xaxis": "x2",
        "yaxis": "y2",
        "x": [COLUMN] * len(PARTS),
        "y": heights,
        "base": base,
        "width": WIDE,
        "marker": {
            "color": [theme.solids["bone"], theme.fill("load"), theme.solids["muscle"]],
            "line": {"color": [theme.color(ROLES[part]) for part in PARTS], "width": theme.line / 2},
        },
    }


def _yardsticks():
    """Screening value, thresholds of women and men, and the strength of specimens as (low, mean, high)."""
    strength = data.parameter("loads_muscle.strength")
    values = [data.value(f"loads_muscle.{name}") for name in ("screening", "threshold_women", "threshold_men")]
    return (*(value / 1000 for value in values), [end / 1000 for end in (strength.low, strength.value, strength.high)])


def labels(result, held=None):
    """Return rows (words, height of what they name, height of the words, role) of what stands beside the column."""
    screening, women, men, (low, mean, high) = _yardsticks()
    rows = [
        (f"<b>{kilonewtons(result.compression)}</b>", result.compression / 1000, None),
        (f"screening {screening:.1f}", screening, None),
        ("protrusion", men, None),
        (f"{women:.1f} and {men:.1f}", women, None),
    ]
    specimens = ("specimens", "failed at", f"{low:.1f}–{high:.1f},", f"mean {mean:.1f}")
    rows += [(words, _SPECIMENS_WORDS - 0.01 * line, "bone") for line, words in enumerate(specimens)]
    if held:
        rows.append((f"A: {kilonewtons(held.compression)}", held.compression / 1000, "held"))
    placed = spread([height for _, height, _ in rows], _LINE, _LINE / 2, MOST)
    return [(words, height, at, role) for (words, height, role), at in zip(rows, placed, strict=True)]


def words(result, held, theme):
    """Return what is written on and beside the column as one trace."""
    rows = [(0.2, TOP - 0.35, "Compression (kN)", "middle right", theme.text())]
    for number, part in enumerate(PARTS):
        text = f"{SHORT[part]} {share(result, part):.0f} %"
        rows.append((0.2, TOP - 0.35 - (number + 1) * _LINE, text, "middle right", theme.text(ROLES[part])))
    beside = labels(result, held)
    rows += [(_WORDS, at, text, "middle right", theme.text(role)) for text, _, at, role in beside if role != "held"]
    return written("Compression in numbers, and its yardsticks", rows, AXES)


def held_mark(result, held, theme):
    """Return run A: a mark at its compression, and its words."""
    text, height, at = next(
        ((text, height, at) for text, height, at, role in labels(result, held) if role == "held"), ("", 0, 0)
    )
    look = theme.marker("held", 1.3)
    return mark(
        "A, held: compression",
        [COLUMN, _WORDS],
        [height, at],
        {**look, "opacity": 1, "size": [look["size"], 0]},
        text=["", text],
        textposition="middle right",
        textfont=theme.text("held"),
        visible=held is not None,
        xaxis="x2",
        yaxis="y2",
        cliponaxis=False,
    )


def marks(theme):
    """Return the yardsticks that are points: two thresholds and the mean of the specimens."""
    _, women, men, (_, mean, _) = _yardsticks()
    bone, size = theme.color("bone"), theme.size
    look = {
        "symbol": ["line-ew-open", "line-ew-open", "diamond"],
        "size": [size * 0.7, size * 0.7, size * 0.9],
        "color": [theme.ink, theme.ink, bone],
        "opacity": 1,
        "line": {"color": [theme.ink, theme.ink, bone], "width": [theme.line, theme.line, 0]},
    }
    edge = COLUMN + WIDE / 2 + 0.3
    return mark("Yardsticks", [edge, edge, _SPECIMENS], [women, men, mean], look, xaxis="x2", yaxis="y2")


def shapes(result, held, theme):
    """Yield the screening value across the column, the specimens beside it, and lines to the words."""
    screening, women, men, (low, mean, high) = _yardsticks()
    left, right = COLUMN - WIDE / 2 - 0.2, COLUMN + WIDE / 2
    border = [[(left, screening), (right + 0.5, screening)]]
    yield line("Screening value", border, theme.stroke("threshold"), axes=AXES)
    # The strongest ones are beyond this axis, as its words say.
    top = min(high, MOST)
    tip = [(_SPECIMENS - 0.25, top - 0.4), (_SPECIMENS, top), (_SPECIMENS + 0.25, top - 0.4)]
    reach = [[(_SPECIMENS, low), (_SPECIMENS, top)], [(_SPECIMENS + side, low) for side in (-0.25, 0.25)], tip]
    yield line("Strength of specimens", reach, theme.stroke("bone"), axes=AXES)
    named = [(height, at) for _, height, at, role in labels(result, held) if role != "bone"]
    strokes = [[(right + 0.5, height), (_WORDS - 0.1, at)] for height, at in named]
    yield line("Lines to the words", strokes, {"color": theme.muted, "width": 1}, axes=AXES)
