"""Measure everything on this machine, print one table, and write it to docs/benchmarks.md.

    python benchmarks/run.py [--only browser class growth models pages processes] [--part PART ...] [--no-write]

Needs the ``test`` extra and a Chromium. The whole takes about twenty minutes; keep the machine quiet meanwhile.
"""

import argparse
import datetime
import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import in_browser, in_class, in_growth, in_models, in_pages, in_processes  # noqa: E402
from spine_edu.registry import REGISTRY  # noqa: E402

_HEAD = ("what", "measured", "result", "ratio", "target", "met")
_PAGE = """# How fast it is

Written by `python benchmarks/run.py`; do not edit by hand. Measured on {date}, on {cores} cores with {memory:.0f} GB of
memory, with {versions}. One-minute load when it began: {load:.1f} (below about {cores} means that nothing else was
running).

Kernel, server and browser share the machine and the browser paints without a graphics card, so milliseconds are worse
than on a laptop. **Ratios carry over; milliseconds do not.** Each ratio compares two things measured in the same run,
taking turns. How each row is measured stands in `benchmarks/`; why the view is built this way, in
[decisions/0001-view.md](decisions/0001-view.md).

{table}
{growth}{remarks}"""


def main():
    """Read the command line, measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = ["browser", "class", "growth", "models", "pages", "processes"]
    parser.add_argument("--only", nargs="+", choices=kinds, default=kinds)
    parser.add_argument("--part", nargs="+", choices=list(REGISTRY), default=list(REGISTRY))
    parser.add_argument("--moves", type=int, default=30, help="slider moves of each explorer")
    parser.add_argument("--students", type=int, default=20, help="kernels of the class")
    parser.add_argument("--no-write", action="store_true", help="print only")
    wanted = parser.parse_args()
    load, rows = os.getloadavg()[0], []
    if "processes" in wanted.only:
        rows += in_processes.rows()
    if "class" in wanted.only:
        rows += in_class.rows(wanted.students)
    if "models" in wanted.only:
        rows += in_models.rows()
    if "growth" in wanted.only:
        rows += in_growth.rows()
    if "browser" in wanted.only:
        stormed = [part for part in wanted.part if part in in_browser.STORMED]
        rows += [in_browser.opening(), *in_browser.rows(wanted.part, stormed, wanted.moves)]
    if "pages" in wanted.only:
        rows += in_pages.rows()
    table = _table(rows)
    print(table)
    if not wanted.no_write:
        (ROOT / "docs" / "benchmarks.md").write_text(_page(table, load, "growth" in wanted.only), encoding="utf-8")


def _table(rows):
    lines = [_HEAD, ("---",) * len(_HEAD), *(row.cells() for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)


def _page(table, load, drawn):
    names = ("jupyterlab", "ipywidgets", "anywidget", "plotly", "libroadrunner", "pysd")
    versions = f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in names)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    remarks = Path(__file__).with_name("remarks.md").read_text(encoding="utf-8")
    return _PAGE.format(
        date=datetime.date.today().isoformat(),
        cores=os.cpu_count(),
        memory=memory,
        versions=versions,
        load=load,
        table=table,
        growth=in_growth.SHOWN if drawn else "",
        remarks=f"\n{remarks}",
    )


if __name__ == "__main__":
    main()
