"""Predict first: what is veiled, what lifts the veil, and that a prediction stays."""

import json
import re

import pytest

import spine_edu
from spine_edu.explorer import printed, veil
from spine_edu.explorer.prediction import ASKED, KEPT, OPEN, forget_all
from spine_edu.registry import REGISTRY
from tests.explorer.answers import some_answer


def make(part, **more):
    return getattr(spine_edu, REGISTRY[part])(ask_first=True, **more)


ASKING = [part for part in REGISTRY if make(part).ask is not None]
PARTS = pytest.mark.parametrize("part", ASKING)


def an_answer(explorer):
    return some_answer(explorer.ask, explorer.asked_result)


def numbers(text):
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def everything_shown(explorer):
    """Return what a page, a stored notebook and an export hold of an explorer, as text, without what is no number."""
    kept, _ = printed.kept(explorer, {})
    drawn = veil.figure(explorer)
    # A widget's name is made by chance, and may hold any number.
    kept = [re.sub(r"\b[0-9a-f]{16,}\b", "", str(text)) for text in kept.values()]
    return " ".join(
        [
            *kept,
            printed.bundle(explorer)["text/plain"],
            json.dumps(veil.strip(explorer), ensure_ascii=False),
            str(veil.table(explorer)),
            json.dumps([trace for trace in drawn["data"] if trace.get("name") != "Standing"], default=list),
            json.dumps([shape.get("text", "") for shape in drawn["layout"].get("annotations", ())]),
        ]
    )


@PARTS
def test_a_fresh_explorer_shows_no_number_of_its_answer(part):
    explorer = make(part)
    assert explorer.phase == ASKED and explorer.veiled
    shown = everything_shown(explorer)
    assert explorer.ask.question in shown
    assert explorer.words.sentence(explorer.result) not in shown
    answer = numbers(explorer.ask.tell(explorer.ask.check(an_answer(explorer)), explorer.asked_result).model)
    # The ends of the scale on which it is answered stand there for everybody.
    own = numbers(f"{explorer.ask.question} {getattr(explorer.ask, 'low', '')} {getattr(explorer.ask, 'high', '')}")
    assert not (answer - own) & numbers(shown)
    assert not explorer.told() and not veil.line(explorer)
    face = explorer.widget
    assert face.sentence == veil.sentence(explorer) and not face.playable and face.prediction["phase"] == ASKED
    face.act({"act": "panel", "opened": "table"})
    assert not face.panels["table"]["rows"]


@PARTS
def test_a_prediction_is_kept_and_the_next_act_lifts_the_veil(part):
    explorer = make(part)
    todo = explorer.predict(an_answer(explorer))
    assert explorer.phase == KEPT and explorer.veiled and todo.startswith("Now ") and todo.endswith(".")
    assert veil.strip(explorer)["said"] and not veil.strip(explorer)["model"]
    explorer.scenario(explorer.scenarios[0].name)
    assert explorer.phase == OPEN
    told = explorer.told_here()
    assert explorer.told() and all(told) and veil.line(explorer).count(told.model) == 1
    assert veil.sentence(explorer) == explorer.describe() and "You said" not in explorer.describe()


@PARTS
def test_the_answer_is_that_of_the_settings_the_question_is_about(part):
    explorer = make(part)
    explorer.predict(an_answer(explorer))
    explorer.look()
    at_first = explorer.told()
    for row in explorer.scenarios:
        explorer.scenario(row.name)
        assert explorer.told() == at_first
    for row in explorer.limits:
        explorer.show_limit(row.key)
        assert explorer.told() == at_first


@PARTS
def test_nothing_overwrites_a_prediction(part):
    explorer = make(part)
    explorer.predict(an_answer(explorer))
    kept = explorer.predicted
    for act in (explorer.reset, explorer.undo, explorer.hold, explorer.look, lambda: explorer.set_theme("dark")):
        act()
        assert explorer.predicted == kept
    with pytest.raises(ValueError, match="stays as it is"):
        explorer.predict(an_answer(explorer))
    again = make(part)
    assert again.predicted == kept and again.phase == OPEN and again.told()


def test_another_explorer_of_the_same_name_is_not_asked_again():
    one, other = make("start_practice"), make("start_practice")
    one.predict(40)
    assert other.phase == OPEN
    with pytest.raises(ValueError, match="40 litres"):
        other.predict(50)
    assert one.predicted == 40


def test_who_would_rather_look_sees_everything_and_may_still_predict():
    explorer = make("start_practice")
    explorer.look()
    assert veil.sentence(explorer) == explorer.describe() and explorer.told() is None
    explorer.predict(40)
    assert explorer.phase == OPEN and explorer.told().apart == "8 litres more"


def test_what_python_sets_before_it_is_asked_stays_veiled():
    explorer = make("start_practice")
    explorer.set(tap=6)
    explorer.undo()
    assert explorer.phase == ASKED


def test_a_run_lifts_the_veil_of_a_kept_prediction():
    explorer = make("cycle_loop")
    explorer.predict([6, 5, 4, 3, 2])
    explorer.run()
    assert explorer.phase == OPEN


def test_a_teacher_may_do_without(monkeypatch):
    assert make("start_practice").veiled
    assert not spine_edu.Practice(ask_first=False).veiled
    monkeypatch.setenv("SPINE_EDU_ASK_FIRST", "no")
    assert not spine_edu.Practice().veiled
    monkeypatch.delenv("SPINE_EDU_ASK_FIRST")
    assert spine_edu.Practice().veiled


def test_forgetting_asks_again():
    explorer = make("start_practice")
    explorer.predict(40)
    explorer.forget()
    assert explorer.phase == ASKED and explorer.predicted is None
    explorer.predict(50)
    assert explorer.predicted == 50


def test_the_explorer_that_asks_nothing_is_open():
    assert make("cycle_mystery").phase == OPEN
    with pytest.raises(ValueError, match="asks for no prediction"):
        make("cycle_mystery").predict("anything")


def test_a_drawn_curve_stays_in_sight_until_the_run():
    for part, days in (("cycle_loop", 5), ("cycle_model", None)):
        explorer = make(part)
        explorer.predict([5] * (days or len(explorer.ask.places)))
        shown = veil.figure(explorer)
        (own,) = [trace for trace in shown["data"] if trace["name"] == "Your prediction"]
        assert own["visible"] and "xaxis" in shown["layout"] and "yaxis" in shown["layout"], part


@PARTS
def test_once_predicted_what_is_set_is_what_was_asked(part):
    explorer = make(part)
    explorer.predict(an_answer(explorer))
    assert explorer.state == explorer.asked_result.state and explorer.widget.scenario == ""
    explorer.look()
    # What is said of the other column is painted there; the pathway opens the card of the first mark that is apart; the
    # flag that was planted stays, as the prediction does.
    planted = {"flag": explorer.predicted} if part == "claims_tracer" else {}
    said = {"claims_other_column": {"mine": explorer.predicted}, "treatment_pathway": {"box": "nsaid"}}.get(part, {})
    assert explorer.state == explorer.asked_result.state == explorer.State().replace(**explorer.ask.at | said | planted)
    explorer.reset()
    assert explorer.state == explorer.State().replace(**planted)


def test_the_first_act_starts_from_what_was_asked_and_is_one_step_back():
    explorer = make("loads_water", day_load=0.6)
    face = explorer.widget
    face.act({"act": "predict", "answer": 5})
    assert face.traction == 2 and face.day_load == explorer.State().day_load
    face.act({"act": "move", "name": "lying", "step": 0})
    assert explorer.phase == OPEN and explorer.state.traction == 2
    explorer.undo()
    assert explorer.state == explorer.asked_result.state
    explorer.undo()
    assert explorer.state.day_load == 0.6


def test_who_would_rather_look_sees_what_the_question_is_about_unless_something_else_is_set():
    asked = make("loads_water")
    asked.look()
    assert asked.state.traction == 2
    for explorer in (make("loads_water", lying=10), make("loads_water")):
        explorer.set(lying=10)
        explorer.look()
        assert explorer.state.traction == 0 and explorer.state.lying == 10


@PARTS
def test_what_is_kept_can_be_held_and_nothing_that_tells(part):
    explorer = make(part)
    if not hasattr(explorer.figures, "grips"):
        return
    face = explorer.widget
    assert face.grips == [] == explorer.grips()
    explorer.predict(an_answer(explorer))
    kept, veiled_axes = face.grips, veil.figure(explorer)["layout"]
    explorer.look()
    open_axes = explorer.drawn["layout"]
    for grip in face.grips:
        same = all(
            name in veiled_axes
            and veiled_axes[name]["range"] == open_axes[name]["range"]
            and veiled_axes[name].get("domain") == open_axes[name].get("domain")
            for name in grip["axes"]
        )
        assert (grip in kept) == (same and "telling" not in grip)


def test_a_knob_on_a_curve_that_is_asked_for_waits_for_the_answer():
    for part, control in (("cycle_loop", "day"), ("loads_water", "hour"), ("herniation_scans", "month")):
        explorer = make(part)
        explorer.predict(an_answer(explorer))
        assert control not in [grip["control"] for grip in explorer.grips()], part
        explorer.look()
        assert control in [grip["control"] for grip in explorer.grips()], part


def test_what_is_forgotten_while_it_is_kept_is_asked_again():
    explorer = make("start_practice")
    explorer.predict(20)
    assert explorer.phase == KEPT
    forget_all()
    assert explorer.phase == ASKED
    explorer.set_theme("presenter")
    assert explorer.predict(30) and explorer.phase == KEPT


@PARTS
def test_a_number_that_is_marked_in_the_picture_has_a_line_or_an_outline(part):
    """Without either, the mark is a bare knob, and the number it stands for is written nowhere."""
    level = getattr(make(part).ask, "level", None)
    assert not level or "line" in level or "outline" in level
