"""Who has it without pain: findings by age, and how much commoner they are with pain, counted or joined."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.herniation import charts
from spine_edu.herniation.findings import figure, model, words


class FindingsAndPain(Session):
    """A hundred people: who has a finding, who has pain, and who has both."""

    part = "herniation_findings"
    title = "Who has it without pain?"
    model, figures, words, State = model, figure, words, model.FindingsState
    first = ("finding", "age", "numbers", "pain_share")
    behind = {
        "herniation_findings": ("Shares without pain", "finding"),
        "herniation_pairs": ("Counted pairs", "label"),
        "herniation_odds": ("Odds ratios", "label"),
    }
    ask = Number(
        "Of 100 people of 40 who have no back pain, how many have a disc bulge on MRI?",
        "of 100",
        0,
        100,
        answer=lambda result: next(row.percent for row in model.curve("bulge") if row.age == figure.ASKED_AGE),
        todo="Now move the age, and choose another finding.",
        voice="The review says",
        people=charts.crowd(),
    )
    checks = {
        "nine_in_ten": lambda result: result.record.percent >= 90,
        "both_ways": lambda result: (
            result.mixed and result.counts[0] > result.counts[1] and result.counts[2] > result.counts[0]
        ),
    }
    failures = {
        "nobody": lambda result: result.record.people == 0 and result.record.percent > 0,
        "two_reviews": lambda result: result.joined and result.with_pain > 90,
        "cause": lambda result: result.mixed and result.counts[0] > result.counts[2],
    }
