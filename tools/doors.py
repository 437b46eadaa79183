"""The ways into the course that a walk (walk.py) goes through: a page, and the Python that it ought to agree with."""

import json

from tools.lab import ROOT, Notebook, rest

#: What the page of every door carries, besides probe.js.
SCRIPTS = [(ROOT / "tools" / name).read_text(encoding="utf-8") for name in ("drawn.js", "walk.js")]
_TOLD = (ROOT / "tools" / "told.py").read_text(encoding="utf-8")
#: What JupyterLab itself says in the console, on any notebook.
NOISE = ("Failed to load resource",)
#: What anywidget says of a model whose code has not come within two seconds: an empty place, until the page is loaded
#: again.
LATE = "[anywidget] Failed to initialize model."


def listen(page):
    """Return a list into which all comes that goes wrong in a page: uncaught errors and errors in the console."""
    wrong = []
    page.on("pageerror", lambda error: wrong.append(f"page: {error}"))

    def hear(message):
        if message.type == "error" and not message.text.startswith(NOISE):
            wrong.append(f"console: {message.text[:300]}")

    page.on("console", hear)
    return wrong


class JupyterDoor:
    """A notebook that is open and run in JupyterLab or Notebook 7.

    Parameters
    ----------
    book : tools.lab.Notebook
    wrong : list of str
        What has gone wrong in its page: see `listen`.
    """

    def __init__(self, book, wrong):
        self.book, self.page, self._wrong = book, book.page, wrong
        for script in SCRIPTS:
            self.page.evaluate(script)
        self.book.ask(f"exec({_TOLD!r}, globals().setdefault('_walk', {{}}))")
        self._cells = self.page.evaluate("spineWalk.cells()")

    @classmethod
    def open(cls, page, address, name, *, host="lab/tree"):
        """Open a notebook in a fresh page, and run it; None if the machine was too busy for anywidget."""
        wrong = listen(page)
        book = Notebook(page, address, name, host=host)
        book.run_all(seconds=240)
        if any(LATE in one for one in wrong):
            book.close()
            return None
        return cls(book, wrong)

    def rest(self, ms):
        """Wait `ms` milliseconds, and on until Python has answered and the page has painted that."""
        rest(self.page, ms)

    def told(self):
        """Return what Python has: see `tools.told.told`."""
        return self.book.ask("_walk['told']()")

    def figure(self, title):
        """Return the figure that Python would draw, as JSON; empty where there is none to compare with."""
        return self.book.ask(f"_walk['figure']({json.dumps(title)})")

    def trouble(self):
        """Return what has gone wrong in cells, callbacks, console and page since the start."""
        changed = (
            [] if self.page.evaluate("spineWalk.cells()") == self._cells else ["the cells of the notebook changed"]
        )
        return [*self._wrong, *self.book.kernel_errors(), *changed]

    def close(self):
        """Close page and kernel."""
        self.book.close()
