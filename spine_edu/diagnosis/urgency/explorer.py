"""Now, soon, routine: sort the signs first, then see where guidelines put them and how weak each is alone."""

from spine_edu.diagnosis.urgency import asked, figure, model, words
from spine_edu.explorer.marking import Each
from spine_edu.explorer.session import Session


class Sorted(Each):
    """Cards that are sorted: told is how many cannot wait as long as was said, and how many can wait longer."""

    def tell(self, predicted, result):
        """Return prediction and result as `spine_edu.explorer.asking.Told`."""
        told, order = super().tell(predicted, result), list(self.answers)
        found = self.answer(result)
        apart = [order.index(found[card]) - order.index(said) for card, said in predicted.items()]
        early, late = sum(one > 0 for one in apart), sum(one < 0 for one in apart)
        if not early + late:
            return told
        return told._replace(apart=f"{late} cannot wait as long as you said, {early} can wait longer")


class NowSoonRoutine(Session):
    """Every sign that cannot wait, and what is feared without being one, at three doors."""

    part = "diagnosis_urgency"
    title = "Now, soon or routine?"
    model, figures, words, State = model, figure, words, model.UrgencyState
    first = ("sign", "whose")
    behind = {
        "diagnosis_flags": ("Cards and doors", "name"),
        "diagnosis_flag_counts": ("Counts of signs", "whom"),
        "warning_signs": ("Warning signs", "text"),
        "herniation_findings": ("Shares without pain", "finding"),
    }
    ask = Sorted(
        "Somebody with back pain has what a card says. Through which door: looked at now, today, without an "
        "appointment; soon (within days); or in the usual way?",
        asked.things(),
        {"today": "T", "soon": "S", "routine": "R"},
        answer=lambda result: asked.answers(),
        todo="Now press Run: guidelines open the doors, and your cards go where they put them.",
        voice="Guidelines agree with",
        spots=asked.spots(),
    )
    checks = {
        "left_out": lambda result: (
            result.state.whose == "article" and result.door == "today" and result.state.sign in result.left_out
        ),
        "points_away": lambda result: (
            all(group.counted for group in result.groups)
            and result.groups[0].row.measure == "with"
            and result.groups[0].high < result.groups[1].low
        ),
        "never_counted": lambda result: result.door == "today" and not any(group.counted for group in result.groups),
    }
    failures = {
        "not_cleared": lambda result: result.state.sign == model.NO_SIGN and result.groups[0].low > 50,
        "one_by_one": lambda result: result.groups[1].counted and result.groups[1].low > 2 * result.groups[0].high,
        "chosen_people": lambda result: result.groups[0].row.source == "ces_audit",
        "days_differ": lambda result: result.door != model.cards()[result.state.sign].door,
    }
