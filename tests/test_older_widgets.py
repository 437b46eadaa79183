"""Front ends with the older half of ipywidgets (7) and no anywidget, such as Colab's: the slower ways work there."""

import os
import subprocess
import sys

_EACH = """
import ipywidgets, spine_edu
from spine_edu.registry import REGISTRY
assert ipywidgets.__version__.startswith("7."), ipywidgets.__version__
try:
    import anywidget
except ModuleNotFoundError:
    pass
else:
    raise AssertionError("anywidget is there")
for name in REGISTRY.values():
    for way in ("redraw", "static"):
        explorer = getattr(spine_edu, name)(backend_name=way)
        explorer.scenario(explorer.scenarios[-1].name)
        shown = explorer._repr_mimebundle_()
        shown = shown[0] if isinstance(shown, tuple) else shown
        assert explorer.describe() in shown["text/plain"], (name, way)
        if way == "redraw":
            # This version shows a widget by a method of its own, not by what it says it is.
            assert isinstance(explorer.widget, ipywidgets.DOMWidget)
            first = next(iter(explorer.controls.values()))
            first.value = first.value
print(len(REGISTRY), "explorers")
"""
_WITH = ("ipywidgets==7.7.1", "ipykernel", "plotly>=6.1,<8", "numpy>=2", "mistune>=3", "lazy-loader>=0.4")


def test_the_slower_ways_need_neither_anywidget_nor_the_newer_widgets(root):
    command = [sys.executable, "-m", "uv", "run", "--quiet", "--isolated", "--no-project"]
    given = [part for one in _WITH for part in ("--with", one)]
    done = subprocess.run(
        [*command, *given, "python", "-c", _EACH],
        cwd=root,
        env={**os.environ, "SPINE_EDU_ASK_FIRST": "no", "SPINE_EDU_KEEP": "no", "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.endswith("explorers\n")
