"""Beads, bubbles, the two voices with badge and stall, and the rope between them with its knots and plates."""

import textwrap

from spine_edu.claims.ledger import field, guesses, other, places, plates, speakers, voices
from spine_edu.claims.ledger import words as said
from spine_edu.claims.ledger.model import BLANK, PLACES, contradictions
from spine_edu.claims.ledger.needs import PARTS
from spine_edu.claims.ledger.panel import STATUS_LOOKS, half, plate_look, status_look
from spine_edu.drawing import body
from spine_edu.drawing.outlines import EMPTY, drawn

#: Letters a line of a bubble; what stands where a voice is silent.
_LETTERS, _SILENCE = 27, "No other article speaks of it."
#: Contradiction -> a word for it, as a bead has room for it; its number stands in the heading.
_SHORT = {
    "often": "often",
    "cycle": "cycle",
    "cause": "cause",
    "rest": "rest",
    "cold": "cold",
    "pills": "pills",
    "strong": "drugs",
    "ninety": "wait",
    "names": "names",
    "dry": "dry",
    "early": "scan",
    "knife": "cut",
    "back_way": "harm",
    "belongs": "disc",
    "cord": "cord",
}


def shapes(result, held, theme):
    """Yield all shapes above the place under the rope.

    Parameters
    ----------
    result : LedgerResult
    held : LedgerResult or None
        Run A: its ribbon has a dashed edge.
    theme : Theme
    """
    yield from _beads(result, theme)
    yield from _voices(result, theme)
    yield from _rope(result, theme)
    yield from _plates(result, theme)
    yield from _ribbons(result, held, theme)


def _beads(result, theme):
    for key, row in contradictions().items():
        chosen = key == result.state.contradiction
        look = {"line": {"color": theme.muted, "width": theme.line * 0.5, "dash": "solid"}, "fill": theme.panel}
        if result.state.opened(key):
            look = status_look(row.status, theme)
        # The chosen one takes its colour in a run, where only places change: see below.
        path = EMPTY if chosen and result.state.opened(key) else places.bead_box(row.number)
        yield drawn(f"Bead {row.number:g}", path, **look)
    row = result.row
    for status in STATUS_LOOKS:
        there = status == row.status and result.state.opened(row.contradiction)
        yield drawn(f"Opened: {status}", places.bead_box(row.number) if there else EMPTY, **status_look(status, theme))
    yield half("Half of beads", _halves(result), theme)
    yield drawn("Chosen", places.bead_box(row.number, 0.12), {"color": theme.ink, "width": theme.line * 1.4})


def _halves(result):
    """Return the filled half of each bead that has been opened and is settled in part, as one path."""
    some = [row for key, row in contradictions().items() if row.status == "partly" and result.state.opened(key)]
    return "".join(places.bead_half(row.number) for row in some) or EMPTY


def _voices(result, theme):
    for number, (side, place) in enumerate(zip(("left", "right"), places.BUBBLES, strict=True)):
        colour, fill = theme.color(field.ROLES[side]), theme.fill(field.ROLES[side])
        edge = {"color": colour, "width": theme.line}
        there = not (result.silent and side == "right")
        lean, held = voices.lean(result, number), voices.held(result, number)
        yield from _stall(result, number, side, theme)
        yield drawn(f"Bubble: {side}", places.box(*place, 0.5) if there else EMPTY, edge, fill=fill)
        tail = _tail(number, place[3], voices.mouth(number, lean)) if there else EMPTY
        yield drawn(f"From whom: {side}", tail, edge, fill=fill)
        skin = theme.paper if speakers.unsigned(result, side) else None
        bodies = [voices.outlines(number, lean, held)]
        for one in body.silhouettes(f"Voice: {side}", bodies, theme, width=1.2, digits=2, fill=skin):
            yield one if there else {**one, "path": EMPTY}
        badge = places.box(*places.BADGES[number], 0.3) if there else EMPTY
        yield drawn(f"Badge: {side}", badge, {"color": colour, "width": theme.line * 0.6}, fill=theme.paper)


def _tail(number, low, mouth):
    """Return what leads from a bubble to who says it, beside the roof of a stall."""
    (x, y), side = mouth, (1, -1)[number]
    foot = [places.FEET[number][0] + side * away for away in (2.5, 4.1)]
    return f"M{foot[0]:.2f},{low - 0.05}L{x + side:.2f},{y + 0.2:.2f}L{foot[1]:.2f},{low - 0.05}"


def _stall(result, number, side, theme):
    roof, stripes, poles = places.stall(number) if speakers.sells(result, side) else (EMPTY,) * 3
    yield drawn(f"Poles of the stall: {side}", poles, {"width": theme.line * 0.7, "color": theme.ink})
    edge = {"width": theme.line * 0.5, "color": theme.ink}
    yield drawn(f"Roof of the stall: {side}", roof, edge, fill=theme.fill("inflammation"))
    bare = {"width": 0, "color": theme.ink}
    yield drawn(f"Stripes of the stall: {side}", stripes, bare, fill=theme.color("inflammation"))


def ropes(result):
    """Return both strands of the rope, as points; they lie on each other unless it splits."""
    come = result.come if result.told else 0.0
    limp = (*result.quiet, *(["right"] if result.silent else []))
    return places.rope(result.fits, result.ends, come, limp)


def _rope(result, theme):
    for name, points in zip(("Upper strand", "Rope"), ropes(result), strict=True):
        path = "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in points)
        yield drawn(f"{name}, edge", path, {"color": theme.ink, "width": theme.line * 3.2})
        yield drawn(name, path, {"color": theme.solids["endplate"], "width": theme.line * 2.2})


def _plates(result, theme):
    in_fact = other.in_fact(result)
    for part in PARTS:
        blank = getattr(result.state, part) == BLANK
        role, dash = ("neutral", "solid") if blank else plate_look(result, part)
        width = theme.line * (1.6 if result.state.under == part else 0.9)
        edge = {"color": theme.color(role), "width": width, "dash": dash}
        fill = theme.panel if blank else theme.fill(role)
        yield drawn(f"Plate: {part}", places.plate(part), edge, fill=fill)
        # A run changes only places: what the study had in fact comes as a plate of its own.
        path = places.plate(part) if part in in_fact else EMPTY
        edge = {"color": theme.ink, "width": theme.line * 0.9, "dash": "dash"}
        yield drawn(f"In fact: {part}", path, edge, fill=theme.paper)


def _ribbons(result, held, theme):
    own, other = ribbons(result)
    of_a = "".join(path for path in ribbons(held) if path != EMPTY) if held else ""
    for name, path, dash, fill in (
        ("Ribbon of run A", of_a or EMPTY, "dash", None),
        ("Ribbon", own, "solid", theme.color("better") if _checked(result) else theme.paper),
        ("Ribbon of a strand not asked for", other, "solid", theme.paper),
    ):
        yield drawn(name, path, {"color": theme.ink, "width": theme.line * 0.6, "dash": dash}, fill=fill)
    disc, cross = crossed(result)
    yield drawn("Against this voice: disc", disc, {"color": theme.ink, "width": theme.line * 0.6}, fill=theme.paper)
    yield drawn("Against this voice: cross", cross, {"color": theme.color("better"), "width": theme.line * 1.2})


def _checked(result):
    """Return whether what the study finds was read where it was published, and is not from memory."""
    return bool(result.groups) and bool(result.groups[0].row.seen)


def ribbons(result):
    """Return the ribbons of a rope that has come to its end, as paths: of the study, and of a strand not asked for.

    There is none on a loose rope, nor on a strand that speaks against one voice and for no other.
    """
    return tuple(_ribbon(*one) for one in zip(ropes(result), _ends(result), _phases(result), strict=True))


def _ends(result):
    """Return where the rope ends, and where the strand of another study does; empty before it is told."""
    if not result.told:
        return "", ""
    ends = [row.ends for row in result.strands] or [result.ends, ""]
    return tuple(ends)


def _phases(result):
    """Return how far the rope, and then a strand of another study, has come to its end; None before it moves."""
    if not result.strands:
        return result.come, None
    own, other = places.phases(result.come)
    return own, other or None


def _ribbon(strand, end, come):
    if come is None or end not in PLACES:
        return EMPTY
    x = places.between(0.5 + (PLACES[end] - 0.5) * come)
    return places.ribbon(x, places.height(strand, x))


def crossed(result):
    """Return disc and cross at the end of the voice against which a strand speaks, once it is told."""
    for strand, end, come in zip(ropes(result), _ends(result), _phases(result), strict=True):
        side = end.partition("not ")[2]
        if side and come == 1:
            return places.crossed(strand, side)
    return EMPTY, EMPTY


def words(result, prediction, theme, hidden=False):
    """Yield the words of all this; what is `hidden` is how far it is settled."""
    for key, row in contradictions().items():
        yield *places.bead(row.number), _SHORT[key], "middle center", theme.text()
    x, y = places.bead(len(contradictions()) + 1)
    yield x, y, f"<b>{said.opened(result)}</b> of {len(contradictions())}", "middle center", theme.text()
    row = result.row
    status = f" ({guesses.STATUS[row.status]})" if result.state.opened(row.contradiction) and not hidden else ""
    title = f"<b>{row.number:g} · {row.name}</b>{status}"
    yield places.WIDE / 2, places.TITLE, title, "middle center", theme.text(size=1.3)
    for side, place in zip(("left", "right"), places.BUBBLES, strict=True):
        text = "<br>".join(textwrap.wrap(getattr(row, side) or _SILENCE, _LETTERS))
        middle = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
        yield *middle, text, "middle center", theme.text()
    for side, (left, top, right, low) in zip(("left", "right"), places.BADGES, strict=True):
        yield (left + right) / 2, (top + low) / 2, _badge(result, side), "middle center", theme.text()
    yield places.WIDE / 2, places.TOLD, said.told(result), "middle center", theme.text("better")
    yield places.WIDE / 2, places.WHY_THERE, said.why_there(result), "middle center", theme.text("better")
    for height, text, role in zip(places.STRANDS, said.strands(result), ("better", None), strict=True):
        yield places.WIDE / 2, height, text, "middle center", theme.text(role)
    yours = guesses.yours(result, prediction)
    yield places.WIDE / 2, places.YOURS, yours, "middle center", theme.text("prediction")
    yield places.WIDE / 2, places.NOT_SO, guesses.not_so(result), "middle center", theme.text("prediction")
    for part, x in places.KNOTS.items():
        yield x, places.ON_PLATE, _plate(result, part), "middle center", theme.text()


def _plate(result, part):
    """Return the words of a plate: what was chosen, or what the study had in fact, where that is something else."""
    row = other.in_fact(result).get(part)
    if row is None:
        return f"<b>{plates.HEADS[part]}</b><br>{plates.plate(result.row.contradiction, getattr(result.state, part))}"
    return "<br>".join([f"<b>{plates.IN_FACT}</b>", *textwrap.wrap(row.plate, plates.LETTERS)])


def _badge(result, side):
    """Return what stands at the feet of a voice: its article, and that one may ask who it is."""
    there = speakers.articles(result, side)
    if len(there) > 1:
        return f"Articles<br>{', '.join(there)} ▸"
    return f"Article {there[0]}<br>who? ▸" if there else ""
