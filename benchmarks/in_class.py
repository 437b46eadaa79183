"""Rows of a class: what the kernels of students who have all run notebook 05 cost one machine. Linux only."""

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import repeat
from pathlib import Path

import nbformat
from jupyter_client import KernelManager

from benchmarks.rows import Row
from tools.lab import ROOT, lab_server

BOOK = ROOT / "notebooks" / "05_cycle.ipynb"


def rows(students):
    """Return the rows of one student and of a class of so many, all of them beginning at once."""
    yield _server()
    for count in dict.fromkeys((1, students)):
        began = time.perf_counter()
        with ExitStack() as running:
            # The kernels start one after another, as a hub starts them; what they run, they run at once.
            kernels = [running.enter_context(_kernel()) for _ in range(count)]
            with ThreadPoolExecutor(count) as pool:
                seconds = list(pool.map(_run, kernels, repeat(began)))
            spent = sum(_processor(kernel.provisioner.pid) for kernel in kernels) / count
            each = sum(_memory(kernel.provisioner.pid) for kernel in kernels) / count
        named = "1 kernel" if count == 1 else f"{count} kernels at once"
        yield Row("class", f"{named}, notebook 05 run: memory each", f"{each:.0f} MB")
        yield Row("class", f"{named}, notebook 05 run: processor time each, start included", f"{spent:.1f} s")
        yield Row("class", f"{named}, notebook 05 run: until the last is ready", f"{max(seconds):.0f} s")


def _server():
    """Return the row of a JupyterLab server that has sent its page to nobody yet: on a hub, each student has one."""
    with lab_server():
        pid = int(subprocess.check_output(["pgrep", "-P", str(os.getpid()), "-f", "jupyterlab"], text=True).split()[0])
        return Row("class", "JupyterLab’s server, nothing opened: memory", f"{_memory(pid):.0f} MB")


@contextmanager
def _kernel():
    manager = KernelManager()
    manager.start_kernel(cwd=str(BOOK.parent), env={**os.environ, "SPINE_EDU_KEEP": "no"})
    try:
        yield manager
    finally:
        manager.shutdown_kernel(now=True)


def _run(manager, began):
    """Run the notebook's cells; return the seconds since `began`. RuntimeError if a cell fails."""
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=300)
    for cell in nbformat.read(BOOK, 4).cells:
        if cell.cell_type == "code":
            reply = client.execute(cell.source, reply=True, timeout=300)["content"]
            if reply["status"] != "ok":
                raise RuntimeError(f"{reply['ename']}: {reply['evalue']}")
    client.stop_channels()
    return time.perf_counter() - began


def _memory(pid):
    """Return the memory of a process in MB, with its part of what it shares with others (Pss)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _processor(pid):
    """Return the seconds of processor time of a process."""
    words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
