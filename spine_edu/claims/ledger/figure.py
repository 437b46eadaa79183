"""Two voices hold a rope with four knots; below stand the people of the study."""

import textwrap

from spine_edu.claims.ledger import field, places, run, voices
from spine_edu.claims.ledger.model import PARTS, LedgerState, contradictions
from spine_edu.claims.ledger.words import HEADS, PLATES, STATUS, at_step, sentence, verdict
from spine_edu.drawing import body, outlines, plane
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: Letters a line of a bubble.
_LETTERS = 22
#: The same of what was published where it is no count of people, and how high it stands.
_SHORT, _SAYS = 12, 25.4
#: Letters a line of why the flag stays in the middle; what stands where a voice is silent.
_REASON, _SILENCE = 21, "No other article speaks of it."
#: How high the pole of the flag is, its flag, and how far its foot is from the rope.
_POLE, _FLAG = 3.0, (2.2, 1.4)
#: Height in sizes of the type, in a hall and elsewhere; how long things travel, in ms.
_HIGH, _WALK = (31, 43), 700
#: Status of a contradiction -> role of its bead's colour, and how its edge is drawn.
_BEADS = {"settled": ("treatment", "solid"), "partly": ("inflammation", "dash"), "open": ("neutral", "dot")}


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the two voices, the rope with its knots, and the people.

    Parameters
    ----------
    result : LedgerResult
    theme : Theme
    held : LedgerResult, optional
        Run A: its flag has a dashed edge.
    prediction : float, optional
        How many of the 20 the reader painted, who are ringed.
    """
    shapes = [
        *_beads(result, theme),
        *_bubbles(result, theme),
        *_rope(result, theme),
        *_flag(result, held, theme),
        *_plates(result, theme),
        *field.shapes(result, theme),
        _painted(result, prediction, theme),
    ]
    return _drawn(shapes, _rows(result, theme), theme)


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the two voices and a study whose people have not been looked at."""
    shapes = [
        *_beads(result, theme),
        *_bubbles(result, theme),
        *_rope(result, theme),
        *_flag(None, None, theme),
        *_plates(result, theme),
        *field.shapes(result, theme, looked=0),
        _painted(result, prediction, theme),
    ]
    return _drawn(shapes, _rows(result, theme, asked=True), theme)


def _drawn(shapes, rows, theme):
    high = theme.em(_HIGH[0] if theme.large else _HIGH[1])
    return plane.figure([words("Words", rows)], shapes, theme, places, height=high, walk=_WALK)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return how people come in, are looked at one after the other, and move the flag, if they can."""
    steps, flights = run.steps(result), run.flights(result)
    last = steps[-1]
    told = [at_step(result, *step) for step in steps] + [at_step(result, *last)] * len(flights)
    told[-1] = sentence(result)
    names = [f"step {number} of {len(told) - 1}" for number in range(len(told))]
    played = Frames("step", names, told, seconds=0.22 * len(told))
    shown = [run.paths(result, *step) for step in (*steps, *[last] * len(flights))]
    for name in shown[-1]:
        played.add(name, path=[one[name] for one in shown])
    played.add("Flag", path=[EMPTY] * len(steps) + [flag(place) for place in flights])
    texts = [row[2] for row in _rows(result, theme)]
    waiting = [row[2] for row in _rows(result, theme, waiting=True)]
    played.add("Words", text=[waiting if number < len(told) - 1 else texts for number in range(len(told))])
    return played


def touches(result):
    """Return beads, which choose a contradiction, and knots, each of which goes on to its next option."""
    things = {}
    for key, row in contradictions().items():
        x, y = places.bead(row.number)
        things[f"contradiction:{key}"] = places.box(x - 1.1, 0, x + 1.1, 2 * y)
    for part in PARTS:
        things[f"{part}:{following(result.state, part)}"] = places.reach(part)
    return {"axes": ["xaxis", "yaxis"], "things": things}


def following(state, part):
    """Return the option of a part that comes after the present one."""
    options = LedgerState.declarations()[part].values
    return options[(options.index(getattr(state, part)) + 1) % len(options)]


def _beads(result, theme):
    left, right = (places.bead(number)[0] for number in (1, len(contradictions())))
    for x, (role, dash) in zip(places.KEYS, _BEADS.values(), strict=True):
        edge = {"color": theme.color(role), "width": theme.line * 0.8, "dash": dash}
        fill = theme.paper if role == "neutral" else theme.fill(role)
        yield drawn(f"Key: {role}", outlines.circle(x, places.KEY, places.KEY_BEAD), edge, fill=fill)
    yield drawn("Ledger", f"M{left},{places.LINE}L{right},{places.LINE}", {"color": theme.muted, "width": 1.5})
    for key, row in contradictions().items():
        (role, dash), chosen = _BEADS[row.status], key == result.state.contradiction
        edge = {"color": theme.ink if chosen else theme.color(role), "width": theme.line * (1.6 if chosen else 0.8)}
        size = places.BEAD + (0.14 if chosen else 0)
        fill = theme.paper if row.status == "open" else theme.fill(role)
        yield drawn(
            f"Bead {row.number:g}", outlines.circle(*places.bead(row.number), size), {**edge, "dash": dash}, fill=fill
        )


def _bubbles(result, theme):
    loose = sum(result.fits.values()) / len(PARTS)
    for number, (side, place) in enumerate(zip(("left", "right"), places.BUBBLES, strict=True)):
        colour = theme.color(field.ROLES[side])
        edge = {"color": colour, "width": theme.line}
        x, y = voices.mouth(number, loose)
        low, foot = place[3], (2.2, 4.0) if number == 0 else (31.8, 30.0)
        path = f"M{foot[0]},{low - 0.05}L{x + (0.9, -0.9)[number]:.2f},{y - 0.15:.2f}L{foot[1]},{low - 0.05}"
        there = not (result.silent and side == "right")
        box = places.box(*place, 0.5) if there else EMPTY
        yield drawn(f"Bubble: {side}", box, edge, fill=theme.fill(field.ROLES[side]))
        yield drawn(f"From whom: {side}", path if there else EMPTY, edge, fill=theme.fill(field.ROLES[side]))
        for one in body.silhouettes(f"Voice: {side}", [voices.outlines(number, loose)], theme, width=1.2, digits=2):
            yield one if there else {**one, "path": EMPTY}


def _rope(result, theme):
    points = places.rope(result.fits, result.silent)
    path = "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points)
    yield drawn("Rope, edge", path, {"color": theme.ink, "width": theme.line * 3.4})
    yield drawn("Rope", path, {"color": theme.solids["endplate"], "width": theme.line * 2.3})


def _plates(result, theme):
    for part in PARTS:
        role = "treatment" if result.fits[part] else "pain"
        edge = {"color": theme.color(role), "width": theme.line * 0.9, "dash": "solid" if result.fits[part] else "dot"}
        yield drawn(f"Plate: {part}", places.plate(part), edge, fill=theme.fill(role))
        yield drawn(f"On: {part}", places.arrow(part), {**edge, "width": 0, "dash": "solid"}, fill=edge["color"])


def _flag(result, held, theme):
    for name, one, dash, fill in (
        ("Flag of run A", held, "dash", None),
        ("Flag", result, "solid", theme.color("better")),
    ):
        place = one.place if one else None
        path = flag(place) if place is not None else ""
        yield drawn(name, path, {"color": theme.ink, "width": theme.line * 0.6, "dash": dash}, fill=fill)


def flag(place):
    """Return a flag on the rope as a path, at a share of the way from the left voice to the right one."""
    x = places.between(place)
    foot = places.hang(x, 1)
    top, (wide, high) = foot - _POLE, _FLAG
    side = -1 if place <= 0.5 else 1
    return f"M{x:.2f},{foot:.2f}L{x:.2f},{top:.2f}L{x + side * wide:.2f},{top + high / 2:.2f}L{x:.2f},{top + high:.2f}Z"


def _painted(result, prediction, theme):
    """Return rings round the people whom the reader painted, where the question is looked at."""
    here = prediction is not None and result.ready and result.state.contradiction == "often"
    where = places.standing("found", 0, field.groups(result))[: round(prediction)] if here else []
    ring = {"color": theme.color("prediction"), "width": theme.line * 0.8}
    return drawn("Your prediction, ringed", "".join(outlines.circle(x, y, 0.49) for x, y in where), ring)


def _rows(result, theme, *, asked=False, waiting=False):
    """Return all words of the picture; what the people in the middle tell is left out while it is asked or awaited."""
    row, large = result.row, theme.text(size=1.22)
    told = [
        (*places.bead(one.number), "" if asked else f"{one.number:g}", "middle center", theme.text(size=0.9))
        for one in contradictions().values()
    ]
    told.append(
        (
            places.WIDE / 2,
            places.TITLE,
            f"<b>{row.number:g} · {row.name}</b>{'' if asked else f' ({STATUS[row.status]})'}",
            "middle center",
            theme.text(size=1.3),
        )
    )
    for side, place in zip(("left", "right"), places.BUBBLES, strict=True):
        text = "<br>".join(textwrap.wrap(getattr(row, side) or _SILENCE, _LETTERS))
        told.append(((place[0] + place[2]) / 2, (place[1] + place[3]) / 2, text, "middle center", large))
    told += _reason(result, theme, asked or waiting)
    told += _key(theme, asked)
    for part, x in places.KNOTS.items():
        text = f"<b>{HEADS[part]}</b><br>{PLATES[getattr(result.state, part)]}"
        told.append((x, sum(places.PLATE) / 2, text, "middle center", theme.text()))
    told += _heads(result, theme, asked, waiting)
    published = "" if asked or waiting or result.counted else "<br>".join(textwrap.wrap(result.says, _SHORT))
    told.append(
        (
            sum(places.CELLS["found"]) / 2,
            _SAYS,
            published,
            "middle center",
            theme.text("better" if published else None, 1.5),
        )
    )
    for cell, (left, right) in places.CELLS.items():
        hidden = asked or (waiting and cell == "found")
        for group, text in enumerate(field.labels(result, cell, hidden)):
            told.append(
                (
                    (left + right) / 2,
                    places.label(group, field.groups(result)),
                    text,
                    "middle center",
                    theme.text(size=1.05),
                )
            )
    return told


def _key(theme, asked):
    """Return the words beside the key of the beads."""
    return [
        (x + 0.9, places.KEY, "" if asked else text, "middle right", theme.text(size=0.95))
        for x, text in zip(places.KEYS, STATUS.values(), strict=True)
    ]


def _reason(result, theme, hidden):
    """Return why the flag stays in the middle, on both sides of its pole."""
    middle, text = places.between(0.5), "" if hidden else result.middle
    return [
        (
            middle - _FLAG[0] - 0.4,
            places.REASON,
            "the flag stays<br>in the middle:" if text else "",
            "middle left",
            theme.text(),
        ),
        (
            middle + places.BESIDE,
            places.REASON,
            "<br>".join(textwrap.wrap(text, _REASON)),
            "middle right",
            theme.text(),
        ),
    ]


def _heads(result, theme, asked, waiting):
    shown = "how many of 20?" if asked else "looking …" if waiting else verdict(result)
    right = "no other voice" if result.silent else "Right, we think"
    texts = {"left": "Left, we think", "found": shown, "right": right}
    if asked:
        texts |= {"left": "", "right": ""}
    return [
        (
            sum(places.CELLS[cell]) / 2,
            places.HEAD,
            f"<b>{text}</b>",
            "middle center",
            theme.text(None if asked else field.ROLES[cell]),
        )
        for cell, text in texts.items()
    ]
