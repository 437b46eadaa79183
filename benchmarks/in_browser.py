"""Rows measured in a real JupyterLab in a real browser: from the hand to the paint."""

import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.delay import delayed
from benchmarks.rows import Row, centile
from spine_edu.registry import REGISTRY
from tools.lab import Notebook, chrome, lab_server, new_page, scratch_notebook, write_notebook

BARE = """import ipywidgets as w
slider, label = w.IntSlider(50), w.Label("50")
slider.observe(lambda change: setattr(label, "value", str(change.new)), "value")
w.VBox([slider, label])"""
#: No paint and no message for so many ms means: this move is over.
QUIET = 150
STORM, PLAYED, DELAY = 2, 1, 0.075
#: How much dearer than the bare round trip a move may be, at the median and at the 95th centile; kB it may send.
RATIO, LATE_RATIO, KB = 1.6, 3, 8
#: Explorers with limits of their own: two that solve many courses at each move, and one that draws solids.
RATIOS, KBS = {"cycle_model": 2.0, "cycle_mystery": 2.0, "anatomy_column": 4.0}, {"anatomy_column": 10}
#: Beside the one message of an update the kernel says busy and idle.
MESSAGES = 3
#: MB that a page may receive: what every page needs, and each explorer on it; 4 MB for sixteen.
PAGE_MB, EXPLORER_MB = 1.6, 0.15
#: Explorers on a page that is timed: more than any notebook has.
MOST = 16
#: The explorer that is moved without end, and how often, before and after what it holds is counted.
LONG, FEW, MANY = "cycle_model", 500, 5000
#: What is set first in an explorer in which nothing else moves before.
SET = {"start_forecast": "trial='peul'"}
#: Explorers that are dragged and played, too.
STORMED = ("start_practice", *(part for part in REGISTRY if part.startswith("cycle")))

_INSIDE = """async ([index, watched, name, rest, which]) => {
    const cell = document.querySelectorAll(".jp-Notebook .jp-Cell")[index];
    cell.scrollIntoView();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const lists = [...cell.querySelectorAll(".spine-edu-main select")].slice(1);
    // The bare round trip has a slider of ipywidgets.
    const sliders = cell.querySelectorAll(".noUi-handle, .spine-edu-slider");
    const control = [...sliders, ...lists].filter((one) => one.checkVisibility())[which];
    const nodes = [...cell.querySelectorAll(watched)];
    if (name === "step") {
        const moves = [];
        for (let count = 0; count < rest; count++) moves.push(await spineProbe.step(control, nodes, 150));
        return moves;
    }
    if (name === "hurry") {
        for (let count = 0; count < rest; count++) {
            const before = { ...spineProbe.traffic };
            spineProbe.nudge(control);
            await spineProbe.answered(before, 0);
        }
        return rest;
    }
    if (name === "drag") return spineProbe.drag(control, nodes, rest, 400);
    return spineProbe.play(cell, rest);
}"""


class Cell:
    """One cell of an open notebook, to be moved, dragged and played."""

    def __init__(self, book, index, part=None):
        self.page, self.index, self.part = book.page, index, part
        self.watched = ".spine-edu-picture, .spine-edu-sentence" if part else ".widget-label"
        self.moves, self.which = [], 0

    def _inside(self, name, rest):
        return self.page.evaluate(_INSIDE, [self.index, self.watched, name, rest, self.which])

    def move(self, count):
        """Move the first control that shows something `count` times and keep what each move cost."""
        painted = [move for move in self._inside("step", count) if move["ms"] is not None]
        if not painted and not self.moves:
            self.which += 1
            return self.move(count)
        self.moves += painted

    def drag(self):
        """Drag the first slider to and fro; ms is from release to the last paint."""
        return self._inside("drag", STORM)

    def play(self):
        """Press Run, wait, press Pause."""
        return self._inside("play", PLAYED)

    def hurry(self, count):
        """Move the first slider so many times, each as soon as the one before is answered."""
        self._inside("hurry", count)

    def held(self, book):
        """Return the MB that page and kernel hold, and how many nodes the page has, once both have cleared up."""
        self.page.wait_for_timeout(1500)
        page = book.cleared_up()
        kernel = book.ask(
            "[__import__('gc').collect(), int(open('/proc/self/smaps_rollup').read().split('Pss:')[1].split()[0])][1]"
        )
        return {
            "page": page["JSHeapUsedSize"] / 1e6,
            "kernel": kernel / 1e3,
            "nodes of the page": page["Nodes"],
        }

    def has(self, selector):
        """Return whether the cell shows such an element."""
        return self.page.evaluate(
            "([index, selector]) => [...document.querySelectorAll('.jp-Notebook .jp-Cell')[index]"
            ".querySelectorAll(selector)].some(node => node.checkVisibility())",
            [self.index, selector],
        )

    def middle(self, name):
        """Return the median of a column of `moves`."""
        return median(move[name] for move in self.moves)

    @property
    def times(self):
        """Milliseconds from key to paint, one a move."""
        return [move["ms"] for move in self.moves]


def rows(parts=tuple(REGISTRY), stormed=STORMED, count=30):
    """Return all rows of the browser.

    Parameters
    ----------
    parts : sequence of str
        Explorers whose way from slider to paint is timed.
    stormed : sequence of str
        Explorers that are also dragged, played, and dragged from far away.
    count : int
        Moves of each; they come in blocks, taking turns, so that a busy moment hits all alike.
    """
    found = []
    with tempfile.TemporaryDirectory() as folder:
        # Under a question nothing is drawn, so nothing could be timed.
        with lab_server(folder, SPINE_EDU_ASK_FIRST="no") as address, chrome() as running:
            for first in range(0, len(parts), MOST):
                found += _page_rows(running, address, folder, parts[first : first + MOST], count)
            _write(folder, "some.ipynb", stormed)
            book, _ = opened(running, address, "some.ipynb")
            _, *shown = _cells(book, stormed)
            found += [*_storm_rows(book, shown), *_play_rows(shown), _errors(book)]
            book.close()
            with delayed(int(address.rpartition(":")[2]), DELAY) as far:
                book, _ = opened(running, f"http://127.0.0.1:{far}", "some.ipynb")
                found += _far_rows(book, *_cells(book, stormed))
                book.close()
            found += _long_rows(running, address, folder)
    return found


def _page_rows(running, address, folder, parts, count):
    """Return the rows of a page of explorers: opened, moved and weighed."""
    _write(folder, "page.ipynb", parts)
    book, first = opened(running, address, "page.ipynb")
    # The way to the answer is timed; how long things then glide to their places is a choice of ours.
    book.page.emulate_media(reduced_motion="reduce")
    bare, *shown = _cells(book, parts)
    for _ in range(3):
        for cell in shown:
            cell.move(count // 3)
            bare.move(max(2, count // 9))
    rows = [first, *_paint_rows(bare, shown), _errors(book)]
    book.close()
    return rows


def _long_rows(running, address, folder):
    """Return what page and kernel have more after thousands of moves of one slider than after the first hundreds."""
    _write(folder, "long.ipynb", [LONG])
    book, _ = opened(running, address, "long.ipynb")
    _, cell = _cells(book, [LONG])
    cell.hurry(FEW)
    before = cell.held(book)
    cell.hurry(MANY)
    after = cell.held(book)
    yield _errors(book)
    book.close()
    for name, unit, most in (("page", "MB", 2), ("kernel", "MB", 2), ("nodes of the page", "", 500)):
        more = after[name] - before[name]
        yield Row(
            f"{MANY:,} moves",
            f"{LONG}: {name}, more than after {FEW:,}",
            f"{more:.1f} {unit}".strip() if unit else f"{more:.0f}",
            target=f"≤ {most} {unit}".strip(),
            met=more <= most,
        )


def _write(folder, name, parts):
    write_notebook(
        Path(folder) / name,
        BARE,
        *(
            f"import spine_edu\ne{number} = spine_edu.{REGISTRY[part]}()\ne{number}.set({SET.get(part, '')})\ne{number}"
            for number, part in enumerate(parts, 1)
        ),
    )


def _cells(book, parts):
    return [Cell(book, index, part) for index, part in enumerate([None, *parts])]


def opening(part="start_practice"):
    """Return the row of opening one explorer: bytes over the kernel's line, and seconds until it can be used."""
    with (
        scratch_notebook(f"import spine_edu\nspine_edu.{REGISTRY[part]}()") as (folder, name),
        lab_server(folder) as address,
        chrome() as running,
    ):
        # The server's own first time; closed, because what lives in its kernel would come along with the next page.
        opened(running, address, name)[0].close()
        _, row = opened(running, address, name)
        return row


def opened(running, address, name):
    """Open a notebook and run it; return it and the row of what that cost."""
    page = new_page(running)
    book = Notebook(page, address, name)
    before = page.evaluate("({...spineProbe.traffic})")
    began = time.monotonic()
    book.run_all(seconds=300)
    seconds = time.monotonic() - began
    page.wait_for_timeout(1500)
    down = page.evaluate("spineProbe.traffic.down") - before["down"]
    figures, bundles = page.locator(".spine-edu-picture").count(), page.evaluate("spineProbe.bundles.length")
    what, most = "one explorer" if figures == 1 else f"{figures} explorers on a page", PAGE_MB + EXPLORER_MB * figures
    return book, Row(
        "open",
        f"run all cells, {what}",
        f"{down / 1e6:.2f} MB, {seconds:.1f} s, {bundles} bundle",
        target=f"≤ {most:.1f} MB, one bundle a page",
        met=down <= 1e6 * most and bundles == 1,
    )


def _paint_rows(bare, shown):
    middle, late = median(bare.times), centile(bare.times, 95)
    yield Row(
        "slider to paint", "bare round trip: IntSlider, observe, Label", f"p50 {middle:.0f} ms, p95 {late:.0f} ms", 1.0
    )
    for cell in shown:
        own, own_late = median(cell.times), centile(cell.times, 95)
        most = RATIOS.get(cell.part, RATIO)
        yield Row(
            "slider to paint",
            f"{cell.part}, median",
            f"{own:.0f} ms",
            own / middle,
            "bare",
            f"≤ {most:.1f} ×",
            own <= most * middle,
        )
        yield Row(
            "slider to paint",
            f"{cell.part}, p95",
            f"{own_late:.0f} ms",
            own_late / late,
            "bare",
            f"≤ {LATE_RATIO} ×",
            own_late <= LATE_RATIO * late,
        )
    for cell in shown:
        size, most = centile([move["down"] for move in cell.moves], 95), KBS.get(cell.part, KB)
        down, up = cell.middle("received"), cell.middle("sent")
        yield Row(
            "bytes an update",
            f"{cell.part}, p95",
            f"{size / 1000:.1f} kB down in {down:.0f} messages, {up:.0f} up",
            size / bare.middle("down"),
            "bare",
            f"≤ {most} kB, ≤ {MESSAGES} and 1 messages",
            size <= 1000 * most and down <= MESSAGES and up <= 1,
        )


def _storm_rows(book, shown):
    for cell in shown:
        if not cell.has(".spine-edu-slider"):
            continue
        storm, true = _storms(book, cell)
        yield Row(
            "drag of 2 s at 60 Hz",
            f"{cell.part}: last paint after release",
            f"{storm['ms']:.0f} ms ({storm['moves']} moves, {storm['sent']} sent)",
            target="≤ 150 ms, and true",
            met=storm["ms"] <= 150 and true,
        )


def _storms(book, cell, count=3):
    """Drag some times: the drag with the middle time, and whether every one ended on the truth."""
    storms = []
    for _ in range(count):
        storm = cell.drag()
        storms.append((storm["ms"], is_true(book, cell), storm))
    storms.sort(key=lambda one: one[0])
    return storms[count // 2][2], all(true for _, true, _ in storms)


def _play_rows(shown):
    for cell in shown:
        if not cell.has(".spine-edu-player button"):
            continue
        run = cell.play()
        yield Row(
            "playing",
            f"{cell.part}: paints a second, kernel messages",
            f"{run['rate']:.0f} /s, {run['received'] + run['sent']}",
            target="≥ 30 /s, 0",
            met=run["rate"] >= 30 and run["received"] + run["sent"] == 0,
        )


def _far_rows(book, bare, *shown):
    bare.move(8)
    trip = median(bare.times)
    yield Row("150 ms away", "bare round trip", f"{trip:.0f} ms", 1.0)
    for cell in shown:
        if not cell.has(".spine-edu-slider"):
            continue
        storm, true = _storms(book, cell)
        # One message is on its way while the hand lets go, and one more brings the last value: no queue.
        yield Row(
            "150 ms away",
            f"{cell.part}: last paint after release of the drag",
            f"{storm['ms']:.0f} ms, {storm['paintsAfter']} paints after it",
            storm["ms"] / trip,
            "bare",
            f"≤ {trip + 200:.0f} ms, ≤ 2 paints, and true",
            storm["ms"] <= trip + 200 and storm["paintsAfter"] <= 2 and true,
        )


def is_true(book, cell):
    """Return whether the page says what the kernel has, and every box and slider shows what the kernel has set."""
    name = f"e{cell.index}"
    said, controls, first, state = book.ask(
        f"[{name}.describe(), {name}.widget.card['controls'], {name}.first, vars({name}.state)]"
    )
    sentence, shown = book.page.evaluate(
        """index => {
        const cell = document.querySelectorAll(".jp-Notebook .jp-Cell")[index];
        const numbers = [...cell.querySelectorAll(".spine-edu-slider")].map(({ value, parentElement }) =>
            [Number(parentElement.querySelector("input[type=text]").value), Number(value)]);
        return [cell.querySelector(".spine-edu-sentence").textContent, numbers]; }""",
        cell.index,
    )
    ordered = [*first, *(key for key in controls if key not in first)]
    numbers = [(state[key], controls[key]) for key in ordered if "step" in controls[key]]
    return sentence == said and all(
        abs(box - value) < 1e-6 and abs(one["low"] + slider * one["step"] - value) < 1e-6
        for (box, slider), (value, one) in zip(shown, numbers, strict=True)
    )


def _errors(book):
    errors = book.errors + book.kernel_errors()
    return Row(
        "errors",
        "in page and kernel meanwhile",
        str(len(errors)) + "".join(f"; {e}" for e in errors),
        target="0",
        met=not errors,
    )
