"""Every explorer works where there is nothing to show it with: no widgets, no plotly, and mostly no numpy."""

import subprocess
import sys

import pytest

from spine_edu.registry import REGISTRY

#: Parts that need numpy, with the reason; docs/architecture.md says the same.
NEED_NUMPY = {"anatomy_column": "the column is solids: some 100,000 corners, cut and projected"}

_EVERYTHING = """
import builtins, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {missing!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Missing())
import spine_edu

for name in {classes!r}:
    explorer = getattr(spine_edu, name)(ask_first=True)
    for row in explorer.scenarios:
        explorer.scenario(row.name)
        assert explorer.describe() and explorer.drawn["data"] and explorer.table().rows and explorer.to_text()
        if explorer.can_play():
            assert explorer.frames().packed(explorer.drawn)["count"] == len(explorer.frames())
            assert explorer.run()
    explorer.hold()
    if explorer.ask:
        assert explorer.veiled
        answer = explorer.ask.answer(explorer.asked_result)
        assert explorer.predict(list(answer) if isinstance(answer, tuple) else answer)
    explorer.look()
    for row in explorer.challenges:
        explorer.show_way(row.key)
        assert explorer.check(row.key)
    for row in explorer.limits:
        explorer.show_limit(row.key)
    explorer.undo()
    explorer.reset()
assert not {missing!r} & sys.modules.keys()
print("fine")
"""


def run(missing, classes):
    code = _EVERYTHING.format(missing=missing, classes=classes)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)


def test_no_explorer_needs_a_screen():
    done = run({"ipywidgets", "anywidget", "plotly", "IPython", "traitlets"}, list(REGISTRY.values()))
    assert done.stdout.strip() == "fine", done.stderr[-2000:]


def test_most_explorers_need_no_numpy_either():
    done = run(
        {"ipywidgets", "anywidget", "plotly", "IPython", "traitlets", "numpy"},
        [name for part, name in REGISTRY.items() if part not in NEED_NUMPY],
    )
    assert done.stdout.strip() == "fine", done.stderr[-2000:]


@pytest.mark.parametrize("part", NEED_NUMPY)
def test_the_others_say_what_they_miss(part):
    done = run({"numpy"}, [REGISTRY[part]])
    assert "No module named 'numpy'" in done.stderr, f"{part} needs no numpy any more: take it off the list"


def test_an_explorer_is_there_before_any_widget_is():
    code = "import sys, spine_edu; spine_edu.WholeCycle(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "spine_edu.cycle.whole.model" in loaded
    assert not {"ipywidgets", "anywidget", "plotly", "IPython", "traitlets", "numpy"} & set(loaded)
