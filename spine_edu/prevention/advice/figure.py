"""A ladder of evidence with the advice on its rungs, and beside it what the open piece buys in people."""

from spine_edu.drawing import plane
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.prevention.advice import asked, beside, feet, icons, places, travel
from spine_edu.prevention.advice.model import PEOPLE, RUNGS, cards, simulate
from spine_edu.prevention.advice.words import TABS, at_step, sentence
from spine_edu.theme import LIGHT

#: Rung -> the role of its colour.
ROLES = {"for": "better", "same": "load", "seen": "herniation", "none": "neutral"}
#: Half the width of the arrow that tells from where a card came, how far it reaches into the card, and how far it is
#: left of the middle, where the drawing stands.
_ARROW, _TIP, _ASIDE = 1.2, 1.4, 4.4
#: A tick at the right upper corner of a card that hangs where the reader has put it.
_TICK = ((1.6, 1.0), (1.2, 0.6), (0.9, 1.1), (0.2, 0.0), (0.0, 0.2), (0.9, 1.9))
#: How much larger than a card the rim of the open one is, and that of run A.
_RIM, _HELD = 0.3, 0.6
#: How high the picture is where it is widest, px, and how long cards travel when something else is asked, ms.
_HIGH, _WALK = 600, 900


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the ladder for what is asked, with the open card and its people.

    Parameters
    ----------
    result : AdviceResult
    theme : Theme
    held : AdviceResult, optional
        Run A: its card has a dashed edge where it hangs now.
    prediction : dict, optional
        Advice -> the reader's answer: an arrow at a card tells from which side it came, a tick that it hung there.
    """
    at, mine = places.places(result.rungs), asked.reader_rungs(prediction)
    shapes = [
        *_ladder(result.state.asked, theme),
        *_cards(at, result.rungs, theme),
        drawn("Card of run A", places.outline(at[held.state.advice], _HELD) if held else "", theme.stroke("held")),
        _ring(at[result.state.advice], theme),
        *_drawings(at, theme),
        *feet.shapes(at, result.state.asked, theme),
        _came(_arrow_path(mine, result, at), theme),
        *beside.shapes(result, theme),
    ]
    beside_it = words("Words beside the ladder", beside.rows(result, theme))
    told = bool(mine) and result.state.asked == asked.AT["asked"]
    key = _key(feet.key(rungs=told, rows=result.both and not theme.large, brief=theme.large), theme)
    return plane.figure(
        [*_names(at, result.state.asked, theme), key, beside_it], shapes, theme, places, height=_HIGH, walk=_WALK
    )


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the ladder, and on it the cards as far as the reader has hung them there."""
    mine = asked.reader_rungs(prediction)
    at = {card: place for card, place in places.places(mine).items() if card in mine}
    shapes = [
        *_ladder(result.state.asked, theme),
        *_cards(at, mine, theme),
        drawn("Card of run A", "", theme.stroke("held")),
        _ring(None, theme),
        *_drawings(at, theme),
        *feet.shapes({}, result.state.asked, theme),
        _came(EMPTY, theme),
        *beside.veiled(theme),
    ]
    key = _key(("", ""), theme)
    return plane.figure([*_names(at, result.state.asked, theme), key], shapes, theme, places, height=_HIGH, walk=_WALK)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return how the cards climb and fall, one after the other, from the reader's rungs to those of the studies.

    The card on its way shows its people. Cards that the reader has not put anywhere come from the pile.
    """
    mine = asked.reader_rungs(prediction)
    way = travel.Way(mine, result.rungs)
    said = [at_step(card, mine.get(card), result.rungs[card]) if card else "" for card in way.last]
    said[0], said[-1] = "The cards hang where you put them.", sentence(result)
    played = Frames(
        "card", way.names(), said, seconds=min(1.3 * max(len(way.going), 1), 14), stride=way.frames, bare=True
    )
    seen = list(way.seen())
    spots = [_name_places(at) for at in way.places]
    for number, axis in enumerate("xy"):
        played.add("Names of cards", **{axis: [[place[number] for place in frame] for frame in spots]})
    played.add(
        "Names of cards",
        text=[[cards()[card].name if there else "" for card, there in frame.items()] for frame in seen],
    )
    _play_cards(played, result, way, theme)
    rings = [places.outline(at[card], _RIM) if card else EMPTY for at, card in zip(way.places, way.moving, strict=True)]
    rings[-1] = places.outline(way.places[-1][result.state.advice], _RIM)
    played.add("The open card", path=rings)
    hanging = [
        {card: spot for card, spot in at.items() if spot != places.PILE and (frame[card] or card == moving)}
        for at, frame, moving in zip(way.places, seen, way.moving, strict=True)
    ]
    drawn_feet = [feet.paths(at, result.state.asked) for at in hanging]
    for name in drawn_feet[0]:
        played.add(name, path=[one[name] or EMPTY for one in drawn_feet])
    last = len(way.places) - 1
    played.add("Where cards came from", path=[EMPTY] * last + [_arrow_path(mine, result, way.places[-1])])
    _play_people(played, result, way, theme)
    return played


def _play_cards(played, result, way, theme):
    """Let cards and their drawings go; each takes the colour of its rung on arrival."""
    seen, doors = list(way.seen()), list(way.doors())
    for card in cards():
        spots = [at[card] for at in way.places]
        # What lies on the pile is not seen before its turn.
        there = [spot != places.PILE or moving == card for spot, moving in zip(spots, way.moving, strict=True)]
        edges = [_edge(frame.get(card), theme)["color"] for frame in doors[:-1]]
        played.add(
            f"Card: {card}",
            path=[places.outline(spot) if shown else EMPTY for spot, shown in zip(spots, there, strict=True)],
            **{"line.color": [*edges, _edge(result.rungs[card], theme)["color"]]},
        )
        played.add(
            f"Drawing: {card}",
            path=[_drawing(card, spot) if frame[card] else EMPTY for spot, frame in zip(spots, seen, strict=True)],
        )


def _play_people(played, result, way, theme):
    """Let the people of the card on its way be seen, and at the end those of the open one."""
    shown = [result if card is None else _opened(result, card) for card in way.last[:-1]]
    shown.append(result)
    drawings = [{one["name"]: one["path"] for one in beside.shapes(each, theme)} for each in shown]
    for name in drawings[0]:
        played.add(name, path=[paths[name] for paths in drawings])
    told = [beside.rows(each, theme) for each in shown]
    for place, column in enumerate(("x", "y", "text")):
        played.add("Words beside the ladder", **{column: [[row[place] for row in frame] for frame in told]})


def _opened(result, card):
    return simulate(result.state.replace(advice=card, study="first"))


def touches(result):
    """Return cards and tabs, which are chosen by a tap; before the answer is told they must not be found by feeling."""
    things = {
        f"advice:{card};study:first": places.outline(place) for card, place in places.places(result.rungs).items()
    }
    things |= {f"asked:{tab}": places.box(*edges, *places.TAB) for tab, edges in places.TABS.items()}
    return {"axes": ["xaxis", "yaxis"], "things": things | beside.touches(result), "telling": True}


def grips(result):
    """Return what can be dragged: how many have it without the advice, and who is sorted anew."""
    return [*_base_grips(result), *_back_grips(result)]


def _base_grips(result):
    there = next(((lane, one) for lane, one in result.lanes.items() if one and one.chosen_base), None)
    if there is None:
        return []
    lane, side = there[0], 1 if there[1].row.turned == "yes" else 0
    left, right, top, low = places.plate(lane, side)
    x = right if side else left
    return [
        grip(result.state, "without", lambda value: (x, top + (low - top) * value / PEOPLE), small=True, telling=True)
    ]


def _back_grips(result):
    there = result.lanes["choice"]
    if there is None or not there.counted:
        return []
    return [grip(result.state, "back", lambda value: (beside.way_x(value), places.WAY_Y), telling=True)]


def _ladder(chosen, theme):
    """Yield what may be asked as tabs, the rails, and the rungs."""
    for tab, (left, right) in places.TABS.items():
        look = {"width": theme.line * (1.6 if tab == chosen else 0.4), "color": theme.ink}
        fill = theme.paper if tab == chosen else theme.panel
        yield drawn(f"Tab: {tab}", places.box(left, right, *places.TAB), look, fill=fill)
    for rung, (left, top, right, low) in places.ROOMS.items():
        room = places.box(left, right, top, low)
        yield drawn(f"Under the rung: {rung}", room, {"width": 0, "color": theme.ink}, fill=theme.panel)
    wood = {"width": theme.line * 0.5, "color": theme.ink}
    rails = "".join(places.box(*edges, *places.RAIL) for edges in places.RAILS)
    yield drawn("Rails", rails, wood, fill=theme.solids["bone"])
    for rung, (left, top, right, _) in places.ROOMS.items():
        edge = {"width": theme.line, "color": theme.color(ROLES[rung])}
        bar = places.box(left - 1.2, right + 1.2, top, top + places.BAR)
        yield drawn(f"Rung: {rung}", bar, edge, fill=theme.fill(ROLES[rung]))


def _cards(at, rungs, theme):
    for card in cards():
        path = places.outline(at[card]) if card in at else ""
        yield drawn(f"Card: {card}", path, _edge(rungs.get(card), theme), fill=theme.paper)


def _edge(rung, theme):
    return {"width": theme.line * 0.8, "color": theme.color(ROLES.get(rung, "neutral"))}


def _ring(place, theme):
    look = {"width": theme.line * 1.6, "color": theme.ink}
    # It lies over the other cards, also while it goes from rung to rung.
    return drawn("The open card", places.outline(place, _RIM) if place else "", look, fill=theme.paper)


def _drawings(at, theme):
    for card in cards():
        path = _drawing(card, at[card]) if card in at else ""
        yield drawn(f"Drawing: {card}", path, {"width": theme.line * 0.8, "color": theme.ink})


def _came(path, theme):
    look = {"width": 0, "color": theme.ink}
    return drawn("Where cards came from", path, look, fill=theme.color("prediction"))


def _drawn_on(place):
    """Return whether a card is tall enough for a drawing over its name."""
    return place[2] >= places.DRAWN


def _drawing(card, place):
    """Return the drawing on a card that is tall enough for it, as a path."""
    lift, size = places.ICON
    return icons.path(card, place[0], place[1] + lift, size) if _drawn_on(place) else EMPTY


def _name_places(at):
    """Return where the names stand: under the drawings, or in the middle of a low card."""
    return [
        (x, y + (places.NAMED if _drawn_on((x, y, tall)) else 0))
        for x, y, tall in (at.get(card, places.PILE) for card in cards())
    ]


def _arrow_path(mine, result, at):
    """Return a tick at each card that the reader had hung there, and an arrow at each other, towards its rung."""
    if result.state.asked != asked.AT["asked"]:
        return EMPTY
    order, path = list(RUNGS), ""
    for card, rung in mine.items():
        apart = order.index(rung) - order.index(result.rungs[card])
        x, y, tall = at[card]
        if not apart:
            corner = (x + places.HALF[0] - 0.5, y - tall + 0.5)
            path += places.path([[(corner[0] - a, corner[1] + b) for a, b in _TICK]], "Z")
            continue
        side = -1 if apart < 0 else 1
        edge, x = y + side * tall, x - _ASIDE
        path += places.path([[(x - _ARROW, edge), (x, edge - side * _TIP), (x + _ARROW, edge)]], "Z")
    return path or EMPTY


def _key(lines, theme):
    """Return what the marks of the cards mean, under the ladder."""
    small = {**theme.text(size=0.86), "color": theme.muted}
    rows = [(places.SPAN[0], y, line, "middle right", small) for y, line in zip(places.KEY, lines, strict=True)]
    return words("Key of the cards", rows)


def _names(at, question, theme):
    """Return the words on the tabs, on the rungs, and on the cards."""
    middle = sum(places.TAB) / 2
    heads = [
        (sum(edges) / 2, middle, f"<b>{TABS[tab]}</b>" if tab == question else TABS[tab], "middle center", theme.text())
        for tab, edges in places.TABS.items()
    ]
    heads += [
        ((left + right) / 2, top + places.BAR / 2, f"<b>{RUNGS[rung]}</b>", "middle center", theme.text())
        for rung, (left, top, right, _) in places.ROOMS.items()
    ]
    rows = [
        (*spot, row.name if card in at else "", "middle center", theme.text())
        for spot, (card, row) in zip(_name_places(at), cards().items(), strict=True)
    ]
    return [words("Names of tabs and rungs", heads), words("Names of cards", rows)]
