"""What stands beside the cards: a body with the way of a trigger, or the people whom two examiners judge."""

import textwrap
from types import MappingProxyType

from spine_edu.drawing import hundred
from spine_edu.drawing.outlines import EMPTY, Stamped, circle, drawn
from spine_edu.spasm.triggers import places
from spine_edu.spasm.triggers.model import GROUPS, PEOPLE, STEPS, WAY, steps
from spine_edu.spasm.triggers.words import PAIR_TABS, agreement, gestures, side_tabs

#: Link -> the role of its colour, and how its line is drawn.
LINKS = MappingProxyType(
    {"yes": ("better", "solid"), "mixed": ("load", "dash"), "no": ("pain", "solid"), "nobody": ("neutral", "dot")}
)
#: The share of a step that is left at both ends where nobody has measured it, and half of a cross.
_STUB, _CROSS = 0.3, 1.25
#: Letters a line of what happens, and of who measured it.
_LETTERS = 14
#: The kinds of people: both, one and the other, none of the two find it.
_KINDS = ("both", "left", "right", "neither")
_RADIUS = 0.47 * places.APART
_KEY = {"yes": "measured", "mixed": "mixed", "no": "not found", "nobody": "nobody"}


def shapes(result, theme):
    """Yield body, way and people; those that are not shown are empty."""
    way = result.state.beside == WAY
    yield from _tabs(theme, "way" if way else "pair")
    yield from _body(theme, places.BODY if way else None)
    yield _tight(result.state.trigger if way else None, theme)
    yield from _links(result.state.trigger if way else None, theme)
    for number in range(GROUPS):
        yield from _people(number, result.pairs[number] if result.pairs else None, theme)


def veiled(theme):
    """Yield the same shapes for a body alone."""
    yield from _tabs(theme, None)
    yield from _body(theme, places.ASKED)
    yield _tight(None, theme)
    yield from _links(None, theme)
    for number in range(GROUPS):
        yield from _people(number, None, theme)


def rows(result, theme):
    """Return the words beside the cards, always as many."""
    if result.state.beside == WAY:
        return [
            *tab_rows(result.state.trigger, (), theme),
            *way_rows(result.state.trigger, theme),
            *_pair_rows((), theme),
        ]
    tabs = tab_rows(result.state.trigger, result.pairs, theme)
    return [*tabs, *way_rows(None, theme), *_pair_rows(result.pairs, theme)]


def tab_rows(trigger, pairs, theme):
    """Return the words on the two tabs beside the cards."""
    middle = sum(places.TAB) / 2
    return [
        (sum(edges) / 2, middle, text, "middle center", theme.text())
        for edges, text in zip(places.SIDE_TABS.values(), side_tabs(trigger, pairs), strict=True)
    ]


def way_rows(trigger, theme):
    """Return the words of a way: numbers and words of its steps, question marks, and the key."""
    font, grey = theme.text(), {**theme.text(), "color": theme.muted}
    there = steps(trigger) if trigger else ()
    told = []
    heights = places.step_places(len(there)) if there else []
    spots = places.stations(trigger) if trigger else []
    for number in range(STEPS):
        known = number < len(there)
        x, y = heights[number] if known else (places.STEP_X, places.STEP_TOP)
        sign = str(number + 1) if known else ""
        text = broken(there[number].text) if known else ""
        told.append((places.STEP_WORDS, y, text, "middle right", font))
        told.append((x, y, sign, "middle center", theme.text(size=0.95)))
        told.append((*(spots[number] if known else (x, y)), sign, "middle center", theme.text(size=0.95)))
    for number in range(STEPS - 1):
        known = number + 1 < len(there)
        told += _between(there[number + 1].link if known else "", number, heights, spots, theme)
        middle = _middle(heights[number], heights[number + 1]) if known else (places.STEP_X, places.STEP_TOP)
        whom = broken(there[number + 1].whom) if known else ""
        told.append((places.STEP_WORDS, middle[1], whom, "middle right", grey))
    for link, (left, row) in places.KEY.items():
        at = left + places.KEY_LONG + 0.8, places.KEY_ROWS[row]
        told.append((*at, _KEY[link] if trigger else "", "middle right", grey))
    left, row = places.KEY["nobody"]
    asked = left + places.KEY_LONG / 2, places.KEY_ROWS[row]
    told.append((*asked, "?" if trigger else "", "middle center", theme.text()))
    return told


def way_paths(trigger):
    """Return the paths of body-long shapes of a way by name: its lines by link, its crosses, and its numbers."""
    there = steps(trigger) if trigger else ()
    lines = dict.fromkeys(LINKS, "")
    dots = ""
    ways = (places.step_places(len(there)), places.stations(trigger)) if there else ()
    for spots in ways:
        for step, start, end in zip(there[1:], spots, spots[1:], strict=False):
            lines[step.link] += _line(step.link, start, end)
        dots += "".join(circle(x, y, places.DOT) for x, y in spots)
    if there:
        for link, (left, row) in places.KEY.items():
            high = places.KEY_ROWS[row]
            lines[link] += _stroke(link, (left, high), (left + places.KEY_LONG, high))
    return {**{f"Way: {link}": path for link, path in lines.items()}, "Numbers of steps": dots}


def _line(link, start, end):
    """Return the line from one number to the next."""
    return _stroke(link, _shortened(start, end), _shortened(end, start))


def _stroke(link, start, end):
    """Return a line as its link is drawn: whole, with a cross, or broken off at both ends."""
    if link == "nobody":
        near, far = _toward(start, end, _STUB), _toward(end, start, _STUB)
        return places.path([[start, near], [far, end]])
    path = places.path([[start, end]])
    if link == "no":
        x, y = _middle(start, end)
        c = _CROSS
        path += places.path([[(x - c, y - c), (x + c, y + c)], [(x - c, y + c), (x + c, y - c)]])
    return path


def _shortened(start, end):
    """Return the point at the edge of the number at `start`, on the side of `end`."""
    apart = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    return _toward(start, end, min(places.DOT / apart, 0.5))


def _toward(start, end, share):
    return tuple(one + (other - one) * share for one, other in zip(start, end, strict=True))


def _middle(start, end):
    return _toward(start, end, 0.5)


def _between(link, number, heights, spots, theme):
    """Return the question marks in the middle of a step that nobody has measured, on the line and on the body."""
    sign = "<b>?</b>" if link == "nobody" else ""
    font = theme.text(size=1.3)
    at = [_middle(line[number], line[number + 1]) if sign else places.SIDE_X for line in (heights, spots)]
    return [(*(one if sign else (places.SIDE_X, places.STEP_TOP)), sign, "middle center", font) for one in at]


def broken(text):
    """Return a text in lines that fit beside the line of the steps."""
    return "<br>".join(textwrap.wrap(text, _LETTERS))


def _tabs(theme, chosen):
    """Yield the tabs beside the cards, the chosen one with a thick edge; none without a chosen one."""
    for tab, edges in places.SIDE_TABS.items():
        look = {"width": theme.line * (1.6 if tab == chosen else 0.4), "color": theme.ink}
        path = places.box(*edges, *places.TAB) if chosen else ""
        yield drawn(f"Tab: {tab}", path, look, fill=theme.paper if tab == chosen else theme.panel)


def touches(result):
    """Return the tabs as what is tapped; the one of two examiners goes on to the next thing that they do."""
    order = [*PAIR_TABS]
    now = result.state.beside
    following = order[(order.index(now) + 1) % len(order)] if now in order else order[0]
    edges = places.SIDE_TABS
    return {
        f"beside:{choice}": places.box(*edges[tab], *places.TAB) for choice, tab in ((WAY, "way"), (following, "pair"))
    }


def _body(theme, frame):
    skin, line = theme.solids["skin"], {"color": theme.ink}
    path = places.person(frame) if frame else ""
    # Head, trunk and limbs overlap: their edges lie under the fill of all of them, so that one outline is left.
    yield drawn("Body, edge", path, {**line, "width": 2.2}, fill=skin, fillrule="nonzero")
    yield drawn("Body", path, {**line, "width": 0}, fill=skin, fillrule="nonzero")
    muscle = places.muscles(frame) if frame else ""
    yield drawn("Back muscles", muscle, {**line, "width": 1}, fill=theme.solids["muscle"])


def _tight(trigger, theme):
    """Return the muscle at the end of a way, thick if somebody saw it work harder; dashed: both ways."""
    look = {"width": theme.line, "color": theme.color("pain"), "dash": "dash"}
    return drawn("Muscle that tightens", tight_path(trigger), look, fill=theme.fill("pain"))


def tight_path(trigger):
    """Return the muscle that tightens at the end of a way as a path; empty if nobody has seen it."""
    if trigger is None or steps(trigger)[-1].link in ("nobody", "no"):
        return ""
    return places.muscles(places.BODY, (1,), 1.35)


def _links(trigger, theme):
    paths = way_paths(trigger)
    for link, (role, dash) in LINKS.items():
        look = {"width": theme.line * 1.3, "color": theme.color(role), "dash": dash}
        yield drawn(f"Way: {link}", paths[f"Way: {link}"], look)
    look = {"width": theme.line * 0.6, "color": theme.ink}
    yield drawn("Numbers of steps", paths["Numbers of steps"], look, fill=theme.paper)


def _people(number, pair, theme):
    agree, apart = theme.color("better"), theme.color("pain")
    looks = {"both": (agree, agree), "left": (apart, apart), "right": (apart, apart), "neither": (agree, None)}
    paths = people_paths(number, pair)
    for kind, (edge, fill) in looks.items():
        yield drawn(f"People {number + 1}: {kind}", paths[kind], {"width": 1.1, "color": edge}, fill=fill)


def people_paths(number, pair):
    """Return the people of a group by kind, as paths."""
    if pair is None:
        return dict.fromkeys(_KINDS, "")
    found, first = {}, 0
    for kind in _KINDS:
        count = getattr(pair, kind)
        found[kind] = Stamped(_mark(kind), tuple(_place(number, one) for one in range(first, first + count)))
        first += count
    assert first == PEOPLE
    return found


def _place(number, one):
    across, down = hundred.place(one)
    return places.LEFT + places.APART * across, places.TOPS[number] + places.APART * down


def _mark(kind):
    """Return a person who holds up both hands, the left or the right one of the picture, or none."""
    if kind in ("both", "neither"):
        return hundred.MARKS["cheering" if kind == "both" else "upright"](_RADIUS)
    side = -1 if kind == "left" else 1
    corners = ((0, -0.16), (0.62, -0.16), (0.78, -1), (0.98, -0.9), (0.5, 0.2), (0.4, 1), (-0.4, 1), (-0.5, -0.16))
    line = "L".join(f"{side * x * _RADIUS:.3g},{y * _RADIUS:.3g}" for x, y in corners)
    return f"{circle(0, -0.62 * _RADIUS, 0.32 * _RADIUS)}M{line}Z"


def _pair_rows(pairs, theme):
    grey, told = {**theme.text(), "color": theme.muted}, []
    for number in range(GROUPS):
        middle = places.TOPS[number] + 4.5 * places.APART
        text = agreement(pairs[number]) if pairs else ""
        told.append((places.AGREE_X, middle, text, "middle center", theme.text()))
    told.append((places.SIDE_X, places.SIDE_FOOT, gestures(pairs), "middle center", grey))
    return told


def add(played, result, told_of, theme):
    """Let the body show the way of the card that is carried, and at the end what was chosen."""
    ways = [way_paths(card) for card in told_of[:-1]]
    shown = result.state.trigger if result.state.beside == WAY else None
    ways.append(way_paths(shown))
    tight = [tight_path(card) or EMPTY for card in [*told_of[:-1], shown]]
    played.add("Muscle that tightens", path=tight)
    for name in ways[-1]:
        played.add(name, path=[way[name] or EMPTY for way in ways])
    told = [[*tab_rows(card, (), theme), *way_rows(card, theme), *_pair_rows((), theme)] for card in told_of[:-1]]
    told.append(rows(result, theme))
    for place, column in enumerate(("x", "y", "text")):
        played.add("Words beside the cards", **{column: [[row[place] for row in frame] for frame in told]})
    last = len(told_of) - 1
    if result.state.beside != WAY:
        frame = places.BODY
        for name, path in (("Body, edge", places.person(frame)), ("Body", places.person(frame))):
            played.add(name, path=[path] * last + [EMPTY])
        played.add("Back muscles", path=[places.muscles(frame)] * last + [EMPTY])
    for number in range(GROUPS):
        pair = result.pairs[number] if result.pairs else None
        for kind, path in people_paths(number, pair).items():
            played.add(f"People {number + 1}: {kind}", path=[EMPTY] * last + [path or EMPTY])
