"""The zoom: counts are those published, what lies in the middle stays there, and ten things at most are kept."""

import re
from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.explorer import card
from spine_edu.prevention.map import (
    asked,
    beside,
    counter,
    figure,
    icons,
    net,
    oval,
    places,
    round_trip,
    untangled,
    weights,
    words,
)
from spine_edu.prevention.map.model import (
    LEVELS,
    MANY,
    MOST,
    TRAYS,
    MapState,
    groups,
    kind_of,
    loops_of,
    of_group,
    read_arrows,
    ring,
    signs_of,
    simulate,
    things,
    turn_of,
    written,
)
from spine_edu.theme import THEMES
from tests.drawn import centres, hidden, inside, lines, said, shape, trace

TEN = dict.fromkeys(("sleep", "fear", "work", "message", "earlier"), "yes")
LINES = "Broken sleep > Pain signal, Fear > Tight muscles"
EXAMPLE = next(
    MapState.from_text(f"prevention_map v1: {row.settings}", "prevention_map").lines
    for row in data.table("scenarios")
    if row.name == "A map of an expert"
)


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
    assert boxes == set(places.BOXES) == {box for arrow in ring() for box in arrow}
    assert simulate(MapState()).lines == 7 == len(lines(shape(drawn(), "Arrows of the cycle")["path"]))


@pytest.mark.parametrize(("whose", "parts", "number"), [("patient", 19, 43), ("expert", 25, 77)])
def test_one_map_is_seen_as_a_net_in_the_clear_middle_of_its_wheel(whose, parts, number):
    """Eight equal wedges were called a map, and its parts and lines stood in words alone."""
    picture = drawn(level="one", whose=whose, **TEN, lines=LINES)
    dots, ways = net_of(picture, whose)
    assert (len(dots), len(ways)) == (parts, number)
    hole = [places.on_wheel(turn, places.HOLE) for turn in range(0, 360, 5)]
    assert all(inside((x + a, y + b), hole) for x, y in dots for a, b in ((0.24, 0), (-0.24, 0), (0, 0.24), (0, -0.24)))
    # Large enough to be seen as a map: a seventh of the plane with its dots.
    assert max(x for x, _ in dots) - min(x for x, _ in dots) > 34 / 7.5
    for key in {"ring", "yours", "patient", "expert", "all"} - {whose}:
        assert hidden(picture, f"Lines: {key}") and (key == "all" or hidden(picture, f"Parts: {key}"))
    text = f"Middle: {parts} parts, {number} arrows (average); places, joins invented."
    assert text in said(picture, "Words") and any(
        "A wedge’s size says nothing." in one for one in said(picture, "Words")
    )


@pytest.mark.parametrize("prediction", [None, "Habits"])
def test_before_it_is_told_the_net_is_that_of_people_in_pain(prediction):
    explorer = spine_edu.ZoomOut(ask_first=False)
    picture = figure.veiled(explorer.asked_result, prediction=prediction)
    assert len(net_of(picture, "patient")[0]) == 19 and hidden(picture, "Parts: expert")


def test_noor_lies_behind_the_first_dot_of_the_net():
    """A picture of twenty rows, three letters high, was there and could not be read."""
    picture = drawn(level="one", whose="expert", **TEN)
    x, y = net_of(picture, "expert")[0][0]
    for name in ("Noor", "Rows", "Heads: most", "Box: pain"):
        assert all(hypot(a - x, b - y) < 0.3 for way in lines(shape(picture, name)["path"]) for a, b in way), name


@pytest.mark.parametrize("level", ["all"])
def test_as_many_dots_and_hairlines_are_drawn_as_are_counted(level):
    picture = drawn(level=level, **TEN, lines=LINES)
    # The reader's own two lines, and the ring's seven between the five boxes that are kept.
    sizes = {"ring": (5, 7), "yours": (10, 9), "patient": (19, 43), "expert": (25, 77), "all": (142, 1161)}
    words_ = " ".join(said(picture, "Words"))
    for key, (parts, number) in sizes.items():
        dots, ways = net_of(picture, key)
        assert (len(dots), len(ways)) == (parts, number)
        if key == "all":
            assert f"experts together: {number:,}" in words_
        assert f"<b>{parts}</b> parts" in words_ and f"<b>{number:,}</b> arrows" in words_


def test_where_no_wheel_is_looked_at_its_wedges_are_as_small_as_a_dot_behind_noor():
    xs, ys = zip(*(place for group in groups() for place in wedge(drawn(level="all"), group)), strict=True)
    assert max(xs) - min(xs) < 3 * counter._LARGE_DOT and max(ys) - min(ys) < 3 * counter._LARGE_DOT


def wedge(picture, group):
    return lines(shape(picture, f"one map: {group}")["path"])[0]


def net_of(picture, key):
    return centres(shape(picture, f"Parts: {key}")["path"]), lines(shape(picture, f"Lines: {key}")["path"])


def test_where_dots_lie_is_called_invented_beside_them_and_they_are_pale_and_nameless():
    picture = drawn(level="all", **TEN)
    assert any("Theirs: counts real; places, joins invented." in text for text in said(picture, "Words"))
    assert shape(picture, "Lines: all")["opacity"] < 0.7


def test_nets_of_a_picture_have_one_scale_and_the_area_is_the_number_of_parts():
    assert (net.radius(142) / net.radius(25)) ** 2 == pytest.approx(142 / 25)
    # Dots of a sunflower lie at one radius only if the room of a part is the same in every net.
    dots = {key: net_of(drawn(level="all", **TEN), key)[0] for key in ("patient", "expert", "all")}
    for key, some in dots.items():
        x, y = counter.BESIDE[key][0]
        far = [hypot(a - x, b - y) / counter.LARGE for a, b in some]
        assert far == pytest.approx([(place + 0.5) ** 0.5 for place in range(len(some))], abs=0.05)


def test_all_maps_lie_beside_each_other_and_no_net_touches_another():
    """Circles in circles were read as maps in maps: only the number of parts makes a net larger."""
    for kept in ({}, TEN):
        picture, discs = drawn(level="all", **kept), {}
        for key, ((x, y), _) in counter.BESIDE.items():
            dots = net_of(picture, key)[0]
            if dots:
                discs[key] = (x, y, net.radius(len(dots), counter.LARGE) + counter._LARGE_DOT)
                assert max(hypot(a - x, b - y) for a, b in dots) < discs[key][2]
        assert ("yours" in discs) == bool(kept) and len(discs) == 4 + bool(kept)
        for one, (x, y, half) in discs.items():
            assert x - half > 0 and x + half < 34 and y + half < figure._TITLE - 0.6
            assert y - half > max(figure._LEGEND) + 0.5
            assert all(hypot(a - x, b - y) > half + far for other, (a, b, far) in discs.items() if other != one)
    assert discs["all"][2] == max(half for _, _, half in discs.values()) > 0.28 * 34


def test_a_map_beside_all_maps_is_pressed_on_its_net_or_on_its_name():
    found = figure.touches(simulate(MapState(level="all", **TEN)))["things"]
    written_ = said(drawn(level="all", **TEN), "Words")
    for choice, key, name in (
        ("level:one;whose:expert", "expert", "an expert"),
        ("level:one", "patient", "with back pain"),
        ("level:noor", "yours", "yours"),
        ("level:cycle", "ring", "the ring"),
    ):
        x, y = written_[f"<b>{name}</b>"]
        for place in ((x + 0.5, y), counter.BESIDE[key][0]):
            assert [one for one in found if any(inside(place, edge) for edge in lines(found[one]))] == [choice]


def test_the_readers_own_map_is_counted_only_when_it_is_more_than_the_ring():
    """At the first look nobody has chosen anything: five boxes are the ring's."""
    for level in ("one", "all"):
        first, then = drawn(level=level), drawn(level=level, sleep="yes")
        if level == "all":
            assert hidden(first, "Parts: yours") and not hidden(then, "Parts: yours")
            assert "<b>yours</b>" not in said(first) and "<b>yours</b>" in said(then)
        else:
            for picture, whose in ((first, "the ring’s boxes"), (then, "what you keep")):
                assert f"{whose}; 2/3 is two of our own list of three" in said(picture)
        first, then = (str(words.table(simulate(MapState(level=level, **kept))).rows) for kept in ({}, TEN))
        assert "you keep" not in first and "Your map" not in first and "you keep" in then and "Your map" in then
    look = shape(drawn(level="one"), "Kept")["line"]["color"]
    assert look == shape(drawn(level="one"), "Parts: ring")["fillcolor"]
    assert look != shape(drawn(level="one", sleep="yes"), "Kept")["line"]["color"]


@settings(max_examples=60)
@given(st.integers(0, 30), st.integers(0, 200))
def test_a_net_has_as_many_hairlines_as_it_is_told_as_long_as_there_are_things_to_join(parts, number):
    drawn_ = net.hairlines((17, 8), parts, min(number, parts * (parts - 1)))
    assert drawn_.count("M") == min(number, parts * (parts - 1)) and circles(net.dots((17, 8), parts)) == parts


@pytest.mark.parametrize("level", ["all"])
def test_the_nets_of_the_ring_and_the_reader_join_what_is_joined_and_leave_the_rest_loose(level):
    """The nearest dots were joined in every net, though it is known which arrows lead where in these two."""
    result = simulate(MapState(level=level, **TEN, lines=f"{LINES}, Broken sleep > Fear, Fear > Broken sleep"))
    picture = figure.figure(result)
    boxes = [thing for thing, row in things().items() if row.cycle == "yes"]
    both = (("ring", boxes, ring()), ("yours", result.kept, (*result.arrows, *result.given)))
    for key, parts, pairs in both:
        dots, ways = net_of(picture, key)
        where = dict(zip(parts, dots, strict=True))
        near = [(_nearest(where, way[0]), _nearest(where, way[-1])) for way in ways]
        assert near == list(pairs) and len(dots) == len(parts)
        # There and back are two lines, and both are seen.
        assert len({str(way) for way in ways} | {str(way[::-1]) for way in ways}) == 2 * len(ways)
    loose = {thing for thing in result.kept if all(thing not in pair for pair in both[1][2])}
    assert loose == set(result.unjoined) == {"work", "message", "earlier"}


def _nearest(where, place):
    return min(where, key=lambda one: hypot(*_off(where[one], place)))


def _off(one, other):
    return one[0] - other[0], one[1] - other[1]


@pytest.mark.parametrize("parts", range(2, MOST + 1))
def test_no_line_of_a_known_net_touches_a_dot_at_which_it_does_not_end(parts):
    pairs = tuple((start, end) for start in range(parts) for end in range(parts) if start != end)
    dots = centres(net.dots((17, 8), parts, 1.0, 0.1, known=True))
    for (start, end), way in zip(pairs, lines(net.arrows((17, 8), parts, pairs, 1.0)), strict=True):
        others = [dot for number, dot in enumerate(dots) if number not in (start, end)]
        assert all(hypot(*_off(dot, place)) > net._DOT / net.ROOM - 0.01 for dot in others for place in _fine(way))


# Weight: ranked, not sized -------------------------------------------------------------------------------------------


def middle_of(outline):
    xs, ys = zip(*outline, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


@pytest.mark.parametrize(("whose", "group"), [("patient", "loads"), ("expert", "mind")])
def test_the_heavy_wedge_is_that_of_those_whose_map_it_is_and_only_experts_have_centres(whose, group):
    picture = drawn(level="one", whose=whose)
    looks = {key: shape(picture, f"one map: {key}")["fillcolor"] for key in groups()}
    assert [key for key in groups() if list(looks.values()).count(looks[key]) == 1] == [group]
    starred = [key for key, row in groups().items() if row.central == "yes"]
    ways = [] if whose == "patient" else lines(shape(picture, "Dashed: central for experts")["path"])
    # Three lines for four groups: two of them were one there, and have one line across both.
    assert len(starred) == 4 and len(ways) == (0 if whose == "patient" else 3)
    assert hidden(picture, "Dashed: central for experts") == (whose == "patient")
    stars = {text for text in said(picture, "Words") if "ring: " in text and ("★" in text or "●" in text)}
    assert len(stars) == (1 if whose == "patient" else 3) and ("★" in str(stars)) == (whose == "expert")


@pytest.mark.parametrize(("whose", "key"), [("patient", "loads"), ("expert", "mind")])
def test_the_key_under_the_wheel_looks_as_what_it_names(whose, key):
    picture = drawn(level="one", whose=whose, sleep="yes")
    for named, there in (("Key: most weight", f"one map: {key}"), ("Key: kept", "Kept")):
        assert shape(picture, named)["fillcolor"] == shape(picture, there)["fillcolor"]
    dashed, central = (shape(picture, name) for name in ("Key: central", "Dashed: central for experts"))
    assert dashed["line"] == central["line"] and hidden(picture, "Key: central") == (whose == "patient")
    heights = [
        y for text, (_, y) in said(picture, "Words").items() if text.startswith(("painted", "dashed", "what you"))
    ]
    assert set(heights) <= set(counter._KEY) and min(counter._KEY) - 0.5 > max(figure._LEGEND) + 0.6
    assert hidden(drawn(level="one", group="mind"), "Key: most weight")


def test_no_wedge_and_no_rim_is_larger_for_its_weight_since_only_ranks_were_published():
    """The heaviest wedge was drawn larger, beside words that said “ranked, not sized”; its rim struck a tab."""
    rims = ("Dashed: central for experts",)
    for whose in ("patient", "expert"):
        picture = drawn(level="one", whose=whose)
        for group in groups():
            written_ = [pytest.approx(place, abs=1e-3) for place in places.band(group, places.HOLE, 1.0)]
            assert wedge(picture, group) == written_
        for name in rims if whose == "expert" else ():
            for rim in lines(shape(picture, name)["path"]):
                assert all(y < places.on_wheel(90, 1.0)[1] + 1e-3 < places.TAB[0] for _, y in rim)


@pytest.mark.parametrize("whose", ["patient", "expert"])
def test_a_prediction_stays_on_the_rim_of_its_wedge(whose):
    picture = figure.figure(simulate(MapState(level="one", whose=whose)), prediction="Habits")
    (way,) = lines(shape(picture, "Your prediction")["path"])
    across, up = way[len(way) // 2]
    rim = places.band("habits", places.HOLE, 1.0)[:12]
    assert min(hypot(across - x, up - y) for x, y in rim) < 1.5
    assert not inside((across, up), places.band("habits", places.HOLE, 1.0))
    assert any("Dotted: your answer." in text for text in said(picture))


def test_counts_in_the_wedges_say_whose_they_are():
    """“★★ empty” in an expert's map was read as the expert's: it was how many boxes of the reader lay there."""
    first, then = said(drawn(level="one"), "Words"), said(drawn(level="one", sleep="yes"), "Words")
    assert {"ring: 2/2", "ring: 1/2", "● ring: 2/3", "ring: none"} <= set(first)
    assert {"yours: 1/3", "● yours: 2/3", "yours: none"} <= set(then)
    assert {"★ ring: 2/3", "★★ ring: none"} <= set(said(drawn(level="one", whose="expert"), "Words"))
    assert any(text.endswith("Press one: kept, or laid back.") for text in said(drawn(level="noor"), "Words"))
    assert "The twenty things are our choice." in words.sentence(simulate(MapState(level="noor")))
    assert "<b>The ring, and where people in pain put weight</b>" in first
    assert "<b>Your 6, and where people in pain put weight</b>" in then
    assert not any("empty" in text for text in (*first, *then))
    assert {"0/3", "2/3"} <= set(said(drawn(level="noor"), "Words"))


def test_the_numbers_of_a_wedge_stand_within_it():
    """In a hall “★★ ring: none” ran over the edge. Letters are 0.55 wide at most, and stars 0.95; half of 0.35 high."""
    for settings_ in ({}, TEN, TEN | {"lines": EXAMPLE}):
        for whose in ("patient", "expert"):
            written_ = _all_said(drawn(level="one", whose=whose, **settings_))
            for group in groups():
                (x, y), wedge_ = places.inside(group)[1], places.band(group, places.HOLE, 1.0)
                (text,) = (text for text, place in written_ if place == (x, y))
                half = 0.27 * len(text) + 0.2 * text.count("★")
                assert all(inside((x + a, y + b), wedge_) for a in (-half, half) for b in (-0.35, 0.35)), (group, text)


def test_no_dashed_line_lies_on_the_name_of_its_wedge():
    """The name is set in bold letters, about 0.55 high and 0.3 wide a letter on each side of its middle."""
    dashed = lines(shape(drawn(level="one", whose="expert"), "Dashed: central for experts")["path"])
    dashes = [place for way in dashed for place in _fine(way)]
    for group, row in groups().items():
        (x, y), half = places.inside(group)[0], 0.3 * len(row.name)
        assert not any(abs(a - x) < half and abs(b - y) < 0.55 for a, b in dashes), group


def _fine(way):
    """Points close to each other on a line."""
    for (x, y), (a, b) in zip(way, way[1:], strict=False):
        yield from ((x + share / 9 * (a - x), y + share / 9 * (b - y)) for share in range(10))


def test_what_was_central_and_what_weighed_most_are_drawn_and_said_apart():
    """Four wedges had thick rims, and one only was published as the heaviest; “central” is from another study."""
    for whose, tells in (("patient", "for people in pain: not found."), ("expert", "in another study, of 2025")):
        picture = drawn(level="one", whose=whose)
        assert shape(picture, "Dashed: central for experts")["line"]["dash"] == "dash"
        assert any("central" in text and text.endswith(tells) for text in said(picture))
        assert "is from another study" in str(words.table(simulate(MapState(level="one", whose=whose))).rows)
    heads = drawn(level="noor")
    assert shape(heads, "Heads: central")["line"]["dash"] == "dash"
    assert shape(heads, "Heads: central")["fillcolor"] != shape(heads, "Heads: most")["fillcolor"]
    assert "for people in pain it was not published" in str(words.table(simulate(MapState(level="one"))).rows)


def test_two_groups_that_were_one_central_group_are_said_and_drawn_as_one():
    """Each had a star of its own: two stars from one finding, “social/contextual” in the preprint."""
    both = [key for key, row in groups().items() if row.one_with]
    assert {groups()[groups()[key].one_with].one_with for key in both} == set(both) == {"social", "context"}
    ways = lines(shape(drawn(level="one", whose="expert"), "Dashed: central for experts")["path"])
    (across,) = [way for way in ways if all(min(_near(way, key)) < 0.6 for key in both)]
    assert len([way for way in ways if any(min(_near(way, key)) < 0.6 for key in both)]) == 1
    assert all(hypot(*_off(one, other)) < 2.5 for one, other in pairwise(across))
    assert any("one ★ for both" in text for text in said(drawn(level="noor"), "Words"))
    for key, other in (("social", "surroundings"), ("context", "work and people")):
        assert weights.weight(key) == f"★ central for experts; there, one group with {other}"
        assert weights.weight(key) in said(drawn(level="one", group=key), "Words")
    told = words.sentence(simulate(MapState(level="one", whose="expert")))
    assert "work and people, and surroundings, were one central group" in told


def _near(way, group):
    """How far the places on a way are from the middle of the rim of a group's wedge."""
    rim = places.band(group, places.HOLE, 1.0)[5]
    return [hypot(*_off(place, rim)) for place in way]


def test_what_is_kept_lies_in_its_own_wedge():
    for thing, row in things().items():
        (x, y), half = places.chip(thing), places.CHIP
        wedge = places.band(row.group, places.HOLE, 1.0)
        assert all(inside((x + a * half, y + b * half), wedge) for a in (-0.9, 0.9) for b in (-0.9, 0.9)), thing
    kept = lines(shape(drawn(level="one", **TEN), "Kept")["path"])
    assert len(kept) == MOST


def test_a_wedge_and_the_middle_are_pressed():
    found = figure.touches(simulate(MapState(level="one")))["things"]
    for group in groups():
        assert inside(places.inside(group)[0], lines(found[f"group:{group}"])[0])
    assert inside((17, 22), lines(found["level:noor"])[0])
    assert any(text.endswith("Press one: it opens.") for text in said(drawn(level="one"), "Words"))
    read = drawn(level="one", group="mind", fear="yes")
    written = " ".join(said(read, "Words"))
    assert "psychological" in written and "most weight in experts’ maps" in written and "You keep 1 of 3" in written
    assert {f"<b>{things()['fear'].name}</b>", things()["mood"].name} <= set(said(read, "Words"))
    pressed = figure.touches(simulate(MapState(level="one", group="mind", fear="yes")))["things"]
    assert {"read:fear;fear:no", "read:mood;mood:yes", "group:none"} <= set(pressed)


# What is kept --------------------------------------------------------------------------------------------------------


@settings(max_examples=100)
@given(st.sets(st.sampled_from(sorted(things())), max_size=MOST))
def test_what_is_kept_is_counted_by_group(kept):
    result = simulate(MapState(level="noor", **{thing: "yes" if thing in kept else "no" for thing in things()}))
    assert set(result.kept) == kept and sum(result.by_group.values()) == len(kept)
    grounds = lines(shape(figure.figure(result), "Kept")["path"]) if kept else []
    assert len(grounds) == len(kept)
    assert f"{len(kept)} of 10" in words.sentence(result)


def test_an_eleventh_is_refused_in_words():
    with pytest.raises(ValueError, match="10 things are kept at most: take another one away first"):
        MapState(**TEN, genes="yes")


def test_an_eleventh_that_is_pressed_waits_where_it_was_pressed_for_one_to_make_room():
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", **TEN)
    (choice,) = (choice for choice in explorer.touches()["things"] if choice == "hand:genes;read:genes")
    explorer.clicked(choice)
    assert "10 of 10: which goes for genes?" in " ".join(said(explorer.drawn, "Words"))
    (frame,) = lines(shape(explorer.drawn, "In hand")["path"])
    assert inside((places.rows()["genes"][0] + 2, places.rows()["genes"][2]), frame)
    explorer.clicked("herniation:no;genes:yes;hand:none")
    assert "genes" in explorer.result.kept and len(explorer.result.kept) == MOST


def test_the_press_that_makes_room_is_offered_at_each_kept_thing():
    pressed = figure.touches(simulate(MapState(level="noor", hand="genes", **TEN)))["things"]
    for thing in simulate(MapState(**TEN)).kept:
        wanted = {f"{thing}:no", "genes:yes", "hand:none", "read:genes"}
        assert any(wanted == set(choice.split(";")) for choice in pressed)


def test_twenty_things_share_one_place_among_the_controls_since_twenty_lists_are_no_way_for_a_keyboard():
    there = card.card(spine_edu.ZoomOut(ask_first=False))
    which, names = there["gathered"]["which"], there["gathered"]["names"]
    assert names == list(things()) and {name for name, _ in there["controls"][which]["options"]} >= set(names)
    assert len({str(there["controls"][name]["options"]) for name in names}) == 1
    # What is pulled is chosen from lists, too: names of things are names of controls.
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", task="arrows", **TEN)
    assert set(explorer.touches()["names"].values()) == set(explorer.result.kept) <= set(there["controls"])
    assert len(there["joining"]) == 3


# Arrows of the reader's own ------------------------------------------------------------------------------------------


def press(explorer, name):
    explorer.clicked(next(one for one, there in explorer.touches()["names"].items() if there == name))


def test_an_arrow_is_drawn_by_a_pull_or_by_two_presses_and_taken_away_the_same_way():
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", task="arrows", sleep="yes")
    explorer.pulled("sleep", "pain")
    assert explorer.result.arrows == (("sleep", "pain"),) and explorer.result.signs["sleep", "pain"] == "+"
    explorer.pulled("sleep", "pain")
    assert explorer.result.arrows == ()
    press(explorer, "sleep")
    assert explorer.state.hand == "sleep" and not hidden(explorer.drawn, "In hand")
    press(explorer, "sleep")
    assert explorer.state.hand == "none" and hidden(explorer.drawn, "In hand")
    press(explorer, "sleep")
    press(explorer, "pain")
    assert explorer.result.arrows == (("sleep", "pain"),) and explorer.state.hand == "none"
    assert "6 things; arrows: 1 yours, 7 the ring’s" in " ".join(said(explorer.drawn, "Words"))
    explorer.undo()
    assert explorer.result.arrows == ()


@pytest.mark.parametrize("task", ["keep", "arrows", "sort"])
def test_no_arrow_leads_from_a_thing_to_itself_or_to_what_is_not_kept(task):
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", task=task, **TEN)
    for end in ("sleep", "nowhere", "genes", *(("fear",) if task != "arrows" else ())):
        explorer.pulled("sleep", end)
    assert explorer.result.arrows == () and "genes" not in explorer.result.kept
    kept = {*explorer.result.kept, *(TRAYS + ("yes",) if task == "sort" else ())}
    assert set(explorer.touches()["names"].values()) == (set() if task == "keep" else kept)


def crossings(result):
    """How many pairs of arrows cross as they are drawn, one of there and back: those that share no end."""
    ways = {frozenset(pair): oval.way(result.order, pair) for pair in (*result.arrows, *result.given)}
    return sum(
        any(_meet(*step, *other) for step in pairwise(ways[a]) for other in pairwise(ways[b]))
        for a, b in combinations(ways, 2)
        if not a & b
    )


def _meet(a, b, c, d):
    """Whether the line from a to b meets that from c to d."""

    def side(start, end, place):
        return (end[0] - start[0]) * (place[1] - start[1]) - (end[1] - start[1]) * (place[0] - start[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def test_arrows_cross_less_when_they_are_untangled_by_a_press_and_all_are_still_there():
    """Where a thing lies says nothing, and arrows crossed more than they need."""
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", task="arrows", lines=EXAMPLE, **TEN)
    before, listed = explorer.result, crossings(explorer.result)
    explorer.clicked(_at(explorer, said(explorer.drawn, "Words")["untangle"]))
    after = explorer.result
    assert crossings(after) <= listed - 3 and sorted(after.order) == sorted(before.kept)
    assert (after.kept, after.arrows, after.signs, after.loops) == (
        before.kept,
        before.arrows,
        before.signs,
        before.loops,
    )
    explorer.clicked(_at(explorer, said(explorer.drawn, "Words")["as listed"]))
    assert explorer.result.order == explorer.result.kept == before.kept
    # Of what cannot be untangled, no button says that it can.
    ring_alone = simulate(MapState(level="noor", task="arrows"))
    assert ring_alone.untangled == ring_alone.kept and "untangle" not in said(figure.figure(ring_alone))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=14))
def test_another_order_is_only_taken_if_it_is_less_of_a_tangle(pairs):
    kept, pairs = tuple("abcdefgh"), [pair for pair in pairs if pair[0] != pair[1]]
    order = untangled.untangled(kept, tuple(pairs))
    once = sorted({tuple(sorted(pair)) for pair in pairs})
    assert sorted(order) == list(kept)
    assert order == kept or untangled.tangle(order, once) < untangled.tangle(kept, once)


@pytest.mark.parametrize("order", ["table", "few"])
def test_a_sign_stands_off_other_signs_and_where_it_can_off_other_arrows(order):
    """Signs stood in the middle of their arrows, where arrows meet: nobody saw whose they were."""
    result = simulate(MapState(level="noor", task="arrows", lines=EXAMPLE, order=order, **TEN))
    there = oval.signs(result)
    others = {
        pair: min(
            hypot(*_off(place, point))
            for other in (*result.arrows, *result.given)
            if other != pair
            for point in _fine(oval.way(result.order, other))
        )
        for pair, place in there.items()
    }
    assert all(hypot(*_off(a, b)) > 2 * oval.SIGN + 0.3 for a, b in combinations(there.values(), 2))
    # Off them with the whole of its round, of most arrows.
    assert sum(far > oval.SIGN for far in others.values()) >= len(there) - 2


@pytest.mark.parametrize("order", ["table", "few"])
def test_the_letter_of_a_loop_lies_on_no_arrow(order):
    """Arrows ran through the R. It is about 0.9 high."""
    for lines_ in (EXAMPLE, TRIP, SEVERAL):
        result = simulate(MapState(level="noor", task="arrows", lines=lines_, order=order, **TEN))
        x, y = said(figure.figure(result), "Words")[f"<b>{result.kind[0].upper()}</b>"]
        ways = [oval.way(result.order, pair) for pair in (*result.arrows, *result.given)]
        assert min(hypot(x - a, y - b) for way in ways for a, b in _fine(way)) > 0.55


def test_what_is_pressed_of_a_tab_is_high_enough_for_a_finger():
    """On a phone that is given the whole window, a size of the type is about 11 px, and a finger wants 24."""
    for result in (simulate(MapState(level="noor")), simulate(MapState(level="one"))):
        tabs = [
            lines(outline)[0]
            for choice, outline in figure.touches(result)["things"].items()
            if choice.split(";")[0].split(":")[0] in ("task", "whose")
        ]
        assert tabs and all(max(y for _, y in tab) - min(y for _, y in tab) > 24 / 11 for tab in tabs)


# Signs and loops -----------------------------------------------------------------------------------------------------

TRIP = "Pain signal > Fear, Fear > Tight muscles, Tight muscles > Pain signal"
SEVERAL = "Pain signal > Fear, Fear > Tight muscles −, Tight muscles > Pain signal, Fear > Pain signal"
CALM = "Pain signal > Fear, Fear > Tight muscles −, Tight muscles > Pain signal"


def test_a_press_on_a_sign_turns_it_round_and_shows_what_loop_it_makes():
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", task="arrows", lines=TRIP, **TEN)
    assert explorer.result.kind == "reinforcing" and "it feeds itself" in words.looped(explorer.result)
    for sign, kind, does in (("-", "balancing", "calms"), ("+", "reinforcing", "feeds")):
        places_ = oval.signs(explorer.result)
        there = [
            choice
            for choice, outline in explorer.touches()["things"].items()
            if choice.startswith("lines:") and any(inside(places_["fear", "guarding"], one) for one in lines(outline))
        ]
        assert len(there) == 1
        explorer.clicked(there[0])
        assert explorer.result.signs["fear", "guarding"] == sign and explorer.result.kind == kind
        assert explorer.result.arrows[-1] == ("fear", "guarding") and len(explorer.result.arrows) == 3
        written_ = said(explorer.drawn, "Words")
        loop = f"Loop 1 of {len(explorer.result.loops)} ({kind[0].upper()}) through fear: it {does} itself."
        assert loop in written_ and explorer.result.loop == ("pain", "fear", "guarding")
        assert f"<b>{kind[0].upper()}</b>" in written_ and kind in explorer.describe()


@settings(max_examples=60)
@given(st.lists(st.sampled_from("+-"), min_size=3, max_size=3))
def test_a_loop_calms_itself_only_with_an_odd_number_of_minus_signs(signs):
    pairs = [("pain", "fear"), ("fear", "guarding"), ("guarding", "pain")]
    result = simulate(MapState(level="noor", task="arrows", lines=written(dict(zip(pairs, signs, strict=True))), **TEN))
    assert result.kind == ("balancing" if signs.count("-") in (1, 3) else "reinforcing")
    assert result.turning == signs.count("-")
    # Carried once round, more comes back as more, or as less.
    last = figure.frames(result).sentences[-1]
    odd = signs.count("-") % 2
    more, less = "a stronger pain signal", "a weaker pain signal"
    assert last.startswith(f"Back at pain signal: {f'{less}, then {more}.' if odd else f'{more}, both times.'}")
    look = shape(figure.figure(result), "Things on your loop")["line"]["color"]
    assert look == THEMES["light"].color(result.kind)


def test_the_loop_of_the_newest_arrow_is_shown_first():
    """Of two loops the same one stood there, whatever a reader drew next."""
    first, then = "Pain signal > Fear, Fear > Pain signal", "Broken sleep > Pain signal, Pain signal > Broken sleep −"
    for lines_, loop, kind in (
        (f"{first}, {then}", {"pain", "sleep"}, "balancing"),
        (f"{then}, {first}", {"pain", "fear"}, "reinforcing"),
    ):
        result = simulate(MapState(level="noor", task="arrows", lines=lines_, **TEN))
        assert set(result.loop) == loop and result.kind == kind


def test_each_sign_that_is_painted_is_the_arrows_own():
    result = simulate(MapState(level="noor", task="arrows", lines=f"{CALM}, Work strain > Broken sleep", **TEN))
    picture = figure.figure(result)
    there = [(text, place) for text, place in _all_said(picture) if text in ("<b>+</b>", "<b>−</b>")]
    # Those of the ring that lie on the loop that is lit have theirs as well.
    assert len(result.arrows) == 4 and len(there) == 4 + len(set(result.turn) & set(result.given))
    for pair, place in oval.signs(result).items():
        assert ("<b>−</b>" if result.signs[pair] == "-" else "<b>+</b>", place) in there
        assert min(hypot(place[0] - x, place[1] - y) for x, y in oval.way(result.kept, pair)) < 0.01
    rows = [row for row in words.table(result).rows if row[1] == "your arrow"]
    assert [row[2] for row in rows] == ["+", "−", "+", "+"]
    page = dict(words.one_page(result).lines)["What I think leads to what"]
    assert "Fear → Tight muscles (−)" in page and "Pain signal → Fear (+)" in page


def _all_said(picture):
    words_ = trace(picture, "Words")
    return list(zip(words_["text"], zip(words_["x"], words_["y"], strict=True), strict=True))


def test_every_arrow_of_the_ring_has_a_plus_as_the_grey_ones_are_said_to_have():
    assert set(ring().values()) == {"+"}
    assert any(
        text.startswith("Grey: the ring’s, all +.")
        for text in said(drawn(level="noor", task="arrows", lines=TRIP, **TEN))
    )


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(sorted(things())), min_size=1, max_size=MOST))
def test_chips_lie_apart_within_their_room_and_no_name_on_an_arrow_between_neighbours(kept):
    kept = [thing for thing in things() if thing in kept]
    for thing, (left, right, low, high) in oval.edges(kept).items():
        assert 0 < left < right < 34 and max(figure._LEGEND) + 0.7 < low < high < places.TAB[0]
        xs, ys = zip(*lines(oval.chip_box(kept, thing))[0], strict=True)
        assert min(xs) > 0 and max(xs) < 34 and min(ys) > max(figure._LEGEND) and max(ys) < places.TAB[0]
    middles = list(oval.centres(kept).values())
    assert all(hypot(*_off(a, b)) > 3.5 for a in middles for b in middles if a != b)


@pytest.mark.parametrize("task", ["arrows", "sort"])
def test_a_thing_is_pressed_and_pulled_on_its_name(task):
    """The chip of an arrow was pressed, and its name was not."""
    result = simulate(MapState(level="noor", task=task, **TEN))
    touched, words_ = figure.touches(result), trace(figure.figure(result), "Words")
    where = {choice: outline for choice, outline in touched["things"].items() if choice in touched["names"]}
    for text, x, y, side in zip(*(words_[key] for key in ("text", "x", "y", "textposition")), strict=True):
        thing = next((key for key, row in things().items() if row.name == text.replace("<br>", " ")), None)
        if thing:
            place = (x - 1 if side.endswith("left") else x + 1, y)
            on = [touched["names"][one] for one, outline in where.items() if inside(place, lines(outline)[0])]
            assert thing in on and len(set(on) & set(things())) == 1


@pytest.mark.parametrize("count", range(2, MOST + 1))
def test_no_arrow_runs_over_a_chip_at_which_it_does_not_end_or_over_another_there_and_back(count):
    """The ring's arrow from herniation to the pain signal ran through inflammation, as if it ended there."""
    kept = tuple(things())[:count]
    for pair in ((start, end) for start in kept for end in kept if start != end):
        way = oval.way(kept, pair)
        for thing, (left, right, low, high) in oval.edges(kept).items():
            assert thing in pair or not any(left < x < right and low < y < high for x, y in _fine(way)), (pair, thing)
        middle, other = (one[len(one) // 2] for one in (way, oval.way(kept, pair[::-1])))
        assert hypot(*_off(middle, other)) > 0.8


def test_names_of_things_are_such_that_more_or_less_of_them_can_be_said():
    """“Sleep” leads to “Pain signal”: more sleep, or worse? Each name says which way is more."""
    names_ = {row.name for row in things().values()}
    assert {"Broken sleep", "Dark outlook", "Work strain", "Help at home", "Scary words", "Wait for care"} <= names_
    assert not names_ & {"Sleep", "Expectation", "Work", "Family, friends", "What is said", "Care"}


def test_arrows_are_written_as_they_are_read():
    signs = {("family", "fear"): "-", ("sleep", "pain"): "+", ("pain", "sleep"): "-"}
    assert signs_of(written(signs)) == signs and read_arrows(written(signs)) == (signs, ())
    assert read_arrows("broken sleep → Pain signal, BROKEN SLEEP to pain signal, Fear > Fear") == (
        {("sleep", "pain"): "+"},
        (),
    )
    arrows, unread = read_arrows("Broken sleep > Fear +, something, Help at home > Fear -")
    assert arrows == {("sleep", "fear"): "+", ("family", "fear"): "-"} and unread == ("something",)
    assert "“something”" in words.sentence(simulate(MapState(level="noor", task="arrows", lines="something")))


def test_all_arrows_among_the_ten_things_with_the_longest_names_have_room():
    """With 70 of them a press, or a pull, stopped with an error: the text was too long for its own limit."""
    longest = sorted(things(), key=lambda thing: len(things()[thing].name))[-MOST:]
    every = {(start, end): "-" for start in longest for end in longest if start != end}
    kept = {thing: "yes" if thing in longest else "no" for thing in things()}
    explorer = spine_edu.ZoomOut(level="noor", task="arrows", lines=written(every), **kept)
    assert signs_of(explorer.state.lines) == every
    assert explorer.touches()["things"]
    explorer.pulled(longest[0], longest[1])
    assert (longest[0], longest[1]) not in read_arrows(explorer.state.lines)[0]


def test_each_arrow_leads_from_its_thing_to_its_thing():
    result = simulate(MapState(level="noor", task="arrows", **TEN, lines=LINES))
    ways = lines(shape(figure.figure(result), "Your arrows")["path"])
    assert len(ways) == len(result.arrows) == 2
    for (start, end), way in zip(result.arrows, ways, strict=True):
        for thing, place in ((start, way[0]), (end, way[-2])):
            left, right, low, high = beside._places(result)[thing]
            away = max(left - place[0], place[0] - right, low - place[1], place[1] - high, 0)
            assert away < 0.6, (thing, place)


_PAIRS = st.tuples(st.sampled_from(sorted(things())), st.sampled_from(sorted(things())))
_ARROWS = st.lists(_PAIRS.filter(lambda pair: pair[0] != pair[1]), max_size=14, unique=True)


def test_arrows_of_a_thing_that_is_laid_back_are_not_counted():
    ring_ = len(ring())
    assert simulate(MapState(level="noor", lines=LINES)).lines == ring_
    assert simulate(MapState(level="noor", **TEN, lines=LINES)).lines == 2 + ring_
    assert simulate(MapState(level="noor", pain="no")).lines == sum("pain" not in pair for pair in ring())


def test_the_rings_arrows_stand_between_kept_boxes_and_are_told_from_the_readers():
    result = simulate(MapState(level="noor", task="arrows", **TEN, lines=f"{LINES}, Pain signal > Tight muscles"))
    assert set(result.given) == set(ring()) - {("pain", "guarding")} and len(result.arrows) == 3
    picture = figure.figure(result)
    assert len(lines(shape(picture, "Arrows of the ring")["path"])) == len(result.given)
    assert "arrows: 3 yours, 6 the ring’s." in words.sentence(result)
    assert any(text.startswith("Grey: the ring’s, all +.") for text in said(picture))
    grey, yours = (shape(picture, name)["line"] for name in ("Arrows of the ring", "Your arrows"))
    assert grey["color"] != yours["color"] and grey["width"] < yours["width"]
    assert ("Herniation", "without an arrow yet", "", "") not in words.table(result).rows


def test_a_loop_may_lead_over_the_rings_arrows_but_never_over_them_alone():
    """Tight muscles > Broken sleep > Pain signal is a loop, since the ring leads on from pain to tight muscles."""
    two = "Tight muscles > Broken sleep, Broken sleep > Pain signal"
    result = simulate(MapState(level="noor", task="arrows", **TEN, lines=two))
    assert set(result.loop) == {"pain", "guarding", "sleep"} and result.outside == ("sleep",)
    assert words.looped(result) == "A reinforcing loop (R) through broken sleep: it feeds itself."
    assert len(lines(shape(figure.figure(result), "Your loop")["path"])) == 3
    assert simulate(MapState(level="noor")).loop == ()
    assert simulate(MapState(level="noor", **TEN, lines="Work strain > Fear")).loop == ()


def test_a_loop_of_ones_own_is_named_lit_and_told_from_one_in_the_boxes():
    result = simulate(MapState(level="noor", task="arrows", **TEN, lines=f"{TRIP}, Work strain > Fear"))
    assert result.loop == ("pain", "fear", "guarding") and result.outside == ("fear",)
    said_ = "Loop 1 of 4 (R) through fear: it feeds itself."
    picture = figure.figure(result)
    assert said_ in said(picture, "Words") and said_ in str(words.table(result).rows)
    assert "Pain signal → Fear → Tight muscles → Pain signal" in words.sentence(result)
    assert len(lines(shape(picture, "Your loop")["path"])) == len(result.loop)
    assert len(lines(shape(picture, "Things on your loop")["path"])) == len(result.loop)
    within = simulate(MapState(level="noor", lines="Pain signal > Tight muscles, Tight muscles > Pain signal"))
    assert "within the five boxes" in words.looped(within) and not within.outside
    open_ = simulate(MapState(level="noor", **TEN, lines=LINES))
    assert open_.loop == () and words.looped(open_) == "" and hidden(figure.figure(open_), "Your loop")


@pytest.mark.parametrize("level", ["noor", "one", "all"])
def test_whose_what_is_drawn_is_stands_in_the_title(level):
    """“An expert: 25 parts” stood over the reader's own boxes."""
    for kept, whose in (({}, "ring"), ({**TEN, "lines": LINES}, "you")):
        result = simulate(MapState(level=level, task="arrows", whose="expert", **kept))
        assert whose in words.title(result).lower()
        assert level == "noor" or "experts" in words.title(result)


@pytest.mark.parametrize("name", [row.name for row in spine_edu.ZoomOut(ask_first=False).scenarios])
def test_what_a_scenario_draws_is_nowhere_called_the_readers(name):
    """“6 yours” stood over six arrows that somebody invented, in the picture, in words and on the page to print."""
    explorer = spine_edu.ZoomOut(ask_first=False)
    explorer.scenario(name)
    if not explorer.result.arrows:
        return
    assert explorer.result.owner == "example" and explorer.result.borrowed == explorer.result.arrows
    for level, task in (("noor", "keep"), ("noor", "arrows"), ("one", "keep"), ("all", "keep")):
        explorer.set(level=level, task=task)
        whole = " ".join(
            [*said(explorer.drawn), str(explorer.table().rows), *round_trip.frames(explorer.result).sentences]
        )
        for word in ("6 yours", "Your ", "your arrow", "you keep", "yours: ", "<b>yours"):
            assert word not in whole, (level, task, word)
        assert "example" in whole.lower()
        assert "The arrows that you draw" not in explorer.describe()
    page = dict(explorer.one_page().lines)
    assert "What I think leads to what" not in page and "Invented" in page["Arrows of an example, not mine"]


def test_an_arrow_added_to_an_example_is_the_readers_and_the_others_are_not():
    explorer = spine_edu.ZoomOut(ask_first=False)
    explorer.scenario("Ten from all groups")
    explorer.pulled("work", "fear")
    assert explorer.result.owner == "yours" and len(explorer.result.borrowed) == 6
    assert "10 things; arrows: 1 yours, 13 not" in explorer.describe()
    assert words.split(explorer.result) == "arrows: 1 yours, 6 of an example, 7 the ring’s"
    assert "The arrows that you draw" in explorer.describe() and "6 are an example’s" in explorer.describe()
    page = dict(explorer.one_page().lines)
    assert page["What I think leads to what"].startswith("Work strain → Fear (+).")
    assert "Work strain → Fear" not in page["Arrows of an example, not mine"]
    explorer.pulled("work", "fear")
    explorer.pulled("work", "sleep")
    # Who takes one away has made the others their own.
    assert explorer.result.borrowed == () and "arrows: 5 yours" in explorer.describe()


def test_where_nothing_was_drawn_nothing_is_counted_as_drawn_by_the_reader():
    result = simulate(MapState(level="noor", task="arrows", sleep="yes"))
    assert words.title(result) == "6 things; 7 arrows, all the ring’s"
    assert words.title(simulate(MapState(level="all", sleep="yes"))) == "Your 6 and the ring’s 7 arrows, beside 29 maps"
    none = dict.fromkeys(places.BOXES, "no")
    assert words.title(simulate(MapState(level="noor", task="arrows", **none))) == "0 things; no arrow yet"


@pytest.mark.parametrize("settings_", [{}, {"read": "sleep"}, {"group": "mind"}, {"lines": f"{TRIP}, something"}])
@pytest.mark.parametrize("task", ["keep", "arrows", "sort"])
def test_a_loop_is_spoken_of_where_it_is_painted_and_only_there(task, settings_):
    """A pull with “keep ten” closed a loop: cards glowed, Run came, and the words spoke of groups alone."""
    result = simulate(MapState(**{"level": "noor", "task": task, "lines": TRIP, **TEN, **settings_}))
    picture, here = figure.figure(result), task == "arrows"
    assert hidden(picture, "Your loop") != here and figure.can_play(result) == here
    assert (words.looped(result) in said(picture, "Words")) == here
    assert ("Pain signal → Fear → Tight muscles → Pain signal." in words.sentence(result)) == here


def test_what_is_opened_is_closed_on_another_level():
    """A group that was open on the wheel held the line of hints beside Noor."""
    for go in (
        lambda explorer: explorer.set(level="noor"),
        lambda explorer: explorer.clicked("level:noor"),
        lambda explorer: explorer.clicked("level:noor", dragged="level"),
    ):
        explorer = spine_edu.ZoomOut(ask_first=False, level="one", group="mind", read="fear")
        go(explorer)
        assert (explorer.state.group, explorer.state.read) == ("none", "none")
        explorer.undo()
        assert (explorer.state.level, explorer.state.group) == ("one", "mind")
    explorer.set(group="habits")
    assert explorer.state.group == "habits"


def test_all_arrows_that_are_counted_as_the_readers_map_are_drawn():
    result = simulate(MapState(level="noor", task="arrows", **TEN, lines=LINES))
    ways = [lines(shape(figure.figure(result), name)["path"]) for name in ("Your arrows", "Arrows of the ring")]
    assert [len(some) for some in ways] == [2, 7] and result.drawn == 9
    assert "arrows: 2 yours, 7 the ring’s" in words.sentence(result)


@pytest.mark.parametrize("thing", sorted(things()))
def test_what_is_pressed_says_what_it_means(thing):
    """Beside Noor, in a wedge that is open, and of the card in hand: in the picture, and beside Noor in words too."""
    says, group = f"{things()[thing].name}: {things()[thing].says}", things()[thing].group
    arrows = {"level": "noor", "task": "arrows", thing: "yes"}
    for settings_ in ({"level": "noor"}, arrows, {"level": "one", "group": group}):
        explorer = spine_edu.ZoomOut(ask_first=False, **settings_)
        if settings_ == arrows:
            choice = next(one for one, name in explorer.touches()["names"].items() if name == thing)
        else:
            (choice,) = (one for one in explorer.touches()["things"] if f"read:{thing}" in one.split(";"))
        explorer.clicked(choice)
        assert says in said(explorer.drawn, "Words"), settings_
        assert settings_["level"] == "one" or says in explorer.describe()
    card = simulate(MapState(level="noor", task="sort", **{thing: "yes"}, hand=thing))
    assert says in said(figure.figure(card), "Words")


def test_what_is_chosen_from_the_list_is_framed_beside_noor_and_told_among_ones_own_arrows():
    """The meaning of a thing was told beside Noor, and hidden in one's own map."""
    result = simulate(MapState(level="noor", read="mood"))
    (frame,) = lines(shape(figure.figure(result), "In hand")["path"])
    assert inside((places.rows()["mood"][0] + 2, places.rows()["mood"][2]), frame)
    says = f"{things()['mood'].name}: {things()['mood'].says}"
    for hand in ("none", "sleep"):
        result = simulate(MapState(level="noor", task="arrows", read="mood", hand=hand, lines=TRIP, **TEN))
        assert (says in said(figure.figure(result))) == (says in words.sentence(result)) == (hand == "none")
        assert ("read" in words.idle(result)) == (hand == "sleep")


def test_where_an_arrow_leads_is_asked_only_while_one_begins():
    """After an arrow was drawn, “Now press where it leads” still stood there, in the place of the loop."""
    kept = {"level": "noor", "task": "arrows", "read": "sleep", "lines": TRIP, **TEN}
    for hand, asks in (("sleep", True), ("none", False)):
        picture = drawn(hand=hand, **kept)
        written_ = " ".join([*said(picture, "Words"), *said(picture, "On the way")])
        assert ("Now press where it leads" in written_) == asks
        assert ("(R) through fear" in written_) != asks


def test_what_a_press_does_stands_there_whether_a_loop_is_closed_or_not():
    """“Press a sign” went away as soon as a loop closed, when it was wanted most."""
    for lines_, hint in (
        ("", "Pull from one thing to another"),
        (LINES, "Press + or −: the sign changes. The same pull again: it goes."),
        (TRIP, "Press + or −: the sign changes. The same pull again: it goes."),
    ):
        (text,) = said(drawn(level="noor", task="arrows", lines=lines_, **TEN), "On the way")
        assert text.startswith(hint)
    for other in ({"level": "all"}, {"level": "one"}, {"level": "noor"}, {"level": "noor", "task": "sort"}):
        assert set(said(drawn(**other, **TEN), "On the way")) == {" "}


def test_every_loop_that_is_counted_is_lit_in_its_turn():
    """One of five loops was told as if there were no other."""
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", task="arrows", lines=SEVERAL, **TEN)
    count, lit = len(explorer.result.loops), []
    kinds = [kind_of(loop, explorer.result.signs) for loop in explorer.result.loops]
    feeding = kinds.count("reinforcing")
    assert 0 < feeding < count == len(set(explorer.result.loops))
    counted = f"{count} loops lead over an arrow drawn here: feeding themselves {feeding}, calming {count - feeding}."
    for number in range(count):
        result = explorer.result
        assert f"Loop {number + 1} of {count} ({result.kind[0].upper()})" in " ".join(said(explorer.drawn, "Words"))
        assert counted in str(explorer.table().rows) and result.kind == kinds[number]
        # A wall of words stood there after the first loop: the rest is in the table.
        assert "lead over" not in explorer.describe() and len(explorer.describe()) < 330
        assert len(lines(shape(explorer.drawn, "Your loop")["path"])) == len(result.loop)
        lit.append(result.loop)
        x, y = said(explorer.drawn, "Words")["next loop"]
        (choice,) = (
            choice
            for choice, outline in explorer.touches()["things"].items()
            if any(inside((x, y), one) for one in lines(outline))
        )
        explorer.clicked(choice)
    assert tuple(lit) == explorer.result.loops and explorer.state.loop == 1
    explorer.set(loop=40)
    assert explorer.result.loop == lit[-1]
    explorer.set(lines="Pain signal > Fear, Fear > Pain signal")
    assert "next loop" not in said(explorer.drawn, "Words") and hidden(explorer.drawn, "Next loop")
    assert "A reinforcing loop (R)" in explorer.describe()


def test_a_press_on_a_sign_leaves_the_loop_lit_that_it_lies_on():
    explorer = spine_edu.ZoomOut(
        ask_first=False, level="noor", task="arrows", lines=f"{TRIP}, Fear > Pain signal", loop=3, **TEN
    )
    loop = explorer.result.loop
    assert ("fear", "guarding") in explorer.result.turn
    before = explorer.result.kind
    explorer.clicked(_at(explorer, oval.signs(explorer.result)["fear", "guarding"]))
    assert explorer.result.loop == loop and explorer.result.kind != before
    # Of an arrow that the loop does not lead over, one of its own is lit.
    other = next(pair for pair in explorer.result.arrows if pair not in explorer.result.turn)
    explorer.clicked(_at(explorer, oval.signs(explorer.result)[other]))
    assert other in explorer.result.turn


def _at(explorer, place):
    """Return what is pressed at a place."""
    (choice,) = (
        choice
        for choice, outline in explorer.touches()["things"].items()
        if any(inside(place, one) for one in lines(outline))
    )
    return choice


def test_more_loops_than_are_told_one_by_one_are_told_as_more():
    every = {(start, end): "+" for start in places.BOXES for end in places.BOXES if start != end}
    result = simulate(MapState(level="noor", task="arrows", lines=written(every), loop=40))
    assert len(result.loops) == MANY + 1 and result.loop == result.loops[MANY - 1]
    assert words.looped(result).startswith("Loop 40 of over 40 (R)")
    assert "More than 40 loops lead over an arrow drawn here" in str(words.table(result).rows)
    assert "loop:1" in figure.touches(result)["things"]


def test_two_times_round_leave_two_marks_at_each_thing_alike_or_not():
    """A dot went round a loop that feeds itself and one that calms itself in the same way."""
    for lines_, alike in ((TRIP, True), (CALM, False)):
        result = simulate(MapState(level="noor", task="arrows", lines=lines_, **TEN))
        marks = lines(round_trip._left(result)[-1])
        assert len(marks) == 2 * len(result.loop)
        up = [mark[0][1] > mark[1][1] for mark in marks]
        first, second = up[: len(result.loop)], up[len(result.loop) :]
        assert all((one == other) == alike for one, other in zip(first, second, strict=True))
        frames = figure.frames(result)
        # What runs says the same: more is what points up.
        for text, mark in zip(frames.sentences[1:-1], lines("".join(_runs(frames)[1:-1])), strict=True):
            says, up_ = text.removeprefix("Second time round: ").lower(), mark[0][1] > mark[1][1]
            assert says.startswith(tuple(row.more if up_ else row.less for row in things().values()))


def test_a_run_says_more_and_less_of_each_thing_in_words_that_need_no_untangling():
    """“Less broken sleep leads to more fear” had to be turned over twice before it said anything."""
    both = [(row.more, row.less) for row in things().values()]
    assert len({*(more for more, _ in both), *(less for _, less in both)}) == 2 * len(things())
    lines_ = "Broken sleep > Fear, Fear > Broken sleep −"
    frames_ = figure.frames(simulate(MapState(level="noor", task="arrows", lines=lines_, **TEN)))
    told = " ".join(frames_.sentences)
    assert "Worse nights, so more fear: your arrow says so." in told
    assert "Second time round: better nights, so less fear: your arrow says so." in told
    assert "Back at broken sleep: better nights, then worse nights." in told
    assert "less broken" not in told and "more broken" not in told


def test_every_run_has_room_for_its_words():
    """A line of the legend holds about 65 letters."""
    most = sorted((max(row.more, row.less, key=len) for row in things().values()), key=len)[-2:]
    assert len(f"Again: {most[0]}, so {most[1]}.") <= 65


def _runs(frames):
    return next(values for name, column, values in frames._columns if (name, column) == ("On your loop", "path"))


def test_a_wheel_comes_to_lie_in_the_net_of_those_whose_map_it_is():
    for whose in ("patient", "expert"):
        picture = drawn(level="all", whose=whose)
        x, y = middle_of([place for group in groups() for place in wedge(picture, group)])
        dots = net_of(picture, whose)[0]
        assert min(hypot(x - a, y - b) for a, b in dots) < 0.1
        text = "somebody with back pain" if whose == "patient" else "an expert"
        assert f"parts for each of a map of {text}" in str(
            words.table(simulate(MapState(level="all", whose=whose))).rows
        )


def test_before_it_is_told_no_tab_says_that_the_experts_weight_is_painted():
    explorer = spine_edu.ZoomOut(ask_first=False)
    bold = {"weight: people in pain": figure.veiled, "weight: experts": figure.figure}
    for text, make in bold.items():
        picture = make(explorer.asked_result, prediction="Habits")
        written_ = said(picture, "Words")
        widths = {whose: shape(picture, f"Tab: {whose}")["line"]["width"] for whose in places.TABS}
        assert (widths["patient"] > widths["expert"]) == ("in pain" in text)
        assert f"<b>{text}</b>" in written_ and sum(f"<b>{one}</b>" in written_ for one in bold) == 1


def test_without_a_framed_card_nobody_is_told_to_press_a_tray_for_it():
    kept = dict.fromkeys(simulate(MapState(**TEN)).kept, "week") | dict.fromkeys(("earlier", *INDIRECT), "never")
    none, one = (drawn(level="noor", task="sort", **kept, hand=hand) for hand in ("none", "sleep"))
    assert hidden(none, "In hand") and "framed" not in " ".join(said(none))
    assert not hidden(one, "In hand") and "framed" in " ".join(said(one))


def test_what_zooms_stands_over_all_else():
    """In a hall the knob lay under the edge of the screen."""
    assert min(y for _, y in places.STOPS) - 0.7 > figure._NAMED > figure._TITLE + 0.9
    low, high = drawn()["layout"]["yaxis"]["range"]
    assert low < min(figure._LEGEND) - 0.5 and max(y for _, y in places.STOPS) + 0.7 < high


def test_more_or_less_runs_twice_round_a_loop_of_the_readers_and_says_whose_the_arrows_are():
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", task="arrows", **TEN, lines=TRIP)
    assert explorer.can_play()
    frames = figure.frames(explorer.result)
    spots = round_trip._stops(explorer.result)
    for number, thing in enumerate(explorer.result.loop):
        left, right, low, high = beside._places(explorer.result)[thing]
        x, y = spots[number * round_trip._STEPS]
        assert left - 1.5 < x < right + 1.5 and low - 1 < y < high + 1, thing
    assert len(frames) == len(spots) == 1 + 2 * 3 * round_trip._STEPS
    for number, pair in enumerate(explorer.result.turn * 2):
        whose = "the ring’s" if pair in explorer.result.given else "your"
        said_ = frames.sentences[1 + number * round_trip._STEPS]
        assert f": {whose} arrow says so." in said_ and said_.startswith("Second time round: ") == (number >= 3)
    assert "Nobody measured how strongly" in frames.sentences[-1]
    for other in ({"level": "all"}, {"level": "one"}, {"lines": ""}, {"task": "sort"}, {"task": "keep"}):
        still = spine_edu.ZoomOut(ask_first=False, **TEN, **{"level": "noor", "task": "arrows", "lines": TRIP, **other})
        assert not still.can_play() and hidden(still.drawn, "On your loop")


def test_what_stands_at_no_arrow_is_named_once_one_is_drawn():
    kept = {"sleep": "yes", "lines": TRIP, "fear": "yes", "herniation": "no", "inflammation": "no", "pressure": "no"}
    one = words.table(simulate(MapState(level="noor", task="arrows", **kept))).rows
    assert [row[0] for row in one if row[1] == "without an arrow yet"] == ["Broken sleep"]
    none = words.table(simulate(MapState(level="noor", task="arrows", **kept | {"lines": ""}))).rows
    assert not [row for row in none if row[1] == "without an arrow yet"]


@settings(max_examples=200)
@given(_ARROWS)
def test_a_loop_is_found_whenever_there_is_one_and_each_of_its_steps_is_an_arrow(arrows):
    loops = loops_of(tuple(arrows))
    for loop in loops:
        assert set(turn_of(loop)) <= set(arrows) and len(set(loop)) == len(loop)
    assert len({frozenset(turn_of(loop)) for loop in loops}) == len(loops)
    # What only begins, or only ends, lies on no loop: taken away again and again, nothing is left if there is none.
    left = set(arrows)
    while ends := {(a, b) for a, b in left if b not in {one for one, _ in left}}:
        left -= ends
    assert bool(loops) == bool(left)


@settings(max_examples=200)
@given(_ARROWS, st.sampled_from(sorted(things())))
def test_a_loop_that_leaves_the_boxes_comes_first(arrows, thing):
    boxes = {key for key, row in things().items() if row.cycle == "yes"}
    pairs = dict.fromkeys([("pain", "guarding"), ("guarding", "pain"), *arrows, ("pain", thing), (thing, "pain")])
    loops = loops_of(tuple(pair for pair in pairs if pair[0] != pair[1]))
    inner = [set(loop) <= boxes for loop in loops]
    assert loops and inner == sorted(inner) and (thing in boxes or not inner[0])


# Trays ---------------------------------------------------------------------------------------------------------------


def test_cards_are_put_into_trays_by_presses_and_pulls_and_the_page_says_so():
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", task="sort", **TEN)
    assert len(explorer.result.trays["yes"]) == MOST
    explorer.clicked(next(one for one, name in explorer.touches()["names"].items() if name == "week"))
    assert explorer.result.trays["week"] == ("herniation",)
    explorer.pulled("sleep", "season")
    explorer.pulled("fear", "sleep")
    assert explorer.result.trays["season"] == ("sleep", "fear")
    explorer.pulled("sleep", "yes")
    assert "sleep" in explorer.result.trays["yes"] and "yes" in explorer.touches()["names"].values()
    assert "This week: herniation. This season: fear." in explorer.describe()
    page = dict(explorer.one_page("slowly").lines)
    assert page["This week"] == "Herniation." and page["In my own words"] == "slowly"


@pytest.mark.parametrize("hand", ["none", "herniation", "sleep", "fear"])
def test_every_card_can_be_pulled_and_every_tray_pulled_to_the_framed_one_first_of_all(hand):
    """The framed card, which a reader takes first, could not be pulled: it had no name of its own."""
    explorer = spine_edu.ZoomOut(ask_first=False, level="noor", task="sort", hand=hand, **TEN | {"fear": "week"})
    names = explorer.touches()["names"]
    assert sorted(names.values()) == sorted([*explorer.result.kept, "yes", *TRAYS])
    framed = beside.in_hand(explorer.result)
    assert framed in names.values()
    for tray in ("never", "yes"):
        explorer.pulled(framed, tray)
        assert framed in explorer.result.trays[tray]


INDIRECT = ("herniation", "inflammation", "pain")


def test_what_nobody_moves_directly_is_replied_to_where_it_lies_in_a_tray_of_time():
    """Herniation, inflammation and pain signal were taken under “This week” without a word."""
    assert {thing for thing, row in things().items() if row.indirect == "yes"} == {*INDIRECT, "sore"}
    assert not [row for row in things().values() if row.indirect == row.fixed == "yes"]
    for kept, who, them in (
        ({"herniation": "week"}, "herniation", "it"),
        ({"herniation": "week", "pain": "season"}, "herniation or pain signal", "them"),
        (dict.fromkeys(INDIRECT, "week"), "herniation, inflammation or others", "them"),
    ):
        result = simulate(MapState(level="noor", task="sort", **kept))
        both = (f"Nobody moves the {who} directly;", f"what could she do about {them}?")
        assert " ".join(both) in words.sentence(result)
        assert dict(words.one_page(result).lines)["To think about"] == " ".join(both)
        assert set(both) <= set(said(figure.figure(result)))
    result = simulate(MapState(level="noor", task="sort", herniation="week", age="season"))
    assert {"Nobody changes age.", "Nobody moves the herniation directly."} <= set(said(figure.figure(result)))
    page = dict(words.one_page(result).lines)["To think about"]
    assert "perhaps what it means" in page and "what could she do about it?" in page
    never = simulate(MapState(level="noor", task="sort", **dict.fromkeys(INDIRECT, "never")))
    assert "Nobody" not in words.sentence(never)


def test_what_nobody_changes_is_said_where_it_lies_in_a_tray_of_time():
    kept = {"age": "week", "genes": "season", "earlier": "never", "sleep": "week"}
    result = simulate(MapState(level="noor", task="sort", **kept))
    said_ = "Nobody changes age or genes; perhaps what they mean to her."
    assert said_ in words.sentence(result) and said_ in dict(words.one_page(result).lines)["To think about"]
    assert {"Nobody changes age or genes;", "perhaps what they mean to her."} <= set(said(figure.figure(result)))
    one = simulate(MapState(level="noor", task="sort", earlier="season"))
    assert "Nobody changes pain before; perhaps what it means to her." in words.sentence(one)
    none = simulate(MapState(level="noor", task="sort", age="never", sleep="week"))
    assert "Nobody" not in words.sentence(none) and "To think about" not in dict(words.one_page(none).lines)
    assert any("Mostly your own opinion." in text for text in said(figure.figure(none)))


@pytest.mark.parametrize("tray", TRAYS)
def test_ten_cards_fit_into_one_tray_and_none_hides_another(tray):
    kept = dict.fromkeys(simulate(MapState(**TEN)).kept, tray)
    cards = places.cards(simulate(MapState(**kept)).trays)
    left, right = places.TRAY[tray]
    heights = sorted((y - half, y + half) for _, _, y, half in cards.values())
    assert all(high <= low for (_, high), (low, _) in zip(heights, heights[1:], strict=False))
    assert heights[0][0] > places.TRAY_LOW and heights[-1][1] < places.TRAY_HIGH - 1.6
    assert all(left < one < other < right for one, other, _, _ in cards.values())


def test_every_thing_has_a_group_a_sign_and_a_control():
    assert set(icons.SIGNS) == set(things()) <= set(MapState.declarations())
    assert [thing for group in groups() for thing in of_group(group)] == list(things())
    assert all(len(row.name) <= 15 for row in things().values())


# Where things lie ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", range(1, len(LEVELS)))
def test_each_picture_lies_in_the_middle_of_the_next(level):
    corners = [(2.0, 5.0), (32.0, 32.0), (2.0, 32.0)]
    middle = places.at(level, level, (places._ACROSS[level], places._UP[level]))
    if level == LEVELS.index("all"):
        # At the last stop all before it has become the smallest net, that of the ring.
        assert middle == counter.BESIDE["ring"][0]
    for layer in range(level):
        for corner in corners:
            x, y = places.at(level, layer, corner)
            assert hypot(x - middle[0], y - middle[1]) < 6
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
    assert min(y for *_, y in rows.values()) - 1 > max(figure._LEGEND) + 0.4


def test_a_thing_is_pressed_where_it_is_written_and_a_press_changes_it():
    result = simulate(MapState(level="noor"))
    found, written = figure.touches(result)["things"], said(figure.figure(result), "Words")
    for thing, row in things().items():
        other = "no" if thing in result.kept else "yes"
        (corners,) = lines(found[f"read:{thing};{thing}:{other}"])
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


@pytest.mark.parametrize(("level", "name"), [("noor", "one map"), ("cycle", "one map")])
def test_nothing_of_a_larger_map_is_seen_before_one_zooms_out(level, name):
    for group in groups():
        for x, y in lines(shape(drawn(level=level), f"{name}: {group}")["path"])[0]:
            assert not (-0.3 < x < 34.3 and -0.3 < y < 38.3)


@pytest.mark.parametrize("level", LEVELS[:-1])
def test_the_net_of_all_maps_waits_outside_and_unseen(level):
    parts = shape(drawn(level=level), "Parts: all")
    assert parts["opacity"] == 0 and hidden(drawn(level=level), "Lines: all")
    # It comes in from outside when one zooms out: the same dots, the same letters.
    assert parts["path"].count("C") == 142


def test_from_picture_to_picture_words_wait_and_what_moves_keeps_off_title_tabs_and_legend():
    """Of two scenes the face shows no word on the way: see between.js; the clip lies over all that can move."""
    scenes = [drawn(level=level)["layout"]["meta"]["scene"] for level in LEVELS]
    scenes.append(drawn(level="noor", task="sort")["layout"]["meta"]["scene"])
    assert len(set(scenes)) == len(scenes)
    scenes.append(drawn(level="noor", task="arrows")["layout"]["meta"]["scene"])
    assert len(set(scenes)) == len(scenes)
    for task in ("keep", "arrows", "sort"):
        same = [drawn(level="noor", task=task, **kept)["layout"]["meta"]["scene"] for kept in ({}, TEN)]
        assert len(set(same)) == 1
    for level in LEVELS:
        names = [one["name"] for one in drawn(level=level)["layout"]["shapes"]]
        cover = names.index("Beside what moves")
        assert max(names.index(name) for name in ("Parts: all", "one map: mind", "Noor", "Kept", "Your arrows")) < cover
        assert cover < min(names.index(name) for name in ("Parts: expert", "Tab: expert", "Stops", "Tab: keep"))
        below, above = lines(shape(drawn(level=level), "Beside what moves")["path"])
        assert max(y for _, y in below) > max(figure._LEGEND) + 0.5 and min(y for _, y in above) < figure._TITLE - 0.6


def test_a_stop_is_pressed_on_its_dot_and_on_its_name():
    found = figure.touches(simulate(MapState(level="noor")))["things"]
    for level, (x, y) in zip(LEVELS, places.STOPS, strict=True):
        if level != "noor":
            (outline,) = lines(found[f"level:{level}"])
            assert inside((x, y), outline) and inside((x, figure._NAMED), outline)


# The question --------------------------------------------------------------------------------------------------------


def test_the_answer_is_what_the_paper_says_and_the_named_group_is_no_option():
    explorer = spine_edu.ZoomOut(ask_first=False)
    assert explorer.ask.answer(explorer.asked_result) == "Mind and mood"
    assert "Load and muscle" not in explorer.ask.options and len(explorer.ask.options) == 7
    assert set(asked.tags()["places"]) == set(explorer.ask.options)


def test_weight_and_part_are_told_where_they_are_first_asked_for():
    """The question asked for the most weight, and what a weight is stood in a table two pictures later."""
    explorer = spine_edu.ZoomOut(ask_first=False)
    assert "weight (how strong the arrows at a part were drawn, added up)" in explorer.ask.question
    told = said(figure.veiled(explorer.asked_result))
    assert "A map: what back pain depends on, written down as parts," in told
    # What it says has room: at 66 letters it was cut off at both ends.
    assert all(len(text) <= 58 for text in figure._WHAT_A_MAP_IS)


@pytest.mark.parametrize("whose", ["patient", "expert"])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kept", [{}, TEN | {"lines": LINES}], ids=["ring", "yours"])
def test_what_leads_from_part_to_part_has_one_name(level, whose, kept):
    """It was an arrow in the ring, a line in the counts and a connection in the table."""
    result = simulate(MapState(level=level, whose=whose, **kept))
    told = " ".join((*said(figure.figure(result), "Words"), words.sentence(result), words.compare(result, result)))
    told += str([row for row in words.table(result).rows if "(connections)" not in row[0]])
    assert not re.search(r"\b([Ll]ines?|connections?)\b", told.replace("(weighted connections)", ""))


def test_average_stands_off_the_net_beside_it():
    """“On average” nearly touched the net of people with back pain. A letter is 0.55 wide at most."""
    written_ = _all_said(drawn(level="all", **TEN, lines=LINES))
    (x, y) = min(place for text, place in written_ if text == "average")
    nets = net_of(drawn(level="all"), "patient")[0]
    assert all(hypot(a - x - 0.55 * len("average"), b - y) > 1 for a, b in nets)


def test_where_a_box_lies_is_nowhere_taken_for_a_place_in_noor():
    """“Where does it lie in Noor?” was asked of boxes that lie on her arm and her pelvis."""
    assert "Where a box lies says nothing of a place in Noor’s body." in words.sentence(simulate(MapState()))
    assert "Where a box lies says nothing of a place in her body." in said(drawn(), "Words")


@pytest.mark.parametrize(
    ("kept", "whose"),
    [
        ({}, "this course’s;"),
        (TEN | {"lines": EXAMPLE}, "this course’s, the example’s are invented;"),
        (TEN | {"lines": LINES}, "this course’s, yours are as drawn;"),
    ],
)
def test_of_no_net_it_is_said_that_its_joins_are_known(kept, whose):
    """“Known in the ring’s net and the example’s alone” stood there; the scenario itself calls them invented."""
    told = words.sentence(simulate(MapState(level="all", **kept)))
    assert f"The ring’s arrows are {whose} in the other nets, places and joins are invented." in told
    assert "known" not in told and "142 is no sum" in told
    assert "or there would be 725" in str(words.table(simulate(MapState(level="all"))).rows)


def test_a_group_that_was_central_is_no_miss_like_the_others():
    explorer = spine_edu.ZoomOut(ask_first=False)
    told = {name: explorer.ask.tell(name, explorer.asked_result).apart for name in explorer.ask.options}
    central = "central, too, but not the most"
    assert told["Mind and mood"] == "as you said" and told["Habits"] == "not as you said"
    assert told["Work and people"] == f"{central}; there, one group with surroundings"
    assert told["Surroundings"] == f"{central}; there, one group with work and people"


def test_where_sizes_are_compared_it_is_said_that_they_are_not_of_one_kind():
    for level in ("one", "all"):
        rows = str(words.table(simulate(MapState(level=level))).rows)
        assert "Theirs hold treatments and outcomes, too; a map here stops at 10." in rows and "added up" in rows
    assert "Theirs hold treatments and outcomes, too; a map here stops at 10." in said(drawn(level="all"))


@pytest.mark.parametrize("whose", ["patient", "expert"])
@pytest.mark.parametrize("level", ["one", "all"])
@pytest.mark.parametrize("kept", [{}, TEN | {"lines": LINES}], ids=["ring", "yours"])
def test_what_is_said_of_the_maps_is_short(level, whose, kept):
    """Seven sentences stood there; what is more than three stands in the table."""
    result = simulate(MapState(level=level, whose=whose, **kept))
    assert len(words.sentence(result).replace("et al.", "").split(". ")) <= 3 and len(words.sentence(result)) < 330
    if level == "all":
        times = "14 times as many parts and 129 times as many arrows as yours" if kept else "28 times as many parts"
        assert times in words.sentence(result)


def test_the_veiled_picture_marks_no_group_but_the_named_one():
    explorer = spine_edu.ZoomOut(ask_first=False)
    picture, other = (figure.veiled(explorer.asked_result, prediction=said_) for said_ in (None, "Habits"))
    assert "★" not in str(picture["data"]) and "★" not in str(other["data"])
    assert hidden(picture, "Your prediction") and not hidden(other, "Your prediction")
    for name in (
        "Outer rim: most for experts",
        "Dashed: central for experts",
        "Heads: most",
        "Heads: central",
        "Kept",
    ):
        assert hidden(picture, name), name
    looks = {group: shape(picture, f"one map: {group}") for group in groups()}
    assert len({(one["fillcolor"], one["line"]["width"]) for key, one in looks.items() if key != "loads"}) == 1


def test_show_me_moves_the_same_things_to_their_places():
    """The face glides between two figures only if all their parts have the same names: see between.js."""
    explorer = spine_edu.ZoomOut(ask_first=False)
    before, after = figure.veiled(explorer.asked_result, prediction="Habits"), figure.figure(explorer.asked_result)
    for part in (lambda one: one["data"], lambda one: one["layout"]["shapes"]):
        assert [one["name"] for one in part(before)] == [one["name"] for one in part(after)]
    assert before["layout"]["yaxis"] == after["layout"]["yaxis"]
    one, other = (shape(picture, "one map: mind")["path"] for picture in (before, after))
    assert one == other and shape(before, "one map: mind")["fillcolor"] != shape(after, "one map: mind")["fillcolor"]


def test_run_a_is_marked_at_what_it_keeps():
    held, now = simulate(MapState(level="noor", **TEN)), simulate(MapState(level="noor"))
    marks = trace(figure.figure(now, held=held), "Kept in A")
    assert list(marks["y"]) == [places.rows()[thing][2] for thing in held.kept]
    assert "sleep" in words.compare(held, now)
