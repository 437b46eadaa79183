"""The scan after a year in words."""

from spine_edu import data
from spine_edu.herniation.followup.model import LOOKS, PEOPLE, constant
from spine_edu.tables import Table


def sentence(result):
    """Return both readings of the trial, who was operated on, and how often the reader's rule is right."""
    parts = [_both_ways(result), _operated(result)]
    if result.right is not None:
        parts.append(_guess(result))
    return " ".join(parts)


def compare(held, result):
    """Return how the guess differs from the held one."""
    if (held.state.sort == "well") != (result.state.sort == "well"):
        return "One is a hundred people of the trial, the other a hundred of those in it who did well."
    if held.right is None or result.right is None:
        return (
            "A and this are the same hundred people of one trial; with a rule on both sides there is more to compare."
        )
    change = result.right - held.right
    if change == 0:
        return f"A’s rule is right as often: for {held.right} of {PEOPLE}."
    return (
        f"A’s rule is right for {held.right} of {PEOPLE}, this one for {result.right}, {abs(change)} "
        f"{'more' if change > 0 else 'fewer'}."
    )


def table(result):
    """Return every number of the trial with where it was read, and the hundred put together from it, as a `Table`."""
    rows = [(row.label, row.value, row.unit, row.provenance) for row in data.parameters("herniation_followup")]
    rows.append(
        ("Operated on within the year, both groups", result.operated, f"of {result.people} people", "computed: a sum")
    )
    whose = ", of those who did well" if result.state.sort == "well" else ""
    made = "computed: rounded to a hundred from the shares above"
    rows += [(look.capitalize(), result.counts[look], f"of {PEOPLE}{whose}", made) for look in LOOKS]
    if result.right is not None:
        rows.append(("Guessed right by the rule", result.right, f"of {PEOPLE}", "computed"))
    return Table(
        "A scan 1 year after sciatica, one trial", ("What", "Number", "Unit", "Where it comes from"), tuple(rows)
    )


def _both_ways(result):
    return (
        f"A year after sciatica {constant('good_outcome'):.0f} of {PEOPLE} people in one trial did well "
        f"({data.short_citation('barzouhi2013')}). The herniation was still seen in {constant('visible_good'):.0f} of "
        f"100 who did and in {constant('visible_poor'):.0f} of 100 who did not: the scan told them apart no better "
        f"than a coin."
    )


def _operated(result):
    return (
        f"These are not people left alone: {result.operated} of {result.people} were operated on within the year "
        f"({data.short_citation('peul2007')}). The table has all numbers."
    )


def _guess(result):
    whom = result.state.declarations()["rule"].format(result.state.rule)
    if result.state.sort == "well":
        return f"Of {PEOPLE} people who all did well, saying “does well” of {whom} is right for {result.right}."
    right = f"is right for {result.right} of {PEOPLE}"
    if result.state.rule == "everybody":
        return f"Saying “does well” of {whom} needs no scan, and {right}."
    return f"Saying “does well” of {whom} {right}; of everybody, without a scan, for {constant('good_outcome'):.0f}."
