"""The treatment time line: pain with and without the treatments, and below it when each one is given."""

from spine_edu.cycle.curves import axis, drawn_days, pain_in_run_a
from spine_edu.cycle.treatments import card
from spine_edu.cycle.whole import small_ring
from spine_edu.cycle.whole.model import SLOTS
from spine_edu.drawing.labels import end_labels, room, spread
from spine_edu.drawing.marks import area, curve, mark, sketched
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import shape

#: What may be given, a row of chips a kind: drugs, what is laid on, rest, movement and pull, needles, operations.
#: Treatment -> its name as a chip has room for it; one that the model refuses is left to the lists.
_KINDS = (
    {"nsaid": "Anti-inflammatory", "relaxant": "Relaxant", "opioid": "Opioid"},
    {"heat": "Heat", "cold": "Cold packs", "manual": "Manual therapy"},
    {"short_rest": "Rest, 2 days", "bed_rest": "Rest, 14 days", "activity": "Lighter activity"},
    {"therapy": "Physical therapy", "traction": "Traction"},
    {"epidural": "Epidural steroid", "trigger_point": "Trigger point"},
    {"discectomy": "Microdiscectomy", "closure": "Annular closure", "fusion": "Fusion"},
)
NAMES = {treatment: name for kind in _KINDS for treatment, name in kind.items()}
#: Treatment -> the row and the column of its chip.
_PLACES = {treatment: (row, column) for row, kind in enumerate(_KINDS) for column, treatment in enumerate(kind)}
_SLOTS, _CHIPS, _ROWS, _COLUMNS = len(SLOTS), ("x3", "y4"), len(_KINDS), 3
#: So many days at first are drawn as wide as they are; all later ones share the width of so many.
EARLY, _LATE = 90, 45
#: Days that are named under the axis of time.
_NAMED = (0, 14, 28, 42, 56, 70, 84, 182, 364, 546, 728)
#: The left and the right end of the axis of time.
_LEFT, _RIGHT = 0.1, 0.8
#: The least distance between two labels, on the axis of pain.
_GAP = 0.95


def across(day, end):
    """Return where a day lies on the axis of time of a run to the day `end`: the first 90 have the most room."""
    return day if day <= EARLY else EARLY + _LATE * (day - EARLY) / (end - EARLY)


def timeline(result, *, theme, held=None, prediction=None):
    """Return pain with the plan and without it, above one bar a treatment."""
    end, plan = result.days[-1], result.state.plan
    shown = drawn_days(end)
    x, right = [across(day, end) for day in shown], across(end, end)
    ends = [("Treated" if plan else "Pain", result, "pain"), ("Without", result.untreated, "neutral")]
    if held:
        ends.append(("Run A", held, "held"))
    heights = [run.rating[-1] for _, run, _ in ends]
    names = [(f"{words} {value:.1f}", theme.color(role)) for (words, _, role), value in zip(ends, heights, strict=True)]
    traces = [
        curve(
            "Pain without treatment",
            x,
            [result.untreated.rating[day] for day in shown],
            theme.stroke("neutral") | {"dash": "dot"},
        ),
        pain_in_run_a(held, shown, theme) | ({"x": x} if held else {}),
        sketched(prediction and [(across(day, end), height) for day, height in prediction if day <= end], theme),
        curve("Pain with the treatments", x, [result.rating[day] for day in shown], theme.stroke("pain", 1.7)),
        *end_labels(names, heights, spread(heights, _GAP, 0.1, 10.1), right, theme),
        *_blocks(plan, end, theme),
        *_palette(result.state, theme),
        *small_ring.traces(result, theme),
    ]
    for trace in traces:
        bare = trace["mode"] == "text"
        on_ring = trace.get("xaxis") == small_ring.AXES[0]
        trace["hoverinfo"] = "none" if "customdata" in trace else "skip" if bare or on_ring else "name+y"
    heights, tall = _bands(theme), sum(_bands(theme))
    low, middle, top = (sum(heights[:count]) / tall for count in (1, 3, 4))
    hidden = {"visible": False, "fixedrange": True}
    around = {"t": theme.em(0.9), "b": theme.em(0.5), "l": theme.em(0.4), "r": theme.em(0.4)}
    named = [day for day in _NAMED if day <= end]
    days = {"tickvals": [across(day, end) for day in named], "ticktext": [f"{day}" for day in named]}
    said = "Time (days)" if end <= EARLY else f"Time (days; the first {EARLY} are drawn wide)"
    return {
        "data": traces,
        "layout": theme.layout(
            height=tall + around["t"] + around["b"],
            yaxis=axis(theme, "Pain (0–10)", domain=[middle + 0.02, top], range=[0, 10.4], dtick=2),
            xaxis=axis(theme, said, domain=[_LEFT, _RIGHT], range=[0, room(right)], anchor="y2", **days),
            yaxis2={"domain": [sum(heights[:2]) / tall, middle], "range": [_SLOTS, 0], **hidden},
            xaxis3={"domain": [0, 1], "range": [0, 100], "anchor": "y4", **hidden},
            yaxis4={"domain": [0, low], "range": [_ROWS, -1], "anchor": "x3", **hidden},
            shapes=[*small_ring.shapes(result, theme), *_chips(result.state, theme)],
            **small_ring.layout(1 - (heights[4] - theme.em(1)) / tall),
            margin=around,
        ),
    }


def _bands(theme):
    """Return the heights in px from bottom to top: what may be given, the axis of time, bars, pain, and the ring."""
    # In a hall all of it must fit on the screen.
    pain, slot = (theme.em(6), theme.em(2)) if theme.large else (theme.em(13), theme.em(2.4))
    chips = round((_ROWS + 1) * max(28, 1.7 * theme.size))
    return [chips, theme.em(3.2 if theme.large else 3.4), slot * _SLOTS, pain, small_ring.height(theme)]


def chip(treatment):
    """Return the corners of the chip that puts a treatment on the line."""
    row, column = _PLACES[treatment]
    wide = 100 / _COLUMNS
    left, right, high, low = column * wide + 0.6, (column + 1) * wide - 0.6, row + 0.06, row + 0.94
    return [(left, low), (right, low), (right, high), (left, high)]


def _chips(state, theme):
    """The chips: those that are on the line in the colour of a treatment."""
    given, plain = {name for name, _ in state.plan}, {"width": 1, "digits": 2, "axes": _CHIPS}
    off, on = ([chip(name) for name in NAMES if (name in given) == there] for there in (False, True))
    yield shape("What may be given", off, fill=theme.panel, edge=theme.muted, **plain)
    yield shape("What is given", on, fill=theme.fill("treatment"), edge=theme.color("treatment"), **plain)


def _palette(state, theme):
    """Yield the names on the chips, and places to press: a press gives a treatment, another takes it away again."""
    given = {getattr(state, slot): slot for slot in SLOTS if getattr(state, slot) != "none"}
    free = next((slot for slot in SLOTS if getattr(state, slot) == "none"), None)
    rows = [(0.6, -0.45, _advice(given, free), "middle right", theme.text(size=0.93))]
    places = []
    for name, words in NAMES.items():
        (left, low), (right, _), (_, high), _ = chip(name)
        there = name in given
        font = theme.text("treatment" if there else None, 0.93)
        rows.append(((left + right) / 2, (low + high) / 2, f"{'✓' if there else '+'} {words}", "middle center", font))
        choice = f"{given[name]}:none" if there else f"{free}:{name}" if free else ""
        places += [(left + (right - left) * share, (low + high) / 2, choice) for share in (0.1, 0.3, 0.5, 0.7, 0.9)]
    yield written("What may be given: words", rows, _CHIPS)
    x, y = [x for x, *_ in places], [y for _, y, _ in places]
    look = {"size": theme.size * 1.5, "opacity": 0}
    on_axes = {"xaxis": _CHIPS[0], "yaxis": _CHIPS[1], "cliponaxis": False}
    yield mark("What may be given: press one", x, y, look, customdata=[choice for *_, choice in places], **on_axes)


def _advice(given, free):
    if not given:
        return "<b>Press a treatment: it comes onto the line.</b>"
    if not free:
        return "<b>Drag a block.</b> Three are all: press a ✓ to take one off."
    return "<b>Drag a block to its day.</b> A press on ✓ takes it off."


def block(treatment, start, row, end):
    """Return the corners of the block of a treatment on the line, from the upper left one: as long as it is given."""
    stop = max(start, min(start + max(card(treatment).days, 1), end))
    left, right = across(start, end), across(stop, end)
    right = max(right, min(left + across(end, end) / 120, across(end, end)))
    return [(left, row + 0.48), (right, row + 0.48), (right, row + 0.96), (left, row + 0.96)]


def begins(row):
    """Return the height over the beginning of a block at which it is taken hold of, on the axis of the treatments."""
    return row + 0.23


def _blocks(plan, end, theme):
    """One block a treatment from its first to its last day, and its name beside the knob over its beginning."""
    x, y = [], []
    for row, (treatment, start) in enumerate(plan):
        corners = block(treatment, min(start, end), row, end)
        x += [*(at for at, _ in corners), corners[0][0], None]
        y += [*(up for _, up in corners), corners[0][1], None]
    color = theme.color("treatment")
    yield area("When the treatments are given", x, y, color, edge=theme.stroke("treatment", 0.6), yaxis="y2")
    rows = []
    for row, (treatment, start) in enumerate(plan):
        place, wide = across(min(start, end), end), across(end, end)
        early = place < wide / 2
        side = wide / 14 if early else -wide / 14
        text = f"{NAMES[treatment]}, from day {start:.0f}"
        rows.append((place + side, begins(row), text, f"middle {'right' if early else 'left'}"))
    rows = rows or [(across(end, end) / 14, 1.2, "No treatment yet.", "middle right")]
    yield written("Names of the treatments", [(*row, theme.text("treatment")) for row in rows], ("x", "y2"))
