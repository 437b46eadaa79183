"""Advice on a ladder: cards hang where rows put them, people are the published ones, and few are enough to confound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.prevention.advice import asked, beside, feet, figure, icons, places, travel, words
from spine_edu.prevention.advice.model import (
    ASKED_FOR,
    LANES,
    PEOPLE,
    RUNGS,
    STUDIES,
    AdviceState,
    cards,
    people,
    pile,
    results,
    rungs,
    simulate,
)
from spine_edu.theme import THEMES
from tests.drawn import lines, shape, trace

ROWS = data.table("prevention_results")
ROW = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.advice}-{row.asked}-{row.lane}-{row.study}")
SOME_RUNGS = st.dictionaries(st.sampled_from(pile()), st.sampled_from(list(RUNGS)))
STATES = st.builds(
    AdviceState,
    asked=st.sampled_from(ASKED_FOR),
    advice=st.sampled_from(pile()),
    study=st.sampled_from(STUDIES),
    without=st.integers(1, 16).map(lambda fives: 5.0 * fives),
    back=st.integers(0, 12).map(float),
)


def result_of(**settings):
    return simulate(AdviceState(**settings))


def count(drawn, name):
    """Return how many people a shape holds."""
    return len(getattr(shape(drawn, name)["path"], "places", ()))


# The tables -------------------------------------------------------------------------------------------------------


def test_the_article_is_told_whole():
    """Five daily habits in one section, three strategies in the next, then a sentence on a long study of core work."""
    named = [row.sections.split() for row in cards().values()]
    assert sum("2z" in sections for sections in named) == 5
    assert sum("2aa" in sections for sections in named) == 3
    assert "2ab" in cards()["core"].sections


@pytest.mark.parametrize("asked_for", ASKED_FOR)
@pytest.mark.parametrize("advice", cards())
def test_a_rung_is_what_its_rows_allow(advice, asked_for):
    """A trial that sorted by lot for the upper two, none for the third, nothing at all for the last."""
    rung = rungs(asked_for)[advice]
    lots, choice = (results(advice, asked_for, lane) for lane in LANES)
    assert bool(lots) == (rung in ("for", "same"))
    assert bool(lots or choice) == (rung != "none")


@pytest.mark.parametrize("asked_for", ASKED_FOR)
@pytest.mark.parametrize("advice", cards())
def test_only_what_a_trial_found_clearly_hangs_on_the_first_rung(advice, asked_for):
    found = [people(row, 50) for row in results(advice, asked_for, "lots")]
    better = any(lane.drawn and lane.spared > 0 and lane.clear is not False for lane in found)
    better |= any(lane.row.measure == "points" and "too little" not in lane.row.says for lane in found)
    assert better == (rungs(asked_for)[advice] == "for")


@ROW
def test_a_row_names_its_study_and_where_it_was_read(row):
    assert row.basis == ("trial" if row.lane == "lots" else "measured")
    assert all(data.short_citation(key) in row.says for key in data.split_keys(row.source))
    assert row.seen or "memory" in row.note


@ROW
def test_a_row_holds_what_its_measure_needs(row):
    columns = {
        "count": ("hit_plain", "of_plain", "hit_advised", "of_advised"),
        "share": ("share_plain", "share_advised"),
        "days": ("day_plain", "day_advised"),
        "points": ("value", "instead"),
        "none": ("instead",),
    }
    needed = columns.get(row.measure, ("value", "low", "high"))
    assert [name for name in needed if getattr(row, name) in (None, "")] == []
    if row.measure.endswith("ratio"):
        assert row.low < row.value < row.high
    assert max(len(row.head_plain), len(row.head_advised)) <= 11 and len(row.what) <= 18, "they fit over the people"


def test_rows_shared_with_other_tables_say_the_same():
    exercise = next(row for row in data.table("treatment_effects") if row.effect == "therapy_lasting_pain")
    here = results("walk", "lasting", "lots")[0]
    assert (here.value, here.low, here.high, here.n) == (exercise.value, exercise.low, exercise.high, exercise.n)


# The model --------------------------------------------------------------------------------------------------------


@given(STATES)
def test_a_card_hangs_where_its_row_puts_it(state):
    result = simulate(state)
    assert result.rungs == {advice: getattr(row, state.asked) for advice, row in cards().items()}


@pytest.mark.parametrize(("without", "advised", "ends"), [(10, 5, (3, 7)), (70, 35, (24, 51))])
def test_the_review_of_exercise_prints_the_same_people(without, advised, ends):
    """Choi 2010, summary of findings: with 10 and with 70 of 100 without exercise."""
    lane = people(results("keep", "again", "lots")[0], without)
    assert (lane.plain, lane.advised, lane.low, lane.high) == (without, advised, *ends)


@pytest.mark.parametrize(("advice", "without"), [("lifting", 5), ("weight", 50), ("weight", 80)])
def test_odds_come_back_from_the_people(advice, without):
    lane = people(results(advice, "again", "choice")[0], without)
    assert lane.advised == without, "the ratio starts from those who follow the advice"
    odds = [share / (PEOPLE - share) for share in (lane.plain, lane.advised)]
    assert odds[0] / odds[1] == pytest.approx(lane.row.value, rel=0.06)


def test_a_hazard_ratio_is_gentler_than_a_risk_ratio():
    row = results("walk", "again", "lots")[0]
    assert people(row, 50).advised == 39 > 0.72 * 50


@given(STATES)
def test_people_are_whole_and_ranges_hold_them(state):
    for lane in filter(None, simulate(state).lanes.values()):
        if lane.drawn:
            assert 0 <= lane.advised <= PEOPLE and 0 <= lane.plain <= PEOPLE and 0 <= lane.back <= lane.advised
        if lane.low is not None:
            assert lane.low <= (lane.plain if lane.row.turned == "yes" else lane.advised) <= lane.high


def test_seven_who_stopped_are_enough_and_six_are_not():
    lanes = [result_of(back=float(back)).lanes["choice"] for back in range(13)]
    assert (lanes[0].plain, lanes[0].advised) == (18, 7), "18 of 99, and 9 of 124"
    assert [back for back, lane in enumerate(lanes) if lane.spared == 0] == [7]
    row = lanes[0].row
    hits = row.hit_plain + row.hit_advised
    assert hits == 27 and row.of_plain + row.of_advised == 223, "the study’s own totals"


@given(STATES)
def test_only_a_count_is_sorted_anew(state):
    other = simulate(state.replace(back=0.0))
    moved = [lane for lane in LANES if simulate(state).lanes[lane] != other.lanes[lane]]
    assert moved in ([], ["choice"])
    if moved:
        assert other.lanes["choice"].counted


# The picture ------------------------------------------------------------------------------------------------------


@given(SOME_RUNGS)
def test_no_card_lies_on_another_or_off_its_rung(hung):
    at = places.places(hung)
    boxes = []
    for advice, rung in hung.items():
        left, top, right, low = places.ROOMS[rung]
        x, y, tall = at[advice]
        assert left <= x - places.HALF[0] and x + places.HALF[0] <= right
        assert top + places.BAR < y - tall and y + tall < low
        boxes.append((x, y, tall))
    for number, (x, y, tall) in enumerate(boxes):
        assert all(abs(x - a) > 2 * places.HALF[0] or abs(y - b) > tall + other for a, b, other in boxes[number + 1 :])


def test_the_browser_hangs_cards_where_the_picture_does():
    """The sorter of the face gets the same numbers: top of a rung, rows under it, four beside each other."""
    sort = asked.spots()["sort"]
    first, pitch, last, share = sort["rows"]
    hung = dict.fromkeys(pile(), "for")
    at = places.places(hung)
    left, top, right, _ = sort["doors"]["trials: it helps"]
    apart = min(pitch, (last - first) / -(-len(hung) // sort["beside"]))
    for number, card in enumerate(sort["order"]):
        row, column = divmod(number, sort["beside"])
        x = left + (right - left) / sort["beside"] * (column + 0.5)
        assert at[card] == pytest.approx((x, top + first + apart * (row + 0.5), min(sort["half"][1], share * apart)))


@pytest.mark.parametrize("advice", cards())
def test_a_drawing_lies_on_its_card_over_its_name(advice):
    (lift, size), half = places.ICON, places.HALF
    spots = [spot for line in lines(icons.path(advice, 0, lift, size)) for spot in line]
    assert all(abs(x) < half[0] - 1 and -half[1] < y < places.NAMED - 1 for x, y in spots)


@given(STATES)
def test_as_many_people_are_drawn_as_are_told(state):
    result = simulate(state)
    drawn, told = figure.figure(result), words.sentence(result)
    for lane, there in result.lanes.items():
        if there is None or not there.drawn:
            assert not any(count(drawn, f"{lane} {side}: {kind}") for side in (0, 1) for kind in beside.KINDS)
            continue
        for side, number in enumerate((there.plain, there.advised)):
            kinds = {kind: count(drawn, f"{lane} {side}: {kind}") for kind in beside.KINDS}
            assert sum(kinds.values()) == PEOPLE
            assert kinds["has it"] + kinds["put back"] == number
            if there.row.measure != "days":
                assert f"{number}" in told
        fewer = count(drawn, f"{lane} 1: spared") + count(drawn, f"{lane} 1: fewer")
        assert fewer == max(there.spared, 0)


@given(STATES)
def test_arms_are_up_only_where_lots_were_drawn_and_chance_is_unlikely(state):
    result = simulate(state)
    drawn = figure.figure(result)
    assert count(drawn, "choice 1: spared") == 0
    lots = result.lanes["lots"]
    if count(drawn, "lots 1: spared"):
        assert lots.clear is not False and lots.spared > 0


@given(STATES)
def test_every_theme_draws_the_same_words_and_shapes(state):
    result = simulate(state)
    drawn = [figure.figure(result, theme=theme) for theme in THEMES.values()]
    assert len({tuple(one["name"] for one in each["layout"]["shapes"]) for each in drawn}) == 1
    assert len({len(trace(each, "Words beside the ladder")["text"]) for each in drawn}) == 1


def test_the_knob_lies_at_the_people_it_moves():
    result = result_of(advice="keep", without=40.0)
    base, back = figure.grips(result)
    left, _, top, low = places.plate("lots", 0)
    assert (base["control"], back["control"]) == ("without", "back") and base["telling"] and back["telling"]
    (first, x, start), (last, _, end) = base["track"]
    at = start + (end - start) * (40 - first) / (last - first)
    assert x == pytest.approx(left, abs=0.01) and at == pytest.approx(top + 0.4 * (low - top), abs=0.01)
    _, row = places.spot("lots", 0, 40)
    assert abs(at - row) < places.DOWN, "between the fourth row, who has it, and the fifth"


def test_those_put_back_walk_up_to_the_knob():
    drawn = figure.figure(result_of(back=5.0))
    spots = shape(drawn, "Those put back")["path"].places
    assert len(spots) == 5 and all(places.WAY[0] < x < beside.way_x(5) for x, _ in spots)


def test_days_are_drawn_as_parts_of_a_year():
    result = result_of(advice="walk", study="second")
    spans = [
        max(x for x, _ in line) - min(x for x, _ in line) for line in lines(beside.year("lots", result.lanes["lots"]))
    ]
    parts = [
        max(x for x, _ in line) - min(x for x, _ in line)
        for line in lines(beside.year("lots", result.lanes["lots"], days=True))
    ]
    shares = [part / span for part, span in zip(parts, spans, strict=True)]
    assert shares == pytest.approx([112 / 365, 208 / 365], abs=0.01)
    assert "96 days" in " ".join(trace(figure.figure(result), "Words beside the ladder")["text"])


# The question and the run -----------------------------------------------------------------------------------------


def test_the_pile_tells_nothing_and_every_card_has_one_answer():
    order = [asked.answers()[card] for card in pile()]
    assert order != sorted(order) and set(order) == set(asked.ANSWERS)
    assert set(asked.answers()) == set(cards())


@given(SOME_RUNGS)
def test_cards_go_one_after_the_other_and_arrive(mine):
    final = result_of().rungs
    way = travel.Way(mine, final)
    assert way.places[-1] == places.places(final)
    assert set(way.going) == {card for card in pile() if mine.get(card) != final[card]}
    assert way.moving[0] is way.moving[-1] is None and len(way.places) == len(way.moving) == len(way.names())


def test_a_card_on_its_way_shows_its_people():
    result = result_of(advice="keep")
    played = figure.frames(result, prediction={"smoking": "trials: it helps"})
    way = travel.Way({"smoking": "for"}, result.rungs)
    texts = next(
        values for name, column, values in played._columns if (name, column) == ("Words beside the ladder", "text")
    )
    for card, frame in zip(way.last[:-1], texts, strict=False):
        assert f"<b>{cards()[card or 'keep'].name}</b>" in frame
    assert "<b>Keep on</b>" in texts[-1] and played.bare


def test_tabs_and_cards_are_pressed_once_the_answer_is_told():
    explorer = spine_edu.AdviceLadder(ask_first=False)
    touched = figure.touches(explorer.result)
    assert touched["telling"] and set(touched["things"]) == {
        *(f"advice:{card};study:first" for card in cards()),
        *(f"asked:{one}" for one in ASKED_FOR),
        *(f"study:{one}" for one in STUDIES),
        *(f"believe:{one}" for one in LANES),
    }
    explorer.set(study="third")
    explorer.clicked("advice:lifting;study:first")
    assert (explorer.state.advice, explorer.state.study) == ("lifting", "first"), "a card opens at its first result"
    assert not any(one.startswith("study:") for one in figure.touches(explorer.result)["things"])


def test_the_question_agrees_with_the_rungs():
    explorer = spine_edu.AdviceLadder(ask_first=False)
    told = explorer.ask.tell(asked.answers(), explorer.result)
    assert "11 of your 11" in " ".join(map(str, told))


def test_names_fit_on_the_cards():
    """The narrowest picture is 34 times as wide as its type is high: a card holds eight letters."""
    assert all(len(row.name) <= 8 for row in cards().values())


def test_a_row_is_believed_by_a_press_and_the_pin_stays():
    explorer = spine_edu.AdviceLadder(ask_first=False)

    def pins():
        return [text for text in trace(explorer.drawn, "Words beside the ladder")["text"] if text and text in "◆◇"]

    assert pins() == ["◇", "◇"] and "◆ you believe this row" in trace(explorer.drawn, "Key of the cards")["text"]
    explorer.clicked("believe:choice")
    explorer.set(back=7)
    assert pins() == ["◇", "◆"] and "You lean on the row by choice." in explorer.describe()
    assert "believe:none" in explorer.touches()["things"], "pressed again, it is taken out"
    explorer.set(advice="walk")
    assert pins() == []
    assert "believe" in words.idle(explorer.result) and "lean on" not in explorer.describe()


@ROW
def test_a_trial_helps_only_beyond_chance(row):
    if row.lane != "lots" or row.measure == "none":
        return
    lane = people(row, 50)
    if row.measure.endswith("ratio"):
        assert feet.helps(row) == (lane.clear is True and row.high < 1)
    if row.chance:
        assert not feet.helps(row)


def test_cards_carry_how_many_were_studied_and_what_trials_found():
    """A trial of 39 people looked like the strongest of all, and the one of 4,147 that found nothing was hidden."""
    assert feet.trials("again")["core"] == (True, False) and feet.studied("again")["core"] == 4147
    assert feet.trials("again")["lifting"] == (False,) and feet.trials("again")["posture"] == ()
    for asked_for in ASKED_FOR:
        for card, rung in rungs(asked_for).items():
            found = feet.trials(asked_for)[card]
            assert (rung == "for") == any(found) and (rung == "same") == (bool(found) and not any(found)), card
    explorer = spine_edu.AdviceLadder(ask_first=False)
    at = places.places(rungs("again"))
    bars = lines(shape(explorer.drawn, "How many were studied")["path"])
    assert len(bars) == len(feet.studied("again"))
    for card, count in feet.studied("again").items():
        x, y, tall = at[card]
        (bar,) = [
            one for one in bars if abs(one[0][0] - (x - places.HALF[0] + 0.6)) < 0.01 and abs(one[0][1] - y) < tall + 1
        ]
        assert bar[1][0] - bar[0][0] < 2 * places.HALF[0] and count >= 39


@ROW
def test_who_may_have_it_or_not_stands_on_a_band(row):
    lane = people(row, 50)
    band = beside.doubt(row.lane, lane)
    if lane.low is None:
        assert band == ""
        return
    cells = sum(round((max(x for x, _ in one) - min(x for x, _ in one)) / places.APART) for one in lines(band))
    assert cells == lane.high - lane.low
    said = words.under(lane, brief=False)
    turned = row.turned == "yes"
    ends = (
        [lane.low - lane.advised, lane.high - lane.advised]
        if turned
        else [lane.plain - lane.high, lane.plain - lane.low]
    )
    assert lane.clear is False or all(str(abs(end)) in said for end in ends), said
    assert ("chance?" in said) == (lane.clear is False and lane.spared != 0)


def test_during_a_run_a_card_never_flies_behind_the_people():
    assert places.PILE[0] + places.HALF[0] < places.SIDE[0]
