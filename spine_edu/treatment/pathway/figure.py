"""The map: time runs down a road. On its left the questions, and behind them the doors; on its right the treatments.

The person walks on the road and leaves prints; the boxes walked to have a thick edge. Colour and sign say what the
chosen guideline says of each treatment.
"""

from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark, words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT
from spine_edu.treatment.pathway import asked, person, places, strip
from spine_edu.treatment.pathway.graph import boxes, edges
from spine_edu.treatment.pathway.model import JUDGED, opened, said, walked
from spine_edu.treatment.pathway.words import VERDICTS, at_step, who

veiled = asked.veiled
#: Column -> the words over it.
_HEADS = {"door": "At any time", "question": "Asked", "way": "On the way", "beside": "Beside it"}
#: Shares of a box's width at which a click is caught.
_CAUGHT = (0.15, 0.5, 0.85)
#: Drawn as a box, all but the person who comes.
_BOXES = [box for box in boxes() if box != "start"]
#: What a hand can do while the walk goes on.
_LEAD = "Lead the person,<br>or touch the green box."
#: Letters of a line of who walks: beside it stands the person who comes.
_TITLE = 21
#: Frames a step of a walk.
_FRAMES = 4


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the map with the walk so far, and under it what is said of the open box.

    Parameters
    ----------
    result : PathwayResult
    theme : Theme
    held : PathwayResult, optional
        Run A: its way is drawn dashed.
    prediction : dict, optional
        What the reader has said of each of nine treatments, shown in their boxes at the right.
    """
    traces = [
        words("Names of boxes", list(_names(result, theme))),
        words("Heads", _heads(theme)),
        words("Who walks", [_title(result, theme)]),
        words("What to do", [_cue(result, theme)]),
        _signs(result, theme),
        _steps_walked(result, theme),
        _guesses(prediction if result.state.guideline == "nice" else None, theme),
        *strip.traces(result, prediction, theme),
        _targets(result, theme),
    ]
    return {"data": traces, "layout": asked.layout(_shapes(result, held, theme), strip.LOW, theme)}


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the walk, some frames a step: the person goes from stop to stop, and boxes open on arrival."""
    steps, who = result.steps, result.state.presentation
    times = [number / _FRAMES for number in range(_FRAMES * len(steps) + 1)]
    whole = [int(time) for time in times]
    opens = [opened(result.state, steps, here) for here in whole]
    played = Frames(
        "step",
        [f"step {here} of {len(steps)}" for here in whole],
        [at_step(result, here, box) for here, box in zip(whole, opens, strict=True)],
        seconds=1.8 * len(steps),
        stride=_FRAMES,
        controls={"step": times},
        stops=True,
    )
    person.play(played, who, [places.between(steps, time) for time in times], theme)
    played.add("The way walked", path=[places.trail(steps, time) for time in times])
    played.jump("Boxes walked to", path=[_been(steps, here) for here in whole])
    played.jump("The next box", path=[_next(steps, here) for here in whole])
    played.jump("The open box", path=[places.outline(box, 0.2) for box in opens])
    numbers = [_steps_walked(result, theme, here) for here in whole]
    played.add("Numbers of the steps", text=[one["text"] for one in numbers])
    played.jump("Numbers of the steps", **{"marker.size": [one["marker"]["size"] for one in numbers]})
    played.add("What to do", text=[[_cue(result, theme, here)[2]] for here in whole])
    _add_strip(played, result, opens, prediction, theme)
    return played


def _add_strip(played, result, opens, prediction, theme):
    """Let what stands under the map follow the box that is open at each frame."""
    about = result.complaint
    colours = [strip.fills(box, about, theme) for box in opens]
    for number, name in enumerate(strip.SEALS):
        played.add(f"Seal: {name}", fillcolor=[one[number] for one in colours])
    played.add("Words of the seals", text=[strip.seal_words(box, about) for box in opens])
    played.add("Words of the test", text=[strip.test_words(box) for box in opens])
    played.add("Key", text=[[strip.key(result, box, prediction, theme)] for box in opens])
    for name, paths in zip(strip.BARS, zip(*map(strip.bars, opens), strict=True), strict=True):
        played.jump(name, path=list(paths))


def grips(result):
    """Return the person, who is taken and led from stop to stop."""
    body = person.outline(places.stop(result.steps, result.here))
    # As many places as a run has frames, so that knob and person walk together; and no further than the walk goes.

    def lies(step):
        return person.handle(places.between(result.steps, step))

    knob = grip(result.state, "step", lies, body=body, small=True)
    steps = [number / _FRAMES for number in range(_FRAMES * len(result.steps) + 1)]
    return [knob | {"track": [[step, *map(_rounded, lies(step))] for step in steps]}]


def _rounded(value):
    return round(value, 4)


def _been(steps, here):
    """Return the boxes that have been walked to, as a path."""
    return "".join(places.outline(box) for box in walked(steps, here) if box != "start") or EMPTY


def _to_come(steps, here):
    """Return the number of the step to come, from the first box on, and its boxes; none at the end."""
    number = max(here, 1) + 1
    return number, steps[number - 1].boxes if number <= len(steps) else ()


def _next(steps, here):
    """Return the boxes of the step to come, as a path."""
    return "".join(places.outline(box, 0.1) for box in _to_come(steps, here)[1]) or EMPTY


def _shapes(result, held, theme):
    thin = {"width": theme.line / 2, "color": theme.muted}
    routes = [places.route(*arrow) for arrow in edges()]
    yield drawn("Arrows", "".join(map(places.line, routes)), thin)
    yield drawn(
        "Heads of arrows",
        "".join(dict.fromkeys(map(places.head, routes))),
        {"width": 0, "color": theme.muted},
        fill=theme.muted,
    )
    left, right = places.ROAD
    road = f"M{left},{places.COMES[1]}H{right}V{places.BOTTOM:.2f}H{left}Z"
    yield drawn("The road", road, {"width": 0, "color": theme.grid}, fill=theme.fill("neutral"))
    yield _held(held, theme)
    yield from _filled(result, theme)
    thick = {"width": theme.line * 1.3, "color": theme.ink}
    yield drawn("Boxes walked to", _been(result.steps, result.here), thick)
    green = {"width": theme.line * 1.3, "color": theme.color("treatment")}
    yield drawn("The next box", _next(result.steps, result.here), green)
    open_box = {"width": theme.line * 0.9, "color": theme.ink, "dash": "dot"}
    yield drawn("The open box", places.outline(result.opened, 0.2), open_box)
    yield from strip.shapes(result, theme)
    line = {"width": theme.size * 0.22, "color": theme.color("water")}
    yield drawn("The way walked", places.trail(result.steps, result.here), line)
    yield from person.shapes(result.state.presentation, places.stop(result.steps, result.here), theme)


def _held(held, theme):
    stops = [places.stop(held.steps, here) for here in range(1, held.here + 1)] if held else []
    path = "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in stops) if len(stops) > 1 else ""
    return drawn("The way of A", path, theme.stroke("held", 1.5), visible=held is not None)


def _filled(result, theme):
    """Yield the boxes, those of one verdict as one shape; a verdict from memory has a hollow box."""
    left = {box: result.verdicts.get(box, "") for box in _BOXES if boxes()[box].kind in JUDGED}
    for verdict, (_, meaning) in VERDICTS.items():
        role = strip.ROLES[verdict]
        paths = "".join(places.outline(box) for box, one in left.items() if one == verdict)
        edge = {"width": theme.line * 0.7, "color": theme.color(role)}
        yield drawn(f"Boxes: {meaning}", paths, edge, fill=theme.fill(role))
    hollow = [box for box in left if _from_memory(result, box)]
    path = "".join(places.outline(box, -0.25) for box in hollow)
    yield drawn("Hollow: from memory", path, {"width": 0, "color": theme.paper}, fill=theme.paper)
    thin = {"width": theme.line / 2, "color": theme.muted}
    plain = [box for box in _BOXES if not left.get(box) and boxes()[box].kind != "door"]
    yield drawn("Boxes without a verdict", "".join(map(places.outline, plain)), thin, fill=theme.paper)
    doors = [box for box in _BOXES if boxes()[box].kind == "door"]
    red = {"width": theme.line * 1.2, "color": theme.color("pain")}
    yield drawn("Doors", "".join(map(places.outline, doors)), red, fill=theme.fill("pain"))


def _from_memory(result, box):
    row = said(result.state.guideline, box, result.complaint)
    return row is not None and not row.seen


def _names(result, theme):
    """Yield the name of every box: beside its sign where it has one, else in the middle."""
    for box in _BOXES:
        x, y = places.middle(box)
        aside = box in result.verdicts
        first, *rest = boxes()[box].name.split("|")
        text = "<br>".join([f"<b>{first}</b>", *rest] if rest and boxes()[box].kind != "beside" else [first, *rest])
        yield x + places.SIGN / 2 * aside, y, text, "middle center", theme.text()


def _title(result, theme):
    return (
        0.1,
        -0.1,
        f"<b>{wrapped(who(result.state).removesuffix('.'), _TITLE)}</b>",
        "bottom right",
        theme.text(size=1.05),
    )


def _cue(result, theme, here=None):
    here, last = result.here if here is None else here, len(result.steps)
    text = f"<b>Step {here} of {last}.</b> {_LEAD}" if here else f"{last} steps. {_LEAD}"
    text = f"<b>Step {here} of {last},</b> the end. Touch<br>any box to read its card." if here == last else text
    return places.COLUMNS["way"][0], -0.1, text, "bottom right", {**theme.text(size=0.9), "color": theme.muted}


def _signs(result, theme):
    """Return the sign of each box that has a verdict, inside it on the left."""
    rows = []
    for box in _BOXES:
        if boxes()[box].kind in JUDGED:
            verdict = result.verdicts.get(box)
            left, *_ = places.rectangle(box)
            sign, role = (f"<b>{VERDICTS[verdict][0]}</b>", strip.ROLES[verdict]) if verdict else ("", "neutral")
            rows.append((left + 0.7, places.middle(box)[1], sign, "middle center", theme.text(role)))
    return words("Signs: what the guideline says", rows)


def _steps_walked(result, theme, here=None):
    """Return the number of each step at the boxes to which it has led."""
    here = result.here if here is None else here
    there = places.marks(result.steps)
    rows = [
        (x, y, str(number) if number <= here else "", "middle center", {**theme.text(size=0.79), "color": theme.paper})
        for number, (x, y) in there
    ]
    sizes = [theme.size * 1.15 if number <= here else 0 for number, _ in there]
    marker = {"size": sizes, "color": theme.color("water"), "opacity": 1, "line": {"width": 0}}
    return {**words("Numbers of the steps", rows), "mode": "markers+text", "marker": marker}


def _guesses(prediction, theme):
    """Return what the reader has said that NICE says of the nine, inside their boxes on the right."""
    rows = []
    for box in asked.THINGS:
        _, right, *_ = places.rectangle(box)
        sign = asked.SIGNS.get((prediction or {}).get(box), "")
        rows.append((right - 0.45, places.middle(box)[1], sign, "middle center", theme.text("prediction")))
    return {**words("Your signs", rows), "visible": prediction is not None}


def _heads(theme):
    """Return the words over the columns."""
    grey = {**theme.text(size=0.9), "color": theme.muted}
    return [(places.COLUMNS[name][0], places.HEADS, text, "middle right", grey) for name, text in _HEADS.items()]


def _targets(result, theme):
    """Return what a click on a box hits: it walks to the next one, and opens any other. There is nothing to be seen."""
    number, following = _to_come(result.steps, result.here)
    x, y, chosen = [], [], []
    for box in _BOXES:
        left, right, low, high = places.rectangle(box)
        lines = range(round((high - low) / places.PITCH) or 1)
        choice = f"box:{box}"
        if box in following:
            choice = f"step:{number};box:{'here' if box == following[-1] else box}"
        for line in lines:
            x += [left + (right - left) * share for share in _CAUGHT]
            y += [high - (high - low) * (line + 0.5) / len(lines)] * len(_CAUGHT)
            chosen += [choice] * len(_CAUGHT)
    caught = mark("Boxes: click one", x, y, {"size": theme.size * 1.4, "opacity": 0}, customdata=chosen)
    return {**caught, "hoverinfo": "none", "cliponaxis": False}
