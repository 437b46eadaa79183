"""The shelf in words: what stands there, and the card of the treatment in hand."""

import re

from spine_edu import data
from spine_edu.citations import UNCHECKED
from spine_edu.letters import capital, lower
from spine_edu.tables import Table
from spine_edu.treatment.shelf.model import HARMED, JOINED, chance, harm_state, rows_of, spread, stand
from spine_edu.treatment.shelf.numbers import grade, interval, kind, number, points, span, sure, who, writer
from spine_edu.treatment.shelf.origins import article, claimed, named, paid, payer, sources, trials
from spine_edu.treatment.shelf.verdicts import answers

#: What a head has said that ends in “better”.
_AGAIN = re.compile("^better,? ")
#: Heads over what has no number on the shelf.
FLOOR_HEADS = ("Tried, no number", "No good trial", "Not read here")
#: What stands in the place of what was not seen or not graded, and behind harms whose difference may be chance.
NOT_SEEN, MAY_BE = "–", "?"
#: Measure -> its scale in the few letters of a row, behind the number; points of 100 go without.
_UNITS = {"points of 100": "", "points of 10": "/10", "points of 5": "/5", JOINED: " SD"}


def sentence(result):
    """Return in lines the row in hand, on whom its numbers rest, its harms, what an article says, and the whole shelf.

    Words stand here and not in the picture, as here they have the width of the page and large letters on a phone. Until
    when and how sure it is, the row shows; how it stands against the border, and people with it and without, the card.
    """
    row = (
        (_hand(result), _people(result)),
        (trials(result), paid(result.chosen)),
        (_harms(result),),
        (article(result.card),),
    )
    ours = "\n".join(" ".join(filter(None, parts)) for parts in row if any(parts))
    return f"{ours}\n\n{_shelf(result)}"


def compare(held, result):
    """Return how the treatment in hand differs from the one held as A."""
    before, now = (_short(one) for one in (held, result))
    if before == now:
        return f"A and B hold the same: {now}."
    return f"A: {before}. B: {now}."


def table(result):
    """Return the whole card of the treatment in hand, and all rows of the complaint, as a `Table`."""
    card, name = result.card, treatment(result)
    # What an article says is no finding of the trials beside it.
    rows = [(f"{name}: an article says", claimed(card), "", "", "", "", "")]
    rows += [(f"{name}, {what}", text, "", "", "", "", cited) for what, text, cited in _card(result)]
    shown = {row.effect.effect: stand(row.effect) for row in result.rows}
    ours = [effect for effect in data.table("treatment_effects") if effect.complaint == result.state.complaint]
    ours += [effect for effect in result.in_hand if effect.complaint == "other"]
    rows += [_line(effect, shown.get(effect.effect)) for effect in ours]
    columns = (
        "What",
        "Printed (below 0: worse)",
        "Points of 100 less pain",
        "Compared with",
        "Weeks",
        "People, trials",
        "From where",
    )
    return Table(f"{complaint(result)}: all that was measured, and the card in hand", columns, tuple(rows))


def _card(result):
    """Return what the card in hand says, and where from: of all complaints; nothing of them if this one has no row."""
    card = result.card
    if result.chosen is None:
        return [("in this complaint", f"{no_number(result)}.", "")]
    parts = (
        ("found", card.size),
        ("in whom", card.population),
        ("harms", card.harms),
        ("how sure", card.certainty),
        ("who paid", payer(card)),
    )
    return [(f"in all complaints: {what}", text, sources(card)) for what, text in parts]


def complaint(result):
    """Return the complaint in words."""
    return result.state.declarations()["complaint"].format(result.state.complaint)


def treatment(result):
    """Return the treatment in hand in words."""
    return result.state.declarations()["treatment"].format(result.state.treatment)


def printed(effect):
    """Return an effect as its paper has it."""
    if effect.value is None:
        return {"none found": "no good trial found", "not read": "not read"}.get(effect.measure, "no single number")
    ends = interval(effect.low, effect.high)
    text = f"{number(effect.value)}{f' ({ends})' if ends else ''}"
    if effect.measure == "of 100 people":
        return f"{text} of 100{_beside(effect)}"
    return f"{text} {effect.measure}"


def _beside(row):
    """Return how many of 100 of the other group, and how many of these had been operated on, behind a comma."""
    if row.without is None:
        return ""
    had = "" if row.operated is None else f" ({number(row.operated)} of them operated on)"
    return f", {groups(row)[1]} {number(row.without)}{had}"


def unit(effect):
    """Return the scale of an effect as it was printed, in the few letters of a row; empty for points of 100."""
    return _UNITS[effect.measure]


def finding(effect):
    """Return what was counted or found, as the label of its row says behind the treatment: any unwanted effect, …"""
    return effect.label.partition(", ")[2]


def unchecked(row):
    """Return that a row's number is from memory, in brackets; nothing for one that was seen."""
    return "" if row.seen or row.value is None else f" ({UNCHECKED})"


def briefly(certainty):
    """Return a certainty in the few letters of a row."""
    return "ungraded" if certainty == "not graded" else certainty


def groups(row):
    """Return the names of the two groups that were counted; where many of the second had it too, none was without."""
    return ("with it", "without it") if row.operated is None else ("at once", "waiting first")


def alone(effect):
    """Return what trials against a dummy alone found, where those of a row had others beside them; or nothing."""
    return "Against a dummy alone: no difference was found." if effect is not None and effect.alone else ""


def with_whom(effect):
    """Return with whom a row was compared, in its few letters; first what those against a dummy alone found."""
    if effect.alone:
        return f"dummy: {effect.alone}"
    return "dummy or other" if effect.compared == "mixed" else effect.against.partition(", ")[0]


def size(row, *, reading="one_scale"):
    """Return a row's number with its interval, as it stands on the shelf."""
    write, value, ends, way = writer(reading), row.value, (row.low, row.high), "less pain"
    if value < 0:
        way, value = "more pain", -value
        ends = (None, None) if row.low is None else (0 - row.high, 0 - row.low)
    between = interval(*ends, write)
    number_and_way = f"{write(value)} points of 100 {way}"
    if reading == "as_printed":
        # Steps of 5 were steps of relief.
        way = "more relief" if row.effect.measure == "points of 5" else way
        number_and_way = f"as printed, {write(value)} {row.effect.measure} {way}"
    return f"{number_and_way}{f' ({between})' if between else ''}"


def _hand(result):
    row, name, where = result.standing, treatment(result), complaint(result).lower()
    if row is None:
        return f"{name}, {where}: {no_number(result)}."
    effect = row.effect
    if len([one for one in result.rows if one.effect.treatment == effect.treatment]) > 1:
        name = _one_of(name, effect.label)
    against = f" than with {effect.comparator}" if row.compared else " than before, with nobody to compare with"
    said = f"{name}: {size(row, reading=result.state.reading)}{against}{unchecked(effect)}."
    later = row.later.note if row.later else ""
    scale = _scale(row) if result.state.reading == "one_scale" else ""
    return " ".join(part for part in (said, scale, effect.note, later, _told(result)) if part)


def _one_of(name, label):
    """Return a treatment and which of its rows, each word once: a heat wrap is heat, and an operation one already."""
    if label.startswith(name):
        return label
    first, _, rest = label.partition(": ")
    label = rest if rest and first.lower() in name.lower() else label
    return f"{name}, {lower(label)}"


def doubt(row):
    """Return how many more had it, whether that may be chance, where two groups were counted, and how sure it is."""
    graded = grade(row)
    if harm_state(row) not in ("counted", "times") or row.compared == "nobody":
        return f"{capital(sure(row))}."
    if row.value == row.without:
        return f"As many {groups(row)[0]}; {graded}."
    words = {"may be": "May be chance", "more": "More than chance", "": "Whether chance: not read"}[chance(row)]
    return f"{_more(row)}{words}; {graded}."


def _more(row):
    """Return how many more of 100 people had it with the treatment; nothing where that was not counted."""
    if row.measure != "of 100 people":
        return ""
    more = row.value - row.without
    return f"{number(abs(more))} {'more' if more > 0 else 'fewer'} of 100. "


def _scale(row):
    """Return how a number was brought to points of 100, if that is a stretch or a join."""
    effect = row.effect
    if not row.stretched:
        return ""
    if effect.measure == JOINED:
        borrowed = spread("leg pain" if effect.complaint == "sciatica" else effect.outcome)
        return (
            f"Printed were {number(effect.value)} standard deviations; the spread of {borrowed:g} points is from "
            "another paper, a join."
        )
    return f"Printed was {number(effect.value)} on a scale of relief from 0 to 5, stretched here to 100."


def no_number(result):
    """Return why the row in hand has no number in this complaint."""
    ours = [row for row in result.in_hand if row.complaint == result.state.complaint]
    row = result.chosen or next((row for row in ours if row.measure in ("none found", "not read")), None)
    if row is None:
        return "no trial of it in this complaint was read for this course"
    return f"{printed(row)}. {row.note.rstrip('.')}"


def drugs(result):
    """Return how often each drug of the treatment in hand hurt heart and vessels in other illnesses, or nothing."""
    ours = [row for row in result.in_hand if row.outcome == "heart and vessels"]
    if not ours:
        return ""
    chances = {"may be": " (may be chance)"}
    each = ", ".join(
        f"{row.label.removeprefix('A ').lower()} {number(row.value)}{chances.get(chance(row), '')}" for row in ours
    )
    return f"Heart and vessels, high doses against placebo, times as often: {each}."


def _told(result):
    """Return what trials without a single number say of a treatment that has another row in hand, or nothing."""
    ours = [row for row in result.told if row.treatment == result.state.treatment]
    return f"{ours[0].label}: {ours[0].note[0].lower()}{ours[0].note[1:]}" if ours else ""


def _alone(result):
    """Return what was counted where a harm was compared with nobody; all else of harms stands on the card."""
    return f"{capital(harm_head(result))}: {lower(result.harm.note)}" if result.harm_alone else ""


def harm_head(result):
    """Return which harm is told, and of which other trial where those of the row in hand do not say."""
    return _found(result.harm, result.harm_borrowed)


def gain_head(result):
    """Return what is told of how many people, and of which other trial where those of the row in hand do not say."""
    gain = result.gain
    until = "time not read" if gain.weeks is None else span(gain)
    return f"{_found(gain, result.gain_borrowed)}, {until}"


def better_head(result):
    """Return the head over how many got better; of a new herniation, that fewer are better."""
    if result.gain is None:
        return "Got better: how many people was not read."
    # Nobody is helped by a new herniation.
    if result.gain.outcome == "herniated again":
        return f"Fewer is better: {gain_head(result)}"
    return f"Got better: {_AGAIN.sub('', gain_head(result))}"


def better(result):
    """Return how many of 100 got better, in a line; nothing where that was not read."""
    gain = result.gain
    if gain is None:
        return ""
    head = capital(finding(gain)) if gain.outcome == "herniated again" else "Got better"
    other = f" ({named(gain)})" if result.gain_borrowed else ""
    if gain.operated is not None:
        # As short as a line of a hall.
        waited = f"{number(gain.without)} waiting, {number(gain.operated)} of them operated"
        return f"{number(gain.value)} of 100 well{other}; {waited}."
    if gain.without is None:
        return f"{head}{other}: {number(gain.value)} times as often with it."
    return f"{head}{other}, of 100: {number(gain.value)} with, {number(gain.without)} without."


def harmed_head(result):
    """Return the head over how many were harmed; what was not read is not none."""
    if result.harm is None:
        return "Harmed: not read, which is not none."
    return f"Harmed: {harm_head(result)}"


def _found(row, elsewhere):
    """Return what a row counted or found, and in which other trial or review, if it is not that of the row in hand."""
    return f"{finding(row)}{_elsewhere(row) if elsewhere else ''}"


def _elsewhere(row):
    """Return in which other trial or review a row was found."""
    name = named(row).removeprefix(f"{kind(row)} ")
    return f", in another {kind(row)} ({name})"


def _people(result):
    """Return how many people had something of the treatment in hand, with the group without it, or nothing."""
    gain = result.gain
    if gain is None:
        return ""
    head, ends = gain_head(result), "" if gain.low is None else f" ({interval(gain.low, gain.high)})"
    much = f"{number(gain.value)} times as often{ends}"
    if gain.measure == "of 100 people":
        much = f"{number(gain.value)} of 100 people{ends}{_beside(gain)}"
    return " ".join(part for part in (f"{capital(head)}: {much}.", gain.note) if part)


def _shelf(result):
    """Return in lines what all of the shelf says, part by part, and what has no number on it."""
    where = complaint(result)
    if result.state.reading == "one_scale":
        lines = [f"{where}, all {len(result.rows)} rows against {result.state.border:g} points:", *answers(result)]
    else:
        lines = [f"{where}, numbers as each paper printed them, on scales that cannot be compared."]
    return "\n".join(filter(None, [*lines, bare(result)]))


def bare(result, heads=FLOOR_HEADS):
    """Return what has no number on the shelf, in sentences, under these heads alone."""
    there = [(head, labels) for head, labels in floor(result) if head in heads]
    return " ".join(f"{head}: {', '.join(map(lower, labels))}." for head, labels in there)


def floor(result):
    """Return the heads over what has no number on the shelf, each with its labels; heads over nothing are left out."""
    there = ((row.label for row in rows) for rows in (result.told, result.untried))
    found = zip(FLOOR_HEADS, (*map(tuple, there), tuple(unread(result).values())), strict=True)
    return [(head, labels) for head, labels in found if labels]


def unread(result):
    """Return treatment -> words of what nothing was read of in this complaint, the one in hand among them."""
    names = {row.treatment: row.label for row in result.unread}
    hand, untried = result.state.treatment, [row.treatment for row in result.untried]
    if hand not in (*names, *untried) and result.chosen is None:
        names[hand] = treatment(result)
    return names


def idle(result):
    """Return the controls that change nothing now, each with the reason."""
    found = {}
    if len(rows_of(result, result.state.treatment)) < 2:
        found["row"] = "What is in hand has no second row in this complaint."
    if result.state.reading == "as_printed":
        found["border"] = "As printed, no border can be held against the numbers."
    return found


def _short(result):
    row, name = result.standing, treatment(result)
    found = "no number" if row is None else size(row, reading=result.state.reading)
    if row is not None and not row.compared:
        found += " than before, nobody beside it"
    return f"{name}, {complaint(result).lower()}: {found}"


def _harms(result):
    """Return what was told of harms, or is to know of their count, or was counted beside nobody."""
    harm = result.harm
    other = _elsewhere(harm) if result.harm_borrowed else ""
    noted = f"On harms{other}: {harm.note}" if harm is not None and harm.note and not result.harm_alone else ""
    return " ".join(part for part in (noted, _alone(result), drugs(result)) if part)


def _line(effect, row):
    stands = ""
    if row is not None:
        ends = interval(row.low, row.high, points)
        stands = f"{points(row.value)}{f' ({ends})' if ends else ''}"
    where = sources(effect) if effect.value is None else f"{data.provenance(effect)}; {sure(effect)}"
    weeks = "" if effect.weeks is None else number(effect.weeks)
    if effect.outcome in HARMED and effect.value is not None:
        where += f"; {doubt(effect).partition(';')[0].lower()}"
    notes = " ".join(part for part in (_scale(row) if row else "", effect.note) if part)
    note = f" ({notes.rstrip('.')})" if notes else ""
    return (f"{effect.label}{note}", printed(effect), stands, effect.comparator, weeks, who(effect), where)
