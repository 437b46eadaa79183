"""The geometry kit: surfaces of known solids."""

import numpy as np
import pytest

from spine_edu.anatomy import mesh


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
