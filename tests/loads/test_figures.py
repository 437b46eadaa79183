"""The figures of the five load explorers: fixed frame, the numbers of the result, and a small change per move."""

import importlib
import json

import pytest
from plotly.graph_objects import Figure

from spine_edu.explorer.view import difference, pack
from spine_edu.loads.lifting import figure as lifting_figure
from spine_edu.loads.lifting import model as loads_lifting
from spine_edu.loads.muscle import figure as muscle_figure
from spine_edu.loads.muscle import model as loads_muscle
from spine_edu.loads.pressure import model as loads_pressure
from spine_edu.loads.wall import figure as wall_figure
from spine_edu.loads.wall import model as loads_wall
from spine_edu.loads.water import figure as water_figure
from spine_edu.loads.water import model as loads_water
from spine_edu.theme import THEMES

STATES = {
    "loads_pressure": (loads_pressure.PressureState, [{"group": "main"}, {"posture": "cough"}, {"group": "moving"}]),
    "loads_lifting": (loads_lifting.LiftingState, [{"horizontal": 70}, {"task": "seated"}, {"weight": 60},
                                                   {"control": "yes", "second": "yes"}]),
    "loads_muscle": (loads_muscle.MuscleState, [{"lean": 90, "hand_load": 40, "hand_arm": 80, "body_weight": 130,
                                                 "muscle_arm": 5}, {"lean": 0, "hand_load": 0}]),
    "loads_wall": (loads_wall.WallState, [{"grade": 5}, {"force": 1200, "area": 14, "inner": 14, "outer": 20,
                                                         "factor": 1.6}]),
    "loads_water": (loads_water.WaterState, [{"lying": 24}, {"lying": 0}, {"traction": 6, "pull": 10, "hour": 11},
                                             {"charge": 0.1, "day_load": 0.8}]),
}
PREDICTIONS = {"loads_pressure": "Lower", "loads_lifting": 12.0, "loads_muscle": 500.0,
               "loads_wall": "At the inner face", "loads_water": 5.0}


def layers(part):
    return (importlib.import_module(f"spine_edu.{layer}.{part}") for layer in ("models", "figures"))


def trace(figure, name):
    return next(item for item in figure.data if item.name == name)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("part", STATES)
def test_same_traces_and_a_fixed_frame_for_every_state(part, theme):
    model, drawing = layers(part)
    State, changes = STATES[part]
    start = model.simulate(State())
    figures = [Figure(drawing.figure(start, theme=theme))]
    more = {"theme": theme, "held": start, "prediction": PREDICTIONS[part]}
    figures += [Figure(drawing.figure(model.simulate(State(**change)), **more)) for change in changes]
    names = [[item.name for item in figure.data] for figure in figures]
    assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])
    frames = {json.dumps([figure.layout.height, *(axis.range for axis in figure.select_xaxes()),
                          *(axis.range for axis in figure.select_yaxes())]) for figure in figures}
    assert len(frames) == 1


@pytest.mark.parametrize("part", STATES)
def test_every_number_stays_on_its_axis(part):
    """Nothing is drawn outside the frame, whatever the controls."""
    model, drawing = layers(part)
    State, changes = STATES[part]
    for change in changes:
        figure = Figure(drawing.figure(model.simulate(State(**change))))
        for item in figure.data:
            if item.visible is False or item.to_plotly_json().get("mode") == "text" or item.x is None:
                continue
            axis = figure.layout[(item.xaxis or "x").replace("x", "xaxis")]
            ends = item.x
            if item.type == "bar":
                ends = [low + x for low, x in zip(item.base or [0] * len(item.x), item.x, strict=True)]
            assert all(x is None or axis.range[0] - 1e-6 <= x <= axis.range[1] + 1e-6 for x in ends), item.name


@pytest.mark.parametrize("part", STATES)
def test_a_move_of_a_control_sends_little(part):
    """Less than 8 kB, arrays as 4-byte floats."""
    model, drawing = layers(part)
    State, changes = STATES[part]
    start = Figure(drawing.figure(model.simulate(State()))).to_dict()
    for change in changes:
        moved = Figure(drawing.figure(model.simulate(State(**change)))).to_dict()
        assert sum(size(path) + size(pack(value)) for path, value in difference(start, moved)) < 8_000


def size(value):
    """Bytes of a value as it travels: packed arrays by their buffer, the rest as JSON."""
    if isinstance(value, (bytes, memoryview)):
        return len(value)
    if isinstance(value, dict):
        return sum(size(key) + size(item) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return sum(map(size, value))
    return len(json.dumps(value))


def test_the_staircase_ends_at_the_limit():
    result = loads_lifting.simulate(loads_lifting.LiftingState())
    bars = trace(Figure(lifting_figure.figure(result)), "From the best case down to the limit, and the load")
    steps = slice(1, 1 + len(result.governing.costs))
    assert bars.base[steps][-1] == pytest.approx(result.governing.value)
    assert bars.x[-2] == pytest.approx(result.governing.value)
    assert sum(bars.x[steps]) == pytest.approx(23 - result.governing.value)


def test_a_refused_lift_shows_the_reason_and_no_bars():
    figure = Figure(lifting_figure.figure(loads_lifting.simulate(loads_lifting.LiftingState(task="shovel"))))
    assert not any(item.visible for item in figure.data)
    assert any(note.visible and "does not apply" in note.text for note in figure.layout.annotations)


def test_the_bars_of_the_seesaw_add_up_to_the_compression():
    result = loads_muscle.simulate(loads_muscle.MuscleState())
    figure = Figure(muscle_figure.figure(result))
    bars = trace(figure, "Compression, part by part")
    assert sum(bars.x) == bars.base[-1] + bars.x[-1] == pytest.approx(result.compression / 1000)


def test_no_words_on_the_seesaw_stand_in_each_other():
    """Where a load is held close, the words of one force move above those of the other."""
    near = loads_muscle.simulate(loads_muscle.MuscleState(lean=15, hand_load=18, hand_arm=20))
    words = trace(Figure(muscle_figure.figure(near)), "Disc and forces")
    trunk, load = (next(y for y, text in zip(words.y, words.text, strict=True) if text.startswith(part))
                   for part in ("trunk", "load"))
    assert trunk - load > 0.9


def test_the_wall_curve_is_the_models():
    result = loads_wall.simulate(loads_wall.WallState(grade=3))
    curve = trace(Figure(wall_figure.figure(result)), "Tension around the wall")
    assert (tuple(curve.x), tuple(curve.y)) == (result.radii, result.hoop)


def test_height_is_drawn_downwards_and_the_mark_sits_on_it():
    result = loads_water.simulate(loads_water.WaterState(hour=18, traction=2))
    figure = Figure(water_figure.figure(result))
    assert tuple(trace(figure, "Height").y) == tuple(-loss for loss in result.loss)
    now = trace(figure, "Height and flow now")
    assert now.y[0] == -result.loss[36]
    assert "water in" in now.text[1]


def test_the_line_of_the_load_turns_where_the_load_changes():
    result = loads_water.simulate(loads_water.WaterState(traction=2))
    path = next(item for item in Figure(water_figure.figure(result)).layout.shapes if item.name == "Load").path
    corners = [tuple(map(float, corner.split(","))) for corner in path.removeprefix("M").split("L")]
    assert corners[0] == (0, 0.5) and corners[1:5] == [(6, 0.5), (6, 0.1), (8, 0.1), (8, 0.5)]
    assert {y for _, y in corners} == {0.1, 0.5} and corners[-1][0] == 72


def test_the_days_without_traction_are_drawn_from_its_start_until_nothing_is_left():
    def dotted(**settings):
        shapes = Figure(water_figure.figure(loads_water.simulate(loads_water.WaterState(**settings)))).layout.shapes
        path = next(item for item in shapes if item.name == "The same days without traction").path
        return [float(corner.split(",")[0]) for corner in path.strip("MZ").split("L")]

    hours = dotted(traction=2)
    assert hours[0] == 6 and 8 < hours[-1] < 48
    assert dotted(traction=0) == [0]
