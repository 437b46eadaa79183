"""The option table: equal detail, numbers from one place, the order of the rows, the drawing, what it must say."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.theme import LIGHT, PRESENTER, THEMES
from spine_edu.treatment.options import pictures
from spine_edu.treatment.options.figure import figure, grips, veiled
from spine_edu.treatment.options.frame import DESK, GRID, LIST, bodies, frame, knob_place, track
from spine_edu.treatment.options.model import (
    ALWAYS,
    MOST,
    VALUES,
    OptionsState,
    cells,
    options,
    person,
    question,
    simulate,
)
from spine_edu.treatment.options.words import compare, condition, one_page, sentence, table
from tests.drawn import hidden, on_track, said, shape, trace

WAYS = [key for key, _ in options()]
ROWS = (*VALUES, *ALWAYS)
STATES = st.builds(
    OptionsState,
    whose=st.sampled_from(["mine", "mara", "tom"]),
    order=st.sampled_from(["usual", "sorted"]),
    option=st.sampled_from(WAYS),
    row=st.sampled_from(ROWS),
    **{row: st.integers(0, 4) for row in VALUES},
)


def run(**settings_):
    return simulate(OptionsState(**settings_))


def everything(result):
    """What a reader of the picture, the sentence, the table and the page to print can read."""
    words = " ".join(said(figure(result))).replace("<br>", " ")
    return " ".join([words, sentence(result), str(table(result)), str(one_page(result))])


# The standard for patient decision aids -------------------------------------------------------------------------------

#: The six qualifying criteria (Joseph-Williams et al. 2014, in our words), each with where it is met.
CRITERIA = {
    "it describes the condition": lambda words: condition() in words,
    "it states the decision": lambda words: "which way to go on?" in words,
    "it describes the options": lambda words: all(name in words for _, name in options()),
    "it describes what is good about each": lambda words: all(
        cells()[way, row].says in words for way in WAYS for row in ("speed", "year")
    ),
    "it describes what is bad about each": lambda words: all(
        cells()[way, row].says in words for way in WAYS for row in ("harms", "operation", "medicine", "cost")
    ),
    "it describes what it is like to go through each": lambda words: all(
        cells()[way, "like"].says in words for way in WAYS
    ),
}


@pytest.mark.parametrize("criterion", CRITERIA)
def test_it_meets_the_qualifying_criteria_of_a_decision_aid(criterion):
    assert CRITERIA[criterion](everything(run()))


def test_what_it_is_like_is_told_of_body_and_mind():
    """The criterion asks for physical, psychological and social effects."""
    for way in ("wait", "exercise", "nsaid", "injection", "operation"):
        assert len(cells()[way, "like"].says.split()) >= 10
    feelings = {way: cells()[way, "like"].says for way in WAYS}
    assert all(any(word in text for word in ("afraid", "worry", "know", "yourself")) for text in feelings.values())


def test_every_way_is_told_in_equal_detail():
    assert set(cells()) == {(way, row) for way in WAYS for row in ROWS}
    lengths = {way: sum(len(cells()[way, row].says) for row in ROWS) for way in WAYS}
    assert max(lengths.values()) < 1.75 * min(lengths.values()), lengths
    assert all(len(cell.short) <= 32 for cell in cells().values())


def test_nothing_is_recommended_scored_or_added_up():
    words = everything(run(speed=4)).lower()
    assert not any(word in words for word in ("recommend", "you should", "best for you", "your chance", "score"))
    assert "nothing is added up" in sentence(run()).lower()


# The numbers ----------------------------------------------------------------------------------------------------------


def test_a_number_stands_in_one_table_only():
    """Where it stands in another one, the cell points there, takes it from there, and names the same source."""
    pointing = [record for record in data.table("treatment_options") if record.refers]
    assert len(pointing) >= 10
    for record in pointing:
        assert record.value is None and record.low is None and record.high is None, record
        cell = cells()[record.option, record.row]
        if record.kind in ("points", "of_100", "times"):
            assert cell.value is not None


def test_pointed_at_numbers_are_those_of_the_other_tables():
    effects = {row.effect: row for row in data.table("treatment_effects")}
    shares = {(row.path, row.measure, row.week, row.kind): row for row in data.table("treatment_shares")}
    for way, key in (("nsaid", "nsaid_sciatica_pain"), ("operation", "discectomy_soon")):
        cell, row = cells()[way, "speed"], effects[key]
        assert (cell.value, cell.low, cell.high, cell.record.source) == (row.value, row.low, row.high, row.source)
    for way, path, week in (("wait", "wait", 104), ("injection", "injection", 52), ("operation", "early", 52)):
        cell, row = cells()[way, "operation"], shares[path, "operated", week, "counted"]
        assert (cell.value, cell.low, cell.high, cell.record.source) == (row.share, row.low, row.high, row.source)


def test_numbers_typed_into_words_are_those_of_the_other_tables_too():
    effects = {row.effect: row for row in data.table("treatment_effects")}
    shares = {(row.path, row.measure, row.week, row.kind): row for row in data.table("treatment_shares")}
    typed = [
        ("exercise", "year", "{:.0f} of 100 with the family doctor", shares["doctor", "better", 52, "counted"].share),
        ("injection", "operation", "{:.0f} of 100 after a dummy", shares["dummy", "operated", 52, "counted"].share),
        ("operation", "speed", "recovered by week {:.0f} against", shares["early", "better", 4, "half"].week),
        ("operation", "speed", "against week {:.0f}.", shares["wait", "better", 12, "half"].week),
        ("operation", "harms", "{:.0f} of 100 were operated on again", effects["discectomy_again"].value),
        ("operation", "operation", "Fewer than {:.0f} of 100", shares["early", "operated_again", 52, "bound"].share),
    ]
    for way, row, words, number in typed:
        assert words.format(number) in cells()[way, row].says, (way, row)


def test_what_was_read_of_fernandez_and_of_van_den_hout():
    """Their abstracts: 11.43 (0.71 to 22.16), and 1,819 euros (842 to 2,790)."""
    exercise, care = cells()["exercise", "speed"], cells()["operation", "cost"]
    assert (exercise.value, exercise.low, exercise.high) == (11.43, 0.71, 22.16)
    assert (care.value, care.low, care.high) == (1819, 842, 2790)
    assert exercise.short == "11.4 points less than advice" and care.short == "care costs 1,819 € more"


def test_a_cell_without_a_source_says_so():
    for row in table(run()).rows:
        assert row[-1]
    ours = [cell for cell in cells().values() if not cell.record.source]
    assert all(cell.value is None and cell.kind in ("words", "none") for cell in ours)
    assert all(cells()[way, "like"] in ours for way in WAYS), "what it is like is told in our words"


# The order ------------------------------------------------------------------------------------------------------------


@given(STATES)
def test_what_matters_orders_the_rows_and_changes_no_number(state):
    result = simulate(state)
    weights = [result.matters[row] for row in result.order if row in VALUES]
    assert result.order[len(VALUES) :] == ALWAYS
    if state.order == "sorted":
        assert weights == sorted(weights, reverse=True)
    else:
        assert result.order == ROWS, "the rows stand as they are asked"
    assert set(result.order) == set(ROWS)
    assert sorted(map(str, table(result).rows)) == sorted(map(str, table(run()).rows))


@given(STATES)
def test_rows_that_matter_as_much_keep_their_usual_order(state):
    result = simulate(state)
    for one, other in zip(result.order, result.order[1:], strict=False):
        if one in VALUES and other in VALUES and result.matters[one] == result.matters[other]:
            assert VALUES.index(one) < VALUES.index(other)


def test_two_people_with_the_same_numbers_in_different_orders():
    mara, tom = run(whose="mara"), run(whose="tom")
    assert mara.order[:2] == ("speed", "cost") and tom.order[:2] == ("operation", "harms")
    assert mara.important == ("speed", "cost") and set(tom.important) == {"operation", "harms", "medicine"}
    assert "invented" in sentence(mara) and "invented" in person("tom").story


# The drawing ----------------------------------------------------------------------------------------------------------


@given(STATES)
def test_every_cell_stands_in_its_row_and_column(state):
    result = simulate(state)
    fig = figure(result)
    targets = trace(fig, "Cells to touch")
    there = {what: (x, y) for what, x, y in zip(targets["customdata"], targets["x"], targets["y"], strict=True)}
    before = GRID.top
    assert all(there[f"option:{way}"][1] < GRID.top for way in WAYS), "a press on a head takes its column"
    for row in result.order:
        for way in WAYS:
            read = (row, way) == (state.row, state.option) and row in VALUES
            x, y = there[f"accept_{row}:{way}" if read else f"row:{row};option:{way}"]
            left, top, right, bottom = GRID.cell(result.order, row, way)
            assert left < x < right and top < y < bottom and top == before
        before = bottom
    assert before == pytest.approx(GRID.end)
    left, top, right, bottom = GRID.cell(result.order, state.row, state.option)
    outline = f"M{left:g},{top:g}H{right:g}V{bottom:g}H{left:g}Z"
    assert shape(fig, "The cell that is read out")["path"] == outline


@given(STATES)
def test_the_knobs_stay_on_the_desk_whatever_the_order(state):
    """Up is more, each on the track over its name; a knob is where what matters is the reader's own."""
    result = simulate(state)
    own = state.whose == "mine"
    assert len(grips(result)) == len(VALUES) * own
    assert hidden(figure(result), "How much it matters") == own
    for one in grips(result):
        row = one["control"]
        x, y = on_track(one, getattr(state, row))
        assert (x, y) == pytest.approx(track(row, getattr(state, row)))
        assert knob_place(row)[0] < x < knob_place(row)[1] and DESK[0] < y < DESK[1]
        assert track(row, MOST)[1] < track(row, 0)[1]


@given(STATES)
def test_the_line_under_a_name_is_as_long_as_it_matters(state):
    result = simulate(state)
    path = shape(figure(result), "So much it matters")["path"]
    lines = dict(zip(VALUES, path.removeprefix("M").split("M"), strict=True))
    for row, line in lines.items():
        start, end = line.replace(",", "H").split("H")[::2]
        assert float(end) - float(start) == pytest.approx(6 * result.matters[row] / MOST, abs=0.01)
        top, bottom = GRID.rows(result.order)[row]
        assert top < float(line.split(",")[1].split("H")[0]) < bottom


def test_the_pictures_are_as_long_as_their_numbers():
    fig = figure(run())
    for way in ("wait", "injection", "operation"):
        place = GRID.cell(ROWS, "operation", way)
        start, end = pictures.along(place, 0, 100, 0), pictures.along(place, 0, 100, cells()[way, "operation"].value)
        assert (
            f"M{start:.2f}," in shape(fig, "So many of them")["path"]
            and f"H{end:.2f}V" in shape(fig, "So many of them")["path"]
        )
    place = GRID.cell(ROWS, "speed", "nsaid")
    low, high = (pictures.along(place, *pictures.POINTS, edge) for edge in (-1.99, 11.11))
    assert f"M{low:.2f}," in shape(fig, "Interval")["path"] and f"H{high:.2f}" in shape(fig, "Interval")["path"]
    assert low < pictures.along(place, *pictures.POINTS, 0) < high, "the interval crosses the line of no difference"


def test_a_scale_runs_from_edge_to_edge_of_its_cell_and_in_equal_steps():
    place = GRID.cell(ROWS, "speed", "nsaid")
    ends = [pictures.along(place, *pictures.POINTS, value) for value in (*pictures.POINTS, -99, 99)]
    assert ends[:2] == ends[2:] and place[0] < ends[0] < ends[1] < place[2]
    assert ends[0] - place[0] == pytest.approx(place[2] - ends[1])
    steps = [pictures.along(place, *pictures.POINTS, value) for value in (0, 5, 10)]
    assert steps[1] - steps[0] == pytest.approx(steps[2] - steps[1]) == pytest.approx(5 / 30 * (ends[1] - ends[0]))


def test_every_number_fits_on_its_scale():
    for cell in cells().values():
        if cell.kind == "points":
            assert pictures.POINTS[0] <= cell.low <= cell.value <= cell.high <= pictures.POINTS[1]
        if cell.kind == "of_100":
            assert 0 <= cell.value <= 100 and (cell.beside is None or 0 <= cell.value + cell.beside <= 200)


def test_in_a_hall_one_question_is_shown():
    result = run(row="sure", option="injection")
    fig = figure(result, theme=PRESENTER)
    assert len(trace(fig, "Cells to touch")["x"]) == 2 * len(WAYS) + len(ROWS), "answers, their heads, and questions"
    assert LIST.cell(ROWS, "sure", "wait") == LIST.cell(ROWS, "speed", "wait")
    assert "moderate" in said(fig) and "low" in said(fig)


def test_a_row_climbs_while_its_knob_is_dragged():
    explorer = spine_edu.OptionTable(ask_first=False)
    explorer.move("harms", 3.0)
    assert explorer.result.order[0] == "harms" and "“Harms?” matters most" in explorer.describe()
    explorer.move("cost", 4.0)
    assert explorer.result.order[:2] == ("cost", "harms")
    explorer.set(order="usual")
    assert explorer.result.order == ROWS and "as they are asked" in explorer.describe()


def test_words_and_pictures_come_in_one_order_so_that_they_glide():
    """What moves between two figures is known by its place in the list, not by its place in the table."""
    first, last = figure(run()), figure(run(cost=4))
    words = [one["text"] for one in (trace(first, "Words of the table"), trace(last, "Words of the table"))]
    bare = [[text.replace("<b>", "").replace("</b>", "") for text in texts] for texts in words]
    assert bare[0] == bare[1]


def test_people_are_touched():
    explorer = spine_edu.OptionTable(ask_first=False)
    touched = trace(explorer.drawn, "People: touch one")
    assert set(touched["customdata"]) == {"whose:mine", "whose:mara", "whose:tom"}
    explorer.clicked("whose:tom")
    assert explorer.result.order[0] == "operation" and "For Tom" in explorer.describe()
    for (left, top, right, bottom), x in zip(bodies(), touched["x"][::2], strict=True):
        assert 0 <= left < x < right <= knob_place(VALUES[0])[0] and DESK[0] <= top < bottom <= DESK[1]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_table_is_no_higher_than_a_page(theme):
    at = frame(theme)
    assert DESK[1] < at.top < at.end < at.depth
    assert figure(run(), theme=theme)["layout"]["height"] <= (778 if theme.large else 800)


def test_touching_a_cell_reads_it_out():
    explorer = spine_edu.OptionTable(ask_first=False)
    explorer.clicked("row:harms;option:operation")
    assert explorer.describe().startswith("Early operation, harms: A complication in 1.6 of 100")
    explorer.clicked("row:year")
    assert explorer.state.row == "year" and explorer.state.option == "operation"


def test_the_prediction_is_marked_at_its_question():
    fig = figure(run(), prediction="Harms?")
    top, bottom = GRID.rows(ROWS)["harms"]
    assert shape(fig, "Farthest apart, you said")["path"].startswith(f"M0.3,{top + 0.15:g}H") and top < bottom
    assert hidden(figure(run()), "Farthest apart, you said")
    kept = veiled(run(), prediction="Harms?")
    assert "Harms?" in " ".join(said(kept)) and not hidden(kept, "You put it there")
    assert "Names of the questions" not in [one["name"] for one in veiled(run())["data"]], "there they are tags"


def test_the_question_asks_for_what_parts_the_two_people():
    explorer = spine_edu.OptionTable()
    ask = explorer.ask
    mara, tom = person("mara"), person("tom")
    apart = {question(row): abs(getattr(mara, row) - getattr(tom, row)) for row in VALUES}
    assert ask.answer(explorer.asked_result) == max(apart, key=apart.get)
    assert sorted(apart.values())[-1] > sorted(apart.values())[-2], "one only"
    assert mara.story in ask.question and tom.story in ask.question


def test_a_second_press_accepts_an_answer_and_a_third_takes_that_back():
    explorer = spine_edu.OptionTable(ask_first=False)

    def choices():
        return trace(explorer.drawn, "Cells to touch")["customdata"]

    explorer.clicked("row:harms;option:injection")
    assert "accept_harms:injection" in choices() and "row:harms;option:injection" not in choices()
    explorer.clicked("accept_harms:injection")
    assert (
        explorer.state.accepted == {"harms": "injection"}
        and "You could accept “Harms?” of steroid" in explorer.describe()
    )
    left, top, right, _ = GRID.cell(explorer.result.order, "harms", "injection")
    pin = shape(explorer.drawn, "Could accept")["path"]
    x, y = map(float, pin[1:].split("L")[0].split(","))
    assert left < x < right and top < y < top + 1.5
    explorer.clicked("accept_harms:none")
    assert explorer.state.accepted == {} and shape(explorer.drawn, "Could accept")["path"] in ("", "M0,0Z")
    explorer.clicked("row:year;option:wait")
    assert not any(choice.startswith("accept_") for choice in choices()), "of the last three rows nothing is accepted"


def test_pins_stand_under_their_way_and_are_not_added_up():
    explorer = spine_edu.OptionTable(ask_first=False)
    explorer.set(accept_speed="operation", accept_harms="exercise", accept_cost="exercise", lean="exercise")
    texts = trace(explorer.drawn, "Words of the table")["text"]
    assert sorted(text for text in texts if text and set(text) == {"◆"}) == ["◆", "◆◆"]
    rings = trace(explorer.drawn, "Where one may lean")
    assert len(rings["x"]) == len(WAYS) + 1
    mine = LIGHT.color("prediction")
    left, _, right, _ = GRID.cell(ROWS, "speed", "exercise")
    (x,) = [x for x, fill in zip(rings["x"], rings["marker"]["color"], strict=True) if fill == mine]
    assert left < x < right and "You lean to: exercises." in explorer.describe()
    page = str(explorer.one_page())
    assert "I lean to: Exercises." in page and "I could accept: “How soon?” of early operation" in page
    assert "I am not sure yet" in str(spine_edu.OptionTable(ask_first=False).one_page())


def test_a_number_beside_another_is_that_of_the_other_table():
    """After a year exercise looked worse than waiting: that its trial's other group had 56 stood in words only."""
    beside = {key: (cell.beside, cell.record.beside_is) for key, cell in cells().items() if cell.beside is not None}
    assert beside[("exercise", "year")] == (56, "other group") and beside[("operation", "harms")] == (15, "as well")
    for cell in cells().values():
        if cell.beside is not None:
            assert f"{cell.beside:.0f}" in cell.short
    outlined = shape(figure(run()), "The other group")["path"]
    assert outlined.count("M") == sum(kind == "other group" for _, kind in beside.values())


def test_a_ratio_is_no_bar():
    """1.4 times as many as a dummy looked far worse than 1.6 of 100."""
    fig = figure(run())
    assert "Times as often" not in [one["name"] for one in fig["layout"]["shapes"]]
    assert "of how many is not" in cells()["nsaid", "harms"].says


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_sent_to_the_browser_is_strict_json_of_the_same_shapes(theme):
    first = figure(run(), theme=theme)
    for whose in ("mine", "mara", "tom"):
        fig = figure(run(whose=whose, row="like"), theme=theme, held=run(), prediction="Exercises")
        json.dumps(fig, allow_nan=False)
        assert [one["name"] for one in fig["layout"]["shapes"]] == [one["name"] for one in first["layout"]["shapes"]]


# Words ----------------------------------------------------------------------------------------------------------------


def test_the_whole_sentence():
    assert sentence(run(whose="tom", row="sure", option="injection")) == (
        "Steroid injection, how sure: Moderate, say the reviewers: we may be fairly sure that the effect is "
        "small. It was held against a dummy injection (Oliveira et al. 2020; quoted in NeuroRehabilitation 47:509). "
        "For Tom, who is invented, “Operation?”, “Harms?” and “Medicine?” matter most, and the rows stand in "
        "that order. Nothing is added up, and no way is the right one."
    )
    assert "not yet checked against the paper" in sentence(run(row="speed", option="injection"))


def test_compare():
    assert (
        compare(run(), run(speed=4))
        == "The rows stand in the same order. The numbers are the same, as they always are."
    )
    assert "In A “How soon?” comes first, here “Harms?”." in compare(run(), run(harms=4))
    assert "A reads out Wait and keep active, how soon: half well by week 12" in compare(run(), run(row="sure"))


def test_the_page_to_print_holds_own_words_and_keeps_none():
    explorer = spine_edu.OptionTable(ask_first=False)
    page = str(explorer.one_page("I want to dance in May."))
    assert "I want to dance in May." in page and "gives no advice" in page
    assert "dance" not in str(explorer.one_page()) and "dance" not in explorer.to_text()
    assert all(cells()[way, row].short in page for way in WAYS for row in ROWS)
    assert "cannot live with another month" in str(one_page(run(whose="mara")))
    assert question("speed") in page
