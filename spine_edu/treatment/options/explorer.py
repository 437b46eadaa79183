"""The option table: the same numbers for everybody, in the order of what matters to one."""

from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session
from spine_edu.treatment.options import figure, model, words


def _farthest():
    """Return the question on which the two invented people differ most."""
    mara, tom = (model.person(name) for name in ("mara", "tom"))
    return max(model.VALUES, key=lambda row: abs(getattr(mara, row) - getattr(tom, row)))


class OptionTable(Session):
    """Five ways to go on with sciatica, side by side, and two people who would choose differently."""

    part = "treatment_options"
    title = "The option table: what matters to whom?"
    model, figures, words, State = model, figure, words, model.OptionsState
    first = ("whose", "order", "row", "option")
    behind = {"treatment_options": ("Cells", "row"), "treatment_people": ("Invented people", "name")}
    ask = Pick(
        f"{model.person('mara').story} {model.person('tom').story} Both read the same numbers. Over which of five "
        "questions do they lie farthest apart?",
        tuple(model.question(row) for row in model.VALUES),
        answer=lambda result: model.question(_farthest()),
        todo="Now press Show me: M and T stand beside the knobs. Then set your own, and see the rows climb.",
        at={"row": "operation"},
        voice="By their own words it is",
        tags=figure.tags(),
    )
    checks = {
        "order": lambda result: result.order[0] == "harms" and result.order[len(model.VALUES) - 1] == "speed",
        "mine": lambda result: len(result.state.accepted) >= 3 and result.state.lean != model.UNSURE,
        "dummy": lambda result: "dummy" in result.cell.short and result.cell.value is not None,
    }
    failures = {
        "no_sum": lambda result: len(set(result.matters.values())) == 1 and result.matters["speed"] == model.MOST,
        "yardsticks": lambda result: result.state.row == "speed" and result.state.option == "nsaid",
        "gaps": lambda result: result.cell.kind == "none",
        "their_hundred": lambda result: result.cell.kind == "of_100",
        "ours": lambda result: result.state.row == "like",
    }

    def one_page(self, own_words=""):
        """Return a page to print or take along, as a text; `own_words` stand on it and are kept nowhere."""
        return words.one_page(self.result, own_words)
