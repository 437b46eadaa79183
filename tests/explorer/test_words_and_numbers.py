"""Every number that a sentence says stands in the figure, in the table or among the settings, as printed there.

A reader who hears a number must be able to find it. What a sentence may say beside is listed in `KNOWN`, with the
reason.
"""

import re
from pathlib import Path

import pytest

import spine_edu
from spine_edu import data
from spine_edu.explorer import printed
from spine_edu.registry import REGISTRY, folder
from spine_edu.tables import cell_text

PARTS = pytest.mark.parametrize("part", REGISTRY)

#: part -> what its sentences may say although nothing beside them shows it.
KNOWN = {
    # The article's steps, and a quotation: what was measured against this arrow, as cycle_links.csv says it.
    "cycle_arrows": ["6", "13", "28", "52"],
    # Published findings beside the model, which the panel of sources lists.
    "anatomy_column": ["anatomy_column.evening_loss"],
    "anatomy_roots": [
        "anatomy_roots.off_map_low_back",
        "anatomy_roots.off_map_neck",
        "anatomy_roots.on_map_s1",
        # Anatomy that holds for every disc: the roots of bladder and bowel.
        "S2",
        "S4",
    ],
    # A quotation: the number of operations, as anatomy_tissues.csv says it of two tissues.
    "anatomy_tissues": ["193"],
    # A published finding: how many of the drier discs herniated.
    "herniation_shape": ["herniation_shape.dry_herniated"],
}

#: Names of vertebrae, discs, roots and movements: they are words, although they hold digits.
_NAME = re.compile(r"\b[CTLS]\d+(?:-[CTLS]?\d+)?\b")
#: A source is named by its year: Cooley et al. 2018.
_CITATION = re.compile(r"\b[A-Z]\w+ (?:et al\.|and \w+) (?:19|20)\d\d")
_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")


@pytest.fixture(autouse=True)
def without_browser(monkeypatch):
    """The explorers themselves; tests/browser looks at what JupyterLab makes of them."""
    monkeypatch.setenv("SPINE_EDU_WIDGETS", "static")


def numbers(text):
    """Return the numbers of a text as they are written, without the commas between thousands."""
    return [found.replace(",", "") for found in _NUMBER.findall(_CITATION.sub("", _NAME.sub("", text)))]


def many(value):
    return list(value) if isinstance(value, (list, tuple)) or hasattr(value, "tolist") else [value]


def texts(table, figure):
    """Return all text in table and figure."""
    layout = figure["layout"]
    yield from (table.caption, f"{len(table.rows)} rows", *table.columns)
    yield from (cell_text(cell) for row in table.rows for cell in row)
    for trace in figure["data"]:
        if trace.get("visible", True) and "text" in trace.get("mode", ""):
            yield from many(trace["text"])
    yield from (note["text"] for note in layout.get("annotations", ()) if note.get("visible", True))
    for thing in (layout, *(axis for key, axis in layout.items() if "axis" in key)):
        yield thing.get("title", {}).get("text", "")


def settings(state):
    """Return the settings as the controls show them: numbers in full, shares in per cent too, choices in words."""
    for name, declared in state.declarations().items():
        value = getattr(state, name)
        if isinstance(declared, data.Choice):
            yield next(option.text for option in declared.options if option.value == value)
        elif isinstance(declared, data.Text):
            yield value
        else:
            yield f"{value:.10g}"
            if declared.unit == "1" and declared.high <= 1:
                yield f"{100 * value:.10g} %"


def points(figure):
    """Return the numbers that can be read off an axis that is drawn: bars, marks, and where lines start and end."""
    for trace in figure["data"]:
        for way in "xy":
            axis = figure["layout"][way + "axis" + trace.get(f"{way}axis", way)[1:]]
            if trace.get("visible", True) and trace.get("mode") != "text" and axis.get("visible", True):
                values = many(trace[way])
                if trace.get("mode") == "lines":
                    values = [*values[:1], *values[-1:]]
                yield from (value for value in values if isinstance(value, (int, float)))


def stands(said, shown):
    """Return whether a number as written, such as ``"1.30"``, is one of some numbers rounded to its digits."""
    half = 0.5 * 10 ** -len(said.partition(".")[2])
    return any(abs(float(said) - abs(one)) <= half * (1 + 1e-6) for one in shown)


def known(part):
    """Return names and numbers of `KNOWN` as the sentences write them; a key stands for its value in the data."""
    for item in KNOWN.get(part, ()):
        yield f"{data.value(item):g}" if item.startswith(f"{part}.") else item


def unfound(explorer):
    """Return what the sentence of an explorer says and nothing shows."""
    sentence, figure = explorer.describe(), explorer.drawn
    shown = [*texts(explorer.table(), figure), *settings(explorer.state)]
    names = {name for text in shown for name in _NAME.findall(text)}
    values = [*(float(number) for text in shown for number in numbers(text)), *points(figure)]
    return [
        *(name for name in _NAME.findall(sentence) if name not in names),
        *(number for number in numbers(sentence) if not stands(number, values)),
    ]


@PARTS
def test_every_number_of_the_sentence_stands_in_figure_table_or_settings(part):
    explorer = getattr(spine_edu, REGISTRY[part])()
    allowed, used = set(known(part)), set()
    for name in (None, *(row.name for row in explorer.scenarios)):
        if name:
            explorer.scenario(name)
        missing = set(unfound(explorer))
        assert missing <= allowed, (name or "the start", missing - allowed, explorer.describe())
        used |= missing
    assert used == allowed, "what no sentence needs any more is taken off the list"


def test_a_number_stands_if_it_is_what_is_shown_rounded_to_its_digits():
    assert stands("0.75", [0.7512]) and stands("3.0", [3]) and stands("12", [-11.6])
    assert not stands("0.75", [0.8]) and not stands("27", [2.7])
    assert numbers("Disc L4-5 carries 1,729.5 N, 80 % of it at T12 (Cooley et al. 2018)") == ["1729.5", "80"]


def reads(part):
    """Return the tables of data with sources that the modules of a part's own folder read."""
    own = (Path(spine_edu.__file__).parent / folder(part).replace(".", "/")).glob("*.py")
    named = {name for path in own for name in re.findall(r'data\.table\("(\w+)"\)', path.read_text(encoding="utf-8"))}
    return {name for name in named if "source" in _columns(name)}


def _columns(table):
    schema = next(one["schema"] for one in data.package()["resources"] if one["name"] == table)
    return {field["name"] for field in schema["fields"]}


@PARTS
def test_each_table_behind_an_explorer_stands_in_its_panel_of_sources(part):
    """A number from memory that no parameter holds was marked nowhere on the screen."""
    explorer = getattr(spine_edu, REGISTRY[part])(ask_first=False)
    assert reads(part) - {"loads_studies"} <= set(explorer.behind)
    found = printed.sources(explorer)
    said = [row[-1] for row in found["rows"]]
    for table, (_, column) in explorer.behind.items():
        assert column in _columns(table)
        assert all(data.provenance(row) in said for row in data.table(table) if hasattr(row, "basis"))
        keys = {key for row in data.table(table) for key in data.split_keys(row.source)}
        assert {data.full_citation(key) for key in keys} <= set(found["sources"])
