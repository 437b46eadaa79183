"""What the source of the row in hand found at each of its times: an effect on two rows does not fall straight."""

from spine_edu.treatment.shelf.model import stand
from spine_edu.treatment.shelf.numbers import span, writer


def course(result):
    """Return what the source of the row in hand found at each of its times, if there are several; else nothing."""
    row, reading = result.chosen, result.state.reading
    if row is None or row.value is None:
        return ""
    what = (row.source, row.outcome, row.measure)
    same = [one for one in result.in_hand if (one.source, one.outcome, one.measure) == what]
    times = {_when(one): stand(one, reading).value for one in same if _when(one)}
    if len(times) < 2:
        return ""
    found = ", ".join(f"{when} {writer(reading)(value)}" for when, value in times.items())
    below = " (below 0: more pain)" if min(times.values()) < 0 else ""
    return f"Less pain: {found}{below}."


def _when(row):
    """Return until when a row was measured, as its label says if it is one of several; nothing if it was not read."""
    said = row.label.partition(": ")[2].replace(" weeks", " wk").replace("a year", "1 y")
    return said or ("" if row.weeks is None else span(row))
