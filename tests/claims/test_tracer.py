"""The tracer: trails that hold together, ratings that are kept, and a picture that shows how far the stones carry."""

import random

import pytest

import spine_edu
from spine_edu import data
from spine_edu.claims.tracer import asked, figure, rope, words
from spine_edu.claims.tracer.model import KEPT, NAMES, OPEN, TracerState, average, invented, simulate
from spine_edu.claims.tracer.trail import ACROSS, BESIDES, ENDS, STONES, trails

CLAIMS = pytest.mark.parametrize("claim", trails())


def at(**settings):
    return simulate(TracerState().replace(**settings))


def shapes(result, **more):
    return {one["name"]: one for one in figure.figure(result, **more)["layout"]["shapes"]}


def texts(result, name, **more):
    return next(trace for trace in figure.figure(result, **more)["data"] if trace["name"] == name)["text"]


# The table ------------------------------------------------------------------------------------------------------------


@CLAIMS
def test_a_trail_has_its_stones_in_order_and_nothing_behind_a_gap(claim):
    trail = trails()[claim]
    assert [stone.step for stone in trail.stones] == list(STONES)[: len(trail.stones)]
    assert all(stone.state in ("firm", "loose", "plank") for stone in trail.stones[:-1])
    assert trail.gap or len(trail.stones) == len(STONES)
    assert set(trail.besides) == set(BESIDES) and trail.page.state == "said"
    assert trail.face.state in ("seller", "nobody")


@CLAIMS
def test_every_sentence_has_its_verdict_in_the_register(claim):
    trail = trails()[claim]
    assert trail.verdict in ENDS[trail.end]


def test_a_stone_that_rests_on_a_paper_names_it_in_its_words():
    for row in data.table("claims_trails"):
        cited = {data.short_citation(key) for key in data.split_keys(row.source)}
        assert all(one in row.more for one in cited), (row.claim, row.step)
        assert bool(row.source) == bool(row.seen), (row.claim, row.step)


def test_numbers_that_stand_elsewhere_are_the_same_here():
    effects = {row.effect: row for row in data.table("treatment_effects")}
    said = trails()["heart"].stones[-1].more
    for key in ("nsaid_heart_naproxen", "nsaid_heart_diclofenac"):
        row = effects[key]
        assert f"{row.value:g}" in said and f"{row.low:g} to {row.high:g}" in said
    assert trails()["heart"].stones[-1].sign.count("×") == 2
    again = effects["minimal_sciatica_again"]
    assert f"{again.value:g}" in trails()["cut"].stones[-1].more
    assert f"{again.n:,.0f}".replace(",", "") in trails()["cut"].stones[2].more
    bed = [row for row in data.table("treatment_shares") if row.path in ("bed", "up") and row.week == 12]
    better = {f"{row.share:g}" for row in bed if row.measure == "better"}
    assert better == {"87"} and trails()["ninety"].stones[-1].sign == "87 : 87"


def test_both_sides_of_the_implant_stand_at_its_last_stone():
    """What speaks for it and what speaks against it: its number, the other column, serious harm, the end plates."""
    said = trails()["device"].stones[-1].more
    for number in ("95", "87", "7 of 100", "17", "85", "33"):
        assert number in said


def test_having_an_interest_decides_nothing():
    """Among sellers and among the others there are sentences that hold and sentences that do not."""
    whole = {trail.seller for trail in trails().values() if trail.stones[-1].state == "firm"}
    broken = {trail.seller for trail in trails().values() if trail.stones[-1].state in ("gap", "plank")}
    assert whole == broken == {True, False}


# The state ------------------------------------------------------------------------------------------------------------


def test_a_rating_is_kept_for_its_sentence_and_comes_back_with_it():
    state = TracerState().replace(trust="7").replace(again="4").replace(step=6)
    other = state.replace(claim="hole")
    assert (other.trust, other.again, other.face, other.step) == (OPEN, OPEN, "hidden", 0)
    back = other.replace(trust="2").replace(claim="spasm")
    assert (back.trust, back.again, back.face, back.walked_spasm) == ("7", "4", "shown", "yes")
    assert back.unseen_hole == "2"


def test_a_second_rating_uncovers_who_says_it_and_nothing_takes_it_back():
    state = TracerState().replace(trust="7", again="4")
    assert state.face == "shown"
    hidden = state.replace(face="hidden")
    assert hidden == state and "face" in words.idle(simulate(state))


def test_what_is_kept_of_each_sentence_is_declared_once():
    assert set(NAMES) == set(trails()) and len(KEPT) == len(set(KEPT)) == 5 * len(NAMES)
    assert set(KEPT) <= set(TracerState.declarations())


def test_what_is_set_is_set_and_a_line_of_text_keeps_it():
    chance, declared = random.Random(15), TracerState.declarations()
    for _ in range(500):
        values = {
            name: chance.choice(one.values) if isinstance(one, data.Choice) else float(chance.randint(0, 6))
            for name, one in declared.items()
        }
        state = TracerState(**values)
        assert TracerState.from_text(state.to_text("a"), "a") == state
        assert (state.trust, state.again) == (
            getattr(state, f"unseen_{state.claim}"),
            getattr(state, f"seen_{state.claim}"),
        )
        name = chance.choice([one for one in declared if one != "face" and not one.startswith("walked_")])
        assert getattr(state.replace(**{name: values[name]}), name) == values[name]


@CLAIMS
def test_a_walk_ends_at_its_gap_or_on_the_other_bank(claim):
    trail = trails()[claim]
    for step in range(ACROSS + 1):
        result = at(claim=claim, step=step)
        assert result.here == min(step, trail.steps) and result.done == (step >= trail.steps)
        assert (result.state == result.state.replace(**{f"walked_{claim}": "yes"})) == result.done


@CLAIMS
def test_what_is_rated_while_the_face_is_hidden_is_unseen_and_a_press_only_uncovers(claim):
    """Also after a run; and knowing who says it, nothing is rated unseen any more."""
    explorer = spine_edu.TraceTheClaim(ask_first=False, claim=claim)
    explorer.run()
    explorer.clicked("trust:7")
    explorer.clicked("face:shown")
    assert (explorer.state.trust, explorer.state.again, explorer.result.shown) == ("7", OPEN, True)
    things = explorer.touches()["things"]
    assert not any(one.startswith(("face:", "trust:")) for one in things)
    with pytest.raises(ValueError, match="too late to rate it unseen"):
        explorer.move("trust", "4")


@CLAIMS
def test_the_end_of_a_run_shows_what_belongs_to_the_end(claim):
    """The verdict on the prediction, and what is pressed there: the run itself says nothing else than the state."""
    explorer = spine_edu.TraceTheClaim(ask_first=False, claim=claim)
    face = explorer.widget
    explorer.run()
    assert f"claim:{figure._next(explorer.result)}" in face.touches["things"]
    assert face.sentence == words.sentence(explorer.result)
    explorer.clicked("step:0")
    explorer.predict("people") if claim == asked.CLAIM else explorer.clicked("trust:3")
    explorer.run()
    if claim == asked.CLAIM:
        assert "study" in face.prediction["model"] and face.prediction["apart"] == "2 stones too far"
    else:
        assert "after:5" in face.touches["things"]


def test_the_knob_starts_where_the_trust_was_and_may_stay_there():
    result = at(trust="6", face="shown")
    (knob,) = figure.grips(result)
    assert knob["choices"][knob["now"]] == "again:6" and result.state.again == OPEN
    assert rope.stay(result) == "again:6" and figure.touches(result)["things"]["again:6"].count("M") == 2
    assert "As before" in texts(result, "Buttons") and "As before" not in texts(at(trust="6"), "Buttons")


def test_a_third_knob_moves_the_trust_at_the_end_of_the_walk():
    assert len(figure.grips(at(trust="6", step=1))) == 1 and len(figure.grips(at(step=6))) == 1
    result = at(trust="6", step=6)
    _, knob = figure.grips(result)
    assert knob["control"] == "after" and knob["choices"][knob["now"]] == "after:6"
    assert "Move your trust" in words.cue(result)
    assert words.cue(at(trust="6", step=6, after="2")) == "4 less after the walk"


def test_no_preset_holds_or_changes_what_the_reader_has_rated_or_planted():
    for name in ("scenarios", "limits", "challenges"):
        for row in data.table(name):
            if row.explorer == "claims_tracer":
                line = getattr(row, "solution", "") or getattr(row, "settings", "")
                state = TracerState.from_text(f"a v1: {line}", "a")
                assert all(value in (OPEN, "no", "yes") for value in state.kept.values()), (name, line)
    explorer = spine_edu.TraceTheClaim(ask_first=False)
    explorer.clicked("flag:people")
    explorer.clicked("trust:9")
    explorer.clicked("claim:hole")
    explorer.clicked("trust:2")
    mine = explorer.result.ratings
    for row in explorer.scenarios:
        explorer.scenario(row.name)
        explorer.show_way("own")
        explorer.show_limit("our_plank")
        assert [(one.unseen, one.seen, one.after) for one in explorer.result.ratings] == [
            (one.unseen, one.seen, one.after) for one in mine
        ]
        assert explorer.state.flag_spasm == "people"
    explorer.scenario("A seller who is right")
    assert explorer.state.trust == "2" and explorer.result.beside


def test_every_knot_of_the_rope_sets_the_trust_that_stands_there():
    explorer = spine_edu.TraceTheClaim(ask_first=False)
    for name in ("trust", "again"):
        for trust in (0, 3, 10):
            explorer.clicked(f"{name}:{trust}")
            assert getattr(explorer.state, name) == str(trust)
            assert f"{name}:{trust}" not in explorer.touches()["things"]
        explorer.clicked("face:shown")


def test_the_invented_reader_is_told_apart_from_the_reader():
    explorer = spine_edu.TraceTheClaim(ask_first=False)
    explorer.clicked("trust:9")
    explorer.scenario("All eleven rated")
    result = explorer.result
    assert result.kept["spasm"].unseen == 9 and all(one.before for one in invented().values())
    assert "invented for teaching" in words.sentence(result) and "invented reader" in texts(result, "All ratings")
    drawn = figure.figure(result)["layout"]["shapes"]
    look = [one for one in drawn if one["name"] == "Trust of an invented reader"]
    assert all(one["line"]["dash"] == "dot" and one["fillcolor"] is None for one in look)
    told = [row for row in words.table(result).rows if "invented" in row[0]]
    assert len(told) == len(trails())
    explorer.set(beside="nobody")
    assert "nvented reader" not in words.sentence(explorer.result) + str(explorer.drawn["data"])


def test_signed_or_not_the_same_is_said_of_who_paid():
    """A summary without a word on money is told in the same words, whoever says the sentence."""
    silent = {one.seller for one in trails().values() if one.besides["paid"].what == "Not said in the summary."}
    assert silent == {True, False}
    assert all(one.besides["paid"].source for one in trails().values() if len(one.stones) == len(STONES))


@CLAIMS
def test_no_word_on_the_flag_is_broken(claim):
    (text,) = texts(at(claim=claim, step=6), "On the flag")
    assert set(text[3:-4].replace("<br>", " ").split()) == set(trails()[claim].verdict.split())


def test_averages_count_only_what_is_rated_twice():
    rated = at(unseen_hole="6", seen_hole="2", unseen_ninety="4", seen_legs="9", unseen_legs="5").ratings
    assert average(rated, True) == (1, 6.0, 2.0) and average(rated, False) == (1, 5.0, 9.0)
    assert average((), True)[0] == 0
