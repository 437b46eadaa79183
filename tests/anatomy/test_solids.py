"""The solids of the column: sizes, free canal, rigid moves, layers."""

import numpy as np
import pytest

from spine_edu import data
from spine_edu.anatomy import shapes, solids
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.column.model import ColumnState, reference, simulate

LAYERS = ColumnState.declarations()["layer"].values


def kinds(state):
    codes = solids.shown(simulate(state))
    return {part.kind for part, code in zip(solids.parts(), codes, strict=True) if code}


def named(name):
    return next(part for part in solids.parts() if part.name == name)


@pytest.mark.parametrize(
    "row", [r for r in data.table("anatomy_vertebrae") if r.posterior_height], ids=lambda r: r.vertebra
)
def test_bodies_have_the_measured_size(row):
    """The drawn body is at most a rim's rounding smaller than the table."""
    part = named(f"body of {row.vertebra}")
    width = np.ptp(part.vertices[:, 0])
    widest = max(row.upper_width, row.lower_width)
    assert widest * 0.91 < width < widest * 1.02


@pytest.mark.parametrize("level", [level for level in shapes.LEVELS if level not in ("C1", "S1")])
def test_the_cord_and_the_cauda_equina_lie_in_a_free_canal(level):
    """No bone of the level fills the middle of its own canal."""
    v = shapes.size(level)
    middle = np.array([[0.0, v.back - v.canal_depth / 2, z] for z in np.linspace(-v.height / 2, v.height / 2, 5)])
    ring = [middle + (3.0 * np.cos(a), 3.0 * np.sin(a), 0) for a in np.linspace(0, 6, 7)]
    assert shapes.vertebra(level)(np.vstack([middle, *ring])).min() > 0


def test_every_part_has_a_name_of_its_own_and_sound_geometry():
    parts = [part for part in solids.parts() if part.kind not in ("body", "coarse bone")]
    assert len({part.name for part in parts}) == len(parts)
    for part in solids.parts():
        count = len(part.vertices)
        assert np.isfinite(part.vertices).all() and len(part.normals) == count
        assert 0 <= part.triangles.min() and part.triangles.max() < count < 2**16
        assert part.frame.min() >= 0 and part.frame.max() < len(column.STACK)
        assert part.weight.min() >= 0 and part.weight.max() <= 1


def test_the_starting_position_does_not_move():
    moved = solids.moves(reference())
    part = named("L4-5 disc")
    assert np.allclose(solids.move(part.vertices, part.frame, part.weight, moved), part.vertices)


def test_bones_move_rigidly_and_discs_fill_the_gap():
    result = simulate(ColumnState(lordosis=30, loss=40, disc="L4-5"))
    moved = solids.moves(result)
    bone = named("L3")
    now = solids.move(bone.vertices, bone.frame, bone.weight, moved)
    pick = np.random.default_rng(1).integers(0, len(now), (40, 2))
    apart = lambda v: np.linalg.norm(v[pick[:, 0]] - v[pick[:, 1]], axis=1)  # noqa: E731
    assert np.allclose(apart(now), apart(bone.vertices), atol=1e-6)
    low, high = (solids.disc_spot("L4-5", 0, 0, share).now(moved) for share in (0, 1))
    assert np.linalg.norm(high - low) == pytest.approx(result.chosen.height, abs=0.05)
    front = [solids.disc_spot("L4-5", 0, 34.3 / 2, share).now(moved) for share in (0, 1)]
    assert np.linalg.norm(front[1] - front[0]) == pytest.approx(result.chosen.front, abs=0.4)


@pytest.mark.parametrize("disc", [d.name for d in reference().discs])
def test_the_wedge_of_each_disc_is_that_of_the_table(disc):
    row = next(d for d in reference().discs if d.name == disc)
    for share_of_depth, height in ((0.5, row.front), (0.0, row.height), (-0.5, row.back)):
        ends = [solids.disc_spot(disc, 0, share_of_depth * row.depth, share) for share in (0, 1)]
        assert np.hypot(ends[1].y - ends[0].y, ends[1].z - ends[0].z) == pytest.approx(height, abs=0.35)


def test_layers_peel_from_outside_in():
    assert kinds(ColumnState()) == {"bone", "disc", "nerve", "ligament"}
    assert kinds(ColumnState(layer="ligaments")) == {"bone", "disc", "nerve"}
    assert kinds(ColumnState(layer="arches")) == {"body", "disc", "nerve"}
    assert kinds(ColumnState(layer="lifted")) == {"bone", "disc", "upper endplate"}
    assert kinds(ColumnState(layer="cut")) == {"bone", "disc", "ring", "nucleus", "lower endplate"}


@pytest.mark.parametrize("disc", [d.name for d in reference().discs])
def test_every_disc_can_be_cut(disc):
    codes = solids.shown(simulate(ColumnState(disc=disc, layer="cut")))
    cut = [part for part, code in zip(solids.parts(), codes, strict=True) if code and part.level == disc]
    assert [part.kind for part in cut].count("ring") == solids.RINGS
    assert {part.material for part in cut} >= {"ring a", "ring b", "nucleus", "endplate"}


def test_the_chosen_disc_and_its_roots_are_marked():
    codes = solids.shown(simulate(ColumnState(disc="L5-S1")))
    marked = {part.name for part, code in zip(solids.parts(), codes, strict=True) if code == 2}
    assert marked == {"L5-S1 disc", "right L5 root", "left L5 root", "right S1 root", "left S1 root"}


def test_the_cord_ends_where_504_adults_had_it():
    cord = named("spinal cord")
    end = cord.vertices[:, 2].min()
    l1, l2 = reference().at("L1"), reference().at("L2")
    assert l2.z < end < l1.z, "in the lower third of L1"


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("view", ColumnState.declarations()["view"].values)
@pytest.mark.parametrize("frame", ["column", "near"])
def test_every_view_has_labels_and_a_camera(layer, view, frame):
    for disc in ("C2-3", "T7-8", "L5-S1"):
        result = simulate(ColumnState(layer=layer, view=view, frame=frame, disc=disc))
        words = [label[0] for label in solids.labels(result)]
        assert len(words) == len(set(words)) >= 3 and all(words)
        assert solids.camera(result)["reach"] > 10


def test_unknown_shapes_are_refused():
    with pytest.raises(ValueError, match="There is no vertebra 'L6'"):
        shapes.group("L6", "body")
    with pytest.raises(ValueError, match="has no group 'wing'"):
        shapes.group("L5", "wing")
