"""The map: time runs down; doors on the left, questions, treatments on NICE's way, and on the right those beside it.

The boxes that have been walked to have a thick edge, and the way there a thick line; what is not on it goes quiet.
Colour and sign say what the chosen guideline says of each treatment.
"""

from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import circle, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT
from spine_edu.treatment.pathway import asked, card, person, places
from spine_edu.treatment.pathway.graph import boxes, edges
from spine_edu.treatment.pathway.model import JUDGED, arrows, opened, said, walked
from spine_edu.treatment.pathway.words import VERDICTS, step_words

veiled = asked.veiled
#: Column -> the words over it.
_HEADS = {"door": "At any time", "question": "Asked", "way": "On NICE’s way", "beside": "Beside it"}
#: Shares of a box's width at which a click is caught.
_CAUGHT = (0.1, 0.3, 0.5, 0.7, 0.9)
#: Drawn as a box, all but the person who comes.
_BOXES = [box for box in boxes() if box != "start"]


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the map with the walk so far and the open card.

    Parameters
    ----------
    result : PathwayResult
    theme : Theme
    held : PathwayResult, optional
        Run A: its way is drawn dashed.
    prediction : dict, optional
        What the reader has said of each of nine treatments, shown in their boxes at the right.
    """
    bright, quiet = _names(result, result.here, theme)
    traces = [
        words("Names on the walk", bright),
        words("Names not on the walk", quiet),
        words("Heads and key", _heads(result, prediction, theme)),
        _signs(result, theme),
        _guesses(prediction if result.state.guideline == "nice" else None, theme),
        words("Words of the step", card.over(result, result.here, theme)),
        words("Words of the card", card.card(result.opened, result.complaint, theme)),
        _targets(theme),
    ]
    return {"data": traces, "layout": asked.layout(_shapes(result, held, theme), card.card_bottom(theme), theme)}


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the walk step by step."""
    steps = range(len(result.steps) + 1)
    played = Frames(
        "step",
        [f"step {here} of {len(result.steps)}" for here in steps],
        [step_words(result.steps, here) for here in steps],
        seconds=1.6 * len(result.steps),
        controls={"step": [float(here) for here in steps]},
    )
    for name, paths in zip(_WALKED, zip(*(_walk(result.steps, here) for here in steps), strict=True), strict=True):
        played.add(name, path=list(paths))
    names = [_names(result, here, theme) for here in steps]
    for name, number in (("Names on the walk", 0), ("Names not on the walk", 1)):
        played.add(name, text=[[row[2] for row in both[number]] for both in names])
    played.add("Words of the step", text=[[row[2] for row in card.over(result, here, theme)] for here in steps])
    opens = [opened(result.state, result.steps, here) for here in steps]
    cards = [card.card(box, result.complaint, theme) for box in opens]
    played.add(
        "Words of the card",
        **{way: [[row[n] for row in one] for one in cards] for n, way in enumerate(("x", "y", "text"))},
    )
    played.add("The open box", path=[places.outline(box, 0.22) for box in opens])
    return played


def grips(result):
    """Return the knob that walks: it is dragged from box to box."""
    last = round(result.state.declarations()["step"].high)
    return [grip(result.state, "step", lambda step: places.token(result.steps, round(step)), points=last + 1)]


_WALKED = ("The way walked", "Its heads", "Boxes walked to")


def _walk(steps, here):
    """Return the paths of `_WALKED` after so many steps."""
    routes = [places.route(*arrow) for arrow in arrows(steps, here)]
    been = [box for box in walked(steps, here) if box != "start"]
    paths = [
        "".join(map(places.line, routes)),
        "".join(map(places.head, routes)),
        "".join(map(places.outline, been)),
    ]
    return [path or "M0,0Z" for path in paths]


def _shapes(result, held, theme):
    thin = {"width": theme.line / 2, "color": theme.muted}
    yield from _bands(theme)
    routes = [places.route(*arrow) for arrow in edges()]
    yield drawn("Arrows", "".join(map(places.line, routes)), thin)
    yield drawn(
        "Heads of arrows",
        "".join(dict.fromkeys(map(places.head, routes))),
        {"width": 0, "color": theme.muted},
        fill=theme.muted,
    )
    way, heads, been = _walk(result.steps, result.here)
    yield _held(held, theme)
    thick = {"width": theme.line * 1.5, "color": theme.ink}
    yield drawn(_WALKED[0], way, thick)
    yield drawn(_WALKED[1], heads, {"width": 0, "color": theme.ink}, fill=theme.ink)
    yield from _filled(result, theme)
    yield drawn(_WALKED[2], been, thick)
    open_box = {"width": theme.line * 0.9, "color": theme.ink, "dash": "dot"}
    yield drawn("The open box", places.outline(result.opened, 0.22), open_box)
    yield _frame("The card", card.card_top(), card.card_bottom(theme) + 0.1, theme)
    yield from person.shapes(result.state.presentation, theme)


def _bands(theme):
    """Yield a pale stripe under every other band of time."""
    wide = f"H{places.WIDE}"
    stripes = [(places.upper(row) + 0.4, places.upper(row + 2) - places.HIGH - 0.4) for row in (0, 6)]
    path = "".join(f"M0,{high:.2f}{wide}V{low:.2f}H0Z" for high, low in stripes)
    yield drawn("Bands of time", path, {"width": 0, "color": theme.panel}, fill=theme.panel)


def _frame(name, high, low, theme):
    path = f"M0.05,{high:.2f}H{places.WIDE - 0.05}V{low:.2f}H0.05Z"
    return drawn(name, path, {"width": theme.line / 2, "color": theme.ink, "dash": "dot"})


def _held(held, theme):
    path = _walk(held.steps, held.here)[0] if held else ""
    return drawn("The way of A", path, theme.stroke("held", 1.5), visible=held is not None)


def _filled(result, theme):
    """Yield the boxes, those of one verdict as one shape; a verdict from memory has a hollow box."""
    left = {box: result.verdicts.get(box, "") for box in _BOXES if boxes()[box].kind in JUDGED}
    for verdict, (_, meaning) in VERDICTS.items():
        role = card.ROLES[verdict]
        paths = "".join(places.outline(box) for box, one in left.items() if one == verdict)
        edge = {"width": theme.line * 0.7, "color": theme.color(role)}
        yield drawn(f"Boxes: {meaning}", paths, edge, fill=theme.fill(role))
    hollow = [box for box in left if _from_memory(result, box)]
    path = "".join(places.outline(box, -0.28) for box in hollow)
    yield drawn("Hollow: from memory", path, {"width": 0, "color": theme.paper}, fill=theme.paper)
    thin = {"width": theme.line / 2, "color": theme.muted}
    plain = [box for box in _BOXES if not left.get(box) and boxes()[box].kind != "door"]
    yield drawn("Boxes without a verdict", "".join(map(places.outline, plain)), thin, fill=theme.paper)
    doors = [box for box in _BOXES if boxes()[box].kind == "door"]
    red = {"width": theme.line * 1.2, "color": theme.color("pain")}
    yield drawn("Doors", "".join(map(places.outline, doors)), red, fill=theme.fill("pain"))
    handles = [places.rectangle(box) for box in doors]
    path = "".join(circle(right - 0.5, (low + high) / 2, 0.16) for _, right, low, high in handles)
    yield drawn("Handles of the doors", path, red, fill=theme.color("pain"))


def _from_memory(result, box):
    row = said(result.state.guideline, box, result.complaint)
    return row is not None and not row.seen


def _names(result, here, theme):
    """Return the rows of names on the walk and beside it; before the first step nothing is quiet."""
    been = set(walked(result.steps, here)) if here else set(_BOXES)
    bright, quiet = [], []
    for box in _BOXES:
        (x, y), aside = places.middle(box), boxes()[box].place in ("way", "beside")
        first, *rest = boxes()[box].name.split("|")
        text = "<br>".join([f"<b>{first}</b>", *rest] if rest and boxes()[box].kind != "beside" else [first, *rest])
        row = (x + 0.45 * aside, y, "middle center", theme.text(size=0.9))
        for rows, shown in ((bright, box in been), (quiet, box not in been)):
            font = row[3] if rows is bright else {**row[3], "color": theme.muted}
            rows.append((*row[:2], text if shown else "", row[2], font))
    return bright, quiet


def _signs(result, theme):
    """Return the sign of each box that has a verdict, inside it on the left."""
    rows = []
    for box in _BOXES:
        if boxes()[box].kind in JUDGED:
            verdict = result.verdicts.get(box)
            left, *_ = places.rectangle(box)
            sign, role = (f"<b>{VERDICTS[verdict][0]}</b>", card.ROLES[verdict]) if verdict else ("", "neutral")
            rows.append((left + 0.75, places.middle(box)[1], sign, "middle center", theme.text(role, 0.95)))
    return words("Signs: what the guideline says", rows)


def _guesses(prediction, theme):
    """Return what the reader has said that NICE says of the nine, inside their boxes on the right."""
    rows = []
    for box in asked.THINGS:
        _, right, *_ = places.rectangle(box)
        sign = asked.SIGNS.get((prediction or {}).get(box), "")
        rows.append((right - 0.55, places.middle(box)[1], sign, "middle center", theme.text("prediction", 0.95)))
    return {**words("Your signs", rows), "visible": prediction is not None}


def _heads(result, prediction, theme):
    """Return the words over the columns, and the key under the map."""
    grey = {**theme.text(size=0.86), "color": theme.muted}
    rows = [(places.COLUMNS[name][0], places.HEADS, text, "middle right", grey) for name, text in _HEADS.items()]
    found = [verdict for verdict in VERDICTS if verdict in result.verdicts.values()]
    parts = [": ".join(VERDICTS[verdict]) for verdict in found]
    if found:
        parts.append("blank: nothing found")
    if any(_from_memory(result, box) for box in result.verdicts):
        parts.append("hollow: from memory")
    if prediction is not None and result.state.guideline == "nice":
        parts.append("right: you")
    text = card.in_lines(" · ".join(part.replace(" ", "\u00a0") for part in parts), theme)
    rows.append((0.1, places.BOTTOM - card.KEY, text.replace(" ·<br>", "<br>"), "bottom right", grey))
    return rows


def _targets(theme):
    """Return what a click on a box hits; there is nothing to be seen of it."""
    x, y, chosen = [], [], []
    for box in _BOXES:
        left, right, low, high = places.rectangle(box)
        lines = range(round((high - low) / places.PITCH) or 1)
        for number in lines:
            x += [left + (right - left) * share for share in _CAUGHT]
            y += [high - (high - low) * (number + 0.5) / len(lines)] * len(_CAUGHT)
            chosen += [f"box:{box}"] * len(_CAUGHT)
    caught = mark("Boxes: click one", x, y, {"size": theme.size * 1.4, "opacity": 0}, customdata=chosen)
    return {**caught, "hoverinfo": "none", "cliponaxis": False}
