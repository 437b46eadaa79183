"""How many people had something of the treatment in hand: with it and without it, at the foot of the card."""

from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.outlines import line, shape
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.boards import box
from spine_edu.treatment.shelf.frame import across, frame

#: Where across the two bars stand, and the ends of their scale, of 100 people.
_BARS, _PEOPLE = (0.56, 0.985), (0.0, 100.0)
#: Where the head, the two bars and what is said of chance stand under the lines of the card, and half a bar's height,
#: in sizes of the type.
_HEAD, _ROWS, _UNDER, _HALF = 0.65, (1.75, 2.8), 3.3, 0.32
#: Letters of a line over the whole width.
_LETTERS = 74


def words(result, theme):
    """Return the head, the numbers beside the two bars, and whether they may be chance; empty ones in a hall."""
    about, font = frame(theme), theme.text(size=0.86)
    head, *beside, under = ("", "", "", "") if theme.large else _texts(result)
    rows = [(0, about.gains - _HEAD * about.em, head, "middle right", font)]
    for text, at in zip(beside, _ROWS, strict=True):
        rows.append((0, about.gains - at * about.em, text, "middle right", font))
    return [*rows, (0, about.gains - _UNDER * about.em, under, "bottom right", font)]


def _texts(result):
    """Return the words: over the bars, beside each of them, and under them."""
    gain = result.gain
    if gain is None:
        return "<b>How many people</b> were helped was not read." if result.chosen else "", "", "", ""
    head, ends = f"<b>How many people:</b> {said.gain_head(result)}", ""
    if gain.low is not None:
        ends = f" ({said.interval(gain.low, gain.high)})"
    note = gain.note if gain.source != result.chosen.source else ""
    under = wrapped(f"{said.doubt(gain)} {note}".strip(), _LETTERS)
    if gain.without is None:
        return head, f"{said.number(gain.value)} times as often{ends}", "How many of 100 was not read.", under
    return (
        head,
        f"with it: {said.number(gain.value)} of 100{ends}",
        f"without it: {said.number(gain.without)} of 100",
        under,
    )


def shapes(result, theme):
    """Yield the two bars, each on the outline of all hundred people, and the interval of the one with it."""
    about, gain = frame(theme), result.gain
    counted = not theme.large and gain is not None and gain.without is not None
    places = [about.gains - at * about.em for at in _ROWS] if counted else []
    shares = (gain.value, gain.without) if counted else ()
    half = _HALF * about.em
    tracks = [box(_of(0), y - half, _of(100), y + half) for y in places]
    bars = [[box(_of(0), y - half, _of(share), y + half)] for share, y in zip(shares, places, strict=True)]
    with_it, without = bars or ([], [])
    thin = {"width": theme.line * 0.5, "digits": 4}
    green = theme.color("treatment")
    yield shape("All hundred", tracks, fill=theme.paper, edge=theme.muted, **thin)
    yield shape("People with it", with_it, fill=green, edge=green, **thin)
    yield shape("People without it", without, fill=theme.fill("neutral"), edge=theme.ink, **thin)
    ends = (gain.low, gain.high) if counted and gain.low is not None else ()
    ranges = [[(_of(end), places[0]) for end in ends]] if ends else []
    ranges += [[(_of(end), places[0] - half), (_of(end), places[0] + half)] for end in ends]
    yield line("Range of people with it", ranges, {"color": theme.ink, "width": theme.line}, digits=4)


def _of(share):
    """Return where a share of 100 people stands."""
    return across(share, _BARS, _PEOPLE)
