"""The cycle with the link that a treatment acts on, what was measured, and the course of pain below it."""

from spine_edu.cycle.diagram import BOXES
from spine_edu.cycle.treatments import usual_length
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import curve, mark
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT
from spine_edu.treatment.cycle import board, course, panel
from spine_edu.treatment.cycle.model import OnTheCycleState, simulate
from spine_edu.treatment.cycle.words import on_day

#: Height of the day's knob on the axis of pain.
_KNOB = 10.2
#: What is said where a run rests by itself.
_HALT = " This is the day that you were asked about: your number stands beside the others. Run goes on."
#: Where the course ends and where the panel of the difference begins, across the picture from 0 to 1.
ACROSS = (0.62, 0.64)


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of an `OnTheCycleResult`.

    Parameters
    ----------
    result, held : OnTheCycleResult
    theme : Theme
    prediction : float, optional
        How many points of 10 less pain the reader expected of a muscle relaxant on day 14.
    """
    asked = None if prediction is None else asked_level()
    drawn = [
        *board.traces(result, theme),
        *course.traces(result, theme, held, prediction, asked),
        *panel.traces(result, theme, prediction),
    ]
    for trace in drawn:
        # Of a point of the cycle or the panel, where it lies says nothing.
        plain = "text" in trace or "xaxis" in trace
        trace["hoverinfo"] = "none" if "customdata" in trace else "skip" if plain else "name+x+y"
    shapes = [*board.shapes(result, theme), *course.shapes(result, theme), *panel.shapes(result, theme, prediction)]
    return {"data": drawn, "layout": _layout(result, theme) | {"shapes": shapes}}


def asked_level():
    """Return the untreated pain from which the reader's mark is hung: of the question's person, on its day."""
    return simulate(OnTheCycleState()).untreated.rating[course.ASKED_DAY]


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the untreated course on the axes of pain: what the question is about."""
    plain = simulate(OnTheCycleState(treatment="none"))
    days = plain.days[: 2 * course.ASKED_DAY + 1]
    at = course.ASKED_DAY
    drawn = [
        curve(
            "Pain, untreated",
            list(days),
            [plain.untreated.rating[day] for day in days],
            theme.stroke("neutral") | {"dash": "dot"},
        ),
        mark("Untreated on that day", [at], [plain.untreated.rating[at]], theme.marker("neutral")),
        label(
            "Name of the curve",
            [days[-1]],
            [plain.untreated.rating[days[-1]]],
            ["Untreated"],
            theme.text("neutral"),
            "top right",
            cliponaxis=False,
        ),
    ]
    layout = theme.layout(
        height=course.height(theme) + theme.em(4.6),
        xaxis=theme.axis("Time (days)", range=[0, days[-1] * 1.3], tickvals=[0, 7, 14, 21, 28]),
        yaxis=theme.axis("Pain (0–10 rating)", range=[0, course.HIGHEST], tickvals=[0, 2, 4, 6, 8, 10]),
        margin={"l": theme.em(4.4), "r": theme.em(0.6), "t": theme.em(0.6), "b": theme.em(3.6)},
    )
    return {"data": drawn, "layout": layout}


def grips(result):
    """Return what can be dragged: the day looked at, and when each treatment begins and ends.

    Tracks go as far as the days that are shown: what lies beyond is set by the sliders, and stands at the end.
    """
    state, end, found = result.state, result.days[-1], []
    starts = ("start", state.treatment), ("second_start", state.second_treatment)
    for (name, treatment), (low, high) in zip(starts, course.LANES, strict=True):
        if treatment == "none":
            continue
        found.append(_up_to(state, name, end, lambda day, low=low: (day, low)))
        usual = usual_length(treatment)
        if name == "start" and usual is not None and state.start < end:
            most = min(state.declarations()["length"].high, (end - state.start) / usual)

            def ends(share, days=usual, top=high):
                return state.start + days * share, top

            found.append(_up_to(state, "length", most, ends))
    found.append(_up_to(state, "day", end, lambda day: (day, _KNOB)))
    return found


def touches(result):
    """Return what is pressed: the lane of each treatment, which takes it in hand."""
    end = result.days[-1]
    lanes = zip(course.slots(result.state), course.LANES, strict=True)
    return {
        "axes": ["xaxis", "yaxis"],
        "things": {f"fills:{name}": f"M0,{low}L{end},{low}L{end},{high}L0,{high}Z" for name, (low, high) in lanes},
    }


def _up_to(state, name, most, place):
    """Return a grip whose straight track ends at the value `most`."""
    low = state.declarations()[name].low
    return grip(state, name, place) | {"track": [[value, *place(value)] for value in (low, most)]}


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the course as `Frames`, a day each: boxes fill and empty, links light up, curves grow."""
    days = result.days
    halts = [course.ASKED_DAY] if prediction is not None and result.asked else []
    run = Frames(
        "day",
        (f"day {day} of {days[-1]}" for day in days),
        (on_day(result, day) + (_HALT if day in halts else "") for day in days),
        seconds=10,
        stride=7,
        controls={"day": days},
        halts=halts,
    )
    for node in board.FILLED:
        name = board.BOXES[node][2].replace("<br>", " ").lower()
        run.add(f"How much: {name}", path=[board.filled(result.treated, node, day, theme) for day in days])
    run.add("How much untreated", path=[board.untreated_levels(result.untreated, day, theme) for day in days])
    for number in (1, 2):
        run.add(f"Lit by treatment {number}", path=[board.lit(result, number, day, theme) for day in days])
    run.add("What adds pain", path=[board.adding(result, day, theme) for day in days])
    run.add("Spared", path=[board.spared(result, day, theme) for day in days])
    x, y, size = zip(*(board.flowing(result, day, theme) for day in days), strict=True)
    run.add("What flows", x=list(x), y=list(y), **{"marker.size": list(size)})
    for name, _ in course.AREAS:
        run.add(name, path=[course.area(result, name, day) for day in days])
    run.add("Day looked at", path=[course.day_line(day) for day in days])
    both = (result.untreated, result.treated)
    heights = [[course.height_of(result, one, day) for one in both] for day in days]
    run.add("On the day looked at", x=[[day] * 2 for day in days], y=heights)
    run.add("What the day shows", text=[[board.said_on(result, day)] for day in days])
    names = [course.ends(result, theme, here=day)[0] for day in days]
    run.add("Names of the curves", text=names)
    if result.state.plan:
        panel.play(run, result, theme, prediction)
    shown = course.drawn_days(days[-1])
    run.reveal("Treated", [sum(one <= day for one in shown) for day in days])
    return run


def _layout(result, theme):
    end = result.days[-1]
    below, words, above = course.height(theme), board.strip(theme), board.height(theme)
    whole = below + words + above
    hidden = {"visible": False, "fixedrange": True}
    low = board.UP[0] - words / board.per_unit(theme)
    days = list(range(0, end + 1, 28 if end < 100 else 112))
    name = BOXES[result.state.curve][2].replace("<br>", " ")
    return theme.layout(
        height=whole + theme.em(4),
        hoverdistance=40,
        xaxis=theme.axis("Time (days)", domain=[0, ACROSS[0]], range=[0, course.right_end(end, theme)], tickvals=days),
        yaxis=theme.axis(
            f"{name} (0–10)",
            domain=[0, below / whole],
            range=[course.LOWEST, course.HIGHEST],
            tickvals=[0, 2, 4, 6, 8, 10],
        ),
        xaxis2={"range": list(board.ACROSS), "anchor": "y2", **hidden},
        yaxis2={"domain": [below / whole, 1], "range": [low, board.UP[1]], "anchor": "x2", **hidden},
        xaxis3={"domain": [ACROSS[1], 1], "range": [0, 1], "anchor": "y3", **hidden},
        yaxis3={"domain": [0, below / whole], "range": [panel.LOWEST, panel.HIGHEST], "anchor": "x3", **hidden},
        margin={"l": theme.em(4), "r": theme.em(0.6), "t": theme.em(0.8 if theme.large else 0.4), "b": theme.em(3.6)},
    )
