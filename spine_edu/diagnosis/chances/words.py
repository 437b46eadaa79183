"""Whom a test finds, in words: the people, both ways to err, and where the numbers come from."""

from spine_edu import data
from spine_edu.diagnosis.chances.model import TARGETS, chance
from spine_edu.tables import Table

_WAYS = {"apart": "if they err apart", "alike": "if they err alike"}
_RULES = {"both": "both positive", "either": "one or both positive"}
_UNCHECKED = " (not yet checked against the paper)"


def sentence(result):
    """Return who is positive, how many of these have it, and what the numbers rest on."""
    parts = [_tried(result), _people(result), _chances(result), _counted(result), _origin(result)]
    return " ".join(part for part in parts if part)


def name(result):
    """Return the name of what is done: the sign, or both."""
    if result.second is None:
        return result.test.sign
    if result.second.sign == result.test.sign:
        return f"{result.test.sign}, twice"
    return f"{result.test.sign} + {result.second.sign}"


def of_many(share):
    """Return a share as so many of 100, or of as many more as it takes to see anybody.

    >>> of_many(0.633), of_many(0.0015), of_many(0)
    ('63 of 100', '15 of 10,000', 'nobody')
    """
    if share is None:
        return "unknown: nobody has that result"
    if not share:
        return "nobody"
    many = 100 if share >= 0.0095 else 1000 if share >= 0.00195 else 10_000
    return f"{share * many:.0f} of {many:,}"


def idle(result):
    """Return the controls that change nothing now: name -> why."""
    resting = {}
    if result.second is None:
        resting["rule"] = "There is no second test of the same thing."
    if not any(test.bounded for test in (result.test, result.second) if test):
        resting["ends"] = "No interval of it was in what we read."
    return resting


def compare(held, result):
    """Return what is positive in A, and how far apart both are."""
    theirs, ours = held.worlds[0].counts, result.worlds[0].counts
    same = " (err apart)" if held.second is not None else ""
    first = (
        f"A is {name(held)} in {held.test.who}{same}: of {held.crowd:,} people {theirs.positive:,} are positive, and "
        f"{theirs.found} of these have it; here {ours.positive:,} and {ours.found}."
    )
    if held.test.sign == result.test.sign and held.test is not result.test and held.second is result.second:
        first += " The same sign in other people is another test."
    return first


def table(result):
    """Return the people, the chances before and after, and the published numbers."""
    crowd, made = f"{result.crowd:,}", "computed, rounded to whole people"
    rows = [
        ("Have it before the test", result.have, crowd, "", _prior_words(result)),
        ("Do not have it", result.crowd - result.have, crowd, "", ""),
    ]
    for world in result.worlds:
        way = f", {_WAYS[world.name]}" if world.name else ""
        counts = world.counts
        for what, number in (
            ("Positive", counts.positive),
            ("Positive, and have it", counts.found),
            ("Positive, and do not", counts.false),
            ("Negative, but have it (missed)", counts.missed),
            ("Negative, and do not have it", counts.clear),
        ):
            rows.append((f"{what}{way}", number, crowd, "", made))
        for what, positive in (("positive", True), ("negative", False)):
            after = _after(result, world, positive)
            rows.append((f"Have it after a {what} test{way}", of_many(after), "", "", "computed, before rounding"))
    if result.counted:
        both = result.counted
        rows.append(("Positive in both, as counted together", both.positive, crowd, "", "computed from that count"))
        rows.append(("Positive in both, and have it, as counted", both.found, crowd, "", "computed from that count"))
    for test in (result.test, result.second):
        rows += _published(test) if test else []
    columns = ("What", "People", "Of", "95 % interval", "Where it comes from")
    return Table(f"{name(result).capitalize()}: {crowd} people, {_target(result)}", columns, tuple(rows))


def _target(result):
    return TARGETS[result.test.target]


def _published(test):
    for row, what, note in zip(test.rows, ("sensitivity", "specificity"), test.notes, strict=True):
        whom = "positive, of those who have it" if what == "sensitivity" else "negative, of those who do not"
        interval = f"{100 * row.low:g} to {100 * row.high:g}" if row.low is not None else ""
        many = f"{row.n} people; " if row.n else ""
        where = f"{many}{test.who}; against {test.against}; {data.provenance(row)}"
        where = "; ".join(part for part in (where, row.seen) if part)
        yield f"{test.sign}: {what} ({whom})", round(100 * row.value, 1), "100", interval, f"{where}. {note}"


def _tried(result):
    test = result.test
    people = next((row.n for row in test.rows if row.n), None)
    many = f", {people} people" if people else ""
    memory = _UNCHECKED if test.remembered else ""
    return f"{_capital(test.sign)}, as tried in {test.who} (held against {test.against}{many}){memory}."


def _people(result):
    have, target = result.have, _target(result)
    first = f"Of {result.crowd:,} people, {have} {'has' if have == 1 else 'have'} {target}"
    if result.second is None:
        counts = result.worlds[0].counts
        return (
            f"{first}, and {counts.positive:,} are positive. Of these {counts.positive:,}, {counts.found} have it and "
            f"{counts.false:,} do not; {counts.missed} {'is' if counts.missed == 1 else 'are'} missed."
        )
    ways = [
        f"{_WAYS[world.name]}, {world.counts.positive:,}, of whom {world.counts.found} have it"
        for world in result.worlds
    ]
    again = "The same test again" if result.second is result.test else f"With {result.second.sign} as well"
    return f"{first}. {again}, {_RULES[result.state.rule]}: {'; '.join(ways)}. Single tests do not tell which."


def _chances(result):
    before = f"Before the test {of_many(result.before)}"
    after = [_after(result, world, True) for world in result.worlds]
    if result.second is None:
        without = of_many(_after(result, result.worlds[0], False))
        return f"{before}; after a positive one {of_many(after[0])}; after a negative one {without}."
    return f"{before}; after it {of_many(after[0])} or {of_many(after[1])}."


def _after(result, world, positive):
    return chance(result.before, world.sensitivity, world.specificity, positive)


def _counted(result):
    if result.counted is None:
        return ""
    both = result.counted
    source = data.short_citation(result.test.rows[0].source)
    return f"Counted together in the same people ({source}): {both.positive:,}, of whom {both.found} have it."


def _origin(result):
    tests = [test for test in (result.test, result.second) if test]
    keys = {key for test in tests for row in test.rows for key in data.split_keys(row.source)}
    ends = {"low": "Lower ends of the published intervals.", "high": "Upper ends of the published intervals."}
    told = [ends[result.state.ends]] if result.state.ends in ends and "ends" not in idle(result) else []
    if result.prior is None:
        told.append(f"The {result.have} are your own number: nobody was counted.")
    else:
        told.append(f"The {result.have} of {result.crowd:,} are {result.prior.who} ({_cited(result.prior.source)}).")
        if result.own_people and len({test.who for test in tests}) == 1:
            return " ".join([*told, "All of it is from the same people."])
    if len(keys) > 1 or result.prior is None or not result.own_people:
        told.append("Joined: the test was tried in other people.")
    return " ".join(told)


def _prior_words(result):
    row = result.prior
    if row is None:
        return "a number of your own"
    counted = f"{row.count} of {row.of}; " if row.of else ""
    return "; ".join(part for part in (f"{counted}{row.who}", data.provenance(row), row.seen) if part) + f". {row.note}"


def _cited(source):
    return "; ".join(data.short_citation(key) for key in data.split_keys(source))


def _capital(text):
    return text[0].upper() + text[1:]
