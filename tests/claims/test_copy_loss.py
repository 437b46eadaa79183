"""Copy loss: the count of lines adds up, lines land where they fit, and nothing is said that was not counted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.claims.copy_loss import figure, places, scraps, sheets, words
from spine_edu.claims.copy_loss.model import (
    PAIRS,
    WARNING,
    CopyState,
    entries,
    entries_of,
    holes,
    lines,
    lists,
    origins,
    pieces,
    signs,
    simulate,
    strangers,
)
from tests.drawn import centres, hidden, said, shape, trace
from tests.drawn import lines as outlines

SHARES = st.integers(0, 100).map(float)
PAIR = pytest.mark.parametrize("pair", PAIRS)


def result_of(pair="copy", slide=0.0, gap="none", **more):
    return simulate(CopyState(pair, slide, gap, **more))


def things(result):
    return figure.touches(result)["things"]


def corners(path):
    """Return left, top, right and bottom edge of each box of a path."""
    for line in outlines(path):
        x, y = [one for one, _ in line], [one for _, one in line]
        yield min(x), min(y), max(x), max(y)


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
    count = sum(len(entries(key)) for key in lists())
    assert len(result.fits) + len(result.lost) == len(result.under) == 98
    assert count == 54 and all(entries(key) for key in lists())
    assert sum(row.kind in ("heading", "byline", "text") for row in result.lost) == len(result.lost) - count == 17


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
        assert all(one and len(one) <= 22 for one in told), "a line of the unfolded list"


def test_holes_are_where_lines_of_the_original_are_gone():
    assert sum(holes().values()) + 4 == 71, "four headings stood above the first line"
    assert all(holes()[row.number] >= len(entries(row.list)) for row in lines(1) if row.kind == "colon")


def test_the_signs_are_those_of_the_course_in_their_order():
    course = [row for row in data.table("warning_signs") if row.part in ("today", "soon")]
    assert [row.part for row in signs()] == [row.part for row in course]
    words_of = [
        "urine",
        "bowel",
        "between",
        "sex",
        "both legs",
        "leg",
        "fever",
        "fall",
        "cancer",
        "weight",
        "thin bones",
    ]
    for key, short, long in zip(words_of, signs(), course, strict=False):
        assert key in short.sign and key in long.text
    there = {row.line for row in entries(WARNING)}
    assert all(row.entry in there for row in signs() if row.entry)


@pytest.mark.parametrize("page", [4, 5])
def test_every_piece_is_a_line_and_fits_its_scrap(page):
    there = {row.line for row in lines(page)}
    for row in pieces(page).values():
        assert row.line in there and len(scraps.labels.wrapped(row.topic, 18).split("<br>")) <= 2
        assert all(line in {one.line for one in lines(2)} for line in row.also.split())
        assert not row.also or page == 5, "only article 5 was read beside article 2"


# The copy alone -----------------------------------------------------------------------------------------------------


def test_the_copy_is_seen_alone_before_it_is_slid():
    for drawing in (figure.veiled(result_of()), figure.figure(result_of())):
        assert all(hidden(drawing, name) for name in ("Lines of the original", "Lost lines, struck out"))
        assert (
            hidden(drawing, "Lines of article 2") and len(outlines(shape(drawing, "Lines of the copy")["path"])) == 27
        )
    assert not any("98" in text for text in trace(figure.veiled(result_of()), "Words")["text"])


def test_a_place_is_marked_by_a_press_and_told_once_the_sheets_lie_on_each_other():
    explorer = spine_edu.CopyLoss(ask_first=False)
    places_there = [choice for choice in explorer.touches()["things"] if choice.startswith("noticed:")]
    assert len(places_there) == 27
    explorer.clicked("noticed:6")
    assert "noticed:6 9" in explorer.touches()["things"] and "noticed:" in explorer.touches()["things"]
    explorer.clicked("noticed:2 6")
    assert explorer.result.noticed == (2, 6) and explorer.result.seen == (6,)
    assert len(outlines(shape(explorer.drawn, "Your marks")["path"])) == 2
    explorer.set(slide=100)
    assert "at 2 places; at 1 of them" in explorer.describe()


def test_places_are_pressed_on_the_question_once_it_is_answered():
    explorer = spine_edu.CopyLoss(ask_first=True)
    assert not explorer.touches()
    explorer.predict(59)
    assert "noticed:6" in explorer.touches()["things"] and explorer.veiled
    explorer.clicked("noticed:6")
    assert not explorer.veiled and explorer.state.slide == 0
    explorer.forget()


def test_the_answer_is_told_over_the_copy_and_nowhere_else():
    explorer = spine_edu.CopyLoss(ask_first=True)
    explorer.predict(59)
    explorer.set(slide=40)
    assert "not lie over" in explorer.told_here().model
    explorer.set(slide=100)
    assert explorer.told_here().model == "We counted 98 lines" and explorer.told_here().apart == "39 lines more"
    explorer.set(pair="collage")
    assert explorer.told_here() is None
    explorer.forget()


# The slide ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slide", [32.0, 60.0, 88.0])
def test_where_the_edge_lies_the_lines_of_both_sheets_join(slide):
    drawing = figure.figure(result_of(slide=slide))
    below = list(corners(shape(drawing, "Lines of the original")["path"]))
    above = list(corners(shape(drawing, "Lines of the copy")["path"]))
    for under, over in zip(below, above, strict=True):
        assert over[1] == pytest.approx(under[1], abs=0.02) and over[3] == pytest.approx(under[3], abs=0.02)
    assert len(outlines(shape(drawing, "Lost lines, struck out")["path"])) == 71
    assert shape(drawing, "Lost lines, struck out")["line"]["dash"] == "dash", "colour is never alone"
    names = [one["name"] for one in drawing["layout"]["shapes"]]
    assert names.index("Lines of the original") < names.index("Upper sheet") < names.index("Lines of the copy")
    assert shape(drawing, "Upper sheet").get("opacity", 1) == 1


def test_what_came_over_ends_in_one_stack_beside_what_the_reader_said():
    drawing = figure.figure(result_of(slide=100.0), prediction=59.0)
    stack = list(corners(shape(drawing, "Stack")["path"]))
    assert len(stack) == 27 and min(one[1] for one in stack) == pytest.approx(places.level(27), abs=0.1)
    (whole,) = corners(shape(drawing, "All lines of the original")["path"])
    assert whole[1] == pytest.approx(places.level(98), abs=0.01) and whole[3] == pytest.approx(
        places.level(0), abs=0.01
    )
    there = said(drawing)
    assert (
        there["you: 59"][1] == pytest.approx(places.level(59))
        and "<b>98</b> lines" in there
        and "<b>27</b> kept" in there
    )
    (bracket,) = outlines(shape(drawing, "Apart")["path"])
    assert bracket[0][1] == pytest.approx(places.level(59), abs=0.01)
    assert bracket[-1][1] == pytest.approx(places.level(98), abs=0.01) and "gap <b>39</b>" in there


# Colons -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shown", ["none", *lists()])
def test_each_colon_can_be_pressed_by_a_finger(shown):
    result = result_of(slide=100.0, gap=shown)
    boxes = []
    for key, (right, y) in sheets.colons(result).items():
        (box,) = corners(things(result)[f"gap:{'none' if key == shown else key}"])
        assert box[0] < right + 0.45 < box[2] and box[1] < y < box[3]
        boxes.append(box)
    # One unit is 19 px where the picture is widest: 24 px.
    assert all(right - left >= 1.265 and low - top >= 1.265 for left, top, right, low in boxes)
    assert all(one[3] <= other[1] + 0.02 for one, other in zip(boxes, boxes[1:], strict=False))


@pytest.mark.parametrize("key", lists())
def test_a_list_unfolds_in_its_gap_and_hides_no_line(key):
    result = result_of("copy", 100.0, key)
    drawing = figure.figure(result)
    left, top, right, low = places.unfolded(key)
    bars = list(corners(shape(drawing, "Lines of the copy")["path"]))
    assert len(bars) == 27 and all(bar[3] <= top + 0.05 or bar[1] >= low - 0.05 for bar in bars)
    before = max(bar[3] for bar in bars if bar[3] <= top + 0.05)
    assert before == pytest.approx(sheets.colons(result)[key][1], abs=0.2), "it stands under its own colon"
    there = said(drawing)
    for text in entries_of(key):
        assert top < there[text][1] < low and left < there[text][0] < right
    (leader,) = outlines(shape(drawing, "Leader")["path"])
    assert leader[0][1] == pytest.approx(places.row_at(key), abs=0.01) and top < leader[-1][1] < low
    assert len(centres(shape(drawing, "Colons")["path"])) == 18, "all nine colons stay in sight"


def test_a_colon_and_its_row_do_the_same_and_only_colons_call():
    explorer = spine_edu.CopyLoss(ask_first=False, slide=100)
    touches = explorer.touches()
    assert touches["calls"] == [f"gap:{key}" for key in lists()]
    for choice in ("gap:cycle", "gap:cycle;worst:none"):
        assert choice in touches["things"]
        explorer.clicked(choice)
        assert explorer.state.gap == "cycle" and explorer.touches()["calls"] == []
        explorer.clicked("gap:none")


# The cross ----------------------------------------------------------------------------------------------------------


def test_nothing_tells_which_loss_could_hurt_before_the_reader_has_crossed_one():
    drawing = figure.figure(result_of(slide=100.0))
    fonts = trace(drawing, "Words")["textfont"]["color"]
    texts = trace(drawing, "Words")["text"]
    colours = {
        color for text, color in zip(texts, fonts, strict=True) if any(row.name in text for row in lists().values())
    }
    assert len(colours) == 1
    for result in (result_of(slide=100.0), result_of(slide=100.0, gap=WARNING)):
        drawing = figure.figure(result)
        assert all(hidden(drawing, name) for name in ("Your cross", "Our cross", "Never on that list", "Button"))


@pytest.mark.parametrize("mine", ["triggers", WARNING])
def test_a_cross_brings_the_five_signs_and_those_that_were_never_among_them(mine):
    explorer = spine_edu.CopyLoss(ask_first=False, slide=100)
    (choice,) = (one for one in explorer.touches()["things"] if one.startswith(f"worst:{mine}"))
    explorer.clicked(choice)
    there = said(explorer.drawn)
    assert all(text in there for text in entries_of(WARNING))
    today = [row.sign for row in signs() if row.part == "today" and not row.entry]
    assert len(today) == 5 and all(text in there for text in today)
    dashed = shape(explorer.drawn, "Never on that list")
    assert len(outlines(dashed["path"])) == 5 and dashed["line"]["dash"] == "dash"
    assert explorer.check("cannot_wait") == (mine == WARNING)
    explorer.clicked("gap:course")
    there = said(explorer.drawn)
    assert all(row.sign in there for row in signs()) and all(text in there for text in entries_of(WARNING))
    assert len(outlines(shape(explorer.drawn, "Not on the page’s list")["path"])) == 9


# Pieces -------------------------------------------------------------------------------------------------------------


def test_a_guess_lights_up_the_voices():
    before, after = figure.figure(result_of("collage")), figure.figure(result_of("collage", voices=4.0))
    for name in ("Sheets without a name", "Shared words", "Your guess", "Voices with a name"):
        assert hidden(before, name) and not hidden(after, name)
    assert len(centres(shape(before, "Circles to be pressed")["path"])) == 10
    assert len(centres(shape(after, "Voices with a name")["path"])) == 3
    assert len(centres(shape(after, "Voices without a name")["path"])) == strangers()
    assert "3 to 8" in words.sentence(result_of("collage", voices=4.0))
    assert "too few" in words.sentence(result_of("collage", voices=2.0))


def test_two_pieces_snap_and_the_rest_spring_back():
    start, half, end = (scraps.scraps(result_of("collage", slide)) for slide in (0.0, 50.0, 100.0))
    for number in map(str, range(1, 10)):
        fits = number in "14"
        assert half[number][0] < start[number][0] - 4, "all go along"
        assert (end[number][0] < places.LEFT + 1) == fits and (end[number] == start[number]) != fits
    names = figure.figure(result_of("collage"))
    assert hidden(names, "Pieces that fit"), "nothing tells before it is tried"


def test_a_pressed_piece_says_what_it_is_about_and_is_tried():
    for number, fits in (("4", True), ("5", False)):
        result = result_of("collage", piece=number)
        assert (scraps.scraps(result)[number][0] < places.LEFT + 1) == fits
        assert scraps.labels.wrapped(result.piece.topic, 18) in trace(figure.figure(result), "Words")["text"]
        assert hidden(figure.figure(result), "Shares words with") != fits
        assert "piece:none" in things(result)
    assert "but with piece 9" in words.sentence(result_of("collage", piece="5"))


def test_without_shared_words_a_piece_shows_who_tells_the_same():
    drawing = figure.figure(result_of("other", piece="5"))
    assert len(outlines(shape(drawing, "Told in other words")["path"])) == 2
    assert shape(drawing, "Told in other words")["line"]["dash"] == "dash"
    assert hidden(figure.figure(result_of("other", piece="7")), "Told in other words")


# The picture ------------------------------------------------------------------------------------------------------


@PAIR
@given(SHARES)
def test_lines_stay_on_the_desk(pair, slide):
    drawing = figure.figure(result_of(pair, slide, voices=3.0))
    for one in drawing["layout"]["shapes"]:
        for line in outlines(one["path"]) if "C" not in one["path"] else ():
            assert all(0 <= x <= places.WIDE and 0 <= y <= places.HIGH for x, y in line), one["name"]


@pytest.mark.parametrize(
    "state", [{}, {"slide": 100.0, "gap": "course", "worst": "cycle"}, {"pair": "collage", "voices": 5.0}]
)
def test_every_state_has_the_same_shapes_and_as_many_words(state):
    plain, other = (figure.figure(result_of(**some)) for some in ({}, state))
    names = [
        [one["name"] for one in drawing["layout"]["shapes"]] for drawing in (plain, other, figure.veiled(result_of()))
    ]
    assert names[0] == names[1] == names[2]
    counts = {len(trace(drawing, "Words")["text"]) for drawing in (plain, other, figure.veiled(result_of()))}
    assert len(counts) == 1


def test_words_are_said_to_be_withheld():
    for result in (result_of(), result_of(slide=100.0), result_of("collage"), result_of("other", 100.0)):
        assert any("words withheld" in text for text in trace(figure.figure(result), "Words")["text"])


@pytest.mark.parametrize("key", lists())
def test_the_sentence_does_not_say_what_the_list_shows(key):
    told = words.sentence(result_of(slide=100.0, gap=key))
    assert not any(text in told for text in entries_of(key)) and len(told) < 200


def test_the_hand_holds_the_sheet_where_it_lies():
    for slide in (0.0, 40.0, 100.0):
        (one,) = figure.grips(result_of(slide=slide))
        edge = places.left_edge(slide / 100)
        assert min(x for x, _ in one["body"]) == pytest.approx(edge) and one["track"][0][1] > one["track"][-1][1]


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


def test_no_sentence_calls_a_copied_line_false():
    assert all("false" not in row.missed and row.source == "" for row in data.table("claims_copy_lists"))
