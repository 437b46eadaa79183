"""The sizes of the vertebrae as plain numbers, which the column is stacked from and the shapes are drawn from."""

from functools import cache
from math import radians, tan
from types import SimpleNamespace

from spine_edu import data

#: Vertebrae from the top down.
LEVELS = tuple(row.vertebra for row in data.table("anatomy_vertebrae"))

#: What stands in for a size that was measured neither here nor at the vertebra below (mm; drawn).
_LOWER_WIDTH, _LOWER_DEPTH, _CANAL_WIDTH, _CANAL_DEPTH = 34.0, 22.0, 28.0, 17.0
#: Heights of the back of two vertebrae without a measured one (mm; drawn).
_BACK_HEIGHT = {"C1": 10.0, "C2": 16.0}


@cache
def size(level):
    """Return the sizes of one vertebra; what was not measured is taken from its neighbour below.

    Parameters
    ----------
    level : str
        Name of a vertebra, such as ``"L4"``.

    Returns
    -------
    SimpleNamespace
        ``level``, ``region``; in mm ``upper_width``, ``upper_depth``, ``lower_width``, ``lower_depth``, their means
        ``width`` and ``depth``, the ``height`` of the middle, ``canal_width``, ``canal_depth``, and where the
        ``back`` of the body and the ``arch`` behind the canal lie; ``wedge`` in radians.

    Raises
    ------
    ValueError
        If there is no such vertebra.
    """
    row = next((row for row in data.table("anatomy_vertebrae") if row.vertebra == level), None)
    if row is None:
        raise ValueError(f"There is no vertebra {level!r}; there are {', '.join(LEVELS)}.")
    below = size(LEVELS[LEVELS.index(level) + 1]) if level != LEVELS[-1] else None
    lower_width = row.lower_width or (below.upper_width if below else _LOWER_WIDTH)
    lower_depth = row.lower_depth or (below.upper_depth if below else _LOWER_DEPTH)
    found = SimpleNamespace(
        level=level,
        region=row.region,
        wedge=radians(row.wedge or 0.0),
        upper_width=row.upper_width or 0.92 * lower_width,
        upper_depth=row.upper_depth or 0.95 * lower_depth,
        lower_width=lower_width,
        lower_depth=lower_depth,
        canal_width=row.canal_width or (below.canal_width if below else _CANAL_WIDTH),
        canal_depth=row.canal_depth or (below.canal_depth if below else _CANAL_DEPTH),
    )
    found.width = (found.upper_width + found.lower_width) / 2
    found.depth = (found.upper_depth + found.lower_depth) / 2
    # The wedge tips both faces by half its angle, so the middle is higher than the back by this much.
    found.height = (row.posterior_height or _BACK_HEIGHT.get(level, 0.0)) + found.depth * tan(found.wedge / 2)
    found.back = -found.depth / 2
    found.arch = found.back - found.canal_depth
    return found
