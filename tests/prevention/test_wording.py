"""Words that alarm are found and changed as the list says; what a reader writes is text, and nothing else."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.drawing.labels import as_written
from spine_edu.explorer import printed
from spine_edu.prevention.wording import asked, checker, figure, model, paper, words
from spine_edu.prevention.wording.model import MOST, WordingState, simulate, trial
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import centres, lines, said, shape, trace

ROWS = data.table("prevention_words")
#: What somebody could paste to make trouble: tags, formulas, signs of the settings' line, what is not seen, and more.
HOSTILE = (
    '<script>alert(1)</script> <img src=x onerror="alert(1)"> a slipped disc',
    "</text></svg><b>bold</b><a href='javascript:alert(1)'>press</a><br>",
    "&lt;b&gt; &amp; &#60;i&#62; $\\alpha$ $$x^2$$ `code` [@key] {value} %s",
    'word 1 calm, page letter, written "x", now 3; page:letter;now:1',
    'a "quoted" word, and \\ a backslash \\" and a comma,',
    "../../etc/passwd C:\\Windows\\system32 file:///etc/hosts",
    "line\none\r\ntwo\ttab\x00null\x1b[31m\u202ebackwards\u200bnothing\ud800half",
    "“curly” ‘quotes’ — dashes … ½ ñ ß 椎間板ヘルニア 🦴 a\u0301",
    "x" * 600,
    "prevention_wording v1: page own",
)


def own(text, **more):
    return simulate(WordingState(page="own", written=text, **more))


def changed(result, word="calm"):
    """Return the result with all its marked words changed."""
    return simulate(result.state.replace(**{f"word_{n}": word for n in range(1, min(len(result.marks), MOST) + 1)}))


# The checker ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_each_form_is_found_by_its_row_and_nothing_calmer_is(row):
    for form in checker.forms(row):
        for text in (form, form.upper(), f"It is: {form}.", f"({form.replace(' ', '-')})", form.replace(" ", "\n  ")):
            assert [mark.row.key for mark in checker.marks(text)] == [row.key], text
        assert not checker.marks(f"pre{form}post")
    assert not checker.marks(row.calm) and not checker.marks(row.other)


def test_the_longest_form_is_taken():
    (mark,) = checker.marks("a slipped disc")
    assert "a slipped disc"[mark.start : mark.end] == "slipped disc"


def test_what_a_trial_measured_is_said_to_be_of_the_trial_and_nothing_else_is():
    for row in ROWS:
        assert (row.basis == "trial") == bool(row.label) and row.label in {"", *trial()}
    alarming = {label for label, row in trial().items() if row.kind == "alarming"}
    assert {row.label for row in ROWS} - {""} == alarming
    for row in ROWS:
        if row.label:
            assert set(checker.forms(row)) == set(checker.forms(trial()[row.label]))


def test_no_reason_alarms_by_a_word_that_the_course_never_uses():
    for row in ROWS:
        assert not checker.frightening(row.why), row.key


# The explanation -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", model.pages())
def test_the_pieces_are_the_explanation(page):
    result = simulate(WordingState(page=page))
    assert result.text == model.pages()[page].text
    assert result.left == len(result.marks)
    calm = changed(result)
    assert calm.left == max(0, len(calm.marks) - MOST) and not checker.marks(calm.text)[MOST:]


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from([*checker._forms(), "the back", "a", "an", ".", "hurts", "椎間板"]), max_size=25),
    st.lists(st.sampled_from(["stands", "calm", "other"]), min_size=MOST, max_size=MOST),
)
def test_a_word_is_changed_where_it_stands_and_all_else_stays(parts, chosen):
    text = WordingState.declarations()["written"].check(" ".join(parts)[:600])
    result = own(text, **{f"word_{number}": word for number, word in enumerate(chosen, 1)})
    marked = [piece for piece in result.pieces if piece.kind != "plain"]
    assert len(marked) == len(result.marks)
    for number, (piece, mark) in enumerate(zip(marked, result.marks, strict=True), 1):
        word = chosen[number - 1] if number <= MOST else "stands"
        expected = {"stands": text[mark.start : mark.end], "calm": mark.row.calm, "other": mark.row.other}[word]
        assert piece.text.lower() == expected.lower()
    assert own(text).text == text


def test_article_and_capital_follow_the_new_words():
    assert changed(own("You have a disc bulge.")).text == "You have an episode of back pain."
    assert changed(own("An unstable spine")).text == "A sore and stiff spine"
    assert changed(own("Degeneration is seen")).text == "Change with age is seen"


def test_who_writes_or_takes_another_page_begins_anew():
    explorer = spine_edu.SayItBetter(ask_first=False, word_1="calm", now=1)
    explorer.move("page", "own")
    assert explorer.state == WordingState(page="own")
    explorer.move("written", "It slipped.")
    explorer.move("word_1", "calm")
    explorer.move("written", "It slipped again.")
    assert explorer.state == WordingState(page="own", written="It slipped again.")


# What is written is text ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_the_line_of_settings_holds_what_was_written(text):
    state = WordingState(page="own", written=text, word_1="calm")
    line = state.to_text("prevention_wording")
    assert "\n" not in line and WordingState.from_text(line, "prevention_wording") == state
    assert state.written == WordingState(written=state.written).written
    json.dumps(line).encode()
    line.encode()


@given(st.text(max_size=80))
@settings(max_examples=300)
def test_whatever_is_written_comes_back_from_the_line(text):
    state = WordingState(page="own", written=text, now=2)
    assert WordingState.from_text(state.to_text("prevention_wording"), "prevention_wording") == state


@pytest.mark.parametrize("setting", ['written "open', "written bare", 'written "a" b"', 'written "a","b"', "written "])
def test_words_without_their_quotation_marks_are_refused(setting):
    with pytest.raises(ValueError, match="quotation marks|names no control|a second time"):
        WordingState.from_text(f"prevention_wording v1: page own, {setting}", "prevention_wording")


def test_too_much_and_what_is_no_text_is_refused():
    with pytest.raises(ValueError, match="601 letters are too many; allowed are 600"):
        WordingState(written="x" * 601)
    for wrong in (3, None, b"text", ["a"]):
        with pytest.raises(ValueError, match="is no text; allowed are 600 letters"):
            WordingState(written=wrong)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_written_becomes_a_tag_a_formula_or_a_file(text, monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a file is opened")

    explorer = spine_edu.SayItBetter(ask_first=False, backend_name="static", page="own", written=text)
    page = explorer.static()
    for tag in ("<script>alert", "<img src=x", "<a href='javascript", "</svg><b>"):
        assert tag not in page
    monkeypatch.setattr("builtins.open", refuse)
    for one in explorer.drawn["data"]:
        for words_ in one.get("text", ()):
            bare = words_.replace("<b>", "").replace("</b>", "").replace("<br>", "")
            assert not set(bare) & set("<>$"), words_
    kept, _ = printed.kept(explorer, {})
    assert "text/html" not in kept or "<script>alert" not in str(kept["text/html"])
    explorer.describe().encode()


def test_a_letter_is_printed_as_it_is():
    assert as_written("<b> & $x$") == "&lt;b&gt; &amp; &#36;x&#36;"


def test_nothing_in_the_picture_writes_in_the_readers_place():
    for page in ("own", "shown"):
        explorer = spine_edu.SayItBetter(ask_first=False)
        explorer.set(**({"page": page} if page == "own" else {}))
        caught = [str(trace.get("customdata")) for trace in explorer.drawn["data"]]
        assert "written:" not in " ".join([*caught, *explorer.touches().get("things", {})])


def test_writing_is_one_step_back():
    explorer = spine_edu.SayItBetter(ask_first=False, page="own")
    for end in range(1, 20):
        explorer.move("written", "a slipped disc hurts"[:end])
    explorer.undo()
    assert explorer.state == WordingState(page="own")


# The sheet -----------------------------------------------------------------------------------------------------------


def boxes(sheet):
    for word in sheet.words:
        left, right, y = figure.place(sheet, word)
        yield left, right, y


@settings(max_examples=150)
@given(st.lists(st.one_of(st.sampled_from(list(checker._forms())), st.text(max_size=70)), max_size=30))
def test_every_word_lies_on_the_sheet_and_on_no_other(parts):
    text = WordingState.declarations()["written"].check(" ".join(" ".join(parts).split())[:600])
    result = own(text)
    sheet = paper.typed(result.pieces)
    places = list(boxes(sheet))
    left, right, low, _ = figure._SHEET
    for start, end, y in places:
        assert left < start < end < right and low < y - sheet.pitch / 2
    for (_, end, y), (other, _, below) in zip(places, places[1:], strict=False):
        assert below < y - 0.1 or other >= end - 1e-9
    if not sheet.cut:
        typed = "".join(word.text for word in sheet.words)
        assert typed.replace(" ", "") == result.text.replace(" ", "")


def test_all_pages_have_room_and_the_shorter_ones_large_letters():
    for page in model.pages():
        for word in ("stands", "calm", "other"):
            result = simulate(WordingState(page=page))
            assert not paper.typed(changed(result, word).pieces).cut
    assert paper.typed(simulate(WordingState()).pieces).size == paper.TYPES[0][0]
    assert not paper.typed(own("One two three four five. " * 24).pieces).cut


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_letters_are_as_wide_as_their_places(theme):
    """The plane's unit is the size of the type: in the narrowest place, 34 of them, and wherever there is more room."""
    layout = figure.figure(simulate(WordingState()), theme=theme)["layout"]
    assert layout["height"] == theme.em(figure.HIGH) and layout["yaxis"]["range"] == [0, figure.HIGH]
    assert layout["xaxis"]["range"] == [0, 34] and set(layout["margin"].values()) == {0}


def test_a_line_swings_under_an_alarming_word_and_is_flat_under_a_calmer_one():
    result = simulate(WordingState(word_2="calm"))
    drawn = figure.figure(result)
    for number, tall in ((1, 0.3), (2, 0.0)):
        (under,) = lines(shape(drawn, f"Under word {number}")["path"])
        heights = [y for _, y in under]
        assert abs(max(heights) - min(heights) - tall) < 0.05
    assert shape(drawn, "Under word 1")["line"]["color"] != shape(drawn, "Under word 2")["line"]["color"]


def test_what_is_pressed_lies_on_its_word():
    result = own("A slipped disc, wear and tear.", word_1="calm")
    things = figure.touches(result)["things"]
    assert list(things) == ["word_1:other;now:1", "word_2:calm;now:2"]
    placed = said(figure.figure(result), "Marked words")
    for path, text in zip(things.values(), placed, strict=True):
        (corners,) = lines(path)
        xs, ys = zip(*corners, strict=True)
        x, y = placed[text]
        assert min(xs) < x < max(xs) and min(ys) < y < max(ys)


# The trial -----------------------------------------------------------------------------------------------------------


def test_people_stand_where_the_trial_put_them():
    drawn = figure.figure(simulate(WordingState()))
    places = [
        *centres(shape(drawn, "On average, alarming")["path"]),
        *centres(shape(drawn, "On average, calmer")["path"]),
    ]
    # Of each, the head and the body.
    means = [(x - figure.across(0)) / (figure.across(1) - figure.across(0)) for x, _ in places[::2]]
    assert means == pytest.approx([row.mean for row in trial().values()], abs=0.01)
    shown = said(drawn, "The trial")
    assert all(row.name in " ".join(shown) for row in trial().values())


def test_the_ring_stands_round_the_name_in_the_text():
    def rings(**settings):
        result = simulate(WordingState(**settings))
        found = centres(shape(figure.figure(result), "Names in the text")["path"])
        assert len(found) == MOST + len(trial())
        return {label for label in trial() for x, y in found if abs(y - figure.lane(label)) < 0.1 and x > 12}

    assert rings() == {"disc_bulge"} and rings(word_1="calm") == {"episode"} and rings(word_1="other") == {"sprain"}
    assert rings(page="calm") == {"episode"} and rings(page="articles") == set()
    assert rings(page="everything") == {"degeneration", "arthritis"}
    assert rings(page="everything", word_4="other", word_5="other") == {"episode"}


def test_the_veiled_picture_puts_the_calmer_name_where_the_open_one_does():
    calm = trial()["episode"].mean
    (x, _), *_ = centres(shape(asked.veiled(simulate(WordingState())), "Told the calmer name")["path"])
    zero, ten = (place[1] for place in asked.level()["track"])
    assert (x - zero) / (ten - zero) * 10 == pytest.approx(calm)


def test_the_strip_lifts_the_veil():
    explorer = spine_edu.SayItBetter(ask_first=True)
    assert explorer.touches() == {}
    explorer.predict(8)
    (choice,) = explorer.touches()["things"]
    explorer.clicked(choice)
    assert not explorer.veiled and explorer.told().model.endswith("5.7 of 10")
    assert "word_1:calm;now:1" in explorer.touches()["things"]


# Words ---------------------------------------------------------------------------------------------------------------


def test_sentence_picture_and_table_say_the_same():
    result = simulate(WordingState(word_1="calm", now=3))
    text, rows = words.sentence(result), words.table(result).rows
    assert "5 alarming words, 1 changed" in text and "5 alarming words, 1 changed" in " ".join(
        said(figure.figure(result))
    )
    assert [row[1] for row in rows[:6]] == [f"“{piece.text}”" for piece in result.pieces if piece.kind != "plain"]
    assert result.text in text and words.why(result) in text
    assert len(rows) == 6 + len(trial())


def test_every_alarming_word_of_sentence_and_table_is_quoted():
    """So that a stored page of this course may hold them."""
    for page in model.pages():
        result = simulate(WordingState(page=page, now=1))
        shown = [words.sentence(result), str(words.table(result))]
        assert [checker.frightening(text, quoted=True) for text in shown] == [[], []], page


def test_the_theme_prints_typewritten_words_in_letters_of_one_width():
    assert "monospace" in trace(figure.figure(simulate(WordingState()), theme=LIGHT), "Words")["textfont"]["family"]
