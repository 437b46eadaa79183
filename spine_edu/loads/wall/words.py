"""Pressure and tension inside the wall, in words."""

from spine_edu.loads.wall.model import simulate
from spine_edu.tables import Table


def sentence(result):
    """Return pressure, tension at both faces of the wall, and what was measured instead."""
    text = (
        f"The nucleus stands at {result.pressure:.2f} MPa. By the thick-wall formula the tension around the wall "
        f"is {result.hoop[0]:.2f} MPa inside and {result.hoop[-1]:.2f} MPa outside."
    )
    if result.state.grade > 1:
        text += (
            f" At grade {result.state.grade:g} the formula says × {formula_change(result):.2f} for this tension at the "
            f"inner face; peaks of pressing measured in aged walls rose, set here to × {result.peak:.2f}: the formula "
            "has no such peaks."
        )
    return text


def compare(held, result):
    """Return how pressure and inner tension changed from A to B."""
    return (
        f"From A to B the pressure goes from {held.pressure:.2f} to {result.pressure:.2f} MPa and the tension "
        f"at the inner face from {held.hoop[0]:.2f} to {result.hoop[0]:.2f} MPa."
    )


def table(result):
    """Return the stresses at places across the wall, and the other formulas and measurements beside them."""
    picked = range(0, len(result.radii), len(result.radii) // 4)
    rows = [(f"{result.radii[i]:.1f}", f"{result.hoop[i]:.3f}", f"{result.radial[i]:.3f}") for i in picked]
    rows += [
        ("nucleus: pressure", f"{result.pressure:.3f}", ""),
        ("force over area", f"{result.mean:.3f}", ""),
        ("thin-wall formula", f"{result.thin:.3f}", ""),
        ("Nachemson, back of the wall, as quoted", " to ".join(f"{end:.2f}" for end in result.back_wall), ""),
        ("width of the wall here (mm)", f"{result.wall:.1f}", ""),
        ("width by the measured change (mm)", f"{result.wall_measured:.1f}", ""),
    ]
    return Table(
        "Stress across the wall",
        ("Distance from the centre (mm)", "Tension around the disc (MPa)", "Stress across the wall (MPa)"),
        tuple(rows),
    )


def formula_change(result):
    """Return the tension at the inner face as a multiple of a young disc's under the same force."""
    young = simulate(result.state.replace(grade=1))
    return result.hoop[0] / young.hoop[0]
