"""The shelf: what was measured, on one scale; how it stands against the border; where it is drawn and what is said."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.theme import LIGHT, THEMES
from spine_edu.treatment.shelf import asked, boards, cards, facts, frame, harms, heads, things, verdicts, words
from spine_edu.treatment.shelf.explorer import EvidenceShelf
from spine_edu.treatment.shelf.figure import beside, figure, grips, touches
from spine_edu.treatment.shelf.model import (
    ANSWERS,
    CERTAINTIES,
    COMPARED,
    HARMS,
    REACHING,
    SHORT,
    ShelfState,
    effects,
    in_order,
    more_harm,
    rows_of,
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
    "paracetamol_new_pain": (-1.49, -4.28, 1.3),
    "opioid_new_pain": (-0.53, -1.07, 0),
    "therapy_lasting_pain": (15, 12, 18),
    "nsaid_lasting_pain": (3.3, 1.27, 5.33),
    "nsaid_sciatica_pain": (4.56, -1.99, 11.11),
    "discectomy_soon": (12.1, 0.5, 23.6),
    "discectomy_year": (2.3, 0.2, 4.5),
    "discectomy_late": (2.4, 1.4, 3.4),
    "gabapentinoid_sciatica_pain": (-0.5, -1.2, 0.2),
    "steroid_sciatica_pain": (0.3, -0.4, 1.0),
    "minimal_sciatica_again": (1.95, 1.19, 3.19),
    "manual_lasting_pain": (3.17, -1.51, 7.85),
    "manual_lasting_better": (1.41, 1.13, 1.76),
    "minimal_sciatica_pain": (-0.08, -0.32, 0.16),
    "cement_sham": (0.7, -0.3, 1.7),
    "cement_sham_new": (0.41, -0.33, 1.15),
}


#: Answer -> its head in the sentence; what is ungraded stands with what reaches the border.
HEADS = {
    "reaches": "Reaches it on average",
    "ungraded": "Reaches it on average",
    "below": "More than chance, on average below it",
    "chance": "May be no difference",
    "worse": "More pain, not less",
    "unsaid": "Cannot be said",
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


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_no_thing_is_cut_at_the_edge_of_the_picture(theme):
    """The post of the bed stood on the edge, and half of its line was cut away."""
    edge = frame.THING * frame.NARROW * theme.size
    for treatment in things.THINGS:
        left = min(x for stroke in things.placed(treatment, theme.size, 1) for x, _ in stroke)
        assert edge + left >= 0.5 * theme.line, treatment


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
    assert silent == {"gabapentinoid", "steroid_pills", "paracetamol"}


def test_a_card_prints_the_numbers_of_its_rows():
    by = {row.treatment: row for row in data.table("treatment_cards")}
    assert "7.7 of 100 points lower (3.3 to 12.1)" in by["relaxant"].size, "the row says it, the card prints it"
    assert "in 64.2 of 100 against 42.6" in by["gabapentinoid"].harms
    assert "183 people" in by["bed_rest"].population and "1711 in the 12 trials" in by["discectomy"].population
    assert not [row.treatment for row in by.values() if "{" in "".join(map(str, vars(row).values()))]


#: How a card says that nothing of harms was read.
NOT_READ = (
    "Not known.",
    "None.",
    "Not in the abstract.",
    "Not in the table that was read.",
    "Not in the part that was read.",
)


def test_a_card_that_other_explorers_print_says_of_harms_what_the_shelf_paints():
    """The pathway prints the card: both take it from one row, so neither can say *not read* where the other counts."""
    outcomes = ("unwanted effects", "herniated again")
    for card in data.table("treatment_cards"):
        ours = [
            row
            for row in data.table("treatment_effects")
            if row.treatment == card.treatment and row.outcome in outcomes
        ]
        assert (not ours) == (card.harms in NOT_READ), card.treatment
        said = [
            row.note in card.harms if row.value is None else f"{row.value:g}" in card.harms or row.n == 1394
            for row in ours
        ]
        assert not ours or any(said), card.treatment
    by = {row.treatment: row for row in data.table("treatment_cards")}
    assert by["traction"].harms == effect("traction_harm").note
    assert by["epidural"].harms == effect("epidural_sciatica_harm").note


# Harms stand with their own trials


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_a_harm_stands_only_with_effects_of_its_own_trials(complaint):
    for row in shelf(complaint=complaint).rows:
        assert row.harm is None or row.harm.source == row.effect.source, row.effect.effect
        assert row.elsewhere is None or row.harm is None and row.elsewhere.source != row.effect.source


def test_nobody_borrows_the_harms_of_another_trial():
    leg = {row.effect.effect: row for row in shelf(complaint="sciatica").rows}
    assert leg["discectomy_late"].harm is effect("discectomy_late_harm"), "Bailey's own people, not Peul's"
    assert leg["discectomy_soon"].harm is None and leg["discectomy_year"].elsewhere is effect("discectomy_harm")
    counted = [row.effect.effect for row in shelf(complaint="fracture").rows if row.harm]
    assert counted == ["cement_sham"], "one sham trial of 2009 counted them"
    card = figure(shelf(complaint="sciatica", treatment="discectomy", row="discectomy_soon"))
    harmed = "<b>Harmed:</b> a complication, in another trial (Peul 2007)"
    assert any(harmed == text.replace("<br>", " ") for text in read.said(card))


def test_each_state_of_harms_is_painted_in_its_own_way():
    result = shelf(complaint="sciatica", treatment="cold")
    drawn, by = figure(result), {row.effect.effect: row for row in result.rows}
    states = {name: row.harm_state for name, row in by.items()}
    assert states["epidural_sciatica_summary"] == "alike" and states["nsaid_sciatica_pain"] == "times"
    assert states["steroid_sciatica_pain"] == "counted" and states["discectomy_soon"] == "unread"
    assert harms.short(by["epidural_sciatica_summary"], LIGHT) == ("alike", "")
    assert harms.short(by["nsaid_sciatica_pain"], LIGHT) == ("1.4 times", "(1.02 to 1.93)")
    assert harms.short(by["rest_sciatica_pain"], LIGHT) == ("alike", "other trial"), "not its own, in place of bars"
    assert harms.short(by["discectomy_soon"], LIGHT) == ("1.6 | –", "other trial")
    assert harms.short(by["minimal_sciatica_pain"], LIGHT)[1] == "other review", "and several are a review"
    assert len(read.lines(read.shape(drawn, "Harm with it")["path"])) == list(states.values()).count("counted")
    new = shelf(treatment="manual")
    assert new.standing.harm_state == "words" and harms.short(new.standing, LIGHT) == ("passing,", "over half")
    assert "told in words, not counted" in read.said(figure(new)), "on the card, too"
    # Since the abstract of a trial of a wrap was read, heat has words of another source.
    assert harms.short(shelf(treatment="heat").standing, LIGHT) == ("mild, few", "other trial")
    assert harms.short(shelf(treatment="heat").standing, THEMES["presenter"]) == ("mild, few", "elsewhere")
    unread = shelf(complaint="back_lasting", treatment="gabapentinoid").standing
    assert harms.short(unread, LIGHT) == ("not read", "")


def test_harms_told_in_words_say_in_a_row_what_they_are():
    """Once a row had “in words”, and the reader had to press it to learn which."""
    for row in data.table("treatment_effects"):
        told = (row.outcome, row.measure) == ("unwanted effects", "words")
        counted = (row.outcome, row.measure) == ("better over all", "of 100 people")
        # Of what was counted it may say what must be known of the trial, under its bars.
        alike = (row.outcome, row.measure) == ("unwanted effects", "alike")
        # Of what was alike, the card may say roughly how many.
        assert bool(row.brief) == told or counted or alike, row.effect
        assert counted or alike or all(len(part) <= 10 for part in row.brief.split("|")), "so many letters have room"
    assert not any("in words" in text for text in read.said(figure(shelf()), "Numbers"))


def test_the_card_draws_times_as_often_as_a_range_and_no_people():
    drawn = figure(shelf(treatment="relaxant"))
    span = read.lines(read.shape(drawn, "Times as often")["path"])[0]
    scale = read.lines(read.shape(drawn, "Scale of times")["path"])[0]
    share = [(x - scale[0][0]) / (scale[-1][0] - scale[0][0]) for x, _ in (span[0], span[-1])]
    assert share == pytest.approx([1.2 / 4, 2.0 / 4], abs=0.01)
    assert all(
        row.high is None or row.high <= 4 for row in data.table("treatment_effects") if row.measure == "times as often"
    )
    for complaint in COMPLAINTS:
        told = [row.harm for row in shelf(complaint=complaint).rows if row.harm_state == "times"]
        assert all(harm.high is not None for harm in told), "a harm that is drawn as a range has one"


def test_a_harm_of_a_hundred_has_one_denominator():
    for row in data.table("treatment_effects"):
        if row.measure == "of 100 people" and row.value is not None:
            assert 0 <= row.value <= 100 and (row.without is None) == (row.compared == "nobody"), row.effect


def test_no_number_stands_without_saying_with_whom_it_was_compared():
    for row in data.table("treatment_effects"):
        assert row.comparator.startswith("nobody") == (row.compared == "nobody"), row.effect
        assert (row.value is None) == (row.measure in ("alike", "words", "none found", "not read")), row.effect
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
    by = {row.effect.effect: row.value for row in shelf(reading="as_printed").rows}
    assert by["heat_wrap_pain"] < by["nsaid_new_pain"], "1.06 looks small"
    by = {row.effect.effect: row.value for row in shelf().rows}
    assert by["heat_wrap_pain"] > by["nsaid_new_pain"]


@settings(max_examples=60)
@given(STATES)
def test_stretching_keeps_sign_and_interval(state):
    for row in simulate(state).rows:
        unit = worth(row.effect)
        assert unit > 0 and (row.value > 0) == (row.effect.value > 0)
        assert row.low is None or row.low <= row.value <= row.high


# Order and verdicts


@settings(max_examples=60)
@given(STATES)
def test_the_shelf_is_sorted_and_holds_the_same_rows(state):
    result = simulate(state)
    rows = result.rows
    assert {row.effect.effect for row in rows} == {
        row.effect for row in effects(state.complaint) if row.shelf == "yes" and row.value is not None
    }
    assert tuple(row for _, part in result.groups for row in part) == rows
    names = [name for name, _ in result.groups]
    parts = {"harm": (*HARMS, "nobody"), "reach": ANSWERS}.get(state.order, COMPARED)
    assert names == [name for name in parts if name in names], "each part once, in its order"
    keys = {
        "reach": lambda row: (
            row.answer(state.border) == "ungraded",
            COMPARED.index(row.effect.compared),
            -row.value,
        ),
        "size": lambda row: -row.value,
        "certainty": lambda row: CERTAINTIES.index(row.effect.certainty),
        "harm": lambda row: -(more_harm(row) or -99),
        "time": lambda row: 999 if row.effect.weeks is None else row.effect.weeks,
    }
    for name, part in result.groups:
        found = [keys[state.order](row) for row in part]
        assert state.order == "harm" and name != "counted" or found == sorted(found)
        if state.order == "reach":
            answers = {row.answer(state.border) for row in part}
            assert answers - {"ungraded"} == {name} - {"ungraded"}, "within an answer, too, a dummy comes first"
            continue
        its = [row.harm_part if state.order == "harm" else row.effect.compared for row in part if row.compared]
        assert set(its) <= {name} and (name == "nobody") == (not its), "a dummy is not ranked among open trials"


@settings(max_examples=60)
@given(STATES)
def test_each_part_of_the_answers_holds_what_its_head_says(state):
    """What reaches the border, what does not, and what cannot be said is seen before anything is read."""
    result = simulate(state.replace(sort="reach", reading="one_scale"))
    parts, drawn = dict(result.groups), read.said(figure(result))
    border = state.border
    reaching, bare = parts.get("reaches", ()), parts.get("ungraded", ())
    assert {*reaching, *bare} == set(result.reach(*REACHING))
    assert all(row.effect.certainty == "not graded" for row in bare)
    assert not (reaching and bare) and (not reaching or reaching[0].effect.certainty != "not graded")
    assert all(row.value < border for row in parts.get("below", ()))
    # Without an interval its source says that it is more than chance.
    assert all(row.effect.chance == "more" if row.low is None else row.low > 0 for row in parts.get("below", ()))
    assert all(row.low <= 0 <= row.high for row in parts.get("chance", ()))
    assert all(row.high < 0 for row in parts.get("worse", ()))
    for row in parts.get("unsaid", ()):
        assert row.remembered or row.low is None or row.stretched, row.effect.effect
    assert all(any(text.startswith(f"<b>{heads.PARTS[name]}</b>") for text in drawn) for name in parts)
    for row in (row for name, rows in parts.items() if name != "unsaid" for row in rows):
        assert row.effect.seen and row.compared


def test_what_cannot_be_said_says_why():
    assert "<b>Cannot be said</b>: scale stretched" in read.said(figure(shelf()))
    lasting = shelf(complaint="back_lasting")
    assert "<b>Cannot be said</b>: nobody beside it" in read.said(figure(lasting))
    # An average without an interval was rounded: 5 may be a little less.
    at_five = shelf(complaint="sciatica", border=5)
    assert "<b>Cannot be said</b>: interval not seen by us" in read.said(figure(at_five))
    assert lasting.rows[-1].effect.effect == "machine_fall"
    for complaint in COMPLAINTS:
        for border in (0, 3, 10, 30):
            line = f"Cannot be said: {verdicts.unsaid(shelf(complaint=complaint, border=border))}"
            assert 0.55 * len(line) < frame.NARROW


def test_control_and_head_name_one_order():
    """As printed the control said “Reaches the border”, and the head “Size”."""
    explorer = EvidenceShelf(ask_first=False)
    explorer.move("reading", "as_printed")
    assert explorer.state.sort == explorer.state.order == "size"
    explorer.move("sort", "reach")
    assert (explorer.state.sort, explorer.state.order, explorer.state.reading) == ("reach", "reach", "one_scale")
    explorer.move("reading", "as_printed")
    explorer.clicked("sort:reach")
    assert explorer.state.order == "reach", "a press on the head asks for the same"
    names = ShelfState.declarations()["sort"]
    for sort, (head, _, _) in heads.COLUMNS.items():
        assert names.format(sort).startswith(head) and (sort == "reach" or names.format(sort).endswith(" first"))


def test_as_printed_no_border_sorts_and_the_head_says_so():
    result = shelf(reading="as_printed")
    assert result.rows == shelf(reading="as_printed", sort="size").rows
    assert "<b>Size ▾</b>" in read.said(figure(result)) and "<b>Reaches ▾</b>" in read.said(figure(shelf()))


def test_most_extra_harm_comes_first_and_times_as_often_stand_apart():
    result = shelf(complaint="sciatica", sort="harm")
    by = {name: [row.effect.treatment for row in rows] for name, rows in result.groups}
    assert by["counted"] == ["steroid_pills", "gabapentinoid", "closure"]
    assert by["times"] == ["nsaid"] and by["alike"] == ["epidural"]
    assert more_harm(result.rows[0]) == pytest.approx(49.2 - 23.9)
    assert in_order(result.rows, result.state) == result.rows


def test_a_harm_of_another_trial_or_beside_nobody_is_not_filed_as_counted_and_not_as_unread():
    result = shelf(complaint="sciatica", sort="harm", treatment="discectomy")
    parts = {name: [row.effect.effect for row in rows] for name, rows in result.groups}
    assert {"discectomy_soon", "discectomy_year", "discectomy_late"} <= set(parts["apart"]) and "unread" not in parts
    assert parts["apart"][0] == "discectomy_late", "11.5 before 1.6 of 100"
    said = read.said(figure(result))
    assert "<b>Harms from another trial, or with nobody beside it</b>" in said and "1.6 | –" in said
    assert "see card" not in said
    for sort in ("size", "harm"):
        bars = read.lines(read.shape(figure(shelf(complaint="sciatica", sort=sort)), "Harm with it")["path"])
        assert len(bars) == 4, "no bar for what another trial counted"


def test_what_is_from_memory_reaches_no_border_and_is_faded():
    result = shelf(complaint="fracture", treatment="cold")
    assert {row.effect.effect for row in result.rows if row.remembered} == {"cement_open", "cement_sham_pooled"}
    assert verdicts.reached(result) == ("0 reach 10",) and len(result.checked) == 2
    drawn = figure(result)
    assert "<b>0 reach 10</b>" in read.said(drawn) and "<b>Cannot be said</b>: from memory" in read.said(drawn)
    assert "Cannot be said: five sham trials (from memory); open: all knew (from memory)." in words.sentence(result)
    colors = {row.effect.effect: color for row, color in _colors(result, drawn)}
    assert colors["cement_open"] == LIGHT.muted and colors["cement_sham"] == LIGHT.ink
    assert not read.hidden(drawn, "Intervals from memory, not graded")
    assert verdicts.verdict(shelf(complaint="fracture", treatment="vertebroplasty")) == (
        "Reaches 10? Cannot say: its number is from memory; if it holds, yes, with all of its interval; not graded."
    )


@settings(max_examples=60)
@given(STATES)
def test_card_and_shelf_give_one_answer(state):
    """What the shelf had under *cannot be said* once reached the border on its card."""
    state = state.replace(reading="one_scale")
    for row in simulate(state).rows:
        result = simulate(state.replace(treatment=row.effect.treatment))
        if result.standing.compared:
            unsaid = result.standing.answer(state.border) == "unsaid"
            assert unsaid == ("? Cannot say: " in verdicts.verdict(result)), row.effect.effect


def test_what_nobody_graded_is_not_on_top_and_says_so_at_its_head_and_at_the_knob():
    result = shelf()
    names = [name for name, _ in result.groups]
    assert names.index("below") < names.index("ungraded"), "the heated blanket stood on top, as if it were the best"
    said = read.said(figure(result))
    assert "<b>Reaches the border, but not graded</b>: 90 people, 1 trial" in said
    assert "<b>1 reaches 10, ungraded</b>" in said
    for border in range(31):
        result = shelf(border=border)
        assert "ungraded" in next(text for text in read.said(figure(result), "At the border") if "reach" in text)
    assert "not heated (from memory)" in words.sentence(shelf(treatment="heat", row="heat_blanket_pain"))


def test_another_complaint_does_not_leave_an_empty_card():
    explorer = EvidenceShelf(ask_first=False)
    explorer.clicked("complaint:fracture")
    assert explorer.state.treatment == "vertebroplasty" and explorer.result.chosen is not None
    explorer.move("complaint", "sciatica")
    assert explorer.result.standing is explorer.result.rows[0]
    kept = explorer.state.treatment
    explorer.set(complaint="back_new", treatment="cold")
    assert explorer.state.treatment == "cold" != kept, "what is asked for is taken"
    explorer.undo()
    assert explorer.state.treatment == kept


def test_a_drug_whose_interval_holds_as_often_may_be_chance():
    said = words.drugs(shelf(treatment="nsaid"))
    assert said.endswith("diclofenac 1.41, coxib 1.37, ibuprofen 1.44 (may be chance), naproxen 0.93 (may be chance).")


def _colors(result, drawn):
    """Pair each row with the colour of its number, by its place in the trace."""
    fonts = read.trace(drawn, "Numbers")["textfont"]["color"]
    rows = boards.in_table_order(result, [0.0] * len(result.rows))
    return [(row, fonts[6 * place + 1]) for place, (row, _) in enumerate(rows)]


def test_under_the_picture_stands_how_many_people_against_what_and_who_paid():
    """These lines were small in the picture, and broke at two thirds of its width."""
    for result in every():
        card, under, effect = _card(result), words.sentence(result), result.chosen
        if effect is not None:
            assert effect.comparator in under or effect.compared == "nobody"
            assert words.who(effect) in under and words.sources(effect) in under
        if result.standing is not None:
            assert verdicts.verdict(result) in card and verdicts.verdict(result) not in under
        # Who paid in another complaint says nothing of this one.
        assert (re.search("(Who p|P)aid: ", under) is not None) == (effect is not None) and "Not found" not in under
        assert result.harm is None or not result.harm.note or result.harm_alone or result.harm.note in under


def _card(result):
    """Return all words of the card, without their type."""
    return re.sub("<.*?>", "", " ".join([*cards.answered(result, LIGHT), *map(str, facts.halves(result))]))


def test_the_card_is_no_higher_than_its_room_at_any_border():
    tallest = 0.0
    for complaint in COMPLAINTS:
        for treatment in TREATMENTS:
            for row in rows_of(shelf(complaint=complaint), treatment) or [None]:
                chosen = row.effect if row and row.effect in ShelfState.declarations()["row"].values else "first"
                for border in range(31):
                    result = shelf(complaint=complaint, treatment=treatment, row=chosen, border=border)
                    tallest = max(tallest, _height(result, LIGHT))
                    assert len(cards.in_a_hall(result, THEMES["presenter"])) <= 3, result.state
    assert tallest <= frame.frame(LIGHT).rest < tallest + 0.5, "and its room is not larger than it needs"


def _height(result, theme):
    """Return how high the card of a result is, in sizes of the type."""
    return frame.HEAD + 0.5 + facts.used(result) + frame.LINE_OF_CARD * len(cards.answered(result, theme))


@settings(max_examples=60)
@given(STATES)
def test_the_answer_in_a_hall_is_that_of_the_card(state):
    """It has one line, and must not leave out what turns its meaning."""
    result = simulate(state.replace(reading="one_scale"))
    row, hall, card = result.standing, verdicts.in_a_hall(result), verdicts.reaches(result)
    assert len(hall) <= frame.frame(THEMES["presenter"]).letters
    assert hall.partition("? ")[2].startswith(("Yes", "On average")) == card.partition("? ")[2].startswith(
        ("Yes", "On average")
    )
    assert ("Cannot say" in hall, "Nobody" in hall) == ("Cannot say" in card, "Nobody" in card)
    if row is None or row.remembered or row.verdict(state.border) in ("nobody", "open", "stretched"):
        return
    if row.low is None:
        assert re.search("interval (was )?not seen", hall)
        return
    assert row.low > 0 or row.high < 0 or re.search(r"holds 0|may be 0", hall), "it may be nothing"
    assert row.high < state.border or row.value >= state.border or re.search("may be above|may reach it", hall)


@settings(max_examples=60)
@given(STATES)
def test_the_answer_on_the_card_is_true_of_the_numbers(state):
    """“Below 3” was said of an average of 4.6 whose line held 0; “may be nothing” of what stays below it as well."""
    result = simulate(state.replace(reading="one_scale"))
    row, border, said = result.standing, state.border, verdicts.verdict(result)
    if row is None:
        assert "Cannot say" in said
        return
    if row.remembered or not row.compared or row.low is None:
        return
    assert not ("below" in said.partition(" Its own")[0] and row.value >= border), said
    if row.low <= 0 <= row.high:
        assert ("may reach it" in said) == (row.value < border <= row.high), said
        assert (f"lies below {border:g}" in said) == (row.high < border), said


#: Sign -> its words in the key.
SIGNS = {"–": "– no interval", "■": "■ stretched", "○": "○ memory", "?": "? may be chance"}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("reading", ["one_scale", "as_printed"])
def test_the_key_is_one_line_of_the_signs_that_stand_there(theme, reading):
    """Three lines of key had to be learned; what has its word beside it needs none."""
    for complaint in COMPLAINTS:
        result = shelf(complaint=complaint, reading=reading)
        drawn = figure(result, theme=theme)
        key = heads._key(result)
        assert key in read.said(drawn) and 0.55 * len(key) < frame.NARROW
        marks, numbers = read.trace(drawn, "Effects")["marker"], " ".join(read.said(drawn, "Numbers"))
        seen = [symbol for symbol, there in zip(marks["symbol"], marks["opacity"], strict=True) if there]
        drawn_here = {
            "–": "(–" in numbers,
            "■": any(symbol.startswith("square") for symbol in seen),
            "○": any(symbol.endswith("-open") for symbol in seen) or "○" in numbers,
            "?": " ?" in numbers,
        }
        assert {sign for sign, words_ in SIGNS.items() if words_ in key} == {
            one for one, on in drawn_here.items() if on
        }


def test_the_key_stands_under_the_axis_and_each_line_has_its_word_beside_it():
    drawn = read.said(figure(shelf()))
    key = drawn[heads._key(shelf())]
    floor = next(place for text, place in drawn.items() if "No good trial" in text)
    assert frame.SHELF > key[1] > floor[1], "beside what it explains, not behind the card"
    assert {"moderate", "very low", "high", "ungraded", "of 100:", "with |", "without"} <= set(drawn)
    hall = read.said(figure(shelf(), theme=THEMES["presenter"]))
    assert {"ungraded", "with |", "without", "elsewhere"} <= set(hall), "of what is graded the balls are there"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_bars_of_the_key_are_those_of_the_column_and_their_words_stand_beside_them(theme):
    drawn = figure(shelf(complaint="sciatica"), theme=theme)
    for name, word in (("with it", "with |"), ("without it", "without")):
        key, bars = (read.shape(drawn, f"{what}{name}") for what in ("Key: ", "Harm "))
        assert (key["fillcolor"], key["line"]["color"]) == (bars["fillcolor"], bars["line"]["color"])
        corners = read.lines(key["path"])[0]
        (x, y), right = read.said(drawn)[word], max(px for px, _ in corners)
        assert right < x < right + 0.02 and min(py for _, py in corners) < y < max(py for _, py in corners)
    assert read.shape(drawn, "Key: with it")["fillcolor"] != read.shape(drawn, "Key: without it")["fillcolor"]


def test_the_key_of_lines_draws_each_as_on_its_rows_with_its_word_behind_it():
    """Thick, thin and dotted lines stood on the shelf, and no key had them."""
    drawn = figure(shelf())
    places = [(read.said(drawn, "Over and under the shelf")["Sure:"][0], 0.08)]
    for certainty in CERTAINTIES:
        key, bars = read.shape(drawn, f"Key: {certainty}"), read.shape(drawn, f"Intervals, {certainty}")
        assert (key["line"]["dash"], key["line"]["width"]) == (bars["line"]["dash"], bars["line"]["width"])
        texts = read.trace(drawn, "Over and under the shelf")
        (left, y), (right, _) = read.lines(key["path"])[0]
        word = "ungraded" if certainty == "not graded" else certainty
        there = [
            x
            for x, at, text in zip(texts["x"], texts["y"], texts["text"], strict=True)
            if text == word and at == pytest.approx(y, abs=5e-3)
        ]
        assert len(there) == 1 and right < there[0] < right + 0.02
        assert left > places[-1][1], "clear of the word before it"
        places.append((there[0], there[0] + 0.53 * 0.86 * len(word) / frame.NARROW))
    assert places[-1][1] < 1


def test_nothing_is_said_to_be_sure_by_an_interval_alone():
    """An interval knows chance; how far trials can be trusted is another thing, and stands with it."""
    texts = [str(vars(row)) for row in data.table("challenges") if row.explorer == "treatment_shelf"]
    for result in every():
        said = words.sentence(result)
        texts += [said, *read.said(figure(result)), *map(str, words.table(result).rows)]
        for row in result.reach("sure"):
            assert f"{row.effect.label.lower()} (with all of its interval; {words.sure(row.effect)}" in said
        if result.standing and result.standing.verdict(10) in ("sure", "likely"):
            assert re.search("(moderate|low) certainty|not graded", verdicts.verdict(result))
    assert not [text for text in texts if "surely" in text.lower()]


def test_a_reader_gets_people_and_not_points_alone():
    nsaid = shelf()
    drawn, said = figure(nsaid), {text.replace("<br>", " ") for text in read.said(figure(nsaid))}
    assert {
        "<b>Got better:</b> over all, 3 wk",
        "with it: 51.4 of 100 (41.2 to 64.3)",
        "without it: 36.7 of 100",
        "14.7 more of 100. More than chance; low certainty.",
        "<b>Harmed:</b> any unwanted effect",
        "1.6 fewer of 100. May be chance; low certainty.",
    } <= said
    assert "Better over all, 3 wk: 51.4 of 100 people (41.2 to 64.3), without it 36.7." in words.sentence(nsaid)
    track = read.lines(read.shape(drawn, "All hundred")["path"])[0]
    for name, share in (("People with it", 51.4), ("People without it", 36.7)):
        bar = read.lines(read.shape(drawn, name)["path"])[0]
        wide = (max(x for x, _ in bar) - bar[0][0]) / (max(x for x, _ in track) - track[0][0])
        assert 100 * wide == pytest.approx(share, abs=0.1)
    for result in every():
        said, gain = " ".join(read.said(figure(result))), result.gain
        card = result.chosen is not None or result.harm is not None
        assert bool(re.search("<b>(Got better|Fewer is better):</b>", said)) == card == ("<b>Harmed:</b>" in said)
        hall = " ".join(cards.in_a_hall(result, THEMES["presenter"]))
        assert gain is None or f" {words.number(gain.value)} " in hall, "in a hall, too"
        if gain is not None:
            assert gain is not result.harm and words.number(gain.value) in words.sentence(result)
            # What another trial counted has its name.
            assert (gain.source == result.chosen.source) == ("in another" not in words.gain_head(result))


def test_who_waited_and_was_operated_on_then_is_not_said_to_be_without_it():
    """“Without it: 95 of 100”: of these 39 had been operated on."""
    result = shelf(complaint="sciatica", treatment="discectomy")
    card, hall = _card(result), " ".join(cards.in_a_hall(result, THEMES["presenter"]))
    assert "at once: 95 of 100" in card and "waiting first: 95 of 100" in card and "39 of those 100 operated" in card
    assert "95 waiting, 39 of them operated" in hall
    row = effect("discectomy_better")
    told = (card, hall, words.sentence(result), words.printed(row))
    assert not any(re.search("(without|with) it:? 95|95 with(out)?\\b", one) for one in told)
    assert all(re.search("39 of", one) for one in told)
    # The kind: whom a comparator had treated later, too, is counted.
    later = [one for one in data.table("treatment_effects") if "later on" in one.comparator]
    assert all(one.operated is not None for one in later if one.measure == "of 100 people") and row in later


def test_what_a_dummy_alone_found_stands_in_the_row_on_the_card_in_a_hall_and_in_the_sentence():
    """“More than chance” stood over the relaxant, though against a dummy alone there was no difference."""
    result, hall = shelf(treatment="relaxant"), THEMES["presenter"]
    for theme in THEMES.values():
        assert "dummy: alike · 2 wk" in read.said(figure(result, theme=theme))
    line = "Against a dummy alone: no difference was found."
    assert line in _card(result) and line in cards.in_a_hall(result, hall)
    assert "muscle relaxant (very low certainty; alike against a dummy alone)" in words.sentence(shelf())
    assert line not in _card(shelf())
    told = [row for row in data.table("treatment_effects") if row.compared == "mixed" and row.shelf == "yes"]
    assert all(bool(row.alone) == ("a placebo alone" in row.note) for row in told)


def test_what_one_source_found_at_several_times_stands_on_the_card():
    """From two rows of four the effect of an operation seemed to fall straight from six weeks to a year."""
    card = _card(shelf(complaint="sciatica", treatment="discectomy"))
    assert "Less pain: 6 wk 12.1, 3 months 11.7, up to 1 y 6.5, 1 y 2.3." in card
    assert "8 wk −5, 1 y −3 (below 0: more pain)" in _card(shelf(complaint="sciatica", treatment="gabapentinoid"))
    late = shelf(complaint="sciatica", treatment="discectomy", row="discectomy_late")
    assert "Less pain:" not in _card(late), "another trial"
    assert "Less pain:" not in _card(shelf(complaint="sciatica", treatment="epidural")), "one time was not read"


def test_without_a_count_no_bar_of_people_is_drawn():
    for result in (shelf(treatment="relaxant"), shelf(complaint="sciatica", treatment="nsaid")):
        assert read.hidden(figure(result), "All hundred") and read.hidden(figure(result), "People with it")
    opioid = figure(shelf(treatment="opioid"))
    assert read.hidden(opioid, "People with it") and not read.hidden(opioid, "Harmed people with it")
    assert "1.14 times as often (1.03 to 1.27)" in read.said(figure(shelf(complaint="sciatica", treatment="nsaid")))


@pytest.mark.parametrize("complaint", COMPLAINTS)
@pytest.mark.parametrize("border", range(31))
def test_the_numbers_of_the_sentence_add_up_to_the_rows_painted(complaint, border):
    """“Of 8 checked, 1 reaches; 1 more stretched, not counted”: the one more was of the 8, and a third was not told."""
    result = shelf(complaint=complaint, border=float(border))
    found = dict(line.split(": ", 1) for line in words.sentence(result).split("\n\n")[1].split("\n") if ": " in line)
    named = {head: list_.rstrip(".").split("; ") for head, list_ in found.items() if head in HEADS.values()}
    rows = int(re.search(rf"all (\d+) rows against {border} points", words.sentence(result))[1])
    assert rows == len(result.rows) == len(read.trace(figure(result), "Numbers")["text"]) // 6
    if not result.reach("sure", "likely"):
        assert named.pop(HEADS["reaches"]) == ["none"]
    listed = [re.match(r"(.*?)(?: \(.*\))?$", one)[1] for each in named.values() for one in joined(each)]
    assert sorted(listed) == sorted(row.effect.label.lower() for row in result.rows), "each row once"
    for row in result.rows:
        answer = row.answer(border)
        told = next(one for one in joined(named[HEADS[answer]]) if one.split(" (")[0] == row.effect.label.lower())
        assert (words.sure(row.effect) in told) == (answer in ("reaches", "ungraded", "below"))
        whole = answer in ("reaches", "ungraded") and row.verdict(border) == "sure"
        assert ("with all of its interval" in told) == whole
        reasons = {
            "from memory": row.remembered,
            "scale stretched": not row.remembered and row.verdict(border) == "stretched",
            "interval not seen by us": not row.remembered and row.verdict(border) == "open",
            "nobody beside it": not row.remembered and not row.compared,
        }
        for why, there in reasons.items():
            assert (f"({why})" in told) == there, (why, told)


def joined(items):
    """Return items as they were before they were split inside of brackets."""
    found = []
    for one in items:
        if found and found[-1].count("(") > found[-1].count(")"):
            found[-1] += f"; {one}"
        else:
            found.append(one)
    return found


def test_a_newcomer_reads_what_has_no_good_trial_what_has_an_effect_and_what_is_unsure():
    """That was to be gathered from eight rows, of which a hall had not all."""
    said = words.sentence(shelf()).split("\n")
    assert said[-6:] == [
        "Reaches it on average: heated blanket (with all of its interval; certainty not graded, 90 people, 1 trial).",
        "More than chance, on average below it: anti-inflammatory (moderate certainty); "
        "manual therapy (moderate certainty; interval not seen by us); "
        "muscle relaxant (very low certainty; alike against a dummy alone).",
        "May be no difference: paracetamol; opioid.",
        "More pain, not less: rest in bed.",
        "Cannot be said: heat wrap (scale stretched).",
        "No good trial: cold, lighter activity. Not read here: vertebroplasty.",
    ]
    for result in every():
        hall = " ".join(cards.in_a_hall(result, THEMES["presenter"]))
        for head, labels in words.floor(result):
            # A hall has no room for what was not read; the sentence beside it, or under it, has it. Who got better has
            # the room of what has no number.
            read_of = head != "Not read here" and (head in hall or head != "Tried, no number" or result.gain is None)
            assert (head in hall) == read_of and (not read_of or all(label[1:] in hall for label in labels))
            assert head in words.sentence(result) and f"<b>{head}</b>" in read.said(figure(result))


def test_what_was_alike_says_roughly_how_many_where_its_source_does():
    paracetamol = figure(shelf(treatment="paracetamol"))
    assert "alike: about 20 of 100 in both" in read.said(paracetamol)
    # One in five is no count: no bar is as long as that.
    assert read.hidden(paracetamol, "Harmed people with it") and not read.hidden(paracetamol, "People with it")


def test_a_name_of_a_part_lies_on_a_strip_and_no_row_does():
    for complaint in COMPLAINTS:
        for theme in THEMES.values():
            result, about = shelf(complaint=complaint), frame.frame(theme)
            heights, step, parts = frame.places(result.groups)
            boxes = read.lines(read.shape(figure(result, theme=theme), "Strips")["path"])
            strips = [(min(y for _, y in one), max(y for _, y in one)) for one in boxes]
            assert len(strips) == len(parts) + (not theme.large)
            for (low, high), y in zip(strips, parts, strict=False):
                assert low < y < high
            for low, high in strips:
                assert not any(y - step / 2 < high and low < y + step / 2 for y in heights)
            assert theme.large or about.card < strips[-1][0] < strips[-1][1] <= about.floor


def test_a_dummy_that_can_be_told_stands_in_a_part_of_its_own():
    new = shelf(sort="size")
    parts = {name: [row.effect.treatment for row in rows] for name, rows in new.groups}
    assert parts["told dummy"] == ["heat", "heat"] and parts["other care"] == ["short_rest"]
    drawn = figure(new)
    assert "<b>Against a dummy that anybody can tell from it</b>" in read.said(drawn)


def test_what_was_asked_is_told_over_its_own_complaint_alone():
    explorer = EvidenceShelf(ask_first=True)
    explorer.forget()
    explorer.predict(30.0)
    explorer.set(treatment="relaxant")
    assert explorer.told_here() is not None and explorer.told_here().model.startswith("In new back pain")
    explorer.set(complaint="sciatica")
    assert explorer.told_here() is None and explorer.told() is not None
    explorer.forget()


def test_what_trials_said_is_told_with_its_interval_and_how_sure_that_is():
    """“The trials together say 7.7 points” outran a certainty that is very low."""
    explorer = EvidenceShelf(ask_first=False)
    told = explorer.ask.tell(50.0, explorer.result)
    row = asked.effect()
    assert told.model == (
        f"In new back pain the trials together say 7.7 points ({words.interval(row.low, row.high)}), "
        "very low certainty; in those against placebo alone, no difference was found"
    )
    assert (
        words.sure(row) in told.model
        and "against a placebo alone" in row.note
        and "no difference was found" in row.note
    )


def test_the_bottle_carries_its_number_clear_of_its_name():
    drawn = asked.veiled(LIGHT)
    name = next(y for text, (_, y) in read.said(drawn).items() if "drag the bottle" in text)
    # The face puts the number half a size over the bottle, and it is a size high.
    assert name >= asked._BOTTLE + 0.5 + 1.2


def test_sorted_by_time_a_warm_moment_does_not_lead_what_was_held_against_a_dummy():
    assert shelf(sort="time").rows[0].effect.compared == "dummy"
    assert words.span(effect("heat_wrap_pain")) == "5 d"
    others = [row.effect.effect for name, rows in shelf(sort="time").groups if name == "told dummy" for row in rows]
    assert others == ["heat_blanket_pain", "heat_wrap_pain"] and shelf(sort="size").rows[0].effect.compared == "dummy"
    spans = {row.effect.effect: words.span(row.effect) for row in shelf(complaint="sciatica").rows}
    assert spans["closure_sciatica_pain"] == "3 y" and spans["discectomy_year"] == "1 y"
    assert spans["nsaid_sciatica_pain"] == "time?", "not read"
    assert spans["epidural_sciatica_summary"] == "up to month 3", "over a span of time"
    assert words.with_whom(effect("epidural_sciatica_summary")) == "dummy"


def test_with_whom_and_until_when_stands_on_every_row():
    for result in every():
        said = read.said(figure(result))
        for row in result.rows:
            assert row.effect.against and f"{words.with_whom(row.effect)} · {words.span(row.effect)}" in said
            # What was found against a dummy alone turns the number of all: it stands in the place of the others.
            mixed = "dummy: alike" if row.effect.alone else "dummy or other"
            assert (words.with_whom(row.effect) == mixed) == (row.effect.compared == "mixed")
            # Clear of the band, which may begin where the column of effects does.
            under = f"{words.with_whom(row.effect)} · {words.span(row.effect)}"
            assert 0.86 * 0.52 * len(under) < (frame.EFFECT[0] - frame.NAME) * frame.NARROW, under
        hall = read.said(figure(result, theme=THEMES["presenter"]))
        assert all(f"{words.with_whom(row.effect)} · {words.span(row.effect)}" in hall for row in result.rows)


def test_what_was_found_later_stands_beside_what_was_found_first():
    result = shelf(complaint="sciatica", treatment="closure")
    assert "9 (–; at 5 y: hardly any)" in read.said(figure(result))
    assert "No difference that matters after five years; from memory." in words.sentence(result)


def test_a_press_on_a_row_takes_this_row_in_hand():
    explorer = EvidenceShelf(complaint="sciatica")
    explorer.clicked("treatment:discectomy;row:discectomy_late")
    assert explorer.result.standing.effect.effect == "discectomy_late"
    assert explorer.describe().startswith("Disc operation, late operation: 24 points of 100 less pain (14 to 34)")
    assert "One hospital" in explorer.describe()
    drawn = explorer.drawn
    assert len(read.lines(read.shape(drawn, "In hand")["path"])) == 1
    assert len(read.lines(read.shape(drawn, "Its other rows")["path"])) == 2
    explorer.clicked("treatment:epidural;row:first")
    assert explorer.result.standing.effect.effect == "epidural_sciatica_summary" and "row" in explorer.idle()


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_every_row_tab_and_head_is_pressed_where_it_stands(complaint):
    explorer = EvidenceShelf(complaint=complaint, ask_first=False)
    things_there, rows = explorer.touches()["things"], explorer.result.rows
    assert {f"sort:{name}" for name in ShelfState.declarations()["sort"].values} <= set(things_there)
    assert {f"complaint:{name}" for name in COMPLAINTS} <= set(things_there)
    pressed = [choice for choice in things_there if choice.startswith("treatment")]
    names = read.said(explorer.drawn, "Names")
    for row, choice in zip(rows, pressed, strict=True):
        outline = read.lines(things_there[choice])[0]
        spot = next(place for text, place in names.items() if re.sub("</?b>", "", text) == row.effect.label)
        assert read.inside(spot, outline), row.effect.effect
        explorer.clicked(choice)
        assert explorer.result.standing.effect == row.effect
    explorer.clicked("sort:harm")
    assert explorer.state.sort == "harm" and "<b>Harm ▾</b>" in read.said(explorer.drawn)


def test_nothing_is_pressed_that_tells_before_the_answer():
    explorer = EvidenceShelf(ask_first=True)
    explorer.forget()
    assert touches(explorer.result)["telling"] and explorer.touches() == {}
    explorer.predict(12.0)
    assert explorer.touches() == {}
    explorer.forget()


def letters(path):
    return re.sub(r"-?\d+(\.\d+)?", "", path)


def in_every_row():
    """Yield each row that can be taken in hand, in hand."""
    for complaint in COMPLAINTS:
        for treatment in TREATMENTS:
            for row in rows_of(shelf(complaint=complaint), treatment):
                named = row.effect if row.effect in ShelfState.declarations()["row"].values else "first"
                yield shelf(complaint=complaint, treatment=treatment, row=named)


def test_bars_of_another_trial_than_the_row_in_hand_are_paler_and_have_its_name():
    """With a flat sham trial in hand, the largest picture was another trial's 44 against 21, in full colour."""
    seen = set()
    for result in in_every_row():
        drawn = figure(result)
        said = " ".join(read.said(drawn)).replace("<br>", " ")
        for name, role, row, borrowed in (
            ("People with it", "treatment", result.gain, result.gain_borrowed),
            ("Harmed people with it", "pain", result.harm, result.harm_borrowed),
        ):
            if not read.hidden(drawn, name):
                seen.add(borrowed)
                pale = read.shape(drawn, name)["fillcolor"] == LIGHT.fill(role)
                assert pale == borrowed == (row.source != result.chosen.source), (result.state, name)
                assert not borrowed or re.search(r"in another (trial|review) \(", said)
    assert seen == {True, False}
    for row in ("cement_open", "cement_sham_new", "cement_sham", "cement_sham_pooled"):
        cement = read.said(figure(shelf(complaint="fracture", treatment="vertebroplasty", row=row)))
        under = next(text.replace("<br>", " ") for text in cement if text.startswith("The one sham trial"))
        assert under.startswith("The one sham trial with a clear difference. 23 more of 100.")


def test_what_was_not_read_of_people_is_a_line_and_leaves_no_half_blank():
    seen = set()
    for result in in_every_row():
        told = facts.halves(result)
        assert len(told) == (result.gain is not None) + (result.harm is not None)
        assert len(facts.unread(result)) == 2 - len(told)
        assert all(half.under for half in told), result.state
        lines = re.sub("</?b>", "", " ".join(cards.answered(result, LIGHT)))
        assert ("Got better: how many people was not read." in lines) == (result.gain is None)
        assert ("Harmed: not read, which is not none." in lines) == (result.harm is None)
        seen.add(len(told))
        if len(told) == 1:
            assert facts.facts(result)[0].ends == facts.HALVES[0]
    assert {1, 2} <= seen


def test_which_row_names_the_row_in_hand_and_no_other():
    """It said “The first of them” with the fourth painted row in hand, and “Heat wrap” with the relaxant."""
    for result in in_every_row():
        several = len(rows_of(result, result.state.treatment)) > 1
        assert result.state.row == (result.chosen.effect if several else "first"), result.state
    explorer = EvidenceShelf(ask_first=False, treatment="heat")
    assert explorer.state.row == "heat_wrap_pain"
    explorer.move("treatment", "relaxant")
    assert explorer.state.row == "first" and "row" in explorer.idle()
    explorer.scenario("Everybody knew, nobody knew")
    assert explorer.state.row == "cement_open" == explorer.result.chosen.effect
    explorer.move("row", "cement_sham")
    assert explorer.state.row == explorer.result.chosen.effect == "cement_sham"
    explorer.move("treatment", "kyphoplasty")
    assert explorer.state.row == "first"
    assert ShelfState.declarations()["row"].format("first") == "The first, or the only one"


def test_rows_find_themselves_again_when_the_shelf_is_sorted_or_changed():
    """The face moves a point to the point of the same number, and an outline to one of the same letters."""
    one, other = figure(shelf(complaint="sciatica")), figure(shelf(complaint="sciatica", sort="time"))
    for name in ("Names", "Numbers"):
        assert read.trace(one, name)["text"] == read.trace(other, name)["text"]
    new = figure(shelf())
    for name in ("Names", "Effects"):
        assert len(read.trace(new, name)["x"]) == len(read.trace(one, name)["x"])
    texts = read.trace(new, "Names")["text"]
    place = texts.index("Muscle relaxant")
    assert read.trace(one, "Names")["text"][place] == "Muscle relaxant"
    assert read.trace(one, "Names")["y"][place] < frame.SHELF < read.trace(new, "Names")["y"][place]
    for first, second in ((one, other), (new, one)):
        for treatment in TREATMENTS:
            paths = [
                next(each for each in drawn["layout"]["shapes"] if each["name"] == f"Thing: {treatment}")["path"]
                for drawn in (first, second)
            ]
            assert letters(paths[0]) == letters(paths[1]), treatment


def test_how_many_reach_the_border_stands_at_its_knob():
    for border, said, whole in ((5, "4 reach 5", 1), (10, "1 reaches 10", 1), (26, "1 reaches 26", 0)):
        drawn = read.said(figure(shelf(border=border)), "At the border")
        shown = next(text for text in drawn if text.startswith("<b>"))
        # Far to the right there is room for one of the two.
        graded = {5: ", 1 ungraded"}.get(border, ", ungraded")
        tries = (f"{said}{graded}, whole line: {whole}", f"{said}{graded}", f"{said.rpartition(' ')[0]}{graded}")
        assert re.sub("<.*?>", "", shown) in tries
        assert drawn[shown][0] > frame.across(border)
        blanket = next(line for line in words.sentence(shelf(border=border)).split("\n") if "heated blanket" in line)
        assert ("heated blanket (with all of its interval" in blanket) == bool(whole)


def test_what_is_stretched_reaches_no_border_and_is_said_apart():
    """No paper says that relief from 0 to 5 is pain from 0 to 100; the review calls what the wrap did small."""
    for complaint in COMPLAINTS:
        for border in (1, 5, 10, 20, 30):
            result = shelf(complaint=complaint, border=border)
            assert not [row for row in result.reach(*REACHING, *SHORT) if row.stretched]
    result = shelf(treatment="heat")
    assert result.standing.stretched and result.standing.verdict(10) == "stretched"
    assert "Cannot say" in verdicts.verdict(result) and "“A small short-term reduction”" in words.sentence(result)
    assert "Cannot be said: heat wrap (scale stretched)." in words.sentence(result)
    assert [row.effect.effect for row in result.reach(*REACHING)] == ["heat_blanket_pain"]
    # 0 is 0 on any scale: what lies wholly above it reaches it.
    assert shelf(treatment="heat", border=0).standing.answer(0) == "reaches"
    assert "scale stretched" in verdicts.unsaid(result)
    assert result.standing.effect.compared == "told dummy", "a pill is no dummy of a heat wrap, and no care either"
    # Which way it points holds on every scale.
    assert shelf(treatment="short_rest").standing.verdict(10) == "worse"
    assert shelf(complaint="sciatica", treatment="bed_rest").standing.verdict(10) == "unclear"


def test_without_an_interval_a_row_is_held_against_a_border_only_if_it_is_said_to_be_more_than_chance():
    """It was under *cannot be said* even where its own source says that it is more than chance."""
    rows = [row for complaint in COMPLAINTS for row in shelf(complaint=complaint).compared if row.low is None]
    assert {row.effect.effect for row in rows} == {
        "manual_new_pain",
        "epidural_sciatica_summary",
        "closure_sciatica_pain",
    }
    for row in rows:
        assert row.effect.chance == "more"
        for border in range(31):
            # A round average that is just the border may be a little less.
            found = {row.value > border: "average", row.value < border: "under"}
            assert row.verdict(border) == found.get(True, "open")
        untold = SimpleNamespace(**{**vars(row.effect), "chance": ""})
        assert {replace(row, effect=untold).verdict(border) for border in range(31)} == {"open"}
        worse = replace(row, value=-row.value)
        assert {worse.verdict(border) for border in range(31)} == {"open"}, "no row says so: nothing is made of it"
        drawn = read.said(figure(shelf(complaint=row.effect.complaint)))
        assert [text for text in drawn if text.startswith(f"{words.points(row.value)} (–")], "not as if exact"
    assert verdicts.verdict(shelf(treatment="manual")) == (
        "Reaches 10? Average 9.95: below 10; its interval was not seen."
    )
    assert verdicts.verdict(shelf(treatment="manual", border=9)) == (
        "Reaches 9? On average; interval not seen; moderate certainty."
    )
    assert verdicts.verdict(shelf(treatment="opioid")) == (
        "Reaches 10? No: all of its interval lies below 10, and holds 0."
    )


def test_a_border_that_a_review_set_itself_is_said_with_its_own_rows():
    therapy = shelf(complaint="back_lasting", treatment="therapy")
    assert verdicts.verdict(therapy) == (
        "Reaches 10? Yes, with all of its interval; moderate certainty. Its own review asked for 15: on average only."
    )
    at_15 = shelf(complaint="back_lasting", treatment="therapy", border=15)
    assert verdicts.verdict(at_15) == "Reaches 15? On average, not with all of its interval; moderate certainty."
    assert verdicts.verdict(shelf(complaint="sciatica", treatment="gabapentinoid")).endswith(
        "Its own trial asked for 15: no."
    )
    goal = next(row for row in data.table("challenges") if (row.explorer, row.key) == ("treatment_shelf", "sure"))
    assert "10 points" in goal.goal and "two reviews" not in goal.goal


def test_no_border_is_said_to_be_what_people_notice():
    """Reviews judged differences between averages; whether a person notices one, nobody asked here."""
    texts = [asked.veiled(LIGHT, 18.8), *(figure(one, theme=theme) for one in every() for theme in THEMES.values())]
    said = [text for drawn in texts for text in read.said(drawn)]
    said += [words.sentence(one) + verdicts.verdict(one) for one in every() if one.standing]
    said += [str(vars(data.parameter(f"treatment_shelf.border{end}"))) for end in ("", "_small", "_large")]
    assert not [text for text in said if "notice" in text]


def test_harms_say_whether_they_may_be_chance_and_how_sure_they_are():
    said = {
        ("back_new", "nsaid"): "1.6 fewer of 100. May be chance; low certainty.",
        ("back_new", "opioid"): "5 more of 100. May be chance; not graded.",
        ("back_new", "relaxant"): "More than chance; very low certainty.",
        ("sciatica", "steroid_pills"): "25.3 more of 100. More than chance; not graded.",
        ("sciatica", "closure"): "10 fewer of 100. Whether chance: not read; not graded.",
        ("sciatica", "epidural"): "Certainty not graded.",
        ("fracture", "vertebroplasty"): "0.1 fewer of 100. May be chance; not graded.",
    }
    for (complaint, treatment), doubt in said.items():
        row = "cement_sham" if treatment == "vertebroplasty" else "first"
        result = shelf(complaint=complaint, treatment=treatment, row=row)
        drawn = " ".join(text.replace("<br>", " ") for text in read.said(figure(result)))
        assert doubt in drawn and words.doubt(result.harm) == doubt
        if "May be" in doubt:
            assert harms.short(result.standing, LIGHT)[0].endswith(" ?")
            assert any("may be chance" in line[-1] for line in words.table(result).rows)
    for row in data.table("treatment_effects"):
        assert not row.chance or row.low is None, "an interval says so itself"


def test_a_range_of_harm_is_drawn_over_its_bar():
    drawn = figure(shelf())
    ends = read.lines(read.shape(drawn, "Range of harm")["path"])[0]
    assert [x for x, _ in ends] == [pytest.approx(frame.of_people(end), abs=1e-4) for end in (7, 13)]
    assert "with it: 9.5 of 100 (7 to 13)" in read.said(drawn)
    bar = read.lines(read.shape(drawn, "Harm with it")["path"])[0]
    assert min(y for _, y in bar) < ends[0][1] < max(y for _, y in bar)


def test_what_was_searched_and_what_was_not_read_stand_under_two_heads():
    for result in every():
        drawn, found = read.said(figure(result)), boards.floor(result, LIGHT)
        kinds = (result.told, result.untried, words.unread(result))
        heads = [head for head, rows in zip(words.FLOOR_HEADS, kinds, strict=True) if rows]
        # A kind of which there is none leaves no gap at the left.
        for head, at in zip(heads, boards.FLOOR, strict=False):
            assert drawn[f"<b>{head}</b>"][0] == at and 1 <= len([spot for spot, _ in found if spot.x == at]) <= 3
        assert len([head for head in words.FLOOR_HEADS if f"<b>{head}</b>" in drawn]) == len(heads)
    unread = shelf(complaint="back_lasting", treatment="opioid")
    assert words.unread(unread) == {"opioid": "Opioid"} and "opioid" not in {row.treatment for row in unread.untried}
    assert {row.treatment for row in shelf(complaint="sciatica").untried} == {"fusion"}


def test_a_card_says_nothing_of_another_complaint_and_an_article_is_no_paper():
    for result in every():
        lines = words.table(result).rows
        claim = lines[0]
        assert claim[0].endswith("an article says") and claim[-1] == "", "the trials did not say so"
        assert (lines[1][0].endswith("in this complaint")) == (result.chosen is None)
        assert all("in all complaints" in line[0] for line in lines[1:6]) or result.chosen is None
    epidural = words.table(shelf(treatment="epidural"))
    assert not any("4.93" in cell for line in epidural.rows for cell in line)


def test_other_care_is_not_said_to_be_known_to_all():
    shelves = [shelf(complaint=complaint, sort="size") for complaint in COMPLAINTS]
    said = " ".join(text for result in shelves for text in read.said(figure(result)))
    assert "Against other care" in said and "everybody knew" not in said and "all knew." not in said


def test_as_printed_each_number_has_its_unit():
    for complaint in COMPLAINTS:
        result = shelf(complaint=complaint, reading="as_printed")
        drawn = read.said(figure(result), "Numbers")
        for row in result.compared:
            said = f"{words.number(row.value)}{words.unit(row.effect)} ("
            assert any(text.startswith(said) for text in drawn)
    there = read.said(figure(shelf(reading="as_printed")))
    assert {"1.06/5 (0.68 to 1.45)", "−0.53/10 (−1.07 to 0)", "−0.22 SD (−0.41 to −0.02)"} <= set(there)
    assert {"As printed: ← more pain", "less →"} <= set(there)
    assert heads._key(shelf(reading="as_printed")).startswith("no unit: points of 100")


def test_each_side_of_nought_says_which_way_it_is():
    for reading in ("one_scale", "as_printed"):
        drawn = read.said(figure(shelf(reading=reading)))
        more = next(text for text in drawn if text.endswith("← more pain"))
        less = next(text for text in drawn if text.startswith("less") and text.endswith("→"))
        assert drawn[more][0] < frame.across(0) < drawn[less][0]


def test_as_printed_a_number_says_which_way_and_of_what():
    fell = shelf(complaint="back_lasting", treatment="traction", row="machine_fall", reading="as_printed")
    assert "as printed, 5.16 points of 10 less pain than before, with nobody to compare" in words.sentence(fell)
    assert "more pain (0 to 1.07)" in words.sentence(shelf(treatment="opioid", reading="as_printed")), "no −0"
    worse = shelf(treatment="paracetamol", reading="as_printed")
    assert "as printed, 1.49 points of 100 more pain (−1.3 to 4.28) than with" in words.sentence(worse)
    assert "1.06 points of 5 more relief" in words.sentence(shelf(treatment="heat", reading="as_printed"))


def test_what_nobody_stood_beside_says_so_when_it_is_held_too():
    fell = shelf(complaint="back_lasting", treatment="traction", row="machine_fall")
    beside = shelf(complaint="back_lasting", treatment="therapy")
    first, second = words.compare(fell, beside).split(" B: ")
    assert "nobody beside it" in first and "nobody" not in second


def test_what_is_no_number_is_not_drawn_as_a_bar_of_people():
    """A sign for *alike* or for words was taken for a bar; now words stand there, and a scale where people counted."""
    for complaint in COMPLAINTS:
        result = shelf(complaint=complaint)
        drawn = figure(result)
        assert not {"Harm alike", "Harm in words"} & {each["name"] for each in drawn["layout"]["shapes"]}
        uprights = [x for (x, _), *_ in read.lines(read.shape(drawn, "Grid")["path"]) if x > frame.SURE]
        assert len(uprights) == 3 * [row.harm_state for row in result.rows].count("counted")


def test_a_note_on_harms_that_were_counted_stands_under_the_card():
    for result in every():
        harm = result.harm
        if harm is not None and harm.measure == "of 100 people" and harm.without is not None:
            assert harm.note in words.sentence(result), harm.effect
    for result in in_every_row():
        line = re.search("On harms(.*?): ", words.sentence(result))
        # What another trial noted is not taken for the row's own.
        assert line is None or ("in another" in line[1]) == result.harm_borrowed, result.state


def test_where_pain_is_unclear_what_the_trial_found_clear_is_told():
    """Steroid pills stood as no better than placebo, while the same trial found disability better."""
    table, told = data.table("treatment_effects"), 0
    for row in table:
        stands = stand(row) if row.shelf == "yes" else None
        if stands is None or stands.low is None or not stands.low <= 0 <= stands.high:
            continue
        for other in table:
            same = (other.source, other.treatment, other.complaint) == (row.source, row.treatment, row.complaint)
            if same and other.outcome == "disability" and other.low is not None and other.low * other.high > 0:
                told += 1
                assert f"{other.value:g}" in row.note, other.effect
    assert told
    goals = [row.goal for row in data.table("challenges") if row.explorer == "treatment_shelf"]
    assert not any("no better than" in goal for goal in goals)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("reading", ["one_scale", "as_printed"])
def test_lines_under_the_axis_lie_on_nothing_else(theme, reading):
    """In a hall a third line of the key lay on the rule, and on what has no number."""
    about = frame.frame(theme)
    for complaint in COMPLAINTS:
        found = figure(shelf(complaint=complaint, reading=reading), theme=theme)
        boxes = _under_the_axis(read.trace(found, "Over and under the shelf"), theme, about)
        rules = [y for (_, y), *_ in read.lines(read.shape(found, "Boards")["path"])]
        for place, (low, high, text) in enumerate(boxes):
            assert low > about.low - 0.1, "within the picture"
            assert not any(low + 0.15 * about.em < rule < high - 0.15 * about.em for rule in rules), text
            for lower, upper, other in boxes[place + 1 :]:
                shared = min(high, upper) - max(low, lower)
                assert shared < 0.3 * about.em, (text, other)


def _under_the_axis(trace, theme, about):
    """Return (low, high, words) of all that begins at the left under the axis and over the card, 1.3 sizes a line."""
    columns = (trace[key] for key in ("x", "y", "text", "textposition"))
    found = []
    for x, y, text, where, size in zip(*columns, trace["textfont"]["size"], strict=True):
        if text and x < 0.01 and about.card + 0.01 < y < frame.SHELF:
            high = (text.count("<br>") + 1) * 1.3 * size / theme.size * about.em
            top = y + high / 2 if where.startswith("middle") else y
            found.append((top - high, top, text))
    return found


def test_in_a_hall_another_care_is_named():
    drawn = read.said(figure(shelf(complaint="sciatica"), theme=THEMES["presenter"]))
    assert {"usual cut · 26 wk", "same operation · 3 y", "no operation · 1 y", "stay active · time?"} <= set(drawn)


def test_how_far_the_reader_was_from_it_does_not_read_like_an_effect():
    explorer = EvidenceShelf(ask_first=False)
    assert explorer.ask.tell(30.0, explorer.result).said == "30 points", "no decimal that nobody has put there"
    assert explorer.ask.tell(62.3, explorer.result).apart == "you were 54.6 points too high"
    assert explorer.ask.tell(1.0, explorer.result).apart == "you were 6.7 points too low"


@settings(max_examples=60)
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
    assert stand(effect("opioid_new_pain")).verdict(10) == "unclear", "P = 0.051"


def test_open_and_blinded_stand_under_each_other():
    *blinded, opened = shelf(complaint="fracture").rows
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
    assert "relaxant" in by[new] and "relaxant" in {row.treatment for row in leg.unread}


def test_not_one_risk_for_all_drugs():
    assert "naproxen 0.93" in words.sentence(shelf(treatment="nsaid"))
    assert words.drugs(shelf(treatment="opioid")) == ""


@pytest.mark.parametrize("setting", [{"treatment": "leeches"}, {"complaint": "neck"}, {"border": 31}])
def test_what_is_not_there_is_refused_in_a_sentence(setting):
    with pytest.raises(ValueError, match="allowed"):
        ShelfState(**setting)


# The picture


@settings(max_examples=60)
@given(STATES)
def test_marks_stand_at_their_values_and_say_what_they_rest_on(state):
    result = simulate(state)
    drawn = figure(result)
    marks, names = read.trace(drawn, "Effects"), read.trace(drawn, "Names")
    place = dict(zip((re.sub("</?b>", "", text) for text in names["text"]), range(len(marks["x"])), strict=False))
    seen = [at for at, opacity in enumerate(marks["marker"]["opacity"]) if opacity]
    assert len(seen) == len(result.compared), "none where there was no other group"
    for row in result.compared:
        at = place[row.effect.label]
        assert at in seen and marks["x"][at] == pytest.approx(frame.across(row.value))
        symbol = marks["marker"]["symbol"][at]
        assert symbol.endswith("-open") == row.remembered
        assert symbol.startswith("square") == (row.stretched and state.reading == "one_scale")
    assert LIGHT.marker("prediction")["symbol"] not in marks["marker"]["symbol"], "the diamond is the reader's"


def test_a_fall_with_nobody_beside_it_has_a_lane_and_no_place_on_the_scale():
    result = shelf(complaint="back_lasting", treatment="traction")
    drawn = figure(result)
    assert result.rows[-1].effect.effect == "machine_fall"
    assert "51.6 lower" in read.said(drawn) and "no other group" in read.said(drawn)
    lane = read.lines(read.shape(drawn, "Nobody beside it")["path"])[0]
    assert lane[0][0] == pytest.approx(frame.EFFECT[0], abs=1e-3)
    band = read.lines(read.shape(drawn, "Below the border")["path"])
    assert len(band) == len(result.compared)
    assert read.hidden(figure(shelf()), "Nobody beside it")


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_the_line_of_an_interval_has_the_texture_of_its_certainty(complaint):
    result = shelf(complaint=complaint, treatment="cold")
    drawn = figure(result)
    for certainty in CERTAINTIES:
        rows = [row for row, _ in boards.in_table_order(result, [0.0] * len(result.rows))]
        rows = [row for row in rows if row.effect.certainty == certainty and row.low is not None]
        for name, remembered in (("Intervals", False), ("Intervals from memory", True)):
            bars = read.lines(read.shape(drawn, f"{name}, {certainty}")["path"])
            # Uprights stand at the ends.
            ends = [(bar[0][0], bar[-1][0]) for bar in bars if len(bar) == 2 and bar[0][0] != bar[-1][0]]
            there = [(frame.across(row.low), frame.across(row.high)) for row in rows if row.remembered is remembered]
            assert ends == [pytest.approx(pair, abs=6e-4) for pair in there], certainty
    dashes = {certainty: dash for certainty, (dash, _) in boards.TEXTURES.items()}
    assert len({dashes["moderate"], dashes["low"], dashes["very low"]}) == 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_no_interval_vanishes_behind_its_mark(theme):
    """The ends of a short one stand out over and under the mark; its mark is smaller."""
    for complaint in COMPLAINTS:
        for row in shelf(complaint=complaint).compared:
            result = shelf(complaint=complaint, treatment=row.effect.treatment, row=_choice(row.effect.effect))
            drawn = figure(result, theme=theme)
            marks, names = read.trace(drawn, "Effects"), read.trace(drawn, "Names")["text"]
            at = [re.sub("</?b>", "", name) for name in names].index(row.effect.label)
            y, half = marks["y"][at], marks["marker"]["size"][at] / 2 / frame.frame(theme).unit
            strokes = [
                stroke
                for one in drawn["layout"]["shapes"]
                if one["name"].startswith("Intervals") and one.get("visible", True)
                for stroke in read.lines(one["path"])
                if abs((stroke[0][1] + stroke[-1][1]) / 2 - y) < 0.01 and stroke[0][0] == stroke[-1][0]
            ]
            ends = [end for end in (row.low, row.high) if end is not None and -14 <= end <= 41]
            assert [x for (x, _), _ in strokes] == [pytest.approx(frame.across(end), abs=6e-4) for end in ends]
            assert all(upper - lower > 2 * half for (_, lower), (_, upper) in strokes) or not boards.short(row)


def _choice(name):
    return name if name in ShelfState.declarations()["row"].values else "first"


def test_the_band_ends_at_the_border():
    for border in (1, 10, 26):
        band = read.lines(read.shape(figure(shelf(border=border)), "Below the border")["path"])[0]
        assert max(x for x, _ in band) == pytest.approx(frame.across(border), abs=1e-4)
    assert read.hidden(figure(shelf(reading="as_printed")), "Below the border")


def test_harms_are_drawn_and_painted_of_a_hundred_with_and_without():
    result = shelf(complaint="sciatica", treatment="gabapentinoid")
    drawn = figure(result)
    there = [row for row, _ in boards.in_table_order(result, [0.0] * len(result.rows)) if row.harm_state == "counted"]
    place = [row.effect.treatment for row in there].index("gabapentinoid")
    with_it = read.lines(read.shape(drawn, "Harm with it")["path"])[place]
    both = [row.effect.treatment for row in there if row.harm.without is not None].index("gabapentinoid")
    without = read.lines(read.shape(drawn, "Harm without it")["path"])[both]
    assert max(x for x, _ in with_it) == pytest.approx(frame.of_people(64.2), abs=1e-4)
    assert max(x for x, _ in without) == pytest.approx(frame.of_people(42.6), abs=1e-4)

    track = read.lines(read.shape(drawn, "All hundred")["path"])[0]
    for name, share in (("with it", 64.2), ("without it", 42.6)):
        bar = read.lines(read.shape(drawn, f"Harmed people {name}")["path"])[0]
        wide = (max(x for x, _ in bar) - bar[0][0]) / (max(x for x, _ in track) - track[0][0])
        assert 100 * wide == pytest.approx(share, abs=0.1)
        # With it and without it look on the card as they do in the column.
        column = read.shape(drawn, f"Harm {name}")
        assert read.shape(drawn, f"Harmed people {name}")["fillcolor"] == column["fillcolor"]
    assert "with it: 64.2 of 100" in read.said(drawn) and "without it: 42.6 of 100" in read.said(drawn)


def test_people_stand_beside_the_card_only_where_they_were_counted():
    for other in (shelf(complaint="sciatica", treatment="epidural"), shelf(treatment="relaxant")):
        drawn = figure(other)
        assert all(read.hidden(drawn, f"Harmed people {name}") for name in ("with it", "without it"))
        # Of who got better it may: those have bars of their own.
        counted = other.gain is not None and other.gain.measure == "of 100 people"
        said = [text for text in read.said(drawn) if text.startswith("with it") and "|" not in text]
        assert len(said) == counted
    under = [text.replace("<br>", " ") for text in read.said(figure(shelf(treatment="relaxant")))]
    assert "How many of 100 was not read. More than chance; very low certainty." in under
    alone = figure(shelf(complaint="sciatica", treatment="discectomy"))
    assert "without it: not counted" in read.said(alone)
    assert read.hidden(alone, "Harmed people without it") and not read.hidden(alone, "Harmed people with it")


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_the_thing_in_hand_stands_on_the_card_and_leaves_its_outline_on_the_board(treatment):
    result = shelf(treatment=treatment)
    drawn, about = figure(result), frame.frame(LIGHT)
    spots = [point for line in read.lines(read.shape(drawn, "The thing on the card")["path"]) for point in line]
    assert all(about.card - frame.HEAD <= y <= about.card for _, y in spots)
    held = read.shape(drawn, f"Thing: {treatment}")
    assert held["line"]["dash"] == "dot", "on a board, or on the floor"


@pytest.mark.parametrize("complaint", sorted({row.complaint for row in data.table("treatment_effects")}))
def test_no_printed_number_reaches_a_border_that_its_row_does_not(complaint):
    for row in filter(None, map(stand, effects(complaint))):
        for border in range(31):
            printed = float(words.points(row.value).replace("−", "-"))
            assert (printed >= border) == (row.value >= border), f"{row.effect.effect} at {border}"


@pytest.mark.parametrize("border", range(31))
@pytest.mark.parametrize("said", [0, 2, 7.7, 11, 18.8, 25, 30, 33, 40])
def test_the_word_at_the_readers_mark_is_clear_of_interval_and_border(said, border):
    row, start = asked.effect(), beside(said, border)
    end = start + 7.5
    assert not start < border < end and (end <= row.low or start >= row.high)
    assert frame.POINTS[0] - 1 <= start and end <= frame.POINTS[1]


@pytest.mark.parametrize("border", range(31))
def test_what_is_said_beyond_the_scale_covers_neither_the_interval_nor_the_border(border):
    """“you: 60 →” lay on the interval of the row that was asked about."""
    (place,) = [
        x for text, (x, _) in read.said(figure(shelf(border=border), prediction=60.0)).items() if text == "you →"
    ]
    low, high = (frame.across(end) for end in (asked.effect().low, asked.effect().high))
    # In a hall its five letters are 15 points wide.
    end = place + frame.across(15) - frame.across(0)
    assert end <= low or place >= high
    assert not place < frame.across(border) < end


def test_what_lies_beyond_the_scale_says_so():
    drawn = figure(shelf(), prediction=60.0)
    assert "you →" in read.said(drawn) and "you" in read.said(figure(shelf(), prediction=20.0))
    place = read.trace(drawn, "Your prediction")["x"][0]
    half = LIGHT.marker("prediction")["size"] / 2
    assert place + half / (frame.NARROW * LIGHT.size) < frame.SURE < frame.HARM[0], "clear of the next column"


@settings(max_examples=60)
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
            first = re.split(r"\. (?=[A-Z])", words.sentence(result).replace("et al. ", ""))[0]
            assert ("not yet checked" in first) == row.remembered


def test_nothing_is_said_twice_on_the_card_and_under_it():
    for result in every():
        card, under, claim = _card(result), words.sentence(result), result.card.claim
        assert (claim in under and claim not in card) if claim else "Not one of the five articles" in under
        row = result.standing
        assert row is None or words.size(row) not in card and words.size(row) in under
        assert result.harm is None or result.harm.measure != "of 100 people" or "of 100 without it" not in under


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
        found = cards.in_a_hall(result, theme) if theme.large else cards.answered(result, theme)
        assert theme.large or _height(result, theme) <= about.rest, (result.state, found)
        assert all(len(re.sub("</?b>", "", line)) <= about.letters for line in found)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_name_and_number_of_a_row_fit_beside_each_other(theme):
    """At the narrowest a letter is 0.53 of its size wide, a bold one 0.58."""
    room = (frame.EFFECT[1] - frame.NAME) * frame.NARROW
    for result in (*every(), *(shelf(complaint=complaint, reading="as_printed") for complaint in COMPLAINTS)):
        drawn = figure(result, theme=theme)
        numbers = read.trace(drawn, "Numbers")["text"]
        for place, (row, _) in enumerate(boards.in_table_order(result, [0.0] * len(result.rows))):
            value = numbers[6 * place + 1]
            assert len(row.effect.label) * 0.56 + len(value) * 0.49 < room, (row.effect.label, value)


@settings(max_examples=60)
@given(STATES)
def test_the_knob_lies_on_the_border(state):
    found = grips(simulate(state))
    assert len(found) == (state.reading == "one_scale"), "no knob without its band"
    for knob in found:
        assert knob["control"] == "border" and knob["telling"], "on the scale of the question its place is another"
        for value, x, _ in knob["track"]:
            assert x == pytest.approx(frame.across(value), abs=1e-5)


def test_a_click_on_a_thing_without_a_number_takes_it_in_hand():
    explorer = EvidenceShelf(complaint="sciatica")
    targets = read.trace(explorer.drawn, "Things to click")["customdata"]
    assert set(targets) == {
        "treatment:fusion",
        "treatment:relaxant",
        "treatment:manual",
        "treatment:traction;row:first",
    }
    for choice in sorted(set(targets)):
        explorer.clicked(choice)
        assert explorer.state.treatment in choice
    machine = EvidenceShelf(complaint="back_lasting", treatment="traction")
    assert machine.result.standing.effect.effect == "machine_fall" and len(rows_of(machine.result, "traction")) == 2
    machine.clicked("treatment:traction;row:traction_lasting")
    assert machine.result.standing is None and "little or no difference" in machine.describe().lower()


def test_the_held_treatment_stands_in_its_strip_at_its_value():
    held = shelf(complaint="back_lasting", treatment="therapy")
    here = shelf(complaint="back_lasting")
    mark = read.trace(figure(here, held=held), "A, held")
    assert (
        mark["visible"]
        and mark["x"] == [pytest.approx(frame.across(15))]
        and mark["text"] == [" A: Exercise therapy, 15"]
    )
    # Over another complaint it is not taken for one of its rows.
    assert read.trace(figure(shelf(), held=held), "A, held")["text"] == [" A (lasting back pain), 15"]


def test_the_words_of_a_held_treatment_have_room_on_their_side():
    for held in every():
        for result in (held, shelf(complaint="sciatica"), shelf()):
            mark = read.trace(figure(result, held=held), "A, held")
            if held.standing is None:
                continue
            at, wide = mark["x"][0], 0.53 * len(mark["text"][0]) / frame.NARROW
            left, right = (at - wide, at) if mark["textposition"] == "middle left" else (at, at + wide)
            assert left > 0 and right < 1 + 1 / frame.NARROW, mark["text"]


def test_what_has_no_number_has_no_mark_when_it_is_held():
    assert read.trace(figure(shelf(), held=shelf(treatment="cold")), "A, held")["visible"] is False


# The question


def test_the_prediction_stands_on_the_row_that_was_asked():
    result = shelf(sort="certainty")
    drawn = figure(result, prediction=20.0)
    guess = read.trace(drawn, "Your prediction")
    y = read.said(drawn)["Muscle relaxant"][1] + (boards.LINE - boards.TEXT) * frame.frame(LIGHT).em
    assert guess["y"] == [pytest.approx(y)] and guess["x"] == [frame.across(20)]
    for other in (shelf(complaint="sciatica"), shelf(reading="as_printed")):
        assert read.trace(figure(other, prediction=20.0), "Your prediction")["visible"] is False


def test_the_question_puts_the_bottle_onto_its_own_scale():
    explorer = EvidenceShelf(ask_first=True)
    assert explorer.ask.level["track"] == [[0.0, 0.06, 0.0], [100.0, 0.94, 0.0]]
    assert explorer.ask.answer(explorer.result) == effect("relaxant_new_pain").value == 7.7
    assert "7.7" not in str(asked.veiled(LIGHT))


def test_the_band_comes_after_the_answer():
    open_, kept = asked.veiled(LIGHT), asked.veiled(LIGHT, 18.8)
    for name in ("Band", "Borders of two reviews"):
        assert read.hidden(open_, name) and not read.hidden(kept, name)
    assert not any("smaller" in text for text in read.said(open_))
    band = read.lines(read.shape(kept, "Band")["path"])[0]
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
