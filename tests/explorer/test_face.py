"""The face's modules, joined for a host that takes only one."""

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from spine_edu.explorer import face

VIEWS = ["explorer.js", "questions.js", "saying.js"]
TOP_NAME = re.compile(r"^(?:export )?(?:async )?(?:const|let|class|function) (\w+)", re.MULTILINE)


@pytest.mark.parametrize("view", VIEWS)
def test_each_module_stands_once_behind_what_it_needs(view):
    order = face.modules(view)
    assert order[-1] == view
    assert len(set(order)) == len(order)
    for place, name in enumerate(order):
        assert set(face.modules(name)) <= set(order[: place + 1])


@pytest.mark.parametrize("view", VIEWS)
def test_one_module_is_left_that_only_exports_the_view(view):
    lines = [line for line in face.joined(view).splitlines() if re.match(r"import |export ", line)]
    assert lines == ["export default { render };"]


@pytest.mark.parametrize("view", VIEWS)
def test_no_two_modules_of_a_view_name_the_same(view):
    """They would meet in one scope."""
    names = Counter(name for module in face.modules(view) for name in TOP_NAME.findall(face.text(module)))
    assert len(names) > 10
    assert [name for name, times in names.items() if times > 1] == []


def test_a_model_is_asked_for_one_event_at_a_time():
    """Jupyter's models take several in one text with spaces; marimo's then hear none of them, and say nothing."""
    folder = Path(face.__file__).parent
    asked = [
        event
        for path in folder.glob("*.js")
        for event in re.findall(r"(?:model|shared)\.on\(([^,]+),", path.read_text())
    ]
    assert len(asked) >= 3
    assert set(asked) == {"event", '"comm_live_update"'}, "split what a host is asked for, as kernel.js does"


def test_what_plotly_js_is_made_of_is_found_in_its_script():
    """Else it is still drawn with, but read twice when a page opens."""
    script = (files("plotly") / "package_data" / "plotly.min.js").read_text(encoding="utf-8")
    source = re.search(r"^const ARGUMENT = /(.+)/;$", face.text("picture.js"), re.MULTILINE)[1]
    made = re.search(source.replace("[^]", r"[\s\S]"), script)
    assert made and made.start() < 1000 and len(made[1]) > 0.99 * len(script)
