"""The views of the whole model beside the course: three maps and the time line, each mark where the result has it."""

import pytest

from spine_edu.cycle.curves import drawn_days
from spine_edu.cycle.whole import maps, ring, words
from spine_edu.cycle.whole.explorer import WholeCycle
from spine_edu.cycle.whole.figure import figure, grips
from spine_edu.cycle.whole.model import CycleState, simulate
from spine_edu.cycle.whole.timeline import NAMES, across
from spine_edu.theme import LIGHT
from tests.drawn import lines, shape


def run(view="course", **settings):
    return simulate(CycleState(view=view, **settings))


def drawn(result, **more):
    """What is drawn, by name."""
    return {trace["name"]: trace for trace in figure(result, **more)["data"]}


# The return map


@pytest.mark.parametrize("changes", [{}, {"guarding_reactivity": 3.0}, {"load": 1.7, "guarding_reactivity": 1.2}])
def test_the_return_curve_meets_the_diagonal_at_its_marks(changes):
    result = run("return", **changes)
    shown = drawn(result)
    curve, marks = shown["Pain that comes back"], shown["Resting and tipping points"]
    assert (curve["x"], curve["y"]) == tuple([10 * pain for pain in side] for side in result.return_curve)
    assert shown["As much as was put in"]["x"] == shown["As much as was put in"]["y"] == [0, 10]
    assert marks["x"] == marks["y"] == [10 * point.pain for point in result.equilibria]
    assert marks["marker"]["symbol"] == ["circle" if point.stable else "circle-open" for point in result.equilibria]
    assert shown["Words at the resting points"]["text"] == [
        f"{'rests' if point.stable else 'tips'} at {10 * point.pain:.1f}<br>gain {point.gain:.2f}"
        for point in result.equilibria
    ]
    for x, y in zip(marks["x"], marks["y"], strict=True):
        before = max(at for at, here in enumerate(curve["x"]) if here <= x)
        low, high = curve["y"][before : before + 2]
        assert min(low, high) - 1e-9 <= y <= max(low, high) + 1e-9, "the curve passes through the mark"


def test_the_staircase_begins_at_the_pain_of_day_0_and_turns_on_curve_and_diagonal():
    result = run("return", guarding_reactivity=3.0)
    shown = drawn(result)
    stairs = shown["Turns of the loop"]
    assert (shown["Start of the staircase"]["x"], shown["Start of the staircase"]["y"]) == ([6.0], [6.0])
    assert (stairs["x"][0], stairs["y"][0]) == (6.0, 6.0) and stairs["x"][2::2] == stairs["y"][2::2]
    assert stairs["y"][1:4:2] == [10 * result.cobweb[1][1], 10 * result.cobweb[3][1]]
    assert stairs["x"][1::2] == stairs["x"][0:-1:2], "up to the curve, then across to the diagonal"


def test_the_words_lie_on_the_side_they_speak_of():
    sides = drawn(run("return"))["Sides of the line"]
    for x, y, text in zip(sides["x"], sides["y"], sides["text"], strict=True):
        assert (y > x) == text.startswith("above") == ("adds" in text)


def test_the_return_of_run_a_is_its_own():
    held = run("return", load=1.7)
    shown = drawn(run("return"), held=held)["Return in run A"]
    assert (shown["x"], shown["y"]) == tuple([10 * pain for pain in side] for side in held.return_curve)


# The plane of load and reactivity


def inside(area, x, y):
    """Whether a point lies in a closed outline (crossing number)."""
    corners = list(zip(area["x"], area["y"], strict=True))
    crossings = 0
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], *corners[:1]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize("settings", [{}, {"sensitisation_gain": 5.0}, {"ageing": 0.9}])
def test_each_region_of_the_map_holds_the_runs_it_is_named_after(settings):
    shown = drawn(run("map", **settings))
    for load in (0.5, 1.0, 1.5, 2.0, 2.3):
        for reactivity in (0.5, 1.5, 3.0, 5.5):
            points = simulate(CycleState(load=load, guarding_reactivity=reactivity, **settings)).equilibria
            both = inside(shown["Two resting points and a tipping point"], load, reactivity)
            assert both == (len(points) == 3), (load, reactivity)
            if inside(shown["Only lasting pain"], load, reactivity):
                assert len(points) == 1 and points[0].pain > 0.3, (load, reactivity)


def test_the_borders_of_the_map_are_the_results():
    result = run("map")
    hold = drawn(result)["Lasting pain can hold itself up"]
    lower = {load: low for load, low, _ in result.regime_map if low is not None}
    inner = [(x, y) for x, y in zip(hold["x"], hold["y"], strict=True) if x in lower]
    assert len(inner) > 10 and all(lower[x] == y for x, y in inner)


def test_this_run_and_run_a_stand_at_their_settings():
    shown = drawn(run("map", load=2.0, guarding_reactivity=2.0), held=run("map", load=0.5, guarding_reactivity=4.0))
    assert (shown["This run"]["x"], shown["This run"]["y"], shown["This run"]["textposition"]) == (
        [2.0],
        [2.0],
        "middle left",
    )
    assert (shown["Run A"]["x"], shown["Run A"]["y"], shown["Run A"]["visible"]) == ([0.5], [4.0], True)
    assert drawn(run("map"))["This run"]["textposition"] == "middle right"
    assert drawn(run("map"))["Run A"]["visible"] is False


# Load up and down


def test_where_pain_rests_and_tips_at_each_load():
    result = run("hysteresis", guarding_reactivity=1.2)
    shown = drawn(result)
    for name, holds in (("Pain rests here", True), ("Pain tips here", False)):
        points = {(load, 10 * pain) for branch in result.load_curve for load, pain, stable in branch if stable == holds}
        line = {(x, y) for x, y in zip(shown[name]["x"], shown[name]["y"], strict=True) if x is not None}
        assert points <= line and len(line - points) <= 2, "neighbours share their border"
    now = shown["Pain rests here now"]
    assert (now["x"], now["y"]) == ([result.state.load], [10 * result.at_rest])


def test_the_jumps_stand_at_the_folds_and_lead_up_and_down():
    result = run("hysteresis", guarding_reactivity=1.2)
    shown, (up, down) = drawn(result), result.load_folds
    for name, load, rising in (("Way up", up, True), ("Way down", down, False)):
        arrow = shown[name]
        assert arrow["x"] == [load, load] and (arrow["y"][1] > arrow["y"][0] + 1) == rising
        assert arrow["marker"]["symbol"][1] == ("triangle-up" if rising else "triangle-down")
    assert shown["Way up, in words"]["text"] == [f"load rising:<br>jumps at {up:.2f}"]
    assert shown["Way down, in words"]["text"] == [f"load falling:<br>drops at {down:.2f}"]
    assert (round(down, 2), round(up, 2)) == (1.38, 1.89), "as the prototype printed"
    straight = drawn(run("hysteresis", cut_link="sensitisation"))
    assert straight["Way up"]["visible"] is straight["Way down, in words"]["visible"] is False


def test_resting_points_of_run_a_are_its_own():
    held = run("hysteresis", guarding_reactivity=3.0)
    assert drawn(run("hysteresis"), held=held)["Resting points in run A"]["y"] == drawn(held)["Pain rests here"]["y"]


# The time line


def test_the_time_line_draws_each_treatment_while_it_works():
    result = run("timeline", treatment="nsaid", treatment_day=14, second_treatment="therapy", second_day=60)
    shown = drawn(result)
    bars, names = shown["When the treatments are given"], shown["Names of the treatments"]
    assert [min(bars["x"][:5]), max(bars["x"][:5])] == [14, 28]
    assert [min(bars["x"][6:11]), max(bars["x"][6:11])] == [60, across(60 + 84, 364)]
    assert names["text"] == ["Anti-inflammatory, from day 14", "Physical therapy, from day 60"]
    assert names["y"][0] < min(bars["y"][:5]) < names["y"][1] < min(bars["y"][6:11]), "the axis runs downwards"
    assert figure(result)["layout"]["yaxis2"]["range"] == [3, 0]


def choices(result):
    return {choice.split(":")[1]: choice for choice in drawn(result)["What may be given: press one"]["customdata"]}


def test_a_press_puts_a_treatment_on_the_line_and_another_takes_it_off():
    explorer = WholeCycle(view="timeline", ask_first=False, backend_name="static")
    every = set(CycleState.declarations()["treatment"].values)
    assert set(choices(explorer.result)) == every - {"none", "vertebroplasty"} == set(NAMES)
    for name in ("heat", "opioid", "fusion"):
        explorer.clicked(choices(explorer.result)[name])
    assert [name for name, _ in explorer.state.plan] == ["heat", "opioid", "fusion"]
    pressed = drawn(explorer.result)["What may be given: press one"]["customdata"]
    assert {choice for choice in pressed if choice} == {
        "treatment:none",
        "second_treatment:none",
        "third_treatment:none",
    }, "there is room for three"
    explorer.clicked("second_treatment:none")
    explorer.clicked(choices(explorer.result)["traction"])
    assert explorer.state.second_treatment == "traction"


def test_the_time_line_draws_pain_with_and_without_the_plan():
    result = run("timeline", treatment="heat", treatment_day=0)
    shown, days = drawn(result), drawn_days(364)
    assert shown["Pain with the treatments"]["y"] == [result.rating[day] for day in days]
    assert shown["Pain without treatment"]["y"] == [run().rating[day] for day in days]
    last, without = result.rating[-1], run().rating[-1]
    assert shown["Names of the lines"]["text"] == [f"Treated {last:.1f}", f"Without {without:.1f}"]
    assert shown["Lines to the labels"]["y"][::3] == [last, without]
    bare = drawn(run("timeline"))
    assert bare["Names of the treatments"]["text"] == ["No treatment yet."]
    assert bare["Names of the lines"]["text"][0].startswith("Pain ")


# Hands on the picture


def at(result, control):
    """Where the handle of a control lies now, and on which axes."""
    [grip] = [one for one in grips(result) if one["control"] == control]
    value = getattr(result.state, control)
    for (low, *one), (high, *other) in zip(grip["track"], grip["track"][1:], strict=False):
        if low <= value <= high:
            share = (value - low) / (high - low)
            return *(a + (b - a) * share for a, b in zip(one, other, strict=True)), tuple(grip["axes"])
    raise AssertionError(value)


@pytest.mark.parametrize("load, reactivity", [(1.0, 0.9), (0.2, 0.2), (2.5, 6.0), (1.7, 3.3)])
def test_the_point_of_the_map_is_carried_across_and_up(load, reactivity):
    result = run("map", load=load, guarding_reactivity=reactivity)
    [corner] = lines(shape(figure(result), "Load and reactivity of this run")["path"])
    assert corner[1] == pytest.approx((load, reactivity))
    [one] = grips(result)
    assert (one["control"], one["up"]["control"], one["axes"]) == ("load", "guarding_reactivity", ["xaxis", "yaxis"])
    assert one["track"] == [[0.2, 0.2, reactivity], [2.5, 2.5, reactivity]]
    assert one["up"]["track"] == [[0.2, load, 0.2], [6.0, load, 6.0]]


def walked(first, loads, **settings):
    """Loads and the pain at rest there, as a hand moves the load from one to the next."""
    explorer = WholeCycle(view="hysteresis", ask_first=False, backend_name="static", load=first, **settings)
    found = []
    for load in loads:
        foretold = maps.road(explorer.result)(load)
        explorer.move("load", load)
        dot = drawn(explorer.result)["Pain rests here now"]
        assert (dot["x"], dot["y"]) == ([load], [10 * explorer.result.at_rest])
        assert foretold == (load, pytest.approx(dot["y"][0], abs=0.1)), "the knob goes where the dot will be"
        found.append((load, dot["y"][0]))
    return explorer, found


@pytest.mark.parametrize("reactivity", [0.9, 1.2, 1.6])
def test_up_pain_jumps_only_at_the_upper_fold_and_down_only_at_the_lower(reactivity):
    loads = [round(1 + 0.05 * step, 2) for step in range(31)]
    explorer, rising = walked(1.0, loads, guarding_reactivity=reactivity)
    up, down = explorer.result.load_folds
    back, falling = walked(2.5, loads[::-1], guarding_reactivity=reactivity)
    for way, fold in ((rising, up), (falling[::-1], down)):
        jumps = [(low, high) for (low, one), (high, other) in zip(way, way[1:], strict=False) if other - one > 2]
        assert [low < fold < high for low, high in jumps] == [True], (jumps, fold)
    assert up - down > 0.2, "the way back is not the way there"
    assert "lower road" in words.sentence(walked(1.0, [1.75], guarding_reactivity=1.2)[0].result)
    assert back.state.road == "lower" and explorer.state.road == "upper"


def test_the_road_travels_with_settings_undo_and_text_line():
    explorer, _ = walked(2.4, [1.6], guarding_reactivity=1.2)
    assert explorer.state.road == "upper" and "rests at 7.0" in explorer.describe()
    line = explorer.to_text()
    explorer.set(load=1.0)
    explorer.set(load=1.6)
    assert explorer.state.road == "lower" and "Pain has come along the lower road and rests at 0.6." in words.sentence(
        explorer.result
    )
    explorer.undo()
    explorer.undo()
    assert explorer.to_text() == line
    other = WholeCycle(ask_first=False, backend_name="static")
    other.from_text(line)
    assert other.result.at_rest == explorer.result.at_rest > 0.6


def test_the_reactivity_lifts_the_curve_of_what_comes_back():
    for reactivity in (0.2, 1.1, 6.0):
        result = run("return", guarding_reactivity=reactivity)
        x, y, _ = at(result, "guarding_reactivity")
        across, up = (drawn(result)["Pain that comes back"][side] for side in "xy")
        before = max(index for index, one in enumerate(across) if one <= x)
        assert min(up[before : before + 2]) - 0.25 <= y <= max(up[before : before + 2]) + 0.25


@pytest.mark.parametrize("reactivity, load", [(0.2, 0.2), (0.9, 1.0), (6.0, 2.5)])
def test_reactivity_lies_on_its_arrow_and_load_under_the_disc(reactivity, load):
    result = run(guarding_reactivity=reactivity, load=load)
    row = next(row for row in ring.arrows() if row.arrow == "pain_guarding")
    x, y, axes = at(result, "guarding_reactivity")
    path = ring.board(LIGHT).way(row)
    assert axes == ("xaxis3", "yaxis4") and min(abs(x - a) + abs(y - b) for a, b in path) < 1.5
    lane, *_ = lines(shape(figure(result), "Daily load")["path"])
    assert lane[-1] == pytest.approx(at(result, "load")[:2], abs=1e-3) and lane[0][0] <= lane[-1][0]


@pytest.mark.parametrize("day", [0, 14, 97, 364])
def test_the_day_is_dragged_along_the_pain_and_a_treatment_over_it(day):
    result = run(treatment="heat", treatment_day=day, look_day=day, guarding_reactivity=2.0)
    x, y, axes = at(result, "look_day")
    assert (x, axes) == (pytest.approx(day), ("xaxis", "yaxis"))
    assert y == pytest.approx(result.rating[day], abs=0.35)
    assert at(result, "treatment_day")[:2] == pytest.approx((day, 10))
    [(foot, head)] = lines(shape(figure(result), "A treatment begins")["path"])
    assert foot[0] == head[0] == day and foot[1] <= y <= head[1]


def test_the_herniation_is_dragged_where_its_line_begins():
    result = run(show_herniation="yes", herniation_start=0.7)
    assert at(result, "herniation_start")[:2] == pytest.approx((0, drawn(result)["Herniation"]["y"][0]))


def test_each_block_of_the_time_line_is_dragged_by_its_body_and_by_the_knob_over_its_beginning():
    result = run(
        "timeline", treatment="nsaid", treatment_day=14, third_treatment="therapy", third_day=60, second_day=200
    )
    bars = drawn(result)["When the treatments are given"]
    found = {grip["control"]: grip for grip in grips(result)}
    assert set(found) == {"treatment_day", "third_day"}
    for number, (control, day) in enumerate((("treatment_day", 14), ("third_day", 60))):
        x, y, axes = at(result, control)
        corners = list(zip(bars["x"], bars["y"], strict=True))[6 * number : 6 * number + 4]
        assert x == pytest.approx(day) == corners[0][0] and axes == ("xaxis", "yaxis2")
        assert y < corners[0][1] < corners[2][1] and corners[0][1] - y < 0.5
        (left, high), (right, _), (_, low), _ = found[control]["body"]
        assert left <= corners[0][0] < corners[1][0] <= right + 1e-3 and right - left > across(364, 364) / 20
        assert (high, low) == pytest.approx((corners[0][1], corners[2][1]))
    late = run("timeline", treatment="heat", treatment_day=200, days=84)
    assert at(late, "treatment_day")[0] == pytest.approx(84)
