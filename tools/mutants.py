"""Change one thing at a time, in code or data, and see whether the tests notice: a sample, drawn by a seed.

python tools/mutants.py [--seed N] [--modules 3] [--faults 30] [--numbers 30] [--only model words figure data]

Needs the ``strength`` extra. mutmut changes the code of a few drawn modules (a model, its words, its figure); a value
in `data/` is changed by a tenth, or by one. All of it happens in a copy in build/mutants, which is made anew. A number
counts as noticed where the tests of its topic or those over all explorers fail; the notebooks, the browser and the
check sums of `data/datapackage.json` are not asked, so that the shares are lower bounds. What nobody noticed is
printed, to be read. The code of the run is 1 where a kind falls below its share.
"""

import argparse
import csv
import io
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "mutants"
#: Kind -> the share that must be noticed.
WANTED = {"model": 0.9, "words": 0.9, "figure": 0.8, "data": 0.9}
#: Tests over all explorers and tables that need no browser.
OVER_ALL = [
    "tests/test_cases.py",
    "tests/test_truth.py",
    "tests/explorer/test_snapshots.py",
    "tests/explorer/test_stored.py",
    "tests/explorer/test_words_and_numbers.py",
]
_PYTEST = ["-o", "addopts=--import-mode=importlib --strict-markers --snapshot-warn-unused"]
_PYTEST += ["-p", "no:cacheprovider", "-p", "tools.forgetful"]
#: A test that reads the text of a module, which mutmut rewrites.
_OF_SOURCE = "stands_in_its_panel_of_sources"
#: Columns whose numbers only say where a row belongs.
_PLACES = frozenset(
    "articles group notebook notebooks number option page part piece row rows section sign step text turn unit".split()
)
_CONFIG = """[mutmut]
source_paths=
    spine_edu
only_mutate=
    {modules}
also_copy=
    README.md
    benchmarks
    conftest.py
    data
    docs
    notebooks
    tools
    website
pytest_add_cli_args=
    {options}
pytest_add_cli_args_test_selection=
    {tests}
"""


@dataclass(frozen=True)
class Cell:
    """One number of a table."""

    table: str
    row: int
    column: str

    def __str__(self):
        return f"data/{self.table}, row {self.row + 1}, {self.column}"


def main():
    """Read the command line, change, ask and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--modules", type=int, default=3, help="modules of each kind")
    parser.add_argument("--faults", type=int, default=30, help="changes of code in each kind")
    parser.add_argument("--numbers", type=int, default=30, help="changed values of data/")
    parser.add_argument("--only", nargs="+", choices=list(WANTED), default=list(WANTED))
    wanted = parser.parse_args()
    draw, noticed = random.Random(wanted.seed), {}
    _copy()
    for kind in wanted.only:
        if kind == "data":
            noticed[kind] = _numbers(draw, wanted.numbers)
        else:
            noticed[kind] = _faults(draw, kind, wanted.modules, wanted.faults)
    print(*(f"{kind}: {sum(these)} of {len(these)} noticed" for kind, these in noticed.items()), sep="\n")
    return int(any(sum(these) < WANTED[kind] * len(these) for kind, these in noticed.items()))


def _copy():
    """Make the copy that is changed: what git keeps of the checkout."""
    shutil.rmtree(COPY, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        (COPY / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, COPY / name)


def asked(topics):
    """Return what pytest is told to ask about some topics: their own tests, and what those over all say of them."""
    names = [topic for topic in sorted(set(topics)) if topic and (ROOT / "tests" / topic).is_dir()]
    return [f"tests/{name}" for name in names] + OVER_ALL, [
        "-k",
        f"({' or '.join(['test_cases', 'test_truth', *names])}) and not {_OF_SOURCE}",
    ]


def _run(*command):
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=COPY,
        capture_output=True,
        text=True,
    )


def _faults(draw, kind, modules, count):
    """Return for each drawn change of code whether it was noticed."""
    chosen = sorted(draw.sample(sorted(ROOT.glob(f"spine_edu/*/*/{kind}.py")), modules))
    files = [path.relative_to(ROOT).as_posix() for path in chosen]
    print(f"{kind}: {', '.join(files)}")
    shutil.rmtree(COPY / "mutants", ignore_errors=True)
    lines = "\n    ".join
    tests, only = asked(path.parent.parent.name for path in chosen)
    text = _CONFIG.format(modules=lines(files), options=lines(_PYTEST + only), tests=lines(tests))
    (COPY / "setup.cfg").write_text(text, encoding="utf-8")
    # A name that nobody has: the changes are made and the tests timed, and nothing is run yet.
    made = _run("mutmut", "run", "no_such_mutant")
    names = sorted(_results())
    if not names:
        raise RuntimeError(f"mutmut made nothing: {made.stdout[-2000:]}{made.stderr[-2000:]}")
    drawn = draw.sample(names, min(count, len(names)))
    said = _run("mutmut", "run", *drawn).stdout
    found = _results()
    if any(found[name] == "not checked" for name in drawn):
        raise RuntimeError(f"mutmut stopped: {said[-3000:]}")
    for name in drawn:
        if found[name] not in ("killed", "timeout"):
            print(f"{found[name]}: {_run('mutmut', 'show', name).stdout}")
    return [found[name] in ("killed", "timeout") for name in drawn]


def _results():
    """Return the name of each change -> what became of it."""
    lines = _run("mutmut", "results", "--all", "True").stdout.splitlines()
    return dict(line.strip().split(": ", 1) for line in lines if "__mutmut_" in line)


def _numbers(draw, count):
    """Return for each drawn value of data/ whether its change was noticed."""
    found = []
    for cell in draw.sample(cells(ROOT / "data"), count):
        path = COPY / "data" / cell.table
        before = path.read_text(encoding="utf-8")
        after, was, became, topics = changed(before, cell)
        if unchanged := _complaint_of_nothing(frozenset(topics)):
            raise RuntimeError(f"The tests fail before anything is changed: {unchanged}")
        path.write_text(after, encoding="utf-8")
        found.append(_complaint(topics) != "")
        path.write_text(before, encoding="utf-8")
        if not found[-1]:
            print(f"survived: {cell}: {was} became {became}")
    return found


def _complaint(topics):
    """Return the last words of the tests of some topics, or nothing if they pass."""
    tests, only = asked(topics)
    done = _run("pytest", "-x", "-q", *_PYTEST, *tests, *only)
    return "" if done.returncode == 0 else f"{done.stdout[-2000:]}{done.stderr[-2000:]}"


_complaint_of_nothing = cache(_complaint)


def cells(folder):
    """Return every number of the tables that says more than where a row belongs."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for index, row in enumerate(csv.DictReader(file)):
                found += [Cell(path.name, index, name) for name, value in row.items() if _counts(name, value)]
    return found


def _counts(name, value):
    try:
        float(value)
    except ValueError:
        return False
    return name not in _PLACES


def changed(text, cell):
    """Return the table with one value changed, the value before and after, and the topics that it may belong to."""
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    row = rows[cell.row]
    was = row[cell.column]
    row[cell.column] = became = _other(was)
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(row), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    topics = [cell.table.partition("_")[0], *(value.partition("_")[0] for value in row.values())]
    return written.getvalue(), was, became, topics


def _other(value):
    """Return the value and a tenth, or a whole number and at least one, written as it was."""
    if value.lstrip("-").isdecimal():
        return str(int(value) + max(1, abs(int(value)) // 10))
    places = len(value.partition(".")[2]) or 6
    return f"{float(value) + max(abs(float(value)) / 10, 10**-places):.{places}f}"


if __name__ == "__main__":
    sys.exit(main())
