"""The two voices in words: what is asked and answered, whether the study fits, and what was published."""

from types import MappingProxyType

from spine_edu import data
from spine_edu.citations import UNCHECKED, origin, short_citations
from spine_edu.claims.ledger import before, other
from spine_edu.claims.ledger.guesses import one_sided
from spine_edu.claims.ledger.model import BLANK, PEOPLE, contradictions
from spine_edu.claims.ledger.needs import PARTS, graded, reason
from spine_edu.claims.ledger.plates import HEADS, named
from spine_edu.letters import capital
from spine_edu.tables import Table

_BEGIN = (
    "Who is right? Build a study that could tell: press each of the four knots, and choose an answer. One that fits "
    "unties its knot. Then press Run, and see where the rope goes."
)
#: That a direction is no number of the voice itself, and where two stand side by side; that two voices do not clash.
_READ, _READ_SHORT, NO_RIVALS = ", as we read it:", ", we read:", "No clash: they speak of different things"
#: What a scale is marked in where means of several questionnaires were put together.
_SPREAD = " The usual spread is how far people’s pain differs anyway."
#: What stands under a voice that says “some so, some so”, over a scale of means: wherever the dot lies, it fits.
_NO_MEAN = ": no mean shows it"
#: Bold letters for which a line below the rope has room.
_WIDEST = 53
_NOBODY, _NONE = "we found no such study", "we found none"
#: Where a rope ends, over it: how far it goes is part of what is told. The cross is as it is painted.
_CROSS = "⊗"
_GONE = MappingProxyType(
    {
        "left": "Nearer to the left",
        "right": "Nearer to the right",
        "all right": "All the way to the right: settled",
        "both": "To neither",
        "not left": f"To neither, but against the left {_CROSS}",
        "not right": f"To neither, but against the right {_CROSS}",
        "loose": "The rope hangs loose",
    }
)
#: Where a rope ends, as the beginning of a sentence.
_ENDS = MappingProxyType(
    {
        "left": "The rope goes nearer to the left",
        "right": "The rope goes nearer to the right",
        "all right": "The left voice lets go",
        "split": "The rope splits",
        "both": "The rope goes to neither",
        "not left": "The rope stays, with a cross at the left voice",
        "not right": "The rope stays, with a cross at the right voice",
        "loose": "The rope hangs loose: in the sources of this course we found no such study",
    }
)


def heading(result):
    """Return both lines over what a study shows: what was compared and found where it is no count, and its number."""
    if not result.told or not result.scale:
        text = verdict(result)
        return f"<b>{text}</b>" if text else "", ""
    return f"{result.tried}: <b>{result.says}</b>", result.numbers


def expects(result, side):
    """Return what stands in the line of a voice: whose number it is, or what we read from its words."""
    if side == "right" and result.silent:
        return "<b>Right</b>: no other voice"
    if not result.ready:
        return ""
    row, name = result.groups[0].row, side.title()
    way = getattr(row, f"{side}_way")
    if result.scale:
        named = getattr(row, side)
        way += _NO_MEAN if getattr(row, f"{side}_sign") == "both" else ""
        return (
            f"<b>{name}</b>{_READ_SHORT}<br>{way}" if named is None else f"<b>{name} says</b>:<br>{named:g} of 20 {way}"
        )
    return f"<b>{name}</b>{_READ} {way}" if getattr(row, side) is None else f"<b>{name}</b>: {way}"


def verdict(result):
    """Return in few words what the study shows now, over its people; nothing before it is run."""
    if not result.told:
        return progress(result) if result.looked else ""
    if result.counted:
        return _drawn([group for group in result.groups if group.found is not None])
    return "published, no count" if result.published else _none(result)


def _none(result):
    """Return that no such study was found, and with which other answers there is one, as far as there is room."""
    near = other.nearest(result)
    if near is None:
        return _NONE
    if len(other.parts(result, near)) > 1:
        return "none found; with other answers there is one"
    told_ = f"none found; with {other.instead(result, near)} there is one"
    counted = [group.row.of_people for group in near.groups if group.counted]
    longer = f"{told_}: {counted[0]}" if len(counted) == 1 else told_
    return longer if len(longer) <= _WIDEST else told_


def _drawn(groups):
    """Return what was published of the groups that were counted, and that it is drawn as 20."""
    first = groups[0].row
    if first.drawn == "set":
        return f"{first.of_people}, drawn as {groups[0].found}"
    shares = [one.row.of_people if one.counted else f"{one.share:.3g} of 100" for one in groups]
    if not any(one.counted for one in groups):
        # Two shares share their “of 100”: a line in bold letters has no room for both.
        shares = [one.removesuffix(" of 100") for one in shares[:-1]] + shares[-1:]
    curve = "fitted curve: " if first.drawn == "fitted" else ""
    return f"{curve}{' and '.join(shares)}, drawn as {PEOPLE}{' each' * (len(groups) > 1)}"


def progress(result):
    """Return how far a run has come: only where people were counted are there any to be looked at."""
    if result.counted:
        return f"{result.looked} of {PEOPLE} drawn people"
    return verdict(result) if result.told else "looking for such a study"


def told(result):
    """Return what stands over the rope: where it has gone, and before it is told, whether it is between rivals."""
    if not result.told:
        return NO_RIVALS if result.apart else ""
    if result.strands:
        return ""
    rivals = ": about different things" if result.apart and result.ends == "both" else ""
    return f"<b>{_GONE[result.ends]}{rivals}</b>"


def why_there(result):
    """Return why the rope has gone there; each strand says it beside itself."""
    return "" if not result.told or result.strands else result.tells or _NOBODY


def strands(result):
    """Return what stands over each strand of a rope that splits: first what the study finds, and at last the other."""
    if not result.told or not result.strands:
        return "", ""
    own, other = (f"{one.strand.removeprefix('in ')}</b>: {one.tells}{_crossed(one)}" for one in result.strands)
    return f"<b>Yours, {own}", f"And <b>{other}" if result.come == 1 else ""


def _crossed(strand):
    return f" {_CROSS}" if strand.ends.startswith("not ") else ""


def opened(result):
    """Return how many of the contradictions have been opened."""
    return sum(result.state.opened(key) for key in contradictions())


def sentence(result):
    """Return how far the study has come, and who is against whom; then where the rope ends, its source and caveat."""
    if result.told:
        return _known(result)
    if _untouched(result):
        # Who begins reads first what to do.
        return f"{_BEGIN} {before.who(result)}"
    between = "\n" if result.ready else " "
    return f"{_study(result)}{between}{before.who(result)}"


def _untouched(result):
    return all(getattr(result.state, part) == BLANK for part in PARTS)


def _study(result):
    if result.ready:
        return before.ready(result)
    why = " ".join(f"{HEADS[part]} {text}" for part, text in wrong(result).items())
    return f"{_knots(result.tied)}: this study could not tell them apart yet. {why}".strip()


def _known(result):
    stands = f"{'They are no rivals: they speak of different things. ' * result.apart}{result.row.stands}"
    if not result.published:
        return f"{_ENDS['loose']}.\n{_elsewhere(result)}{stands}"
    counts = "; ".join(_group(group) for group in result.groups if group.found is not None)
    row = result.groups[0].row
    checked = "" if row.seen else f" ({UNCHECKED})"
    told_ = f"{_ENDS[result.ends]}{_split(result) if result.strands else f': {result.tells}.'}"
    spread = _SPREAD if result.scale and result.scale.row.unit == "spread" and result.scale.value is not None else ""
    # What was compared has a colon of its own.
    mark = "," if row.tried else ":"
    published = f"Published by {short_citations(row.source)}{checked}{mark} {counts or _published(result.groups[0])}."
    return f"{told_}\n{published}{spread}{_in_fact(result)}{_other_strand(result)}\n{stands}"


def _other_strand(result):
    """Return by whom the strand of another study was published, and in how many; empty where there is none."""
    if not result.strands:
        return ""
    _, other = result.strands
    return f" {capital(other.strand)}: {short_citations(other.source)}, {other.who}."


def _in_fact(result):
    """Return in what a published study is another one than was put together; empty where it is that one."""
    told_ = "; ".join(row.told for row in other.in_fact(result).values())
    return f" Not all is as you chose: {told_}." if told_ else ""


def _elsewhere(result):
    """Return with which other answers such a study was found, and what it counted; empty where there is none."""
    near = other.nearest(result)
    if near is None:
        return ""
    counts = "; ".join(_group(group) for group in near.groups if group.found is not None)
    return f"With {other.instead(result, near)} there is one: {counts or _published(near.groups[0])}. "


def _split(result):
    """Return what this study finds, and what another one does that asks others, or at another time."""
    own, other = (f"{one.strand}: {one.tells}{_cross(one.ends)}" for one in result.strands)
    return f". Your study, {own}; and {other}."


def _cross(end):
    side = end.partition("not ")[2]
    return f" (the cross: {one_sided(side)})" if side else ""


def _knots(count):
    return f"{count} knots are tied" if count > 1 else "1 knot is tied"


def compare(held, result):
    """Return how two studies, or two contradictions, differ."""
    if held.state.contradiction != result.state.contradiction:
        return f"A was about “{held.row.name}”; this is about “{result.row.name}”."
    changed = [part for part in PARTS if getattr(held.state, part) != getattr(result.state, part)]
    if not changed:
        return "A is the same study."
    named = ", ".join(f"“{_option(held, part)}” and not “{_option(result, part)}”" for part in changed)
    return f"A took {named}; it {'fits' if held.ready else 'does not fit'} the question."


def idle(result):
    """Return the controls that change nothing now: name -> why."""
    found, state = {}, result.state
    if not result.ready:
        found["looked"] = f"Nobody is in the study yet: {_knots(result.tied)}."
    if result.told:
        found[f"opened_{state.contradiction}"] = "It is open: its study has been run to its end."
    return found


def table(result):
    """Return all contradictions; of those that are opened, what is known, and of the one that is told, all of it."""
    rows = [
        (
            f"{row.number:g} {row.name}",
            f"{row.left} ({_at(row.left_at)})",
            _right(row),
            row.settle if result.state.opened(row.contradiction) else "",
            f"{row.stands} {row.note}".strip() if result.state.opened(row.contradiction) else "not opened yet",
            row.claims,
            _origin(row) if result.state.opened(row.contradiction) else "",
        )
        for row in contradictions().values()
    ]
    if result.told:
        rows += [*_needed(result), *_found(result)]
    heads = ("What", "Left", "Right", "What would settle it", "Where the course stands", "Claims", "Source")
    return Table("Fourteen places where five articles seem to clash, and one silence", heads, tuple(rows))


def _needed(result):
    """Yield a row a part of the study: which options would do, and why the one that was chosen does."""
    row, in_fact = result.row, other.in_fact(result)
    for part in PARTS:
        fits = "; will do: ".join(
            " or ".join(named(row.contradiction, part, option) for option in some)
            for some in graded(result.state, part)
            if some
        )
        one = in_fact.get(part)
        told_, origin = (f"In fact: {one.told}.", _origin(one)) if one else ("", "")
        yield (f"study for {row.number:g}: {HEADS[part]}", fits, "", reason(result.state, part), told_, "", origin)


def _found(result):
    """Yield a row a group and a row a strand."""
    for group in result.groups:
        one = group.row
        expected = (_expected(one, side) for side in ("left", "right"))
        yield (one.label, *expected, _published(group), one.note, "", _origin(one))
    for row in result.strands:
        yield (row.strand, "", "", row.tells, row.note, "", _origin(row))


def at_step(result):
    """Return what is said while people are looked at."""
    if result.told:
        return sentence(result)
    if not result.counted:
        return "We look for such a study."
    return f"{result.looked} of {PEOPLE} drawn people{' of each group' * (len(result.groups) > 1)} have been looked at."


def wrong(result):
    """Return why the parts that were chosen and do not fit do not: part -> sentence."""
    return {
        part: reason(result.state, part)
        for part in PARTS
        if not result.fits[part] and getattr(result.state, part) != BLANK
    }


def sections(codes):
    """Return of what the sections of a voice speak: a phrase a section, as claims_sections.csv says."""
    about = {row.section: row.about.removesuffix(".") for row in data.table("claims_sections")}
    return [f"Section {code[1:]}: {about[code]}" if code[1:] else about[code] for code in codes]


def _published(group):
    """Return what was published of a group: a share, few words, or that no count was found."""
    if group.found is not None:
        return _share(group)
    # The numbers behind a mean hold of how many people it is.
    of = group.row.numbers or group.row.of_people
    people = f" ({of})" if of else ""
    tried = f"{group.row.tried}: " if group.row.tried else ""
    return f"{tried}{group.row.says or 'no count found'}{people}"


def _expected(row, side):
    """Return what a voice lets one expect of a group: its own number, or a direction as we read it."""
    named = getattr(row, side)
    if named is not None:
        return f"{'up to ' if row.bound == side else ''}{named:g} of {PEOPLE}"
    return getattr(row, f"{side}_way")


def _group(group):
    return f"{group.row.label}, {_share(group)}"


def _share(group):
    """Return the share as it was published, with of how many, and the whole people that are drawn of it.

    A share that was set by us is not told: what was published is.
    """
    row = group.row
    fitted = "by a fitted curve " if row.drawn == "fitted" else ""
    share = "" if row.drawn == "set" or not row.look else f"{fitted}{group.share:.3g} of 100"
    drawn = f"(drawn as {group.found} of {PEOPLE})"
    if not share or group.counted:
        return f"{'; '.join(filter(None, (share, row.of_people)))} {drawn}"
    # Of how many, and what else befell them, is not what is drawn.
    return f"{share} {drawn}" + (f", of {row.of_people}" if row.of_people else "")


def _right(row):
    return f"{row.right} ({_at(row.right_at)})" if row.right else "no other article speaks of it"


def _at(codes):
    """Return where a voice speaks: article and sections."""
    found = {}
    for code in codes.split():
        found.setdefault(code[0], []).append(code[1:])
    told = [
        f"article {article}{', section ' if any(there) else ''}{' and '.join(there)}"
        for article, there in found.items()
    ]
    return "; ".join(told)


def _option(result, part):
    return named(result.state.contradiction, part, getattr(result.state, part))


def _origin(row):
    return origin(row) or "ours"
