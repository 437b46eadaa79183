"""A scan a year after sciatica, in a trial in which many were operated on: does it tell who does well?"""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.herniation import charts
from spine_edu.herniation.followup import figure, model, words


class ScanAfterAYear(Session):
    """A hundred people of one trial, by how they feel and by what the scan shows a year later."""

    part = "herniation_followup"
    title = "A scan after a year: does it tell who does well?"
    model, figures, words, State = model, figure, words, model.FollowupState
    first = ("sort", "rule")
    ask = Number(
        "Of 100 people who do well a year after sciatica, in how many is the herniation still seen on the scan?",
        "of 100",
        0,
        100,
        answer=lambda result: result.counts["well, still seen"],
        todo="Now sort the hundred by what the scan shows, and guess from it.",
        at={"sort": "well"},
        voice="The trial says",
        people=charts.crowd(),
    )
    checks = {
        "best_rule": lambda result: result.state.rule == "everybody",
        "seen_and_well": lambda result: (
            result.state.sort == "scan" and "well, still seen" in model.RULES[result.state.rule]
        ),
    }
    failures = {
        "operated": lambda result: 2 * result.operated > result.people and result.state.sort == "scan",
        "two_steps": lambda result: {look.split(", ")[1] for look in result.looks} == {"still seen", "not seen"},
    }
