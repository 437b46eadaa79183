"""A real JupyterLab in a real browser, for tests, benchmarks and for looking at explorers.

Needs Chromium (Debian's ``chromium`` or any found on the path) and the ``test`` extra.
"""

import ast
import functools
import http.server
import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parent.parent
#: What every page carries.
PROBE = (ROOT / "tools" / "probe.js").read_text(encoding="utf-8")
#: What anywidget says where Python did not answer within two seconds while a page was opened.
LATE = "[anywidget] Failed to initialize model."
#: How often a notebook is opened before that is a failure.
TRIES = 4
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-unsafe-swiftshader",
]


def chromium():
    """Return the path of a Chromium or Chrome on the path, else of the one Playwright installed, else None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    on_path = next((path for name in names if (path := shutil.which(name))), None)
    if on_path:
        return on_path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


@contextmanager
def lab_server(folder=ROOT / "notebooks", **environment):
    """Run a throw-away JupyterLab on `folder`; yields its address. Extra names go into its environment.

    What is done there is not kept in a reader's own file, unless ``SPINE_EDU_KEEP`` names one.
    """
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        places = {f"JUPYTER_{name}_DIR": f"{home}/{name.lower()}" for name in ("CONFIG", "DATA", "RUNTIME")}
        lab = {"JUPYTERLAB_SETTINGS_DIR": f"{home}/settings", "JUPYTERLAB_WORKSPACES_DIR": f"{home}/workspaces"}
        _settings(Path(lab["JUPYTERLAB_SETTINGS_DIR"]))
        server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "jupyterlab",
                "--no-browser",
                f"--port={port}",
                "--ip=127.0.0.1",
                "--allow-root",
                "--IdentityProvider.token=",
                "--ServerApp.password=",
                "--LabApp.expose_app_in_browser=True",
                "--JupyterNotebookApp.expose_app_in_browser=True",
                f"--ServerApp.root_dir={folder}",
                "--ServerApp.disable_check_xsrf=True",
            ],
            # A reader's Python keeps its bytecode.
            env={**os.environ, **places, **lab, "SPINE_EDU_KEEP": "no", "PYTHONDONTWRITEBYTECODE": "", **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/api/status", server)
            yield address
        finally:
            server.terminate()
            server.wait(20)


def free_port():
    """Return the number of a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _settings(folder):
    quiet = {
        "@jupyterlab/apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false}',
        "@jupyterlab/docmanager-extension/plugin": '{"autosave": false}',
        "@jupyterlab/notebook-extension/tracker": '{"windowingMode": "none"}',
    }
    for name, text in quiet.items():
        path = folder / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def wait_for(address, server, seconds=90):
    """Wait until a server that is starting answers; RuntimeError if it does not."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError("The server stopped before it was ready.")
        try:
            return urllib.request.urlopen(address, timeout=2)
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"The server was not ready after {seconds} s.")


@contextmanager
def handed_out(folder):
    """Hand out a built site as the classroom kit does; yields its address, under the name of the folder."""
    spec = importlib.util.spec_from_file_location("serve", ROOT / "website" / "kit" / "serve.py")
    kit = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kit)
    handler = functools.partial(kit.Handler, directory=folder.parent)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{folder.name}"
        server.shutdown()


@contextmanager
def chrome():
    """Run a Chromium; yields Playwright's browser, for `new_page`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=_FLAGS)
        try:
            yield running
        finally:
            running.close()


def new_page(running, *, width=1280, height=1000, reduced_motion=False, **more):
    """Return a page in a fresh profile of a `chrome`, with nothing but this machine reachable; it carries probe.js.

    Other keywords, such as ``has_touch``, go to Playwright.
    """
    motion = "reduce" if reduced_motion else "no-preference"
    context = running.new_context(viewport={"width": width, "height": height}, reduced_motion=motion, **more)
    context.set_default_timeout(60_000)
    context.route(
        lambda url: "127.0.0.1" not in url and not url.startswith(("data:", "blob:")), lambda route: route.abort()
    )
    context.add_init_script(PROBE)
    return context.new_page()


@contextmanager
def browser(**wanted):
    """Open a Chromium with one page; yields the page. Keywords as for `new_page`."""
    with chrome() as running:
        yield new_page(running, **wanted)


def rest(page, ms):
    """Wait `ms` milliseconds, and on for as long as Python has not answered or the page has not painted the answer.

    Where Python is kept from answering, for a test, ``page.wait_for_timeout`` is the one to take.
    """
    page.evaluate("ms => spineProbe.rest(ms)", ms)


def answer(expression, reply):
    """Return what a kernel's reply says of an expression that made JSON; RuntimeError if it raised."""
    if reply["status"] != "ok":
        raise RuntimeError(f"{expression}: {reply['ename']}: {reply['evalue']}")
    return json.loads(ast.literal_eval(reply["data"]["text/plain"]))


class Notebook:
    """One notebook open in JupyterLab, or in Notebook 7.

    Parameters
    ----------
    page : playwright.sync_api.Page
    address : str
        Of a `lab_server`.
    path : str
        Of the notebook, in the folder of the server.
    host : {"lab/tree", "notebooks"}
        Which of the two front ends opens it; both are served at the same address.

    Attributes
    ----------
    page : playwright.sync_api.Page
    errors : list of str
        Uncaught errors of the page and error outputs of the kernel, as they come.
    """

    def __init__(self, page, address, path, *, host="lab/tree"):
        self.page, self.errors = page, []
        page.on("pageerror", lambda error: self.errors.append(f"page: {error}"))
        self._open(f"{address}/{host}/{path}?reset", host)

    def _open(self, address, host):
        self._again, page = (address, host), self.page
        page.goto(address)
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        page.wait_for_function("window.jupyterapp?.shell.currentWidget?.sessionContext?.isReady")
        if host == "lab/tree":
            page.evaluate(
                "jupyterapp.commands.execute('application:toggle-left-area')"
                ".then(() => jupyterapp.shell.collapseLeft())"
            )
        # What a callback prints or raises is in no cell, so it is read off the line.
        page.evaluate("""() => { window.spineTrouble = [];
            jupyterapp.shell.currentWidget.sessionContext.iopubMessage.connect((_, { header, content }) => {
                if (header.msg_type === "error") spineTrouble.push(`${content.ename}: ${content.evalue}`);
                // JupyterLab asks a kernel for its widgets before ipywidgets is there to answer; that is no trouble.
                if (header.msg_type === "stream" && content.name === "stderr"
                    && !content.text.startsWith("No such comm")) spineTrouble.push(content.text);
            }); }""")

    def run_all(self, seconds=120):
        """Run every cell and wait until the kernel is idle and each explorer is drawn.

        Where the machine was too busy for anywidget, which gives up after two seconds, the page is opened anew.

        Raises
        ------
        RuntimeError
            If a cell fails: the message is the kernel's.
        """
        self._until_all_are_there(lambda: self._run(seconds))

    def wait_for(self, many, seconds=120):
        """Wait until a notebook that was run before shows its explorers again, `many` of them; opened anew as above."""
        ready = "document.querySelectorAll('.spine-edu:has([data-ready])').length"

        def back():
            for _ in range(seconds * 5):
                if self._late() or (there := self.page.evaluate(ready)) == many:
                    return
                self.page.wait_for_timeout(200)
            raise RuntimeError(f"After {seconds} s {there} of {many} explorers are there. {self.errors}")

        self._until_all_are_there(back)

    def _late(self):
        return any(LATE in one for one in self.errors)

    def _until_all_are_there(self, wait):
        for _ in range(TRIES):
            wait()
            if not self._late():
                return
            self.errors[:] = [one for one in self.errors if LATE not in one]
            self._open(*self._again)
            # What the kernel still has comes back within anywidget's two seconds, if nothing is run meanwhile.
            self.page.wait_for_timeout(2500)
        raise RuntimeError(f"This machine was too busy for anywidget, {TRIES} times.")

    def _run(self, seconds):
        # What a committed notebook holds must not look like a run that is over.
        self.page.evaluate("jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
        self.page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells'); }")
        # A failed cell stops the run, so that the cells behind it never get a number.
        self.page.wait_for_function(
            """() => {
                const panel = jupyterapp.shell.currentWidget;
                const cells = panel.content.widgets.map(c => c.model)
                    .filter(m => m.type === 'code' && m.sharedModel.source.trim());
                const failed = cells.some(m => m.outputs.toJSON().some(o => o.output_type === 'error'));
                return panel.sessionContext.session?.kernel?.status === 'idle'
                    && (failed || cells.every(m => m.executionCount !== null));
            }""",
            timeout=seconds * 1000,
        )
        if errors := self.kernel_errors():
            raise RuntimeError(f"The notebook stopped: {errors[0]}")
        self.page.wait_for_function(
            """() => {
                const widgets = jupyterapp.shell.currentWidget.content.widgets
                    .flatMap(c => c.model.type === 'code' ? c.model.outputs.toJSON() : [])
                    .filter(o => 'application/vnd.jupyter.widget-view+json' in (o.data ?? {}));
                // A view stands in the page, empty, before its script is there to fill it.
                const filled = document.querySelectorAll('.jp-OutputArea-output.lm-Panel > .lm-Widget > *:first-child');
                return filled.length >= widgets.length
                    && [...document.querySelectorAll('.spine-edu-picture')].every(p => p.dataset.ready);
            }""",
            timeout=seconds * 1000,
        )

    def kernel_errors(self):
        """Return the error outputs that stand in the notebook, and what the kernel has said on stderr since opening."""
        return self.page.evaluate(
            """() => jupyterapp.shell.currentWidget.content.widgets.flatMap(c => c.model.type !== 'code' ? [] :
                c.model.outputs.toJSON().filter(o => o.output_type === 'error').map(o => o.ename + ': ' + o.evalue))
                .concat(spineTrouble)"""
        )

    def ask(self, expression):
        """Return the value of a Python expression in the kernel; it must fit into JSON. RuntimeError if it raises."""
        code = f"__import__('json').dumps({expression})"
        reply = self.page.evaluate(
            """code => jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute(
                {code: '', silent: true, user_expressions: {asked: code}}).done
                .then(reply => reply.content.user_expressions.asked)""",
            code,
        )
        return answer(expression, reply)

    def box(self, element):
        """Return the bounding box of a locator once it has stopped moving: a picture above it may still be coming."""
        element.scroll_into_view_if_needed()
        before, now = None, element.bounding_box()
        while now != before:
            self.page.wait_for_timeout(150)
            before, now = now, element.bounding_box()
        return now

    def cleared_up(self):
        """Return what the browser counts of the page once it has cleared up, such as ``Nodes``, by name."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Performance.enable")
        session.send("HeapProfiler.collectGarbage")
        metrics = session.send("Performance.getMetrics")["metrics"]
        session.detach()
        return {one["name"]: one["value"] for one in metrics}

    def close(self):
        """Stop the kernel and close the page."""
        self.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
        self.page.context.close()


def write_notebook(path, *cells):
    """Write a notebook with these code cells."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, path)


@contextmanager
def scratch_notebook(*cells):
    """Write a throw-away notebook with these code cells; yields its folder and name."""
    with tempfile.TemporaryDirectory() as folder:
        write_notebook(Path(folder) / "scratch.ipynb", *cells)
        yield Path(folder), "scratch.ipynb"
