"""The ways into the course that a walk (walk.py) goes through: a page, and the Python that it ought to agree with."""

import json
import re
from math import isclose
from operator import eq

from tools.lab import LATE, ROOT, Notebook, answer, rest

#: What the page of every door carries, besides probe.js.
SCRIPTS = [(ROOT / "tools" / name).read_text(encoding="utf-8") for name in ("drawn.js", "walk.js")]
_TOLD = (ROOT / "tools" / "told.py").read_text(encoding="utf-8")
#: What the front ends themselves say, on any notebook: Voila brings fewer modules than the extensions of JupyterLab ask
#: for, and Notebook 7 has no settings (their "schema") for some of them.
NOISE = (
    "Failed to load resource",
    "Error: The getter for the shared module is not a function.",
    "Cannot read properties of undefined (reading 'schema')",
)


def listen(page):
    """Return a list into which all comes that goes wrong in a page: uncaught errors and errors in the console."""
    wrong = []

    def note(kind, text):
        if not text.startswith(NOISE):
            wrong.append(f"{kind}: {text[:300]}")

    page.on("pageerror", lambda error: note("page", str(error)))
    page.on("console", lambda message: message.type == "error" and note("console", message.text))
    return wrong


class _KernelDoor:
    """A page whose Python is a kernel that can be asked: `_ask` returns the value of an expression there."""

    #: Whether two texts say the same.
    same = staticmethod(eq)

    def _begin(self):
        """Put what a walk needs into page and kernel."""
        for script in SCRIPTS:
            self.page.evaluate(script)
        self._ask(f"exec({_TOLD!r}, globals().setdefault('_walk', {{}}))")

    def told(self):
        """Return what Python has: see `tools.told.told`."""
        return self._ask("_walk['told']()")

    def figure(self, title):
        """Return the figure that Python would draw, as JSON; empty where there is none to compare with."""
        return self._ask(f"_walk['figure']({json.dumps(title)})")


class JupyterDoor(_KernelDoor):
    """A notebook that is open and run in JupyterLab or Notebook 7.

    Parameters
    ----------
    book : tools.lab.Notebook
    wrong : list of str
        What has gone wrong in its page: see `listen`.
    """

    def __init__(self, book, wrong):
        self.book, self.page, self._wrong, self._ask = book, book.page, wrong, book.ask
        self._begin()
        self._cells = self.page.evaluate("spineWalk.cells()")

    @classmethod
    def open(cls, page, address, name, *, host="lab/tree"):
        """Open a notebook in a fresh page, and run it."""
        wrong = listen(page)
        book = Notebook(page, address, name, host=host)
        book.run_all(seconds=240)
        # What came too late had the page opened anew.
        wrong[:] = [one for one in wrong if LATE not in one]
        return cls(book, wrong)

    def rest(self, ms):
        """Wait `ms` milliseconds, and on until Python has answered and the page has painted that."""
        rest(self.page, ms)

    def trouble(self):
        """Return what has gone wrong in cells, callbacks, console and page since the start."""
        changed = (
            [] if self.page.evaluate("spineWalk.cells()") == self._cells else ["the cells of the notebook have changed"]
        )
        return [*self._wrong, *self.book.kernel_errors(), *changed]

    def close(self):
        """Close page and kernel."""
        self.book.close()


class VoilaDoor(_KernelDoor):
    """A notebook as Voila shows it: no cells, and a kernel that does only what widgets ask of it.

    Parameters
    ----------
    page : playwright.sync_api.Page
    address : str
        Of the server.
    name : str
        Of the notebook.
    client : callable
        Returns a client of the newest kernel of the server: there is no other way to ask it.
    """

    def __init__(self, page, address, name, client):
        self.page, self._wrong = page, listen(page)
        page.goto(f"{address}/voila/render/{name}")
        page.wait_for_function(
            "document.querySelectorAll('.spine-edu').length && document.readyState === 'complete'"
            " && [...document.querySelectorAll('.spine-edu-picture')].every(one => one.dataset.ready)",
            timeout=240_000,
        )
        self._kernel = client()
        self._begin()

    def _ask(self, expression):
        number = self._kernel.execute("", silent=True, user_expressions={"asked": f"_json({expression})"})
        while (reply := self._kernel.get_shell_msg(timeout=60))["parent_header"].get("msg_id") != number:
            pass
        return answer(expression, reply["content"]["user_expressions"]["asked"])

    def rest(self, ms):
        """Wait `ms` milliseconds, and on until Python has answered and the page has painted that."""
        rest(self.page, ms)
        self._ask("0")
        rest(self.page, 60)

    def trouble(self):
        """Return what has gone wrong in page, console and callbacks."""
        return self._wrong

    def close(self):
        """Close the page; Voila ends the kernel."""
        self._kernel.stop_channels()
        self.page.context.close()


class SiteDoor:
    """A page of the site; the Python beside it is this one, in which all is done again that the page asks of its own.

    Parameters
    ----------
    page : playwright.sync_api.Page
    address : str
        Of the page.
    """

    def __init__(self, page, address):
        from spine_edu.explorer.prediction import forget_all
        from website.door import Door

        forget_all()
        self.page, self._wrong, self._door = page, listen(page), Door()
        page.goto(address)
        for script in SCRIPTS:
            page.evaluate(script)
        page.evaluate(_WAKE)
        self.rest(100)

    #: 239.5 becomes 239 on one machine and 240 on another.
    same = staticmethod(lambda one, other: one == other or _rounded_otherwise(one, other))

    def rest(self, ms):
        """Wait `ms` milliseconds, and on until the worker has answered and the page has painted that."""
        rest(self.page, ms)

    def told(self):
        """Return what Python has: see `tools.told.told`."""
        from tools.told import told

        for job in self.page.evaluate("spineProbe.worker.jobs.splice(0)"):
            getattr(self._door, job["call"])(*job["given"])
        opened = self._door._open.values()
        return told([one.session for one in opened if hasattr(one, "session")])

    def figure(self, _):
        """Return nothing: that figures are the same is held by tests/website/test_parity.py."""
        return ""

    def trouble(self):
        """Return what has gone wrong in page and console."""
        return self._wrong

    def close(self):
        """Close the page."""
        self.page.context.close()


#: Comes near each explorer of a page, and wakes its Python.
_WAKE = """async () => {
    for (const place of document.querySelectorAll('.spine-site-place[data-light]')) {
        place.scrollIntoView({ block: 'center', behavior: 'instant' });
        while (!place.dataset.live) await new Promise((done) => setTimeout(done, 50));
        place.dispatchEvent(new PointerEvent('pointerover'));
    } }"""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")


def _rounded_otherwise(one, other):
    """Return whether two texts differ in the last digit of a number and nowhere else."""
    if _NUMBER.sub("", one) != _NUMBER.sub("", other):
        return False
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    return all(isclose(float(a), float(b), abs_tol=1.001 * 10.0 ** -len(b.partition(".")[2])) for a, b in pairs)
