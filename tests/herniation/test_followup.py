"""The scan after a year: the trial's numbers, the hundred made of them, the rules of guessing, drawing and words."""

import itertools
import json

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


def heads(fig, name):
    """The heads of the people of a shape, the last of them that of the key."""
    return centres(shape(fig, name)["path"])[::2]  # head, body, head, body, ...


@pytest.mark.parametrize("state", STATES, ids=str)
def test_each_person_has_the_mark_of_their_look_and_each_count_its_key(state):
    result = simulate(state)
    fig, words = figure(result), said(figure(result), "words under the people")
    for look in LOOKS:
        if not result.counts[look]:
            assert hidden(fig, look) and state.sort == "well" and f"0 {look}" not in words
            continue
        *people, key = heads(fig, look)
        assert len(people) == result.counts[look]
        assert {round(x) + 10 * round(y + 0.2) for x, y in people} == {
            person for person in range(PEOPLE) if result.looks[person] == look
        }
        assert words[f"{result.counts[look]} {look}"][1] == pytest.approx(key[1] + 0.24, abs=0.06)
        assert (people[0][0] - round(people[0][0]) > 0.2) == look.startswith("not well"), "bent, or upright"
    guessed = result.right is not None
    crosses = [] if hidden(fig, "guessed wrong") else lines(shape(fig, "guessed wrong")["path"])[::2]
    assert len(crosses) == (sum(result.wrong) + 1 if guessed else 0)
    marked = {int(x + 0.5) + 10 * int(y + 0.5) for x, y in map(middle, crosses[:-1])}
    assert marked == {person for person in range(PEOPLE) if result.wrong[person]}
    dimmed = [] if hidden(fig, "guessed right") else lines(shape(fig, "guessed right")["path"])
    assert len(dimmed) == (result.right or 0)
    assert (f"{PEOPLE - (result.right or 0)} guessed wrong" in words) == (result.right is not None)


def test_a_click_on_a_rule_chooses_it_and_fills_its_ring():
    for rule in RULES:
        fig = drawn(rule=rule)
        rings, words = trace(fig, "rules to click"), said(fig, "words at the right")
        assert rings["customdata"] == ["rule:hidden", "rule:visible", "rule:everybody"]
        chosen = [symbol == "circle" for symbol in rings["marker"]["symbol"]]
        assert chosen == [what == f"rule:{rule}" for what in rings["customdata"]]
        for text, x, y in zip(rings["text"], rings["x"], rings["y"], strict=True):
            assert words[text][1] == y and words[text][0] > x, "the words stand behind their ring"
    explorer = spine_edu.ScanAfterAYear(ask_first=False)
    explorer.clicked("rule:visible")
    assert explorer.state.rule == "visible"


def test_before_the_question_is_answered_nobody_is_marked():
    result = simulate(FollowupState())
    bare, painted = veiled(result), veiled(result, prediction=20)
    assert len(heads(bare, "people who did well")) == 100 and shape(bare, "people who did well")["fillcolor"] is None
    assert hidden(bare, "as many as you said") and shape(painted, "as many as you said")["path"] == hundred.first(20)


BARS = (
    ("Did well: still seen in", 35),
    ("Did not: still seen in", 33),
    ("Still seen: did well", 85),
    ("Not seen: did well", 83),
    ("Your rule is right for", 60),
)


def test_the_bars_are_as_long_as_their_numbers():
    fig = drawn(rule="hidden")
    words = said(fig, "words at the right")
    for number, (text, share) in enumerate(BARS, 1):
        (left, y), (right, other) = (
            map(float, point.split(",")) for point in shape(fig, f"bar {number}")["path"][1:].split("L")
        )
        assert (left, right) == (0, pytest.approx(share, abs=1e-3)) and y == other
        assert 0 < words[f"{text} <b>{share:.0f}</b>"][1] - y < 0.6, "the words stand over their bar"
    notes = " ".join(words).replace("<br>", " ")
    assert "Upper four bars: el Barzouhi et al. 2013." in notes
    assert "Operated on within the year: 180 of 283 (Peul et al. 2007, same trial)." in notes
    assert hidden(drawn(), "bar 5"), "no rule, no bar"


def test_the_same_traces_and_shapes_for_every_state():
    figures = [figure(simulate(state)) for state in STATES]
    names = [[item["name"] for item in fig["data"]] for fig in figures]
    assert all(one == names[0] for one in names) and len({len(fig["layout"]["shapes"]) for fig in figures}) == 1


def test_a_held_rule_and_a_prediction_are_drawn():
    held = simulate(FollowupState(rule="visible"))
    fig = drawn(held=held, prediction=20, rule="hidden")
    assert trace(fig, "A, held")["x"] == [40]
    assert hidden(fig, "as many as you said"), "another hundred than the one that was asked about"
    assert "Did well: still seen in <b>35</b> (you: 20)" in said(fig, "words at the right")
    asked = drawn(prediction=20, sort="well")
    assert shape(asked, "as many as you said")["path"] == hundred.first(20)
    words = said(asked, "words under the people")
    assert "dotted: you said 20" in words and "35 well, still seen" in words
    assert "<b>100 people who did well<br>1 year after sciatica</b>" in words
    assert not trace(drawn(), "A, held")["visible"] and hidden(drawn(), "as many as you said")
    assert not trace(drawn(held=simulate(FollowupState())), "A, held")["visible"], "a hundred without a rule"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_sent_to_the_browser_is_strict_json(theme):
    for state in STATES:
        json.dumps(figure(simulate(state), theme=theme), allow_nan=False)


# Words ----------------------------------------------------------------------------------------------------------------


def test_the_whole_sentence():
    assert sentence(simulate(FollowupState(rule="hidden"))) == (
        "A year after sciatica 84 of 100 people in one trial did well. The herniation was still seen in 35 of 100 who "
        "did and in 33 of 100 who did not; of those with it still seen 85 of 100 did well, of those without 83. The "
        "scan told the groups apart no better than a coin (area under the ROC curve 0.48, P 0.70; el Barzouhi et al. "
        "2013). A root still looked pressed in 24 of 100 who did well and in 26 of 100 who did not. These are not "
        "people left alone: 180 of 283 were operated on within the year (125 of 141 assigned to early surgery, "
        "55 of 142 assigned to wait; Peul et al. 2007), and 267 had the second scan. Saying "
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
    assert "el Barzouhi et al. 2013" in rows["Still seen, among those who did well"][2]
    assert "Peul et al. 2007" in rows["Operated on within the year, of those assigned to wait"][2]
    assert rows["Operated on within the year, both groups"] == (180, "of 283 people", "computed: a sum")
    assert rows["Well, still seen"][2].startswith("computed") and rows["Guessed right by the rule"][0] == 84
