"""The view of solids: what is sent once, what is sent at each move, and what the student keeps."""

import gzip
import json

import numpy as np
import pytest

import spine_edu
from spine_edu.anatomy.column import scene
from spine_edu.explorer.solids import SolidFace, _packed
from spine_edu.theme import THEMES


@pytest.fixture
def explorer():
    return spine_edu.Column(backend_name="live")


def sent(view):
    """Bytes of one update: the traits that `place` and `show` write."""
    state = view.get_state(["moves", "shown", "camera", "labels", "sentence", "note"])
    return sum(len(value) if isinstance(value, bytes) else len(json.dumps(value)) for value in state.values())


def test_live_explorer_shows_the_solids(explorer):
    assert isinstance(explorer.widget, SolidFace)
    assert not explorer.widget.base, "no flat drawing beside it"
    assert explorer.widget.sentence == explorer.describe()


def test_meshes_are_packed_and_small():
    packed = _packed()
    body = gzip.decompress(packed["meshes"])
    assert len(packed["meshes"]) < 1.7e6
    vertices = sum(len(part.vertices) for part in solids.parts())
    assert packed["vertex_bytes"] == 12 * vertices
    assert len(body) == 12 * vertices + 2 * sum(part.triangles.size for part in solids.parts())
    first = np.frombuffer(body, "<i2", 3) * 0.05
    assert first == pytest.approx(solids.parts()[0].vertices[0], abs=0.03)


@pytest.mark.parametrize("layer", ["whole", "arches", "cut"])
def test_a_move_costs_less_than_ten_kilobytes(explorer, layer):
    explorer.set(layer=layer, lordosis=33)
    assert sent(explorer.widget) < 4_000


def test_the_named_view_changes_only_when_the_student_asks(explorer):
    """The browser adds the student's own turning to the named view as long as its name stays."""
    name = explorer.widget.camera["name"]
    explorer.set(lordosis=60, loss=20, scope="all")
    assert explorer.widget.camera["name"] == name
    explorer.set(view="back")
    assert explorer.widget.camera["name"] != name


def test_a_click_on_a_disc_or_a_bone_chooses_a_disc(explorer):
    choices = {part["name"]: part["choice"] for part in explorer.widget.parts}
    explorer.widget.heard({"kind": "click", "trace": "C5-6 disc", "point": 0, "choice": choices["C5-6 disc"]})
    assert explorer.state.disc == "C5-6"
    explorer.widget.heard({"kind": "click", "trace": "L2", "point": 0, "choice": choices["L2"]})
    assert explorer.state.disc == "L2-3"
    assert choices["right L4 root"] == ""


def test_run_a_and_prediction_are_said_above_the_drawing(explorer):
    explorer.predict(24)
    assert "You predicted 24" in explorer.widget.note
    explorer.hold()
    assert "A: " in explorer.widget.note


@pytest.mark.parametrize("theme", THEMES)
def test_colours_come_from_the_theme(theme):
    explorer = spine_edu.Column(backend_name="live", theme=theme)
    view = explorer.widget
    used = {part["material"] for part in view.parts} | {part["marked"] for part in view.parts}
    assert used <= set(view.look["colors"])
    explorer.set_theme("dark")
    assert explorer.widget.look["page"]["paper"] == THEMES["dark"].paper


def test_an_error_is_said_on_the_view(explorer):
    explorer.controls["disc"].list.value = "C2-3"
    explorer.widget.error = "something"
    explorer.reset()
    assert explorer.widget.error == ""


def test_a_browser_without_solids_gets_the_flat_drawing(explorer):
    explorer.widget.heard({"kind": "click", "trace": "", "point": 0, "choice": SolidView.NO_SOLIDS})
    (flat,) = explorer.widget._beside.children
    assert flat.sentence == explorer.describe() and flat.base["data"]
    explorer.set(disc="C5-6")
    assert flat.sentence == explorer.describe() and "C5-6" in flat.sentence
