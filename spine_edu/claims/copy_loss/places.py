"""Where sheets, lines and piles lie on the desk. x runs to `WIDE`, y down to `HIGH`, in sizes of the type."""

from spine_edu.claims.copy_loss.model import lines, lists

WIDE, HIGH = 34.0, 30.7
#: Middle of each small sheet, and half its width, top and bottom; the sheets without a name: left edge, size, pitch.
THUMBS = {1: 2.6, 2: 8.6, 3: 14.6, 4: 20.6, 5: 31.2}
THUMB, THUMB_TOP, THUMB_LOW = 1.75, 0.6, 5.6
GHOSTS, GHOST, GHOST_DOWN = 25.6, 0.95, 1.06
#: The sheets: width, top and bottom; left edge of the lower one, and of the upper one before it is slid.
SHEET, TOP, LOW, LEFT, RIGHT = 13.2, 8.9, 30.3, 0.4, 20.4
#: How far lines keep from the edges, which share of their room they fill, and how tall they are at most.
_MARGIN, _FILL, _TALLEST = 0.8, 0.66, 1.3
#: How high a line on the slip is that tells what was lost.
SLIP_LINE = 1.3
#: The longest line, in words.
_LONG = 40
#: Piles of what was lost: left edge, first row, how far rows are apart; size of an entry, and how far they are apart.
PILES, FIRST, DOWN, CARD, ACROSS = 24.3, 10.9, 2.2, (0.84, 1.25), 1.08
#: Right edge of the names of the piles, and how high they are pressed.
NAMES, ROW = 23.7, 0.95


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


def left_edge(share):
    """Return the left edge of the upper sheet when it is slid so far, 0 to 1."""
    return RIGHT + (LEFT - RIGHT) * share


def height(page, number):
    """Return how high on its sheet a line stands, and half how tall it is."""
    pitch = (LOW - TOP - 2 * _MARGIN) / len(lines(page))
    return TOP + _MARGIN + (number - 0.5) * pitch, min(_FILL * pitch, _TALLEST) / 2


def long(row):
    """Return how long a line is drawn."""
    return (SHEET - 2 * _MARGIN) * min(row.words, _LONG) / _LONG


def on_sheet(row, left):
    """Return a line on a sheet: left, top, right and bottom edge."""
    y, half = height(row.page, row.number)
    return left + _MARGIN, y - half, left + _MARGIN + long(row), y + half


def laid(row, twins, share):
    """Return a line of the upper sheet when it is slid so far: it goes to the lines that it fits, or stays."""
    start = on_sheet(row, RIGHT)
    if not twins:
        return start
    return _between(start, _onto(row, twins), share)


def _onto(row, twins):
    """Return where a line fits: over all that it shares words with, at its own size if these are many."""
    boxes = [on_sheet(twin, LEFT) for twin in twins]
    if len(boxes) == 1:
        return boxes[0]
    start = on_sheet(row, LEFT)
    middle = sum(one[1] + one[3] for one in boxes) / (2 * len(boxes))
    half = (start[3] - start[1]) / 2
    return start[0], middle - half, start[2], middle + half


def pile(row, place, share):
    """Return an entry of a lost list, which falls to its place in its pile once the sheet is half over."""
    number = int(lists()[row.list].number) - 1
    x, y = PILES + place * ACROSS, FIRST + number * DOWN
    end = x, y - CARD[1] / 2, x + CARD[0], y + CARD[1] / 2
    return _between(on_sheet(row, LEFT), end, min(max(2 * share - 1, 0.0), 1.0))


def row_of(key, out=0.0):
    """Return what is pressed of a pile, as a path."""
    y = FIRST + (lists()[key].number - 1) * DOWN
    return box(15.0 - out, y - ROW - out, 33.7 + out, y + ROW + out)


def hole(key):
    """Return where a list stood on the lower sheet: left, top, right and bottom edge."""
    rows = [row for row in lines(2) if row.list == key]
    (first, half), (last, _) = height(2, rows[0].number), height(2, rows[-1].number)
    return LEFT + 0.3, first - half - 0.1, LEFT + SHEET - 0.3, last + half + 0.1


def slip(key, count):
    """Return the slip of paper, of so many lines, that tells what stood in a hole: left, top, right and bottom edge."""
    _, top, _, low = hole(key)
    half = (count * SLIP_LINE + 0.6) / 2
    middle = min(max((top + low) / 2, TOP + half + 0.2), LOW - half - 0.2)
    return LEFT + 0.2, middle - half, LEFT + SHEET - 0.2, middle + half


def _between(start, end, share):
    return tuple(a + (b - a) * share for a, b in zip(start, end, strict=True))
