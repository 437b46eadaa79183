"""The course as a whole: its map, and whether this machine has what it needs."""

from importlib import metadata

from spine_edu import data
from spine_edu.explorer.frontend import backend

#: What makes explorers live, and since which version it is known to work.
_NEEDED = {"anywidget": (0, 9, 21), "ipywidgets": (8, 1, 5), "plotly": (6, 1), "ipykernel": (7, 4)}

_WAYS = {
    "live": "Explorers here are live: move a control and the picture follows.",
    "redraw": "Explorers here draw a new picture at each move; that is slower, and all the rest is the same.",
    "static": "Explorers here are still pictures with their sentence; set SPINE_EDU_WIDGETS=live to change that.",
}


class CourseMap:
    """The notebooks of the course with the question each one asks.

    >>> print(str(CourseMap()).splitlines()[0])
    00 Start here (20 min): What do I believe about backs today?
    """

    def __init__(self):
        self._rows = data.table("notebooks")

    def __str__(self):
        return "\n".join(f"{row.number} {row.title} ({row.minutes} min): {row.question}{self._later(row)}"
                         for row in self._rows)

    __repr__ = __str__

    @staticmethod
    def _later(row):
        return "" if row.ready == "yes" else " (to come)"

    def _repr_markdown_(self):
        lines = ["| no. | notebook | the question it asks | minutes |", "|---|---|---|---|"]
        for row in self._rows:
            title = f"[{row.title}]({row.file})" if row.ready == "yes" else f"{row.title}{self._later(row)}"
            lines.append(f"| {row.number} | {title} | {row.question} | {row.minutes} |")
        return "\n".join(lines)


def check_setup():
    """Return in words whether this machine has what the explorers need, and what to do if not."""
    wrong = [problem for name, least in _NEEDED.items() if (problem := _problem(name, least))]
    if wrong:
        return (" ".join(wrong) + " Run the set-up command of the README again, in the environment of this notebook; "
                "until then, SPINE_EDU_WIDGETS=static shows still pictures.")
    return f"Everything the course needs is here, and it needs no network. {_WAYS[backend()]}"


def _problem(name, least):
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        return f"{name} is missing."
    numbers = tuple(int(part) for part in found.split(".")[:3] if part.isdigit())
    return f"{name} is {found}; it must be {'.'.join(map(str, least))} or newer." if numbers < least else ""
