"""The other column: what a page leaves out beside its number."""

from spine_edu.claims.other_column import figure, model, words
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session


def _key(result):
    row = result.columns.row
    return row.claim, row.counted, row.when


def _device(result):
    return result.state.claim == "device" and result.laid_over and result.state.view == "columns"


class OtherColumn(Session):
    """Two columns of a hundred people: paint the missing one, lay the published one over, and see who differs."""

    part = "claims_other_column"
    title = "The other column"
    model, figures, words, State = model, figure, words, model.ColumnState
    first = ("claim", "other", "counted", "view")
    behind = {
        "claims_columns": ("Both columns", "what"),
        "claims_votes": ("The panel’s votes", "question"),
        "treatment_shares": ("Counts of other trials", "arm"),
        "treatment_effects": ("Effects of treatments", "label"),
    }
    ask = Number(
        "A page says: with the device, 95 of 100 people had no new operation for a new herniation within two years. "
        "In the same trial, of 100 people without the device, how many had none?",
        "of 100",
        0,
        100,
        answer=lambda result: result.columns.people[1],
        at=figure.ASKED,
        todo="Now press “Lay it over”: those without the device walk in.",
        voice="The trial says",
        people=figure.CROWD,
    )
    checks = {
        "worse": lambda result: _device(result) and result.worded and _worse(result.columns),
        "same": lambda result: result.laid_over and result.state.view == "columns" and _same(result),
        "empty": lambda result: (
            result.state.other == "missing" and result.columns is not None and result.columns.share is None
        ),
        "all_alike": lambda result: (
            result.state.view == "wordings" and result.laid_over and result.worded and _near(result)
        ),
    }
    failures = {
        "chosen": lambda result: result.columns is not None and result.columns.row.design == "chosen",
        "assumed": lambda result: result.columns is not None and result.columns.row.design == "review",
        "success": lambda result: result.columns is not None and _key(result)[1:] == ("success", "year3"),
        "memory": lambda result: result.columns is not None and result.columns.remembered,
        "pain": lambda result: result.columns is None,
        "alone": lambda result: result.columns is not None and result.columns.row.design == "alone",
    }

    @property
    def asked_result(self):
        """The result that the question is about, with what was predicted as painted, so that a drag begins there."""
        return model.simulate(self.State(**figure.ASKED | {"mine": self.predicted or 0}))

    def told_here(self):
        """Return the prediction beside the trial, once the published column lies over it; before, that it does not."""
        told = self.told()
        if told is None or not figure.is_asked(self.result):
            return None
        if self.result.laid_over:
            return told
        return told._replace(model="The other column is not laid over yet", apart="lay it over")

    def _moved(self, name, value):
        """Return the state after a hand has moved one control: another claim opens with its own count."""
        if name == "claim":
            return model.afresh(self.state, value)
        return super()._moved(name, value)


def _worse(columns):
    """Whether more people are badly off in the first column."""
    return (columns.differ < 0) == columns.good and columns.differ != 0


def _same(result):
    return result.worded and result.columns.differ == 0


def _near(result):
    truth = abs(result.columns.differ)
    return all(abs(getattr(result.state, name) - truth) <= 1 for name in model.ESTIMATES)
