"""What is written over and under the map: who walks and what happens at this step, and the card of the open box."""

from spine_edu.drawing.labels import wrapped
from spine_edu.treatment.pathway import words
from spine_edu.treatment.pathway.evidence import evidence
from spine_edu.treatment.pathway.graph import boxes
from spine_edu.treatment.pathway.model import GUIDELINES
from spine_edu.treatment.pathway.places import BOTTOM, COMES

#: Verdict -> the role of its colour.
ROLES = {
    "for": "treatment",
    "limited": "load",
    "unclear": "pressure",
    "against": "pain",
    "silent": "neutral",
    "agree": "treatment",
    "differ": "load",
    "one": "pressure",
}
#: Lines of words that a card has room for, and letters of a line, in a page's type and in a hall's.
LINES, _LETTERS, _LARGE = 11, 72, 62
#: The key stands so far under the map, the card so far, in sizes of the type.
KEY, CARD = 0.7, 3.4
#: Where the words of a guideline begin.
_BESIDE = 6.3


def _lines(text, theme, less=0):
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
    title = f"<b>{words.who(result.state)}</b>"
    text = _lines(words.step_words(result.steps, here), theme, 5)
    font = theme.text(size=0.9)
    return [
        (2.3, -0.1, title, "bottom right", theme.text()),
        (2.3, -1.5, text, "bottom right", font),
        (COMES[0] - 0.5, COMES[1] + 0.05, "", "middle left", font),
    ]


def card(box, complaint, theme):
    """Return the rows of words of the card of a box: always as many, empty where nothing is said."""
    font, step, top = theme.text(size=0.9), line_height(theme), card_top() - 0.4
    title, known = boxes()[box].title, evidence(box)
    rows = [(0.6, top, f"<b>{title}</b>", "bottom right", theme.text())]
    text = known.short if known else words.about(box)
    block = _lines(text, theme)
    rows.append((0.6, top - 1.15 * step, block, "bottom right", font))
    down = top - 1.4 * step - step * (block.count("<br>") + 1)
    told = words.opinions(box, complaint) if words.judged(box) else []
    for name, verdict, said in told:
        sign, _ = words.VERDICTS[verdict]
        spoken = _lines(said, theme, 14)
        rows.append((0.6, down, f"<b>{sign} {GUIDELINES[name]}</b>", "bottom right", theme.text(ROLES[verdict], 0.9)))
        rows.append((_BESIDE, down, spoken, "bottom right", font))
        down -= step * (spoken.count("<br>") + 1)
    quiet = words.silent(box, complaint)
    grey = {**font, "color": theme.muted}
    said = f"{', '.join(quiet)}: {words.NOTHING}" if quiet else ""
    rows.append((0.6, down, said, "bottom right", grey))
    return rows + [(0.6, top, "", "bottom right", font)] * (2 * len(GUIDELINES) + 3 - len(rows))


def height(box, complaint, theme):
    """Return how many lines the card of a box takes."""
    return 1 + sum(1 + text.count("<br>") for x, _, text, _, _ in card(box, complaint, theme)[1:] if text and x < 1) + sum(
        text.count("<br>") for x, _, text, _, _ in card(box, complaint, theme) if x == _BESIDE
    )
