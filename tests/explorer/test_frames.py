"""Frames: as many values as names, played on traces and shapes of the figure by name."""

import pytest

from spine_edu.explorer.frames import Frames


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
