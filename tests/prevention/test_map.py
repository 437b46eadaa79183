"""The zoom: counts are those published, what lies in the middle stays there, and ten things at most are kept."""

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.prevention.map import asked, figure, icons, places, words
from spine_edu.prevention.map.model import LEVELS, MOST, MapState, arrows, count, groups, of_group, simulate, things
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import centres, lines, said, shape, trace

TEN = dict.fromkeys(("sleep", "fear", "work", "message", "earlier"), "yes")


def drawn(**settings_):
    return figure.figure(simulate(MapState(**settings_)))


def circles(path):
    return path.count("C")


# What was published --------------------------------------------------------------------------------------------------


def test_the_counts_are_those_of_the_abstracts():
    """Cholewicki 2019, Hodges 2022 and the preprint of 2025, as their abstracts print them."""
    assert {row.key: row.value for row in data.table("prevention_map")} == {
        "experts": 29, "expert_parts": 25, "expert_lines": 77, "patients": 28,
        "patient_parts": 19, "patient_lines": 43, "all_parts": 142, "all_lines": 1161,
    }  # fmt: skip
    assert all(row.seen == "abstract" and row.source for row in data.table("prevention_map"))


def test_no_group_has_a_number_of_its_own():
    """No weight and no count of a group was seen: only which ones were central, and which had most."""
    numbers = [value for row in groups().values() for value in vars(row).values() if isinstance(value, (int, float))]
    assert numbers == []
    assert [row.theirs for row in groups().values() if row.most == "experts"] == ["psychological"]
    assert [row.theirs for row in groups().values() if row.most == "patients"] == ["biomechanical"]
    central = {row.theirs for row in groups().values() if row.central == "yes"}
    assert central == {"psychological", "biomechanical", "social or work", "contextual"}


def test_the_boxes_of_the_cycle_are_things_and_its_arrows_those_of_the_course():
    boxes = {thing for thing, row in things().items() if row.cycle == "yes"}
    assert boxes == set(places.BOXES) == {box for arrow in arrows() for box in arrow}
    assert simulate(MapState()).lines == 7 == len(lines(shape(drawn(), "Arrows of the cycle")["path"]))


@pytest.mark.parametrize(
    ("settings_", "parts", "strokes"), [({"whose": "patient"}, 19, 43), ({"whose": "expert"}, 25, 77)]
)
def test_one_map_has_as_many_parts_and_lines_as_its_title_says(settings_, parts, strokes):
    picture = drawn(level="one", **settings_)
    dots = set(centres(shape(picture, "Parts of one map")["path"])) - {places.MIDDLE}
    assert len(dots) == parts
    drawn_lines = [line for line in lines(shape(picture, "Lines of one map")["path"]) if len(set(line)) > 1]
    assert len(drawn_lines) == strokes == len({frozenset(line) for line in drawn_lines})
    assert any(f"{parts} parts, {strokes} lines" in text for text in said(picture))


def test_all_maps_have_as_many_parts_and_lines_as_their_title_says():
    picture = drawn(level="all", **TEN)
    dots = sum(len(centres(shape(picture, name)["path"])) for name in ("Parts of all maps", "As many as you keep"))
    assert dots == count("all_parts") == 142
    assert len(lines(shape(picture, "Lines of all maps")["path"])) == 1161 == count("all_lines")
    assert len(centres(shape(picture, "As many as you keep")["path"])) == MOST
    assert any("142 parts, 1,161 lines" in text for text in said(picture))


def test_every_part_of_a_map_has_a_line():
    for parts, strokes in ((19, 43), (25, 77), (142, 1161)):
        pairs = places.pairs(parts, strokes)
        assert len(pairs) == strokes == len(set(pairs))
        assert {part for pair in pairs for part in pair} == set(range(parts))
        assert pairs == places.pairs.__wrapped__(parts, strokes)


# What is kept --------------------------------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(st.sets(st.sampled_from(sorted(things())), max_size=MOST))
def test_what_is_kept_is_counted_by_group(kept):
    result = simulate(MapState(level="noor", **{thing: "yes" if thing in kept else "no" for thing in things()}))
    assert set(result.kept) == kept and sum(result.by_group.values()) == len(kept)
    grounds = lines(shape(figure.figure(result), "Kept")["path"]) if kept else []
    assert len(grounds) == len(kept)
    for thing in kept:
        assert things()[thing].name.lower() in words.sentence(result).lower()


def test_an_eleventh_is_refused_in_words():
    with pytest.raises(ValueError, match="10 things are kept at most: take another one away first"):
        MapState(**TEN, genes="yes")


def test_every_thing_has_a_group_a_sign_and_a_control():
    assert set(icons.SIGNS) == set(things()) <= set(MapState.declarations())
    assert [thing for group in groups() for thing in of_group(group)] == list(things())
    assert all(len(row.name) <= 15 for row in things().values())


# Where things lie ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", range(1, len(LEVELS)))
def test_each_picture_lies_in_the_middle_of_the_next(level):
    corners = [(2.0, 5.0), (32.0, 35.0), (2.0, 35.0)]
    for layer in range(level):
        for corner in corners:
            x, y = places.at(level, layer, corner)
            assert hypot(x - places.MIDDLE[0], y - places.MIDDLE[1]) < 6
    for corner in corners:
        assert places.at(level, level, corner) == pytest.approx(corner)


def test_the_cycle_lies_in_noors_back():
    trunk = places.noor()[0]
    body = [point for line in trunk for point in line]
    for place in places.BOXES.values():
        x, y = places.at(1, 0, figure.place_of(place))
        level = [px for px, py in body if abs(py - y) < 1.5]
        assert min(level) - 0.6 < x < max(level) + 0.6


def test_rows_lie_apart_and_clear_of_noor():
    rows = places.rows()
    for side, (left, right) in places.EDGES.items():
        heights = sorted(y for one, _, y in rows.values() if one == left)
        assert all(b - a >= places.ROW - 1e-9 for a, b in zip(heights, heights[1:], strict=False)), side
        xs = [x for some in places.noor() for line in some for x, _ in line]
        assert right < min(xs) or left > max(xs)
    assert min(y for *_, y in rows.values()) - 1 > max(figure._LEGEND) + 0.5


def test_a_thing_is_pressed_where_it_is_written_and_a_press_changes_it():
    result = simulate(MapState(level="noor"))
    found, written = figure.touches(result)["things"], said(figure.figure(result), "Words")
    for thing, row in things().items():
        other = "no" if thing in result.kept else "yes"
        (corners,) = lines(found[f"{thing}:{other}"])
        x, y = next(place for text, place in written.items() if text in (row.name, f"<b>{row.name}</b>"))
        xs, ys = zip(*corners, strict=True)
        assert min(xs) < x < max(xs) and min(ys) < y < max(ys)


def test_the_knob_stands_on_the_stop_of_its_level():
    for number, level in enumerate(LEVELS):
        (grip,) = figure.grips(simulate(MapState(level=level)))
        assert grip["now"] == number and grip["choices"][number] == f"level:{level}"


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_plane_is_as_large_as_its_type(theme):
    layout = figure.figure(simulate(MapState()), theme=theme)["layout"]
    assert layout["height"] == theme.em(figure.HIGH) and layout["xaxis"]["range"] == [0, 34]


def test_nothing_of_all_maps_is_seen_where_one_map_is():
    for x, y in centres(shape(drawn(level="one"), "Parts of all maps")["path"]):
        assert not (-0.3 < x < 34.3 and -0.3 < y < 38.3)


# The question --------------------------------------------------------------------------------------------------------


def test_the_answer_is_what_the_paper_says_and_the_named_group_is_no_option():
    explorer = spine_edu.ZoomOut(ask_first=False)
    assert explorer.ask.answer(explorer.asked_result) == "Mind and mood"
    assert "Load and muscle" not in explorer.ask.options and len(explorer.ask.options) == 7
    assert set(asked.tags()["places"]) == set(explorer.ask.options)


def test_the_veiled_picture_marks_no_group_but_the_named_one():
    result = simulate(MapState(level="noor"))
    picture = asked.veiled(result)
    assert "★" not in str(picture["data"])
    assert centres(shape(picture, "You say")["path"]) == []
    mine = asked.veiled(result, prediction="Habits")
    assert len(lines(shape(mine, "You say")["path"])) == 1


def test_a_prediction_is_framed_at_its_group():
    result = simulate(MapState(level="noor"))
    framed = figure.figure(result, theme=LIGHT, prediction="Habits")
    ((corner, *_),) = lines(shape(framed, "Your prediction")["path"])
    assert abs(corner[1] - places.heads()["habits"]) < 1


def test_run_a_is_marked_at_what_it_keeps():
    held, now = simulate(MapState(level="noor", **TEN)), simulate(MapState(level="noor"))
    marks = trace(figure.figure(now, held=held), "Kept in A")
    assert list(marks["y"]) == [places.rows()[thing][2] for thing in held.kept]
    assert "sleep" in words.compare(held, now)
