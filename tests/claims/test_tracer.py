"""The tracer: trails that hold together, ratings that are kept, and a picture that shows how far the stones carry."""

import random

import pytest

import spine_edu
from spine_edu import data
from spine_edu.claims.tracer import asked, board, figure, people, places, rope, wishes, words
from spine_edu.claims.tracer.model import KEPT, NAMES, OPEN, TracerState, average, invented, simulate
from spine_edu.claims.tracer.trail import ACROSS, BESIDES, ENDS, FLAGS, STONES, trails
from spine_edu.theme import THEMES, theme_named

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


# The picture ----------------------------------------------------------------------------------------------------------


@CLAIMS
def test_no_stone_is_known_before_it_is_walked_to(claim):
    start = places.stones(trails()[claim], 0)
    assert start["unknown"].count("M") == len(STONES)
    assert all(path == "M0,0Z" for look, path in start.items() if look != "unknown")
    shown = " ".join(map(str, [words.table(at(claim=claim)).rows, figure.figure(at(claim=claim))["data"]]))
    ended = {name: one["path"] for name, one in shapes(at(claim=claim, view="all")).items() if name.startswith("Ended")}
    assert set(ended.values()) == {"M0,0Z"}
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
    assert second["control"] == "again" and figure.grips(at(view="all")) == []
    assert first["track"][8][1:] == list(places.on_rope(7))


def test_what_would_change_the_mind_lies_at_its_stone_and_is_answered_at_the_end():
    marks = {"people": "✓", "versus": "?", "paid": "✓", "second": "✗"}
    for mind, mark in marks.items():
        before, after = at(claim="device", mind=mind, step=1), at(claim="device", mind=mind, step=6)
        pebble = shapes(after)["The pebble picked"]["path"]
        assert shapes(before)["The pebble picked"]["path"] == pebble == wishes.outline(mind, walked=True)
        assert after.asked.what == words.line(after)[1] and after.asked.more in words.sentence(after)
        assert after.asked.what not in str(figure.figure(before))
        assert texts(before, "On the pebbles")[-1] == wishes.PEBBLES[mind][0]
        assert texts(after, "On the pebbles")[-1] == f"{mark} {wishes.PEBBLES[mind][0]}"
        names = texts(after, "Names of the stones")
        assert [name for name in FLAGS[1:-1] if name not in names] == {"people": ["people"], "versus": ["against"]}.get(
            mind, []
        )
    assert words.line(at(mind="versus", step=6)) == ("You asked: against what?", "No stone led so far.")


@CLAIMS
def test_the_sentence_stands_in_its_bubble_wherever_one_is(claim):
    for step in range(trails()[claim].steps + 1):
        for view in ("walk", "all"):
            (said,) = texts(at(claim=claim, step=step, view=view), "The sentence")
            assert said.replace("<br>", " ") == f"“{trails()[claim].page.what}”" and said.count("<br>") < 2
    told = words.sentence(at(claim=claim, step=6))
    assert trails()[claim].page.what not in told and trails()[claim].missing[1:] in told


def test_a_pebble_is_picked_and_laid_back_and_none_lies_there_once_one_walks():
    explorer = spine_edu.TraceTheClaim(ask_first=False)
    for wish in wishes.PEBBLES:
        assert f"mind:{wish}" in explorer.touches()["things"]
    explorer.clicked("mind:paid")
    assert explorer.state.mind == "paid" and "mind:open" in explorer.touches()["things"]
    assert shapes(explorer.result)["The pebble picked"]["path"] == wishes.outline("paid")
    explorer.clicked("step:1")
    assert not any(choice.startswith("mind:") for choice in explorer.touches()["things"])
    assert shapes(explorer.result)["The pebble picked"]["path"] == wishes.outline("paid", walked=True)
    assert set(wishes.PEBBLES) | {OPEN} == set(TracerState.declarations()["mind"].values)


def test_the_flag_of_the_prediction_stands_at_the_stone_that_was_named_and_only_there():
    drawn = {name: shapes(at(), prediction=name)["Your flag"]["path"] for name in FLAGS}
    assert len(set(drawn.values())) == len(FLAGS)
    assert shapes(at(claim="hole"), prediction="paper")["Your flag"]["path"] == "M0,0Z"
    assert {name: shapes(at(flag=name))["Your flag"]["path"] for name in FLAGS} == drawn


@CLAIMS
def test_a_first_press_plants_a_flag_and_the_second_one_walks(claim):
    explorer = spine_edu.TraceTheClaim(ask_first=False, claim=claim)
    assert {f"flag:{name}" for name in FLAGS} <= explorer.touches()["things"].keys()
    explorer.clicked("flag:people")
    assert not any(one.startswith("flag:") for one in explorer.touches()["things"])
    explorer.clicked("step:3")
    assert explorer.state.flag == "people" and explorer.result.here > 0
    # Once the end is known, nothing is planted any more.
    walked = at(claim=claim, step=6).state.replace(step=0)
    assert "step:3" in figure.touches(simulate(walked))["things"]


@CLAIMS
def test_how_far_off_the_flag_is_is_painted_at_the_end_and_counted_beside_all_ratings(claim):
    reached = trails()[claim].reached
    for number, name in enumerate(FLAGS):
        result = at(claim=claim, flag=name, step=6)
        assert result.mine.apart == number - reached
        (told,) = texts(result, "How far off")
        assert str(abs(number - reached)) in told if number != reached else "as far as you said" in told
        assert (shapes(result)["From your flag to it"]["path"] == "M0,0Z") == (number == reached)
        assert texts(at(claim=claim, flag=name, step=0), "How far off") == [""]
        column = texts(simulate(result.state.replace(view="all")), "All ratings")
        assert (f"{number - reached:+d}".replace("-", "−") if number != reached else "0") in column
    ringed = shapes(at(claim=claim, step=6))["The last that holds"]["path"] != "M0,0Z"
    assert ringed == (trails()[claim].gap is not None and reached > 0)


def test_question_and_answer_count_the_same_stone():
    """The flag in front of the missing stone stands at the stone that was the last to hold."""
    explorer = spine_edu.TraceTheClaim(ask_first=True)
    assert explorer.ask.answer(explorer.asked_result) == "study"
    assert explorer.ask.tell("study", explorer.asked_result).apart == "as far as you said"
    assert explorer.ask.tell("paper", explorer.asked_result).apart == "1 stone too far"
    assert explorer.ask.tell("none", explorer.asked_result).apart == "1 stone short"


def test_each_sentence_has_a_row_by_its_end_and_shows_itself_before_it_is_opened():
    result = at(view="all", claim="hole", walked_hole="yes", walked_legs="yes", walked_cut="yes")
    rows = board.rows(result)
    assert sorted(rows, key=rows.get, reverse=True)[:3] == ["hole", "legs", "cut"]
    assert len({*rows.values()}) == len(trails()) and min(rows.values()) > 76 + 10
    explorer = spine_edu.TraceTheClaim(ask_first=False, view="all")
    explorer.clicked("claim:legs")
    assert (
        explorer.state.view == "all"
        and trails()["legs"].page.what.split()[0] in texts(explorer.result, "The sentence")[0]
    )
    explorer.clicked("view:walk")
    assert explorer.state.claim == "legs" and explorer.result.here == 0


def test_the_end_of_a_run_is_the_end_of_the_walk():
    for claim in trails():
        explorer = spine_edu.TraceTheClaim(ask_first=False, claim=claim)
        assert explorer.run() == words.sentence(explorer.result) and explorer.result.done
        assert explorer.drawn["data"] == figure.figure(at(claim=claim, step=6))["data"]


@pytest.mark.parametrize("theme", THEMES)
def test_no_line_over_the_stream_is_too_long_for_its_place(theme):
    for claim, trail in trails().items():
        for step in range(trail.steps + 1):
            for mind in (OPEN, *TracerState.declarations()["mind"].values):
                drawn = figure.figure(at(claim=claim, step=step, mind=mind), theme=theme_named(theme))
                text = next(one for one in drawn["data"] if one["name"] == "What is there")["text"][0]
                lines = text.replace("<b>", "").replace("</b>", "").split("<br>")
                assert len(lines) <= 2 and max(map(len, lines)) <= 43, (claim, step, lines)
                assert "<br>" not in text.split("</b>")[0]


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
    explorer.clicked("claim:hole")
    assert explorer.told_here() is None
