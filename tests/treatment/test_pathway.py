"""The pathway map: walks keep to the arrows, the picture says what the tables say, and nothing lies on anything."""

import re
from functools import reduce
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.theme import THEMES
from spine_edu.treatment.pathway import (
    asked,
    card,
    evidence,
    facts,
    figure,
    graph,
    marks,
    measured,
    model,
    moments,
    person,
    places,
    presses,
    strip,
    words,
)
from tests.drawn import hidden, inside, lines, on_track, shape, trace

CHOICES = {name: data.choice(f"treatment_pathway.{name}").values for name in ("presentation", "guideline", "box")}
PEOPLE = pytest.mark.parametrize("person", CHOICES["presentation"])
ALL_THEMES = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
STATES = st.builds(
    model.PathwayState,
    presentation=st.sampled_from(CHOICES["presentation"]),
    step=st.integers(0, 8).map(float),
    sent_3=st.sampled_from(("open", *CHOICES["box"][1:])),
    guideline=st.sampled_from(CHOICES["guideline"]),
    box=st.sampled_from(CHOICES["box"]),
)
BOXES = [box for box in graph.boxes() if box != "start"]
JUDGED = [box for box in BOXES if graph.boxes()[box].kind in model.JUDGED]
#: Width of a letter of a wide font, in sizes of the type; of a bold one.
LETTER, BOLD = 0.55, 0.64


def run(**settings):
    return model.simulate(model.PathwayState(**settings))


def wide(text, size):
    """Return how wide the widest line of some words may be, in px, if the font is a wide one."""

    def letters(line):
        bold = sum(map(len, re.findall("<b>(.*?)</b>", line)))
        return bold * BOLD + (len(re.sub("<[^>]*>", "", line)) - bold) * LETTER

    return size * max(map(letters, text.split("<br>")))


def second_line(drawn, box):
    """Return what stands under the name of a box."""
    return trace(drawn, "What is said in few words")["text"][BOXES.index(box)]


def of_the_four(drawn, box):
    """Return the signs in the cells of a box, where guidelines are compared."""
    signs = trace(drawn, "Signs of the four")["text"]
    return signs[4 * JUDGED.index(box) :][:4]


def painted(drawn, name="Words of the card"):
    """Return the words of the card as one text."""
    return " ".join(trace(drawn, name)["text"]).replace("-<br>", "-").replace("<br>", " ")


# The graph --------------------------------------------------------------------------------------------------------


@PEOPLE
def test_a_walk_keeps_to_the_arrows(person):
    steps = graph.walk(person)
    assert steps[0].boxes == ("start",) and not steps[0].arrows
    for step in steps[1:]:
        assert [end for _, end in step.arrows] == list(step.boxes)
        assert set(step.arrows) <= set(graph.edges())
    seen = model.walked(steps, len(steps))
    assert all(start in seen for step in steps for start, _ in step.arrows), "no arrow begins where nobody was"


def test_a_walk_where_no_arrow_leads_is_refused():
    with pytest.raises(ValueError, match="No arrow leads to fusion from first"):
        graph.arrows_of([("start",), ("first",), ("fusion",)])


def test_every_box_is_reached_or_stands_beside_the_way():
    ends = {end for _, end in graph.edges()} | {"start"}
    assert {box for box, row in graph.boxes().items() if row.kind != "beside"} <= ends
    assert {box for box, row in graph.boxes().items() if row.kind == "beside"} & ends == {"cement"}


def test_from_every_question_both_doors_can_be_taken():
    questions = [box for box, row in graph.boxes().items() if row.kind == "question"]
    assert len(questions) == 4
    assert {(box, door) for box in questions for door in ("today", "soon")} <= set(graph.edges())


def test_from_every_later_question_and_from_waiting_the_map_leads_to_better_and_promises_nobody_anything():
    """After week 6 no arrow led there, and of 100 who were told to wait 60 were better without an operation."""
    starts = {start for start, end in graph.edges() if end == "better"}
    assert starts == {"again", "leg", "wait", "still"}
    drawn = figure.figure(run())
    names = [one["name"] for one in drawn["layout"]["shapes"]]
    assert names.index("The road") < names.index("Arrows up the road"), "the road would hide them"
    up = lines(shape(drawn, "Arrows up the road")["path"])
    assert len(up) == 3 and all(line[-1][1] == pytest.approx(places.middle("better")[1], abs=0.01) for line in up)
    assert {who for who in CHOICES["presentation"] if "better" in model.walked(graph.walk(who), 8)} == {"night"}
    (row,) = [one for one in data.table("treatment_shares") if (one.path, one.measure) == ("wait", "better_alone")]
    told = graph.boxes()["better"].about
    assert (
        f"{row.share:g} of 100" in told
        and "promises nothing to one" in told
        and row.seen in graph.boxes()["better"].seen
    )


def test_the_way_is_the_one_that_nice_writes():
    """On the way: NICE offers or considers it; beside it: not, for leg pain."""
    for box, row in graph.boxes().items():
        pains = [(one, time) for one in words.COMPLAINTS for time in ("new", "lasting")]
        verdicts = {found.verdict for one in pains if (found := model.said("nice", box, *one))}
        if row.kind == "way":
            assert verdicts & {"for", "limited"}, box
        if row.kind == "beside" and box != "cement":
            legs = {found.verdict for time in ("new", "lasting") if (found := model.said("nice", box, "leg", time))}
            assert not legs & {"for", "limited"}, box


@PEOPLE
def test_who_has_a_sign_goes_through_a_door_and_noor_does_not(person):
    result = run(presentation=person, step=8.0)
    assert result.ended and result.through_door == (person in ("saddle", "bladder", "fall", "night"))


@given(STATES)
def test_a_walk_goes_on_and_never_beyond_its_end(state):
    result = model.simulate(state)
    assert result.here == min(state.step, len(result.steps))
    shorter = model.walked(result.steps, max(result.here - 1, 0))
    assert result.walked[: len(shorter)] == shorter
    assert result.opened in BOXES, "whoever comes in stands before the first question"


def test_a_step_beyond_the_map_is_refused():
    with pytest.raises(ValueError, match="Steps walked: 9 is outside the range"):
        run(step=9.0)


# What guidelines say -----------------------------------------------------------------------------------------------


def test_complaint_and_weeks_decide_what_is_read():
    """Of opioids NICE says no in lasting sciatica alone; the mark was the same in week 8."""
    opioid = {who: run(presentation=who).verdicts["opioid"] for who in ("noor_week8", "noor_month4", "back_only")}
    assert opioid == {"noor_week8": "unclear", "noor_month4": "against", "back_only": "limited"}
    assert run(presentation="back_only", step=7.0).verdicts["opioid"] == "against", "the weeks go by on the walk"
    assert "cement" not in run().verdicts and run(presentation="fall").verdicts == {"cement": "limited"}


def test_a_mark_says_no_more_than_the_guideline():
    """NICE names a part of the relaxants, and acute sciatica for the epidural."""
    week, month = run(), run(presentation="noor_month4", step=8.0)
    assert (week.verdicts["relaxant"], week.verdicts["epidural"], month.verdicts["epidural"]) == (
        *("part", "limited"),
        "part",
    )
    for result, box, brief in ((week, "relaxant", "✗ one kind"), (month, "epidural", "if acute")):
        drawn = figure.figure(result)
        assert second_line(drawn, box) == brief
        assert places.outline(box) in shape(drawn, "Boxes: of a part only")["path"]
        left, right, low, high = places.rectangle(box)
        path = shape(drawn, "Hatched: the part that is named")["path"]
        stripes = [x for line in lines(path) for x, y in line if low < y < high and left < x < right]
        assert stripes and max(stripes) < (left + right) / 2, "half of the box"


def test_each_condition_stands_on_its_box_in_a_few_words():
    for row in data.table("treatment_guidelines"):
        assert row.brief or row.verdict not in ("limited", "part"), (row.guideline, row.box)
        assert len(row.brief) <= 16
    assert second_line(figure.figure(run()), "epidural") == "acute, severe"
    assert second_line(figure.figure(run()), "manual") == "with exercise"


def test_a_condition_is_not_a_yes():
    """Two that say “not as a routine” and “used too much” of scans were painted green: agree on yes."""
    back, leg = (run(presentation=one, guideline="differ", box="scan") for one in ("back_only", "noor_week8"))
    assert (back.verdicts["scan"], leg.verdicts["scan"], leg.verdicts["epidural"]) == ("all if", "all if", "near")
    for who in CHOICES["presentation"]:
        result = run(presentation=who, guideline="differ", step=2.0)
        for box, verdict in result.verdicts.items():
            given = {model.said(one, box, result.complaint, result.time) for one in model.GUIDELINES} - {None}
            kinds = {row.verdict for row in given} - {"silent"}
            assert verdict != "all yes" or kinds == {"for"}, box
            assert verdict != "all if" or kinds == {"limited"}, box
            assert (verdict == "near") == (kinds == {"for", "limited"}), box
    assert strip.ROLES["all if"] != strip.ROLES["all yes"] != strip.ROLES["near"]


def test_where_they_differ():
    leg, back = (run(presentation=one, guideline="differ").verdicts for one in ("noor_week8", "back_only"))
    assert (leg["traction"], leg["gabapentinoid"], leg["steroid"]) == ("differ", "differ", "all no")
    assert (back["active"], back["fusion"], back["relaxant"]) == ("all yes", "differ", "one")
    # “Inappropriately high use” is no answer to whether to offer it, so NICE alone judges; “if a drug is wanted” is a
    # condition.
    assert (back["opioid"], back["nsaid"]) == ("one", "near")
    assert "cold" not in back


@pytest.mark.parametrize("guideline", model.GUIDELINES)
@PEOPLE
def test_sign_table_chip_and_card_say_the_same(guideline, person):
    result = run(presentation=person, guideline=guideline)
    signs = dict(zip(JUDGED, trace(figure.figure(result), "Signs: what the guideline says")["text"], strict=True))
    for box, sign in signs.items():
        found = model.said(guideline, box, result.complaint, result.time)
        # While a warning sign waits for its door the map has no marks; card, chip and table still tell what is written.
        marked = found and not model.waits_for(result.steps, result.here)
        assert sign == (f"<b>{words.VERDICTS[found.verdict][0]}</b>" if marked else ""), box
        opened = run(presentation=person, guideline=guideline, box=box)
        drawn = figure.figure(opened)
        cells = {(row[0], row[1].casefold()) for row in words.table(opened).rows}
        chip = trace(drawn, "Words of the chips")["text"][1 + list(model.GUIDELINES).index(guideline)]
        if found:
            text = f"{found.words}{measured.how_read(found)}."
            # How strong it is stands with the name of the guideline.
            how = words.grade(found)
            strength = f", {how}" if how else ""
            if how in ("strong", "weak"):
                # Weak is the advice, and not who gives it.
                strength = f" (a {how} “{found.strength}”)" if guideline == "nice" else f" (graded {how})"
            assert (model.GUIDELINES[guideline] + strength, text.casefold()) in cells
            assert f"{model.GUIDELINES[guideline]}{strength}: {text}" in painted(drawn).replace("<b>", "").replace(
                "</b>", ""
            )
            assert chip == f"{words.VERDICTS[found.verdict][0]} {model.GUIDELINES[guideline]}"
        else:
            assert chip.startswith("(") == bool(words.opinion(guideline, box, result.complaint, result.time))


def test_what_is_said_of_another_pain_stands_in_brackets():
    """The card of bone cement read “if NICE”, and its box and chip were blank."""
    drawn = figure.figure(run(box="cement"))
    assert trace(drawn, "Words of the chips")["text"][1] == "(if) NICE"
    assert "NICE: on a broken vertebra: an option only" in painted(drawn)
    assert "(\xa0)\xa0of\xa0another\xa0pain" in painted(drawn, "Key").replace("<br>", " ")
    assert "on lasting pain" in painted(figure.figure(run(presentation="back_only", guideline="acp", box="opioid")))


def test_what_is_from_memory_is_hollow_and_said(monkeypatch):
    result = run(guideline="nass", box="traction")
    drawn = figure.figure(result)
    assert not hidden(drawn, "Hollow: from memory") and "(from memory)" in painted(drawn)
    assert any("not yet checked against the paper" in str(row) for row in words.table(result).rows)
    assert hidden(figure.figure(run(guideline="acp")), "Hollow: from memory")
    compared = figure.figure(run(guideline="differ", box="traction"))
    assert not hidden(compared, "Hollow: from memory") and "(from memory)" in painted(compared)
    # No size of the map is from memory now; the next one that is, must look so.
    late = run(presentation="back_only", step=8.0, box="manual")
    assert hidden(figure.figure(late), "Size from memory") and "from memory" not in painted(figure.figure(late))
    unseen = SimpleNamespace(**{**vars(evidence.effect("manual", "back", "lasting")), "seen": ""})
    monkeypatch.setattr(evidence, "effect", lambda *_: unseen)
    assert not hidden(figure.figure(late), "Size from memory") and "from memory" in painted(figure.figure(late))


@pytest.mark.parametrize("guideline", ("nice", "acp", "lancet", "nass", "differ"))
@ALL_THEMES
def test_what_was_read_second_hand_has_a_corner_that_lies_on_nothing_and_says_so(theme, guideline):
    """Sentences that a magazine quotes looked like sentences of the guideline that was read."""
    cells = guideline == "differ" and not theme.large
    for who in ("noor_week8", "noor_month4", "back_only"):
        for box in ("nsaid", "raise", "steroid", "trigger"):
            result = run(presentation=who, guideline=guideline, box=box, step=2.0)
            drawn, about = figure.figure(result, theme=theme), (result.complaint, result.time)
            whose = model.GUIDELINES if cells else [guideline]
            rows = {(one, name): model.said(name, one, *about) for one in JUDGED for name in whose}
            quoted = [place for place, row in rows.items() if row and measured.second_hand(row)]
            there = [] if hidden(drawn, "Corner: second hand") else lines(shape(drawn, "Corner: second hand")["path"])
            assert len(there) == sum(graph.boxes()[one].place != "door" for one, _ in quoted)
            told, key = painted(drawn), painted(drawn, "Key").replace("\xa0", " ")
            assert theme.large or ("◣ second hand" in key) or not (there or "◣" in told)
            open_row = rows.get((box, guideline))
            if open_row and measured.second_hand(open_row):
                assert "(second hand)" in words.sentence(result) and ("second hand" in told or "◣" in told)
    signs, unit = trace(drawn, "Signs: what the guideline says"), narrowest(theme)
    size = signs["textfont"]["size"][0]
    for box, x, y in zip(JUDGED, signs["x"], signs["y"], strict=True):
        left, _, low, _ = places.rectangle(box)
        reach = (x - left) - 0.32 * size / unit + (y - low) - 0.4 * size / places.unit(theme)
        assert reach > marks._CORNER, "the slope of the corner passes the sign"


@PEOPLE
def test_the_sizes_on_this_map_for_leg_pain_and_for_a_broken_vertebra_were_read(person):
    """That of the epidural injection and of bone cement stood there from memory."""
    result = run(presentation=person, step=1.0)
    for box in ("epidural", "cement", "discectomy", "nsaid", "gabapentinoid", "steroid", "rest"):
        size = evidence.size(evidence.effect(box, result.complaint, result.time))
        assert size is None or not size.remembered, box


@PEOPLE
@pytest.mark.parametrize("guideline", CHOICES["guideline"])
def test_the_key_names_the_signs_that_are_painted_and_no_hollow_that_is_not(person, guideline):
    """Behind a door it spoke of hollow boxes, and there were none."""
    for step in range(len(graph.walk(person)) + 1):
        drawn = figure.figure(run(presentation=person, guideline=guideline, step=float(step)))
        told = painted(drawn, "Key").replace("\xa0", " ").replace("<br>", " ")
        # An empty box passed for one that is “hollow”: the key says what is seen.
        dotted, hollow = (not hidden(drawn, name) for name in ("Dotted: from memory", "Size from memory"))
        assert ("dotted in colour: from memory" in told) == dotted and ("hollow mark: from memory" in told) == hollow
        signs = {text for text in trace(drawn, "Signs: what the guideline says")["text"] if text}
        assert all(sign.removeprefix("<b>").removesuffix("</b>") in told for sign in signs)


@ALL_THEMES
@pytest.mark.parametrize("guideline", [*model.GUIDELINES, "differ"])
@PEOPLE
def test_the_key_never_leaves_out_what_an_empty_box_and_a_dotted_edge_mean(theme, guideline, person):
    """Where room was short it ended before “blank”, and an empty cell read as “hollow: from memory”."""
    for box, step in ((box, step) for box in ("raise", "epidural", "keyhole", "opioid") for step in (1.0, 6.0, 8.0)):
        result = run(presentation=person, guideline=guideline, box=box, step=step, sent_3="fusion")
        drawn = figure.figure(result, theme=theme, prediction={"traction": "do not offer"})
        told = painted(drawn, "Key").replace("\xa0", " ")
        there = model.on_map(result, result.here) and not model.shut(result.steps, result.here)
        assert strip._BLANK[theme.large] in told or not there
        assert (strip._DOTTED[theme.large] in told) == (not hidden(drawn, "Dotted: from memory"))


@ALL_THEMES
@PEOPLE
def test_a_difference_that_rests_on_memory_has_a_dotted_edge_in_every_look(theme, person):
    """In a hall NASS on traction, from memory, differed from NICE as surely as what had been read."""
    result = run(presentation=person, guideline="differ", step=1.0)
    path = shape(figure.figure(result, theme=theme), "Dotted: from memory")["path"]
    for box, verdict in model.on_map(result, result.here).items():
        rows = [model.said(name, box, result.complaint, result.time) for name in model.GUIDELINES]
        read = {model.ANSWERS.get(row.verdict) for row in rows if row and row.seen} - {None, "less"}
        rests = verdict == "differ" and (len(read) < 2 or read == {"yes", "if"})
        assert (places.outline(box) in path) == rests, box
        opened = run(presentation=person, guideline="differ", step=1.0, box=box)
        assert ("They differ (from memory)" in painted(figure.figure(opened, theme=theme))) == rests
    assert person != "noor_week8" or all(places.outline(box) in path for box in ("traction", "gabapentinoid"))


def test_an_option_for_some_is_no_contradiction_to_consider_it():
    """“A limited course is an option” stood as “too little known” against NICE’s “consider”."""
    assert run(guideline="differ").verdicts["exercise"] == "near"


@ALL_THEMES
def test_what_was_found_without_a_number_stands_on_the_card_in_every_look(theme):
    """In a hall, where no scale is drawn, it said “Not on this scale”."""
    for who in ("noor_week8", "back_only", "fall"):
        for box in filter(card.measured, BOXES):
            result = run(presentation=who, box=box, step=1.0)
            about = box, result.complaint, result.time
            if evidence.size(evidence.effect(*about)) is None:
                found = re.sub(r" \([^()]* \d{4}\)", "", evidence.headline(box, result.time))
                told = re.sub(r" \([^()]* \d{4}\)", "", painted(figure.figure(result, theme=theme)))
                assert found in told and "on this scale" not in told, box


def test_a_guideline_without_a_word_is_named_as_such():
    result = run(box="cold")
    assert "NICE: nothing found in what we read." in painted(figure.figure(result))
    found = [row for row in words.table(result).rows if row[1] == "Nothing found in what we read."]
    assert [row[0] for row in found] == list(model.GUIDELINES.values())


def test_the_card_says_what_the_guideline_says_that_is_asked():
    """The others wait until they are asked: four at once are a wall of words."""
    told = painted(figure.figure(run(box="epidural", guideline="nass")))
    assert "NASS, grade A: through" in told and not any(f" {name}" in told for name in ("NICE", "ACP", "Lancet"))
    compared = figure.figure(run(box="traction", guideline="differ"))
    assert not second_line(compared, "traction") and of_the_four(compared, "raise") == ["", "", "", "✓"]
    assert not any(sign == "1" for sign, _ in words.VERDICTS.values()), "a number is that of a step"


@ALL_THEMES
def test_where_guidelines_are_compared_each_has_its_line_on_the_card_and_facts_stay(theme):
    """“Press a guideline to read its sentence” made a comparison of four presses; and facts and bars gave way to it."""
    for who in ("noor_week8", "back_only", "fall"):
        for box in JUDGED:
            result = run(presentation=who, guideline="differ", box=box, step=1.0)
            drawn, alone = (figure.figure(one, theme=theme) for one in (result, run(presentation=who, box=box)))
            told = painted(drawn)
            for name, short in model.GUIDELINES.items():
                found = words.opinion(name, box, result.complaint, result.time)
                how = words.grade(found[0]) if found else ""
                strength = f" ({how})" if how in ("strong", "weak") else f", {how}" if how else ""
                assert theme.large or f"{short}{strength}" in told, (box, name)
                silent = found and found[1] and found[0].verdict == "silent"
                if found and not silent:
                    assert words.opinion_words(name, box, result.complaint, result.time) in words.sentence(result)
            assert all(shape(drawn, name)["path"] == shape(alone, name)["path"] for name in card.SHAPES), box
            assert ("almost only about back pain" in words.sentence(result)) == (who == "noor_week8")


@pytest.mark.parametrize("look", ["light", "dark"])
@PEOPLE
def test_where_guidelines_are_compared_each_has_a_cell_with_its_own_sign_and_colour(person, look):
    """Codes of two or three signs told how many said what, and not who."""
    theme = THEMES[look]
    for step in range(1, len(graph.walk(person)) + 1):
        result = run(presentation=person, guideline="differ", step=float(step))
        drawn, there = figure.figure(result, theme=theme), model.on_map(result, result.here)
        heads = list(zip(*(trace(drawn, "Heads")[one] for one in "x y text".split()), strict=True))
        for box in JUDGED:
            for name, sign in zip(model.GUIDELINES, of_the_four(drawn, box), strict=True):
                row = model.said(name, box, result.complaint, result.time) if box in there else None
                assert sign == (words.VERDICTS[row.verdict][0] if row else ""), (box, name)
                left, right, low, high = marks.cell(box, name)
                outline = f"M{left:.2f},{low:.2f}H{right:.2f}V{high:.2f}H{left:.2f}Z"
                assert not row or outline in shape(drawn, f"Boxes: {words.VERDICTS[row.verdict][1]}")["path"]
                if graph.boxes()[box].place != "door" and step == 1:
                    over = [text for x, _, text in heads if left < x < right]
                    assert model.GUIDELINES[name] in over, "the name of a guideline stands over its cells"
            name = trace(drawn, "Names of boxes")["text"][BOXES.index(box)]
            assert ("≠" in name) == (there.get(box) == "differ"), box
        assert not any(trace(drawn, "Signs: what the guideline says")["text"])


def test_how_strong_is_said_on_the_card_in_the_guidelines_own_word_and_by_no_mark_on_the_map():
    """A sign said four things at once: verdict, strength, who had been there, where the reader had sent somebody."""
    for who in CHOICES["presentation"]:
        for name in model.GUIDELINES:
            result = run(presentation=who, guideline=name, step=1.0)
            drawn = figure.figure(result)
            assert "marker" not in trace(drawn, "Signs: what the guideline says")
            assert not any(mark in painted(drawn, "Key") for mark in ("■", "□", "strong", "weak"))
            for box in JUDGED:
                row = model.said(name, box, result.complaint, result.time)
                how = words.grade(row) if row else ""
                told = painted(figure.figure(run(presentation=who, guideline=name, box=box, step=1.0)))
                assert how in told
                assert how not in ("strong", "weak") or re.search(rf"\((a|graded) {how}", told), (name, box)
    grades = {"nice": ("offer", "consider", "do not offer"), "acp": ("strong", "weak"), "lancet": ()}
    grades["nass"] = ("grade A", "grade B", "grade C")
    for row in data.table("treatment_guidelines"):
        assert not row.strength or row.strength in grades[row.guideline], "the guideline's own word"
        assert row.strength != "do not offer" or row.verdict in ("against", "part")


def test_used_too_much_is_a_mark_of_its_own():
    """It was “on a condition”, and no condition was said."""
    result = run(presentation="back_only", guideline="lancet", box="opioid")
    drawn = figure.figure(result)
    assert result.verdicts["opioid"] == "less" and second_line(drawn, "opioid") == "used too much"
    assert "↓\xa0used\xa0too\xa0much" in painted(drawn, "Key")
    compared = figure.figure(run(presentation="back_only", guideline="differ"))
    assert of_the_four(compared, "opioid") == ["if", "", "↓", ""] and of_the_four(compared, "rest")[2] == "↓"


def test_one_name_on_map_card_list_and_question():
    """“Hands-on” was “Manual therapy” in the list and in the question."""
    for box in JUDGED:
        row = graph.boxes()[box]
        name = row.name.replace("|", " ")
        assert row.title.startswith(name), (name, row.title)
        assert asked.THINGS.get(box, name) == name and words.title(box) == name
    for key in ("box", "sent"):
        labels = {one.value: one.text for one in data.choice(f"treatment_pathway.{key}").options}
        assert all(labels[box] == graph.boxes()[box].title for box in BOXES)


# Evidence and signs ------------------------------------------------------------------------------------------------


CARDS = {row.treatment: row for row in data.table("treatment_cards")}


@pytest.mark.parametrize("box", [box for box in BOXES if graph.boxes()[box].card])
def test_a_card_is_the_whole_card_of_the_table(box):
    row = CARDS[graph.boxes()[box].card]
    assert not any(getattr(graph.boxes()[box], column, "") for column in evidence.PARTS), "told twice"
    told = {name: text for name, text, _ in words.table(run(box=box)).rows}
    for column in ("short", "size", "population", "harms", "certainty", "paid"):
        assert told[evidence.PARTS[column]] == getattr(row, column)


def test_the_cells_show_the_row_of_the_shelf_for_this_pain():
    effects = {row.effect: row for row in data.table("treatment_effects")}
    for who, box, key in (
        ("noor_week8", "discectomy", "discectomy_soon"),
        ("noor_month4", "discectomy", "discectomy_late"),
        ("noor_week8", "nsaid", "nsaid_sciatica_pain"),
        ("back_only", "nsaid", "nsaid_new_pain"),
        ("fall", "cement", "cement_sham_new"),
    ):
        result = run(presentation=who, step=8.0 if who == "noor_month4" else 1.0, box=box)
        row = evidence.effect(box, result.complaint, result.time)
        assert row is effects[key]
        size, drawn = evidence.size(row), figure.figure(result)
        left = float(re.match(r"M([\d.]+),", shape(drawn, "Size: interval")["path"])[1])
        assert left == pytest.approx(card.across(size.low), abs=0.01)
        dots = evidence.DOTS[row.certainty]
        graded = "●" * dots + "○" * (4 - dots) + f" {row.certainty}" if dots else "not graded"
        told_of = trace(drawn, "Words of the card")["text"]
        assert any(re.search(f"[Hh]ow sure(, both)?: {graded}(<|$)", text) for text in told_of)
        told, brief = (one(box, result.complaint, result.time) for one in (measured.scale_words, measured.size_briefly))
        assert brief in painted(drawn) and told in words.sentence(result), "how much, when and against what"
        assert brief.split()[0] == told.split()[0] and measured.when_words(row.weeks) in brief if row.weeks else True
        assert f"against {row.comparator}" in told and measured.when_words(row.weeks) in told if row.weeks else True
    assert evidence.effect("traction", "back", "lasting").measure == "words", "before and after is no effect"


@PEOPLE
def test_a_harm_beside_a_size_is_of_the_same_trial_or_said_to_be_of_another(person):
    """Beside 24 points of one trial stood the harm of another one, and both had numbers of their own."""
    found = 0
    for time, step in (("new", 1.0), ("lasting", 8.0)):
        for box in JUDGED:
            result = run(presentation=person, step=step, box=box)
            about = result.complaint, result.time
            size, harm = evidence.effect(box, *about), evidence.harm(box, *about)
            if result.time != time or size is None or harm is None:
                continue
            drawn = figure.figure(result)
            if size.source != harm.source:
                found += 1
                assert hidden(drawn, "People with harm") and hidden(drawn, "A hundred with it, a hundred without")
                name = data.short_citation(harm.source)
                assert (name if len(name) <= facts.SOURCE else "another paper") in painted(drawn)
                assert data.short_citation(harm.source) in words.sentence(result)
            own = [row for row in data.table("treatment_effects") if row.source == size.source]
            own = [row for row in own if (row.treatment, row.complaint) == (harm.treatment, harm.complaint)]
            harms = [row for row in own if row.outcome in evidence._HARMS]
            assert not harms or harm in harms, box
            assert harm.label.rpartition(", ")[2] in painted(drawn).casefold(), "a harm has a name"
    assert found or person not in ("noor_week8", "fall")


def test_the_late_operation_has_the_harm_that_its_own_trial_counted():
    drawn = figure.figure(run(presentation="noor_month4", step=8.0))
    assert "11.5 with, not compared" in painted(drawn) and "1.6" not in painted(drawn)
    early = painted(figure.figure(run(presentation="noor_week8", box="discectomy")))
    assert "Elsewhere: a complication" in early and "1.6 of 100, not compared" in early and "Peul et al. 2007" in early


@pytest.mark.parametrize("box", [box for box in JUDGED if graph.boxes()[box].card])
def test_a_later_effect_and_another_harm_stand_on_the_card_as_in_the_table(box):
    """“12.1 of 100 less after 6 weeks” and “1.6 of 100” stood alone; the Table had 2.3 at a year, and 15 of 100."""
    effects = data.table("treatment_effects")
    for who, step in (("noor_week8", 1.0), ("noor_month4", 8.0), ("back_only", 1.0), ("back_only", 8.0), ("fall", 1.0)):
        result = run(presentation=who, step=step, box=box)
        row = evidence.effect(box, result.complaint, result.time)
        drawn, said_of = painted(figure.figure(result)), words.sentence(result)
        if row and evidence.size(row):
            own = [one for one in effects if (one.treatment, one.complaint) == (row.treatment, row.complaint)]
            after = [one for one in own if one.source == row.source and "pain" in one.outcome]
            after = [one for one in after if row.weeks is not None and (one.weeks or 0) > row.weeks]
            for one in after[-1:]:
                assert measured.later_words(row) in drawn and measured.later_words(row) in said_of
                assert measured.when_words(one.weeks) in measured.later_words(row)
            assert row.later in drawn and not (after and row.later), "told once"
        further = measured.further_words(box, result.complaint, result.time)
        assert further in drawn and len(further) <= facts.LETTERS[0]
        harms = CARDS[graph.boxes()[box].card].harms
        harms = evidence.evidence(box).parts["harms"] if further else harms
        assert all(number in harms for number in re.findall(r"[\d.]*\d", further) if number != "8"), (further, harms)


def test_the_operation_says_its_late_effect_and_its_further_harm():
    for who, step, told in (
        ("noor_week8", 8.0, ("12.1 of 100 less after 6 weeks", "2.3 less after a year", "15 operated again within 8")),
        (
            "noor_month4",
            8.0,
            ("24 of 100 less after 6 months", "less pain after a year too, no number", "elsewhere: 15"),
        ),
    ):
        drawn = painted(figure.figure(run(presentation=who, step=step, box="discectomy")))
        assert all(text in drawn for text in told), drawn


@PEOPLE
def test_how_sure_is_said_of_pain_and_of_harm_each(person):
    """Dots that graded the pain alone stood right under “as many without it”, which nobody had graded."""
    for step, box in ((step, box) for step in (1.0, 8.0) for box in filter(card.measured, JUDGED)):
        result = run(presentation=person, step=step, box=box)
        about = box, result.complaint, result.time
        size, harm, told = evidence.effect(*about), evidence.harm(*about), painted(figure.figure(result))
        if size is None or harm is None:
            continue
        if size.certainty == harm.certainty:
            assert f"How sure, both: {facts.dotted(size.certainty)}" in told, box
        else:
            assert (
                f"Pain, how sure: {facts.dotted(size.certainty)} Harm, how sure: {facts.dotted(harm.certainty)}" in told
            )
    told = painted(figure.figure(run(box="epidural")))
    assert "Pain, how sure: ●●●○ moderate Harm, how sure: not graded" in told


@PEOPLE
def test_the_card_names_the_table_once_and_has_the_short_harm(person):
    for step, box in ((step, box) for step in (1.0, 8.0) for box in JUDGED):
        result = run(presentation=person, step=step, box=box)
        drawn = figure.figure(result)
        (foot,) = trace(drawn, "Who paid")["text"]
        assert "Table" not in painted(drawn) and foot.count("Table") <= 1, box
        other = evidence.harm_of_another_pain(box, result.complaint, result.time)
        if other and card.measured(box):
            assert f"Harm, in {measured._WHOSE[other.complaint]}" in painted(drawn), box
            assert not other.value or f"{other.value:g} " in painted(drawn), box


def test_what_is_weakly_in_favour_does_not_begin_with_a_no():
    """“NICE (a weak “consider”): not routinely …” read as a no."""
    for row in data.table("treatment_guidelines"):
        if row.strength in ("offer", "consider") and row.verdict in ("for", "limited"):
            assert not re.match("not|no |none|do not", row.words), row


@ALL_THEMES
def test_what_is_not_graded_has_no_dots_and_what_has_no_number_no_scale(theme):
    """“Not graded” stood under four empty dots, which looked like the lowest grade; an empty scale like a zero."""
    bare = graded = 0
    for who, step in (("noor_week8", 1.0), ("noor_month4", 8.0), ("back_only", 1.0), ("fall", 1.0)):
        for box in filter(card.measured, BOXES):
            result = run(presentation=who, step=step, box=box)
            drawn = figure.figure(result, theme=theme)
            told = trace(drawn, "Words of the card")["text"]
            assert not any("○○○○" in text for text in told)
            dotted = any("○" in text or "●" in text for text in told)
            # “Not graded” stood beside a review of another pain that had graded itself.
            elsewhere = measured.graded_elsewhere(box, result.complaint, result.time)
            grades = [] if elsewhere else measured.sure(box, result.complaint, result.time)
            assert dotted == any(evidence.DOTS[grade] for grade in grades)
            assert dotted or any(
                "not graded" in text or "of this pain" in text or "another pain" in text for text in told
            )
            assert not (elsewhere and evidence.effect(box, result.complaint, result.time))
            sized = evidence.size(evidence.effect(box, result.complaint, result.time)) is not None
            for name in card.SHAPES[:2]:
                assert hidden(drawn, name) != sized, (box, name)
            if not theme.large:
                assert sized == ("less pain ▸ 50" in told) == ("20 more" in told) == ("0" in told) == ("10" in told)
            assert sized or told[1], "what trials found stands in its place"
            bare, graded = bare + (not sized), graded + dotted
    assert bare and graded


@ALL_THEMES
def test_the_scale_is_numbered_at_its_ticks_and_numbers_lie_on_nothing(theme):
    """It had two lines and no number, so that nobody could read how much a mark is."""
    drawn = figure.figure(run(box="discectomy"), theme=theme)
    told, unit = trace(drawn, "Words of the card"), narrowest(theme)
    rows = list(zip(told["x"], told["text"], told["textfont"]["size"], told["textposition"], strict=True))
    heads = rows[2:6]
    if theme.large:
        assert not any(text for _, text, *_ in heads), "a hall has no line for it"
        return
    assert [text for _, text, *_ in heads] == ["20 more", "0", "10", "less pain ▸ 50"]
    places_of = {"middle right": (0, 1), "bottom right": (0, 1), "bottom left": (1, 0), "bottom center": (0.5, 0.5)}
    spans = []
    for x, text, size, side in heads:
        left, right = (share * wide(text, size) / unit for share in places_of[side])
        spans.append((x - left, x + right))
    # A letter apart: “20 ◂ more0” is what a telephone showed.
    assert all(end + 0.5 < start for (_, end), (start, _) in zip(spans, spans[1:], strict=False)), spans
    assert card.RIGHT[0] <= spans[0][0] and spans[-1][1] < places.WIDE
    ticks = [float(x) for x in re.findall(r"M([\d.]+),[-\d.]+V", shape(drawn, card.SHAPES[1])["path"])]
    for points, (start, end) in zip((-20, 0, 10, 50), spans, strict=True):
        assert start < card.across(points) < end and pytest.approx(card.across(points), abs=0.01) in ticks


def test_words_under_the_people_leave_them_room():
    """“11.5 with” touched the squares over it."""
    at = card.frame(THEMES["light"])
    assert at.people - card._GLYPH - at.number >= 0.2


def test_a_hundred_people_with_a_treatment_and_without_it():
    drawn = figure.figure(run(box="gabapentinoid"))
    harmed = re.findall(r"M([\d.]+),(-[\d.]+)H([\d.]+)V(-[\d.]+)", shape(drawn, "People with harm")["path"])
    areas = [abs((float(x2) - float(x1)) * (float(y2) - float(y1))) for x1, y1, x2, y2 in harmed]
    one = card._SQUARE / card._ROW * card._GLYPH / card._COLUMN
    assert sum(areas) / one == pytest.approx(64 + 43, abs=1.5)
    assert "Of 100: any unwanted effect" in painted(drawn) and "64.2 with, 42.6 without" in painted(drawn)
    assert hidden(figure.figure(run(box="nsaid")), "People with harm"), "a ratio counts nobody"


@PEOPLE
def test_where_no_trial_of_this_pain_is_on_the_shelf_the_headline_says_in_whom_it_was(person):
    """For leg pain “in a trial no better than placebo” stood over “no trial read here”: it was in back or neck pain."""
    whom = "back|sciatica|herniat|lasting pain|broken vertebra|operation|line for|in the people|a device"
    for step in (1.0, 8.0):
        result = run(presentation=person, step=step)
        for box in JUDGED:
            told = evidence.headline(box, result.time)
            if " trial" in told and evidence.effect(box, result.complaint, result.time) is None:
                assert re.search(whom, told) or "No good trial" in told or told.startswith("In trials little"), told


def test_the_headline_is_about_the_pain_of_who_walks():
    """At month 4 it read “alike after a year”, and the closure’s card spoke of a pain that was not shown."""
    end = run(presentation="noor_month4", step=8.0)
    late = painted(figure.figure(end))
    assert "24 of 100 less after 6 months, against: waiting" in late and "alike after a year" not in late
    assert "24 of 100 points less leg pain (14 to 34) after 6 months" in words.sentence(end)
    assert "shown here" not in painted(figure.figure(run(box="closure")))


@pytest.mark.parametrize("part", ["today", "soon"])
def test_a_door_has_the_signs_of_the_whole_course_word_for_word(part):
    signs = [row.text for row in data.table("warning_signs") if row.part == part]
    assert words.about(part) == "; ".join(signs) + "."
    assert all(f"• {sign}" in words.sentence(run(box=part)) for sign in signs), "none of them is Noor’s"
    assert all(sign.casefold() in words.sentence(run(box=part)).casefold() for sign in signs)


@pytest.mark.parametrize("part", ["today", "soon"])
def test_the_card_of_a_door_has_all_its_signs_in_few_words(part):
    """Two thirds of it were empty, and of eight signs it told how many."""
    told = painted(figure.figure(run(box=part)))
    rows = [row for row in data.table("warning_signs") if row.part == part]
    assert all(f"• {row.few}" in told for row in rows) and "That proves nothing" in told
    assert all(not row.few for row in data.table("warning_signs") if row.part in ("before", "after"))
    own = {"today": "bladder", "soon": "night"}[part]
    there = painted(figure.figure(run(presentation=own, box=part, step=2.0)))
    assert "One is enough" in there and there.count("✓ ") == 1


@pytest.mark.parametrize(
    ("who", "door", "count"), [("saddle", "today", 2), ("bladder", "today", 1), ("fall", "soon", 1)]
)
def test_at_a_door_the_signs_of_who_walks_are_ticked_and_treatments_fade(who, door, count):
    steps = graph.walk(who)
    number = next(at for at, step in enumerate(steps, 1) if step.boxes == (door,))
    before, there = run(presentation=who, step=number - 1.0), run(presentation=who, step=float(number))
    assert words.sentence(there).count("\n✓ ") == count and painted(figure.figure(there)).count("✓ ") == count
    drawn, earlier = figure.figure(there), figure.figure(before)
    assert shape(drawn, "The door taken")["path"] == places.outline(door, 0.12) and hidden(earlier, "The door taken")
    signs = dict(zip(JUDGED, trace(drawn, "Signs: what the guideline says")["text"], strict=True))
    assert not any(sign for box, sign in signs.items() if box != "cement")
    plain = shape(drawn, "Boxes without a verdict")["path"]
    theme = THEMES["light"]
    for box in (box for box in BOXES if graph.boxes()[box].place in ("way", "beside")):
        assert places.outline(box) in plain
        assert trace(drawn, "Names of boxes")["textfont"]["color"][BOXES.index(box)] == theme.muted
    # Before the door it is as with the sign behind it: once marks stood there as long as nobody had gone through.
    assert not any(trace(earlier, "Signs: what the guideline says")["text"])
    sound = figure.figure(run(presentation=who, step=number - 2.0))
    assert who != "saddle" or any(trace(sound, "Signs: what the guideline says")["text"])


def test_nobody_is_advised():
    texts = [step.text for person in CHOICES["presentation"] for step in graph.walk(person)]
    texts += [row.words for row in data.table("treatment_guidelines")]
    texts += [
        getattr(row, name) for row in graph.boxes().values() for name in ("title", "about", "short", "size", "new")
    ]
    assert [text for text in texts if re.search(r"\b(you|your|must)\b", text, re.IGNORECASE)] == []


# The picture -------------------------------------------------------------------------------------------------------


def test_boxes_do_not_touch():
    for number, one in enumerate(BOXES):
        left, right, low, high = places.rectangle(one)
        assert 0 <= left < right <= places.WIDE and low >= places.BOTTOM - 0.01
        for other in BOXES[:number]:
            other_left, other_right, other_low, other_high = places.rectangle(other)
            apart = max(left - other_right, other_left - right, low - other_high, other_low - high)
            assert apart > 0.25, (one, other)


@pytest.mark.parametrize("arrow", graph.edges(), ids=" ".join)
def test_an_arrow_goes_from_edge_to_edge_and_through_no_box(arrow):
    points = places.route(*arrow)
    for box, (x, y) in zip(arrow, (points[0], points[-1]), strict=True):
        if box == "start":
            assert (x, y) == places.COMES
            continue
        left, right, low, high = places.rectangle(box)
        assert left - 1e-9 <= x <= right + 1e-9 and low - 1e-9 <= y <= high + 1e-9
        assert min(abs(x - left), abs(x - right), abs(y - low), abs(y - high)) < 1e-9
    for (x, y), (to, down) in zip(points, points[1:], strict=False):
        assert x == to or y == down, "level or upright"
        for share in range(1, 40):
            at = x + (to - x) * share / 40, y + (down - y) * share / 40
            for box in BOXES:
                left, right, low, high = places.rectangle(box)
                inside = left + 1e-6 < at[0] < right - 1e-6 and low + 1e-6 < at[1] < high - 1e-6
                assert not inside, (arrow, box)


def narrowest(theme):
    """Return how many px a unit across has where the picture is narrowest: 34 sizes of the type; see picture.js."""
    return (34 * theme.size - 2 * theme.em(0.4)) / places.WIDE


@ALL_THEMES
@pytest.mark.parametrize("guideline", CHOICES["guideline"])
@PEOPLE
def test_names_and_second_lines_fit_into_their_boxes_where_the_picture_is_narrowest(theme, guideline, person):
    drawn, unit = figure.figure(run(presentation=person, guideline=guideline), theme=theme), narrowest(theme)
    names, second = trace(drawn, "Names of boxes"), trace(drawn, "What is said in few words")
    for number, box in enumerate(BOXES):
        left, right, low, high = places.rectangle(box)
        row = graph.boxes()[box]
        room = (right - left - (places.SIGN if row.place in ("way", "beside") else 0)) * unit
        text, font = names["text"][number], names["textfont"]["size"][number]
        assert wide(text, font) <= room, box
        assert (text.count("<br>") + 1) * 1.3 * font <= (high - low) * places.unit(theme), box
        few = second["text"][number]
        # Once a word that was centred beside its sign ran over the edge of its box.
        beside = places.SIGN if box in JUDGED and few else 0
        assert (
            not (few and theme.large)
            and wide(few, second["textfont"]["size"][number]) <= (right - left - beside) * unit
        ), few
        apart = (names["y"][number] - second["y"][number]) * places.unit(theme)
        assert not few or row.place == "door" or apart > 0.85 * theme.size, box


@ALL_THEMES
@pytest.mark.parametrize("guideline", CHOICES["guideline"])
@PEOPLE
def test_the_key_fits_under_the_map(theme, guideline, person):
    drawn = figure.figure(
        run(presentation=person, guideline=guideline), theme=theme, prediction={"traction": "do not offer"}
    )
    key, unit = trace(drawn, "Key"), narrowest(theme)
    (text,), (font,) = key["text"], key["textfont"]["size"]
    high, end = places.unit(theme), card.frame(theme).end
    assert key["y"][0] * high - (text.count("<br>") + 1) * 1.3 * font > end * high - theme.em(0.4)
    assert wide(text, font) <= places.WIDE * unit
    assert not any(line.strip().startswith("·") for line in text.split("<br>"))
    assert not person.startswith("noor") or guideline == "none" or theme.large or "leg" in text


@ALL_THEMES
@pytest.mark.parametrize("guideline", [*model.GUIDELINES, "differ"])
@PEOPLE
def test_the_words_of_chips_and_card_fit(theme, guideline, person):
    unit, at = narrowest(theme), card.frame(theme)
    for box, step in ((box, step) for box in BOXES for step in (1.0, 8.0)):
        drawn = figure.figure(run(presentation=person, guideline=guideline, box=box, step=step), theme=theme)
        chips = trace(drawn, "Words of the chips")
        left, right, *_ = strip._place(0)
        assert all(wide(text, theme.type_size(0.86)) < (right - left) * unit for text in chips["text"][1:])
        told = trace(drawn, "Words of the card")
        size = told["textfont"]["size"][0]
        line = 1.3 * size / places.unit(theme)
        has_facts = card.measured(box)
        # Each text, and under what it may not reach.
        ends = [
            at.foot if graph.boxes()[box].kind in model.JUDGED else at.low,
            at.harm if has_facts else at.low,
            at.glyph,
            at.glyph,
            at.harm,
        ]
        ends += [at.people, at.people, at.further, at.sure, at.foot]
        if theme.large:
            # Size and harm are one block; what was found without a scale, and its harm, are one too.
            ends[1] = at.sure
            ends[4:9] = [at.harm if told["text"][7] else at.sure, at.sure, at.sure, at.sure, at.sure]
        for number, (text, low) in enumerate(zip(told["text"], ends, strict=False)):
            middle = told["textposition"][number].startswith("middle")
            reach = told["y"][number] - (text.count("<br>") + 1) * line * (0.5 if middle else 1)
            assert not text or (reach > low - 0.15 or middle), (box, text, reach, low)
        across = theme.large and graph.boxes()[box].kind in ("question", "door")
        edges = [(card.LEFT[0], card.RIGHT[1]) if across else card.LEFT, *[card.RIGHT] * (len(told["text"]) - 1)]
        for text, x, side, (low, high) in zip(told["text"], told["x"], told["textposition"], edges, strict=True):
            start = x - {"left": 1, "center": 0.5}.get(side.split()[1], 0) * wide(text, size) / unit
            assert low - 0.6 <= start and start + wide(text, size) / unit <= high + 0.4, (box, text)
        (foot,) = trace(drawn, "Who paid")["text"]
        assert card.LEFT[0] + wide(foot, size) / unit <= places.WIDE, foot


@PEOPLE
def test_who_paid_is_told_quietly_and_only_where_it_was_found(person):
    """“Who paid: Not found.” stood on most cards."""
    told = set()
    for box in BOXES:
        result = run(presentation=person, box=box, step=1.0)
        (foot,) = trace(figure.figure(result), "Who paid")["text"]
        row = evidence.effect(box, result.complaint, result.time)
        assert "Not " not in foot and ("Who paid" in foot) <= (box in JUDGED)
        if row and "Who paid" in foot:
            told.add(box)
            told_of = foot.removeprefix("Who paid: ").removesuffix(" The rest: More, Table.").rstrip(".")
            assert row.paid.startswith(told_of), foot
    assert told or person == "fall"


@PEOPLE
@pytest.mark.parametrize("guideline", CHOICES["guideline"])
def test_in_a_hall_the_key_names_the_signs_of_the_map_and_no_press_lies_on_a_word(person, guideline):
    """In one line there is no room for all: what is painted comes first. “Step 4 of 8” ran under “Send here”."""
    theme = THEMES["presenter"]
    for step in range(len(graph.walk(person)) + 1):
        drawn = figure.figure(
            run(presentation=person, guideline=guideline, step=float(step), box="fusion"), theme=theme
        )
        told = painted(drawn, "Key").replace("\xa0", " ")
        signs = {re.sub("<.*?>", "", text) for text in trace(drawn, "Signs: what the guideline says")["text"] if text}
        assert all(sign in told for sign in signs), (signs, told)
    for look in THEMES.values():
        for step in range(len(graph.walk(person))):
            cue = trace(
                figure.figure(run(presentation=person, step=float(step), box="fusion"), theme=look), "What to do"
            )
            text, size = cue["text"][0], cue["textfont"]["size"][0]
            assert cue["x"][0] + wide(text, size) / narrowest(look) <= figure._SEND[0] + 0.1, text


@ALL_THEMES
@pytest.mark.parametrize("box", BOXES)
def test_where_somebody_is_sent_is_named_on_the_press_and_fits(theme, box):
    """“Send here” did not say where; and where the person stands the press was gone, and nothing said what to do."""
    left, right, low, high = figure._SEND
    drawn = trace(figure.figure(run(presentation="fall", box=box, step=1.0), theme=theme), "What to do")
    text, size = drawn["text"][1], drawn["textfont"]["size"][1]
    assert words.title(box) in text
    assert wide(text, size) <= (right - left) * narrowest(theme) + 2
    assert (text.count("<br>") + 1) * 1.3 * size <= (high - low) * places.unit(theme) + 2
    stands = trace(figure.figure(run(box="here", step=2.0), theme=theme), "What to do")
    assert "Press a box" in stands["text"][0] and not stands["text"][1]
    end = stands["x"][0] + wide(stands["text"][0], stands["textfont"]["size"][0]) / narrowest(theme)
    assert end <= figure._HINT[0]


def test_in_a_hall_the_name_of_who_walks_lies_on_no_head():
    heads = trace(figure.figure(run(presentation="noor_month4"), theme=THEMES["presenter"]), "Heads")["text"]
    assert heads == ["Any time", "Asked", "On the way", "Beside the way"], "two of the four vanished"
    for look in THEMES.values():
        unit = narrowest(look)
        for who in CHOICES["presentation"]:
            drawn = figure.figure(run(presentation=who), theme=look)
            head, name = trace(drawn, "Heads"), trace(drawn, "Who walks")
            middles = zip(head["x"], head["text"], head["textfont"]["size"], strict=True)
            ends = [x + wide(text, size) / unit for x, text, size in middles]
            assert all(end <= x for end, x in zip(ends, head["x"][1:], strict=False)), "heads lie on no head"
            assert name["x"][0] + wide(name["text"][0], name["textfont"]["size"][0]) / unit <= places.ROAD[0] + 0.3
            lines_of = (name["text"][0].count("<br>") + 1) * 1.3 * name["textfont"]["size"][0] / places.unit(look)
            half = 0.65 * head["textfont"]["size"][0] / places.unit(look)
            assert name["y"][0] - lines_of >= places.HEADS + half - 0.3, (look.name, who)


def test_a_hall_has_room_for_the_map():
    assert figure.figure(run(), theme=THEMES["presenter"])["layout"]["height"] <= 778


@PEOPLE
def test_the_walked_way_is_drawn(person):
    result = run(presentation=person, step=8.0)
    drawn = figure.figure(result)
    assert {one.strip("abc") for one in trace(drawn, "Numbers of the steps")["text"]} == {
        str(number) for number in range(1, len(result.steps) + 1)
    }
    assert hidden(figure.figure(run(presentation=person, step=8.0, ring="yes")), "The next box"), "it has ended"
    trail, *forks = lines(shape(drawn, "The way walked")["path"])
    assert len(trail) >= len(result.steps) + 1
    assert [fork[-1] for fork in forks] == [
        pytest.approx(places.at(box), abs=0.01) for step in result.steps for box in step.boxes * (len(step.boxes) > 1)
    ], "a way to each box that is open at once"
    numbers = trace(drawn, "Numbers of the steps")
    assert all(numbers["marker"]["size"]) and len(set(numbers["text"])) == len(numbers["text"])
    assert {text.strip("abc") for text in numbers["text"]} == {str(one) for one in range(1, len(result.steps) + 1)}
    assert trail[-1] == pytest.approx(places.stop(result.steps, result.here), abs=0.01)
    start = figure.figure(run(presentation=person, step=0.0))
    assert hidden(start, "The way walked") and hidden(start, "The next box"), "nothing is ringed before it is asked for"
    shown = figure.figure(run(presentation=person, ring="yes"))
    assert shape(shown, "The next box")["path"] == places.outline("first", 0.1)


def test_a_fork_has_a_letter_for_each_way_from_the_top_down():
    there = [(name, at[1]) for number, name, at in places.marks(graph.walk("noor_week8")) if number == 8]
    assert [name for name, _ in there] == ["8a", "8b", "8c"]
    assert [y for _, y in there] == sorted((y for _, y in there), reverse=True)


@PEOPLE
def test_the_way_walked_crosses_no_words(person):
    """It crossed the second question, on the way to a door."""
    steps = graph.walk(person)
    for here in range(4 * len(steps)):
        x, y = places.between(steps, here / 4)
        for box in BOXES:
            left, right, low, high = places.rectangle(box)
            assert not (left + 0.2 < x < right - 0.2 and low < y < high) or graph.boxes()[box].place == "door"
    for number in range(1, len(steps)):
        points = places.way(steps, number)
        for (x, y), (to, down) in zip(points, points[1:], strict=False):
            flat = abs(to - x) > 3
            assert not flat or (y == down and places.upper(3) < y < places.upper(2) - places.HIGH)


@PEOPLE
def test_a_walk_that_stays_on_the_road_goes_down_only(person):
    """Up and down again, the line that was walked was a scribble."""
    steps = graph.walk(person)
    stops = [places.stop(steps, here) for here in range(1, len(steps) + 1)]
    for (x, y), (to, down) in zip(stops, stops[1:], strict=False):
        assert down <= y + 1e-9 or min(x, to) < places.ROAD[0]


@PEOPLE
def test_who_walks_stands_on_the_road_or_at_a_door(person):
    steps = graph.walk(person)
    for here in range(1, len(steps) + 1):
        x, y = places.stop(steps, here)
        box = steps[here - 1].boxes[0]
        low, high = places.rectangle(box)[2:] if box != "start" else (y - 1, y + 1)
        assert low <= y <= high
        if box == "start" or graph.boxes()[box].place in ("question", "way"):
            assert places.ROAD[0] < x < places.ROAD[1]
        else:
            assert 0 < x - places.COLUMNS["door"][1] < 0.5, "in the doorway"
        assert places.between(steps, here) == (x, y)


def test_what_the_leg_raise_tells_depends_on_whom_it_is_tried_in():
    rows = {row.test: row for row in data.table("treatment_tests")}
    surgery, scan = measured.reading("raise").values()
    assert surgery == [pytest.approx(92), pytest.approx(72)] and scan == [pytest.approx(36), pytest.approx(26)]
    assert rows["slr_surgery_specificity"].value == 0.28 and rows["slr_scan_area_old"].value == 0.515
    result = run(presentation="noor_day8", step=2.0, box="raise")
    drawn = figure.figure(result)
    told = trace(drawn, "Words of the card")["text"]
    assert told[-7::2] == ["92 hurt", "72 hurt", "36 hurt", "26 hurt"]
    assert told[-10:-8] == ["<b>In line for an operation</b>", "<b>Scanned for sciatica</b>"]
    assert trace(drawn, "Key")["text"][0], "the key keeps its place"
    bars = ("A hundred people", "Those in whom a test finds it")
    hundred, hurt = (re.findall(r"M([\d.]+),[-\d.]+H([\d.]+)V", shape(drawn, name)["path"]) for name in bars)
    shares = [
        (float(end) - float(start)) / (float(last) - float(first))
        for (first, last), (start, end) in zip(hundred, hurt, strict=True)
    ]
    assert shares == pytest.approx([0.92, 0.72, 0.36, 0.26], abs=0.01)
    assert all(f"{count:.0f} of 100" in words.sentence(result) for count in surgery)
    assert "36 and 26 of 100" in words.sentence(result) and "0.515" in str(words.table(result).rows)


@pytest.mark.parametrize("arrow", [one for one, row in graph.edges().items() if row.kind == "door"], ids=" ".join)
def test_the_arrow_that_a_sign_asks_for_meets_no_other_arrows_head(arrow):
    """From “Weeks 2–6” to Today it ran over the head of the arrow to Soon, as if both were asked for."""
    points = places.apart(*arrow)
    assert points[-1] == places.route(*arrow)[-1]
    left, _, low, high = places.rectangle(arrow[0])
    assert points[0][0] == pytest.approx(left) or graph.boxes()[arrow[0]].place == "door"
    assert low <= points[0][1] <= high
    others = [places.route(*one) for one in graph.edges() if one != arrow]
    ends = [end[-1] for end in others if end[-1] != points[-1]]
    # The level piece by which it leaves its question.
    (x, y), (to, _) = points[:2]
    for there, height in ends:
        assert not (min(x, to) - 0.55 < there < max(x, to) and abs(y - height) < 0.4), (arrow, there, height)


def test_no_head_of_an_arrow_is_drawn_twice():
    """Two of the same would cut a hole into each other."""
    heads = re.findall("M[^M]*", shape(figure.figure(run()), "Heads of arrows")["path"])
    assert len(heads) == len(set(heads))


@PEOPLE
def test_frames_are_the_figures_of_the_steps(person):
    steps = len(graph.walk(person))
    sent = {"sent_2": "traction", "sent_3": "today", "ring": "yes"}
    start = run(presentation=person, **sent)
    played = figure.frames(start)
    assert len(played) == steps * played.stride + 1 and played.controls["step"][-1] == steps
    for here in (0, steps // 2, steps):
        result = run(presentation=person, step=float(here), **sent)
        drawn, frame = figure.figure(result), here * played.stride
        assert played.sentences[frame] == words.sentence(result)
        things = [*drawn["data"], *drawn["layout"]["shapes"]]
        for name, column, values in played._columns:
            (thing,) = [one for one in things if one["name"] == name]
            now = reduce(dict.__getitem__, column.split("."), thing)
            assert values[frame] == (now if isinstance(now, (str, float)) else list(now)), (name, column, here)


@pytest.mark.parametrize("who", CHOICES["presentation"])
def test_the_knob_lies_where_the_person_stands(who):
    result = run(presentation=who, step=3.0)
    (knob,) = figure.grips(result)
    for here in range(len(result.steps) + 1):
        head = person.handle(places.stop(result.steps, here))
        assert on_track(knob, float(here)) == pytest.approx(head, abs=0.001)
    assert knob["track"][-1][0] == words.reach(result)["step"] == len(result.steps), "no dead part behind the end"
    between = person.handle(places.between(result.steps, 2.25))
    assert on_track(knob, 2.25) == pytest.approx(between, abs=0.001), "as in a run"
    assert knob["body"] == [pytest.approx(point, abs=0.001) for point in person.outline(places.stop(result.steps, 3))]


# What is pressed ---------------------------------------------------------------------------------------------------


def opened(**settings):
    explorer = spine_edu.PathwayMap(ask_first=False, backend_name="static")
    explorer.set(**settings)
    return explorer


def send(explorer, box):
    """Open a box, and send the person there."""
    explorer.clicked(f"box:{box}")
    explorer.clicked(figure.SEND)


def sent(state):
    """Return what is kept of where the person was sent."""
    return {name: box for name in model.SENT.values() if (box := getattr(state, name)) != model.OPEN}


@PEOPLE
def test_to_read_a_box_sends_nobody(person):
    """To open Leg raise for a task drew a dashed line, and cost the reader a point."""
    explorer = opened(presentation=person, guideline="differ")
    for box in BOXES:
        for read in (lambda box=box: explorer.clicked(f"box:{box}"), lambda box=box: explorer.move("box", box)):
            read()
            assert explorer.result.opened == box and explorer.result.here == 1 and not sent(explorer.state)
            assert hidden(explorer.drawn, "Where you sent the person")


@PEOPLE
def test_the_two_presses_are_painted_where_they_do_something(person):
    """At the end an empty frame was left, without its words; and where nothing could be sent, nobody said how to."""
    last = len(graph.walk(person))
    for step in range(last + 1):
        for box in ("here", "raise", "traction"):
            result = run(presentation=person, step=float(step), box=box)
            drawn = figure.figure(result)
            _, send_words, hint_words = trace(drawn, "What to do")["text"]
            assert not send_words or words.title(result.opened) in send_words, "it names where to"
            assert ("Press a box" in painted(drawn, "What to do")) == (step < last and not send_words)
            assert bool(send_words) == result.may_send == (not hidden(drawn, "Press: send here"))
            assert bool(hint_words) == (step < last) == (not hidden(drawn, "Press: hint"))


def test_every_box_is_pressed_where_it_lies_and_opens_its_card():
    explorer = opened()
    things = explorer.touches()["things"]
    assert {one.removeprefix("box:") for one in things if one.startswith("box:")} == set(BOXES)
    for box in BOXES:
        corners = lines(things[f"box:{box}"])[0]
        left, right, low, high = places.rectangle(box)
        assert min(x for x, _ in corners) <= left and max(x for x, _ in corners) >= right
        assert all(inside(at, corners) for at in [(left + 0.1, low + 0.1), (right - 0.1, high - 0.1)])
        explorer.clicked(f"box:{box}")
        assert explorer.result.opened == box
        assert shape(explorer.drawn, "The open box")["path"] == places.outline(box, 0.2)
    now = {one: path for one, path in explorer.touches()["things"].items() if one != figure.SEND}
    assert now == {one: path for one, path in things.items() if one != figure.SEND}, "also while a run rests"


@PEOPLE
def test_nothing_is_pressed_where_no_button_is_painted(person):
    """Under a hand an invisible “Send here” showed its outline: a box without words."""
    for step in range(len(graph.walk(person)) + 1):
        for box in ("here", "raise", "first"):
            result = run(presentation=person, step=float(step), box=box)
            drawn, things = figure.figure(result), figure.touches(result)["things"]
            assert (figure.SEND in things) == (not hidden(drawn, "Press: send here"))
            assert ("ring:yes" in things) == (not hidden(drawn, "Press: hint"))


@PEOPLE
def test_a_press_on_a_box_of_the_walk_walks_there(person):
    explorer = opened(presentation=person, box="traction")
    for number, step in enumerate(graph.walk(person)[1:], 2):
        send(explorer, step.boxes[-1])
        assert explorer.result.here == number and explorer.result.opened == step.boxes[-1]
        assert explorer.state.ring == "no"
    assert presses.pressed(explorer.state, explorer.result.steps) == (number - 1, number - 1)
    assert hidden(explorer.drawn, "Where you sent the person")
    assert f"{number - 1} of your {number - 1} first choices" in explorer.describe()


def test_another_box_leaves_a_stub_that_says_why_and_stays():
    """A touch on Epidural only opened its card: the walk asked for no decision."""
    explorer = opened(step=3, ring="yes")
    send(explorer, "epidural")
    assert explorer.result.here == 3 and explorer.state.sent_4 == "epidural" and explorer.state.ring == "no"
    for _ in range(2):
        drawn = explorer.drawn
        assert second_line(drawn, "epidural") == "week 2 first"
        assert places.outline("epidural", 0.1) in shape(drawn, "Boxes you sent to")["path"]
        line = lines(shape(drawn, "Where you sent the person")["path"])[0]
        assert line[0] == pytest.approx(places.stop(explorer.result.steps, 3), abs=0.01)
        assert line[-1][1] == pytest.approx(places.middle("epidural")[1], abs=0.01)
        send(explorer, "again")
    assert explorer.result.here == 4
    explorer.set(step=8)
    told = "0 of your 1 first choices were on it; 1 against the map (step 4: Epidural / Weeks 2–6)."
    assert told in explorer.describe()
    for _ in range(5):
        explorer.undo()
    assert explorer.state.sent_4 == "epidural" and explorer.state.step == 3
    explorer.undo()
    assert explorer.state.sent_4 == "open" and explorer.result.opened == "epidural"


def test_a_box_to_which_the_walk_comes_later_is_no_miss():
    """Following the map's own arrows scored "5 of your 7"."""
    explorer = opened(step=2)
    steps = explorer.result.steps
    later = next(box for step in steps[3:] for box in step.boxes if box == "again")
    send(explorer, later)
    number = next(number for number, step in enumerate(steps, 1) if later in step.boxes)
    assert second_line(explorer.drawn, later) == f"later: step {number}"
    assert f"The walk goes there as well, at step {number}" in explorer.describe()
    assert not any(one.counted for one in presses.stubs(explorer.state, steps, 2))


@PEOPLE
@pytest.mark.parametrize("goal", [box for box in BOXES if graph.boxes()[box].place == "beside"])
def test_a_way_to_the_last_column_ends_at_its_own_box_and_crosses_no_other(goal, person):
    """Sent to Traction, a line ended at the edge of Epidural; to Keyhole, it struck out the word Discectomy."""
    steps = graph.walk(person)
    left, _, low, high = places.rectangle(goal)
    for number in range(2, len(steps) + 1):
        line = places.stub(steps, number, goal)
        assert line[-1][0] == pytest.approx(left, abs=0.01) and low < line[-1][1] < high
        for (x, y), (to, down) in zip(line[1:], line[2:], strict=False):
            at = [(x + (to - x) * share / 40, y + (down - y) * share / 40) for share in range(41)]
            for box in (box for box in BOXES if box != goal and graph.boxes()[box].place in ("way", "beside")):
                a, b, under, over = places.rectangle(box)
                assert not [one for one in at if a < one[0] < b and under < one[1] < over], (box, number)


def test_where_somebody_has_been_and_after_the_end_a_press_only_opens():
    explorer = opened(step=4)
    send(explorer, "active")
    assert explorer.state.sent_5 == "open" and explorer.result.opened == "active"
    explorer.set(step=8)
    send(explorer, "fusion")
    assert not sent(explorer.state)


def fits(label, box):
    """Return whether why a walk does not lead to a box fits into it, beside its sign where it has one."""
    left, right, *_ = places.rectangle(box)
    treatment, light = graph.boxes()[box].place in ("way", "beside"), THEMES["light"]
    size = light.type_size(marks._BRIEF if treatment else marks._NARROW)
    return wide(label, size) <= (right - left - places.SIGN * treatment) * narrowest(light)


@pytest.mark.parametrize(
    ("who", "step", "box", "label"),
    [
        ("noor_week8", 0, "active", "visit first"),
        ("noor_week8", 2, "exercise", "no way yet"),
        ("noor_week8", 2, "discectomy", "no way yet"),
        ("saddle", 2, "today", "not yet"),
        ("noor_week8", 2, "today", "no sign"),
        ("noor_week8", 2, "nsaid", "also open"),
        # From the box where she stands, a question or a treatment of it; what lies behind her is not called open.
        ("noor_week8", 6, "nsaid", "earlier"),
        ("noor_week8", 6, "better", "also open"),
        ("noor_week8", 7, "better", "also open"),
        ("noor_week8", 5, "manual", "also open"),
        ("noor_month4", 6, "better", "also open"),
        ("noor_month4", 7, "better", "also open"),
        ("noor_week8", 2, "better", "no way yet"),
        ("noor_week8", 4, "traction", "NICE says no"),
        ("noor_week8", 4, "relaxant", "NICE, in part"),
        ("noor_week8", 4, "opioid", "not known"),
        ("noor_week8", 4, "heat", "nothing found"),
        ("bladder", 2, "active", "door first"),
        ("bladder", 2, "soon", "other door"),
        ("fall", 3, "exercise", "past the door"),
        ("fall", 3, "cement", "break first"),
    ],
)
def test_why_a_walk_does_not_lead_there(who, step, box, label):
    explorer = opened(presentation=who)
    explorer.set(step=step)
    send(explorer, box)
    assert second_line(explorer.drawn, box) == label
    assert fits(label, box)


def test_only_what_contradicts_the_map_is_counted():
    """To Hands-on, which NICE considers and to which the map has an arrow, was a miss; so was the leg raise."""
    for step, box, counted in (
        (2, "raise", False),
        (4, "manual", False),
        (4, "heat", False),
        (4, "opioid", False),
        (4, "relaxant", False),
        (4, "traction", True),
        (2, "exercise", True),
        # Caution is no mistake.
        (2, "today", False),
        (2, "soon", False),
    ):
        explorer = opened(step=step)
        send(explorer, box)
        (one,) = presses.stubs(explorer.state, explorer.result.steps, int(step))
        assert one.counted == counted and presses.pressed(explorer.state, explorer.result.steps) == (0, 1), box
        explorer.set(step=8)
        how = "1 against the map" if counted else "1 elsewhere, not refused"
        assert f"0 of your 1 first choices were on it; {how} (step {step + 1}: " in explorer.describe(), box
        told = "0 of 1 on this walk" + ", 1 not refused" * (not counted)
        assert painted(explorer.drawn, "What to do").strip().endswith(told), box


def test_every_first_choice_is_counted_at_the_end():
    """Two ways that stayed dashed on the map were in no number: “5 of 5 first choices on this walk”."""
    explorer = opened(step=1)
    send(explorer, "opioid")
    for number, step in enumerate(explorer.result.steps[1:], 2):
        send(explorer, "again" if number == 3 else step.boxes[-1])
        send(explorer, step.boxes[-1])
    assert explorer.result.ended and not hidden(explorer.drawn, "Where you sent the person")
    last = len(explorer.result.steps)
    assert (
        painted(explorer.drawn, "What to do").strip().endswith(f"{last - 3} of {last - 1} on this walk, 2 not refused")
    )
    assert f"{last - 3} of your {last - 1} first choices were on it; 2 elsewhere, not refused (" in explorer.describe()


@ALL_THEMES
def test_what_was_chosen_is_counted_at_the_end_and_fits(theme):
    state = model.PathwayState(step=8.0, sent_2="nsaid", **{f"sent_{number}": "raise" for number in range(3, 9)})
    drawn = trace(figure.figure(model.simulate(state), theme=theme), "What to do")
    left, size = drawn["x"][0], drawn["textfont"]["size"][0]
    assert left + wide(drawn["text"][0], size) / narrowest(theme) <= places.WIDE


@PEOPLE
def test_who_sends_somebody_with_a_sign_to_its_door_is_right_at_every_step(person):
    """“No sign of this door was found”, over a card that ticked two of its eight."""
    steps = graph.walk(person)
    for step in range(len(steps)):
        for door in ("today", "soon"):
            result = run(presentation=person, step=float(step), box=door)
            ticked = words.sentence(result).count("\n✓ ")
            state = model.PathwayState(presentation=person, step=float(step)).sent_to(door)
            told = [one for one in presses.stubs(state, steps, step) if one.box == door]
            assert ticked == painted(figure.figure(result)).count("✓ ")
            if not ticked:
                continue
            # It got a dashed line, as of a detour, and stayed where it was.
            assert not told, (step, door)
            there, before = model.simulate(state), model.walked(steps, step)
            assert door in there.walked and hidden(figure.figure(there), "Where you sent the person")
            if door not in before:
                assert there.walked[-1] == door
                past = there.here > model.to_come(step)
                assert ("straight to" in words.sentence(there)) == past, (step, door)
            agree, given = presses.pressed(state, steps)
            assert agree == given == (door not in before)
    comes = {"saddle": 4, "bladder": 1, "fall": 1, "night": 1}.get(person)
    doors = {box for step in steps for box in step.boxes} & {"today", "soon"}
    assert bool(doors) == bool(comes)
    for door in doors:
        assert [bool(graph.signs_here(steps, here, door)) for here in range(len(steps) + 1)] == [
            max(here, 1) >= comes for here in range(len(steps) + 1)
        ]


@PEOPLE
def test_who_has_a_sign_is_refused_every_box_before_its_door(person):
    """ "Trouble passing urine" and sent to Opioids: "not known" was all it said, and nothing was counted."""
    steps, found = graph.walk(person), 0
    for step in range(len(steps)):
        there = [door for door in ("today", "soon") if graph.signs_here(steps, step, door)]
        been = model.walked(steps, step)
        if not there or there[0] in been:
            assert not model.waits_for(steps, step)
            continue
        assert there == [model.waits_for(steps, step)], "one door at a time"
        before = model.PathwayState(presentation=person, step=float(step))
        for box in BOXES:
            told = presses.stubs(before.sent_to(box), steps, step)
            if box in (*been, *steps[max(step, 1)].boxes):
                assert not told
            elif graph.boxes()[box].kind != "door":
                found += 1
                assert [one.counted for one in told] == [True] and "door comes first" in told[0].why, (step, box)
                assert told[0].label == "door first"
            else:
                assert bool(told) == (box != there[0]), (step, box)
    assert bool(found) == (person in ("saddle", "bladder", "fall", "night"))


@ALL_THEMES
@PEOPLE
def test_while_a_sign_waits_for_its_door_the_map_offers_nothing_and_shows_the_way(person, theme):
    """With trouble passing urine the map went on offering treatments in colour, and no line led to the door."""
    steps = graph.walk(person)
    for here in range(len(steps) + 1):
        door = model.waits_for(steps, here)
        for guideline in ("nice", "differ"):
            result = run(presentation=person, step=float(here), guideline=guideline)
            drawn = figure.figure(result, theme=theme)
            arrow = shape(drawn, "The arrow to the door")["path"]
            if not door:
                assert hidden(drawn, "The arrow to the door") and "A warning sign is here:" not in words.sentence(
                    result
                )
                continue
            plain = shape(drawn, "Boxes without a verdict")["path"]
            grey = trace(drawn, "Names of boxes")["textfont"]["color"]
            for box in (box for box in BOXES if graph.boxes()[box].kind != "door"):
                assert places.outline(box) in plain, box
                assert graph.boxes()[box].place in ("door", "question") or grey[BOXES.index(box)] == theme.muted
            assert not any(trace(drawn, "Signs: what the guideline says")["text"])
            assert not any(trace(drawn, "Signs of the four")["text"])
            way = (model.stands(steps, here), door)
            assert arrow == places.line(places.apart(*way)), "from where the person stands"
            few = next(step.few for step in steps if step.boxes == (door,))
            sign = f"{few} → {graph.boxes()[door].name.split('|')[0]}"
            assert f"A warning sign is here: {sign}." in words.sentence(result)
            for box in (box for box in BOXES if graph.boxes()[box].kind != "door"):
                opened = run(presentation=person, step=float(here), guideline=guideline, box=box)
                head, *under = trace(figure.figure(opened, theme=theme), "Words of the card")["text"][0].split("<br>")
                first = next(line for line in under if not line.startswith("<b>"))
                assert first.startswith(f"✓ {sign}"), box


def test_to_be_sent_sooner_than_the_map_asks_is_no_mistake_and_later_is_one():
    """Who sent a woman with a small fall to Today lost a point, as if to come late and to come early were the same."""
    for who, door, label, counted in (
        ("fall", "today", "sooner", False),
        ("night", "today", "sooner", False),
        ("noor_day8", "today", "no sign", False),
        ("noor_day8", "soon", "no sign", False),
        ("bladder", "soon", "other door", True),
    ):
        explorer = opened(presentation=who, step=2)
        send(explorer, door)
        assert second_line(explorer.drawn, door) == label
        assert ("Sooner than the map asks; that is no mistake." in explorer.describe()) != counted
        (one,) = presses.stubs(explorer.state, explorer.result.steps, 2)
        assert one.counted == counted, (who, door)


@PEOPLE
def test_nobody_who_has_a_sign_that_cannot_wait_is_led_to_self_care(person):
    """The walk that began with a numb saddle went on to “Stay active”, and its hint pointed there."""
    steps = graph.walk(person)
    for here, step in enumerate(steps):
        if graph.signs_here(steps, here, "today"):
            assert all(graph.boxes()[box].place in ("question", "door") for box in step.boxes), here
    early, late = (figure.figure(run(presentation="saddle", step=step)) for step in (3.0, 4.0))
    assert len(lines(shape(early, "Where it hurts")["path"])) == 1
    assert len(lines(shape(late, "Where it hurts")["path"])) == 3


@PEOPLE
def test_a_refusal_names_no_other_next_box_than_the_hint(person):
    """At step 2 the box read “week 2 first”, the hint ringed “Stay active”, and there the walk went."""
    steps = graph.walk(person)
    for number in range(2, len(steps) + 1):
        there = steps[number - 1].boxes
        names = [graph.boxes()[box].name.split("|")[0] for box in there]
        titles = [graph.boxes()[box].title for box in there]
        for box in BOXES:
            state = model.PathwayState(presentation=person, step=float(number - 1)).sent_to(box)
            for one in presses.stubs(state, steps, number - 1):
                if "Next on this walk: " in one.why:
                    assert one.why.endswith(f": {' or '.join(names)}."), one
                if "another box first" in one.why:
                    assert any(one.why.endswith(f", “{title}”.") for title in titles), one
                assert fits(one.label, box), one


@PEOPLE
def test_a_box_to_which_the_walk_has_come_has_its_own_words_again(person):
    """“no: week 2 first” stood on Discectomy while the person stood there."""
    steps = graph.walk(person)
    for number in range(2, len(steps) + 1):
        for box in BOXES:
            if box in model.walked(steps, number - 1):
                continue
            sent_to = model.PathwayState(presentation=person, step=float(number - 1)).sent_to(box)
            there = sent_to.replace(step=float(len(steps)))
            if box in model.walked(steps, len(steps)):
                plain = figure.figure(run(presentation=person, step=float(len(steps))))
                assert second_line(figure.figure(model.simulate(there)), box) == second_line(plain, box)


def test_nothing_calls_the_walk_that_of_nice():
    """The weeks, the order and the walks are ours."""
    texts = [data.choice("treatment_pathway.presentation").help, *(row.text for row in data.table("limits"))]
    explorer = opened(step=3)
    send(explorer, "again")
    explorer.set(step=8)
    texts += [explorer.describe(), painted(explorer.drawn, "What to do")]
    assert not [text for text in texts if "NICE’s way" in text or "as NICE writes it" in text]
    assert "ours after NICE" in explorer.describe()


def test_the_list_of_the_step_to_come_sends_as_a_press_does():
    """The lists beside the picture are the keyboard's way."""
    for box in ("epidural", "again"):
        one, other = opened(step=3), opened(step=3)
        one.move("sent_4", box)
        send(other, box)
        assert one.state == other.state and one.state.sent_4 == box
    assert one.result.here == 4


@PEOPLE
def test_the_card_where_the_walk_stands_goes_with_it_and_another_stays(person):
    explorer = opened(presentation=person)
    steps = explorer.result.steps
    send(explorer, steps[1].boxes[-1])
    assert explorer.state.box == steps[1].boxes[-1] and explorer.result.here == 2
    for number in range(3, len(steps) + 1):
        explorer.move("step", number)
        assert explorer.result.opened == steps[number - 1].boxes[-1]
    explorer.move("box", "cold")
    explorer.move("step", 1)
    assert explorer.result.opened == "cold"


def test_a_run_takes_along_the_card_that_a_press_has_opened():
    explorer = opened(step=1)
    send(explorer, "first")
    explorer.run()
    assert explorer.result.ended and explorer.result.opened == explorer.result.steps[-1].boxes[-1]


@PEOPLE
def test_run_and_step_go_on_from_where_the_person_stands_and_the_card_follows(person):
    """Step went back to the first step, and a card that had been read stayed open for the whole run."""
    steps = graph.walk(person)
    for here in range(1, len(steps)):
        explorer = opened(presentation=person, step=here)
        explorer.clicked("box:cold")
        explorer.step()
        assert explorer.result.here == here + 1 and explorer.result.opened == steps[here].boxes[-1]
        explorer.clicked("box:cold")
        explorer.run()
        assert explorer.result.ended and explorer.result.opened == steps[-1].boxes[-1]
        live = spine_edu.PathwayMap(ask_first=False, backend_name="live", presentation=person, step=float(here))
        face = live.widget
        face.act({"act": "click", "choice": "box:cold"})
        face.act({"act": "frames"})
        assert face.position == face.session.position == here * figure._FRAMES
        assert face.frames["sentences"][face.position] == face.session.describe()


@PEOPLE
def test_who_is_chosen_has_not_walked_yet(person):
    """Who chose “Trouble passing urine” found the person at the hospital: the task was answered."""
    explorer = opened(step=8, box="fusion", sent_3="today", ring="yes")
    explorer.set(presentation="night" if person == "noor_week8" else person)
    state = explorer.state
    # Who has come in stands at the first step: the first press leads to the second one.
    assert (state.step, state.box, state.sent_3, state.ring) == (1, "here", "open", "no")
    assert hidden(explorer.drawn, "The next box") and trace(explorer.drawn, "What to do")["text"][0].startswith(
        "Step 1 "
    )


def test_a_press_on_a_chip_colours_the_map_by_it():
    explorer = opened()
    for choice in strip.touches():
        explorer.clicked(choice)
        assert f"guideline:{explorer.state.guideline}" == choice
    explorer.set(box="traction")
    assert trace(explorer.drawn, "Words of the chips")["text"][1:] == ["✗ NICE", "ACP", "Lancet", "? NASS", "≠ compare"]


@ALL_THEMES
@PEOPLE
def test_who_walks_is_whole_and_as_broad_in_every_picture(theme, person):
    """It was a stump over its knob, and broader the wider the picture was; it hid the number it stood on."""
    for here in range(len(graph.walk(person)) + 1):
        result = run(presentation=person, step=float(here))
        drawn = figure.figure(result, theme=theme)
        walks, stop = shape(drawn, "Who walks, from behind"), places.stop(result.steps, result.here)
        corners = [point for line in lines(walks["path"]) for point in line]
        wide = max(x for x, _ in corners) - min(x for x, _ in corners)
        low, high = (end(y for _, y in corners) for end in (min, max))
        assert walks["xsizemode"] == "pixel" and 0.35 < wide / places.unit(theme) / (high - low) < 0.5, "as people are"
        assert high < 0 and abs(low - stop[1]) < 0.7, "in the picture, with its feet at the stop"
        (knob,) = figure.grips(result)
        x, y = on_track(knob, float(here))
        assert x == pytest.approx(walks["xanchor"], abs=0.001) and high - 0.8 < y < high, "the knob is the head"
        # Only the leg beside the road's edge may touch a number, at the narrowest.
        unit = narrowest(theme)
        in_front = [(u, v) for *_, (u, v) in places.marks(result.steps) if low < v < high]
        assert all(abs(u - x) * unit > 0.6 * theme.size or v < low + 0.7 for u, v in in_front)


def test_who_walks_is_told_once():
    assert words.sentence(run(presentation="noor_day8", step=1.0)).count("Noor, day 8") == 1
    assert "Step 1 of 8: the leg still hurts" in words.sentence(run(step=1.0))


@PEOPLE
def test_each_step_says_when_it_is_and_what_is_past_is_not_asked_as_if_it_were_now(person):
    """Noor in week 8 was asked “Where next?” of day 8."""
    steps = graph.walk(person)
    back = [number for number in range(1, len(steps) + 1) if moments.looks_back(steps, number)]
    assert back == {"noor_week8": [2, 3, 4, 5], "noor_month4": [3, 4, 5, 6]}.get(person, [])
    comes = trace(figure.figure(run(presentation=person, step=1.0)), "Who walks")["text"][0]
    assert ("First, back to day 8" in comes) == (2 in back)
    for here in range(2, len(steps) + 1):
        result = run(presentation=person, step=float(here))
        told, when = words.sentence(result).splitlines()[0], steps[here - 1].when
        assert (f"looking back ({when}): " in told) == (here in back) and f"{when}" in told
        for theme in THEMES.values():
            drawn = figure.figure(result, theme=theme)
            name, cue = trace(drawn, "Who walks")["text"][0], trace(drawn, "What to do")["text"][0]
            assert (f"Before: {when}" in name) == (here in back)
            assert theme.large or when in name or when.capitalize() in name
            asks = "Where then?" if here + 1 in back else "Where next?"
            assert theme.large or here == len(steps) or asks in cue


def test_everybody_has_a_mark_and_it_lies_in_the_body():
    assert set(person.HURTS) == set(CHOICES["presentation"])
    for who in CHOICES["presentation"]:
        drawn = figure.figure(run(presentation=who))
        body = lines("M" + shape(drawn, "Who walks, from behind")["path"].rpartition("M")[2])[0]
        for mark in lines(shape(drawn, "Where it hurts")["path"]):
            assert all(inside(point, body) for point in mark), who


def test_a_held_walk_is_drawn_and_told():
    held, result = run(presentation="bladder", step=3.0), run(step=2.0)
    drawn = figure.figure(result, held=held)
    assert shape(drawn, "The way of A")["path"] != "M0,0Z"
    assert (
        words.compare(held, result)
        == "Walk A is Trouble passing urine, step 3 of 3, “Door: today, an emergency department”."
    )
    assert words.compare(result, result).startswith(
        "Walk A is the same walk, step 2 of 8, “First visit: is there a warning sign?”"
    )


# The question ------------------------------------------------------------------------------------------------------


def test_the_answer_is_what_nice_says_of_leg_pain():
    ask = spine_edu.PathwayMap.ask
    answer = ask.answer(run())
    assert sorted(answer.values()).count("do not offer") == 3 and len(answer) == 9
    assert answer["opioid"] == answer["nsaid"] == "too little known" and answer["epidural"] == "offer or consider"
    told = ask.tell({"gabapentinoid": "offer or consider", "exercise": "offer or consider"}, run())
    whose = "For leg pain of eight weeks NICE agrees with"
    assert (told.model, told.apart) == (f"{whose} 1 of your 2", "not with Gabapentin")


def test_where_nice_can_be_read_both_ways_both_answers_agree():
    """Of NSAIDs it names little evidence, and a condition for their use: “perhaps under a condition” was ringed."""
    for box in asked.THINGS:
        row = model.said("nice", box, "leg", "new")
        assert (box in asked.ALSO) == (row.verdict == "unclear" and "if one is used" in row.words), box
    ask = spine_edu.PathwayMap.ask
    for said, agrees in (("offer or consider", True), ("too little known", True), ("do not offer", False)):
        prediction = {"nsaid": said}
        assert bool(asked.wrong(prediction)) != agrees
        told = ask.tell(prediction, run()).apart
        assert told.startswith("as you said") == agrees
        assert told.endswith("NSAID pills: ✓ or ?, both fit NICE’s words"), "nobody has to guess why"
        ring = figure.marks.guesses(run(), 1, prediction, THEMES["light"])["marker"]["size"]
        assert any(ring) != agrees


def test_the_question_stands_on_the_map_and_no_place_tells_the_answer():
    """Its right column was all “offer”, its left all “do not”; and the map was absent."""
    drawn = figure.veiled(run())
    names = trace(drawn, "Names of boxes")
    for text, x, y in zip(names["text"], names["x"], names["y"], strict=True):
        (box,) = [
            one
            for one in BOXES
            if graph.boxes()[one].name.split("|")[0] == re.sub("<.*?>", "|", text).strip("|").split("|")[0]
        ]
        assert (x, y) == pytest.approx(places.middle(box), abs=0.3), "where the map has it"
        assert graph.boxes()[box].place in ("door", "question")
    assert not any(head in trace(drawn, "Heads")["text"] for head in ("On the way", "Beside the way"))
    boxes = asked.spots()["boxes"]
    assert len({(left, right) for left, _, right, _ in boxes.values()}) == 1, "one column"
    rows = [graph.boxes()[box].row for box in boxes]
    assert rows == sorted(rows), "in the order of the map"
    columns = [graph.boxes()[box].place for box in boxes]
    assert not any(len(set(columns[at : at + 3])) == 1 for at in range(len(columns) - 2))


def test_all_of_a_box_is_touched_and_what_was_said_stays_while_it_is_kept():
    drawn = figure.veiled(run(), prediction={"traction": "do not offer"})
    own = trace(drawn, "Your signs")
    assert (
        dict(zip(asked.THINGS, own["text"], strict=True))["traction"] == "<b>✗</b>" and sum(map(bool, own["text"])) == 1
    )
    corners = re.findall(r"M([\d.]+),(-[\d.]+)H([\d.]+)V(-[\d.]+)", shape(drawn, "Treatments")["path"])
    for box, (left, low, right, top) in zip(asked.spots()["boxes"].values(), corners, strict=True):
        assert box == pytest.approx([float(left), float(top), float(right), float(low)], abs=0.01)


def test_the_veiled_picture_holds_no_verdict_and_a_dot_in_each_box():
    drawn = figure.veiled(run())
    assert not any(sign in str(drawn["data"]) for sign in ("✓", "✗", "ffer"))
    spots = asked.spots()
    for (left, top, right, low), (x, y) in zip(spots["boxes"].values(), spots["places"].values(), strict=True):
        assert left < x < right <= places.WIDE + 0.01 and low < y < top
    assert spots["blank"] not in asked.SIGNS.values(), "a dot without an answer looks like none of them"


@ALL_THEMES
def test_the_words_of_the_question_fit_into_their_boxes(theme):
    """On a telephone a name stuck out."""
    drawn = figure.veiled(run(), theme=theme)
    told = trace(drawn, "Treatments that are asked about")
    boxes = asked.spots()["boxes"].values()
    for (_, top, right, low), x, text, size in zip(
        boxes, told["x"], told["text"], told["textfont"]["size"], strict=True
    ):
        assert (right - x) * narrowest(theme) > wide(text, size), text
        assert (text.count("<br>") + 1) * 1.25 * size < (top - low) * places.unit(theme), text


@ALL_THEMES
def test_what_was_said_lies_on_no_name(theme):
    """The rings lay on “NSAID pills” and “Gabapentin”."""
    unit, said = narrowest(theme), dict.fromkeys(asked.THINGS, "offer or consider")
    # In a hall letters may be no smaller; they touch in the widest fonts alone.
    touch = 0.35 if theme.large else 0.1
    for step in range(9):
        drawn = figure.figure(run(step=float(step)), theme=theme, prediction=said)
        names, own = trace(drawn, "Names of boxes"), trace(drawn, "Your signs")
        signs = trace(drawn, "Signs: what the guideline says")
        for number, box in enumerate(asked.THINGS):
            at = BOXES.index(box)
            half = wide(names["text"][at], names["textfont"]["size"][at]) / 2 / unit
            ring = max(own["marker"]["size"][number], 0.7 * own["textfont"]["size"][number]) / 2 / unit
            assert names["x"][at] + half <= own["x"][number] - ring + touch, box
            sign = wide(signs["text"][JUDGED.index(box)], signs["textfont"]["size"][JUDGED.index(box)]) / 2 / unit
            assert names["x"][at] - half >= signs["x"][JUDGED.index(box)] + sign - touch, box


def test_at_a_fork_who_walks_covers_no_number():
    for theme in THEMES.values():
        steps = graph.walk("noor_week8")
        drawn, unit = figure.figure(run(step=8.0), theme=theme), narrowest(theme)
        walks = shape(drawn, "Who walks, from behind")
        right = walks["xanchor"] + max(x for line in lines(walks["path"]) for x, _ in line) / unit
        for number, (name, _, (x, _)) in zip(range(99), places.marks(steps), strict=False):
            assert name != 8 or x - 0.1 - 0.4 * theme.type_size(0.79) * 2 / unit / 2 > right - 0.3, number


def test_what_was_said_stands_in_the_boxes_and_is_ringed_where_nice_says_otherwise():
    drawn = figure.figure(run(), prediction={"traction": "offer or consider", "steroid": "do not offer"})
    own = trace(drawn, "Your signs")
    said = dict(zip(asked.THINGS, zip(own["text"], own["marker"]["size"], strict=True), strict=True))
    assert said["traction"][0] == "✓" and said["traction"][1] > 0 and said["steroid"] == ("✗", 0)
    assert own["visible"] and sum(map(bool, own["text"])) == 2
    assert not trace(figure.figure(run()), "Your signs")["visible"]


@pytest.mark.parametrize(
    "settings",
    [{"guideline": "acp"}, {"presentation": "back_only"}, {"presentation": "noor_month4"}, {"presentation": "fall"}],
)
def test_marks_stand_only_where_the_map_shows_what_was_asked_and_the_score_says_of_whom(settings):
    """“8 of 9” stayed up over back pain, with marks beside blank boxes; and when its line went, the map moved."""
    explorer = spine_edu.PathwayMap(ask_first=True, backend_name="static")
    try:
        explorer.predict({"traction": "offer or consider"})
        explorer.look()
        told = explorer.told_here()
        assert told.model == "For leg pain of eight weeks NICE agrees with none of your 1"
        assert explorer.result.opened == "traction", "it opens at the mark that is not NICE’s"
        explorer.set(**settings)
        assert explorer.told_here() == told, "the same words are as high"
        own = trace(explorer.drawn, "Your signs")
        assert not any(own["text"]) and not any(own["marker"]["size"])
    finally:
        explorer.forget()


def test_a_kept_answer_is_pressed_open():
    explorer = spine_edu.PathwayMap(ask_first=True, backend_name="static")
    try:
        explorer.predict({"traction": "offer or consider"})
        assert set(explorer.touches()["things"]) == {f"box:{box}" for box in asked.THINGS}
        explorer.clicked("box:epidural")
        assert not explorer.veiled and explorer.result.opened == "epidural" and explorer.state.sent_2 == "open"
    finally:
        explorer.forget()
