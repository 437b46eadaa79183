"""One tissue in words: can it feel, what feeds it, what does it do?"""

from spine_edu.anatomy.tissues.model import rows
from spine_edu.letters import capital
from spine_edu.tables import Table

#: Whether a tissue can feel -> what is said of it.
ANSWER = {
    "yes": "it can start a pain",
    "partly": "it can feel in part",
    "no": "in a healthy adult it cannot start a pain",
}


def sentence(result):
    """Return whether the tissue can feel, its nerve and blood supply, its job, and what to know."""
    row = result.row
    clauses = (f"{row.label}: {ANSWER[row.feels]}", row.nerve_supply, row.blood_supply, row.job)
    said = [f"{capital(clause)}." for clause in clauses]
    return " ".join([*said, *([row.note] if row.note else []), f"{_counts(result)}."])


def _counts(result):
    feel, partly, not_at_all = (len(result.by_feeling[answer]) for answer in ("yes", "partly", "no"))
    return f"Of {len(rows())} tissues here {feel} can feel, {partly} in part, {not_at_all} not"


def compare(held, result):
    """Return how two tissues differ in feeling."""
    one, other = held.row, result.row
    if one.tissue == other.tissue:
        return "A is the same tissue."
    if one.feels == other.feels:
        return f"Like the {one.label} of A: can it feel? {other.feels}."
    return f"The {one.label} of A answers “{one.feels}”, the {other.label} “{other.feels}”."


def table(result):
    """Return all tissues with their answers."""
    return Table(
        f"Who can feel? Healthy adult tissue. {_counts(result)}",
        ("Tissue", "Can it feel?", "Nerve supply", "Blood supply", "Job"),
        tuple((row.label, row.feels, row.nerve_supply, row.blood_supply, row.job) for row in rows()),
    )
