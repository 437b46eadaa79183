"""The slice through a disc: what lies where, and the lines it is made of."""

from math import cos, dist, hypot, pi, sin

import pytest

from spine_edu.anatomy import lines, surroundings
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.roots import model as roots
from spine_edu.anatomy.section import herniation, section, zone_place
from tests.drawn import apart, inside, middle

LEVELS = roots.RootsState.declarations()["level"].values
LOW_BACK = [level for level in LEVELS if not roots.in_neck(level)]


def ends(outline):
    """Lowest and highest y of an outline."""
    heights = [y for _, y in outline]
    return min(heights), max(heights)


# Who lies where ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
def test_front_and_back_are_not_changed_over(level):
    """From front to back: vessels or muscles of the neck, disc, canal, bone."""
    here = section(level)
    disc, canal = here.outlines["outer_annulus"][0], here.outlines["canal"][0]
    low, high = ends(disc)
    before, behind = here.outlines["anterior_ligament"][0], here.outlines["posterior_ligament"][0]
    assert ends(before)[1] > high - 0.5 and middle(before)[1] > 0 > middle(behind)[1]
    before = here.outlines["vessel"] or here.outlines["muscle"]  # no vessel is drawn before T1-2
    assert max(middle(line)[1] for line in before) > 0
    assert middle(canal)[1] < low < 0 and middle(here.outlines["sac"][0])[1] < here.back
    spine = min(here.outlines["bone"], key=lambda line: ends(line)[0])
    assert ends(spine)[0] < ends(canal)[0], "the spinous process reaches farthest back"
    assert all(middle(line)[1] < here.back for line in here.outlines["facet"])


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("tissue", ["bone", "facet", "muscle", "yellow_ligament", "root", "rings", "outer_annulus"])
def test_left_and_right_are_alike(level, tissue):
    mine = sorted((round(x, 4), round(y, 4)) for line in section(level).outlines[tissue] for x, y in line)
    other = sorted((round(-x, 4), round(y, 4)) for line in section(level).outlines[tissue] for x, y in line)
    assert len(mine) == len(other)
    assert max(min(dist(one, two) for two in other) for one in mine) < 0.15


@pytest.mark.parametrize("level", LEVELS)
def test_rings_and_nucleus_lie_in_each_other(level):
    outlines = section(level).outlines
    nested = [outlines["outer_annulus"][0], *outlines["rings"], outlines["nucleus"][0]]
    for outer, inner in zip(nested, nested[1:], strict=False):
        assert all(inside(point, outer) for point in inner)
    assert outlines["inner_annulus"][0] in outlines["rings"]


@pytest.mark.parametrize("level", LEVELS)
def test_roots_lie_outside_the_disc_and_contents_inside_the_canal(level):
    here = section(level)
    disc = here.outlines["outer_annulus"][0]
    assert not inside(here.exiting, disc) and here.exiting[0] > 0
    if here.traversing:
        assert not inside(here.traversing, disc) and here.exiting[0] > here.traversing[0] > 0
        assert inside(here.traversing, here.outlines["canal"][0])
    for name in ("cord", "cauda_equina"):
        for outline in here.outlines.get(name, ()):
            assert inside(middle(outline), here.outlines["sac"][0])
    for grey in here.outlines.get("grey", ()):
        assert inside(middle(grey), here.outlines["cord"][0])


@pytest.mark.parametrize("level", LEVELS)
def test_a_root_is_drawn_on_both_sides_where_it_is_said_to_be(level):
    here = section(level)
    for place in (here.traversing, here.exiting):
        for sign in (1, -1) if place else ():
            assert any(inside((sign * place[0], place[1]), line) for line in here.outlines["root"])


@pytest.mark.parametrize("level", LEVELS)
def test_cord_or_cauda_equina_as_the_level_has_it(level):
    outlines, content = section(level).outlines, column.content(level)
    assert ("cord" in outlines) == (content != "cauda equina")
    assert ("cauda_equina" in outlines) == (content != "cord")


def test_slices_of_the_neck_are_enlarged_and_those_of_the_low_back_are_not():
    assert {level: section(level).scale for level in ("C5-6", "T1-2", "T12-L1", "L4-5")} == {
        "C5-6": 1.6,
        "T1-2": 1.15,
        "T12-L1": 1.15,
        "L4-5": 1.0,
    }


# What lies around -------------------------------------------------------------------------------------------------


def found_vessels(level):
    return sorted(vessel.name for vessel in surroundings.vessels(level))


def test_the_aorta_has_divided_at_l4_5_and_the_veins_have_not_joined_at_l5_s1():
    """In 441 patients the aorta divided at L4 in two of three; of 210 patients 93 of 100 had two arteries at L4-5."""
    for level in ("T12-L1", "L1-2", "L2-3", "L3-4"):
        assert found_vessels(level) == ["aorta", "vena cava"]
    assert found_vessels("L4-5") == ["iliac artery", "iliac artery", "vena cava"]
    assert found_vessels("L5-S1") == ["iliac artery"] * 2 + ["iliac vein"] * 2
    assert found_vessels("T1-2") == [], "there is no aorta above its arch, at T4"
    assert found_vessels("C5-6") == ["vertebral artery"] * 2


@pytest.mark.parametrize("level", LEVELS)
def test_vessels_lie_clear_of_disc_muscles_and_each_other(level):
    cut = section(level).outlines
    for number, vessel in enumerate(cut["vessel"]):
        others = [*cut["outer_annulus"], *cut["muscle"], *cut["vessel"][:number]]
        assert not any(inside(point, other) for other in others for point in vessel)
        assert not any(inside(point, vessel) for other in others for point in other)


def test_the_aorta_lies_on_the_left_of_the_vena_cava():
    """The person's left is on the right of the paper."""
    for level in ("T12-L1", "L3-4", "L4-5"):
        places = {vessel.name: vessel.across for vessel in surroundings.vessels(level)}
        assert max(places.values()) > 0 > places["vena cava"]


def test_psoas_grows_on_its_way_down_and_there_is_none_beside_the_chest():
    def width(level):
        beside = [line for line in section(level).outlines["muscle"] if middle(line)[0] > 0 and middle(line)[1] > -10]
        return max(x for x, _ in beside[0]) - min(x for x, _ in beside[0])

    assert width("T12-L1") < width("L1-2") < width("L2-3") < width("L3-4") < width("L4-5") + 0.1
    assert width("T1-2") < 10


@pytest.mark.parametrize("level", LEVELS)
def test_every_kind_of_vessel_is_named_beside_itself(level):
    said = " ".join(words for words, *_ in surroundings.names(level)).replace("<br>", " ")
    said = said.replace("arteries and veins", "artery, iliac vein").replace("arteries", "artery")
    assert all(vessel.name in said for vessel in surroundings.vessels(level))
    for _, x, y, where in surroundings.names(level):
        assert not any(inside((x, y), line) for lines in section(level).outlines.values() for line in lines), where


# Herniations ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("side", ["left", "right"])
def test_herniations_leave_the_disc_backwards_on_their_side(level, side):
    """The person's right is on the left of the paper, as in scans."""
    here = section(level)
    disc, away = here.outlines["outer_annulus"][0], []
    for zone in roots.zones(level):
        outline = herniation(level, zone, side)
        (x, y), (nx, ny) = zone_place(level, zone, side)
        out = [point for point in outline if not inside(point, disc)]
        assert out and any(inside(point, disc) for point in outline), "out of the disc, through its wall"
        assert y < 0 and apart((x, y), disc) < 0.1 and hypot(nx, ny) == pytest.approx(1)
        assert not inside((x + nx, y + ny), disc) and inside((x - nx, y - ny), disc)
        assert middle(out)[1] < 0
        assert zone == "central" or (x < 0) == (middle(out)[0] < 0) == (side == "right")
        away.append(abs(x))
    assert away == sorted(away) and away[0] < 0.5


@pytest.mark.parametrize("level", LEVELS)
def test_a_herniation_on_the_left_mirrors_that_on_the_right(level):
    for zone in roots.zones(level):
        left, right = (herniation(level, zone, side) for side in ("left", "right"))
        assert max(apart((-x, y), right) for x, y in left) < 0.2


@pytest.mark.parametrize("level", LOW_BACK)
def test_the_herniation_reaches_for_the_root_of_its_zone(level):
    here = section(level)
    place = {"subarticular": here.traversing, "foraminal": here.exiting}
    for zone, (_, y) in place.items():
        outline = herniation(level, zone, "left")
        reach = {name: apart((u, v), outline) for name, (u, v) in place.items()}
        assert min(reach, key=reach.get) == zone and reach[zone] < 4
        assert y < middle([point for point in outline if point[1] < here.back + 2])[1] + 4, "the root lies behind it"


def test_an_unknown_disc_has_no_slice():
    with pytest.raises(ValueError, match="There is no disc 'C1-2'; the 23 discs run from C2-3 to L5-S1"):
        section("C1-2")


# Lines ------------------------------------------------------------------------------------------------------------


def test_needed_points_keep_a_line_where_it_is():
    line = [(20 * cos(2 * pi * k / 199), 20 * sin(2 * pi * k / 199)) for k in range(200)]
    few = lines.simplified(line, 0.1)
    assert len(few) < 60 and few[0] == line[0] and few[-1] == line[-1]
    assert all(hypot((x + u) / 2, (y + v) / 2) > 19.9 for (x, y), (u, v) in zip(few, few[1:], strict=False))
    assert max(apart(point, few) for point in line) <= 0.1


def test_a_line_in_space_is_thinned_too():
    line = [(0, 0, 0), (1, 0, 0.05), (2, 0, 0), (3, 0, 4), (4, 0, 0)]
    assert lines.needed(line, 0.1) == [True, False, True, True, True]


def test_corners_are_cut_at_a_quarter_and_three_quarters():
    square = [(0, 0), (4, 0), (4, 4), (0, 4)]
    assert lines.smooth(square, 1) == [(1, 0), (3, 0), (4, 1), (4, 3), (3, 4), (1, 4), (0, 3), (0, 1), (1, 0)]
    assert lines.smooth_open([(0, 0), (4, 0), (4, 4)], 1) == [(0, 0), (1, 0), (3, 0), (4, 1), (4, 3), (4, 4)]


def test_a_band_has_its_thickness_on_both_sides_of_its_line():
    assert lines.band([(0, 0), (1, 0), (2, 0)], 3) == [
        (0, -1.5),
        (1, -1.5),
        (2, -1.5),
        (2, 1.5),
        (1, 1.5),
        (0, 1.5),
        (0, -1.5),
    ]


@pytest.mark.parametrize(("value", "number"), [(-1, 10), (0, 10), (0.5, 15), (1, 20), (2.5, 50), (4, 80), (9, 80)])
def test_between_two_numbers_and_beyond_the_last(value, number):
    assert lines.interpolated(value, [0, 1, 4], [10, 20, 80]) == number


def test_lines_turn_and_move_as_they_are_told():
    square = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    assert lines.anticlockwise(square) == lines.anticlockwise(square[::-1]) == square
    assert lines.moved(square, 10, 20, 3)[2] == (13, 23)
    assert lines.mirrored([(1, 2), (3, 4)]) == [(-3, 4), (-1, 2)]
    assert lines.joined([[(1.234, 2), (3, 4)]]) == ([1.23, 3, None], [2, 4, None])
    assert lines.straight([square]) == "M0.0,0.0L1.0,0.0L1.0,1.0L0.0,1.0Z"
    assert lines.oval(5, 6, 2, 1, turn=90, count=5)[0] == pytest.approx((5, 8))
