"""The map: time runs down a road. On its left the questions, and behind them the doors; on its right the treatments.

The person walks on the road and leaves a line with the number of each step. Where the reader has sent them in vain, a
dashed stub stays. Colour, sign and two or three words say what the chosen guideline says of each treatment, and behind
a door nothing.
"""

from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT
from spine_edu.treatment.pathway import asked, card, ground, marks, person, places, strip
from spine_edu.treatment.pathway.ground import BOXES
from spine_edu.treatment.pathway.model import GUIDELINES, at_door, can_be_sent, opened, to_come, waits_for
from spine_edu.treatment.pathway.moments import looks_back, moment
from spine_edu.treatment.pathway.presses import pressed, stubs
from spine_edu.treatment.pathway.words import at_step, title

veiled, veiled_touches = asked.veiled, asked.veiled_touches
#: Column -> the words over it.
_HEADS = {"door": "At any time", "question": "Asked", "way": "On the way", "beside": "Beside the way"}
#: Who walks, in the few letters that there is room for: beside it stands the person who comes.
_WHO = {
    "noor_day8": "Noor, day 8",
    "noor_week8": "Noor, week 8",
    "noor_month4": "Noor, month 4",
    "back_only": "Back pain alone",
    "saddle": "Numb in week 3",
    "bladder": "Trouble with urine",
    "fall": "A small fall at 74",
    "night": "Pain at night",
}
#: Size of the names over cells, and how far they stand over the line of the heads and under it, in turn.
_NAME, _STAIRS = 0.79, (0.45, -0.3)
#: Size of the words at the two presses.
_PRESS = 0.86
#: Frames a step of a walk.
_FRAMES = 4
#: What a press chooses that sends the person to the open box.
SEND = "send:here"
#: The arrow to the door that a sign asks for.
_TO_DOOR = "The arrow to the door", "Head of the arrow to the door"
#: The presses that send to the open box, and that ring the next one as a hint: left, right, lower and upper edge.
_SEND, _HINT = (22.8, 31.2, -2.4, -0.1), (31.4, places.COLUMNS["beside"][1], -2.4, -0.1)


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
    here = result.here
    traces = [
        marks.names(result, here, prediction, theme),
        words("Heads", _heads(result, theme)),
        words("Who walks", [_title(result, here, theme)]),
        words("What to do", _cue(result, here, result.opened, theme)),
        marks.signs(result, here, theme),
        marks.cell_signs(result, here, theme),
        marks.briefs(result, here, theme),
        _steps_walked(result, theme, here),
        marks.guesses(result, here, prediction, theme),
        *card.traces(result, theme),
        *strip.traces(result, prediction, theme),
    ]
    return {"data": traces, "layout": ground.layout(_shapes(result, held, theme), card.frame(theme).end, theme)}


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the walk, some frames a step: the person goes from stop to stop, and boxes open on arrival."""
    steps, state = result.steps, result.state
    times = _times(steps)
    whole = [int(time) for time in times]
    opens = [opened(state, steps, here) for here in whole]
    played = Frames(
        "step",
        [f"step {here} of {len(steps)}" for here in whole],
        [at_step(result, here, box) for here, box in zip(whole, opens, strict=True)],
        seconds=1.8 * len(steps),
        stride=_FRAMES,
        controls={"step": times},
        stops=True,
        goes_on=True,
    )
    person.play(played, state.presentation, [(int(time), places.between(steps, time)) for time in times], theme)
    played.add("The way walked", path=[places.trail(steps, time) for time in times])
    ground.follow(played, "The next box", path=[_next(result, here) for here in whole])
    ground.follow(played, "The open box", path=[places.outline(box, 0.2) for box in opens])
    ground.follow(played, "The door taken", path=[_door(steps, here) for here in whole])
    for name, paths in zip(_TO_DOOR, zip(*[_to_door(steps, here) for here in whole], strict=True), strict=True):
        ground.follow(played, name, path=list(paths))
    for name, path in (("Where you sent the person", _stub_lines), ("Boxes you sent to", _stub_boxes)):
        ground.follow(played, name, path=[path(result, here) for here in whole])
    numbers = [_steps_walked(result, theme, here) for here in whole]
    ground.follow(played, "Numbers of the steps", text=[one["text"] for one in numbers])
    ground.follow(played, "Numbers of the steps", **{"marker.size": [one["marker"]["size"] for one in numbers]})
    there = list(zip(whole, opens, strict=True))
    ground.follow(played, "Who walks", text=[[_title(result, here, theme)[2]] for here in whole])
    ground.follow(
        played, "What to do", text=[[row[2] for row in _cue(result, here, box, theme)] for here, box in there]
    )
    for number, name in enumerate(("Press: send here", "Press: hint")):
        ground.follow(played, name, path=[_presses(result, here, box)[number] for here, box in there])
    marks.play(played, result, whole, prediction, theme)
    _play_card(played, result, whole, opens, prediction, theme)
    return played


def _times(steps):
    """Return the steps walked at each frame."""
    return [number / _FRAMES for number in range(_FRAMES * len(steps) + 1)]


def _play_card(played, result, whole, opens, prediction, theme):
    """Let what stands under the map follow the box that is open at each frame."""
    there = list(zip(whole, opens, strict=True))
    colours = [strip.fills(result, here, box, theme) for here, box in there]
    for number, name in enumerate(strip.CHIPS):
        ground.follow(played, f"Chip: {name}", fillcolor=[one[number] for one in colours])
    ground.follow(
        played, "Words of the chips", text=[strip.chip_words(result, here, box, theme) for here, box in there]
    )
    ground.follow(played, "Words of the card", text=[card.texts(result, here, box, theme) for here, box in there])
    ground.follow(played, "Who paid", text=[[card.foot(result, here, box, theme)] for here, box in there])
    ground.follow(played, "Key", text=[[strip.key(result, here, box, prediction, theme)] for here, box in there])
    paths = [card.paths(result, here, box, theme) for here, box in there]
    for name, column in zip(card.SHAPES, zip(*paths, strict=True), strict=True):
        ground.follow(played, name, path=list(column))


def grips(result):
    """Return the person, who is taken and led from stop to stop."""
    body = person.outline(places.stop(result.steps, result.here))
    # As many places as a run has frames, so that knob and person walk together; and no further than the walk goes.

    def lies(step):
        return person.handle(places.between(result.steps, step))

    knob = grip(result.state, "step", lies, body=body, small=True)
    return [knob | {"track": [[step, *map(_rounded, lies(step))] for step in _times(result.steps)]}]


def touches(result):
    """Return what is pressed: the boxes, the guidelines under the map, and what rings the next box.

    A box is the same press at every step. In a run the open box is where the walk stands, and nobody is sent there.
    """
    things = {f"box:{box}": places.corners(box, 0.1) for box in BOXES}
    shown = result.may_send, not result.ended
    for there, choice, (left, right, low, high) in zip(shown, (SEND, "ring:yes"), (_SEND, _HINT), strict=True):
        if not there:
            # Under a hand its outline would be a button without words.
            continue
        things[choice] = f"M{left:.2f},{low}L{right:.2f},{low}L{right:.2f},{high}L{left:.2f},{high}Z"
    return {"axes": ["xaxis", "yaxis"], "things": {**things, **strip.touches()}}


def _rounded(value):
    return round(value, 4)


def _next(result, here):
    """Return the boxes of the step to come as a path, if they are to be shown; none at the end."""
    number, steps = to_come(here), result.steps
    if result.state.ring == "no" or number > len(steps):
        return EMPTY
    return "".join(places.outline(box, 0.1) for box in steps[number - 1].boxes)


def _door(steps, here):
    """Return the door behind which the walk stands, as a path."""
    door = at_door(steps, here)
    return places.outline(door, 0.12) if door else EMPTY


def _to_door(steps, here):
    """Return the arrow to the door that a sign asks for, as the paths of its line and its head."""
    door = waits_for(steps, here)
    if not door:
        return EMPTY, EMPTY
    arrow = next(step.arrows[0] for step in steps if step.boxes == (door,))
    points = places.apart(*arrow)
    return places.line(points), places.head(points)


def _stub_lines(result, here):
    points = [places.stub(result.steps, one.number, one.box) for one in stubs(result.state, result.steps, here)]
    return "".join("M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in line) for line in points) or EMPTY


def _stub_boxes(result, here):
    there = dict.fromkeys(one.box for one in stubs(result.state, result.steps, here))
    return "".join(places.outline(box, 0.1) for box in there) or EMPTY


def _shapes(result, held, theme):
    steps, here = result.steps, result.here
    yield from ground.arrows(theme)
    red, (line, head) = theme.color("pain"), _to_door(steps, here)
    yield drawn(_TO_DOOR[0], line, {"width": theme.line * 2.4, "color": red})
    yield drawn(_TO_DOOR[1], head, {"width": theme.line * 1.6, "color": red}, fill=red)
    yield ground.road(theme)
    yield ground.up_the_road(theme)
    yield _held(held, theme)
    yield from marks.shapes(result, here, theme)
    thick, thin = theme.line * 1.3, theme.line * 0.9
    yield drawn("The door taken", _door(steps, here), {"width": theme.line * 2.4, "color": red})
    stub = {"width": thin, "color": theme.color("prediction"), "dash": "dash"}
    yield drawn("Where you sent the person", _stub_lines(result, here), stub)
    yield drawn("Boxes you sent to", _stub_boxes(result, here), stub)
    yield drawn("The next box", _next(result, here), {"width": thick, "color": theme.color("treatment")})
    dotted = {"width": thin, "color": theme.ink, "dash": "dot"}
    yield drawn("The open box", places.outline(result.opened, 0.2), dotted)
    send, hint = _presses(result, here, result.opened)
    yield drawn("Press: send here", send, {"width": thin, "color": theme.color("prediction")}, fill=theme.panel)
    yield drawn("Press: hint", hint, {"width": theme.line / 2, "color": theme.muted}, fill=theme.panel)
    yield from strip.shapes(result, theme)
    yield from card.shapes(result, theme)
    line = {"width": theme.size * 0.22, "color": theme.color("water")}
    yield drawn("The way walked", places.trail(steps, here), line)
    yield from person.shapes(result.state.presentation, here, places.stop(steps, here), theme)


def _held(held, theme):
    stops = [places.stop(held.steps, here) for here in range(1, held.here + 1)] if held else []
    path = "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in stops) if len(stops) > 1 else ""
    return drawn("The way of A", path, theme.stroke("held", 1.5), visible=held is not None)


def _title(result, here, theme):
    """Return who walks, and under it when that is; for a hall in one line, so that the heads have theirs."""
    name, when = _WHO[result.state.presentation], moment(result.steps, here)
    if theme.large and looks_back(result.steps, max(here, 1)):
        text = f"<b>{when}</b>"
    else:
        text = f"<b>{name}</b>{'' if theme.large else f'<br>{when}'}"
    return (0.1, -0.1, text, "bottom right", theme.text(size=1.05))


def _presses(result, here, box):
    """Return the presses that send to the open box and that hint at the next one, as paths, where they do something."""
    there = can_be_sent(result.steps, here, box), here < len(result.steps)
    return [
        f"M{left:.2f},{low}H{right:.2f}V{high}H{left:.2f}Z" if shown else EMPTY
        for shown, (left, right, low, high) in zip(there, (_SEND, _HINT), strict=True)
    ]


def _cue(result, here, box, theme):
    """Return what a hand can do now, and the words of the two presses."""
    last = len(result.steps)
    agree, given = pressed(result.state, result.steps)
    # Beside the two presses there is little room, in a hall least of all.
    at, ask = f"{'' if theme.large else 'Step '}{here} of {last}.", "Where next?" if here > 1 else "Where first?"
    if here < last and looks_back(result.steps, to_come(here)):
        # What lies behind the person is not asked as if it were to come.
        ask = "Where then?"
    send = title(box) if theme.large else f"Send to<br>{title(box)}"
    if not here:
        at = f"{last} steps."
    if here == last:
        at, ask = f"<b>Step {here} of {last}, the end.</b>", "Now press any box."
        if given and not theme.large:
            at, ask = "<b>The end.</b> Your first choices:", f"{agree} of {given} on this walk{_not_refused(result)}"
    shown = can_be_sent(result.steps, here, box), here < last
    if shown == (False, True):
        # Where the person stands or has been, nothing is sent; and there is room.
        at, ask = f"{at} {'Press a box.' if theme.large else ask}", "Press a box to send there."
    ask = f"{at}{' →' * shown[0]}" if theme.large else f"{at}<br>{ask}"
    font = theme.text(size=_PRESS)
    rows = [(places.COLUMNS["way"][0], -0.1, ask, "bottom right", font)]
    for there, text, (left, right, low, high) in zip(shown, (send, "Hint"), (_SEND, _HINT), strict=True):
        rows.append(((left + right) / 2, (low + high) / 2, text * there, "middle center", font))
    return rows


def _not_refused(result):
    """Return how many first choices went elsewhere, and not against the map; nothing without one."""
    elsewhere = sum(not one.counted for one in stubs(result.state, result.steps, len(result.steps)))
    return f", {elsewhere} not refused" if elsewhere else ""


def _steps_walked(result, theme, here):
    """Return the number of each step at the boxes to which it has led."""
    there = places.marks(result.steps)
    rows = [
        # A letter more needs room before the sign of the box.
        (
            x - (0.3 if theme.large else 0.1) * name.endswith(("a", "b", "c")),
            y,
            name if number <= here else "",
            "middle center",
            {**theme.text(size=0.79), "color": theme.paper},
        )
        for number, name, (x, y) in there
    ]
    sizes = [theme.size * (1.35 if len(name) > 1 else 1.15) if number <= here else 0 for number, name, _ in there]
    marker = {"size": sizes, "color": theme.color("water"), "opacity": 1, "line": {"width": 0}}
    return {**words("Numbers of the steps", rows), "mode": "markers+text", "marker": marker}


def _heads(result, theme):
    """Return the words over the columns, for a hall the first one in fewer letters; over cells whose they are."""
    grey, names = {**theme.text(size=0.9), "color": theme.muted}, {}
    heads = _HEADS | ({"door": "Any time"} if theme.large else {})
    if result.state.guideline == "differ" and not theme.large:
        heads, names = {name: heads[name] for name in ("door", "question")}, GUIDELINES
    rows = [(places.COLUMNS[name][0], places.HEADS, text, "middle right", grey) for name, text in heads.items()]
    font = {**theme.text(size=_NAME), "color": theme.muted}
    for box in ("raise", "rest"):
        for number, (name, short) in enumerate(names.items()):
            left, right, *_ = marks.cell(box, name)
            # Every other name stands higher: a cell is narrower than a name.
            y = places.HEADS + _STAIRS[number % 2]
            rows.append(((left + right) / 2, y, short, "middle center", font))
    return rows
