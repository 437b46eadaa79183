"""The walk of the hundred in words: who stands where, both ways to count them, and why each of them misleads."""

from math import ceil

from spine_edu import data
from spine_edu.tables import Table
from spine_edu.treatment.hundred.model import PEOPLE

#: Paths whose people were told to be operated on.
TOLD = ("early", "late_operation", "us_operation")
_MEASURES = {
    "operated": "Operated on",
    "better": "Better, by their own word",
    "better_alone": "Better without an operation",
    "not_content": "Not content",
    "unwanted": "Unwanted effect of the operation",
    "operated_again": "Operated on again",
}
_AMONG = {"assigned": "told so", "operated": "operated on", "everybody": "both groups together"}
_KINDS = {
    "counted": "",
    "half": "half of them by then (median)",
    "bound": "fewer than",
    "placed": "the week is assumed",
    "memory": "from memory",
}


def told(result):
    """Return what the hundred were told, as the control says it."""
    return result.state.declarations()["path"].format(result.state.path)


def sentence(result, week=None):
    """Return who stands where at a week (default: the chosen one), counted in the chosen way."""
    week = result.week if week is None else week
    ours = followed(result)
    parts = [_where(result, week), verdict(result, week), misleads(result, week), ours and f"{ours}.", _who(result)]
    return " ".join(part for part in [*parts, _rest(result)] if part)


def followed(result):
    """Return when the one who is followed is operated on and better, or nothing."""
    if result.followed is None:
        return ""
    person, parts = result.people[result.followed], []
    if result.path.operated:
        # As far as somebody counted.
        last = max(row.week for row in result.path.rows if row.measure == "operated")
        known = person.operated < float("inf")
        parts.append(f"operated on in week {ceil(person.operated)}" if known else f"not operated on by week {last:g}")
    if result.path.better:
        known, lost = person.better < float("inf"), person.worse < float("inf")
        better = (
            f"better in week {ceil(person.better)}" if known else f"not better by week {result.path.better_until:g}"
        )
        parts.append(f"better from week {ceil(person.better)} to {ceil(person.worse)}" if lost else better)
    return f"Ringed: {', '.join(parts)}"


def idle(result):
    """Return the controls that change nothing at these settings: name -> why."""
    if result.path.rows:
        return {}
    return {"person": "Nobody was counted here, as far as we read, so there is nobody to follow."}


def compare(held, result):
    """Return how many are operated on and better at the same week on path A."""
    week = result.week
    if held.state.path == result.state.path:
        return f"A is the same path, told to {told(held)}."
    own, other = result.counts(week), held.counts(week)
    parts = [f"A, told to {told(held)}, at week {week:g}: {_counted(other.operated, 'operated on')}, "]
    parts.append(f"{_counted(other.better, 'better')}; here {_number(own.operated)} and {_number(own.better)}.")
    if held.path.trial != result.path.trial or not result.path.trial:
        return "".join([*parts, " They are people of different trials, so the difference is not the treatment’s."])
    if result.state.reading == "treated" and own.better is not None:
        stayed, walked = (
            tuple(sum(pair) for pair in zip(*sides, strict=True)) for sides in zip(own.sides, other.sides, strict=True)
        )
        parts.append(
            f" By what they had, both together: of {stayed[1]} not operated on {stayed[0]} are better, of {walked[1]} "
            f"operated on {walked[0]}."
        )
    return "".join(parts)


def table(result):
    """Return the hundred at the chosen week, and each published count of the path with where it was read."""
    counts, week = result.counts(), result.week
    made = "computed: the hundred stand at the published counts; between them assumed"
    head = (f"week {week:g}", "of 100", "", "", made)
    rows = [("Operated on (this walk)", *_cell(counts.operated), *head)]
    rows.append(("Better (this walk)", *_cell(counts.better), *head))
    if counts.unwanted is not None:
        rows.append(("Unwanted effect (this walk)", *_cell(counts.unwanted), *head))
    rows += [_published(row) for row in result.path.rows]
    rows += [_recorded(row) for row in result.path.records]
    columns = ("What", "Of 100", "When", "Of whom", "95 % interval", "Counted", "Where it comes from")
    return Table(f"100 people, told to {told(result)}{_trial(result)}", columns, tuple(rows))


def _trial(result):
    """Return who was in the trial, for the caption of the table."""
    if not result.path.rows:
        return ": no count of people that we read"
    first = result.path.rows[0]
    return f". The trial: {first.who}; the other group: {first.comparator}"


def verdict(result, week):
    """Return how many are better, counted in the chosen way."""
    counts = result.counts(week)
    if counts.better is None:
        return "Who got better: no count of people that we read."
    if result.state.reading == "assigned":
        return f"All {PEOPLE} as told: {counts.better} better, {PEOPLE - counts.better} not yet{_last(result, week)}."
    (stayed, all_stayed), (walked, all_walked) = counts.sides
    return (
        f"Of {all_stayed} not operated on {stayed} better, of {all_walked} operated on {walked}{_last(result, week)}."
    )


def misleads(result, week):
    """Return why the chosen way to count misleads."""
    operated = result.counts(week).operated
    if operated is None:
        return "Nobody here was counted walking over, as far as we read: there is one way to count."
    if operated == 0:
        return "So far nobody has walked over: both ways count the same."
    if result.state.reading == "assigned":
        if result.state.path in TOLD:
            rest = PEOPLE - operated
            return f"Misleads: {rest} of them were not operated on by then. So this shows the plan, not the operation."
        return f"Misleads: {operated} of them were operated on after all. So this shows the plan, not life without one."
    if result.state.path in TOLD:
        return "Misleads: who stayed had mostly got better first. The sides were not alike before."
    return "Misleads: those who did badly walked over, those who did well stayed. The sides were not alike."


def marks(result):
    """Return what the marks on the time line are, and whose."""
    if not result.path.rows:
        return "No marks on the time line: no count of people that we read."
    hollow = any(row.kind in ("placed", "memory") for row in result.path.rows)
    kinds = " Hollow: its week is assumed, or it is from memory." if hollow else ""
    if result.path.records:
        kinds += " Operations every 4 weeks: the trial’s records."
    arms = " Arms up: just got better." if result.path.better else ""
    return f"Marks: {_sources(result.path.rows)}, with 95\u00a0% intervals.{kinds}{arms}"


def _who(result):
    rows = result.path.rows
    if not rows:
        return f"A hundred people with sciatica, told to {told(result)}: no trial that we read counted them."
    return (
        f"A hundred people like the {rows[0].n} of one group of a trial ({_sources(rows)}: {rows[0].who}), told to "
        f"{told(result)}."
    )


def _where(result, week):
    counts = result.counts(week)
    parts = [f"Week {week:g}: {_counted(counts.operated, 'operated on')}"]
    if counts.unwanted is not None:
        parts.append(f"{counts.unwanted} with an unwanted effect of it")
    if counts.not_content is not None:
        parts.append(f"{counts.not_content} not content, which was another question")
    return f"{', '.join(parts)}."


def _last(result, week):
    """Return when it was last counted who is better, if that is past."""
    return "" if result.fresh(week) else f" (last counted in week {result.path.better_until:g})"


def _rest(result):
    """Return who was operated on again, and what is assumed."""
    parts = []
    again = result.path.row("operated_again")
    if again:
        fewer = "fewer than " if again.kind == "bound" else ""
        parts.append(f"Of 100 who were operated on, {fewer}{again.share:g} were operated on again.")
    if result.path.rows:
        parts.append("What lies between two counts, and who of the hundred is first, is assumed.")
    return " ".join(parts)


def _counted(number, what):
    return f"{number} {what}" if number is not None else f"no count of those {what}"


def _number(number):
    return "no count" if number is None else f"{number}"


def _cell(number):
    return ("not counted" if number is None else number,)


def _sources(rows):
    keys = dict.fromkeys(key for row in rows for key in data.split_keys(row.source))
    return "; ".join(data.short_citation(key) for key in keys)


def _published(row):
    kind, interval = _KINDS[row.kind], ""
    if row.interval != "none":
        interval = f"{row.low:g} to {row.high:g} ({row.interval})"
    counted = f"{row.count} of {row.of}" if row.count is not None and row.of else ""
    return (
        f"{_MEASURES[row.measure]}{f', {kind}' if kind else ''}",
        row.share,
        f"week {row.week:g}",
        _AMONG[row.among],
        interval,
        counted,
        "; ".join(part for part in (data.provenance(row), row.seen) if part) + f". {row.note}",
    )


def _recorded(row):
    """Return a stretch of the records as a row of the table."""
    stretch = f"weeks {row.start:g} to {row.end:g}"
    counted = f"{row.operated:g} of {row.n:g}"
    origin = f"{data.provenance(row)}; {row.seen}. {row.note}"
    return (
        "Operated on in these weeks",
        round(100 * row.operated / row.n, 1),
        stretch,
        _AMONG["assigned"],
        "",
        counted,
        origin,
    )
