"""The year of scans in words."""

from spine_edu import data
from spine_edu.herniation.scans.model import PEOPLE, constant
from spine_edu.tables import Table


def sentence(result):
    """Return the counts at the chosen month, what they rest on, and what was not measured."""
    if result.state.view == "outcome":
        return _outcome()
    parts = [at_month(result, result.now), _published(result)]
    if result.state.kind == "sequestration":
        parts.append(_times())
    return " ".join([*parts, "Counted were millimetres on scans, not pain; the curve through the year is assumed."])


def at_month(result, frame):
    """Return the counts at a frame of the year in one sentence."""
    same, smaller, gone = result.counts(frame)
    if result.record.gone is None:
        change = f"{smaller} scans show it smaller or gone"
    else:
        change = f"{smaller} scans show it smaller, {gone} no longer show it"
    return (
        f"{result.state.kind.capitalize()}, month {result.months[frame]:g}: of {PEOPLE} people without surgery, "
        f"{change}, {same} are unchanged."
    )


def compare(held, result):
    """Return how this run differs from the held one."""
    if "outcome" in (held.state.view, result.state.view):
        return "A and this view answer different questions, so there is no difference to count."
    (before, *_), (now, *_) = held.counts(), result.counts()
    if before == now:
        return f"In A as many scans had changed: {PEOPLE - now} of {PEOPLE}."
    return (
        f"In A ({held.state.kind}, month {held.months[held.now]:g}) {PEOPLE - before} of {PEOPLE} scans had "
        f"changed; here it is {PEOPLE - now}, {abs(before - now)} {'more' if now < before else 'fewer'}."
    )


def table(result):
    """Return the published shares, or the follow-up study, as a `Table`."""
    if result.state.view == "outcome":
        good, poor = constant("visible_good"), constant("visible_poor")
        return Table(
            f"Scan after 1 year, {constant('trial_people'):.0f} people with sciatica",
            ("Outcome", "Herniation visible, of 100", "Not visible, of 100"),
            (("good", good, PEOPLE - good), ("poor", poor, PEOPLE - poor)),
        )
    rows = [
        (
            f"month {month:g}, {result.state.kind}",
            result.smaller[at],
            result.gone[at] if result.record.gone is not None else "not reported",
            "",
            "",
        )
        for at, month in enumerate(result.months)
        if month % 3 == 0 or at == result.now
    ]
    rows += [
        (
            f"{row.kind}, published",
            row.smaller,
            "not reported" if row.gone is None else row.gone,
            "not given" if row.low is None else f"{row.low:.0f}–{row.high:.0f}",
            data.short_citation(row.source),
        )
        for row in data.table("herniation_regression")
    ]
    return Table(
        "Smaller or gone on a later scan, of 100",
        ("What", "Smaller or gone, of 100", "Of these gone, of 100", "95 % interval", "Source"),
        tuple(rows),
    )


def _published(result):
    record = result.record
    return (
        f"{data.short_citation(record.source)} found {record.smaller:.0f} of 100 smaller or gone, without giving "
        "an interval in the summary."
    )


def _times():
    symptoms, symptoms_spread, picture, picture_spread = (
        constant(name) for name in ("symptoms_mean", "symptoms_spread", "picture_mean", "picture_spread")
    )
    return (
        f"In 53 published cases of free pieces that did shrink, symptoms were gone after {symptoms:.1f} months on "
        f"average (standard deviation {symptoms_spread:.1f}), the picture after {picture:.1f} "
        f"({picture_spread:.1f})."
    )


def _outcome():
    good, poor = constant("visible_good"), constant("visible_poor")
    return (
        f"A year after sciatica ({constant('trial_people'):.0f} people in a trial) a herniation was still visible "
        f"in {good:.0f} of 100 people with a good outcome and in {poor:.0f} of 100 with a poor one. "
        f"{constant('good_outcome'):.0f} of 100 did well. The scan told the groups apart no better than a coin "
        f"(area under the ROC curve {constant('roc_area'):g})."
    )
