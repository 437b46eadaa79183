"""Rows of a trial's people: a million of them on a path of two years, and the memory that takes."""

import time
import tracemalloc
from statistics import median

from benchmarks.rows import Row
from spine_edu.treatment import cohort

PEOPLE, WEEKS = 1_000_000, range(1, 105)


def rows():
    """Yield time and memory of a large group on the path that has most counts."""
    spent = []
    for seed in (1, 2, 3):
        began = time.perf_counter()
        cohort.follow("wait", WEEKS, PEOPLE, seed)
        spent.append(time.perf_counter() - began)
    seconds = median(spent)
    name = f"{PEOPLE:,} people through two years, counted every week"
    yield Row("people of a trial", name, f"{seconds:.1f} s", target="≤ 2 s", met=seconds <= 2)
    small, large = _peak(PEOPLE // 10), _peak(PEOPLE)
    yield Row(
        "people of a trial",
        "most memory, a million people : a tenth of them",
        f"{large / 1e6:.0f} MB",
        large / small,
        "",
        "≤ 1.1 ×",
        large <= 1.1 * small,
    )


def _peak(people):
    tracemalloc.start()
    cohort.follow("wait", WEEKS, people)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most
