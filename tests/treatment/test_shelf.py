"""The shelf: what was measured, on one scale; how it stands against the border; where it is drawn and what is said."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.theme import LIGHT, THEMES
from spine_edu.treatment.shelf import asked, boards, cards, frame, things, words
from spine_edu.treatment.shelf.explorer import EvidenceShelf
from spine_edu.treatment.shelf.figure import figure, grips
from spine_edu.treatment.shelf.model import (
    CERTAINTIES,
    ShelfState,
    effects,
    extra_harm,
    in_order,
    simulate,
    spread,
    stand,
    worth,
)
from tests import drawn as read

COMPLAINTS = ShelfState.declarations()["complaint"].values
TREATMENTS = ShelfState.declarations()["treatment"].values
STATES = st.builds(
    ShelfState,
    complaint=st.sampled_from(COMPLAINTS),
    sort=st.sampled_from(ShelfState.declarations()["sort"].values),
    treatment=st.sampled_from(TREATMENTS),
    border=st.integers(0, 30).map(float),
    reading=st.sampled_from(ShelfState.declarations()["reading"].values),
)
#: Effects as their sources print them: value, low, high.
PRINTED = {
    "nsaid_new_pain": (7.3, 3.6, 11.0),
    "relaxant_new_pain": (7.7, 3.3, 12.1),
    "heat_wrap_pain": (1.06, 0.68, 1.45),
    "therapy_lasting_pain": (15, 12, 18),
    "nsaid_lasting_pain": (3.3, 1.27, 5.33),
    "nsaid_sciatica_pain": (4.56, -1.99, 11.11),
    "discectomy_soon": (12.1, 0.5, 23.6),
    "discectomy_year": (2.3, 0.2, 4.5),
    "discectomy_late": (2.4, 1.4, 3.4),
    "gabapentinoid_sciatica_pain": (-0.5, -1.2, 0.2),
    "steroid_sciatica_pain": (0.3, -0.4, 1.0),
    "minimal_sciatica_again": (1.95, 1.19, 3.19),
    "cement_sham": (0.7, -0.3, 1.7),
    "cement_sham_new": (0.41, -0.33, 1.15),
}


def effect(name):
    return next(row for row in data.table("treatment_effects") if row.effect == name)


def shelf(**settings):
    return simulate(ShelfState(**settings))


def every():
    return [shelf(complaint=complaint, treatment=treatment) for complaint in COMPLAINTS for treatment in TREATMENTS]


# The tables


@pytest.mark.parametrize("name", PRINTED)
def test_the_rows_hold_what_their_sources_print(name):
    row = effect(name)
    assert (row.value, row.low, row.high) == PRINTED[name]


def test_every_treatment_has_a_card_and_a_thing_and_a_place():
    assert {row.treatment for row in data.table("treatment_cards")} == set(TREATMENTS) == set(things.THINGS)
    assert {row.treatment for row in data.table("treatment_effects")} == set(TREATMENTS)
    for name, lines in things.THINGS.items():
        assert all(-0.01 <= x <= 1.01 and -0.01 <= y <= 1.17 for line in lines for x, y in line), name


def test_what_an_article_says_has_somebody_who_says_it():
    for row in data.table("treatment_cards"):
        assert bool(row.claim) == bool(row.said_by)
        assert not row.claim or "“" in row.claim, "in its own words"
    silent = {row.treatment for row in data.table("treatment_cards") if not row.claim}
    assert silent == {"gabapentinoid", "steroid_pills"}


def test_a_card_prints_the_numbers_of_its_rows():
    by = {row.treatment: row for row in data.table("treatment_cards")}
    assert "7.7 of 100 points lower (3.3 to 12.1)" in by["relaxant"].size, "the row says it, the card prints it"
    assert "in 64.2 of 100 against 42.6" in by["gabapentinoid"].harms
    assert "183 people" in by["bed_rest"].population and "1711 in the 12 trials" in by["discectomy"].population
    assert not [row.treatment for row in by.values() if "{" in "".join(map(str, vars(row).values()))]


def test_a_harm_of_a_hundred_has_one_denominator():
    for row in data.table("treatment_effects"):
        if row.measure == "of 100 people" and row.value is not None:
            assert 0 <= row.value <= 100 and (row.without is None) == (row.compared == "nobody"), row.effect


def test_no_number_stands_without_saying_with_whom_it_was_compared():
    for row in data.table("treatment_effects"):
        assert row.comparator.startswith("nobody") == (row.compared == "nobody"), row.effect
        assert (row.value is None) == (row.measure in ("words", "none found") or not row.seen and row.value is None), (
            row.effect
        )
        assert row.value is not None or row.note, f"{row.effect}: without a number it says why"


# One scale


def test_one_scale_stretches_and_joins_by_the_book():
    assert stand(effect("heat_wrap_pain")).value == pytest.approx(21.2)
    assert stand(effect("heat_blanket_pain")).value == pytest.approx(32.2)
    assert stand(effect("discectomy_late")).low == pytest.approx(14)
    assert stand(effect("rest_new_pain")).value == pytest.approx(-0.22 * spread("pain"))
    assert stand(effect("rest_sciatica_pain")).high == pytest.approx(0.24 * spread("leg pain"))
    assert (spread("pain"), spread("leg pain")) == (22, 24)
    assert stand(effect("relaxant_new_harm")) is None, "how often is not how much"


def test_as_printed_leaves_every_number_alone():
    for row in shelf(reading="as_printed").rows:
        assert (row.value, row.low, row.high) == (row.effect.value, row.effect.low, row.effect.high)
    order = [row.effect.effect for row in shelf(reading="as_printed").rows]
    assert order.index("heat_wrap_pain") > order.index("nsaid_new_pain"), "1.06 looks small"
    order = [row.effect.effect for row in shelf().rows]
    assert order.index("heat_wrap_pain") < order.index("nsaid_new_pain")


@settings(deadline=None, max_examples=60)
@given(STATES)
def test_stretching_keeps_sign_and_interval(state):
    for row in simulate(state).rows:
        unit = worth(row.effect)
        assert unit > 0 and (row.value > 0) == (row.effect.value > 0)
        assert row.low is None or row.low <= row.value <= row.high


# Order and verdicts


@settings(deadline=None, max_examples=60)
@given(STATES)
def test_the_shelf_is_sorted_and_holds_the_same_rows(state):
    rows = simulate(state).rows
    assert {row.effect.effect for row in rows} == {
        row.effect for row in effects(state.complaint) if row.shelf == "yes" and row.value is not None
    }
    compared = [row for row in rows if row.compared]
    if state.sort != "harm":
        assert list(rows[: len(compared)]) == compared, "what was compared with nobody comes last"
    keys = {
        "size": lambda row: -row.value,
        "certainty": lambda row: CERTAINTIES.index(row.effect.certainty),
        "harm": extra_harm,
    }
    found = [keys[state.sort](row) for row in compared]
    assert found == sorted(found)


def test_most_extra_harm_comes_first_then_ratios_then_what_was_not_counted():
    rows = in_order(shelf(complaint="sciatica").rows, "harm")
    names = [row.effect.treatment for row in rows]
    assert names[:2] == ["steroid_pills", "gabapentinoid"]
    assert names.index("minimally_invasive") < names.index("epidural")
    assert extra_harm(rows[0]) == (0, pytest.approx(23.9 - 49.2))


@settings(deadline=None, max_examples=60)
@given(STATES, st.floats(0, 30), st.floats(0, 30))
def test_a_higher_border_is_reached_by_fewer(state, one, other):
    low, high = sorted((one, other))
    for row in simulate(state).rows:
        if row.verdict(high) in ("sure", "likely"):
            assert row.verdict(low) in ("sure", "likely")
        assert (row.verdict(low) == "unclear") == (row.verdict(high) == "unclear"), "chance does not know the border"


def test_significant_is_not_important():
    relaxant = stand(effect("relaxant_new_pain"))
    assert relaxant.verdict(10) == "maybe" and relaxant.verdict(15) == "small" and relaxant.verdict(3) == "sure"
    assert stand(effect("therapy_lasting_pain")).verdict(10) == "sure"
    assert stand(effect("gabapentinoid_sciatica_pain")).verdict(10) == "unclear"
    assert stand(effect("machine_fall")).verdict(10) == "nobody", "however large"
    assert stand(effect("opioid_new_pain")).verdict(10) == "against"


def test_open_and_blinded_stand_under_each_other():
    opened, *blinded = shelf(complaint="fracture").rows
    assert opened.effect.compared == "other care" and all(row.effect.compared == "dummy" for row in blinded)
    assert opened.value > 3 * max(row.value for row in blinded)


def test_the_best_evidence_for_a_machine_is_said_with_its_fall():
    said = words.sentence(shelf(complaint="back_lasting", treatment="traction"))
    assert "with nobody to compare with" in said and "little or no difference" in said


def test_rest_relaxants_and_drugs_differ_between_the_complaints():
    new, leg = shelf(), shelf(complaint="sciatica")
    by = {one: {row.effect.treatment: row.value for row in one.rows} for one in (new, leg)}
    assert by[new]["short_rest"] < -4 and abs(by[leg]["bed_rest"]) < 1
    assert by[new]["nsaid"] > by[leg]["nsaid"]
    assert "relaxant" in by[new] and "relaxant" in {row.treatment for row in leg.untried}


def test_not_one_risk_for_all_drugs():
    assert "naproxen 0.93" in words.sentence(shelf(treatment="nsaid"))
    assert words.drugs(shelf(treatment="opioid")) == ""


@pytest.mark.parametrize("setting", [{"treatment": "leeches"}, {"complaint": "neck"}, {"border": 31}])
def test_what_is_not_there_is_refused_in_a_sentence(setting):
    with pytest.raises(ValueError, match="allowed"):
        ShelfState(**setting)


# The picture


@settings(deadline=None, max_examples=60)
@given(STATES)
def test_marks_stand_at_their_values_and_say_what_they_rest_on(state):
    result = simulate(state)
    marks = read.trace(figure(result), "Effects")
    for row, x, symbol in zip(result.rows, marks["x"], marks["marker"]["symbol"], strict=True):
        assert x == pytest.approx(frame.across(row.value))
        assert symbol.endswith("-open") == (row.remembered or not row.compared)
        assert symbol.startswith("diamond") == (row.stretched and state.reading == "one_scale")


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_the_line_of_an_interval_has_the_texture_of_its_certainty(complaint):
    result = shelf(complaint=complaint, treatment="cold")
    drawn = figure(result)
    for certainty in CERTAINTIES:
        rows = [row for row in result.rows if row.effect.certainty == certainty and row.low is not None]
        bars = read.lines(read.shape(drawn, f"Intervals, {certainty}")["path"])
        ends = [(bar[0][0], bar[-1][0]) for bar in bars if len(bar) == 2]
        assert ends == [pytest.approx((frame.across(row.low), frame.across(row.high)), abs=6e-4) for row in rows], (
            certainty
        )
    dashes = {certainty: dash for certainty, (dash, _) in boards.TEXTURES.items()}
    assert len({dashes["moderate"], dashes["low"], dashes["very low"]}) == 3


def test_the_band_ends_at_the_border():
    for border in (1, 10, 26):
        band = read.lines(read.shape(figure(shelf(border=border)), "Smaller than people notice")["path"])[0]
        assert max(x for x, _ in band) == pytest.approx(frame.across(border), abs=1e-4)
    assert read.hidden(figure(shelf(reading="as_printed")), "Smaller than people notice")


def test_harms_are_drawn_and_painted_of_a_hundred_with_and_without():
    result = shelf(complaint="sciatica", treatment="gabapentinoid")
    drawn = figure(result)
    with_it = read.lines(read.shape(drawn, "Harm with it")["path"])[-1]
    without = read.lines(read.shape(drawn, "Harm without it")["path"])[-1]
    assert max(x for x, _ in with_it) == pytest.approx(frame.of_people(64.2), abs=1e-4)
    assert max(x for x, _ in without) == pytest.approx(frame.of_people(42.6), abs=1e-4)

    def people(name):
        return read.shape(drawn, name)["path"].count("S")

    assert people("People with harm") == 64 + 43
    assert people("People with harm") + people("People without harm") == 200
    assert "with it: 64.2 of 100" in read.said(drawn) and "without it: 42.6 of 100" in read.said(drawn)


def test_people_stand_beside_the_card_only_where_they_were_counted():
    for other in (shelf(complaint="sciatica", treatment="epidural"), shelf(treatment="relaxant")):
        drawn = figure(other)
        assert all(read.hidden(drawn, f"People {name}") for name in ("nobody counted", "without harm", "with harm"))
        assert not any(text.startswith("with it") for text in read.said(drawn) if "|" not in text)
    assert "how many of 100 was not read" in words.sentence(shelf(treatment="relaxant"))
    alone = figure(shelf(complaint="sciatica", treatment="discectomy"))
    assert "without it: not counted" in read.said(alone)
    assert read.shape(alone, "People nobody counted")["path"].count("S") == 100


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_the_thing_in_hand_stands_on_the_card_and_leaves_its_outline_on_the_board(treatment):
    result = shelf(treatment=treatment)
    drawn, about = figure(result), frame.frame(LIGHT)
    spots = [point for line in read.lines(read.shape(drawn, "The thing on the card")["path"]) for point in line]
    assert all(about.card - about.head <= y <= about.card for _, y in spots)
    held = [one for one in drawn["layout"]["shapes"] if one["name"].startswith("Thing in hand")]
    assert {one["line"]["dash"] for one in held} == {"dot"}
    assert any(one["path"] != "M0,0Z" for one in held), "on a board, or on the floor"


@pytest.mark.parametrize("complaint", sorted({row.complaint for row in data.table("treatment_effects")}))
def test_no_printed_number_reaches_a_border_that_its_row_does_not(complaint):
    for row in filter(None, map(stand, effects(complaint))):
        for border in range(31):
            printed = float(words.points(row.value).replace("−", "-"))
            assert (printed >= border) == (row.value >= border), f"{row.effect.effect} at {border}"


@pytest.mark.parametrize("border", range(31))
@pytest.mark.parametrize("said", [2, 11, 18.8, 25, 30, 33])
def test_what_the_reader_said_is_clear_of_the_border(said, border):
    drawn = read.trace(figure(shelf(border=border), prediction=said), "Your prediction")
    place = drawn["textposition"]
    # In the upper half of the row there is no line of the border.
    assert "top" in place or not (said <= border <= said + 12 if "right" in place else said - 12 <= border <= said)


@settings(deadline=None, max_examples=60)
@given(STATES)
def test_words_table_and_picture_say_the_same_number(state):
    result = simulate(state)
    row = result.standing
    if row is None:
        return
    write = words.writer(state.reading)
    shown = [text for text in read.said(figure(result)) if text.startswith(write(row.value))]
    assert shown and f"{write(abs(row.value))} " in words.sentence(result)
    lines = {line[1]: line[2] for line in words.table(result).rows if line[0].startswith(row.effect.label)}
    assert lines[words.printed(row.effect)].startswith(words.points(stand(row.effect).value))


def test_a_number_from_memory_is_a_ring_and_said_and_no_other():
    for result in every():
        row = result.standing
        if row is not None:
            first = words.sentence(result).partition(". ")[0]
            assert ("not yet checked" in first) == row.remembered


def test_nothing_is_said_twice_on_the_card_and_under_it():
    for result in every():
        card, under = " ".join(cards.lines(result, LIGHT)), words.sentence(result)
        claim = result.card.claim
        assert (claim in card and claim not in under) if claim else "Not one of the five" in card
        row = result.standing
        assert row is None or words.size(row) not in card and words.size(row) in under
        assert cards.lines(result, THEMES["presenter"]) == [], "in a hall the sentence stands beside the picture"


def test_what_was_asked_about_lies_in_hand_once_it_is_shown():
    for answer in (None, 12.0):
        explorer = EvidenceShelf(ask_first=True)
        explorer.forget()
        if answer:
            explorer.predict(answer)
        explorer.look()
        assert explorer.state.treatment == explorer.result.standing.effect.treatment == asked.effect().treatment
        explorer.forget()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_card_of_every_treatment_fits_into_its_place(theme):
    about = frame.frame(theme)
    printed = [simulate(one.state.replace(reading="as_printed")) for one in every()]
    for result in (*every(), *printed):
        found = cards.lines(result, theme)
        assert len(found) <= about.lines, (result.state, found)
        letters = about.letters if cards.counted(result) else about.wide
        assert all(len(re.sub("</?b>", "", line)) <= letters for line in found)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_name_and_number_of_a_row_fit_beside_each_other(theme):
    """At the narrowest, 33 sizes of the type between the margins, a letter is 0.53 wide, a bold one 0.58."""
    room = (frame.EFFECT[1] - frame.EFFECT[0]) * 31.8
    for result in every():
        texts = read.trace(figure(result, theme=theme), "Names and numbers")["text"]
        for place in range(len(result.rows)):
            name, value = texts[4 * place : 4 * place + 2]
            wide = len(name.removeprefix("<b>").removesuffix("</b>")) * 0.56 + len(value) * 0.5
            assert wide < room, (name, value)


@settings(deadline=None, max_examples=60)
@given(STATES)
def test_the_knob_lies_on_the_border(state):
    found = grips(simulate(state))
    assert len(found) == (state.reading == "one_scale"), "no knob without its band"
    for knob in found:
        assert knob["control"] == "border" and knob["telling"], "on the scale of the question its place is another"
        for value, x, _ in knob["track"]:
            assert x == pytest.approx(frame.across(value), abs=1e-5)


def test_a_click_on_a_thing_takes_it_in_hand_wherever_it_stands():
    explorer = EvidenceShelf(complaint="sciatica")
    targets = read.trace(explorer.drawn, "Things to click")["customdata"]
    assert {"treatment:fusion", "treatment:traction", "treatment:epidural"} <= set(targets)
    for choice in sorted(set(targets)):
        explorer.clicked(choice)
        assert f"treatment:{explorer.state.treatment}" == choice


def test_the_held_treatment_stands_in_its_strip_at_its_value():
    held = shelf(complaint="back_lasting", treatment="therapy")
    mark = read.trace(figure(shelf(), held=held), "A, held")
    assert (
        mark["visible"]
        and mark["x"] == [pytest.approx(frame.across(15))]
        and mark["text"] == [" A: Exercise therapy, 15"]
    )
    assert read.trace(figure(shelf(), held=shelf(treatment="cold")), "A, held")["visible"] is False


# The question


def test_the_prediction_stands_on_the_row_that_was_asked():
    result = shelf(sort="certainty")
    drawn = figure(result, prediction=20.0)
    guess = read.trace(drawn, "Your prediction")
    place = [row.effect.effect for row in result.rows].index(asked.EFFECT_ROW)
    assert guess["y"] == [read.trace(drawn, "Effects")["y"][place]] and guess["x"] == [frame.across(20)]
    for other in (shelf(complaint="sciatica"), shelf(reading="as_printed")):
        assert read.trace(figure(other, prediction=20.0), "Your prediction")["visible"] is False


def test_the_question_puts_the_bottle_onto_its_own_scale():
    explorer = EvidenceShelf(ask_first=True)
    assert explorer.ask.level["track"] == [[0.0, 0.06, 0.0], [50.0, 0.94, 0.0]]
    assert explorer.ask.answer(explorer.result) == effect("relaxant_new_pain").value == 7.7
    assert "7.7" not in str(asked.veiled(LIGHT))
    band = read.lines(read.shape(asked.veiled(LIGHT), "Band")["path"])[0]
    assert max(x for x, _ in band) == pytest.approx(asked.across(10), abs=1e-4)


def test_once_kept_the_bottle_stands_where_it_was_put_and_is_pressed():
    bottle = read.trace(asked.veiled(LIGHT), "The bottle to press")
    assert not bottle["visible"]
    kept = asked.veiled(LIGHT, 18.8)
    bottle = read.trace(kept, "The bottle to press")
    assert bottle["visible"] and bottle["x"] == [asked.across(18.8)] and "you: 18.8" in read.said(kept)
    explorer = EvidenceShelf(ask_first=False)
    explorer.clicked(bottle["customdata"][0])
    assert explorer.state.treatment == "relaxant"
