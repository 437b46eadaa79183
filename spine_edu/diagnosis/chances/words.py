"""Whom a test finds, in words: the people, both ways to err, and where the numbers come from."""

from spine_edu import data
from spine_edu.citations import UNCHECKED, short_citations
from spine_edu.diagnosis.chances.model import TARGETS
from spine_edu.letters import capital
from spine_edu.tables import Table

_WAYS = {"independent": "if they err independently", "alike": "if they err alike", "counted": "as counted together"}
_RULES = {"both": "both positive", "either": "one or both positive"}


def sentence(result):
    """Return who is positive, how many of these have it, and what the numbers rest on."""
    parts = [_people(result), _chances(result), _worthless(result), _tried(result), _origin(result)]
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
    many = _scale(share)
    return f"{share * many:.0f} of {many:,}"


def chances(result, short=False):
    """Return the chances before, and after each result of a single test, all of as many; "about" as in `about`.

    `short` is for the picture: numbers in bold, and a sign for "about".
    """
    world = result.worlds[0]
    after = [result.after(world, positive) for positive in (True, False)]
    many = max(_scale(share) for share in (result.before, *after) if share)
    told, nobody = [f"Before {_strong(_number(result.before, many), short)}"], ""
    for share, positive in zip(after, (True, False), strict=True):
        answer = "positive" if positive else "negative"
        if share is None:
            nobody = f"; nobody is {answer}"
        else:
            around = about(result, world, positive)
            around = "≈ " if around and short else around
            told.append(f"if {answer} {around}{_strong(_number(share, many), short)}")
    return f"{', '.join(told)} of {many:,}{nobody}"


def after_words(result, world):
    """Return the chance after both tests in one of several rooms."""
    share = result.after(world)
    return "nobody left" if share is None else f"{about(result, world)}{of_many(share)}"


def about(result, world, positive=True):
    """Return "about " where the share among the whole people, who are rounded, is at least one off from the chance."""
    counts, share = world.counts, result.after(world, positive)
    some, everybody = (counts.found, counts.positive) if positive else (counts.missed, counts.negative)
    if share is None:
        return ""
    return "about " if abs(some / everybody - share) * _scale(share) >= 1 else ""


def coin(result):
    """Return the tests that are positive in no more of those who have it than of the others."""
    tests = {test.key: test for test in (result.test, result.second) if test}
    return [test for test in tests.values() if test.worthless(result.state.ends)]


def _scale(share):
    return 100 if share >= 0.0095 else 1000 if share >= 0.00195 else 10_000


def _number(share, many):
    return f"{share * many:,.0f}"


def _strong(text, bold):
    return f"<b>{text}</b>" if bold else text


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
    same = " (errors independent)" if held.second is not None else ""
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
            after = result.after(world, positive)
            rows.append((f"Have it after a {what} test{way}", of_many(after), "", "", "computed, before rounding"))
    if result.counted:
        both, after = result.counted.counts, of_many(result.after(result.counted))
        rows.append(("Positive in both, as counted together", both.positive, crowd, "", "computed from that count"))
        rows.append(("Positive in both, and have it, as counted", both.found, crowd, "", "computed from that count"))
        rows.append(("Have it after both, as counted", after, "", "", "computed from that count, before rounding"))
    for test in (result.test, result.second):
        rows += _published(test) if test else []
    columns = ("What", "People", "Of", "95 % interval", "Where it comes from")
    return Table(f"{capital(name(result))}: {crowd} people, {_target(result)}", columns, tuple(rows))


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
    many = f"; {people:,} people" if people else ""
    memory = f" ({UNCHECKED})" if test.remembered else ""
    sign = capital(test.sign) if result.second else "It"
    return f"{sign} was tried in {test.who} (against {test.against}{many}){memory}."


def _people(result):
    have, target = result.have, _target(result)
    first = f"of {result.crowd:,} people {have} {'has' if have == 1 else 'have'} {target}"
    if result.second is None:
        counts = result.worlds[0].counts
        missed = f"{counts.missed} {'is' if counts.missed == 1 else 'are'} missed"
        if not counts.positive:
            return f"{capital(result.test.sign)}: {first}, and nobody is positive."
        return (
            f"{capital(result.test.sign)}: {first}; {counts.positive:,} {_are(counts.positive)} positive, and "
            f"{counts.found} of these {'has' if counts.found == 1 else 'have'} it; {missed}."
        )
    again = f"{capital(result.test.sign)} and the same test again" if result.second is result.test else None
    return f"{again or capital(name(result))}, {_RULES[result.state.rule]}: {first}. {_rooms(result)}"


def _are(many):
    return "is" if many == 1 else "are"


def _rooms(result):
    """Return who is positive in both ways to err, and where somebody counted, so many as were."""
    ways = [
        f"{_WAYS[world.name]}, {world.counts.positive:,}, of whom {world.counts.found} have it"
        for world in result.worlds
    ]
    told = f"{capital('; '.join(ways))}."
    if result.counted is None:
        return f"{told} Single tests do not tell which."
    counts, source = result.counted.counts, data.short_citation(result.test.rows[0].source)
    return f"{told} Counted in the same people ({source}): {counts.positive:,}, of whom {counts.found} have it."


def _chances(result):
    if result.second is None:
        told = chances(result)
    else:
        shares = [result.after(world) for world in result.worlds]
        counted = result.counted and result.after(result.counted)
        many = max(_scale(share) for share in (result.before, *shares, counted) if share)
        either = " or ".join("nobody" if share is None else _number(share, many) for share in shares)
        around = "about " if any(about(result, world) for world in result.rooms) else ""
        told = f"Before {_number(result.before, many)}, if positive {around}{either}"
        told += f", as counted {_number(counted, many)}" if counted else ""
        told += f" of {many:,}"
    return f"{told} (the people drawn are rounded)." if "about" in told else f"{told}."


def _worthless(result):
    told = []
    for test in coin(result):
        those, clear = test.shares(result.state.ends)
        whom = f"positive in {_percent(those)} of 100 with it and in {_percent(1 - clear)} of 100 without"
        alone = "" if result.second is None else f"{capital(test.sign)} alone is "
        told.append(f"{alone or 'That is '}no better than a coin: {whom}.")
    return " ".join(told)


def _percent(share):
    return f"{round(100 * share, 1):g}"


def _origin(result):
    tests = [test for test in (result.test, result.second) if test]
    keys = {key for test in tests for row in test.rows for key in data.split_keys(row.source)}
    ends = {"low": "Lower ends of the published intervals.", "high": "Upper ends of the published intervals."}
    told = [ends[result.state.ends]] if result.state.ends in ends and "ends" not in idle(result) else []
    if result.prior is None:
        told.append(f"The {result.have} are your own number: nobody was counted.")
    else:
        own = result.own_people and len({test.who for test in tests}) == 1
        whom = "the same people" if own else result.prior.who
        told.append(
            f"The {result.have} of {result.crowd:,} is{_carried(result)} from {whom} ({_cited(result.prior.source)})."
        )
        if own:
            return " ".join(told)
    if len(keys) > 1 or result.prior is None or not result.own_people:
        told.append("Joined: the test was tried in other people.")
    return " ".join(told)


def _carried(result):
    """Return what is said of a share that was counted in a crowd of another size, such as 7 of 100 as 70 of 1,000."""
    row = result.prior
    return "" if row.crowd == result.state.crowd else f" the {row.have} of {int(row.crowd):,}"


def _prior_words(result):
    row = result.prior
    if row is None:
        return "a number of your own"
    counted = f"{row.count} of {row.of}; " if row.of else ""
    return "; ".join(part for part in (f"{counted}{row.who}", data.provenance(row), row.seen) if part) + f". {row.note}"


def _cited(source):
    return short_citations(source, "; ")
