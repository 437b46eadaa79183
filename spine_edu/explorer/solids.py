"""The view of solids: meshes sent once, then a few bytes a vertebra at each update; `face/solids.js` draws them."""

import gzip
from functools import cache

import anywidget
import numpy as np
import traitlets

from spine_edu.anatomy import solids
from spine_edu.explorer import face
from spine_edu.explorer.view import announce
from spine_edu.theme import FONT

#: Places travel as whole numbers of this many mm; lengths along a fibred wall as whole numbers of 0.7 mm.
_UNIT, _FIBRE_UNIT = 0.05, 0.7


class SolidView(anywidget.AnyWidget):
    """Solids that move with the vertebrae, with labels, a compass, their sentence and an error line.

    Attributes
    ----------
    meshes : bytes
        All vertices and triangles, compressed; sent once.
    parts : list of dict
        What lies where in `meshes`, with name, colour names and what a click on it chooses.
    moves : bytes
        Four 4-byte floats a vertebra: see `anatomy_solids.moves`.
    shown : bytes
        One a part: 0 hidden, 1 shown, 2 shown and marked.
    camera : dict
        The named view. The student's own turning is added in the browser and stays until `name` changes.
    labels : list of dict
        Words with the place they point to.
    sentence, error, note : str
    """

    _esm = face.joined("solids.js")
    _css = face.text("view.css") + face.text("solids.css")
    meshes = traitlets.Bytes().tag(sync=True)
    vertex_bytes = traitlets.Int().tag(sync=True)
    unit = traitlets.Float(_UNIT).tag(sync=True)
    parts = traitlets.List().tag(sync=True)
    moves = traitlets.Bytes().tag(sync=True)
    shown = traitlets.Bytes().tag(sync=True)
    camera = traitlets.Dict().tag(sync=True)
    labels = traitlets.List().tag(sync=True)
    look = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    #: What the browser says instead of a choice where it cannot draw solids.
    NO_SOLIDS = "no solids"
    # What the explorer base expects of a view that plays nothing.
    playable, position, frames = False, 0, {}

    def __init__(self, parts):
        packed = _packed()      # first, since it may take a second, and the page waits for what is announced
        announce()
        super().__init__(**packed, shown=bytes(len(solids.parts())))

    def show(self, scene, sentence, theme):
        """Show a scene and its sentence in one message.

        Parameters
        ----------
        scene : tuple
            What to write to `moves` (array), `shown` (list of int), `camera`, `labels` and `note`.
        sentence : str
        theme : Theme
        """
        moves, shown, camera, labels, note = scene
        with self.hold_sync():
            self.moves = np.asarray(moves, "<f4").tobytes()
            self.shown = bytes(shown)
            self.camera, self.labels, self.note = camera, labels, note
            self.look, self.sentence, self.error = look(theme), sentence, ""


def look(theme):
    """Return the theme as the browser reads it: colours as three shares of one, and style for the page."""
    colors = {name: _shares(theme.solids[name]) for name in ("bone", "nucleus", "endplate", "nerve", "ligament")}
    colors |= {
        "ring a": _shares(theme.solids["annulus"]),
        "ring b": _blend(theme.solids["annulus"], theme.ink, 0.22),
        "marked disc": _shares(theme.color("annulus")),
        "marked nerve": _shares(theme.color("nerve")),
    }
    return {
        "colors": colors,
        "paper": _shares(theme.paper),
        "ink": _shares(theme.ink),
        "size": theme.size,
        "page": {
            "paper": theme.paper,
            "ink": theme.ink,
            "muted": theme.muted,
            "grid": theme.grid,
            "font": FONT,
            "alarm": theme.color("reinforcing"),
            "size": f"{theme.size}px",
            "skin": theme.solids["skin"],
            "height": "640px" if theme.size < 20 else "760px",
        },
    }


def _shares(color):
    return [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]


def _blend(one, other, share):
    return [a + (b - a) * share for a, b in zip(_shares(one), _shares(other), strict=True)]


@cache
def _packed():
    """Return meshes and parts as the traits that carry them."""
    vertices, triangles, rows, first, offset = [], [], [], 0, 0
    coarse = {part.level: number for number, part in enumerate(solids.parts()) if part.kind == "coarse bone"}
    for part in solids.parts():
        vertices.append(_vertex_bytes(part))
        triangles.append(part.triangles.astype("<u2").tobytes())
        rows.append(
            {
                "name": part.name,
                "material": part.material,
                "marked": _marked(part),
                "vertex": first,
                "offset": offset,
                "count": int(part.triangles.size),
                "choice": _choice(part),
                "quick": coarse[part.level] if part.kind == "bone" else -1,
                "slant": {"ring a": 1, "ring b": -1}.get(part.material, 0),
                "tall": _height(part),
            }
        )
        first += len(part.vertices)
        offset += len(triangles[-1])
    body = b"".join(vertices)
    return {
        "meshes": gzip.compress(body + b"".join(triangles), compresslevel=4, mtime=0),
        "vertex_bytes": len(body),
        "parts": rows,
    }


def _vertex_bytes(part):
    packed = np.zeros(
        len(part.vertices),
        dtype=[("place", "<i2", 3), ("frame", "u1"), ("weight", "u1"), ("normal", "i1", 3), ("along", "u1")],
    )
    packed["place"] = np.rint(part.vertices / _UNIT)
    packed["frame"], packed["weight"] = part.frame, np.rint(255 * part.weight)
    size = np.maximum(np.linalg.norm(part.normals, axis=1, keepdims=True), 1e-9)
    packed["normal"] = np.rint(127 * part.normals / size)
    packed["along"] = np.minimum(np.rint(part.along / _FIBRE_UNIT), 255)
    return packed.tobytes()


def _height(part):
    return float(np.ptp(part.vertices[:, 2])) if part.kind in ("disc", "ring") else 1.0


def _marked(part):
    return {"disc": "marked disc", "nerve": "marked nerve"}.get(part.kind, part.material)


def _choice(part):
    """What a click chooses: a disc itself; for a bone, the disc below it."""
    if part.kind in ("disc", "ring", "nucleus", "lower endplate", "upper endplate"):
        return f"disc:{part.level}"
    return f"disc:{solids.disc_below(part.level)}" if part.kind in ("bone", "body") and part.level != "S1" else ""
