"""What is pressed over the shelf: the complaints as tabs, and the heads of its columns; and words at the knob."""

from spine_edu.drawing.outlines import line, shape
from spine_edu.treatment.shelf.boards import TEXTURES, box
from spine_edu.treatment.shelf.frame import (
    EFFECT,
    FLOOR_HEAD,
    HARM,
    HEADS,
    KNOB,
    NAME,
    NARROW,
    PART,
    SHELF,
    SURE,
    TABS,
    THING,
    across,
    frame,
)
from spine_edu.treatment.shelf.harms import KEY_LOW, keyed
from spine_edu.treatment.shelf.model import ShelfState, chance, harm_state
from spine_edu.treatment.shelf.verdicts import reached, unsaid
from spine_edu.treatment.shelf.words import MAY_BE, NOT_SEEN, briefly, who

COMPLAINTS = ShelfState.declarations()["complaint"]
#: Head of a column -> its words, its left edge and its right one.
COLUMNS = {
    "time": ("Time", NAME, NAME + 0.125),
    "reach": ("Reaches", EFFECT[0], EFFECT[0] + 0.175),
    "size": ("Size", EFFECT[0] + 0.19, EFFECT[0] + 0.315),
    "certainty": ("Sure", SURE, SURE + 0.12),
    "harm": ("Harm", HARM[0], HARM[0] + 0.125),
}
#: Part of the shelf -> the words over it.
PARTS = {
    "reaches": "Reaches the border, on average",
    "below": "More than chance, on average below the border",
    "ungraded": "Reaches the border, but not graded",
    "chance": "May be no difference: the line holds 0",
    "worse": "More pain, not less",
    "unsaid": "Cannot be said",
    "dummy": "Against a dummy",
    "mixed": "Against a dummy, or other care or none",
    "told dummy": "Against a dummy that anybody can tell from it",
    "other care": "Against other care",
    "nobody": "Before and after, nobody beside it",
    "counted": "Harms counted, of 100 people",
    "times": "Harms so many times as often",
    "alike": "Harms alike with it and without",
    "words": "Harms said in words",
    "apart": "Harms from another trial, or with nobody beside it",
    "unread": "Harms not read",
}
#: Where across the scale of the column of harms is named, and how far words keep from the bars of its key.
_OF, _FROM_BAR = 0.632, 0.008
#: Words before the key of lines, how far under the shelf it stands, in sizes of the type, how long a line of it is, and
#: how far it keeps from its word and from the next one; how wide a letter of it is where a page is narrowest.
_SURE, _SURE_LOW, _SAMPLE, _TO_WORD, _TO_NEXT, _SMALL_LETTER = "Sure:", 4.95, 0.045, 0.007, 0.016, 0.0165
#: Between two tabs, as a share of the width.
_GAP = 0.008
#: How far words keep from the middle of the knob, which is as large on a phone; how wide a bold letter of them is, in
#: sizes of the type.
_CLEAR, _LETTER = 0.066, 0.54
#: Reading -> what lies on each side of nought.
_WAYS = {
    "one_scale": ("Points of 100: ← more pain", "less pain →"),
    "as_printed": ("As printed: ← more pain", "less →"),
}
#: How far these words keep from nought.
_BESIDE = 0.006
#: Room beside the picture on the right, in sizes of the type.
_MARGIN = 1.0


def tabs():
    """Return complaint -> left and right edge of its tab: as wide as its words ask."""
    letters = [len(COMPLAINTS.format(one)) + 3 for one in COMPLAINTS.values]
    left, found = 0.0, {}
    for complaint, count in zip(COMPLAINTS.values, letters, strict=True):
        right = left + (1 + _GAP) * count / sum(letters)
        found[complaint] = (left, right - _GAP)
        left = right
    return found


def shapes(result, parts, theme):
    """Yield the strips under the names of `parts`, tabs and heads, and over them those that are chosen."""
    yield shape("Strips", _strips(parts, theme), fill=theme.panel, edge=theme.panel, width=0, digits=4)
    low, high = TABS
    all_tabs = {name: box(left, low, right, high) for name, (left, right) in tabs().items()}
    low, high = HEADS
    all_heads = {name: box(left, low, right, high) for name, (_, left, right) in COLUMNS.items()}
    thin = {"edge": theme.muted, "width": theme.line * 0.5, "digits": 4}
    thick = {"edge": theme.ink, "width": theme.line, "digits": 4}
    for name, boxes, chosen in (("Tab", all_tabs, result.state.complaint), ("Head", all_heads, result.state.order)):
        yield shape(f"{name}s", boxes.values(), fill=theme.paper, **thin)
        yield shape(f"{name}, chosen", [boxes[chosen]], fill=theme.panel, **thick)
    y = SHELF - _SURE_LOW * frame(theme).em
    for certainty, left, _ in _samples(theme):
        dash, width = TEXTURES[certainty]
        look = {"color": theme.ink, "dash": dash, "width": theme.line * width}
        yield line(f"Key: {certainty}", [[(left, y), (left + _SAMPLE, y)]], look)


def _strips(parts, theme):
    """Return the boxes under the names of the parts, what has no number among them: they are no rows."""
    about = frame(theme)
    middles = [(y, PART / 2 - 0.08) for y in parts]
    if not theme.large:
        middles.append((about.floor - FLOOR_HEAD * about.em, (FLOOR_HEAD - 0.07) * about.em))
    return [box(0, y - half, 1, y + half) for y, half in middles]


def _samples(theme):
    """Return (certainty, left end of its line, where its word stands) of the key of lines; a hall has no room for it.

    In a hall balls and words in each row say it alone.
    """
    left, found = len(_SURE) * _SMALL_LETTER + _TO_NEXT, []
    for certainty in () if theme.large else TEXTURES:
        word = left + _SAMPLE + _TO_WORD
        found.append((certainty, left, word))
        left = word + len(briefly(certainty)) * _SMALL_LETTER + _TO_NEXT
    return found


def words(result, heights, theme):
    """Return the words of tabs and heads, over the parts of the shelf, and under its axis."""
    about, font = frame(theme), theme.text()
    grey = {**theme.text(size=0.86), "color": theme.muted}
    rows, tab = [], theme.text(size=0.93)
    for name, (left, right) in tabs().items():
        text = COMPLAINTS.format(name)
        text = f"<b>{text}</b>" if name == result.state.complaint else text
        rows.append(((left + right) / 2, sum(TABS) / 2, text, "middle center", tab))
    for name, (text, left, right) in COLUMNS.items():
        text = f"<b>{text} ▾</b>" if name == result.state.order else text
        rows.append(((left + right) / 2, sum(HEADS) / 2, text, "middle center", font))
    names = [_part(name, its, result) for name, its in result.groups]
    rows += [(THING, y, name, "middle right", tab) for name, y in zip(names, heights, strict=True)]
    rows += [(0, SHELF, "", "middle right", grey)] * (len(PARTS) - len(result.groups))
    # Each way from nought has its word, on its own side.
    more, less = _WAYS[result.state.reading]
    foot = SHELF - 2.1 * about.em
    rows += [
        (across(0) - _BESIDE, foot, more, "bottom left", theme.text(size=0.93)),
        (across(0) + _BESIDE, foot, less, "bottom right", theme.text(size=0.93)),
        *[(x, SHELF - KEY_LOW * about.em, text, "middle right", grey) for x, text in _people(theme)],
        (0, SHELF - 3.25 * about.em, _key(result), "bottom right", grey),
    ]
    samples = _samples(theme)
    named = [(0, _SURE if samples else ""), *((at, briefly(certainty)) for certainty, _, at in samples)]
    rows += [(x, SHELF - _SURE_LOW * about.em, text, "middle right", grey) for x, text in named]
    return rows


def _people(theme):
    """Return where across the words of the key of harms stand, and the words; a hall has no room for the scale."""
    with_it, without = (right + _FROM_BAR for _, right in keyed(theme))
    return (_OF, "" if theme.large else "of 100:"), (with_it, "with |"), (without, "without")


def _part(name, rows, result):
    """Return the words over a part of the shelf; with reasons what cannot be said, with its people what is ungraded."""
    why = f": {unsaid(result)}" if name == "unsaid" else ""
    if name == "reaches" and rows[-1] in result.ungraded:
        why = ": the last one not graded"
    if name == "ungraded":
        why = f": {'; '.join(who(row.effect) for row in rows)}"
    return f"<b>{PARTS[name]}</b>{why}"


def _key(result):
    """Return what the signs mean that stand on the shelf now; lines and marks have their words beside them."""
    rows = result.rows
    told = [harm for row in rows if (harm := row.harm or row.elsewhere)]
    signs = {
        "no unit: points of 100": result.state.reading == "as_printed",
        f"{NOT_SEEN} no interval": any(row.compared and row.low is None for row in rows),
        "■ stretched": result.state.reading == "one_scale" and any(row.stretched for row in rows),
        "○ memory": any(row.remembered for row in rows) or any(not harm.seen for harm in told),
        f"{MAY_BE} may be chance": any(chance(harm) == "may be" for harm in told if harm_state(harm) == "counted"),
    }
    return "   ".join(words for words, there in signs.items() if there)


def knob_words(result, theme):
    """Return the words at the knob: what the border means, and how many reach its border."""
    border = result.state.border
    at, font = across(border), theme.text(size=0.93)
    grey = {**font, "color": theme.muted}
    if result.state.reading == "as_printed":
        return [(0, KNOB, "", "middle left", grey), (0, KNOB, "", "middle right", font)]
    worth = f"worth having from {border:g} on" if border else ""
    # Far to the right there is no room for how many do so with all of their line.
    room, tries = ((1 - at - _CLEAR) * NARROW + _MARGIN) / _LETTER, reached(result)
    tries = tries[1:] or tries if theme.large else tries
    count = f"<b>{next((text for text in tries if len(text) <= room), tries[-1])}</b>"
    return [(at - _CLEAR, KNOB, worth, "middle left", grey), (at + _CLEAR, KNOB, count, "middle right", font)]


def touches(result, heights, step, choices):
    """Return what is pressed: tabs, heads, and the rows with what each of them chooses."""
    found = {f"complaint:{name}": _path(left, TABS[0], right, TABS[1]) for name, (left, right) in tabs().items()}
    found |= {f"sort:{name}": _path(left, HEADS[0], right, HEADS[1]) for name, (_, left, right) in COLUMNS.items()}
    for choice, y in zip(choices, heights, strict=True):
        found[choice] = _path(0, y - step / 2 + 0.05, 1, y + step / 2 - 0.05)
    return {"axes": ["xaxis", "yaxis"], "things": found, "telling": True}


def _path(*edges):
    return "M" + "L".join(f"{x:.4f},{y:.3f}" for x, y in box(*edges)) + "Z"
