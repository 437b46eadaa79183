"""Inside the wall: the pressure in the nucleus and the tension it puts into the annulus.

Pressure ``p = k F / A``. The annulus is taken as a thick-walled tube of one even, elastic material (Lamé):
``hoop(r) = p ri² / (ro² − ri²) (1 + ro²/r²)``, ``radial(r)`` the same with a minus sign. The real wall is none of
these: see `WallResult.not_reproduced`.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.state import State, quantity

_STEPS = 40


@dataclass(frozen=True)
class WallState(State):
    """A disc under a force."""

    force: float = quantity("loads_wall.force")
    area: float = quantity("loads_wall.area")
    grade: float = quantity("loads_wall.grade")
    factor: float = quantity("loads_wall.factor")
    inner: float = quantity("loads_wall.inner")
    outer: float = quantity("loads_wall.outer")


@dataclass(frozen=True)
class WallResult:
    """Stresses in MPa, radii in millimetres.

    Attributes
    ----------
    state : WallState
    mean : float
        Force over area.
    pressure : float
        Pressure in the nucleus.
    inner, outer : float
        Radii of the wall.
    radii, hoop, radial : tuple of float
        Places across the wall, tension around the disc and stress across the wall (pressing is negative) there.
    thin : float
        Tension by the thin-wall formula ``p ri / t``.
    wall : float
        Width of the wall in this geometry; `wall_measured` is the width the measured change would give.
    wall_measured : float
    peak : float
        Peaks of compressive stress in the wall, as a multiple of a young disc's: measured over all ages, put on grades.
    back_wall : tuple of float
        Nachemson's range for tension in the back of the wall, as wide as it is quoted.
    """

    state: WallState
    mean: float
    pressure: float
    inner: float
    outer: float
    radii: tuple[float, ...]
    hoop: tuple[float, ...]
    radial: tuple[float, ...]
    thin: float
    wall_measured: float
    peak: float
    back_wall: tuple[float, float]

    @property
    def wall(self):
        """Width of the wall in this geometry."""
        return self.outer - self.inner


def simulate(state):
    """Return the `WallResult` of a `WallState`."""
    mean = state.force / (state.area * 100)
    pressure = state.factor * mean * changed("pressure_change", state.grade)
    inner, outer = state.inner * changed("diameter_change", state.grade), state.outer
    radii = tuple(inner + (outer - inner) * step / _STEPS for step in range(_STEPS + 1))
    back = tuple(mean * data.value(f"loads_wall.nachemson_{end}") for end in ("low", "high"))
    return WallResult(
        state,
        mean,
        pressure,
        inner,
        outer,
        radii,
        tuple(hoop(pressure, inner, outer, r) for r in radii),
        tuple(radial(pressure, inner, outer, r) for r in radii),
        pressure * inner / (outer - inner),
        (state.outer - state.inner) * changed("wall_change", state.grade),
        changed("peak_change", state.grade),
        back,
    )


def changed(name, grade):
    """Return the factor for a measured change at a grade: 1 at grade 1, the whole change at grade 5, a line between.

    `name` is a row of parameters.csv in percent, for example ``"pressure_change"``. That the whole change belongs to
    grade 5 and follows a line is assumed.
    """
    return 1 + data.value(f"loads_wall.{name}") / 100 * (grade - 1) / 4


def hoop(pressure, inner, outer, radius):
    """Return the tension around a thick-walled tube at a radius, in the unit of `pressure`."""
    return pressure * inner**2 / (outer**2 - inner**2) * (1 + outer**2 / radius**2)


def radial(pressure, inner, outer, radius):
    """Return the stress across a thick-walled tube at a radius; negative presses. −pressure inside, 0 outside."""
    return pressure * inner**2 / (outer**2 - inner**2) * (1 - outer**2 / radius**2)
