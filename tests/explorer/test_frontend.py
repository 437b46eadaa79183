"""How explorers are shown: the variable, the argument, and a wrong word in either."""

import pytest

import spine_edu
from spine_edu.explorer.frontend import WAYS, backend


def test_the_way_can_be_chosen_and_a_wrong_word_is_refused(monkeypatch):
    for name in WAYS:
        monkeypatch.setenv("SPINE_EDU_WIDGETS", name.upper())
        assert backend() == name
    monkeypatch.setenv("SPINE_EDU_WIDGETS", "sometimes")
    with pytest.raises(ValueError, match="SPINE_EDU_WIDGETS is 'sometimes'; allowed are live, redraw, static"):
        backend()
    monkeypatch.delenv("SPINE_EDU_WIDGETS")
    assert backend() == "live"
    monkeypatch.setenv("COLAB_RELEASE_TAG", "x")
    assert backend() == "redraw"


@pytest.mark.parametrize("name", ["sometimes", "", "Live", 3])
def test_an_explorer_refuses_a_way_that_does_not_exist(name):
    with pytest.raises(ValueError, match="backend_name.*allowed are live, redraw, static"):
        spine_edu.Practice(backend_name=name)
