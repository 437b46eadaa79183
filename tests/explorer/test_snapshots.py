"""What every explorer says, tabulates and draws in every scenario, as somebody has looked at it and approved it.

The approved text of each explorer is a file in ``__snapshots__``. If a change is meant, approve it with ::

    python -m uv run --extra test pytest tests/explorer/test_snapshots.py --snapshot-update

and read the difference as you would read one of the code. If a line of a drawing has changed, look at the pictures
before and after (``tools/look.py``): a digest tells that something has moved, not whether it looks right.

A file holds the start in full, and of the drawing in each scenario what differs from the start; last come the settings
that no scenario shows. `digest` says how a drawing is told. Words and tables must be the same to the letter. In a
drawing a number with a decimal point may be one off in its last digit, since machines differ at the last of sixteen
digits and may round it the other way; whole numbers may not, nor what stands in quotation marks.
"""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import spine_edu
from spine_edu import data
from spine_edu.explorer.prediction import forget_all
from spine_edu.registry import REGISTRY
from spine_edu.tables import cell_text
from tests.explorer.answers import some_answer
from tests.explorer.digest import digest

FOLDER = Path(__file__).parent / "__snapshots__" / "test_snapshots"
PARTS = pytest.mark.parametrize("part", REGISTRY)
_FEW = 4
_APART = re.compile(r'("[^"]*"|-?\d+\.\d+)')


@pytest.fixture(autouse=True)
def without_browser(monkeypatch):
    """The explorers themselves; tests/browser looks at what JupyterLab makes of them."""
    monkeypatch.setenv("SPINE_EDU_WIDGETS", "static")


class Approved(SingleFileSnapshotExtension):
    """One file of plain text an explorer, compared line by line."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    def matches(self, *, serialized_data, snapshot_data):
        """Return whether two texts say the same."""
        one, other = serialized_data.splitlines(), str(snapshot_data).splitlines()
        return len(one) == len(other) and all(map(alike, one, other))


def alike(one, other):
    """Return whether two lines are equal but for the last digit of what is measured in a drawing."""
    if one == other or one[:1] in "=>|":
        return one == other
    parts, others = _APART.split(one), _APART.split(other)
    return len(parts) == len(others) and all(map(_near, parts, others))


def _near(one, other):
    if one == other:
        return True
    digits = len(one.partition(".")[2])
    if not re.fullmatch(r"-?\d+\.\d+", one) or digits != len(other.partition(".")[2]):
        return False
    return abs(float(one) - float(other)) < 1.5 * 10**-digits


def said(explorer):
    """Return settings and sentences as lines."""
    sentences = re.split(r"(?<=[.?!]) (?=[A-Z])", explorer.describe())
    return [f"= {explorer.to_text()}", *(f"> {sentence}" for sentence in sentences)]


def played(explorer):
    """Return what is said after one step and at the end of a run, if there is one to play here, as lines."""
    try:
        return [f"> After a step: {explorer.step()}", f"> At the end: {explorer.run()}"]
    except ValueError as nothing:
        assert "nothing to play" in str(nothing)
        return []


def tabulated(explorer):
    """Return the table as lines, a row each."""
    table = explorer.table()
    rows = ("| " + " | ".join(cell_text(cell) for cell in row) for row in (table.columns, *table.rows))
    return [f"| {table.caption}", *(row.rstrip() for row in rows)]


def changed(items, start):
    """Return the lines of what is drawn otherwise than at the start, and what is no longer drawn."""
    names = {_head(item) for item in items}
    return [
        *(line for item in items if not _among(item, start) for line in item),
        *(f"no longer: {_head(item)}" for item in start if _head(item) not in names),
    ]


def _head(item):
    """Which thing an item is about: its kind and what it is called; a figure has one title."""
    return re.match(r'title|\w+ ("[^"]*"|\w+)', item[0])[0]


def _among(item, items):
    return any(len(item) == len(other) and all(map(alike, item, other)) for other in items)


def told(explorer):
    """Return what an explorer says, tabulates and draws in every state that is kept, as lines."""
    start, table = digest(explorer.drawn, explorer.theme), tabulated(explorer)
    yield from ("=== Start ===", *said(explorer), *played(explorer), *table, *(line for item in start for line in item))
    for name in states(explorer):
        rows = tabulated(explorer)
        yield from ("", f"=== {name} ===", *said(explorer), *played(explorer))
        yield from ["| as at the start"] if rows == table else rows
        yield from changed(digest(explorer.drawn, explorer.theme), start)
    yield from ("", "=== What no scenario shows ===")
    for settings, in_full in seldom_seen(explorer):
        refusal = go_to(explorer, settings)
        yield from ("", *([f"> {refusal}"] if refusal else ()), *said(explorer))
        if in_full:
            yield from (row for row in tabulated(explorer) if row not in table)
            yield from changed(digest(explorer.drawn, explorer.theme), start)


def seldom_seen(explorer):
    """Return settings that no scenario has, and whether they are told in full or in a sentence, being so many.

    They are every other option of each choice, and the farther end of each number that no scenario moves. Of controls
    that share their options, such as a second and a third treatment, only the first is tried.
    """
    explorer.reset()
    seen, tried, found = [explorer.state], set(), []
    for row in explorer.scenarios:
        explorer.scenario(row.name)
        seen.append(explorer.state)
    for name, declared in seen[0].declarations().items():
        shown = {getattr(state, name) for state in seen}
        if isinstance(declared, data.Choice):
            values = [value for value in declared.values if value not in shown]
        elif isinstance(declared, data.Text):
            values = []
        else:
            far = declared.low if declared.value > (declared.low + declared.high) / 2 else declared.high
            values = [far] if len(shown) == 1 else []
        if declared.key not in tried:
            found += [({name: value}, len(values) <= _FEW) for value in values]
        tried.add(declared.key)
    return found


def states(explorer):
    """Bring an explorer into each state that is kept beside the start, and return its name."""
    names = [row.name for row in explorer.scenarios]
    for name in names:
        explorer.reset()
        explorer.scenario(name)
        yield name
    explorer.reset()
    explorer.hold()
    yield "The start held as A, and nothing changed"
    if explorer.ask is not None:
        forget_all()  # another explorer of the same name, in dark, has been here
        explorer.predict(some_answer(explorer.ask, explorer.asked_result))
    explorer.scenario(names[1])
    yield f"The start held as A, a prediction that is wrong, and {names[1]}"
    forget_all()
    explorer.reset()
    explorer.scenario(names[-1])
    explorer.hold()
    explorer.scenario(names[0])
    yield f"{names[-1]} held as A, and {names[0]}"


def go_to(explorer, settings):
    """Set controls from the start; return the sentence of refusal, after which one more choice is made to suit them."""
    explorer.reset()
    try:
        explorer.set(**settings)
    except ValueError as refusal:
        declared = explorer.state.declarations().items()
        others = [
            {name: value}
            for name, choice in declared
            if isinstance(choice, data.Choice) and name not in settings
            for value in choice.values
        ]
        for other in others:
            with suppress(ValueError):
                explorer.set(**settings, **other)
                break
        return refusal
    return None


@PARTS
def test_as_approved(part, snapshot, request):
    updating = request.config.getoption("--snapshot-update", default=False)
    explorer = getattr(spine_edu, REGISTRY[part])(theme="light")
    if not (FOLDER / f"test_as_approved[{part}].txt").exists() and not updating:
        pytest.fail(
            f"Nothing of {part} has been approved yet: run pytest {Path(__file__).name} -k {part} "
            "--snapshot-update, and read what it writes."
        )
    assert "\n".join([*told(explorer), ""]) == snapshot(extension_class=Approved)


@PARTS
def test_dark_draws_the_same(part):
    """Another theme has other colours under the same names, and other sizes; nothing else differs."""
    light, dark = (getattr(spine_edu, REGISTRY[part])(theme=theme) for theme in ("light", "dark"))
    for name, _ in zip(states(light), states(dark), strict=True):
        assert without_sizes(dark) == without_sizes(light), name


def without_sizes(explorer):
    """Return the digest of a drawing, but for how thick and large things are; in light, words on a scan are white."""
    lines = (line for item in digest(explorer.drawn, explorer.theme) for line in item)
    return [re.sub(r"×[\d.]+|#[0-9a-f]{6}", "×", line).replace("mri label", "page paper") for line in lines]


def test_a_line_is_alike_but_for_the_last_digit_of_what_is_measured():
    assert alike('"L4-5" at (12.3, 0.10), 3 pieces', '"L4-5" at (12.4, 0.09), 3 pieces')
    assert not alike('"L4-5" at (12.3, 0.10), 3 pieces', '"L4-5" at (12.5, 0.10), 3 pieces')
    assert not alike('"0.2" at (12.3, 0.10), 3 pieces', '"0.3" at (12.3, 0.10), 3 pieces')
    assert not alike('"L4-5" at (12.3, 0.10), 3 pieces', '"L4-5" at (12.3, 0.10), 2 pieces')
    assert not alike("solid blue 1.0", "dot blue 1.0")
    assert not alike("| 0.2 | 1.5", "| 0.3 | 1.5")
    assert not alike("> It holds 1.25 litres.", "> It holds 1.26 litres.")
