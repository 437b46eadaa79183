"""What stands under the map: what each guideline says of the open box, and the key, or what a test tells."""

from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.treatment.pathway.graph import boxes
from spine_edu.treatment.pathway.model import GUIDELINES, JUDGED, said
from spine_edu.treatment.pathway.places import BOTTOM, WIDE
from spine_edu.treatment.pathway.words import VERDICTS, reading

#: Verdict -> the role of its colour.
ROLES = {
    "for": "treatment",
    "limited": "load",
    "unclear": "pressure",
    "against": "pain",
    "silent": "neutral",
    "all yes": "treatment",
    "all no": "pain",
    "all unclear": "sensitisation",
    "differ": "load",
    "one": "pressure",
}
#: The seals stand so far under the map, and are so high; under them the key, in sizes of the type.
_SEALS, _HIGH, _KEY = BOTTOM - 0.45, 1.5, BOTTOM - 2.3
#: Lower edge of the picture.
LOW = _KEY - 3.55
#: Letters of a line of the key, in a page's type and in a hall's.
_LETTERS, _LARGE = 64, 58
#: What a seal chooses -> its name; the last one compares.
_CHOOSES = {**GUIDELINES, "differ": "compare"}
_WIDE, _GAP = (WIDE - 4.9) / len(_CHOOSES), 0.3
#: Where the bars of a test begin in each half, where the names before them end, and how long a hundred people are.
_HALVES, _NAMES, _HUNDRED = (0.1, 17.4), 7.4, 5.3
_BAR, _ROW = 0.66, 1.25
#: Names of the seals, and of the two shapes of a test's bars.
SEALS, BARS = tuple(_CHOOSES.values()), ("A hundred people", "Those whom the test hurts")


def verdict(guideline, box, complaint):
    """Return what a seal shows of a guideline for a box: a verdict, or nothing."""
    row = said(guideline, box, complaint) if boxes()[box].kind in JUDGED else None
    return row.verdict if row else ""


def _seal(number):
    """Return left, right, lower and upper edge of a seal."""
    left = 4.9 + _WIDE * number
    return left, left + _WIDE - _GAP, _SEALS - _HIGH, _SEALS


def _rectangle(left, right, low, high):
    return f"M{left:.2f},{low:.2f}H{right:.2f}V{high:.2f}H{left:.2f}Z"


def fills(box, complaint, theme):
    """Return the colour of each seal for a box."""
    found = [verdict(name, box, complaint) for name in GUIDELINES]
    return [*(theme.fill(ROLES[one]) if one else theme.paper for one in found), theme.paper]


def seal_words(box, complaint):
    """Return the words of the seals of a box, after those before them."""
    signs = [VERDICTS[one][0] if (one := verdict(name, box, complaint)) else "" for name in GUIDELINES]
    return [
        "Ask one:",
        *(f"{sign} {name}".strip() for sign, name in zip([*signs, "≠"], _CHOOSES.values(), strict=True)),
    ]


def shapes(result, theme):
    """Yield the seals, that of the chosen guideline with a thick edge, and the bars of an open test."""
    colours = fills(result.opened, result.complaint, theme)
    for number, (name, fill) in enumerate(zip(_CHOOSES, colours, strict=True)):
        chosen = result.state.guideline == name
        edge = {"width": theme.line * (1.4 if chosen else 0.5), "color": theme.ink if chosen else theme.muted}
        yield drawn(f"Seal: {_CHOOSES[name]}", _rectangle(*_seal(number)), edge, fill=fill)
    fills_of = theme.fill("neutral"), theme.color("pain")
    for name, path, fill in zip(BARS, bars(result.opened), fills_of, strict=True):
        yield drawn(name, path, {"width": 0, "color": theme.muted}, fill=fill)


def traces(result, prediction, theme):
    """Yield words of seals and key, and what a touch on a seal hits."""
    places = [_seal(number) for number in range(len(_CHOOSES))]
    middles = [((left + right) / 2, (low + high) / 2) for left, right, low, high in places]
    rows = [(0.1, middles[0][1], "middle right"), *((x, y, "middle center") for x, y in middles)]
    texts = seal_words(result.opened, result.complaint)
    font = theme.text(size=0.93)
    yield words("Words of the seals", [(x, y, text, at, font) for (x, y, at), text in zip(rows, texts, strict=True)])
    grey = {**theme.text(size=0.9), "color": theme.muted}
    yield words("Key", [(0.1, _KEY, key(result, result.opened, prediction, theme), "bottom right", grey)])
    yield words("Words of the test", _test_rows(result.opened, theme))
    caught = [
        (x + share * _WIDE, y, f"guideline:{name}")
        for (x, y), name in zip(middles, _CHOOSES, strict=True)
        for share in (-0.3, 0, 0.3)
    ]
    x, y, chosen = (list(column) for column in zip(*caught, strict=True))
    yield {
        **mark("Seals: click one", x, y, {"size": theme.size * 1.5, "opacity": 0}, customdata=chosen),
        "hoverinfo": "none",
        "cliponaxis": False,
    }


def key(result, box, prediction, theme):
    """Return what signs and lines mean; nothing where the bars of a test stand."""
    if tests(box):
        return ""
    found = [verdict for verdict in VERDICTS if verdict in {*result.verdicts.values(), *_of(box, result.complaint)}]
    parts = [" ".join(VERDICTS[verdict]) for verdict in found]
    parts += ["blank: nothing found"] * bool(found)
    if any(_from_memory(result, one) for one in result.verdicts):
        parts.append("hollow: from memory")
    if prediction is not None and result.state.guideline == "nice":
        parts.append("right: you")
    parts.append("dotted: the open box")
    text = wrapped(" · ".join(part.replace(" ", "\u00a0") for part in parts), _LARGE if theme.large else _LETTERS)
    return text.replace(" ·<br>", "<br>").replace("<br>· ", "<br>")


def _of(box, complaint):
    return {one for name in GUIDELINES if (one := verdict(name, box, complaint))}


def _from_memory(result, box):
    row = said(result.state.guideline, box, result.complaint)
    return row is not None and not row.seen


def tests(box):
    """Return group -> of how many of a hundred people a test hurts, with and without what it looks for."""
    return reading(box)


def _lines():
    """Yield half and line of each bar: group by group, with a herniation and without."""
    for half in _HALVES:
        for number in (1, 2):
            yield half, _KEY - 0.1 - _ROW * number


def bars(box):
    """Return the paths of hundreds of people, and of those of them whom a test hurts."""
    groups = tests(box)
    if not groups:
        return EMPTY, EMPTY
    counts = [count for group in groups.values() for count in group]
    hundred = hurt = ""
    for (half, y), count in zip(_lines(), counts, strict=True):
        left, low = half + _NAMES, y - (_ROW + _BAR) / 2
        hundred += _rectangle(left, left + _HUNDRED, low, low + _BAR)
        hurt += _rectangle(left, left + _HUNDRED * count / 100, low, low + _BAR)
    return hundred, hurt


def test_words(box):
    """Return the words of an open test: two heads, and name and number of each bar."""
    groups = tests(box)
    if not groups:
        return [""] * (len(_HALVES) + 4 * len(_HALVES))
    heads = [f"<b>{group}</b>" for group in groups]
    return heads + [
        text
        for counts in groups.values()
        for name, count in zip(("100 herniated", "100 not"), counts, strict=True)
        for text in (name, f"{count:.0f} hurt")
    ]


def _test_rows(box, theme):
    font, texts = theme.text(size=0.9), test_words(box)
    places = [(half, _KEY + 0.05, "bottom right") for half in _HALVES]
    for half, y in _lines():
        places += [
            (half + _NAMES - 0.25, y - _ROW / 2, "middle left"),
            (half + _NAMES + _HUNDRED, y - _ROW / 2, "middle right"),
        ]
    return [(x, y, text, at, font) for (x, y, at), text in zip(places, texts, strict=True)]
