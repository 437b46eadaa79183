"""The year of scans in words."""

from spine_edu import data
from spine_edu.herniation.scans.model import PEOPLE, constant
from spine_edu.tables import Table

#: How a row of all types together is called in the table.
_ALL = {
    "any": "all types",
    "any_quarter": "all types, smaller by a quarter to a half",
    "any_half": "all types, smaller by half or more",
    "any_gone": "all types, gone",
}


def sentence(result):
    """Return the counts at the chosen month, what they rest on, and what was not measured."""
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
    (before, *_), (now, *_) = held.counts(), result.counts()
    if before == now:
        return f"In A as many scans had changed: {PEOPLE - now} of {PEOPLE}."
    return (
        f"In A ({held.state.kind}, month {held.months[held.now]:g}) {PEOPLE - before} of {PEOPLE} scans had "
        f"changed; here it is {PEOPLE - now}, {abs(before - now)} {'more' if now < before else 'fewer'}."
    )


def table(result):
    """Return the drawn counts, and the published shares and times with their sources, as a `Table`."""
    rows = [
        (
            f"month {month:g}, {result.state.kind}",
            result.smaller[at],
            result.gone[at] if result.record.gone is not None else "not reported",
            "",
            f"drawn: {data.short_citation(result.record.source)}, and an assumed curve",
        )
        for at, month in enumerate(result.months)
        if month % 3 == 0 or at == result.now
    ]
    rows += [
        (
            f"{_ALL.get(row.kind, row.kind)}, published",
            row.smaller,
            "not reported" if row.gone is None else row.gone,
            "not given" if row.low is None else f"{row.low:.0f}–{row.high:.0f}",
            data.provenance(row),
        )
        for row in data.table("herniation_regression")
    ]
    rows += [_time(what) for what in ("symptoms", "picture")]
    return Table(
        "Smaller or gone on a later scan, of 100",
        ("What", "Smaller or gone, of 100", "Of these gone, of 100", "95 % interval or spread", "Where it comes from"),
        tuple(rows),
    )


def _time(what):
    """Return the row of the mean time after which symptoms or picture of a free piece were gone."""
    mean, spread = (data.parameter(f"herniation_scans.{what}_{of}") for of in ("mean", "spread"))
    return (
        f"free pieces that did shrink: {what} gone after {mean.value:.2f} months on average",
        "",
        "",
        f"SD {spread.value:.2f} months",
        mean.provenance,
    )


def _published(result):
    record = result.record
    return (
        f"{data.short_citation(record.source)} found {record.smaller:.0f} of 100 smaller or gone, without giving "
        "an interval or a time in the summary."
    )


def _times():
    symptoms, symptoms_spread, picture, picture_spread = (
        constant(name) for name in ("symptoms_mean", "symptoms_spread", "picture_mean", "picture_spread")
    )
    return (
        f"The times come from another paper, {data.short_citation('macki2014')}: in 53 published cases, chosen because "
        f"the free piece did shrink, symptoms were gone after {symptoms:.1f} months on average (standard deviation "
        f"{symptoms_spread:.1f}), the picture after {picture:.1f} ({picture_spread:.1f})."
    )
