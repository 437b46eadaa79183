"""The card of the treatment in hand, under the shelf: words at the left, a hundred people twice at the right."""

from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.outlines import drawn
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.frame import frame

#: Where across the people begin; px from one to the next; how many stand in a row.
_PEOPLE, _PITCH, _SIDE = 0.7, 8.6, 20
#: Height of a row of people, and of a person, in sizes of the type.
_ROW, _TALL = 0.86, 0.74
#: Where the two squares begin, under the beginning of the card.
_SQUARES = (2.3, 8.2)


def words(result, theme):
    """Return the words of the card."""
    about, font = frame(theme), theme.text(size=0.93)
    rows = [(0, about.card - 0.25, "<br>".join(lines(result, theme)), "bottom right", font)]
    return rows + _counts(result, theme)


def lines(result, theme):
    """Return the lines of the card: the claim, what was found, the harms, how sure it is, who paid."""
    about, card = frame(theme), result.card
    head = f"<b>{said.treatment(result)}, {said.complaint(result).lower()}</b>"
    claim = f"An article: {card.claim}" if card.claim else "None of the five articles names it."
    parts = [claim, f"Found: {_found(result)}", f"Harm: {said.harm_words(result.harm)}."]
    if not theme.large:
        parts += [f"Said by {card.said_by}." if card.said_by else "", f"Paid: {_paid(result)}"]
        parts = [parts[0], parts[3], parts[1], parts[2], parts[4]]
    room = about.letters if counted(result) else round(about.letters * 1.45)
    return [head, *(line for part in parts if part for line in wrapped(part, room).split("<br>"))]


def _found(result):
    row = result.standing
    if row is None:
        return said.no_number(result) + "."
    effect = row.effect
    size = said.printed(effect)
    against = "compared with nobody" if not row.compared else f"against {effect.comparator}"
    people = said.who(effect)
    return f"{size}, {against}{said.when(effect)}; {f'{people}; ' if people else ''}{said.sure(effect)}."


def _paid(result):
    row = result.standing
    return row.effect.paid if row is not None and row.effect.paid != "Not found." else result.card.paid


def counted(result):
    """Return the row that counts people with a harm, or None."""
    harm = result.harm
    return harm if harm is not None and harm.measure == "of 100 people" and harm.value is not None else None


def _counts(result, theme):
    """Return what stands over each hundred people."""
    about, harm, font = frame(theme), counted(result), theme.text(size=0.93)
    texts = ("", "") if harm is None else (f"with it: {said.number(harm.value)} of 100", _without(harm))
    return [
        (_PEOPLE, about.card - at + 0.75, text, "middle right", font) for at, text in zip(_SQUARES, texts, strict=True)
    ]


def _without(harm):
    return "without it: not counted" if harm.without is None else f"without it: {said.number(harm.without)} of 100"


def people(result, theme):
    """Yield the hundred people with the treatment and the hundred without it: who had a harm, and who had none."""
    about, harm = frame(theme), counted(result)
    shares = (None, None) if harm is None else (harm.value, harm.without)
    with_harm, well = [], []
    for top, share in zip(_SQUARES, shares, strict=True):
        for person in range(100 if share is not None else 0):
            x = _PITCH * (person % _SIDE + 0.5)
            y = about.card - top - _ROW * (person // _SIDE + 0.5)
            (with_harm if person < round(share) else well).append(_person(x, y))
    where = {"xsizemode": "pixel", "xanchor": _PEOPLE}
    thin = {"width": 1, "color": theme.muted}
    yield drawn("People without harm", "".join(well), thin, **where)
    pain = theme.color("pain")
    yield drawn("People with harm", "".join(with_harm), {"width": 1, "color": pain}, fill=pain, **where)


def _person(x, y):
    """Return one standing person as a path: x in px, y in sizes of the type."""
    half = _TALL / 2
    head = _oval(x, y + 0.62 * half, 1.7, 0.16)
    left, right, foot, top = x - 2.6, x + 2.6, y - half, y + 0.42 * half
    return f"{head}M{left:.1f},{foot:.2f}C{left:.1f},{top:.2f},{right:.1f},{top:.2f},{right:.1f},{foot:.2f}Z"


def _oval(x, y, wide, high):
    up, down = y + 4 / 3 * high, y - 4 / 3 * high
    left, right = x - wide, x + wide
    return (
        f"M{left:.1f},{y:.2f}C{left:.1f},{up:.2f},{right:.1f},{up:.2f},{right:.1f},{y:.2f}"
        f"S{left:.1f},{down:.2f},{left:.1f},{y:.2f}"
    )
