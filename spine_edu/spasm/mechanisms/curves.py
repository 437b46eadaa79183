"""The lower half of the board: what she can do, and the three curves over the lift, the day and six weeks."""

from functools import cache

from spine_edu.drawing import outlines
from spine_edu.drawing.marks import curve, held_run, mark
from spine_edu.spasm.mechanisms import bodies, places, words
from spine_edu.spasm.mechanisms.model import DOES, HOURS, READOUTS, alone, courses, rows, value

#: Read-out -> the role whose colour and dash it has.
ROLES = {"muscle": "guarding", "back": "pain", "leg": "herniation"}
#: How far from its knob the words of the reached root go, across.
_ROOT_SAID = 8.6


def stroke(readout, theme, width=1.0):
    """Return the line of a read-out."""
    return theme.stroke(ROLES[readout], width)


def followed(result):
    """Return the curves that are drawn: name -> (read-out, heights at `HOURS`).

    One body has three; of two bodies each has one, of the read-out that is followed.
    """
    if not result.apart:
        return {readout: (readout, result.curves[readout]) for readout in READOUTS}
    state = result.state
    return {
        f"rival {number}": (state.read, courses(alone(state, name), state.does)[state.read])
        for number, name in enumerate(result.rivals)
    }


def traces(result, theme, held):
    """Return the curves, the marks on them at the moment, and run A."""
    x, shown = [places.across(hour) for hour in HOURS], followed(result)
    lines = []
    for key, name in zip(("muscle", "back", "leg"), words.CURVES.values(), strict=True):
        there = shown.get(key)
        lines.append(curve(name, x, [places.up(y) for y in there[1]] if there else [], stroke(key, theme, 1.2)))
    for number, dash in enumerate(("solid", "dash")):
        there = shown.get(f"rival {number}")
        look = stroke(result.state.read if result.apart else "muscle", theme, 1.3) | {"dash": dash}
        name = f"{('First', 'Second')[number]} body"
        lines.append(curve(name, x, [places.up(y) for y in there[1]] if there else [], look))
    lines += [
        held_run("Run A: back muscle", held, lambda run: (x, [places.up(y) for y in run.curves["muscle"]]), theme),
        _marks(result, theme),
    ]
    return [line | {"x": line["x"] if line["y"] else []} for line in lines]


def at_moment(result, hour):
    """Return where each curve is at an hour: heights of 10, in the order of `followed`."""
    state = result.state
    if not result.apart:
        return [value(state, readout, state.does, hour) for readout in READOUTS]
    return [value(alone(state, name), state.read, state.does, hour) for name in result.rivals]


def _marks(result, theme):
    hour, heights = result.state.hour, at_moment(result, result.state.hour)
    roles = [ROLES[result.state.read]] * 2 if result.apart else [ROLES[readout] for readout in READOUTS]
    look = {
        "size": [theme.size * share for share in ((0.8, 0.8) if result.apart else (1.3, 0.95, 0.6))],
        "color": [theme.color(role) for role in roles],
        "symbol": ["circle", "circle-open", "circle"][: len(roles)] if result.apart else "circle",
        "line": {"color": theme.paper, "width": 1},
        "opacity": 1,
    }
    return mark("Now", [places.across(hour)] * len(heights), [places.up(height) for height in heights], look)


def shapes(result, held, theme):
    """Yield the panel, the marks of the story, the gap between two rivals, the moment, and the cards of deeds."""
    yield from _panel(theme)
    yield from _story(result, theme)
    yield _gap(result, theme)
    x = places.across(result.state.hour)
    cursor = [[(x, places.LOW), (x, places.HOUR_KNOB)]]
    yield outlines.line("The moment", cursor, {"color": theme.ink, "width": theme.line * 0.6})
    x = places.across(24 * result.state.reach)
    flag = [[(x, places.LOW), (x, places.TOP)]] if waits(result.state) else []
    yield outlines.line(
        "Root reached", flag, {"color": theme.color("herniation"), "width": theme.line * 0.6, "dash": "dash"}
    )
    yield from _deeds(result, theme)


def waits(state):
    """Return whether a source that is on waits for the root to be reached."""
    return any(rows()[name].start == "reach" for name in state.on)


def at_knob(hour, theme):
    """Return the words beside the knob of the moment: when it is."""
    left = hour > 100
    x = places.across(hour) + (-2.0 if left else 2.0)
    place = "middle left" if left else "middle right"
    return x, places.HOUR_KNOB, f"<b>{words.when(hour)}</b>", place, theme.text(size=0.95)


def _panel(theme):
    pale = {"color": theme.grid, "width": 0}
    joints = [x for _, x in places.JOINTS]
    bands = "".join(places.box(joints[k], joints[k + 1], places.LOW, places.TOP) for k in (1, 3))
    yield outlines.drawn("Stretches of time", bands, pale, fill=theme.panel)
    level = [[(places.LEFT, places.up(at)), (places.RIGHT, places.up(at))] for at in (0, 5, 10)]
    yield outlines.line("Nothing, half and full", level, {"color": theme.grid, "width": theme.line * 0.5})
    lift = places.across(0)
    yield outlines.line(
        "The lift", [[(lift, places.LOW), (lift, places.TOP)]], {"color": theme.muted, "width": theme.line * 0.6}
    )


def _story(result, theme):
    """What was told, as upright bars of what would fit: filled where it does, hollow where it does not."""
    for name, fits in (("Told, and met", True), ("Told, and not met", False)):
        paths = []
        for one in result.told:
            here = one.row.does == result.state.does and not result.apart
            if here and one.fits == fits:
                x = places.across(one.row.hour)
                paths.append(places.box(x - 0.28, x + 0.28, places.up(one.row.low), places.up(one.row.high)))
        look = {"color": theme.color("treatment"), "width": theme.line * 0.8, "dash": "solid" if fits else "dot"}
        fill = theme.fill("treatment") if fits else None
        yield outlines.drawn(name, "".join(paths), look, fill=fill)


def _gap(result, theme):
    """The difference between two bodies at the moment, as a bar between their curves."""
    fill, path = theme.color("sensitisation"), gap_path(result, result.state.hour)
    return outlines.drawn("How far they are apart", path, {"color": fill, "width": 0}, fill=fill, opacity=0.45)


def gap_path(result, hour):
    """Return the bar between the curves of two bodies at an hour, as a path; nothing of one body."""
    if not result.apart:
        return outlines.EMPTY
    x, (one, other) = places.across(hour), at_moment(result, hour)
    return places.box(x - 0.25, x + 0.25, places.up(min(one, other)), places.up(max(one, other)))


def _deeds(result, theme):
    state, found = result.state, result.experiment
    pale = {"color": theme.grid, "width": theme.line * 0.5}
    others = "".join(places.box(*places.card(does)) for does in DOES if does != state.does)
    yield outlines.drawn("Cards of what she can do", others, pale, fill=theme.panel)
    chosen = {"color": theme.ink, "width": theme.line}
    yield outlines.drawn("What she does", places.box(*places.card(state.does)), chosen, fill=theme.fill("load"))
    bars = best = ""
    if found:
        for does, gap in found.by_deed.items():
            left, right, low, _ = places.card(does)
            bars += places.box(left, left + (right - left) * gap / 10, low, low + 0.45)
        left, right, low, high = places.card(found.does)
        best = places.box(left - 0.08, right + 0.08, low - 0.1, high + 0.1)
    teal = theme.color("sensitisation")
    yield outlines.drawn("How far two sources are apart in each", bars, {"color": teal, "width": 0}, fill=teal)
    yield outlines.drawn("Where two sources are farthest apart", best, {"color": teal, "width": theme.line * 1.4})
    unit = unit_of(theme)
    for does in DOES:
        left, right, *_ = places.card(does)
        yield outlines.shape(
            f"Small body: {words.DEEDS[does]}",
            _small(does, unit),
            fill=theme.muted if does != state.does else theme.ink,
            edge=theme.muted if does != state.does else theme.ink,
            width=1.2,
            fillrule="nonzero",
            xsizemode="pixel",
            xanchor=(left + right) / 2,
            digits=1,
        )


@cache
def _small(does, unit):
    """A small body of a card, in px across and units up."""
    scale = places.DEEDS_TALL / 182
    return [[(x * scale * unit, places.DEEDS_FLOOR + y * scale) for x, y in one] for one in bodies.small(does)]


def height(theme):
    """Return the height of the board in px; a hall's screen is a little lower than the board at its size of type."""
    return theme.em(min(places.HIGH, 31.8) if theme.large else places.HIGH)


def unit_of(theme):
    """Return how many px a unit of the plane is high."""
    return (height(theme) - 4) / places.HIGH


def written(result, theme):
    """Yield the words of the lower half: names of deeds, the axis of time, and the heights."""
    for does, text in words.DEEDS.items():
        left, right, *_ = places.card(does)
        here = does == result.state.does
        label = f"<b>{text}</b>" if here else text
        yield (left + right) / 2, places.CARD[1] + 1.15, label, "middle center", theme.text(size=0.95)
    if waits(result.state):
        yield _at_root(result.state, theme)
    for at in (0, 5, 10):
        yield (
            places.LEFT - 0.2,
            places.up(at),
            f"{at}",
            "middle left",
            theme.text("neutral", 1.0 if theme.large else 0.92),
        )
    for hour, text in places.TICKS:
        if theme.large and text in places.NOT_IN_A_HALL:
            continue
        yield (
            places.across(hour),
            places.LOW - 0.65,
            text,
            _beside(hour),
            theme.text("neutral", 1.0 if theme.large else 0.92),
        )


def _at_root(state, theme):
    """Return the words beside the knob of the day on which the root is reached, clear of the line of the moment."""
    x, hour = places.across(24 * state.reach), places.across(state.hour)
    font = theme.text("herniation", 0.92)
    if x > _ROOT_SAID + places.LEFT and not x - _ROOT_SAID < hour < x:
        return x - 2.4, places.REACH_KNOB, "root reached", "middle left", font
    if x + _ROOT_SAID < places.RIGHT and not x < hour < x + _ROOT_SAID:
        return x + 2.4, places.REACH_KNOB, "root reached", "middle right", font
    # There is no room up to the line of the moment: beyond it, they point back to the knob.
    if hour > x:
        return hour + 0.4, places.REACH_KNOB, "← root reached", "middle right", font
    return hour - 0.4, places.REACH_KNOB, "root reached →", "middle left", font


def _beside(hour):
    return "middle right" if hour < 0 else "middle left" if hour > 1000 else "middle center"
