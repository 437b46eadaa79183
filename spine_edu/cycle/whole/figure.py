"""The whole model of the cycle in five views; the state's ``view`` picks one."""

from spine_edu.cycle.whole import maps, ring
from spine_edu.cycle.whole.course import course, veiled
from spine_edu.cycle.whole.daily import daily, grown
from spine_edu.cycle.whole.hands import grips
from spine_edu.cycle.whole.timeline import timeline
from spine_edu.cycle.whole.words import on_day
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

__all__ = ["can_play", "figure", "frames", "grips", "veiled"]


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the view of a run that its state asks for.

    Parameters
    ----------
    result, held : CycleResult
    theme : Theme
    prediction : tuple of (float, float), optional
        Predicted pain as (day, rating) points; drawn on the course and the time line.
    """
    views = {
        "course": course,
        "return": maps.return_map,
        "map": maps.regime_map,
        "hysteresis": maps.hysteresis,
        "timeline": timeline,
    }
    return views[result.state.view](result, theme=theme, held=held, prediction=prediction)


def can_play(result):
    """Return whether the chosen view runs through days; only the course over time does."""
    return result.state.view == "course"


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the course as `Frames`, a day each: curves grow, and the numbers beside them follow."""
    end = result.days[-1]
    run = Frames(
        "day",
        (f"day {day} of {end}" for day in result.days),
        (on_day(result, day) for day in result.days),
        seconds=8,
        stride=7,
        controls={"look_day": result.days},
    )
    for name, columns in (daily(result, theme, prediction) | ring.daily(result, theme)).items():
        run.add(name, **columns)
    for name, counts in grown(result).items():
        run.reveal(name, counts)
    return run
