"""The bones of the column, fine and coarse, and the bodies that stay when the arches are taken off."""

import numpy as np

from spine_edu.anatomy import mesh, shapes
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.sizes import LEVELS, size
from spine_edu.anatomy.solids.binding import PLACE, Part, turned

#: Grid spacing of the surface search by region, in mm: fine enough for a smooth look, coarse enough to draw fast.
_STEP = {"neck": 1.7, "chest": 2.3, "low back": 2.7, "sacrum": 3.3}
#: How much wider the grid is for the bones that stand in while the picture moves, and for the bodies.
_COARSE, _BODY = 1.65, 1.15


def bones():
    """Yield each bone, the coarse bone that stands in for it while the picture moves, and its body, as `Part`."""
    for level in LEVELS:
        word, step = {"S1": "sacrum"}.get(level, level), _STEP[size(level).region]
        solid, box = shapes.vertebra(level), shapes.bounds(level)
        found = mesh.surface(solid, *box, step)
        yield _rigid(word, "bone", level, found)
        yield _rigid(f"{word}, coarse", "coarse bone", level, mesh.surface(solid, *box, _COARSE * step))
        if level not in ("C1", "S1"):
            found = mesh.surface(shapes.group(level, "body"), *shapes.group_bounds(level, "body"), _BODY * step)
        yield _rigid(f"body of {level}", "body", level, found)


def _rigid(name, kind, level, surface):
    """Carry a surface from a vertebra's own axes into the common space, and bind it to this vertebra alone."""
    points, normals, triangles = surface
    frame, count = column.reference().at(level), len(points)
    turn = turned(frame.tilt)
    return Part(
        name=name,
        kind=kind,
        level=level,
        material="bone",
        vertices=points @ turn.T + (0, frame.y, frame.z),
        normals=normals @ turn.T,
        triangles=triangles,
        frame=np.full(count, PLACE[level]),
        weight=np.zeros(count),
        along=np.zeros(count),
    )
