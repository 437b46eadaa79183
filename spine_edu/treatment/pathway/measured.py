"""What trials measured, in words: how much less pain, when and against what, harms, how sure, and who paid."""

from spine_edu import data
from spine_edu.letters import capital
from spine_edu.treatment.pathway import evidence

#: Weeks of a year, and of half a year, which is told in months.
_YEAR, _HALF = 52, 26
#: What a treatment was compared with, where one word says too little.
_AGAINST = {"dummy": "a dummy", "mixed": "several things", "unheated": "one not heated"}
#: Complaint of the shelf -> how a harm in it is headed.
_WHOSE = {
    "back_new": "new back pain",
    "back_lasting": "lasting back pain",
    "sciatica": "sciatica",
    "fracture": "a broken vertebra",
}
#: Of what was not read again; and of what was read where others quote or copy it, with its mark.
FROM_MEMORY, SECOND_HAND, QUOTED = "from memory", "second hand", "◣"


def second_hand(row):
    """Return whether what a guideline says was read in somebody else's quotation or copy of a part of it."""
    return row.seen.startswith(("quoted", "transcription"))


def how_read(row, brief=False):
    """Return in brackets that a row is from memory or second hand; nothing for what was read itself.

    In a brief line the mark of the second hand stands alone.
    """
    if not row.seen:
        return f" ({FROM_MEMORY})"
    return (f" {QUOTED}" if brief else f" ({SECOND_HAND})") if second_hand(row) else ""


def size_words(box, complaint, time):
    """Return how much less pain people had with a treatment, of 100 points."""
    row = evidence.effect(box, complaint, time)
    size = evidence.size(row)
    if size is None:
        return "not on this scale" if row else "no trial read here"
    ends = "" if size.low is None else f" ({_number(size.low)} to {_number(size.high)})"
    return f"{_number(size.value)}{ends}"


def size_briefly(box, complaint, time, hall=False):
    """Return the size on the card in two short lines, for a hall shorter; without one what trials found."""
    row = evidence.effect(box, complaint, time)
    size = evidence.size(row)
    if size is None:
        return evidence.headline(box, time)
    when = "" if row.weeks is None else f" {when_words(row.weeks)}"
    against = f"{when}, against: {_AGAINST.get(row.against, row.against)}"
    if hall:
        last = evidence.size(evidence.later(row))
        then = f", {_points(last.value, ' {}')} {when_words(evidence.later(row).weeks)}" if last else ""
        return f"Pain {_points(size.value, ' {}')}{when}{then}{against.removeprefix(when)}"
    memory = f"; {FROM_MEMORY}" if size.remembered else ""
    last = later_words(row)
    return f"{_points(size.value, ' of 100 {}')}{against}{memory}{f'; {last}' if last else ''}"


def later_words(row):
    """Return what the source of an effect found later, with its time; empty where nothing was read."""
    last = evidence.later(row)
    if last is None:
        return row.later
    size = evidence.size(last)
    # A label is the treatment's name, and after it what was found, if that has no number.
    found = _points(size.value, " {}") if size else last.label.rpartition(", ")[2]
    return f"{found} {when_words(last.weeks)}{'' if last.seen else f', {FROM_MEMORY}'}"


def scale_words(box, complaint, time):
    """Return the size on the scale in a sentence: how much, which way, when, and against what.

    Where no number stands on the scale, what trials found in one sentence.
    """
    row = evidence.effect(box, complaint, time)
    size = evidence.size(row)
    if size is None:
        return evidence.headline(box, time)
    when = "" if row.weeks is None else f" {when_words(row.weeks)}"
    ends = "" if size.low is None else f" ({_ends(size)})"
    memory = f"; {FROM_MEMORY}" if size.remembered else ""
    told = _points(size.value, f" of 100 points {{}} {row.outcome}")
    last = later_words(row)
    return f"{told}{ends}{when}, against {row.comparator}{memory}{f'; {last}' if last else ''}."


def _points(value, words):
    """Return a difference with its direction in a word."""
    return f"{_number(abs(value))}{words.format('more' if value < 0 else 'less')}"


def _ends(size):
    """Return the ends of an interval, each with its direction where they have two."""
    ends = sorted((size.low, size.high), key=abs)
    if min(ends) >= 0 or max(ends) <= 0:
        return " to ".join(_number(abs(end)) for end in ends)
    return " to ".join(_points(end, " {}") for end in (size.low, size.high))


def when_words(weeks):
    """Return when something was measured, from weeks after the start."""
    if weeks < 1:
        return f"after {round(7 * weeks)} days" if weeks else "just after it"
    if weeks == _HALF:
        return "after 6 months"
    years = weeks / _YEAR
    if years.is_integer():
        return f"after {years:g} years" if years > 1 else "after a year"
    return f"after {weeks:g} weeks" if weeks > 1 else "after a week"


def paid_words(box, complaint, time):
    """Return who paid for what was measured; nothing where that was not found, which the table says."""
    row, known = evidence.effect(box, complaint, time), evidence.evidence(box)
    paid = row.paid if row else known.parts.get("paid", "") if known else ""
    return "" if not paid or paid.startswith("Not ") else f"Who paid: {paid}"


def harm_head(box, complaint, time, briefly=False):
    """Return which harm is told of, for what counts as one differs from trial to trial; briefly: its name alone."""
    row = evidence.harm(box, complaint, time)
    if row is None:
        other = evidence.harm_of_another_pain(box, complaint, time)
        if other is None or briefly:
            return "Harm, in another pain" if harms_elsewhere(box) else "Harm"
        return f"Harm, in {_WHOSE[other.complaint]}"
    # A label is the treatment's name, and after it what was counted.
    name = row.label.rpartition(", ")[2]
    if evidence.elsewhere(box, complaint, time) and not briefly:
        return f"Elsewhere: {name}"
    return f"Of 100: {name}" if row.measure == "of 100 people" and not briefly else capital(name)


def harm_words(box, complaint, time, briefly=False):
    """Return how many people had a harm with a treatment, and without it; briefly: without a source beside it."""
    row = evidence.harm(box, complaint, time)
    if row is None:
        return _in_another_pain(box, complaint, time, briefly)
    return _counted(row, evidence.elsewhere(box, complaint, time), briefly)


def _in_another_pain(box, complaint, time, briefly):
    """Return the harm of a treatment in another pain in few words, where none of this one was read."""
    row = evidence.harm_of_another_pain(box, complaint, time)
    if row:
        return _counted(row, False, briefly)
    return "told in words" if harms_elsewhere(box) else "no number read here"


def _counted(row, apart, briefly):
    """Return how many people a row of harms counts with a treatment and without it; `apart`: by another source."""
    if row.value is None:
        few = "" if briefly else row.brief.replace("|", " ")
        return "as many without it" if row.measure == "alike" else f"{few}; no number" if few else "no number given"
    if row.measure == "times as often":
        return f"{row.value:g} times{', elsewhere' if apart and briefly else ' as often'}"
    if apart and briefly:
        return f"{_number(row.value)} of 100, elsewhere"
    beside = "not compared" if row.without is None else f"{_number(row.without)} without"
    counted = "of 100" if apart else "with"
    return f"{_number(row.value)} {counted}, {beside}"


def further_words(box, complaint, time):
    """Return another harm in the same pain in a few words; empty where the card of the treatment has none."""
    row = evidence.harm(box, complaint, time) or evidence.harm_of_another_pain(box, complaint, time)
    return row.further if row else ""


def harm_of_whom(box, complaint, time):
    """Return what was counted in another pain, where no harm of this one was read; else nothing."""
    row = evidence.harm_of_another_pain(box, complaint, time)
    if row is None:
        return ""
    name = row.label.rpartition(", ")[2]
    return f"{name}, of 100" if row.measure == "of 100 people" else name


def harms_elsewhere(box):
    """Return what is known of the harms of a treatment, for a pain in which none was read; empty without it."""
    known = evidence.evidence(box)
    harms = known.parts.get("harms", "") if known else ""
    return "" if harms.startswith(("Not ", "None")) else harms


def harm_source(box, complaint, time):
    """Return who counted a harm, if that is not who measured the size beside it; else nothing."""
    found = evidence.elsewhere(box, complaint, time)
    return data.short_citation(evidence.harm(box, complaint, time).source) if found else ""


def sure(box, complaint, time):
    """Return how sure the sources of size and harm call themselves, each of its own; without a harm that alone."""
    found = evidence.effect(box, complaint, time), evidence.harm(box, complaint, time)
    return [row.certainty if row else "not graded" for row in found[: 2 if found[1] else 1]]


def graded_elsewhere(box, complaint, time):
    """Return whether there is a grade for a treatment, and none for this pain: no row of the shelf is about it."""
    known = evidence.evidence(box)
    grade = known.parts.get("certainty", "") if known else ""
    return not evidence.effect(box, complaint, time) and grade not in ("", "None.") and not grade.startswith("Not ")


def _number(value):
    return f"{value:.1f}".removesuffix(".0").replace("-", "−")


def reading(box):
    """Return group -> in how many of 100 people a test finds it: of those with a herniation, and of those without one.

    Empty for a box that is no test. The second number is what a specificity leaves of 100.
    """
    found = {}
    for row in data.table("treatment_tests"):
        if row.box == box and row.measure in ("sensitivity", "specificity"):
            share = 100 * row.value
            found.setdefault(row.group, []).append(share if row.measure == "sensitivity" else 100 - share)
    return found
