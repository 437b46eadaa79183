"""The five small sheets above, the guess of how many voices speak on them, and the tally that answers it."""

from functools import cache

from spine_edu.claims.copy_loss import places
from spine_edu.claims.copy_loss.model import NAMED, PAIRS, lines, strangers
from spine_edu.drawing import outlines
from spine_edu.drawing.outlines import EMPTY, drawn

#: How many voices can be guessed.
MOST = 10


def told(result):
    """Return whether the tally of voices is shown: once the reader has said how many."""
    return not result.copied and result.state.voices > 0


def shapes(result, theme, *, asked=False):
    """Yield the small sheets, what joins them, and the circles of the guess."""
    yield from _joined(result, theme)
    for page in places.THUMBS:
        chosen = page in PAIRS[result.state.pair]
        edge = {"color": theme.ink, "width": theme.line * (1.5 if chosen else 0.5)}
        yield drawn(f"Article {page}", places.thumb(page), edge, fill=theme.panel if chosen else theme.paper)
        down = page == 2 and (asked or (result.copied and not result.share))
        texture = "" if down else _texture(page)
        yield drawn(f"Lines of article {page}", texture, {"color": theme.muted, "width": 0}, fill=theme.muted)
    yield from _circles(result, theme)


def _joined(result, theme):
    """Yield what is known of who shares words with whom, once the reader has guessed; that 1 is 2 is said before."""
    there, thin = told(result), {"color": theme.ink, "width": 1.2, "dash": "dot"}
    end, y = places.THUMBS[4] + places.THUMB + 0.3, (places.THUMB_TOP + places.THUMB_LOW) / 2
    boxes = [places.ghost(number) for number in range(strangers())]
    ways = "".join(f"M{left - 0.15:.2f},{(top + low) / 2:.2f}L{end},{y:.2f}" for left, top, _, low in boxes)
    ghosts = "".join(places.box(*one) for one in boxes)
    yield drawn("Ways from sheets without a name", ways if there else "", thin)
    yield drawn("Sheets without a name", ghosts if there else "", thin, fill=theme.paper)
    start, end = places.THUMBS[2] - places.THUMB - 0.35, places.THUMBS[1] + places.THUMB + 0.35
    taken = {"color": theme.color("pain"), "width": theme.line}
    yield drawn("Taken over", f"M{start},{y}L{end},{y}M{end + 0.7},{y - 0.6}L{end},{y}L{end + 0.7},{y + 0.6}", taken)
    start, end = places.THUMBS[3] + places.THUMB + 0.35, places.THUMBS[4] - places.THUMB - 0.35
    path = f"M{start},{y}L{end},{y}"
    path += f"M{end - 0.7},{y - 0.6}L{end},{y}L{end - 0.7},{y + 0.6}M{start + 0.7},{y - 0.6}L{start},{y}"
    path += f"L{start + 0.7},{y + 0.6}"
    yield drawn("Shared words", path if there else "", {"color": theme.color("load"), "width": theme.line})


def _circles(result, theme):
    """Yield ten circles; once guessed, the voices with a name are full, and those that may be there have a dotted edge.

    The reader's number is ringed.
    """
    there, guessed = told(result), round(result.state.voices)
    known = len(NAMED) if there else 0
    perhaps = known + strangers() if there else 0
    parts = {
        "Circles to be pressed": (range(perhaps + 1, MOST + 1), "ink", "solid", theme.paper),
        "Voices with a name": (range(1, known + 1), "load", "solid", theme.color("load")),
        "Voices without a name": (range(known + 1, perhaps + 1), "load", "dot", theme.fill("load")),
    }
    for name, (numbers, role, dash, fill) in parts.items():
        color = theme.color(role) if role != "ink" else theme.muted
        path = "" if result.copied else _ring(numbers)
        yield drawn(name, path, {"color": color, "width": theme.line * 0.8, "dash": dash}, fill=fill)
    mine = _ring([guessed], 0.16) if there else EMPTY
    yield drawn("Your guess", mine, {"color": theme.color("prediction"), "width": theme.line * 1.2})


def _ring(numbers, out=0.0):
    return "".join(outlines.circle(*places.guess(number), places.GUESS_SIZE + out) for number in numbers) or EMPTY


@cache
def _texture(page):
    """Return the lines of a small sheet as a path: each as long as on the large one."""
    x, rows = places.THUMBS[page] - places.THUMB + 0.3, lines(page)
    room = places.THUMB_LOW - places.THUMB_TOP - 0.6
    path = ""
    for row in rows:
        y = places.THUMB_TOP + 0.3 + (row.number - 0.5) * room / len(rows)
        half = min(0.3 * room / len(rows), 0.16)
        path += places.box(x, y - half, x + places.long(row) * (2 * places.THUMB - 0.6) / places.SHEET, y + half)
    return path


def words(result, theme, asked):
    """Return the words of the desk: numbers, whose voice each is once that is guessed, and what is asked."""
    said, center = told(result), "middle center"
    rows = [
        (x, places.NUMBERS, f"<b>{page}</b>{_whose(page) if said else ''}", center, theme.text(size=1.1))
        for page, x in places.THUMBS.items()
    ]
    left, top, right, low = places.ghost(strangers() // 2)
    rows.append((right + 0.6, (top + low) / 2, "<b>?</b>" if said else "", center, theme.text(size=1.1)))
    for number in range(1, MOST + 1):
        dark = said and number <= len(NAMED)
        font = {**theme.text(), "color": theme.paper} if dark else theme.text()
        rows.append((*places.guess(number), "" if result.copied else f"{number}", center, font))
    prompt = "" if asked else _prompt(result)
    x, position = (places.WIDE / 2, center) if result.copied else (0.4, "middle right")
    return [*rows, (x, places.ASKED, prompt, position, theme.text(size=1.1))]


def _whose(page):
    return {1: " = 2", 4: ""}.get(page, f" {NAMED.get(page)}")


def _prompt(result):
    if not result.copied:
        if told(result):
            return f"<b>{len(NAMED)}</b> named, at most <b>{strangers()}</b> more"
        return "<b>How many voices in all?</b>"
    if result.lies_over:
        return "Press a colon, and what stood there unfolds."
    if result.share:
        return "━━ came over    ╍╍ lost"
    return "<b>Anything missing?</b> Press each place. Then slide the copy."
