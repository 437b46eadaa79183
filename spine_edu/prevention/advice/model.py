"""Advice on its rung of evidence, and what it buys in a hundred people: sorted by lot, and by people's own choice.

A card hangs where its row of prevention_advice puts it. Its people come from rows of prevention_results: as counted or
printed, or worked out from a ratio r and a share b of those on the side from which the ratio starts:

- risk ratio: r b
- odds ratio: the share whose odds are r times those of b
- hazard ratio: 1 - (1 - b)^r, if it holds at any time

Counts of people who chose may be sorted anew: of those who stopped and had it again, some are put back to those who
kept on, as if they had stopped because of it.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spine_edu import data
from spine_edu.state import State, choice, quantity

#: Rung, from the top -> what it says.
RUNGS = MappingProxyType(
    {
        "for": "Trials: it helps",
        "same": "Trials: no clear difference",
        "seen": "Only compared, never tried",
        "none": "No study found",
    }
)
#: What may be asked of each piece of advice.
ASKED_FOR = ("again", "lasting")
#: How people came to follow the advice or not.
LANES = ("lots", "choice")
STUDIES = ("first", "second", "third")
PEOPLE = 100


@dataclass(frozen=True)
class AdviceState(State):
    """Settings: what is asked, the open card, which result, the share without it, who stopped, and what is believed."""

    asked: str = choice("prevention_advice.asked")
    advice: str = choice("prevention_advice.advice")
    study: str = choice("prevention_advice.study")
    without: float = quantity("prevention_advice.without")
    back: float = quantity("prevention_advice.back")
    believe: str = choice("prevention_advice.believe")


@dataclass(frozen=True)
class Lane:
    """Two hundreds of people of one result.

    Attributes
    ----------
    row : record
        The row of prevention_results.csv.
    plain, advised : int or None
        How many of a hundred have it without following the advice and with it; None where no people are printed.
    low, high : int or None
        The published interval of the side that the ratio leads to, in people: `plain` if the row is turned, else
        `advised`; None without one.
    back : int
        How many of those of `advised` were put back there.
    """

    row: object
    plain: int | None
    advised: int | None
    low: int | None = None
    high: int | None = None
    back: int = 0

    @property
    def drawn(self):
        """Whether there are people to be drawn."""
        return self.plain is not None

    @property
    def spared(self):
        """How many fewer of a hundred have it with the advice; negative if more do."""
        return self.plain - self.advised

    @property
    def chosen_base(self):
        """Whether the share without it is the reader's."""
        return self.row.measure.endswith("ratio") and self.row.base is None

    @property
    def counted(self):
        """Whether counts of people are printed, which can be sorted anew."""
        return self.row.measure == "count"

    @property
    def clear(self):
        """Whether the published interval leaves out no difference; None where nothing says so."""
        if self.low is None:
            return False if self.row.chance else None
        # Of a ratio the published ends count, and not the whole people that they come to.
        same = 1 if self.row.measure.endswith("ratio") else self.row.share_plain
        return not self.row.low <= same <= self.row.high


@dataclass(frozen=True)
class AdviceResult:
    """Cards on their rungs, and the people of the open one.

    Attributes
    ----------
    state : AdviceState
    rungs : dict
        Advice -> its rung.
    lanes : dict
        How people came to it -> `Lane`, or None where we found no result.
    """

    state: AdviceState
    rungs: dict
    lanes: dict

    @property
    def card(self):
        """The row of the open card."""
        return cards()[self.state.advice]

    @property
    def both(self):
        """Whether people were sorted by lot and by choice, so that one can be believed and not the other."""
        return all(lane is not None and lane.drawn for lane in self.lanes.values())

    @property
    def rung(self):
        """The rung on which the open card hangs."""
        return self.rungs[self.state.advice]


def simulate(state):
    """Return the `AdviceResult` of an `AdviceState`."""
    return AdviceResult(state, rungs(state.asked), {lane: _lane(state, lane) for lane in LANES})


@cache
def cards():
    """Return the rows of prevention_advice.csv by advice."""
    return {row.advice: row for row in data.table("prevention_advice")}


@cache
def pile():
    """Return the advice in the order in which it is sorted, which tells nothing."""
    return tuple(sorted(cards(), key=lambda advice: cards()[advice].turn))


def rungs(asked):
    """Return the rung of each piece of advice for what is asked, as a dict."""
    return {advice: getattr(row, asked) for advice, row in cards().items()}


@cache
def results(advice, asked, lane):
    """Return the rows of prevention_results.csv of a lane that are drawn, the first one first."""
    rows = [
        row
        for row in data.table("prevention_results")
        if (row.advice, row.asked, row.lane) == (advice, asked, lane) and row.study <= len(STUDIES)
    ]
    return tuple(sorted(rows, key=lambda row: row.study))


def people(row, base, back=0):
    """Return the `Lane` of a row.

    Parameters
    ----------
    row : record
    base : float
        The share of 100 from which a ratio starts, where the row sets none.
    back : float
        How many people who stopped are put back to those who kept on, all of whom had it again.
    """
    if row.measure == "count":
        plain = (row.hit_plain - back) / (row.of_plain - back)
        advised = (row.hit_advised + back) / (row.of_advised + back)
        moved = round(PEOPLE * back / (row.of_advised + back))
        return Lane(row, round(PEOPLE * plain), round(PEOPLE * advised), back=moved)
    if row.measure == "share":
        ends = (row.low, row.high) if row.low is not None else (None, None)
        return Lane(row, round(row.share_plain), round(row.share_advised), *ends)
    if row.measure == "days":
        return Lane(row, PEOPLE // 2, PEOPLE // 2)
    if row.measure in ("points", "none"):
        return Lane(row, None, None)
    start = base if row.base is None else row.base
    there, low, high = (_led(row.measure, start, ratio) for ratio in (row.value, row.low, row.high))
    sides = (there, round(start)) if row.turned == "yes" else (round(start), there)
    return Lane(row, *sides, low, high)


def _led(measure, start, ratio):
    """Return the people of 100 to which a ratio leads from a share of 100."""
    share = start / PEOPLE
    if measure == "risk ratio":
        there = share * ratio
    elif measure == "odds ratio":
        odds = ratio * share / (1 - share)
        there = odds / (1 + odds)
    else:
        there = 1 - (1 - share) ** ratio
    return round(PEOPLE * min(there, 1))


def _lane(state, lane):
    rows = results(state.advice, state.asked, lane)
    if not rows:
        return None
    wanted = STUDIES.index(state.study)
    return people(rows[min(wanted, len(rows) - 1)], state.without, state.back)
