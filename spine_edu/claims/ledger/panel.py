"""What lies under the rope besides people: answers to be pressed, why a knot stays tied, and who a voice is."""

import textwrap

from spine_edu import data
from spine_edu.claims.ledger import before, other, places
from spine_edu.claims.ledger.guesses import GUESSES, PULLS
from spine_edu.claims.ledger.model import BLANK, PEOPLE, SIDES, LedgerState
from spine_edu.claims.ledger.needs import PARTS, fitting, reason, spare
from spine_edu.claims.ledger.plates import ASKS, HEADS, plate
from spine_edu.claims.ledger.speakers import SPEAKERS, articles, sells
from spine_edu.claims.ledger.words import sections
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.letters import capital

#: Letters a line across the whole place.
LETTERS = 58
#: Who gains, where claims.csv says it in more words than there is room for.
_NOBODY, _UNSIGNED = "nobody: nothing is sold by it", "page: a collage; who stands behind it is not said"
_SHORT = {
    _NOBODY: "nobody, as nothing is sold by it",
    _UNSIGNED: "not known, as nobody signs",
    # Who, and by what of it.
    "clinic: whoever operates": "whoever operates, where bones are joined",
    "seller: the larger the number, the more readers feel meant": "the seller, as more readers feel meant",
}
#: Guess -> role of its colour, and dash: as the bead is drawn that turns out so. It is full of what is settled: all of
#: it, the left half, or nothing.
STATUS_LOOKS = {"settled": ("treatment", "solid"), "partly": ("inflammation", "dash"), "open": ("neutral", "dot")}
#: Roles of what is not filled, or not whole.
_EMPTY_ROLES = {"neutral", STATUS_LOOKS["partly"][0]}


def kind(result):
    """Return what lies under the rope: answers, voice, guess, tied, pull or people."""
    state = result.state
    if state.under != "people":
        return "answers" if state.under in PARTS else "voice"
    untouched = all(getattr(state, part) == BLANK for part in PARTS)
    if untouched and state.guess == BLANK and not state.opened(state.contradiction):
        return "guess"
    if not result.ready:
        return "tied"
    return "pull" if result.asked else "people"


def chips(result, kind):
    """Return the answers to be pressed: what each chooses, its words, and how it is drawn (role, dash)."""
    state = result.state
    if kind == "guess":
        return [(f"guess:{key}", GUESSES[key], look) for key, look in STATUS_LOOKS.items()]
    if kind == "pull":
        return [(f"pull:{key}", text, ("neutral", "solid")) for key, text in PULLS.items()]
    if kind != "answers":
        return []
    part, found = state.under, []
    for option in LedgerState.declarations()[part].values:
        if option == BLANK:
            continue
        chosen = getattr(state, part) == option
        look = ("neutral", "solid")
        if chosen:
            look = plate_look(result, part)
        # The answer that opens the last knot closes the list; others leave it open, as it is said there why.
        more = ";under:people" if all(fitting(state.replace(**{part: option})).values()) else ""
        found.append((f"{part}:{option}{more}", _signed(option, chosen, result), look))
    return found


def plate_look(result, part):
    """Return role and dash of an answer that is chosen: whether it fits, and whether another one would do better."""
    if not result.fits[part]:
        return "pain", "dot"
    return "treatment", "dash" if part in spare(result.state) else "solid"


def offer(result, kind):
    """Return what is offered besides answers, as what it chooses and its words: empty where nothing is.

    Who has no time need not build a study, and who does not see the button Run, as in a hall, need not look for it.
    """
    if kind in ("guess", "tied"):
        chosen = ";".join(f"{part}:{option}" for part, option in other.example(result.state.contradiction).items())
        return f"{chosen};under:people", "Short of time? Take a study that fits ▸"
    if kind == "people" and not result.looked:
        return f"looked:{PEOPLE}", "Press Run, or here for the end ▸"
    return "", ""


def _signed(option, chosen, result):
    text = plate(result.state.contradiction, option)
    if not chosen:
        return text
    sign = "✓" if result.fits[result.state.under] else "✗"
    first, *more = text.split("<br>")
    if not more:
        return f"<b>{first}<br>{sign}</b>"
    # Beside the shorter line there is room for it.
    beside_first = len(first) < len(more[0])
    return f"<b>{first} {sign}<br>{more[0]}</b>" if beside_first else f"<b>{text} {sign}</b>"


def shapes(result, theme, kind):
    """Yield the place itself, what points to a plate, and the answers."""
    there = kind != "people"
    part = result.state.under if kind == "answers" else None
    tip = places.tip(places.KNOTS[part]) if part else EMPTY
    yield drawn("To the knot", tip, {"width": 0, "color": theme.muted}, fill=theme.muted)
    edge = {"color": theme.muted, "width": theme.line * 0.5}
    yield drawn("Under the rope", places.box(*places.UNDER, 0.4) if there else EMPTY, edge, fill=theme.panel)
    given = chips(result, kind)
    for number in range(places.CHIPS):
        role, dash = given[number][2] if number < len(given) else ("neutral", "solid")
        path = places.chip_box(number, len(given)) if number < len(given) else EMPTY
        edge = {"color": theme.color(role), "width": theme.line * 0.8, "dash": dash}
        fill = theme.paper if role in _EMPTY_ROLES else theme.fill(role)
        yield drawn(f"Answer {number + 1}", path, edge, fill=fill)
    which = list(STATUS_LOOKS).index("partly")
    yield half("Half of an answer", places.chip_half(which, len(given)) if kind == "guess" else EMPTY, theme)


def offered(result, theme, kind):
    """Return the edge of what is offered besides, which lies over the place of the study."""
    path = places.offer_box(kind) if offer(result, kind)[0] else EMPTY
    return drawn("Offer", path, {"color": theme.color("better"), "width": theme.line * 0.8}, fill=theme.paper)


def status_look(status, theme):
    """Return edge and fill of what has a status; of one that is settled in part, `half` is filled besides."""
    role, dash = STATUS_LOOKS[status]
    edge = {"color": theme.color(role), "width": theme.line * 0.8, "dash": dash}
    return {"line": edge, "fill": theme.paper if role in _EMPTY_ROLES else theme.fill(role)}


def half(name, path, theme):
    """Return the filled half of what is settled in part."""
    role = STATUS_LOOKS["partly"][0]
    return drawn(name, path, {"width": 0, "color": theme.color(role)}, fill=theme.fill(role))


def words(result, theme, kind):
    """Return the heading, the words of the answers, what stands below them, and who a voice is."""
    given = chips(result, kind)
    middle, large = places.WIDE / 2, theme.text(size=1.1)
    heading = _heading(result, kind)
    yield middle, places.HEAD, f"<b>{heading}</b>" if heading else "", "middle center", large
    for number in range(places.CHIPS):
        x, y = places.chip(number, len(given) or places.CHIPS)
        text = given[number][1] if number < len(given) else ""
        yield x, y, text, "middle center", theme.text()
    yield middle, sum(places.offer(kind)) / 2, offer(result, kind)[1], "middle center", theme.text("better")
    why = "<br>".join(line for text in _why(result, kind).split("\n") for line in textwrap.wrap(text, LETTERS))
    height = places.WHY_OFFERED if kind in ("guess", "tied") else places.WHY
    yield middle, height, why, "middle center", theme.text(_role(result, kind) if why else None)
    card = "<br>".join(_card(result)) if kind == "voice" else ""
    yield places.UNDER[0] + 1, sum(places.UNDER[1::2]) / 2, card, "middle right", theme.text()


def _role(result, kind):
    """Return the role of the colour of what stands below the answers."""
    if kind != "answers":
        return None
    return "treatment" if result.fits[result.state.under] else "pain"


def _heading(result, kind):
    if kind == "answers":
        return ASKS[result.state.under]
    if kind == "tied":
        return f"Untie {result.tied} knot{'s' * (result.tied > 1)} first: press one"
    texts = {"guess": "Guess first: does anybody know who is right?", "pull": "Which way will the rope go?"}
    return texts.get(kind, f"How many of {PEOPLE} stood bent to one side?" if kind == "crowd" else "")


def _why(result, kind):
    """Return what stands below the answers."""
    if kind == "answers":
        state, part = result.state, result.state.under
        if getattr(state, part) == BLANK:
            return ""
        more = f" Next:\u00a0“{HEADS[tied(result)[0]]}”" if result.fits[part] and tied(result) else ""
        return f"{before.untied(state, part) if result.fits[part] else 'Still tied.'} {reason(state, part)}{more}"
    if kind == "guess":
        return f"Then build a study that could tell: press “{HEADS[PARTS[0]]}”"
    if kind == "tied":
        return f"Nobody is in the study yet. Next:\u00a0“{HEADS[tied(result)[0]]}”"
    # What each voice foretells is what the rope can tell; a pair of lines.
    return "\n".join(before.foretold(result, side) for side in SIDES) if kind == "pull" else ""


def tied(result):
    """Return the parts whose knots are still tied, in the order in which one asks for them."""
    return [part for part in PARTS if not result.fits[part]]


def _card(result):
    """Yield the lines that say who a voice is, where it says so, and who gains."""
    side = result.state.under
    row = result.row
    if not getattr(row, side):
        yield "<b>No other article speaks of it.</b>"
        yield "Silence is no denial."
        return
    there, codes = articles(result, side), getattr(row, f"{side}_at").split()
    named = ", ".join(there)
    speaks = f"Article{'s' * (len(there) > 1)} {named}: {', '.join(SPEAKERS[article] for article in there)}"
    first, *more = textwrap.wrap(speaks, LETTERS)
    yield f"<b>{first.partition(':')[0]}</b>:{first.partition(':')[2]}"
    yield from more
    # Where several pages say it, there is no room for what each section is about.
    where = [f"{'; '.join(sections(codes))}."] if len(there) == 1 else []
    for text in (*where, f"In our words: “{getattr(row, side)}”", _sells(result, side), _gains(row, codes)):
        yield from textwrap.wrap(text, LETTERS)


def _sells(result, side):
    """Return what the stall means, which is the page's, whoever gains by this one sentence."""
    if not sells(result, side):
        return ""
    return f"The stall: {'these pages sell' if len(articles(result, side)) > 1 else 'this page sells'} something."


def _gains(row, codes):
    """Return who gains if this one sentence is believed, as claims.csv says of the claims in these sections."""
    there = dict.fromkeys(
        claim.gains
        for claim in data.table("claims")
        if claim.claim in row.claims.split() and set(codes) & set(claim.sections.split())
    )
    some = [_SHORT.get(gains, gains.partition(": ")[2]) for gains in there if gains != _NOBODY]
    told = "; ".join(some) or _SHORT[_NOBODY]
    rest = "; by part of it nobody" if some and _NOBODY in there else ""
    return f"Who gains by this sentence? {capital(told)}{rest}."
