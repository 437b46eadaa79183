"""Where a walk can go (walk.py), and with what: the four ways into the course, the browsers, and kinds of readers."""

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from tools import bidi
from tools.doors import JupyterDoor, SiteDoor, VoilaDoor
from tools.lab import ROOT, chrome, free_port, handed_out, lab_server, new_page, wait_for

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
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


class _Jupyter:
    """JupyterLab or Notebook 7."""

    def __init__(self, make_page, address, host):
        self.names = NOTEBOOKS
        self._make_page, self._address, self._host = make_page, address, host

    def open(self, name):
        """Return a door into a notebook that has been run."""
        return JupyterDoor.open(self._make_page(), self._address, name, host=self._host)


@contextmanager
def pages(wanted):
    """Run a browser; yields what makes a page in it, in a fresh profile."""
    given = PROFILES[wanted.profile]["page"]
    if wanted.browser == "firefox":
        with bidi.running_firefox(**given) as session:
            yield lambda: bidi.Page(session, **given)
    else:
        with chrome() as running:
            yield lambda: new_page(running, **given)


def _jupyter(host):
    @contextmanager
    def run(wanted):
        with pages(wanted) as make_page, lab_server() as address:
            yield _Jupyter(make_page, address, host)

    return run


class _Voila:
    """Voila, with a kernel for each page."""

    def __init__(self, make_page, address, kernels):
        self.names = NOTEBOOKS
        self._make_page, self._address, self._kernels = make_page, address, kernels

    def open(self, name):
        """Return a door into a notebook as Voila shows it."""
        return VoilaDoor(self._make_page(), self._address, name, self._client)

    def _client(self):
        from jupyter_client import BlockingKernelClient

        newest = max(self._kernels.rglob("kernel-*.json"), key=lambda path: path.stat().st_mtime)
        client = BlockingKernelClient(connection_file=str(newest))
        client.load_connection_file()
        client.start_channels()
        client.wait_for_ready(timeout=60)
        client.execute("import json; _json = json.dumps", silent=True, reply=True, timeout=60)
        return client


@contextmanager
def _voila(wanted):
    """Run Voila, which is no part of any extra: ``python -m uv pip install voila``."""
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, pages(wanted) as make_page:
        command = [sys.executable, "-m", "voila", str(ROOT / "notebooks"), "--no-browser", f"--port={port}"]
        command += ["--Voila.ip=127.0.0.1", f"--Voila.connection_dir_root={home}"]
        server = subprocess.Popen(
            command, env={**os.environ, "SPINE_EDU_KEEP": "no"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/", server)
            yield _Voila(make_page, f"http://127.0.0.1:{port}", Path(home))
        finally:
            server.terminate()
            server.wait(30)


class _Site:
    """The built site: a page for each notebook."""

    def __init__(self, make_page, address):
        self.names = [name.replace(".ipynb", ".html") for name in NOTEBOOKS]
        self._make_page, self._address = make_page, address

    def open(self, name):
        """Return a door into a page with all its explorers awake."""
        return SiteDoor(self._make_page(), f"{self._address}/notebooks/{name}")


@contextmanager
def _site(wanted):
    """Build the site, or take the one in SPINE_SITE, and hand it out."""
    os.environ["SPINE_EDU_KEEP"] = "no"
    with tempfile.TemporaryDirectory() as made, pages(wanted) as make_page:
        folder = Path(os.environ.get("SPINE_SITE") or Path(made) / "spine").resolve()
        if "SPINE_SITE" not in os.environ:
            subprocess.run([sys.executable, ROOT / "website" / "build.py", folder], check=True)
        with handed_out(folder) as address:
            yield _Site(make_page, address)


#: Name -> what runs it.
HOSTS = {"lab": _jupyter("lab/tree"), "notebook": _jupyter("notebooks"), "voila": _voila, "site": _site}
