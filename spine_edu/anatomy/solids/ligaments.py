"""The two long straps along the front and the back of the vertebral bodies."""

import numpy as np

from spine_edu.anatomy import mesh
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.sizes import size
from spine_edu.anatomy.solids.binding import PLACE, Part, between, bound

#: Points across a strap.
_ACROSS = 7


def ligaments():
    """Yield the posterior and the anterior longitudinal ligament as `Part`."""
    heights = np.linspace(0.0, PLACE["C2"], 70)
    near_disc = np.abs(heights - np.round(heights))
    widths = np.array([size(column.STACK[round(height)]).width for height in heights])
    # The strap behind is narrow on the bodies and wide on the discs; the one in front is wide all along.
    yield _strap("posterior longitudinal ligament", heights, widths * (0.13 + 0.22 * near_disc), -1)
    yield _strap("anterior longitudinal ligament", heights, widths * 0.30, 1)


def _strap(name, heights, half, side):
    """A strap of some half width (n,) along places in the stack (n,): in front (`side` 1) or behind (-1)."""
    bulge = 0.8 + 2.0 * np.abs(heights - np.round(heights))
    path = np.array([_on_body(height, out, side) for height, out in zip(heights, bulge, strict=True)])
    across = np.linspace(-1, 1, _ACROSS)
    points = path[:, None] + half[:, None, None] * np.stack([across, 0 * across, 0 * across], 1)[None]
    points[..., 1] -= side * 0.16 * half[:, None] * across[None] ** 2
    vertices = points.reshape(-1, 3)
    normals = np.tile([0.0, float(side), 0.0], (len(vertices), 1))
    normals[:, 0] = 0.5 * np.tile(across, len(path))
    triangles = mesh.strip(len(path), _ACROSS)
    frame, weight = bound(heights, _ACROSS)
    return Part(
        name=name,
        kind="ligament",
        level="all",
        material="ligament",
        vertices=vertices,
        normals=normals,
        triangles=triangles if side < 0 else triangles[:, ::-1],
        frame=frame,
        weight=weight,
        along=np.zeros(len(vertices)),
    )


def _on_body(height, out, side):
    """A point `out` mm off the front or the back of the bodies."""
    return between(height, 0.0, lambda v: side * (v.depth / 2 + out))
