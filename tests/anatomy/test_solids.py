"""The solids of the column: their sizes, how they are bound and moved, and where cord and roots run."""

import numpy as np
import pytest

from spine_edu import data
from spine_edu.anatomy import shapes
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.column.model import ColumnState, level_card, reference, simulate
from spine_edu.anatomy.disc import ring_scales
from spine_edu.anatomy.solids.binding import PLACE, move, moves, turned
from spine_edu.anatomy.solids.discs import RINGS, disc_spot
from spine_edu.anatomy.solids.nerves import ROOTS
from spine_edu.anatomy.solids.parts import all_parts, named
from tests.anatomy.eye import Eye

DISCS = [disc.name for disc in reference().discs]


@pytest.mark.parametrize(
    "row", [r for r in data.table("anatomy_vertebrae") if r.posterior_height], ids=lambda r: r.vertebra
)
def test_bodies_have_the_measured_size(row):
    """The drawn body is at most a rim's rounding smaller than the table."""
    part = named(f"body of {row.vertebra}")
    width = np.ptp(part.vertices[:, 0])
    widest = max(row.upper_width, row.lower_width)
    assert widest * 0.91 < width < widest * 1.02


def test_every_part_has_a_name_of_its_own_and_sound_geometry():
    parts = [part for part in all_parts() if part.kind not in ("body", "coarse bone")]
    assert len({part.name for part in parts}) == len(parts)
    for part in all_parts():
        count = len(part.vertices)
        assert np.isfinite(part.vertices).all() and len(part.normals) == len(part.along) == count
        assert 0 <= part.triangles.min() and part.triangles.max() < count < 2**16
        assert part.frame.min() >= 0 and part.frame.max() < len(column.STACK)
        assert part.weight.min() >= 0 and part.weight.max() <= 1


@pytest.mark.parametrize("kind", ["disc", "nucleus", "ring", "upper endplate"])
def test_faces_are_turned_to_where_their_normals_point(kind):
    """Otherwise the browser would light them from inside."""
    for part in (part for part in all_parts() if part.kind == kind and part.level in ("C5-6", "L4-5")):
        corners, normals = part.vertices[part.triangles], part.normals[part.triangles].mean(axis=1)
        across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        broad = np.linalg.norm(across, axis=1) > 0.05
        # In a ring that is only two points wide the top of the wall may lean; nearly all faces must agree.
        assert np.mean((across * normals).sum(axis=1)[broad] > 0) > 0.95, part.name


def test_the_starting_position_does_not_move():
    moved = moves(reference())
    for name in ("L4-5 disc", "right L5 root", "sacrum", "C1"):
        part = named(name)
        assert np.allclose(move(part.vertices, part.frame, part.weight, moved), part.vertices)


def test_bones_move_rigidly_and_discs_fill_the_gap():
    result = simulate(ColumnState(lordosis=30, loss=40, disc="L4-5"))
    moved = moves(result)
    bone = named("L3")
    now = move(bone.vertices, bone.frame, bone.weight, moved)
    one, other = np.random.default_rng(1).integers(0, len(now), (2, 40))
    before, after = (np.linalg.norm(v[one] - v[other], axis=1) for v in (bone.vertices, now))
    assert np.allclose(before, after, atol=1e-6)
    low, high = (disc_spot("L4-5", 0, 0, share).now(moved) for share in (0, 1))
    assert np.linalg.norm(high - low) == pytest.approx(result.chosen.height, abs=0.05)
    front = [disc_spot("L4-5", 0, 34.3 / 2, share).now(moved) for share in (0, 1)]
    assert np.linalg.norm(front[1] - front[0]) == pytest.approx(result.chosen.front, abs=0.4)


def test_a_tall_column_is_wider_too():
    moved, disc = moves(simulate(ColumnState(stature=187))), named("L4-5 disc")
    now = move(disc.vertices, disc.frame, disc.weight, moved)
    assert np.ptp(now[:, 0]) == pytest.approx(1.1 * np.ptp(disc.vertices[:, 0]))


@pytest.mark.parametrize("disc", DISCS)
def test_the_wedge_of_each_disc_is_that_of_the_table(disc):
    row = next(d for d in reference().discs if d.name == disc)
    for share_of_depth, height in ((0.5, row.front), (0.0, row.height), (-0.5, row.back)):
        ends = [disc_spot(disc, 0, share_of_depth * row.depth, share) for share in (0, 1)]
        assert np.hypot(ends[1].y - ends[0].y, ends[1].z - ends[0].z) == pytest.approx(height, abs=0.35)


def test_rings_lie_inside_each_other_around_a_nucleus_of_the_right_size():
    scales = ring_scales(RINGS)
    assert scales[0] == 1 and scales[-1] ** 2 == pytest.approx(0.4)
    rings = [named(f"ring {k + 1} of the L4-5 annulus") for k in range(RINGS)]
    lefts = [-ring.vertices[:, 0].min() for ring in rings]
    assert lefts == sorted(lefts, reverse=True)
    nucleus, disc = named("nucleus of L4-5"), named("L4-5 disc")
    assert np.ptp(nucleus.vertices[:, 0]) == pytest.approx(0.4**0.5 * 48.4, rel=0.01)
    # The opening lies in front on the right: there the outermost ring is missing, on the left it is not.
    assert rings[0].vertices[:, 0].max() < disc.vertices[:, 0].max() < rings[0].vertices[:, 0].max() + 6
    front = disc.vertices[:, 1] > disc.vertices[:, 1].max() - 3
    assert disc.vertices[front][:, 0].max() > rings[0].vertices[rings[0].vertices[:, 1] > 15][:, 0].max()


def test_the_cord_ends_where_504_adults_had_it():
    cord = named("spinal cord")
    end = cord.vertices[:, 2].min()
    l1, l2 = reference().at("L1"), reference().at("L2")
    assert l2.z < end < l1.z, "in the lower third of L1"


def test_there_is_a_root_on_each_side_for_every_level():
    assert ROOTS == tuple("C2 C3 C4 C5 C6 C7 C8 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 L1 L2 L3 L4 L5 S1 S2 S3".split())
    for root in ROOTS:
        right, left = (named(f"{side} {root} root") for side in ("right", "left"))
        assert right.vertices[:, 0].max() > 15 and right.vertices[:, 0].min() > -1
        assert left.vertices[:, 0].min() == pytest.approx(-right.vertices[:, 0].max(), abs=0.8)


@pytest.mark.parametrize("disc", DISCS)
def test_the_leaving_root_leaves_at_the_height_of_its_disc(disc):
    """Beside the disc of the neck; behind the vertebra above, on its way down to the disc, everywhere else."""
    card = level_card(disc)
    root = named(f"right {card['leaves']} root")
    beside = np.abs(root.vertices[:, 0]) > 12
    heights = (root.frame + root.weight)[beside]
    assert PLACE[card["lower"]] - 0.1 <= heights.min() and heights.max() <= PLACE[card["upper"]] + 0.4
    if card["passes"]:
        passing = named(f"right {card['passes']} root")
        at_disc = np.abs(passing.frame + passing.weight - PLACE[card["lower"]] - 0.5) < 0.3
        assert at_disc.any() and passing.vertices[at_disc][:, 0].max() < 16, "it crosses the disc inside the canal"


def test_ligaments_lie_before_and_behind_the_bodies():
    front, back = (named(f"{word} longitudinal ligament") for word in ("anterior", "posterior"))
    body = named("body of L3").vertices
    for strap, sign in ((front, 1), (back, -1)):
        near = np.abs(strap.vertices[:, 2] - body[:, 2].mean()) < 8
        middle = near & (np.abs(strap.vertices[:, 0]) < 1)
        assert (sign * (strap.vertices[middle][:, 1] - body[:, 1].mean()) > 12).all()
    assert np.ptp(front.vertices[:, 0]) > np.ptp(back.vertices[:, 0])


# The sacrum -------------------------------------------------------------------------------------------------------


def in_sacrum(part):
    """Vertices of a part in the sacrum's own axes."""
    frame = reference().at("S1")
    return (part.vertices - (0, frame.y, frame.z)) @ turned(frame.tilt)


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_sacral_roots_run_inside_the_sacral_canal_and_out_through_their_opening(number, side):
    root = in_sacrum(named(f"{side} S{number} root"))
    assert shapes.group("S1", "body")(root).min() > -1.0, "outside the bone, give or take its mesh"
    x, y, z = root.T
    out, low, _ = shapes.SACRAL_OPENINGS[number - 1]
    inside = (z < -6) & (z > low + 9)
    middle, half_width, half_depth = shapes.sacral_canal(z[inside])
    assert inside.any() or number == 1
    assert ((np.abs(x[inside]) / half_width) ** 2 + ((y[inside] - middle) / half_depth) ** 2 < 1).all(), "in the canal"
    ahead = y > -12
    assert ahead.any() and (np.abs(x[ahead]) > out - 5).all() and (z[ahead] < low + 6).all(), "out to the front"
    assert y[z < -8].min() > shapes.sacral_canal(-10.0)[0] - 14, "not on the back of the sacrum"


def test_the_sacral_canal_has_a_roof_with_a_crest():
    """Going from the back to the front: air, roof, canal, body of the sacrum; in the middle the roof is thickest."""
    bone = shapes.group("S1", "body")
    for z in (-16.0, -30.0, -50.0, -66.0):
        middle, half_width, half_depth = (float(value) for value in shapes.sacral_canal(z))
        y = np.arange(-70.0, middle + half_depth + 8.0, 0.25)

        def runs(x, y=y, z=z):
            solid = bone(np.stack([np.full_like(y, x), y, np.full_like(y, z)], axis=1)) < 0
            changes = np.flatnonzero(np.diff(solid.astype(int)))
            return [float(y[change]) for change in changes]

        back, inner, wall = runs(0.0)[:3]
        assert back < inner < middle < wall and inner - back > 3.5
        assert back < runs(0.55 * half_width)[0] - 1.5, "the crest stands out"


def test_no_sacral_root_is_seen_on_the_back_of_the_sacrum():
    """From behind the roots end at the edge of the roof; what shows of them lower lies in the openings."""
    eye = Eye(simulate(ColumnState(disc="L5-S1", view="back", layer="arches", frame="near")))
    frame = reference().at("S1")
    for z in np.arange(-18.0, -78.0, -3.0):
        for x in (-6.0, -3.0, 0.0, 3.0, 6.0):
            point = np.array([x, *frame.place(-30.0, z)])
            assert eye.seen(point)[0].level == "S1", (x, z)
