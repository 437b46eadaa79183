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
    good, poor = constant("visible_good"), constant("visible_poor")
    return (
        f"A year after sciatica {constant('good_outcome'):.0f} of {PEOPLE} people in one trial did well. The "
        f"herniation was still seen in {good:.0f} of 100 who did and in {poor:.0f} of 100 who did not; of those with "
        f"it still seen {constant('good_visible'):.0f} of 100 did well, of those without "
        f"{constant('good_hidden'):.0f}. The scan told the groups apart no better than a coin (area under the ROC "
        f"curve {constant('roc_area'):.2f}, P {constant('chance'):.2f}; {data.short_citation('barzouhi2013')}). A root "
        f"still looked pressed in {constant('compression_good'):.0f} of 100 who did well and in "
        f"{constant('compression_poor'):.0f} of 100 who did not."
    )


def _operated(result):
    return (
        f"These are not people left alone: {result.operated} of {result.people} were operated on within the year "
        f"({_of_group('early')} assigned to early surgery, {_of_group('waiting')} assigned to wait; "
        f"{data.short_citation('peul2007')}), and {constant('scanned'):.0f} had the second scan."
    )


def _of_group(group):
    """Return how many of a group of the trial were operated on within the year."""
    return f"{constant(f'{group}_operated'):.0f} of {constant(group):.0f}"


def _guess(result):
    whom = result.state.declarations()["rule"].format(result.state.rule)
    if result.state.sort == "well":
        return f"Of {PEOPLE} people who all did well, saying “does well” of {whom} is right for {result.right}."
    return (
        f"Saying “does well” of {whom} is right for {result.right} of {PEOPLE}; of everybody, without a scan, for "
        f"{constant('good_outcome'):.0f}."
    )
