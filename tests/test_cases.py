"""Faults that readers met, each with its whole kind: over all explorers, presets and looks."""

import html
import re
import warnings
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import spine_edu
from spine_edu import data
from spine_edu.cycle.whole.model import CycleState
from spine_edu.explorer.card import card
from spine_edu.registry import REGISTRY
from spine_edu.theme import THEMES

ROOT = Path(__file__).resolve().parents[1]
PARTS = pytest.mark.parametrize("part", REGISTRY)
#: Explorers in whose picture the notebooks promise a click, and what it sets.
CLICKED = {
    "anatomy_column": {"disc"},
    "anatomy_roots": {"zone", "side", "within"},
    "anatomy_tissues": {"tissue"},
    "cycle_arrows": {"arrow", "steps", "balancing"},
    "cycle_model": {
        name for name in CycleState.declarations() if name.startswith("show_") or name.endswith("treatment")
    }
    | {"cut_link"},
    "cycle_mystery": {"patient", "suspect", "amount", "reveal"}
    | {f"{number}_look" for number in ("first", "second", "third", "fourth", "fifth")},
    "cycle_loop": {"gain"},
    "herniation_followup": {"rule", "sort"},
    "herniation_scans": {"kind"},
    "herniation_shape": {"level", "side", "zone"},
    "loads_pressure": {"posture"},
    "treatment_cycle": {"curve", "treatment"},
    "treatment_hundred": {"person", "reading"},
    # What is read out in a preset is accepted by the next press.
    "treatment_options": {"option", "row", "whose", "lean", "accept_speed", "accept_operation"},
    "treatment_shelf": {"treatment", "row"},
}


def make(part, **settings):
    return getattr(spine_edu, REGISTRY[part])(backend_name="static", **settings)


def every_preset(part):
    """An explorer, set to its start and then to each of its presets, ways to its goals and limits."""
    explorer = make(part)
    yield explorer
    for act, keys in (
        (explorer.scenario, [row.name for row in explorer.scenarios]),
        (explorer.show_way, [row.key for row in explorer.challenges]),
        (explorer.show_limit, [row.key for row in explorer.limits]),
    ):
        for key in keys:
            act(key)
            yield explorer


# Pictures ------------------------------------------------------------------------------------------------------------


@PARTS
def test_pictures_are_made_of_scatter_bars_shapes_and_images_alone(part):
    """The smallest edition of plotly.js draws them all."""
    for explorer in every_preset(part):
        drawn = explorer.drawn
        assert {trace["type"] for trace in drawn["data"]} <= {"scatter", "bar"}
        known = (
            "shapes",
            "images",
            "annotations",
            "xaxis",
            "yaxis",
            "barmode",
            "bargap",
            "width",
            "height",
            "margin",
            "font",
            "paper_bgcolor",
            "plot_bgcolor",
            "showlegend",
            "dragmode",
            "hovermode",
            "hoverdistance",
            "hoverlabel",
            "autosize",
            "template",
            "title",
            "meta",
        )
        assert [key for key in drawn["layout"] if not key.startswith(known)] == []


@PARTS
def test_what_can_be_clicked_hears_the_click_and_does_what_it_carries(part):
    """plotly sends no click on a trace that is skipped in hovering (case 04)."""
    found = set()
    for explorer in every_preset(part):
        for theme in THEMES.values():
            explorer.set_theme(theme.name)
            for trace in explorer.drawn["data"]:
                if "customdata" in trace:
                    assert trace["hoverinfo"] != "skip", trace["name"]
                    assert len(trace["customdata"]) == len(trace["x"]), trace["name"]
                    found |= set(trace["customdata"])
    # A point of the trace that cannot be clicked now says nothing.
    found.discard("")
    for choice in found:
        explorer.reset()
        explorer.clicked(choice)
        for name, value in asked(choice):
            declared = explorer.state.declarations()[name]
            assert getattr(explorer.state, name) == (float(value) if isinstance(declared, data.Parameter) else value)
    assert {name for choice in found for name, _ in asked(choice)} == CLICKED.get(part, set())


def asked(choice):
    """Return the settings that a click asks for: pairs of name and value."""
    return [tuple(setting.split(":")) for setting in choice.split(";")]


@pytest.mark.parametrize("steps", [1, 5])
def test_an_arrow_takes_clicks_all_along_its_line(steps):
    for trace in make("cycle_arrows", steps=steps, balancing="yes").drawn["data"]:
        if trace["name"] == "Places to click":
            places = trace["customdata"]
            assert {places.count(choice) for choice in places} == {11}
            assert trace["marker"]["opacity"] == 0


# Words of the controls -----------------------------------------------------------------------------------------------


def numbers(part):
    """Return the numbers that are controls of a part, by name."""
    declared = getattr(spine_edu, REGISTRY[part]).State.declarations()
    return {name: one for name, one in declared.items() if isinstance(one, data.Parameter)}


@PARTS
def test_no_label_says_its_unit_twice(part):
    for one in card(make(part))["controls"].values():
        label, unit = one["label"].lower(), one.get("unit", "")
        words = {"d": "day", "h": "hour"}.get(unit, unit.removeprefix("/").removesuffix("s"))
        assert not unit or words not in label, f"{label} ({unit})"


def test_a_unit_that_the_label_does_not_name_is_written_behind_it():
    shown = card(make("loads_water"))["controls"]
    assert (shown["lying"]["unit"], shown["hour"]["unit"], shown["pull"]["unit"]) == ("h", "", "mm")


@PARTS
def test_no_help_says_the_range_that_stands_behind_it(part):
    for name, one in numbers(part).items():
        assert not re.search(rf"\b{one.low:g}\b ?(to|–|-) ?{one.high:g}\b", one.help), f"{name}: {one.help}"


@PARTS
def test_labels_tell_controls_apart_and_help_that_several_share_names_none_of_them(part):
    declared = getattr(spine_edu, REGISTRY[part]).State.declarations().values()
    labels = [one.label for one in declared]
    assert len(set(labels)) == len(labels)
    keys = [one.key for one in declared]
    for one in declared:
        if keys.count(one.key) > 1:
            assert not re.search("first|second|third", one.help), f"{one.label}: {one.help}"


@pytest.mark.parametrize("theme", THEMES)
def test_a_short_number_stands_at_its_bar_and_not_at_the_line_of_standing(theme):
    """Nachemson’s 25 (% of standing) was printed beside the line of 100."""
    bars, words = make("loads_pressure", theme=theme).drawn["data"][:2]
    ends = [base + length for base, length in zip(bars["base"], bars["x"], strict=True)]
    short = [text.strip() for text in words["text"]].index("25")
    assert words["x"][short] == pytest.approx(ends[bars["customdata"].index("posture:supine", 1)])


# What a page shows that is not run -----------------------------------------------------------------------------------

NOTEBOOKS = pytest.mark.parametrize("name", [row.file for row in data.table("notebooks") if row.ready == "yes"])


@pytest.fixture
def outputs(root, name):
    """All outputs of a committed notebook, in their order."""
    book = nbformat.read(root / "notebooks" / name, 4)
    return [output for cell in book.cells for output in cell.get("outputs", [])]


@NOTEBOOKS
def test_no_committed_output_refers_to_a_widget(outputs):
    """A page without a kernel has none, and shows an error, or nothing, where the picture would be (case 05)."""
    assert [
        output.data for output in outputs if "application/vnd.jupyter.widget-view+json" in output.get("data", {})
    ] == []


def test_a_front_end_without_widgets_gets_the_sentence_as_words(monkeypatch):
    monkeypatch.delenv("SPINE_EDU_PICTURES", raising=False)
    for backend in ("live", "redraw"):
        explorer = spine_edu.RunTheLoop(backend_name=backend)
        kept, _ = explorer._repr_mimebundle_()
        assert html.unescape(kept["text/html"]) == f"<figure><figcaption>{explorer.describe()}</figcaption></figure>"
        assert kept["text/plain"] == explorer.describe()


# What outlives the kernel --------------------------------------------------------------------------------------------


def executed(*cells):
    """Run cells without a browser, as ``nbconvert --execute`` does, and return the notebook."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(book, kernel_name="python3").execute()
    return book


def has_place(state, path):
    """Whether the last step of a path leads from a thing that exists; a page puts a buffer back there."""
    try:
        for key in path[:-1]:
            state = state[key]
    except (KeyError, IndexError, TypeError):
        return False
    return isinstance(state, (dict, list))


@pytest.mark.slow
def test_the_state_that_an_executed_notebook_saves_can_be_read():
    """Case 06: every buffer that ever came is kept by its path, also when the figure has nothing there any more."""
    names = list(REGISTRY.values())
    book = executed(
        f"import spine_edu\nexplorers = [getattr(spine_edu, name)() for name in {names}]\n"
        "for explorer in explorers:\n    display(explorer)",
        "for explorer in explorers:\n"
        "    explorer.hold()\n    explorer.scenario(explorer.scenarios[-1].name)\n"
        "    explorer.can_play() and explorer.widget.act({'act': 'frames', 'id': '1'})\n"
        "    explorer.set_theme('dark')\n    explorer.reset()",
    )
    models = book.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"].values()
    buffers = [(model, buffer) for model in models for buffer in model.get("buffers", ())]
    assert len(buffers) > 3 * len(REGISTRY)
    assert [buffer["path"] for model, buffer in buffers if not has_place(model["state"], buffer["path"])] == []
    assert {len(buffer["path"]) for _, buffer in buffers} == {1, 2}, "at a place that no later value takes away"


# Pictures without a hole ---------------------------------------------------------------------------------------------


@PARTS
def test_no_picture_holds_a_number_that_is_none(part):
    """Case 13: a free piece in the foramen vanished from all three pictures."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for explorer in every_preset(part):
            assert not re.search(r"\bnan\b|\binf\b", repr(explorer.drawn)), explorer.to_text()


@pytest.mark.parametrize("zone", ["central", "subarticular", "foraminal", "extraforaminal"])
@pytest.mark.parametrize("extent", [1, 12, 100])
def test_no_herniation_vanishes_whatever_its_size_and_place(zone, extent):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for continuity in ("joined", "free"):
            explorer = make("herniation_shape", zone=zone, continuity=continuity, extent=extent, cover="nothing")
            assert not re.search(r"\bnan\b", repr(explorer.drawn)), explorer.to_text()
