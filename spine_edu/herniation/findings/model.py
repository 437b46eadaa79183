"""What scans show in people without back pain, by age, and how much commoner it is with pain.

People without pain come from fitted shares by age (brinjikji2015a). For people with and without pain there are two
ways. A second review counted both, in adults up to 50 (brinjikji2015b, table herniation_pairs). Or the two reviews are
joined: with the fitted share p0 without pain and the second review's odds ratio OR, the share with pain is
``OR o / (1 + OR o)``, where ``o = p0 / (1 - p0)``. That is computed; nobody counted it.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.state import State, choice, quantity

PEOPLE = 100
LOOKS = ("pain, finding", "pain, no finding", "no pain, finding", "no pain, no finding")


@dataclass(frozen=True)
class FindingsState(State):
    """Settings: the finding, the age in years, whose numbers, and how many of 100 have back pain."""

    finding: str = choice("herniation_findings.finding")
    age: float = quantity("herniation_findings.age")
    numbers: str = choice("herniation_findings.numbers")
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
        Single studies that counted it without pain.
    record : record
        The row of the chosen age.
    odds : record or None
        Odds ratio of the finding; None where none was published.
    pair : record or None
        Its shares without and with pain as the review of the odds ratios counted them; None where we know none.
    with_pain : float or None
        Share of people with pain behind the square, %; None where it is not known.
    interval : tuple of float
        Ends of the 95 % interval of `with_pain`, %; empty unless it is computed from two reviews.
    counts : tuple of int
        How many of 100 people look like each of `LOOKS`.
    """

    state: FindingsState
    fitted: tuple
    counted: tuple
    record: object
    odds: object
    pair: object
    with_pain: float | None
    interval: tuple
    counts: tuple

    @property
    def looks(self):
        """The look of each of the 100 people, grouped."""
        return tuple(look for look, count in zip(LOOKS, self.counts, strict=True) for _ in range(count))

    @property
    def as_counted(self):
        """Whether the square shows adults up to 50 as the review of the odds ratios counted them."""
        return self.state.numbers == "counted" and self.pair is not None

    @property
    def mixed(self):
        """Whether people with pain are shown: asked for, and known."""
        return self.state.pain_share > 0 and self.with_pain is not None

    @property
    def joined(self):
        """Whether two reviews are joined in the square: the share with pain is then computed."""
        return self.mixed and not self.as_counted


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
    odds, pair = _of("herniation_odds", state.finding), _of("herniation_pairs", state.finding)
    without, with_pain, interval = record.percent, None, ()
    if state.numbers == "fitted" and odds is not None and state.age <= data.value("herniation_findings.oldest"):
        with_pain, *interval = (share_with_pain(without, ratio) for ratio in (odds.ratio, odds.low, odds.high))
    elif state.numbers == "counted" and pair is not None:
        without, with_pain = pair.without, pair.with_pain
    in_pain = round(state.pain_share) if with_pain is not None else 0
    return FindingsResult(
        state=state,
        fitted=rows,
        counted=tuple(
            row for row in data.table("herniation_findings") if row.finding == state.finding and row.method == "counted"
        ),
        record=record,
        odds=odds,
        pair=pair,
        with_pain=with_pain,
        interval=tuple(interval),
        counts=_counts(without, with_pain or 0, in_pain),
    )


def share_with_pain(without, ratio):
    """Return the share with pain, %, from the share without pain, %, and an odds ratio."""
    odds = ratio * without / (100 - without)
    return 100 * odds / (1 + odds)


def _of(table, finding):
    return next((row for row in data.table(table) if row.finding == finding), None)


def _counts(without, with_, in_pain):
    hurting = round(in_pain * with_ / 100)
    well = round((PEOPLE - in_pain) * without / 100)
    return hurting, in_pain - hurting, well, PEOPLE - in_pain - well
