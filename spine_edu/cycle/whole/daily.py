"""How the course of the whole model grows day by day: what the view needs to play it without the kernel."""

from spine_edu.cycle.curves import LINES, drawn_days
from spine_edu.cycle.whole.course import beside


def grown(result):
    """Return, for each line of the course, how many of its drawn points lie at or before each day.

    Returns
    -------
    dict
        Trace name -> list of int, one a day.
    """
    shown = drawn_days(result.days[-1])
    counts, reached = [], 0
    for day in result.days:
        while reached < len(shown) and shown[reached] <= day:
            reached += 1
        counts.append(reached)
    return dict.fromkeys([*(words for _, words in LINES.values()), "Disc pressure"], counts)


def daily(result, theme, prediction=None):
    """Return what changes from day to day beside the lines: the labels with their numbers, and the pressure.

    Returns
    -------
    dict
        Trace name -> columns, each with one entry a day, as `spine_edu.explorer.frames.Frames.add` takes them.
    """
    names = ["pain", *(name for name in LINES if name in result.state.shown)]
    heights = list(map(list, zip(*(result.levels(name) for name in names), strict=True)))
    words = [[f"{LINES[name][1]} {height:.1f}" for name, height in zip(names, today, strict=True)] for today in heights]
    named = heights
    if prediction:
        # The reader's own line stands still, and keeps its name.
        named = [[*today, prediction[-1][1]] for today in heights]
        words = [[*today, "You said"] for today in words]
    placed = [beside(today, result.state, theme) for today in named]
    ahead = [day < result.days[-1] for day in result.days]
    return {
        "Names of the lines": {"y": placed, "text": words},
        "Lines to the labels": {"visible": [not early for early in ahead]},
        "Last disc pressure": {
            "y": [[value] for value in result.pressure],
            "text": [[f"{value:.2f} MPa"] for value in result.pressure],
        },
        "Today": {"x": [[day] * len(names) for day in result.days], "y": heights},
    }
