"""What set it off: cards lie where rows put them, ways are broken where nobody measured, and examiners add up."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.spasm.triggers import asked, beside, figure, people, places, travel, words
from spine_edu.spasm.triggers.model import (
    ASKED_FOR,
    DOORS,
    PEOPLE,
    STEPS,
    TriggersState,
    cards,
    pairs,
    pile,
    simulate,
    steps,
    studies,
)
from spine_edu.theme import THEMES
from tests.drawn import lines, shape, trace

TRIGGERS = pytest.mark.parametrize("trigger", cards())
METHODS = ("feel", "look", "scan", "level")
SOME_DOORS = st.dictionaries(st.sampled_from(pile()), st.sampled_from(list(DOORS)))
STATES = st.builds(
    TriggersState,
    asked=st.sampled_from(ASKED_FOR),
    trigger=st.sampled_from(pile()),
    beside=st.sampled_from(["way", *METHODS]),
    found=st.integers(1, 9).map(lambda tens: 10.0 * tens),
)


def result_of(**settings):
    return simulate(TriggersState(**settings))


# The tables -------------------------------------------------------------------------------------------------------


def test_both_articles_are_told_whole():
    """Seven triggers of the one, three of the other; the strain stands in both."""
    named = [row.article for row in cards().values()]
    assert named.count("second") + named.count("both") == 7
    assert named.count("fifth") + named.count("both") == 3


@pytest.mark.parametrize("key", studies(), ids="-".join)
def test_what_a_study_found_names_it_and_says_where_it_was_read(key):
    row = studies()[key]
    assert row.seen and row.basis == "measured"
    assert all(data.short_citation(key) in row.says for key in data.split_keys(row.source))


def test_a_step_has_a_source_unless_nobody_measured_it():
    for row in data.table("spasm_trigger_steps"):
        assert bool(row.source) == (row.link in ("yes", "mixed", "no")), (row.trigger, row.step)
        assert bool(row.whom) == (row.link != "start")


@TRIGGERS
def test_a_way_begins_with_the_trigger_and_goes_on_without_a_gap(trigger):
    there = steps(trigger)
    assert [row.step for row in there] == list(range(1, len(there) + 1)) and len(there) <= STEPS
    assert [row.link == "start" for row in there] == [True] + [False] * (len(there) - 1)


@pytest.mark.parametrize(
    ("trigger", "finding", "said"),
    [("bone", "canal_stenosis", "{odds:g} times the odds, with a range from {low:g} to {high:g}")]
    + [("disc", "bulge", "{odds:g} times the odds ({low:g} to {high:g})")]
    + [("disc", "extrusion", "{odds:g} ({low:g} to {high:g})")],
)
def test_odds_are_those_of_the_table_of_findings(trigger, finding, said):
    row = next(one for one in data.table("herniation_odds") if one.finding == finding)
    odds = row.ratio
    assert said.format(odds=odds, low=row.low, high=row.high) in studies()[trigger, "pain"].says


# The model --------------------------------------------------------------------------------------------------------


@given(STATES)
def test_a_card_lies_where_its_row_puts_it(state):
    result = simulate(state)
    for trigger, door in result.doors.items():
        row = studies().get((trigger, state.asked))
        assert door == (row.verdict if row else "none")


def test_no_spasm_has_been_counted_but_with_a_herniation():
    assert [trigger for trigger, door in result_of(asked="spasm").doors.items() if door != "none"] == ["disc"]
    assert "for" not in result_of(asked="muscle").doors.values()


@given(STATES)
def test_two_examiners_speak_of_a_hundred_people(state):
    for pair in simulate(state).pairs:
        kinds = (pair.both, pair.left, pair.right, pair.neither)
        assert sum(kinds) == PEOPLE and min(kinds) >= 0
        if not pair.published:
            assert pair.left == pair.right and pair.both + pair.left == state.found


@pytest.mark.parametrize("method", METHODS[:3])
@pytest.mark.parametrize("found", [20.0, 50.0, 80.0])
def test_kappa_comes_back_from_the_people(method, found):
    """Cohen's kappa of the people that are drawn is the published one, but for whole people."""
    for pair in pairs(method, found):
        share = (pair.both + pair.left) / PEOPLE
        chance = share**2 + (1 - share) ** 2
        assert (pair.agree / PEOPLE - chance) / (1 - chance) == pytest.approx(pair.row.kappa, abs=0.035)


def test_published_shares_are_drawn_as_published():
    assert [pair.agree for pair in pairs("level", 50)] == [42, 75]
    assert pairs("level", 50) == pairs("level", 10)


# The picture ------------------------------------------------------------------------------------------------------


@given(SOME_DOORS)
def test_no_card_lies_on_another_or_outside_its_door(doors):
    at = places.places(doors)
    for trigger, door in doors.items():
        (left, right), (x, y, tall) = places.COLUMNS[door], at[trigger]
        assert left <= x - places.HALF[0] and x + places.HALF[0] <= right
        assert places.LINTEL[1] < y - tall and y + tall < places.FLOOR
    for door in DOORS:
        lying = sorted(at[trigger][1:] for trigger in doors if doors[trigger] == door)
        assert all(low[0] - high[0] > low[1] + high[1] for high, low in zip(lying, lying[1:], strict=False))


@TRIGGERS
def test_numbers_of_steps_stand_apart_on_the_body_and_on_the_line(trigger):
    for spots in (places.stations(trigger), places.step_places(len(steps(trigger)))):
        assert len(spots) == len(steps(trigger))
        assert all(dist(one, other) > 2.4 * places.DOT for k, one in enumerate(spots) for other in spots[k + 1 :])


@TRIGGERS
def test_a_way_ends_in_the_back_muscle(trigger):
    xs, ys = zip(*lines(places.muscles(places.BODY, (1,)))[0], strict=True)
    x, y = places.stations(trigger)[-1]
    assert min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys)


@TRIGGERS
def test_lines_are_those_of_the_links_and_broken_ones_have_a_question_mark(trigger):
    drawn = figure.figure(result_of(trigger=trigger))
    links = [row.link for row in steps(trigger)[1:]]
    pieces = {"yes": 1, "mixed": 1, "no": 3, "nobody": 2}
    for link, count in pieces.items():
        path = shape(drawn, f"Way: {link}")["path"].replace("M0,0Z", "")
        # Twice, on the line and on the body, and once in the key.
        assert path.count("M") == count * (2 * links.count(link) + 1)
    text = trace(drawn, "Words beside the cards")["text"]
    assert text.count("<b>?</b>") == 2 * links.count("nobody")


@TRIGGERS
def test_the_muscle_swells_only_where_somebody_saw_it_work(trigger):
    drawn = figure.figure(result_of(trigger=trigger))
    tight = shape(drawn, "Muscle that tightens")["path"] != "M0,0Z"
    assert tight == (steps(trigger)[-1].link in ("yes", "mixed"))


@pytest.mark.parametrize("method", METHODS)
def test_as_many_people_are_drawn_as_are_told(method):
    result = result_of(beside=method)
    drawn = figure.figure(result)
    for number, pair in enumerate(result.pairs, 1):
        counts = {
            kind: len(getattr(shape(drawn, f"People {number}: {kind}")["path"], "places", ()))
            for kind in ("both", "left", "right", "neither")
        }
        assert counts == {kind: getattr(pair, kind) for kind in counts}
        assert f"{counts['left'] + counts['right']} of {PEOPLE}" in " ".join(
            trace(drawn, "Words beside the cards")["text"]
        )
        assert str(counts["left"] + counts["right"]) in words.sentence(result)


@given(STATES)
def test_every_theme_draws_the_same_words_and_shapes(state):
    result = simulate(state)
    drawn = [figure.figure(result, theme=theme) for theme in THEMES.values()]
    assert len({tuple(one["name"] for one in each["layout"]["shapes"]) for each in drawn}) == 1
    assert len({len(trace(each, "Words beside the cards")["text"]) for each in drawn}) == 1


@pytest.mark.parametrize("asked_for", ASKED_FOR)
def test_people_on_the_cards_are_those_of_the_rows_each_on_the_same_area(asked_for):
    result = result_of(asked=asked_for)
    drawn = figure.figure(result)
    told = dict(zip(cards(), trace(drawn, "How many people")["text"], strict=True))
    areas = []
    for trigger in cards():
        row = studies().get((trigger, asked_for))
        assert told[trigger] == (words.counted(row) if row else "")
        if row and row.people:
            ((left, top), _, (right, foot), _) = lines(places.people((0, 0, 4), row.people))[0]
            assert (right - left) * (foot - top) / row.people == pytest.approx(
                places.ROOM[0] * places.ROOM[1] / places.FULL, rel=0.05
            )
            assert right - left <= places.ROOM[0]
            areas.append(trigger)
    filled = sum(
        shape(drawn, name)["path"].replace("M0,0Z", "").count("M") for name in (people.STUDIED, people.AT_MOST)
    )
    assert filled == len(areas)


@given(STATES, SOME_DOORS)
def test_people_are_told_in_a_run_only_where_studies_put_a_card(state, mine):
    """Each stands below the name of its card, and under no card that is carried over it."""
    result = simulate(state)
    answers_ = {door: answer for answer, door in asked.ANSWERS.items()}
    played = figure.frames(result, prediction={card: answers_[door] for card, door in mine.items()})
    columns = {(name, column): values for name, column, values in played._columns}
    way = travel.Way({**dict.fromkeys(cards(), "none"), **mine}, result.doors)
    for frame, (doors, moving) in enumerate(zip(way.doors(), way.moving, strict=True)):
        names, told = (columns[name, "text"][frame] for name in ("Names of cards", "How many people"))
        for card, name, count in zip(cards(), names, told, strict=True):
            assert not count or (name and card != moving and doors[card] == result.doors[card])
    assert all(columns["Names of cards", "text"][0])


def test_people_lie_over_the_rim_of_the_open_card():
    names = [one["name"] for one in figure.figure(result_of(asked="muscle", trigger="disc"))["layout"]["shapes"]]
    assert names.index("The open card") < names.index(people.STUDIED) < names.index(people.SIGNS)


def test_two_examiners_stand_still_while_cards_go():
    played = figure.frames(result_of(beside="feel"))
    assert not {"Words beside the cards", "Body", "Muscle that tightens"} & {name for name, *_ in played._columns}


def test_what_was_asked_is_told_beside_its_own_doors_alone():
    explorer = spine_edu.WhatSetItOff(ask_first=False)
    explorer.predict(asked.answers())
    assert explorer.told_here()
    explorer.set(asked="spasm")
    assert explorer.told_here() is None


# The question and the run -----------------------------------------------------------------------------------------


def test_the_pile_tells_nothing_and_every_card_has_one_answer():
    order = [asked.answers()[card] for card in pile()]
    assert order != sorted(order) and set(order) == set(asked.ANSWERS)
    assert set(asked.answers()) == set(cards())


@given(SOME_DOORS)
def test_cards_go_one_after_the_other_and_arrive(mine):
    final = result_of().doors
    way = travel.Way(mine, final)
    assert way.places[-1] == places.places(final)
    assert set(way.going) == {card for card in pile() if mine.get(card) != final[card]}
    assert way.moving[0] is way.moving[-1] is None and len(way.places) == len(way.moving) == len(way.names())


def test_a_card_on_its_way_shows_its_way_on_the_body():
    result = result_of(trigger="disc")
    played = figure.frames(result, prediction={"posture": "some for it"})
    way = travel.Way({**dict.fromkeys(cards(), "none"), "posture": "for"}, result.doors)
    texts = next(
        values for name, column, values in played._columns if (name, column) == ("Words beside the cards", "text")
    )
    for card, frame in zip(way.last[:-1], texts, strict=False):
        assert f"<b>{cards()[card].name if card else 'Its way'}<br>→ muscle</b>" in frame
    assert "<b>Disc<br>→ muscle</b>" in texts[-1]


def test_tabs_and_cards_are_pressed_once_the_answer_is_told():
    explorer = spine_edu.WhatSetItOff(ask_first=False)
    touched = figure.touches(explorer.result)
    assert touched["telling"] and set(touched["things"]) == {
        *(f"trigger:{card}" for card in cards()),
        *(f"asked:{one}" for one in ASKED_FOR),
        "beside:way",
        "beside:feel",
    }


def test_the_question_agrees_with_the_doors():
    explorer = spine_edu.WhatSetItOff(ask_first=False)
    told = explorer.ask.tell(asked.answers(), explorer.result)
    assert "9 of your 9" in " ".join(map(str, told))


def test_widest_words_of_a_step_fit_beside_the_line():
    """The narrowest picture is 34 times as wide as its type is high: 21 units of 100 hold 14 letters."""
    for row in data.table("spasm_trigger_steps"):
        lines_ = beside.broken(row.text).split("<br>")
        assert len(row.whom) <= 14 and len(lines_) <= 2 and max(map(len, lines_)) <= 14, row
    assert all(len(row.name) <= 9 for row in cards().values())


def test_the_tab_of_two_examiners_goes_round_all_that_they_do():
    now, seen = "way", []
    for _ in METHODS:
        (now,) = {one.split(":")[1] for one in beside.touches(result_of(beside=now))} - {"way"}
        seen.append(now)
    assert tuple(seen) == METHODS
