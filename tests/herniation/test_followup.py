"""The scan after a year: the trial's numbers, the hundred made of them, the rules of guessing, drawing and words."""

import itertools
import json
import re

import pytest

import spine_edu
from spine_edu import data
from spine_edu.drawing import hundred
from spine_edu.herniation.followup.figure import figure, veiled
from spine_edu.herniation.followup.model import LOOKS, PEOPLE, RULES, FollowupState, constant, simulate
from spine_edu.herniation.followup.words import compare, sentence, table
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import centres, hidden, lines, middle, said, shape, trace

STATES = [
    FollowupState(sort=sort, rule=rule)
    for sort, rule in itertools.product(*(one.values for one in FollowupState.declarations().values()))
]


def drawn(theme=LIGHT, held=None, prediction=None, **settings_):
    return figure(simulate(FollowupState(**settings_)), theme=theme, held=held, prediction=prediction)


def test_what_the_trial_reported():
    """el Barzouhi 2013, abstract."""
    names = ("good_outcome", "visible_good", "visible_poor", "good_visible", "good_hidden", "chance", "roc_area")
    assert [constant(name) for name in names] == [84, 35, 33, 85, 83, 0.70, 0.48]
    assert (constant("people"), constant("scanned")) == (283, 267)


def test_who_was_operated_on():
    """Peul 2007, abstract: 125 of 141 and 55 of 142, so 180 of 283, and that is 64 of 100."""
    groups = [(constant(f"{group}_operated"), constant(group)) for group in ("early", "waiting")]
    assert groups == [(125, 141), (55, 142)] and sum(people for _, people in groups) == constant("people")
    result = simulate(FollowupState())
    assert (result.operated, result.people) == (180, 283) and round(100 * result.operated / result.people) == 64


def test_every_number_says_where_it_was_read():
    assert all(row.seen and row.population for row in data.parameters("herniation_followup"))


def test_the_hundred_agrees_with_both_readings_of_the_trial():
    """Put together from one reading, it gives the other: 85 of 100 and 83 of 100 did well."""
    counts = simulate(FollowupState()).counts
    assert counts == dict(zip(LOOKS, (29, 55, 5, 11), strict=True)) and sum(counts.values()) == PEOPLE
    for scan, share in (("still seen", "good_visible"), ("not seen", "good_hidden")):
        well, unwell = counts[f"well, {scan}"], counts[f"not well, {scan}"]
        assert 100 * well / (well + unwell) == pytest.approx(constant(share), abs=1)


@pytest.mark.parametrize("state", STATES, ids=str)
def test_sorting_moves_people_and_changes_no_count(state):
    result = simulate(state)
    assert {look: result.looks.count(look) for look in LOOKS} == result.counts
    if state.sort == "well":
        assert list(result.counts.values()) == [35, 65, 0, 0]
        return
    key = {"outcome": lambda look: look.startswith("not well"), "scan": lambda look: look.endswith("not seen")}
    order = [key[state.sort](look) for look in result.looks]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("rule", "right"), [("nobody", None), ("hidden", 60), ("visible", 40), ("everybody", 84)], ids=str
)
def test_how_often_a_rule_is_right(rule, right):
    """55 well without it and 5 unwell with it are 60; 29 and 11 are 40; everybody: the 84 who did well."""
    result = simulate(FollowupState(rule=rule))
    assert result.right == right and sum(result.wrong) == (0 if right is None else PEOPLE - right)


def test_a_rule_from_the_scan_never_beats_saying_it_of_everybody():
    rights = {rule: simulate(FollowupState(rule=rule)).right for rule in RULES if rule != "nobody"}
    assert max(rights, key=rights.get) == "everybody" and rights["hidden"] + rights["visible"] == PEOPLE


@pytest.mark.parametrize(("settings_", "words"), [({"rule": "half"}, "not an option"), ({"sort": ""}, "not an option")])
def test_bad_input(settings_, words):
    with pytest.raises(ValueError, match=words):
        FollowupState(**settings_)


# The drawing ----------------------------------------------------------------------------------------------------------


def feet(fig, name):
    """Where the people of a shape stand: the middle between their feet, without those who are not to be seen."""
    pieces = [[int(number) for number in re.findall(r"-?\d+", one)] for one in shape(fig, name)["path"].split("M")[1:]]
    return [(body[0], body[1]) for body in pieces[::2] if len(set(body[::2])) > 1]


@pytest.mark.parametrize("state", STATES, ids=str)
def test_people_stand_in_their_groups_and_each_count_at_its_key(state):
    result = simulate(state)
    fig, words = figure(result), said(figure(result), "words at the people")
    places, wrong = {look: feet(fig, look) for look in LOOKS}, {look for look in LOOKS if crossed(result, look)}
    assert {look: len(there) for look, there in places.items()} == result.counts
    assert len({place for there in places.values() for place in there}) == PEOPLE, "nobody stands on somebody else"
    key = {"outcome": "not well", "scan": "not seen", "well": "nobody"}[state.sort]
    left, right = ([x for look, there in places.items() for x, _ in there if (key in look) == far] for far in (0, 1))
    assert not right or max(left) < min(right) - 60, "a way lies between both groups"
    for look in LOOKS:
        if not result.counts[look]:
            assert hidden(fig, f"key: {look}")
            continue
        (key_x, key_y), text = feet(fig, f"key: {look}")[0], f"{result.counts[look]} {look.split(',')[0]}"
        assert 0 < words[text][0] - key_x < 80 and 0 < key_y - words[text][1] < 40
        assert "opacity" not in shape(fig, look), "whoever is guessed right stays as well seen"
    crosses = lines(shape(fig, "guessed wrong")["path"])[::2] if result.right is not None and wrong else []
    assert len(crosses) == sum(result.wrong)
    near = [min(abs(x - a) + abs(y - b) for look in wrong for a, b in places[look]) for x, y in map(middle, crosses)]
    assert all(one < 70 for one in near), "each cross stands at the foot of somebody who was guessed wrong"


def crossed(result, look):
    return any(wrong for one, wrong in zip(result.looks, result.wrong, strict=True) if one == look)


def test_people_are_written_alike_wherever_they_stand_so_that_they_can_walk():
    figures = [figure(simulate(state)) for state in STATES]
    for look in LOOKS:
        letters = {re.sub(r"[-\d, ]", "", shape(fig, look)["path"]) for fig in figures}
        assert len(letters) == 1, look
    assert all(fig["layout"]["meta"]["walk"] > 500 for fig in figures)


def test_over_each_group_stand_its_count_and_what_the_trial_found():
    signs = {
        "outcome": ["<b>84 did well</b><br>still seen: 35 of 100", "<b>16 did not</b><br>33 of 100"],
        "scan": ["<b>34 still seen</b><br>did well: 85 of 100", "<b>66 not seen</b><br>83 of 100"],
        "well": ["<b>100 who did well</b><br>still seen: 35 of 100"],
    }
    for sort, texts in signs.items():
        assert set(texts) <= said(drawn(sort=sort), "words at the people").keys()


def test_a_press_chooses_a_rule_or_a_way_to_sort_and_fills_its_ring():
    chosen_by = ["sort:outcome", "sort:scan", "sort:well", "rule:hidden", "rule:visible", "rule:everybody"]
    for state in STATES:
        fig = figure(simulate(state))
        rings, words = trace(fig, "choices to click"), said(fig, "words at the right")
        assert rings["customdata"] == chosen_by
        filled = {one for one, symbol in zip(chosen_by, rings["marker"]["symbol"], strict=True) if symbol == "circle"}
        assert filled == {f"sort:{state.sort}", f"rule:{state.rule}"} & set(chosen_by)
        for text, x, y in zip(rings["text"], rings["x"], rings["y"], strict=True):
            assert words[text][1] == y and words[text][0] > x, "the words stand behind their ring"
        people = trace(fig, "people to press")
        for x, y, rule in zip(people["x"], people["y"], people["customdata"], strict=True):
            looks = [look for look in LOOKS if any(abs(x - a) < 30 and abs(y + 37 - b) < 5 for a, b in feet(fig, look))]
            assert not looks or rule == f"rule:{'visible' if looks[0].endswith('still seen') else 'hidden'}"
    explorer = spine_edu.ScanAfterAYear(ask_first=False)
    explorer.clicked("rule:visible")
    assert explorer.state.rule == "visible"


def test_before_the_question_is_answered_nobody_is_marked():
    result = simulate(FollowupState())
    bare, painted = veiled(result), veiled(result, prediction=20)
    assert (
        len(centres(shape(bare, "people who did well")["path"])) >= 100
        and shape(bare, "people who did well")["fillcolor"] is None
    )
    assert hidden(bare, "as many as you said") and shape(painted, "as many as you said")["path"] == hundred.first(20)


def test_the_bar_is_as_long_as_the_rule_is_right_and_the_notes_say_whose_the_numbers_are():
    fig = drawn(rule="hidden")
    (left, y), (right, other) = lines(shape(fig, "right guesses")["path"])[0]
    assert (left, right) == (0, 60) and y == other
    words = said(fig, "words at the right")
    right, mark = words["Right for <b>60</b>, wrong (×) for 40"], words["everybody: 84"]
    assert 0 < mark[1] - y < right[1] - y < 2 and mark[0] == 84
    assert {x for x, _ in lines(shape(fig, "right of everybody")["path"])[0]} == {84}, "the mark of the best rule"
    assert hidden(drawn(rule="everybody"), "right of everybody") and hidden(drawn(sort="well"), "right of everybody")
    assert "Right for <b>84</b>, wrong (×) for 16" in said(drawn(rule="everybody"), "words at the right")
    notes = " ".join(words).replace("<br>", " ")
    assert "Shares: el Barzouhi et al. 2013." in notes
    assert "Operated on within the year: 180 of 283 (Peul et al. 2007, same trial)." in notes
    assert hidden(drawn(), "right guesses") and not drawn()["layout"]["xaxis2"]["visible"], "nothing to measure"
    assert fig["layout"]["xaxis2"]["visible"] and hidden(drawn(), "right of everybody")


def test_the_same_traces_and_shapes_for_every_state():
    figures = [figure(simulate(state)) for state in STATES]
    names = [[item["name"] for item in fig["data"]] for fig in figures]
    assert all(one == names[0] for one in names) and len({len(fig["layout"]["shapes"]) for fig in figures}) == 1


def test_a_held_rule_and_a_prediction_are_drawn():
    held = simulate(FollowupState(rule="visible"))
    fig = drawn(held=held, prediction=20, rule="hidden")
    assert trace(fig, "A, held")["x"] == [40]
    assert hidden(fig, "as many as you said"), "another hundred than the one that was asked about"
    assert "You said: still seen in 20" in said(fig, "words at the right")
    asked = drawn(prediction=20, sort="well")
    corners = {float(number) for number in re.findall(r"[\d.]+", shape(asked, "as many as you said")["path"])}
    inside = [(x, y) for look in LOOKS for x, y in feet(asked, look) if y < max(corners - {701})]
    assert len(inside) == 20, "two rows of ten people"
    words = said(asked, "words at the people")
    assert "dotted: you said 20" in words and "35 well" in words
    assert not trace(drawn(), "A, held")["visible"] and hidden(drawn(), "as many as you said")
    assert not trace(drawn(held=simulate(FollowupState())), "A, held")["visible"], "a hundred without a rule"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_sent_to_the_browser_is_strict_json(theme):
    for state in STATES:
        json.dumps(figure(simulate(state), theme=theme), allow_nan=False)


# Words ----------------------------------------------------------------------------------------------------------------


def test_the_whole_sentence():
    assert sentence(simulate(FollowupState(rule="hidden"))) == (
        "A year after sciatica 84 of 100 people in one trial did well (el Barzouhi et al. 2013). The herniation was "
        "still seen in 35 of 100 who did and in 33 of 100 who did not: the scan told them apart no better than a "
        "coin. These are not people left alone: 180 of 283 were operated on within the year (Peul et al. 2007). "
        "The table has all numbers. Saying "
        "“does well” of those whose scan no longer shows it is right for 60 of 100; of everybody, without a scan, "
        "for 84."
    )


def test_compare():
    plain, hidden_, visible = (simulate(FollowupState(rule=rule)) for rule in ("nobody", "hidden", "visible"))
    assert compare(hidden_, visible) == "A’s rule is right for 60 of 100, this one for 40, 20 fewer."
    assert "20 more" in compare(visible, hidden_) and "as often: for 60 of 100" in compare(hidden_, hidden_)
    assert compare(plain, hidden_).startswith("A and this are the same hundred people of one trial")


def test_a_hundred_who_did_well_are_not_the_hundred_of_the_trial():
    well, trial = (simulate(FollowupState(rule="hidden", sort=sort)) for sort in ("well", "outcome"))
    assert (
        "Of 100 people who all did well, saying “does well” of those whose scan no longer shows it is right for 65."
        in (sentence(well))
    )
    assert compare(well, trial).startswith("One is a hundred people of the trial")
    rows = {row[0]: row[1:] for row in table(well).rows}
    assert rows["Well, still seen"][:2] == (35, "of 100, of those who did well")


def test_the_table_says_of_each_number_whose_it_is():
    rows = {row[0]: row[1:] for row in table(simulate(FollowupState(rule="everybody"))).rows}
    assert rows["Still seen, among those who did well"][0] == 35
    for name, value in (("P value of the difference", 0.7), ("Area under the ROC curve", 0.48)):
        assert rows[name][0] == value, "what the sentence leaves to the table"
    assert rows["Nerve root still pressed, among those who did well"][0] == 24
    assert "el Barzouhi et al. 2013" in rows["Still seen, among those who did well"][2]
    assert "Peul et al. 2007" in rows["Operated on within the year, of those assigned to wait"][2]
    assert rows["Operated on within the year, both groups"] == (180, "of 283 people", "computed: a sum")
    assert rows["Well, still seen"][2].startswith("computed") and rows["Guessed right by the rule"][0] == 84
