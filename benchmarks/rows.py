"""One row of the benchmark table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, beside what, and what was aimed at.

    Attributes
    ----------
    group, name, value : str
        `value` is printed with its unit.
    ratio : float or None
        Against `against`, from the same run.
    against : str
    target : str
        Empty for a row that only informs.
    met : bool or None
    """

    group: str
    name: str
    value: str
    ratio: float | None = None
    against: str = ""
    target: str = ""
    met: bool | None = None

    def cells(self):
        """Return the row as printed."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2g} ×" if self.ratio < 10 else f"{self.ratio:.0f} ×"
        met = {None: "", True: "yes", False: "**no**"}[self.met]
        return self.group, self.name, self.value, f"{ratio} {self.against}".strip(), self.target, met


def centile(values, percent):
    """Return the smallest value that at least `percent` per cent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]
