"""The two columns in words: what the page says, what stands beside it, and what of that is a difference."""

from spine_edu import data
from spine_edu.citations import UNCHECKED, short_citations
from spine_edu.claims.other_column.model import ESTIMATES, PEOPLE, votes
from spine_edu.claims.other_column.model import table as every_count
from spine_edu.letters import capital, lower
from spine_edu.tables import Table

#: How people came into the two columns.
DESIGNS = {
    "lot": "A lot drew who was in which column.",
    "chosen": "People were in a column by their own choice, so the columns differ in more than that.",
    "review": "A review worked the people out; it measured how many times as many.",
    "alone": "There was only one group.",
    "none": "",
}


#: What is said of a count where the page itself gives no number.
NEAREST = "Nearest count found"


def sentence(result):
    """Return what is looked at in a few sentences."""
    if result.state.view == "votes":
        return _votes(result)
    if result.state.view == "wordings":
        return _wordings(result)
    return " ".join(part for part in (_page(result), _state(result), *_behind(result)) if part)


def compare(held, result):
    """Return the columns of A."""
    if held.columns is None:
        return "A: no count was found."
    row, (first, other) = held.columns.row, held.columns.people
    if not held.laid_over:
        return f"A: {row.what.lower()}, {row.until}; its other column is not laid over yet."
    return f"A: {row.what.lower()}, {row.until}: {_of(first)} ({row.arm.lower()}) and {_of(other)}."


def idle(result):
    """Return the controls that change nothing at these settings: name -> why."""
    found, view = {}, result.state.view
    if view == "votes":
        found = dict.fromkeys(("counted", "claim", "when"), "The panel voted on the device alone.")
    elif len(result.times) < 2:
        found["when"] = "It was counted once." if result.times else "No count was found."
    if view != "columns":
        found["mine"] = "Nothing is painted here; it belongs to the two columns."
    elif result.state.other == "missing":
        found["mine"] = "You have marked this column as not given."
    if view != "wordings":
        found |= dict.fromkeys(ESTIMATES, "It belongs to the three wordings.")
    elif not result.worded:
        found |= dict.fromkeys(ESTIMATES, "Without both columns there is nothing to put in words.")
    return found


def table(result):
    """Return both columns of all that was counted for the claim, or the votes."""
    if result.state.view == "votes":
        return _table_of_votes()
    rows = [_counted(one) for key, one in every_count().items() if key[0] == result.state.claim]
    columns = (
        "Counted",
        "When",
        "Of 100, first",
        "Of 100, other",
        "Difference",
        "Takes",
        "Of whom",
        "Where it comes from",
    )
    caption = f"{result.first.says} Of 100 people in both columns"
    if result.worded:
        rows += [_said(name, getattr(result.state, name), result) for name in ESTIMATES]
    return Table(caption, columns, tuple(rows))


# One result ----------------------------------------------------------------------------------------------------------


def verdict(result):
    """Return what the two columns say together, in one line."""
    state, columns = result.state, result.columns
    if columns is None or (result.laid_over and columns.share is None):
        return "No count was found."
    if state.other == "missing":
        return "Marked: not given. Half a comparison tells nothing."
    if result.laid_over:
        return capital(_more(columns.differ)) if columns.full else "There is no other column: nobody could have it."
    if not state.mine:
        return "Half a comparison: paint the other half."
    apart = result.shown[0] - round(state.mine)
    return f"If you are right: {_more(apart)}."


def head(result):
    """Return what is counted and until when, in one line."""
    if result.columns is None:
        return capital(result.state.declarations()["counted"].format(result.state.counted))
    return f"{result.columns.row.what}, {result.columns.row.until}"


def interval(columns):
    """Return the interval of the difference in words, with its direction where it holds 0; nothing without one."""
    if columns.interval is None:
        return ""
    low, high = (round(end) for end in columns.interval)
    if columns.interval[0] < 0 < columns.interval[1]:
        return f"95 %: {-low} fewer to {high} more"
    near, far = sorted((abs(low), abs(high)))
    return f"95 %: {near} to {far}"


def takes(columns):
    """Return how many people it takes for one to differ, and what happens to that one."""
    if not columns.needed:
        return "No difference on the whole."
    number, low, high = columns.needed
    if columns.finding and columns.differ > 0:
        return _for_one(f"1 of {number} shows it", low, high)
    what = {(True, True): "gains", (True, False): "loses", (False, True): "gets it", (False, False): "is spared it"}
    return _for_one(f"1 of {number} {what[columns.good, columns.differ > 0]}", low, high)


def _for_one(one, low, high):
    """Return how many it takes with the ends of that, if they are known."""
    if low is None:
        return one
    return f"{one} ({low} to {high})" if high else f"{one}, or nobody"


def wordings(columns):
    """Return three sentences about one result: one column, the relative change, and how many it takes for one."""
    row, (bad, _) = columns.row, columns.relative
    number = columns.needed[0] if columns.needed else None
    end = "show it" if columns.finding and columns.differ > 0 else "gain" if gains(columns) else "lose"
    return {
        "kept": f"{columns.people[0]} of 100: {_lower(row.what)}.",
        "fewer": f"{_change(bad)} {row.bad}.",
        "needed": f"{number} people must have it for 1 to {end}." if number else "However many have it: no difference.",
    }


def gains(columns):
    """Whether the first column is better off."""
    return (columns.differ > 0) == columns.good


# Sentences -----------------------------------------------------------------------------------------------------------


def _page(result):
    first = result.first
    number = f" (articles {' and '.join(first.articles.split())})"
    return f"The page{number}: {_lower(first.says)}"


def _state(result):
    columns = result.columns
    if columns is None:
        return f"{head(result)}: no count of that was found for this claim."
    row = columns.row
    if columns.share is None:
        return f"{verdict(result)} {row.note}" if result.laid_over else verdict(result)
    named = f"{NEAREST}: {_lower(head(result))}" if result.nearest else head(result)
    begun = f"{named}: {_lower(row.arm)} {_of(result.shown[0])}"
    if not result.laid_over:
        return f"{begun}; {_lower(row.other_arm)}: {_painted(result)}. {verdict(result)}"
    if not columns.full:
        return f"{begun}. {verdict(result)}"
    number = f" {takes(columns)}." if columns.needed else ""
    kind = "interval, computed" if row.low is None else "interval"
    ends = f" ({interval(columns).replace('95 %', f'95 % {kind}')})" if columns.interval else ""
    return f"{begun}, {_lower(row.other_arm)} {_of(columns.people[1])}. {verdict(result)}{ends}.{number}"


def _painted(result):
    if result.state.other == "missing":
        return "not given"
    return f"you paint {result.state.mine:g}" if result.state.mine else "empty"


def _behind(result):
    """Yield who was counted, how, who paid and what to know, once the published column is laid over."""
    columns = result.columns
    if columns is None or columns.share is None or not result.laid_over:
        return
    row = columns.row
    seen = f", from memory: {UNCHECKED}" if columns.remembered else ""
    yield f"Counted in {row.who} ({_sources(row.source)}{seen})."
    yield DESIGNS[row.design]
    yield row.note
    if row.paid != "Not found.":
        yield row.paid


def _wordings(result):
    if not result.worded:
        return f"{_page(result)} {verdict(result)} Without both columns no sentence can be made that is fair."
    columns = result.columns
    said = " ".join(f"“{text}”{_yours(getattr(result.state, name))}" for name, text in wordings(columns).items())
    asked = "One result in three sentences. Of 100, for how many does it make a difference?"
    if not result.laid_over:
        return f"{asked} {said}"
    return f"{asked} {said} {alike(columns)} {' '.join(both_ways(columns))}".strip()


def _yours(number):
    """Return an estimate in words; nothing where none is given."""
    return f" You say {number:g}." if number else ""


def alike(columns):
    """Return what all three sentences say."""
    return f"All three: {_more(columns.differ)}."


def both_ways(columns):
    """Return that the same people are two relative changes, in two lines; none where nobody differs."""
    if not columns.differ:
        return ()
    bad, good = columns.relative
    return (
        f"The same {abs(columns.differ)} are {_change(bad)} {columns.row.bad},",
        f"or {_change(good)} people without.",
    )


def _votes(result):
    if not result.laid_over:
        asked = " ".join(row.question for row in votes())
        return f"The 14 experts who advised the regulator on the device, in December 2017. {asked} Press a table."
    said = [f"{row.question} {tally(row)}." for row in votes()]
    first = votes()[0]
    return " ".join(["The regulator’s panel, December 2017.", *said, votes()[-1].note, f"({_sources(first.source)})."])


def tally(row):
    """Return how a question was voted on."""
    rest = f", {row.abstained} abstained" if row.abstained else ""
    return f"{row.yes} yes, {row.no} no{rest}"


# Tables --------------------------------------------------------------------------------------------------------------


def _counted(columns):
    row = columns.row
    takes_ = takes(columns) if columns.full else ""
    apart = "" if columns.difference is None else f"{columns.difference:+.1f}"
    if columns.interval:
        kind = "published" if row.low is not None else "computed"
        apart += " ({:+.1f} to {:+.1f}, {})".format(*columns.interval, kind)
    both = ("not counted" if share is None else round(share, 1) for share in (columns.share, columns.other))
    origin = "; ".join(part for part in (data.provenance(row), row.seen) if part)
    return (
        row.what,
        row.until,
        *both,
        apart.replace("-", "−"),
        takes_,
        f"{row.arm}, {_lower(row.other_arm)}: {row.who}",
        f"{origin}. {DESIGNS[row.design]} {row.note} Paid by: {row.paid}".replace("  ", " "),
    )


def _said(name, number, result):
    said = wordings(result.columns)[name]
    return (f"Your estimate: “{said}”", "", f"{number:g}" if number else "not said", "", "", "", "", "yours")


def _table_of_votes():
    rows = tuple(
        (row.question, row.yes, row.no, row.abstained, f"{_sources(row.source)}; {row.seen}. {row.note}")
        for row in votes()
    )
    return Table(
        "The panel that advised the regulator on the device, 12 December 2017",
        ("Question", "Yes", "No", "Abstained", "Where it comes from"),
        rows,
    )


# Parts of sentences --------------------------------------------------------------------------------------------------


def _more(apart):
    """Return a difference in people, as "8 more of 100"."""
    if not apart:
        return "no difference"
    return f"{abs(apart)} {'more' if apart > 0 else 'fewer'} of {PEOPLE}"


def _change(percent):
    return f"{abs(percent):.0f} % {'more' if percent > 0 else 'fewer'}"


def _of(people):
    return f"{people} of {PEOPLE}"


def _lower(words):
    """Return words with a small first letter, unless they begin with a quotation mark or a name of capitals."""
    return words if words[:1] == "“" else lower(words)


def _sources(keys):
    return short_citations(keys, "; ")
