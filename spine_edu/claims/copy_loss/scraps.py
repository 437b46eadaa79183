"""Pieces of a page as scraps of paper: some fit the other page, the rest spring back; each says what it is about."""

from spine_edu.claims.copy_loss import places
from spine_edu.claims.copy_loss.model import NONE, PAIRS, pieces
from spine_edu.claims.copy_loss.sheets import boxes
from spine_edu.drawing import labels
from spine_edu.drawing.outlines import EMPTY, drawn

#: Letters a line on a scrap, and how many scraps a page has.
_LETTERS, _COUNT = 18, 9
#: How far the number of a scrap and its words are from its left edge.
_NUMBER, _TEXT = 0.75, 1.5


def scraps(result):
    """Return number -> left, top, right and bottom edge of each piece, where there are pieces."""
    if result.copied:
        return {}
    placed = {}
    for number, row in pieces(PAIRS[result.state.pair][0]).items():
        twins = twins_of(result, row)
        # One that is pressed is tried at once.
        share = 1.0 if twins and number == result.state.piece else result.share
        placed[number] = places.piece(int(number), twins, share)
    return placed


def twins_of(result, row):
    """Return the lines of the lower sheet with which a piece shares a run of words."""
    there = {one.line: one for one in result.under}
    return [there[line] for line in result.fits.get(row.line, ())]


def lies(result, number):
    """Return whether a piece lies on lines whose words it shares: once all are slid, or it is pressed."""
    row = pieces(PAIRS[result.state.pair][0])[number]
    return bool(twins_of(result, row)) and (result.lies_over or number == result.state.piece)


def shapes(result, theme):
    """Yield the lines of the lower sheet, the scraps, and what joins them; empty under the copy."""
    there, ink, load = scraps(result), theme.ink, theme.color("load")
    bars = [] if result.copied else [places.on_sheet(row, places.LEFT) for row in result.under]
    yield drawn(
        "Lines below", boxes(bars), {"color": theme.muted, "width": 0}, fill=theme.color("neutral"), opacity=0.5
    )
    alike = _alike(result)
    yield drawn("Tells the same in other words", boxes(alike), {"color": load, "width": 0}, fill=load)
    fitting_ones = [number for number in there if lies(result, number)]
    for name, fitting in (("Pieces that fit", True), ("Pieces", False)):
        chosen = [one for number, one in there.items() if (number in fitting_ones) == fitting]
        width = theme.line * (1.2 if fitting else 0.6)
        path = "".join(places.torn(*one) for one in chosen)
        yield drawn(name, path, {"color": load if fitting else ink, "width": width}, fill=theme.fill("load"))
    read = places.torn(*there[result.state.piece]) if result.piece and there else EMPTY
    yield drawn("Piece that is read", read, {"color": ink, "width": theme.line * 1.3}, fill=theme.paper)
    withheld = [bar for number, one in there.items() if number != result.state.piece for bar in _bars(one)]
    yield drawn("Words withheld", boxes(withheld), {"color": ink, "width": 0}, fill=theme.muted, opacity=0.55)
    yield drawn("Shares words with", _shared(result, there), {"color": load, "width": theme.line})
    yield drawn(
        "Told in other words",
        _otherwise(result, there, alike),
        {"color": load, "width": theme.line * 0.8, "dash": "dash"},
    )
    yield drawn("Told twice", _twice(result, there), {"color": ink, "width": theme.line * 0.8})


def _bars(one):
    left, top, right, low = one
    middle = (top + low) / 2
    return [
        (left + _TEXT, middle - 0.5, right - 0.6, middle - 0.22),
        (left + _TEXT, middle + 0.22, right - 2.4, middle + 0.5),
    ]


def _alike(result):
    """Return the lines of the lower sheet that tell in other words what the piece that is read tells."""
    also = result.piece.also.split() if result.piece and not result.copied else ()
    return [places.on_sheet(row, places.LEFT) for row in result.under if row.line in also]


def _shared(result, there):
    """Return brackets left of the lower sheet from each piece that lies there to the lines whose words it shares."""
    path, x = "", places.LEFT - 0.45
    for number, row in pieces(PAIRS[result.state.pair][0]).items() if there else ():
        twins = twins_of(result, row)
        if lies(result, number):
            left, top, _, low = there[number]
            y, x = (top + low) / 2, x - 0.5
            for twin in twins:
                to, at, *_, down = places.on_sheet(twin, places.LEFT)
                path += (
                    f"M{left:.2f},{y:.2f}L{x:.2f},{y:.2f}L{x:.2f},{(at + down) / 2:.2f}L{to:.2f},{(at + down) / 2:.2f}"
                )
    return path or EMPTY


def _otherwise(result, there, alike):
    """Return the ways from the piece that is read to the lines that tell the same in other words."""
    path = ""
    for _, top, right, low in alike:
        left, up, _, down = there[result.state.piece]
        path += f"M{left:.2f},{(up + down) / 2:.2f}L{right + 0.15:.2f},{(top + low) / 2:.2f}"
    return path or EMPTY


def _twice(result, there):
    """Return a bracket between pieces that share words with each other: of all that lie there, or of the one read."""
    rows, path = pieces(PAIRS[result.state.pair][0]) if there else {}, ""
    repeats = {row.line: row.repeats.split() for row in result.over}
    where = {row.line: there[number] for number, row in rows.items() if not twins_of(result, row)}
    for line, (_, top, right, low) in where.items():
        for other in repeats[line]:
            pair = {line, other}
            if other in where and line < other and (result.lies_over or (result.piece and result.piece.line in pair)):
                (_, up, _, down), out = where[other], 33.3 + 0.4 * (int(line[-1]) % 2)
                first, last = (top + low) / 2, (up + down) / 2
                path += f"M{right:.2f},{first:.2f}L{out:.2f},{first:.2f}L{out:.2f},{last:.2f}L{right:.2f},{last:.2f}"
    return path or EMPTY


def words(result, theme):
    """Return number and topic of each scrap: the topic of the one that is read."""
    there, rows = scraps(result), []
    for number in map(str, range(1, _COUNT + 1)):
        left, top, _, low = there.get(number, (0, 0, 0, 0))
        y, read = (top + low) / 2, bool(there) and number == result.state.piece
        text = labels.wrapped(result.piece.topic, _LETTERS) if read else ""
        rows.append((left + _NUMBER, y, f"<b>{number}</b>" if there else "", "middle center", theme.text()))
        rows.append((left + _TEXT, y, text, "middle right", theme.text(size=1.0 if theme.large else 1.15)))
    return rows


def touches(result):
    """Return the scraps, each of which is read when it is pressed, and laid back at another press."""
    return {
        f"piece:{NONE if number == result.state.piece else number}": places.box(*one)
        for number, one in scraps(result).items()
    }
