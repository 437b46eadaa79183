"""The guidelines to be asked, each with its sign for the open box, and the key of all signs."""

from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import drawn
from spine_edu.treatment.pathway import asked, card
from spine_edu.treatment.pathway.evidence import effect, size
from spine_edu.treatment.pathway.measured import QUOTED, SECOND_HAND, second_hand
from spine_edu.treatment.pathway.model import (
    GUIDELINES,
    cells_on_map,
    from_memory,
    on_map,
    said,
    shut,
    time_at,
    waits_for,
)
from spine_edu.treatment.pathway.places import BOTTOM, WIDE
from spine_edu.treatment.pathway.presses import stubs
from spine_edu.treatment.pathway.words import VERDICTS, compared, covers, judged, opinion

#: Verdict -> the role of its colour.
ROLES = {
    "for": "treatment",
    "limited": "load",
    "part": "herniation",
    "unclear": "pressure",
    "less": "sensitisation",
    "against": "pain",
    "silent": "neutral",
    "all yes": "treatment",
    "all if": "herniation",
    "near": "herniation",
    "all no": "pain",
    "all unclear": "sensitisation",
    "differ": "load",
    "one": "pressure",
}
#: The chips stand so far under the map, and are so high.
_TOP, HIGH = BOTTOM - 0.15, 1.85
#: Lower edge of the chips.
LOW = _TOP - HIGH
#: Letters of a line of the key, and its lines; for a hall.
_LETTERS, _LINES = (68, 60), (4, 1)
#: Verdict -> its meaning for a hall, which has one line.
_HALL = {
    **{"for": "yes", "limited": "condition", "part": "part", "unclear": "open"},
    **{"less": "too much", "against": "no", "silent": "silent"},
    **{"all yes": "all", "all if": "all", "near": "yes/if", "all no": "all"},
    **{"all unclear": "all", "differ": "differ", "one": "one"},
}
#: What an empty box or cell means, and one with a dotted edge; for a hall in fewer letters.
_BLANK = ("blank: nothing found", "□ none")
_DOTTED = ("dotted in colour: from memory", "⋯ memory")
#: What a chip chooses -> its name; the last one compares.
_CHOOSES = {**GUIDELINES, "differ": "compare"}
_FROM, _GAP = 4.2, 0.3
_WIDE = (WIDE - 0.1 + _GAP - _FROM) / len(_CHOOSES)
CHIPS = tuple(_CHOOSES.values())


def _place(number):
    """Return left, right, lower and upper edge of a chip."""
    left = _FROM + _WIDE * number
    return left, left + _WIDE - _GAP, LOW, _TOP


def touches():
    """Return what is pressed: choice -> outline of a chip."""
    places = {f"guideline:{name}": _place(number) for number, name in enumerate(_CHOOSES)}
    return {
        choice: f"M{left:.2f},{low:.2f}L{right:.2f},{low:.2f}L{right:.2f},{high:.2f}L{left:.2f},{high:.2f}Z"
        for choice, (left, right, low, high) in places.items()
    }


def _found(name, result, here, box):
    """Return the verdict of a guideline on the open box, and whether it is about another pain; or nothing."""
    found = opinion(name, box, result.complaint, time_at(result.steps, here)) if judged(box) else None
    return (found[0].verdict, bool(found[1])) if found else ("", False)


def fills(result, here, box, theme):
    """Return the colour of each chip for a box: pale where it speaks of this pain."""
    found = [_found(name, result, here, box) for name in GUIDELINES]
    return [*(theme.fill(ROLES[one]) if one and not other else theme.paper for one, other in found), theme.paper]


def chip_words(result, here, box, theme):
    """Return the words of the chips, after those before them; what is said of another pain stands in brackets."""
    texts = ["Ask:" if theme.large else "Ask one:"]
    for name, short in GUIDELINES.items():
        one, other = _found(name, result, here, box)
        sign = VERDICTS[one][0] if one else ""
        # For a hall there is no room for brackets.
        sign = sign if not other else "" if theme.large else f"({sign})"
        texts.append(f"{sign} {short}".strip())
    # For a hall its sign would lie on the edge of the chip.
    return [*texts, "compare" if theme.large else "≠ compare"]


def shapes(result, theme):
    """Yield the chips, that of the chosen guideline with a thick edge."""
    colours = fills(result, result.here, result.opened, theme)
    for number, (name, fill) in enumerate(zip(_CHOOSES, colours, strict=True)):
        left, right, low, high = _place(number)
        chosen = result.state.guideline == name
        edge = {"width": theme.line * (1.4 if chosen else 0.5), "color": theme.ink if chosen else theme.muted}
        path = f"M{left:.2f},{low:.2f}H{right:.2f}V{high:.2f}H{left:.2f}Z"
        yield drawn(f"Chip: {_CHOOSES[name]}", path, edge, fill=fill)


def traces(result, prediction, theme):
    """Yield words of chips and key."""
    middles = [((left + right) / 2, (low + high) / 2) for left, right, low, high in map(_place, range(len(_CHOOSES)))]
    rows = [(0.1, middles[0][1], "middle right"), *((x, y, "middle center") for x, y in middles)]
    texts = chip_words(result, result.here, result.opened, theme)
    font = theme.text(size=0.86)
    yield words("Words of the chips", [(x, y, text, at, font) for (x, y, at), text in zip(rows, texts, strict=True)])
    grey = {**theme.text(size=0.86), "color": theme.muted}
    text = key(result, result.here, result.opened, prediction, theme)
    yield words("Key", [(0.1, card.frame(theme).key, text, "bottom right", grey)])


def key(result, here, box, prediction, theme):
    """Return what signs and lines mean that are there; as much of it as there is room for."""
    painted, opinions = _painted(result, here, theme), [_found(name, result, here, box) for name in GUIDELINES]
    found = {*painted.values(), *(verdict for verdict, _ in opinions if verdict)}
    # In a hall there is one line: what the map shows comes first.
    there = [verdict for verdict in VERDICTS if verdict in (painted.values() if theme.large else found)]
    parts = _told(there, theme)
    if parts and not theme.large:
        parts[0] = f"For {covers(result, here)}: {parts[0]}"
    # Never left out: without them an empty box and one with a dotted edge pass for each other.
    parts += [_BLANK[theme.large]] * bool(found and not shut(result.steps, here))
    parts += [_DOTTED[theme.large]] * _remembers(result, here, theme)
    parts += _told([verdict for verdict in VERDICTS if verdict in found and verdict not in there], theme)
    parts += ["no marks on the map: a warning sign comes first"] * bool(waits_for(result.steps, here))
    if stubs(result.state, result.steps, here):
        parts.append("dashed: sent there")
    if prediction is not None and asked.holds(result, here):
        parts.append("right: you, ringed if NICE says otherwise")
    parts += [f"{QUOTED} {SECOND_HAND}"] * _quotes(result, here, box, theme)
    if any(other for _, other in opinions):
        parts.append("( ) of another pain")
    parts += _of_size(result, here, box)
    return _fitting([part.replace(" ", "\u00a0") for part in parts], theme)


def _told(verdicts, theme):
    """Return signs with their meanings; one that is a word ends with a colon, or both would read as one.

    For a hall those of one meaning stand together.
    """
    if theme.large:
        meanings = dict.fromkeys(_HALL[verdict] for verdict in verdicts)
        there = {one: [sign_of(verdict, theme) for verdict in verdicts if _HALL[verdict] == one] for one in meanings}
        return [f"{' '.join(signs)} {meaning}" for meaning, signs in there.items()]
    told = [VERDICTS[verdict] for verdict in verdicts]
    return [f"{sign}{':' * sign.lstrip('=').isalpha()} {meaning}" for sign, meaning in told]


def _painted(result, here, theme):
    """Return the verdicts on the map by where they stand: on a box, or in a cell of it."""
    found, cells = on_map(result, here), cells_on_map(result, here)
    if theme.large or not cells:
        return found
    there = {(box, name): row.verdict for box, rows in cells.items() for name, row in rows.items()}
    return there | {box: one for box, one in found.items() if one == "differ"}


def _of_size(result, here, box):
    """Return what is to be known of the size on the card."""
    scale = card.measured(box) and not compared(result, here, box)
    shown = size(effect(box, result.complaint, time_at(result.steps, here))) if scale else None
    parts = ["hollow mark: from memory"] * bool(shown and shown.remembered)
    parts += ["pale band: less than is called worth having"] * (shown is not None)
    below = shown is not None and min(shown.value, shown.value if shown.low is None else shown.low) < 0
    return parts + ["below 0: more pain"] * below


def _fitting(parts, theme):
    """Return words in as many lines as there is room for, without the last ones if they have none."""
    letters, lines = (sizes[theme.large] for sizes in (_LETTERS, _LINES))
    text = wrapped(" · ".join(parts), letters)
    while text.count("<br>") >= lines:
        parts = parts[:-1]
        text = wrapped(" · ".join(parts), letters)
    return text.replace(" ·<br>", "<br>").replace("<br>· ", "<br>")


def sign_of(verdict, theme):
    """Return the sign of a verdict; in a hall without the sign for “alike”, for which a box has no room."""
    return VERDICTS[verdict][0].removeprefix("=" if theme.large else "")


def _remembers(result, here, theme):
    """Return whether anything on the map has a dotted edge."""
    rows = [row for found in cells_on_map(result, here).values() for row in found.values() if not theme.large]
    return any(not row.seen for row in rows) or any(from_memory(result, here, box) for box in on_map(result, here))


def from_second_hand(result, here, box):
    """Return whether what the guideline that colours says of a box was read where others quote it."""
    row = said(result.state.guideline, box, result.complaint, time_at(result.steps, here))
    return row is not None and second_hand(row)


def _quotes(result, here, box, theme):
    """Return whether the map or the open card has something that was read second hand."""
    rows = [row for found in cells_on_map(result, here).values() for row in found.values() if not theme.large]
    if result.state.guideline == "differ" and judged(box) and not theme.large:
        told = [opinion(name, box, result.complaint, time_at(result.steps, here)) for name in GUIDELINES]
        rows += [found[0] for found in told if found and not found[1]]
    return any(map(second_hand, rows)) or any(
        from_second_hand(result, here, one) for one in (*on_map(result, here), box)
    )
