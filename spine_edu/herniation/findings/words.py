"""Findings with and without pain, in words."""

from spine_edu import data
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
    """Return fitted and counted shares, the square, and the odds ratios as a `Table`."""
    rows = [
        (f"{_finding(result)}, at {row.age:g}", row.percent, _people(row.people), row.method, "")
        for row in (*result.fitted, *result.counted)
    ]
    rows += [(look, count, PEOPLE, "of this hundred", "") for look, count in zip(LOOKS, result.counts, strict=True)]
    if result.joined:
        middle, low, high = result.with_pain
        rows.append(("with pain, from its odds ratio", round(middle), "", "computed", f"{low:.0f}–{high:.0f}"))
    rows += [
        (
            f"{row.label}: odds ratio, with pain against without",
            row.ratio,
            "",
            row.population,
            f"{row.low:.2f}–{row.high:.2f}",
        )
        for row in data.table("herniation_odds")
    ]
    rows += [
        (
            f"bulge as counted in that review, {words} pain",
            data.value(f"herniation_findings.raw_{words}"),
            "",
            "adults up to 50",
            "",
        )
        for words in ("without", "with")
    ]
    return Table("Findings on scans", ("What", "Of 100, or ratio", "People", "How", "95 % interval"), tuple(rows))


def _finding(result):
    return result.state.declarations()["finding"].format(result.state.finding)


def _people(count):
    return "not known" if count is None else count


def _without(result):
    record = result.record
    seen = {
        None: "how many of that age were scanned is not known to us",
        0: "nobody of that age was scanned (n = 0), so the value is extrapolated",
    }.get(record.people, f"{record.people} people of that age were scanned")
    return (
        f"{_finding(result).capitalize()} at {record.age:g}: {record.percent:.0f} of {PEOPLE} people without back "
        f"pain have it. The value is fitted; {seen}."
    )


def _both(result):
    odds, (hurting, rest, well, _) = result.odds, result.counts
    if odds is None:
        return "No odds ratio was published for it, so people with pain are not shown."
    ratio = f"odds ratio {odds.ratio:.2f}, 95 % interval {odds.low:.2f} to {odds.high:.2f}"
    common = "is commoner with pain" if odds.low > 1 else "may or may not be commoner with pain"
    if result.joined:
        middle, low, high = result.with_pain
        return (
            f"It {common} ({ratio}): about {middle:.0f} of 100 with pain, {low:.0f} to {high:.0f}. Of the "
            f"{hurting + well} people here who have it, {hurting} have pain; of the {hurting + rest} with pain, "
            f"{hurting} have it. That is an association, not a cause."
        )
    if result.state.people == "both":
        oldest = data.value("herniation_findings.oldest")
        return (
            f"With pain it was compared only up to the age of {oldest:g} ({ratio}), so people with pain are not shown."
        )
    return f"In adults up to 50 it {common} ({ratio})."
