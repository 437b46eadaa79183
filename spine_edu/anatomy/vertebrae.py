"""The sizes of each vertebra: measured where the table has them, else taken from its neighbour below.

Axes of a vertebra, in mm: x to the person's right, y to the front, z up; the origin lies in the middle of the body.
"""

from functools import cache
from math import radians, tan
from types import SimpleNamespace

from spine_edu import data

LEVELS = tuple(row.vertebra for row in data.table("anatomy_vertebrae"))


@cache
def size(level):
    """Return the sizes of one vertebra as a namespace; what was not measured is taken from its neighbour below."""
    row = next(row for row in data.table("anatomy_vertebrae") if row.vertebra == level)
    below = size(LEVELS[LEVELS.index(level) + 1]) if level != "S1" else None
    lower_width = row.lower_width or (below.upper_width if below else 34.0)
    lower_depth = row.lower_depth or (below.upper_depth if below else 22.0)
    found = SimpleNamespace(
        level=level,
        region=row.region,
        wedge=radians(row.wedge or 0.0),
        upper_width=row.upper_width or 0.92 * lower_width,
        upper_depth=row.upper_depth or 0.95 * lower_depth,
        lower_width=lower_width,
        lower_depth=lower_depth,
        canal_width=row.canal_width or (below.canal_width if below else 28.0),
        canal_depth=row.canal_depth or (below.canal_depth if below else 17.0),
    )
    found.width = (found.upper_width + found.lower_width) / 2
    found.depth = (found.upper_depth + found.lower_depth) / 2
    # The wedge tips both faces by half its angle, so the middle is higher than the back by this much.
    back = row.posterior_height or {"C1": 10.0, "C2": 16.0}.get(level, 0.0)
    found.height = back + found.depth * tan(found.wedge / 2)
    found.back = -found.depth / 2
    found.arch = found.back - found.canal_depth
    return found
