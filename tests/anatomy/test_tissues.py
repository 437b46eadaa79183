"""Who can feel: the answers of the tissues, and what is said of them."""

from dataclasses import replace
from math import dist

import pytest

import spine_edu
from spine_edu.anatomy.tissues import figure as drawing
from spine_edu.anatomy.tissues import words
from spine_edu.anatomy.tissues.model import TissuesState, rows, simulate
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import hidden, inside, lines, middle, paths, said, shape, trace


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.tissue)
def test_tissue_sentence_holds_its_row(row):
    said = words.sentence(simulate(TissuesState(tissue=row.tissue)))
    for clause in (row.nerve_supply, row.blood_supply, row.job):
        assert f" {clause[0].upper()}{clause[1:]}. " in said
    assert ("cannot start" in said) is (row.feels == "no")


def test_tissue_counts_agree_with_the_table():
    result = simulate(TissuesState())
    counted = [sum(row[1] == answer for row in words.table(result).rows) for answer in ("yes", "partly", "no")]
    assert [len(result.by_feeling[answer]) for answer in ("yes", "partly", "no")] == counted
    assert f"{counted[0]} can feel, {counted[1]} in part, {counted[2]} not" in words.sentence(result)


def test_tissue_compare():
    one, other = (simulate(TissuesState(tissue=name)) for name in ("nucleus", "root"))
    assert words.compare(one, other) == "The nucleus of A answers “no”, the nerve root “yes”."
    with pytest.raises(ValueError, match="not an option"):
        TissuesState(tissue="soul")


# The drawing ------------------------------------------------------------------------------------------------------

TISSUES = [row.tissue for row in rows()]


def drawn(theme=LIGHT, held=None, prediction=None, **settings):
    return drawing.figure(simulate(TissuesState(**settings)), theme=theme, held=held, prediction=prediction)


def dots(figure):
    """Tissue -> place and size of its dot."""
    one = trace(figure, "Dots to click")
    places = zip(one["x"], one["y"], strict=True)
    return {
        click.removeprefix("tissue:"): (place, size)
        for click, place, size in zip(one["customdata"], places, one["marker"]["size"], strict=True)
    }


def pieces(tissue):
    """The outlines of a tissue as it is drawn when chosen, in both slices."""
    return lines(shape(drawn(tissue=tissue), "Chosen tissue")["path"])


@pytest.mark.parametrize("tissue", TISSUES)
def test_the_chosen_tissue_is_outlined_and_its_name_bold(tissue):
    figure = drawn(tissue=tissue)
    places = dots(figure)
    assert set(places) == set(TISSUES) and max(places, key=lambda name: places[name][1]) == tissue
    bold = [text for text in said(figure) if text.startswith("<b>") and ": " not in text]
    answer = next(row.feels for row in rows() if row.tissue == tissue)
    assert bold == [f"<b>{drawing._NAMES[tissue][0]}</b> <b>{drawing.SIGNS[answer]}</b>"]
    assert trace(figure, "Dots to click")["hoverinfo"] == "none", "no box hides the name"


@pytest.mark.parametrize("tissue", TISSUES)
def test_the_tissue_itself_is_tapped(tissue):
    """Its outline, as it is drawn, chooses it; nothing that lies on it takes the tap where its dot is."""
    things = drawing.touches(simulate(TissuesState()))["things"]
    assert list(things) == [f"tissue:{name}" for name in drawing._ORDER]
    assert things[f"tissue:{tissue}"].endswith(shape(drawn(tissue=tissue), "Chosen tissue")["path"])
    place = dots(drawn())[tissue][0]
    hit = [choice for choice, path in things.items() if any(inside(place, line) for line in lines(path))]
    assert hit[-1] == f"tissue:{tissue}"
    explorer = spine_edu.WhoCanFeel(ask_first=False)
    explorer.clicked(hit[-1])
    assert explorer.state.tissue == tissue and explorer.touches()["things"] == things


def test_while_the_question_is_open_the_tissues_take_signs_and_choose_nothing():
    explorer = spine_edu.WhoCanFeel(ask_first=True)
    assert explorer.touches() == {} and set(explorer.ask.spots["things"]) == set(TISSUES)


def test_once_the_answer_is_shown_the_tissues_are_coloured_by_who_can_feel():
    explorer = spine_edu.WhoCanFeel(ask_first=True)
    explorer.predict({"root": "yes"})
    explorer.look()
    assert explorer.state.colour == "feels"
    explorer.forget()


@pytest.mark.parametrize("tissue", TISSUES)
def test_each_dot_lies_in_its_own_tissue(tissue):
    """It lies in the tissue, or for the roots in their sac, and in no tissue drawn on top of it."""
    place = dots(drawn())[tissue][0]
    if tissue == "cauda_equina":
        assert min(dist(place, middle(line)) for line in pieces(tissue)) < 2.5
    else:
        assert any(inside(place, line) for line in pieces(tissue))
    for above in drawing._ORDER[drawing._ORDER.index(tissue) + 1 :]:
        assert not any(inside(place, line) for line in pieces(above)), above


def test_both_slices_lie_as_their_words_say():
    """Across: the back of the body is below. Along: the back is at the left, and head to foot is up to down."""
    words_ = said(drawn())
    across, along = words_["cut across, at disc L4-5"], words_["cut along, T12 to L2"]
    assert across[0] < 60 < along[0] and words_["back"][0] < words_["front"][0]
    assert 60 < words_["back"][0]
    body = [line for line in pieces("vertebral_body") if middle(line)[0] > 60]
    assert len(body) == 3
    canal = [line for line in pieces("posterior_ligament") if middle(line)[0] > 60]
    front = [line for line in pieces("anterior_ligament") if middle(line)[0] > 60]
    assert middle(canal[0])[0] < middle(body[0])[0] < middle(front[0])[0]
    cord, tail = pieces("cord")[0], [line for line in pieces("cauda_equina") if middle(line)[0] > 60]
    assert middle(cord)[0] < middle(canal[0])[0], "the cord lies behind the bodies"
    assert min(y for _, y in cord) > min(y for line in tail for _, y in line), "the roots go on below the cord"
    disc = [line for line in pieces("outer_annulus") if middle(line)[0] < 60]
    muscle = [line for line in pieces("muscle") if middle(line)[0] < 60]
    assert min(middle(line)[1] for line in muscle) < middle(disc[0])[1]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("colour", ["tissue", "feels"])
def test_tissues_are_coloured_by_what_was_asked(theme, colour):
    """Full colour: can feel, and no tissue has it as its own. Pale: in part, with stripes; grey: not at all."""
    figure = drawn(theme, colour=colour)
    fills = dict(paths(figure["layout"]["images"][0]))
    answers = {"yes": theme.solids["feeling"], "partly": theme.fill("inflammation"), "no": theme.fill("neutral")}
    assert theme.solids["feeling"] not in [theme.solids[name] for name in drawing._SOLID.values()]
    for row in rows():
        path = shape(drawn(theme, tissue=row.tissue), "Chosen tissue")["path"]
        expected = answers[row.feels] if colour == "feels" else theme.solids[drawing._SOLID[row.tissue]]
        assert fills[path] == expected, row.tissue
    # The rings lie over the annulus without hiding it.
    assert "none" in fills.values()


@pytest.mark.parametrize("colour", ["feels", "tissue"])
def test_feeling_is_shown_without_colour_too(colour):
    """Stripes lie exactly over the tissues that feel in part, where colours tell answers; each name has its sign.

    Where they do not, the chosen tissue has it.
    """
    (stripes,) = [one for one in drawn(colour=colour)["data"] if "fillpattern" in one]
    assert (stripes["visible"], stripes["name"]) == (colour == "feels", "Stripes: in part")
    spots = [(x, y) for x, y in zip(stripes["x"], stripes["y"], strict=True) if x is not None]
    for row in rows():
        corner = pieces(row.tissue)[0][0]
        assert any(dist(spot, corner) < 0.2 for spot in spots) == (row.feels == "partly" and colour == "feels"), (
            row.tissue
        )
        own = next(text for text in said(drawn(colour=colour)) if drawing._NAMES[row.tissue][0] in text)
        told = colour == "feels" or row.tissue == TissuesState().tissue
        assert own.endswith(f"<b>{drawing.SIGNS[row.feels]}</b>") == told


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_answer_stands_over_the_drawing(theme):
    for row in rows():
        words_ = said(drawn(theme, tissue=row.tissue))
        label = f"{row.label[0].upper()}{row.label[1:]}"
        assert words_[f"<b>{label}: {words.ANSWER[row.feels]}</b>"][1] == drawing._HIGH[1]
    key = next(text for text in said(drawn(theme, colour="feels")) if "can start a pain<br>" in text)
    assert "✓ can start a pain<br>~ in part · " in key and key.endswith("✗ cannot<br>tap a tissue to ask it")
    assert theme.solids["feeling"] in key and theme.fill("neutral") in key
    key = next(text for text in said(drawn(theme, prediction={"root": "no"})) if "can start a pain<br>" in text)
    assert "“you”: you said otherwise" in key


# Marked by hand ---------------------------------------------------------------------------------------------------


def test_every_tissue_is_named_and_a_line_leads_to_its_dot():
    figure = drawn()
    ends = [(line[0], line[1]) for line in lines(shape(figure, "Lines to the names")["path"])]
    for name, (text, *place, _) in drawing._NAMES.items():
        label = simulate(TissuesState(tissue=name)).row.label
        assert set(text.replace("<br>", " ").split()) <= set(label.split()), name
        if name in drawing._INSIDE:
            assert any(inside(place, line) for line in pieces(name)), name
        else:
            assert [tuple(place)] == [end for dot, end in ends if dist(dot, dots(figure)[name][0]) < 0.1], name
    assert len(ends) == len(TISSUES) - len(drawing._INSIDE)


def test_dots_can_be_told_apart_by_a_finger():
    """In the narrowest picture a mm is two pixels; dots lie a finger's breadth or at least their own apart."""
    places = [place for place, *_ in dots(drawn()).values()]
    assert min(dist(one, other) for k, one in enumerate(places) for other in places[:k]) > 9.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_slices_that_are_asked_about_tell_no_answer(theme):
    """No pattern, no sign, no colour of an answer: the same picture, whatever the state is."""
    figures = [
        drawing.veiled(simulate(TissuesState(tissue=tissue, colour=colour)), theme=theme)
        for tissue in TISSUES
        for colour in ("tissue", "feels")
    ]
    assert all(figure == figures[0] for figure in figures)
    assert set(said(figures[0])) >= {text for text, *_ in drawing._NAMES.values()}
    assert not any(sign in text for text in said(figures[0]) for sign in drawing.SIGNS.values())
    assert not any("fillpattern" in one for one in figures[0]["data"])
    assert drawing.spots()["places"].keys() == ANSWERS.keys()
    assert {name: tuple(place) for name, place in drawing.spots()["places"].items()} == {
        name: place for name, (place, *_) in dots(drawn(theme)).items()
    }


def test_what_the_reader_has_marked_stands_beside_the_names():
    guess = {"nucleus": "yes", "root": "yes", "cord": "partly"}
    texts = said(drawing.veiled(simulate(TissuesState()), prediction=guess))
    for name in TISSUES:
        own = next(one for one in texts if drawing._NAMES[name][0] in one)
        assert own == drawing._NAMES[name][0] + (f" <b>{drawing.SIGNS[guess[name]]}</b>" if name in guess else "")


@pytest.mark.parametrize("colour", ["feels", "tissue"])
def test_then_the_name_has_the_sign_of_the_studies_and_under_it_the_readers_where_it_is_another(colour):
    guess = {"nucleus": "yes", "root": "yes", "cord": "partly"}
    asked = {"nucleus", "facet", "cord"}
    result = replace(simulate(TissuesState(colour=colour)), asked=frozenset(asked))
    figure = drawing.figure(result, prediction=guess)
    one = trace(figure, "Words on the drawing")
    fonts = dict(zip(one["text"], one["textfont"]["color"], strict=True))
    for name in TISSUES:
        own = next(text for text in fonts if drawing._NAMES[name][0] in text and ": it" not in text)
        first, _, second = own.partition("<br>you: ")
        told = name in asked | {"nucleus"}
        assert (drawing.SIGNS[ANSWERS[name]] in first) == told
        differs = told and name in guess and guess[name] != ANSWERS[name]
        assert second == (drawing.SIGNS[guess[name]] if differs else "")
        role = "prediction" if differs and name not in drawing._INSIDE else None
        assert fonts[own] == LIGHT.text(role)["color"]


def test_tissues_are_asked_one_by_one_and_all_at_once_only_when_the_reader_wants_it():
    explorer = spine_edu.WhoCanFeel(ask_first=True)
    explorer.predict({"facet": "no", "nucleus": "no", "root": "yes"})
    for tissue, told in (("nucleus", "1 of your 1 asked so far"), ("facet", "1 of your 2 asked so far")):
        explorer.clicked(f"tissue:{tissue}")
        assert explorer.told().model.endswith(told)
    assert explorer.result.told == {"nucleus", "facet"}, "each shows its own answer"
    explorer.clicked("tissue:muscle")
    assert explorer.told().model.endswith("1 of your 2 asked so far"), "it had no mark"
    explorer.set(colour="tissue")
    explorer.set(colour="feels")
    assert explorer.told().model.endswith("2 of your 3") and explorer.result.told == set(TISSUES)
    explorer.reset()
    assert explorer.result.told == set(TISSUES), "what has been told stays told"


def test_show_me_shows_all_answers():
    explorer = spine_edu.WhoCanFeel(ask_first=True)
    explorer.predict({"facet": "no"})
    explorer.look()
    assert explorer.result.told == set(TISSUES) and explorer.phase == "open"


def test_the_way_of_the_food_leads_from_the_bone_through_the_endplate_into_the_disc():
    figure = drawn(tissue="endplate")
    for vessel in lines(shape(figure, "Vessels in the bone")["path"]):
        assert any(inside(vessel[0], line) for line in pieces("vertebral_body"))
        assert not any(inside(vessel[-1], line) for tissue in ("nucleus", "inner_annulus") for line in pieces(tissue))
    for arrow in lines(shape(figure, "Food seeps into the disc")["path"])[::2]:
        assert any(inside(arrow[0], line) for line in pieces("endplate"))
    assert hidden(drawn(), "Vessels in the bone") and hidden(drawn(), "Food seeps into the disc")


def test_run_a_is_dashed_around_its_tissue():
    figure = drawn(tissue="root", held=simulate(TissuesState(tissue="facet")))
    run = trace(figure, "Run A")
    assert run["visible"] and run["line"]["dash"] == "dash"
    spots = [(x, y) for x, y in zip(run["x"], run["y"], strict=True) if x is not None]
    assert all(min(dist(corner, spot) for spot in spots) < 0.2 for line in pieces("facet") for corner in line)
    assert not trace(drawn(), "Run A")["visible"]


#: Which healthy adult tissue can start a pain: the answers, typed a second time.
ANSWERS = {
    "outer_annulus": "yes",
    "inner_annulus": "no",
    "nucleus": "no",
    "endplate": "partly",
    "vertebral_body": "yes",
    "facet": "yes",
    "posterior_ligament": "yes",
    "anterior_ligament": "yes",
    "yellow_ligament": "partly",
    "root": "yes",
    "cord": "no",
    "cauda_equina": "yes",
    "muscle": "yes",
}


def test_the_answers_of_the_table():
    assert {row.tissue: row.feels for row in rows()} == ANSWERS


@pytest.mark.parametrize(
    ("tissue", "begins"),
    [
        (
            "nucleus",
            "Nucleus: in a healthy adult it cannot start a pain. A healthy adult disc has no nerves here. It has no",
        ),
        ("root", "Nerve root: it can start a pain."),
        ("endplate", "Endplate: it can feel in part."),
    ],
)
def test_the_sentence_begins_with_the_answer(tissue, begins):
    text = words.sentence(simulate(TissuesState(tissue=tissue)))
    assert text.startswith(begins) and text.endswith("Of 13 tissues here 8 can feel, 2 in part, 3 not.")


def test_compare_of_like_tissues():
    facet, muscle = (simulate(TissuesState(tissue=name)) for name in ("facet", "muscle"))
    assert words.compare(facet, facet) == "A is the same tissue."
    assert words.compare(facet, muscle) == "Like the facet joint of A: can it feel? yes."


def test_the_table_has_a_row_a_tissue():
    table = words.table(simulate(TissuesState()))
    assert {row[0]: row[1] for row in table.rows} == {row.label: ANSWERS[row.tissue] for row in rows()}
    assert table.columns == ("Tissue", "Can it feel?", "Nerve supply", "Blood supply", "Job")
    assert table.rows[2][2:4] == (rows()[2].nerve_supply, rows()[2].blood_supply)
