"""The stream: a page on the left bank, stones towards what was measured, a rope for one's own trust; or all ratings."""

from spine_edu.claims.tracer import asked, board, people, places, rope, scene, wishes
from spine_edu.claims.tracer.places import BUBBLE, FOUND, ROW, SIGNED, STOPS, WIDE, box
from spine_edu.claims.tracer.trail import FLAGS
from spine_edu.claims.tracer.words import line, said, sentence
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

veiled = asked.veiled
veiled_touches = asked.veiled_touches
grips = rope.grips
#: The buttons: to all ratings or back, and to the next sentence.
_VIEW, _NEXT = (285.0, 354.0, 299.0, 325.0), (284.0, 354.0, 77.0, 95.0)
#: Letters of a line in the bubble, over the stream, and of the flag; where the words over the stream begin.
_SAID, _LETTERS, _FLAG, _LINE = 43, 43, 9, (64.0, 271.0)
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
        Where the reader said that the trail of the first sentence ends. It is the flag of that sentence.
    """
    there, here = result.state.view == "walk", result.here
    flag = result.mine.flag
    if flag is None and prediction and result.state.claim == asked.CLAIM:
        flag = FLAGS.index(prediction)
    data = [
        words("The sentence", [_sentence(result, theme)]),
        words("What is there", [_line(result, here, theme, there)]),
        words("On the pebbles", wishes.words(result, here, theme, there)),
        words("Names of the stones", _names(result, here, theme, there)),
        words("What was found", _signs(result, here, theme, there)),
        words("On the flag", [_flag(result, here, theme, there)]),
        words("How far off", [scene.apart(result, flag, theme, there)]),
        words("Who says it", _who(result, theme, there)),
        words("The rope", rope.words(result, theme, there)),
        words("Buttons", _buttons(result, here, theme, there)),
        words("All ratings", board.words(result, theme, not there)),
    ]
    shapes = [
        *scene.shapes(result, here, theme, there),
        *scene.found(result, here, theme, there),
        scene.guess(flag if there else None, theme),
        *scene.far_off(result, flag, theme, there),
        *wishes.shapes(result, here, theme, there),
        *board.shapes(result, theme, not there),
        *rope.shapes(result, held, theme, there),
        *_edges(result, here, theme, there),
    ]
    return {"data": data, "layout": scene.layout(shapes, theme)}


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the walk from the page to its end, some frames a step."""
    trail = result.trail
    times = [number / _FRAMES for number in range(_FRAMES * trail.steps + 1)]
    moments = [_moment(result, int(time)) for time in times]
    played = Frames(
        "step",
        [f"step {int(time)} of {trail.steps}" for time in times],
        list(map(sentence, moments)),
        seconds=1.6 * trail.steps,
        stride=_FRAMES,
        controls={"step": times},
        settled=True,
    )
    bodies = [list(people.walking(result, time, theme)) for time in times]
    for number, one in enumerate(bodies[0]):
        played.add(one["name"], path=[body[number]["path"] for body in bodies])
    stages = [_travelling(result, here, theme) for here in range(trail.steps + 1)]
    for number, one in enumerate(stages[0]):
        played.add(one["name"], path=[stages[int(time)][number]["path"] for time in times])
    for name, row in (("What is there", _line), ("On the flag", _flag)):
        rows = [row(one, one.here, theme, True) for one in moments]
        played.add(name, x=[[row[0]] for row in rows], text=[[row[2]] for row in rows])
    changing = {
        "What was found": _signs,
        "Buttons": _buttons,
        "On the pebbles": wishes.words,
        "Names of the stones": _names,
    }
    for name, found in changing.items():
        played.add(name, text=[[row[2] for row in found(one, one.here, theme, True)] for one in moments])
    return played


def can_play(result):
    """Return whether there is a walk to be seen."""
    return result.state.view == "walk"


def _moment(result, here):
    return type(result)(result.state, result.trail, float(here), result.kept)


def _travelling(result, here, theme):
    """Return the shapes that change as one walks, but the one who walks."""
    named = {one["name"]: one for one in scene.shapes(result, here, theme)}
    return [
        *(one for name, one in named.items() if name.startswith("Stones")),
        *scene.found(result, here, theme),
        *wishes.shapes(result, here, theme, True),
        *_edges(result, here, theme, True),
    ]


def touches(result):
    """Return what is pressed: the one who says it, stones, the other bank and buttons; or the rows of all ratings."""
    axes = {"axes": ["xaxis", "yaxis"]}
    if result.state.view == "all":
        return {**axes, "things": {**board.touches(result), "view:walk": box(*_VIEW)}}
    outlines = [box(53, 76, 95, 179), *map(places.touched, range(1, len(STOPS) - 1)), box(282, WIDE, 97, 193)]
    # The first press plants a flag, the second one walks.
    things = {
        f"flag:{FLAGS[number]}" if result.plants else f"step:{number}": outline
        for number, outline in enumerate(outlines)
    }
    if not result.shown:
        things["face:shown"] = box(0, 52, 75, 193)
    things["view:all"] = box(*_VIEW)
    things |= rope.touches(result) | wishes.touches(result)
    if result.done:
        things[f"claim:{_next(result)}"] = box(*_NEXT)
    return {**axes, "things": things}


def _next(result):
    """The sentence after this one."""
    claims = result.state.declarations()["claim"].values
    return claims[(claims.index(result.state.claim) + 1) % len(claims)]


def _sentence(result, theme):
    left, _, low, high = BUBBLE
    text = wrapped(f"“{result.trail.page.what}”", _SAID)
    return left + 6, (low + high) / 2, text, "middle right", theme.text(size=1.1)


def _line(result, here, theme, there):
    head, what = line(result) if there else ("", "")
    text = wrapped(f"{head} {what}", _LETTERS)
    # The head is shorter than a line.
    return *_LINE, f"<b>{head}</b>{text[len(head) :]}" if head else "", "middle right", theme.text(size=1.1)


def _names(result, here, theme, there):
    font, hidden = theme.text(size=1.25), wishes.STONES.get(result.state.mind) if here else None
    return [(x, y, name if there else "", "middle center", font) for x, y, name in scene.names(hidden)]


def _signs(result, here, theme, there):
    """What stands over the paper, the people and the result: the year, how many, and the number."""
    stones = {stone.step: stone for stone in result.trail.stones[: int(here)] if stone.state != "gap"}
    rows = (("paper", 1, SIGNED, 1.1), ("people", 2, SIGNED, 1.1), ("result", 4, FOUND, 1.4))
    for step, number, y, size in rows:
        sign = stones[step].sign if there and step in stones else ""
        if "|" in sign:
            # Two findings, one under the other.
            sign, size = sign.replace("|", "<br>"), 1.0
        yield ROW[number], y, f"<b>{sign}</b>" if sign else "", "middle center", theme.text(size=size)


def _flag(result, here, theme, there):
    x = scene.mast(result.trail)[0] + scene.CLOTH[1] / 2
    # A verdict of one long word is not broken.
    letters = max(_FLAG, *map(len, result.trail.verdict.split()))
    text = wrapped(result.trail.verdict, letters) if there and here >= result.trail.steps else ""
    return x, scene.CLOTH[2], f"<b>{text}</b>" if text else "", "middle center", theme.text(size=1.05)


def _who(result, theme, there):
    lines = said(result) if there else [""]
    return [(27, 90, "<br>".join(lines), "middle center", theme.text(None if result.shown else "prediction", 1.15))]


def _buttons(result, here, theme, there):
    font = theme.text(size=1.05)
    yield _middle(_VIEW, "My ratings" if there else "Open walk ▸", font)
    yield _middle(_NEXT, "Next ▸" if there and here >= result.trail.steps else "", font)
    yield _middle(rope.stay_at(result), "As before" if there and rope.stay(result) else "", font)


def _middle(edges, text, font):
    left, right, low, high = edges
    return (left + right) / 2, (low + high) / 2, text, "middle center", font


def _edges(result, here, theme, there):
    buttons = [_VIEW] + ([_NEXT] if there and here >= result.trail.steps else [])
    buttons += [rope.stay_at(result)] if there and rope.stay(result) else []
    path_ = "".join(box(*one) for one in buttons)
    return [drawn("Edges of buttons", path_, {"width": theme.line * 0.6, "color": theme.ink}, fill=theme.panel)]
