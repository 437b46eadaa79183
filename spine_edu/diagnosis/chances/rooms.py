"""Where the people stand: at home above the line, and below it whom the test calls positive.

Columns go across from 0, rows down from 0, both in the size of a person of a hundred, twenty in a row. Those who have
it stand first. Of more than a hundred, each of the others is smaller, and of ten thousand a grain of an area; nobody is
left out.
"""

from dataclasses import dataclass
from functools import lru_cache

from spine_edu.diagnosis.chances.model import ALIKE, COUNTED, INDEPENDENT
from spine_edu.drawing import hundred
from spine_edu.drawing.outlines import EMPTY

#: How wide a room is; where people begin, downwards, in one room and in several; where several rooms begin, across.
WIDE, TOP, TOPS = 20.0, 9.55, 10.4
BEGIN = {2: (0, 10.6), 3: (0, 6.9, 13.8)}
#: How deep each of several rooms is, and how far those who have it are from the others.
DEEP, GAP = 6.0, 0.15
#: The crowd of which everybody but those who have it is a grain.
GRAINS = 10_000
_DOT = 0.07


@dataclass(frozen=True)
class Block:
    """People in rows.

    Attributes
    ----------
    columns : int
    across, down : float
        How far apart they are.
    radius : float
        Half the height of one; 0 for grains of an area.
    """

    columns: int
    across: float
    down: float
    radius: float

    def place(self, number, left, top):
        """Return where a person stands in a block that begins at `left` and `top`."""
        row, column = divmod(number, self.columns)
        return round(left + (column + 0.5) * self.across, 4), round(top + (row + 0.5) * self.down, 4)

    def height(self, people):
        """Return how high so many people are."""
        return -(-people // self.columns) * self.down

    def outline(self, people, left, top):
        """Return the outline round so many people, as a path of the same letters for any number."""
        whole, rest = divmod(people, self.columns)
        end = left + rest * self.across
        right = left + self.columns * self.across if whole else end
        low = top + whole * self.down
        last = low + self.down if rest else low
        edges = (left, top, right, low, end, last, left)
        return "M{:.4g},{:.4g}H{:.4g}V{:.4g}H{:.4g}V{:.4g}H{:.4g}Z".format(*edges)


#: Crowd -> blocks of those who have it and of the others, in a room of the whole width.
_WHOLE = {
    100: (Block(20, 1, 1, 0.43), Block(20, 1, 1, 0.4)),
    1000: (Block(50, 0.4, 0.8, 0.34), Block(100, 0.2, 0.32, 0.15)),
    GRAINS: (Block(50, 0.4, 0.8, 0.34), Block(250, 0.08, 0.08, 0)),
}
#: The same in one of two or three: as large as there, and smaller, where people would not have room.
_LARGE = {
    (2, 100): (Block(10, 0.94, 1, 0.43), Block(10, 0.94, 1, 0.43)),
    (2, 1000): (Block(23, 0.4, 0.8, 0.34), Block(47, 0.2, 0.32, 0.15)),
    (2, GRAINS): (Block(23, 0.4, 0.8, 0.34), Block(117, 0.08, 0.08, 0)),
    (3, 100): (Block(6, 1, 1, 0.43), Block(6, 1, 1, 0.43)),
    (3, 1000): (Block(15, 0.4, 0.8, 0.34), Block(30, 0.2, 0.32, 0.15)),
    (3, GRAINS): (Block(15, 0.4, 0.8, 0.34), Block(75, 0.08, 0.08, 0)),
}
_SMALL = {
    (2, 100): (Block(15, 0.62, 0.62, 0.27), Block(15, 0.62, 0.62, 0.27)),
    (2, 1000): (Block(26, 0.36, 0.5, 0.22), Block(94, 0.1, 0.28, 0.08)),
    (2, GRAINS): (Block(26, 0.36, 0.5, 0.22), Block(156, 0.06, 0.05, 0)),
    (3, 100): (Block(10, 0.6, 0.62, 0.27), Block(10, 0.6, 0.62, 0.27)),
    (3, 1000): (Block(17, 0.36, 0.5, 0.22), Block(60, 0.1, 0.28, 0.08)),
    (3, GRAINS): (Block(17, 0.36, 0.5, 0.22), Block(100, 0.06, 0.05, 0)),
}


@dataclass(frozen=True)
class Group:
    """People of one kind in one room: their block and where it begins."""

    block: Block
    left: float
    top: float
    first: int = 0

    def places(self, people):
        """Return where the people of these numbers stand."""
        return [self.block.place(self.first + one, self.left, self.top) for one in people]

    def outline(self, people):
        """Return the outline round so many of them."""
        return self.block.outline(people, self.left, self.top)


def home(crowd, have):
    """Return the groups at home: those who have it, and the others behind them."""
    ill, well = _WHOLE[crowd]
    if crowd == 100:
        return Group(ill, 0, 0), Group(well, 0, 0, have)
    return Group(ill, 0, 0), Group(well, 0, ill.height(have) + GAP)


#: Beyond the picture: there the way along the rows turns back, so that no hand comes near.
_FAR = 60.0
#: Less than what a hand can set: the ways left of the first person and right of the last.
_LESS = 0.01


def along(crowd):
    """Return the way along the people at home, row by row: how many there are up to a place, and the place.

    From the end of a row the way goes to the beginning of the next far round the picture. So a hand that is left or
    right of a row takes its beginning or its end.
    """
    block, most = _WHOLE[crowd][0], 99
    way = [(1 - _LESS, -_FAR, block.down / 2), (1, block.across, block.down / 2)]
    for row in range(1, -(-most // block.columns)):
        many, end = row * block.columns, block.columns * block.across
        before, after = (row - 0.5) * block.down, (row + 0.5) * block.down
        round_about = ((end, before), (_FAR, before), (_FAR, -_FAR), (-_FAR, -_FAR), (-_FAR, after), (0, after))
        way += [(many, *place) for place in round_about]
    row, rest = divmod(most, block.columns)
    low = (row + 0.5) * block.down
    return [*way, (most, rest * block.across, low), (most + _LESS, _FAR, low)]


def there(crowd, found):
    """Return the groups of those who are positive: those who have it, and the others under them."""
    ill, well = _WHOLE[crowd]
    return Group(ill, 0, TOP), Group(well, 0, TOP + ill.height(found) + GAP)


def several(crowd, counts):
    """Return the groups of those who are positive in each of two or three rooms, side by side.

    People are as large as at home where they have room for that in all; `counts` are those of all rooms.
    """
    kind = len(counts), crowd
    ill, well = _LARGE[kind] if all(_high(_LARGE[kind], one) <= DEEP for one in counts) else _SMALL[kind]
    return [
        (Group(ill, left, TOPS), Group(well, left, TOPS + ill.height(one.found) + GAP))
        for left, one in zip(BEGIN[len(counts)], counts, strict=True)
    ]


def low(crowd, counts):
    """Return how far down the people of the deepest of all rooms reach."""
    groups = [there(crowd, counts[0].found)] if len(counts) == 1 else several(crowd, counts)
    return max(well.top + well.block.height(one.false) for (_, well), one in zip(groups, counts, strict=True))


def _high(blocks, counts):
    """Return how deep the room is that people need in two blocks, one under the other."""
    ill, well = blocks
    return ill.height(counts.found) + well.height(counts.false) + GAP


def paths(result, share=1.0):
    """Return name -> path of all people, when a share of those who will be positive has been tested."""
    if len(result.worlds) == 1:
        return _one(result.crowd, result.have, result.worlds[0].counts, _tested(share))
    found, counts = dict.fromkeys(COPIES, EMPTY), tuple(world.counts for world in result.rooms)
    for number, world in enumerate(result.rooms):
        found.update(_copies(result.crowd, result.have, world.name, number, counts, _tested(share)))
    ill, well = home(result.crowd, result.have)
    everybody = {
        "do not have it": _crowd(well, result.crowd - result.have),
        "have it": _bodies(ill.places(range(result.have)), "bent", ill.block.radius),
        "left behind": EMPTY,
    }
    return everybody | found


def _tested(share):
    """Return a share as one of few, so that what is drawn for it can be kept."""
    return round(share, 3)


@lru_cache(maxsize=64)
def _one(crowd, have, counts, share):
    """Return the paths of one test: the first of those who have it walk over, and the last of the others."""
    (ill, well), (ill_there, well_there) = home(crowd, have), there(crowd, counts.found)
    gone, alarmed = round(share * counts.found), round(share * counts.false)
    bodies = ill_there.places(range(gone)) + ill.places(range(gone, have))
    others = crowd - have
    left = ill.places(range(gone))
    if well.block.radius:
        staying = others - alarmed
        where = well.places(range(staying)) + well_there.places(range(alarmed))[::-1]
        people = _bodies(where, "upright", well.block.radius)
        left += well.places(range(staying, others))
    else:
        people = well.outline(others - alarmed) + well_there.outline(alarmed)
    return {
        "do not have it": people,
        "have it": _bodies(bodies, "bent", ill.block.radius),
        "left behind": hundred.path(left, "circle", _DOT if crowd == 100 else 0.04) if left else EMPTY,
        **dict.fromkeys(COPIES, EMPTY),
    }


#: What is drawn of two tests: the same people once for each way to err, and once as they were counted.
COPIES = tuple(f"{who}, {name}" for name in (INDEPENDENT, COUNTED, ALIKE) for who in ("do not have it", "have it"))


@lru_cache(maxsize=64)
def _copies(crowd, have, name, number, counts, share):
    """Return the paths of those who are positive in one room of several; before their turn they stand at home."""
    (ill, well), (ill_there, well_there) = home(crowd, have), several(crowd, counts)[number]
    found, false = counts[number].found, counts[number].false
    gone, alarmed, others = round(share * found), round(share * false), crowd - have
    bodies = ill_there.places(range(gone)) + ill.places(range(gone, found))
    if well_there.block.radius:
        waiting = well.places(range(others - false, others - alarmed))
        people = _bodies(well_there.places(range(alarmed)) + waiting[::-1], "upright", well_there.block.radius)
    else:
        people = well_there.outline(alarmed)
    return {
        f"do not have it, {name}": people,
        f"have it, {name}": _bodies(bodies, "bent", ill_there.block.radius),
    }


def _crowd(group, people):
    if not group.block.radius:
        return group.outline(people)
    return _bodies(group.places(range(people)), "upright", group.block.radius)


def _bodies(where, mark, radius):
    return hundred.path(where, mark, radius) if where else EMPTY


@lru_cache(maxsize=16)
def grains(crowd, have, counts):
    """Return the lines between the grains of all areas, as a path; nothing for fewer people.

    Parameters
    ----------
    crowd, have : int
    counts : tuple of Counts
        Those of each room.
    """
    if crowd != GRAINS:
        return EMPTY
    right = [there(crowd, counts[0].found)] if len(counts) == 1 else several(crowd, counts)
    areas = [(home(crowd, have)[1], crowd - have)]
    areas += [(well, one.false) for (_, well), one in zip(right, counts, strict=True)]
    return "".join(_lines(group, people) for group, people in areas if people) or EMPTY


def _lines(group, people):
    """Return the lines between the grains of one area."""
    block, rows = group.block, -(-people // group.block.columns)
    end, low = group.left + block.columns * block.across, group.top + rows * block.down
    upright = (
        f"M{group.left + column * block.across:.5g},{group.top:.4g}V{low:.4g}" for column in range(1, block.columns)
    )
    level = (f"M{group.left:.4g},{group.top + row * block.down:.5g}H{end:.4g}" for row in range(1, rows))
    return "".join((*upright, *level))


#: The hundred of the question, fifty in a row, and where it begins, downwards.
_HUNDRED, ASKED_TOP = Block(50, 0.4, 0.66, 0.25), 14.45


def hundred_asked(have):
    """Return the paths of a hundred positive people of whom so many have it: those, and the others."""
    places = [_HUNDRED.place(number, 0, ASKED_TOP) for number in range(100)]
    return _bodies(places[:have], "bent", _HUNDRED.radius), _bodies(places[have:], "upright", _HUNDRED.radius)


def guessed(said):
    """Return the outline round as many of that hundred as a reader expected to have it, as a path."""
    return _HUNDRED.outline(round(said), 0, ASKED_TOP)


def held(held_result, result):
    """Return the outline of the people of A where those of this test stand, as a path; empty for other crowds."""
    if held_result is None or held_result.crowd != result.crowd or len(held_result.worlds + result.worlds) != 2:
        return ""
    one, (ill, well) = held_result.worlds[0].counts, there(result.crowd, result.worlds[0].counts.found)
    # Between the feet of one row and the heads of the next.
    high = -0.015
    return ill.block.outline(one.found, ill.left, ill.top + high) + well.block.outline(
        one.false, well.left, well.top + high
    )
