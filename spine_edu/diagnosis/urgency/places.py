"""Where doors, cards, the body and the two hundred people lie. x runs from 0 to `WIDE`, y down from 0 to `HIGH`."""

from spine_edu.diagnosis.urgency.model import DOORS, NO_SIGN, cards

WIDE, HIGH = 100.0, 66.0
#: Door -> left and right edge of what stands behind it; upper and lower edge of the lintel, and where the floor is.
COLUMNS = {door: (0.3 + 21.8 * number, 21.5 + 21.8 * number) for number, door in enumerate(DOORS)}
LINTEL, FLOOR = (0.4, 7.0), 65.6
#: Half of a card's width, and of its height where there is room; between which heights the cards of a door stand, how
#: far each is below the other at most, and which part of that is half a card.
HALF = (10.0, 2.9)
TOP, PITCH, LOW = 7.6, 7.2, 65.2
SHARE = 0.42
#: Left and right edge of what is shown of the open card.
SIDE = (67.0, 99.6)
#: Where the cards come from in a run without the reader's own doors, and where the top card lies before.
PILE = (83.4, 61.6, HALF[1])
DECK = (83.4, 36.4)
#: Where the last room ends once it holds only what is no sign, and the card of no sign, outside of it.
SHORT, _NOWHERE = 47.6, (sum(COLUMNS["routine"]) / 2, 55.0, HALF[1])


def places(doors):
    """Return where each card lies, as a dict of middle across, middle down, and half its height.

    Those of a door stand one below the other, and are the lower the more of them there are: none hides another.

    Parameters
    ----------
    doors : dict
        Card -> its door, for those that have one; the others lie on the pile.
    """
    found = {}
    for door, (left, right) in COLUMNS.items():
        standing = [card for card in cards() if doors.get(card) == door]
        pitch = min(PITCH, (LOW - TOP) / max(len(standing), 1))
        tall = min(HALF[1], SHARE * pitch)
        found.update({card: ((left + right) / 2, TOP + pitch * (row + 0.5), tall) for row, card in enumerate(standing)})
    return {card: found.get(card, PILE) for card in cards()}


def place_of(card, doors):
    """Return where a card lies, as in `places`, or the one of no sign."""
    return _NOWHERE if card == NO_SIGN else places(doors)[card]


def outline(place, out=0.0):
    """Return a card as a path, `out` larger on every side; its corners are cut off."""
    x, y, tall = place
    half, tall, cut = HALF[0] + out, tall + out, 0.7
    across, up = (half, half - cut), (tall, tall - cut)
    corners = [(across[1], -up[0]), (across[0], -up[1]), (across[0], up[1]), (across[1], up[0])]
    corners += [(-a, -b) for a, b in corners]
    return "M" + "L".join(f"{x + a:.2f},{y + b:.2f}" for a, b in corners) + "Z"
