"""The course as a whole: its map, and whether this machine has what it needs."""

import os
import sys
from importlib import metadata

from spine_edu import data
from spine_edu.explorer import shown
from spine_edu.explorer.frontend import backend
from spine_edu.keeping.store import ANSWERS, BELIEFS, NOTES, PREDICTIONS, kept
from spine_edu.tables import Words

#: What each way of showing needs, and since which version it is known to work.
_NEEDED = {
    "live": {"anywidget": "0.9.21", "ipywidgets": "8.1.5", "plotly": "6.1", "numpy": "2.0"},
    "redraw": {"ipywidgets": "8.1.5", "plotly": "6.1", "numpy": "2.0"},
    "static": {"plotly": "6.1", "numpy": "2.0"},
}
#: Colab's page draws ipywidgets 7; what it brings along was tried.
_IN_COLAB = {"ipywidgets": "7.7.1", "plotly": "5.24"}

_WAYS = {
    "live": "Explorers here are live: move a control and the picture follows.",
    "redraw": "Explorers here draw a new picture at each move; that is slower, and all the rest is the same.",
    "static": "Explorers here are still pictures with their sentence; set SPINE_EDU_WIDGETS=live to change that.",
}

#: Place -> what holds there, if nothing is missing.
_FINE = {
    "Jupyter": "Everything the course needs is here, and it needs no network.",
    "Jupyter elsewhere": "Everything the course needs is in this Python, but Jupyter itself runs in another one: "
    "if an explorer stays empty, install anywidget there, too, and reload the page.",
    "VS Code": "Everything the course needs is here; if VS Code asks whether widgets may load scripts, allow it.",
    "Colab": "Everything the course needs is here, as long as pip leaves Colab its own ipywidgets 7: "
    "what you add, add with %pip install --no-deps.",
    "JupyterLite": "Everything the course needs is in this page, Python too; if an explorer stays empty, the page "
    "was built without anywidget: run %env SPINE_EDU_WIDGETS=redraw, and its cell again.",
    "terminal": "Everything the course needs is here, but no page to show it on: an explorer's describe() says "
    "in words what it shows, and jupyter lab opens the notebooks.",
}

#: Place -> what to do there, if something is missing.
_MEND = {
    "Colab": "Run %pip install {wanted} and then Restart session in the menu Runtime.",
    "JupyterLite": "Run %pip install {wanted} here, and this cell again.",
}
_MEND_ELSEWHERE = (
    "Run the set-up command of the README again, or python -m pip install {wanted}, "
    "in the environment of this notebook, and restart the kernel."
)


class CourseMap:
    """The notebooks of the course with the question each one asks, its minutes, and what the reader has done in it.

    >>> print(str(CourseMap()).splitlines()[0])
    00 Start here (25 min): What do I believe about backs today?
    """

    def __init__(self):
        self._rows = data.table("notebooks")

    def done(self):
        """Return the number of a notebook -> what the reader has done there, in words; only where there is something.

        >>> CourseMap().done()
        {}
        """
        kept().refresh()
        return {row.number: words for row in self._rows if (words := _done(row))}

    def __str__(self):
        done = self.done()
        return "\n".join(
            f"{row.number} {row.title} ({row.minutes} min): {row.question}{self._later(row)}"
            + (f" You have: {done[row.number]}." if row.number in done else "")
            for row in self._rows
        )

    __repr__ = __str__

    @staticmethod
    def _later(row):
        return "" if row.ready == "yes" else " (to come)"

    def _repr_markdown_(self):
        done, lines = self.done(), ["| no. | notebook | the question it asks | minutes |", "|---|---|---|---|"]
        if done:
            lines = [f"{lines[0]} what you have done |", f"{lines[1]}---|"]
        for row in self._rows:
            title = f"[{row.title}]({row.file})" if row.ready == "yes" else f"{row.title}{self._later(row)}"
            cells = [row.number, title, row.question, str(row.minutes), *([done.get(row.number, "")] if done else [])]
            lines.append(f"| {' | '.join(cells)} |")
        return "\n".join(lines)


def _done(row):
    """Return in words what a reader has done in one notebook; nothing if nothing."""
    store, topic = kept(), row.file[3:].removesuffix(".ipynb")
    rows = [*data.table("questions"), *data.table("tasks")]
    asked = dict.fromkeys(one.question for one in rows if one.notebook == row.number)
    answered = sum(key in store.all(ANSWERS) for key in asked)
    predicted = sum(part.startswith(f"{topic}_") for part in store.all(PREDICTIONS))
    believed = len(store.all(BELIEFS)) if row.number == "00" else 0
    found = [
        f"{believed} of {len(data.table('beliefs'))} beliefs" if believed else "",
        f"{predicted} prediction{'s' if predicted > 1 else ''}" if predicted else "",
        f"{answered} of {len(asked)} questions" if answered else "",
        "your words" if row.number in store.all(NOTES) else "",
    ]
    return ", ".join(filter(None, found))


def check_setup():
    """Return in words whether this machine has what the explorers need, and what to do if not."""
    return Words(_setup())


def _setup():
    try:
        way = backend()
    except ValueError as error:
        return str(error)
    place = _place()
    wrong = {name: problem for name, least, below in _needed(way, place) if (problem := _problem(name, least, below))}
    if not wrong:
        return _FINE[place] if place == "terminal" else f"{_FINE[place]} {_WAYS[way]}"
    wanted = " ".join(f'"{name}{_bounds(least, below)}"' for name, least, below in _needed(way, place) if name in wrong)
    mend = [*wrong.values(), _MEND.get(place, _MEND_ELSEWHERE).format(wanted=wanted)]
    if "plotly" not in wrong and "numpy" not in wrong:
        mend.append("Until then, SPINE_EDU_WIDGETS=static shows still pictures.")
    return " ".join(mend)


def _place():
    """Return where this Python runs: a key of `_FINE`."""
    if sys.platform == "emscripten":
        return "JupyterLite"
    if "COLAB_RELEASE_TAG" in os.environ:
        return "Colab"
    here = shown.shell()
    if getattr(here, "kernel", None) is None:
        return "terminal"
    if "VSCODE_PID" in os.environ or "__vsc_ipynb_file__" in here.user_ns:
        return "VS Code"
    return "Jupyter" if _version("jupyterlab") or _version("notebook") else "Jupyter elsewhere"


def _needed(way, place):
    """Return triples of a package's name, the least version of it, and the version that is too new or None."""
    needed = {name: (least, None) for name, least in _NEEDED[way].items()}
    if place == "Colab":
        needed |= {
            name: (least, "8" if name == "ipywidgets" else None) for name, least in _IN_COLAB.items() if name in needed
        }
    # ipykernel 7.1 to 7.3 run a slider's callback in a second thread; JupyterLite has a kernel of its own.
    if place not in ("JupyterLite", "terminal") and (7, 1) <= _numbers(_version("ipykernel") or "") < (7, 4):
        needed["ipykernel"] = ("7.4", None)
    return [(name, *bounds) for name, bounds in needed.items()]


def _version(name):
    """Return the version of an installed package, or None."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _problem(name, least, below):
    found = _version(name)
    if found is None:
        return f"{name} is missing."
    if _numbers(found) < _numbers(least):
        return f"{name} is {found}; it must be {least} or newer."
    if below and _numbers(found) >= _numbers(below):
        return f"{name} is {found}; it must be older than {below} here."
    return ""


def _bounds(least, below):
    return f">={least},<{below}" if below else f">={least}"


def _numbers(version):
    return tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
