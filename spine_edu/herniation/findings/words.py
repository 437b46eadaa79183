"""Findings with and without pain, in words."""

from spine_edu import data
from spine_edu.citations import UNCHECKED
from spine_edu.herniation.findings.model import LOOKS, PEOPLE
from spine_edu.tables import Table


def sentence(result):
    """Return the share without pain with its n, and both readings of the mixed hundred or why there is none."""
    return f"{_without(result)} {_both(result)}"


def compare(held, result):
    """Return how this finding differs from the held one, in people without pain."""
    before, now = held.record, result.record
    change = now.percent - before.percent
    if change == 0:
        return f"A has the same share without pain: {before.percent:.0f} of {PEOPLE}."
    return (
        f"A ({_finding(held)} at {before.age:g}) is found in {before.percent:.0f} of {PEOPLE} people without pain; "
        f"this in {now.percent:.0f}, {abs(change):.0f} {'more' if change > 0 else 'fewer'}."
    )


def table(result):
    """Return fitted and counted shares, the square, the counted pairs and the odds ratios as a `Table`."""
    rows = [
        (f"{_finding(result)}, at {row.age:g}", row.percent, row.people, "", f"{row.method}; {data.provenance(row)}")
        for row in (*result.fitted, *result.counted)
    ]
    rows += [
        (look, count, PEOPLE, "", f"the square: {_whose(result)}")
        for look, count in zip(LOOKS, result.counts, strict=True)
    ]
    if result.joined:
        low, high = result.interval
        rows.append(("with pain, two reviews joined", round(result.with_pain), "", f"{low:.0f}–{high:.0f}", "computed"))
    for row in data.table("herniation_pairs"):
        where = f"counted; {data.provenance(row)}"
        rows.append((f"{row.label}, without pain, up to 50", row.without, "", "", where))
        rows.append((f"{row.label}, with pain, up to 50", row.with_pain, "", "", where))
    rows += [
        (
            f"{row.label}: odds ratio, with pain against without",
            row.ratio,
            "",
            f"{row.low:.2f}–{row.high:.2f}",
            data.provenance(row),
        )
        for row in data.table("herniation_odds")
    ]
    return Table(
        "Findings on scans", ("What", "Of 100, or ratio", "People", "95 % interval", "Where it comes from"), tuple(rows)
    )


def _finding(result):
    return result.state.declarations()["finding"].format(result.state.finding)


def _whose(result):
    """Return whose count the square shows, in words."""
    if result.joined:
        first, second = data.short_citation(result.record.source), data.short_citation(result.odds.source)
        return f"computed: the curve of {first} (without pain), the odds ratio of {second} (up to 50)"
    if result.as_counted:
        return f"as {data.short_citation(result.pair.source)} counted adults up to 50"
    return f"fitted, {data.short_citation(result.record.source)} (without pain)"


def _without(result):
    record = result.record
    seen = (
        f"a fitted value, with about {record.people} people of that age behind it"
        if record.people
        else "a fitted value, extrapolated: nobody of that age was scanned (n = 0)"
    )
    return (
        f"{_finding(result).capitalize()} at {record.age:g}: {record.percent:.0f} of {PEOPLE} people without back "
        f"pain have it, {seen}."
    )


def _both(result):
    odds, pair = result.odds, result.pair
    if odds is None:
        return "No odds ratio was published for it, so people with pain are not shown."
    ratio = f"odds ratio {odds.ratio:.2f}, 95 % interval {odds.low:.2f} to {odds.high:.2f}"
    common = "is commoner with pain" if odds.low > 1 else "may or may not be commoner with pain"
    if result.joined:
        return f"{_joined(result, common, ratio)} {_readings(result)}"
    if result.as_counted:
        return (
            f"Another review, of adults up to 50, counted it in {pair.with_pain:.1f} of 100 with pain and in "
            f"{pair.without:.1f} of 100 without{_unchecked(pair)} ({ratio}). {_readings(result)}"
        )
    if result.state.numbers == "counted":
        return (
            f"In adults up to 50 it {common} ({ratio}); we know no counted shares, so people with pain are not shown."
        )
    if result.with_pain is None:
        oldest = data.value("herniation_findings.oldest")
        return (
            f"With pain it was compared only up to the age of {oldest:g} ({ratio}), so people with pain are not shown."
        )
    return f"In adults up to 50 it {common} ({ratio})."


def _joined(result, common, ratio):
    """The table holds what the review with the odds ratio counted itself."""
    low, high = result.interval
    return (
        f"In another review it {common} ({ratio}). Joining the two makes about {result.with_pain:.0f} of 100 with "
        f"pain, {low:.0f} to {high:.0f}: computed, counted by nobody."
    )


def _unchecked(pair):
    return "" if pair.seen else f" ({UNCHECKED})"


def _readings(result):
    hurting, rest, well, _ = result.counts
    if not result.mixed:
        return "Nobody here has back pain."
    return (
        f"Of the {hurting + well} people here who have it, {hurting} have pain; of the {hurting + rest} with pain, "
        f"{hurting} have it: an association, not a cause."
    )


def idle(result):
    """Return the control that changes nothing now, and why: nobody is known to be counted with pain."""
    if result.with_pain is not None:
        return {}
    return {"pain_share": "No share is known for people with pain here, so nobody in pain is shown."}
