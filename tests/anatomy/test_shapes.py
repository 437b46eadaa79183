"""Sizes of the vertebrae, and their shapes as solids: free canal, processes where they belong, boxes that hold all."""

import subprocess
import sys

import numpy as np
import pytest

from spine_edu.anatomy import mesh, processes, shapes
from spine_edu.anatomy.sizes import LEVELS, size

PROCESSED = [level for level in LEVELS if level not in ("C1", "S1")]


def surface(level, group):
    """Points of the surface of a group of a vertebra, in the vertebra's own axes."""
    return mesh.surface(shapes.group(level, group), *shapes.group_bounds(level, group), 2.0)[0]


def test_what_was_not_measured_is_taken_from_below():
    assert LEVELS[0] == "C1" and LEVELS[-1] == "S1" and len(LEVELS) == 25
    assert (size("L4").upper_width, size("L4").lower_depth, size("L4").canal_depth) == (46.6, 33.9, 18.6)
    assert size("C1").canal_width == size("C2").canal_width == 24.5
    assert size("S1").canal_width == 28.0
    assert size("L5").height == pytest.approx(22.9 + (34.7 + 33.2) / 2 * np.tan(np.radians(7) / 2))
    with pytest.raises(ValueError, match="There is no vertebra 'L6'; there are C1, C2"):
        size("L6")


def test_the_model_and_the_words_of_the_column_need_no_numpy():
    modules = "spine_edu.anatomy.column.words, spine_edu.anatomy.roots.words, spine_edu.anatomy.sizes"
    code = f"import sys; sys.modules['numpy'] = None; import {modules}"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


@pytest.mark.parametrize("level", PROCESSED)
def test_the_cord_and_the_cauda_equina_lie_in_a_free_canal(level):
    """No bone of the level fills the middle of its own canal."""
    v = size(level)
    middle = np.array([[0.0, v.back - v.canal_depth / 2, z] for z in np.linspace(-v.height / 2, v.height / 2, 5)])
    ring = [middle + (3.0 * np.cos(a), 3.0 * np.sin(a), 0) for a in np.linspace(0, 6, 7)]
    assert shapes.vertebra(level)(np.vstack([middle, *ring])).min() > 0


@pytest.mark.parametrize("level", LEVELS)
def test_a_vertebra_is_the_same_on_both_sides_and_lies_in_its_box(level):
    low, high = (np.array(corner) for corner in shapes.bounds(level))
    points = np.random.default_rng(7).uniform(low, high, (500, 3))
    solid = shapes.vertebra(level)
    assert solid(points) == pytest.approx(solid(points * (-1, 1, 1)))
    assert (solid(points) < 0).any()
    for axis in range(3):
        for edge in (low, high):
            wall = points.copy()
            wall[:, axis] = edge[axis]
            assert solid(wall).min() > 0, "the surface search would cut it off"


@pytest.mark.parametrize("level", ["C4", "C7", "T6", "T12", "L1", "L5"])
def test_processes_reach_as_far_as_their_tables_say(level):
    v, pitch = size(level), np.radians(processes.PITCH[level])
    arch, transverse = surface(level, "arch"), surface(level, "transverse")
    tip = v.arch - 1.5 - processes.LENGTH[level] * np.cos(pitch)
    assert arch[:, 1].min() == pytest.approx(tip, abs=4.5)
    assert transverse[:, 0].max() == pytest.approx(processes.HALF_SPAN[level], abs=5)
    assert arch[:, 1].max() < v.back


@pytest.mark.parametrize("level", ["C4", "T6", "L3"])
def test_joints_lie_above_and_below_the_body_beside_the_canal(level):
    v, joints = size(level), surface(level, "joints")
    assert joints[:, 2].max() > v.height / 2 and joints[:, 2].min() < -v.height / 2
    behind = joints[joints[:, 1] < v.back - 2]
    assert np.abs(behind[:, 0]).min() > 3, "the middle stays free for the arch"


def test_the_neck_has_holes_for_the_artery_and_the_others_have_none():
    v = size("C5")
    hole = np.array([[0.5 * v.width + 4.6, v.back + 1.0, -0.5]])
    assert shapes.group("C5", "transverse")(hole)[0] > 1
    assert shapes.vertebra("C1")(np.array([[25.5, -3.2, 0.0]]))[0] > 1


def test_c1_is_a_ring_and_c2_has_its_peg():
    assert shapes.vertebra("C1")(np.array([[0.0, 0.0, 0.0]]))[0] > 2
    assert shapes.group("C2", "body")(np.array([[0.0, 0.0, size("C2").height / 2 + 10.0]]))[0] < 0
    assert shapes.group("C1", "arch") is None and shapes.group("S1", "joints") is None


def test_unknown_shapes_are_refused():
    with pytest.raises(ValueError, match="There is no vertebra 'L6'"):
        shapes.group("L6", "body")
    with pytest.raises(ValueError, match="has no group 'wing'"):
        shapes.group("L5", "wing")
