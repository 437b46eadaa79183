"""The flat drawing of the column: everything lies, and is coloured, named and ordered, as the result has it."""

import re

import numpy as np
import pytest

from spine_edu.anatomy.column import figure, flat
from spine_edu.anatomy.column.labels import labels
from spine_edu.anatomy.column.model import ColumnState, reference, simulate
from spine_edu.anatomy.sizes import size
from spine_edu.theme import LIGHT, PRESENTER, THEMES

VIEWS = ColumnState.declarations()["view"].values
LAYERS = ColumnState.declarations()["layer"].values
DISCS = ("C2-3", "C7-T1", "T7-8", "L4-5", "L5-S1")
#: Where words for a direction point: x to the person's right, y to the front.
DIRECTIONS = {"front": (0, 1), "back": (0, -1), "right": (1, 0), "left": (-1, 0)}


def drawn(theme=LIGHT, held=None, prediction=None, **changes):
    return figure.figure(simulate(ColumnState(**changes)), theme=theme, held=held, prediction=prediction)


def shapes(**changes):
    """Name of each shape -> shape."""
    return {shape["name"]: shape for shape in drawn(**changes)["layout"]["shapes"]}


def corners(shape):
    """Corners (n, 2) of a shape; none of an empty one."""
    found = [] if shape["path"] == "M0,0Z" else re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape["path"])
    return np.array(found, float).reshape(-1, 2)


def notes(**changes):
    """Words beside the flat drawing -> annotation."""
    found = drawn(**changes)["layout"]["annotations"]
    return {note["text"].removeprefix("<b>").removesuffix("</b>"): note for note in found}


@pytest.mark.parametrize("view", VIEWS)
def test_the_column_is_drawn_of_the_same_parts(view):
    start = sorted(shapes())
    for layer in LAYERS:
        for frame in ("near", "column"):
            assert sorted(shapes(view=view, layer=layer, disc="C5-6", frame=frame)) == start


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_tissues_have_their_colours(theme):
    found = shapes(theme=theme)
    assert found["Chosen disc"]["fillcolor"] == theme.color("annulus") != found["Discs"]["fillcolor"]
    assert found["Discs"]["fillcolor"] == found["Rings of the cut disc"]["fillcolor"] == theme.solids["annulus"]
    assert found["Nucleus of the cut disc"]["fillcolor"] == theme.solids["nucleus"]
    assert {found[name]["fillcolor"] for name in found if "half" in name} == {theme.solids["bone"]}
    chosen, others = found["Roots at the chosen disc"]["line"], found["Cord and roots"]["line"]
    assert chosen["color"] == theme.color("nerve") != others["color"] == theme.solids["nerve"]
    assert chosen["width"] > others["width"]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("disc", DISCS)
def test_the_chosen_disc_is_drawn_between_its_vertebrae(view, disc):
    changes = {"view": view, "disc": disc, "lordosis": 30.0, "stature": 190}
    result, points = simulate(ColumnState(**changes)), corners(shapes(**changes)["Chosen disc"])
    middle = (points.min(0) + points.max(0)) / 2
    across, up = flat.project(np.array([[0.0, *disc_middle(result)]]), view)
    assert middle == pytest.approx((across[0], up[0]), abs=0.08 * result.chosen.depth)


def disc_middle(result):
    """Where the chosen disc has its middle (y, z), reckoned from its two vertebrae."""
    disc = result.chosen
    face = 0.0 if disc.lower == "S1" else size(disc.lower).height / 2
    below = result.at(disc.lower).place(0.0, face, result.scale)
    above = result.at(disc.upper).place(0.0, -size(disc.upper).height / 2, result.scale)
    return (np.array(below) + above) / 2


def test_a_disc_that_loses_height_is_drawn_lower():
    tall, low = (np.ptp(corners(shapes(view="front", loss=loss)["Chosen disc"])[:, 1]) for loss in (0, 50))
    assert tall - low == pytest.approx(reference().chosen.height / 2, rel=0.35)


@pytest.mark.parametrize("view", VIEWS)
def test_the_corners_say_which_way_is_which(view):
    found = drawn(view=view)["layout"]["annotations"]
    for x, sign in ((0, -1), (1, 1)):
        (word,) = [note["text"] for note in found if note.get("xref") == "paper" and note["x"] == x]
        direction = np.array([[*DIRECTIONS[word.removeprefix("<b>").removesuffix("</b>")], 0.0]])
        assert np.sign(flat.project(direction, view)[0][0]) == sign


def test_the_spinous_processes_lie_at_the_back():
    found = shapes(view="side", disc="T7-8", frame="near")
    names = ("Arches and spinous processes, half one", "Vertebral bodies, half one")
    arches, bodies = (corners(found[name]) for name in names)
    assert arches[:, 0].min() < bodies[:, 0].min() - 20 and arches[:, 0].max() < bodies[:, 0].max() - 20


@pytest.mark.parametrize(
    "view, last", [("side", "transverse"), ("front", "body"), ("oblique", "body"), ("back", "arch")]
)
def test_what_is_nearest_to_the_reader_is_drawn_last(view, last):
    bones = [name for name in shapes(view=view) if "half" in name]
    words_ = {"transverse": "Transverse processes", "body": "Vertebral bodies", "arch": "Arches and spinous processes"}
    assert bones[-1].startswith(words_[last])
    names = list(shapes(view=view))
    assert (names.index("Cord and roots") > names.index("Vertebral bodies, half one")) == (view == "back")


def test_right_roots_outside_their_foramina_lie_before_the_bones_from_the_right_only():
    for view in VIEWS:
        found = shapes(view=view, disc="L4-5", frame="near")
        outside, names = found["Right roots at the chosen disc"], list(found)
        assert bool(len(corners(outside))) == (view in ("side", "oblique"))
        if view == "side":
            assert names.index("Right roots outside") > names.index("Vertebral bodies, half two")
            # What is outside begins in front of the canal.
            every = corners(found["Roots at the chosen disc"])
            assert corners(outside)[:, 0].min() > every[:, 0].min() + 5


def test_layers_are_peeled_from_the_flat_drawing_too():
    whole, bare = shapes(), shapes(layer="arches")
    for name in whole:
        behind = name.startswith(("Arches", "Pedicles", "Transverse"))
        cut = name.endswith("of the cut disc")
        assert (len(corners(whole[name])) > 0) == (not cut)
        assert (len(corners(bare[name])) > 0) == (not cut and not behind)


@pytest.mark.parametrize("layer", ["lifted", "cut"])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_drawn_above_an_opened_disc(layer, view):
    changes = {"layer": layer, "view": view, "disc": "L2-3"}
    found, upper = shapes(**changes), simulate(ColumnState(**changes)).at("L2")
    assert not len(corners(found["Cord and roots"])) and not len(corners(found["Roots at the chosen disc"]))
    for name, shape in found.items():
        assert not len(corners(shape)) or corners(shape)[:, 1].max() < upper.z + (5 if "Arch" in name else 0), name
    assert bool(len(corners(found["Chosen disc"]))) == (layer == "lifted")


@pytest.mark.parametrize("view", VIEWS)
def test_the_nucleus_lies_inside_the_rings(view):
    found = shapes(layer="cut", view=view)
    rings, nucleus = (corners(found[f"{name} of the cut disc"]) for name in ("Rings", "Nucleus"))
    share = np.ptp(nucleus[:, 0]) / np.ptp(rings[:, 0])
    assert share == pytest.approx(0.4**0.5, abs=0.03), "40 % of the area is nucleus"
    assert rings[:, 0].min() < nucleus[:, 0].min() and nucleus[:, 0].max() < rings[:, 0].max()
    if view == "side":
        # The nucleus lies slightly behind the middle, and the back is on the left.
        assert nucleus[:, 0].min() + nucleus[:, 0].max() < rings[:, 0].min() + rings[:, 0].max()
    assert found["Rings of the cut disc"]["path"].count("M") == 6


@pytest.mark.parametrize("disc, lines", [("C5-6", 2), ("L4-5", 4), ("T7-8", 4)])
def test_the_roots_of_the_disc_are_drawn_on_both_sides(disc, lines):
    shape = shapes(disc=disc, layer="arches", view="back")["Roots at the chosen disc"]
    assert shape["path"].count("M") == lines
    x = corners(shape)[:, 0]
    assert x.min() == pytest.approx(-x.max(), abs=1.0)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("frame", ["column", "near"])
def test_leaders_end_where_the_result_has_what_they_name(view, frame):
    changes = {"view": view, "frame": frame, "disc": "L2-3", "lordosis": 30.0, "loss": 40.0, "stature": 190}
    result, found = simulate(ColumnState(**changes)), notes(**changes)
    lower, upper = result.at("L3"), result.at("L2")
    disc = "disc L2-3, behind" if view == "back" else "disc L2-3"
    assert lower.z < found[disc]["y"] < upper.z
    if frame == "near":
        assert found["vertebra L3"]["y"] == pytest.approx(lower.z, abs=16)
        assert found["vertebra L2"]["y"] == pytest.approx(upper.z, abs=8)
    else:
        assert result.at("T8").z < found["chest: T1 to T12"]["y"] < result.at("T4").z
        assert found["sacrum"]["y"] < 0
    if view == "side":
        # The disc is named on its front half, and the front is on the right.
        assert found["disc L2-3"]["x"] > (lower.y + upper.y) / 2
    if view == "back" and frame == "near":
        assert found["L2 root leaves"]["x"] > 0, "the right root, and the right is on the right"


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("frame", ["column", "near"])
def test_labels_stand_apart_on_two_sides(theme, view, layer, frame):
    plan = drawn(theme=theme, view=view, layer=layer, frame=frame)["layout"]
    low, high = plan["yaxis"]["range"]
    pixels = (plan["height"] - plan["margin"]["t"] - plan["margin"]["b"]) / (high - low)
    for side in ("left", "right"):
        beside = [
            note
            for note in plan["annotations"]
            if note["showarrow"] and note["xanchor"] == {"left": "right", "right": "left"}[side]
        ]
        rows = sorted(note["y"] * pixels - note["ay"] for note in beside)
        assert all(b - a > 1.45 * theme.size for a, b in zip(rows, rows[1:], strict=False))
        middle = sum(plan["xaxis"]["range"]) / 2
        starts = [(note["x"] - middle) * pixels + note["ax"] for note in beside]
        assert all(start * {"left": -1, "right": 1}[side] > 6 * theme.size for start in starts)
        assert len({round(start) for start in starts}) <= 1


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("layer", ["whole", "lifted", "cut"])
def test_a_label_stands_on_the_side_of_what_it_names(view, layer):
    changes = {"view": view, "layer": layer, "frame": "near"}
    plan = drawn(**changes)["layout"]
    middle = sum(plan["xaxis"]["range"]) / 2
    fixed = {label.text: label.side for label in labels(simulate(ColumnState(**changes)), flat=True)}
    for text, note in notes(**changes).items():
        if note["showarrow"] and abs(note["x"] - middle) > 1.1:
            side = fixed[text] or ("left" if note["x"] < middle else "right")
            assert note["xanchor"] == {"left": "right", "right": "left"}[side], text
    if layer == "whole":
        disc = "disc L4-5, behind" if view == "back" else "disc L4-5"
        assert fixed[disc] == {"front": "left", "back": "left"}.get(view, "right")


def test_bold_labels_belong_to_the_chosen_disc():
    found = drawn(frame="near", disc="L4-5")["layout"]["annotations"]
    bold = {note["text"] for note in found if note["showarrow"] and note["text"].startswith("<b>")}
    assert bold == {"<b>disc L4-5</b>", "<b>L4 root leaves</b>"}
    strong = {note["arrowwidth"] for note in found if note["showarrow"] and note["text"] in bold}
    weak = {note["arrowwidth"] for note in found if note["showarrow"] and note["text"] not in bold}
    assert min(strong) > max(weak)


def test_run_a_is_the_line_through_its_vertebrae():
    held = simulate(ColumnState(lordosis=30))
    run_a, _ = drawn(held=held)["data"]
    assert run_a["visible"] and run_a["line"]["dash"] == "dash"
    assert list(run_a["x"]) == pytest.approx([frame.y for frame in held.frames], abs=0.006)
    assert list(run_a["y"]) == pytest.approx([frame.z for frame in held.frames], abs=0.006)
    none, _ = drawn()["data"]
    assert not none["visible"] and not len(none["x"])


def test_run_a_is_said_below_the_drawing_and_the_prediction_elsewhere():
    said = drawn(held=reference(), prediction=24.0)["layout"]["annotations"][-1]
    assert said["text"] == "Grey, A: 531 mm long, low back 49.5°." and said["y"] == 0
    assert drawn(prediction=24.0)["layout"] == drawn()["layout"]
    assert drawn()["layout"]["annotations"][-1]["text"] == ""
    margins = [drawn(held=held)["layout"]["margin"]["b"] for held in (None, reference())]
    assert margins[1] > margins[0] + LIGHT.size, "there is room for it"


def test_a_projector_gets_a_higher_picture_on_the_same_scale_of_axes():
    small, large = (drawn(theme=theme)["layout"] for theme in (LIGHT, PRESENTER))
    assert large["height"] > small["height"] and large["xaxis"]["range"] == small["xaxis"]["range"]
    assert small["yaxis"]["scaleanchor"] == "x" and small["yaxis"]["scaleratio"] == 1


@pytest.mark.parametrize("frame", ["column", "near"])
@pytest.mark.parametrize("view", VIEWS)
def test_the_chosen_disc_lies_in_the_window(view, frame):
    for disc in DISCS:
        plan = drawn(view=view, frame=frame, disc=disc)["layout"]
        points = corners({shape["name"]: shape for shape in plan["shapes"]}["Chosen disc"])
        for place, axis in enumerate(("xaxis", "yaxis")):
            low, high = plan[axis]["range"]
            assert low < points[:, place].min() and points[:, place].max() < high
            if frame == "near":
                assert points[:, place].mean() == pytest.approx((low + high) / 2, abs=0.2 * (high - low))
