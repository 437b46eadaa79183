"""Where doors, cards, the body and the two hundred people lie. x runs from 0 to `WIDE`, y down from 0 to `HIGH`."""

from spine_edu.diagnosis.urgency.model import DOORS, NO_SIGN, cards

WIDE, HIGH = 100.0, 66.0
#: Door -> left and right edge of what stands behind it; upper and lower edge of the lintel, and where the floor is.
COLUMNS = {door: (0.4 + 21.6 * number, 21.0 + 21.6 * number) for number, door in enumerate(DOORS)}
LINTEL, FLOOR = (0.4, 7.0), 65.6
#: Half of a card's width and height; where the first card of a door stands, how far the next is below it at most, and
#: where the last one stands.
HALF = (9.6, 2.9)
FIRST, PITCH, LAST = 11.2, 7.2, 61.6
#: Left and right edge of what is shown of the open card.
SIDE = (67.0, 99.6)
#: Where the cards come from in a run without the reader's own doors, and where the top card lies before.
PILE = (83.4, 61.6)
DECK = (83.4, 36.4)
#: Where the last room ends once it holds only what is no sign, and the card of no sign, outside of it.
SHORT, _NOWHERE = 47.6, (sum(COLUMNS["routine"]) / 2, 55.0)


def places(doors):
    """Return where the middle of each card lies, as a dict: those of a door one below the other.

    Parameters
    ----------
    doors : dict
        Card -> its door, for those that have one; the others lie on the pile.
    """
    found = {}
    for door, (left, right) in COLUMNS.items():
        standing = [card for card in cards() if doors.get(card) == door]
        pitch = pitch_of(len(standing))
        found.update({card: ((left + right) / 2, FIRST + pitch * row) for row, card in enumerate(standing)})
    return {card: found.get(card, PILE) for card in cards()}


def pitch_of(count):
    """Return how far the cards of a door stand apart, if there are so many."""
    return min(PITCH, (LAST - FIRST) / max(count - 1, 1))


def place_of(card, doors):
    """Return where the middle of a card lies, or of the one of no sign."""
    return _NOWHERE if card == NO_SIGN else places(doors)[card]


def outline(place, out=0.0):
    """Return a card as a path, `out` larger on every side; its corners are cut off."""
    (x, y), (half, tall), cut = place, HALF, 0.7
    half, tall = half + out, tall + out
    across, up = (half, half - cut), (tall, tall - cut)
    corners = [(across[1], -up[0]), (across[0], -up[1]), (across[0], up[1]), (across[1], up[0])]
    corners += [(-a, -b) for a, b in corners]
    return "M" + "L".join(f"{x + a:.2f},{y + b:.2f}" for a, b in corners) + "Z"
