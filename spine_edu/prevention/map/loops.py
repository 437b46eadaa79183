"""The loops that a reader's arrows close, in words: how many, of which kind, and what each does."""

from spine_edu.letters import lower
from spine_edu.prevention.map.model import MANY, kind_of, things


def much(thing, more):
    """Return what more, or less, of a thing is called: of “broken sleep”, worse or better nights."""
    row = things()[thing]
    return row.more if more else row.less


def looped(result):
    """Return in few words which loop is lit of those that are closed, its kind, and how it leaves the five boxes."""
    if not result.loop:
        return ""
    letter = f"({result.kind[0].upper()})"
    which = f"Loop {result.place + 1} of {many(result)} {letter}" if len(result.loops) > 1 else ""
    where = "beyond the five boxes" if result.outside else "within the five boxes"
    if len(result.outside) == 1:
        where = f"through {short(result.outside[0])}"
    return f"{which or f'A {result.kind} loop {letter}'} {where}: it {_FEEDS[result.kind]}."


def many(result):
    """Return how many loops are closed, as far as they are told one by one."""
    return f"over {MANY}" if len(result.loops) > MANY else f"{len(result.loops)}"


def all_loops(result):
    """How many loops are closed, and of which kind; nothing of one alone, which is told as itself."""
    if len(result.loops) > MANY:
        return f"More than {MANY} loops lead over an arrow drawn here; the first {MANY} can be lit, one by one."
    if len(result.loops) < 2:
        return ""
    feeding = sum(kind_of(loop, result.signs) == "reinforcing" for loop in result.loops)
    kinds = f"feeding themselves {feeding or 'none'}, calming {len(result.loops) - feeding or 'none'}"
    rings = " The ring’s own are not counted." if result.given else ""
    return f"{len(result.loops)} loops lead over an arrow drawn here: {kinds}.{rings}"


#: What each kind of loop does.
_FEEDS = {"reinforcing": "feeds itself", "balancing": "calms itself"}


def short(thing):
    """Return the name of a thing, to stand in a sentence."""
    return lower(things()[thing].name)


def fed(result):
    """Return why the loop is of its kind, as far as arrows without a measured strength can say so."""
    number = result.turning
    odd = f"an {'odd' if number % 2 else 'even'} number of minus signs" if number else "no minus sign"
    return f"With {odd} on its way it {_FEEDS[result.kind]}. Nobody measured how strongly."


def round_trip(loop):
    """Return the things on a loop in their turn, back to the first."""
    return " → ".join(things()[thing].name for thing in (*loop, *loop[:1]))


def rows_of(result):
    """Yield rows of the table: of each loop that can be lit, how many there are, and what stands at no arrow."""
    for loop in result.loops[:MANY]:
        kind = kind_of(loop, result.signs)
        told = looped(result) if loop == result.loop else f"A {kind} loop: it {_FEEDS[kind]}."
        yield round_trip(loop), "a loop", "lit" if loop == result.loop else "", told
    if len(result.loops) > 1:
        yield "The loops", "", many(result), all_loops(result)
    if result.loops:
        yield "A loop’s minus signs", "", "", "none, or an even number: it feeds itself; an odd number: it calms itself"
    if result.arrows:
        for thing in result.unjoined:
            yield things()[thing].name, "without an arrow yet", "", ""
