"""The picture of the tracer: how far the stones carry, the flag, what was asked for, and all ratings."""

import pytest

import spine_edu
from spine_edu.claims.tracer import board, figure, people, places, wishes, words
from spine_edu.claims.tracer.model import OPEN, TracerState, simulate
from spine_edu.claims.tracer.trail import FLAGS, STONES, trails
from spine_edu.theme import THEMES, theme_named

CLAIMS = pytest.mark.parametrize("claim", trails())


def at(**settings):
    return simulate(TracerState().replace(**settings))


def shapes(result, **more):
    return {one["name"]: one for one in figure.figure(result, **more)["layout"]["shapes"]}


def texts(result, name, **more):
    return next(trace for trace in figure.figure(result, **more)["data"] if trace["name"] == name)["text"]


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
