"""Where a walk can go (walk.py), and with what: the four ways into the course, the browsers, and kinds of readers."""

from contextlib import contextmanager

from tools.doors import JupyterDoor
from tools.lab import ROOT, chrome, lab_server, new_page

#: What a reader has: his window, and how he walks.
PROFILES = {
    "desk": {"page": {}, "walks": {}},
    "phone": {
        "page": {"width": 390, "height": 844, "has_touch": True},
        "walks": {"finger": True, "wide": (390, 844, 360)},
    },
    "calm": {"page": {"reduced_motion": True}, "walks": {}},
    "forced": {"page": {"forced_colors": "active"}, "walks": {}},
}
#: How often a notebook is opened until all of it has come in time.
TRIES = 4


class _Jupyter:
    """JupyterLab or Notebook 7."""

    def __init__(self, make_page, address, host):
        self.names = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
        self._make_page, self._address, self._host = make_page, address, host

    def open(self, name):
        """Return a door into a notebook that has been run."""
        for _ in range(TRIES):
            if door := JupyterDoor.open(self._make_page(), self._address, name, host=self._host):
                return door
        raise RuntimeError(f"{name} did not come in time, {TRIES} times: this machine is too busy.")


@contextmanager
def pages(wanted):
    """Run a browser; yields what makes a page in it, in a fresh profile."""
    given = PROFILES[wanted.profile]["page"]
    with chrome() as running:
        yield lambda: new_page(running, **given)


def _jupyter(host):
    @contextmanager
    def run(wanted):
        with pages(wanted) as make_page, lab_server() as address:
            yield _Jupyter(make_page, address, host)

    return run


#: Name -> what runs it.
HOSTS = {"lab": _jupyter("lab/tree"), "notebook": _jupyter("notebooks")}
