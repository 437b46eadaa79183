"""The question before the walk: where does the trail of the 75 of 100 end? A name is touched at its stone."""

from spine_edu.claims.tracer import places, scene
from spine_edu.claims.tracer.places import BELOW, STOPS
from spine_edu.drawing.marks import words
from spine_edu.theme import LIGHT

#: The sentence that is asked about, and the names of the stones.
CLAIM = "spasm"
NAMES = ("study", "paper", "people", "against", "result", "across")
#: Where the name of the other bank stands.
OTHER = (318.0, 74.0)
#: What of the plane is shown: the stream alone.
_EDGES = (50.0, 200.0)


def answer(result):
    """Return where the trail ends: the last stone that bears, or the other bank."""
    trail = result.trail
    return NAMES[trail.steps - 2] if trail.gap else NAMES[-1]


def spot(name):
    """Return where a name stands."""
    number = NAMES.index(name) + 1
    if number == len(STOPS) - 1:
        return OTHER
    x, y = STOPS[number]
    return x, y - BELOW


def tags():
    """Return where the names are touched, as `spine_edu.explorer.asking.Pick` takes them."""
    return {"axes": ["xaxis", "yaxis"], "places": {name: list(spot(name)) for name in NAMES}}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the stream, with stones of which nothing is known; once an answer is kept, a flag where it lies."""
    # Under the veil one touches the names themselves.
    rows = [(*spot(name), name if prediction else "", "middle center", theme.text(size=1.3)) for name in NAMES]
    shapes = [*scene.shapes(result, 0, theme), scene.guess(spot(prediction) if prediction else None, theme)]
    return {"data": [words("Where does it end?", rows)], "layout": scene.layout(shapes, theme, _EDGES, 26)}


def veiled_touches():
    """Return what is pressed on the veiled picture, once an answer is kept: the first stone."""
    return {"axes": ["xaxis", "yaxis"], "things": {"step:1": places.touched(1)}}
