"""The arrows of the cycle in words."""

from spine_edu.citations import UNCHECKED, short_citations
from spine_edu.cycle.arrows.model import whole_run
from spine_edu.tables import Table

#: How the words call a node.
NAMES = {
    "herniation": "herniation",
    "inflammation": "inflammation",
    "pain": "pain",
    "guarding": "guarding",
    "pressure": "disc pressure",
    "habituation": "getting used to it",
    "moving": "moving again",
}
EVIDENCE = {
    "measured": "measured",
    "trials": "from trials",
    "animals": "animal work",
    "specimens": "laboratory specimens",
    "mixed": "mixed",
    "contested": "a contested hypothesis",
    "assumed": "assumed",
}


def sentence(result):
    """Return what the drawn arrows close, and what is known about the one read about."""
    steps, count = result.state.steps, len(result.shown)
    newest = ", ".join(
        f"{arrow_name(row)} ({row.sign.replace('-', '−')})"
        for row in result.arrows
        if row.arrow in result.shown and row.step == steps
    )
    # Where the left-out arrows have come, they are the newest.
    newest = "" if result.state.balancing == "yes" else f"; the newest: {newest}"
    text = f"{_number(count, 'arrow')} drawn, {steps:.0f} of the article's 5 steps{newest}. {kinds(result)}"
    row = result.selected
    if row is None:
        return text
    return (
        f"{text}\n{arrow_name(row).capitalize()} ({row.sign.replace('-', '−')}, {row.delay}; "
        f"{EVIDENCE[row.evidence]}): {row.says}\nFor it: {row.known_for}\n"
        f"Against it: {row.known_against}\nRead by us: {_read(row)}."
    )


def on_day(day):
    """Return what the arrows carry on a day of the run."""
    run = whole_run()
    return (
        f"Day {day}: in this run of the whole model pain is {run.rating[day]:.1f} and guarding "
        f"{run.levels('guarding')[day]:.1f} of 10; the more a box holds, the more runs along its arrows."
    )


def agreed(prediction, result):
    """Return how many of the arrows shown the reader has drawn with the same sign; one space without a prediction."""
    if not prediction:
        return " "
    shown = {(row.start, row.end, row.sign) for row in result.arrows if row.step and row.arrow in result.shown}
    return f"of the {len(shown)} arrows shown you drew {len(shown & set(prediction)) or 'none'}"


def kinds(result):
    """Return how many loops of each kind are closed."""
    reinforcing = sum(loop.kind == "reinforcing" for loop in result.loops)
    balancing = len(result.loops) - reinforcing
    if not result.loops:
        return "No loop is closed yet."
    return f"They close {_number(reinforcing, 'reinforcing loop')} and {_number(balancing, 'balancing loop')}" + (
        ": the arrows alone do not say which side wins."
        if balancing
        else "; nothing works against them in this picture."
    )


def compare(held, result):
    """Return what was added to or taken from diagram A."""
    more, less = result.shown - held.shown, held.shown - result.shown
    if not more and not less:
        return "Against A: the same arrows."
    by_name = {row.arrow: arrow_name(row) for row in result.arrows}
    parts = [
        f"{words} {', '.join(by_name[name] for name in by_name if name in names)}"
        for words, names in (("new:", more), ("gone:", less))
        if names
    ]
    return f"Against A, {'; '.join(parts)}. A closed {_number(len(held.loops), 'loop')}, this one {len(result.loops)}."


def table(result):
    """Return every drawn arrow with its sign, delay and evidence, the studies behind it and what we read of them."""
    rows = tuple(
        (
            arrow_name(row),
            row.sign.replace("-", "−"),
            row.delay,
            EVIDENCE[row.evidence],
            f"step {row.step:.0f}" if row.step else "left out",
            short_citations(row.source),
            _read(row),
        )
        for row in result.arrows
        if row.arrow in result.shown
    )
    columns = ("Arrow", "Sign", "Delay", "Rests on", "In the article", "Studies", "Read by us")
    return Table(f"The arrows that are drawn. {kinds(result)}", columns, rows)


def arrow_name(row):
    """Return an arrow in words."""
    if row.start == row.end:
        return f"{NAMES[row.start]} clears itself"
    return f"{NAMES[row.start]} → {NAMES[row.end]}"


def _read(row):
    """Return what was read of an arrow's studies."""
    return row.seen or UNCHECKED


def _number(count, noun):
    return f"{count} {noun}" + ("" if count == 1 else "s")
