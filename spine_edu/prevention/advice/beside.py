"""What stands beside the ladder: of the open card, two hundreds of people by lot, and two by choice."""

import textwrap

from spine_edu.drawing import hundred
from spine_edu.drawing.outlines import Stamped, drawn
from spine_edu.prevention.advice import places
from spine_edu.prevention.advice.model import LANES, PEOPLE, STUDIES, cards, results
from spine_edu.prevention.advice.words import EMPTY as NOTHING
from spine_edu.prevention.advice.words import counts, over, sorted_anew, under

#: The kinds of people of a side: who has it, who is spared it by lot, who is among fewer by choice, and the others.
KINDS = ("has it", "spared", "fewer", "others")
#: Letters a line of what stands in place of people.
_LETTERS = 18


def shapes(result, theme):
    """Yield the tabs of results, the plates, the people, and the way of those who are sorted anew."""
    yield from _tabs(_two(result), result.state.study, theme)
    for lane in LANES:
        yield from _lane(lane, result.lanes[lane], theme)
    yield from _way(result.lanes["choice"], result.state.back, theme)


def veiled(theme):
    """Yield the same shapes for nothing."""
    yield from _tabs(False, "first", theme)
    for lane in LANES:
        yield from _lane(lane, None, theme, empty=True)
    yield from _way(None, 0, theme)


def rows(result, theme):
    """Return the words beside the ladder, always as many."""
    grey = {**theme.text(), "color": theme.muted}
    middle, left = sum(places.HEAD) / 2, places.SIDE[0]
    two = _two(result)
    told = [(left, middle, f"<b>{cards()[result.state.advice].name}</b>", "middle right", theme.text(size=1.15))]
    told.append((places.STUDY_TABS["first"][0] - 0.8, middle, "result" if two else "", "middle left", grey))
    for number, (study, edges) in enumerate(places.STUDY_TABS.items(), 1):
        sign = f"<b>{number}</b>" if study == result.state.study else f"{number}"
        told.append((sum(edges) / 2, middle, sign if two else "", "middle center", theme.text()))
    for lane in LANES:
        told += _lane_rows(lane, result.lanes[lane], theme)
    anew = sorted_anew(result.lanes["choice"], result.state.back)
    told.append((places.WAY[0] - 1.6, places.WAY_Y, anew, "middle left", grey))
    return told


def touches(result):
    """Return the tabs of two results, which are tapped."""
    if not _two(result):
        return {}
    return {f"study:{study}": places.box(*edges, *places.HEAD) for study, edges in places.STUDY_TABS.items()}


def paths(lane, there):
    """Return the people of a lane as paths by side and kind, and its plates."""
    found = {(side, kind): "" for side in (0, 1) for kind in KINDS}
    if there is None or not there.drawn:
        return found
    fewer = "spared" if there.row.lane == "lots" else "fewer"
    ends = [(there.plain, 0), (there.advised, max(there.spared, 0))]
    for side, (has, less) in enumerate(ends):
        kinds = {"has it": range(has), fewer: range(has, has + less), "others": range(has + less, PEOPLE)}
        for kind, those in kinds.items():
            mark = hundred.MARKS[_MARKS[kind]](places.RADIUS)
            found[side, kind] = Stamped(mark, tuple(places.spot(lane, side, person) for person in those))
    return found


_MARKS = {"has it": "bent", "spared": "cheering", "fewer": "upright", "others": "upright"}


def _two(result):
    state = result.state
    return any(len(results(state.advice, state.asked, lane)) == len(STUDIES) for lane in LANES)


def _tabs(two, chosen, theme):
    for study, edges in places.STUDY_TABS.items():
        look = {"width": theme.line * (1.4 if study == chosen else 0.4), "color": theme.ink}
        path = places.box(*edges, *places.HEAD) if two else ""
        yield drawn(f"Tab: {study}", path, look, fill=theme.paper if study == chosen else theme.panel)


def plates(lane, there):
    """Return the places of two hundreds as a path, and the one place of what stands there without people."""
    if there is not None and there.drawn:
        return "".join(places.box(*places.plate(lane, side)) for side in (0, 1)), ""
    left, _, top, low = places.plate(lane, 0)
    return "", places.box(left, places.plate(lane, 1)[1], top, low)


def _lane(lane, there, theme, *, empty=False):
    full, bare = ("", "") if empty else plates(lane, there)
    yield drawn(f"Place: {lane}", full, {"width": 0, "color": theme.ink}, fill=theme.panel)
    yield drawn(f"Empty place: {lane}", bare, {"width": theme.line * 0.7, "color": theme.muted, "dash": "dash"})
    looks = {
        "has it": (theme.color("pain"), theme.color("pain"), "solid"),
        "spared": (theme.color("treatment"), theme.color("treatment"), "solid"),
        "fewer": (theme.color("herniation"), None, "dot"),
        "others": (theme.color("better"), theme.fill("better"), "solid"),
    }
    for (side, kind), path in paths(lane, there).items():
        edge, fill, dash = looks[kind]
        yield drawn(f"{lane} {side}: {kind}", path, {"width": 1.1, "color": edge, "dash": dash}, fill=fill)


def _lane_rows(lane, there, theme):
    head, numbers, top, foot = places.LANE[lane]
    grey = {**theme.text(), "color": theme.muted}
    told = [(places.SIDE[0], head, over(lane, there), "middle right", theme.text())]
    told += [
        (places.middle(side), numbers, text, "middle center", theme.text()) for side, text in enumerate(counts(there))
    ]
    told.append((sum(places.SIDE) / 2, foot, under(there), "middle center", theme.text()))
    text = "" if there and there.drawn else there.row.instead if there else NOTHING[lane]
    middle = top + 4.5 * places.DOWN
    return [*told, (sum(places.SIDE) / 2, middle, "<br>".join(textwrap.wrap(text, _LETTERS)), "middle center", grey)]


def way_x(back):
    """Return where the knob of those who are sorted anew lies on their way."""
    start, end = places.WAY
    return start + (end - start) * back / 12


def _way(there, back, theme):
    counted = there is not None and there.counted
    line = places.path([[(places.WAY[0], places.WAY_Y), (places.WAY[1], places.WAY_Y)]]) if counted else ""
    yield drawn("The way back", line, {"width": theme.line * 0.6, "color": theme.muted})
