"""Now, soon, routine: all signs in the words of the course, doors from lists, and counts that are drawn as told."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.diagnosis.urgency import asked, figure, person, places, travel, words
from spine_edu.diagnosis.urgency.model import DOORS, NO_SIGN, UrgencyState, cards, counts, pile, simulate, told
from spine_edu.drawing.outlines import EMPTY
from spine_edu.theme import THEMES

SIGNS = [row for row in data.table("warning_signs") if row.part in ("today", "soon")]
EVERY = pytest.mark.parametrize("card", [*cards(), NO_SIGN])
SOME_DOORS = st.dictionaries(st.sampled_from(pile()), st.sampled_from(list(DOORS)))


def result_of(**settings):
    return simulate(UrgencyState(**settings))


def shape(drawn, name):
    return next(one for one in drawn["layout"]["shapes"] if one["name"] == name)


def people(drawn, name, number):
    """Return how many people of a group a shape draws: each has one head, which is the first piece of its mark."""
    path = shape(drawn, f"{name} {number}")["path"]
    return len(getattr(path, "places", ()))


def test_every_warning_sign_has_one_card_in_the_same_words_at_the_same_door():
    assert [(row.sign, row.door) for row in cards().values() if row.sign] == [(row.text, row.part) for row in SIGNS]
    assert all(row.door == "routine" and row.words for row in cards().values() if not row.sign)


def test_no_count_moves_a_sign_to_a_later_door():
    """A sign that tells little alone stands where the course's list has it, whatever was counted."""
    doors = result_of().doors
    assert all(doors[card] == row.door for card, row in cards().items())
    assert {row.part for row in SIGNS} == {"today", "soon"}


def test_a_list_that_does_not_name_a_sign_does_not_move_it():
    for whose in ("nhs", "article"):
        result = result_of(whose=whose)
        assert result.left_out and all(result.doors[card] == cards()[card].door for card in result.left_out)
    assert not result_of().left_out


def test_the_web_article_leaves_out_what_the_course_sees_today():
    out = result_of(whose="article").left_out
    assert {"saddle", "legs", "sexual", "fever", "fall"} <= set(out)
    assert not {"bladder", "bowel", "weakness", "night"} & set(out)


@EVERY
def test_counts_of_a_card_are_shares_with_a_source_and_where_they_were_read(card):
    for row in counts(card):
        assert row.source and row.seen, "a number that is drawn has been read somewhere"
        if row.measure != "refers":
            assert row.value is not None or None not in (row.low, row.high)
            assert row.low is None or row.value is None or row.low <= row.value <= row.high


def test_the_same_people_are_counted_with_and_without():
    """Both groups of a card come from one study: sensitivity of one and specificity of another make no test."""
    for card in cards():
        first, second = result_of(sign=card).groups
        if first.counted and second.counted and first.row.measure == "with":
            assert second.row.measure == "without" and first.row.source == second.row.source


def test_bulges_are_those_of_the_findings_table():
    first, second = result_of(sign="bulge").groups
    shares = {
        row.age: row.percent
        for row in data.table("herniation_findings")
        if (row.finding, row.method) == ("bulge", "fitted")
    }
    assert (first.low, second.low) == (shares[20], shares[50])


def test_no_sign_clears_nobody():
    """So many of those with pressed nerves lack a given sign as do not have it."""
    missing, there = result_of(sign=NO_SIGN).groups[0], result_of(sign="bowel").groups[0]
    assert (missing.low, missing.high) == (100 - there.high, 100 - there.low)
    assert result_of(sign=NO_SIGN).door == "" and "clears nobody" in words.sentence(result_of(sign=NO_SIGN))


@EVERY
def test_the_people_that_are_drawn_are_those_that_are_told(card):
    result = result_of(sign=card)
    drawn = figure.figure(result)
    for number, group in enumerate(result.groups, 1):
        standing, perhaps, sure = (
            people(drawn, name, number) for name in ("People", "Perhaps with the sign", "With the sign")
        )
        if group.counted:
            assert (sure, sure + perhaps, sure + perhaps + standing) == (group.low, group.high, 100)
            assert f"{group.low:.0f}" in words.sentence(result)
        else:
            assert standing + perhaps + sure == 0 and shape(drawn, f"Nobody counted {number}")["path"].count("L") == 3


@EVERY
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_open_card_has_the_rim_and_its_mark_is_on_the_body(card, theme):
    drawn = figure.figure(result_of(sign=card), theme=theme)
    x, y, _ = places.place_of(card, result_of().doors)
    rim = [float(one) for one in re.findall(r"-?[\d.]+", shape(drawn, "The open card")["path"])]
    assert min(rim[::2]) < x < max(rim[::2]) and min(rim[1::2]) < y < max(rim[1::2])
    assert (shape(drawn, "Where it is")["path"] == person.mark(card, *figure.beside._BODY)) or card == NO_SIGN


def test_every_card_has_a_mark_of_its_own():
    marks = [person.mark(card, 0, 100, 0) for card in cards()]
    assert all(marks) and len(set(marks)) == len(marks)


@given(SOME_DOORS)
def test_cards_behind_a_door_stand_in_it_and_not_on_each_other(doors):
    at = places.places(doors)
    for card, door in doors.items():
        left, right = places.COLUMNS[door]
        assert left <= at[card][0] - places.HALF[0] and at[card][0] + places.HALF[0] <= right
        assert places.LINTEL[1] < at[card][1] - at[card][2] and at[card][1] + at[card][2] <= places.FLOOR
    for door in DOORS:
        behind = [at[card] for card in cards() if doors.get(card) == door]
        for above, below in pairwise(behind):
            assert above[1] + above[2] < below[1] - below[2], "in the order of the cards, and none on another"
        assert all(tall > 1.3 or len(behind) > 18 for _, _, tall in behind), "a name has room"


@given(SOME_DOORS)
def test_a_run_begins_at_the_doors_of_the_reader_and_ends_at_those_of_the_list(mine):
    final = result_of().doors
    way = travel.Way(mine, final)
    assert way.places[0] == places.places(mine) and way.places[-1] == places.places(final)
    assert set(way.going) == {card for card in cards() if mine.get(card) != final[card]}
    assert len(way.places) == len(way.moving) == len(way.names()) > 1
    assert way.moving[0] is None and way.moving[-1] is None
    for at, then, moving, lifted in zip(way.places, way.places[1:], way.moving, way.moving[1:], strict=False):
        assert lifted or moving or at == then, "nothing goes that is not lifted"
        assert None in (moving, lifted) or moving == lifted, "what lies over one card glides to no other"


def test_a_run_ends_as_the_figure_stands_and_covers_no_name():
    prediction = dict.fromkeys(pile(), "routine")
    result = result_of(sign="legs")
    drawn = figure.figure(result, prediction=prediction)
    played = figure.frames(result, prediction=prediction)
    for name, column, values in played._columns:
        stands = next(one for one in [*drawn["data"], *drawn["layout"]["shapes"]] if one["name"] == name)
        there = stands["line"]["color"] if column == "line.color" else stands[column]
        assert list(values[-1]) == list(there), name
    way = travel.Way(asked.doors(prediction), result.doors)
    for at, moving, seen in zip(way.places, way.moving, way.seen(), strict=True):
        for card in filter(None, [moving and card for card in cards()]):
            on = abs(at[card][0] - at[moving][0]) < places.HALF[0] and abs(at[card][1] - at[moving][1]) < at[moving][2]
            assert card == moving or not on or not seen[card]


@given(SOME_DOORS)
def test_a_name_is_gone_only_while_the_card_on_its_way_is_over_it(mine):
    """Names behind a door that nothing passes stay: at rest all of them, on the way all but a few."""
    way = travel.Way(mine, result_of().doors)
    for at, moving, seen in zip(way.places, way.moving, way.seen(), strict=True):
        gone = [card for card, place in at.items() if place != places.PILE and not seen[card]]
        assert len(gone) <= (8 if moving else 0)


def test_a_card_takes_the_colour_of_its_door_on_arrival():
    prediction = dict.fromkeys(pile(), "today")
    result = result_of()
    played = figure.frames(result, prediction=prediction)
    way = travel.Way(asked.doors(prediction), result.doors)
    colours = {name: values for name, column, values in played._columns if column == "line.color"}
    red, orange = (THEMES["light"].color(figure.ROLES[door]) for door in ("today", "soon"))
    assert way.going[0] == "night", "the first of the pile"
    arrives, rest = way.frames, len(way.places) - way.frames
    assert colours["Card: night"] == [red] * arrives + [orange] * rest


def test_how_many_had_it_at_all_is_of_the_study_that_is_drawn():
    base = result_of(sign="bladder").base
    assert (base.had, base.everybody, base.of_all) == (25, 334, 7)
    with_sign, without = 0.72 * 25, 0.64 * 309
    assert base.with_sign == round(100 * with_sign / (with_sign + without)) == 8
    for card in cards():
        result = result_of(sign=card)
        drawn = shape(figure.figure(result), "Who had it, in two bars")["path"]
        assert bool(result.base) == (drawn != EMPTY)
        assert not result.base or "our sum" in words.sentence(result)
    assert result_of(sign="bowel").base is None, "of 569 people it is not known how many had pressed nerves"


def test_the_main_line_names_no_paper_and_the_table_all():
    for card in cards():
        for row in counts(card):
            cited = data.short_citation(row.source)
            assert cited not in words.sentence(result_of(sign=card))
            assert any(cited in line[-1] for line in words.table(result_of()).rows)


def test_who_has_the_sign_has_one_colour_on_every_card():
    colours = {
        shape(figure.figure(result_of(sign=card)), "With the sign 1")["fillcolor"]
        for card in cards()
        if result_of(sign=card).groups[0].counted
    }
    assert len(colours) == 1 and not colours & {THEMES["light"].color(role) for role in figure.ROLES.values()}


def test_an_arrow_points_from_the_door_of_the_reader():
    final = result_of().doors
    at = places.places(final)
    path = figure._arrow_path({"saddle": "routine"}, final, at)
    xs = [float(x) for x in re.findall(r"[ML](-?[\d.]+)", path)]
    assert min(xs) > at["saddle"][0], "it came from the right"
    path = figure._arrow_path({"crack": "today"}, final, at)
    assert max(float(x) for x in re.findall(r"[ML](-?[\d.]+)", path)) < at["crack"][0]


def test_nothing_tells_the_doors_before_the_answer():
    explorer = spine_edu.NowSoonRoutine(ask_first=True)
    assert explorer.touches() == {}
    explorer.predict({"saddle": "routine", "crack": "today"})
    assert explorer.touches() == {}, "kept, and not told: taps would lie where the cards will stand"
    explorer.run()
    assert set(explorer.touches()["things"]) == {f"sign:{card}" for card in (*cards(), NO_SIGN)}


def test_what_is_told_is_how_many_cannot_wait_as_long():
    explorer = spine_edu.NowSoonRoutine(ask_first=True)
    explorer.predict({"saddle": "routine", "fever": "soon", "crack": "today", "legs": "today"})
    explorer.look()
    assert explorer.told().model.endswith("1 of your 4")
    assert explorer.told().apart == "2 cannot wait as long as you said, 1 can wait longer"


def test_the_pile_tells_nothing():
    """No door has three of its cards in a row, and the order is not that of the doors."""
    doors = [cards()[card].door for card in pile()]
    assert all(len(set(doors[start : start + 3])) > 1 for start in range(len(doors) - 2))
    assert [row.turn for row in sorted(cards().values(), key=lambda row: row.turn)] == list(range(1, len(cards()) + 1))


def test_what_is_carried_by_hand_has_its_words_in_full():
    sort = asked.spots()["sort"]
    for card, name, said, lines, where in sort["cards"]:
        assert said == told(card) and " ".join(lines) == said and where and len(name) <= 11
        assert len(lines) <= 6, "more lines do not fit under the card"
    assert list(sort["doors"]) == list(asked.ANSWERS)
