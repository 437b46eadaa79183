"""Frames: as many values as names, played on traces and shapes of the figure by name."""

import struct

import pytest

import spine_edu
from spine_edu.explorer.frames import Frames
from spine_edu.registry import REGISTRY


def line(*y, shapes=()):
    return {"data": [{"type": "scatter", "name": "Line", "y": list(y)}], "layout": {"shapes": list(shapes)}}


def test_frames_must_be_as_many_as_their_names():
    frames = Frames("day", ["day 0", "day 1"], ["a", "b"])
    with pytest.raises(ValueError, match="x: 3 values for 2 frames"):
        frames.add("Line", x=[[1], [2], [3]])
    with pytest.raises(ValueError, match="Line: 1 values for 2 frames"):
        frames.reveal("Line", [1])


def test_a_name_that_the_figure_does_not_have_is_refused():
    frames = Frames("day", ["day 0", "day 1"], ["a", "b"])
    frames.reveal("Curve", [1, 2])
    with pytest.raises(ValueError, match="no trace or shape 'Curve'; it has Line"):
        frames.packed(line(1, 2))


def test_frames_play_shapes_as_well_as_traces():
    frames = Frames("day", ["day 0", "day 1"], ["a", "b"])
    frames.add("Area", path=["M0,0Z", "M1,1Z"])
    frames.add("Line", y=[[1, 2], [3, 4]])
    packed = frames.packed(line(1, 2, shapes=[{"name": "Area", "type": "path", "path": "M0,0Z"}]))
    assert [played["path"] for played in packed["arrays"]] == [["layout", "shapes", 0, "path"], ["data", 0, "y"]]
    assert packed["arrays"][0]["values"] == ["M0,0Z", "M1,1Z"]
    assert len(packed["arrays"][1]["values"]["f4"]) == 16


def test_a_run_over_a_control_says_where_the_control_is():
    run = Frames("hour", ["0", "1"], ["So.", "And so."], controls={"hour": range(2)})
    assert run.packed({"data": [], "layout": {}})["controls"] == {"hour": [0, 1]}
    with pytest.raises(ValueError, match="hour: 3 values for 2 frames"):
        Frames("hour", ["0", "1"], ["So.", "And so."], controls={"hour": range(3)})


def test_what_jumps_and_where_a_pause_rests_is_said_to_the_browser():
    """A frame round a box slid over the words between two boxes, and a pause left a walk at step 1.25."""
    run = Frames("step", ["0", "0", "1"], ["So.", "So.", "And so."], stride=2, stops=True)
    run.jump("Area", path=["M0,0Z", "M0,0Z", "M1,1Z"])
    run.add("Line", y=[[1], [2], [3]])
    packed = run.packed(line(1, shapes=[{"name": "Area", "type": "path", "path": "M0,0Z"}]))
    assert packed["rests"] == 2 and [played["jumps"] for played in packed["arrays"]] == [True, False]
    assert Frames("day", ["0"], ["So."], stride=7).packed(line(1))["rests"] == 1


def test_a_run_says_at_which_frames_it_pauses_by_itself():
    run = Frames("hour", "012", ["a", "b", "c"], halts=(1,))
    assert run.packed({"data": [], "layout": {}})["halts"] == [1]
    assert Frames("hour", "012", ["a", "b", "c"]).packed({"data": [], "layout": {}})["halts"] == []


def beyond(values, axis):
    """Return the numbers that lie inside the range of an axis, and outside once they have travelled."""
    low, high = sorted(axis)
    return [v for v in values if low <= v <= high and not low <= struct.unpack("f", struct.pack("f", v))[0] <= high]


@pytest.mark.parametrize("part", REGISTRY)
def test_no_frame_puts_a_point_on_the_very_edge_of_its_axis(part):
    """The numbers of a frame are rounded on their way; a word a hair beyond its axis was not painted any more."""
    session = getattr(spine_edu, REGISTRY[part])(ask_first=False)
    for settings in session.scenarios:
        session.scenario(settings.name)
        if not session.can_play():
            continue
        figure, run = session.drawn, session.frames()
        traces = {trace["name"]: trace for trace in figure["data"]}
        for name, column, frames in run._columns:
            if column not in ("x", "y") or name not in traces:
                continue
            axis = figure["layout"].get(f"{column}axis{traces[name].get(f'{column}axis', column)[1:]}", {}).get("range")
            numbers = [v for frame in frames if isinstance(frame, (list, tuple)) for v in frame]
            assert not axis or beyond([v for v in numbers if isinstance(v, (int, float))], axis) == [], (name, column)


def test_a_point_on_the_edge_is_seen():
    assert beyond([2.9, 1], [-4.9, 2.9]) == [2.9]


@pytest.mark.parametrize("part", REGISTRY)
def test_a_run_begins_at_its_start_or_where_its_control_stands(part):
    """A year is played from its first day, also where day 10 is looked at; a walk goes on from where somebody is."""
    explorer = getattr(spine_edu, REGISTRY[part])(ask_first=False)
    for row in explorer.scenarios:
        explorer.scenario(row.name)
        if not explorer.can_play():
            continue
        frames = explorer.begin()
        stands = {name: getattr(explorer.state, name) for name in frames.controls}
        there = {name: values[explorer.position] for name, values in frames.controls.items()}
        assert there == stands if frames.goes_on else explorer.position == 0, row.name
        assert frames.goes_on == (part == "treatment_pathway")


def columns(one, within=""):
    """Yield each column of a trace or a shape, one inside another by both names, and its value."""
    for name, value in one.items():
        if isinstance(value, dict):
            yield from columns(value, f"{within}{name}.")
        else:
            yield f"{within}{name}", value


def left_behind(session):
    """Return what of the picture a run does not play although it is other at its end: names and columns."""
    run = session.frames()

    def parts(place):
        state = session.state.replace(**{name: values[place] for name, values in run.controls.items()})
        drawn = session.figures.figure(session.model.simulate(state), theme=session.theme, held=None, prediction=None)
        return {one["name"]: one for one in (*drawn["data"], *drawn["layout"]["shapes"])}

    played = {(name, column) for name, column, _ in run._columns}
    revealed = {name for name, _ in run._reveals}
    first, last = parts(0), parts(-1)
    return {
        (name, column)
        for name in first.keys() - revealed
        for column, value in columns(last[name])
        if value != dict(columns(first[name])).get(column)
        and not {(name, column), (name, column.partition(".")[0])} & played
        and column != "customdata"
    }


@pytest.mark.parametrize("part", REGISTRY)
def test_at_its_end_a_run_shows_what_belongs_to_the_state_there(part):
    """The labels of a scale lay on each other for as long as a study ran: their words were played, their places not."""
    session = getattr(spine_edu, REGISTRY[part])(ask_first=False)
    for settings in session.scenarios:
        session.scenario(settings.name)
        if session.can_play() and (run := session.frames()).controls and not run.settled:
            assert left_behind(session) == set(), settings.name
