"""The pathway map: walk it with somebody, open its boxes, and see where guidelines differ."""

from spine_edu.explorer.marking import Each
from spine_edu.explorer.session import Session
from spine_edu.treatment.pathway import asked, figure, model, words


class PathwayMap(Session):
    """The way through weeks and months as NICE writes it, its doors for warning signs, and what stands beside it."""

    part = "treatment_pathway"
    title = "The pathway: who goes where, and when?"
    model, figures, words, State = model, figure, words, model.PathwayState
    first = ("presentation", "step", "guideline", "box")
    behind = {
        "treatment_guidelines": ("What guidelines say", "box"),
        "treatment_nodes": ("Boxes", "title"),
        "treatment_tests": ("How well a test tells", "test"),
        "warning_signs": ("Warning signs", "text"),
        "treatment_cards": ("What trials found", "treatment"),
    }
    ask = Each(
        "NICE, a British guideline, judges nine treatments of leg pain from the back. Which does it offer or consider, "
        "perhaps under a condition, and which does it tell doctors not to offer?",
        asked.THINGS,
        asked.SIGNS,
        answer=lambda result: asked.answers(),
        todo="Now walk with Noor: press Run, or go step by step.",
        at={"guideline": "nice"},
        voice="NICE agrees with",
        spots=asked.spots(),
    )
    checks = {
        "bypass": lambda result: result.ended and "today" in result.walked,
        "no_and_unknown": lambda result: (
            {"no", "unclear"} <= set(model.answers(result.opened, result.complaint).values())
        ),
        "back_on_the_way": lambda result: (
            result.through_door and model.walked(result.steps, result.here)[-1] in ("again", "exercise", "better")
        ),
    }
    failures = {
        "weeks": lambda result: "leg" in result.walked,
        "not_cleared": lambda result: "first" in result.walked and not result.through_door,
        "no_choice": lambda result: result.ended and len(result.steps[-1].boxes) == 3,
        "one_way": lambda result: result.verdicts.get("heat") == result.verdicts.get("relaxant") == "for",
        "other_people": lambda result: result.opened == "raise",
    }
