"""The year of scans: published shares kept exactly, an assumed curve between them, its drawing and its words."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.herniation.scans import slices
from spine_edu.herniation.scans.explorer import TwelveMonthsOfScans
from spine_edu.herniation.scans.figure import figure, frames, grips, tags, veiled
from spine_edu.herniation.scans.model import PEOPLE, ScansState, constant, done, simulate
from spine_edu.herniation.scans.words import at_month, compare, sentence, table
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import hidden, on_track, said, shape, trace

KINDS = ("bulge", "protrusion", "extrusion", "sequestration")
STATES = st.builds(
    ScansState,
    kind=st.sampled_from(KINDS),
    review=st.sampled_from(("chiu2015", "zou2023")),
    month=st.floats(0, 12),
    half_time=st.floats(1, 6),
    seed=st.integers(1, 99),
)


@pytest.mark.parametrize(
    ("review", "shares"), [("chiu2015", (13, 41, 70, 96)), ("zou2023", (13.33, 37.53, 66.91, 87.77))]
)
def test_the_published_shares(review, shares):
    result = simulate(ScansState(review=review))
    assert tuple(result.shares[kind] for kind in KINDS) == shares
    for kind, share in zip(KINDS, shares, strict=True):
        assert simulate(ScansState(kind=kind, review=review)).smaller[-1] == round(share)


def test_the_published_shares_of_those_gone_and_of_all_types():
    gone = {kind: simulate(ScansState(kind=kind)).gone[-1] for kind in KINDS}
    assert gone == {"bulge": 0, "protrusion": 0, "extrusion": 15, "sequestration": 43}
    pooled = simulate(ScansState()).pooled
    assert (pooled.source, pooled.smaller, pooled.low, pooled.high) == ("wang2020", 63, 49, 77)
    zou = {row.kind: row.smaller for row in data.table("herniation_regression") if row.source == "zou2023"}
    degrees = {"any": 70.39, "any_quarter": 40.19, "any_half": 43.62, "any_gone": 36.89}
    assert degrees.items() <= zou.items(), "how far they shrank, as far as the abstract counts it"


def test_the_times_of_symptoms_and_picture():
    times = {name: constant(name) for name in ("symptoms_mean", "symptoms_spread", "picture_mean", "picture_spread")}
    assert times == {"symptoms_mean": 1.33, "symptoms_spread": 1.34, "picture_mean": 9.27, "picture_spread": 13.32}


def test_every_source_ranks_the_four_types_alike():
    for review in ("chiu2015", "zou2023"):
        shares = simulate(ScansState(review=review)).shares
        assert sorted(shares, key=shares.get) == list(KINDS)


@settings(max_examples=60)
@given(STATES)
def test_the_counts_add_up_and_nothing_grows_back(state):
    result = simulate(state)
    for frame in range(len(result.months)):
        assert sum(result.counts(frame)) == PEOPLE and min(result.counts(frame)) >= 0
    assert list(result.smaller) == sorted(result.smaller) and list(result.gone) == sorted(result.gone)
    assert result.smaller[0] == 0 and abs(result.months[result.now] - state.month) <= 0.125


@settings(max_examples=40)
@given(STATES, st.integers(0, 47))
def test_a_person_never_goes_back(state, frame):
    rank = {"same": 0, "smaller": 1, "gone": 2}
    result = simulate(state)
    before, after = result.looks(frame), result.looks(frame + 1)
    assert all(rank[one] <= rank[two] for one, two in zip(before, after, strict=True))
    assert tuple(before.count(look) for look in rank) == result.counts(frame)


@given(st.floats(0.1, 12), st.floats(1, 5.9))
def test_a_shorter_half_time_is_earlier_and_both_meet_at_the_end(month, half_time):
    assert done(month, half_time) >= done(month, half_time + 0.1) - 1e-12
    assert done(0, half_time) == 0 and done(12, half_time) == pytest.approx(1)


def test_the_seed_moves_people_and_no_counts():
    one, other = simulate(ScansState(seed=1)), simulate(ScansState(seed=2))
    assert one.counts() == other.counts() and one.looks() != other.looks()
    assert simulate(ScansState(seed=1)) == one


@pytest.mark.parametrize(
    ("settings_", "words"),
    [
        ({"kind": "tear"}, "not an option"),
        ({"month": 13}, "Month.*outside the range"),
        ({"half_time": 0}, "outside the range"),
        ({"review": "macki2014"}, "not an option"),
    ],
)
def test_bad_input(settings_, words):
    with pytest.raises(ValueError, match=words):
        ScansState(**settings_)


def test_every_row_names_its_people_and_where_it_was_read():
    assert all(row.population and row.seen == "abstract" for row in data.table("herniation_regression"))


# The drawing ----------------------------------------------------------------------------------------------------------

DRAWN = [
    ScansState(),
    ScansState(kind="sequestration", month=6),
    ScansState(kind="bulge", review="zou2023"),
]
#: Under the square the key begins at this row.
UNDER = 10


def drawn(theme=LIGHT, held=None, prediction=None, **settings_):
    return figure(simulate(ScansState(**settings_)), theme=theme, held=held, prediction=prediction)


def places(fig, name):
    """Where a shape has its marks, in their order: column and row of the left end of each."""
    if hidden(fig, name):
        return []
    return [(float(x), float(y)) for x, y in re.findall(r"M([^,]+),([^C]+)C", shape(fig, name)["path"])]


def high(fig):
    """How high what stands out of each disc is drawn; the last three are those of the key."""
    pieces = shape(fig, "herniations")["path"].split("M")[1:]
    return [box(piece)[1] for piece in pieces]


def texts(fig, under=True):
    return trace(fig, "words under the scans" if under else "words at the right")["text"]


def noted(fig):
    """All that is said at the right, without line breaks."""
    return " ".join(texts(fig, under=False)).replace("<br>", " ")


def test_the_handle_of_the_month_lies_on_the_curve_and_goes_along_with_the_run():
    result = simulate(ScansState(kind="extrusion", month=3.5))
    (one,) = grips(result)
    for month in (0, 0.5, 3.5, 12):
        assert on_track(one, month) == (month, result.smaller[round(4 * month)])
    assert one["axes"] == ["xaxis2", "yaxis2"]
    run = frames(result)
    assert run.controls == {"month": list(result.months)} and run.packed(figure(result))["controls"]["month"][4] == 1


def test_each_type_has_a_shape_of_its_own_that_is_smaller_when_it_shrinks():
    for kind in KINDS:
        whole, less = (box(slices.material(kind, [(0, 0)], size)) for size in (1, slices.SMALLER))
        assert whole[0] >= less[0] and whole[1] > less[1], kind
    assert len({slices.material(kind, [(0, 0)]) for kind in KINDS}) == 4
    wide = {kind: box(slices.material(kind, [(0, 0)]))[0] for kind in ("bulge", "protrusion")}
    assert wide["bulge"] > wide["protrusion"], "a bulge stands out over a long stretch"


def box(path):
    """How wide and how high the places of a path lie apart."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    x, y = numbers[::2], numbers[1::2]
    return max(x) - min(x), max(y) - min(y)


def test_before_the_question_is_answered_the_four_types_are_drawn_alike_large():
    fig = veiled(simulate(ScansState()))
    words = said(fig, "names of the types")
    assert set(KINDS) <= set(words)
    for kind in KINDS:
        assert shape(fig, kind)["fillcolor"] == LIGHT.color("herniation")
    assert not re.findall(r"\d", " ".join(words))


def test_a_drawn_type_is_pressed_by_the_name_under_it():
    given, words = tags(), said(veiled(simulate(ScansState())), "names of the types")
    assert set(given["places"]) == set(KINDS) == set(TwelveMonthsOfScans.ask.options)
    for kind, place in given["places"].items():
        assert place == pytest.approx(list(words[kind]))
    assert list(words["you say:<br><b>?</b>"]) == given["onto"]
    kept = veiled(simulate(ScansState()), prediction="bulge")
    assert "you say:<br><b>bulge</b>" in said(kept, "names of the types")
    pressed = trace(kept, "drawn types to press")
    for choice, x, y in zip(pressed["customdata"], pressed["x"], pressed["y"], strict=True):
        across, under = given["places"][choice.removeprefix("kind:")]
        assert abs(x - across) <= 1 and -0.01 < under - y < 3.6, "on the drawing, or on its name"


def test_a_type_is_chosen_at_its_dot_and_along_its_name():
    fig = drawn(kind="bulge")
    pressed, words = trace(fig, "types to press"), said(fig, "words at the right")
    assert {choice.removeprefix("kind:") for choice in pressed["customdata"]} == set(KINDS)
    for choice, x, y in zip(pressed["customdata"], pressed["x"], pressed["y"], strict=True):
        share = simulate(ScansState()).shares[choice.removeprefix("kind:")]
        assert 12 < x <= 23 and y == share
    assert words["protrusion 41"][1] == 41 and pressed["hoverinfo"] == "none", "skip takes the press away"


def test_the_same_traces_in_the_same_order_for_every_state():
    names = [[item["name"] for item in figure(simulate(state))["data"]] for state in DRAWN]
    assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("state", DRAWN[:3], ids=range(3))
def test_the_square_shows_each_person_as_the_result_has_them(state):
    result = simulate(state)
    fig = figure(result)
    sizes, looks = high(fig), [*result.looks(), "same", "smaller", "gone"]
    assert len(sizes) == PEOPLE + 3
    by_look = {look: {size for size, one in zip(sizes, looks, strict=True) if one == look} for look in set(looks)}
    assert min(by_look["same"]) > max(by_look["smaller"]) > max(by_look["gone"]) and max(by_look["gone"]) <= 0.12
    every, pale = places(fig, "as on the first scan"), places(fig, "unchanged")
    assert len(every) == PEOPLE + 3, "where what is gone has been, its outline stays"
    assert {every.index(one) for one in pale} == {n for n, look in enumerate(looks) if look == "same"}
    assert shape(fig, "herniations")["fillcolor"] == LIGHT.color("herniation")
    order = [one["name"] for one in fig["layout"]["shapes"]]
    placed = [order.index(name) for name in ("as on the first scan", "herniations", "unchanged", "discs")]
    assert placed == sorted(placed), "the disc lies over the foot of what stands out of it"


def test_what_shrinks_is_written_alike_in_every_week_so_that_it_is_seen_to_shrink():
    for kind in KINDS:
        letters = {re.sub(r"[-\d.,]", "", shape(drawn(kind=kind, month=m), "herniations")["path"]) for m in (0, 6, 12)}
        assert len(letters) == 1, kind


@pytest.mark.parametrize("state", DRAWN[:3], ids=range(3))
def test_each_count_stands_beside_its_mark_in_the_key(state):
    result = simulate(state)
    fig = figure(result)
    same, smaller, gone = result.counts()
    known = result.record.gone is not None
    said_ = (
        f"{same} unchanged",
        f"{smaller} smaller{'' if known else ' or gone'}",
        f"{gone} no longer seen" if known else "gone: not reported",
    )
    words = said(fig, "words under the scans")
    for text, (x, y) in zip(said_, places(fig, "herniations")[-3:], strict=True):
        assert y > UNDER - 0.5 and y == pytest.approx(words[text][1], abs=0.4) and words[text][0] > x
    assert "<b>100 scans, no surgery</b><br>dotted: the first scan" in words
    assert "The slices are drawings." in noted(fig)
    assert "Counted were millimetres on scans, not pain" in sentence(result)


def test_the_types_that_can_be_chosen_are_drawn_small_at_their_shares():
    fig, shares = drawn(kind="bulge"), simulate(ScansState()).shares
    for kind in KINDS:
        assert hidden(fig, f"{kind}, small") == (kind == "bulge"), "the chosen one is drawn a hundred times"
        if kind != "bulge":
            one = shape(fig, f"{kind}, small")
            assert (one["xanchor"], one["yanchor"]) == (12, shares[kind])
            assert box(one["path"])[0] > 8, "px"


def test_the_curves_are_those_of_the_result_and_end_at_the_published_share():
    result = simulate(ScansState(kind="sequestration", month=6))
    fig = figure(result)
    for name, values in (("smaller or gone", result.smaller), ("gone from the scan", result.gone)):
        one = trace(fig, name)
        assert one["visible"] and one["x"] == list(result.months) and one["y"] == list(values)
    assert trace(fig, "smaller or gone")["y"][-1] == 96
    mark = trace(fig, "published share of the chosen type")
    assert (mark["x"], mark["y"]) == ([12], [96])
    words = said(fig, "words at the right")
    assert words["<b>sequestration 96</b>"] == (16, 96), "clear of the knob of the month"
    assert words["extrusion 70"][1] == 70 and words["bulge 13"][1] == 13
    assert words["protrusion 41"][1] == 41 and 41 < words["all* 63 (49–77)"][1] < 70
    assert "* Wang et al. 2020, other studies (95 %)" in noted(fig), "a number of another paper says so beside it"
    assert words["gone"][1] == result.gone[30] and words["<b>Smaller or gone, of 100</b><br>press a type"][1] >= 100


def test_the_chosen_month_is_marked_on_both_curves():
    result = simulate(ScansState(kind="extrusion", month=3))
    now = trace(figure(result), "now")
    assert now["x"] == [3, 3] and now["y"] == [result.smaller[12], result.gone[12]]
    assert now["text"] == ["\u2003month 3", ""], "clear of the knob"
    assert trace(drawn(kind="bulge", month=3), "now")["y"][1] is None, "gone: not reported"


def test_symptoms_and_picture_are_shown_for_the_free_piece_only():
    for kind, visible in (("sequestration", True), ("extrusion", False)):
        fig = drawn(kind=kind)
        bars = [trace(fig, f"{what} gone, mean and spread") for what in ("symptoms", "picture")]
        assert [bar["visible"] for bar in bars] == [visible, visible]
        assert any("symptoms gone: mean 1.3 months" in line for line in texts(fig, under=False)) == visible
    fig = drawn(kind="sequestration")
    bars = [trace(fig, f"{what} gone, mean and spread") for what in ("symptoms", "picture")]
    assert [bar["x"] for bar in bars] == [[0, 1.33, pytest.approx(2.67)], [0, 9.27, pytest.approx(22.59)]]
    words = said(fig, "words at the right")
    for bar, what in zip(bars, ("symptoms gone: mean 1.3 months", "picture gone: mean 9.3 months"), strict=True):
        assert bar["y"][0] < words[what][1] < 0, "the bar lies under its words"
    assert [bar["line"]["color"] for bar in bars] == [LIGHT.color("pain"), LIGHT.color("herniation")]
    assert "Bars: spread (SD); Macki et al. 2014: 53 cases in which the piece shrank." in noted(fig)
    large = noted(drawn(THEMES["presenter"], kind="sequestration"))
    assert "Macki et al. 2014: 53 cases in which the piece shrank. * Wang et al. 2020, other studies (95 %)" in large


def test_a_held_run_and_a_prediction_are_drawn():
    held = simulate(ScansState(kind="bulge"))
    fig = drawn(held=held, prediction="bulge")
    run = trace(fig, "A, held")
    assert run["visible"] and run["y"] == list(held.smaller) and run["line"] == LIGHT.stroke("held")
    words = said(fig, "words at the right")
    assert words["A"][1] == held.smaller[30] and words["bulge 13<br>(you)"][1] == 13
    assert "<b>extrusion 70<br>(you)</b>" in texts(drawn(prediction="extrusion"), under=False)
    assert not trace(drawn(), "A, held")["visible"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_month_stands_clear_of_the_curve_and_of_the_axis(theme):
    sides = {
        (kind, month): trace(drawn(theme, kind=kind, month=month), "now")["textposition"]
        for kind in ("sequestration", "bulge")
        for month in (3, 12)
    }
    assert sides == {
        ("sequestration", 3): "middle right",
        ("sequestration", 12): "top left",
        ("bulge", 3): "top right",
        ("bulge", 12): "top left",
    }


@pytest.mark.parametrize("state", DRAWN, ids=range(3))
def test_what_is_sent_to_the_browser_is_strict_json(state):
    json.dumps(figure(simulate(state)), allow_nan=False)


# Words ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["bulge", "protrusion", "extrusion", "sequestration"])
@pytest.mark.parametrize("month", [0, 6, 12])
def test_the_sentence_counts_what_the_result_counts(kind, month):
    result = simulate(ScansState(kind=kind, month=month))
    same, smaller, gone = result.counts()
    text = sentence(result)
    assert f"{same} are unchanged" in text and f"{smaller} scans show it smaller" in text
    assert (f"{gone} no longer show it" in text) == (result.record.gone is not None)
    assert "not pain" in text and "assumed" in text


def test_symptoms_leave_before_the_picture_does():
    text = sentence(simulate(ScansState(kind="sequestration")))
    assert "symptoms were gone after 1.3 months" in text and "the picture after 9.3 (13.3)" in text
    assert "another paper, Macki et al. 2014: in 53 published cases, chosen because the free piece did shrink" in text
    assert "symptoms" not in sentence(simulate(ScansState(kind="extrusion")))


def test_compare_and_table():
    one, other = simulate(ScansState(kind="bulge")), simulate(ScansState(kind="sequestration"))
    assert "13 of 100 scans had changed; here it is 96, 83 more" in compare(one, other)
    assert "83 fewer" in compare(other, one)
    assert compare(one, one) == "In A as many scans had changed: 13 of 100."
    assert compare(other, one).startswith("In A (sequestration, month 12) 96 of 100 scans had changed; here it is 13,")
    cells = [cell for row in table(other).rows for cell in row]
    assert {96, 87.77, 43, "49–77"} <= set(cells)


def test_the_whole_sentence_of_a_year():
    assert sentence(simulate(ScansState(kind="extrusion", month=12))) == (
        "Extrusion, month 12: of 100 people without surgery, 55 scans show it smaller, 15 no longer show it, 30 are "
        "unchanged. Chiu et al. 2015 found 70 of 100 smaller or gone, without giving an interval or a time in the "
        "summary. "
        "Counted were millimetres on scans, not pain; the curve through the year is assumed."
    )
    assert at_month(simulate(ScansState(kind="bulge")), -1) == (
        "Bulge, month 12: of 100 people without surgery, 13 scans show it smaller or gone, 87 are unchanged."
    )


def test_the_tables_row_by_row():
    rows = {row[0]: row[1:] for row in table(simulate(ScansState(kind="sequestration", month=12))).rows}
    assert rows["month 0, sequestration"][:2] == (0, 0) and rows["month 12, sequestration"][:2] == (96, 43)
    assert rows["extrusion, published"][:3] == (66.91, "not reported", "not given")
    assert rows["extrusion, published"][3].startswith("measured; Zou et al. 2023; 31 studies, 2233 people")
    assert rows["all types, published"][:3] == (63, "not reported", "49–77")
    assert rows["all types, gone, published"][0] == 36.89
    times = rows["free pieces that did shrink: symptoms gone after 1.33 months on average"]
    assert times[2] == "SD 1.34 months" and "Macki et al. 2014; 53 published cases" in times[3]
