"""The two columns in words: what the page says, what stands beside it, and what of that is a difference."""

from spine_edu import data
from spine_edu.claims.other_column.model import ESTIMATES, PEOPLE, votes
from spine_edu.claims.other_column.model import table as every_count
from spine_edu.tables import Table

#: How people came into the two columns.
DESIGNS = {
    "lot": "A lot drew who was in which column.",
    "chosen": "People were in a column by their own choice, so the columns differ in more than that.",
    "review": "A review worked the people out; it measured how many times as many.",
    "alone": "There was only one group.",
    "none": "",
}


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
        return "A: nobody counted that."
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
        found["when"] = "It was counted once." if result.times else "Nobody counted this."
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
        return "Nobody counted this, as far as we found."
    if state.other == "missing":
        return "Marked: not given. Half a comparison tells nothing."
    if result.laid_over:
        return difference(columns) if columns.full else "There is no other column: nobody could have it."
    if not state.mine:
        return "Half a comparison: paint the other half."
    apart = result.shown[0] - round(state.mine)
    return f"If you are right: {_more(apart)}."


def difference(columns):
    """Return the difference of two full columns with its interval, in one line."""
    if columns.interval is None:
        return f"{_capital(_more(columns.differ))} (interval not known)"
    return f"{_capital(_more(columns.differ))} ({interval(columns)})"


def interval(columns):
    """Return the interval of the difference in words, with its direction."""
    low, high = (round(end) for end in columns.interval)
    if columns.interval[0] < 0 < columns.interval[1]:
        return f"from {-low} fewer to {high} more"
    near, far = sorted((abs(low), abs(high)))
    return f"{near} to {far}"


def takes(columns):
    """Return how many people it takes for one to differ, in few words."""
    if not columns.needed:
        return "Nobody differs."
    number, low, high = columns.needed
    if low is None:
        return f"1 in {number}"
    return f"1 in {number} ({low} to {high})" if high else f"1 in {number}, or nobody"


def wordings(columns):
    """Return three sentences about one result: one column, the relative change, and how many it takes for one."""
    row = columns.row
    bad, good = columns.relative or (None, None)
    what = row.what.rstrip(".")
    relative = "No relative change can be told."
    if bad is not None:
        # The page's way: the change of what is bad, which is the larger number where it is rare.
        word = "fewer" if bad <= 0 else "more"
        relative = f"{abs(bad):.0f} % {word} who {'were not so well' if columns.good else 'had that'}."
    number = columns.needed[0] if columns.needed else None
    one = f"{number} people have it: for one it is different." if number else "However many have it, nobody differs."
    return {"kept": f"{columns.people[0]} of 100: {_lower(what)}.", "fewer": relative, "needed": one}


# Sentences -----------------------------------------------------------------------------------------------------------


def _page(result):
    first = result.first
    number = f" (article {' and '.join(first.articles.split())})"
    return f"The page{number}: {_lower(first.says)}"


def _state(result):
    columns = result.columns
    if columns is None:
        chosen = result.state.declarations()["counted"].format(result.state.counted)
        return f"Counted here: {chosen}. Nobody counted that for this claim, as far as we found."
    row = columns.row
    if columns.share is None:
        return f"{verdict(result)} {row.note}" if result.laid_over else verdict(result)
    head = f"{row.what}, {row.until}: {_lower(row.arm)} {_of(result.shown[0])}"
    if not result.laid_over:
        return f"{head}; {_lower(row.other_arm)}: {_painted(result)}. {verdict(result)}"
    if not columns.full:
        return f"{head}. {verdict(result)}"
    number = f" {takes(columns)}." if columns.needed else ""
    return f"{head}, {_lower(row.other_arm)} {_of(columns.people[1])}. {verdict(result)}.{number}"


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
    seen = ", from memory: not yet checked against the paper" if columns.remembered else ""
    yield f"Counted in {row.who} ({_sources(row.source)}{seen})."
    yield DESIGNS[row.design]
    if columns.interval and row.low is None:
        yield "The interval is computed from the sizes of the groups."
    yield row.note
    if row.paid != "Not found.":
        yield row.paid


def _wordings(result):
    if not result.worded:
        return f"{_page(result)} {verdict(result)} Without both columns no sentence can be made that is fair."
    columns = result.columns
    said = " ".join(f"“{text}” You say {getattr(result.state, name):g}." for name, text in wordings(columns).items())
    asked = "One result in three sentences. Of 100, for how many does it make a difference?"
    if not result.laid_over:
        return f"{asked} {said}"
    return f"{asked} {said} {alike(columns)} {both_ways(columns)}".strip()


def alike(columns):
    """Return what all three sentences say."""
    return f"All three say the same: {_more(columns.differ)}."


def both_ways(columns):
    """Return that the same difference is two relative changes; nothing where it is none."""
    if columns.relative is None or not columns.differ:
        return ""
    bad, good = columns.relative
    return f"The same people are {_change(bad)} with the worse end, or {_change(good)} with the better one."


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
    return (f"Your estimate: “{said}”", "", f"{number:g}", "", "", "", "", "yours")


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
        return f"as many of {PEOPLE}"
    return f"{abs(apart)} {'more' if apart > 0 else 'fewer'} of {PEOPLE}"


def _change(percent):
    return f"{abs(percent):.0f} % {'more' if percent > 0 else 'fewer'}"


def _of(people):
    return f"{people} of {PEOPLE}"


def _capital(words):
    return words[0].upper() + words[1:]


def _lower(words):
    """Return words with a small first letter, unless they begin with a quotation mark or a name of capitals."""
    return words if words[:1] == "“" else words[0].lower() + words[1:]


def _sources(keys):
    return "; ".join(data.short_citation(key) for key in data.split_keys(keys))
