"""The lifting calculator: a lifter, and a staircase from the best case down to the recommended limit."""

import textwrap

from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import mark, predicted
from spine_edu.drawing.marks import words as written
from spine_edu.explorer.frames import Frames
from spine_edu.loads.lifting import lifter
from spine_edu.loads.lifting.model import MULTIPLIERS, asymmetry_multiplier, frequency_multiplier
from spine_edu.loads.lifting.words import at_height, factor, index, measure, sentence, weight
from spine_edu.theme import LIGHT

_ROWS = len(MULTIPLIERS) + 3
#: Middle of each row, from the top; above them is room for two lines.
_HEIGHTS = [_ROWS - 0.5 - number for number in range(_ROWS)]
_TOP = _ROWS + 1.5
#: Right end of the axis in kilograms: the best case of 23 kg and room for its number.
_MOST_KG = 30
#: Where the staircase begins, as a share of the width.
_LEFT = 0.435
#: Room for a knob between a bar and the words that belong to it.
_BESIDE = "\u00a0" * 5
#: The lift that the question is about, and what is said beside an answer to it when another one is shown.
ASKED = {"vertical": 30, "lifted_to": 90, "horizontal": 40, "frequency": 1}
_ELSEWHERE = " for another lift"
#: Circumstances whose bar is pulled longer by its end.
_BY_HAND = ("AM", "FM")


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the staircase as a plotly figure.

    Parameters
    ----------
    result, held : LiftingResult
    theme : Theme
    prediction : float, optional
        Recommended limit the learner expected, in kilograms.
    """
    shown = not result.refusal
    traces = [
        _bars(result, theme),
        _words(result, theme),
        _held(held, result, theme),
        _predicted(prediction, result, theme),
    ]
    for trace in traces:
        trace.update(hoverinfo="skip", cliponaxis=False, visible=trace.get("visible", True) and shown)
    # The lifter stays, as a hand must find the box again.
    return {"data": [*traces, lifter.words(result, theme)], "layout": _layout(result, theme)}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the lift that the question is about, beside an empty scale of weight."""
    # Over the words of the number that a hand puts on the scale.
    rows = [(0, _HEIGHTS[-2] + 0.75, "Recommended limit: ?", "middle right", {**theme.text(), "color": theme.muted})]
    if prediction is not None:
        load = f"<b>The load</b>: {weight(result, result.lift.weight)}"
        rows.append((0, _HEIGHTS[-1] + 0.24, load, "middle right", theme.text()))
    asked = written("What is asked", rows)
    words = lifter.words(result, theme, told=False)
    return {"data": [asked, words], "layout": _layout(result, theme, told=False)}


def level():
    """Return how the limit is put on the scale of weight by hand, as `spine_edu.explorer.asking.Number` takes it."""
    row = _HEIGHTS[-2] - 0.2
    track = [[kilograms, kilograms, row] for kilograms in (0, _MOST_KG)]
    # A stroke across the row, in sizes of the type.
    return {"axes": ["xaxis", "yaxis"], "track": track, "outline": "M-0.1,-1L0.1,-1L0.1,1L-0.1,1Z"}


def grips(result):
    """Return what a hand may take hold of: the box, the dashed one where it goes, and the bar of the load."""
    state, row = result.state, _HEIGHTS[-1] - 0.2
    found = lifter.grips(state)
    if not result.refusal:

        def place(load):
            return min(load, _MOST_KG) * round(result.per_kg, 1), row

        end = place(state.weight)[0]
        bar = [(0, row - 0.2), (end, row - 0.2), (end, row + 0.2), (0, row + 0.2)]
        found += [grip(state, "weight", place, points=5, body=bar), *_pulled(result)]
    return found


def _pulled(result):
    """Yield the handles at the ends of the bars of turn and frequency: as far as they are pulled, so much they cost."""
    governing, lift = result.governing, result.lift
    turn = "asymmetry_end" if governing.where == "end" else "asymmetry"
    often = {"duration": lift.duration, "vertical": lift.origin.vertical, "system": lift.system}
    for symbol, control, points, left in (
        ("AM", turn, 5, asymmetry_multiplier),
        ("FM", "frequency", 37, lambda value: frequency_multiplier(value, **often)),
    ):
        row, before = _HEIGHTS[1 + list(MULTIPLIERS).index(symbol)] - 0.2, _before(result, symbol)
        declared = result.state.declarations()[control]
        steps = [declared.low + (declared.high - declared.low) * step / (points - 1) for step in range(points)]
        # Where the equation leaves nothing any more, the knob stays where it left least.
        least = min(filter(None, map(left, steps)))
        if before > 0.5:

            def end(value, row=row, before=before, left=left, least=least):
                return before * max(left(value), least), row

            # The limit is what is left behind them.
            yield grip(result.state, control, end, points=points, telling=True)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the lift itself as `Frames`: the box goes up to where it belongs, and back again."""
    places, said = lifter.moments(result.state), sentence(result)
    names = [at_height(result, height) for _, height in places]
    there, first = places[len(places) // 2], places.index(places[len(places) // 2])
    ways = ["There" if place == there else "On the way there" if at < first else "On the way back"
            for at, place in enumerate(places[:-1])]  # fmt: skip
    lines = [f"{way}, the hands are at {name}. {said}" for way, name in zip([*ways, "Back"], names, strict=True)]
    run = Frames("moment", (f"hands at {name}" for name in names), lines, seconds=5)
    for name, paths in lifter.lifted(result.state, theme).items():
        run.add(name, path=paths)
    run.add("Measures of the lift", **lifter.written_on_the_way(lifter.words(result, theme), result.state))
    return run


def _stairs(result):
    """Return (start, length) of each bar: the best case, what each circumstance takes off, the limit, the load."""
    left, stairs = result.best, [(0, result.best)]
    for cost in result.governing.costs.values():
        left -= cost
        stairs.append((left, cost))
    return [*stairs, (0, result.governing.value), (0, min(result.lift.weight, _most(result)))]


def _bars(result, theme):
    starts, lengths = zip(*_stairs(result), strict=True)
    roles = ["neutral", *["load"] * len(MULTIPLIERS), "treatment", "now"]
    edges = [theme.color(role) for role in roles]
    return {
        "type": "bar",
        "name": "From the best case down to the limit, and the load",
        "orientation": "h",
        "x": lengths,
        "base": starts,
        "y": [height - 0.2 for height in _HEIGHTS],
        "width": 0.4,
        "marker": {
            "color": [theme.fill(role) for role in roles[:-2]] + edges[-2:],
            "line": {"color": edges, "width": theme.line / 2},
        },
    }


def _words(result, theme):
    """The index above all, the line above each bar, and the number beside it."""
    governing, most = result.governing, _most(result)
    onto_bar = result.lift.weight > 0.8 * most
    lines = [
        "Best case",
        *(
            f"{words}, {measure(result, governing, symbol)}: × {factor(governing.multipliers[symbol])}"
            for symbol, words in MULTIPLIERS.items()
        ),
        "<b>Recommended limit</b>" + (f", at the {governing.where}" if len(result.limits) > 1 else ""),
        "<b>The load</b>" + (", beyond this axis" if result.lift.weight > most else ""),
    ]
    costs = [_cost(result, symbol) for symbol in MULTIPLIERS]
    numbers = [
        f" {weight(result, result.best)}",
        *costs,
        f" <b>{weight(result, governing.value)}</b>",
        # A knob lies at the end of its bar.
        f"{'' if onto_bar else _BESIDE} <b>{weight(result, result.lift.weight)}</b>",
    ]
    ends = [start + length for start, length in _stairs(result)]
    if onto_bar:
        ends[-1] = 0.62 * most
    return label(
        "Steps in words and numbers",
        [0] * (1 + _ROWS) + ends,
        [_ROWS + 0.4, *(height + 0.24 for height in _HEIGHTS), *(height - 0.2 for height in _HEIGHTS)],
        [_heading(result), *lines, *numbers],
        {**theme.text(), "color": [theme.ink] * 2 * _ROWS + [theme.paper if onto_bar else theme.ink]},
        ["top right"] + ["middle right"] * 2 * _ROWS,
    )


def _cost(result, symbol):
    """Return what a circumstance takes off, in words; nothing can be taken off a limit that is 0 already."""
    cost, before = result.governing.costs[symbol], _before(result, symbol)
    beside = _BESIDE if symbol in _BY_HAND else ""
    if before == 0 and result.governing.multipliers[symbol] < 1:
        return f"{beside} already at 0"
    return f"{beside} −{weight(result, cost)}" if cost >= 0.05 else f"{beside} nothing"


def _before(result, symbol):
    """Return what is left of the best case before a circumstance is counted."""
    costs = list(result.governing.costs.values())
    return max(result.best - sum(costs[: list(MULTIPLIERS).index(symbol)]), 0.0)


def _held(held, result, theme):
    exists = held is not None and not held.refusal
    place = held.governing.value / held.per_kg * result.per_kg if exists else 0
    return mark(
        "A, held: recommended limit",
        [place],
        [-0.25],
        theme.marker("held", 1.4),
        text=[f" A: {place:.1f} {result.unit}"],
        textposition="middle right" if place < _most(result) / 2 else "middle left",
        textfont=theme.text("held"),
        visible=exists,
    )


def _predicted(prediction, result, theme):
    said = (prediction or 0) * result.per_kg
    place = min(said, _most(result))
    elsewhere = _ELSEWHERE if _left_what_was_asked(result) else ""
    return predicted(
        place,
        None if prediction is None else -0.75,
        theme,
        text=[f" you said {said:.1f} {result.unit}{elsewhere}"],
        textposition="middle right" if place < _most(result) / 2 else "middle left",
    )


def _left_what_was_asked(result):
    """Whether the lift is another one than the one that the reader's prediction was about."""
    return any(getattr(result.state, name) != value for name, value in ASKED.items())


def _most(result):
    return _MOST_KG * round(result.per_kg, 1)


def _layout(result, theme, *, told=True):
    # A margin that plotly.js fits to its words would stretch the lifter beside them by a hair.
    look = {"nticks": 7, "domain": [_LEFT, 1], "automargin": False}
    axis = theme.axis(f"Weight ({result.unit})", range=[0, _most(result)], **look)
    axis["title"]["font"] = theme.text()
    return theme.layout(
        height=theme.em((_TOP + 1) * (2.45 if theme.large else 2.9) + 4.6),
        barmode="overlay",
        xaxis=axis,
        yaxis={"range": [-1, _TOP], "visible": False, "fixedrange": True},
        **lifter.axes(),
        shapes=[*lifter.shapes(result, theme, told=told)],
        annotations=[_refused(result, theme)],
        margin={"l": 12, "r": 20, "t": theme.em(0.8), "b": theme.em(3.6)},
    )


def _heading(result):
    words = (
        f"load ÷ limit = lifting index <b>{index(result.index)}</b>"
        if result.index != float("inf")
        else "no load is recommended here"
    )
    if result.composite is not None:
        words += f"<br>both lifts together: composite <b>{index(result.composite)}</b>"
    return words


def _refused(result, theme):
    words = "<br>".join(textwrap.wrap(result.refusal, 27))
    return {
        "xref": "paper",
        "yref": "paper",
        "x": _LEFT + 0.01,
        "y": 0.7,
        "xanchor": "left",
        "yanchor": "middle",
        "showarrow": False,
        "align": "left",
        "font": theme.text(None, 1.15),
        "visible": bool(result.refusal),
        "text": f"<b>The equation does not apply.</b><br><br>{words}",
    }
