"""The switchboard: laws of the six sources, where two differ against brute force, the stories, and where things lie."""

from itertools import combinations, product
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.spasm.mechanisms import bodies, curves, day, figure, model, people, places, words
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import hidden, inside, lines, said, shape, trace

ALL_THEMES = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
SOURCES = pytest.mark.parametrize("name", model.MECHANISMS)
PAIRS = pytest.mark.parametrize(("one", "other"), list(combinations(model.MECHANISMS, 2)))
STRENGTHS = st.integers(0, 10).map(float)
STATES = st.builds(
    model.MechanismsState,
    does=st.sampled_from(model.DOES),
    hour=st.integers(-24, 4032).map(lambda quarter: quarter / 4),
    reach=st.integers(0, 14).map(lambda half: half / 2),
    view=st.sampled_from(["one", "two", "day"]),
    read=st.sampled_from(model.READOUTS),
    story=st.sampled_from(["none", "noor", "noor_b"]),
    **dict.fromkeys(model.MECHANISMS, STRENGTHS),
)
OFF = dict.fromkeys(model.MECHANISMS, 0.0)


def state(**settings):
    """Return a state in which only what is named is on."""
    return model.MechanismsState(**OFF | settings)


def run(**settings):
    return model.simulate(state(**settings))


def drawn(result, theme=LIGHT, **more):
    return figure.figure(result, theme=theme, **more)


# The model --------------------------------------------------------------------------------------------------------


def test_none_on_means_rest():
    """Without a source nothing hurts, and a muscle that lies, sleeps or hangs is silent."""
    for does, hour in product(model.DOES, model.MOMENTS):
        values = run(does=does, hour=hour).values
        assert values["back"] == values["leg"] == 0
        assert (values["muscle"] == 0) == (does in ("still", "asleep", "bend", "raised"))


@given(STATES)
def test_what_is_read_is_between_nothing_and_full(one):
    result = model.simulate(one)
    assert all(0 <= value <= 10 for value in result.values.values())
    assert all(0 <= value <= 10 for readout in result.curves.values() for value in readout)


@given(STATES, st.sampled_from(model.MECHANISMS))
def test_a_stronger_source_never_makes_anything_hurt_less(one, name):
    stronger = one.replace(**{name: 10.0})
    for readout in ("back", "leg"):
        assert model.value(stronger, readout, one.does, one.hour) >= model.value(one, readout, one.does, one.hour)


@given(STATES)
def test_sleep_lowers_what_waking_drives(one):
    """Of each source: never more asleep than lying still, and less of what it does to the muscle there."""
    for name, readout in product(model.MECHANISMS, model.READOUTS):
        asleep, awake = (model.part(one, name, readout, does, one.hour) for does in ("asleep", "still"))
        assert asleep <= awake
        if readout == "muscle" and awake > 0:
            assert asleep < awake


@given(STATES)
def test_the_sources_add_up_as_long_as_the_sum_is_not_full(one):
    for readout in ("back", "leg"):
        added = sum(model.value(model.alone(one, name), readout, one.does, one.hour) for name in one.on)
        assert model.value(one, readout, one.does, one.hour) == pytest.approx(min(10, added))
    parts = sum(model.part(one, name, "muscle", one.does, one.hour) for name in one.on)
    own = model.own_work(one.does, model.value(one, "back", one.does, one.hour))
    assert model.value(one, "muscle", one.does, one.hour) == pytest.approx(min(10, parts + own))


@given(STATES)
def test_the_curves_are_the_values(one):
    found = model.simulate(one).curves
    for readout in model.READOUTS:
        assert found[readout] == pytest.approx([model.value(one, readout, one.does, hour) for hour in model.HOURS])


def test_pain_takes_work_from_a_muscle_that_must_work_and_adds_to_one_that_could_rest():
    """As in people whose back muscle was made to hurt: less change between two movements."""
    hurt, well = (run(ligament=strength, hour=1.0).state for strength in (10.0, 0.0))

    def change(one):
        return model.value(one, "muscle", "carry", 1.0) - model.value(one, "muscle", "bend", 1.0)

    assert 0 < change(hurt) < change(well)
    assert model.own_work("carry", model.value(hurt, "back", "carry", 1.0)) < model.own_work("carry", 0)


@SOURCES
def test_each_source_alone_has_its_time(name):
    """Before the lift only stress is there; what waits for the root waits for it; all fade in the end."""
    before = model.course(name, -1.0)
    assert (before > 0) == (name == "stress")
    assert model.course(name, 1008.0) < max(model.course(name, hour) for hour in model.HOURS)
    waits = model.rows()[name].start == "reach"
    assert (model.course(name, 72.0, reach=4.0) == 0) == waits == (name in ("pressure", "chemical"))


@pytest.mark.parametrize(("name", "first", "last"), [("chemical", 24, 60), ("strain", 24, 48)])
def test_what_was_timed_in_studies_is_highest_at_that_time(name, first, last):
    """Rats: two signals of inflammation, 3 and 24 hours; volunteers: soreness most between 24 and 48 hours."""
    assert first <= max(range(1, 1008), key=lambda hour: model.course(name, hour)) <= last
    assert model.course(name, 1.0) < 0.2
    if name == "strain":
        assert model.course(name, 7 * 24) < 0.1 * max(model.course(name, hour) for hour in range(1, 1008))


def test_lying_still_does_not_let_the_muscle_go_within_the_hour_if_chemistry_drives_it():
    still = state(chemical=10)
    assert model.value(still, "muscle", "still", 24.0) > 0.75 * model.value(still, "muscle", "about", 24.0) - 0.8
    assert model.value(still, "muscle", "still", 25.0) > 3
    assert model.value(state(guarding=10), "muscle", "still", 24.0) == 0


@PAIRS
def test_where_two_differ_most_is_what_brute_force_finds(one, other):
    result = run(**{one: 10.0, other: 10.0})
    found, best = result.experiment, 0.0
    by_deed = dict.fromkeys(model.DOES, 0.0)
    for readout, does, hour in product(model.READOUTS, model.DOES, model.MOMENTS):
        alone = (model.simulate(state(**{name: 10.0}, does=does, hour=hour)).values[readout] for name in (one, other))
        first, second = alone
        by_deed[does] = max(by_deed[does], abs(first - second))
        best = max(best, abs(first - second))
    assert best - model.TIE - 1e-9 <= found.gap <= best + 1e-9 and found.by_deed == pytest.approx(by_deed)
    there = [model.value(state(**{name: 10.0}), found.readout, found.does, found.hour) for name in (one, other)]
    assert there == pytest.approx([found.one, found.other]) and best > 3, "each pair can be told apart"


def test_without_exactly_two_sources_there_is_no_experiment():
    assert run().experiment is None and run(strain=1).experiment is None
    assert run(strain=1, stress=1, ligament=1).experiment is None
    assert not run(strain=1, view="two").apart and run(strain=1, stress=1, view="two").apart


def test_what_reproduces_noor_and_what_noor_b():
    """Of all pairs of full sources: which meet what was told; a leg that hurts needs the pressed root."""

    def meets(story, reach):
        return {
            pair
            for pair in combinations(model.MECHANISMS, 2)
            if run(**dict.fromkeys(pair, 10.0), story=story, reach=reach).fits
        }

    noor, noor_b = meets("noor", 4.0), meets("noor_b", 0.0)
    assert noor and all("pressure" in pair for pair in noor) and ("pressure", "strain") not in noor
    assert noor_b and not any({"pressure", "chemical"} & set(pair) for pair in noor_b)
    assert not run(strain=10, story="noor_b").fits and not run(pressure=10, story="noor").fits


def test_the_stories_are_those_of_the_case():
    """What Noor told stands in the running case too: a tight back at once, the leg on day 4, 6 of 10 in week 6."""
    case = {row.day: row.text for row in data.table("case")}
    assert "tightens at once" in case[0] and "right leg" in case[4] and "6 out of 10" in case[42]
    told = {(row.hour, row.readout): row for row in data.table("spasm_story") if row.story == "noor"}
    assert told[48, "leg"].high <= 1 < told[192, "leg"].low
    assert told[1008, "leg"].low <= 6 <= told[1008, "leg"].high
    assert "straight leg hurts" in case[8] and told[192, "leg"].does == "raised"


# The words --------------------------------------------------------------------------------------------------------


@given(STATES)
def test_the_curves_are_said_to_be_invented_wherever_they_are_shown(one):
    result = model.simulate(one)
    assert "invented" in words.sentence(result) and "invented" in words.table(result).caption


@SOURCES
def test_each_card_has_both_sides_with_sources_and_says_in_whom(name):
    text = words.sentence(run(known=name))
    row = model.rows()[name]
    for part in (row.route, "For it: ", row.known_for, "Against it: ", row.known_against, "In whom: ", row.seen):
        assert part in text
    assert len(data.split_keys(row.source)) >= 2


def test_the_cards_hold_what_speaks_against_pain_spasm_pain_in_people():
    against = " ".join(row.known_against for row in model.rows().values())
    for said_ in ("changed less between bending and rising", "was smaller after 3 or 6 days", "Sore is not tight"):
        assert said_ in against


@PAIRS
def test_the_foot_and_the_sentence_name_the_same_experiment(one, other):
    result = run(**{one: 10.0, other: 10.0})
    numbers = f"{result.experiment.one:.1f} against {result.experiment.other:.1f}"
    assert numbers in words.foot(result) and numbers in words.sentence(result)


def test_compare_names_both_runs():
    text = words.compare(run(chemical=10), run(guarding=10, does="still"))
    assert "chemical irritation" in text and "3.9 against 0.0" in text or "against 0.0 here" in text


@pytest.mark.parametrize(
    ("hour", "text"),
    [(-2, "before the lift"), (0, "at the lift"), (0.25, "15 minutes after the lift"), (1, "1 hour after the lift")]
    + [(8, "8 hours after the lift"), (24, "day 1"), (168, "week 1"), (1008, "week 6"), (200, "day 8.3")],
)
def test_when(hour, text):
    assert words.when(hour) == text


# The picture ------------------------------------------------------------------------------------------------------


def width(figure_, name):
    return shape(figure_, f"Wire: {words.NAMES[name]}")["line"]["width"]


@SOURCES
def test_a_wire_is_as_thick_as_what_it_brings_and_ends_at_the_muscle(name):
    for does in model.DOES:
        on, off = run(**{name: 10.0}, does=does), run(does=does)
        added = on.parts[name]
        assert width(drawn(on), name) == pytest.approx(1.6 + 0.9 * added, abs=0.01)
        assert width(drawn(on), name) > width(drawn(off), name)
        path = shape(drawn(on), f"Wire: {words.NAMES[name]}")["path"]
        x, y = (float(one) for one in path.split(",")[-2:])
        room = figure.rooms(on, LIGHT)[0]
        # The low back lies over the room's own x, which no width of the page moves.
        assert room.middle == bodies.low_back(does)[0] and x == room.x
        assert y == pytest.approx(room.up(bodies.low_back(does)), abs=0.01)
        for figure_ in (drawn(on), drawn(off)):
            path = shape(figure_, f"Wire: {words.NAMES[name]}")["path"]
            assert path.startswith(f"M{places.LAMPS[name][0] + (1.1 if places.LAMPS[name][0] < 17 else -1.1):.2f}")


@ALL_THEMES
@pytest.mark.parametrize("view", ["one", "two"])
def test_wires_lie_on_the_bodies_and_under_the_close_up(theme, view):
    names = [one["name"] for one in drawn(run(chemical=10, stress=10, view=view), theme)["layout"]["shapes"]]
    wires = [index for index, name in enumerate(names) if name.startswith("Wire: ")]
    assert max(names.index(f"{who} body: back muscle at work") for who in ("First", "Second")) < min(wires)
    assert max(wires) < names.index("Close-up: glass")


CAUSES = {
    "pressure": "Close-up: a pressed root",
    "chemical": "Close-up: drops at the root",
    "ligament": "Close-up: a stretched band",
    "guarding": "Close-up: a loose disc",
    "strain": "Close-up: a sore muscle",
    "stress": "First body: worry",
}


@SOURCES
def test_each_cause_is_drawn_when_it_is_on_and_no_other(name):
    figure_ = drawn(run(**{name: 5.0}))
    assert [one for one, cause in CAUSES.items() if not hidden(figure_, cause)] == [name]


@pytest.mark.parametrize("does", model.DOES)
def test_muscle_and_pains_lie_on_the_body(does):
    """The muscle is behind the spine and grows with its work; the ache is round it; the nerve ends at the foot."""
    body, *_ = bodies.posture(does)
    at_rest, at_work = (bodies.muscle(does, value) for value in (0, 10))
    place = bodies.low_back(does)
    assert inside(place, at_rest) and inside(place, at_work)
    assert all(inside(corner, at_work) or dist(corner, place) < 60 for corner in at_rest)
    assert max(dist(one, place) for one in bodies.ache(does, 10)) == pytest.approx(30)
    way = bodies.nerve(does)
    number = len(body.legs) - 1 if does == "raised" else 0
    assert dist(way[-1], body.leg(number)[-1]) < 1 and dist(way[0], body.spine[1]) < 5
    trunk = body.outlines()[0]
    assert any(inside(body.spine[2], line) for line in trunk)


def test_the_raised_leg_is_the_one_that_hurts():
    way = bodies.nerve("raised")
    assert way[-1][1] > way[0][1] + 40


@ALL_THEMES
def test_what_a_body_feels_is_what_the_model_says(theme):
    figure_ = drawn(run(pressure=10, does="raised", hour=24), theme)
    values = run(pressure=10, does="raised", hour=24).values
    assert shape(figure_, "First body: back muscle at work")["opacity"] == round(values["muscle"] / 10, 3)
    assert shape(figure_, "First body: leg pain")["line"]["width"] == people.thick(values["leg"], theme) > 4
    assert hidden(figure_, "Second body"), "one body"
    assert shape(drawn(run(), theme), "First body: leg pain")["line"]["width"] == 0


def test_of_two_bodies_each_has_one_source():
    result = run(guarding=10, stress=10, does="still", hour=8, view="two")
    figure_ = drawn(result)
    numbers = [run(**{name: 10.0}, does="still", hour=8).values["muscle"] for name in ("guarding", "stress")]
    shown = [shape(figure_, f"{who} body: back muscle at work")["opacity"] * 10 for who in ("First", "Second")]
    assert shown == pytest.approx(numbers, abs=0.01)
    assert f"<b>muscle {numbers[0]:.1f} | {numbers[1]:.1f}</b>" in said(figure_)
    ends = {
        name: float(shape(figure_, f"Wire: {words.NAMES[name]}")["path"].split(",")[-2].split()[-1].split("L")[-1])
        for name in ("guarding", "stress")
    }
    assert ends == dict(zip(("guarding", "stress"), places.TWO, strict=True)), "each to its own body"
    assert not trace(figure_, "Back muscle")["y"] and trace(figure_, "First body")["y"]
    (bar,) = lines(shape(figure_, "How far they are apart")["path"])
    heights = sorted({y for _, y in bar})
    assert heights == pytest.approx([places.up(min(numbers)), places.up(max(numbers))], abs=0.01)


def test_time_runs_on_three_scales():
    assert [places.across(hour) for hour, _ in places.JOINTS] == pytest.approx([x for _, x in places.JOINTS])
    hours = sorted([*model.HOURS])
    at = [places.across(hour) for hour in hours]
    assert at == sorted(at) and len(set(at)) == len(at)
    for given_hour in (0.5, 12.0):
        (before, left), (after, right) = max(
            (one for one in zip(places.JOINTS, places.JOINTS[1:], strict=False) if one[0][0] < given_hour),
        )
        share = (given_hour - before) / (after - before)
        assert places.across(given_hour) == pytest.approx(left + share * (right - left))


@given(STATES)
def test_the_knobs_lie_on_their_own_time(one):
    result = model.simulate(one.replace(view="one"))
    found = {grip["control"]: grip for grip in figure.grips(result)}
    assert [x for _, x, _ in found["hour"]["track"]] == pytest.approx([x for _, x in places.JOINTS])
    assert ("reach" in found) == bool({"pressure", "chemical"} & set(one.on))
    for value, x, _ in found.get("reach", {"track": []})["track"]:
        assert x == pytest.approx(places.across(24 * value), abs=1e-3)


@given(STATES)
def test_what_is_tapped_lies_where_it_is_drawn_and_nothing_on_anything(one):
    result = model.simulate(one.replace(view="two"))
    things = figure.touches(result)["things"]
    for name, (x, y) in places.LAMPS.items():
        (outline,) = lines(things[figure.pressed(one, name)])
        assert inside((x, y), outline)
        (below,) = lines(things[figure.asked_for(one, name)])
        assert inside((x, y - 1.8), below), "its name"
    for does in model.DOES:
        (outline,) = lines(things[f"does:{does}"])
        assert inside((sum(places.card(does)[:2]) / 2, 16), outline)
    boxes = [lines(path)[0] for path in things.values()]
    edges = [(min(x for x, _ in b), max(x for x, _ in b), min(y for _, y in b), max(y for _, y in b)) for b in boxes]
    for (l1, r1, b1, t1), (l2, r2, b2, t2) in combinations(edges, 2):
        assert r1 <= l2 + 1e-6 or r2 <= l1 + 1e-6 or t1 <= b2 + 1e-6 or t2 <= b1 + 1e-6


def test_a_lamp_is_pressed_on_half_and_off_and_its_name_reads_out_its_card():
    explorer = spine_edu.MechanismSwitchboard(ask_first=False)
    explorer.set(**OFF)
    for strength in (10, 5, 0, 10):
        explorer.clicked(figure.pressed(explorer.state, "guarding"))
        assert explorer.state.guarding == strength and explorer.state.known == "none"
    explorer.clicked(figure.asked_for(explorer.state, "guarding"))
    assert "Guarding small movements. A loose disc" in explorer.describe()
    assert all("Guarding small movements. A loose disc" in said_ for said_ in explorer.frames().sentences), (
        "in a run, too"
    )
    explorer.clicked(figure.asked_for(explorer.state, "guarding"))
    assert "Guarding small movements. A loose disc" not in explorer.describe()


@PAIRS
def test_a_press_at_the_foot_does_the_experiment(one, other):
    explorer = spine_edu.MechanismSwitchboard(ask_first=False)
    explorer.set(**OFF | {one: 10.0, other: 10.0}, hour=-2.0)
    found = explorer.result.experiment
    (choice,) = [key for key in explorer.touches()["things"] if key.endswith("view:two")]
    explorer.clicked(choice)
    assert explorer.result.apart and explorer.state.read == found.readout
    heights = curves.at_moment(explorer.result, explorer.state.hour)
    assert heights == pytest.approx([found.one, found.other])


@ALL_THEMES
def test_bars_under_the_cards_are_as_long_as_the_sources_differ(theme):
    result = run(guarding=10, strain=10)
    bars = lines(shape(drawn(result, theme), "How far two sources are apart in each")["path"])
    for does, bar in zip(model.DOES, bars, strict=True):
        left, right, *_ = places.card(does)
        long = (max(x for x, _ in bar) - min(x for x, _ in bar)) / (right - left)
        assert long == pytest.approx(result.experiment.by_deed[does] / 10, abs=0.01)
    (best,) = lines(shape(drawn(result, theme), "Where two sources are farthest apart")["path"])
    assert inside((sum(places.card(result.experiment.does)[:2]) / 2, 16), best)


@pytest.mark.parametrize("story", ["noor", "noor_b"])
def test_a_press_on_what_was_told_goes_there(story):
    explorer = spine_edu.MechanismSwitchboard(ask_first=False, story=story)
    places_ = said(explorer.drawn)
    for one in explorer.result.told:
        choice = f"does:{one.row.does};hour:{one.row.hour:g}"
        (outline,) = lines(explorer.touches()["things"][choice])
        assert inside(places_[words.told(one)], outline)
        explorer.clicked(choice)
        assert explorer.result.values[one.row.readout] == one.value


def test_what_was_told_is_a_mark_where_it_was_told():
    result = run(pressure=10, guarding=8, reach=4, story="noor", does="about")
    marks = lines(shape(drawn(result), "Told, and met")["path"])
    told = [one.row for one in result.told if one.row.does == "about"]
    for row, bar in zip(told, marks, strict=True):
        xs, ys = {x for x, _ in bar}, sorted({y for _, y in bar})
        assert sum(xs) / 2 == pytest.approx(places.across(row.hour), abs=0.01)
        assert ys == pytest.approx([places.up(row.low), places.up(row.high)], abs=0.01)
    assert [text for text in said(drawn(result)) if text.startswith("✓")] == [words.told(one) for one in result.told]
    assert hidden(drawn(run(story="noor", does="about")), "Told, and met") is False, "a leg that is quiet is met"


@ALL_THEMES
def test_the_question_shows_one_lamp_and_no_curve(theme):
    shown = figure.veiled(run(), theme=theme)
    assert shown == figure.veiled(run(guarding=10, hour=500), theme=theme)
    assert not any(one["name"] == "Back muscle" for one in shown["data"])
    assert shown["layout"]["yaxis"].get("visible") is not False


OWN = [(24.0, 5.0), (25.0, 2.0), (40.0, 1.0), (48.0, 1.0)]


@ALL_THEMES
def test_the_readers_curve_is_compared_on_the_axes_on_which_it_was_drawn(theme):
    """The same ranges and the same share of the same height; the model's curve walks until 24, as the question says."""
    explorer = spine_edu.MechanismSwitchboard(ask_first=False)
    asked, told = (
        one["layout"]
        for one in (
            figure.veiled(explorer.asked_result, theme=theme),
            drawn(explorer.asked_result, theme, prediction=OWN),
        )
    )
    assert asked["height"] == told["height"]
    for axis in ("xaxis", "yaxis"):
        assert all(asked[axis].get(what) == told[axis].get(what) for what in ("range", "domain"))
    shown = drawn(explorer.asked_result, theme, prediction=OWN)
    assert list(zip(trace(shown, "Your prediction")["x"], trace(shown, "Your prediction")["y"], strict=True)) == OWN
    line = dict(zip(trace(shown, "Back muscle")["x"], trace(shown, "Back muscle")["y"], strict=True))
    assert {hour: line[hour] for hour in explorer.ask.places} == pytest.approx(
        dict(zip(explorer.ask.places, explorer.ask.answer(explorer.asked_result), strict=True))
    )
    assert line[23.0] == model.value(state(chemical=10), "muscle", "about", 23.0)


@pytest.mark.parametrize("hour", [18.0, 23.75, 24.0, 24.5, 25.0, 48.0])
def test_what_is_asked_is_read_off_once_the_run_is_there(hour):
    """ "An hour later" is named with its number when that hour has come, beside the reader's own number."""
    shown = drawn(run(chemical=10, does="still", view="day", hour=hour), prediction=OWN)
    later = f"an hour later <b>{model.value(state(chemical=10), 'muscle', 'still', 25.0):.1f}</b>"
    assert (later in said(shown)) == (hour >= 25) and "you: <b>2.0</b>" in said(shown)
    assert max(trace(shown, "Back muscle")["x"]) == hour, "no answer before its time"


@pytest.mark.parametrize(
    "other", [{"does": "asleep"}, {"stress": 5.0}, {"reach": 2.0}, {"chemical": 0.0}, {"view": "one"}]
)
def test_the_readers_curve_and_the_strip_are_shown_only_where_they_were_asked_about(other):
    settings_ = {"chemical": 10.0, "does": "still", "view": "day"} | other
    figure_ = drawn(run(**settings_), prediction=OWN)
    own = [one for one in figure_["data"] if one["name"] == "Your prediction"]
    assert not own or not own[0]["y"]
    explorer = spine_edu.MechanismSwitchboard(ask_first=True)
    explorer.predict([5.0] * len(explorer.ask.places))
    explorer.look()
    assert explorer.told_here() and explorer.state.of_day
    assert explorer.told_here().said == "5.0 of 10 at hour 25", "the hour that the question is about"
    explorer.set(**settings_)
    alone = not {"stress", "reach", "chemical"} & set(other)
    assert (explorer.told_here() is not None) == alone, "of other lamps it says nothing"
    explorer.forget()


@ALL_THEMES
def test_every_frame_of_the_day_is_the_figure_at_its_hour(theme):
    result = run(chemical=10, does="still", view="day", hour=48)
    played = figure.frames(result, theme=theme, prediction=OWN)
    for index, hour in enumerate(day.RUN):
        then = model.simulate(result.state.replace(hour=hour))
        figure_ = drawn(then, theme, prediction=OWN)
        for name, column, values in played._columns:
            part = next(one for one in (*figure_["data"], *figure_["layout"]["shapes"]) if one["name"] == name)
            for key in column.split("."):
                part = part[key]
            assert values[index] == part, (name, column, hour)
        assert played.sentences[index] == words.sentence(then)


def test_the_first_run_after_a_prediction_does_not_begin_with_its_answer():
    explorer = spine_edu.MechanismSwitchboard(ask_first=True)
    explorer.predict([5.0] * len(explorer.ask.places))
    explorer.frames()
    assert explorer.state.hour == model.BEGINS and not explorer.veiled
    explorer.forget()


def test_from_the_day_one_press_leads_to_the_board():
    explorer = spine_edu.MechanismSwitchboard(ask_first=False, view="day", does="still")
    ((choice, path),) = explorer.touches()["things"].items()
    (outline,) = lines(path)
    assert any(inside(place, outline) for text, place in said(explorer.drawn).items() if "the board" in text)
    explorer.clicked(choice)
    assert not explorer.state.of_day and len(explorer.touches()["things"]) > 10
    assert "view" not in explorer.idle(), "it can be drawn again"


def test_nothing_is_tapped_before_the_answer_is_told():
    explorer = spine_edu.MechanismSwitchboard(ask_first=True)
    explorer.predict([5.0] * len(explorer.ask.places))
    assert explorer.veiled and explorer.touches() == {}
    assert [one["control"] for one in explorer.grips()] == ["hour"], "it goes along the day and tells nothing"
    explorer.look()
    assert explorer.touches()["things"]


def test_the_question_begins_with_a_tight_muscle():
    """What the veiled picture shows of the day before is what the model says of her walking, and no more."""
    shown = trace(figure.veiled(run()), "Back muscle, so far")
    walking = [model.value(state(chemical=10), "muscle", "about", hour) for hour in shown["x"]]
    assert shown["y"] == pytest.approx(walking) and min(walking) > 5 and max(shown["x"]) == 24


@given(STATES)
def test_what_goes_into_the_muscle_is_said_as_it_is(one):
    """The parts and its own work are the value; where they would be more than 10, it is said."""
    text = words.sentence(model.simulate(one.replace(view="one")))
    if one.on:
        parts = sum(model.part(one, name, "muscle", one.does, one.hour) for name in one.on)
        total = parts + model.own_work(one.does, model.value(one, "back", one.does, one.hour))
        assert ("it stops at 10" in text) == (round(total, 1) > 10)


def test_a_tie_is_no_better_experiment():
    """Still, at 8 hours, two sources are as far apart as at one hour: the board sends nobody back."""
    result = run(guarding=10, stress=10, does="still", hour=8, view="two")
    assert result.experiment.hour == 8 and not words.offered(result)


def test_a_run_goes_through_all_that_the_figure_says():
    explorer = spine_edu.MechanismSwitchboard(ask_first=False, guarding=10.0, chemical=0.0, does="about")
    frames = explorer.frames()
    assert len(frames) == len(figure.RUN) and frames.controls["hour"] == list(figure.RUN)
    for position in (0, 5, 30, len(frames) - 1):
        explorer.go_to(position)
        assert explorer.state.hour == figure.RUN[position]
        assert frames.sentences[position] == words.at_moment(explorer.result, figure.RUN[position])


@pytest.mark.parametrize("reach", [0, 0.3, 1, 2, 7])
@pytest.mark.parametrize("hour", [-5, 0.5, 1, 6, 20, 40, 300])
def test_the_reached_root_is_named_clear_of_the_moment_and_of_the_curves(reach, hour):
    named = trace(drawn(run(pressure=10, chemical=10, reach=reach, hour=hour, view="one")), "Words of the board")
    at = next(index for index, text in enumerate(named["text"]) if "root reached" in text)
    x, wide = named["x"][at], 6.2
    left, right = (x - wide, x) if named["textposition"][at] == "middle left" else (x, x + wide)
    assert places.LEFT <= left and right <= places.RIGHT
    assert not left < places.across(hour) < right and named["y"][at] - 0.45 > places.up(10)
