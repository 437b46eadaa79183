"""What a move paints at once is, node by node, what plotly.js draws of the same state when the hand rests."""

import re
from math import ceil

import pytest

import spine_edu
from spine_edu import data
from spine_edu.explorer import card
from spine_edu.registry import REGISTRY
from tests.explorer.answers import WRITTEN
from tools.lab import ROOT, rest

#: Explorers whose picture is drawn by plotly.js.
FLAT = [part for part in REGISTRY if part != "anatomy_column"]
#: Of how many moves of the controls in view at least this share is painted at once; else the axes change, or a picture.
SHARE = 0.55
_ARROWHEAD = re.compile(r"M0,0L[-\d.e,]+L[-\d.e,]+Z")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_DRAWN = (ROOT / "tools" / "drawn.js").read_text(encoding="utf-8")

#: Holds back what waits for the hand to rest, as long as it does (picture.js), and counts what plotly.js draws.
_PATIENT = """() => {
    const waiting = new Map(), native = [window.setTimeout, window.clearTimeout];
    const [set, clear] = native.map((timer) => timer.bind(window));
    let count = 0;
    window.setTimeout = (done, ms, ...more) => {
        if (ms !== 500) return set(done, ms, ...more);
        waiting.set(--count, done);
        return count;
    };
    window.clearTimeout = (timer) => { if (!waiting.delete(timer)) clear(timer); };
    window.spineRest = () => {
        const all = [...waiting.values()];
        waiting.clear();
        for (const done of all) done();
    };
    window.spineBack = () => Object.assign(window, { setTimeout: native[0], clearTimeout: native[1] });
    for (const picture of document.querySelectorAll('.js-plotly-plot')) {
        picture.spineDrawings = 0;
        picture.on('plotly_afterplot', () => { picture.spineDrawings += 1; });
    }
}"""
#: What stands in the pictures of some parts, and how often plotly.js has drawn each, when it has been painted.
_SHOWN = """(places) => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))).then(() => {
    const pictures = document.querySelectorAll('.js-plotly-plot');
    return places.map((place) => [pictures[place].spineDrawings, spineDrawn.lines(pictures[place])]);
})"""


@pytest.fixture
def patient(shown):
    """The notebook with every explorer at its start, in which plotly.js waits until it is told that the hand rests."""
    rest(shown.page, 700)
    shown.page.evaluate(_DRAWN)
    shown.page.evaluate(_PATIENT)
    yield shown
    shown.page.evaluate("() => { spineRest(); spineBack(); }")


def moves(part, most=None):
    """Return some moves of each control, from the one before: name, value and whether it is in view.

    With `most` only of so many controls that are out of view that there are about as many moves in all.
    """
    explorer, found = getattr(spine_edu, REGISTRY[part])(ask_first=False), []
    controls = explorer.State.declarations()
    every = ceil(sum(len(values(one)) for one in controls.values()) / most) if most else 1
    for number, (name, declared) in enumerate(controls.items()):
        for value in values(declared) if name in explorer.first or number % every == 0 else ():
            try:
                explorer.move(name, value)
            except ValueError:
                continue
            found.append((name, value, name in explorer.first))
    return found


def values(declared):
    """Return a step from the middle, both ends and a place between; or every choice and the first again."""
    if isinstance(declared, data.Parameter):
        last = round((declared.high - declared.low) / declared.step)
        return [card.at_step(declared, step) for step in (last // 2, last // 2 + 1, 0, last, last // 3)]
    return [*WRITTEN, ""] if isinstance(declared, data.Text) else [*declared.values, declared.values[0]]


@pytest.mark.parametrize("most", [120, pytest.param(None, marks=pytest.mark.weekly)])
def test_what_is_painted_at_once_is_what_plotly_draws(patient, most):
    plans, before = {part: moves(part, most) for part in FLAT}, dict(zip(FLAT, look(patient, FLAT), strict=True))
    quick = {part: [] for part in FLAT}
    for turn in range(max(map(len, plans.values()))):
        now = {part: plan[turn] for part, plan in plans.items() if turn < len(plan)}
        acts = ", ".join(f"{part}.move({name!r}, {value!r})" for part, (name, value, _) in now.items())
        patient.ask(f"[{acts}] and None")
        painted = look(patient, now)
        patient.page.evaluate("spineRest()")
        for (part, move), (drawings, soon), late in zip(now.items(), painted, look(patient, now), strict=True):
            assert alike(soon, late[1]), f"{part}, {move}: {unlike(soon, late[1])}"
            if move[2] and soon != before[part][1]:
                quick[part].append(drawings == before[part][0])
            before[part] = late
    still = {part for part, all_of in quick.items() if not all_of}
    # Before a trial lies there, the forecast's one control says that it changes nothing.
    assert still == {"start_forecast"}, f"nothing has moved: {still}"
    shares = {part: sum(all_of) / len(all_of) for part, all_of in quick.items() if all_of}
    assert not {part: share for part, share in shares.items() if share < SHARE}


def look(book, parts):
    """Return for each part how often plotly.js has drawn its picture, and the lines of what stands there."""
    return book.page.evaluate(_SHOWN, [FLAT.index(part) for part in parts])


def alike(one, other):
    """Return whether two drawings have the same nodes, with the same numbers."""
    return len(one) == len(other) and not any(apart(a, b) for a, b in zip(one, other, strict=True))


def apart(line, other):
    """Return whether two nodes differ by more than a hundredth of a pixel.

    An arrowhead may by a quarter: plotly.js turns it by the place of the point that it has drawn before, and remembers
    the last one of the whole drawing before that.
    """
    if line == other:
        return False
    numbers = [[float(number) for number in _NUMBER.findall(text)] for text in (line, other)]
    most = 0.25 if _ARROWHEAD.search(line) else 0.01
    return _NUMBER.sub("#", line) != _NUMBER.sub("#", other) or any(
        abs(a - b) > most for a, b in zip(*numbers, strict=True)
    )


def unlike(one, other):
    """Return the first lines that differ."""
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if apart(a, b)]
    return pairs[:1] or f"{len(one)} nodes, {len(other)} afterwards"


def test_nothing_is_left_of_moves_when_another_figure_comes(patient):
    """A look is another figure; painted just before it comes, a move must not stay."""
    for part in FLAT:
        name, value, _ = next(move for move in moves(part) if move[2])
        patient.ask(f"[{part}.move({name!r}, {value!r}), {part}.set_theme('dark'), {part}.set_theme('light')] and None")
    shown = [lines for _, lines in look(patient, FLAT)]
    patient.page.evaluate("spineRest()")
    assert [lines for _, lines in look(patient, FLAT)] == shown


def test_the_newest_move_wins_over_the_drawing_that_waits(patient):
    """A move comes while plotly.js still has to draw the one before: what waits is given up."""
    patient.ask("[loads_water.move('lying', 4.0), loads_water.move('lying', 9.0)] and None")
    newest = look(patient, ["loads_water"])[0][1]
    patient.page.evaluate("spineRest()")
    assert look(patient, ["loads_water"])[0][1] == newest
