"""Copy loss: the count of lines adds up, lines land where they fit, and nothing is said that was not counted."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.claims.copy_loss import figure, places, words
from spine_edu.claims.copy_loss.model import PAIRS, CopyState, entries_of, lines, lists, origins, simulate, strangers
from tests.drawn import lines as outlines
from tests.drawn import shape, trace

SHARES = st.integers(0, 100).map(float)
PAIR = pytest.mark.parametrize("pair", PAIRS)


def result_of(pair="copy", slide=0.0, gap="none"):
    return simulate(CopyState(pair, slide, gap))


# The count --------------------------------------------------------------------------------------------------------


def test_what_was_counted_in_the_texts():
    """Counted from the articles as we have them; they do not lie in the repository."""
    assert [len(lines(page)) for page in range(1, 6)] == [27, 98, 16, 9, 24]
    kinds = [row.kind for row in lines(1)]
    assert kinds.count("colon") == 9 and kinds.count("entry") == 0
    assert [row.kind for row in lines(2)].count("entry") == 54


@pytest.mark.parametrize("page", range(1, 6))
def test_lines_are_numbered_through(page):
    assert [row.line for row in lines(page)] == [f"{page}-{number}" for number in range(1, len(lines(page)) + 1)]


def test_every_line_of_the_copy_is_one_of_the_original_in_the_same_order():
    twins = [row.twins for row in lines(1)]
    numbers = [int(twin.partition("-")[2]) for twin in twins]
    assert numbers == sorted(set(numbers)) and all(twin.startswith("2-") for twin in twins)
    there = {row.line: row for row in lines(2)}
    assert all(row.words == there[row.twins].words and row.kind == there[row.twins].kind for row in lines(1))


def test_kept_and_lost_lines_add_up():
    result = result_of()
    entries = sum(len(rows) for rows in result.entries.values())
    assert len(result.fits) + len(result.lost) == len(result.under) == 98
    assert entries == 54 and all(result.entries.values())
    assert sum(row.kind in ("heading", "byline", "text") for row in result.lost) == len(result.lost) - entries == 17


def test_each_list_begins_with_a_colon_and_goes_on_with_its_entries():
    for key in lists():
        rows = [row for row in lines(2) if row.list == key]
        assert [row.kind for row in rows] == ["colon"] + ["entry"] * (len(rows) - 1)


def test_pieces_that_share_words_say_so_of_each_other():
    there = {row.line: row.repeats.split() for row in lines(4)}
    assert all(line in there[other] for line, others in there.items() for other in others)
    assert sorted(line for group in origins(4) for line in group) == sorted(there)
    assert strangers() == 5 and len(result_of("collage").nameless) == 7


def test_sections_are_those_of_the_second_article():
    assert all(re.fullmatch(r"2[a-z]{1,2}", code) for row in lists().values() for code in row.sections.split())


def test_every_lost_entry_is_told_in_our_words():
    for key in lists():
        told = entries_of(key)
        assert len(told) == len([row for row in lines(2) if row.list == key and row.kind == "entry"])
        assert all(one and len(one) <= 25 for one in told), "a line of the slip"


@pytest.mark.parametrize("key", lists())
def test_what_was_lost_stands_on_a_slip_where_it_stood(key):
    result = result_of("copy", 100.0, key)
    left, top, right, low = places.slip(key, len(words.slip(result)))
    hole = places.hole(key)
    assert places.TOP <= top <= hole[3] and hole[1] <= low <= places.LOW and left < right
    (text,) = (one for one in trace(figure.figure(result), "Words")["text"] if "in our words" in one)
    assert all(one in text and one.rstrip(":") in words.sentence(result) for one in entries_of(key))
    assert not any("in our words" in one for one in trace(figure.figure(result_of("copy", 50.0, key)), "Words")["text"])


def test_lines_that_came_over_are_lit_while_the_sheet_is_on_its_way():
    lit = [
        outlines(shape(figure.figure(result_of("copy", slide)), "Lines that came over")["path"])
        for slide in (40.0, 96.0)
    ]
    assert [len(one) for one in lit] == [27, 27]
    assert shape(figure.veiled(result_of()), "Lines that came over")["path"] == "M0,0Z"


# The picture ------------------------------------------------------------------------------------------------------


@PAIR
@given(SHARES)
@settings(deadline=None)  # The first drawing reads the tables.
def test_lines_stay_on_the_desk(pair, slide):
    drawing = figure.figure(result_of(pair, slide))
    for name in ("Lines that fit", "Lines that fit nowhere", "Lost entries", "Lines below", "Upper sheet"):
        for line in outlines(shape(drawing, name)["path"]):
            assert all(0 <= x <= places.WIDE and 0 <= y <= places.HIGH for x, y in line)


def test_a_line_that_was_copied_lands_on_its_original():
    result = result_of(slide=100.0)
    there = {row.line: row for row in lines(2)}
    drawn = outlines(shape(figure.figure(result), "Lines that fit")["path"])
    for row, corners in zip(lines(1), drawn, strict=True):
        left, top, *_ = places.on_sheet(there[row.twins], places.LEFT)
        assert corners[0] == pytest.approx((left, top), abs=0.01)


def test_nothing_has_fallen_before_the_sheet_is_half_over():
    start, half, end = (
        outlines(shape(figure.figure(result_of(slide=slide)), "Lost entries")["path"]) for slide in (0.0, 50.0, 100.0)
    )
    assert start == half != end and len(end) == 54
    assert min(x for line in end for x, _ in line) >= places.PILES - 0.01


def test_a_pile_has_as_many_cards_as_its_name_says():
    result = result_of(slide=100.0)
    end = outlines(shape(figure.figure(result), "Lost entries")["path"])
    for key, text in words.names(result).items():
        y = places.FIRST + (lists()[key].number - 1) * places.DOWN
        count = sum(abs((line[0][1] + line[2][1]) / 2 - y) < 0.1 for line in end)
        assert f"<b>{count}</b>" in text and text in trace(figure.figure(result), "Words")["text"]


def test_the_hand_holds_the_sheet_where_it_lies():
    for slide in (0.0, 40.0, 100.0):
        (one,) = figure.grips(result_of(slide=slide))
        edge = places.left_edge(slide / 100)
        assert min(x for x, _ in one["body"]) == pytest.approx(edge) and one["track"][0][1] > one["track"][-1][1]


def test_piles_are_pressed_only_when_they_lie_there():
    explorer = spine_edu.CopyLoss(ask_first=False)
    assert not any(choice.startswith("gap:") for choice in explorer.touches()["things"])
    explorer.set(slide=100)
    assert sum(choice.startswith("gap:") for choice in explorer.touches()["things"]) == len(lists())
    explorer.clicked("gap:warning")
    assert "none is named" in explorer.describe()


@PAIR
def test_the_run_ends_as_the_picture_stands(pair):
    result = result_of(pair, 100.0)
    drawn = figure.figure(result)
    packed = figure.frames(result).packed(drawn)
    assert packed["count"] == len(packed["names"]) and packed["sentences"][-1] == words.sentence(result)


@PAIR
def test_the_sentence_says_the_numbers_that_stand_over_the_sheets(pair):
    result = result_of(pair, 100.0)
    told = words.sentence(result) + " ".join(str(row) for row in words.table(result).rows)
    for text in words.head(result):
        for number in re.findall(r"\d+", text):
            assert number in told


def test_the_veil_hides_the_lines_of_the_copy():
    hidden = figure.veiled(result_of())
    assert shape(hidden, "Lines that fit")["path"] == shape(hidden, "Lines of article 1")["path"] == "M0,0Z"
    assert len(outlines(shape(hidden, "Lines below")["path"])) == 98


def test_no_sentence_calls_a_copied_line_false():
    assert all("false" not in row.missed and row.source == "" for row in data.table("claims_copy_lists"))
