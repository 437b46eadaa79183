"""Three maps of what the loop can do: one turn of the loop, load against reactivity, and load up and down again."""

from spine_edu.cycle.curves import axis, height, margin
from spine_edu.cycle.whole import small_ring
from spine_edu.cycle.whole.model import CycleState
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import area, curve, held_run, mark
from spine_edu.drawing.outlines import line

#: Stands for a border that lies above every reactivity.
_NEVER = 1e4
#: The axes show the whole range of load and of guarding reactivity.
_LOAD, _REACTIVITY = (CycleState.declarations()[name] for name in ("load", "guarding_reactivity"))


def return_map(result, *, theme, held=None, prediction=None):
    """Return pain put in against pain that comes back, with the staircase of turns from day 0 (cobweb)."""
    points = result.equilibria
    stairs = result.cobweb
    traces = [
        curve("As much as was put in", [0, 10], [0, 10], theme.stroke("threshold", 0.7)),
        held_run("Return in run A", held, _returned, theme),
        curve("Turns of the loop", *_rating(stairs), theme.stroke("neutral", 0.7) | {"dash": "solid"}),
        curve("Pain that comes back", *_returned(result), theme.stroke("pain", 1.6)),
        mark("Start of the staircase", *_rating(stairs[:1]), theme.marker("neutral")),
        *_rests(
            [10 * point.pain for point in points],
            [10 * point.pain for point in points],
            [point.stable for point in points],
            [
                f"{'rests' if point.stable else 'tips'} at {10 * point.pain:.1f}<br>gain {point.gain:.2f}"
                for point in points
            ],
            theme,
        ),
        label(
            "Sides of the line",
            [1.6, 9.8],
            [9.2, 0.6],
            ["above the line:<br>a turn adds pain", "below the line:<br>a turn takes pain away"],
            theme.text(size=0.93) | {"color": theme.muted},
            ["middle right", "middle left"],
        ),
    ]
    return _finish(
        result,
        traces,
        theme,
        axis(theme, "Pain put in (0–10)", range=[0, 10], dtick=2),
        axis(theme, "Pain that comes back (0–10)", range=[0, 10], dtick=2),
    )


def regime_map(result, *, theme, held=None, prediction=None):
    """Return the plane of load and guarding reactivity with the borders of its regions and the present point."""
    low, high = _REACTIVITY.low, _REACTIVITY.high
    hold, lost, both, lasting = _regions(result.regime_map, low, high)
    traces = [
        area(
            "One resting point",
            *_xy([(_LOAD.low, low), (_LOAD.high, low), (_LOAD.high, high), (_LOAD.low, high)]),
            theme.fill("balancing"),
        ),
        area("Only lasting pain", *_xy(lasting), theme.fill("herniation")),
        area("Two resting points and a tipping point", *_xy(both), theme.fill("reinforcing")),
        curve("Lasting pain can hold itself up", *_xy(hold), theme.stroke("reinforcing")),
        curve("The settled state is lost", *_xy(lost), theme.stroke("herniation") | {"dash": "dash"}),
        label(
            "What the regions mean",
            [0.3, 0.3, 2.47],
            [0.42, 4.6, 2.6],
            [
                "settles, whatever the start",
                "settles or lasts,<br>depending on the start",
                "lasts,<br>whatever<br>the start",
            ],
            theme.text(),
            ["middle right", "middle right", "middle left"],
        ),
        *_settings(result.state, held, theme),
    ]
    return _finish(
        result,
        traces,
        theme,
        axis(theme, "Daily load (× standing)", range=[0, 1.02 * _LOAD.high], showgrid=False),
        axis(
            theme, "Guarding reactivity (pure number)", range=[0, 1.05 * high], showgrid=False, tickvals=list(range(7))
        ),
        [line("Load and reactivity of this run", _crosshair(result.state), _guide(theme), layer="above")],
    )


def _guide(theme):
    return {"color": theme.muted, "dash": "dot", "width": theme.line * 0.6}


def _crosshair(state):
    """Lines from the point of this run to its load and its reactivity on the axes."""
    load, reactivity = state.load, state.guarding_reactivity
    return [[(load, 0), (load, reactivity), (0, reactivity)]]


def _regions(rows, low, high):
    """Return both borders, and the outlines of the regions with two resting points and with lasting pain only."""
    rows = [(load, lower, _NEVER if upper is None else upper) for load, lower, upper in rows if lower is not None]
    hold = _clipped([(load, lower) for load, lower, _ in rows], low, high)
    lost = _clipped([(load, upper) for load, _, upper in rows], low, high)
    both = [*hold, *reversed(lost)] if lost else [*hold, (_LOAD.high, high), (_LOAD.low, high)]
    if lost and hold[0][1] < high:
        both.append((_LOAD.low, high))
    lasting = [*lost, (lost[-1][0], low), (_LOAD.high, low), (_LOAD.high, high)] if lost else []
    return hold, lost, both, lasting


def _settings(state, held, theme):
    """Where run A and this run stand in the plane."""
    yield mark(
        "Run A",
        [held.state.load if held else 0],
        [held.state.guarding_reactivity if held else 0],
        theme.marker("held", 1.5),
        text=["A"],
        textposition="middle left",
        textfont=theme.text("held", 1.1),
        visible=held is not None,
    )
    left = state.load < 1.8
    yield mark(
        "This run",
        [state.load],
        [state.guarding_reactivity],
        theme.marker("now", 1.7),
        text=["\u2003this run" if left else "this run\u2003"],
        textposition="middle right" if left else "middle left",
        textfont=theme.text(None, 1.1),
    )


def hysteresis(result, *, theme, held=None, prediction=None):
    """Return where pain can rest at each load, and the jumps on the way up and on the way down."""
    branches, (up, down) = result.load_curve, result.load_folds
    traces = [
        held_run("Resting points in run A", held, lambda run: _pieces(run.load_curve, True), theme),
        curve("Pain rests here", *_pieces(branches, True), theme.stroke("pain", 1.6)),
        curve("Pain tips here", *_pieces(branches, False), theme.stroke("pain", 0.8) | {"dash": "dot"}),
        *_jump(
            "Way up", up, _pain_after(branches, up, True), 1, theme, f"load rising:<br>jumps at {up:.2f}" if up else ""
        ),
        *_jump(
            "Way down",
            down,
            _pain_after(branches, down, False),
            -1,
            theme,
            f"load falling:<br>drops at {down:.2f}" if down else "",
        ),
        _here(result, theme),
    ]
    return _finish(
        result,
        traces,
        theme,
        axis(theme, "Daily load (× standing)", range=[_LOAD.low, _LOAD.high]),
        axis(theme, "Pain at rest (0–10)", range=[-0.4, 10], tickvals=[0, 2, 4, 6, 8, 10]),
    )


def _here(result, theme):
    """Where pain rests now, with words on the side where no curve runs."""
    load, pain = result.state.load, 10 * result.at_rest
    upper = pain > 5
    return mark(
        "Pain rests here now",
        [load],
        [pain],
        theme.marker("now", 2.2),
        text=[f"<b>pain {pain:.1f}</b>" + ("<br> " if upper else "<br> ")],
        textposition="top center" if load < 2.3 else "top left",
        textfont=theme.text(None, 1.1),
        cliponaxis=False,
    )


def road(result):
    """Return a function from load to ``(load, pain at rest, 0 to 10)``: the road that pain takes from where it is now.

    It keeps to its road as long as there is one: that is where the load is dragged.
    """
    stretches, high = _stretches(result.load_curve), result.is_high

    def place(load):
        pains = [_height(one, load) for one in stretches if one[0][0] - 1e-9 <= load <= one[-1][0] + 1e-9]
        if not pains:
            # Between the last point of a stretch and its fold lies less than a step of the curve.
            ends = [end for one in stretches for end in (one[0], one[-1])]
            return load, min(ends, key=lambda end: abs(end[0] - load))[1]
        return load, max(pains) if high else min(pains)

    return place


def _stretches(branches):
    """Return each stretch of a load curve on which pain rests, as points (load, pain 0 to 10) by rising load."""
    found = []
    for branch in branches:
        held = False
        for load, pain, holds in branch:
            if holds and not held:
                found.append([])
            if holds:
                found[-1].append((load, 10 * pain))
            held = holds
    return [one for one in found if len(one) > 1]


def _height(stretch, load):
    for (left, low), (right, high) in zip(stretch, stretch[1:], strict=False):
        if load <= right:
            return low + (high - low) * max(load - left, 0) / (right - left) if right > left else high
    return stretch[-1][1]


def _clipped(line, low, high):
    """Return a falling line cut where it enters and leaves the range `low` to `high`."""
    cut = []
    for (x0, y0), (x1, y1) in zip(line, line[1:], strict=False):
        for border in (high, low):
            if (y0 - border) * (y1 - border) < 0:
                cut.append((x0 + (x1 - x0) * (border - y0) / (y1 - y0), border))
        if low <= y1 <= high:
            cut.append((x1, y1))
    return [line[0], *cut] if line and low <= line[0][1] <= high else cut


def _xy(points):
    return [x for x, _ in points], [y for _, y in points]


def _rating(points):
    """Pain put in and pain returned on the 0-to-10 scale."""
    return _xy([(10 * put_in, 10 * returned) for put_in, returned in points])


def _returned(result):
    return _rating(list(zip(*result.return_curve, strict=True)))


def _rests(x, y, stable, words, theme):
    """Resting points filled, tipping points open, each with its words; the words keep clear of the curve."""
    yield mark(
        "Resting and tipping points",
        x,
        y,
        theme.marker("now", 1.5)
        | {
            "symbol": ["circle" if holds else "circle-open" for holds in stable],
            "line": {"color": theme.ink, "width": theme.line},
        },
        cliponaxis=False,
    )
    low = [at < 1.5 for at in y]
    x = [max(at, 0.04) for at in x]
    above = 0.2 + theme.size * 0.13  # high enough for the words of a low point to stay left of the diagonal
    yield curve(
        "Lines to the words",
        [value for at, down in zip(x, low, strict=True) if down for value in (at, at, None)],
        [value for at, down in zip(y, low, strict=True) if down for value in (at, above - 0.1, None)],
        {"color": theme.muted, "width": 1},
    )
    yield label(
        "Words at the resting points",
        [at if down else at + 0.25 for at, down in zip(x, low, strict=True)],
        [above if down else at - 0.3 for at, down in zip(y, low, strict=True)],
        words,
        theme.text(),
        ["top right" if down else "bottom right" for down in low],
    )


def _pieces(branches, holds):
    """Loads and pains of one kind, with a gap wherever the other kind lies between; neighbours share their border."""
    points = []
    for branch in branches:
        for before, here in zip((branch[0], *branch), branch, strict=False):
            if here[2] == holds:
                points += [before[:2], here[:2]] if before[2] != holds else [here[:2]]
            elif before[2] == holds:
                points += [here[:2], (None, None)]
        points.append((None, None))
    return _xy([(load, None if pain is None else 10 * pain) for load, pain in points])


def _pain_after(branches, load, rising):
    """Return pain before and after the jump at `load`, 0 to 10."""
    if load is None:
        return 0.0, 0.0
    curve = [point for branch in branches for point in branch]
    fold = 10 * min(curve, key=lambda point: abs(point[0] - load))[1]
    near = [10 * pain for at, pain, holds in curve if holds and abs(at - load) < 0.06]
    landing = (
        min((pain for pain in near if pain > fold + 1), default=fold)
        if rising
        else max((pain for pain in near if pain < fold - 1), default=0.0)
    )
    return fold, landing


def _jump(name, load, pains, sign, theme, words):
    """A vertical arrow at a fold with its words beside it."""
    role, (start, end), at = ("reinforcing" if sign > 0 else "balancing"), pains, load or 0
    side = sign if at > 1 else 1  # words on the outer side of the arrow, unless they would leave the plot
    yield curve(
        name,
        [at, at],
        [start, end],
        theme.stroke(role, 0.9) | {"dash": "dash"},
        mode="lines+markers",
        marker=theme.marker(role, 1.3) | {"symbol": ["circle", "triangle-up" if sign > 0 else "triangle-down"]},
        visible=load is not None,
    )
    yield label(
        f"{name}, in words",
        [at + 0.03 * side],
        [(start + end) / 2],
        [words],
        theme.text(role),
        "middle right" if side > 0 else "middle left",
        visible=load is not None,
    )


def _finish(result, traces, theme, x, y, shapes=()):
    """Return the figure of a view: the small ring, and below it what is drawn of the view on its two axes."""
    for trace in traces:
        trace["hoverinfo"] = "skip" if trace["mode"] == "text" or "fill" in trace else "name+x+y"
    above = [trace | {"hoverinfo": "skip"} for trace in small_ring.traces(result, theme)]
    around = margin(theme, right=1.6)
    # In a hall all of it must fit on the screen.
    tall = height(theme) + (0 if theme.large else theme.em(5))
    plots, ring = tall - around["t"] - around["b"], small_ring.height(theme)
    return {
        "data": [*traces, *above],
        "layout": theme.layout(
            height=tall,
            xaxis=x,
            yaxis=y | {"domain": [0, 1 - ring / plots]},
            margin=around,
            shapes=[*small_ring.shapes(result, theme), *shapes],
            **small_ring.layout(1 - (ring - theme.em(1)) / plots),
        ),
    }
