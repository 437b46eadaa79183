"""The dark plate: the body and its cut, each layer dark until the test lights it up."""

from spine_edu.diagnosis.tests import shapes
from spine_edu.drawing.outlines import drawn

#: Layer -> name of its colour when it is lit.
_LIT = {"bone": "bone", "disc": "disc", "root": "nerve", "nerve": "nerve", "person": "skin"}
#: How strong a faint light is.
_FAINT = 0.5


def colour(layer, sees, theme):
    """Return the colour of a layer: its own where it is seen, else dark."""
    return theme.mri[f"lit {_LIT[layer]}"] if sees.get(layer) else theme.mri["line"]


def strength(layer, sees):
    """Return how strong the light of a layer is."""
    return _FAINT if sees.get(layer) == "faint" else 1


def plate(result, theme, sees=None):
    """Yield the shapes of the plate, the same ones for every result.

    Parameters
    ----------
    result : TestsResult
    theme : Theme
    sees : dict, optional
        Other layers that are seen: none, while the reader is asked.
    """
    sees = result.sees if sees is None else sees
    grey, dark = theme.mri["bone"], theme.mri["line"]
    paths = shapes.layers()
    thin = {"width": 1, "color": grey}
    left, low, right, high = shapes.WINDOW
    yield drawn("Plate", shapes.rectangle(*shapes.PLATE), {"width": 0}, fill=theme.mri["surroundings"])
    skin = colour("person", sees, theme)
    edge = {"width": 2.4, "color": theme.mri["label"] if sees.get("person") else grey}
    more = {"fillrule": "nonzero"}
    yield drawn("Body, edge", shapes.silhouette(), edge, fill=dark, **more)
    # The limbs overlap: a faint light lies over the dark body, and not over its edges.
    yield drawn("Body", shapes.silhouette(), {"width": 0}, fill=dark, **more)
    light = {"fill": skin, "opacity": strength("person", sees)}
    yield drawn("Light of the body", shapes.silhouette(), {"width": 0}, **light, **more)
    told = sees.get("person") == "clear"
    pain = {"width": 1.8, "color": theme.mri["lit pain"], "dash": "dot"}
    yield drawn("Where it hurts or is numb", shapes.hurts(result.state.who), pain, fill=pain["color"] if told else None)
    x, y = shapes.on_body(0, 50)
    lines = f"M{x:.1f},{y + 4:.1f}L{left},{high}M{x:.1f},{y - 3:.1f}L{left},{low}"
    yield drawn("From the back to its cut", lines, {"width": 1, "color": grey, "dash": "dot"})
    yield drawn("Cut", shapes.rectangle(left, low, right, high), thin, fill=theme.mri["surroundings"])
    beam = shapes.beam(result.state.test) if sees else ""
    yield drawn("Beam", beam, {"width": 0}, fill=theme.mri["label"], opacity=0.16)
    yield from _layer("Bones", paths["bone"], "bone", sees, theme)
    yield from _layer("Discs", paths["disc"], "disc", sees, theme)
    yield from _layer("Sac", paths["root"], "root", sees, theme, fill="sac")
    yield from _layer("What has left the disc", paths["out"], "disc", sees, theme, fill="piece")
    yield _line("Roots", shapes.roots(), "root", sees, theme, 1.6)
    yield _line("Nerve", shapes.nerve(), "nerve", sees, theme, 3.2)
    yield from _layer("Muscle of the calf", paths["muscle"], "nerve", sees, theme, fill="muscle")
    ring = {"width": 2.4, "color": theme.mri["mark"], "dash": "dash"}
    yield drawn("What is asked about", shapes.asked(result.state.question), ring)
    tool = shapes.instrument(result.state.test, bool(sees.get("nerve"))) if sees is result.sees else ""
    yield drawn("Instrument", tool, {"width": 2, "color": theme.mri["label"] if sees else dark})


def _layer(name, path, layer, sees, theme, fill=""):
    """Yield a layer: its edge is white and its area coloured where it is seen."""
    lit = theme.mri[f"lit {fill or _LIT[layer]}"] if sees.get(layer) else theme.mri["line"]
    edge = {"width": 1.2, "color": theme.mri["label"] if sees.get(layer) else theme.mri["bone"]}
    yield drawn(name, path, edge, fill=lit, opacity=strength(layer, sees))


def _line(name, path, layer, sees, theme, width):
    look = {"width": width, "color": theme.mri["lit nerve"] if sees.get(layer) else theme.mri["bone"]}
    return drawn(name, path, look, opacity=strength(layer, sees))


def names(result, theme, sees=None):
    """Yield the names of the layers as rows of words: bright where they are seen."""
    sees = result.sees if sees is None else sees
    left, low, right, high = shapes.WINDOW
    places = {
        "person": (17.6, 70.6, "person", "middle right"),
        "bone": (*shapes.in_window(-12, 27), "bone", "middle center"),
        "disc": (*shapes.in_window(-12.5, 8.9), "disc", "middle center"),
        "root": (right + 0.6, shapes.in_window(0, -31)[1], "root", "middle right"),
        "nerve": (20.2, 32.6, "nerve and muscle", "middle right"),
    }
    for layer, (x, y, text, position) in places.items():
        inside = layer in ("bone", "disc") and sees.get(layer) == "clear"
        bright = theme.mri["label"] if sees.get(layer) or sees is not result.sees else theme.mri["fat"]
        color = theme.mri["ink"] if inside else bright
        words = f"<b>{text}</b>" if sees.get(layer) else text
        yield x, y, words, position, {**theme.text(), "color": color}
