"""Pressure inside a living disc, by posture: two studies, two units, never mixed.

Nothing is computed here but a share of standing. The numbers are readings of two studies; the model only puts the
rows of one group side by side and says what both studies measured, what only one did, and where they disagree.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.state import State, choice

STUDIES = ("wilke", "nachemson")
REFERENCE = "standing"


@dataclass(frozen=True)
class PressureState(State):
    """Which postures stand on the board, and which one is marked."""

    group: str = choice("loads_pressure.group")
    posture: str = choice("loads_pressure.posture")


@dataclass(frozen=True)
class Row:
    """One posture with its reading in each study.

    Attributes
    ----------
    posture : str
        Option of ``loads_pressure.posture``.
    label : str
        The words on the board.
    readings : dict
        Study -> row of loads_pressures.csv, or None where the study did not measure this posture.
    """

    posture: str
    label: str
    readings: dict

    def share(self, study):
        """Return the reading as a multiple of standing in the same study, or None."""
        reading = self.readings[study]
        return None if reading is None else reading.value / row(REFERENCE).readings[study].value


@dataclass(frozen=True)
class PressureResult:
    """The board.

    Attributes
    ----------
    state : PressureState
    rows : tuple of Row
        The postures of the group in the order of the screen; the marked one is added if the group lacks it.
    marked, standing : Row
    """

    state: PressureState
    rows: tuple[Row, ...]
    marked: Row
    standing: Row

    @property
    def disagree(self):
        """True where both studies measured the marked posture and put it on different sides of standing."""
        shares = [self.marked.share(study) for study in STUDIES]
        return None not in shares and (shares[0] - 1) * (shares[1] - 1) < 0


def study(name):
    """Return the row of loads_studies.csv for ``"wilke"`` or ``"nachemson"``."""
    return next(item for item in data.table("loads_studies") if item.study == name)


def row(posture):
    """Return the `Row` of one posture.

    Raises
    ------
    ValueError
        If no study measured such a posture; the message lists the known ones.
    """
    words = data.choice("loads_pressure.posture")
    words.check(posture)
    readings = {item.study: item for item in data.table("loads_pressures") if item.posture == posture}
    return Row(posture, words.format(posture), {name: readings.get(name) for name in STUDIES})


def simulate(state):
    """Return the `PressureResult` for a `PressureState`."""
    marked = row(state.posture)
    names = _members(state.group)
    if state.posture not in names:
        names.append(state.posture)
    return PressureResult(state, tuple(row(name) for name in names), marked, row(REFERENCE))


def _members(group):
    """Postures of a group, standing among them as the reference, in the order of the screen."""
    chosen = {
        item.posture
        for item in data.table("loads_pressures")
        if item.main == "yes" and group == "main" or item.group == group
    }
    return [name for name in data.choice("loads_pressure.posture").values if name in chosen | {REFERENCE}]
