"""The mystery patient: what is hidden, what a look shows of it, what is drawn and said, and that it can be solved."""

import json
from itertools import pairwise
from math import dist

import pytest

import spine_edu
from spine_edu import data
from spine_edu.cycle.mystery import names, words
from spine_edu.cycle.mystery.figure import LEVER, ROWS, bend, figure, grips, square
from spine_edu.cycle.mystery.looks import CEILING, FLOOR, TOPS, place, rooms
from spine_edu.cycle.mystery.model import (
    LOOKS,
    MEASURES,
    PROBES,
    REPORT_DAYS,
    SLOTS,
    SUSPECTS,
    MysteryState,
    course,
    moved,
    reports,
    secret,
    simulate,
)
from spine_edu.cycle.mystery.portraits import posture
from spine_edu.cycle.whole import model as whole
from spine_edu.drawing.body import length
from spine_edu.theme import THEMES
from tests.drawn import inside, lines, said, shape, trace

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
EVERY_PATIENT = range(1, 21)
#: What a good detective buys: each measure once, and one look that the twins do not stand.
PLAN = ("wait_pressure", "wait_tightness", "heavier_pain", "wait_pain")


def patient(number=9, *looks, **settings):
    return simulate(MysteryState(patient=number, **dict(zip(SLOTS, looks, strict=False)), **settings))


# Model


def test_a_number_is_the_same_patient_for_everybody():
    assert {number: secret(number) for number in HIDDEN} == HIDDEN
    for number in EVERY_PATIENT:
        control, amount = secret(number)
        assert control in SUSPECTS and amount in (50, 60, 70, 80, 90, 100)
    assert {secret(number)[0] for number in EVERY_PATIENT} == set(SUSPECTS)


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


def test_the_heavier_days_multiply_the_patients_own_load_up_to_the_most():
    assert course("nerve_contact", 0.0, "heavier").state == whole.CycleState(days=84, load=1.5)
    assert course("load", 50.0, "heavier").state.load == pytest.approx(1.35 * 1.5)
    assert course("load", 100.0, "heavier").state.load == 2.5


@pytest.mark.parametrize("look", LOOKS, ids="_".join)
def test_measurements_are_the_patients_run_read_off_in_steps(look):
    probe, measure = look
    result = patient(9, "_".join(look), suspect="guarding_reactivity", amount=80)
    [exhibit] = result.exhibits
    read, step, _ = MEASURES[measure]
    values = read(course("guarding_reactivity", 80.0, probe))
    assert (exhibit.number, exhibit.probe, exhibit.measure, exhibit.curve) == (0, probe, measure, values)
    for day, report, guess in zip(REPORT_DAYS, exhibit.reported, exhibit.guessed, strict=True):
        assert guess == values[day]
        assert abs(report - values[day]) <= step / 2 + 1e-9
        assert report / step == pytest.approx(round(report / step))


def test_measures_read_pain_tightness_and_pressure():
    run = course("load", 0.0, "wait")
    assert MEASURES["pain"][0](run) == run.rating
    assert MEASURES["tightness"][0](run)[7] == pytest.approx(10 * run.guarding[7])
    assert MEASURES["pressure"][0](run) == run.pressure


def best_fit(looks, number):
    """What an ideal guesser says who sees nothing but the looks bought: the guess nearest to all marks."""
    seen = {look: reports(secret(number), *look) for look in looks}

    def miss(guess):
        return sum(
            abs(report - MEASURES[look[1]][0](course(*guess, look[0]))[day]) / MEASURES[look[1]][1]
            for look, marks in seen.items()
            for day, report in zip(REPORT_DAYS, marks, strict=True)
        )

    return min(((name, float(amount)) for name in SUSPECTS for amount in range(0, 101, 10)), key=miss)


@pytest.mark.parametrize("number", EVERY_PATIENT)
def test_every_patient_can_be_solved_with_the_looks_there_are(number):
    assert len(PLAN) <= len(SLOTS)
    control, amount = best_fit([tuple(look.split("_")) for look in PLAN], number)
    assert patient(number, *PLAN, suspect=control, amount=amount, reveal="yes").answer.named


def test_the_twins_stand_three_looks_and_fall_with_the_load():
    for number in (1, 2, 18):
        found = patient(number, suspect=secret(number)[0], amount=secret(number)[1], reveal="yes").answer
        assert {found.hidden, found.twin[0]} == {"nerve_contact", "sensitisation_gain"}
        assert found.best == ("heavier", "pain") and found.apart[found.best] > 1
        assert all(found.apart["wait", measure] < 0.5 for measure in MEASURES)


def test_the_answer_compares_control_and_amount():
    right, far = (patient(suspect="guarding_reactivity", amount=amount, reveal="yes").answer for amount in (65, 60))
    wrong = patient(suspect="load", amount=80, reveal="yes").answer
    assert (right.hidden, right.amount, right.off, right.named) == ("guarding_reactivity", 80, 15, True)
    assert (far.off, far.named, wrong.off, wrong.named) == (20, False, None, False)
    assert wrong.twin[0] == "load", "who accused another one is told what would have cleared it"
    assert set(wrong.apart) == set(LOOKS)


@pytest.mark.parametrize(
    "change, sentence",
    [
        ({"patient": 0}, "Patient number: 0 is outside the range; allowed is 1 to 20"),
        ({"third_look": "scan"}, "Third look: 'scan' is not an option"),
        ({"suspect": "age"}, "My suspect: 'age' is not an option"),
        ({"amount": 101}, "How far it is moved: 101 is outside the range"),
    ],
)
def test_what_no_patient_has_is_refused_in_a_sentence(change, sentence):
    with pytest.raises(ValueError, match=sentence):
        MysteryState(**change)


def test_every_look_and_suspect_has_words():
    assert set(SUSPECTS) == set(data.choice("cycle_mystery.suspect").values) == set(names.SUSPECT_NAMES)
    assert ("none", *("_".join(look) for look in LOOKS)) == data.choice("cycle_mystery.look").values
    assert set(names.PROBE_NAMES) == set(names.SHORT_NAMES) == set(PROBES) and set(names.MEASURE_NAMES) == set(MEASURES)


# Nothing is given away


@pytest.fixture
def explorer():
    return spine_edu.MysteryPatient()


def everything_sent(explorer):
    """All that is on the page, in the table and in what is checked, as one text."""
    face = explorer.widget
    traits = {name: face.trait_values()[name] for name in face.keys if name not in ("layout", "bundle", "card")}
    met = [explorer.check(row.key) for row in explorer.challenges]
    shown = traits, explorer.describe(), explorer.table(), met, explorer.drawn, explorer.grips()
    return json.dumps(shown, default=str, sort_keys=True)


@pytest.mark.parametrize("looks", [(), ("wait_pain",), ("nsaid_pressure", "wait_tightness")])
def test_nothing_of_the_secret_is_on_the_page_before_the_answer(monkeypatch, looks):
    """Two patients who look alike in what was bought are told apart by nothing: another secret changes no byte."""
    from spine_edu.cycle.mystery import model

    sent = []
    shown = {}
    for hidden in (("load", 60.0), ("sensitisation_gain", 90.0), ("guarding_reactivity", 80.0)):
        monkeypatch.setattr(model, "secret", lambda number, hidden=hidden: hidden)
        monkeypatch.setattr(model, "reports", lambda found, *look: shown.setdefault(look, reports(found, *look)))
        explorer = spine_edu.MysteryPatient(
            patient=9, suspect="guarding_reactivity", amount=80, **dict(zip(SLOTS, looks, strict=False))
        )
        assert explorer.result.answer is None and not explorer.check("named") and not explorer.can_play()
        explorer.hold()
        sent.append(everything_sent(explorer))
    first, *others = (text for text in sent)
    assert all(_plain(other) == _plain(first) for other in others)


def test_only_the_model_knows_the_secret():
    for module in (spine_edu.MysteryPatient.figures, spine_edu.MysteryPatient.words):
        assert not {"secret", "simulate", "_answer"} & set(vars(module)), module.__name__
    assert set(vars(patient(9, "wait_pain"))) == {"state", "exhibits", "answer"}


def _plain(text):
    """What is sent, without the running numbers of widgets."""
    import re

    return re.sub(r"IPY_MODEL_\w+|Face object at \w+", "", text)


def test_the_answer_brings_the_secret(explorer):
    explorer.set(suspect="guarding_reactivity", amount=80)
    assert not explorer.check("named")
    explorer.set(reveal="yes")
    assert explorer.check("named") and "Hidden: guarding reactivity, 80 %" in json.dumps(explorer.drawn)


def test_a_look_that_is_bought_stays_and_another_patient_begins_anew(explorer):
    explorer.clicked("first_look:wait_pain")
    with pytest.raises(ValueError, match="First look: it is bought, and cannot be exchanged"):
        explorer.move("first_look", "wait_pressure")
    with pytest.raises(ValueError, match="cannot be exchanged"):
        explorer.move("first_look", "none")
    explorer.move("first_look", "wait_pain")
    explorer.move("third_look", "nsaid_pain")
    explorer.move("suspect", "nerve_contact")
    assert explorer.to_text() == (
        "cycle_mystery v1: suspect nerve_contact, first look wait_pain, third look nsaid_pain"
    )
    explorer.move("patient", 12)
    assert explorer.to_text() == "cycle_mystery v1: patient 12"


# Figure


def test_what_is_clicked_buys_the_next_look_accuses_and_asks():
    result = patient(9, "wait_pain", amount=80)
    shown = figure(result)
    to_buy = trace(shown, "Looks to buy: click one")
    assert {choice.split(":")[0] for choice in to_buy["customdata"]} == {"second_look"}
    assert "second_look:wait_pain" not in to_buy["customdata"] and len(to_buy["customdata"]) == 3 * 14
    for x, y, choice in zip(to_buy["x"], to_buy["y"], to_buy["customdata"], strict=True):
        assert inside((x, y), square(*choice.split(":")[1].split("_")))
    accused = trace(shown, "Suspects: click one")
    assert {choice.split(";")[0].split(":")[1] for choice in accused["customdata"]} == set(SUSPECTS)
    for x, y, choice in zip(accused["x"], accused["y"], accused["customdata"], strict=True):
        name, _, amount = choice.removeprefix("suspect:").partition(";amount:")
        assert abs(y - ROWS[name]) < 1.5
        if amount:
            [grip] = grips(patient(suspect=name))
            (_, left, level), (_, right, _) = grip["track"]
            assert (x, y) == pytest.approx((left + (right - left) * float(amount) / 100, level))
    assert set(trace(shown, "The answer: click")["customdata"]) == {"reveal:yes"}
    full = figure(patient(9, *(["wait_pain", "wait_tightness", "wait_pressure", "nsaid_pain", "heavier_pain"])))
    assert not trace(full, "Looks to buy: click one")["customdata"]


def test_after_the_answer_a_press_brings_the_next_patient_with_five_new_looks(explorer):
    assert not trace(explorer.drawn, "Next patient: click")["customdata"], "not before the answer"
    explorer.set(patient=20, first_look="wait_pain", suspect="nerve_contact", amount=50)
    explorer.set(reveal="yes")
    assert explorer.said == "Found so far: 0 of 1 patients; the first answer counts."
    explorer.clicked(trace(explorer.drawn, "Next patient: click")["customdata"][0])
    assert explorer.to_text() == "cycle_mystery v1: patient 1"
    explorer.set(suspect="sensitisation_gain", amount=60)
    explorer.clicked("reveal:yes")
    assert explorer.said == "Found so far: 1 of 2 patients; the first answer counts."
    explorer.set(amount=0)
    explorer.set(amount=60)
    assert explorer.said.startswith("Found so far: 1 of 2")


def test_the_average_person_is_the_guess_of_nothing():
    result = patient(9, "wait_pain", suspect="nerve_contact", amount=70)
    average = trace(figure(result), "An average person of this model")
    nothing = trace(figure(patient(9, "wait_pain", suspect="load", amount=0)), "Your guess")
    assert (average["x"], average["y"]) == (nothing["x"], nothing["y"]) != ([], [])


def test_a_week_at_the_start_has_more_room_than_a_week_at_the_end():
    first, last = (place(rooms({})[0], "pain", day, 0)[0] for day in (0, 84))
    for day in (7, 28):
        share = (place(rooms({})[0], "pain", day, 0)[0] - first) / (last - first)
        assert share == pytest.approx((day / 84) ** 0.5)


@pytest.mark.parametrize("name", SUSPECTS)
def test_the_accused_is_marked_on_the_patient_and_can_be_pressed_there(name):
    shown = figure(patient(suspect=name))
    pressed = trace(shown, "On the patient: press one")
    assert pressed["customdata"] == [f"suspect:{one};amount:50" for one in SUSPECTS], "nobody is moved by nothing"
    moved = trace(figure(patient(suspect=name, amount=80)), "On the patient: press one")
    assert moved["customdata"] == [f"suspect:{one}" for one in SUSPECTS]
    [dot] = lines(shape(shown, "Place of the accused")["path"])
    assert len(lines(shape(shown, "Places of other suspects")["path"])) == 3
    middle = (min(y for _, y in dot) + max(y for _, y in dot)) / 2
    assert middle == pytest.approx(pressed["y"][list(SUSPECTS).index(name)], abs=0.05)


def test_the_load_is_dragged_in_the_hands_of_the_patient_and_grows():
    def tall(amount):
        [bag] = lines(shape(figure(patient(suspect="load", amount=amount)), "His load")["path"])
        return max(y for _, y in bag) - min(y for _, y in bag)

    assert tall(100) == pytest.approx(1.7 * tall(0), rel=0.02)
    [grip] = grips(patient(suspect="load", amount=40))
    assert max(y for _, y in grip["body"]) - min(y for _, y in grip["body"]) == pytest.approx(tall(40), rel=0.02)
    assert "body" not in grips(patient(suspect="nerve_contact"))[0]


def test_the_patient_is_bent_by_the_pain_that_was_measured_and_straightens_when_found():
    result = patient(9, "wait_pain")
    assert bend(result) == result.exhibits[0].reported[-1] / 10
    hidden, amount = secret(9)
    found = patient(9, "wait_pain", suspect=hidden, amount=amount, reveal="yes")
    assert bend(found) == 0 and "found!" in said(figure(found))
    for one in (0, 0.5, 1):
        hip, knee, ankle, _ = posture(one).leg()
        assert dist(hip, knee) == pytest.approx(length("thigh")) and dist(knee, ankle) == pytest.approx(length("shank"))
    frames = lines(shape(figure(found), "Frames that the guess fits")["path"])
    assert len(frames) == 1 and figure(result)["layout"]["shapes"]


def test_what_is_bought_has_the_room():
    for bought in ({}, {0: 1}, {2: 1}, {0: 1, 1: 1, 4: 1}, dict.fromkeys(range(5), 1)):
        edges = rooms(bought)
        assert all(left[1] < right[0] for left, right in pairwise(edges.values()))
        assert edges[0][0] >= 0.3 and edges[4][1] <= 33.9
        widest = max(right - left for left, right in edges.values())
        assert all(edges[number][1] - edges[number][0] == pytest.approx(widest) for number in bought)


def test_only_what_was_bought_is_drawn():
    result = patient(5, "wait_pain", "none", "heavier_pressure", suspect="load", amount=60)
    shown = figure(result)
    assert (
        len(lines(shape(shown, "Frames")["path"])) == 2 and len(lines(shape(shown, "Frames still empty")["path"])) == 3
    )
    marks, guess = trace(shown, "Measured in the patient"), trace(shown, "Your guess")
    expected = [
        place(rooms(result.state.bought)[one.number], one.measure, day, report)
        for one in result.exhibits
        for day, report in zip(REPORT_DAYS, one.reported, strict=True)
    ]
    assert list(zip(marks["x"], marks["y"], strict=True)) == expected
    assert guess["x"].count(None) == 2
    assert (
        not trace(figure(patient()), "Measured in the patient")["x"] and not trace(figure(patient()), "Your guess")["x"]
    )


@pytest.mark.parametrize("look", LOOKS, ids="_".join)
def test_every_patient_stays_in_the_frame(look):
    for number in EVERY_PATIENT:
        for value in (*reports(secret(number), *look), *MEASURES[look[1]][0](course(*secret(number), look[0]))):
            assert 0 <= value <= TOPS[look[1]]
            assert FLOOR <= place(rooms({})[0], look[1], 0, value)[1] <= CEILING


@pytest.mark.parametrize("name", SUSPECTS)
def test_the_lever_lies_on_the_card_of_the_accused(name):
    result = patient(suspect=name, amount=40)
    [grip] = grips(result)
    assert grip["control"] == "amount" and [point[0] for point in grip["track"]] == [0, 100]
    [card] = lines(shape(figure(result), "The accused")["path"])
    for _, x, y in grip["track"]:
        assert inside((x, y), card)
    assert grip["track"][0][1:] == [LEVER[0], grip["track"][1][2]] and grip["track"][0][2] < ROWS[name]


def test_guess_a_is_drawn_only_in_frames_that_hold_the_same_look():
    held = patient(9, "wait_pain", "wait_pressure", suspect="load", amount=100)
    result = patient(9, "wait_pain", "nsaid_pain", suspect="nerve_contact", amount=40)
    guess = trace(figure(result, held=held), "Guess A")
    assert guess["visible"] and guess["x"].count(None) == 1
    assert guess["y"][0] == place(rooms({})[0], "pain", 0, held.exhibits[0].curve[0])[1]
    assert trace(figure(result), "Guess A")["visible"] is False


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_board_says_how_many_looks_are_left_and_which_were_bought(theme):
    shown = said(figure(patient(4, "wait_pain", "nsaid_pressure"), theme=theme))
    assert "<b>Patient 4: the suspects</b>" in shown and "<b>Buy looks: 3 of 5 left</b>" in shown
    for number, look in (("<b>1</b>", ("wait", "pain")), ("<b>2</b>", ("nsaid", "pressure"))):
        assert inside(shown[number], square(*look))
    assert "<b>2</b> Pressure" in shown and "press a + above" not in shown
    assert "press a + above" in said(figure(patient(4, "wait_pain"), theme=theme))


def test_the_answer_says_which_look_tells_the_twins_apart():
    result = patient(1, "wait_pain", "heavier_pain", suspect="nerve_contact", amount=45, reveal="yes")
    shown = figure(result)
    assert inside(said(shown)["<b>2</b> ★"], square("heavier", "pain"))
    bars = lines(shape(shown, "How far each look tells the twins apart")["path"])
    longest = max(bars, key=lambda bar: bar[1][0] - bar[0][0])
    assert longest[0] == pytest.approx(square("heavier", "pain")[0], abs=0.01) and len(bars) == len(LOOKS)


def test_what_was_hidden_is_shown_on_its_own_lever_and_the_verdict_beside_the_button():
    assert not trace(figure(patient(9)), "What was hidden")["x"]
    result = patient(9, "wait_pain", suspect="load", amount=20, reveal="yes")
    shown, (control, amount) = figure(result), secret(9)
    hidden = trace(shown, "What was hidden")
    [grip] = grips(patient(9, suspect=control))
    (_, left, level), (_, right, _) = grip["track"]
    assert hidden["x"] == [pytest.approx(left + (right - left) * amount / 100)] and 0 < level - hidden["y"][0] < 0.7
    assert hidden["text"] == [f"<b>{amount:.0f} %</b>"]
    [said] = [text for text in trace(shown, "The answer, and who comes next")["text"] if "Hidden" in text]
    first, second = said.split("<br>")
    assert "✗" in second and max(len(first), len(second)) <= 45, "each line ends before the button"


# Words


def test_the_sentence_says_what_was_bought_and_who_is_accused():
    assert words.sentence(patient()) == (
        "Patient 9. 0 of 5 looks are bought, so nothing is known yet. You accuse “Daily load is high”, by 0 %. "
        "The answer stays hidden until you ask for it."
    )
    result = patient(9, "wait_pain", "wait_pressure", suspect="nerve_contact", amount=50)
    assert words.sentence(result) == (
        "Patient 9. 2 of 5 looks are bought. In frame 2 pressure (wait and see) goes from 0.62 MPa to 0.66 MPa between "
        "day 0 and day 84. You accuse “Nerve contact is large”, by 50 %. "
        "The answer stays hidden until you ask for it."
    )


def test_the_answer_is_told_with_how_good_and_what_would_have_helped():
    text = words.sentence(patient(1, "wait_pain", suspect="nerve_contact", amount=45, reveal="yes"))
    assert text.endswith(
        "The answer: hidden was “Sensitisation is strong”, by 60 %. You accused another one, with 1 of 5 looks. “Nerve "
        "contact is large”, by 50 %, leaves the most similar marks while you wait; what tells the two apart best is "
        "pain (half more load), which you did not buy."
    )
    had = patient(1, "heavier_pain", suspect="nerve_contact", amount=45, reveal="yes")
    assert words.sentence(had).endswith("which you had.")


@pytest.mark.parametrize(
    "amount, verdict",
    [(80, "You named it, exactly"), (70, "You named it, 10 % off"), (50, "You accused the right one, but 30 % off")],
)
def test_the_verdict_says_how_good_the_guess_was(amount, verdict):
    assert words.verdict(patient(suspect="guarding_reactivity", amount=amount, reveal="yes")) == verdict


def test_compare_tells_who_was_nearer_only_with_the_answer():
    far, near = patient(suspect="load"), patient(suspect="guarding_reactivity", amount=70)
    assert (
        words.compare(far, near) == "Guess A accused “Daily load is high”, by 0 %; compare both lines with the marks."
    )
    asked = patient(suspect="guarding_reactivity", amount=70, reveal="yes")
    assert words.compare(far, asked) == "Guess A accused “Daily load is high”, by 0 %, and was farther off."
    nearer = patient(suspect="guarding_reactivity", amount=80)
    assert words.compare(nearer, asked).endswith("by 80 %, and was nearer.")
    assert words.compare(near, near) == "Guess A is the same guess."
    assert words.compare(patient(3), near) == "Guess A was made about patient 3."


def test_the_table_holds_every_day_of_every_look_bought():
    result = patient(9, "wait_pain", "wait_pressure", suspect="load", amount=30)
    table = words.table(result)
    assert table.columns == ("Look", "Day", "Measured", "Your guess") and len(table.rows) == 2 * len(REPORT_DAYS)
    first = result.exhibits[0]
    assert table.rows[1] == ("pain (wait and see)", 2, first.reported[1], round(first.guessed[1], 2))


def test_the_answers_table_lists_all_looks_by_how_well_they_tell():
    result = patient(1, "wait_pain", suspect="nerve_contact", reveal="yes")
    table = words.table(result)
    assert len(table.rows) == len(LOOKS) and table.rows[0][0] == words.look_name(*result.answer.best)
    assert [row[1] for row in table.rows] == sorted((row[1] for row in table.rows), reverse=True)
