"""Which answers make a study that could tell the voices apart, and why; some hang on another answer beside them."""

from functools import cache

from spine_edu import data

#: The parts of a study, in the order in which one asks for them.
PARTS = ("whom", "measure", "against", "when")


@cache
def answers(key, part, beside=frozenset()):
    """Return option of a part -> row of contradiction_needs.csv that judges it.

    A row of the contradiction itself comes before one of all of them, and one that is about an answer to another part
    before one that holds beside any.

    Parameters
    ----------
    key : str
    part : str
    beside : frozenset of str
        What is chosen for the other parts.
    """
    rows = [
        row
        for row in data.table("contradiction_needs")
        if row.part == part and row.contradiction in ("", key) and (not row.given or row.given in beside)
    ]
    found = {}
    for row in sorted(rows, key=lambda row: (not row.contradiction, not row.given)):
        for option in row.options.split():
            found.setdefault(option, row)
    return found


def fit(key, part):
    """Return the options of a part that fit a contradiction, the first of which opens it anew."""
    return [option for option, row in answers(key, part).items() if row.fits != "no"]


def graded(state, part):
    """Return the options of a part that fit best beside the others, and those that will do, as two lists."""
    rows = _beside(state, part)
    return [[option for option, row in rows.items() if row.fits == grade] for grade in ("yes", "spare")]


def judged(state, part):
    """Return the row that judges the answer that is chosen for a part; None where none is chosen."""
    return _beside(state, part).get(getattr(state, part))


def _beside(state, part):
    return answers(state.contradiction, part, frozenset(getattr(state, other) for other in PARTS if other != part))


def fitting(state):
    """Return part of the study -> whether it fits the contradiction."""
    rows = {part: judged(state, part) for part in PARTS}
    return {part: row is not None and row.fits != "no" for part, row in rows.items()}


def reason(state, part):
    """Return why the answer that is chosen for a part fits, or does not."""
    return judged(state, part).why


def spare(state):
    """Return the parts of which the answer will do, but another one tells more, or as much for less."""
    rows = {part: judged(state, part) for part in PARTS}
    return [part for part, row in rows.items() if row is not None and row.fits == "spare"]
