"""Two voices: fifteen contradictions, studies that fit, one truth for every number, and a rope that says so."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.claims.ledger import field, figure, places, run, voices, words
from spine_edu.claims.ledger.model import PARTS, PEOPLE, LedgerState, contradictions, needs, simulate
from spine_edu.theme import THEMES
from tests.drawn import lines, said, shape, trace

KEYS = pytest.mark.parametrize("key", contradictions())
STATES = st.builds(
    LedgerState,
    **{name: st.sampled_from(one.values) for name, one in LedgerState.declarations().items()},
)
CODE = re.compile(r"1|[2-5][a-z]{1,2}")


def fitting(key):
    """Yield every study that fits a contradiction."""
    for options in product(*(needs()[key, part].fits.split() for part in PARTS)):
        yield LedgerState(contradiction=key, **dict(zip(PARTS, options, strict=True)))


# The tables -------------------------------------------------------------------------------------------------------


def test_all_fifteen_contradictions_are_told_once_and_in_order():
    assert [row.number for row in contradictions().values()] == list(range(1, 16))
    assert list(contradictions()) == list(LedgerState.declarations()["contradiction"].values)


@KEYS
def test_both_voices_say_where_they_speak(key):
    row = contradictions()[key]
    assert all(CODE.fullmatch(code) for code in f"{row.left_at} {row.right_at}".split())
    assert bool(row.right_at) == bool(row.right) == (key != "back_way"), "silence is given no words"
    assert set(row.claims.split()) & {f"C{number:02}" for number in range(1, 103)}


@KEYS
def test_what_a_study_needs_are_options_of_its_controls_and_not_all_of_them(key):
    for part in PARTS:
        fits, known = needs()[key, part].fits.split(), LedgerState.declarations()[part].values
        assert set(fits) < set(known) and fits


@KEYS
def test_every_study_that_fits_has_its_people(key):
    for state in fitting(key):
        groups = simulate(state).groups
        assert [group.row.group for group in groups] == list(range(1, len(groups) + 1)) and len(groups) in (1, 2)
        assert any(group.row.left != group.row.right for group in groups), "nothing tells the voices apart"


def test_a_count_is_the_one_of_the_table_that_holds_it():
    shares = {row.label: row for row in data.table("contradiction_counts") if row.look}
    wait = simulate(LedgerState("ninety", "leg", "better", "lot", "year"))
    assert [group.share for group in wait.groups] == [95, 95] and [group.found for group in wait.groups] == [19, 19]
    old = simulate(LedgerState("dry", "anyone", "scan", "nobody", "once"))
    percent = {row.age: row.percent for row in data.table("herniation_findings") if row.finding == "degeneration"}
    assert [group.share for group in old.groups] == [percent[20], percent[80]]
    assert len(shares) > 5


def test_the_crossovers_that_are_told_are_those_of_the_trial():
    rows = data.table("treatment_shares")
    (operated,) = (row.share for row in rows if (row.path, row.measure, row.week) == ("wait", "operated", 52))
    assert f"about {operated:.0f} of 100 were operated on" in contradictions()["ninety"].stands


@pytest.mark.parametrize("row", data.table("contradiction_counts"), ids=lambda row: f"{row.contradiction}-{row.label}")
def test_what_nobody_counted_is_called_ours(row):
    published = bool(row.look or row.says or re.search(r"\d+ of \d+", row.of_people))
    assert published == (row.basis != "assumed") and (row.note or row.source)


@KEYS
def test_the_flag_leaves_the_middle_only_where_people_were_counted_of_what_both_speak_of(key):
    for state in fitting(key):
        result = simulate(state)
        assert bool(result.middle) == (result.published and key != "cord")
        if result.published and (result.says or any(None in (one.row.left, one.row.right) for one in result.groups)):
            assert result.place == 0.5, "no number of one of the voices, or of people, moves the flag"
        if result.middle:
            drawn = trace(figure.figure(result), "Words")["text"]
            assert result.middle in words.sentence(result) and result.middle in " ".join(drawn).replace("<br>", " ")
            assert "nearer" not in words.sentence(result)


@KEYS
def test_people_who_are_guessed_are_never_solid(key):
    for state in fitting(key):
        for one in figure.figure(simulate(state))["layout"]["shapes"]:
            if one["name"].startswith(("left: ", "right: ")):
                assert "fillcolor" not in one or one["fillcolor"] in (None, "rgba(0,0,0,0)")
                assert one["line"]["dash"] not in (None, "solid") or "unknown" in one["name"]


def test_no_number_is_put_into_the_mouth_of_the_clinic_nor_of_who_is_silent():
    clinic = simulate(LedgerState("ninety", "leg", "better", "lot", "year"))
    assert all(group.row.right is None for group in clinic.groups) and "gives no number" in words.sentence(clinic)
    silent = simulate(LedgerState("back_way", "anyone", "scan", "healthy", "year"))
    assert not any(field.people(silent, "right", group)[kind] for group in (0, 1) for kind in range(3))
    assert shape(figure.figure(silent), "Bubble: right")["path"] == "M0,0Z"
    assert places.rope(silent.fits, silent.silent)[-1][1] > places.HANDS[1][1] + 3


def test_both_ways_of_the_trial_are_told_with_how_long_they_took():
    weeks = {row.key: row.value for row in data.table("parameters") if row.key.startswith("treatment_curves.half_")}
    early, waiting = (f"week {weeks[f'treatment_curves.half_{way}']:g}" for way in ("early", "waiting"))
    (note,) = (
        row.notice for row in data.table("scenarios") if row.name.startswith("Noor") and "wait or call" in row.name
    )
    for told in (note, contradictions()["ninety"].stands):
        assert early in told and waiting in told


# The model --------------------------------------------------------------------------------------------------------


@given(STATES)
def test_a_study_could_tell_the_voices_apart_only_if_all_four_parts_fit(state):
    result = simulate(state)
    assert result.ready == (state in list(fitting(state.contradiction)))
    assert bool(result.groups) == result.ready
    assert set(words.misfits(result)) == {part for part in PARTS if not result.fits[part]}


@given(STATES)
def test_the_flag_stands_between_the_voices(state):
    place = simulate(state).place
    assert place is None or 0 <= place <= 1


def test_what_one_voice_foretold_to_a_person_puts_the_flag_at_its_end():
    assert simulate(LedgerState("often", "herniation", "spasm", "nobody", "once")).place == 0.5
    assert simulate(LedgerState("cord", "anyone", "scan", "nobody", "once")).place == 1
    assert simulate(LedgerState("back_way", "anyone", "scan", "healthy", "year")).place is None


# The picture ------------------------------------------------------------------------------------------------------


@given(STATES)
def test_people_are_painted_as_they_are_counted(state):
    result = simulate(state)
    for cell, group in product(places.CELLS, (0, 1)):
        some, others, unknown = field.people(result, cell, group)
        if (cell == "found" and result.says) or (cell == "right" and result.silent):
            assert not some + others + unknown, "what is no count of people is not painted as one"
            continue
        assert len(some) + len(others) + len(unknown) == (PEOPLE if group < field.groups(result) else 0)
        if result.ready and group < len(result.groups):
            row = result.groups[group]
            told = {"left": row.row.left, "right": row.row.right, "found": row.found}[cell]
            assert len(some) == (told or 0) and bool(unknown) == (told is None)
            assert told is not None or cell == "found" or field.labels(result, cell)[group] == "gives no number"


@given(STATES)
def test_people_stand_in_their_cells_and_words_between(state):
    result = simulate(state)
    for cell, (left, right) in places.CELLS.items():
        for group in range(field.groups(result)):
            for x, y in places.standing(cell, group, field.groups(result)):
                assert left + 0.5 <= x <= right - 0.5 and places.HEAD < y < places.FIELD[1] - 0.4
            assert places.label(group, field.groups(result)) < places.standing(cell, group, field.groups(result))[0][1]


@given(STATES)
def test_the_rope_has_a_knot_where_a_part_does_not_fit(state):
    fits = simulate(state).fits
    points = places.rope(fits)
    assert points[0] == places.HANDS[0] and points[-1] == places.HANDS[1]
    for part, middle in places.KNOTS.items():
        here = [(x, y) for x, y in points if abs(x - middle) < 2]
        back = any(a > b for (a, _), (b, _) in zip(here, here[1:], strict=False))
        assert back != fits[part]


@pytest.mark.parametrize("number", (0, 1))
@pytest.mark.parametrize("loose", (0.0, 0.25, 0.5, 0.75, 1.0))
def test_the_hands_of_both_hold_the_rope(number, loose):
    _, arms = voices.outlines(number, loose)
    hand = arms[2]
    x, y = (sum(axis) / len(hand) for axis in zip(*hand, strict=True))
    assert abs(x - places.HANDS[number][0]) < 0.6 and abs(y - places.HANDS[number][1]) < 0.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@KEYS
def test_words_fit_into_bubbles_plates_and_cells(key, theme):
    """A letter is about half as wide as the type, and the paper 34 types wide at least."""
    for state in (LedgerState(contradiction=key), next(fitting(key))):
        told = said(figure.figure(simulate(state), theme=theme))
        for text, (_, y) in told.items():
            longest = max(len(line) for line in re.sub("</?b>", "", text).split("<br>"))
            room = 16.0 if places.TITLE < y < 10 else 5.2 if places.PLATE[0] < y < places.PLATE[1] else 10.6
            room = 11.3 if 10 < y < places.PLATE[0] else room
            if y > places.TITLE:
                assert longest * (0.58 if y < 10 else 0.52) <= room + 0.3, text
            assert len(text.split("<br>")) <= 3


def test_the_next_option_is_what_a_press_chooses():
    explorer = spine_edu.TwoVoices(ask_first=False)
    things = explorer.touches()["things"]
    assert len(things) == 15 + 4
    for _ in range(5):
        (choice,) = (one for one in explorer.touches()["things"] if one.startswith("whom:"))
        explorer.clicked(choice)
    assert explorer.state.whom == LedgerState.declarations()["whom"].value


# The run ----------------------------------------------------------------------------------------------------------


@KEYS
def test_the_run_ends_as_the_picture_stands(key):
    for state in (LedgerState(contradiction=key), next(fitting(key))):
        result = simulate(state)
        last = run.paths(result, *run.steps(result)[-1])
        for name, path in field.paths(result).items():
            if name.startswith("found"):
                assert str(last[name]).replace("M0,0Z", "") == str(path)
        assert bool(run.flights(result)) == (result.place is not None)
        if result.place is not None:
            assert run.flights(result)[-1] == pytest.approx(result.place)


def test_people_are_found_to_have_it_one_after_the_other():
    result = simulate(LedgerState("often", "herniation", "spasm", "nobody", "once"))
    seen = [len(run.paths(result, 1.0, looked)["found: with it 1"].places) for looked in range(1, PEOPLE + 1)]
    assert seen == sorted(seen) and seen[-1] == 5


def test_numbers_of_the_picture_stand_in_the_sentence():
    result = simulate(LedgerState("rest", "leg", "better", "lot", "weeks"))
    drawn = figure.figure(result)
    assert {"bed, better: 14", "up, better: 13", "bed, better: 16"} <= set(trace(drawn, "Words")["text"])
    assert "bed, better, 14 of 20" in words.sentence(result) and "64 of 92" in words.sentence(result)


def test_the_flag_is_planted_on_the_rope():
    drawn = figure.figure(simulate(LedgerState("rest", "leg", "better", "lot", "weeks")))
    (foot, *_), *_ = lines(shape(drawn, "Flag")["path"])
    assert foot[1] == pytest.approx(places.hang(foot[0], 1), abs=0.01)
