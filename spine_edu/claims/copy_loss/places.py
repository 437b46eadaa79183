"""Where sheets, lines, lists and pieces lie on the desk. x runs to `WIDE`, y down to `HIGH`, in sizes of a hall's type.

A sheet of article 2 is laid out like an accordion: where a list is unfolded, all other lines move together, so that
every line and every colon stays in sight; two colons are never nearer than a finger needs.
"""

from functools import cache

from spine_edu.claims.copy_loss.model import OVER, entries, lines, lists

WIDE, HIGH = 34.0, 34.2
#: Middle of each small sheet, and half its width, top and bottom; the sheets without a name: left edge, size, pitch.
THUMBS = {1: 2.6, 2: 8.6, 3: 14.6, 4: 20.6, 5: 29.6}
THUMB, THUMB_TOP, THUMB_LOW = 1.6, 0.3, 4.3
GHOSTS, GHOST, GHOST_DOWN = 25.0, 0.78, 0.86
#: Heights of the numbers under the small sheets, of what is asked, of the heads, and of the words below the sheets.
NUMBERS, ASKED, HEADS, FOOT = 5.1, 6.8, 8.45, 33.6
#: The ten circles of the guess: middle of the first, how far they are apart, radius.
GUESS, GUESS_APART, GUESS_SIZE = 17.6, 1.68, 0.64
#: The sheets: width, top and bottom; left edge of the lower one, and of the upper one before it is slid.
SHEET, TOP, LOW, LEFT, RIGHT = 13.0, 9.3, 32.9, 6.1, 20.6
#: How far lines keep from the edges at the sides, above and below; which share of their room they fill, and how tall
#: they are at most, also on the sheet of article 2.
_MARGIN, _ENDS, _FILL, _TALLEST, _THIN = 0.7, 0.5, 0.62, 0.62, 0.17
#: The longest line, in words.
_LONG = 40
#: How high an unfolded entry is, what an unfolded list has besides, and a line with its colon; how near two colons come
#: at the nearest; what a lost line weighs against another one where a list is unfolded.
ENTRY, _AROUND, COLON, NEAREST, _FOLDED = 1.2, 0.5, 0.95, 1.28, 0.15
#: From which parts of the way on lines go to their heights, and lie in the stack.
_SPREAD, STACKED = 0.3, 0.8
#: The ruler: left and right edge of the stack, heights of 0 and of the last number, and that number.
STACK, RULER_LOW, RULER_TOP, MOST = (4.5, 5.5), 32.5, 10.0, 150
#: Where what stands beside the ruler ends.
SAID = 3.75
#: Rows of lists: first, how far apart, half their height; right edge of the boxes; left edge of names and of cards; how
#: far cards are apart, and how wide.
FIRST, DOWN, ROW, BOX, NAMES, CARDS, ACROSS, _CARD = 10.2, 1.5, 0.66, 21.6, 21.95, 30.6, 0.37, 0.25
#: Signs that are on the course's list: first line, how far apart, right edge; the button below them.
MISSING, SIGN, BUTTON = 25.2, 1.32, 32.2
#: The same where all signs of the course stand there.
COURSE, COURSE_DOWN = 10.3, 1.33
#: Pieces: half their height, left and right edge, how deep their edges are torn.
_PIECE, PIECES, _TORN = 1.22, (20.7, 32.8), 0.16


def box(left, top, right, low):
    """Return a box as a path."""
    return f"M{left:.2f},{top:.2f}L{right:.2f},{top:.2f}L{right:.2f},{low:.2f}L{left:.2f},{low:.2f}Z"


def thumb(page, out=0.0):
    """Return the small sheet of an article as a path."""
    x = THUMBS[page]
    return box(x - THUMB - out, THUMB_TOP - out, x + THUMB + out, THUMB_LOW + out)


def ghost(number):
    """Return a sheet without a name, counted from 0, as its left, top, right and bottom edge."""
    top = (THUMB_TOP + THUMB_LOW) / 2 + (number - 2) * GHOST_DOWN - GHOST / 2
    return GHOSTS, top, GHOSTS + GHOST, top + GHOST


def guess(number):
    """Return the middle of a circle of the guess, 1 to 10."""
    return GUESS + (number - 1) * GUESS_APART, ASKED


def left_edge(share):
    """Return the left edge of the upper sheet when it is slid so far, 0 to 1."""
    return RIGHT + (LEFT - RIGHT) * share


@cache
def rows(page, unfolded=""):
    """Return line -> its middle and half its height on its sheet, and how high its room is, where a list is unfolded.

    A line that ends in a colon has room for the colon, an entry of the unfolded list for its words. All other lines
    share what is left; where a list is unfolded, those that are lost are folded up besides.
    """
    gone = {row.line for row in entries(unfolded)} if unfolded else set()
    parts, kept = _parts(page), _kept() if page == 2 else None
    fixed = [COLON if page == 2 and part[0].kind == "colon" else 0.0 for part in parts]
    weights = [
        [0.0 if row.line in gone or (high and row == part[0]) else _weight(row, kept, unfolded) for row in part]
        for part, high in zip(parts, fixed, strict=True)
    ]
    least = [
        NEAREST - high if high and part[0].list != unfolded else 0.1 for part, high in zip(parts, fixed, strict=True)
    ]
    taken = sum(fixed) + (len(gone) * ENTRY + _AROUND if gone else 0)
    tall = _shared([sum(some) for some in weights], least, LOW - TOP - 2 * _ENDS - taken)
    placed, y = {}, TOP + _ENDS
    for part, some, high, rest in zip(parts, weights, fixed, tall, strict=True):
        for row, weight in zip(part, some, strict=True):
            first = high and row == part[0]
            mine = ENTRY if row.line in gone else high if first else rest * weight / sum(some)
            half = min(_FILL * mine, _THIN if page == 2 else _TALLEST) / 2
            placed[row.line] = y + mine / 2, half, mine
            y += mine
            if gone and row.list == unfolded and (first or row.line == entries(unfolded)[-1].line):
                y += _AROUND / 2
    return placed


@cache
def _kept():
    """Return the lines of article 2 that the copy has, too."""
    return {row.twins for row in lines(1)}


def _weight(row, kept, unfolded):
    return _FOLDED if unfolded and row.line not in kept else 1.0


def _parts(page):
    """Return the lines of an article in parts, each of which but the first begins with a colon; only those of 2 do."""
    parts = [[]]
    for row in lines(page):
        if page == 2 and row.kind == "colon":
            parts.append([])
        parts[-1].append(row)
    return parts


def _shared(weights, least, room):
    """Return how high each part is: as its lines weigh, but none lower than it must be."""
    low, high = 0.0, room
    for _ in range(50):
        each = (low + high) / 2
        tall = [max(each * weight, one) for weight, one in zip(weights, least, strict=True)]
        low, high = (low, each) if sum(tall) > room else (each, high)
    return tall


def long(row):
    """Return how long a line is drawn."""
    return (SHEET - 2 * _MARGIN) * min(row.words, _LONG) / _LONG


def on_sheet(row, left, unfolded=""):
    """Return a line on a sheet: left, top, right and bottom edge."""
    y, half, _ = rows(row.page, unfolded)[row.line]
    return left + _MARGIN, y - half, left + _MARGIN + long(row), y + half


def laid(row, twin, share, unfolded=""):
    """Return a line of the copy when it is slid so far: it is at the height of its twin before much of that is hidden.

    So lines of both sheets join where the edge of the upper one is.
    """
    left = left_edge(share)
    return _between(on_sheet(row, left), on_sheet(twin, left, unfolded), min(share / _SPREAD, 1))


def stacked(place, start, share):
    """Return a line that came over as it falls from beside the sheet to its place in the stack, 0 the lowest."""
    half = (RULER_LOW - RULER_TOP) / MOST * 0.32
    way = min(max((share - STACKED) / (1 - STACKED), 0.0), 1.0)
    (y,) = _between((start,), (level(place + 0.5),), way)
    return STACK[0], y - half, STACK[1], y + half


def level(value):
    """Return how high so many lines reach on the ruler."""
    return RULER_LOW - value * (RULER_LOW - RULER_TOP) / MOST


def row_at(key):
    """Return how high a lost list stands among the nine."""
    return FIRST + (lists()[key].number - 1) * DOWN


def row_of(key):
    """Return what is pressed of a lost list, as a path."""
    return box(BOX + 0.2, row_at(key) - ROW, 33.6, row_at(key) + ROW)


def cross_box(key, out=0.0):
    """Return the box for a cross beside a lost list: left, top, right and bottom edge; `out` that is pressed."""
    y = row_at(key)
    return BOX - 1.0 - out, y - 0.5 - out, BOX + out, y + 0.5 + out


def card(key, place, share):
    """Return the card of a lost entry, which grows once the sheet lies nearly over."""
    x, y, half = CARDS + place * ACROSS, row_at(key), 0.42 * min(max((share - OVER) / (1 - OVER), 0.0), 1.0)
    return x, y - half, x + _CARD, y + half


def unfolded(key):
    """Return the paper of a list that is unfolded in its gap: left, top, right and bottom edge."""
    all_rows, (first, *_, last) = rows(2, key), entries(key)
    top, low = all_rows[first.line][0] - ENTRY / 2, all_rows[last.line][0] + ENTRY / 2
    return LEFT + 0.1, top - 0.12, RIGHT - 0.4, low + 0.12


def gap(key, shown=""):
    """Return the gap of a list on its sheet: top and bottom, where perhaps another list is unfolded."""
    all_rows, (first, *_, last) = rows(2, shown), entries(key)
    return all_rows[first.line][0] - all_rows[first.line][2] / 2, all_rows[last.line][0] + all_rows[last.line][2] / 2


def colon_target(right, middle):
    """Return what is pressed of a colon that ends a line there, as a path."""
    half = NEAREST / 2 - 0.005
    return box(right + 0.05, middle - half, right + 2.0, middle + half)


def place_after(row):
    """Return the place after a line of the copy, before that is slid, as a path to be pressed."""
    y, _, room = rows(1)[row.line]
    return box(RIGHT + 0.1, y - room / 2, RIGHT + SHEET - 0.1, y + room / 2)


def piece(number, twins, share):
    """Return a piece when the pieces are slid so far: one that fits goes to its lines, another one springs back."""
    y = TOP + 0.25 + (number - 0.5) * (LOW - TOP - 0.5) / 9
    start = PIECES[0], y - _PIECE, PIECES[1], y + _PIECE
    if not twins:
        away = (RIGHT - LEFT) * 2.4 * share * (1 - share)
        return start[0] - away, start[1], start[2] - away, start[3]
    middle = sum(rows(twin.page)[twin.line][0] for twin in twins) / len(twins)
    end = LEFT + 0.5, middle - _PIECE, LEFT + 0.5 + PIECES[1] - PIECES[0], middle + _PIECE
    return _between(start, end, share)


def torn(left, top, right, low):
    """Return a scrap of paper as a path: its sides are torn."""
    teeth = 4
    step = (low - top) / teeth
    side = [(right - _TORN * (number % 2), top + step * number) for number in range(teeth + 1)]
    side += [(left + _TORN * (number % 2), low - step * number) for number in range(teeth + 1)]
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in side) + "Z"


def sign_line(y):
    """Return the empty line under a sign that stands there and was never on the list."""
    return f"M{BOX - 1.0:.2f},{y + 0.52:.2f}L33.6,{y + 0.52:.2f}"


def course_row(place):
    """Return how high a row of the course's own list stands."""
    return COURSE + place * COURSE_DOWN


def button():
    """Return the button that shows the course's own list, or the nine again: left, top, right and bottom edge."""
    return BOX - 1.0, BUTTON - 0.64, 33.6, BUTTON + 0.64


def _between(start, end, share):
    return tuple(a + (b - a) * share for a, b in zip(start, end, strict=True))
