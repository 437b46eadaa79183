"""The ladder every explorer climbs. A new explorer is tested here as soon as it stands in the registry."""

import inspect
import json
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.explorer import veil
from spine_edu.explorer.wire import pack
from spine_edu.registry import REGISTRY, folder
from spine_edu.theme import THEMES
from tests.explorer.answers import WRITTEN

PARTS = pytest.mark.parametrize("part", REGISTRY)


@pytest.fixture(autouse=True)
def without_browser(monkeypatch):
    """These tests read the explorers themselves; tests/browser looks at them in JupyterLab."""
    monkeypatch.setenv("SPINE_EDU_WIDGETS", "static")


def make(part, **settings):
    explorer = getattr(spine_edu, REGISTRY[part])(**settings)
    assert explorer.part == part, f"explorer.py calls itself {explorer.part!r}, the registry {part!r}"
    return explorer


def ends(declared):
    """The values at which a control is tried: every option, or both ends and the middle."""
    if isinstance(declared, data.Choice):
        return declared.values
    if isinstance(declared, data.Text):
        return WRITTEN
    return declared.low, (declared.low + declared.high) / 2, declared.high


def random_settings(explorer, chance):
    """Settings a reader could choose; None if the state refuses the combination, which it may with a sentence."""
    declared = explorer.State.declarations()
    names = chance.sample(list(declared), k=chance.randint(1, min(3, len(declared))))
    changes = {}
    for name in names:
        one = declared[name]
        if not isinstance(one, data.Parameter):
            changes[name] = chance.choice(ends(one))
        else:
            steps = round((one.high - one.low) / one.step)
            changes[name] = min(one.low + one.step * chance.randint(0, steps), one.high)
    return changes


def assert_spelled_out(drawn, checked):
    """What the browser gets is what plotly would have made of it: every name in full, no short forms."""
    if not isinstance(drawn, dict):
        return
    names = checked.keys() - {"template"}
    said = {name for name, value in drawn.items() if value is not None}
    assert said == names, f"a short form or unknown name: {sorted(said - names)}; write it out, as title={{'text': …}}"
    for name in names:
        if name == "data":
            for trace, other in zip(drawn[name], checked[name], strict=True):
                assert_spelled_out(trace, other)
        elif not hasattr(drawn[name], "dtype"):
            assert_spelled_out(drawn[name], checked[name])


def assert_sound(explorer):
    """Figure, sentence and table exist, read the same result, and the words hold no raw number or None."""
    figure, sentence, table = explorer.figure, explorer.describe(), explorer.table()
    pure = explorer.figures.figure(
        explorer.model.simulate(explorer.state), theme=explorer.theme, held=explorer.held, prediction=explorer.predicted
    )
    assert pack(explorer.drawn) == pack(pure)
    json.dumps(pack(pure), default=bytes.hex)
    assert_spelled_out(pure, figure.to_dict())
    assert sentence.strip().endswith((".", "?", "!", "”")) and not re.search(r"\bnan\b|\bNone\b|\d\.\d{6}", sentence)
    assert table.rows and all(len(row) == len(table.columns) for row in table.rows)
    assert all(trace.name for trace in figure.data), "every trace is named with words"
    assert not (figure.layout.images and any(shape.layer == "below" for shape in figure.layout.shapes)), (
        "in a plot plotly puts pictures over the shapes below the grid, and would hide them"
    )


@PARTS
def test_every_control_at_every_end_and_option(part):
    explorer = make(part)
    for name, declared in explorer.State.declarations().items():
        for value in ends(declared):
            explorer.reset()
            try:
                explorer.set(**{name: value})
            except ValueError as refusal:
                assert len(str(refusal)) > 20 and explorer.state == explorer.State(), (name, value)
                continue
            assert getattr(explorer.state, name) == value
            assert_sound(explorer)


@PARTS
def test_every_control_moves_something(part):
    """No dead controls: for each there is a scenario in which moving it changes what is shown."""
    explorer = make(part)
    for name, declared in explorer.State.declarations().items():
        alike = all(len(pictures(explorer, row.name, name, ends(declared))) < 2 for row in explorer.scenarios[::-1])
        assert not alike, f"{name} changes nothing in any scenario"


def pictures(explorer, scenario, name, values):
    """Return the different pictures that a control makes in a scenario, two at most."""
    seen = set()
    for value in values:
        explorer.scenario(scenario)
        try:
            explorer.set(**{name: value})
        except ValueError:
            continue
        seen.add(explorer.figure.to_json())
        if len(seen) == 2:
            break
    return seen


@PARTS
def test_two_hundred_random_moves(part):
    explorer, chance = make(part), random.Random(f"{part}: 200 moves")
    acts = [explorer.undo, explorer.hold, explorer.release, explorer.reset]
    for _ in range(200):
        before = explorer.state
        try:
            explorer.set(**random_settings(explorer, chance)) if chance.random() < 0.85 else chance.choice(acts)()
        except ValueError as refusal:
            assert len(str(refusal)) > 20 and explorer.state == before
        assert explorer.result.state == explorer.state
    assert_sound(explorer)


@PARTS
def test_reset_restores_the_start_and_forgets_a(part):
    explorer = make(part)
    start = explorer.figure.to_json(), explorer.describe(), explorer.to_text()
    explorer.hold()
    explorer.scenario(explorer.scenarios[-1].name)
    explorer.reset()
    assert (explorer.figure.to_json(), explorer.describe(), explorer.to_text()) == start


@PARTS
def test_two_explorers_on_a_page_share_nothing(part):
    one, other = make(part), make(part)
    before = other.describe(), other.to_text()
    one.scenario(one.scenarios[-1].name)
    one.hold()
    assert (other.describe(), other.to_text(), other.held) == (*before, None)


@PARTS
def test_undo_goes_back_step_by_step(part):
    explorer, chance, texts = make(part), random.Random(part), []
    while len(texts) < 5:
        text = explorer.to_text()
        try:
            explorer.set(**random_settings(explorer, chance))
        except ValueError:
            continue
        texts.append(text)
    for text in reversed(texts):
        explorer.undo()
        assert explorer.to_text() == text
    explorer.undo()
    assert explorer.to_text() == texts[0]


@PARTS
@settings(max_examples=25)
@given(seed=st.integers(0, 10**6))
def test_text_line_round_trip(part, seed):
    State, chance = getattr(spine_edu, REGISTRY[part]).State, random.Random(seed)
    declared = State.declarations()
    try:
        state = State(**{name: chance.choice(ends(item)) for name, item in declared.items()})
    except ValueError:
        return
    assert State.from_text(state.to_text(part), part) == state


@PARTS
def test_scenarios_challenges_and_limits_hold_what_they_promise(part):
    explorer = make(part)
    assert 3 <= len(explorer.scenarios) <= 6, "scenarios.csv: three to six presets are needed"
    for row in explorer.scenarios:
        assert explorer.scenario(row.name) == row.notice
        assert explorer.scenario_name == row.name
        assert_sound(explorer)
    assert set(explorer.checks) == {row.key for row in explorer.challenges}
    for row in explorer.challenges:
        explorer.reset()
        assert not explorer.check(row.key), f"{row.key}: already met at the start"
        explorer.from_text(f"{part} v1: {row.solution}")
        assert explorer.check(row.key), f"{row.key}: the solution does not meet the goal"
    assert explorer.limits, "limits.csv: say at least one way in which the model fails"
    assert set(explorer.failures) == {row.key for row in explorer.limits}
    for row in explorer.limits:
        assert explorer.show_limit(row.key) == row.shows
        assert explorer.failures[row.key](explorer.result), f"{row.key}: the model no longer fails this way"


#: Predictions of which nothing can be drawn; they stand over the picture, and are not told a second time in it.
TOLD_ALONE = ("anatomy_column", "anatomy_roots")


@PARTS
def test_hold_compares_and_prediction_is_drawn(part):
    explorer = make(part)
    explorer.hold()
    assert len(explorer.describe()) > len(explorer.words.sentence(explorer.result))
    explorer.scenario(explorer.scenarios[1].name)
    assert explorer.words.compare(explorer.held, explorer.result) in explorer.describe()
    explorer.reset()
    if explorer.ask is None:
        return
    # A prediction may be drawn only where its question applies.
    explorer.set(**explorer.ask.at)
    plain = explorer.figure.to_json()
    answer = explorer.ask.answer(explorer.asked_result)
    with pytest.raises(ValueError, match="allowed|has|needs"):
        explorer.predict("no such answer")
    explorer.predict(list(answer) if isinstance(answer, tuple) else answer)
    assert explorer.told().said and explorer.told().model
    assert veil.line(explorer).startswith("You said ")
    assert (explorer.figure.to_json() != plain) != (part in TOLD_ALONE), "what can be drawn of a prediction is drawn"


@PARTS
@pytest.mark.parametrize("theme", THEMES)
def test_same_traces_and_axes_whatever_the_theme(part, theme):
    explorer = make(part, theme=theme)
    assert [trace.name for trace in explorer.figure.data] == [trace.name for trace in make(part).figure.data]
    for axis in explorer.figure.select_xaxes():
        assert axis.visible is False or axis.range is not None or axis.type == "category", "axes are fixed"


@PARTS
def test_panels_open_and_close(part):
    explorer = make(part)
    face, name = explorer.widget, next(iter(explorer.controls))
    for button in face.panels.buttons.values():
        button.click()
        assert face.panels.place.children, button.description
        assert not face.view.error
        explorer.set(**{name: getattr(explorer.state, name)})
        button.click()
        assert not face.panels.place.children, button.description


@PARTS
def test_frames_play_to_the_end_and_stop(part):
    explorer = make(part)
    if not explorer.can_play():
        with pytest.raises(ValueError, match="nothing to play"):
            explorer.step()
        return
    first, last = explorer.step(), explorer.run()
    assert first != last and explorer.step() == last
    packed = explorer.frames().packed(explorer.drawn)
    assert packed["count"] == len(packed["names"]) == len(packed["sentences"])


@PARTS
def test_a_control_moved_by_hand_and_a_wrong_number_typed(part):
    explorer = make(part)
    number = next((item for item in explorer.controls.values() if hasattr(item, "box")), None)
    if number is None:
        return
    number.slider.value = number.declaration.high
    assert explorer.result.state == explorer.state
    good = explorer.state
    number.box.value = str(number.declaration.high * 10 + 1000)
    assert "outside the range" in number.children[2].value and explorer.state == good
    number.box.value = str(number.declaration.low)
    assert "outside the range" not in number.children[2].value


@PARTS
def test_bad_input_leaves_the_explorer_as_it_was(part):
    explorer = make(part)
    name, before = next(iter(explorer.State.declarations())), explorer.state
    for call, words in [
        (lambda: explorer.set(no_such_control=1), "no control named"),
        (lambda: explorer.set(**{name: object()}), "allowed"),
        (lambda: explorer.from_text("nonsense"), "must start with"),
        (lambda: explorer.from_text(f"{part} v1: no such thing 3"), "names no control"),
        (lambda: explorer.scenario("no such scenario"), "there are"),
        (lambda: explorer.show_limit("no such limit"), "there are"),
        (lambda: explorer.set_theme("pink"), "there are"),
    ]:
        with pytest.raises(ValueError, match=words):
            call()
        assert explorer.state == before


@PARTS
@pytest.mark.callback_error
def test_an_error_in_a_callback_is_said_in_words(part, caplog, monkeypatch):
    explorer = make(part)
    face = explorer.widget
    monkeypatch.setattr(type(explorer), "describe", lambda self: 1 / 0)
    face.buttons["Hold as A"].click()
    assert "ZeroDivisionError" in face.view.error and "Start again" in face.view.error
    assert any(record.exc_info for record in caplog.records)


@PARTS
def test_static_page_stands_alone(part):
    page = make(part).static()
    assert "<table>" in page and 'src="http' not in page and "no medical advice" in page


@PARTS
def test_printing_an_explorer_prints_its_sentence(part):
    explorer = make(part)
    shown = explorer._repr_mimebundle_()
    assert shown["text/plain"] == explorer.describe()
    assert shown["application/vnd.plotly.v1+json"]["data"]


@PARTS
def test_at_most_four_controls_in_view_and_every_module_has_its_part(part):
    Explorer = getattr(spine_edu, REGISTRY[part])
    assert len(Explorer.first) <= 4 and Explorer.part == part and Explorer.title
    modules = (Explorer.model, Explorer.figures, Explorer.words)
    assert [module.__name__ for module in modules] == [
        f"spine_edu.{folder(part)}.{kind}" for kind in ("model", "figure", "words")
    ]
    assert inspect.getdoc(Explorer)


@PARTS
def test_a_refused_combination_goes_back_to_where_it_was(part, monkeypatch):
    """A setting that only the state as a whole can refuse is refused with its sentence, and the controls go back."""
    explorer = make(part)
    name, item = next(iter(explorer.controls.items()))
    before, other = explorer.state, next(value for value in ends(item.declaration) if value != item.value)
    monkeypatch.setattr(explorer, "model", _Refusing)
    item.value = other
    assert explorer.widget.view.error == _Refusing.SENTENCE
    assert explorer.state == before
    assert item.value == getattr(before, name), "the control shows the state"


class _Refusing:
    SENTENCE = "These two do not go together; choose another one."

    @staticmethod
    def simulate(state):
        raise ValueError(_Refusing.SENTENCE)


@PARTS
def test_the_scenario_list_acts_and_forgets_what_is_no_longer_true(part):
    explorer = make(part)
    row, listed = explorer.scenarios[-1], explorer.widget.scenarios
    listed.value = row.name
    assert explorer.to_text() == explorer.State.from_text(f"{part} v1: {row.settings}", part).to_text(part)
    number = next((item for item in explorer.controls.values() if hasattr(item, "slider")), None)
    if number is not None:
        ends_here = number.declaration.low, number.declaration.high
        number.slider.value = next(value for value in ends_here if value != number.value)
        assert explorer.widget.view.error or listed.value == explorer.scenario_name == ""
