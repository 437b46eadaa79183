"""Whether a row reaches the border, and which rows of the shelf do, in words."""

from spine_edu.letters import lower
from spine_edu.treatment.shelf.model import REACHING
from spine_edu.treatment.shelf.numbers import grade, kind, points, sure, who

#: Verdict -> why a row cannot be held against the border.
_WHY = {
    "memory": "from memory",
    "open": "interval not seen by us",
    "stretched": "scale stretched",
    "nobody": "nobody beside it",
}
#: Verdict -> whether the row in hand reaches the border.
_VERDICTS = {
    "nobody": "Nobody to compare with: it says nothing on the treatment",
    "sure": "Yes, with all of its interval",
    "likely": "On average, not with all of its interval",
    "average": "On average; interval not seen",
    "under": "Average {value}: below {border:g}; its interval was not seen",
    "maybe": "Average {value}: below {border:g}. The true value may be above",
    "small": "No, though it is more than chance",
    "unclear": "On average, but it may be nothing: its interval holds 0",
    "wide": "Average {value}: below {border:g}. It may be nothing, and it may reach it",
    "nothing": "No: all of its interval lies below {border:g}, and holds 0",
    "worse": "No: all of its interval is more pain",
    "stretched": "Cannot say: its scale is stretched",
    "open": "Cannot say: its interval was not seen by us",
}
#: The same in one line of a hall, where the row shows its average.
_IN_A_HALL = {
    "maybe": "Not on average; the true value may be above",
    "wide": "Not on average; it may be 0, it may reach it",
    "nothing": "No: all of its interval lies below, and holds 0",
    "unclear": "On average, but its interval holds 0",
    "average": "On average; its interval was not seen",
    "under": "Not on average; its interval was not seen",
}
#: Answer -> what its rows have in common, in the words of a sentence that has named the border.
_ANSWERED = {
    "reaches": "Reaches it on average",
    "below": "More than chance, on average below it",
    "chance": "May be no difference",
    "worse": "More pain, not less",
    "unsaid": "Cannot be said",
}
#: The same of the border that a review or a trial has set itself.
_OWN = {
    "sure": "yes, with all of its interval",
    "likely": "on average only",
    "average": "on average, as far as was seen",
    "maybe": "not on average",
    "under": "not on average",
    "small": "no",
    "unclear": "no",
    "worse": "no",
}


def verdict(result):
    """Return whether the row in hand reaches the border, and the one that its own review set, as far as can be said."""
    row, border = result.standing, result.state.border
    asked = None if row is None or row.remembered or result.state.reading != "one_scale" else row.effect.border
    if asked in (None, border):
        return reaches(result)
    return f"{reaches(result)} Its own {kind(row.effect)} asked for {asked:g}: {_OWN[row.verdict(asked)]}."


def reaches(result):
    """Return whether the row in hand reaches the border, as far as can be said."""
    row, border = result.standing, result.state.border
    if row is None:
        untried = result.state.treatment in {one.treatment for one in result.untried}
        why = "it has no single number" if result.chosen else "no good trial was found" if untried else "not read here"
        return f"Reaches {border:g}? Cannot say: {why}."
    if result.state.reading != "one_scale":
        return "As printed, no border can be held against it."
    if row.remembered:
        held = _OWN[row.verdict(border)]
        held += f"; {grade(row.effect)}" if row.verdict(border) in REACHING else ""
        return f"Reaches {border:g}? Cannot say: its number is from memory; if it holds, {held}."
    words = _VERDICTS[_stands(row, border)].format(value=points(row.value), border=border)
    if row.verdict(border) in REACHING:
        # An interval knows chance alone; how far the trials can be trusted is another thing.
        words += f"; {grade(row.effect)}"
    return f"Reaches {border:g}? {words}." if row.compared else f"{words}."


def in_a_hall(result):
    """Return whether the row in hand reaches the border, in one line; its average and how sure it is, its row shows."""
    row, border = result.standing, result.state.border
    brief = row and _IN_A_HALL.get(_stands(row, border))
    if brief and result.state.reading == "one_scale" and not row.remembered:
        return f"Reaches {border:g}? {brief}."
    return f"{reaches(result).partition(';')[0].rstrip('.')}."


def _stands(row, border):
    """Return how a row stands against the border; what may be nothing may also reach it, on average or at its best."""
    found = row.verdict(border)
    if found != "unclear" or row.value >= border:
        return found
    return "wide" if row.high >= border else "nothing"


def unsaid(result):
    """Return why rows cannot be held against the border, in the few letters of the head over them."""
    border = result.state.border
    rows = [row for row in result.rows if row.answer(border) == "unsaid"]
    return ", ".join(dict.fromkeys(_WHY[_reason(row, border)] for row in rows))


def answers(result):
    """Return what can be said of all rows against the border, a sentence an answer; an answer of no row is left out.

    That none reaches it, is said. Each row of which an effect is said has its certainty, each of which nothing can be
    said its reason.
    """
    border, found = result.state.border, {answer: [] for answer in _ANSWERED}
    for row in result.rows:
        answer = row.answer(border)
        found["reaches" if answer == "ungraded" else answer].append(_told(row, border))
    found["reaches"] = found["reaches"] or ["none"]
    return [f"{head}: {'; '.join(found[answer])}." for answer, head in _ANSWERED.items() if found[answer]]


def _told(row, border):
    """Return a row by its label, with what must be known of its answer."""
    answer, effect, name = row.answer(border), row.effect, lower(row.effect.label)
    if answer == "unsaid":
        return f"{name} ({_WHY[_reason(row, border)]})"
    if answer in ("chance", "worse"):
        return name
    asked = f", {who(effect)}" if answer == "ungraded" else ""
    whole = "with all of its interval; " if row.verdict(border) == "sure" else ""
    known = f"; {effect.alone} against a dummy alone" if effect.alone else ""
    known += f"; {_WHY['open']}" if row.low is None else ""
    return f"{name} ({whole}{sure(effect)}{asked}{known})"


def _reason(row, border):
    """Return why a row cannot be held against the border."""
    return "memory" if row.remembered else row.verdict(border)


def reached(result):
    """Return how many rows reach the border, and that nobody graded them, in words that take less and less room.

    The longest say how many reach it with all of their interval, too; the shortest leave out the border, which stands
    on the other side of the knob.
    """
    count, whole = len(result.reach(*REACHING)), len(result.reach("sure"))
    words, graded = reaching(count, result), not_graded(count, result)
    if not count:
        return (words,)
    brief = words.rpartition(" ")[0] if graded else words
    return f"{words}{graded}, whole line: {whole}", f"{words}{graded}", f"{brief}{graded}"


def reaching(count, result):
    """Return how many rows reach the border."""
    return f"{count} reach{'es' if count == 1 else ''} {result.state.border:g}"


def not_graded(count, result):
    """Return how many of those that reach the border nobody graded, behind a comma; or nothing."""
    bare = len(result.ungraded)
    return "" if not bare else ", ungraded" if bare == count else f", {bare} ungraded"
