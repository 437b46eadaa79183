"""The measurement behind docs/decisions/0004-one_widget.md: sixteen explorers as trees of ipywidgets, and as one widget
each, opened in turn in one run.

    python benchmarks/decision_0004.py

The trees are taken from this repository's own history, so it needs a checkout with git.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.in_browser import opened
from tools.lab import ROOT, chrome, lab_server, write_notebook

#: The last commit with the trees.
TREES = "84654cb2^"
ROUNDS = 5
#: All that the course had then.
EXPLORERS = (
    "Practice ArrowByArrow RunTheLoop WholeCycle MysteryPatient Column RootFinder WhoCanFeel PressureBoard "
    "LiftingCalculator OneMuscle InsideTheWall DayAndNight ShapeBuilder TwelveMonthsOfScans FindingsAndPain"
).split()


def main():
    """Open both, some rounds in turn, and print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "trees"
        content = subprocess.run(["git", "archive", TREES], cwd=ROOT, check=True, capture_output=True).stdout
        tarfile.open(fileobj=BytesIO(content)).extractall(old, filter="data")
        write_notebook(Path(folder) / "all.ipynb", *(f"import spine_edu\nspine_edu.{name}()" for name in EXPLORERS))
        found = {"a tree of ipywidgets each": [], "one widget each": []}
        with chrome() as running:
            for _ in range(ROUNDS):
                for way, place in zip(found, (old, ROOT), strict=True):
                    found[way].append(_open(running, folder, place))
    for way, rounds in found.items():
        megabytes, seconds, messages = (median(one[index] for one in rounds) for index in range(3))
        print(f"| {way} | {megabytes:.2f} MB | {seconds:.1f} s | {messages:.0f} messages |")


def _open(running, folder, place):
    """Return MB, seconds and messages until all explorers can be used, on a server that has opened a page before."""
    environment = {"PYTHONPATH": os.pathsep.join([str(place), os.environ.get("PYTHONPATH", "")])}
    with lab_server(folder, SPINE_EDU_ASK_FIRST="no", **environment) as address:
        opened(running, address, "all.ipynb")[0].close()
        book, row = opened(running, address, "all.ipynb")
        messages = book.page.evaluate("spineProbe.traffic.received")
        book.close()
    print(row.name, row.value, file=sys.stderr)
    megabytes, seconds = (float(part.split()[0]) for part in row.value.split(", ")[:2])
    return megabytes, seconds, messages


if __name__ == "__main__":
    main()
