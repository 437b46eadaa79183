"""The two voices in words: what they say, whether the study could tell them apart, and what was published."""

from types import MappingProxyType

from spine_edu import data
from spine_edu.claims.ledger.model import PARTS, PEOPLE, LedgerState, contradictions, needs
from spine_edu.tables import Table

#: Part of the study -> what it asks, on its plate.
HEADS = MappingProxyType({"whom": "Whom?", "measure": "What?", "against": "Against?", "when": "When?"})
#: Option -> its words on a plate, in one line or two.
PLATES = MappingProxyType(
    {
        "back": "back pain",
        "leg": "leg pain",
        "herniation": "herniated<br>disc",
        "anyone": "anybody",
        "experts": "experts",
    }
    | {"spasm": "spasm,<br>by touch", "better": "pain and<br>daily life", "harm": "unwanted<br>effects"}
    | {"scan": "a scan", "words": "names", "nobody": "nobody", "chosen": "who chose<br>otherwise"}
    | {"lot": "others,<br>by lot", "healthy": "people<br>without it"}
    | {"once": "once", "weeks": "after<br>weeks", "months": "after<br>3 months", "year": "after<br>a year"}
)
#: How far a contradiction is settled, in words.
STATUS = MappingProxyType({"settled": "settled", "partly": "settled in part", "open": "open"})


def verdict(result):
    """Return in few words what the study has to show."""
    if not result.ready:
        return "cannot tell"
    if result.counted:
        return f"counted of {PEOPLE}"
    return "published" if result.published else "nobody has looked"


def sentence(result):
    """Return the two voices, whether the study could tell them apart, and what is known."""
    return " ".join((_voices(result), _study(result), _shown(result)))


def compare(held, result):
    """Return how two studies, or two contradictions, differ."""
    if held.state.contradiction != result.state.contradiction:
        return (
            f"A was about “{held.row.name}”, which is {STATUS[held.row.status]}; this is {STATUS[result.row.status]}."
        )
    changed = [part for part in PARTS if getattr(held.state, part) != getattr(result.state, part)]
    if not changed:
        return "A is the same study."
    told = ", ".join(f"“{_option(held, part)}” and not “{_option(result, part)}”" for part in changed)
    return f"A took {told}; it {'could' if held.ready else 'could not'} tell the two apart."


def table(result):
    """Return all contradictions, and for the chosen one what a study needs and what both voices foretell."""
    rows = [
        (
            f"{row.number:g} {row.name}",
            f"{row.left} ({_at(row.left_at)})",
            _right(row),
            row.settle,
            row.stands,
            row.claims,
            _origin(row),
        )
        for row in contradictions().values()
    ]
    row = result.row
    for part in PARTS:
        need = needs()[row.contradiction, part]
        fits = " or ".join(_words(part, option) for option in need.fits.split())
        rows.append((f"study for {row.number:g}: {HEADS[part]}", fits, "", need.why, "", "", ""))
    for group in result.groups:
        one = group.row
        found = one.says or (f"{group.found} of {PEOPLE}" if group.found is not None else "nobody counted")
        expected = (_expected(one, side) for side in ("left", "right"))
        rows.append((one.label, *expected, f"{found}{_printed(group)}", one.note, "", _origin(one)))
    heads = ("What", "Left", "Right", "What would settle it", "Where the course stands", "Claims", "Source")
    return Table("Fourteen contradictions between five articles, and one silence", heads, tuple(rows))


def at_step(result, come, looked):
    """Return what is said while people come in, or are looked at."""
    if come < 1:
        return "The people of the study come in."
    return f"{looked} of {PEOPLE} people have been looked at." if result.counted else "They have come in."


def misfits(result):
    """Return why the parts that do not fit do not: part -> sentence."""
    return {part: needs()[result.state.contradiction, part].why for part in PARTS if not result.fits[part]}


def _voices(result):
    row = result.row
    if result.silent:
        return f"“{row.left}” ({_at(row.left_at)}). No other article speaks of it, and silence is no denial."
    right = f"“{row.right}” ({_at(row.right_at)})"
    both = sorted({code[0] for code in row.left_at.split()} & {code[0] for code in row.right_at.split()})
    told = f" Article {both[0]} says both." if both else ""
    return f"“{row.left}” ({_at(row.left_at)}) against {right}.{told}"


def _study(result):
    wrong = misfits(result)
    if not wrong:
        return _bears(result)
    reasons = " ".join(f"{HEADS[part]} {why}" for part, why in wrong.items())
    if result.silent:
        return f"This study cannot tell whether it is so: any result would do. {reasons}"
    return f"This study cannot tell them apart: both could live with any result. {reasons}"


def _bears(result):
    """Return what a study that fits could tell."""
    if result.silent:
        return "This study could tell whether it is so."
    quiet = [side for side in ("left", "right") if all(getattr(group.row, side) is None for group in result.groups)]
    if quiet:
        return f"This study bears on both; the voice on the {quiet[0]} gives no number, and we put none into its mouth."
    return "This study could tell them apart: as we read them, they foretell different numbers."


def _shown(result):
    if not result.ready:
        return f"What would settle it: {result.row.settle[0].lower()}{result.row.settle[1:]}"
    if not result.published:
        return f"We found nobody who has run it; what is expected is our guess. {result.row.stands}"
    told = "; ".join(_group(group) for group in result.groups if group.found is not None) or result.says
    row = result.groups[0].row
    checked = "" if row.seen else "; not yet checked against the paper"
    return f"Published: {told} ({_cited(row)}{checked}). {row.note} {_flag(result)} {result.row.stands}"


def _flag(result):
    if result.middle:
        return f"The flag stays in the middle: {result.middle}."
    nearer = "left" if result.place < 0.5 else "right"
    return f"So the flag stands nearer to the {nearer}."


def _group(group):
    return f"{group.row.label}, {group.found} of {PEOPLE}{_printed(group)}"


def _printed(group):
    """Return the share as it was published, behind the whole people that are drawn."""
    if group.share is None:
        return f" ({group.row.of_people})" if group.row.of_people else ""
    return f" ({' of '.join(filter(None, (f'{group.share:.3g} of 100', '')))}{_people(group)})"


def _people(group):
    return f"; {group.row.of_people}" if group.row.of_people else ""


def _right(row):
    return f"{row.right} ({_at(row.right_at)})" if row.right else "no other article speaks of it"


def _expected(row, side):
    """Return what a voice would expect of a group, as we read it."""
    told = getattr(row, side)
    if told is None:
        return "gives no number"
    return f"{'up to ' if row.bound == side else ''}{told:g} of {PEOPLE}, as we read the {side}"


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
    return _words(part, getattr(result.state, part))


def _words(part, option):
    return LedgerState.declarations()[part].format(option)


def _cited(row):
    return ", ".join(data.short_citation(key) for key in data.split_keys(row.source))


def _origin(row):
    return f"{_cited(row)}; {row.seen or 'not yet checked against the paper'}" if row.source else "ours"
