"""The tracer: trails that hold together, ratings that are kept, and a picture that shows how far the stones carry."""

import random

import pytest

import spine_edu
from spine_edu import data
from spine_edu.claims.tracer import asked, board, figure, people, places, wishes, words
from spine_edu.claims.tracer.model import OPEN, TracerState, simulate
from spine_edu.claims.tracer.trail import ACROSS, BESIDES, ENDS, STONES, trails
from spine_edu.theme import THEMES, theme_named

CLAIMS = pytest.mark.parametrize("claim", trails())


def at(**settings):
    return simulate(TracerState().replace(**settings))


def shapes(result, **more):
    return {one["name"]: one for one in figure.figure(result, **more)["layout"]["shapes"]}


def texts(result, name):
    return next(trace for trace in figure.figure(result)["data"] if trace["name"] == name)["text"]


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


def test_a_second_rating_uncovers_who_says_it_and_hiding_takes_it_back():
    state = TracerState().replace(trust="7", again="4")
    assert state.face == "shown"
    hidden = state.replace(face="hidden")
    assert (hidden.again, hidden.seen_spasm, hidden.trust) == (OPEN, OPEN, "7")


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
        name = chance.choice([one for one in declared if not one.startswith("walked_")])
        assert getattr(state.replace(**{name: values[name]}), name) == values[name]


@CLAIMS
def test_a_walk_ends_at_its_gap_or_on_the_other_bank(claim):
    trail = trails()[claim]
    for step in range(ACROSS + 1):
        result = at(claim=claim, step=step)
        assert result.here == min(step, trail.steps) and result.done == (step >= trail.steps)
        assert (result.state == result.state.replace(**{f"walked_{claim}": "yes"})) == result.done


@CLAIMS
def test_what_is_rated_after_the_flag_or_the_face_is_not_called_unseen(claim):
    for late in ({"step": 6}, {"face": "shown"}):
        explorer = spine_edu.TraceTheClaim(ask_first=False, claim=claim, **late)
        (knob,) = explorer.figures.grips(explorer.result)
        assert knob["control"] == "again" and not any(one.startswith("trust:") for one in explorer.touches()["things"])
        with pytest.raises(ValueError, match="too late to rate it unseen"):
            explorer.move("trust", "4")
        explorer.clicked("again:4")
        assert (explorer.state.trust, explorer.state.again) == (OPEN, "4")
        assert "afterwards: 4 of 10" in words.sentence(explorer.result)
        assert explorer.result.average(trails()[claim].seller)[0] == 0


def test_every_knot_of_the_rope_sets_the_trust_that_stands_there():
    explorer = spine_edu.TraceTheClaim(ask_first=False)
    for name in ("trust", "again"):
        for trust in (0, 3, 10):
            explorer.clicked(f"{name}:{trust}")
            assert getattr(explorer.state, name) == str(trust)
            assert f"{name}:{trust}" not in explorer.touches()["things"]
        explorer.clicked("face:shown")


def test_the_ratings_of_the_scenario_are_called_those_of_an_invented_reader():
    explorer = spine_edu.TraceTheClaim(ask_first=False)
    explorer.scenario("All eleven rated")
    told = str(figure.figure(explorer.result)["data"]) + words.sentence(explorer.result)
    told += str(words.table(explorer.result).rows)
    assert "invented reader" in told and "Your trust" not in told and "your trust" not in told
    explorer.set(seen_hole="9")
    assert "nvented reader" not in words.sentence(explorer.result)


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
    result = at(unseen_hole="6", seen_hole="2", unseen_ninety="4", seen_legs="9", unseen_legs="5")
    assert result.average(True) == (1, 6.0, 2.0) and result.average(False) == (1, 5.0, 9.0)
    assert simulate(TracerState()).average(True)[0] == 0


# The picture ----------------------------------------------------------------------------------------------------------


@CLAIMS
def test_no_stone_is_known_before_it_is_walked_to(claim):
    start = places.stones(trails()[claim], 0)
    assert start["unknown"].count("M") == len(STONES)
    assert all(path == "M0,0Z" for look, path in start.items() if look != "unknown")
    shown = " ".join(map(str, [words.table(at(claim=claim)).rows, figure.figure(at(claim=claim))]))
    assert trails()[claim].verdict not in shown.replace("not walked", "")
    assert all(stone.what not in shown for stone in trails()[claim].stones)


@CLAIMS
def test_one_stands_on_each_stone_and_never_on_a_missing_one(claim):
    trail = trails()[claim]
    for step in range(trail.steps + (trail.gap is None)):
        assert places.stop(trail, step) == places.STOPS[step]
    if trail.gap:
        (x, _), (stone, _) = places.stop(trail, trail.steps), places.STOPS[trail.steps]
        assert x < stone - 15
    feet = [places.stop(trail, share / 8)[0] for share in range(8 * trail.steps + 1)]
    assert feet == sorted(feet)


def test_the_one_who_walks_keeps_the_same_corners_so_that_the_picture_can_glide():
    counts = {
        tuple(len(line) for lines in people.walker(trail, here / 6) for line in lines)
        for trail in trails().values()
        for here in range(6 * trail.steps + 1)
    }
    assert len(counts) == 1


def test_who_says_it_is_told_only_once_it_is_uncovered():
    hidden, shown = at(claim="cut"), at(claim="cut", face="shown")
    face = trails()["cut"].face
    said = str(words.table(hidden).rows) + words.sentence(hidden) + str(figure.figure(hidden))
    assert face.what.lower() not in said.lower()
    assert face.what.lower() in words.sentence(shown).lower()
    assert shapes(hidden)["Roof of the stall"]["path"] == "M0,0Z" != shapes(shown)["Roof of the stall"]["path"]
    assert shapes(at(claim="legs", face="shown"))["Roof of the stall"]["path"] == "M0,0Z"


def test_the_knob_is_the_first_rating_and_then_the_second():
    (first,), (second,) = figure.grips(at(trust="7")), figure.grips(at(trust="7", face="shown"))
    assert (first["control"], first["now"]) == ("trust", 8) and first["choices"][8] == "trust:7"
    assert (second["control"], second["now"]) == ("again", 0)
    assert first["track"][8][1:] == list(places.on_rope(7)) and figure.grips(at(view="all")) == []


def test_what_would_change_the_mind_is_ringed_and_answered_at_the_end():
    for mind in ("people", "versus", "paid", "second"):
        before, after = at(claim="device", mind=mind), at(claim="device", mind=mind, step=6)
        assert shapes(before)["What you asked"]["path"] != "M0,0Z"
        assert after.asked.what == words.line(after) and after.asked.more in words.sentence(after)
        assert after.asked.what not in str(figure.figure(before))


def test_a_pebble_is_picked_and_laid_back_and_none_lies_there_once_one_walks():
    explorer = spine_edu.TraceTheClaim(ask_first=False)
    for wish in wishes.PEBBLES:
        assert f"mind:{wish}" in explorer.touches()["things"]
    explorer.clicked("mind:paid")
    assert explorer.state.mind == "paid" and "mind:open" in explorer.touches()["things"]
    assert shapes(explorer.result)["The pebble picked"]["path"] == wishes.outline("paid")
    explorer.clicked("step:1")
    assert not any(choice.startswith("mind:") for choice in explorer.touches()["things"])
    assert shapes(explorer.result)["The pebble picked"]["path"] == "M0,0Z" and explorer.state.mind == "paid"
    assert set(wishes.PEBBLES) | {OPEN} == set(TracerState.declarations()["mind"].values)


def test_the_flag_of_the_prediction_stands_at_the_stone_that_was_named_and_only_there():
    drawn = {name: shapes(at(), prediction=name)["Your flag"]["path"] for name in asked.NAMES}
    assert len(set(drawn.values())) == len(asked.NAMES)
    assert shapes(at(claim="hole"), prediction="paper")["Your flag"]["path"] == "M0,0Z"


def test_each_sheet_lies_in_the_row_of_its_end_and_no_two_lie_on_each_other():
    chance = random.Random(8)
    for _ in range(60):
        rated = {f"{name}_{claim}": str(chance.randint(0, 10)) for claim in trails() for name in ("unseen", "seen")}
        walked = {f"walked_{claim}": chance.choice(("yes", "no")) for claim in trails()}
        result = at(view="all", **rated, **walked)
        there = board.sheets(result)
        assert len(there) == len(trails())
        for one in result.ratings:
            assert abs(there[one.claim][1] - board.row(one)) <= 7
        spots = sorted(there.values())
        assert all(
            abs(a[0] - b[0]) >= 33 or abs(a[1] - b[1]) >= 10.6
            for number, a in enumerate(spots)
            for b in spots[number + 1 :]
        )


def test_the_end_of_a_run_is_the_end_of_the_walk():
    for claim in trails():
        explorer = spine_edu.TraceTheClaim(ask_first=False, claim=claim)
        assert trails()[claim].verdict in explorer.run() and explorer.result.done
        assert explorer.drawn["data"] == figure.figure(at(claim=claim, step=6))["data"]


@pytest.mark.parametrize("theme", THEMES)
def test_no_line_over_the_stream_is_too_long_for_its_place(theme):
    for claim, trail in trails().items():
        for step in range(trail.steps + 1):
            for mind in (OPEN, *TracerState.declarations()["mind"].values):
                drawn = figure.figure(at(claim=claim, step=step, mind=mind), theme=theme_named(theme))
                lines = next(one for one in drawn["data"] if one["name"] == "What is there")["text"][0].split("<br>")
                assert len(lines) <= 2 and max(map(len, lines)) <= 46, (claim, step, lines)
                heads = next(one for one in drawn["data"] if one["name"] == "Where one is")["text"][0]
                assert "<br>" not in heads


def test_pressing_leads_on_to_the_next_sentence_and_round_again():
    explorer, seen = spine_edu.TraceTheClaim(ask_first=False), []
    for _ in trails():
        explorer.clicked("step:6")
        (nxt,) = [choice for choice in explorer.touches()["things"] if choice.startswith("claim:")]
        seen.append(nxt)
        explorer.clicked(nxt)
        assert explorer.state.step == 0
    assert len(set(seen)) == len(trails()) and explorer.state.claim == "spasm"


def test_how_far_we_came_is_told_at_the_end_of_that_walk_and_not_before():
    explorer = spine_edu.TraceTheClaim(ask_first=True)
    explorer.predict("result")
    explorer.clicked("step:1")
    assert "study" not in explorer.told_here().model
    explorer.clicked("claim:hole")
    assert explorer.told_here() is None
    explorer.clicked("claim:spasm")
    explorer.run()
    assert explorer.told_here() == explorer.told() and "study" in explorer.told().model
