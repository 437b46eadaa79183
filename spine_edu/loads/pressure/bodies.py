"""The bodies on the pressure board: one for each row, drawn in px across, since the board's width may change."""

from math import hypot

from spine_edu.drawing.body import silhouettes
from spine_edu.drawing.outlines import line, shape
from spine_edu.loads.pressure import postures

#: Room for a body, in sizes of the type, and how much of the height of its row it fills at most.
ROOM, _FILLED = 5.2, 0.94
#: Height of somebody standing, in cm, with a little air.
TALL = 182.0
#: Px between two corners that are drawn.
_FINE = 1.3
#: How an x in px is counted: from the left end of the board, or from where the shape says.
PIXELS = {"xsizemode": "pixel", "xanchor": 0, "digits": 2}


def placed(name, bottom, high, slot, theme):
    """Return a function from a posture's centimetres to px across and slots up, in the middle of its room.

    Parameters
    ----------
    name : str
    bottom, high : float
        Where the row begins and how high it is, in slots.
    slot : float
        Px of a slot.
    theme : Theme
    """
    room = ROOM * theme.size
    left, low, right, up = postures.box(name)
    scale = min(_FILLED * high * slot / TALL, room / (right - left))
    # What is lower than its row stands in the middle of it if it lies, or else on its ground.
    lift = (high * slot - scale * (up - low)) / 2 if right - left > up - low else (1 - _FILLED) / 2 * high * slot

    def place(point):
        x = room / 2 + scale * (point[0] - (left + right) / 2)
        return x, bottom + (lift + scale * (point[1] - low)) / slot

    return place


def on_scale(name, ground, high, slot):
    """Return a function from a part of a posture to its lines in px from its hip and slots up.

    Parameters
    ----------
    name : str
    ground : float
        Where its feet, its chair or its bed stand, in slots.
    high : float
        How high somebody standing is, in slots; nothing is drawn at 0.
    slot : float
        Px of a slot.
    """
    body, *_ = postures.posture(name)
    px = high * slot / TALL

    def put(part):
        if high <= 0:
            return []
        return [[(px * (x - body.hip[0]), ground + px * y / slot) for x, y in one] for one in part]

    return put


def standing(posture, at, ground, high, slot, theme, *, name="Body on the scale"):
    """Yield the shapes of a body, with its chair and its load, whose hip is over a place; see `on_scale`."""
    body, lines, held = postures.posture(posture)
    put, where, thin = on_scale(posture, ground, high, slot), {**PIXELS, "xanchor": at}, theme.line / 2
    things = [one for one in lines if one is not postures.FLOOR]
    yield line(f"Chair of {name.lower()}", put(things), {"color": theme.muted, "width": thin}, **where)
    look = {"fill": theme.fill("load"), "edge": theme.color("load"), "width": thin}
    yield shape(f"Load of {name.lower()}", put(held), **look, **where)
    limbs, arms = body.outlines()
    look = {"edge": theme.ink, "width": 1.2 * thin}
    yield from silhouettes(name, [(put(limbs), put(arms))], theme, **look, **where)


def ghost(name, posture, at, ground, high, slot, theme):
    """Yield the shapes of a body where the reader has put it, its hip over a place."""
    put = on_scale(posture, ground, high, slot)
    limbs, arms = postures.posture(posture)[0].outlines()
    look = {"edge": theme.color("prediction"), "fill": theme.fill("prediction"), "width": theme.line / 2}
    yield from silhouettes(name, [(put(limbs), put(arms))], theme, **look, **{**PIXELS, "xanchor": at})


def _thinned(corners, slot):
    """Leave out corners that lie less than a px or so from the last one: small bodies need few."""
    kept = []
    for x, y in corners:
        if not kept or hypot(x - kept[-1][0], slot * (y - kept[-1][1])) > _FINE:
            kept.append((x, y))
    return kept


def shapes(rows, marked, slot, theme):
    """Yield the shapes of all bodies: things, loads, bodies, and over them the marked one in a darker look.

    Parameters
    ----------
    rows : sequence of (str, float, float)
        Posture, and bottom and height of its row in slots.
    marked : str
        The posture that is marked.
    slot : float
        Px of a slot.
    theme : Theme
    """
    things, loads, groups = [], [], {False: [], True: []}
    for name, bottom, high in rows:
        place = placed(name, bottom, high, slot, theme)
        body, lines, held = postures.posture(name)
        things += [list(map(place, one)) for one in lines]
        loads += [list(map(place, one)) for one in held]
        outlines = (([_thinned(map(place, one), slot) for one in part]) for part in body.outlines())
        groups[name == marked].append(tuple(outlines))
    thin = theme.line / 2
    yield line("Floor, chairs, beds", things, {"color": theme.muted, "width": thin}, **PIXELS)
    yield shape("Loads", loads, fill=theme.fill("load"), edge=theme.color("load"), width=thin, **PIXELS)
    for dark, name, edge in ((False, "Bodies", theme.muted), (True, "Marked body", theme.ink)):
        yield from silhouettes(name, groups[dark], theme, edge=edge, width=thin * (1.2 if dark else 0.9), **PIXELS)
