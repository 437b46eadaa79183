"""Both columns: the published counts, their difference and its interval, where people stand, and the words."""

import json
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.claims.other_column import names, people, places
from spine_edu.claims.other_column.figure import ASKED, can_play, figure, frames, grips, touches, veiled
from spine_edu.claims.other_column.model import (
    ESTIMATES,
    ORDER,
    PEOPLE,
    ColumnState,
    afresh,
    counted,
    newcombe,
    simulate,
    votes,
)
from spine_edu.claims.other_column.model import (
    table as columns_of,
)
from spine_edu.claims.other_column.words import compare, idle, interval, sentence, table, takes, verdict, wordings
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import hidden, inside, lines, on_track, said, shape

ALL = columns_of()
FULL = {key: one for key, one in ALL.items() if one.full}
STATES = st.builds(
    ColumnState,
    **{
        name: st.sampled_from([option.value for option in data.choice(f"claims_other_column.{name}").options])
        for name in ("claim", "counted", "when", "other", "view")
    },
    **{name: st.integers(0, 100).map(float) for name in ("mine", *ESTIMATES)},
)


def look(**settings_):
    return simulate(ColumnState(**settings_))


def laid(key, **more):
    return look(claim=key[0], counted=key[1], when=key[2], other="published", **more)


def drawn(theme=LIGHT, held=None, prediction=None, **settings_):
    return figure(look(**settings_), theme=theme, held=held, prediction=prediction)


# Published counts ----------------------------------------------------------------------------------------------------


def test_what_the_trials_reported():
    """Thomé 2018, van den Brink 2019, the paper on reoperations, the poster of three years: abstracts and a table."""
    device = {(counted_, when): one.people for (claim, counted_, when), one in ALL.items() if claim == "device"}
    assert device["again", "year2"] == (95, 87) and device["harm", "year2"] == (7, 17)
    assert [device["herniated", f"year{year}"] for year in (1, 2, 3, 5)] == [(8, 17), (12, 25), (15, 30), (19, 32)]
    assert [device["any", when] for when in ("month3", "year1", "year2", "year3", "year5")] == [
        (2, 5),
        (7, 13),
        (9, 16),
        (11, 19),
        (16, 23),
    ]
    assert device["success", "year2"] == (27, 18) and device["success", "year3"] == (70, 56)
    assert device["scan", "year2"] == (85, 33) and device["fails", "month15"] == (26, None)
    assert [(row.yes, row.no, row.abstained) for row in votes()] == [(5, 9, 0), (12, 1, 1), (5, 8, 1)]


def test_serious_harm_favours_the_device_at_every_time_and_the_scan_does_not():
    """The good and the bad of one product stand in the same table."""
    harm = [one for (claim, what, _), one in FULL.items() if (claim, what) == ("device", "harm")]
    assert len(harm) == 5 and all(one.difference < 0 for one in harm)
    assert FULL["device", "scan", "year2"].difference > 50


def test_what_stands_in_another_table_is_taken_from_there():
    shares = {(row.path, row.measure, row.week): row for row in data.table("treatment_shares")}
    bed, up = (shares[path, "better", 12.0] for path in ("bed", "up"))
    one = ALL["ninety", "better", "week12"]
    assert (one.share, one.other) == (bed.share, up.share) == (87, 87) and one.sizes == (bed.of, up.of)
    effects = {row.effect: row for row in data.table("treatment_effects")}
    for counted_, effect in (("herniated", "closure_sciatica_again"), ("harm", "closure_sciatica_harm")):
        one = ALL["device", counted_, "year2"]
        assert (one.share, one.other) == (effects[effect].value, effects[effect].without)
    assert all(one.row.share is None for one in ALL.values() if one.row.stands), "one truth"


def test_every_row_says_who_when_and_where_it_was_read():
    for key, one in ALL.items():
        row = one.row
        assert row.note and row.who and row.paid and row.code[0] == "C", key
        assert bool(row.seen) != one.remembered or row.design == "none", key
        assert (row.design == "none") == (one.share is None) and (row.design == "alone") == (
            one.other is None and one.share is not None
        )
        if row.count is not None and row.share is not None:
            assert row.share == pytest.approx(100 * row.count / row.of, abs=0.06), key
        assert row.low is None or row.low < one.difference < row.high
    for claim in {key[0] for key in ALL}:
        said_ = [one.row.says for key, one in ALL.items() if key[0] == claim]
        assert said_[0] and not any(said_[1:]), "the first row of a claim says what its page says"


# Difference ----------------------------------------------------------------------------------------------------------


def test_the_published_example_of_the_interval():
    """Newcombe 1998, table II (a): 56 of 70 and 48 of 80 differ by 0.20 (0.0524 to 0.3339)."""
    assert newcombe((80, 70), (60, 80)) == pytest.approx((5.24, 33.39), abs=0.01)
    low, high = newcombe((100 * 24 / 272, 272), (100 * 45 / 278, 278))
    assert (low, high) == pytest.approx((-12.9, -1.9), abs=0.15), "as the plain interval of the research file"


SHARE, SIZE = st.floats(0, 100), st.integers(1, 2000)


@given(SHARE, SIZE, SHARE, SIZE)
def test_an_interval_holds_its_difference_and_is_turned_round_with_the_columns(one, many, other, few):
    low, high = newcombe((one, many), (other, few))
    assert -100 - 1e-9 <= low <= one - other <= high <= 100 + 1e-9
    turned = newcombe((other, few), (one, many))
    assert turned == pytest.approx((-high, -low), abs=1e-9)
    narrow = newcombe((one, 4 * many), (other, 4 * few))
    assert narrow[1] - narrow[0] < high - low


@pytest.mark.parametrize("key", FULL, ids=" ".join)
def test_how_many_it_takes(key):
    one = FULL[key]
    if not one.difference:
        assert one.needed is None and takes(one) == "No difference on the whole."
        return
    number, low, high = one.needed
    assert number == pytest.approx(100 / abs(one.difference), abs=1) and number * abs(one.difference) >= 100 - 1e-6
    if one.interval:
        assert low <= number <= (high or inf)
        assert (high is None) == (one.interval[0] <= 0 <= one.interval[1])
        assert str(low) in takes(one) or "or nobody" in takes(one)


def test_one_in_fourteen_and_one_in_thirteen():
    assert ALL["device", "any", "year2"].needed[0] == 14
    assert takes(ALL["device", "again", "year2"]) == "1 of 13 gains (8 to 31)"
    assert takes(ALL["device", "scan", "year2"]) == "1 of 2 shows it (2 to 3)"
    assert takes(ALL["device", "herniated", "year2"]).startswith("1 of 8 is spared it")


@pytest.mark.parametrize("key", FULL, ids=" ".join)
def test_both_relative_changes_are_the_same_people(key):
    one = FULL[key]
    bad, good = one.relative
    other_good = one.other if one.good else 100 - one.other
    assert bad * (100 - other_good) == pytest.approx(-good * other_good, abs=1e-6)
    assert abs(good) / 100 * other_good == pytest.approx(abs(one.difference), abs=1e-6)


def test_three_wordings():
    assert wordings(ALL["device", "again", "year2"]) == {
        "kept": "95 of 100: no new operation for a new herniation.",
        "fewer": "62 % fewer new operations.",
        "needed": "13 people must have it for 1 to gain.",
    }
    assert wordings(ALL["ninety", "better", "week12"])["needed"] == "However many have it: no difference."


# What is looked at ---------------------------------------------------------------------------------------------------


@given(STATES)
def test_where_it_was_not_counted_then_the_nearest_time_is_shown(state):
    result = simulate(state)
    assert result.times == counted(state.claim).get(state.counted, ())
    if not result.times:
        assert result.columns is None
        return
    apart = {when: abs(ORDER.index(when) - ORDER.index(state.when)) for when in result.times}
    assert apart[result.columns.row.when] == min(apart.values())


def test_the_other_column_is_empty_until_it_is_laid_over():
    assert look().shown == (95, None) and look(other="missing").shown == (95, None)
    assert look(other="published").shown == (95, 87)
    assert look(claim="ninety", counted="better", when="week12").shown == (90, None), "as the page says"
    assert look(claim="ninety", counted="better", when="week12", other="published").shown == (87, 87)
    assert look(claim="seventyfive", counted="spasm").shown == (75, None)
    assert look(claim="seventyfive", counted="spasm", other="published").shown == (None, None), "nobody has shown it"


def test_another_claim_opens_with_its_own_count_and_an_empty_plate():
    explorer = spine_edu.OtherColumn(ask_first=False, other="published", mine=30, kept=9)
    explorer.move("claim", "relaxant")
    assert (explorer.state.counted, explorer.state.when) == ("better", "week1")
    assert (explorer.state.other, explorer.state.mine, explorer.state.kept) == ("mine", 0, 0)
    explorer.undo()
    assert explorer.state.other == "published" and explorer.state.mine == 30


@pytest.mark.parametrize(
    ("settings_", "words"), [({"claim": "luck"}, "not an option"), ({"mine": 101}, "outside"), ({"view": ""}, "option")]
)
def test_bad_input(settings_, words):
    with pytest.raises(ValueError, match=words):
        ColumnState(**settings_)


# The drawing ---------------------------------------------------------------------------------------------------------


def there(fig, name):
    """Where the people of a shape stand that are in the picture."""
    if hidden(fig, name):
        return []
    low, high = places.COLUMNS
    return [spot for spot in shape(fig, name)["path"].places if low < spot[0] < high]


@settings(max_examples=60)
@given(STATES)
def test_people_of_both_columns_are_drawn_as_often_as_they_are_counted(state):
    result = simulate(state)
    fig = figure(result)
    shown = result.shown if state.view == "columns" else (None, None)
    for side, left, count in zip(("first", "other"), (places.FIRST, places.OTHER), shown, strict=True):
        well, ill = there(fig, f"{side}: well"), there(fig, f"{side}: not well")
        assert len(well) + len(ill) == (0 if count is None else PEOPLE)
        if count is not None:
            happened = well if result.columns.good else ill
            assert len(happened) == count and set(happened) == {places.seat(one, left) for one in range(count)}
            assert len({*well, *ill}) == PEOPLE


def test_who_is_not_in_the_picture_waits_outside_so_that_all_can_walk():
    one, other = drawn(), drawn(other="published")
    for name in ("other: well", "other: not well", "first: well"):
        assert len(shape(one, name)["path"].places) == len(shape(other, name)["path"].places) == PEOPLE
    outside, within = (lines(shape(fig, "its other half")["path"])[0] for fig in (one, other))
    assert min(x for x, _ in outside) > places.COLUMNS[1] and len(outside) == len(within)
    assert min(x for x, _ in within) > places.GAP - 0.5 and hidden(other, "the empty place")


@pytest.mark.parametrize("key", FULL, ids=" ".join)
def test_the_ring_holds_those_who_differ_and_nobody_else(key):
    result = laid(key)
    first, other = FULL[key].people
    ring = people.differ(result)
    if first == other:
        assert not ring
        return
    outlines = lines(ring)
    assert len(outlines) == 2
    for left, outline in zip((places.FIRST, places.OTHER), outlines, strict=True):
        held = [person for person in range(PEOPLE) if inside(places.seat(person, left), outline)]
        assert held == list(range(min(first, other), max(first, other)))


@given(st.integers(0, PEOPLE), st.integers(0, PEOPLE))
def test_a_band_goes_round_its_people_on_any_rows(start, end):
    path = places.band(start, end, 0)
    if start == end:
        assert not path
        return
    (outline,) = lines(path)
    held = {person for person in range(PEOPLE) if inside(places.seat(person, 0), outline)}
    assert held == set(range(min(start, end), max(start, end)))
    # No edge runs where nobody stands.
    spots = [places.seat(person, 0) for person in held]
    assert all(any(abs(x - a) <= 0.5 and abs(y - b) <= 0.5 for a, b in spots) for x, y in outline)


@given(st.integers(1, PEOPLE), st.integers(0, 2))
def test_a_strip_is_said_column_by_column(count, strip):
    (outline,) = lines(places.strip_band(count, strip))
    assert [one for one in range(PEOPLE) if inside(places.strip_seat(one, strip), outline)] == list(range(count))


def test_what_the_reader_paints_stays_round_the_published_people():
    painted = drawn(mine=60)
    assert len(there(painted, "painted")) == 60 and hidden(painted, "as many as you said")
    assert said(painted)["Without it: <b>60?</b>"][0] > places.GAP
    over = drawn(mine=60, other="published")
    assert hidden(over, "painted") and not hidden(over, "as many as you said")
    predicted = drawn(prediction=40)
    assert len(there(predicted, "painted")) == 40
    assert hidden(drawn(prediction=40, claim="relaxant", counted="better", when="week1"), "painted")


def test_those_whom_it_takes_are_as_many_as_the_words_say():
    fig = drawn(other="published")
    assert len(there(fig, "it takes")) + len(there(fig, "for one")) == 13 and len(there(fig, "or as many")) == 31 - 13
    assert hidden(drawn(), "for one")
    assert hidden(drawn(claim="relaxant", counted="better", when="week1", other="published"), "or as many")


def test_people_from_memory_are_hollow():
    for year, filled in ((3, True), (5, False)):
        fig = drawn(counted="any", when=f"year{year}", other="published")
        assert bool(shape(fig, "other: well")["fillcolor"]) == filled
        assert ("from memory" in sentence(look(counted="any", when=f"year{year}", other="published"))) != filled


@pytest.mark.parametrize("counted_", ["scan", "fails"])
def test_who_has_a_finding_looks_like_who_has_none_but_for_a_mark(counted_):
    fig = drawn(counted=counted_, other="published")
    for side, count in zip(("first", "other"), look(counted=counted_, other="published").shown, strict=True):
        well, ill, mark = (shape(fig, f"{side}: {name}") for name in ("well", "not well", "seen"))
        assert well["fillcolor"] == ill["fillcolor"] == LIGHT.color("neutral")
        assert well["path"].mark == ill["path"].mark
        assert len(there(fig, f"{side}: seen")) == (count or 0), mark["name"]
    other = drawn(other="published")
    assert not there(other, "first: seen") and not there(other, "other: seen")
    assert "pain" not in takes(FULL["device", "scan", "year2"])


def test_people_of_a_number_that_was_not_traced_are_dotted_and_hollow():
    for settings_, dotted in (
        ({"claim": "seventyfive", "counted": "spasm", "when": "unsaid"}, True),
        ({"claim": "ninety", "counted": "better", "when": "week12"}, True),
        ({"claim": "ninety", "counted": "better", "when": "week12", "other": "published"}, False),
        ({}, False),
    ):
        one = shape(drawn(**settings_), "first: well" if settings_.get("claim") != "seventyfive" else "first: not well")
        assert (one["line"]["dash"] == "dot") == dotted and bool(one.get("fillcolor")) != dotted, settings_
    assert any("up to <b>75</b>" in text for text in said(drawn(claim="seventyfive", counted="spasm", when="unsaid")))


def test_a_page_without_a_number_is_not_given_one():
    for claim, what, when in ALL:
        assert look(claim=claim, counted=what, when=when).nearest == (claim in ("exercise", "relaxant"))
    assert "Nearest count found" in sentence(look(claim="exercise", counted="again", when="month6"))


def test_what_was_predicted_is_kept_by_the_first_drag_and_the_trial_is_told_once_it_lies_there():
    explorer = spine_edu.OtherColumn(ask_first=True)
    explorer.predict(55)
    explorer.look()
    assert explorer.state.mine == 55 and len(there(explorer.drawn, "painted")) == 55
    assert "87" not in str(explorer.told_here())
    explorer.move("mine", 54)
    assert explorer.state.mine == 54 and "87" not in str(explorer.told_here())
    explorer.clicked("other:published")
    assert explorer.told_here() == explorer.told() and "87" in explorer.told().model


def test_the_three_wordings_begin_without_an_answer():
    explorer = spine_edu.OtherColumn(ask_first=False)
    explorer.scenario("Three wordings")
    assert not any(getattr(explorer.state, name) for name in ESTIMATES)


def test_three_sentences_have_the_same_people():
    fig = drawn(view="wordings", other="published", kept=90, fewer=60, needed=10)
    assert len(there(fig, "differ by the sentences")) == 3 * 8
    assert len(there(fig, "people of the sentences")) == 3 * 92
    assert len(lines(shape(fig, "said of the sentences")["path"])) == 3
    before = drawn(view="wordings")
    assert hidden(before, "differ by the sentences") and "All three" not in json.dumps(said(before))
    assert "62 %" not in json.dumps(said(drawn(other="published"))), "the relative change only on request"


def test_the_panel_holds_up_its_paddles():
    before, after = drawn(view="votes"), drawn(view="votes", other="published")
    assert len(there(after, "members of the panel")) == 3 * 14
    for name, count in (("say yes", 5 + 12 + 5), ("say no", 9 + 1 + 8)):
        low, high = there(before, name), there(after, name)
        assert len(low) == len(high) == count and all(one[1] > other[1] for one, other in zip(low, high, strict=True))
    tables = lines(shape(before, "tables")["path"])
    assert len(tables) == 3 and all(
        any(inside(spot, outline) for outline in tables) for spot in there(before, "say yes") + there(before, "say no")
    ), "before the vote they lie behind the tables"
    assert {"5 yes, 9 no", "12 yes, 1 no, 1 abstained"} <= set(said(after)) and not {"5 yes, 9 no"} & set(said(before))


def test_before_the_question_is_answered_nothing_stands_in_the_other_column():
    result = look(**ASKED)
    asked, kept = veiled(result), veiled(result, prediction=60)
    assert len(there(asked, "empty seats")) == PEOPLE and not there(asked, "other: well")
    assert len(there(kept, "painted")) == 60 and len(there(kept, "empty seats")) == 40
    for fig in (asked, kept):
        assert "87" not in json.dumps(said(fig)) and "8 more" not in json.dumps(said(fig))
    open_ = figure(result)
    assert [one["name"] for one in kept["layout"]["shapes"]] == [one["name"] for one in open_["layout"]["shapes"]]
    assert kept["layout"]["xaxis"] == open_["layout"]["xaxis"] and kept["layout"]["yaxis"] == open_["layout"]["yaxis"]


def test_the_question():
    explorer = spine_edu.OtherColumn(ask_first=True)
    assert explorer.ask.answer(explorer.asked_result) == 87
    explorer.predict(60)
    explorer.clicked("other:published")
    assert explorer.state.other == "published" and explorer.told().apart == "27 more"


# Hands ---------------------------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(STATES)
def test_what_is_pressed_can_be_chosen_and_leads_somewhere_else(state):
    result = simulate(state)
    explorer = spine_edu.OtherColumn(ask_first=False, **vars(state))
    chosen = {one.choice for one in names.every(result) if one.chosen}
    for choice, path in touches(result)["things"].items():
        assert path.startswith("M") and path.endswith("Z")
        explorer.set(**vars(state))
        explorer.clicked(choice)
        # A seat or a rank may be the one that is said already.
        assert explorer.state != state or choice in chosen or choice.partition(":")[0] in ("mine", *ESTIMATES)


def test_a_press_on_a_seat_paints_up_to_it():
    explorer = spine_edu.OtherColumn(ask_first=False, other="missing")
    things = touches(explorer.result)["things"]
    spot = places.seat(36, places.OTHER)
    (choice,) = [one for one, path in things.items() if one.startswith("mine:") and inside(spot, lines(path)[0])]
    explorer.clicked(choice)
    assert explorer.state.mine == 37 and explorer.state.other == "mine"
    assert not any(one.startswith("mine:") for one in touches(look(other="published"))["things"])


def test_a_page_opens_and_the_panel_can_be_left_again():
    explorer = spine_edu.OtherColumn(ask_first=False, view="votes", other="published")
    choice = next(one.choice for one in names.pages(explorer.result) if one.words == "75")
    explorer.clicked(choice)
    assert explorer.state == afresh(ColumnState(), "seventyfive")
    explorer.clicked(names.pages(explorer.result)[-1].choice)
    assert explorer.state.view == "votes"


def test_knobs_lie_beside_what_they_move():
    (knob,) = grips(look())
    assert knob["control"] == "mine" and on_track(knob, 0) == (places.GAP, places.TOP)
    assert on_track(knob, 55)[1] == pytest.approx(places.TOP + 5.5)
    strip = {one["control"]: one for one in grips(look(view="wordings"))}
    assert list(strip) == list(ESTIMATES)
    assert on_track(strip["kept"], 50)[0] == pytest.approx(places.WIDE / 2)
    years = grips(look(counted="any", when="year3", other="published"))
    assert [one["control"] for one in years] == ["when"] and years[0]["choices"][years[0]["now"]] == "when:year3"
    assert [x for _, x, _ in years[0]["track"]] == pytest.approx(places.times(5))


@pytest.mark.parametrize("settings_", [{}, {"view": "wordings"}, {"view": "votes"}])
def test_a_run_ends_where_it_is_laid_over(settings_):
    assert not can_play(look(**settings_))
    result = look(other="published", **settings_)
    run, fig = frames(result), figure(result)
    assert can_play(result) and len(run) == people.STEPS[result.state.view] + 1
    packed = run.packed(fig)
    for column in packed["arrays"]:
        if column["path"][-1] == "path":
            kept = fig["layout"]["shapes"][column["path"][-2]]["path"]
            last = column["values"][-1]
            assert last == kept or getattr(last, "get", lambda _: None)("mark") or last, column["path"]
    assert run.sentences[-1] == sentence(result)
    texts = next(values for name, _, values in run._columns if name == "words")
    loud = {"columns": "8 more of 100", "wordings": "All three", "votes": "5 yes, 9 no"}[result.state.view]
    assert loud not in " ".join(texts[0]) and loud in " ".join(texts[-1])


def test_nothing_to_run_where_nobody_counted():
    assert not can_play(look(claim="seventyfive", counted="spasm", other="published"))
    assert not can_play(look(counted="fails", other="published"))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_same_traces_and_shapes_for_every_state(theme):
    first_ = drawn(theme)
    for other in data.choice("claims_other_column.other").options:
        for view in data.choice("claims_other_column.view").options:
            fig = drawn(theme, other=other.value, view=view.value, held=look(other="published"), prediction=9)
            json.dumps(fig, allow_nan=False)
            for one, same in ((fig["data"], first_["data"]), (fig["layout"]["shapes"], first_["layout"]["shapes"])):
                assert [part["name"] for part in one] == [part["name"] for part in same]


# Words ---------------------------------------------------------------------------------------------------------------


def test_the_whole_sentence():
    assert sentence(look(other="published")) == (
        "The page (articles 1 and 2): with the device, 95 of 100 had no new operation. No new operation for a new "
        "herniation, in 2 years: with the device 95 of 100, without it 87 of 100. 8 more of 100 (95 % interval, "
        "computed: 3 to 13). 1 of 13 gains (8 to 31). Counted in 550 people whose disc had an opening 6 to 10 mm wide "
        "after the operation, 21 hospitals (Thomé et al. 2018). A lot drew who was in which column. Printed as 5 and "
        "13 of 100 who were operated on again for it. Intrinsic Therapeutics, which makes and sells the device, is "
        "the sponsor of the trial."
    )


@settings(max_examples=60)
@given(STATES)
def test_words_and_picture_say_the_same(state):
    result = simulate(state)
    words = " ".join(said(figure(result))).replace("<br>", " ")
    if state.view == "columns":
        assert verdict(result) in words and verdict(result) in sentence(result) + " No count was found."
        for count in result.shown:
            assert count is None or f"<b>{count}</b>" in words
    elif state.view == "wordings" and result.worded:
        assert all(text in words and text in sentence(result) for text in wordings(result.columns).values())


def test_the_table_holds_all_that_was_counted_for_the_claim():
    rows = table(look()).rows
    assert len(rows) == len([key for key in ALL if key[0] == "device"]) + len(ESTIMATES)
    by_name = {(row[0], row[1]): row for row in rows}
    row = by_name["Operated on again, for any reason", "in 2 years"]
    assert row[2:4] == (8.8, 16.2) and row[4].startswith("−7.4 (−12.9 to −1.8, computed)") and "1 of 14" in row[5]
    assert "not yet checked" in by_name["Operated on again, for any reason", "in 5 years"][7]
    alone = by_name["The device broke or moved", "after some 15 months"]
    assert alone[3] == "not counted" and not alone[4]
    assert [row[1:4] for row in table(look(view="votes")).rows] == [(5, 9, 0), (12, 1, 1), (5, 8, 1)]


def test_an_interval_that_holds_zero_says_both_directions():
    assert interval(ALL["ninety", "better", "week2"]) == "95 %: 9 fewer to 18 more"
    assert takes(ALL["ninety", "better", "week2"]).endswith("or nobody")
    assert interval(ALL["device", "any", "year3"]) == "95 %: 2 to 14"
    assert interval(ALL["relaxant", "harm", "week1"]) == ""


def test_no_difference_is_told_of_half_a_comparison():
    for other in ("mine", "missing"):
        text = sentence(look(other=other))
        assert "87" not in text and "more of" not in text
    assert "not given" in sentence(look(other="missing")).lower()
    assert "35 more of 100" in sentence(look(mine=60)) and "If you are right" in sentence(look(mine=60))


def test_compare():
    held = look(other="published")
    assert compare(held, look(counted="scan", other="published")) == (
        "A: no new operation for a new herniation, in 2 years: 95 of 100 (with the device) and 87 of 100."
    )
    assert "not laid over" in compare(look(), held)
    assert compare(look(claim="seventyfive"), held) == "A: no count was found."


def test_controls_that_change_nothing_say_why():
    assert set(idle(look())) == {"when", *ESTIMATES}
    assert "mine" in idle(look(other="missing")) and "mine" in idle(look(view="votes"))
    assert "when" not in idle(look(counted="any"))
