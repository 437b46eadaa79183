"""The column as a scene of solids: what is shown and marked, what a click chooses, where labels and camera point."""

from types import SimpleNamespace

import numpy as np
import pytest

from spine_edu.anatomy.column import flat, scene, words
from spine_edu.anatomy.column.labels import labels
from spine_edu.anatomy.column.model import ColumnState, level_card, reference, simulate
from spine_edu.anatomy.solids.binding import PLACE, move, moves
from spine_edu.anatomy.solids.parts import all_parts, named
from spine_edu.theme import THEMES

VIEWS = ColumnState.declarations()["view"].values
LAYERS = ColumnState.declarations()["layer"].values
DISCS = ("C2-3", "C7-T1", "T7-8", "L4-5", "L5-S1")


def named_code(state):
    """Name of each part that is shown -> its code; of twins, such as the body of C1, the shown one."""
    codes = scene.shown(simulate(state))
    return {part.name: code for part, code in zip(all_parts(), codes, strict=True) if code}


def kinds(state):
    return {named(name).kind for name in named_code(state)}


def test_layers_peel_from_outside_in():
    assert kinds(ColumnState()) == {"bone", "disc", "nerve", "ligament"}
    assert kinds(ColumnState(layer="ligaments")) == {"bone", "disc", "nerve"}
    assert kinds(ColumnState(layer="arches")) == {"body", "disc", "nerve"}
    assert kinds(ColumnState(layer="lifted")) == {"bone", "disc", "upper endplate"}
    assert kinds(ColumnState(layer="cut")) == {"bone", "disc", "ring", "nucleus", "lower endplate"}


def test_whole_bones_and_bodies_are_never_shown_together():
    for layer in LAYERS:
        found = kinds(ColumnState(layer=layer))
        assert "coarse bone" not in found and not {"bone", "body"} <= found


@pytest.mark.parametrize("disc", [d.name for d in reference().discs])
def test_every_disc_can_be_cut(disc):
    shown = named_code(ColumnState(disc=disc, layer="cut"))
    cut = [named(name) for name in shown if named(name).level == disc]
    assert [part.kind for part in cut].count("ring") == 6
    assert {part.material for part in cut} >= {"ring a", "ring b", "nucleus", "endplate"}
    assert f"{disc} disc" not in shown


@pytest.mark.parametrize("layer", ["lifted", "cut"])
def test_what_stands_above_the_disc_is_taken_off(layer):
    shown = named_code(ColumnState(disc="L2-3", layer=layer, frame="column"))
    assert {name for name in shown if named(name).kind == "bone"} == {"L3", "L4", "L5"}
    whole = {name for name in shown if named(name).kind == "disc"}
    assert whole == {"L3-4 disc", "L4-5 disc"} | ({"L2-3 disc"} if layer == "lifted" else set())


def test_near_a_disc_only_its_neighbours_are_shown():
    bones = {name for name in named_code(ColumnState(disc="T7-8", frame="near")) if named(name).kind == "bone"}
    assert bones == {f"T{n}" for n in range(2, 13)} | {"L1", "L2"}


@pytest.mark.parametrize(
    "disc, roots",
    [("C5-6", {"C6"}), ("C7-T1", {"C8"}), ("T7-8", {"T7", "T8"}), ("L4-5", {"L4", "L5"}), ("L5-S1", {"L5", "S1"})],
)
def test_the_chosen_disc_and_its_roots_are_marked(disc, roots):
    marked = {name for name, code in named_code(ColumnState(disc=disc)).items() if code == scene.MARKED}
    assert marked == {f"{disc} disc"} | {f"{side} {root} root" for root in roots for side in ("right", "left")}


def test_a_click_chooses_the_disc_or_the_disc_below_the_bone():
    choices = {part.name: said["choice"] for part, said in scene.parts()}
    assert choices["C5-6 disc"] == choices["ring 3 of the C5-6 annulus"] == choices["nucleus of C5-6"] == "disc:C5-6"
    assert choices["L2"] == choices["body of L2"] == "disc:L2-3"
    assert choices["C1"] == choices["C2"] == "disc:C2-3"
    assert choices["L5"] == "disc:L5-S1"
    assert {choices[name] for name in ("sacrum", "right L4 root", "spinal cord", "L2, coarse")} == {""}


def test_a_coarse_bone_of_the_same_level_stands_in_for_each_bone():
    rows = scene.parts()
    for part, said in rows:
        if part.kind == "bone":
            quick, _ = rows[said["quick"]]
            assert (quick.kind, quick.level) == ("coarse bone", part.level)
            assert len(quick.vertices) < 0.6 * len(part.vertices)
        else:
            assert said["quick"] == -1


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_material_has_a_colour_and_what_is_marked_another(theme):
    colors = scene.colors(theme)
    for part, said in scene.parts():
        assert colors[said["material"]]
        assert (colors[said["marked"]] != colors[said["material"]]) == (part.kind in ("disc", "nerve"))
    assert colors["marked disc"][0] == theme.color("annulus") and colors["marked nerve"] == theme.color("nerve")


def test_neighbouring_rings_have_fibres_in_opposite_directions():
    slants = [said["slant"] for part, said in scene.parts() if part.kind == "ring" and part.level == "L4-5"]
    assert slants == [-1, 1] * 3


@pytest.mark.parametrize("view", VIEWS)
def test_both_drawings_look_from_the_same_side(view):
    """An azimuth of 0 looks from the front, so the person's left lies on the right of the paper; 90 from the right."""
    turn = np.radians(scene.camera(simulate(ColumnState(view=view)))["azimuth"])
    across, _ = flat.project(np.array([[1.0, 0, 0], [0, 1.0, 0]]), view)
    assert across == pytest.approx((-np.cos(turn), np.sin(turn)), abs=0.01)


@pytest.mark.parametrize("disc", DISCS)
@pytest.mark.parametrize("layer", LAYERS)
def test_the_camera_looks_at_the_disc(disc, layer):
    result = simulate(ColumnState(disc=disc, layer=layer, frame="near", lordosis=30, stature=190))
    camera = scene.camera(result)
    part = named(f"{disc} disc")
    now = move(part.vertices, part.frame, part.weight, moves(result))
    # Above the sacrum the picture stands a little higher: half a vertebra is named there, and a whole one above.
    assert camera["target"][2] == pytest.approx(now[:, 2].mean(), abs=0.3 * result.chosen.depth)
    assert np.abs(now[:, 2] - camera["target"][2]).max() < 0.8 * camera["reach"]
    assert np.abs(now[:, 0]).max() < 0.8 * camera["wide"]
    assert (camera["elevation"] > 30) == (layer in ("lifted", "cut"))


def test_the_camera_has_the_whole_column_in_view():
    far, near = (scene.camera(simulate(ColumnState(stature=190, frame=frame))) for frame in ("column", "near"))
    for part in all_parts():
        now = move(part.vertices, part.frame, part.weight, moves(simulate(ColumnState(stature=190))))
        for camera in (far, near["over"], far["over"]):
            assert np.abs(now[:, 2] - camera["target"][2]).max() < camera["reach"], part.name
            assert np.abs(now[:, 1] - camera["target"][1]).max() < camera["wide"], part.name
    assert far["also"] == "frame:near" and not near["also"]


@pytest.mark.parametrize("view", VIEWS)
def test_beside_the_whole_column_it_stands_from_another_side_but_not_under_a_question(view):
    result = simulate(ColumnState(frame="column", view=view))
    camera = scene.camera(result)
    assert camera["over"]["azimuth"] != camera["azimuth"]
    assert not scene.veiled(result)["camera"]["over"], "its discs would be counted there"


def test_with_all_above_taken_off_there_is_no_whole_column():
    for layer in LAYERS:
        one, other = (simulate(ColumnState(frame=frame, layer=layer)) for frame in ("column", "near"))
        idle = "frame" in words.idle(one)
        assert idle == ("frame" in words.idle(other)) == (layer in scene.BARED)
        assert (scene.scene(one)["camera"] == scene.scene(other)["camera"]) == idle


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("frame", ["column", "near"])
def test_every_view_has_labels_of_its_own(layer, view, frame):
    for disc in DISCS:
        texts = [label.text for label in labels(simulate(ColumnState(layer=layer, view=view, frame=frame, disc=disc)))]
        assert len(texts) == len(set(texts)) >= 3 and all(texts)


def anchors(**changes):
    """Words on the scene -> (x, y, z) of what they point to, in the starting position."""
    return {label.text: label.spot for label in labels(simulate(ColumnState(**changes)))}


def inside(spot, part, margin=1.0):
    """Whether a spot lies in the box around a part, give or take a margin in mm."""
    point = np.array([spot.x, spot.y, spot.z])
    return bool((part.vertices.min(0) - margin <= point).all() and (point <= part.vertices.max(0) + margin).all())


@pytest.mark.parametrize("disc", DISCS)
@pytest.mark.parametrize("view", VIEWS)
def test_near_a_disc_its_neighbours_and_its_root_are_named(disc, view):
    """That the places are right, `test_column_labels.py` asks of an id picture."""
    card, found = level_card(disc), anchors(disc=disc, view=view, frame="near")
    below = "sacrum" if card["lower"] == "S1" else f"vertebra {card['lower']}"
    processes = {"spinous process", "facet joint"} if view in ("side", "back") else set()
    named_disc = f"disc {disc}, behind" if view == "back" else f"disc {disc}"
    assert set(found) == {named_disc, f"vertebra {card['upper']}", below, f"{card['leaves']} root leaves"} | processes
    assert inside(found[named_disc], named(f"{disc} disc"))
    assert found[f"{card['leaves']} root leaves"].x > 0
    if processes:
        # From the right the right joint is seen; from the back the left one, which lies beside its words.
        assert (found["facet joint"].x > 5) == (view == "side") and abs(found["facet joint"].x) > 5


@pytest.mark.parametrize("view, toward", [("side", (1, 0)), ("front", (0, 1)), ("back", (0, -1)), ("oblique", (1, 1))])
def test_the_disc_is_named_on_the_edge_that_faces_the_reader(view, toward):
    found = anchors(view=view, frame="near", layer="arches")
    spot, middle = found["disc L4-5"], named("L4-5 disc").vertices.mean(0)
    away = (spot.x - middle[0], spot.y - middle[1])
    assert all(part == 0 or a * part > 5 for a, part in zip(away, toward, strict=True))


def test_the_passing_root_is_named_where_it_crosses_a_disc_of_the_low_back():
    found = anchors(layer="arches", view="back", frame="near", disc="L4-5")
    passes, disc = found["L5 root passes"], named("L4-5 disc")
    assert disc.vertices[:, 2].min() < passes.z < disc.vertices[:, 2].max() and passes.x < 0
    assert inside(passes, named("left L5 root"))
    for other in ("C5-6", "T7-8"):
        assert not [word for word in anchors(layer="arches", view="back", frame="near", disc=other) if "passes" in word]


def test_where_the_cord_ends_is_named_where_it_is_seen():
    found = anchors(layer="arches", view="back", disc="L1-2", frame="column")
    cord = named("spinal cord").vertices
    assert cord[:, 2].min() < found["cord ends here"].z < cord[:, 2].min() + 14
    # The name of the disc stands beside the cord, not on it.
    assert abs(found["disc L1-2"].x) > 10
    for view in VIEWS:
        for layer in ("whole", "ligaments", "arches"):
            shown = "cord ends here" in anchors(view=view, layer=layer, frame="column")
            assert shown == (view == "back" and layer == "arches"), (view, layer)


@pytest.mark.parametrize("view", VIEWS)
def test_regions_and_processes_of_the_whole_column_are_named(view):
    found = anchors(view=view, frame="column")
    for words_, highest, lowest in (
        ("neck: C1 to C7", "C1", "C7"),
        ("chest: T1 to T12", "T1", "T12"),
        ("low back: L1 to L5", "L1", "L5"),
    ):
        assert PLACE[lowest] <= found[words_].frame <= PLACE[highest]
    assert ("spinous processes" in found) == (view in ("side", "back"))
    assert "spinous processes" not in anchors(view=view, layer="arches", frame="column")


@pytest.mark.parametrize("disc", DISCS)
def test_on_an_opened_disc_its_tissues_are_named(disc):
    from_right = anchors(disc=disc, layer="cut", view="side")
    assert {"annulus rings", "nucleus", "endplate"} < set(from_right)
    assert "endplate" not in anchors(disc=disc, layer="cut", view="back"), "the nucleus hides it"
    lifted = {view: anchors(disc=disc, layer="lifted", view=view) for view in VIEWS}
    for view, found in lifted.items():
        assert {"endplate", "outer annulus"} < set(found)
        assert ("canal" in found) == (view in ("side", "back")), "from the front the disc hides it"
    assert lifted["back"]["canal"].y < named(f"{disc} disc").vertices[:, 1].min()


@pytest.mark.parametrize("view", VIEWS)
def test_the_flat_drawing_names_what_a_section_shows(view):
    lifted = "disc L4-5, behind" if view == "back" else "disc L4-5"
    for layer, texts in (("cut", {"annulus rings", "nucleus"}), ("lifted", {lifted})):
        result = simulate(ColumnState(view=view, layer=layer))
        assert {label.text for label in labels(result, flat=True)} == {"vertebra L5", *texts}


def test_the_scene_holds_what_the_view_is_shown():
    result, held = simulate(ColumnState(disc="C5-6", frame="near")), simulate(ColumnState(lordosis=30))
    found = scene.scene(result, held=held, prediction=24.0)
    rows = found["labels"]
    assert np.array_equal(found["moves"], moves(result)) and np.array_equal(found["shade"], moves(held))
    assert len(found["shown"]) == len(scene.parts()) and found["camera"] == scene.camera(result)
    disc = next(row for row in rows if row["text"] == "disc C5-6")
    assert disc["mark"] and disc["side"] == "right" and disc["frame"] == PLACE["C6"] and disc["share"] == 0.5
    assert inside(anchors(disc="C5-6", frame="near")["disc C5-6"], named("C5-6 disc"))
    assert disc["at"] == pytest.approx([*(getattr(anchors(disc="C5-6", frame="near")["disc C5-6"], a) for a in "xyz")])
    assert [row["mark"] for row in rows if row["text"].startswith("vertebra")] == [False, False]


def test_what_stood_before_is_seen_in_grey():
    start, bent = simulate(ColumnState(disc="C5-6")), simulate(ColumnState(lordosis=30))
    assert scene.note(start, None) == "" and len(scene.scene(start)["shade"]) == 0
    assert scene.note(start, bent) == f"Grey, A: {bent.length:.0f} mm long, low back 30.0°."
    assert scene.note(bent, None).startswith("Grey, the start: 531 mm long, low back 49.5°")
    assert np.array_equal(scene.scene(bent)["shade"], moves(start))


def test_under_the_question_there_are_bones_and_gaps_and_no_disc():
    result, parts = simulate(ColumnState(frame="column")), scene.parts()
    asked = scene.veiled(result)
    drawn = [mesh.kind for (mesh, _), code in zip(parts, asked["shown"], strict=True) if code]
    assert set(drawn) == {"bone"} and len(drawn) == 25
    # One gap more than there are discs: where it is, is what is asked.
    assert len(asked["places"]) == 24 and not any(row["number"] for row in asked["places"])
    assert not any("disc" in row["text"] for row in asked["labels"])
    for count in (1, 23, 24, 40):
        guessed = [parts[at][0] for at, code in enumerate(scene.veiled(result, prediction=count)["shown"]) if code == 3]
        assert len(guessed) == min(count, 24) and guessed[0].level == ("C2-3" if count >= 23 else "L5-S1")
        assert (guessed[-1].kind == "no disc") == (count >= 24)


def test_discs_are_counted_from_the_top_and_one_too_many_is_named():
    told = scene.scene(simulate(ColumnState(frame="column")), prediction=24.0)
    places = [row for row in told["places"] if row["number"]]
    assert [row["number"] for row in places] == list(range(1, 24)) and places[0]["choice"] == "C2-3"
    heights = [row["at"][2] for row in places]
    assert heights == sorted(heights, reverse=True)
    for row in places:
        assert inside(SimpleNamespace(**dict(zip("xyz", row["at"], strict=True))), scene.parts()[row["part"]][0])
    assert told["shown"][-1] == scene.GUESSED and "yours: no disc here" in [row["text"] for row in told["labels"]]
    right = scene.scene(simulate(ColumnState(frame="column")), prediction=23.0)
    assert right["shown"][-1] == scene.HIDDEN and "yours: no disc here" not in [row["text"] for row in right["labels"]]


def test_a_disc_that_is_none_would_lie_between_the_first_two_vertebrae():
    (mesh,) = (mesh for mesh, _ in scene.parts() if mesh.kind == "no disc")
    low, high = (simulate(ColumnState()).at(level).z for level in ("C2", "C1"))
    assert low < mesh.vertices[:, 2].min() and mesh.vertices[:, 2].max() < high


def test_what_is_taken_off_goes_where_there_is_room():
    for mesh, said in scene.parts():
        assert np.linalg.norm(said["away"]) == pytest.approx(1, abs=0.01)
        if mesh.kind == "nerve" and mesh.level not in ("cord", "all"):
            assert said["away"][0] * mesh.vertices[:, 0].mean() > 0, said["name"]


def test_every_part_has_words_for_whoever_points_at_it():
    """Parts that are shown side by side are not called the same, and no words say how a part is made."""
    words = {said["name"]: said["words"] for _, said in scene.parts()}
    assert words["L4"] == "vertebra L4" and words["sacrum"] == "sacrum" and words["L4-5 disc"] == "disc L4-5"
    assert words["ring 2 of the L4-5 annulus"] == "annulus of disc L4-5: ring 2"
    assert words["right L5 root"] == "right L5 root" and words["spinal cord"] == "spinal cord"
    assert all(words.values()) and not any("coarse" in one for one in words.values())
