"""The mystery patient: what is hidden, what is measured of it, how the gap is drawn, and what is said."""

import pytest

from spine_edu import data
from spine_edu.cycle.mystery import words
from spine_edu.cycle.mystery.figure import AXES, figure
from spine_edu.cycle.mystery.model import (
    MEASURES,
    PROBES,
    REPORT_DAYS,
    SUSPECTS,
    MysteryState,
    course,
    moved,
    secret,
    simulate,
)
from spine_edu.cycle.whole import model as whole
from spine_edu.theme import PRESENTER, THEMES

#: Patient -> what is hidden, written down once: a number is the same patient for everybody, in every version.
HIDDEN = {
    1: ("sensitisation_gain", 60),
    2: ("nerve_contact", 80),
    5: ("load", 60),
    6: ("load", 100),
    9: ("guarding_reactivity", 80),
    10: ("guarding_reactivity", 60),
    11: ("sensitisation_gain", 90),
    18: ("nerve_contact", 50),
    20: ("guarding_reactivity", 60),
}


def patient(number=9, **settings):
    return simulate(MysteryState(patient=number, **settings))


def solved(number, **settings):
    """The same patient, guessed right."""
    control, amount = secret(number)
    return patient(number, suspect=control, amount=amount, **settings)


def drawn(result, **more):
    """What is drawn, by name."""
    return {trace["name"]: trace for trace in figure(result, **more)["data"]}


# Model


def test_a_number_is_the_same_patient_for_everybody():
    assert {number: secret(number) for number in HIDDEN} == HIDDEN
    for number in range(1, 21):
        control, amount = secret(number)
        assert control in SUSPECTS and amount in (50, 60, 70, 80, 90, 100)
    assert {secret(number)[0] for number in range(1, 21)} == set(SUSPECTS)


@pytest.mark.parametrize(
    "control, far", [("load", 1.7), ("guarding_reactivity", 3.5), ("nerve_contact", 1.0), ("sensitisation_gain", 4.6)]
)
def test_a_guess_goes_from_the_usual_value_to_the_far_one(control, far):
    usual = getattr(whole.CycleState(), control)
    assert moved(control, 0) == {control: usual} and moved(control, 100) == {control: pytest.approx(far)}
    assert moved(control, 50)[control] == pytest.approx((usual + far) / 2)


def test_a_guess_is_a_run_of_the_whole_model():
    run = course("load", 100.0, "nsaid")
    assert run.state == whole.CycleState(days=84, load=1.7, treatment="nsaid", treatment_day=7)
    assert course("load", 0.0, "lighter").state == whole.CycleState(days=84, cut_link="pressure")


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("probe", PROBES)
def test_measurements_are_the_patients_run_read_off_in_steps(probe, measure):
    result = solved(9, probe=probe, measure=measure)
    read, step, _ = MEASURES[measure]
    values = read(course("guarding_reactivity", 80.0, probe))
    assert result.curve == values and result.days == REPORT_DAYS
    for day, report, guess in zip(result.days, result.reported, result.guessed, strict=True):
        assert guess == values[day]
        assert abs(report - values[day]) <= step / 2 + 1e-9
        assert report / step == pytest.approx(round(report / step))


def test_measures_read_pain_tightness_and_pressure():
    run = course("load", 0.0, "wait")
    assert MEASURES["pain"][0](run) == run.rating
    assert MEASURES["tightness"][0](run)[7] == pytest.approx(10 * run.guarding[7])
    assert MEASURES["pressure"][0](run) == run.pressure


@pytest.mark.parametrize("number", [2, 6, 9, 11])
def test_the_right_guess_is_named_and_nearer_than_any_other_suspect(number):
    right = solved(number)
    assert right.named and right.gap < 3
    for other in SUSPECTS:
        if other != right.hidden:
            wrong = right.state.replace(suspect=other)
            assert simulate(wrong).gap > right.gap and not simulate(wrong).named


def test_named_needs_the_control_and_about_the_amount():
    assert (
        patient(suspect="guarding_reactivity", amount=65).named
        and patient(suspect="guarding_reactivity", amount=95).named
    )
    assert not patient(suspect="guarding_reactivity", amount=60).named and not patient(suspect="load", amount=80).named


def test_the_gap_is_the_mean_distance_on_the_days_of_measurement():
    result = patient(suspect="load", amount=30)
    apart = [abs(one - other) for one, other in zip(result.reported, result.guessed, strict=True)]
    assert result.gap_here == pytest.approx(sum(apart) / 14)
    shares = [
        patient(suspect="load", amount=30, probe=probe, measure=measure).gap_here / MEASURES[measure][2]
        for probe in PROBES
        for measure in MEASURES
    ]
    assert result.gap == pytest.approx(100 * sum(shares) / 15)


@pytest.mark.parametrize(
    "change, sentence",
    [
        ({"patient": 0}, "Patient number: 0 is outside the range; allowed is 1 to 20"),
        ({"probe": "scan"}, "Probe: 'scan' is not an option"),
        ({"suspect": "age"}, "My suspect: 'age' is not an option"),
        ({"amount": 101}, "How far it is moved: 101 is outside the range"),
    ],
)
def test_what_no_patient_has_is_refused_in_a_sentence(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        MysteryState(**change)


# Figure


@pytest.mark.parametrize("measure", MEASURES)
def test_marks_curve_and_gaps_are_where_they_were_measured(measure):
    result = patient(suspect="load", amount=50, measure=measure)
    shown = drawn(result)
    assert (shown["Measured in the patient"]["x"], shown["Measured in the patient"]["y"]) == (
        result.days,
        result.reported,
    )
    assert (shown["Your guess"]["x"], shown["Your guess"]["y"]) == (list(range(85)), result.curve)
    gaps = shown["Gaps"]
    assert gaps["x"][::3] == gaps["x"][1::3] == list(result.days)
    assert (gaps["y"][::3], gaps["y"][1::3]) == (list(result.reported), list(result.guessed))


@pytest.mark.parametrize("measure", MEASURES)
def test_the_axis_says_the_measure_and_its_unit_and_holds_every_patient(measure):
    layout = figure(patient(measure=measure))["layout"]
    unit, top, _ = AXES[measure]
    assert layout["yaxis"]["title"]["text"] == f"{words._CONTROLS['measure'].format(measure)} ({unit})"
    assert layout["yaxis"]["range"] == [0, top]
    for number in range(1, 21):
        result = solved(number, measure=measure)
        assert max(*result.reported, *result.curve) <= top, number


def test_the_name_of_the_guess_stands_on_its_curve_away_from_the_marks():
    above = patient(6, suspect="load", amount=0)
    name = drawn(above)["Name of the guess"]
    assert name["y"] == [above.curve[name["x"][0]]] and name["visible"] is True
    assert name["textposition"] == "bottom left", "the guess lies below what was measured"
    assert name["x"][0] not in REPORT_DAYS
    assert drawn(solved(9))["Name of the guess"]["visible"] is False, "on top of the marks there is no room"


def test_guess_a_is_the_held_run_and_notes_are_the_results():
    held, result = patient(suspect="load", amount=100), patient(suspect="nerve_contact", amount=40)
    shown = drawn(result, held=held, prediction="Daily load is high")
    assert shown["Guess A"]["y"] == held.curve and shown["Guess A"]["visible"]
    assert shown["Notes"]["text"] == [
        f"gap here {result.gap_here:.2f} (0–10 rating)<br>over all looks {result.gap:.1f} % of the scale<br>"
        "you first suspected: Daily load is high"
    ]
    assert drawn(result)["Guess A"]["visible"] is False


def test_the_answer_is_shown_only_when_it_is_asked_for():
    assert "hidden" not in drawn(patient())["Notes"]["text"][0]
    assert drawn(patient(reveal="yes"))["Notes"]["text"][0].endswith("hidden: Guarding reactivity is high, 80 %")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_title_names_patient_and_probe(theme):
    layout = figure(patient(4, probe="nsaid"), theme=theme)["layout"]
    assert layout["title"]["text"] == "Patient 4. Anti-inflammatory drug from day 7"
    assert layout["height"] == (480 if theme is PRESENTER else 400)


# Words


def test_the_sentence_says_measurement_guess_and_gaps():
    result = patient(suspect="load", amount=50)
    assert words.sentence(result) == (
        f"Patient 9, wait and see: pain goes from 6.0 of 10 to 6.5 of 10 by day 84. Your guess, “Daily load is high” "
        f"by 50 %, is {result.gap_here:.2f} away here and {result.gap:.1f} % of the scale over all looks."
    )
    assert (result.reported[0], result.reported[-1]) == (6.0, 6.5)


def test_the_sentence_takes_the_unit_of_the_measure_and_tells_the_answer_if_asked():
    result = patient(measure="pressure", reveal="yes")
    text = words.sentence(result)
    assert f"from {result.reported[0]:.2f} MPa to {result.reported[-1]:.2f} MPa" in text
    assert text.endswith(" Hidden was “Guarding reactivity is high”, by 80 %.")
    assert "Hidden" not in words.sentence(patient())


def test_compare_says_which_guess_is_nearer():
    far, near = patient(suspect="load", amount=0), solved(9)
    assert words.compare(far, near) == (
        f"This guess is nearer over all looks: {near.gap:.1f} % of the scale now, {far.gap:.1f} % in A."
    )
    assert words.compare(near, far).startswith(f"Guess A is nearer over all looks: {far.gap:.1f} % of the scale now")
    assert words.compare(near, near) == f"Guess A is just as near ({near.gap:.1f} %)."


@pytest.mark.parametrize("measure, unit", [("pain", "0 to 10"), ("tightness", "0 to 10"), ("pressure", "MPa")])
def test_the_table_holds_every_day_of_measurement(measure, unit):
    result = patient(measure=measure, suspect="load", amount=30)
    table = words.table(result)
    assert table.columns == ("Day", f"Measured ({unit})", f"Your guess ({unit})")
    assert table.rows == tuple(
        (day, round(report, 2), round(guess, 2))
        for day, report, guess in zip(result.days, result.reported, result.guessed, strict=True)
    )


def test_every_suspect_can_be_named_in_words():
    assert set(SUSPECTS) == set(data.choice("cycle_mystery.suspect").values)
