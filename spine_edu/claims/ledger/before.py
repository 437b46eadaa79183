"""What is said before a run: who is against whom, what a study could settle, and what each voice foretells of it."""

from spine_edu.claims.ledger.model import PEOPLE, SIDES
from spine_edu.claims.ledger.needs import PARTS, judged, reason, spare
from spine_edu.claims.ledger.plates import HEADS
from spine_edu.claims.ledger.speakers import SPEAKERS, articles
from spine_edu.letters import capital


def who(result):
    """Return who speaks against whom, and whether they clash at all."""
    if result.silent:
        return f"{capital(_speaker(result, 'left'))} speaks alone, and silence is no denial."
    left, right = (_speaker(result, side) for side in SIDES)
    both = sorted(set(articles(result, "left")) & set(articles(result, "right")))
    more = f" Article {both[0]} says both." if both else ""
    apart = " They are no rivals: they speak of different things." if result.apart else ""
    return f"{capital(left)}, {'and' if result.apart else 'against'} {right}.{apart}{more}"


def _speaker(result, side):
    """Return in which articles a voice speaks, and whose they are."""
    there = articles(result, side)
    *first, last = there
    named = f"articles {', '.join(first)} and {last}" if first else f"article {last}"
    return f"{named} ({'; '.join(SPEAKERS[one] for one in there)})"


def settles(result):
    """Return what a study that fits could settle: who speaks of something else is not tested by it.

    Nor is who names no number, against one who says “up to” one: no count up to that one speaks against either.
    """
    row = result.groups[0].row
    if row.bound:
        (other,) = (side for side in SIDES if side != row.bound)
        bound = f"up to {100 * getattr(row, row.bound) / PEOPLE:g} of 100"
        return f"this study can test only “{bound}”, as “{getattr(row, f'{other}_way')}” names no number"
    tested = [side for side in SIDES if side not in result.quiet and getattr(result.row, side)]
    if len(tested) == len(SIDES):
        return "this study could tell the two voices apart"
    return f"this study tests the {tested[0]} voice only"


def foretold(result, side):
    """Return what a voice foretells of the study, in one line: its own number, or what we read from its words."""
    row, name = result.groups[0].row, side.title()
    if not getattr(result.row, side):
        return f"{name}: no other voice"
    named, way = getattr(row, side), getattr(row, f"{side}_way")
    if named is not None:
        return f"{name}: {'up to ' if row.bound == side else ''}{named:g} of {PEOPLE} {way}"
    return f"{name}: {way}" if side in result.quiet else f"{name}, as we read it: {way}"


def untied(state, part):
    """Return that a knot is untied, and whether another answer would have done better."""
    return "Untied, but not best." if judged(state, part).fits == "spare" else "Untied."


def ready(result):
    """Return that a study fits and what it could settle, what each voice foretells, and how it could be better."""
    state, better = result.state, spare(result.state)
    # The answer that opens the last knot closes the list, so why it fits is told here: of the one that is asked last.
    why = [f"{HEADS[part]} {reason(state, part)}" for part in PARTS[-1:] if part not in better]
    why += ["It could be better."] * bool(better) + [f"{HEADS[part]} {reason(state, part)}" for part in better]
    lines = (
        f"All four knots are open: {settles(result)}. {'Guess, then press Run' if result.asked else 'Press Run'}.",
        " ".join(f"{foretold(result, side)}." for side in SIDES),
        " ".join(why),
    )
    return "\n".join(lines)
