"""Another study than the one that was put together.

Where nobody has run it, the nearest one that was published; and in what a published one differs from its plates.
"""

from functools import cache
from itertools import product

from spine_edu import data
from spine_edu.claims.ledger.model import PEOPLE, LedgerState, holds, simulate
from spine_edu.claims.ledger.needs import PARTS, fit, spare
from spine_edu.claims.ledger.plates import plate

#: In which order parts are given up for another study: first when it looks, last what it counts.
_GIVEN_UP = ("measure", "whom", "against", "when")


def nearest(result):
    """Return the result of the published study that differs least from one that nobody has run; None if there is none.

    None as well where the study itself was published, or does not fit yet.
    """
    if not result.ready or result.published:
        return None
    return _nearest(result.state.contradiction, tuple(getattr(result.state, part) for part in PARTS))


@cache
def _nearest(key, parts):
    state = LedgerState(contradiction=key)
    studies = (
        simulate(state.replace(**dict(zip(PARTS, options, strict=True)), looked=PEOPLE))
        for options in product(*(fit(key, part) for part in PARTS))
    )
    mine = dict(zip(PARTS, parts, strict=True))

    def far(result):
        differ = [getattr(result.state, part) != mine[part] for part in _GIVEN_UP]
        # What was read is told before what is from memory.
        return sum(differ), differ, not result.groups[0].row.seen

    return min((one for one in studies if one.published), key=far, default=None)


@cache
def example(key):
    """Return a study that fits, as part -> option: one that was published, of the best answers if there is one."""
    studies = [
        simulate(LedgerState(contradiction=key).replace(**dict(zip(PARTS, options, strict=True))))
        for options in product(*(fit(key, part) for part in PARTS))
    ]
    ready = (one for one in studies if one.ready)

    def worth(result):
        # People are drawn where they were counted, which is seen at once.
        return not result.published, not result.groups[0].row.seen, len(spare(result.state)), not result.counted

    best = min(ready, key=worth)
    return {part: getattr(best.state, part) for part in PARTS}


def parts(result, near):
    """Return the parts in which a published study differs."""
    return [part for part in PARTS if getattr(result.state, part) != getattr(near.state, part)]


def instead(result, near):
    """Return the answers of a published study that are others than here, each in quotation marks."""
    state = near.state
    named = (plate(state.contradiction, getattr(state, part)).replace("<br>", " ") for part in parts(result, near))
    *first, last = [f"“{one}”" for one in named]
    return f"{', '.join(first)} and {last}" if first else last


def in_fact(result):
    """Return the rows of contradiction_looked.csv of a study that is told: part -> what was looked at in fact."""
    if not result.told or not result.published:
        return {}
    return _in_fact(result.state.contradiction, tuple(getattr(result.state, part) for part in PARTS))


@cache
def _in_fact(key, parts):
    mine = dict(zip(PARTS, parts, strict=True))
    return {
        row.part: row
        for row in data.table("contradiction_looked")
        if row.contradiction == key and all(holds(getattr(row, part), mine[part]) for part in PARTS)
    }
