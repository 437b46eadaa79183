"""The question before the walk: which stone of the 75 of 100 is the last that holds? A name is touched at its stone."""

from spine_edu.claims.tracer import places, scene
from spine_edu.claims.tracer.places import BELOW, STOPS
from spine_edu.claims.tracer.trail import FLAGS
from spine_edu.drawing.marks import words
from spine_edu.theme import LIGHT

#: The sentence that is asked about.
CLAIM = "spasm"
#: Where the names of both banks stand: no stone holds, or all.
_BANKS = {"none": (28.0, 91.0), "across": (318.0, 91.0)}
#: What of the plane is shown: the stream alone.
_EDGES = (67.0, 217.0)


def answer(result):
    """Return how far the trail carries: the last stone that holds, or the other bank."""
    return FLAGS[result.trail.reached]


def spot(name):
    """Return where a name stands."""
    x, y = STOPS[FLAGS.index(name)]
    return _BANKS.get(name, (x, y - BELOW))


def tags():
    """Return where the names are touched, as `spine_edu.explorer.asking.Pick` takes them."""
    return {"axes": ["xaxis", "yaxis"], "places": {name: list(spot(name)) for name in FLAGS}}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the stream, with stones of which nothing is known; once an answer is kept, a flag where it lies."""
    # Under the veil one touches the names themselves.
    rows = [(*spot(name), name if prediction else "", "middle center", theme.text(size=1.3)) for name in FLAGS]
    flag = scene.guess(FLAGS.index(prediction) if prediction else None, theme)
    shapes = [*scene.shapes(result, 0, theme, bubble=False), flag]
    return {"data": [words("Where does it end?", rows)], "layout": scene.layout(shapes, theme, _EDGES, 26)}


def veiled_touches():
    """Return what is pressed on the veiled picture, once an answer is kept: the first stone."""
    return {"axes": ["xaxis", "yaxis"], "things": {"step:1": places.touched(1)}}
