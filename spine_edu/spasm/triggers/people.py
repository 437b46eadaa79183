"""How many people were studied, on each card: in words, and as an area that is as large for one person everywhere."""

from spine_edu.drawing.outlines import drawn
from spine_edu.spasm.triggers import places
from spine_edu.spasm.triggers.model import studies
from spine_edu.spasm.triggers.words import counted

#: Shapes of the people who were studied, and of those who were at the most.
STUDIED, AT_MOST, SIGNS = "People studied", "People studied at most", "Signs of people"


def rows(at, result):
    """Return the rows of the studies of the cards that have room for it, as a dict; `at` as of `places.places`."""
    found = {card: studies().get((card, result.state.asked)) for card, place in at.items() if places.has_room(place)}
    return {card: row for card, row in found.items() if row}


def paths(at, studied):
    """Return the people on all cards as paths by the name of their shape; `studied` as of `rows`."""
    found = dict.fromkeys((STUDIED, AT_MOST, SIGNS), "")
    for card, row in studied.items():
        if row.people:
            found[AT_MOST if row.bound == "most" else STUDIED] += places.people(at[card], row.people)
            found[SIGNS] += places.sign(at[card])
    return found


def shapes(at, studied, theme):
    """Yield the people on all cards: filled, or as an edge alone where there were so many at the most."""
    path = paths(at, studied)
    yield drawn(STUDIED, path[STUDIED], {"width": 0, "color": theme.muted}, fill=theme.muted)
    yield drawn(SIGNS, path[SIGNS], {"width": 0, "color": theme.muted}, fill=theme.muted)
    yield drawn(AT_MOST, path[AT_MOST], {"width": theme.line / 2, "color": theme.muted, "dash": "dot"})


def told(at, studied, theme):
    """Return the words of how many there were, one row a card, as `spine_edu.drawing.marks.words` takes them."""
    grey = {**theme.text(size=0.85), "color": theme.muted}
    rows = []
    for card, (x, y, _) in at.items():
        row = studied.get(card)
        aside, side = (places.ASIDE, "right") if row and row.people else (0, "center")
        rows.append((x + aside, y + places.PEOPLE, counted(row) if row else "", f"middle {side}", grey))
    return rows
