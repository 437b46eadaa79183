"""Five sheets on a desk: one is slid over another, its lines go where they fit, and what was lost is unfolded."""

from spine_edu.claims.copy_loss import desk, places, scraps, sheets
from spine_edu.claims.copy_loss.model import PAIRS, CopyState, lists, simulate
from spine_edu.claims.copy_loss.words import at_step, foot, head, sentence
from spine_edu.drawing import plane
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: Steps of the run.
_STEPS = 25
#: Height in sizes of the type, in a hall and elsewhere; how long things travel, in ms.
_HIGH, _WALK = (33.4, 47), 700


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the desk.

    Parameters
    ----------
    result : CopyResult
    theme : Theme
    held : CopyResult, optional
        Run A: the edge of its sheet is dashed.
    prediction : float, optional
        How many lines the reader said, as a mark beside the stack of what came over.
    """
    shapes = [*desk.shapes(result, theme), *_sheets(result, theme, prediction), _held(held, theme)]
    return _drawn(shapes, _words(result, theme, prediction), theme)


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the copy alone, beside the ruler on which the reader marks how many lines its original had."""
    bare = [one if one["name"] != "Lower sheet" else {**one, "path": EMPTY} for one in _sheets(result, theme, None)]
    asked = {one["name"]: one for one in sheets.ruler(result, theme, prediction, asked=True)}
    shapes = [*desk.shapes(result, theme, asked=True), *(asked.get(one["name"], one) for one in bare)]
    return _drawn([*shapes, _held(None, theme)], _words(result, theme, prediction, asked=True), theme)


def _drawn(shapes, rows, theme):
    high = theme.em(_HIGH[0] if theme.large else _HIGH[1])
    return plane.figure([words("Words", rows)], shapes, theme, places, height=high, walk=_WALK)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return how the sheet is slid all the way."""
    slides = [100 * step / _STEPS for step in range(_STEPS + 1)]
    results = [simulate(result.state.replace(slide=slide)) for slide in slides]
    told = [at_step(one) for one in results[:-1]] + [sentence(results[-1])]
    names, over = [f"{slide:.0f} % slid" for slide in slides], {"slide": slides}
    played = Frames("step", names, told, seconds=5.0, controls=over, settled=True)
    drawings = [{one["name"]: one["path"] for one in _sheets(each, theme, prediction)} for each in results]
    for name in drawings[0]:
        played.add(name, path=[drawing[name] for drawing in drawings])
    rows = [list(zip(*_words(each, theme, prediction), strict=True)) for each in results]
    for name, column in (("x", 0), ("y", 1), ("text", 2)):
        played.add("Words", **{name: [list(each[column]) for each in rows]})
    return played


def grips(result):
    """Return the sheet as a grip: it is slid by any place of it; what lies on it is pressed."""
    low, top, edge = places.LOW, places.TOP, places.left_edge(result.share)
    body = [(edge, top), (edge + places.SHEET, top), (edge + places.SHEET, low), (edge, low)]

    def position(slide):
        return places.left_edge(slide / 100), places.TOP

    return [grip(result.state, "slide", position, body=body)]


def touches(result):
    """Return what is pressed: small sheets, which choose a pair, circles of the guess, and what lies on the desk.

    Colons and boxes that wait for a hand call for it.
    """
    things = {f"pair:{pair}": "".join(places.thumb(page, 0.2) for page in pages) for pair, pages in PAIRS.items()}
    things["pair:other"] = places.thumb(5, 0.2)
    if result.copied:
        things |= sheets.touches(result)
    else:
        things |= scraps.touches(result)
        for number in range(1, desk.MOST + 1):
            x, y = places.guess(number)
            things[f"voices:{number}"] = places.box(x - 0.8, y - 0.8, x + 0.8, y + 0.8)
    calls = [f"gap:{key}" for key in lists()] if result.state.gap == "none" else []
    return {"axes": ["xaxis", "yaxis"], "things": things, "calls": [one for one in calls if one in things]}


def veiled_touches():
    """Return the places of the copy, which are pressed on the picture of the question, once that is answered."""
    return {"axes": ["xaxis", "yaxis"], "things": sheets.missed(simulate(CopyState())), "calls": []}


def _sheets(result, theme, prediction):
    """Return both sheets with all that lies on them and beside them."""
    down = result.copied and not result.share
    edge = {"color": theme.ink, "width": theme.line * 0.7, "dash": "dot" if down else "solid"}
    sheet = places.box(places.LEFT, places.TOP, places.LEFT + places.SHEET, places.LOW)
    return [
        drawn("Lower sheet", sheet, edge, fill=theme.panel if down else theme.paper),
        *scraps.shapes(result, theme),
        *sheets.shapes(result, theme, prediction),
    ]


def _held(held, theme):
    edge = places.left_edge(held.share) if held else 0
    path = places.box(edge, places.TOP, edge + places.SHEET, places.LOW) if held else ""
    return drawn("Sheet of run A", path, theme.stroke("held"))


def _words(result, theme, prediction, asked=False):
    """Return all words of the picture, as many in every state."""
    left, right = places.LEFT + places.SHEET / 2, places.RIGHT + places.SHEET / 2
    under, over = head(result, asked)
    down = "<b>article 2</b><br>face down" if result.copied and not result.share and not asked else ""
    return [
        *desk.words(result, theme, asked),
        (left, places.HEADS, under, "middle center", theme.text(size=1.05)),
        (right, places.HEADS, over, "middle center", theme.text(size=1.05)),
        (left, (places.TOP + places.LOW) / 2, down, "middle center", theme.text(size=1.1)),
        (places.WIDE / 2, places.FOOT, foot(result, asked), "middle center", {**theme.text(), "color": theme.muted}),
        *sheets.ruler_words(result, theme, prediction, asked),
        *sheets.words(result, theme),
        *scraps.words(result, theme),
    ]
