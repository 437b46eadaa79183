"""The geometry kit: surfaces of known solids."""

import numpy as np
import pytest

from spine_edu.anatomy import mesh, shapes


def ball(points):
    return np.linalg.norm(points - (1.0, 2.0, 3.0), axis=1) - 10.0


def volume(vertices, triangles):
    corner = vertices[triangles]
    return np.einsum("ij,ij->i", corner[:, 0], np.cross(corner[:, 1], corner[:, 2])).sum() / 6


def test_surface_of_a_ball():
    vertices, normals, triangles = mesh.surface(ball, (-11, -10, -9), (13, 14, 15), 1.5)
    assert np.abs(ball(vertices)).max() < 0.02
    assert np.allclose(normals, (vertices - (1, 2, 3)) / 10, atol=0.02)
    assert volume(vertices, triangles) == pytest.approx(4 / 3 * np.pi * 1000, rel=0.02), "closed, and turned outwards"
    edges = np.sort(np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]]), axis=1)
    assert (np.unique(edges, axis=0, return_counts=True)[1] == 2).all(), "every edge has two sides"


@pytest.mark.parametrize("level", ["C1", "C4", "T6", "L4", "S1"])
def test_points_that_are_spared_do_not_change_a_bone(level, monkeypatch):
    solid, (low, high) = shapes.vertebra(level), shapes.bounds(level)
    found = [*mesh.surface(solid, low, high, 3.0), *mesh.outlines(solid, low, high, 3.0, look=0)]

    def every_point(solid, low, high, step):
        shape, points = mesh.grid(low, high, step)
        return solid(points).reshape(shape)

    monkeypatch.setattr(mesh, "_field", every_point)
    whole = [*mesh.surface(solid, low, high, 3.0), *mesh.outlines(solid, low, high, 3.0, look=0)]
    assert len(found) == len(whole)
    for one, other in zip(found, whole, strict=True):
        assert one == pytest.approx(other)


def test_outline_of_a_ball_is_a_circle_of_touching_points():
    (line,) = mesh.outlines(ball, (-11, -10, -9), (13, 14, 15), 0.5, 0)
    assert np.linalg.norm(line[:, 1:] - (2, 3), axis=1) == pytest.approx(10, abs=0.1)
    assert line[:, 0] == pytest.approx(1, abs=0.6)


def test_unions_and_cuts():
    points = np.array([[0.0, 0, 0], [3.0, 0, 0]])
    one, other = np.array([1.0, -2.0]), np.array([-1.0, 5.0])
    assert mesh.smooth_union(one, other, 0.1) == pytest.approx(np.minimum(one, other), abs=0.03)
    assert (mesh.smooth_union(one, other, 4.0) <= np.minimum(one, other)).all()
    assert mesh.smooth_cut(one, other, 0.1) == pytest.approx(np.maximum(one, -other), abs=0.03)
    assert mesh.rod(points, (0, 0, -5), (0, 0, 5), 1.0) == pytest.approx([-1, 2])
    assert mesh.block(points, (0, 0, 0), (1, 1, 1)) == pytest.approx([-1, 2])
    assert mesh.ellipsoid(points, (0, 0, 0), (1, 1, 1))[1] == pytest.approx(2)


def test_tube_is_closed_and_turned_outwards():
    path = np.stack([np.zeros(9), np.linspace(0, 1, 9), np.linspace(0, 40, 9)], axis=1)
    vertices, _, triangles = mesh.tube(path, np.full(9, 2.0), 24)
    assert volume(vertices, triangles) == pytest.approx(np.pi * 4 * 40, rel=0.03)


def test_both_sides_and_rods_that_run_into_each_other():
    points = np.array([[4.0, 0, 0], [-4.0, 0, 0], [0.0, 0, 0]])
    row = ((4, 0, -5), (4, 0, 5), 1.0)
    assert mesh.both_sides(points, lambda p: mesh.rods(p, [row], 0.1)) == pytest.approx([-1, -1, 3])
    assert mesh.rods(points, [row, ((-4, 0, -5), (-4, 0, 5), 1.0)], 0.1) == pytest.approx([-1, -1, 3], abs=0.03)
    assert mesh.common(np.array([-2.0, 1.0]), np.array([-1.0, -5.0]), 0.1) == pytest.approx([-1, 1], abs=0.03)


def test_strips_and_fans_cover_a_square_once():
    square = np.array([[x, y, 0.0] for y in (0, 1, 2) for x in (0, 1, 2)])

    def area(vertices, triangles):
        corner = vertices[triangles]
        return np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])[:, 2] / 2

    assert area(square, mesh.strip(3, 3)).sum() == pytest.approx(4) and (area(square, mesh.strip(3, 3)) > 0).all()
    rim = np.array([[0.0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0], [0, 0, 0], [1, 1, 0]])
    assert area(rim, mesh.fan(5)) == pytest.approx([1, 1, 1, 1])


def test_normals_of_a_circle_point_outwards_and_lengths_add_up():
    turn = np.linspace(0, 2 * np.pi, 49)
    circle = 5 * np.stack([np.cos(turn), np.sin(turn)], 1)
    assert mesh.outward(circle, closed=True) == pytest.approx(circle / 5, abs=1e-6)
    assert mesh.outward(circle, closed=False)[1:-1] == pytest.approx(circle[1:-1] / 5, abs=1e-6)
    assert mesh.lengths(circle)[[0, -1]] == pytest.approx([0, 10 * np.pi], rel=0.01)
