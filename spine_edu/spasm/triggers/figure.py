"""Three doors of evidence with the triggers behind them, and beside them a body with the way of the open one."""

from spine_edu.drawing import plane
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.spasm.triggers import asked, beside, people, places, travel
from spine_edu.spasm.triggers.model import DOORS, WAY, cards
from spine_edu.spasm.triggers.words import TABS, at_first, at_step, sentence
from spine_edu.theme import LIGHT

#: Door -> the role of its colour.
ROLES = {"for": "better", "mixed": "load", "none": "neutral"}
#: Door -> the words on its lintel.
_LINTELS = {"for": "Some<br>for it", "mixed": "Mixed,<br>or no", "none": "No study<br>found"}
#: Half the height of the arrow that tells from which side a card came, and how far it reaches into the card.
_ARROW, _TIP = 1.2, 1.4
#: A tick at the right edge of a card that lies where the reader has put it: how far from the edge, and down.
_TICK = ((1.6, 0.0), (1.2, -0.35), (0.9, 0.1), (0.2, -1.0), (0.0, -0.8), (0.9, 0.9))
#: How much larger than a card the rim of the open one is, and that of run A.
_RIM, _HELD = 0.3, 0.6
#: How high the picture is where it is widest, px, and how long cards travel when something else is asked, ms.
_HIGH, _WALK = 575, 900


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the doors for what is asked, with the open card.

    Parameters
    ----------
    result : TriggersResult
    theme : Theme
    held : TriggersResult, optional
        Run A: its card has a dashed edge where it lies now.
    prediction : dict, optional
        Trigger -> the reader's answer: an arrow at a card tells from which side it came, a tick that it lay there.
    """
    at, mine = places.places(result.doors), asked.reader_doors(prediction)
    ticks = _arrow_path(mine, result.doors, at) if result.state.asked == asked.AT["asked"] else EMPTY
    shapes = [
        *_tabs(result.state.asked, theme),
        *_doors(theme),
        *_cards(at, result.doors, theme),
        drawn("Card of run A", places.outline(at[held.state.trigger], _HELD) if held else "", theme.stroke("held")),
        _ring(at[result.state.trigger], theme),
        *people.shapes(at, people.rows(at, result), theme),
        drawn("Where cards came from", ticks, {"width": 0, "color": theme.ink}, fill=theme.color("prediction")),
        *beside.shapes(result, theme),
    ]
    told = words("Words beside the cards", beside.rows(result, theme))
    names = _names(at, result.state.asked, people.rows(at, result), theme)
    return plane.figure([*names, told], shapes, theme, places, height=_HIGH, walk=_WALK)


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the doors, and behind them the cards as far as the reader has put them there."""
    mine = asked.reader_doors(prediction)
    at = {card: place for card, place in places.places(mine).items() if card in mine}
    shapes = [
        *_tabs(result.state.asked, theme),
        *_doors(theme),
        *_cards(at, mine, theme),
        drawn("Card of run A", "", theme.stroke("held")),
        _ring(None, theme),
        *people.shapes(at, {}, theme),
        drawn("Where cards came from", "", {"width": 0, "color": theme.ink}, fill=theme.color("prediction")),
        *beside.veiled(theme),
    ]
    return plane.figure(_names(at, result.state.asked, {}, theme), shapes, theme, places, height=_HIGH, walk=_WALK)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return how the cards go, one after the other, from the reader's doors to those of the studies.

    The card on its way shows its way on the body. Cards that the reader has not put anywhere come from where nothing
    has been looked up.
    """
    mine = asked.reader_doors(prediction)
    way = travel.Way({**dict.fromkeys(cards(), "none"), **mine}, result.doors)
    said = [at_step(card, mine.get(card), result.doors[card]) if card else "" for card in way.last]
    said[0], said[-1] = at_first(mine), sentence(result)
    played = Frames("card", way.names(), said, seconds=min(1.3 * max(len(way.going), 1), 12), stride=way.frames)
    for card in cards():
        played.add(f"Card: {card}", path=[places.outline(at[card]) for at in way.places])
        edges = [theme.color(ROLES[doors[card]]) for doors in [*way.doors()][:-1]]
        played.add(f"Card: {card}", **{"line.color": [*edges, theme.color(ROLES[result.doors[card]])]})
    _add_words(played, way, result, theme)
    rings = [places.outline(at[card], _RIM) if card else EMPTY for at, card in zip(way.places, way.moving, strict=True)]
    rings[-1] = places.outline(way.places[-1][result.state.trigger], _RIM)
    played.add("The open card", path=rings)
    last = len(way.places) - 1
    ticks = _arrow_path(mine, result.doors, way.places[-1]) if result.state.asked == asked.AT["asked"] else EMPTY
    played.add("Where cards came from", path=[EMPTY] * last + [ticks])
    if result.state.beside == WAY:
        beside.add(played, result, way.last, theme)
    return played


def _add_words(played, way, result, theme):
    """Let names and people go with the cards; who was studied is told once a card lies where studies put it."""
    told, paths = [], []
    for at, moving, doors, seen in zip(way.places, way.moving, way.doors(), way.seen(), strict=True):
        studied = {
            card: row
            for card, row in people.rows(at, result).items()
            if seen[card] and card != moving and doors[card] == result.doors[card]
        }
        names = _card_rows({card: at[card] for card in cards()}, seen, studied, theme)
        told.append({"Names of cards": names, "How many people": people.told(at, studied, theme)})
        paths.append(people.paths(at, studied))
    for name in told[-1]:
        for number, column in enumerate(("x", "y", "text")):
            played.add(name, **{column: [[row[number] for row in frame[name]] for frame in told]})
    for name in paths[-1]:
        played.add(name, path=[one[name] or EMPTY for one in paths])


def touches(result):
    """Return cards and tabs, which are chosen by a tap; before the answer is told they must not be found by feeling."""
    things = {f"trigger:{card}": places.outline(place) for card, place in places.places(result.doors).items()}
    things |= {f"asked:{tab}": places.box(*places.TABS[tab], *places.TAB) for tab in places.TABS}
    return {"axes": ["xaxis", "yaxis"], "things": things | beside.touches(result), "telling": True}


def _tabs(chosen, theme):
    """Yield what may follow, as tabs: the chosen one has a thick edge."""
    for tab, (left, right) in places.TABS.items():
        look = {"width": theme.line * (1.6 if tab == chosen else 0.4), "color": theme.ink}
        fill = theme.paper if tab == chosen else theme.panel
        yield drawn(f"Tab: {tab}", places.box(left, right, *places.TAB), look, fill=fill)


def _doors(theme):
    """Yield the rooms behind the doors, and their lintels."""
    for door, (left, right) in places.COLUMNS.items():
        top, low = places.LINTEL
        edge = {"width": theme.line, "color": theme.color(ROLES[door])}
        room = places.box(left, right, low, places.FLOOR)
        yield drawn(f"Behind the door: {door}", room, {**edge, "width": theme.line / 2}, fill=theme.panel)
        yield drawn(f"Door: {door}", places.box(left, right, top, low), edge, fill=theme.fill(ROLES[door]))


def _cards(at, doors, theme):
    for card in cards():
        edge = {"width": theme.line * 0.8, "color": theme.color(ROLES.get(doors.get(card), "neutral"))}
        yield drawn(f"Card: {card}", places.outline(at[card]) if card in at else "", edge, fill=theme.paper)


def _ring(place, theme):
    look = {"width": theme.line * 1.6, "color": theme.ink}
    # It lies over the other cards, also while it goes from door to door.
    return drawn("The open card", places.outline(place, _RIM) if place else "", look, fill=theme.paper)


def _arrow_path(mine, doors, at):
    """Return a tick at each card that the reader had put there, and an arrow at each other, on the side of its door."""
    order, path = list(DOORS), ""
    for card, door in mine.items():
        apart = order.index(door) - order.index(doors[card])
        side = -1 if apart < 0 else 1
        x, y = at[card][0] + side * places.HALF[0], at[card][1]
        arrow = [(x, y - _ARROW), (x - side * _TIP, y), (x, y + _ARROW)]
        path += places.path([arrow if apart else [(x - 0.3 - a, y + b) for a, b in _TICK]], "Z")
    return path or EMPTY


def _names(at, question, studied, theme):
    """Return the words on the tabs, over the doors, and on the cards."""
    low, high = places.LINTEL
    heads = [
        ((left + right) / 2, (low + high) / 2, f"<b>{_LINTELS[door]}</b>", "middle center", theme.text())
        for door, (left, right) in places.COLUMNS.items()
    ]
    middle = sum(places.TAB) / 2
    for tab, (left, right) in places.TABS.items():
        text = f"<b>{TABS[tab]}</b>" if tab == question else TABS[tab]
        heads.append(((left + right) / 2, middle, text, "middle center", theme.text()))
    everywhere = {card: at.get(card, places.PILE) for card in cards()}
    names = _card_rows(everywhere, {card: card in at for card in cards()}, studied, theme)
    return [
        words("Names of tabs and doors", heads),
        words("Names of cards", names),
        words("How many people", people.told(everywhere, studied, theme)),
    ]


def _card_rows(at, seen, studied, theme):
    """Return the names on the cards, one row each: higher where the people who were studied stand below."""
    rows = []
    for card, (x, y, _) in at.items():
        name = cards()[card].name if seen[card] else ""
        rows.append((x, y + places.NAME if card in studied else y, name, "middle center", theme.text()))
    return rows
