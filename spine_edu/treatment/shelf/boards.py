"""The ground of the shelf and what is measured: row in hand, band, boards, scales, things, and the intervals."""

from functools import cache
from typing import NamedTuple

from spine_edu import data
from spine_edu.drawing.outlines import drawn, line, shape
from spine_edu.treatment.shelf import things
from spine_edu.treatment.shelf.frame import EFFECT, NARROW, POINTS, THING, across, frame, of_people
from spine_edu.treatment.shelf.model import effects
from spine_edu.treatment.shelf.words import unread

#: Where in its row an interval is drawn, and its words stand, in sizes of the type from the middle.
LINE, TEXT = -0.52, 0.4
#: Certainty -> how the line of an interval is drawn, and how much wider than usual.
TEXTURES = {
    "high": ("solid", 1.5),
    "moderate": ("solid", 1.0),
    "low": ("dash", 1.0),
    "very low": ("dot", 1.0),
    "not graded": ("solid", 0.45),
}
#: How far the upright at the end of an interval reaches up and down, and an interval that a usual mark would cover with
#: most of its line, in sizes of the type where a page is narrowest: its mark is smaller.
_UPRIGHT, _SHORT = 0.34, 2.0
#: Size of a thing on the shelf, and on its floor, in sizes of the type; of what has left it.
_SIZE, _SMALL, _GONE = 1.85, 1.15, 0.02
#: Where across the things on the floor stand: those told in words, without a good trial, and not read; a kind of which
#: there is none leaves no gap.
FLOOR = (0.0, 0.34, 0.645)


class Spot(NamedTuple):
    """A place of a thing: its row of the table (None where nothing was read), words, where it stands, and whether up.

    On the shelf `y` is the middle of its row, on the floor the ground on which it stands.
    """

    effect: object
    label: str
    x: float
    y: float
    shelved: bool


@cache
def slots():
    """Return treatment -> in how many places it stands at most: what has a place of its own can go to another one."""
    found = {}
    for complaint in dict.fromkeys(row.complaint for row in data.table("treatment_effects")):
        there = [row for row in effects(complaint) if row.shelf == "yes" or row.measure in ("none found", "not read")]
        for treatment in things.THINGS:
            count = len([row for row in there if row.treatment == treatment])
            found[treatment] = max(found.get(treatment, 1), count)
    return found


def spots(result, heights, theme):
    """Return treatment -> its spots: its rows in the order of the table, then its places on the floor."""
    found = {treatment: [] for treatment in slots()}
    for row, height in in_table_order(result, heights):
        found[row.effect.treatment].append(Spot(row.effect, row.effect.label, THING, height, True))
    for spot, treatment in floor(result, theme):
        found[treatment].append(spot)
    return found


def in_table_order(result, heights):
    """Return rows with their heights in the order of the table: so each finds itself again when the shelf is sorted."""
    table = data.table("treatment_effects")
    return sorted(zip(result.rows, heights, strict=True), key=lambda pair: table.index(pair[0].effect))


def floor(result, theme):
    """Return (spot, treatment) of each thing on the floor of the shelf; in a hall words alone stand there."""
    about, found = frame(theme), []
    if theme.large:
        return []

    columns = [
        [(row.treatment, row.label, row) for row in result.told],
        [(row.treatment, row.label, None) for row in result.untried],
        [(name, label, None) for name, label in unread(result).items()],
    ]
    for across_it, column in zip(FLOOR, filter(None, columns), strict=False):
        for place, (name, label, row) in enumerate(column):
            found.append((Spot(row, label, across_it, about.floor - (2.65 + 1.3 * place) * about.em, False), name))
    return found


def shapes(result, heights, step, theme):
    """Yield the shapes of the shelf without its harms; the same ones for every state."""
    yield from _ground(result, heights, step, theme)
    yield from _things(result, heights, step, theme)
    yield from _intervals(result, heights, theme)


def _ground(result, heights, step, theme):
    """The rows in hand, the band below the border, the lane of what has no other group, and the boards."""
    about, border, rows = frame(theme), result.state.border, result.rows
    pairs = list(zip(rows, heights, strict=True))
    ours = [pair for pair in pairs if pair[0].effect.treatment == result.state.treatment]
    plain = {"edge": theme.paper, "width": 0, "digits": 4}
    held = [box(0, y - step / 2, 1, y + step / 2) for row, y in ours if row is result.standing]
    yield shape("In hand", held, fill=theme.fill("treatment"), **plain)
    others = [y for row, y in ours if row is not result.standing]
    rest = [box(0.002, y - step / 2 + 0.06, 0.998, y + step / 2 - 0.06) for y in others]
    edge = {"edge": theme.color("treatment"), "width": theme.line * 0.6, "digits": 4}
    yield shape("Its other rows", rest, fill=None, **edge)
    lanes = [box(EFFECT[0], y - step / 2, EFFECT[1], y - 0.06) for row, y in pairs if not row.compared]
    yield shape("Nobody beside it", lanes, fill=theme.fill("neutral"), **plain)
    here = border and result.state.reading == "one_scale"
    # In the lower half of each row, clear of its words.
    band = [box(across(-border), y - step / 2, across(border), y - 0.06) for row, y in pairs if here and row.compared]
    yield shape("Below the border", band, fill=theme.fill("neutral"), **plain)
    planks = [[(0.0, y - step / 2), (1.0, y - step / 2)] for _, y in pairs]
    # In a hall there is no card under the floor.
    planks += [[(0.0, y), (1.0, y)] for y in (about.floor, *((about.card,) if about.rest else ()))]
    yield line("Boards", planks, {"color": theme.muted, "width": theme.line * 0.5})
    yield from _scales(border if result.state.reading == "one_scale" else None, pairs, step, theme)


def _scales(border, pairs, step, theme):
    """The lines of the scales: they keep to the lower half of a row, clear of its words."""

    def upright(*places, alone=True):
        heights = [y for row, y in pairs if alone or row.compared]
        return [[(x, height - step / 2), (x, height - 0.06)] for height in heights for x in places]

    points, people = [across(tick) for tick in range(-10, 41, 10) if tick], [of_people(tick) for tick in (0, 50, 100)]
    # People are a scale only where they were counted: a sign that is no number must not look like one.
    counted = [y for row, y in pairs if row.harm_state == "counted"]
    grid = upright(*points, alone=False) + [
        [(x, height - step / 2), (x, height - 0.06)] for height in counted for x in people
    ]
    yield line("Grid", grid, {"color": theme.grid, "width": 1})
    none = upright(across(0), alone=False)
    yield line("No difference", none, {"color": theme.muted, "width": theme.line * 0.5})
    edge = [] if border is None else upright(across(border), alone=False)
    yield line("Border", edge, {"color": theme.color("threshold"), "width": theme.line * 0.8})


def box(left, bottom, right, top):
    """Return the corners of a box."""
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _things(result, heights, step, theme):
    """The things on the shelf and on its floor, one shape a treatment: that in hand in the colour of treatment.

    A thing in several places is drawn in each; what is not there now has sunk through the floor, too small to be seen.
    """
    about, there = frame(theme), spots(result, heights, theme)
    shelved = min(_SIZE, step * 0.62 / about.em)
    for treatment, count in slots().items():
        ours = there[treatment]
        seen = [(x, y - step / 2 + 0.12, shelved) if up else (x, y, _SMALL) for _, _, x, y, up in ours]
        seen = (seen or [(THING, about.floor, _GONE)]) * count
        path = "".join(_path(treatment, ground, size, theme) for _, ground, size in seen[:count])
        held = treatment == result.state.treatment
        look = {
            "color": theme.color("treatment") if held else theme.muted,
            "width": theme.line * (0.9 if held and theme.large else 0.7),
            # What was taken leaves its outline on the board.
            "dash": "dot" if held and not theme.large else "solid",
        }
        yield drawn(f"Thing: {treatment}", path, look, xsizemode="pixel", xanchor=seen[0][0], visible=bool(ours))


def _path(treatment, ground, size, theme):
    """Return a thing as a path with all of its corners, however small it is: so it can go and grow."""
    strokes = things.placed(treatment, size * theme.size, size * frame(theme).em)
    return "".join("M" + "L".join(f"{px:.2f},{ground + up:.2f}" for px, up in stroke) for stroke in strokes)


def _intervals(result, heights, theme):
    """The 95 % intervals, one shape a texture, and one with each of them for those in hand and those from memory."""
    names = (("Intervals", theme.ink), ("Intervals in hand", theme.color("treatment")))
    for name, color in (*names, ("Intervals from memory", theme.muted)):
        for certainty, (dash, width) in TEXTURES.items():
            bars = []
            for row, height in in_table_order(result, heights):
                if row.low is None or row.effect.certainty != certainty:
                    continue
                held = "Intervals in hand" if row.effect.treatment == result.state.treatment else "Intervals"
                if name == ("Intervals from memory" if row.remembered else held):
                    y = height + LINE * frame(theme).em
                    bars += [[(across(row.low), y), (across(row.high), y)], *_uprights(row, y, theme)]
            look = {"color": color, "dash": dash, "width": theme.line * width}
            yield line(f"{name}, {certainty}", bars, look)


def _uprights(row, y, theme):
    """Return the uprights at the ends of an interval: they stand out where a mark covers it; none where it goes on."""
    half = _UPRIGHT * frame(theme).em
    ends = [across(end) for end in (row.low, row.high) if POINTS[0] <= end <= POINTS[1]]
    return [[(x, y - half), (x, y + half)] for x in ends]


def short(row):
    """Return whether an interval is so short that a mark of the usual size would hide it."""
    return row.low is not None and (across(row.high) - across(row.low)) * NARROW < _SHORT
