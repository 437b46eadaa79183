"""The bodies of the board as shapes, with what the model says in them: muscle, pain in the back, pain in the leg."""

from spine_edu.spasm.mechanisms import bodies, curves, places
from spine_edu.spasm.mechanisms.model import FULL, READOUTS, value

WHO = ("First", "Second")


def drawn(number, room, state, theme):
    """Yield a body with bed, bag or belt, its muscle, its nerve and its pains; empty shapes without a room."""
    who = WHO[number]
    skin, ink = theme.solids["skin"], theme.ink
    does = state.doing if state else "about"
    room = room or bodies.Room(places.ONE[0], places.FLOOR, places.TALL, 1.0)
    body, lines, closed = bodies.posture(does)
    there = [*body.outlines()] if state else [[], []]
    lines, closed = (lines, closed) if state else ([], [])
    edge, none = {"fill": ink, "edge": ink, "width": 2.5}, {"fill": skin, "edge": skin, "width": 0}
    yield room.line(f"{who} body: bed", lines, {"color": theme.muted, "width": theme.line * 0.8})
    yield room.shape(f"{who} body: edge", there[0], **edge)
    yield room.shape(f"{who} body", there[0], **none)
    yield room.shape(f"{who} body: arm, edge", there[1], **edge)
    yield room.shape(f"{who} body: arm", there[1], **none)
    belt = [] if does == "carry" else closed
    yield room.shape(f"{who} body: belt", belt, fill=theme.fill("neutral"), edge=theme.muted, width=1.2)
    yield room.shape(
        f"{who} body: bag", closed if does == "carry" else [], fill=theme.fill("load"), edge=ink, width=1.2
    )
    worry = bodies.worried(does) if state and state.stress else []
    yield room.line(f"{who} body: worry", worry, {"color": theme.color("pain"), "width": theme.line * 0.8})
    yield from _felt(who, room, state, does, theme)


def _felt(who, room, state, does, theme):
    """Yield what the model says, on the body: pain in back and leg, and over it the muscle, thicker as it works."""
    here = dict.fromkeys(READOUTS, 0.0)
    if state:
        here = {readout: value(state, readout, does, state.hour) for readout in READOUTS}
    pain = theme.color(curves.ROLES["back"])
    ache = [bodies.ache(does, here["back"])] if state else []
    yield room.shape(f"{who} body: back pain", ache, fill=pain, edge=pain, width=0, opacity=0.42)
    nerve = {"color": theme.color(curves.ROLES["leg"]), "width": thick(here["leg"], theme)}
    yield room.line(f"{who} body: leg pain", [bodies.nerve(does)] if state else [], nerve)
    band = [bodies.muscle(does, here["muscle"])] if state else []
    edge = {"edge": theme.color("guarding"), "width": 1}
    yield room.shape(f"{who} body: back muscle", band, fill=theme.solids["muscle"], **edge)
    full = theme.color("guarding")
    at_work = room.shape(f"{who} body: back muscle at work", band, fill=full, edge=full, width=0)
    yield at_work | {"opacity": round(here["muscle"] / FULL, 3)}


def thick(value, theme):
    """The thickness of the line down the leg, in px: nothing where nothing hurts."""
    return round(theme.size * 0.62 * value / FULL, 2)


def play(played, who, room, state, hours, theme):
    """Let a body feel and work through the hours of a run."""
    there = {readout: [value(state, readout, state.does, hour) for hour in hours] for readout in READOUTS}
    bands = [room.path(bodies.muscle(state.does, one)) for one in there["muscle"]]
    played.add(f"{who} body: back muscle", path=bands)
    played.add(
        f"{who} body: back muscle at work", path=bands, opacity=[round(one / FULL, 3) for one in there["muscle"]]
    )
    played.add(f"{who} body: back pain", path=[room.path(bodies.ache(state.does, one)) for one in there["back"]])
    played.add(f"{who} body: leg pain", **{"line.width": [thick(one, theme) for one in there["leg"]]})


#: How far over a body that lies or bends a wire turns down to it.
_OVER = 4.0
#: What one does with the back up or down: there a wire comes from above and not from the side.
_FROM_ABOVE = ("still", "asleep", "raised", "bend")


def to_muscle(room, does, x0, y0, down=0.0):
    """Return a wire from a place to the low back muscle of a body; it may begin `down`, under what is in its way."""
    x1, y1 = room.x, room.up(bodies.low_back(does))
    bow = (x1 - x0) * (0.22 if down else 0.55)
    x2, y2 = (x1, y1 + _OVER) if does in _FROM_ABOVE else (x1 - (x1 - x0) * 0.28, y1)
    return f"M{x0:.2f},{y0:.2f}C{x0 + bow:.2f},{y0 - down:.2f},{x2:.2f},{y2:.2f},{x1:.2f},{y1:.2f}"


def wire_width(added):
    """Return how thick a wire is that brings so much to a muscle, in px."""
    return round(1.6 + 0.9 * added, 2)
