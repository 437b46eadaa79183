"""The view of solids: what is sent once, what is sent at each move, and what the student keeps."""

import gzip
import json
from types import SimpleNamespace

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


def unpacked(packed):
    """Vertices and triangles as the browser adds them up from the columns that are sent."""
    body, split = np.frombuffer(gzip.decompress(packed["meshes"]), "u1"), packed["vertex_bytes"]
    place, bind, normal, along = np.split(body[:split], np.cumsum([6, 2, 3]) * (split // 12))
    return {
        "place": added_up(place, "<i2", 3),
        "bind": added_up(bind, "u1", 2),
        "normal": added_up(normal, "i1", 3),
        "along": added_up(along, "u1", 1)[:, 0],
        "triangles": added_up(body[split:], "<u2", 3),
    }


def added_up(columns, kind, count):
    planes = columns.reshape(count, np.dtype(kind).itemsize, -1).transpose(0, 2, 1)
    return np.cumsum(np.ascontiguousarray(planes).view(kind)[:, :, 0], axis=1, dtype=kind).T


def test_meshes_are_packed_and_small():
    packed = _packed(scene)
    assert len(packed["meshes"]) < 0.8e6
    meshes, found = [mesh for mesh, _ in scene.parts()], unpacked(packed)
    places = np.concatenate([mesh.vertices for mesh in meshes])
    assert found["place"] * 0.05 == pytest.approx(places, abs=0.03)
    assert (found["triangles"] == np.concatenate([mesh.triangles for mesh in meshes])).all()
    assert _packed(scene) is packed, "packed once a process"


class Pyramid:
    """A scene of two pyramids, one standing in for the other while the picture moves."""

    def parts(self):
        corners = np.array([[0.0, 0, 0], [10, 0, 0], [0, 10, 0], [0, 0, 10]])
        faces = np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]])
        frame, weight, along = np.array([0, 0, 0, 1]), np.array([0, 0, 0, 0.5]), np.array([0.0, 0.7, 1.4, 2.1])
        for name, quick in (("pyramid", 1), ("coarse pyramid", -1)):
            mesh = SimpleNamespace(
                vertices=corners, normals=2 * corners, triangles=faces, frame=frame, weight=weight, along=along
            )
            yield (
                mesh,
                {
                    "name": name,
                    "material": "sand",
                    "marked": "red sand",
                    "choice": "pyramid:1",
                    "quick": quick,
                    "slant": 0,
                    "tall": 1.0,
                },
            )

    def colors(self, theme):
        return {"sand": theme.paper, "red sand": (theme.paper, theme.ink, 0.25)}

    def scene(self, result, *, held=None, prediction=None):
        return {
            "moves": [[1, 0, 0, 0], [1, 0, 2, 3]],
            "shown": [1, 2],
            "camera": {"name": "top"},
            "labels": [{"text": "tip"}],
            "places": [],
            "shade": (),
            "note": "A note.",
        }

    def veiled(self, result, *, prediction=None):
        return {**self.scene(result), "shown": [0, 1], "labels": [], "note": ""}


class Pyramids(spine_edu.Practice):
    """An explorer that shows them."""

    solids = Pyramid()


def test_any_scene_can_be_shown():
    """The face knows no anatomy: it sends whatever parts it is given, and mixes the colours it is told."""
    view = Pyramids(backend_name="live").widget
    assert [part["name"] for part in view.parts] == ["pyramid", "coarse pyramid"]
    assert view.parts[1] == {
        "name": "coarse pyramid",
        "material": "sand",
        "marked": "red sand",
        "choice": "pyramid:1",
        "quick": -1,
        "slant": 0,
        "tall": 1.0,
        "vertex": 4,
        "offset": 24,
        "count": 12,
    }
    found = unpacked({"meshes": view.meshes, "vertex_bytes": view.vertex_bytes})
    assert found["place"][3].tolist() == [0, 0, 200] and found["normal"][3].tolist() == [0, 0, 127]
    assert found["bind"][:4, 0].tolist() == [0, 0, 0, 1] and found["bind"][3, 1] == 128
    assert found["along"][:4].tolist() == [0, 1, 2, 3]
    assert found["triangles"][:2].tolist() == [[0, 2, 1], [0, 1, 3]]
    assert np.frombuffer(view.moves, "<f4")[4:].tolist() == [1, 0, 2, 3] and view.shown == b"\x01\x02"
    assert (view.camera, view.labels, view.note) == ({"name": "top"}, [{"text": "tip"}], "A note.")
    assert set(view.colors["colors"]) == {"sand", "red sand"} and view.shade == b""
    paper, mixed, ink = view.colors["paper"], view.colors["colors"]["red sand"], view.colors["ink"]
    assert mixed == pytest.approx([0.75 * a + 0.25 * b for a, b in zip(paper, ink, strict=True)])


def test_while_it_is_asked_solids_show_what_gives_no_answer():
    explorer = Pyramids(backend_name="live", ask_first=True)
    assert explorer.widget.shown == b"\x00\x01" and explorer.widget.note == ""
    explorer.predict(40)
    assert explorer.widget.shown == b"\x00\x01" and explorer.widget.labels == []
    explorer.look()
    assert explorer.widget.shown == b"\x01\x02" and explorer.widget.note == "A note."


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
    explorer.widget.act({"act": "click", "choice": choices["C5-6 disc"]})
    assert explorer.state.disc == "C5-6"
    explorer.widget.act({"act": "click", "choice": choices["L2"]})
    assert explorer.state.disc == "L2-3"
    assert choices["right L4 root"] == ""


def test_run_a_is_said_above_the_drawing(explorer):
    explorer.hold()
    assert "A: " in explorer.widget.note


@pytest.mark.parametrize("theme", THEMES)
def test_colours_come_from_the_theme(theme):
    explorer = spine_edu.Column(backend_name="live", theme=theme)
    view = explorer.widget
    used = {part["material"] for part in view.parts} | {part["marked"] for part in view.parts}
    assert used <= set(view.colors["colors"])
    explorer.set_theme("dark")
    assert explorer.widget.look["paper"] == THEMES["dark"].paper


def test_a_browser_without_solids_gets_the_flat_drawing(explorer):
    explorer.widget.act({"act": "flat"})
    assert explorer.widget.base["data"]
    explorer.set(disc="C5-6")
    assert explorer.widget.live
    assert "C5-6" in explorer.widget.sentence
