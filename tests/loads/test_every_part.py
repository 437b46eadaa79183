"""What every part of the loads obeys: one frame for all states, numbers on their axes, light moves, short sentences."""

import importlib
import json
import re

import pytest

from spine_edu.explorer.wire import difference, pack
from spine_edu.registry import REGISTRY, folder
from spine_edu.theme import THEMES

#: Part -> settings at which it is tried, beside its start.
CHANGES = {
    "loads_pressure": [
        {"group": "main"},
        {"posture": "walking"},
        {"group": "straining", "posture": "cough"},
        {"group": "moving"},
    ],
    "loads_lifting": [{"horizontal": 70}, {"task": "seated"}, {"weight": 60}, {"control": "yes", "second": "yes"}],
    "loads_muscle": [
        {"lean": 90, "hand_load": 40, "hand_arm": 80, "body_weight": 130, "muscle_arm": 5},
        {"lean": 0, "hand_load": 0},
    ],
    "loads_wall": [{"grade": 5}, {"force": 1200, "area": 14, "inner": 14, "outer": 20, "factor": 1.7}],
    "loads_water": [
        {"lying": 24},
        {"lying": 0},
        {"traction": 6, "pull": 10, "hour": 11},
        {"charge": 0.1, "day_load": 0.8},
    ],
}
PREDICTIONS = {
    "loads_pressure": 0.62,
    "loads_lifting": 12.0,
    "loads_muscle": 500.0,
    "loads_wall": "At the inner face",
    "loads_water": 5.0,
}
EACH = pytest.mark.parametrize("part", CHANGES)


def test_no_part_is_forgotten():
    assert set(CHANGES) == set(PREDICTIONS) == {part for part in REGISTRY if part.startswith("loads_")}


def module(part, kind):
    return importlib.import_module(f"spine_edu.{folder(part)}.{kind}")


def results(part):
    """Return the result at the start and at each of the changes."""
    model = module(part, "model")
    State = getattr(model, f"{part.removeprefix('loads_').capitalize()}State")
    return [model.simulate(State(**changes)) for changes in ({}, *CHANGES[part])]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@EACH
def test_same_traces_and_a_fixed_frame_for_every_state(part, theme):
    start, *others = results(part)
    figure = module(part, "figure").figure
    figures = [figure(start, theme=theme)]
    figures += [figure(one, theme=theme, held=start, prediction=PREDICTIONS[part]) for one in others]
    for names in (
        [[item["name"] for item in one["data"]] for one in figures],
        [[item["name"] for item in one["layout"].get("shapes", ())] for one in figures],
    ):
        assert all(one == names[0] for one in names)
    frames = {
        json.dumps(
            [one["layout"]["height"], *(axis.get("range") for name, axis in one["layout"].items() if "axis" in name)]
        )
        for one in figures
    }
    assert len(frames) == 1


@EACH
def test_every_number_stays_on_its_axis(part):
    """Nothing is drawn outside the frame, whatever the controls."""
    for result in results(part):
        figure = module(part, "figure").figure(result)
        for item in figure["data"]:
            if item.get("visible") is False or item.get("mode") == "text":
                continue
            low, high = figure["layout"][item.get("xaxis", "x").replace("x", "xaxis")]["range"]
            starts = item["base"] if item["type"] == "bar" else [0] * len(item["x"])
            assert all(
                low - 1e-6 <= start + x <= high + 1e-6
                for start, x in zip(starts, item["x"], strict=True)
                if x is not None
            ), item["name"]


@EACH
def test_a_move_of_a_control_sends_little(part):
    """Less than 8.2 kB, arrays as 4-byte floats; another list of postures brings other bodies, but nobody drags it."""
    figure = module(part, "figure").figure
    start, *others = results(part)
    limit = 13_000 if part == "loads_pressure" else 8_200
    for moved in others:
        changed = difference(figure(start), figure(moved))
        assert sum(size(path) + size(pack(value)) for path, value in changed) < limit


def size(value):
    """Bytes of a value as it travels: packed arrays by their buffer, the rest as JSON."""
    if isinstance(value, (bytes, memoryview)):
        return len(value)
    if isinstance(value, dict):
        return sum(size(key) + size(item) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return sum(map(size, value))
    return len(json.dumps(value))


@EACH
def test_sentences_are_short_and_end_and_rows_are_as_long_as_their_head(part):
    words = module(part, "words")
    for result in results(part):
        sentence, table = words.sentence(result), words.table(result)
        assert sentence.endswith(".") and len(sentence) < 420
        assert not re.search(r"\d\.\d{4}|inf\b|nan", sentence)
        assert all(len(row) == len(table.columns) for row in table.rows)
