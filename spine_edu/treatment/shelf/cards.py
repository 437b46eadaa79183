"""The card of the treatment in hand, under the shelf: the thing, words, and a hundred people twice beside them."""

from functools import cache

from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.treatment.shelf import things
from spine_edu.treatment.shelf import words as said
from spine_edu.treatment.shelf.frame import frame

#: Where across the people begin; px from one to the next; how many stand in a row.
_PEOPLE, _PITCH, _SIDE = 0.56, 9.4, 20
#: Height of a row of people, and of a person, in sizes of the type.
_ROW, _TALL = 0.95, 0.84
#: Size of the thing in hand in sizes of the type, and where across its name stands.
_LARGE, _BESIDE = 2.5, 0.095
#: Where the two squares begin, under the beginning of the card.
_SQUARES = (1.6, 7.75)


def words(result, theme):
    """Return the words of the card."""
    about, font = frame(theme), theme.text(size=0.93 if theme.large else 0.86)
    top = about.card - about.head * about.em
    rows = [(0, top - 0.2 * about.em, "<br>".join(lines(result, theme)), "bottom right", font)]
    name = "" if theme.large else f"<b>{said.treatment(result)}</b><br>{said.complaint(result).lower()}"
    rows.append((_BESIDE, about.card - 0.58 * about.head * about.em, name, "middle right", theme.text("treatment")))
    return rows + _counts(result, theme)


def thing(result, theme):
    """Yield the thing in hand, taken from its board onto the card; in a hall it stays there."""
    about = frame(theme)
    ground = about.card - (about.head - 0.25) * about.em
    strokes = [] if theme.large else things.placed(result.state.treatment, _LARGE * theme.size, _LARGE * about.em)
    lifted = [[(px, ground + up) for px, up in stroke] for stroke in strokes]
    look = {"color": theme.color("treatment"), "width": theme.line}
    yield outlines.line("The thing on the card", lifted, look, xsizemode="pixel", xanchor=0, digits=2)


def lines(result, theme):
    """Return the lines of the card, which the sentence beside it goes on: an article's claim, harms drawn, who paid."""
    about, card, drawn = frame(theme), result.card, counted(result)
    if theme.large:
        return []
    claim = f"{card.claim} ({card.said_by})" if card.claim else "Not one of the five articles names it."
    harms = f"At the right: {said.harm_name(drawn)}." if drawn else ""
    letters = about.letters if drawn else about.wide
    parts = [claim, harms, f"Paid: {_paid(result)}"]
    return [line for part in parts if part for line in wrapped(part, letters).split("<br>")]


def _paid(result):
    row = result.standing
    paid = row.effect.paid if row is not None and row.effect.paid != "Not found." else result.card.paid
    return f"{paid.partition('. ')[0].partition('; ')[0].rstrip('.')}."


def counted(result):
    """Return the row that counts people with a harm, or None."""
    harm = result.harm
    return harm if harm is not None and harm.measure == "of 100 people" and harm.value is not None else None


def _counts(result, theme):
    """Return what stands over each hundred people; nothing where nobody was counted, nor in a hall."""
    about, harm, font = frame(theme), counted(result), theme.text(size=0.93)
    shares = (None, None) if harm is None or theme.large else (harm.value, harm.without)
    texts = [
        "" if harm is None or theme.large else f"{name}: {_of_100(share)}"
        for name, share in zip(("with it", "without it"), shares, strict=True)
    ]
    return [
        (_PEOPLE, about.card - (at - 0.75) * about.em, text, "middle right", font)
        for at, text in zip(_SQUARES, texts, strict=True)
    ]


def _of_100(share):
    return "not counted" if share is None else f"{said.number(share)} of 100"


def people(result, theme):
    """Yield the hundred people with the treatment and the hundred without it: harmed, well, or counted by nobody."""
    about, harm = frame(theme), counted(result)
    shares = () if harm is None or theme.large else (harm.value, harm.without)
    harmed, well, unknown = [], [], []
    for top, share in zip(_SQUARES, shares, strict=False):
        for person in range(100):
            x = _PITCH * (person % _SIDE + 0.5)
            y = about.card - top - _ROW * (person // _SIDE + 0.5)
            group = unknown if share is None else harmed if person < round(share) else well
            group.append((x, y))
    where, pain = {"xsizemode": "pixel", "xanchor": _PEOPLE}, theme.color("pain")
    for name, group, color, fill in (
        ("People nobody counted", unknown, theme.grid, None),
        ("People without harm", well, theme.muted, None),
        ("People with harm", harmed, pain, pain),
    ):
        path = outlines.Stamped(_person(), tuple(group))
        yield outlines.drawn(name, path, {"width": 1, "color": color}, fill=fill, **where)


@cache
def _person():
    """Return a person who stands at (0, 0) as a path: x in px, y in sizes of the type."""
    half = _TALL / 2
    head = _oval(0, 0.62 * half, 1.9, 0.17)
    return f"{head}M-3,-{half:.2f}C-3,{0.42 * half:.2f},3,{0.42 * half:.2f},3,-{half:.2f}Z"


def _oval(x, y, wide, high):
    up, down = y + 4 / 3 * high, y - 4 / 3 * high
    left, right = x - wide, x + wide
    return (
        f"M{left:.1f},{y:.2f}C{left:.1f},{up:.2f},{right:.1f},{up:.2f},{right:.1f},{y:.2f}"
        f"S{left:.1f},{down:.2f},{left:.1f},{y:.2f}"
    )
