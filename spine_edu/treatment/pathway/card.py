"""What is written over and under the map: who walks and what happens at this step, and the card of the open box."""

from spine_edu.drawing.labels import wrapped
from spine_edu.treatment.pathway import words
from spine_edu.treatment.pathway.evidence import PARTS, evidence
from spine_edu.treatment.pathway.graph import boxes
from spine_edu.treatment.pathway.model import GUIDELINES
from spine_edu.treatment.pathway.places import BOTTOM

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
#: Lines of words that a card has room for, and letters of a line, in a page's type and in a hall's.
LINES, _LETTERS, _LARGE = 13, 61, 54
#: The key stands so far under the map, the card so far, in sizes of the type.
KEY, CARD = 0.5, 3.3
#: Where the words of a guideline begin.
_BESIDE = 7.0
#: Further parts of a card, in the order in which they are written where there is room.
_FURTHER = ("claim", "size", "harms", "certainty", "population", "paid")
#: How many words a card may hold: two a block, and no card has more blocks.
_ROWS = 28


def in_lines(text, theme, less=0):
    """Return words in lines that fit into the picture where it is narrowest, `less` letters shorter."""
    return wrapped(text, (_LARGE if theme.large else _LETTERS) - less)


def line_height(theme):
    """Return the height of a line of the card, in sizes of the type, as plotly sets it."""
    return 1.3 * theme.type_size(0.9) / theme.size


def card_top():
    """Return the upper edge of the card."""
    return BOTTOM - CARD


def card_bottom(theme):
    """Return its lower edge."""
    return card_top() - LINES * line_height(theme) - 0.9


def over(result, here, theme):
    """Return the rows of words over the map at a step."""
    step = f" · step {here} of {len(result.steps)}" if here else ""
    title = f"<b>{words.who(result.state).removesuffix('.')}</b>{step}"
    text = in_lines(words.told(result.steps, here), theme, 4)
    font = theme.text(size=0.9)
    return [
        (2.3, -0.1, title, "bottom right", theme.text()),
        (2.3, -1.4, text, "bottom right", font),
    ]


def card(box, complaint, theme):
    """Return the rows of words of the card of a box: always as many, empty where nothing is said."""
    known, font = evidence(box), theme.text(size=0.9)
    first = known.short if known else words.about(box)
    blocks = [(boxes()[box].title, "", theme.text()), ("", in_lines(first, theme), font)]
    for name, verdict, said in words.opinions(box, complaint) if words.judged(box) else ():
        head = f"{words.VERDICTS[verdict][0]} {GUIDELINES[name]}"
        blocks.append((head, in_lines(said, theme, 13), theme.text(ROLES[verdict], 0.9)))
    quiet = words.silent(box, complaint)
    if quiet:
        grey = {**font, "color": theme.muted}
        blocks.append(("", in_lines(f"{', '.join(quiet)}: {words.NOTHING}", theme), grey))
    blocks += _more(known, LINES - sum(map(_count, blocks)), theme)
    rows, down = [], card_top() - 0.4
    for head, text, look in blocks:
        rows.append((0.6, down, f"<b>{head}</b>" if head else "", "bottom right", look))
        rows.append((_BESIDE if head else 0.6, down, text, "bottom right", font if head else look))
        down -= _count((head, text, look)) * line_height(theme) + 0.25 * (len(rows) == 2)
    return rows + [(0.6, card_top() - 0.4, "", "bottom right", font)] * (_ROWS - len(rows))


def _count(block):
    """Return how many lines a block takes."""
    return block[1].count("<br>") + 1


def _more(known, room, theme):
    """Return the further parts of a card that fit into so many lines, and where the others are."""
    if known is None or room < 2:
        return []
    found, left = [], dict(known.parts)
    left.pop("short")
    for name in [name for name in _FURTHER if name in left]:
        text = in_lines(left[name], theme, 13)
        if text.count("<br>") + 2 <= room:
            found.append((PARTS[name], text, theme.text(size=0.9)))
            room -= text.count("<br>") + 1
            left.pop(name)
    if left:
        names = ", ".join(PARTS[name].lower() for name in left)
        found.append(("", in_lines(f"In the table: {names}.", theme), {**theme.text(size=0.9), "color": theme.muted}))
    return found


def height(box, complaint, theme):
    """Return how many lines the card of a box takes."""
    rows = [row for row in card(box, complaint, theme) if row[2]]
    low = min(row[1] - line_height(theme) * (row[2].count("<br>") + 1) for row in rows)
    return (card_top() - 0.65 - low) / line_height(theme)
