"""Pressure and thick-wall stress: published numbers, the laws of the tube, where they are drawn, what is said."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.loads.wall import press, words
from spine_edu.loads.wall.figure import figure, grips, veiled
from spine_edu.loads.wall.model import WallState, changed, hoop, radial, simulate
from spine_edu.theme import LIGHT

states = st.builds(
    WallState,
    force=st.floats(100, 1200),
    area=st.floats(14, 24),
    grade=st.floats(1, 5),
    factor=st.floats(1, 1.7),
    inner=st.floats(10, 14),
    outer=st.floats(20, 25),
)


def disc(**settings):
    return simulate(WallState(**settings))


def drawn(result, **more):
    """What is drawn, by name: traces and shapes."""
    plain = figure(result, **more)
    return {item["name"]: item for item in (*plain["data"], *plain["layout"]["shapes"])}


def ends(shape):
    """Lowest and highest x and y of an outline or a line."""
    xs, ys = zip(*((float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape["path"])), strict=True)
    return (min(xs), max(xs)), (min(ys), max(ys))


# Model


def test_standing_gives_half_a_megapascal_and_the_published_tensions():
    result = simulate(WallState())
    assert result.pressure == pytest.approx(0.50)
    assert (result.hoop[0], result.hoop[-1]) == (pytest.approx(1.037, abs=5e-4), pytest.approx(0.537, abs=5e-4))
    assert result.thin == pytest.approx(0.722, abs=5e-4)


@settings(max_examples=60)
@given(state=states)
def test_laws_of_the_thick_wall(state):
    result = simulate(state)
    assert result.hoop[0] - result.hoop[-1] == pytest.approx(result.pressure)
    assert result.radial[0] == pytest.approx(-result.pressure)
    assert result.radial[-1] == pytest.approx(0, abs=1e-12)
    assert all(one >= other for one, other in zip(result.hoop, result.hoop[1:], strict=False))
    middle = [(h + r) for h, r in zip(result.hoop, result.radial, strict=True)]
    assert max(middle) == pytest.approx(min(middle)), "their sum is the same everywhere"
    # the pull of one half of the wall holds the pressure on the nucleus
    step = (result.outer - result.inner) / (len(result.radii) - 1)
    force = step * (sum(result.hoop) - (result.hoop[0] + result.hoop[-1]) / 2)
    assert force == pytest.approx(result.pressure * result.inner, rel=2e-3)


@pytest.mark.parametrize(
    "name, factor", [("pressure_change", 0.7), ("diameter_change", 0.5), ("wall_change", 1.8), ("peak_change", 2.6)]
)
def test_measured_changes_reach_their_whole_at_grade_five(name, factor):
    assert (changed(name, 1), changed(name, 5)) == (1, pytest.approx(factor))
    assert changed(name, 3) == pytest.approx((1 + factor) / 2), "a line between is assumed"


def test_what_the_formula_cannot_reproduce():
    young, old = simulate(WallState()), simulate(WallState(grade=5))
    assert old.hoop[0] < young.hoop[0] and old.peak > young.peak
    assert young.hoop[0] < sum(young.back_wall) / 2, "near the lowest that is quoted"
    assert young.back_wall == (pytest.approx(3 * 600 / 1800), pytest.approx(5 * 600 / 1800))
    assert old.wall != pytest.approx(old.wall_measured, abs=0.5)


def test_a_thinner_wall_comes_nearer_to_the_thin_wall_formula():
    def miss(inner, outer):
        return hoop(1, inner, outer, inner) / (inner / (outer - inner)) - 1

    assert miss(19.9, 20) < miss(14, 20) < miss(10, 20)
    assert radial(1, 10, 20, 20) == 0


def test_bad_input_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Force on the disc: -600 is outside the range; allowed is 100 N to 1200 N"):
        WallState(force=-600)
    with pytest.raises(ValueError, match="Disc change: 6 is outside the range"):
        WallState(grade=6)


def test_the_changes_are_the_printed_ones():
    """Adams 1996: pressure -30 %, fluid region -50 %, walls +80 %, peaks +160 %; Nachemson as quoted: 3 to 5 F/A."""
    names = ("pressure_change", "diameter_change", "wall_change", "peak_change", "nachemson_low", "nachemson_high")
    assert [data.value(f"loads_wall.{name}") for name in names] == [-30, -50, 80, 160, 3, 5]
    assert (WallState().factor, WallState().area, WallState().force) == (1.5, 18, 600)


# Figure


@pytest.mark.parametrize("settings", [{}, {"grade": 3}, {"force": 900, "inner": 10, "outer": 25, "grade": 5}])
def test_curves_are_the_results_at_their_radii(settings):
    result = disc(**settings)
    shown = drawn(result)
    tension, across = shown["Tension around the wall"], shown["Stress across the wall"]
    assert (tension["x"], tension["y"]) == (result.radii, result.hoop)
    assert (across["x"], across["y"]) == (result.radii, result.radial)
    assert tension["line"]["color"] != across["line"]["color"] and across["line"]["dash"] == "dot"


def points(shape):
    """The corners of a shape."""
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape["path"])]


def on_bone(shape):
    """The x at which an outline meets the vertebra below."""
    return {x for x, y in points(shape) if y == pytest.approx(press.LOW)}


def test_the_cut_disc_meets_the_bone_over_the_same_radii_and_bulges_between():
    result = disc(grade=4)
    shown = drawn(result)
    assert sorted(on_bone(shown["Nucleus"])) == pytest.approx([0, result.inner], abs=0.006)
    assert sorted(on_bone(shown["Wall (annulus)"])) == pytest.approx([result.inner, result.outer], abs=0.006)
    assert min(on_bone(shown["Disc from outside"])) == pytest.approx(-result.outer, abs=0.006), "the other half"
    rim = max(x for x, _ in points(shown["Wall (annulus)"]))
    assert rim == pytest.approx(press.out(result, result.outer, 0.5), abs=0.006) and rim > result.outer


@pytest.mark.parametrize(
    "settings", [{}, {"grade": 4}, {"force": 1200, "area": 14, "factor": 1.7, "inner": 14, "outer": 20}]
)
def test_each_ring_is_as_thick_as_the_tension_at_its_place(settings):
    result = disc(**settings)
    rings = [points({"path": piece}) for piece in drawn(result)["Rings of the wall"]["path"].split("Z")[:-1]]
    ends_below = [sorted({x for x, y in ring if y == pytest.approx(press.LOW)}) for ring in rings]
    tension = dict(zip(result.radii, result.hoop, strict=True))
    assert len(rings) == 5
    for low, high in ends_below:
        middle = min(result.radii, key=lambda radius: abs(radius - (low + high) / 2))
        assert middle == pytest.approx((low + high) / 2, abs=0.011)
        assert high - low == pytest.approx(0.27 * tension[middle], abs=0.011)
    assert all(one[1] <= other[0] + 0.01 for one, other in zip(ends_below, ends_below[1:], strict=False)), (
        "side by side"
    )
    assert result.inner <= ends_below[0][0] and ends_below[-1][1] <= result.outer


def test_rings_seen_from_above_are_the_darker_the_more_they_are_pulled():
    def dark(result):
        shown = drawn(result)
        return [int(shown[f"Ring {number} from above"]["fillcolor"][1:3], 16) for number in range(1, 6)]

    rings = dark(disc())
    assert rings == sorted(rings) and rings[0] < rings[-1], "the innermost is darkest"
    assert all(more <= less for more, less in zip(dark(disc(force=1200)), rings, strict=True))
    plain = {shape["name"]: shape for shape in veiled(disc())["layout"]["shapes"]}
    assert len({plain[f"Ring {number} from above"]["fillcolor"] for number in range(1, 6)}) == 1, "nothing is told"
    assert plain["Tension around"]["path"] == "M0,0Z"


def test_the_nucleus_pushes_the_wall_the_farther_the_greater_its_pressure():
    for result in (disc(), disc(force=1200)):
        strokes = drawn(result)["Push of the nucleus"]["path"].split("M")[1:]
        (begin, y), (tip, y_too) = points({"path": strokes[0]})
        assert y == y_too and tip - begin == pytest.approx(3.4 * result.pressure, abs=0.02)
        assert tip == pytest.approx(press.out(result, result.inner, 0.25), abs=0.01), "up to the wall"


def test_the_press_goes_down_with_the_force_and_the_disc_gives_way():
    weak, strong = disc(force=100), disc(force=1200)
    high = {result: ends(drawn(result)["Nucleus"])[1] for result in (weak, strong)}
    assert high[weak][0] == high[strong][0] == press.LOW and high[weak][1] > high[strong][1]
    assert press.out(weak, 22, 0.5) < press.out(strong, 22, 0.5), "and bulges more"
    for result in (weak, strong):
        shown = drawn(result)
        bone, spring, bar = (
            ends(shown[name])[1] for name in ("Vertebra above", "Spring of the press", "Bar of the press")
        )
        assert bone[0] == pytest.approx(high[result][1], abs=0.01), "the bone lies on the disc"
        assert spring == pytest.approx((bone[1], bar[0]), abs=0.01)
    assert ends(drawn(weak)["Bar of the press"])[1] > ends(drawn(strong)["Bar of the press"])[1]


def test_fibres_end_on_both_vertebrae_and_turn_as_these_come_together():
    def slope(result):
        # One that goes the whole way round from bone to bone.
        fibre = points({"path": drawn(result)["Fibres"]["path"].split("M")[6]})
        (x, y), (to, up) = fibre[0], fibre[-1]
        assert sorted((y, up)) == pytest.approx([press.LOW, press.LOW + press.height(result.state)], abs=0.01)
        return (up - y) / abs(to - x)

    assert slope(disc(force=1200)) < slope(disc(force=100))


@pytest.mark.parametrize("settings", [{}, {"grade": 3, "force": 1000, "inner": 10, "outer": 25}])
def test_the_handles_sit_on_the_bar_and_on_both_faces_of_the_wall(settings):
    result = disc(**settings)
    held = {one["control"]: one for one in grips(result)}
    assert set(held) == {"force", "inner", "outer", "grade"}
    shown = drawn(result)
    (left, right), (low, high) = ends(shown["Bar of the press"])
    x, y = along(held["force"], result.state.force)
    assert left < x < right and y == pytest.approx((low + high) / 2, abs=0.01)
    for name, face in (("inner", result.inner), ("outer", result.outer)):
        x, y = along(held[name], getattr(result.state, name))
        assert (x, y) == pytest.approx((press.out(result, face, 0.5), press.middle(result.state)), abs=1e-4)
    x, y = along(held["grade"], result.state.grade)
    assert x == pytest.approx(press.small_at(result.state.grade)[0]) and y < press.small_at(1)[1]


def along(held, value):
    """Where a value lies on a straight track."""
    (low, x, y), (high, right, top) = held["track"]
    share = (value - low) / (high - low)
    return x + share * (right - x), y + share * (top - y)


def test_before_looking_the_disc_is_cut_and_named_and_no_tension_is_told():
    hidden = veiled(disc(), theme=LIGHT)
    names = {one["name"] for one in hidden["layout"]["shapes"]}
    assert "Layers of the wall" in names and not names & {"Rings of the wall", "Push of the nucleus"}
    (words_there,) = hidden["data"]
    assert {"nucleus", "from outside", "cut through", "<b>600 N</b>"} <= set(words_there["text"])
    plumb = next(one for one in hidden["layout"]["shapes"] if one["name"] == "Plumb lines of the faces")
    assert {x for x, _ in points(plumb)} == {13, 22}, "the faces are led to their names"
    kept = veiled(disc(), theme=LIGHT, prediction="The same everywhere")["layout"]["shapes"]
    assert {one["path"] for one in kept if one["name"].startswith("Plumb lines")} == {"M0,0Z"}, "the names have gone"
    assert not hidden["layout"]["yaxis2"]["visible"], "names lie there, no stresses"
    shown = figure(disc())["layout"]
    assert {**hidden["layout"]["yaxis2"], "visible": None} == {**shown["yaxis2"], "visible": None}, "nothing jumps"


def test_the_mark_of_the_greatest_tension_says_so_once_somebody_has_predicted():
    texts = [drawn(disc(), prediction=said)["Names of the parts"]["text"] for said in (None, "At the inner face")]
    assert ["greatest here" in one for one in texts] == [False, True]


def test_pressure_presses_and_nachemsons_range_stands_in_the_wall():
    result = disc()
    shown = drawn(result)
    (left, right), (low, high) = ends(shown["Pressure in the nucleus"])
    assert (left, right, low, high) == (0, result.inner, -result.pressure, -result.pressure)
    (left, right), heights = ends(shown["Nachemson: tension in the back of the wall"])
    assert (left, right) == (result.inner, result.outer)
    assert heights == pytest.approx(result.back_wall, abs=0.006)


def test_numbers_stand_at_the_faces_of_the_wall():
    result = disc()
    names = drawn(result)["Names and numbers"]
    places = {text.strip(): (x, y) for text, x, y in zip(names["text"], names["x"], names["y"], strict=True)}
    assert places["1.04"] == (result.inner, result.hoop[0]) and places["0.54"] == (result.outer, result.hoop[-1])
    assert 0 < places["pressed with 0.50 MPa"][0] < result.inner and places["pressed with 0.50 MPa"][1] < -0.5
    colors = dict(zip((text.strip() for text in names["text"]), names["textfont"]["color"], strict=True))
    shown = drawn(result)
    assert colors["— tension around the wall"] == colors["1.04"] == shown["Tension around the wall"]["line"]["color"]
    assert colors["··· stress across the wall"] == shown["Stress across the wall"]["line"]["color"]


def test_a_young_disc_is_compared_with_nothing():
    assert drawn(disc())["Changes in words"]["visible"] is False
    assert drawn(disc())["Change by this formula, tension inside"]["path"] == "M0,0Z"


def test_the_small_discs_have_the_nucleus_of_their_grade():
    rows = drawn(disc())["Small nuclei"]["path"].split("Z")[:-1]
    widths = [right - left for (left, right), _ in (ends({"path": row}) for row in rows)]
    assert [width / widths[0] for width in widths] == pytest.approx([1, 0.875, 0.75, 0.625, 0.5], abs=0.02)


def test_what_is_said_of_the_wall_is_marked_at_its_place_and_stays():
    for said, place in (("At the inner face", 13), ("At the outer face", 22)):
        for plain in (veiled(disc(), prediction=said), figure(disc(), prediction=said)):
            (mark,) = (one for one in plain["layout"]["shapes"] if one["name"] == "Where the reader has said")
            (low, high), _ = ends(mark)
            assert (low + high) / 2 == place
    assert drawn(disc(), prediction="The same everywhere")["Where the reader has said"]["path"].startswith("M13")
    assert drawn(disc())["Where the reader has said"]["path"] == "M0,0Z"
    assert drawn(disc())["Greatest by the formula"]["path"] == "M0,0Z"
    told = points(drawn(disc(), prediction="At the outer face")["Greatest by the formula"])
    assert told[0][0] == 13, "the formula's place beside the reader's"


@pytest.mark.parametrize("grade", [1.5, 3, 5])
def test_the_two_changes_are_as_long_as_their_factors(grade):
    result = disc(grade=grade)
    shown = drawn(result)
    formula, measured = words.formula_change(result), result.peak
    for name, value in (
        ("this formula, tension inside", formula),
        ("measured, peaks of pressing in the wall", measured),
    ):
        (left, right), _ = ends(shown[f"Change by {name}"])
        assert (left, right - left) == (-28, pytest.approx(5.6 * value, abs=6e-3))
    texts = shown["Changes in words"]
    assert texts["text"][2:] == [f" × {formula:.2f}", f" × {measured:.2f}"]
    for bar, name, number in (
        (shown["Change by this formula, tension inside"], 0, 2),
        (shown["Change by measured, peaks of pressing in the wall"], 1, 3),
    ):
        (_, right), (low, high) = ends(bar)
        assert low < texts["y"][number] < high < texts["y"][name] < high + 1.8, "each bar under its own words"
        assert texts["x"][number] == pytest.approx(right, abs=6e-3)


def test_run_a_is_the_held_tension_and_the_prediction_is_written():
    held = disc(grade=5)
    line = drawn(disc(), held=held)["A, held: tension around the wall"]
    assert (line["x"], line["y"], line["visible"]) == (held.radii, held.hoop, True)
    assert line["line"] == LIGHT.stroke("held")
    assert drawn(disc())["A, held: tension around the wall"]["visible"] is False
    (note,) = figure(disc(), prediction="At the outer face")["layout"]["annotations"]
    assert (note["text"], note["visible"]) == ("You said: greatest at the outer face", True)


# Words


def test_the_sentence_says_pressure_tension_and_what_the_formula_misses():
    young = (
        "The nucleus stands at 0.50 MPa. By the thick-wall formula the tension around the wall is 1.04 MPa inside "
        "and 0.54 MPa outside."
    )
    assert words.sentence(disc()) == young
    assert words.sentence(disc(grade=5)) == (
        "The nucleus stands at 0.35 MPa. By the thick-wall formula the tension around the wall is 0.42 MPa inside and "
        "0.07 MPa outside. At grade 5 the formula says × 0.40 for this tension at the inner face; peaks of pressing "
        "measured in aged walls rose, set here to × 2.60: the formula has no such peaks."
    )


def test_compare_goes_from_a_to_b():
    assert words.compare(disc(), disc(grade=5)) == (
        "From A to B the pressure goes from 0.50 to 0.35 MPa and the tension at the inner face from 1.04 to 0.42 MPa."
    )


def test_the_formula_is_held_against_a_young_disc_under_the_same_force():
    assert words.formula_change(disc(force=1000)) == 1
    assert words.formula_change(disc(force=1000, grade=5)) == pytest.approx(words.formula_change(disc(grade=5)))
    assert words.formula_change(disc(grade=5)) == pytest.approx(disc(grade=5).hoop[0] / disc().hoop[0])


def test_the_table_holds_both_stresses_and_what_they_are_held_against():
    result = disc(grade=2)
    rows = words.table(result).rows
    assert rows[:5] == tuple(
        (f"{result.radii[at]:.1f}", f"{result.hoop[at]:.3f}", f"{result.radial[at]:.3f}") for at in (0, 10, 20, 30, 40)
    )
    rest = {row[0]: row[1] for row in rows[5:]}
    assert rest == {
        "nucleus: pressure": f"{result.pressure:.3f}",
        "force over area": "0.333",
        "thin-wall formula": f"{result.thin:.3f}",
        "Nachemson, back of the wall, as quoted": "1.00 to 1.67",
        "width of the wall here (mm)": f"{result.outer - result.inner:.1f}",
        "width by the measured change (mm)": f"{9 * 1.2:.1f}",
    }
