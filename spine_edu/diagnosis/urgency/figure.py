"""Three doors with the cards behind them, and beside them the open card: where it is felt, and two hundred people."""

from spine_edu.diagnosis.urgency import asked, beside, places, travel
from spine_edu.diagnosis.urgency.model import DOORS, NO_SIGN, cards
from spine_edu.diagnosis.urgency.words import at_step, name, named, sentence
from spine_edu.drawing import plane
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: Door -> the role of its colour.
ROLES = {"today": "pain", "soon": "load", "routine": "better"}
#: Half the height of the arrow that tells from which side a card came, and how far it reaches into the card.
_ARROW, _TIP = 1.2, 1.1
#: How high the picture is, px: what its shape needs where it is widest.
_HIGH = 575
#: A tick at the right edge of a card that stands where the reader has put it: how far from the edge, and down.
_TICK = ((1.2, 0.0), (0.9, -0.3), (0.7, 0.1), (0.1, -0.9), (-0.1, -0.7), (0.7, 0.8))
#: How much larger than a card the rim of the open one is.
_RIM = 0.3


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the doors as the chosen list has them, with the open card.

    Parameters
    ----------
    result : UrgencyResult
    theme : Theme
    held : UrgencyResult, optional
        Run A: its card has a dashed edge.
    prediction : dict, optional
        Card -> the reader's answer: an arrow at a card tells from which side it came, a tick that it stood there.
    """
    at, mine = places.places(result.doors), asked.doors(prediction)
    state = result.state
    shapes = [
        *_doors(theme, short=True),
        *_cards(at, result, theme),
        drawn(
            "Card of run A",
            places.outline(places.place_of(held.state.sign, result.doors), 0.5) if held else "",
            theme.stroke("held"),
        ),
        _ring(places.place_of(state.sign, result.doors), theme),
        _arrows(mine, result.doors, at, theme),
        *beside.shapes(result, theme),
    ]
    told = words("Words of the open card", _told(result, theme, mine))
    return plane.figure([*_names(at, result, theme), told], shapes, theme, places, height=_HIGH)


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the doors, and behind them the cards as far as the reader has put them there."""
    mine = asked.doors(prediction)
    at = {card: place for card, place in places.places(mine).items() if card in mine}
    shapes = [
        *_doors(theme),
        *_cards(at, None, theme, mine),
        drawn("Card of run A", "", theme.stroke("held")),
        _ring(None, theme),
        _arrows({}, {}, {}, theme),
        *beside.veiled(theme, asked.BODY),
    ]
    return plane.figure(_names(at, None, theme), shapes, theme, places, height=_HIGH)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return how the cards go, one after the other, from the reader's doors to those of the list.

    Cards that the reader has not put anywhere come from the pile.
    """
    mine = asked.doors(prediction)
    way = travel.Way(mine, result.doors)
    said = [at_step(card, mine.get(card), result.doors[card]) if card else "" for card in way.moving]
    said[0], said[-1] = "The cards lie where you put them.", sentence(result)
    played = Frames("card", way.names(), said, seconds=min(1.1 * max(len(way.going), 1), 16), stride=way.frames)
    _play_cards(played, result, way, theme)
    last = len(way.places) - 1
    played.add("Where cards came from", path=[EMPTY] * last + [_arrow_path(mine, result.doors, way.places[-1])])
    played.add("Behind the door: routine", path=[_room("routine", False)] * last + [_room("routine", True)])
    beside.add(played, result, way.moving, [row[2] for row in _told(result, theme, mine)])
    return played


def _play_cards(played, result, way, theme):
    """Let cards and names go; the one on its way covers other names, and takes the colour of its door on arrival."""
    aside, last = places.place_of(NO_SIGN, result.doors), len(way.places) - 1
    for card in cards():
        edges = [theme.color(ROLES.get(doors.get(card), "neutral")) for doors in way.doors()]
        edges[-1] = _edge(card, result, theme)["color"]
        played.add(f"Card: {card}", path=[places.outline(at[card]) for at in way.places], **{"line.color": edges})
    for number, axis in enumerate("xy"):
        across = [[*(place[number] for place in at.values()), aside[number]] for at in way.places]
        played.add("Names of cards", **{axis: across})
    names = [[name(card) if seen else "" for card, seen in frame.items()] for frame in way.seen()]
    ends = [""] * last + [name(NO_SIGN)]
    played.add("Names of cards", text=[[*text, end] for text, end in zip(names, ends, strict=True)])
    played.add("No sign", path=[EMPTY] * last + [places.outline(aside)])
    rings = [places.outline(at[card], _RIM) if card else EMPTY for at, card in zip(way.places, way.moving, strict=True)]
    rings[-1] = places.outline(places.place_of(result.state.sign, result.doors), _RIM)
    played.add("The open card", path=rings)


def touches(result):
    """Return the cards, which are opened by a tap; before the answer is told they must not be found by feeling."""
    at = {**places.places(result.doors), NO_SIGN: places.place_of(NO_SIGN, result.doors)}
    return {
        "axes": ["xaxis", "yaxis"],
        "things": {f"sign:{card}": places.outline(place) for card, place in at.items()},
        "telling": True,
    }


def _doors(theme, *, short=False):
    """Yield the rooms behind the doors, and their lintels; the last room may end above the card of no sign."""
    for door, (left, right) in places.COLUMNS.items():
        top, low = places.LINTEL
        edge = {"width": theme.line, "color": theme.color(ROLES[door])}
        room = _room(door, short)
        yield drawn(f"Behind the door: {door}", room, {**edge, "width": theme.line / 2}, fill=theme.panel)
        lintel = f"M{left},{top}L{right},{top}L{right},{low}L{left},{low}Z"
        yield drawn(f"Door: {door}", lintel, edge, fill=theme.fill(ROLES[door]))


def _room(door, short):
    (left, right), top = places.COLUMNS[door], places.LINTEL[1]
    low = places.SHORT if short and door == "routine" else places.FLOOR
    return f"M{left},{top}L{right},{top}L{right},{low}L{left},{low}Z"


def _cards(at, result, theme, doors=None):
    """Yield each card in the colour of its door; one that the list does not name has a dotted edge and no ground."""
    doors = doors if result is None else result.doors
    for card in cards():
        named = result is None or card in result.named
        edge = _edge(card, result, theme) if result else _door_edge(doors.get(card), theme)
        path = places.outline(at[card]) if card in at else ""
        yield drawn(f"Card: {card}", path, edge, fill=theme.paper if named else None)
    path = places.outline(places.place_of(NO_SIGN, result.doors)) if result else ""
    yield drawn("No sign", path, {"width": theme.line * 0.8, "color": theme.muted, "dash": "dash"}, fill=None)


def _door_edge(door, theme):
    return {"width": theme.line * 0.8, "color": theme.color(ROLES.get(door, "neutral"))}


def _edge(card, result, theme):
    edge = _door_edge(result.doors[card], theme)
    return edge if card in result.named else {**edge, "dash": "dot", "color": theme.muted}


def _ring(place, theme):
    look = {"width": theme.line * 1.6, "color": theme.ink}
    # It lies over the other cards, also while it goes from door to door.
    return drawn("The open card", places.outline(place, _RIM) if place else "", look, fill=theme.paper)


def _arrows(mine, doors, at, theme):
    path = _arrow_path(mine, doors, at)
    return drawn("Where cards came from", path, {"width": 0, "color": theme.ink}, fill=theme.color("prediction"))


def _arrow_path(mine, doors, at):
    """Return a tick at each card that the reader had put there, and an arrow at each other, on the side of its door."""
    order, path = list(DOORS), ""
    for card, door in mine.items():
        if card not in at:
            continue
        apart = order.index(door) - order.index(doors[card])
        side = -1 if apart < 0 else 1
        x, y, tall = at[card][0] + side * places.HALF[0], at[card][1], min(_ARROW, at[card][2])
        if apart:
            path += f"M{x:.2f},{y - tall:.2f}L{x - side * _TIP:.2f},{y:.2f}L{x:.2f},{y + tall:.2f}Z"
        else:
            path += "M" + "L".join(f"{x - 0.3 - a:.2f},{y + b:.2f}" for a, b in _TICK) + "Z"
    return path or EMPTY


def _names(at, result, theme):
    """Return the words over the doors, and those on the cards."""
    heads = [
        (
            (left + right) / 2,
            sum(places.LINTEL) / 2,
            f"<b>{DOORS[door]}</b>",
            "middle center",
            theme.text(size=1.1),
        )
        for door, (left, right) in places.COLUMNS.items()
    ]
    rows = []
    for card in (*cards(), NO_SIGN):
        there = card in at or (card == NO_SIGN and result)
        place = at.get(card) or (places.place_of(NO_SIGN, result.doors) if result else places.PILE)
        font = theme.text(size=0.95)
        if result and (card == NO_SIGN or card not in result.named):
            font = {**font, "color": theme.muted}
        rows.append((*place[:2], name(card) if there else "", "middle center", font))
    return [words("Names of doors", heads), words("Names of cards", rows)]


def _told(result, theme, mine):
    """Return the words of the open card, what stands under the one of no sign, and what the arrows mean."""
    said = DOORS[result.door] if result.door else "no<br>door"
    door = f"<b>{said}</b>", theme.text(ROLES.get(result.door), 1.15)
    routine, soon = (sum(places.COLUMNS[door]) / 2 for door in ("routine", "soon"))
    key = "▸ came from<br>your door" if any(result.doors[card] != door for card, door in mine.items()) else ""
    return [
        *beside.rows(result, theme, door),
        (routine, 61.4, "at no door", "middle center", {**theme.text(), "color": theme.muted}),
        (soon, 61.6, key, "middle center", theme.text("prediction")),
        (soon, 54.6, named(result).replace(" of", "<br>of"), "middle center", {**theme.text(), "color": theme.muted}),
    ]
