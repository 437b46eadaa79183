"""Findings without and with pain: the published tables, the square of a hundred people, the charts and the words."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spine_edu import data
from spine_edu.drawing import hundred
from spine_edu.herniation import charts
from spine_edu.herniation.findings.figure import _first, _place, figure, grips, veiled
from spine_edu.herniation.findings.model import LOOKS, FindingsState, curve, share_with_pain, simulate
from spine_edu.herniation.findings.words import compare, sentence, table
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import centres, hidden, inside, on_track, said, shape, trace

FINDINGS = FindingsState.declarations()["finding"].values


@pytest.mark.parametrize(
    ("finding", "shares"),
    [
        ("degeneration", (37, 52, 68, 80, 88, 93, 96)),
        ("signal_loss", (17, 33, 54, 73, 86, 94, 97)),
        ("height_loss", (24, 34, 45, 56, 67, 76, 84)),
        ("bulge", (30, 40, 50, 60, 69, 77, 84)),
        ("protrusion", (29, 31, 33, 36, 38, 40, 43)),
        ("annular_fissure", (19, 20, 22, 23, 25, 27, 29)),
        ("facet", (4, 9, 18, 32, 50, 69, 83)),
        ("spondylolisthesis", (3, 5, 8, 14, 23, 35, 50)),
    ],
)
def test_the_table_of_people_without_pain(finding, shares):
    """Brinjikji 2015a, from 20 to 80 years."""
    assert tuple(row.percent for row in curve(finding)) == shares
    assert [row.age for row in curve(finding)] == [20, 30, 40, 50, 60, 70, 80]


@pytest.mark.parametrize(
    ("finding", "ratio"),
    [
        ("canal_stenosis", (20.58, 0.05, 798.77)),
        ("bulge", (7.54, 1.28, 44.56)),
        ("spondylolysis", (5.06, 1.65, 15.53)),
        ("extrusion", (4.38, 1.98, 9.68)),
        ("modic1", (4.01, 1.10, 14.55)),
        ("protrusion", (2.65, 1.52, 4.62)),
        ("degeneration", (2.24, 1.21, 4.15)),
        ("annular_fissure", (1.79, 0.97, 3.31)),
        ("spondylolisthesis", (1.59, 0.78, 3.24)),
    ],
)
def test_the_published_odds_ratios(finding, ratio):
    """Brinjikji 2015b, adults up to 50."""
    row = next(row for row in data.table("herniation_odds") if row.finding == finding)
    assert (row.ratio, row.low, row.high) == ratio


def test_people_measured_and_not_measured():
    """Brinjikji 2015a, table 1."""
    people = {finding: [row.people for row in curve(finding)] for finding in ("spondylolisthesis", "bulge")}
    assert people == {"spondylolisthesis": [0, 0, 31, 53, 35, 15, 14], "bulge": [55, 101, 151, 123, 66, 24, 22]}
    sums = {finding: sum(row.people for row in curve(finding)) for finding in FINDINGS}
    assert list(sums.values()) == [1722, 677, 636, 542, 1530, 1060, 713, 148]
    counted = {
        row.finding: (row.percent, row.people) for row in data.table("herniation_findings") if row.method == "counted"
    }
    assert counted == {
        "bulge": (52, 98),
        "protrusion": (27, 98),
        "extrusion": (1, 98),
        "annular_fissure": (14, 98),
        "facet": (8, 98),
    }


def test_the_counted_pairs_and_what_is_not_yet_checked():
    """Brinjikji 2015b itself, adults up to 50; its tables were not seen, so each row must say that it was not."""
    pairs = {row.finding: (row.without, row.with_pain) for row in data.table("herniation_pairs")}
    assert pairs["bulge"] == (5.9, 43.2) and pairs["degeneration"] == (34.4, 57.4)
    assert not any(row.seen for row in data.table("herniation_pairs"))
    rows = [row for row in table(simulate(FindingsState())).rows if row[0].endswith("pain, up to 50")]
    assert len(rows) == 2 * len(pairs) and all("not yet checked against the paper" in row[4] for row in rows)


def test_a_counted_pair_lies_on_the_side_of_its_odds_ratio():
    ratios = {row.finding: row for row in data.table("herniation_odds")}
    for pair in data.table("herniation_pairs"):
        odds = [share / (100 - share) for share in (pair.with_pain, pair.without)]
        assert ratios[pair.finding].low < odds[0] / odds[1] < ratios[pair.finding].high, pair.finding


def test_a_worked_example_of_the_odds():
    """Half without pain and an odds ratio of 7.54: odds 1 become 7.54, which is 7.54 of 8.54."""
    assert share_with_pain(50, 7.54) == pytest.approx(100 * 7.54 / 8.54)
    result = simulate(FindingsState(pain_share=12))
    assert result.with_pain == pytest.approx(88.29, abs=0.01) and result.counts == (11, 1, 44, 44)
    assert result.joined and not result.as_counted


def test_a_worked_example_of_the_count():
    """Of 12 in pain 43.2 % are 5, of 88 without 5.9 % are 5."""
    result = simulate(FindingsState(numbers="counted", pain_share=12))
    assert result.counts == (5, 7, 5, 83) and result.as_counted and not result.joined and result.interval == ()


@given(st.floats(1, 99), st.floats(0.1, 40))
def test_an_odds_ratio_above_one_is_more_and_below_is_less(without, ratio):
    share = share_with_pain(without, ratio)
    assert 0 < share < 100 and (share > without) == (ratio > 1) or share == pytest.approx(without)
    assert share_with_pain(share, 1 / ratio) == pytest.approx(without)


@settings(max_examples=60)
@given(
    st.sampled_from(FINDINGS),
    st.sampled_from(range(20, 81, 10)),
    st.sampled_from(("fitted", "counted")),
    st.integers(0, 50),
)
def test_the_square_holds_a_hundred_people(finding, age, numbers, pain_share):
    result = simulate(FindingsState(finding=finding, age=age, numbers=numbers, pain_share=pain_share))
    assert sum(result.counts) == len(result.looks) == 100 and min(result.counts) >= 0
    known = result.pair is not None if numbers == "counted" else result.odds is not None and age <= 50
    assert (result.with_pain is not None) == known and result.mixed == (known and pain_share > 0)
    assert sum(result.counts[:2]) == (pain_share if known else 0)
    if not result.mixed:
        assert result.counts[2] == round(result.pair.without if result.as_counted else result.record.percent)


@pytest.mark.parametrize("numbers", ["fitted", "counted"])
def test_no_control_is_dead_at_the_start(numbers):
    """Whoever moves one of them sees something move, whatever was chosen before."""
    before = drawn(numbers=numbers)
    for change in ({"age": 60}, {"pain_share": 12}, {"finding": "degeneration"}):
        assert drawn(**{"numbers": numbers, **change}) != before, change
    assert drawn(numbers="fitted") != drawn(numbers="counted")


@pytest.mark.parametrize(
    ("settings_", "words"),
    [
        ({"age": 45}, "45 years is not in the table; allowed are 20, 30"),
        ({"age": 90}, "outside the range"),
        ({"finding": "hernia"}, "not an option"),
        ({"pain_share": 51}, "outside the range"),
    ],
)
def test_bad_input(settings_, words):
    with pytest.raises(ValueError, match=words):
        FindingsState(**settings_)


# The drawing ----------------------------------------------------------------------------------------------------------

DRAWN = [
    FindingsState(),
    FindingsState(pain_share=12),
    FindingsState(numbers="counted", pain_share=12),
    FindingsState(finding="facet", age=20, pain_share=12),
    FindingsState(finding="protrusion", age=80, pain_share=12),
]


def drawn(theme=LIGHT, held=None, prediction=None, **settings_):
    return figure(simulate(FindingsState(**settings_)), theme=theme, held=held, prediction=prediction)


def feet(fig, name):
    """Where the people of a shape stand: the middle between their feet; none if it is hidden."""
    if hidden(fig, name):
        return []
    pieces = [[int(number) for number in re.findall(r"-?\d+", one)] for one in shape(fig, name)["path"].split("M")[1:]]
    return [(body[0], body[1]) for body in pieces[::2]]


def persons(fig, name):
    """The numbers of the people of a shape."""
    return {round((x - 129) / 82) + 10 * round((y - 78) / 82) for x, y in feet(fig, name)}


def texts(fig, name):
    return trace(fig, name)["text"]


def test_the_same_traces_in_the_same_order_for_every_state():
    names = [[item["name"] for item in figure(simulate(state))["data"]] for state in DRAWN]
    assert all(one == names[0] for one in names) and len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("state", DRAWN, ids=range(len(DRAWN)))
def test_the_square_shows_each_person_as_the_result_has_them(state):
    result = simulate(state)
    fig = figure(result)
    words = said(fig, "words under the people")
    assert persons(fig, "no pain, no finding") == set(range(100)), "everybody, under the others"
    for look, count in zip(LOOKS, result.counts, strict=True):
        wanted = {person for person in range(100) if result.looks[person] == look}
        assert look == "no pain, no finding" or persons(fig, look) == wanted
        if not result.mixed and look.startswith("pain"):
            assert hidden(fig, f"key: {look}")
            continue
        ((x, y),) = feet(fig, f"key: {look}")
        left, middle_ = words[f"{count} {look.split(',')[0]}"] if count != result.counts[2] else (x + 60, y - 30)
        assert 0 < left - x < 90 and 0 < y - middle_ < 60, "the count stands beside its mark in the key"
    order = [one["name"] for one in fig["layout"]["shapes"]]
    ground = order.index("ground of those in pain")
    assert order.index("no pain, finding") < ground < order.index("pain, finding")
    covered = shape(fig, "ground of those in pain")["path"]
    hurting = sum(result.counts[:2])
    assert hidden(fig, "ground of those in pain") == (hurting == 0) and (not hurting or covered == _first(hurting))


def test_whoever_hurts_is_bent_and_a_finding_is_filled():
    fig = drawn(pain_share=12)
    for look, role, filled in (
        ("pain, finding", "pain", True),
        ("pain, no finding", "pain", False),
        ("no pain, finding", "herniation", True),
        ("no pain, no finding", "neutral", False),
    ):
        one = shape(fig, look)
        assert one["line"]["color"] == LIGHT.color(role)
        assert one["fillcolor"] == (LIGHT.color(role) if filled else None)
        letters = re.sub(r"[^A-Z]", "", one["path"])
        assert letters.startswith("MCLLZMCS" if look.startswith("pain") else "MCZMCS"), "bent, or upright"


# Painted and dragged --------------------------------------------------------------------------------------------------


def test_the_handles_lie_on_the_curve_and_beside_as_many_rows_as_hurt():
    for state in DRAWN:
        result = simulate(state)
        found = {one["control"]: one for one in grips(result)}
        assert on_track(found["age"], state.age) == (state.age, result.record.percent)
        assert found["age"]["axes"] == ["xaxis2", "yaxis2"]
        assert ("pain_share" in found) == (result.with_pain is not None), "a handle that would move nothing"
        if "pain_share" in found:
            x, y = on_track(found["pain_share"], state.pain_share)
            assert x < 100 and y == pytest.approx(state.pain_share * 8.2 + 1)
            rows = found["pain_share"]["body"]
            assert max(y for _, y in rows) == 82 * max(1, -(-state.pain_share // 10)), "the rows of those in pain"


@pytest.mark.parametrize(
    ("count", "corners"),
    [
        (0, []),
        (7, [(-0.5, -0.5), (6.5, -0.5), (6.5, 0.5), (-0.5, 0.5)]),
        (30, [(-0.5, -0.5), (9.5, -0.5), (9.5, 2.5), (-0.5, 2.5)]),
        (34, [(-0.5, -0.5), (9.5, -0.5), (9.5, 2.5), (3.5, 2.5), (3.5, 3.5), (-0.5, 3.5)]),
        (100, [(-0.5, -0.5), (9.5, -0.5), (9.5, 9.5), (-0.5, 9.5)]),
    ],
)
def test_the_outline_of_the_guess_holds_as_many_people(count, corners):
    path = hundred.first(count)
    assert walked(path) == corners
    held_ = [person for person in range(100) if corners and inside(charts.place(person), corners)]
    assert held_ == list(range(count))
    around = walked(_first(count))
    assert [person for person in range(100) if around and inside(_place(person), around)] == list(range(count))


def walked(path):
    """The corners of a path of M, H and V."""
    x = y = None
    corners = []
    for step, numbers in re.findall(r"([MHV])([^MHVZ]+)", path):
        x, y = (
            map(float, numbers.split(","))
            if step == "M"
            else (float(numbers), y)
            if step == "H"
            else (x, float(numbers))
        )
        corners.append((x, y))
    return corners


def test_the_guess_is_painted_on_the_people_it_was_asked_of_only():
    fig = drawn(prediction=34)
    outline = shape(fig, "as many as you said")
    assert outline["path"] == _first(34) and outline["line"]["color"] == LIGHT.color("prediction")
    assert "dotted: you said 34" in texts(fig, "words under the people")
    for other in ({"finding": "facet"}, {"age": 60}, {"numbers": "counted"}, {"pain_share": 12}):
        assert hidden(drawn(prediction=34, **other), "as many as you said"), other
    assert hidden(drawn(), "as many as you said") and hidden(drawn(prediction=0), "as many as you said")


def test_before_the_question_is_answered_nobody_is_marked():
    result = simulate(FindingsState())
    bare, painted = veiled(result), veiled(result, prediction=34)
    assert (
        len(centres(shape(bare, "people without pain")["path"])) >= 100
        and shape(bare, "people without pain")["fillcolor"] is None
    )
    assert hidden(bare, "as many as you said") and shape(painted, "as many as you said")["path"] == hundred.first(34)
    assert charts.crowd()["places"] == [[person % 10, person // 10] for person in range(100)]


@pytest.mark.parametrize("state", DRAWN, ids=range(len(DRAWN)))
def test_the_curve_shows_the_table_and_the_chosen_age(state):
    result = simulate(state)
    fig = figure(result)
    one = trace(fig, "fitted curve")
    assert (one["x"], one["y"]) == ([row.age for row in result.fitted], [row.percent for row in result.fitted])
    now = trace(fig, "chosen age")
    assert (now["x"], now["y"]) == ([state.age], [result.record.percent])
    said_ = f"At {state.age:g}: <b>{result.record.percent:.0f} of 100</b>, n = {result.record.people}"
    assert said_ in texts(fig, "words at the curve")
    counted = trace(fig, "counted in one study")
    assert counted["visible"] == bool(result.counted)
    if result.counted:
        assert (counted["x"], counted["y"]) == ([result.counted[0].age], [result.counted[0].percent])


def test_the_words_at_the_curve_stand_clear_of_it():
    for finding, age, high in (("protrusion", 20, True), ("degeneration", 80, False)):
        words = said(drawn(finding=finding, age=age), "words at the curve")
        assert (next(place for text, place in words.items() if text.startswith("At "))[1] > 50) == high


def test_ages_with_nobody_scanned_look_different():
    fig = drawn(finding="facet", age=20)
    one = trace(fig, "fitted curve")
    symbols = dict(zip(one["x"], one["marker"]["symbol"], strict=True))
    assert [age for age, symbol in symbols.items() if symbol == "circle-open"] == [20, 30]
    assert set(symbols.values()) == {"circle", "circle-open"}
    assert any("Rings: n = 0" in line for line in texts(fig, "words at the curve"))
    assert not any("Rings" in line for line in texts(drawn(), "words at the curve")), "no note without its mark"


def test_both_readings_of_the_square_are_given():
    read = noted(drawn(pain_share=12))
    assert "Of 55 with it, 11 hurt. Of 12 who hurt, 11 have it. Two reviews joined: computed." in read
    assert "<b>Disc bulge<br>100 people of 40</b>" in texts(drawn(pain_share=12), "words under the people")
    counted = drawn(numbers="counted", pain_share=12)
    assert "Of 10 with it, 5 hurt. Of 12 who hurt, 5 have it. Counted by the review up to 50." in noted(counted)
    assert "<b>Disc bulge<br>100 adults up to 50</b>" in texts(counted, "words under the people")


def noted(fig):
    """All that is said at the right, without line breaks."""
    return " ".join(texts(fig, "words at the curve")).replace("<br>", " ")


def test_the_reason_is_given_where_people_with_pain_are_missing():
    for settings_, words in (
        ({"finding": "facet"}, "“In pain now” does nothing here: no odds ratio"),
        ({"age": 80}, "“In pain now” does nothing here: compared up to 50 only"),
        ({"age": 80, "pain_share": 0}, "“In pain now” does nothing here"),
        ({"numbers": "counted", "finding": "facet"}, "“In pain now” does nothing here: we know no counted shares"),
        ({"pain_share": 0}, "Nobody here has back pain"),
        ({"numbers": "counted", "pain_share": 0}, "Nobody here has back pain"),
    ):
        fig = drawn(**{"pain_share": 12, **settings_})
        assert words in noted(fig)
        assert hidden(fig, "nobody in pain to show") == words.startswith("Nobody")
        assert hidden(fig, "pain, finding") and hidden(fig, "pain, no finding")


@pytest.mark.parametrize("theme", [one for one in THEMES.values() if not one.large], ids=lambda theme: theme.name)
def test_the_odds_ratio_of_the_finding_stands_under_the_curve_where_there_is_one(theme):
    notes, none = (noted(drawn(theme, finding=finding)) for finding in ("bulge", "facet"))
    row = next(row for row in data.table("herniation_odds") if row.finding == "bulge")
    assert f"up to 50: odds ratio {row.ratio:.2f} ({row.low:.2f} to {row.high:.2f}, 95 %), Brinjikji" in notes
    assert "up to 50: odds ratio" not in none


def test_a_held_finding_and_a_prediction_are_drawn():
    held = simulate(FindingsState(finding="facet"))
    fig = drawn(held=held, prediction=35)
    run, guess = trace(fig, "A, held"), trace(fig, "your prediction")
    assert run["visible"] and run["y"] == [row.percent for row in held.fitted] and "A" in run["text"]
    assert run["line"] == LIGHT.stroke("held")
    assert (guess["x"], guess["y"]) == ([40], [35]) and said(fig)["\u2002you: 35\u2002"] == (40, 35)
    assert not trace(drawn(), "A, held")["visible"] and not trace(drawn(), "your prediction")["visible"]
    assert not trace(drawn(finding="facet", prediction=35), "your prediction")["visible"], "it was asked of bulges"


@pytest.mark.parametrize("state", DRAWN, ids=range(len(DRAWN)))
def test_what_is_sent_to_the_browser_is_strict_json(state):
    json.dumps(figure(simulate(state)), allow_nan=False)


# Words ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings_", "parts"),
    [
        ({}, ["50 of 100 people without back pain", "fitted", "about 151 people of that age", "odds ratio 7.54"]),
        (
            {"pain_share": 12},
            [
                "Joining the two makes about 88 of 100 with pain, 56 to 98: computed, counted by nobody",
                "Of the 55 people here who have it, 11 have pain",
                "of the 12 with pain, 11 have it",
                "not a cause",
            ],
        ),
        (
            {"numbers": "counted", "pain_share": 12},
            ["counted it in 43.2 of 100 with pain and in 5.9 of 100 without", "Of the 10 people here who have it, 5"],
        ),
        ({"numbers": "counted"}, ["43.2 of 100 with pain", "Nobody here has back pain"]),
        ({"finding": "spondylolisthesis", "numbers": "counted"}, ["we know no counted shares"]),
        ({"finding": "facet", "age": 20, "pain_share": 12}, ["n = 0", "extrapolated", "No odds ratio"]),
        ({"age": 80, "pain_share": 12}, ["about 22 people of that age", "only up to the age of 50"]),
        ({"finding": "annular_fissure", "pain_share": 12}, ["may or may not be commoner"]),
    ],
)
def test_the_sentence_says_what_is_known_and_what_is_not(settings_, parts):
    text = sentence(simulate(FindingsState(**settings_)))
    for part in parts:
        assert part in text


def test_compare_and_table():
    bulge, protrusion = simulate(FindingsState()), simulate(FindingsState(finding="protrusion"))
    assert "this in 33, 17 fewer" in compare(bulge, protrusion) and "17 more" in compare(protrusion, bulge)
    assert "same share" in compare(bulge, bulge)
    rows = table(bulge).rows
    assert any(row[2] == 98 and row[4].startswith("counted; measured; Jensen et al. 1994") for row in rows)


def test_the_whole_sentence():
    assert sentence(simulate(FindingsState(pain_share=12))) == (
        "Disc bulge at 40: 50 of 100 people without back pain have it, a fitted value, with about 151 people of that "
        "age behind it. In another review it is commoner with pain (odds ratio 7.54, 95 % interval 1.28 to 44.56). "
        "Joining the two makes about 88 of 100 with pain, 56 to 98: computed, counted by nobody. Of the 55 people "
        "here who have it, 11 have pain; of the 12 with pain, 11 have it: an association, not a cause."
    )


def test_the_table_row_by_row():
    result = simulate(FindingsState(pain_share=12))
    rows = {row[0]: row[1:] for row in table(result).rows}
    assert rows["bulge, without pain, up to 50"][0] == 5.9 and rows["bulge, with pain, up to 50"][0] == 43.2
    assert [rows[look][0] for look in LOOKS] == list(result.counts)
    assert all(rows[look][3].startswith("the square: computed") for look in LOOKS)
    assert rows["with pain, two reviews joined"] == (88, "", "56–98", "computed")
    assert "Brinjikji et al. 2015" in rows["disc bulge, at 40"][3] and rows["disc bulge, at 40"][:2] == (50, 151)
    ratios = [value for text, value in rows.items() if "odds ratio, with pain against without" in text]
    assert [(value[0], value[2]) for value in ratios[1:3]] == [(7.54, "1.28–44.56"), (5.06, "1.65–15.53")]


def test_the_joined_share_stands_only_where_it_is_called_computed():
    """Nobody counted 88 of 100: sentence, square and table say so at the place."""
    joined, counted = (simulate(FindingsState(numbers=numbers, pain_share=12)) for numbers in ("fitted", "counted"))
    assert "computed" in sentence(joined).split("88 of 100")[1].split(".")[0]
    assert "88" not in sentence(counted) and not any(row[1] == 88 for row in table(counted).rows)
