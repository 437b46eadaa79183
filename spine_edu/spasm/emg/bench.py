"""Where body, screen, units and course lie at the EMG bench, and the body: person, load, electrodes and wires."""

from spine_edu.drawing import outlines
from spine_edu.drawing.body import silhouettes
from spine_edu.spasm.emg import pose, trace
from spine_edu.spasm.emg.words import PLACES, degrees

#: Axes: of the body, of the screen, and of the rows of units, which share the screen's time.
BODY, SCREEN, UNITS = ("x2", "y2"), ("x3", "y3"), ("x3", "y4")
BODY_AXES = ("xaxis2", "yaxis2")
#: Share of the width that the body has, and where screen, units and course lie in the height.
WIDE, RIGHT = 0.37, 0.39
HIGH_SCREEN, HIGH_UNITS, HIGH_COURSE = (0.625, 1.0), (0.345, 0.595), (0.0, 0.31)
#: How far the axis of time goes before the screen, for scale and lamps; how far axes go over it for their words.
BEFORE, OVER_IT, ABOVE = 0.052, 1.38, 1.9
#: Of the axes of the body, standing and lying, across and up, in cm.
ROOM = {"stand": ((-46, 92), (-4, 206)), "lie": ((-102, 102), (-20, 200))}
#: Where the two wires go up behind the body, and farther than any axis goes, in cm.
_CORNERS, _FAR = (-43.0, -40.0), 999.0


def drawn(result, theme):
    """The person with muscle and electrodes, and what stays: floor or bench, and the wire to the screen."""
    state = result.state
    ground = {"color": theme.muted, "width": theme.line / 2}
    if state.test == "needle":
        yield outlines.shape("Bench", pose.bench(), fill=theme.fill("neutral"), edge=theme.muted, width=1, axes=BODY)
    else:
        yield outlines.line("Floor", [[(-60, 0), (100, 0)]], ground, axes=BODY)
    yield from _to_screen(result, theme)
    yield from moving(result, theme)


def moving(result, theme):
    """What moves with the body."""
    state = result.state
    limbs, arms = pose.outlines(state.test, state.bend)
    look = {"edge": theme.muted, "width": theme.line / 2, "axes": BODY}
    yield from list(silhouettes("Body", [(limbs, [])], theme, **look))[:2]
    look = {"edge": theme.color("muscle"), "width": theme.line / 2, "axes": BODY}
    yield outlines.shape("Muscles at rest", pose.resting(state), fill=theme.panel, **look)
    glowing = {"fill": theme.color("muscle"), "opacity": glow(result)}
    yield outlines.shape("Muscle at work", [pose.muscle(state, result.effort)], **look, **glowing)
    if state.test != "needle":
        yield outlines.drawn("Weight", _plate(state), {"color": theme.muted, "width": 1}, fill=theme.muted, axes=BODY)
    yield from list(silhouettes("Body", [([], arms)], theme, edge=theme.muted, width=theme.line / 2, axes=BODY))[2:]
    if state.test == "needle":
        tip, end = pose.tip(state)
        yield outlines.line("Needle", [[tip, end]], {"color": theme.ink, "width": theme.line}, axes=BODY, layer="above")
        wires = [[end, (end[0], _FAR)]]
    else:
        spots = pose.electrodes(state)
        dots = "".join(outlines.circle(x, y, 2.6) for x, y in spots)
        paint = {"color": theme.paper, "width": 1}
        yield outlines.drawn("Electrodes", dots, paint, fill=theme.ink, axes=BODY, layer="above")
        wires = [[(x, y), (corner, y), (corner, _FAR)] for (x, y), corner in zip(spots, _CORNERS, strict=True)]
    yield outlines.line("Wires", wires, {"color": theme.ink, "width": 1}, axes=BODY, digits=1)


def _plate(state):
    (x, y), radius = pose.weight(state.bend, state.load)
    return outlines.circle(x, y, radius) if state.load else ""


def _to_screen(result, theme):
    """What stays of the wires: along the upper edge, and down to the beginning of the screen."""
    starts = [pose.tip(result.state)[1][0]] if result.state.test == "needle" else _CORNERS
    ink = {"color": theme.ink, "width": 1}
    edge = [[(start, 1 - 0.012 * index), (_FAR, 1 - 0.012 * index)] for index, start in enumerate(starts)]
    yield outlines.line("Wires along the edge", edge, ink, axes=("x2", "paper"))
    begin = RIGHT + (1 - RIGHT) * (BEFORE - 0.004) / (BEFORE + trace.SWEEP)
    low, high = HIGH_SCREEN
    rest = low + (high - low) * 0.9 / (1 + OVER_IT)
    over = []
    for index, _ in enumerate(starts):
        x, y = begin - 0.008 * index, 1 - 0.012 * index
        over.append([(WIDE, y), (x, y), (x, rest)])
    yield outlines.line("Wires to the screen", over, ink, axes=("paper", "paper"))


def glow(result):
    """How much of its colour the muscle shows: none at rest."""
    return round(min(result.effort / 0.4, 1.0) ** 0.7, 3)


def words(result, theme):
    """What the electrodes are, and at the knob over the head how far the trunk is bent."""
    state = result.state
    if state.test == "needle":
        other = "calf" if state.muscle == "back" else "back"
        said = f"needle {PLACES[state.muscle]}<br><b>tap the {other}</b><br>to move it"
        return [(-8, -18, said, "middle center", theme.text())]
    x, y = pose.over_head(state.bend)
    # Beside the knob; over it where the course begins beside it, and off the head again where that hangs.
    low, hanging = min(max((state.bend - 50) / 30, 0), 1), max(state.bend - 98, 0) / 12
    return [
        (-38, 196, "skin electrodes", "middle right", theme.text()),
        _in_hands(state, theme),
        (
            x + 25 * (1 - low) + 15 * hanging,
            y + 26 * low,
            f"<b>{degrees(state.bend)}</b>",
            "middle center",
            theme.text(),
        ),
    ]


def _in_hands(state, theme):
    (x, y), radius = pose.weight(state.bend, state.load)
    # At a full bend the hand hangs beside the name of the axis.
    words = f"<b>{state.load:g} kg</b>" if state.load else "" if state.bend > 90 else "hold<br>a load"
    return (x + radius + 8, max(y, 6), words, "middle right", theme.text())
