"""The two curves in words."""

from spine_edu import data
from spine_edu.tables import Table
from spine_edu.treatment.curves.model import DIFFERENCE, EARLY, STACK, WAITING, rows

#: Trial -> its source, its people, and the group assigned to wait, for a sentence.
TRIALS = {
    "peul": ("peul2007", "283 people with sciatica for 6 to 12 weeks"),
    "bailey": ("bailey2020", "128 people with sciatica for 4 to 12 months"),
}
GROUPS = {
    EARLY: "assigned to early operation",
    WAITING: "assigned to wait",
    DIFFERENCE: "difference of the two, as printed",
}


def constant(name):
    """Return a number of the trials from parameters.csv."""
    return data.value(f"treatment_curves.{name}")


def sentence(result):
    """Return where both groups are, the pain-weeks so far, and that those assigned to wait were not left alone."""
    source, people = TRIALS[result.state.trial]
    return f"{data.short_citation(source)}, {people}. {_now(result)} {_not_alone(result)} {_counted(result)}"


def compare(held, result):
    """Return how the count differs from the held one."""
    change = result.so_far - held.so_far
    before, now = _weeks_of(held), _weeks_of(result)
    if held.state == result.state:
        return "A and this are the same."
    much = "as many" if abs(change) < 0.5 else f"{abs(change):.0f} {'more' if change > 0 else 'fewer'}"
    return f"A counts {held.so_far:.0f} pain-weeks {before}, this {result.so_far:.0f} {now}: {much}."


def table(result):
    """Return every mark of the trial with where it was read, and what is counted from the lines, as a `Table`."""
    given = [
        (f"{row.week:g}", GROUPS[row.arm], row.mean, _interval(row), f"{row.n:.0f}", _origin(row))
        for row in rows(result.state.trial)
    ]
    counted = [
        (f"{week:g} to {min(week + STACK, result.last):g}", "pain-weeks", round(found, 1), "", "", _ours(result))
        for week, found in result.stacks(result.last)
    ]
    for end, what in ((result.last / 2, "the first half"), (result.last, "all")):
        counted.append((f"0 to {end:g}", f"pain-weeks, {what}", round(result.area(end), 1), "", "", _ours(result)))
    columns = ("Week", "Who or what", "Points of 100, or pain-weeks", "95 % interval", "People", "Where it comes from")
    told = [
        ("", item.label, f"{item.value:g} {item.unit}", "", "", item.provenance)
        for item in data.parameters("treatment_curves")
        if item.step is None and TRIALS[result.state.trial][0][:4] == item.source[:4]
    ]
    return Table("Mean leg pain by week, and the area between the lines", columns, (*given, *counted, *told))


def heading(result):
    """Return what stands over the people who were assigned to wait and operated on after all."""
    if result.state.trial == "bailey":
        operated, people = constant("long_operated"), constant("long_waiting")
        return f"Of {people:.0f} assigned to wait, operated on later: {operated:.0f}"
    return f"Of {constant('waiting'):.0f} assigned to wait, operated on by now: {result.operated}"


def like(count):
    """Return pain-weeks as so many weeks of 10 points less pain; ``""`` for none."""
    if abs(count) < 0.5:
        return ""
    weeks, less = abs(count) / 10, "less" if count > 0 else "more"
    return f"as much as 10 points {less} pain for {f'{weeks:.0f} weeks' if weeks >= 1.5 else 'a week'}"


def at_week(result, week):
    """Return what is said while the weeks are played."""
    end = min(week, result.last)
    gap = result.gap(end)
    more = "less" if gap >= 0 else "more"
    if week > result.last:
        return f"Week {week:g}: no mark any more. {result.area(end):.0f} pain-weeks up to week {end:g}."
    apart = f"{abs(gap):.0f} points {more} in those assigned to early operation"
    points = apart if abs(gap) >= 0.5 else "both groups alike"
    return f"Week {week:g}: {points}; {result.area(end):.0f} pain-weeks so far."


def _now(result):
    week, early, waiting = result.counted, result.height(EARLY, result.counted), result.height(WAITING, result.counted)
    ours = "" if result.marked(week) else ", read off the joined lines"
    beyond = f" Nothing was measured at week {result.state.week:g}, so this is week {week:g}." if result.beyond else ""
    return (
        f"At week {week:g} mean leg pain was {early:.1f} of 100 in those assigned to early operation and {waiting:.1f} "
        f"in those assigned to wait{ours}.{beyond}"
    )


def _counted(result):
    """Return the count, what it is as much as, and what is still to come."""
    like_ = like(result.so_far)
    count = f"Up to here the area between the curves is {result.so_far:.0f} pain-weeks{like_ and f', {like_}'}"
    if result.counted == result.last:
        half = result.last / 2
        return f"{count}; {result.area(half):.0f} of these had come by week {half:g}."
    return f"{count}; by week {result.last:g} it is {result.in_all:.0f}."


def _not_alone(result):
    """Return how many of those assigned to wait were operated on, and, where it is known, how many recovered when."""
    if result.state.trial == "bailey":
        operated, people = constant("long_operated"), constant("long_waiting")
        return (
            f"{operated:.0f} of the {people:.0f} assigned to wait were operated on, half of them not before month 11, "
            "after the last mark. At 12 months leg pain was “in the same direction”; the summary gives no number."
        )
    operated, people = constant("later_operated"), constant("waiting")
    return (
        f"The upper curve is not “no operation”: of those assigned to wait {100 * operated / people:.0f} of 100 were "
        f"operated on within the year, at week {constant('later_week'):.1f} on average, and "
        f"{100 * constant('later_two_years') / people:.0f} within two years. Half had recovered by week "
        f"{constant('half_early'):.0f} against week {constant('half_waiting'):.0f}; within a year "
        f"{constant('recovered'):.0f} of 100 had in both groups."
    )


def _weeks_of(result):
    return f"up to week {result.counted:g}"


def _interval(row):
    return "" if row.low is None else f"{row.low:g} to {row.high:g}"


def _origin(row):
    return f"{data.provenance(row)}; {row.note}"


def _ours(result):
    return (
        f"computed; first two marks of the operated group joined by week {result.state.fall:g}, all others straight: "
        "assumed"
    )
