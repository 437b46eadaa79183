"""What is said on the boxes: names, signs, two or three words, colours, and what the reader has said."""

from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.treatment.pathway import asked, ground, places, strip
from spine_edu.treatment.pathway.graph import boxes
from spine_edu.treatment.pathway.ground import BOXES
from spine_edu.treatment.pathway.measured import second_hand
from spine_edu.treatment.pathway.model import (
    GUIDELINES,
    JUDGED,
    cells_on_map,
    from_memory,
    on_map,
    shut,
    time_at,
    walked,
)
from spine_edu.treatment.pathway.presses import stubs
from spine_edu.treatment.pathway.words import VERDICTS, brief

_TREATMENTS = [box for box in BOXES if boxes()[box].kind in JUDGED]
#: Room for the reader's own sign and its ring at the right of a box, and the size of a name beside it or over cells.
_OWN, _BESIDE = 1.0, 0.86
#: Where in its box a sign stands: in the middle of the room at its left, clear of the edge.
_SIGN_AT = 0.65
#: Size of the two or three words on the second line of a box; of a door, which is narrow.
_BRIEF, _NARROW = 0.86, 0.79
#: Where guidelines are compared: how high a cell is, its lower edge under the middle of its box, and how far from the
#: edges of the box cells stay.
_CELL, _UNDER, _CLEAR = 0.82, 0.94, 0.1
#: How long the sides of the corner are of a box and of a cell whose words were read second hand.
_CORNER, _SMALL_CORNER = 0.55, 0.4
#: How much of the colour of a box or cell is left along its edge where it is from memory.
_RIM = 0.1
#: How far a stripe of a hatch leans, and how far apart stripes lie.
_LEAN, _APART = 0.8, 0.55


def names(result, here, prediction, theme):
    """Return the name of every box: beside its sign where it has one, else in the middle; grey if out of reach.

    With signs of the reader's own at the right, names are smaller and stand between the two.
    """
    found, out, second = on_map(result, here), shut(result.steps, here), _second(result, here, theme)
    cells, rows = _cells(result, here, theme), []
    for box in BOXES:
        x, _ = places.middle(box)
        color = theme.muted if out and boxes()[box].place in ("way", "beside") else theme.ink
        own = prediction is not None and box in asked.THINGS
        x += (places.SIGN * (not cells) - _OWN * own) / 2 * (box in found)
        *place, font = ground.name_of(box, x, color, theme, lifted=_lifts(box, second) or box in cells)
        if cells and found.get(box) == "differ":
            place[2] = f"<b>≠</b> {place[2]}"
        rows.append((*place, {**font, "size": theme.type_size(_BESIDE)} if own or box in cells else font))
    return words("Names of boxes", rows)


def _lifts(box, second):
    """Return whether a name makes room for a second line; a high question has room for both."""
    return bool(second[box][0]) and boxes()[box].rows < 3


def signs(result, here, theme):
    """Return the sign of each treatment that has a verdict, inside its box on the left; none where there are cells.

    It says the verdict and no more: how strong the advice is stands on the card, in the guideline's own word.
    """
    found, rows = {} if _cells(result, here, theme) else on_map(result, here), []
    for box in _TREATMENTS:
        verdict = found.get(box)
        left, *_ = places.rectangle(box)
        _, y = places.middle(box)
        sign, role = (f"<b>{strip.sign_of(verdict, theme)}</b>", strip.ROLES[verdict]) if verdict else ("", "neutral")
        rows.append((left + _SIGN_AT, y, sign, "middle center", theme.text(role)))
    return words("Signs: what the guideline says", rows)


def _cells(result, here, theme):
    """Return what each guideline says of each box, where they are compared; in a hall there is no room for it."""
    return {} if theme.large else cells_on_map(result, here)


def cell(box, name):
    """Return left, right, lower and upper edge of the cell of a guideline, at the foot of the name of a box."""
    left, right, *_ = places.rectangle(box)
    wide = (right - left - 2 * _CLEAR) / len(GUIDELINES)
    start = left + _CLEAR + wide * list(GUIDELINES).index(name)
    low = places.middle(box)[1] - _UNDER
    return start, start + wide, low, low + _CELL


def cell_signs(result, here, theme):
    """Return the sign of each guideline in its cell."""
    found, rows = _cells(result, here, theme), []
    for box in _TREATMENTS:
        for name in GUIDELINES:
            left, right, low, high = cell(box, name)
            row = found.get(box, {}).get(name)
            sign, role = (VERDICTS[row.verdict][0], strip.ROLES[row.verdict]) if row else ("", "neutral")
            rows.append(((left + right) / 2, (low + high) / 2, sign, "middle center", theme.text(role, 0.79)))
    return words("Signs of the four", rows)


def _second(result, here, theme):
    """Return the second line of every box, and its role: why the walk does not lead there, or a guideline's few words.

    For a hall there is no second line.
    """
    if theme.large:
        return dict.fromkeys(BOXES, ("", "neutral"))
    found, time = on_map(result, here), time_at(result.steps, here)
    lines = dict.fromkeys(BOXES, ("", "neutral"))
    lines |= {
        box: (brief(result, box, time), strip.ROLES[one]) for box, one in found.items() if boxes()[box].place != "door"
    }
    # A box to which the walk has come has its own words again.
    been = walked(result.steps, here)
    refused = [one for one in stubs(result.state, result.steps, here) if one.box not in been]
    told = {one.box: (one.label, "prediction") for one in refused}
    # Where there are cells, there is no room for more.
    return lines | {box: line for box, line in told.items() if box not in _cells(result, here, theme)}


def briefs(result, here, theme):
    """Return the second lines of all boxes."""
    rows = []
    for box, (text, role) in _second(result, here, theme).items():
        x, y = places.middle(box)
        treatment = boxes()[box].place in ("way", "beside")
        # A box at the doors is narrow, and there the line stands under the sign.
        x += places.SIGN / 2 * (treatment and box in on_map(result, here))
        _, _, low, _ = places.rectangle(box)
        y = y - places.SECOND if treatment else low + 0.62
        rows.append((x, y, text, "middle center", theme.text(role, _BRIEF if treatment else _NARROW)))
    return words("What is said in few words", rows)


def guesses(result, here, prediction, theme):
    """Return what the reader has said that NICE says of the nine, inside their boxes; ringed where NICE does not."""
    rows, sizes, wrong, second = [], [], asked.wrong(prediction), _second(result, here, theme)
    there = prediction is not None and asked.holds(result, here)
    for box in asked.THINGS:
        _, right, *_ = places.rectangle(box)
        _, y, *_ = ground.name_of(box, 0, "", theme, lifted=_lifts(box, second))
        sign = asked.SIGNS.get((prediction or {}).get(box), "") if there else ""
        rows.append((right - _OWN / 2, y, sign, "middle center", theme.text("prediction", 0.93)))
        sizes.append(theme.size * _OWN if there and box in wrong else 0)
    ring = {"width": theme.line * 0.7, "color": theme.color("prediction")}
    marker = {"symbol": "circle-open", "size": sizes, "color": theme.color("prediction"), "opacity": 1, "line": ring}
    return {**words("Your signs", rows), "mode": "markers+text", "marker": marker, "visible": prediction is not None}


def paths(result, here, theme):
    """Return what is drawn of the boxes, by its name: those of one verdict as one path."""
    cells = _cells(result, here, theme)
    if cells:
        return _cell_paths(result, here, cells)
    found = on_map(result, here)
    drawn_as = {f"Boxes: {meaning}": _outlines(_of(found, verdict)) for verdict, (_, meaning) in VERDICTS.items()}
    hollow = [box for box in found if from_memory(result, here, box)]
    quoted = [box for box in found if strip.from_second_hand(result, here, box)]
    plain = [box for box in BOXES if not found.get(box) and boxes()[box].kind != "door"]
    return {
        "Boxes without a verdict": _outlines(plain),
        **drawn_as,
        "Hollow: from memory": _outlines(hollow, -_RIM),
        "Dotted: from memory": _outlines(hollow),
        "Corner: second hand": "".join(_corner(places.rectangle(box), _CORNER) for box in quoted) or EMPTY,
        "Hatched: the part that is named": "".join(map(_hatch, _of(found, "part"))) or EMPTY,
        "Cells of the four": EMPTY,
    }


def _cell_paths(result, here, cells):
    """Return the same where guidelines are compared: their cells are coloured, and boxes on which they differ edged."""
    found = on_map(result, here)
    differ = _of(found, "differ")
    plain = [box for box in BOXES if box not in differ and boxes()[box].kind != "door"]
    said = {(box, name): row for box, rows in cells.items() for name, row in rows.items()}
    drawn_as = {
        f"Boxes: {meaning}": "".join(_cell(*place) for place, row in said.items() if row.verdict == verdict) or EMPTY
        for verdict, (_, meaning) in VERDICTS.items()
    }
    remembered = [place for place, row in said.items() if not row.seen]
    hollow = "".join(_cell(*place, _RIM) for place in remembered)
    dotted = "".join(_cell(*place) for place in remembered)
    dotted += "".join(places.outline(box) for box in differ if from_memory(result, here, box))
    quoted = "".join(_corner(cell(*place), _SMALL_CORNER) for place, row in said.items() if second_hand(row))
    return {
        "Boxes without a verdict": _outlines(plain),
        **drawn_as,
        f"Boxes: {VERDICTS['differ'][1]}": _outlines(differ),
        "Hollow: from memory": hollow or EMPTY,
        "Dotted: from memory": dotted or EMPTY,
        "Corner: second hand": quoted or EMPTY,
        "Hatched: the part that is named": EMPTY,
        "Cells of the four": "".join(_cell(box, name) for box in cells for name in GUIDELINES),
    }


def _cell(box, name, inset=0.0):
    left, right, low, high = cell(box, name)
    left, right, low, high = left + inset, right - inset, low + inset, high - inset
    return f"M{left:.2f},{low:.2f}H{right:.2f}V{high:.2f}H{left:.2f}Z"


def _corner(edges, side):
    """Return the lower left corner of a rectangle as a triangle: no sign and no word lies there."""
    left, _, low, _ = edges
    return f"M{left:.2f},{low:.2f}L{left + side:.2f},{low:.2f}L{left:.2f},{low + side:.2f}Z"


def _of(found, verdict):
    return [box for box, one in found.items() if one == verdict]


def _outlines(there, out=0.0):
    return "".join(places.outline(box, out) for box in there) or EMPTY


def _hatch(box):
    """Return stripes over the left half of a box."""
    left, right, low, high = places.rectangle(box)
    middle, low, high = (left + right) / 2, low + 0.08, high - 0.08
    count = int((middle - left - 0.1 - _LEAN) / _APART)
    return "".join(
        f"M{left + 0.1 + _APART * number:.2f},{low:.2f}L{left + 0.1 + _APART * number + _LEAN:.2f},{high:.2f}"
        for number in range(count + 1)
    )


def shapes(result, here, theme):
    """Yield the boxes: with a verdict from memory hollow, with one on a part hatched; and the doors."""
    found = paths(result, here, theme)
    thin = {"width": theme.line / 2, "color": theme.muted}
    yield drawn("Boxes without a verdict", found["Boxes without a verdict"], thin, fill=theme.paper)
    # On a box on which guidelines differ lie cells: it is an edge there, and comes first.
    for verdict, (_, meaning) in sorted(VERDICTS.items(), key=lambda item: item[0] != "differ"):
        role = strip.ROLES[verdict]
        edge = {"width": theme.line * 0.7, "color": theme.color(role)}
        bare = verdict == "part" or (verdict == "differ" and not theme.large)
        fill = theme.paper if bare else theme.fill(role)
        yield drawn(f"Boxes: {meaning}", found[f"Boxes: {meaning}"], edge, fill=fill)
    bare = {"width": 0, "color": theme.paper}
    yield drawn("Hollow: from memory", found["Hollow: from memory"], bare, fill=theme.paper)
    stripes = {"width": theme.line * 1.5, "color": theme.fill(strip.ROLES["part"])}
    yield drawn("Hatched: the part that is named", found["Hatched: the part that is named"], stripes)
    yield drawn("Cells of the four", found["Cells of the four"], thin)
    # Dots of the ground on an edge leave dots of its own colour.
    dots = {"width": theme.line * 1.1, "color": theme.paper, "dash": "dot"}
    yield drawn("Dotted: from memory", found["Dotted: from memory"], dots)
    yield drawn("Corner: second hand", found["Corner: second hand"], bare, fill=theme.ink)
    doors = _outlines([box for box in BOXES if boxes()[box].kind == "door"])
    red = {"width": theme.line * 1.2, "color": theme.color("pain")}
    yield drawn("Doors", doors, red, fill=theme.fill("pain"))


def play(played, result, whole, prediction, theme):
    """Let the boxes follow the walk: behind a door they fade, and with the weeks some verdicts change."""
    _play_words(played, "Names of boxes", [names(result, here, prediction, theme) for here in whole])
    _play_words(played, "Signs: what the guideline says", [signs(result, here, theme) for here in whole])
    _play_words(played, "Signs of the four", [cell_signs(result, here, theme) for here in whole])
    _play_words(played, "What is said in few words", [briefs(result, here, theme) for here in whole])
    own = [guesses(result, here, prediction, theme) for here in whole]
    ground.follow(played, "Your signs", text=[one["text"] for one in own], y=[one["y"] for one in own])
    ground.follow(played, "Your signs", **{"marker.size": [one["marker"]["size"] for one in own]})
    found = [paths(result, here, theme) for here in whole]
    for name in found[0]:
        ground.follow(played, name, path=[one[name] for one in found])


def _play_words(played, name, rows):
    ground.follow(played, name, **{column: [one[column] for one in rows] for column in ("text", "x", "y")})
    ground.follow(
        played, name, **{f"textfont.{look}": [one["textfont"][look] for one in rows] for look in ("color", "size")}
    )
