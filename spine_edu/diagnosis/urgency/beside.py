"""What stands beside the doors: the body with the place of the sign, and two groups of a hundred people."""

from spine_edu.diagnosis.urgency import person
from spine_edu.diagnosis.urgency.model import GROUPS, PEOPLE
from spine_edu.diagnosis.urgency.places import SIDE
from spine_edu.diagnosis.urgency.words import bars, filled, how_many
from spine_edu.drawing import hundred
from spine_edu.drawing.outlines import EMPTY, drawn

#: The small body: its middle, its height, and where its head begins.
_BODY = (73.7, 36.0, 7.6)
#: Where the people stand: the left one, the upper one of each group, and how far they are apart.
_LEFT, _TOPS, _APART = 83.0, (17.0, 44.2), 1.78
#: Where the words stand: over all, over each group, under them; and under the body its door, and how many people.
_TITLE, _OVER, _UNDER, _BELOW = 3.6, (14.9, 42.1), 64.2, (46.6, 55.0)
_RADIUS = 0.46 * _APART
#: The colour of who has the sign: that of no door.
_ROLE = "herniation"
#: Two bars under the body: left and right edge, and half their height; the words over each, and where it lies.
_BARS, _THICK, _SAID, _AT = (67.6, 79.8), 0.7, (48.4, 58.0), (53.0, 62.7)


def shapes(result, theme):
    """Yield body, mark, people and bars; who has the sign is filled, on every card in the same colour."""
    yield from _body(theme, _BODY)
    yield drawn("Where it is", person.mark(result.state.sign, *_BODY), _marked(theme))
    for number, group in enumerate(result.groups):
        yield from _group(number, group, theme)
    yield from _bars(result.base, theme)


def veiled(theme, place):
    """Yield the same shapes for a body alone, and no people."""
    yield from _body(theme, place)
    yield drawn("Where it is", "", _marked(theme))
    for number in range(GROUPS):
        yield from _group(number, None, theme)
    yield from _bars(None, theme)


def rows(result, theme, door):
    """Return the words of the open card: what is asked, how many of each group, of how many in all, and its door."""
    font, grey = theme.text(), {**theme.text(size=0.95), "color": theme.muted}
    told = [(SIDE[0], _TITLE, f"<b>{result.title}</b>", "middle right", theme.text(size=1.05))]
    for group, over in zip(result.groups, _OVER, strict=True):
        # A range has no room for "of 100", which the people below are.
        said = group.said if group.low == group.high else group.said.split()[0]
        text = f"<b>{said}</b><br>{group.whom}" if group.counted else f"not counted<br>{group.whom}"
        told.append((_LEFT - _APART, over, text, "top right", font))
    told.append((SIDE[1], _UNDER, filled(result), "middle left", grey))
    # The bars take the room of the door, which the card itself shows.
    told.append((_BODY[0], _BELOW[0], "" if result.base else door[0], "middle center", door[1]))
    told.append((_BODY[0], _BELOW[1], "" if result.base else how_many(result), "middle center", grey))
    for text, over in zip(bars(result), _SAID, strict=True):
        told.append((sum(_BARS) / 2, over, text, "middle center", theme.text(size=0.9)))
    for number, group in enumerate(result.groups):
        text = "" if group.counted else "<b>?</b>"
        place = _LEFT + 4.5 * _APART, _TOPS[number] + 4.5 * _APART
        told.append((*place, text, "middle center", {**theme.text(size=2.2), "color": theme.muted}))
    return told


def add(played, result, moving, texts):
    """Let the body mark the card that is on its way; people and words come when all cards have arrived."""
    last = len(moving) - 1
    played.add("Where it is", path=[person.mark(card or "", *_BODY) or EMPTY for card in moving[:-1]] + [_mark(result)])
    for number, group in enumerate(result.groups):
        for name, path in zip(_NAMES, _paths(number, group), strict=True):
            played.add(f"{name} {number + 1}", path=[EMPTY] * last + [path or EMPTY])
    for name, path in zip(_BAR_NAMES, _bar_paths(result.base), strict=True):
        played.add(name, path=[EMPTY] * last + [path or EMPTY])
    texts = list(texts)
    played.add("Words of the open card", text=[[""] * len(texts)] * last + [texts])


def _mark(result):
    return person.mark(result.state.sign, *_BODY) or EMPTY


def _body(theme, place):
    path = person.figure(*place)
    # Head, trunk and limbs overlap: their edges lie under the fill of all of them, so that one outline is left.
    yield drawn("Body, edge", path, {"color": theme.ink, "width": 2.2}, fill=theme.solids["skin"], fillrule="nonzero")
    yield drawn("Body", path, {"color": theme.ink, "width": 0}, fill=theme.solids["skin"], fillrule="nonzero")


def _marked(theme):
    return {"color": theme.color("pain"), "width": theme.line * 1.1}


_NAMES = ("People", "Perhaps with the sign", "With the sign", "Nobody counted")


_BAR_NAMES = ("Everybody, in two bars", "Who had it, in two bars")


def _bars(base, theme):
    whole, part = _bar_paths(base)
    edge = {"width": 1.1, "color": theme.color("neutral")}
    yield drawn(_BAR_NAMES[0], whole, edge, fill=theme.panel)
    yield drawn(_BAR_NAMES[1], part, {"width": 0, "color": theme.ink}, fill=theme.ink)


def _bar_paths(base):
    """Return two bars, all people and those with the sign, and how much of each is those who had it."""
    if base is None:
        return "", ""
    left, right = _BARS
    shares = base.had / base.everybody, base.with_sign / PEOPLE
    return (
        "".join(_bar(left, right, at) for at in _AT),
        "".join(_bar(left, left + (right - left) * share, at) for share, at in zip(shares, _AT, strict=True)),
    )


def _bar(left, right, at):
    return f"M{left},{at - _THICK}L{right:.2f},{at - _THICK}L{right:.2f},{at + _THICK}L{left},{at + _THICK}Z"


def _group(number, group, theme):
    thin = {"width": 1.1, "color": theme.color("neutral")}
    everybody, perhaps, sure, unknown = _paths(number, group) if group else [""] * 4
    yield drawn(f"People {number + 1}", everybody, thin)
    colour = theme.color(_ROLE)
    yield drawn(f"Perhaps with the sign {number + 1}", perhaps, {"width": 1.8, "color": colour})
    yield drawn(f"With the sign {number + 1}", sure, {"width": 1, "color": colour}, fill=colour)
    yield drawn(f"Nobody counted {number + 1}", unknown, {"width": theme.line, "color": theme.muted, "dash": "dot"})


def _paths(number, group):
    """Return everybody else, those between the ends of a range, those who surely are counted, or an empty square."""
    if not group.counted:
        half = _APART / 2
        left, top = _LEFT - half, _TOPS[number] - half
        right, low = left + 10 * _APART, top + 10 * _APART
        return "", "", "", f"M{left},{top}L{right},{top}L{right},{low}L{left},{low}Z"
    sure, high = round(group.low), round(group.high)
    standing = [_place(number, one) for one in range(PEOPLE)]
    return (
        hundred.path(standing[high:], "upright", _RADIUS),
        hundred.path(standing[sure:high], "upright", _RADIUS),
        hundred.path(standing[:sure], "upright", _RADIUS),
        "",
    )


def _place(number, one):
    across, down = hundred.place(one)
    return _LEFT + _APART * across, _TOPS[number] + _APART * down
