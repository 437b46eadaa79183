"""The arrows: what the article names and leaves out, the loops they close, where they run, and what is said of them."""

import csv
import dataclasses
import itertools
import re
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.cycle.arrows import words
from spine_edu.cycle.arrows.explorer import ArrowByArrow
from spine_edu.cycle.arrows.figure import ASKED, MARKS, board, figure, frames, grips, veiled
from spine_edu.cycle.arrows.model import NODES, ArrowsState, loops, polarity, simulate
from spine_edu.cycle.diagram import BOXES, beads
from spine_edu.theme import LIGHT, PRESENTER

ROWS = data.table("cycle_links")
WHOLE = {"steps": 5, "balancing": "yes"}
SIZES = pytest.mark.parametrize("theme", [LIGHT, PRESENTER], ids=["light", "presenter"])


def diagram(**settings):
    return simulate(ArrowsState(**settings))


def drawn(result, **more):
    """What is drawn, by name: traces and shapes."""
    plain = figure(result, **more)
    return {item["name"]: item for item in (*plain["data"], *plain["layout"]["shapes"])}


# Model


def closed(**settings):
    return {frozenset(loop.nodes): loop.kind for loop in simulate(ArrowsState(**settings)).loops}


@given(st.lists(st.sampled_from("+-"), min_size=1, max_size=12))
def test_polarity_is_the_product_of_the_signs(signs):
    product = prod(1 if sign == "+" else -1 for sign in signs)
    assert polarity(signs) == ("reinforcing" if product > 0 else "balancing")


def test_two_minus_arrows_reinforce():
    """Pain, guarding, stiffness, movement: + + - - comes back as more pain."""
    assert polarity(["+", "+", "-", "-"]) == "reinforcing"


def test_the_round_closes_step_by_step():
    assert [len(closed(steps=step)) for step in range(1, 6)] == [0, 0, 1, 2, 3]
    assert set(closed(steps=5).values()) == {"reinforcing"}


def test_what_the_article_leaves_out_are_four_balancing_loops():
    added = {nodes: kind for nodes, kind in closed(steps=5, balancing="yes").items() if nodes not in closed(steps=5)}
    assert len(added) == 4 and set(added.values()) == {"balancing"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.arrow)
def test_every_arrow_is_complete(row):
    assert row.arrow == f"{row.start}_{row.end}"
    assert row.start in NODES and row.end in NODES and row.carried_by in NODES
    assert (row.kind == "balancing") == (row.step == 0)
    assert row.known_for.endswith(".") and row.known_against.endswith(".") and row.source
    assert row.arrow in data.choice("cycle_arrows.arrow").values


def test_the_pain_spasm_pain_arrows_are_called_contested():
    evidence = {row.arrow: row.evidence for row in ROWS}
    assert evidence["pain_guarding"] == evidence["guarding_pain"] == "contested"


def test_an_arrow_that_is_not_drawn_is_not_read_about():
    assert simulate(ArrowsState(steps=1, arrow="guarding_pain")).selected is None
    assert simulate(ArrowsState(steps=3, arrow="guarding_pain")).selected.sign == "+"


def test_thickness_follows_the_whole_model():
    early, late = (simulate(ArrowsState(steps=5, balancing="yes", day=day)).flow for day in (3, 200))
    assert late["pain_guarding"] < early["pain_guarding"] and late["moving_guarding"] > early["moving_guarding"]
    assert all(0 <= share <= 1 for share in (*early.values(), *late.values()))


def test_loops_are_found_once_each():
    found = loops(ROWS)
    assert len({loop.nodes for loop in found}) == len(found) == 7


@pytest.mark.parametrize(
    "refused, sentence",
    [
        (lambda: ArrowsState(steps=6), "Steps of the article shown: 6 is outside the range; allowed is 1 to 5"),
        (lambda: ArrowsState(arrow="pain_luck"), "'pain_luck' is not an option"),
        (lambda: polarity(["+", "0"]), r"signs of a loop are \+ or -"),
        (lambda: polarity([]), r"signs of a loop are"),
        (lambda: polarity(None), "None is not that"),
        (lambda: polarity(3), "3 is not that"),
    ],
)
def test_what_is_no_diagram_is_refused_in_a_sentence(refused, sentence):
    with pytest.raises(ValueError, match=sentence):
        refused()


#: The five steps of the article, arrow by arrow, as its text names them.
STEPS = {
    "herniation_inflammation": 1,
    "inflammation_pain": 1,
    "pain_guarding": 2,
    "guarding_pain": 3,
    "guarding_pressure": 3,
    "pressure_herniation": 4,
    "herniation_pain": 5,
}
#: What the article leaves out: start and end, and whether more makes more or less.
LEFT_OUT = {
    "inflammation_inflammation": "-",
    "inflammation_herniation": "-",
    "pain_habituation": "+",
    "habituation_pain": "-",
    "guarding_moving": "+",
    "moving_guarding": "-",
}


def test_steps_and_signs_of_the_table():
    assert {row.arrow: int(row.step) for row in ROWS if row.kind == "reinforcing"} == STEPS
    assert {row.arrow: row.sign for row in ROWS} == {**dict.fromkeys(STEPS, "+"), **LEFT_OUT}


# Figure


@SIZES
def test_boxes_do_not_overlap_and_stay_inside(theme):
    wide, tall = board(theme).wide, board(theme).tall
    for (x, y, *_), (u, v, *_) in itertools.combinations(BOXES.values(), 2):
        assert abs(x - u) >= 2 * wide or abs(y - v) >= 2 * tall
    assert all(0 <= x - wide and x + wide <= 100 for x, *_ in BOXES.values())


@SIZES
def test_arrows_run_outside_the_boxes(theme):
    wide, tall = board(theme).wide, board(theme).tall
    for row in ROWS:
        for px, py in board(theme).way(row)[1:-1]:
            for node, (x, y, *_) in BOXES.items():
                assert abs(px - x) > wide - 0.5 or abs(py - y) > tall - 0.5, (row.arrow, node)


@SIZES
def test_each_arrow_leads_from_its_box_to_its_box(theme):
    """The line begins on the edge of the first box; the head stands on the edge of the second."""
    wide, tall = board(theme).wide, board(theme).tall
    shown = drawn(diagram(**WHOLE), theme=theme)
    heads = list(zip(shown["Arrow heads"]["x"], shown["Arrow heads"]["y"], strict=True))[1::2]

    def on_edge(x, y, node):
        away = max(abs(x - BOXES[node][0]) / wide, abs(y - BOXES[node][1]) / tall)
        return away == pytest.approx(1)

    for row, head in zip(ROWS, heads, strict=True):
        line = shown[f"{row.start} to {row.end}"]
        assert on_edge(line["x"][0], line["y"][0], row.start), row.arrow
        assert on_edge(*head, row.end), row.arrow
        assert (line["x"][-1], line["y"][-1]) != head and not on_edge(line["x"][-1], line["y"][-1], row.end)


@SIZES
def test_names_stand_in_their_boxes(theme):
    shown = drawn(diagram(**WHOLE), theme=theme)
    names = shown["Names of boxes and loops, and the key"]
    for text, x, y in list(zip(names["text"], names["x"], names["y"], strict=True))[: len(NODES)]:
        corners = [
            tuple(map(float, corner.split(",")))
            for corner in shown[text.replace("<br>", " ")]["path"].strip("MZ").split("L")
        ]
        assert (x, y) == pytest.approx(tuple(sum(place) / 4 for place in zip(*corners, strict=True)), abs=0.06), text


@SIZES
def test_signs_do_not_cover_each_other(theme):
    plain = figure(diagram(**WHOLE), theme=theme)
    signs = next(trace for trace in plain["data"] if trace["name"] == "Signs")
    per_x, per_y = 690 / 100, (plain["layout"]["height"] - theme.size) / 138
    for (a, b), (c, d) in itertools.combinations(zip(signs["x"], signs["y"], strict=True), 2):
        assert ((a - c) * per_x) ** 2 + ((b - d) * per_y) ** 2 > (theme.size * 1.45) ** 2


def test_each_sign_and_step_stands_on_its_own_arrow():
    shown = drawn(diagram(**WHOLE))
    signs, steps = shown["Signs"], shown["Steps of the article"]
    by_arrow = {f"arrow:{row.arrow}": row for row in ROWS}
    for at, (arrow, text, color) in enumerate(
        zip(signs["customdata"], signs["text"], signs["textfont"]["color"], strict=True)
    ):
        row = by_arrow[arrow]
        line = shown[f"{row.start} to {row.end}"]
        assert (signs["x"][at], signs["y"][at]) in zip(line["x"], line["y"], strict=True)
        assert text == ("<b>+</b>" if row.sign == "+" else "<b>−</b>")
        assert color == LIGHT.color(row.kind) == line["line"]["color"]
    for x, y, text, row in zip(steps["x"], steps["y"], steps["text"], (row for row in ROWS if row.step), strict=True):
        line = shown[f"{row.start} to {row.end}"]
        assert (x, y) in zip(line["x"], line["y"], strict=True) and text == f"<b>{STEPS[row.arrow]}</b>"


def test_thickness_dash_and_delay_say_what_the_key_says():
    result = diagram(**WHOLE)
    shown = drawn(result)
    widths = {row.arrow: shown[f"{row.start} to {row.end}"]["line"]["width"] for row in ROWS}
    assert sorted(widths, key=widths.get) == sorted(widths, key=result.flow.get)
    for row in ROWS:
        dash = shown[f"{row.start} to {row.end}"]["line"]["dash"]
        assert dash == {"contested": "dash", "assumed": "dot"}.get(row.evidence, "solid"), row.arrow
    late = [row for row in ROWS if row.delayed == "yes"]
    strokes = shown["Delay marks"]
    assert len(strokes["x"]) == 6 * len(late) > 0
    for row, x, y in zip(late, strokes["x"][::6], strokes["y"][::6], strict=True):
        line = shown[f"{row.start} to {row.end}"]
        assert min(abs(x - at) + abs(y - up) for at, up in zip(line["x"], line["y"], strict=True)) < 5, row.arrow
    key = shown["Names of boxes and loops, and the key"]["text"][-1]
    assert key == "R reinforcing, B balancing, ‖ takes long<br>dashed: contested, dotted: assumed"


def test_arrows_that_are_not_revealed_are_invisible():
    result = diagram(steps=2)
    shown = drawn(result)
    for row in ROWS:
        assert shown[f"{row.start} to {row.end}"]["visible"] == (0 < row.step <= 2), row.arrow
    frames = {node: shown[BOXES[node][2].replace("<br>", " ")]["visible"] for node in NODES}
    assert {node for node, visible in frames.items() if visible} == set(ASKED), "those that were asked about stay"
    pale = {node for node in ASKED if shown[BOXES[node][2].replace("<br>", " ")]["line"]["color"] == LIGHT.muted}
    assert pale == {"pressure"}, "no arrow has come there yet"


def test_every_loop_has_its_letter():
    result = diagram(**WHOLE)
    assert {frozenset(loop.nodes) for loop in result.loops} == set(MARKS)
    names = drawn(result)["Names of boxes and loops, and the key"]
    letters = {(x, y): text for x, y, text in zip(names["x"], names["y"], names["text"], strict=True)}
    for loop in result.loops:
        assert letters[MARKS[frozenset(loop.nodes)]] == f"<b>↻ {loop.kind[0].upper()}</b>"


def test_the_chosen_arrow_is_underlaid_along_its_whole_length():
    result = diagram(steps=3, arrow="guarding_pain")
    shown = drawn(result)
    halo, line = shown["The arrow you read about"], shown["guarding to pain"]
    assert halo["visible"] is True and halo["x"][:-1] == line["x"] and halo["y"][:-1] == line["y"]
    assert drawn(diagram(steps=1, arrow="guarding_pain"))["The arrow you read about"]["visible"] is False


def test_the_readers_arrows_lie_on_the_ways_of_the_articles_or_go_straight():
    mine = (("pain", "guarding", "+"), ("pressure", "pain", "-"))
    shown = drawn(diagram(steps=5), prediction=mine)
    article = shown["pain to guarding"]
    pale = shown["Your arrows on the way of one of the article"]
    assert (pale["x"][: len(article["x"])], pale["y"][: len(article["y"])]) == (article["x"], article["y"])
    assert pale["line"]["width"] > 3 * article["line"]["width"] and pale["x"].count(None) == 1
    away = shown["Your arrows elsewhere"]
    start, end = (BOXES[name][:2] for name in ("pressure", "pain"))
    for x, y in zip(away["x"][:-1], away["y"][:-1], strict=True):
        across, along = end[0] - start[0], end[1] - start[1]
        aside = (across * (y - start[1]) - along * (x - start[0])) / (across**2 + along**2) ** 0.5
        assert abs(aside) < 4 and start[1] < y < end[1]
    assert shown["Signs of your arrows"]["text"] == ["<b>−</b>"], "the other sign is the article's, and drawn"
    early = drawn(diagram(steps=1), prediction=mine)
    assert early["Signs of your arrows"]["text"] == ["<b>+</b>", "<b>−</b>"]
    assert early["Your arrows on the way of one of the article"]["x"] == [], "no way is given away before it is shown"
    assert early["How many are alike"]["text"] == ["of the 2 arrows shown you drew none"]
    assert shown["How many are alike"]["text"] == ["of the 7 arrows shown you drew 1"]
    assert len(shown["Heads of your arrows"]["x"]) == 4
    own = [name for name in shown if name.startswith(("Your arrows", "Heads of your", "Signs of your"))]
    assert len(own) == 4 and not any(drawn(diagram())[name]["visible"] for name in own)


def test_the_question_shows_the_five_boxes_and_no_arrow():
    shown = veiled(diagram())
    assert [trace["name"] for trace in shown["data"]] == ["Names of boxes"]
    assert len(shown["data"][0]["text"]) == len(shown["layout"]["shapes"]) == len(ASKED) == 5
    assert {row.start for row in data.table("cycle_links") if row.step} == set(ASKED)
    assert shown["layout"]["xaxis"] == figure(diagram())["layout"]["xaxis"]


def test_what_was_drawn_stays_while_it_is_kept_and_lies_on_no_way_of_the_article():
    mine = (("pain", "guarding", "+"), ("pressure", "pain", "-"))
    shown = veiled(diagram(), prediction=mine)
    kept = {item["name"]: item for item in (*shown["data"], *shown["layout"]["shapes"])}
    assert kept["Your arrows elsewhere"]["x"].count(None) == 2
    assert kept["Your arrows on the way of one of the article"]["x"] == []
    assert kept["Signs of your arrows"]["text"] == ["<b>+</b>", "<b>−</b>"]
    assert "The days of the run" in kept and "Steps that are shown" in kept


def on_edge(x, y, node, plane):
    away = max(abs(x - BOXES[node][0]) / plane.wide, abs(y - BOXES[node][1]) / plane.tall)
    return away == pytest.approx(1)


@SIZES
def test_a_straight_arrow_leads_from_edge_to_edge(theme):
    plane = board(theme)
    for start, end in itertools.permutations(ASKED, 2):
        x, y = (
            drawn(diagram(), prediction=((start, end, "+"),), theme=theme)["Your arrows elsewhere"][one] for one in "xy"
        )
        if x:
            assert on_edge(x[0], y[0], start, plane) and on_edge(x[-2], y[-2], end, plane), (start, end)


# The run


def test_the_beads_of_a_run_are_more_where_more_flows_and_the_day_goes_along():
    result = diagram(**WHOLE)
    run = frames(result)
    packed = run.packed(figure(result))
    assert run.controls == {"day": list(range(85))} and packed["count"] == 85
    for day in (3, 40):
        x = drawn(diagram(**WHOLE, day=day))["What flows along the arrows"]["x"]
        per, flow = len(x) // len(ROWS), diagram(**WHOLE, day=day).flow
        seen = {row.arrow: 0 for row in ROWS}
        for row in ROWS:
            for moment in range(20):
                sizes = [size for *_, size in beads(board(LIGHT).way(row), flow[row.arrow], moment / 20, per, 1 / 20)]
                seen[row.arrow] += sum(sizes)
        assert sorted(seen, key=lambda arrow: (seen[arrow], flow[arrow])) == sorted(seen, key=flow.get)
    hidden = drawn(diagram(steps=1))["What flows along the arrows"]["marker"]["size"]
    assert sum(size > 0 for size in hidden) <= 2 * 5, "nothing flows where no arrow is shown"


@pytest.mark.parametrize("day", [0, 3, 30])
def test_a_box_is_as_full_as_what_it_holds_also_while_it_runs(day):
    result = diagram(**WHOLE, day=day)
    shown, plane = figure(result), board(LIGHT)
    packed = {tuple(one["path"]): one["values"] for one in frames(result).packed(shown)["arrays"]}
    for number, one in enumerate(shown["layout"]["shapes"]):
        if not one["name"].startswith("What ") or not one["name"].endswith(" holds"):
            continue
        node = one["name"].split()[1]
        (_, low), _, (_, high), _ = plane.corners(node)
        level = float(re.search(r"V(\S+)H", one["path"])[1])
        assert (level - low) / (high - low) == pytest.approx(result.held[node], abs=0.01)
        assert packed["layout", "shapes", number, "path"][day] == one["path"]
    assert result.flow == {row.arrow: result.held[row.carried_by] for row in ROWS}


@pytest.mark.parametrize("day", [0, 3, 90, 364])
def test_the_day_is_dragged_along_the_line_of_days(day):
    result = diagram(day=day)
    [one] = grips(result)
    x, y = at_value(one["track"], day)
    said = drawn(result)["The day, and steps to press"]
    where = said["text"].index(f"<b>day {day}</b>")
    assert said["x"][where] == pytest.approx(x, abs=1.2) and abs(said["y"][where] - y) < 8


def at_value(track, value):
    for (low, *one), (high, *other) in itertools.pairwise(track):
        if low <= value <= high:
            share = (value - low) / (high - low)
            return [a + (b - a) * share for a, b in zip(one, other, strict=True)]
    raise AssertionError(value)


def test_steps_and_what_is_left_out_are_pressed():
    pressed = drawn(diagram())["Steps and what is left out: press"]
    assert set(pressed["customdata"]) == {*(f"steps:{step}" for step in range(1, 6)), "balancing:yes"}
    explorer = ArrowByArrow(ask_first=False, backend_name="static")
    for choice in ("steps:3", "balancing:yes"):
        explorer.clicked(choice)
    assert (explorer.state.steps, explorer.state.balancing) == (3, "yes")


def test_the_answer_is_the_round_of_the_article():
    ask = ArrowByArrow.ask
    answer = ask.answer(diagram())
    assert len(answer) == 7 and {sign for *_, sign in answer} == {"+"}
    told = ask.tell(ask.check("pain > guarding +; guarding > pain -; pressure > pain +"), diagram())
    assert told[0] == "three arrows"
    assert not any(word in " ".join(told[1:]) for word in ("seven", "alike", "+")), "that is what the steps show"


# Words


@pytest.mark.parametrize(
    "settings, said",
    [
        (
            {"steps": 1},
            "2 arrows drawn, 1 of the article's 5 steps; the newest: herniation → inflammation (+), "
            "inflammation → pain (+). No loop is closed yet.",
        ),
        (
            {"steps": 3},
            "5 arrows drawn, 3 of the article's 5 steps; the newest: guarding → pain (+), guarding → disc "
            "pressure (+). They close 1 reinforcing loop and 0 balancing loops; nothing works against them in "
            "this picture.",
        ),
        (
            WHOLE,
            "13 arrows drawn, 5 of the article's 5 steps. They close 3 reinforcing "
            "loops and 4 balancing loops: the arrows alone do not say which side wins.",
        ),
    ],
)
def test_the_sentence_counts_arrows_and_loops(settings, said):
    assert words.sentence(diagram(**settings)).startswith(said)


def test_an_arrow_is_read_with_both_sides_and_with_what_we_read():
    row = next(row for row in ROWS if row.arrow == "guarding_pain")
    text = words.sentence(diagram(steps=3, arrow="guarding_pain"))
    assert (
        f"\nGuarding → pain (+, days; a contested hypothesis): {row.says}\nFor it: {row.known_for}\n"
        f"Against it: {row.known_against}\nRead by us: abstract, of Cooley et al. without its end."
    ) in text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.arrow)
def test_every_sentence_of_an_arrow_names_its_study(row, root):
    """Which number is whose: the keys that stand in the two cells, in the order in which they first stand there."""
    with (root / "data" / "cycle_links.csv").open(encoding="utf-8", newline="") as file:
        written = next(one for one in csv.DictReader(file) if one["arrow"] == row.arrow)
    named = re.findall(r"\(\[@(\w+)\]\)", f"{written['known_for']} {written['known_against']}")
    assert tuple(dict.fromkeys(named)) == data.split_keys(row.source)
    for sentence in re.split(r"(?<=\.) (?=[A-Z])", f"{written['known_for']} {written['known_against']}"):
        # A signal of inflammation is called IL-6; that is a name, not a number.
        assert "[@" in sentence or not re.search(r"(?<!IL-)\d", sentence), sentence


def test_what_nobody_has_checked_says_so():
    row = dataclasses.replace(ROWS[0], seen="")
    result = dataclasses.replace(diagram(), arrows=(row,), selected=row)
    assert words.sentence(result).endswith("Read by us: not yet checked against the paper.")
    assert words.table(result).rows[0][-1] == "not yet checked against the paper"


#: What an audit found said wrongly of a study, which it must not say again: arrow -> words.
NOT_FOUND = {
    "inflammation_inflammation": "fall again after",
    "inflammation_pain": "comes with pain behaviour",
    "guarding_pain": "the muscle is thinner",
    "pain_guarding": "worked less over a movement",
    "herniation_inflammation": "Of people without any symptoms, 30 to 40",
}


@pytest.mark.parametrize("arrow, said", NOT_FOUND.items())
def test_no_arrow_says_again_more_than_its_study_measured(arrow, said):
    row = next(row for row in ROWS if row.arrow == arrow)
    assert said not in f"{row.known_for} {row.known_against}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.arrow)
def test_every_arrow_can_be_read(row, fit_to_say):
    text = words.sentence(diagram(**WHOLE, arrow=row.arrow))
    fit_to_say(text)
    assert row.says in text and row.known_for in text and row.known_against in text
    assert f"({row.sign.replace('-', '−')}, {row.delay}; {words.EVIDENCE[row.evidence]})" in text


def test_arrows_compared_with_a():
    few, whole = diagram(steps=2), diagram(steps=4)
    assert words.compare(few, whole) == (
        "Against A, new: guarding → pain, guarding → disc pressure, disc pressure → "
        "herniation. A closed 0 loops, this one 2."
    )
    assert words.compare(whole, few).startswith("Against A, gone: guarding → pain, ")
    assert words.compare(few, few) == "Against A: the same arrows."


def test_the_table_has_a_row_for_each_drawn_arrow():
    rows = words.table(diagram(steps=2, balancing="yes")).rows
    assert [row[0] for row in rows] == [words.arrow_name(row) for row in ROWS if row.step <= 2]
    assert ("inflammation clears itself", "−", "days", "animal work", "left out") in [row[:5] for row in rows]
    contested = next(row for row in rows if row[0] == "pain → guarding")
    assert contested[1:5] == ("+", "seconds to days", "a contested hypothesis", "step 2")
    assert contested[5] == "van Dieën et al. 2017, Holm et al. 2002, Zedka et al. 1999, Hodges et al. 2006"
    assert contested[6].startswith("abstract, of Zedka et al. without its end")
