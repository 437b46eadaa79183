"""The view of solids: meshes sent once, then a few bytes a vertebra at each update. Its drawing code is `view3d.js`."""

import gzip
from functools import cache
from pathlib import Path

import anywidget
import numpy as np
import traitlets

from spine_edu.explorer.view import announce
from spine_edu.theme import FONT

_FOLDER = Path(__file__).parent / "face"
#: Places travel as whole numbers of this many mm; lengths along a fibred wall as whole numbers of 0.7 mm.
_UNIT, _FIBRE_UNIT = 0.05, 0.7


class SolidView(anywidget.AnyWidget):
    """Solids that move with a row of frames, with labels, a compass, their sentence and an error line.

    Parameters
    ----------
    scene : module or object
        What there is to draw; hashable, since its meshes are packed once a process. ``scene.parts()`` returns pairs of
        a mesh and what is said of it. A mesh has ``vertices``, ``normals`` (n, 3) and ``triangles`` (m, 3); each
        vertex is bound to a ``frame`` (n,) and the next one, to this by a ``weight`` (n,) from 0 to 1, and lies
        ``along`` (n,) mm along a fibred wall. What is said of it, a dict, is sent as it is: ``name``, ``material``,
        ``marked``, ``choice``, ``quick``, ``slant`` and ``tall``. ``scene.colors(theme)`` returns a colour for each
        ``material`` and ``marked``: one, or two to be mixed and the share of the second.

    Attributes
    ----------
    meshes : bytes
        All vertices and triangles, compressed; sent once.
    parts : list of dict
        What lies where in `meshes`, with name, colour names and what a click on it chooses.
    moves : bytes
        Four 4-byte floats a frame: turn and scale (a, b) and shift (c, d), by which (y, z) goes to
        ``(a y + b z + c, -b y + a z + d)`` and x to ``hypot(a, b) x``.
    shown : bytes
        One a part: 0 hidden, 1 shown, 2 shown and marked.
    camera : dict
        The named view. The student's own turning is added in the browser and stays until `name` changes.
    labels : list of dict
        Words (``text``), the place they point to (``at``, bound to a ``frame`` with a ``share``), whether they belong
        to what is chosen (``mark``), and the ``side`` they stand on if it must be one.
    sentence, error, note : str
    """

    _esm = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in ("view_page.js", "view3d.js"))
    _css = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in ("view.css", "view3d.css"))
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

    def __init__(self, scene):
        packed = _packed(scene)  # first, since it may take a second, and the page waits for what is announced
        announce()
        super().__init__(**packed, shown=bytes(len(packed["parts"])))
        self._colors = scene.colors

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
            self.look, self.sentence, self.error = look(theme, self._colors(theme)), sentence, ""


def look(theme, colors):
    """Return the theme as the browser reads it: colours as three shares of one, and style for the page."""
    return {
        "colors": {name: _shares(color) for name, color in colors.items()},
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
            "height": "760px" if theme.large else "640px",
        },
    }


def _shares(color):
    """A colour, or (one, other, share of the other), as shares of red, green and blue."""
    if isinstance(color, tuple):
        one, other, share = color
        return [a + (b - a) * share for a, b in zip(_shares(one), _shares(other), strict=True)]
    return [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]


@cache
def _packed(scene):
    """Return meshes and parts as the traits that carry them, made once for each scene."""
    vertices, triangles, rows, first, offset = [], [], [], 0, 0
    for mesh, said in scene.parts():
        vertices.append(_vertex_bytes(mesh))
        triangles.append(mesh.triangles.astype("<u2").tobytes())
        rows.append({**said, "vertex": first, "offset": offset, "count": int(mesh.triangles.size)})
        first += len(mesh.vertices)
        offset += len(triangles[-1])
    body = b"".join(vertices)
    return {
        "meshes": gzip.compress(body + b"".join(triangles), compresslevel=4, mtime=0),
        "vertex_bytes": len(body),
        "parts": rows,
    }


def _vertex_bytes(mesh):
    packed = np.zeros(
        len(mesh.vertices),
        dtype=[("place", "<i2", 3), ("frame", "u1"), ("weight", "u1"), ("normal", "i1", 3), ("along", "u1")],
    )
    packed["place"] = np.rint(mesh.vertices / _UNIT)
    packed["frame"], packed["weight"] = mesh.frame, np.rint(255 * mesh.weight)
    size = np.maximum(np.linalg.norm(mesh.normals, axis=1, keepdims=True), 1e-9)
    packed["normal"] = np.rint(127 * mesh.normals / size)
    packed["along"] = np.minimum(np.rint(mesh.along / _FIBRE_UNIT), 255)
    return packed.tobytes()
