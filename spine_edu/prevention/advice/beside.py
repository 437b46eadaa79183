"""What stands beside the ladder: of the open card, two hundreds of people by lot, and two by choice."""

import textwrap

from spine_edu.drawing import hundred
from spine_edu.drawing.outlines import Stamped, drawn
from spine_edu.prevention.advice import places
from spine_edu.prevention.advice.model import LANES, PEOPLE, cards, results
from spine_edu.prevention.advice.words import EMPTY as NOTHING
from spine_edu.prevention.advice.words import counts, over, sign, sorted_anew, under

#: The kinds of people of a side: who has it, or was put back there; who is spared by lot, or fewer by choice; others.
KINDS = ("has it", "put back", "spared", "fewer", "others")
#: Letters a line of what stands in place of people.
_LETTERS = 18
#: How far a sign in place of people stands over the middle, and its words under it.
_LIFT = 3.0
#: The days of the line of a year over two hundreds, of whom half have it by one of them; its upper and lower edge.
_YEAR, _LINE = 365, (11.6, 12.3)


def shapes(result, theme):
    """Yield the tabs of results, the plates, the people, and the way of those who are sorted anew."""
    yield from _tabs(_how_many(result), result.state.study, theme)
    for lane in LANES:
        yield from _lane(lane, result.lanes[lane], theme)
    yield from _way(result.lanes["choice"], result.state.back, theme)


def veiled(theme):
    """Yield the same shapes for nothing."""
    yield from _tabs(0, "first", theme)
    for lane in LANES:
        yield from _lane(lane, None, theme, empty=True)
    yield from _way(None, 0, theme)


def rows(result, theme):
    """Return the words beside the ladder, always as many."""
    grey = {**theme.text(), "color": theme.muted}
    middle, left = sum(places.HEAD) / 2, places.SIDE[0]
    two = _how_many(result)
    told = [(left, middle, f"<b>{cards()[result.state.advice].name}</b>", "middle right", theme.text(size=1.05))]
    told.append((places.STUDY_TABS["first"][0] - 0.8, middle, "result" if two > 1 else "", "middle left", grey))
    for number, (study, edges) in enumerate(places.STUDY_TABS.items(), 1):
        sign = f"<b>{number}</b>" if study == result.state.study else f"{number}"
        told.append((sum(edges) / 2, middle, sign if number <= two else "", "middle center", theme.text()))
    for lane in LANES:
        told += _lane_rows(lane, result.lanes[lane], theme, pinned=result.both)
        told.append(_pin(lane, result, theme))
    anew = sorted_anew(result.lanes["choice"], result.state.back)
    told.append((sum(places.SIDE) / 2, places.WAY_WORDS, anew, "middle center", theme.text("load")))
    return told


def touches(result):
    """Return the tabs of two results, and the pins of two rows, which are tapped."""
    tabs = list(places.STUDY_TABS.items())[: _how_many(result)]
    found = {f"study:{study}": places.box(*edges, *places.HEAD) for study, edges in tabs if len(tabs) > 1}
    for lane in LANES if result.both else ():
        chosen = "none" if result.state.believe == lane else lane
        found[f"believe:{chosen}"] = places.box(places.SIDE[1] - 6, places.SIDE[1], *_pinned(lane))
    return found


def _pinned(lane):
    """Return upper and lower edge of where a pin is pressed."""
    return places.LANE[lane][3] - 1.7, places.LANE[lane][3] + 1.7


def _pin(lane, result, theme):
    """Return the pin under the people of a row: filled where the reader believes it, nothing with one row.

    In a hall the words there need their whole line.
    """
    there = result.both and not theme.large
    text = ("◆" if result.state.believe == lane else "◇") if there else ""
    return places.SIDE[1], places.LANE[lane][3], text, "middle left", theme.text("prediction", 1.2)


def paths(lane, there):
    """Return the people of a lane as paths by side and kind, and its plates."""
    found = {(side, kind): "" for side in (0, 1) for kind in KINDS}
    if there is None or not there.drawn:
        return found
    fewer = "spared" if _by_it(there) else "fewer"
    ends = [(there.plain, 0, 0), (there.advised, there.back, max(there.spared, 0))]
    for side, (has, back, less) in enumerate(ends):
        kinds = {"has it": range(has - back), "put back": range(has - back, has), fewer: range(has, has + less)}
        kinds["others"] = range(has + less, PEOPLE)
        for kind, those in kinds.items():
            mark = hundred.MARKS[_MARKS[kind]](places.RADIUS)
            found[side, kind] = Stamped(mark, tuple(places.spot(lane, side, person) for person in those))
    return found


def _by_it(there):
    """Return whether fewer have it because of the advice: sorted by lot, and hardly by chance."""
    return there.row.lane == "lots" and there.clear is not False and there.spared > 0


_MARKS = {"has it": "bent", "put back": "bent", "spared": "cheering", "fewer": "upright", "others": "upright"}


def _how_many(result):
    """Return how many results there are to choose from; none where there is one."""
    state = result.state
    most = max(len(results(state.advice, state.asked, lane)) for lane in LANES)
    return most if most > 1 else 0


def _tabs(many, chosen, theme):
    for number, (study, edges) in enumerate(places.STUDY_TABS.items()):
        now = study == chosen and number < many
        look = {"width": theme.line * (1.4 if now else 0.4), "color": theme.ink}
        path = places.box(*edges, *places.HEAD) if number < many else ""
        yield drawn(f"Tab: {study}", path, look, fill=theme.paper if now else theme.panel)


def plates(lane, there):
    """Return the places of two hundreds as a path, and the one place of what stands there without people."""
    if there is not None and there.drawn:
        return "".join(places.box(*places.plate(lane, side)) for side in (0, 1)), ""
    left, _, top, low = places.plate(lane, 0)
    return "", places.box(left, places.plate(lane, 1)[1], top, low)


def doubt(lane, there):
    """Return where those stand who may have it or not by the published interval, as a path: row by row."""
    if there is None or not there.drawn or there.low is None:
        return ""
    side, found = 0 if there.row.turned == "yes" else 1, ""
    for row in range(PEOPLE // hundred.SIDE):
        first, last = max(there.low, row * hundred.SIDE), min(there.high, (row + 1) * hundred.SIDE) - 1
        if first <= last:
            (left, y), (right, _) = places.spot(lane, side, first), places.spot(lane, side, last)
            half = places.APART / 2
            found += places.box(left - half, right + half, y - places.DOWN / 2, y + places.DOWN / 2)
    return found


def _lane(lane, there, theme, *, empty=False):
    full, bare = ("", "") if empty else plates(lane, there)
    yield drawn(f"Place: {lane}", full, {"width": 0, "color": theme.ink}, fill=theme.panel)
    band = "" if empty else doubt(lane, there)
    yield drawn(f"May have it or not: {lane}", band, {"width": 0, "color": theme.ink}, fill=theme.fill("load"))
    yield drawn(f"Empty place: {lane}", bare, {"width": theme.line * 0.7, "color": theme.muted, "dash": "dash"})
    looks = {
        "has it": (theme.color("pain"), theme.color("pain")),
        "spared": (theme.color("treatment"), theme.color("treatment")),
        "put back": (theme.color("load"), theme.color("load")),
        "fewer": (theme.color("herniation"), theme.fill("herniation")),
        "others": (theme.color("better"), theme.fill("better")),
    }
    yield drawn(f"A year: {lane}", year(lane, there), {"width": 0, "color": theme.ink}, fill=theme.grid)
    yield drawn(
        f"Days: {lane}", year(lane, there, days=True), {"width": 0, "color": theme.ink}, fill=theme.color("load")
    )
    for (side, kind), path in paths(lane, there).items():
        edge, fill = looks[kind]
        yield drawn(f"{lane} {side}: {kind}", path, {"width": 1.1, "color": edge}, fill=fill)


def _lane_rows(lane, there, theme, *, pinned):
    head, numbers, top, foot = places.LANE[lane]
    grey = {**theme.text(), "color": theme.muted}
    told = [(places.SIDE[0], head, over(lane, there), "middle right", theme.text())]
    told += [
        (places.middle(side), numbers, text, "middle center", theme.text()) for side, text in enumerate(counts(there))
    ]
    center, middle = sum(places.SIDE) / 2, top + 4.5 * places.DOWN
    told.append(
        (center, foot, under(there, brief=theme.large, pinned=pinned), "middle center", theme.text(_role(there)))
    )
    text = "" if there and there.drawn else there.row.instead if there else NOTHING[lane]
    big = {**theme.text(size=2.4), "color": theme.muted}
    told.append((center, middle - _LIFT, f"<b>{sign(there)}</b>" if text else "", "middle center", big))
    return [*told, (center, middle + _LIFT, "<br>".join(textwrap.wrap(text, _LETTERS)), "middle center", grey)]


def _role(there):
    """Return the role of the colour in which the difference is told: that of the people who are fewer."""
    if there is None or not there.drawn or there.spared <= 0:
        return None
    return "treatment" if _by_it(there) else "herniation"


def year(lane, there, *, days=False):
    """Return the line of a year over each hundred as a path, or the days of it by which half of them have it."""
    if there is None or there.row.measure != "days":
        return ""
    ends, found = (there.row.day_plain, there.row.day_advised), ""
    for side, end in enumerate(ends):
        left, right, _, _ = places.plate(lane, side)
        found += places.box(left, left + (right - left) * (end / _YEAR if days else 1), *_LINE)
    return found


def way_x(back):
    """Return where the knob of those who are sorted anew lies on their way."""
    start, end = places.WAY
    return start + (end - start) * back / 12


def _way(there, back, theme):
    counted = there is not None and there.counted
    line = places.path([[(places.WAY[0], places.WAY_Y), (places.WAY[1], places.WAY_Y)]]) if counted else ""
    yield drawn("The way back", line, {"width": theme.line * 0.6, "color": theme.muted})
    look = {"width": 0, "color": theme.ink}
    yield drawn("Those put back", walkers(back) if counted else "", look, fill=theme.color("load"))


def walkers(back):
    """Return those who are put back as a path: they stand on the way, behind the knob."""
    spots = tuple((way_x(person + 0.5), places.WAY_Y) for person in range(int(back)))
    return Stamped(hundred.MARKS["walking"](places.WALKER), spots)
