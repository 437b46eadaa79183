"""Rows of starting up: what an import costs in a fresh process."""

import subprocess
import sys
import time
from statistics import median

from benchmarks.rows import Row

TRIES = 9


def rows():
    """Return the rows of import cost."""
    programs = {
        "python": "pass",
        "spine_edu": "import spine_edu",
        "ipywidgets": "import ipywidgets",
        "one": "import spine_edu; spine_edu.Practice()",
    }
    spent = {name: [] for name in programs}
    for _ in range(TRIES):  # taking turns, so that a busy moment hits all alike
        for name, program in programs.items():
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            spent[name].append(time.perf_counter() - began)
    middle = {name: 1000 * median(times) for name, times in spent.items()}
    extra = {name: max(0.0, value - middle["python"]) for name, value in middle.items()}
    yield Row("import", "python, nothing imported", f"{middle['python']:.0f} ms", 1.0)
    yield Row(
        "import",
        "import spine_edu, beyond python",
        f"{extra['spine_edu']:.0f} ms",
        extra["spine_edu"] / extra["ipywidgets"],
        "ipywidgets",
        "≤ 0.2 ×",
        extra["spine_edu"] <= 0.2 * extra["ipywidgets"],
    )
    yield Row("import", "import ipywidgets, beyond python", f"{extra['ipywidgets']:.0f} ms", 1.0)
    yield Row(
        "import",
        "import spine_edu and make an explorer, beyond python",
        f"{extra['one']:.0f} ms",
        extra["one"] / extra["ipywidgets"],
        "ipywidgets",
    )
