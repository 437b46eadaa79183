"""The one-muscle lesson: somebody holds a load over the lowest disc, and beside that what the disc carries."""

from spine_edu.drawing.body import along, silhouettes
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import mark
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import line, shape
from spine_edu.loads.muscle import column, pose
from spine_edu.loads.muscle.column import ROLES, SHORT
from spine_edu.loads.muscle.model import MuscleState
from spine_edu.loads.muscle.words import PARTS
from spine_edu.theme import LIGHT

#: Ends of the axes of the body in cm, and its share of the picture's width.
_ACROSS, _UP, _SHARE = (-46, 93), (-128, 79), 0.61
#: What the question is about.
ASKED = {"hand_load": 12, "hand_arm": 40, "lean": 30}
#: Pulls at which the scale of the question is marked.
_PULLS = (2000, 4000, 6000)
#: Newtons drawn as a centimetre of arrow, and the longest arrow that fits on a back.
NEWTONS, LONGEST = 80, 40.0
#: Head of an arrow: how long, half as wide as it is, and half as wide as its shaft.
_HEAD, _BROAD, _SHAFT = 4.5, 3.2, 1.0
#: How far in front a load is named behind it, as there is no room before it.
_LOAD_TURNS = 50
#: From which lean there is more room above the back than behind it.
_LEVEL = 40
#: Where the beams of the levers lie under the floor, and half of their height.
_LEVERS, _BEAM = {"muscle": -6.5, "trunk": -6.5, "hands": -15.0}, 3.0
#: Room for the length of a lever in words, in cm.
_LONG_WORDS = 19


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return body and compression as a plotly figure.

    Parameters
    ----------
    result, held : MuscleResult
    theme : Theme
    prediction : float, optional
        Pull of the back muscles the learner expected, in newtons.
    """
    traces = [
        _names(result, theme),
        _guess(result.state, prediction, theme),
        column.trace(result, theme),
        column.held_mark(result, held, theme),
        column.marks(theme),
        column.words(result, held, theme),
    ]
    for trace in traces:
        trace.update(hoverinfo="skip")
    shapes = [*_body(result.state, theme), *_forces(result, theme), *column.shapes(result, held, theme)]
    return {"data": traces, "layout": _layout(shapes, theme)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return who holds what, without a force: the picture before the reader has predicted."""
    state = result.state
    muted = {**theme.text(), "color": theme.muted}
    rows = [
        (*pose.behind(state, -4, 22), "back<br>muscles", "middle left", theme.text("muscle")),
        (*_beside_load(state)[:2], "load", _beside_load(state)[2], theme.text("load")),
        *((*pose.behind(state, pull / NEWTONS, 10), f"{pull:,} N", "middle left", muted) for pull in _PULLS),
    ]
    ticks = [
        [pose.behind(state, pull / NEWTONS, state.muscle_arm + side) for side in (0, 2.5)] for pull in (0, *_PULLS)
    ]
    way = [[pose.behind(state, 0), pose.behind(state, _PULLS[-1] / NEWTONS)], *ticks]
    scale = line("Scale of the pull", way, {"color": theme.muted, "width": 1})
    layout = _layout([*_body(state, theme), scale], theme)
    # It is asked for a pull in newtons, which no scale of kilonewtons beside it may confuse.
    layout["yaxis2"] = {**layout["yaxis2"], "visible": False}
    return {"data": [written("Names", rows)], "layout": layout}


def grips(result):
    """Return what a hand may take hold of: the trunk to lean, the bag to reach, the bag's corner to fill it."""
    state, (bag, _) = result.state, pose.bag(result.state)
    return [
        grip(state, "lean", pose.head_at, points=19, body=pose.trunk(state)),
        # Where the arms reach no farther the way has a kink, so every centimetre is a point of it.
        grip(state, "hand_arm", lambda arm: pose.hands_at(state.lean, arm), points=71, body=bag),
        grip(state, "hand_load", lambda load: pose.bag(state.replace(hand_load=load))[0][2]),
    ]


def level():
    """Return how the pull is put along the muscle by hand, as `spine_edu.explorer.asking.Number` takes it."""
    state = MuscleState(**ASKED)
    track = [[newtons, *pose.behind(state, newtons / NEWTONS)] for newtons in (0, 6000)]
    # A stroke across the pull, in sizes of the type, y down.
    way = along((0, 0), state.lean + 90, 1.0)
    corners = [
        along((side * way[0], side * way[1]), state.lean, high)
        for side in (-1, 1)
        for high in (-side * 0.15, side * 0.15)
    ]
    outline = "M" + "L".join(f"{x:.2f},{-y:.2f}" for x, y in corners) + "Z"
    return {"axes": ["xaxis", "yaxis"], "track": track, "outline": outline}


def arrow(tail, direction, long):
    """Return the outline of an arrow with a shaft of a length from `tail` in a direction, and its head beyond that."""

    def corner(ahead, aside):
        return along(along(tail, direction, ahead), direction + 90, aside)

    head = [corner(long, _BROAD), corner(long + _HEAD, 0), corner(long, -_BROAD)]
    return [corner(0, _SHAFT), corner(long, _SHAFT), *head, corner(long, -_SHAFT), corner(0, -_SHAFT)]


def lengths(result):
    """Return part -> length of its arrow's shaft in cm."""
    forces = {"trunk": result.trunk, "hands": result.hands, "muscle": result.muscle}
    return {part: min(force / NEWTONS, LONGEST) for part, force in forces.items()}


def _pulls(result):
    """Part -> tail and direction of its arrow: weights pull down where they are, the muscle along the back."""
    state = result.state
    middle = (pose.hands(state)[1] + pose.bag_bottom(state)) / 2
    return {
        "trunk": (pose.trunk_centre(state), 180.0),
        "hands": ((state.hand_arm, middle), 180.0),
        "muscle": (pose.behind(state, lengths(result)["muscle"]), state.lean + 180.0),
    }


def _body(state, theme):
    """The person with muscle, disc and load, and the floor."""
    look = {"edge": theme.muted, "width": theme.line / 2}
    ground = pose.floor()
    yield line("Floor", [[(-400, ground), (400, ground)]], {"color": theme.muted, "width": theme.line / 2})
    limbs, arms = pose.outlines(state.lean, state.hand_arm)
    yield from list(silhouettes("Body", [(limbs, [])], theme, **look))[:2]
    muscle, disc = (theme.solids["muscle"], theme.color("muscle")), (theme.solids["nucleus"], theme.color("nucleus"))
    for name, outline, (fill, edge) in (("Back muscle", pose.muscle(state), muscle), ("Disc", pose.disc(state), disc)):
        yield shape(name, [outline], fill=fill, edge=edge, width=theme.line / 2)
    corners, handle = pose.bag(state)
    # Empty hands hold no bag.
    bags = [corners] if state.hand_load else []
    yield line("Handle", [handle] if bags else [], {"color": theme.color("load"), "width": theme.line})
    yield shape("Load", bags, fill=theme.fill("load"), edge=theme.color("load"), width=theme.line / 2)
    yield from list(silhouettes("Body", [([], arms)], theme, **look))[2:]


def _forces(result, theme):
    """The three forces as arrows, and the levers on which they pull, below the floor."""
    state, ground = result.state, pose.floor()
    for part, (tail, direction) in _pulls(result).items():
        long = lengths(result)[part]
        outline = [arrow(tail, direction, long)] if long else []
        color = theme.color(ROLES[part])
        yield shape(f"Force of {PARTS[part]}", outline, fill=color, edge=theme.paper, width=1, digits=3)
    arms = {"muscle": -state.muscle_arm, "trunk": result.trunk_arm, "hands": result.hands_arm}
    feet = {"trunk": pose.trunk_centre(state)[1], "hands": pose.bag_bottom(state)}
    drops = [[(0, 0), (0, ground + _LEVERS["hands"])]]
    drops += [[(arms[part], high), (arms[part], ground + _LEVERS[part])] for part, high in feet.items()]
    yield line("Plumb lines", drops, {"color": theme.muted, "width": 1, "dash": "dot"})
    for part, arm in arms.items():
        low, high = (ground + _LEVERS[part] + side * _BEAM for side in (-1, 1))
        beam = [(0, low), (arm, low), (arm, high), (0, high)]
        look = {"fill": theme.fill(ROLES[part]), "edge": theme.color(ROLES[part]), "width": theme.line / 2}
        yield shape(f"Lever of {PARTS[part]}", [beam], **look, digits=2)
    tip = (0, ground + _LEVERS["hands"] - _BEAM)
    pivot = [tip, (-3.5, tip[1] - 5), (3.5, tip[1] - 5)]
    yield shape("Where the levers turn: the disc", [pivot], fill=theme.ink, edge=theme.ink, width=0)
    beyond = result.muscle > LONGEST * NEWTONS
    torn = [[pose.behind(state, LONGEST - 3 + up, state.muscle_arm + side) for side in (-3, 3)] for up in (0, 2)]
    yield line("The arrow is longer than this", torn if beyond else [], {"color": theme.paper, "width": theme.line})


def _guess(state, newtons, theme):
    """The pull that the reader has predicted: a mark as far along the muscle, and its words; hidden without one.

    Where another load is shown or another lean, the words say what it was for.
    """
    marked = pose.behind(state, (newtons or 0) / NEWTONS)
    load, arm, lean = ASKED.values()
    left = any(getattr(state, name) != value for name, value in ASKED.items())
    for_what = f"<br>for {load} kg,<br>{arm} cm, {lean}°" if left else ""
    x, y = _beside_muscle(state)
    look = theme.marker("prediction", 1.4)
    return mark(
        "Your prediction",
        [marked[0], x],
        [marked[1], y + (28 if state.lean >= _LEVEL else -28 if left else -20)],
        {**look, "symbol": "diamond", "opacity": 1, "size": [look["size"], 0]},
        text=["", f"you said<br>{newtons or 0:,.0f} N{for_what}"],
        textposition="middle left",
        textfont=theme.text("prediction"),
        visible=newtons is not None,
        cliponaxis=False,
    )


def _names(result, theme):
    """The forces in words: each beside its arrow, out of the body's way."""
    state = result.state
    forces = {"muscle": result.muscle, "trunk": result.trunk, "hands": result.hands}
    places = {
        "muscle": (*_beside_muscle(state), "middle left"),
        "trunk": (*pose.behind(state, 30, 15), "top center" if state.lean >= _LEVEL else "middle left"),
        "hands": _beside_load(state),
    }
    rows = [
        (*places[part][:2], f"{SHORT[part]}<br>{force:,.0f} N", places[part][2], theme.text(ROLES[part]))
        for part, force in forces.items()
    ]
    rows += [(*row, theme.text(ROLES[part], 0.93)) for part, *row in _arms(result)]
    return written("Forces in numbers", rows + _knobs(state, theme))


def _arms(result):
    """Return (part, x, y, text, position) of the length of each lever: on its beam, or beside one that is short."""
    state, rows = result.state, []
    for part, arm in (("muscle", -state.muscle_arm), ("trunk", result.trunk_arm), ("hands", result.hands_arm)):
        at, where = arm / 2, "middle center"
        if arm < 0:
            at, where = arm - 1, "middle left"
        elif arm < _LONG_WORDS:
            # The plumb line of the load goes through no words.
            crossed = part == "trunk" and arm < state.hand_arm < arm + _LONG_WORDS
            at, where = (state.hand_arm if crossed else arm) + 1, "middle right"
        rows.append((part, at, pose.floor() + _LEVERS[part], f"{abs(arm):.{int(arm < 0)}f} cm", where))
    return rows


def _knobs(state, theme):
    """Return rows of words that tell the knobs apart: one moves the load, one fills it."""
    (x, y), corners, small = pose.hands(state), pose.bag(state)[0], {**theme.text(size=0.93), "color": theme.muted}
    low = corners[2][1]
    # Past the arrows of the knobs, and off the forearm.
    if state.hand_arm > _LOAD_TURNS:
        return [(x + 1, y + 8, "how far", "top right", small), (x - 1.5, low - 3, "how heavy", "bottom left", small)]
    return [
        (x + 10, y + 10, "how far", "middle right", small),
        (corners[2][0] + 8, low - 5, "how heavy", "bottom right", small),
    ]


def _beside_muscle(state):
    """Where the muscle is named: behind the back, above it when it lies level."""
    return pose.behind(state, 2 - 0.1 * state.lean, 16 + 0.04 * state.lean)


def _beside_load(state):
    """Where the load is named: in front of it, or behind it where the picture ends."""
    corners, _ = pose.bag(state)
    left, low = corners[1]
    if state.hand_arm > _LOAD_TURNS:
        return left - 1, low + 6, "middle left"
    return corners[2][0] + 7, low + 6, "middle right"


def _layout(shapes, theme):
    axis = theme.axis(
        "Distance from the disc (cm)",
        domain=[0, _SHARE],
        range=list(_ACROSS),
        anchor="y",
        tickvals=[0, 20, 40, 60, 80],
        showgrid=False,
        automargin=False,
    )
    look = {"range": [0, column.TOP], "tickvals": [0, 2, 4, 6, 8, 10], "automargin": False}
    scale = theme.axis("", domain=[0, 1], anchor="x2", **look)
    axis["title"]["font"] = theme.text()
    return theme.layout(
        height=theme.em(32 if theme.large else 34),
        barmode="overlay",
        xaxis=axis,
        xaxis2={"range": [0, 10], "domain": [_SHARE + 0.07, 1], "visible": False, "fixedrange": True, "anchor": "y2"},
        yaxis={"range": list(_UP), "domain": [0, 1], "visible": False, "fixedrange": True, "scaleanchor": "x"},
        yaxis2=scale,
        shapes=shapes,
        margin={"l": 12, "r": 12, "t": theme.em(1.6), "b": theme.em(3.4)},
    )
