"""What scans show in people without back pain, by age, and how much commoner it is with pain.

Two reviews are joined: fitted shares without pain (brinjikji2015a), and odds ratios for adults up to 50
(brinjikji2015b). With share p0 without pain, the share with pain is ``OR o / (1 + OR o)``, where ``o = p0 / (1 - p0)``.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.state import State, choice, quantity

PEOPLE = 100
LOOKS = ("pain, finding", "pain, no finding", "no pain, finding", "no pain, no finding")


@dataclass(frozen=True)
class FindingsState(State):
    """Settings: the finding, the age in years, who is shown, and how many of 100 have back pain."""

    finding: str = choice("herniation_findings.finding")
    age: float = quantity("herniation_findings.age")
    people: str = choice("herniation_findings.people")
    pain_share: float = quantity("herniation_findings.pain_share")

    def __post_init__(self):
        super().__post_init__()
        ages = [row.age for row in curve(self.finding)]
        if self.age not in ages:
            raise ValueError(
                f"Age: {self.age:g} years is not in the table; allowed are {', '.join(f'{age:g}' for age in ages)}."
            )


@dataclass(frozen=True)
class FindingsResult:
    """A hundred people.

    Attributes
    ----------
    state : FindingsState
    fitted : tuple of records
        The finding's fitted shares without pain, by age.
    counted : tuple of records
        Single studies that counted it.
    record : record
        The row of the chosen age.
    odds : record or None
        Odds ratio of the finding; None where none was published.
    joined : bool
        Whether people with and without pain can be shown: asked for, published, and inside the ages compared.
    with_pain : tuple of float
        Share among people with pain, %, and the ends of its 95 % interval; empty unless `joined`.
    counts : tuple of int
        How many of 100 people look like each of `LOOKS`.
    """

    state: FindingsState
    fitted: tuple
    counted: tuple
    record: object
    odds: object
    joined: bool
    with_pain: tuple
    counts: tuple

    @property
    def looks(self):
        """The look of each of the 100 people, grouped."""
        return tuple(look for look, count in zip(LOOKS, self.counts, strict=True) for _ in range(count))


def curve(finding):
    """Return the fitted rows of a finding, by age."""
    return tuple(
        sorted(
            (row for row in data.table("herniation_findings") if row.finding == finding and row.method == "fitted"),
            key=lambda row: row.age,
        )
    )


def simulate(state):
    """Return the `FindingsResult` of a `FindingsState`."""
    rows = curve(state.finding)
    record = next(row for row in rows if row.age == state.age)
    odds = next((row for row in data.table("herniation_odds") if row.finding == state.finding), None)
    joined = state.people == "both" and odds is not None and state.age <= data.value("herniation_findings.oldest")
    with_pain = (
        tuple(share_with_pain(record.percent, ratio) for ratio in (odds.ratio, odds.low, odds.high)) if joined else ()
    )
    return FindingsResult(
        state=state,
        fitted=rows,
        counted=tuple(
            row for row in data.table("herniation_findings") if row.finding == state.finding and row.method == "counted"
        ),
        record=record,
        odds=odds,
        joined=joined,
        with_pain=with_pain,
        counts=_counts(record.percent, with_pain[0] if joined else 0, round(state.pain_share) if joined else 0),
    )


def share_with_pain(without, ratio):
    """Return the share with pain, %, from the share without pain, %, and an odds ratio."""
    odds = ratio * without / (100 - without)
    return 100 * odds / (1 + odds)


def _counts(without, with_, in_pain):
    hurting = round(in_pain * with_ / 100)
    well = round((PEOPLE - in_pain) * without / 100)
    return hurting, in_pain - hurting, well, PEOPLE - in_pain - well
