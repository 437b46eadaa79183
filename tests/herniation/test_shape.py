"""The shape builder: names, areas, canal share and roots; one geometry in three views; and what is said of it."""

import itertools
import math
import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.anatomy.lines import even, superellipse
from spine_edu.anatomy.section import section
from spine_edu.herniation.shape import behind
from spine_edu.herniation.shape import figure as drawing
from spine_edu.herniation.shape import side as side_view
from spine_edu.herniation.shape.material import circle, half_width
from spine_edu.herniation.shape.model import (
    ASKED,
    ShapeState,
    agreed_name,
    canal_grade,
    pedicle_level,
    simulate,
)
from spine_edu.herniation.shape.site import constant, site
from spine_edu.herniation.shape.words import compare, sentence, table
from spine_edu.theme import LIGHT, THEMES, contrast
from tests.drawn import apart, inside, lines, middle, on_track, paths, said, shape, trace

LOW_BACK = ("L1-2", "L2-3", "L3-4", "L4-5", "L5-S1")
LEVELS = (*LOW_BACK, "C5-6", "C6-7")
#: A protrusion by every rule; each case below changes what its rule looks at.
PROTRUSION = {
    "extent": 10,
    "base": 14,
    "dome": 10,
    "base_height": 7,
    "height": 6,
    "reach": 5,
    "migration": 0,
    "joined": True,
}


# The nomenclature's definitions (Fardon 2014) as a table of shapes and names ---------------------------------------


@pytest.mark.parametrize(
    ("changes", "name", "rule"),
    [
        ({}, "protrusion", "focal"),
        ({"reach": 0}, "normal edge", "flat"),
        ({"extent": 24.9}, "protrusion", "focal"),
        ({"extent": 25}, "protrusion", "focal"),
        ({"extent": 25.1}, "bulge", "broad"),
        ({"extent": 100}, "bulge", "broad"),
        ({"extent": 60, "dome": 30, "height": 20}, "bulge", "broad"),
        ({"dome": 14}, "protrusion", "focal"),
        ({"dome": 14.1}, "extrusion", "wide"),
        ({"height": 7}, "protrusion", "focal"),
        ({"height": 7.1}, "extrusion", "tall"),
        ({"dome": 14.1, "height": 7.1}, "extrusion", "wide"),
        ({"migration": 0.5}, "protrusion", "focal"),
        ({"migration": 0.6}, "extrusion", "tall"),
        ({"migration": -12}, "extrusion", "tall"),
        ({"joined": False}, "sequestration", "free"),
        ({"joined": False, "dome": 4, "height": 4}, "sequestration", "free"),
        ({"joined": False, "extent": 60}, "sequestration", "free"),
        ({"joined": False, "reach": 0}, "normal edge", "flat"),
    ],
)
def test_a_shape_has_its_agreed_name(changes, name, rule):
    row = agreed_name(**{**PROTRUSION, **changes})
    assert (row.name, row.rule) == (name, rule)


def test_bulge_and_normal_edge_are_not_herniations():
    assert {row.name: row.herniation for row in data.table("herniation_names")} == {
        "normal edge": "no",
        "bulge": "no",
        "protrusion": "yes",
        "extrusion": "yes",
        "sequestration": "yes",
    }


def test_a_bulge_all_round_and_one_that_is_not():
    assert simulate(ShapeState(extent=100)).name == "bulge all round"
    assert simulate(ShapeState(extent=99)).name == "asymmetric bulge"


def test_the_name_does_not_depend_on_cover_water_or_look():
    names = {
        simulate(ShapeState(dome=20, cover=cover, water=water, skin=skin)).name
        for cover in ("annulus", "ligament", "nothing")
        for water in ("wet", "dry")
        for skin in ("drawing", "mri")
    }
    assert names == {"extrusion"}


# Areas ----------------------------------------------------------------------------------------------------------------


def area(polygon):
    ahead = [*polygon[1:], polygon[0]]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(polygon, ahead, strict=True))) / 2


def superellipse_area(width, depth, power):
    return width * depth * math.gamma(1 + 1 / power) ** 2 / math.gamma(1 + 2 / power)


@pytest.mark.parametrize(("power", "published"), [(2, 1308), (2.4, 1392)])
def test_the_published_example_of_a_disc_outline(power, published):
    """W = 49, D = 34 mm: 1308 mm2 as an ellipse, 1392 with power 2.4 (biomechanics dossier, 1.4)."""
    polygon = superellipse(49, 34, power, 2000)
    assert area(polygon) == pytest.approx(superellipse_area(49, 34, power), rel=1e-4)
    assert area(polygon) == pytest.approx(published, abs=1)


@pytest.mark.parametrize("level", LEVELS)
def test_a_disc_is_a_superellipse_less_its_hollow(level):
    disc = site(level).disc
    whole = superellipse_area(disc.width, disc.depth, disc.power)
    hollow = 0.22 * disc.width * math.sqrt(math.pi) * disc.notch * disc.depth
    assert area(site(level).outline) == pytest.approx(whole - hollow, rel=5e-3)


@pytest.mark.parametrize("level", LOW_BACK)
def test_the_canal_is_a_triangle_with_bowed_sides(level):
    here, bow = site(level), constant("canal_power")
    behind_midline = here.canal_width * here.canal_depth * bow / (bow + 1)
    assert area(here.canal) == pytest.approx(here.canal_area, rel=0.01)
    assert behind_midline * 0.9 < here.canal_area < behind_midline * 1.15


def test_nucleus_takes_its_share_of_the_disc():
    for level in LEVELS:
        share = area(site(level).nucleus) / area(site(level).outline)
        assert share == pytest.approx(data.value("anatomy_column.nucleus_share"), rel=0.01)


@settings(max_examples=40)
@given(base=st.floats(4, 20), dome=st.floats(2, 25), reach=st.floats(1, 14))
def test_material_is_as_wide_as_its_base_and_its_dome(base, dome, reach):
    half = [half_width(out, base, dome, reach) for out in even(0, reach, 400)]
    assert half[0] == pytest.approx(base / 2, rel=0.02) and half[-1] == pytest.approx(0, abs=0.05)
    assert max(half) == pytest.approx(max(base, dome) / 2, rel=0.02)
    if dome <= base:
        assert half_width(reach / 2, base, dome, reach) == pytest.approx(min(dome, 0.97 * base) / 2, rel=0.02)


# Canal share ----------------------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(
    level=st.sampled_from(LOW_BACK),
    zone=st.sampled_from(("central", "subarticular")),
    side=st.sampled_from(("left", "right")),
    extent=st.floats(4, 100),
    dome=st.floats(4, 25),
    reach=st.floats(1, 13),
    joined=st.sampled_from(("joined", "free")),
)
def test_more_size_never_takes_less_of_the_canal(level, zone, side, extent, dome, reach, joined):
    state = ShapeState(level=level, zone=zone, side=side, extent=extent, dome=dome, reach=reach, continuity=joined)
    smaller, larger = simulate(state).share, simulate(state.replace(reach=reach + 1)).share
    assert 0 <= smaller <= larger + 0.004 <= 1.004


@given(
    level=st.sampled_from(LOW_BACK),
    zone=st.sampled_from(("central", "subarticular", "foraminal")),
    dome=st.floats(4, 25),
    reach=st.floats(1, 14),
)
@settings(max_examples=30)
def test_left_mirrors_right(level, zone, dome, reach):
    left, right = (
        simulate(ShapeState(level=level, zone=zone, side=side, dome=dome, reach=reach)) for side in ("left", "right")
    )
    assert left.share == pytest.approx(right.share, abs=0.004)
    assert (left.name, left.root, left.touched) == (right.name, right.root, right.touched)


def test_the_share_is_an_area():
    """A free piece wholly inside the canal takes its own area, a superellipse's, of the canal's."""
    result = simulate(ShapeState(zone="central", continuity="free", dome=8, reach=6))
    own = superellipse_area(8, 6, 2.4)
    assert result.share == pytest.approx(own / site("L5-S1").canal_area, rel=0.03)


@pytest.mark.parametrize(
    ("share", "grade"),
    [
        (0, "none"),
        (0.01, "mild"),
        (0.33, "mild"),
        (0.334, "moderate"),
        (0.66, "moderate"),
        (0.67, "severe"),
        (1, "severe"),
    ],
)
def test_the_canal_is_graded_in_thirds(share, grade):
    assert canal_grade(share) == grade


# Roots, levels, codes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "passes", "leaves"),
    [("L1-2", "L2", "L1"), ("L2-3", "L3", "L2"), ("L3-4", "L4", "L3"), ("L4-5", "L5", "L4"), ("L5-S1", "S1", "L5")],
)
@pytest.mark.parametrize("side", ["left", "right"])
def test_the_root_rule_of_the_low_back(level, passes, leaves, side):
    roots = {
        zone: simulate(ShapeState(level=level, side=side, zone=zone)).root
        for zone in ("central", "subarticular", "foraminal", "extraforaminal")
    }
    assert roots == {"central": "", "subarticular": passes, "foraminal": leaves, "extraforaminal": leaves}


@pytest.mark.parametrize(("level", "root"), [("C5-6", "C6"), ("C6-7", "C7")])
def test_the_root_rule_of_the_neck(level, root):
    assert simulate(ShapeState(level=level, zone="foraminal", height=4)).root == root
    central = simulate(ShapeState(level=level, zone="central", reach=7, dome=8))
    assert central.root == "" and central.sac_touched and central.site.contents == "spinal cord"


def test_the_cord_lies_behind_no_disc_below_the_second_lumbar_vertebra():
    contents = {level: site(level).contents for level in LOW_BACK}
    assert {level for level, words in contents.items() if "cord" in words} == {"L1-2"}


def test_a_small_shape_far_from_the_root_does_not_touch_it():
    result = simulate(ShapeState(extent=2, dome=2, reach=1))
    assert not result.touched and 0 < result.apart < 2


@pytest.mark.parametrize(
    ("migration", "level"),
    [
        (0, "disc level"),
        (3, "disc level"),
        (-3, "disc level"),
        (5, "suprapedicular level of L5"),
        (12, "pedicular level of L5"),
        (20, "infrapedicular level of L5"),
        (-8, "infrapedicular level of L4"),
        (-20, "pedicular level of L4"),
    ],
)
def test_the_height_is_told_by_the_pedicles(migration, level):
    assert pedicle_level(site("L4-5"), migration) == level


@pytest.mark.parametrize(
    ("settings_", "code"),
    [
        ({"reach": 5}, "1-B"),
        ({"reach": 6}, "2-B"),
        ({"reach": 12}, "3-B"),
        ({"reach": 5, "zone": "central"}, "1-A"),
        ({"reach": 5, "zone": "foraminal"}, "1-C"),
        ({"extent": 50}, ""),
        ({"level": "C5-6", "zone": "central"}, ""),
    ],
)
def test_the_msu_code(settings_, code):
    assert simulate(ShapeState(**settings_)).msu == code


def test_noors_extrusion():
    row = next(
        row
        for row in data.table("scenarios")
        if row.explorer == "herniation_shape" and row.name == "Noor’s right L5-S1 extrusion"
    )
    result = simulate(ShapeState.from_text(f"herniation_shape v1: {row.settings}", "herniation_shape"))
    assert (result.name, result.root, result.root_kind, result.touched) == ("extrusion", "S1", "traversing", True)
    assert result.state.side == "right" and result.contained


# The site and its edge ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "sizes"),
    [
        ("L4-5", (48.4, 34.3, 14.8, 8.2, 26.25, 19.15, 24.1, 22.9)),
        ("L5-S1", (49.2, 33.1, 15.06, 6.94, 27.55, 18.35, 22.9, 24.0)),
        ("C5-6", (18.9, 17.1, 6.05, 4.55, 25.35, 17.75, 11.4, 10.9)),
    ],
)
def test_the_sizes_of_a_site(level, sizes):
    """Disc of the made-up adult; canals and bodies are means of Panjabi 1991 and 1992, and those of S1 are drawn."""
    here = site(level)
    assert (
        here.width,
        here.depth,
        here.height_front,
        here.height_back,
        here.canal_width,
        here.canal_depth,
        here.body_above,
        here.body_below,
    ) == pytest.approx(sizes, abs=0.01)


@pytest.mark.parametrize("level", LEVELS)
def test_the_canal_is_as_wide_as_in_the_slice_of_the_root_finder(level):
    """One body, one canal: the shape builder and the slice draw the same sizes."""
    here, line = site(level), [point for line in section(level).outlines["canal"] for point in line]
    across, back = [x for x, _ in line], min(y for _, y in line)
    assert max(across) - min(across) == pytest.approx(here.canal_width, abs=0.15)
    assert here.back - back - 0.6 == pytest.approx(here.canal_depth, abs=0.1), "the slice's smooth line lies 0.6 behind"


def test_what_fills_the_canal_and_who_lies_there():
    """The rows of herniation_levels.csv and herniation_zones.csv (Fardon 2014), typed a second time."""
    assert {level: (site(level).region, site(level).contents) for level in LEVELS} == {
        "L1-2": ("low back", "end of the cord"),
        "L2-3": ("low back", "cauda equina"),
        "L3-4": ("low back", "cauda equina"),
        "L4-5": ("low back", "cauda equina"),
        "L5-S1": ("low back", "cauda equina"),
        "C5-6": ("neck", "spinal cord"),
        "C6-7": ("neck", "spinal cord"),
    }
    assert [(row.zone, row.in_neck, row.root, row.msu) for row in data.table("herniation_zones")] == [
        ("central", "yes", "none", "A"),
        ("subarticular", "no", "traversing", "B"),
        ("foraminal", "yes", "exiting", "C"),
        ("extraforaminal", "no", "exiting", "C"),
    ]


@pytest.mark.parametrize("level", LEVELS)
def test_places_on_the_edge(level):
    """0 is the back in the middle, plus is the patient's left, and the direction points out of the disc."""
    here = site(level)
    assert here.edge(0)[0] == pytest.approx((0, here.back), abs=1e-6) and here.edge(0)[1] == pytest.approx((0, -1))
    for s in even(-here.circumference / 2, here.circumference / 2, 30):
        (x, y), (nx, ny) = here.edge(s)
        assert apart((x, y), here.outline) < 1e-9 and math.hypot(nx, ny) == pytest.approx(1)
        assert not inside((x + nx, y + ny), here.outline) and inside((x - nx, y - ny), here.outline)
        assert abs(x) < 1e-6 or (x > 0) == (s > 0)
        assert here.edge(s + here.circumference)[0] == pytest.approx((x, y))
        for out in (1, 6, 12):
            _, distance = here.near(x + nx * out, y + ny * out)
            assert distance == pytest.approx(
                min(math.dist((x + nx * out, y + ny * out), point) for point in here.outline[:-1:2])
            )


@pytest.mark.parametrize("level", LEVELS)
def test_each_cell_of_the_canal_knows_its_nearest_place_on_the_edge(level):
    here = site(level)
    known = sorted(distance for _, row in here.canal_beside_edge for distance in row)
    assert len(known) == here.canal_cells
    third = here.circumference / 3
    edge = [point for point, s in zip(here.outline, here.arc, strict=True) if abs(s) < third][::2]
    cells = [(x, y) for y, row in here.canal_rows[::9] for x in row[::7]]
    assert all(inside(cell, here.canal) or apart(cell, here.canal) < 0.1 for cell in cells)
    for cell in cells:
        nearest = min(math.dist(cell, point) for point in edge)
        assert any(abs(nearest - distance) < 1e-9 for distance in known)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("side", ["left", "right"])
def test_roots_lie_free_beside_the_disc_in_their_zones(level, side):
    here = site(level)
    places = here.roots(side)
    assert list(places) == (["exiting"] if here.region == "neck" else ["traversing", "exiting", "exiting far"])
    for x, y in places.values():
        assert (x > 0) == (side == "left"), "x points to the patient's left"
        assert not inside((x, y), here.outline) and apart((x, y), here.outline) == pytest.approx(3.5, abs=0.05)
    outwards = [abs(x) for x, _ in places.values()]
    assert outwards == sorted(outwards)
    if here.region == "low back":
        assert abs(places["traversing"][0]) < here.canal_width / 2 < abs(places["exiting"][0])


@pytest.mark.parametrize("level", LEVELS)
def test_the_sac_lies_in_the_canal(level):
    here = site(level)
    assert all(inside(point, here.canal) for point in here.sac)
    assert all(y < here.back for _, y in here.sac)


# The material ---------------------------------------------------------------------------------------------------------

KINDS = [
    {},
    {"dome": 20},
    {"extent": 60},
    {"extent": 100},
    {"continuity": "free", "cover": "nothing"},
    {"zone": "foraminal"},
    {"zone": "central", "level": "C5-6"},
]


@pytest.mark.parametrize("change", KINDS, ids=str)
def test_what_is_drawn_is_what_is_counted(change):
    """A point of the canal lies in the material if, and only if, it lies in the outline that is drawn."""
    result = simulate(ShapeState(**{"reach": 8, **change}))
    here, outline = result.site, result.material.outline
    cells = [(x, y) for y, row in here.canal_rows[::5] for x in row[::5]]
    beyond = [cell for cell in cells if apart(cell, outline) > 0.3]
    for cell in beyond:
        assert result.material.holds(*cell) == inside(cell, outline)
    assert result.share == pytest.approx(sum(result.material.holds(*cell) for cell in cells) / len(cells), abs=0.02)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("level", LOW_BACK)
def test_a_root_is_touched_when_the_material_meets_its_circle(level, side):
    for zone, reach in (("subarticular", 1), ("subarticular", 6), ("foraminal", 1), ("extraforaminal", 5)):
        result = simulate(ShapeState(level=level, side=side, zone=zone, reach=reach, extent=6, dome=6))
        ring_ = circle(result.spot, 2)
        meets = any(inside(point, result.material.outline) for point in ring_)
        assert result.touched == meets == (reach > 4)
        gap = min(math.dist(result.spot, point) for point in result.material.outline) - 2
        assert result.apart == (0 if meets else pytest.approx(gap))


def test_a_free_piece_whose_base_goes_all_round_still_has_a_direction():
    result = simulate(ShapeState(extent=100, continuity="free"))
    assert result.touched and all(math.isfinite(number) for point in result.material.outline for number in point)


# Bad input ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings_", "words"),
    [
        ({"level": "L6-7"}, "L6-7.*not an option"),
        (
            {"level": "C5-6", "zone": "subarticular"},
            "has no subarticular zone; allowed there are central and foraminal",
        ),
        ({"level": "C6-7", "zone": "extraforaminal"}, "has no extraforaminal zone"),
        ({"continuity": "free", "cover": "annulus"}, "outer annulus cannot cover it"),
        ({"dome": 0}, "Dome.*outside the range"),
        ({"reach": -1}, "Size.*outside the range"),
        ({"extent": float("nan")}, "outside the range"),
        ({"side": "both"}, "not an option"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(settings_, words):
    with pytest.raises(ValueError, match=words) as refusal:
        ShapeState(**settings_)
    assert str(refusal.value).count("\n") == 0


def test_a_bulge_cannot_migrate_and_the_ligament_does_not_reach_far_out():
    assert simulate(ShapeState(extent=60, migration=15)).migration == 0
    assert not simulate(ShapeState(zone="extraforaminal", cover="ligament")).contained
    assert simulate(ShapeState(zone="extraforaminal", cover="annulus")).contained


# The drawing ----------------------------------------------------------------------------------------------------------

STATES = [
    ShapeState(),
    ShapeState(reach=0),
    ShapeState(extent=60),
    ShapeState(continuity="free", migration=-15),
    ShapeState(zone="foraminal", dome=20),
    ShapeState(level="C5-6", zone="central", skin="mri", water="dry"),
    ShapeState(zone="extraforaminal", side="left", cover="nothing", height=20),
]
WORDS = "words"
FROM_BEHIND = "displaced material from behind"


def drawn(theme=LIGHT, held=None, prediction=None, **settings_):
    return drawing.figure(simulate(ShapeState(**settings_)), theme=theme, held=held, prediction=prediction)


def own(figure, region="low back", view=0):
    """Return what stands in the frame of one view: words -> place in the mm of that view."""
    frame, one = drawing._frames(region)[view], trace(figure, WORDS)
    places = [(text, back(x, y, frame)) for text, x, y in zip(one["text"], one["x"], one["y"], strict=True)]
    inside_ = (frame.left - 1e-6, frame.right + 1e-6), (frame.low - 1e-6, frame.high + 1e-6)
    return {
        text: place
        for text, place in places
        if all(low <= one <= high for one, (low, high) in zip(place, inside_, strict=True))
    }


def back(x, y, frame):
    """Return a place on the paper in the mm of a frame."""
    return (x - frame.move[0]) / frame.scale, (y - frame.move[1]) / frame.scale


def parts(figure, name):
    return lines(shape(figure, name)["path"])


def texts(figure):
    return trace(figure, WORDS)["text"]


def test_the_same_parts_in_the_same_order_for_every_state():
    figures = [drawing.figure(simulate(state)) for state in STATES]
    for kind in (lambda one: one["data"], lambda one: one["layout"]["shapes"], lambda one: one["layout"]["images"]):
        names = [[item["name"] for item in kind(figure)] for figure in figures]
        assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("state", STATES, ids=range(len(STATES)))
def test_the_drawing_shows_the_material_of_the_result(state):
    result = simulate(state)
    figure = drawing.figure(result)
    found = [one for one in figure["layout"]["shapes"] if one["name"] == "displaced material"]
    assert found[0]["visible"] == (result.material is not None)
    if result.material is not None:
        from_above, from_side = parts(figure, "displaced material")
        outline = result.material.outline
        for point, corner in zip([*outline[:-1:2], outline[-1]], from_above, strict=True):
            assert point == pytest.approx(corner, abs=0.051), "every other point, and the end"
        frame = drawing._frames(result.site.region)[1]
        heights = [back(x, y, frame)[1] for x, y in from_side]
        low, high = max(result.profile.z[0], frame.low), min(result.profile.z[-1], frame.high)
        assert (min(heights), max(heights)) == pytest.approx((low, high), abs=0.6)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("zone", ["central", "subarticular", "foraminal", "extraforaminal"])
def test_right_is_on_the_left_of_the_screen_from_the_feet_and_on_the_right_from_behind(zone, side):
    figure = drawn(side=side, zone=zone, dome=12)
    above, rear = own(figure), own(figure, view=2)
    assert above["<b>right</b>"][0] < -30 and above["<b>left</b>"][0] > 30
    assert rear["<b>left</b>"][0] < -18 and rear["<b>right</b>"][0] > 18
    material, _ = parts(figure, "displaced material")
    if zone != "central":
        assert (middle(material)[0] < 0) == (side == "right")
    frame = drawing._frames("low back")[2]
    (outline,) = parts(figure, FROM_BEHIND)
    if zone == "subarticular":
        assert (back(*middle(outline), frame)[0] > 0) == (side == "right")


@pytest.mark.parametrize("change", [{}, {"dome": 20}, {"height": 26}, {"extent": 60}, {"extent": 100}], ids=str)
def test_from_behind_the_material_is_one_body(change):
    """One outline, which goes round all that lies between neighbouring slices, and no farther."""
    result, frame = simulate(ShapeState(**change)), drawing._frames("low back")[2]
    (outline,) = parts(drawing.figure(result), FROM_BEHIND)
    outline = [back(*point, frame) for point in outline]
    pieces = behind.body(result)
    for piece in pieces:
        assert all(inside(point, outline) or apart(point, outline) < 1.2 for point in piece)
    for point in outline:
        assert any(inside(point, piece) or apart(point, piece) < 0.3 for piece in pieces)


def test_a_bulge_has_its_limit_and_says_so():
    large, just = (simulate(ShapeState(extent=75, reach=reach)) for reach in (14, 5))
    assert large.reach == just.reach == 5 and large.material.outline == just.material.outline
    assert "Set are 14 mm, but no bulge is drawn larger than 5 mm." in sentence(large)
    assert "drawn larger" not in sentence(just)
    assert simulate(ShapeState(reach=14)).reach == 14
    (track,) = (one["track"] for one in drawing.grips(large) if one["control"] == "reach")
    assert max(value for value, *_ in track) == 5 and apart(track[-1][1:], large.material.outline) < 0.25


@pytest.mark.parametrize("migration", [-12, 12])
def test_what_is_joined_has_its_fullest_part_where_it_has_moved_to_and_a_tail_on_the_way(migration):
    profile = simulate(ShapeState(level="L4-5", migration=migration, height=8, reach=6)).profile
    out = dict(zip(profile.z, profile.out, strict=True))
    fullest = max(out, key=out.get)
    assert fullest == pytest.approx(-migration, abs=0.4) and out[fullest] == pytest.approx(6, abs=0.05)
    on_the_way = [height for z, height in out.items() if 5 < -z * (1 if migration > 0 else -1) < 8]
    assert on_the_way and all(height >= 2.4 for height in on_the_way)
    assert not any(height for z, height in out.items() if z * migration > 0 and abs(z) > 4.2)


@pytest.mark.parametrize(("side", "left"), [("left", 1), ("right", -1)])
def test_from_behind_one_looks_from_the_side_of_the_material_and_from_above(side, left):
    near, far, front = behind.project([(10 * left, -10), (-10 * left, -10), (0, 10)], 0, side)
    assert near[1] < far[1] < front[1], "what is nearer lies lower"
    assert behind.project([(0, 0)], 5, side)[0][1] > behind.project([(0, 0)], -5, side)[0][1]


@pytest.mark.parametrize("level", ["L4-5", "C5-6"])
def test_front_and_back_are_where_they_are_said_to_be(level):
    figure = drawn(level=level, zone="central", reach=4)
    region = site(level).region
    above, side = own(figure, region), own(figure, region, view=1)
    assert above["front"][1] > site(level).depth / 2 > site(level).back > above["<b>right</b>"][1]
    assert side["front"][0] < -site(level).depth / 2 and side["back"][0] > 0
    material, from_side = parts(figure, "displaced material")
    frame = drawing._frames(region)[1]
    assert middle(material)[1] < site(level).back
    assert max(back(x, y, frame)[0] for x, y in from_side) == pytest.approx(4, abs=0.2), "behind the back wall"
    upper, lower = side[f"<b>{site(level).above}</b>"], side[f"<b>{site(level).below}</b>"]
    assert upper[1] > site(level).height_back / 2 and lower[1] < -site(level).height_back / 2


@pytest.mark.parametrize("migration", [-15, -6, 0, 6, 15])
def test_what_moves_down_is_drawn_lower_from_the_side_and_from_behind(migration):
    figure = drawn(level="L4-5", migration=migration, height=8, reach=6, continuity="free", cover="nothing")
    _, from_side = parts(figure, "displaced material")
    frame = drawing._frames("low back")[1]
    z = [back(x, y, frame)[1] for x, y in from_side]
    assert (min(z) + max(z)) / 2 == pytest.approx(-migration, abs=0.4)
    still = drawn(level="L4-5", height=8, reach=6, continuity="free", cover="nothing")
    now, before = (parts(one, FROM_BEHIND)[0] for one in (figure, still))
    change = middle(now)[1] - middle(before)[1]
    scale = drawing._frames("low back")[2].scale
    assert change == pytest.approx(-migration * math.cos(math.radians(27)) * scale, abs=0.4)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(
    ("zone", "reach", "touched"),
    [
        ("subarticular", 1, False),
        ("subarticular", 6, True),
        ("foraminal", 1, False),
        ("foraminal", 6, True),
        ("extraforaminal", 6, True),
    ],
)
def test_the_ring_around_the_root_is_solid_where_it_is_touched(zone, reach, touched, side):
    result = simulate(ShapeState(zone=zone, side=side, reach=reach, extent=6, dome=6))
    assert result.touched == touched
    one = shape(drawing.figure(result), "root in this zone")
    assert one["line"]["dash"] == ("solid" if touched else "dot") and one["line"]["width"] == (3.5 if touched else 2)
    assert one["line"]["color"] == LIGHT.color("nerve")
    (ring,) = lines(one["path"])
    moves = touched and zone == "subarticular"
    assert (math.dist(middle(ring[:-1]), result.spot) > 1) == moves, "a root that passes is pushed aside"
    assert moves or middle(ring[:-1]) == pytest.approx(result.spot, abs=0.06)
    kind = {"subarticular": "traversing", "foraminal": "exiting", "extraforaminal": "exiting far"}[zone]
    assert result.spot == site("L5-S1").roots(side)[kind]
    # The root lies behind the dome, farther from the disc than the middle of the material.
    material = parts(drawing.figure(result), "displaced material")[0]
    assert apart(result.spot, site("L5-S1").outline) > apart(middle(material), site("L5-S1").outline)
    if zone == "subarticular":
        assert result.spot[1] < middle(material)[1]


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(
    "change", [{"dome": 16, "extent": 9, "reach": 9}, {"reach": 6}, {"dome": 4, "reach": 7}], ids=str
)
def test_a_root_that_is_pushed_aside_stays_in_the_canal_and_its_label_follows(change, side):
    result = simulate(ShapeState(side=side, **change))
    figure, here = drawing.figure(result), result.site
    near = min(parts(figure, "roots that pass"), key=lambda one: math.dist(middle(one[:-1]), result.spot))
    x, y = middle(near[:-1])
    assert here.in_canal(x, y) and not result.material.holds(x, y) and not inside((x, y), here.outline)
    assert middle(parts(figure, "root in this zone")[0][:-1]) == pytest.approx((x, y), abs=0.06)
    assert parts(figure, "line to the root that passes")[0][-1] == pytest.approx((x, y), abs=0.06)


def test_a_central_shape_has_no_ring():
    assert not [
        one
        for one in drawn(zone="central")["layout"]["shapes"]
        if one["name"] == "root in this zone" and one["visible"]
    ]


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({}, False),
        ({"extent": 60}, False),
        ({"dome": 20}, True),
        ({"height": 20}, True),
        ({"continuity": "free", "cover": "nothing"}, True),
    ],
)
def test_a_way_through_the_annulus_is_drawn_for_what_has_left_it(change, shown):
    found = next(one for one in drawn(**change)["layout"]["shapes"] if one["name"] == "path through the annulus")
    assert found["visible"] == shown
    if shown:
        (way,) = lines(found["path"])
        assert any(inside(corner, site("L5-S1").outline) for corner in way)


def test_the_ligament_goes_over_what_it_covers_and_is_broken_where_nothing_does():
    over, bare, whole = (
        drawn(zone="central", reach=6, cover=cover, **more)
        for cover, more in (("ligament", {}), ("nothing", {}), ("ligament", {"extent": 60}))
    )
    lowest = {
        name: min(y for line in parts(figure, "ligament behind the disc") for x, y in line if abs(x) < 30)
        for name, figure in (("over", over), ("bare", bare))
    }
    edge = site("L5-S1").back
    assert lowest["over"] < edge - 5.5 and lowest["bare"] > edge - 1.5
    gap = [abs(x) for line in parts(bare, "ligament behind the disc") for x, _ in line if abs(x) < 30]
    assert min(gap) >= 4.9, "half the dome"
    assert (
        len(parts(whole, "ligament behind the disc")) == 2
        and "dash" == shape(whole, "ligament behind the disc")["line"]["dash"]
    )
    assert shape(drawn(skin="mri"), "ligament behind the disc")["line"]["dash"] == "solid"


@pytest.mark.parametrize(
    ("change", "covered"),
    [
        ({"cover": "annulus"}, True),
        ({"extent": 60}, True),
        ({"cover": "ligament"}, False),
        ({"cover": "nothing"}, False),
    ],
)
def test_what_the_annulus_covers_is_drawn_as_annulus(change, covered):
    figure = drawn(**change)
    assert shape(figure, "displaced material")["fillcolor"] == LIGHT.solids["annulus" if covered else "nucleus"]
    core = next(one for one in figure["layout"]["shapes"] if one["name"] == "inner part of the displaced material")
    assert core["visible"] == (covered and "extent" not in change) and core["fillcolor"] == LIGHT.solids["nucleus"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_dry_nucleus_is_dark_in_a_scan_and_grey_in_the_drawing(theme):
    disc = site("L4-5")
    for settings_, colour in (
        ({}, theme.solids["nucleus"]),
        ({"water": "dry"}, theme.fill("neutral")),
        ({"skin": "mri"}, theme.mri["nucleus wet"]),
        ({"skin": "mri", "water": "dry"}, theme.mri["nucleus dry"]),
    ):
        below, _ = drawn(theme, level="L4-5", reach=0, **settings_)["layout"]["images"]
        inner = [
            fill
            for path, fill in paths(below)
            if path
            and any(
                len(line) > 20 and area(line) == pytest.approx(area(disc.nucleus), rel=0.02) for line in lines(path)
            )
        ]
        assert colour in inner


def test_the_picture_under_the_material_shows_disc_canal_and_sac_of_the_site():
    for level in ("L4-5", "C5-6"):
        here = site(level)
        shown = [
            line for path, _ in paths(drawn(level=level, zone="central")["layout"]["images"][0]) for line in lines(path)
        ]
        for outline in (here.outline, here.canal, here.sac, here.nucleus):
            best = min(
                shown,
                key=lambda line, outline=outline: (
                    math.dist(middle(line), middle(outline[:-1])) + abs(area(line) - area(outline))
                ),
            )
            assert max(apart(corner, best) for corner in outline) < 0.2


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("level", ["L4-5", "C5-6"])
def test_lines_lead_from_the_labels_to_what_they_name(level, side):
    here, figure = site(level), drawn(level=level, side=side, zone="central")
    over = paths(figure["layout"]["images"][1])
    leaders = [line for path, _ in over for line in lines(path) if len(line) == 2]
    leaders += parts(figure, "line to the root that passes") if here.traversing else []
    words = own(figure, here.region)
    names = [
        "annulus",
        "nucleus",
        here.contents,
        f"{here.exiting} leaves",
        *([f"{here.traversing} passes"] if here.traversing else []),
    ]
    assert len(leaders) == len(names)
    tips = {name: min(leaders, key=lambda line, name=name: math.dist(line[0], words[name]))[1] for name in names}
    assert inside(tips["annulus"], here.outline) and not inside(tips["annulus"], here.nucleus)
    assert apart(tips["nucleus"], here.nucleus) < 0.1 and inside(tips[here.contents], here.sac)
    roots = here.roots(side)
    assert tips[f"{here.exiting} leaves"] == pytest.approx(roots.get("exiting far", roots["exiting"]), abs=0.06)
    if here.traversing:
        assert tips[f"{here.traversing} passes"] == pytest.approx(roots["traversing"], abs=0.06)


def test_the_small_roots_give_way_to_the_material():
    free, pushed = (
        trace(drawn(zone="central", reach=reach, dome=20, extent=20), "roots of the cauda equina") for reach in (0, 9)
    )
    material = simulate(ShapeState(zone="central", reach=9, dome=20, extent=20)).material
    spots = {name: list(zip(one["x"], one["y"], strict=True)) for name, one in (("free", free), ("pushed", pushed))}
    assert len(spots["free"]) == 20 and free["visible"]
    assert any(material.holds(*spot) for spot in spots["free"])
    assert not any(material.holds(*spot) for spot in spots["pushed"])
    moved = [(a, b) for a, b in zip(spots["free"], spots["pushed"], strict=True) if a != b]
    assert moved and all(b[1] < a[1] for a, b in moved), "backwards"
    assert not trace(drawn(level="C5-6", zone="central"), "roots of the cauda equina")["visible"]


def test_read_outs_say_what_the_result_says():
    result = simulate(ShapeState(dome=20))
    shown = texts(drawing.figure(result))
    assert f"Canal taken: {100 * result.share:.0f} % ({result.grade}), MSU about {result.msu}" in shown
    assert f"<b>{result.name.capitalize()}</b>" in shown and "Right subarticular, disc level" in shown
    assert "S1 root (traversing): touched" in shown
    assert "S1 root (traversing): not touched, 1.5 mm away" in texts(drawn(reach=2, extent=2, dome=2)) or any(
        line.startswith("S1 root (traversing): not touched, ") for line in texts(drawn(reach=1, extent=2, dome=2))
    )
    assert "No single root in this zone" in texts(drawn(zone="central", reach=2))
    wide = drawn(zone="central", dome=30)
    assert "Both S1 roots: touched" in texts(wide), "words and picture agree"
    assert len(shape(wide, "root in this zone")["path"].split("M")) - 1 == 2
    assert "S1 root (traversing): not touched" in texts(drawn(reach=0))


@pytest.mark.parametrize(
    ("change", "fired", "detail"),
    [
        ({"reach": 0}, "flat", ""),
        ({"continuity": "free", "cover": "nothing"}, "free", ""),
        ({"extent": 60}, "broad", ", 60 %"),
        ({"dome": 20}, "wide", ", 20.0 > 16.2 mm"),
        ({"height": 9}, "tall", ", 9.0 > 6.9 mm"),
        ({"migration": -9}, "tall", ", -9 mm"),
        ({}, "focal", ""),
    ],
)
def test_the_ladder_of_rules_is_asked_until_one_fires(change, fired, detail):
    names = data.table("herniation_names")
    place = [row.rule for row in names].index(fired)
    shown = texts(drawn(**change))
    at = [next(text for text in shown if row.question in text) for row in names]
    ends = {row.rule: "no" if row.rule in ("flat", "free") else "yes" for row in names}
    assert at[place] == f"<b>► {names[place].question} {ends[fired]}{detail}</b>"
    assert all(
        text.startswith(f"· {row.question} {'yes' if ends[row.rule] == 'no' else 'no'}")
        for row, text in zip(names, at[:place], strict=False)
    )
    assert all(text == f"· {row.question} " for row, text in zip(names[place + 1 :], at[place + 1 :], strict=True))
    heights = [said(drawn(**change), WORDS)[text][1] for text in at]
    assert heights == sorted(heights, reverse=True), "in the order in which they are tried"


def test_the_rules_of_the_names():
    """The nomenclature of Fardon 2014, typed a second time."""
    assert [(row.rule, row.name) for row in data.table("herniation_names")] == [
        ("flat", "normal edge"),
        ("free", "sequestration"),
        ("broad", "bulge"),
        ("wide", "extrusion"),
        ("tall", "extrusion"),
        ("focal", "protrusion"),
    ]
    borders = [constant(name) for name in ("bulge_border", "mild_border", "severe_border", "halfway")]
    assert borders == pytest.approx([25, 100 / 3, 200 / 3, 50], abs=1e-3)


def test_the_look_changes_colours_and_no_shape():
    one, other = (drawn(skin=skin) for skin in ("drawing", "mri"))
    for mine, scanned in zip(one["data"], other["data"], strict=True):
        assert (mine["x"], mine["y"]) == (scanned["x"], scanned["y"])
    assert [item["path"] for item in one["layout"]["shapes"]] == [item["path"] for item in other["layout"]["shapes"]]
    for mine, scanned in zip(one["layout"]["images"], other["layout"]["images"], strict=True):
        assert mine["source"] != scanned["source"]
        assert re.findall(r" d='[^']+'", mine["source"]) == re.findall(r" d='[^']+'", scanned["source"])


def test_the_pictures_of_what_does_not_move_are_sound_and_lie_on_each_other():
    below, above = drawn()["layout"]["images"]
    for image, least in ((below, 18), (above, 4)):
        kind, svg = image["source"].split(",", 1)
        assert kind == "data:image/svg+xml" and "#" not in svg
        assert len(ElementTree.fromstring(unquote(svg))[0]) >= least
        assert (image["x"], image["y"]) == (below["x"], below["y"])
    assert (below["layer"], above["layer"]) == ("below", "above")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_on_the_scan_can_be_read(theme):
    grey = theme.mri
    assert contrast(grey["label"], grey["surroundings"]) >= 7
    assert contrast(grey["ink"], grey["bone"]) >= 4.5
    for one, other in itertools.pairwise(("annulus", "nucleus dry", "nerve", "fat", "water")):
        assert contrast(grey[one], grey[other]) > 1.3, (one, other)
    fonts = trace(drawn(theme, skin="mri"), WORDS)
    colours = dict(zip(fonts["text"], fonts["textfont"]["color"], strict=True))
    assert colours["<b>L5</b>"] == grey["ink"] and colours["<b>right</b>"] == grey["label"]


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("level", ["L4-5", "C6-7"])
def test_zones_are_clickable_on_both_sides(level, side):
    marks = trace(drawn(level=level, side=side, zone="central"), "zones to click")
    zones = [
        zone
        for zone in ShapeState.declarations()["zone"].values
        if site(level).region == "low back" or zone in ("central", "foraminal")
    ]
    other = {"left": "right", "right": "left"}[side]
    choices = [(zone, side) for zone in zones] + [(zone, other) for zone in zones if zone != "central"]
    assert marks["customdata"] == [f"zone:{zone};side:{near}" for zone, near in choices]
    for (zone, near), x, y in zip(choices, marks["x"], marks["y"], strict=True):
        (u, v), _ = site(level).edge(site(level).zone_place(zone, near))
        assert (x, y) == pytest.approx((0.74 * u, 0.74 * v)) and inside((x, y), site(level).outline)
        assert math.dist((x, y), (u, v)) > 2, "clear of a handle on the edge"
        assert zone == "central" or (x < 0) == (near == "right")


def test_arrows_on_the_vertebrae_lead_to_the_next_disc():
    for level, wanted in (("L4-5", ["L3-4", "L5-S1"]), ("L5-S1", ["L4-5"]), ("L1-2", ["L2-3"]), ("C5-6", ["C6-7"])):
        figure, here = drawn(level=level, zone="central"), site(level)
        arrows, frame = trace(figure, "levels to click"), drawing._frames(here.region)[1]
        assert arrows["customdata"] == [f"level:{one}" for one in wanted]
        words = own(figure, here.region, view=1)
        for one, x, y in zip(wanted, arrows["x"], arrows["y"], strict=True):
            x, y = back(x, y, frame)
            near = here.above if site(one).disc.lower == here.above else here.below
            assert abs(y - words[f"<b>{near}</b>"][1]) < here.body_above / 2 and y * words[f"<b>{near}</b>"][1] > 0


# Handles --------------------------------------------------------------------------------------------------------------

#: Shapes in which every number has a say, and those in which some have none.
LIVE = [
    {},
    {"dome": 20, "reach": 9},
    {"zone": "foraminal", "side": "left", "height": 12, "migration": -6},
    {"level": "C5-6", "zone": "central", "reach": 3, "height": 4},
    {"continuity": "free", "cover": "nothing", "migration": 12, "height": 9},
]
SET_ONLY = {"broad": {"extent": 60, "reach": 3}, "flat": {"reach": 0}}


def gripped(state):
    """Return control -> place in the mm of the view in which its handle lies."""
    result = simulate(state)
    frames = drawing._frames(result.site.region)
    return {
        one["control"]: back(*on_track(one, getattr(state, one["control"])), frames[view])
        for one in drawing.grips(result)
        for view in [1 if one["control"] in ("height", "migration") else 0]
    }


@pytest.mark.parametrize("change", LIVE, ids=str)
def test_each_handle_lies_on_the_outline_of_what_it_moves(change):
    state = ShapeState(**change)
    result, found = simulate(state), gripped(state)
    assert set(found) == {"dome", "reach", "height", "migration"} | (
        {"extent"} if state.continuity == "joined" else set()
    )
    for name in ("dome", "reach"):
        assert apart(found[name], result.material.outline) < 0.25, name
    outline = seen_from_the_side(result)
    for name in ("height", "migration"):
        assert apart(found[name], outline) < 0.35, name
    if "extent" not in found:
        return
    assert apart(found["extent"], result.site.outline) < 0.05, "at the end of the base"
    (mx, my), base = result.site.edge(result.site.zone_place(state.zone, state.side))[0], result.base
    assert math.dist(found["extent"], (mx, my)) == pytest.approx(base / 2, rel=0.1)
    assert (abs(found["extent"][0]) > abs(mx)) or state.zone == "extraforaminal", "the outer end"


@pytest.mark.parametrize(
    ("rule", "handles", "reason"),
    [
        ("broad", {"extent", "reach"}, "A bulge has no dome or height of its own"),
        ("flat", {"reach"}, "Nothing stands out yet"),
    ],
)
def test_what_has_no_say_has_no_handle_and_a_reason(rule, handles, reason):
    state = ShapeState(**SET_ONLY[rule])
    assert simulate(state).rule.rule == rule
    assert set(gripped(state)) == handles
    assert reason in " ".join(texts(drawn(**SET_ONLY[rule]))) and reason not in " ".join(texts(drawn()))


@pytest.mark.parametrize("change", [*LIVE, *SET_ONLY.values()], ids=str)
def test_no_handle_is_dead(change):
    """Whoever drags one of them sees something move."""
    state = ShapeState(**change)
    before = drawing.figure(simulate(state))["layout"]["shapes"]
    for name in gripped(state):
        moved_ = state.replace(**{name: getattr(state, name) + 2})
        assert drawing.figure(simulate(moved_))["layout"]["shapes"] != before, name


def test_handles_keep_apart_in_every_scenario():
    """Knobs are 16 px wide; in a page 1280 px wide a millimetre has more than 4.5 px."""
    for row in data.table("scenarios"):
        if row.explorer != "herniation_shape":
            continue
        state = ShapeState.from_text(f"herniation_shape v1: {row.settings}", "herniation_shape")
        tracks = {
            one["control"]: on_track(one, getattr(state, one["control"])) for one in drawing.grips(simulate(state))
        }
        for one, other in itertools.combinations(tracks.values(), 2):
            assert 4.5 * math.dist(one, other) > 20, row.name


def seen_from_the_side(result):
    """The outline of the material from the side, as the model has it, leaning as the walls lean."""
    return side_view.bend(result.site, result.profile.outline)


def test_before_the_question_is_answered_its_shape_is_drawn_without_a_name():
    figure = drawing.veiled(simulate(ShapeState()))
    assert figure["layout"]["shapes"] == drawn()["layout"]["shapes"]
    assert [one["name"] for one in figure["layout"]["images"]] == [one["name"] for one in drawn()["layout"]["images"]]
    words_ = " ".join(texts(figure)).lower()
    assert "annulus" in words_ and "l5 leaves" in words_
    for row in data.table("herniation_names"):
        assert row.name not in words_ and row.question.lower() not in words_
    assert [one["name"] for one in figure["data"]] == ["roots of the cauda equina", WORDS]


def test_a_held_shape_and_a_prediction_are_drawn():
    held = simulate(ShapeState(side="left"))
    figure = drawn(reach=9, held=held, prediction="bulge")
    asked = drawn(**ASKED, prediction="bulge")
    one = shape(figure, "A, held")
    assert one["line"]["dash"] == "dash" and one["line"]["color"] == LIGHT.color("held")
    outline = held.material.outline
    for point, corner in zip([*outline[:-1:2], outline[-1]], lines(one["path"])[0], strict=True):
        assert point == pytest.approx(corner, abs=0.051)
    assert "You said: bulge" in texts(asked) and "Asked shape, you said: bulge" in texts(figure)
    assert not [item for item in drawn()["layout"]["shapes"] if item["name"] == "A, held" and item["visible"]]
    elsewhere = drawn(level="C5-6", zone="central", held=held)
    assert not [item for item in elsewhere["layout"]["shapes"] if item["name"] == "A, held" and item["visible"]]


# Words ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings_", "said_"),
    [
        ({}, ["a protrusion", "touches the right S1 root, which passes here to the next foramen"]),
        ({"dome": 20}, ["an extrusion", "20.0 mm wide, wider than its base of 16.2 mm"]),
        ({"height": 9}, ["Seen from the side it is 9.0 mm tall, taller than the disc space of 6.9 mm"]),
        ({"migration": -9}, ["moved 9 mm up"]),
        ({"migration": 9}, ["moved 9 mm down"]),
        ({"continuity": "free", "cover": "nothing"}, ["a sequestration", "no connection", "Nothing covers it"]),
        ({"extent": 60}, ["an asymmetric bulge", "60 % of the edge, more than 25 %"]),
        ({"extent": 100}, ["a bulge all round"]),
        ({"zone": "foraminal"}, ["right foraminal", "right L5 root, which leaves here"]),
        ({"zone": "foraminal", "side": "left"}, ["left foraminal", "left L5 root, which leaves here"]),
        ({"zone": "central"}, ["L5-S1, central:", "touches the sac of the nerve roots"]),
        ({"zone": "central", "reach": 0.5}, ["does not touch the sac"]),
        ({"level": "C5-6", "zone": "central", "reach": 6}, ["At C5-6, central", "the spinal cord’s sac"]),
        ({"cover": "annulus"}, ["The outer annulus still covers it: contained."]),
        ({"cover": "ligament"}, ["The ligament still covers it: contained."]),
        ({"reach": 0}, ["At L5-S1 nothing stands out: a normal edge. The canal is free."]),
        (
            {"water": "dry"},
            ["1 of 6 discs with moderate or severe degeneration herniated", "it graded degeneration, not water"],
        ),
    ],
)
def test_the_sentence_names_shape_rule_and_root(settings_, said_):
    text = sentence(simulate(ShapeState(**settings_)))
    for part in said_:
        assert part in text


def test_a_wet_nucleus_and_a_bulge_are_not_said_to_be_dry_or_covered():
    assert "dry" not in sentence(simulate(ShapeState()))
    assert "cover" not in sentence(simulate(ShapeState(extent=60)))


@pytest.mark.parametrize("dome", [5, 12, 20])
@pytest.mark.parametrize("more", [{}, {"zone": "central"}, {"height": 15}, {"extent": 40}, {"extent": 3, "reach": 2}])
def test_numbers_of_the_sentence_stand_in_the_table(dome, more):
    result = simulate(ShapeState(**{"dome": dome, "reach": 8, **more}))
    cells = [cell for row in table(result).rows for cell in row if isinstance(cell, float)]
    for number in re.findall(r"(\d+\.\d) mm (?:wide|tall)", sentence(result)):
        assert float(number) in [round(cell, 1) for cell in cells]
    assert int(re.search(r"(\d+) % of the canal", sentence(result))[1]) == round(100 * result.share)


def test_the_table_of_noors_extrusion():
    rows = {row[0]: row[1:] for row in table(simulate(ShapeState(extent=9, dome=16, height=10, reach=9))).rows}
    assert rows["Agreed name"] == ("extrusion", "")
    assert rows["Extent of the base"] == (9.0, "% of the disc’s edge") and rows["Size: how far it stands out"][0] == 9
    assert rows["Dome, seen from above"] == (16.0, "mm") and rows["Height of the material"] == (10.0, "mm")
    assert rows["Root in this zone"] == ("S1 (traversing)", "") and rows["Root touched in the drawing"] == ("yes", "")
    assert rows["Contained"][0] == "yes" and rows["MSU code, about"] == ("2-B", "letter by the zone")
    assert rows["Canal drawn, width × depth"] == ("27.6 × 18.4", "mm; S1 not measured, drawn")
    assert rows["Height by the pedicles"] == ("disc level", "") and rows["Disc space at the back"] == (6.9, "mm")
    bulge = {row[0]: row[1] for row in table(simulate(ShapeState(extent=60, zone="central", reach=2))).rows}
    assert (bulge["MSU code, about"], bulge["Root in this zone"], bulge["Contained"]) == (
        "not defined here",
        "none",
        "no",
    )


def test_compare_says_what_has_changed_and_which_way():
    small, large = simulate(ShapeState(reach=3)), simulate(ShapeState(reach=9, dome=20))
    one, other = (round(100 * result.share) for result in (small, large))
    assert compare(small, large).startswith(
        f"A was a protrusion, this is an extrusion; the share of the canal taken goes from {one} to {other} %, "
    )
    assert compare(small, large).endswith(" points more.") and compare(large, small).endswith(" points less.")
    little = simulate(ShapeState(reach=3.5))
    assert round(100 * (little.share - small.share)) == 1
    assert compare(small, little).endswith(" 1 point more.")
    assert compare(large, small).startswith("A was an extrusion, this is a protrusion;")
    assert compare(small, small) == f"A and this shape have the same name, protrusion; both take {one} % of the canal."
