"""The one-muscle lesson in words."""

from spine_edu import data
from spine_edu.tables import Table

#: Part of the compression -> words.
PARTS = {"trunk": "trunk, head and arms", "hands": "the load", "muscle": "the back muscles"}


def sentence(result):
    """Return the pull of the muscles, the compression, and where it stands to the screening value."""
    screening = data.value("loads_muscle.screening")
    side = "above" if result.compression > screening else "below"
    return (
        f"To hold still, the back muscles pull with {result.muscle:,.0f} N. Together with the weights the "
        f"lowest disc carries {kilonewtons(result.compression)}, {side} the screening value of "
        f"{kilonewtons(screening)}. {share(result, 'muscle'):.0f} % of it is muscle."
    )


def compare(held, result):
    """Return how the compression changed from A to B."""
    before, after = (round(run.compression / 1000, 2) for run in (held, result))
    if before == after:
        return f"A and B press the disc alike, with {after:.2f} kN."
    return (
        f"From A to B the compression goes from {before:.2f} to {after:.2f} kN, "
        f"{abs(after - before):.2f} kN {'more' if after > before else 'less'}."
    )


def table(result):
    """Return forces and lever arms, and the values the compression is held against."""
    rows = [
        ("Weight of trunk, head and arms", f"{result.trunk:.0f}", f"{result.trunk_arm:.1f}"),
        ("Weight of the load", f"{result.hands:.0f}", f"{result.hands_arm:.0f}"),
        ("Pull of the back muscles", f"{result.muscle:.0f}", f"{result.state.muscle_arm:.1f}"),
        ("Compression of the lowest disc", f"{result.compression:.0f}", ""),
    ]
    rows += [
        (data.parameter(f"loads_muscle.{name}").label, f"{data.value(f'loads_muscle.{name}'):.0f}", "")
        for name in ("screening", "threshold_men", "threshold_women", "strength")
    ]
    return Table("Forces on the lowest disc", ("What", "Force (N)", "Lever arm (cm)"), tuple(rows))


def share(result, part):
    """Return a part's share of the compression in percent."""
    return 100 * result.shares[part] / result.compression


def kilonewtons(newtons):
    """Return a force as printed, for example ``"2.16 kN"``."""
    return f"{newtons / 1000:.2f} kN"
