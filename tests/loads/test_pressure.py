"""The pressure board: what the two studies printed, kept apart, where it stands on the board, and what is said."""

import re

import pytest

from spine_edu import data
from spine_edu.explorer import veil
from spine_edu.explorer.card import card
from spine_edu.loads.pressure import asked, postures
from spine_edu.loads.pressure.explorer import PressureBoard
from spine_edu.loads.pressure.figure import SLOTS, _rows, figure
from spine_edu.loads.pressure.frame import slot
from spine_edu.loads.pressure.model import STUDIES, PressureState, row, simulate, study
from spine_edu.loads.pressure.words import compare, sentence, table, value
from spine_edu.theme import LIGHT, THEMES

#: Wilke 1999, values of the abstract (MPa).
WILKE = {
    "prone": 0.10,
    "side": 0.12,
    "standing": 0.50,
    "bent": 1.10,
    "sitting": 0.46,
    "folded": 0.83,
    "slouched": 0.30,
    "lift_round": 2.30,
    "lift_knees": 1.70,
    "hold_close": 1.10,
}
#: The same study, table of the full text, recalled: single readings and ranges (MPa).
WILKE_TABLE = {
    "supine": 0.10,
    "elbows": 0.25,
    "straight": 0.55,
    "thighs": 0.43,
    "rising": 1.10,
    "hold_far": 1.80,
    "laugh_side": 0.15,
    "sneeze_side": 0.38,
    "valsalva": 0.92,
}
WILKE_RANGES = {
    "turning": (0.70, 0.80),
    "walking": (0.53, 0.65),
    "jog_street": (0.35, 0.95),
    "jog_tennis": (0.35, 0.85),
    "up_one": (0.50, 0.70),
    "up_two": (0.30, 1.20),
    "down_one": (0.38, 0.60),
    "down_two": (0.30, 0.90),
}
#: Nachemson 1976, percent of standing; coughing and laughing from a later summary of its chart.
NACHEMSON = {
    "supine": 25,
    "side": 75,
    "standing": 100,
    "bent20": 150,
    "bent_load": 220,
    "sitting": 140,
    "leaning": 185,
    "sit_load": 275,
    "cough": 140,
    "laugh": 150,
}


def board(**settings):
    return simulate(PressureState(**settings))


def drawn(result, **more):
    """What is drawn, by name: traces and shapes."""
    plain = figure(result, **more)
    return {item["name"]: item for item in (*plain["data"], *plain["layout"]["shapes"])}


def scale(name, layout):
    """Return the function from a study's reading to its place on the board, read off the ticks of its scale."""
    ticks = [
        (place, float(text))
        for place, text in zip(layout["xaxis"]["tickvals"], layout["xaxis"]["ticktext"], strict=True)
        if (place < 0.679) == (name == "wilke")
    ]
    (left, low), (right, high) = ticks[:2]
    return lambda reading: left + (reading - low) * (right - left) / (high - low)


# Model


@pytest.mark.parametrize("name, printed", [("wilke", WILKE), ("wilke", WILKE_TABLE), ("nachemson", NACHEMSON)])
def test_the_posture_table(name, printed):
    assert {posture: row(posture).readings[name].value for posture in printed} == printed


def test_ranges_are_the_printed_ones_and_nothing_else_was_read():
    read = {posture: (one.low, one.high) for posture in WILKE_RANGES if (one := row(posture).readings["wilke"])}
    assert read == WILKE_RANGES
    for name, printed in (("wilke", {*WILKE, *WILKE_TABLE, *WILKE_RANGES}), ("nachemson", {*NACHEMSON})):
        assert {item.posture for item in data.table("loads_pressures") if item.study == name} == printed


def test_one_person_in_wilke_and_no_invented_number_for_nachemson():
    assert study("wilke").people == 1
    assert study("nachemson").people is None and "unknown" in study("nachemson").people_words


def test_each_study_keeps_its_own_unit_and_axis():
    assert (study("wilke").unit, study("nachemson").unit) == ("MPa", "% of standing")
    for name in STUDIES:
        values = [item.high or item.value for item in data.table("loads_pressures") if item.study == name]
        assert study(name).low <= min(values) and max(values) < study(name).high


def test_a_range_holds_its_middle():
    for item in data.table("loads_pressures"):
        assert (item.low is None) == (item.high is None)
        assert item.low is None or item.value == pytest.approx((item.low + item.high) / 2)


def test_the_studies_disagree_on_sitting_and_on_nothing_else():
    every = PressureState.declarations()["posture"].values
    assert [name for name in every if simulate(PressureState(posture=name)).disagree] == ["sitting"]
    assert row("sitting").share("wilke") == pytest.approx(0.92)
    assert row("sitting").share("nachemson") == pytest.approx(1.4)


def test_every_posture_was_measured_by_somebody_and_stands_in_a_group():
    groups = {item.posture: item.group for item in data.table("loads_pressures")}
    assert set(groups) == set(PressureState.declarations()["posture"].values)
    assert set(groups.values()) | {"main"} == set(PressureState.declarations()["group"].values)


def test_coughing_sneezing_and_valsalva_are_there():
    shown = {item.posture for item in simulate(PressureState(group="straining")).rows}
    assert {"cough", "laugh", "sneeze_side", "valsalva", "standing"} <= shown


def test_the_marked_posture_is_always_on_the_board():
    result = simulate(PressureState(group="lying", posture="lift_round"))
    assert result.rows[-1] == result.marked == row("lift_round")


def test_an_unknown_posture_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Mark a posture: 'kneeling' is not an option; allowed are supine"):
        PressureState(posture="kneeling")
    with pytest.raises(ValueError, match="'kneeling' is not an option"):
        row("kneeling")


# Figure


#: How many words stand above and below the scales, before those of the rows.
TITLES = 6


def cells(result, **more):
    """Return (row, study, number of its bar, number of its words) of every place on the board."""
    return [
        (item, name, 2 * at + side, TITLES + 3 * at + 1 + side)
        for at, item in enumerate(result.rows)
        for side, name in enumerate(STUDIES)
    ]


def plain(text):
    return text.replace("<br>", " ").removeprefix("<b>").removesuffix("</b>").strip("\u00a0").strip()


@pytest.mark.parametrize("group", ["main", "moving", "straining"])
def test_bars_and_numbers_of_a_study_stand_on_its_own_scale_and_row(group):
    result = board(group=group)
    shown, layout = drawn(result), figure(result)["layout"]
    bars, words = shown["Readings"], shown["Postures and numbers"]
    for item, name, bar, number in cells(result):
        at, reading = scale(name, layout), item.readings[name]
        end = at(reading.value if reading else 0)
        assert bars["base"][bar] == pytest.approx(at(0))
        assert bars["base"][bar] + bars["x"][bar] == pytest.approx(end)
        assert plain(words["text"][number]) == value(reading).replace(" to ", "–")
        assert words["y"][number] == bars["y"][bar], "beside its bar"
        assert words["x"][number] == pytest.approx(at(reading.high or reading.value if reading else 0)), "at its end"
    names = [plain(words["text"][TITLES + 3 * at]) for at in range(len(result.rows))]
    assert names == [item.label for item in result.rows]


def test_numbers_on_the_board_are_those_of_its_table():
    result = board(group="moving")
    words = drawn(result)["Postures and numbers"]["text"]
    printed = [
        cell.removesuffix(", not yet checked against the paper") for row in table(result).rows for cell in row[1:]
    ]
    assert [plain(words[number]).replace("–", " to ") for *_, number in cells(result)] == printed


def test_a_number_from_memory_is_marked_in_sentence_and_table_and_no_other():
    mark = "not yet checked against the paper"
    for posture in board(group="straining").rows:
        for name, reading in posture.readings.items():
            said = sentence(board(posture=posture.posture))
            part = next(part for part in said.split(";") if study(name).title in part)
            assert (mark in part) == (reading is not None and not reading.seen)
    cells = [cell for row in table(board(group="main")).rows for cell in row[1:]]
    assert not any(mark in cell for cell in cells)
    assert sum(mark in cell for row in table(board(group="straining")).rows for cell in row[1:]) == 5


def test_ranges_are_drawn_from_their_lowest_to_their_highest_reading():
    result = board(group="moving")
    shown, at = drawn(result), scale("wilke", figure(result)["layout"])
    strokes = [
        tuple(float(x) for x in re.findall(r"([\d.]+),", stroke))
        for stroke in shown["Ranges that were read"]["path"].split("M")[1:]
    ]
    assert strokes == [
        pytest.approx(tuple(map(at, WILKE_RANGES[item.posture])), abs=6e-4)
        for item in result.rows
        if item.posture in WILKE_RANGES
    ]


def test_standing_is_marked_at_the_standing_of_each_study():
    result = board()
    layout = figure(result)["layout"]
    places = {float(x) for x in re.findall(r"([\d.]+),", drawn(result)["Standing"]["path"])}
    assert sorted(places) == pytest.approx([scale("wilke", layout)(0.5), scale("nachemson", layout)(100)], abs=6e-4)


@pytest.mark.parametrize("group", PressureState.declarations()["group"].values)
def test_the_dots_of_standing_stand_over_the_numbers(group):
    result = board(group=group)
    shown = drawn(result)
    dots = [float(y) for y in re.findall(r",(-?[\d.]+)", shown["Standing"]["path"])]
    for *_, number in cells(result):
        up = shown["Postures and numbers"]["y"][number]
        assert not any(low - 0.15 < up < high for low, high in zip(dots[::2], dots[1::2], strict=True))


def test_no_row_moves_when_another_posture_is_marked():
    for group in PressureState.declarations()["group"].values:
        names = [item.posture for item in board(group=group).rows]
        assert len({str(rows_of(board(group=group, posture=name))) for name in names}) == 1


def rows_of(result):
    """Return (posture, lower end, height) of each row."""
    return _rows(result.rows)


def test_only_the_marked_posture_is_dark_and_bold_and_a_click_marks_another():
    shown = drawn(board(group="sitting", posture="slouched"))
    bars, words = shown["Readings"], shown["Postures and numbers"]
    dark = {
        click
        for click, color in zip(bars["customdata"], bars["marker"]["color"], strict=True)
        if color in (LIGHT.color("pressure"), LIGHT.color("load"))
    }
    assert dark == {"posture:slouched"}
    assert [plain(text) for text in words["text"][TITLES:] if text.startswith("<b>")] == ["Sitting, slouched back"]


def test_each_study_is_named_over_its_own_scale():
    words, layout = drawn(board())["Postures and numbers"], figure(board())["layout"]
    for name, title, unit in (
        ("wilke", "Wilke et al. 1999", "Pressure (MPa)"),
        ("nachemson", "Nachemson 1976", "% of standing"),
    ):
        at = next(at for at, text in enumerate(words["text"]) if text.startswith(f"<b>{title}</b>"))
        assert words["x"][at] == scale(name, layout)(0) and words["y"][at] > SLOTS
        below = words["text"].index(unit)
        assert words["y"][below] < 0
        assert words["x"][below] == pytest.approx(scale(name, layout)(study(name).high / 2)), "in its middle"


def test_a_held_posture_stands_under_the_board_at_its_reading():
    held, layout = board(posture="bent"), figure(board())["layout"]
    mark = drawn(board(posture="sitting"), held=held)["A, held"]
    assert (mark["x"], mark["text"], mark["visible"]) == (
        [pytest.approx(scale("wilke", layout)(1.1))],
        [f" A: 1.10 {held.marked.label}"],
        True,
    )
    assert max(mark["y"]) < 0
    both = drawn(board(), held=board(posture="sitting"))["A, held"]
    assert both["x"] == [pytest.approx(scale("wilke", layout)(0.46)), pytest.approx(scale("nachemson", layout)(140))]
    assert drawn(board())["A, held"]["visible"] is False


def test_the_marked_body_stands_on_its_bar_and_the_prediction_on_the_same_scale():
    marked = board(group="sitting", posture="slouched")
    shown, layout = drawn(marked, prediction=0.9), figure(marked)["layout"]
    at, guess, put = scale("wilke", layout), shown["Your prediction"], shown["Where the reader has put it"]
    assert shown["Body on the scale"]["xanchor"] == pytest.approx(at(0.30))
    assert guess["x"] == [pytest.approx(at(0.9))] and guess["text"] == ["you said 0.90"]
    assert guess["visible"] and put["xanchor"] == pytest.approx(at(0.9))
    also = drawn(board(group="sitting", posture="thighs"), prediction=0.9)
    assert also["Your prediction"]["visible"] and also["Where the reader has put it"]["path"] == put["path"]
    for other, said in ((board(group="moving"), 0.9), (marked, None)):
        plain = drawn(other, prediction=said)
        assert plain["Your prediction"]["visible"] is False
        assert plain["Where the reader has put it"]["path"] == "M0,0Z"
    unread = drawn(board(group="sitting", posture="leaning"))
    assert unread["Body on the scale"]["path"] == "M0,0Z" and unread["Body on the second scale"]["path"] != "M0,0Z"
    both = board(posture="sitting")
    shown, layout = drawn(both), figure(both)["layout"]
    assert shown["Body on the scale"]["xanchor"] == pytest.approx(scale("wilke", layout)(0.46))
    assert shown["Body on the second scale"]["xanchor"] == pytest.approx(scale("nachemson", layout)(140))
    assert shown["Body on the scale"]["path"] == shown["Body on the second scale"]["path"], "the same body"


# The bodies


def every_posture():
    return PressureState.declarations()["posture"].values


@pytest.mark.parametrize("name", every_posture())
def test_every_posture_is_drawn_and_rests_on_something(name):
    body, lines, loads = postures.posture(name)
    left, low, right, high = postures.box(name)
    assert lines, "a floor, a bed, a chair or stairs"
    assert -3 < low < 1 and 20 < high < 225 and right - left < 220
    assert bool(loads) == ("20 kg" in row(name).label or "20 kg" in name), "what is held is drawn"
    _, _, ankle, toe = body.leg()
    if row(name).readings["wilke"] and name in ("standing", "bent", "sitting", "slouched", "lift_round", "hold_far"):
        assert ankle[1] == pytest.approx(6.8, abs=0.4) and toe[1] == pytest.approx(0, abs=0.4), "feet on the floor"


def test_postures_look_like_their_names():
    def leaning(name):
        body = postures.posture(name)[0]
        return body.shoulder[0] - body.hip[0]

    def lying(name):
        return postures.posture(name)[0].shoulder[1] < 40

    assert leaning("slouched") < leaning("straight") < leaning("sitting") < leaning("leaning") < leaning("folded") + 30
    assert leaning("standing") < leaning("bent20") < leaning("bent")
    beds = {"supine", "side", "prone", "elbows", "turning", "laugh_side", "sneeze_side"}
    assert {name for name in every_posture() if lying(name)} == beds
    round_back, knees = (postures.posture(name)[0] for name in ("lift_round", "lift_knees"))
    assert round_back.hip[1] > knees.hip[1] + 30 and sum(round_back.trunk) > sum(knees.trunk)


@pytest.mark.parametrize("group", PressureState.declarations()["group"].values)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_each_body_stands_on_the_first_scale_that_has_it_and_stays_in_its_row(group, theme):
    result = board(group=group)
    shown = figure(result, theme=theme)
    shapes = {shape["name"]: shape for shape in shown["layout"]["shapes"]}
    for number, (item, (_, low, high)) in enumerate(zip(result.rows, rows_of(result), strict=True), 1):
        sign, name = shapes[f"Body {number}"], next(study for study in STUDIES if item.readings[study])
        if item == result.marked:
            assert sign["path"] == "M0,0Z", "the marked one is drawn large"
            continue
        assert sign["xanchor"] == pytest.approx(scale(name, shown["layout"])(item.readings[name].value))
        heights = [float(y) for _, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", sign["path"])]
        assert low < sign["yanchor"] and sign["yanchor"] + max(heights) / slot(theme) < low + 1.2 * high
    assert all(shapes[f"Body {number}"]["path"] == "M0,0Z" for number in range(len(result.rows) + 1, 13))


@pytest.mark.parametrize("group", PressureState.declarations()["group"].values)
def test_bodies_and_names_are_clicked(group):
    result = board(group=group)
    targets = drawn(result)["Bodies and names to click"]
    assert targets["customdata"] == [f"posture:{item.posture}" for item in result.rows] * 2
    assert targets["hoverinfo"] == "none", "with skip, plotly would not hear the click"
    for y, (_, low, high) in zip(targets["y"], rows_of(result) * 2, strict=True):
        assert low < y < low + high


def test_marking_another_posture_moves_bodies_and_sends_none_of_them_again():
    signs = [
        {
            shape["path"]
            for shape in figure(board(group="main", posture=name))["layout"]["shapes"]
            if shape["name"][:5] == "Body "
        }
        for name in ("sitting", "bent")
    ]
    assert len(signs[0] & signs[1]) >= 9


def test_before_it_is_asked_standing_is_on_the_scale_and_the_other_waits():
    plain = asked.veiled(board())
    texts = plain["data"][0]["text"]
    assert "Standing, relaxed: 0.50" in texts and "Sitting, slouched back: ?" in texts
    assert not any("0.30" in text for text in texts)
    shapes = {shape["name"]: shape for shape in plain["layout"]["shapes"]}
    ticks = dict(zip(plain["layout"]["xaxis"]["ticktext"], plain["layout"]["xaxis"]["tickvals"], strict=True))
    assert shapes["Body, standing"]["xanchor"] == pytest.approx(ticks["0.5"])


def test_what_was_put_on_the_scale_stays_there_until_it_is_answered():
    plain = asked.veiled(board(), prediction=1.2)
    shapes = {shape["name"]: shape for shape in plain["layout"]["shapes"]}
    ticks = dict(zip(plain["layout"]["xaxis"]["ticktext"], plain["layout"]["xaxis"]["tickvals"], strict=True))
    assert ticks["1"] < shapes["Where the reader has put it"]["xanchor"] < ticks["1.5"]
    assert "Body, asked" not in shapes and plain["data"][2]["text"] == ["Sitting, slouched back:<br>you said 1.20"]


def test_who_is_tapped_after_predicting_is_marked_on_the_board():
    """Nothing could be marked there: both lists said slouched sitting already."""
    session = PressureBoard(ask_first=True)
    session.predict(0.7)
    assert session.phase == "kept" and session.state.posture != asked.ASKED
    targets = asked.veiled(session.asked_result, prediction=0.7)["data"][1]
    assert set(targets["customdata"]) == {f"posture:{name}" for name in asked.TAPPED} >= {f"posture:{asked.ASKED}"}
    said = [trace["text"] for trace in veil.figure(session)["data"] if "said" in str(trace.get("text"))]
    assert said == [["Sitting, slouched back:<br>you said 0.70"]], "said once"
    session.clicked(f"posture:{asked.ASKED}")
    assert session.phase == "open" and session.state.posture == asked.ASKED
    session.forget()


def test_what_is_asked_about_is_dragged_along_the_scale():
    place = PressureBoard.ask.level
    ticks = asked.veiled(board())["layout"]["xaxis"]
    (low, left, ground), (high, right, ground_too) = place["track"]
    assert (low, high) == (PressureBoard.ask.low, PressureBoard.ask.high) and ground == ground_too == 0
    assert (left, right) == (ticks["tickvals"][0], ticks["tickvals"][-1]), "its ends are those of the scale"
    assert place["outline"].startswith("M") and "nan" not in place["outline"]
    assert card(PressureBoard())["ask"]["level"] == {**place, "digits": 2, "unit": "MPa"}, (
        "the face knows how finely it is put"
    )


# Words


def test_the_board_reads_both_studies_and_says_when_they_clash():
    assert sentence(board(posture="sitting")) == (
        "Sitting, no backrest: Wilke et al. 1999 (1 person, disc L4-5) read 0.46 MPa, lower than standing; Nachemson "
        "1976 (n unknown, disc L3-4) read 140 % of standing, higher than standing. The two studies put it on different "
        "sides of standing. Pressure is not pain."
    )
    assert "different sides" not in sentence(board(posture="side"))


def test_a_range_and_a_gap_are_said():
    text = sentence(board(posture="walking"))
    assert "read 0.53 to 0.65 MPa, higher than standing; Nachemson 1976 did not measure it." in text
    assert "than standing" not in sentence(board(posture="standing"))


def test_compare_says_each_study_in_its_own_unit():
    assert compare(board(posture="supine"), board(posture="sitting")) == (
        "From A (Lying on the back) to B (Sitting, no backrest): Wilke et al. 1999 +0.36 MPa; Nachemson 1976 +115 "
        "percentage points."
    )
    assert "Wilke et al. 1999 −0.16 MPa; Nachemson 1976 did not measure both" in compare(
        board(posture="sitting"), board(posture="slouched")
    )
    assert compare(board(), board(group="main")) == "A and B mark the same posture: Standing, relaxed."


def test_units_are_never_mixed_in_one_column():
    for line in table(board(group="main")).rows:
        assert "%" not in line[1] and "MPa" not in line[2]
        assert line[1] == "not measured" or "." in line[1]
        assert line[2] == "not measured" or "." not in line[2]
    assert table(board()).columns == (
        "Posture",
        "Wilke et al. 1999 (MPa; 1 person)",
        "Nachemson 1976 (% of standing; n unknown)",
    )
