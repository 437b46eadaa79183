"""The pathway map: walks keep to the arrows, the picture says what the tables say, and nothing lies on anything."""

import re
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.theme import THEMES
from spine_edu.treatment.pathway import asked, evidence, figure, graph, model, person, places, strip, words
from tests.drawn import hidden, inside, lines, on_track, shape, trace

CHOICES = {name: data.choice(f"treatment_pathway.{name}").values for name in ("presentation", "guideline", "box")}
PEOPLE = pytest.mark.parametrize("person", CHOICES["presentation"])
ALL_THEMES = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
STATES = st.builds(
    model.PathwayState,
    presentation=st.sampled_from(CHOICES["presentation"]),
    step=st.integers(0, 10).map(float),
    guideline=st.sampled_from(CHOICES["guideline"]),
    box=st.sampled_from(CHOICES["box"]),
)
BOXES = [box for box in graph.boxes() if box != "start"]
#: Width of a letter of a wide font, in sizes of the type; of a bold one.
LETTER, BOLD = 0.55, 0.64


def run(**settings):
    return model.simulate(model.PathwayState(**settings))


def wide(text, size):
    """Return how wide the widest line of some words may be, in px, if the font is a wide one."""
    lines = text.split("<br>")
    return max(len(re.sub("<[^>]*>", "", line)) * size * (BOLD if "<b>" in line else LETTER) for line in lines)


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


def test_the_way_is_the_one_that_nice_writes():
    """On the way: NICE offers or considers it; beside it: not, for leg pain."""
    for box, row in graph.boxes().items():
        verdicts = {found.verdict for one in words.COMPLAINTS if (found := model.said("nice", box, one))}
        if row.kind == "way":
            assert verdicts & {"for", "limited"}, box
        if row.kind == "beside" and box != "cement":
            leg = model.said("nice", box, "leg")
            assert leg is None or leg.verdict == "against", box


@PEOPLE
def test_who_has_a_sign_goes_through_a_door_and_noor_does_not(person):
    result = run(presentation=person, step=10.0)
    assert result.ended and result.through_door == (person in ("saddle", "bladder", "fall", "night"))


@given(STATES)
def test_a_walk_goes_on_and_never_beyond_its_end(state):
    result = model.simulate(state)
    assert result.here == min(state.step, len(result.steps))
    shorter = model.walked(result.steps, max(result.here - 1, 0))
    assert result.walked[: len(shorter)] == shorter
    assert result.opened in BOXES, "whoever comes in stands before the first question"


def test_a_step_beyond_the_map_is_refused():
    with pytest.raises(ValueError, match="Steps walked: 11 is outside the range"):
        run(step=11.0)


# What guidelines say -----------------------------------------------------------------------------------------------


def test_the_complaint_decides_what_is_read():
    opioid = {person: run(presentation=person).verdicts["opioid"] for person in ("noor_week8", "back_only")}
    assert opioid == {"noor_week8": "against", "back_only": "limited"}
    assert "cement" not in run().verdicts and run(presentation="fall").verdicts == {"cement": "limited"}


def test_where_they_differ():
    leg, back = (run(presentation=one, guideline="differ").verdicts for one in ("noor_week8", "back_only"))
    assert (leg["traction"], leg["gabapentinoid"], leg["steroid"]) == ("differ", "differ", "all no")
    assert (back["active"], back["opioid"], back["relaxant"]) == ("all yes", "differ", "one")
    assert "cold" not in back


@pytest.mark.parametrize("guideline", model.GUIDELINES)
@PEOPLE
def test_sign_table_and_sentence_say_the_same(guideline, person):
    result = run(presentation=person, guideline=guideline)
    drawn = figure.figure(result)
    row_of = dict(
        zip(
            [box for box in BOXES if graph.boxes()[box].kind in model.JUDGED],
            trace(drawn, "Signs: what the guideline says")["text"],
            strict=True,
        )
    )
    for box, sign in row_of.items():
        found = model.said(guideline, box, result.complaint)
        assert sign == (f"<b>{words.VERDICTS[found.verdict][0]}</b>" if found else ""), box
        open_card = run(presentation=person, guideline=guideline, box=box)
        cells = {(row[0], row[1].casefold()) for row in words.table(open_card).rows}
        text = f"{found.words}{'' if found.seen else ' (from memory)'}." if found else ""
        if found:
            assert (model.GUIDELINES[guideline], text.casefold()) in cells
            assert text.casefold() in words.sentence(open_card).casefold()


def test_what_is_from_memory_is_hollow_and_said():
    result = run(guideline="nass", box="traction")
    assert not hidden(figure.figure(result), "Hollow: from memory")
    assert "(from memory)" in words.sentence(result)
    assert any("not yet checked against the paper" in str(row) for row in words.table(result).rows)
    assert hidden(figure.figure(run(guideline="acp")), "Hollow: from memory")


def test_a_guideline_without_a_word_is_named_as_such():
    assert words.silent("cold", "leg") == list(model.GUIDELINES.values())
    assert "NICE, ACP, Lancet and NASS: nothing found in what we read." in words.sentence(
        run(box="cold", guideline="differ")
    )
    assert "\nNICE: nothing found in what we read." in words.sentence(run(box="cold"))


def test_the_card_says_what_the_guideline_says_that_is_asked():
    """The others wait until they are asked, or compared: four at once are a wall of words."""
    told = words.sentence(run(box="epidural", guideline="nass"))
    assert "✓ NASS:" in told and not any(f" {name}:" in told for name in ("NICE", "ACP", "Lancet"))
    compared = words.sentence(run(box="epidural", guideline="differ"))
    assert all(f" {name}:" in compared for name in ("NICE", "ACP", "Lancet", "NASS"))


# Evidence and signs ------------------------------------------------------------------------------------------------


CARDS = {row.treatment: row for row in data.table("treatment_cards")}


@pytest.mark.parametrize("box", [box for box in BOXES if graph.boxes()[box].card])
def test_a_card_is_the_whole_card_of_the_table(box):
    row = CARDS[graph.boxes()[box].card]
    assert not any(getattr(graph.boxes()[box], column, "") for column in evidence.PARTS), "told twice"
    told = {name: text for name, text, _ in words.table(run(box=box)).rows}
    for column in ("short", "size", "population", "harms", "certainty", "paid"):
        assert told[evidence.PARTS[column]] == getattr(row, column)


@pytest.mark.parametrize("part", ["today", "soon"])
def test_a_door_has_the_signs_of_the_whole_course_word_for_word(part):
    signs = [row.text for row in data.table("warning_signs") if row.part == part]
    assert words.about(part) == "; ".join(signs) + "."
    assert all(sign.casefold() in words.sentence(run(box=part)).casefold() for sign in signs)


def test_nobody_is_advised():
    texts = [step.text for person in CHOICES["presentation"] for step in graph.walk(person)]
    texts += [row.words for row in data.table("treatment_guidelines")]
    texts += [getattr(row, name) for row in graph.boxes().values() for name in ("title", "about", "short", "size")]
    assert [text for text in texts if re.search(r"\b(you|your|must)\b", text, re.IGNORECASE)] == []


# The picture -------------------------------------------------------------------------------------------------------


def test_boxes_do_not_touch():
    for number, one in enumerate(BOXES):
        left, right, low, high = places.rectangle(one)
        assert 0 <= left < right <= places.WIDE and low >= places.BOTTOM - 0.01
        for other in BOXES[:number]:
            other_left, other_right, other_low, other_high = places.rectangle(other)
            apart = max(left - other_right, other_left - right, low - other_high, other_low - high)
            assert apart > 0.3, (one, other)


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


@ALL_THEMES
def test_names_fit_into_their_boxes_where_the_picture_is_narrowest(theme):
    """It is never laid out narrower than 34 sizes of the type; see picture.js."""
    unit = (34 * theme.size - 2 * theme.em(0.4)) / places.WIDE
    for box in BOXES:
        left, right, low, high = places.rectangle(box)
        row = graph.boxes()[box]
        room = (right - left - (places.SIGN if row.place in ("way", "beside") else 0)) * unit
        first, *rest = row.name.split("|")
        text = "<br>".join([f"<b>{first}</b>" if rest else first, *rest])
        font = theme.type_size()
        assert wide(text, font) <= room, box
        assert len([first, *rest]) * 1.3 * font <= (high - low) * theme.size, box


@ALL_THEMES
@pytest.mark.parametrize("guideline", CHOICES["guideline"])
@PEOPLE
def test_the_key_fits_under_the_map(theme, guideline, person):
    drawn = figure.figure(
        run(presentation=person, guideline=guideline), theme=theme, prediction={"traction": "do not offer"}
    )
    key, unit = trace(drawn, "Key"), (34 * theme.size - 2 * theme.em(0.4)) / places.WIDE
    (text,), (font,) = key["text"], key["textfont"]["size"]
    assert key["y"][0] * theme.size - (text.count("<br>") + 1) * 1.3 * font > strip.LOW * theme.size - theme.em(0.4)
    assert wide(text, font) <= places.WIDE * unit


@ALL_THEMES
def test_the_words_of_seals_and_bars_fit(theme):
    unit = (34 * theme.size - 2 * theme.em(0.4)) / places.WIDE
    for box in BOXES:
        drawn = figure.figure(run(box=box), theme=theme)
        seals = trace(drawn, "Words of the seals")
        left, right, *_ = strip._seal(0)
        assert all(wide(text, theme.type_size(0.93)) < (right - left) * unit for text in seals["text"])
        told = trace(drawn, "Words of the test")
        assert any(told["text"]) == bool(words.reading(box)) == (box == "raise")
        for text, x, side, size in zip(
            told["text"], told["x"], told["textposition"], told["textfont"]["size"], strict=True
        ):
            end = x - wide(text, size) / unit if side.endswith("left") else x + wide(text, size) / unit
            assert -0.3 <= end <= places.WIDE + 0.3, text


def test_a_hall_has_room_for_the_map():
    assert figure.figure(run(), theme=THEMES["presenter"])["layout"]["height"] <= 778


@PEOPLE
def test_the_walked_way_is_drawn(person):
    result = run(presentation=person, step=10.0)
    drawn = figure.figure(result)
    boxes = shape(drawn, "Boxes walked to")["path"]
    for box in BOXES:
        assert (places.outline(box) in boxes) == (box in result.walked)
    assert hidden(drawn, "The next box"), "it has ended"
    trail, *forks = lines(shape(drawn, "The way walked")["path"])
    assert len(trail) >= len(result.steps) + 1
    assert [fork[-1] for fork in forks] == [
        pytest.approx(places.at(box), abs=0.01) for step in result.steps for box in step.boxes[1:]
    ], "a way to each box that is open at once"
    numbers = trace(drawn, "Numbers of the steps")
    assert set(numbers["text"]) == {str(number) for number in range(1, len(result.steps) + 1)} and all(
        numbers["marker"]["size"]
    )
    assert trail[-1] == pytest.approx(places.stop(result.steps, result.here), abs=0.01)
    start = figure.figure(run(presentation=person))
    assert hidden(start, "The way walked") and shape(start, "The next box")["path"] == places.outline("first", 0.1)


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
        assert down <= y or min(x, to) < places.ROAD[0]


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
    surgery, scan = words.reading("raise").values()
    assert surgery == [pytest.approx(92), pytest.approx(72)] and scan == [pytest.approx(36), pytest.approx(26)]
    assert rows["slr_surgery_specificity"].value == 0.28 and rows["slr_scan_area_old"].value == 0.515
    result = run(presentation="noor_day8", step=2.0, box="raise")
    drawn = figure.figure(result)
    assert trace(drawn, "Words of the test")["text"][3::2] == ["92 hurt", "72 hurt", "36 hurt", "26 hurt"]
    hundred, hurt = (re.findall(r"M([\d.]+),[-\d.]+H([\d.]+)V", shape(drawn, name)["path"]) for name in strip.BARS)
    shares = [
        (float(end) - float(start)) / (float(last) - float(first))
        for (first, last), (start, end) in zip(hundred, hurt, strict=True)
    ]
    assert shares == pytest.approx([0.92, 0.72, 0.36, 0.26], abs=0.01)
    assert all(f"{count:.0f} of 100" in words.sentence(result) for count in surgery)
    assert "36 and 26 of 100" in words.sentence(result) and "0.515" in str(words.table(result).rows)


def test_no_head_of_an_arrow_is_drawn_twice():
    """Two of the same would cut a hole into each other."""
    heads = re.findall("M[^M]*", shape(figure.figure(run()), "Heads of arrows")["path"])
    assert len(heads) == len(set(heads))


@PEOPLE
def test_frames_are_the_figures_of_the_steps(person):
    steps = len(graph.walk(person))
    start = run(presentation=person)
    played = figure.frames(start)
    assert len(played) == steps * played.stride + 1 and played.controls["step"][-1] == steps
    for here in (0, steps // 2, steps):
        result = run(presentation=person, step=float(here))
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


def test_every_box_can_be_clicked_and_opens_its_card():
    explorer = spine_edu.PathwayMap(ask_first=False, backend_name="static")
    caught = trace(explorer.drawn, "Boxes: click one")
    assert set(caught["customdata"]) == {f"box:{box}" for box in BOXES if box != "first"} | {"step:2;box:here"}
    for x, y, choice in zip(caught["x"], caught["y"], caught["customdata"], strict=True):
        box = "first" if choice.startswith("step") else choice.removeprefix("box:")
        left, right, low, high = places.rectangle(box)
        assert left < x < right and low < y < high
    for box in BOXES:
        explorer.clicked(f"box:{box}")
        assert explorer.result.opened == box
        assert shape(explorer.drawn, "The open box")["path"] == places.outline(box, 0.2)


@PEOPLE
def test_a_touch_on_the_next_box_walks_there(person):
    explorer = spine_edu.PathwayMap(ask_first=False, backend_name="static")
    explorer.set(presentation=person, box="traction")
    for number, step in enumerate(graph.walk(person)[1:], 2):
        caught = trace(explorer.drawn, "Boxes: click one")["customdata"]
        (choice,) = {one for one in caught if one.startswith("step:") and one.endswith(":here")}
        assert sum(one.startswith("step:") for one in set(caught)) == len(step.boxes)
        explorer.clicked(choice)
        assert explorer.result.here == number and explorer.result.opened == step.boxes[-1]
    assert not any(one.startswith("step:") for one in trace(explorer.drawn, "Boxes: click one")["customdata"])


def test_a_touch_on_a_seal_colours_the_map_by_it():
    explorer = spine_edu.PathwayMap(ask_first=False, backend_name="static")
    caught = trace(explorer.drawn, "Seals: click one")
    for choice in dict.fromkeys(caught["customdata"]):
        explorer.clicked(choice)
        assert f"guideline:{explorer.state.guideline}" == choice
    explorer.set(box="traction", presentation="noor_week8")
    assert trace(explorer.drawn, "Words of the seals")["text"][1:] == ["✗ NICE", "ACP", "Lancet", "? NASS", "≠ compare"]


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
        assert walks["xsizemode"] == "pixel" and 0.35 < wide / theme.size / (high - low) < 0.5, "as people are"
        assert high < 0 and abs(low - stop[1]) < 0.7, "in the picture, with its feet at the stop"
        (knob,) = figure.grips(result)
        x, y = on_track(knob, float(here))
        assert x == pytest.approx(walks["xanchor"], abs=0.001) and high - 0.8 < y < high, "the knob is the head"
        # Only the leg beside the road's edge may touch a number, at the narrowest.
        unit = (34 * theme.size - 2 * theme.em(0.4)) / places.WIDE
        in_front = [(u, v) for _, (u, v) in places.marks(result.steps) if low < v < high]
        assert all(abs(u - x) * unit > 0.6 * theme.size or v < low + 0.7 for u, v in in_front)


@pytest.mark.parametrize("guideline", CHOICES["guideline"])
@PEOPLE
def test_the_key_stands_clear_of_the_seals(guideline, person):
    """It ran into the thick edge of the chosen one, and a line of it began with a dot."""
    for theme in THEMES.values():
        drawn = figure.figure(run(presentation=person, guideline=guideline), theme=theme)
        key = trace(drawn, "Key")
        low = min(float(y) for y in re.findall(r"M[\d.]+,(-[\d.]+)", shape(drawn, "Seal: NICE")["path"]))
        assert (low - key["y"][0]) * theme.size > 0.3 * theme.size
        assert not any(line.strip().startswith("·") for line in key["text"][0].split("<br>"))


def test_who_walks_is_told_once():
    assert words.sentence(run(presentation="noor_day8", step=1.0)).count("Noor, day 8") == 1
    assert "Step 1 of 8: the leg still hurts" in words.sentence(run(step=1.0))


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
        == "Walk A is Trouble passing urine, step 3 of 3: Door: today, an emergency department."
    )
    assert words.compare(result, result).startswith("Walk A is the same walk, step 2 of 8: First visit")


# The question ------------------------------------------------------------------------------------------------------


def test_the_answer_is_what_nice_says_of_leg_pain():
    ask = spine_edu.PathwayMap.ask
    answer = ask.answer(run())
    assert sorted(answer.values()).count("do not offer") == 4 and len(answer) == 9
    assert answer["gabapentinoid"] == answer["opioid"] == "do not offer" and answer["epidural"] == "offer or consider"
    told = ask.tell({"gabapentinoid": "offer or consider", "exercise": "offer or consider"}, run())
    assert (told.model, told.apart) == ("NICE agrees with 1 of your 2", "not with Gabapentinoids")


def test_all_of_a_box_is_touched_and_what_was_said_stays_while_it_is_kept():
    drawn = figure.veiled(run(), prediction={"traction": "do not offer"})
    own = trace(drawn, "Your signs")
    assert (
        dict(zip(asked.THINGS, own["text"], strict=True))["traction"] == "<b>✗</b>" and sum(map(bool, own["text"])) == 1
    )
    corners = re.findall(r"M([\d.]+),(-[\d.]+)H([\d.]+)V(-[\d.]+)", drawn["layout"]["shapes"][0]["path"])
    for box, (left, top, right, low) in zip(asked.spots()["boxes"].values(), corners, strict=True):
        assert box == pytest.approx([float(left), float(top), float(right), float(low)], abs=0.01)


def test_the_veiled_picture_holds_no_verdict_and_a_dot_in_each_box():
    drawn = figure.veiled(run())
    assert not any(sign in str(drawn["data"]) for sign in ("✓", "✗", "NICE"))
    (boxes,) = drawn["layout"]["shapes"]
    corners = re.findall(r"M([\d.]+),(-[\d.]+)H([\d.]+)V(-[\d.]+)", boxes["path"])
    for (left, top, right, low), (x, y) in zip(corners, asked.spots()["places"].values(), strict=True):
        assert float(left) < x < float(right) <= places.WIDE + 0.01 and float(low) < y < float(top)


@ALL_THEMES
def test_the_words_of_the_question_fit_into_their_boxes(theme):
    """On a telephone a name stuck out."""
    drawn = figure.veiled(run(), theme=theme)
    unit = (34 * theme.size - 2 * theme.em(0.4)) / places.WIDE
    ends = re.findall(r"M[\d.]+,-[\d.]+H([\d.]+)V", drawn["layout"]["shapes"][0]["path"])
    told = drawn["data"][0]
    for end, x, text, size in zip(ends, told["x"], told["text"], told["textfont"]["size"], strict=True):
        assert (float(end) - x) * unit > wide(text, size), text


def test_what_was_said_stands_in_the_boxes():
    drawn = figure.figure(run(), prediction={"traction": "offer or consider"})
    own = trace(drawn, "Your signs")
    assert dict(zip(asked.THINGS, own["text"], strict=True))["traction"] == "✓"
    assert own["visible"] and sum(map(bool, own["text"])) == 1
    assert not trace(figure.figure(run()), "Your signs")["visible"]
    other = figure.figure(run(guideline="acp"), prediction={"traction": "offer or consider"})
    assert not trace(other, "Your signs")["visible"], "they were about NICE"
