"""Hands on the pictures of loads: a posture is put onto a scale, and lifter, load and trunk are dragged."""

import pytest

from tests.browser.conftest import write_notebook
from tools.lab import Notebook, new_page, rest

CELLS = [f"import spine_edu\n{name} = spine_edu.{explorer}({more})\n{name}" for name, explorer, more in (
    ("board", "PressureBoard", "ask_first=True"),
    ("muscle", "OneMuscle", "ask_first=False"),
    ("lifting", "LiftingCalculator", "ask_first=False"),
)]  # fmt: skip


@pytest.fixture
def loads(running, lab, folder):
    write_notebook(folder / "loads.ipynb", *CELLS)
    book = Notebook(new_page(running, height=2400), lab, "loads.ipynb")
    book.run_all()
    yield book
    book.close()


def drag(book, selector, across, up):
    """Drag what is there by some px, a step at a time."""
    box = book.box(book.page.locator(selector))
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    book.page.mouse.move(x, y)
    book.page.mouse.down()
    for step in range(1, 11):
        book.page.mouse.move(x + across * step / 10, y - up * step / 10)
    book.page.mouse.up()
    rest(book.page, 500)


def place(book, selector):
    return book.page.locator(selector).evaluate("node => node.getAttribute('transform')")


def test_a_posture_is_put_onto_the_scale_or_typed_and_kept(loads):
    box, pin = loads.page.locator(".spine-edu-ask input[type=text]").first, ".spine-edu-grip[data-control=prediction]"
    assert box.input_value() == ""
    drag(loads, f"{pin} .knob", 150, 0)
    put, there = float(box.input_value()), place(loads, pin)
    assert 0.3 < put < 1.2
    box.fill("2")
    assert place(loads, pin) != there
    box.fill(f"{put:.2f}")
    assert place(loads, pin) == there, "dragged or typed, it lies at the same place"
    loads.page.get_by_role("button", name="Keep my prediction").click()
    rest(loads.page, 500)
    assert loads.ask("board.predicted") == put
    assert loads.page.locator(pin).count() == 0 and not loads.errors


@pytest.mark.parametrize(
    "control, across, up",
    [("lean", 40, -15), ("hand_arm", 40, 10), ("hand_load", 5, -20), ("horizontal", -20, 0), ("lifted_to", 0, 40)],
)
def test_what_is_dragged_ends_where_its_slider_would_put_it(loads, control, across, up):
    name = "muscle" if "lean" in control or "hand" in control else "lifting"
    knob = f".spine-edu-grip[data-control={control}]"
    before = loads.ask(f"{name}.state.{control}")
    drag(loads, f"{knob} .knob", across, up)
    after, there = loads.ask(f"{name}.state.{control}"), place(loads, knob)
    assert after != before
    loads.ask(f"[{name}.reset(), {name}.set({control}={after})] and None")
    rest(loads.page, 500)
    assert place(loads, knob) == there and not loads.errors


def test_the_box_itself_is_carried_in_two_directions_at_once(loads):
    before = loads.ask("[lifting.state.horizontal, lifting.state.vertical]")
    drag(loads, ".spine-edu-grip[data-control=horizontal] .knob", 25, 50)
    across, up = loads.ask("[lifting.state.horizontal, lifting.state.vertical]")
    assert across > before[0] and up > before[1] and not loads.errors
