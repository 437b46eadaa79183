"""Rows measured on the course site in a real browser: how soon a page is read, touched and answered, at what cost."""

import gzip
import http.server
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.in_browser import BARE
from benchmarks.rows import Row
from tools.lab import Notebook, chrome, lab_server, new_page, scratch_notebook

ROOT = Path(__file__).resolve().parent.parent
CYCLE, LOOP = "notebooks/05_cycle.html", "explorer-loop"
ROUNDS, MOVES = 5, 10
#: What is aimed at: seconds, MB, seconds for a build, and times the bare round trip.
TEXT, PICTURE, COLD, AGAIN = 0.1, 0.35, 0.9, 0.7
ASLEEP, AWAKE, MEMORY, BUILD = 0.6, 7, 220, 180
#: Files of these kinds are compressed already; all others a static host compresses.
_PACKED = (".zip", ".png", ".woff2")

_READABLE = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime / 1000"
_LIVE = """name => new Promise((done) => {
    const look = () => (document.querySelector(`#${name}[data-live]`)
        ? requestAnimationFrame(() => done(performance.now() / 1000)) : requestAnimationFrame(look));
    look();
})"""
_TOUCH = """name => new Promise((done) => {
    const explorer = document.getElementById(name), main = explorer.querySelector('.spine-edu-main');
    const button = [...explorer.querySelectorAll('button')].find((one) => one.textContent.includes('rather look'));
    const begun = performance.now();
    const look = () => (main.inert ? requestAnimationFrame(look)
        : requestAnimationFrame(() => done((performance.now() - begun) / 1000)));
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    button.click();
    look();
})"""
_STEP = """async ([name, count]) => {
    const explorer = document.getElementById(name), found = [];
    const sliders = [...explorer.querySelectorAll('.spine-edu-slider')].filter((one) => one.checkVisibility());
    const watched = [...explorer.querySelectorAll('.spine-edu-picture, .spine-edu-sentence')];
    for (const slider of sliders) {
        for (let move = 0; move < count; move++) found.push((await spineProbe.step(slider, watched, 150)).ms);
        if (found.some(Boolean)) break;
    }
    return found.filter(Boolean);
}"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def served(folder):
    """Hand out a folder; yields its address."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def rows():
    """Return all rows of the site: it is built first."""
    begun = time.monotonic()
    subprocess.run([sys.executable, ROOT / "website" / "build.py"], check=True, stdout=subprocess.DEVNULL)
    took = time.monotonic() - begun
    folder = ROOT / "build" / "website"
    with served(folder) as address, chrome() as running:
        visits = [_visit(running, address, folder) for _ in range(ROUNDS)]
        found = [_row("text can be read", [one["text"] for one in visits], TEXT, "s")]
        found.append(_row("picture and controls of an explorer", [one["picture"] for one in visits], PICTURE, "s"))
        found.append(_row("first touch to paint, first visit", [one["cold"] for one in visits], COLD, "s"))
        found.append(_row("first touch to paint, second visit", [one["again"] for one in visits], AGAIN, "s"))
        found.append(_row("sent while Python sleeps", [one["asleep"] for one in visits], ASLEEP, "MB"))
        found.append(_row("sent in all, Python awake", [one["awake"] for one in visits], AWAKE, "MB"))
        found.append(_row("memory of the tab after use", [one["memory"] for one in visits], MEMORY, "MB"))
        found += _moves(running, address, folder)
    return [*found, _row("build of the whole site", [took], BUILD, "s")]


def _row(name, values, target, unit):
    value = median(values)
    digits = 2 if value < 10 else 0
    return Row("site", name, f"{value:.{digits}f} {unit}", target=f"≤ {target:g} {unit}", met=value <= target)


def _visit(running, address, folder):
    """Open the page of the cycle as a new reader, touch its loop, use it, and come back."""
    page, sent = new_page(running, reduced_motion=True), {}
    page.on("request", lambda request: sent.setdefault(request.url.partition("#")[0], None))
    page.goto(f"{address}/{CYCLE}#{LOOP}")
    found = {"picture": page.evaluate(_LIVE, LOOP), "text": page.evaluate(_READABLE)}
    found["asleep"] = _weight(sent, address, folder)
    found["cold"] = page.evaluate(_TOUCH, LOOP)
    page.evaluate(_STEP, [LOOP, MOVES])
    found["awake"] = _weight(sent, address, folder)
    found["memory"] = _memory(running)
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()
    page.evaluate(_LIVE, LOOP)
    found["again"] = page.evaluate(_TOUCH, LOOP)
    page.context.close()
    return found


def _weight(sent, address, folder):
    """Return the MB that a static host sends for what was asked for."""
    return sum(_sent_for(folder / url.removeprefix(f"{address}/").partition("?")[0]) for url in sent) / 1e6


def _sent_for(path):
    if not path.is_file():
        return 0
    content = path.read_bytes()
    return len(content) if path.suffix in _PACKED else len(gzip.compress(content, 6))


def _memory(running):
    """Return the MB that the process of the page has for itself, as the system counts it."""
    session = running.new_browser_cdp_session()
    kinds = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    used = []
    for process in kinds:
        if process["type"] == "renderer":
            lines = Path(f"/proc/{process['id']}/smaps_rollup").read_text(encoding="utf-8").splitlines()
            used.append(next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000)
    return max(used)


def _moves(running, address, folder):
    """Return the way from slider to paint for each explorer with a slider, beside the bare round trip in JupyterLab."""
    page = new_page(running, reduced_motion=True)
    found = []
    with scratch_notebook(BARE) as (place, name), lab_server(place) as lab:
        book = Notebook(new_page(running), lab, name)
        book.run_all()
        for path in sorted((folder / "notebooks").glob("*.html")):
            page.goto(f"{address}/notebooks/{path.name}")
            places = "places => places.map(({ id, dataset }) => [id, dataset.what])"
            for name, part in page.locator(".spine-site-place[data-dark]:not([id^=questions])").evaluate_all(places):
                moved = _moved(page, name)
                if moved:
                    found.append((part, median(moved), _bare(book)))
        book.close()
    page.context.close()
    return [_moved_row(*one) for one in found]


def _moved(page, name):
    page.locator(f"#{name}").scroll_into_view_if_needed()
    page.wait_for_selector(f"#{name}[data-live]")
    if page.locator(f"#{name} button:has-text('rather look')").count():
        page.evaluate(_TOUCH, name)
    page.wait_for_timeout(600)
    return page.evaluate(_STEP, [name, MOVES])


def _bare(book):
    moves = book.page.evaluate(
        """async count => { const found = [];
            const control = document.querySelector('.noUi-handle');
            const labels = [...document.querySelectorAll('.widget-label')];
            for (let move = 0; move < count; move++) found.push((await spineProbe.step(control, labels, 150)).ms);
            return found.filter(Boolean); }""",
        MOVES,
    )
    return median(moves)


def _moved_row(part, moved, bare):
    ratio = moved / bare
    against = f"the bare round trip in JupyterLab ({bare:.0f} ms)"
    return Row("site", f"slider to paint: {part}", f"{moved:.0f} ms", ratio, against, "≤ 1.0 ×", ratio <= 1)
