"""The face's modules, joined for a host that takes only one."""

import re
from collections import Counter

import pytest

from spine_edu.explorer import face

VIEWS = ["explorer.js"]
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
    assert len(names) > 20
    assert [name for name, times in names.items() if times > 1] == []
