"""The stream: a page on the left bank, stones towards what was measured, a rope for one's own trust; or all ratings."""

from spine_edu.claims.tracer import asked, board, people, places, scene, wishes
from spine_edu.claims.tracer.model import OPEN
from spine_edu.claims.tracer.places import FOUND, ROW, SIGNED, STOPS, WIDE, box, on_rope, path
from spine_edu.claims.tracer.words import at_step, cue, heading, line, owner, said
from spine_edu.drawing.grips import grip_of_choices
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

veiled = asked.veiled
veiled_touches = asked.veiled_touches
#: The buttons: to all ratings or back, and to the next sentence.
_VIEW, _NEXT = (258.0, 354.0, 281.0, 298.0), (284.0, 354.0, 60.0, 78.0)
#: Letters of a line over the stream, and of the flag.
_LETTERS, _FLAG = 46, 9
#: Half the width of what is pressed at a knot of the rope.
_KNOT = 11.0
#: Frames a step of a walk.
_FRAMES = 6


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the walk so far, or all ratings.

    Parameters
    ----------
    result, held : TracerResult
        Run A: where it stands on the same way, or where its trust lies on the rope.
    theme : Theme
    prediction : str, optional
        Where the reader said that the trail of the first sentence ends: a flag at that stone.
    """
    there = result.state.view == "walk"
    data = [
        words("Where one is", [_heading(result, result.here, theme, there)]),
        words("What is there", [_line(result, result.here, theme, there)]),
        words("On the pebbles", wishes.words(result, result.here, theme, there)),
        words("Names of the stones", _names(theme, there)),
        words("What was found", _signs(result, result.here, theme, there)),
        words("On the flag", [_flag(result, result.here, theme, there)]),
        words("Who says it", _who(result, theme, there)),
        words("The rope", _rope_words(result, theme, there)),
        words("Buttons", _buttons(result, result.here, theme, there)),
        words("All ratings", board.words(result, theme, not there)),
    ]
    shapes = [
        *scene.shapes(result, result.here, theme, there),
        *scene.found(result, result.here, theme, there),
        _guess(result, prediction, theme, there),
        _asked(result, theme, there),
        *wishes.shapes(result, result.here, theme, there),
        *board.shapes(result, theme, not there),
        *_rope(result, held, theme, there),
        *_edges(result, result.here, theme, there),
    ]
    return {"data": data, "layout": scene.layout(shapes, theme)}


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the walk from the page to its end, some frames a step."""
    trail = result.trail
    times = [number / _FRAMES for number in range(_FRAMES * trail.steps + 1)]
    played = Frames(
        "step",
        [f"step {int(time)} of {trail.steps}" for time in times],
        [at_step(result, int(time)) for time in times],
        seconds=1.6 * trail.steps,
        stride=_FRAMES,
        controls={"step": times},
    )
    moments = [_moment(result, int(time)) for time in times]
    bodies = [list(people.walking(result, time, theme)) for time in times]
    for number, one in enumerate(bodies[0]):
        played.add(one["name"], path=[body[number]["path"] for body in bodies])
    stages = [_travelling(result, here, theme) for here in range(trail.steps + 1)]
    for number, one in enumerate(stages[0]):
        played.add(one["name"], path=[stages[int(time)][number]["path"] for time in times])
    for name, row in (("Where one is", _heading), ("What is there", _line), ("On the flag", _flag)):
        rows = [row(one, one.here, theme, True) for one in moments]
        played.add(name, x=[[row[0]] for row in rows], text=[[row[2]] for row in rows])
    for name, found in (("What was found", _signs), ("Buttons", _buttons), ("On the pebbles", wishes.words)):
        played.add(name, text=[[row[2] for row in found(one, one.here, theme, True)] for one in moments])
    return played


def can_play(result):
    """Return whether there is a walk to be seen."""
    return result.state.view == "walk"


def _moment(result, here):
    return type(result)(result.state, result.trail, float(here), result.ratings)


def _travelling(result, here, theme):
    """Return the shapes that change as one walks, but the one who walks."""
    named = {one["name"]: one for one in scene.shapes(result, here, theme)}
    return [
        *(one for name, one in named.items() if name.startswith("Stones")),
        *scene.found(result, here, theme),
        *wishes.shapes(result, here, theme, True),
        *_edges(result, here, theme, True),
    ]


def grips(result):
    """Return the knob on the rope: the first rating, or the second one once it is too late for the first."""
    if result.state.view != "walk":
        return []
    name = "again" if result.late else "trust"
    rating = getattr(result.state, name)
    choices = [f"{name}:{value}" for value in (OPEN, *range(11))]
    spots = [on_rope(None), *map(on_rope, range(11))]
    now = 0 if rating == OPEN else int(rating) + 1
    return [grip_of_choices(name, choices, spots, now)]


def touches(result):
    """Return what is pressed: the one who says it, stones, the other bank and buttons; or the sheets of all ratings."""
    axes = {"axes": ["xaxis", "yaxis"]}
    if result.state.view == "all":
        return {**axes, "things": {**board.touches(result), "view:walk": box(*_VIEW)}}
    things = {f"step:{number}": places.touched(number) for number in range(1, len(STOPS) - 1)}
    things[f"step:{len(STOPS) - 1}"] = box(282, WIDE, 80, 176)
    things["face:hidden" if result.shown else "face:shown"] = box(0, 52, 58, 176)
    things["step:0"] = box(53, 76, 78, 162)
    things["view:all"] = box(*_VIEW)
    name = "again" if result.late else "trust"
    for trust in range(11):
        if getattr(result.state, name) != str(trust):
            x, y = on_rope(trust)
            things[f"{name}:{trust}"] = box(x - _KNOT, x + _KNOT, y - 10, y + 12)
    things |= wishes.touches(result)
    if result.done:
        things[f"claim:{_next(result)}"] = box(*_NEXT)
    return {**axes, "things": things}


def _next(result):
    """The sentence after this one."""
    claims = result.state.declarations()["claim"].values
    return claims[(claims.index(result.state.claim) + 1) % len(claims)]


def _guess(result, prediction, theme, there):
    ours = there and prediction and result.state.claim == asked.CLAIM
    return scene.guess(asked.spot(prediction) if ours else None, theme)


def _asked(result, theme, there):
    """A ring round what would change the reader's mind: a stone, the one who says it, or the other bank."""
    rings = {"people": STOPS[3], "versus": STOPS[4], "paid": people.TELLER, "second": STOPS[-1]}
    at = rings.get(result.state.mind) if there else None
    ring = path(places.oval(*at, 20.5, 9.6, count=28)) if at else EMPTY
    return drawn("What you asked", ring, {"width": theme.line * 1.2, "color": theme.color("prediction"), "dash": "dot"})


def _heading(result, here, theme, there):
    text = heading(result) if there else owner(result)
    letters = 34
    return 4, 289, f"<b>{wrapped(text, letters)}</b>", "middle right", theme.text(size=1.25)


def _line(result, here, theme, there):
    text = wrapped(line(result), _LETTERS) if there else ""
    return 4, 258, text, "middle right", theme.text(size=1.3)


def _names(theme, there):
    font = theme.text(size=1.25)
    return [(x, y, name if there else "", "middle center", font) for x, y, name in scene.names()]


def _signs(result, here, theme, there):
    """What stands over the paper, the people and the result: the year, how many, and the number."""
    stones = {stone.step: stone for stone in result.trail.stones[: int(here)] if stone.state != "gap"}
    rows = (("paper", 1, SIGNED, 1.1), ("people", 2, SIGNED, 1.1), ("result", 4, FOUND, 1.4))
    for step, number, y, size in rows:
        sign = stones[step].sign if there and step in stones else ""
        if "|" in sign:
            # Two findings, one under the other.
            sign, size = sign.replace("|", "<br>"), 1.1
        yield ROW[number], y, f"<b>{sign}</b>" if sign else "", "middle center", theme.text(size=size)


def _flag(result, here, theme, there):
    x = scene.mast(result.trail)[0] + scene.CLOTH[1] / 2
    # A verdict of one long word is not broken.
    letters = max(_FLAG, *map(len, result.trail.verdict.split()))
    text = wrapped(result.trail.verdict, letters) if there and here >= result.trail.steps else ""
    return x, scene.CLOTH[2], f"<b>{text}</b>" if text else "", "middle center", theme.text(size=1.05)


def _who(result, theme, there):
    lines = said(result) if there else [""]
    return [(27, 73, "<br>".join(lines), "middle center", theme.text(None if result.shown else "prediction", 1.15))]


def _rope_words(result, theme, there):
    muted = {**theme.text(size=1.2), "color": theme.muted}
    yield 100, 46, cue(result), "middle right", theme.text("prediction", 1.2)
    yield 4, places.ROPE_Y, "Trust", "middle right", theme.text(size=1.2)
    for trust, text in ((0, "0"), (5, "5"), (10, "10")):
        yield on_rope(trust)[0], 8, text, "middle center", muted


def _buttons(result, here, theme, there):
    font = theme.text(size=1.15)
    yield _middle(_VIEW, "All my ratings" if there else "Back to walk", font)
    yield _middle(_NEXT, "Next ▸" if there and here >= result.trail.steps else "", font)


def _middle(edges, text, font):
    left, right, low, high = edges
    return (left + right) / 2, (low + high) / 2, text, "middle center", font


def _edges(result, here, theme, there):
    buttons = [_VIEW] + ([_NEXT] if there and here >= result.trail.steps else [])
    path_ = "".join(box(*one) for one in buttons)
    return [drawn("Edges of buttons", path_, {"width": theme.line * 0.6, "color": theme.ink}, fill=theme.panel)]


def _rope(result, held, theme, there):
    """Yield the rope with its knots, the first rating and how it went, and where A lies."""
    state, (left, right), y = result.state, places.ROPE, places.ROPE_Y
    hemp = {"width": theme.line * 1.8, "color": theme.color("neutral")}
    # Without a knob, beside all ratings, its numbers are the scale, and it would be pulled in vain.
    whole = path([(places.PEG - 8, y), (left, y), (right + 8, y)], closed=False)
    yield drawn("Rope", whole if there else EMPTY, hemp)
    posts = "".join(box(x - 2, x + 2, y - 10, y + 12) for x in (places.PEG - 8, right + 8))
    yield drawn(
        "Posts of the rope", posts if there else EMPTY, {"width": 0, "color": theme.ink}, fill=theme.color("neutral")
    )
    knots = "".join(path(places.oval(on_rope(one)[0], y, 2.2, 4.0, count=10)) for one in range(11))
    yield drawn(
        "Knots of the rope", knots if there else EMPTY, {"width": 0, "color": theme.ink}, fill=theme.color("neutral")
    )
    unseen, again = (None if one == OPEN else int(one) for one in (state.trust, state.again))
    first = there and result.shown and unseen is not None
    ring = path(places.oval(on_rope(unseen)[0], y, 7, 7)) if first else EMPTY
    look = {"width": theme.line, "color": theme.color("prediction")}
    yield drawn("Trust, unseen", ring, {**look, "dash": "dot"}, fill=theme.paper if first else None)
    yield drawn("How your trust went", _arrow(unseen, again) if first and again is not None else EMPTY, look)
    mark = _held(held)
    yield drawn("A", mark or EMPTY, theme.stroke("held"), visible=held is not None)


def _arrow(unseen, again):
    """A bow over the rope from one rating to the other."""
    (start, y), (end, _) = on_rope(unseen), on_rope(again)
    if start == end:
        return EMPTY
    side, high = 1 if end > start else -1, y + 9
    bow = f"M{start:g},{high}Q{(start + end) / 2:g},{y + 16},{end:g},{high}"
    return bow + path([(end - side * 5, high + 6), (end, high), (end - side * 6, high - 1)], closed=False)


def _held(held):
    """A tick under the rope at the trust of A, and a ring where it stands."""
    if held is None:
        return ""
    rating = held.state.again if held.state.again != OPEN else held.state.trust
    tick = "" if rating == OPEN else path([(on_rope(int(rating))[0], places.ROPE_Y - s) for s in (5, 12)], closed=False)
    x, y = places.stop(held.trail, held.here)
    return tick + path(places.oval(x, y, 20, 8))
