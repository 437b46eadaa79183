"""Right of the plate: the road that splits or does not, and under it what a picture costs."""

from spine_edu.diagnosis.tests import shapes
from spine_edu.diagnosis.tests.model import NAMES, NONE, WAITS, called
from spine_edu.diagnosis.tests.words import question, verdict
from spine_edu.drawing import outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.outlines import EMPTY, drawn

#: Left, middle and right of the column; the two roads, and where both lead to the same.
_LEFT, _MIDDLE, _RIGHT = 64.0, 82.0, 100.0
ROADS = (73.0, 91.0)
#: Heights: the question, the fork, the answers, the signposts, the verdict, the tabs, what stands under them.
_QUESTION, _FORK, _ANSWERS, _SPLIT, _POST, _FOOT, _VERDICT = 74.0, 62.9, 58.8, 51.3, 50.1, 38.0, 35.6
_TABS, _TOLD, _CROWD = 31.9, 29.0, 21.6
#: People in a row, and how far apart they stand, across and down.
_ROW, _ACROSS, _DOWN = 20, 1.78, 1.96
#: Where the studies stand under each head, and how far apart.
_WENT = {"better": 83.2, "alike": 88.4, "mixed": 92.6, "worse": 96.8}
#: Where the heads over them stand, so that they keep apart on a phone and in a hall.
_HEADS = {"better": (83.3, "middle left"), "alike": (87.7, "middle center"), "worse": (100.0, "middle left")}
#: Where those stand who ask something else now, and how wide a place to press each has.
_ASIDE, _ROOM = (68.8, 95.2), 4.4
#: A name that is too long beside the fork.
_ASIDE_NAMES = {"fall": "at 72"}
_FIRST, _PITCH, _MOST = 25.2, 2.62, 6
#: Letters in a line of an answer, a signpost that stands alone, and the words under the tabs.
_ANSWER, _NARROW, _ALONE, _TELLS = 13, 11, 15, 23


def posts(plan, changes):
    """Return where the two signposts stand: the middle of each, and half its width."""
    return [(x, 8.6) for x in ROADS] if changes else [(_MIDDLE, 17.6)] * 2


def roads(result, plan=None, changes=None):
    """Return the two roads from the fork over the answers to the signposts, as two paths."""
    plan, changes = (result.plan, result.changes) if plan is None else (plan, changes)
    found = []
    for x, (end, _) in zip(ROADS, posts(plan, changes), strict=True):
        # Where both meet, each comes from its own side.
        end += 0 if changes else 0.35 * (x - _MIDDLE)
        found.append(
            f"M{_MIDDLE},{_FORK}L{x},{_FORK - 3.4:.2f}L{x},{_ANSWERS + 0.6:.2f}"
            f"M{x},{_SPLIT + 0.2:.2f}L{end:.2f},{_POST + 0.4:.2f}"
        )
    return found


def board(result, theme):
    """Yield the shapes of the column, the same ones for every result."""
    none = result.state.test == NONE
    role = "treatment" if result.changes else "neutral"
    road = {"width": theme.line * 1.8, "color": theme.color(role)}
    for name, path in zip(("Left road", "Right road"), roads(result), strict=True):
        single = f"M{_MIDDLE},{_FORK}L{_MIDDLE},{_POST + 0.4:.2f}" if name == "Left road" else ""
        yield drawn(name, single if none else path, road)
    edge = {"width": theme.line * 0.8, "color": theme.color(role)}
    for name, (x, half) in zip(("Left signpost", "Right signpost"), posts(result.plan, result.changes), strict=True):
        yield drawn(name, shapes.rectangle(x - half, _FOOT, x + half, _POST), edge, fill=theme.fill(role))
    line = {"width": 2.4, "color": theme.mri["mark"], "dash": "dash"}
    under = f"M{_MIDDLE - 14},{_QUESTION - 4.4:.2f}L{_MIDDLE + 14},{_QUESTION - 4.4:.2f}"
    yield drawn("Line under the question", under, line)
    who = outlines.Stamped(shapes.upright(2.8), ((_MIDDLE, _FORK + 3.2),))
    color = theme.color("water" if result.state.who == WAITS else "pain")
    yield drawn("Who stands at the fork", who, {"width": 1, "color": theme.ink}, fill=color)
    others = outlines.Stamped(shapes.upright(2.2), tuple((x, _FORK + 3.2) for x in _ASIDE))
    # In a hall the names are wider than their places.
    plates = (
        "" if theme.large else "".join(shapes.rectangle(x - _ROOM, _FORK - 2.3, x + _ROOM, _FORK + 5.8) for x in _ASIDE)
    )
    yield drawn("Others can be pressed", plates, {"width": theme.line / 2, "color": theme.muted}, fill=theme.panel)
    yield drawn("Others who ask", others, {"width": 1, "color": theme.muted}, fill=theme.fill("neutral"))
    yield from _tabs(result, theme)
    yield from _crowd(result, theme)
    yield from _studies(result, theme)


def _tabs(result, theme):
    """Yield the line under the tab that is open, over a line across the column."""
    across = f"M{_LEFT},{_TABS - 1.9:.2f}L{_RIGHT},{_TABS - 1.9:.2f}"
    yield drawn("Line under the tabs", across, {"width": 1, "color": theme.grid})
    left, right = (_MIDDLE, _RIGHT) if result.early else (_LEFT, _MIDDLE)
    path = f"M{left + 0.4},{_TABS - 1.9:.2f}L{right - 0.4},{_TABS - 1.9:.2f}"
    yield drawn("Open tab", path, {"width": theme.line * 1.4, "color": theme.ink})


def place(person):
    """Return where one of the hundred stands."""
    down, across = divmod(person, _ROW)
    return _LEFT + 0.9 + _ACROSS * across, _CROWD - 1.2 - _DOWN * down


def _crowd(result, theme):
    """Yield the hundred people, and those of them in whom the test shows something, in another colour and waving."""
    counted = result.alarm is not None and not result.early
    count, people = round(result.alarm.count) if counted else 0, range(100 if counted else 0)
    marked = outlines.Stamped(shapes.upright(), tuple(map(place, people[:count])))
    rest = outlines.Stamped(shapes.upright(), tuple(map(place, people[count:])))
    yield drawn("False alarms", marked, {"width": 0.8, "color": theme.color("pain")}, fill=theme.color("pain"))
    yield drawn("No alarm", rest, {"width": 0.8, "color": theme.muted}, fill=theme.fill("neutral"))
    # A hundred who stand there unmarked would be read as nobody.
    low = _CROWD - _DOWN * 5
    box = shapes.rectangle(_LEFT + 0.4, low, _LEFT + 0.4 + _ACROSS * _ROW, _CROWD)
    unknown = EMPTY if counted or result.early else box
    yield drawn("Nobody counted", unknown, {"width": theme.line, "color": theme.muted, "dash": "dot"})


def _studies(result, theme):
    """Yield the studies as squares, where a lot was drawn, and circles, where people were watched."""
    rows = result.studies[:_MOST] if result.early else []
    squares, circles = "", ""
    for number, row in enumerate(rows):
        x, y, half = _WENT[row.went], _FIRST - _PITCH * number, shapes.crowd(row.n)
        if row.design == "lot":
            squares += shapes.rectangle(x - half, y - half, x + half, y + half)
        else:
            circles += outlines.circle(x, y, half)
    dark, pale = theme.color("water"), theme.fill("load")
    low = _FIRST - _PITCH * (_MOST - 1)
    lanes = "".join(f"M{_WENT[went]},{_FIRST + 1.4:.1f}L{_WENT[went]},{low:.1f}" for went in _HEADS)
    yield drawn("Lanes of the studies", lanes if result.early else "", {"width": 1, "color": theme.grid})
    yield drawn("A lot was drawn", squares, {"width": 1, "color": dark}, fill=dark)
    yield drawn("Only watched", circles, {"width": theme.line, "color": theme.color("load")}, fill=pale)


# Words ----------------------------------------------------------------------------------------------------------------


def words(result, theme):
    """Yield the words of the column, as many rows for every result."""
    yield _MIDDLE, _QUESTION, f"<b>{question(result)}</b>", "bottom center", theme.text()
    muted = {**theme.text(size=0.93), "color": theme.muted}
    left, right = others(result)
    yield _ASIDE[0], _FORK + 0.6, _ASIDE_NAMES.get(left, NAMES[left]), "bottom center", muted
    # The letters of a hall need the edge to end at.
    x, place = (_RIGHT, "bottom left") if theme.large else (_ASIDE[1], "bottom center")
    yield x, _FORK + 0.6, _ASIDE_NAMES.get(right, NAMES[right]), place, muted
    yield from roads_in_words(result, theme)
    yield from _under(result, theme)


def others(result):
    """Return the two who do not ask now, in their order."""
    return [who for who in NAMES if who != result.state.who]


def roads_in_words(result, theme):
    """Yield the two answers, the words on the signposts and the verdict."""
    plan, none = result.plan, result.state.test == NONE
    small = theme.text(size=0.93)
    for x, answer in zip(ROADS, (plan.found, plan.clear), strict=True):
        yield x, _ANSWERS, "" if none else wrapped(answer, _ANSWER), "bottom center", small
    plans = (plan.found_plan, plan.clear_plan) if result.changes else (plan.found_plan, "")
    letters = _NARROW if result.changes else _ALONE
    for (x, _), text in zip(posts(plan, result.changes), plans, strict=True):
        yield x, (_POST + _FOOT) / 2, wrapped(text, letters), "middle center", small
    role = "treatment" if result.changes else None
    yield _MIDDLE, _VERDICT, f"<b>{verdict(result)}</b>", "middle center", theme.text(role)


def _under(result, theme):
    small, muted = theme.text(size=0.93), {**theme.text(size=0.93), "color": theme.muted}
    for x, text, is_open in (
        ((_LEFT + _MIDDLE) / 2, "false alarms", not result.early),
        (
            (_MIDDLE + _RIGHT) / 2,
            ("early" if theme.large else "early scans") if result.offers_early else "",
            result.early,
        ),
    ):
        yield x, _TABS, f"<b>{text}</b>" if is_open else text, "middle center", small if is_open else muted
    row = result.alarm
    count = f"<b>{row.count:.0f} of 100</b> {row.short}" if row else "not counted for this question"
    told = "" if result.early else _broken(count, _TELLS)
    yield _LEFT, _TOLD, told, "bottom right", small
    unknown = "" if result.early or row else "<b>?</b>"
    middle = _LEFT + 0.4 + _ACROSS * _ROW / 2, _CROWD - _DOWN * 2.5
    yield *middle, unknown, "middle center", {**theme.text(size=2.2), "color": theme.muted}
    rows = result.studies[:_MOST] if result.early else []
    for number in range(_MOST):
        text = called(rows[number]) if number < len(rows) else ""
        yield _LEFT, _FIRST - _PITCH * number, text, "middle right", small
    for went, (x, position) in _HEADS.items():
        yield x, _FIRST + 3.0, went if result.early else "", position, muted
    key = "■ by lot  ○ watched" if result.early else ""
    yield _LEFT, _FIRST - _PITCH * _MOST, key, "middle right", muted


def _broken(text, letters):
    """Break a text into lines by its bare letters."""
    lines, length = [[]], 0
    for word in text.split(" "):
        bare = len(word.replace("<b>", "").replace("</b>", ""))
        if length + bare > letters:
            lines.append([])
            length = 0
        lines[-1].append(word)
        length += bare + 1
    return "<br>".join(" ".join(line) for line in lines)


def things(result):
    """Return what is tapped in the column: those who ask, and of pictures the tabs, each with its outline."""
    stands = {result.state.who: _MIDDLE, **dict(zip(others(result), _ASIDE, strict=True))}
    low, high = _FORK - 2.6, _FORK + 6.0
    found = {f"who:{who}": shapes.rectangle(x - _ROOM, low, x + _ROOM, high) for who, x in stands.items()}
    if not result.offers_early:
        return found
    high = _TABS + 2
    return found | {
        "below:alarms": shapes.rectangle(_LEFT, _TABS - 2, _MIDDLE, high),
        "below:early": shapes.rectangle(_MIDDLE, _TABS - 2, _RIGHT, high),
    }
