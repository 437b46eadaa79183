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


@settings(max_examples=60, deadline=None)
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


def test_the_cut_disc_stands_over_the_same_radii():
    result = disc(grade=4)
    shown = drawn(result)
    assert ends(shown["Nucleus"])[0] == pytest.approx((0, result.inner), abs=0.006)
    assert ends(shown["Wall (annulus)"])[0] == pytest.approx((result.inner, result.outer), abs=0.006)
    assert min(ends(shown["Nucleus"])[1]) > max(result.hoop), "above the curves"


def pieces(shape):
    """Lowest and highest x of each closed piece of a shape."""
    return [ends({"path": piece})[0] for piece in shape["path"].split("Z")[:-1]]


@pytest.mark.parametrize(
    "settings", [{}, {"grade": 4}, {"force": 1200, "area": 14, "factor": 1.7, "inner": 14, "outer": 20}]
)
def test_each_ring_is_as_thick_as_the_tension_at_its_place(settings):
    result = disc(**settings)
    rings = pieces(drawn(result)["Rings of the wall"])
    tension = dict(zip(result.radii, result.hoop, strict=True))
    assert len(rings) == 7
    for low, high in rings:
        middle = min(result.radii, key=lambda radius: abs(radius - (low + high) / 2))
        assert middle == pytest.approx((low + high) / 2, abs=2e-3)
        assert high - low == pytest.approx(0.19 * tension[middle], abs=2e-3)
    assert all(high <= low for (_, high), (low, _) in zip(rings, rings[1:], strict=False)), "side by side"
    assert result.inner <= rings[0][0] and rings[-1][1] <= result.outer


def test_the_nucleus_pushes_the_wall_the_farther_the_greater_its_pressure():
    for result in (disc(), disc(force=1200)):
        (begin, tip), _ = ends(drawn(result)["Push of the nucleus against the wall"])
        assert tip == pytest.approx(result.inner) and tip - begin == pytest.approx(2.6 * result.pressure, abs=1e-3)


def test_the_press_goes_down_with_the_force_and_the_disc_keeps_its_height():
    weak, strong = drawn(disc(force=100)), drawn(disc(force=1200))
    assert ends(weak["Bar of the press"])[1][0] > ends(strong["Bar of the press"])[1][0] > press.HIGH
    for shown in (weak, strong):
        assert ends(shown["Nucleus"])[1] == ends(shown["Wall (annulus)"])[1] == (press.LOW, press.HIGH)
        assert ends(shown["Plate of the press"]) == ((0, 22), (press.HIGH, 7.95))
        low, high = ends(shown["Spring of the press"])[1]
        assert (low, high) == pytest.approx((7.95, ends(shown["Bar of the press"])[1][0]), abs=1e-3)


@pytest.mark.parametrize("settings", [{}, {"grade": 3, "force": 1000, "inner": 10, "outer": 25}])
def test_the_handles_sit_on_the_bar_and_on_both_faces_of_the_wall(settings):
    result = disc(**settings)
    held = {one["control"]: one for one in grips(result)}
    assert set(held) == {"force", "inner", "outer"}
    shown = drawn(result)
    (left, right), (low, high) = ends(shown["Bar of the press"])
    x, y = along(held["force"], result.state.force)
    assert left < x < right and y == pytest.approx((low + high) / 2, abs=0.01)
    for name, face in (("inner", result.inner), ("outer", result.outer)):
        x, y = along(held[name], getattr(result.state, name))
        assert x == pytest.approx(face) and y == (press.LOW + press.HIGH) / 2


def along(held, value):
    """Where a value lies on a straight track."""
    (low, x, y), (high, right, top) = held["track"]
    share = (value - low) / (high - low)
    return x + share * (right - x), y + share * (top - y)


def test_before_looking_the_disc_is_cut_and_named_and_no_tension_is_told():
    hidden = veiled(disc(), theme=LIGHT)
    names = {one["name"] for one in hidden["layout"]["shapes"]}
    assert "Layers of the wall" in names and not names & {"Rings of the wall", "Push of the nucleus against the wall"}
    (words_there,) = hidden["data"]
    assert words_there["text"] == ["nucleus", "inner face", "outer face", "pressed with 600 N"]
    assert words_there["x"][1:3] == [13, 22]
    assert hidden["layout"]["yaxis2"] == figure(disc())["layout"]["yaxis2"], "nothing jumps when the veil is lifted"


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
    assert places["nucleus"][0] == result.inner / 2 and places["pressed with 600 N"][1] > press.HIGH
    assert 0 < places["pressed with 0.50 MPa"][0] < result.inner and places["pressed with 0.50 MPa"][1] < -0.5
    colors = dict(zip((text.strip() for text in names["text"]), names["textfont"]["color"], strict=True))
    shown = drawn(result)
    assert colors["— tension around the wall"] == colors["1.04"] == shown["Tension around the wall"]["line"]["color"]
    assert colors["··· stress across the wall"] == shown["Stress across the wall"]["line"]["color"]


def test_a_young_disc_is_compared_with_nothing():
    layout = figure(disc())["layout"]
    assert not layout["xaxis2"]["visible"] and layout["yaxis2"]["domain"][0] == 0, "the disc has all the room"
    assert drawn(disc())["Changes in words"]["visible"] is False


def test_what_is_said_of_the_wall_is_marked_at_its_place_and_stays():
    for said, place in (("At the inner face", 13), ("At the outer face", 22)):
        for plain in (veiled(disc(), prediction=said), figure(disc(), prediction=said)):
            (mark,) = (one for one in plain["layout"]["shapes"] if one["name"] == "Where the reader has said")
            (low, high), _ = ends(mark)
            assert (low + high) / 2 == place
    assert drawn(disc(), prediction="The same everywhere")["Where the reader has said"]["path"].startswith("M13")
    assert drawn(disc())["Where the reader has said"]["path"] == "M0,0Z"


@pytest.mark.parametrize("grade", [1.5, 3, 5])
def test_the_two_changes_are_as_long_as_their_factors(grade):
    result = disc(grade=grade)
    shown = drawn(result)
    formula, measured = words.formula_change(result), result.peak
    assert ends(shown["Change by this formula, tension inside"])[0] == pytest.approx((0, formula), abs=6e-4)
    assert ends(shown["Change by measured, peaks of pressing in the wall"])[0] == pytest.approx((0, measured), abs=6e-4)
    texts = shown["Changes in words"]
    assert texts["text"][2:] == [f" × {formula:.2f}", f" × {measured:.2f}"] and texts["x"][2:] == [formula, measured]
    for bar, name, number in (
        (shown["Change by this formula, tension inside"], 0, 2),
        (shown["Change by measured, peaks of pressing in the wall"], 1, 3),
    ):
        low, high = ends(bar)[1]
        assert low < texts["y"][number] < high < texts["y"][name] < high + 0.3, "each bar under its own words"


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
