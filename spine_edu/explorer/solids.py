"""The live face of an explorer that shows solids: meshes sent once, then a few bytes a part at each update."""

import gzip
from functools import cache

import numpy as np
import traitlets

from spine_edu.explorer.notebook import Face
from spine_edu.theme import FONT

#: Places travel as whole numbers of this many mm; lengths along a fibred wall as whole numbers of 0.7 mm.
_UNIT, _FIBRE_UNIT = 0.05, 0.7


class SolidFace(Face):
    """A face whose picture is solids that move with a row of frames, with labels and a compass.

    The session's ``solids`` says what there is to draw. ``solids.parts()`` returns pairs of a mesh and what is said of
    it. A mesh has ``vertices``, ``normals`` (n, 3) and ``triangles`` (m, 3); each vertex is bound to a ``frame`` (n,)
    and the next one, to this by a ``weight`` (n,) from 0 to 1, and lies ``along`` (n,) mm along a fibred wall. What is
    said of it, a dict, is sent as it is: ``name``, ``words``, ``material``, ``marked``, ``choice``, ``quick``,
    ``slant`` and ``tall``. ``solids.colors(theme)`` returns a colour for each ``material`` and ``marked``: one, or two
    to be mixed and the share of the second. ``solids.scene(result, held=, prediction=)`` returns moves, shown, camera,
    labels, places, shade and note of a result, and ``solids.veiled(result, prediction=)`` the same while a question is
    open.

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
        One a part: 0 hidden, 1 shown, 2 shown and marked, 3 put there by the reader.
    camera : dict
        The named view. The student's own turning is added in the browser and stays until `name` changes. ``over`` is
        the view of a small picture of the whole beside it, if there is one, and ``also`` what a tap on a part chooses
        besides.
    labels : list of dict
        Words (``text``), the place they point to (``at``, bound to a ``frame`` with a ``share``), whether they belong
        to what is chosen (``mark``), and the ``side`` they stand on if it must be one.
    places : list of dict
        Where things lie that are counted: the number of the ``part``, its middle as of a label, ``half`` its width and
        depth, the ``number`` that it has when they are counted (0 for what is none), and what it ``choice``s.
    shade : bytes
        As `moves`: how the solids stand whose grey shadow is seen behind; empty if there is none.
    colors : dict
        The theme's colours as three shares of one, and style for the stage.
    note : str
        What stands over the picture: run A.
    """

    meshes = traitlets.Bytes().tag(sync=True)
    vertex_bytes = traitlets.Int().tag(sync=True)
    unit = traitlets.Float(_UNIT).tag(sync=True)
    parts = traitlets.List().tag(sync=True)
    moves = traitlets.Bytes().tag(sync=True)
    shown = traitlets.Bytes().tag(sync=True)
    camera = traitlets.Dict().tag(sync=True)
    labels = traitlets.List().tag(sync=True)
    places = traitlets.List().tag(sync=True)
    shade = traitlets.Bytes().tag(sync=True)
    colors = traitlets.Dict().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)

    def __init__(self, session):
        #: Whether the browser cannot draw solids and has asked for the flat drawing.
        self._flat = False
        super().__init__(session, **_packed(session.solids))

    def _drawn(self):
        if self._flat:
            return super()._drawn()
        session = self.session
        if session.veiled:
            scene = session.solids.veiled(session.asked_result, prediction=session.predicted)
        else:
            scene = session.solids.scene(session.result, held=session.held, prediction=session.predicted)
        return {
            **scene,
            "moves": np.asarray(scene["moves"], "<f4").tobytes(),
            "shade": np.asarray(scene["shade"], "<f4").tobytes(),
            "shown": bytes(scene["shown"]),
            "colors": _stage(session.theme, session.solids.colors(session.theme)),
        }

    def _acts(self):
        return {**super()._acts(), "flat": self._give_up}

    def _give_up(self):
        self._flat = True
        traits = self._shown()
        self._write(traits, traits.get)


def _stage(theme, colors):
    """Return the theme as the stage reads it: colours as three shares of one, and style."""
    return {
        "colors": {name: _shares(color) for name, color in colors.items()},
        "paper": _shares(theme.paper),
        "ink": _shares(theme.ink),
        "size": theme.size,
        "style": {
            "muted": theme.muted,
            "font": FONT,
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
        rows.append({**said, "vertex": first, "offset": offset, "count": int(mesh.triangles.size)})
        vertices.append(_vertices(mesh))
        triangles.append(mesh.triangles.astype("<u2"))
        first += len(mesh.vertices)
        offset += triangles[-1].nbytes
    vertices, triangles = np.concatenate(vertices), np.concatenate(triangles)
    columns = [vertices[name].reshape(len(vertices), -1) for name in vertices.dtype.names] + [triangles]
    return {
        "meshes": gzip.compress(b"".join(map(_differences, columns)), compresslevel=4, mtime=0),
        "vertex_bytes": vertices.nbytes,
        "parts": rows,
    }


def _vertices(mesh):
    packed = np.zeros(
        len(mesh.vertices),
        dtype=[("place", "<i2", 3), ("frame", "u1"), ("weight", "u1"), ("normal", "i1", 3), ("along", "u1")],
    )
    packed["place"] = np.rint(mesh.vertices / _UNIT)
    packed["frame"], packed["weight"] = mesh.frame, np.rint(255 * mesh.weight)
    size = np.maximum(np.linalg.norm(mesh.normals, axis=1, keepdims=True), 1e-9)
    packed["normal"] = np.rint(127 * mesh.normals / size)
    packed["along"] = np.minimum(np.rint(mesh.along / _FIBRE_UNIT), 255)
    return packed


def _differences(numbers):
    """Return a table (n, m) as columns of differences from row to row, each with its low bytes before its high ones.

    Neighbours in a mesh are alike, so that these bytes compress to less than half of the table's own; the browser adds
    them up (`face/solids_packed.js`).
    """
    stepped = np.diff(numbers, axis=0, prepend=numbers.dtype.type(0))
    planes = np.ascontiguousarray(stepped.T).view("u1").reshape(numbers.shape[1], len(numbers), -1)
    return planes.transpose(0, 2, 1).tobytes()
