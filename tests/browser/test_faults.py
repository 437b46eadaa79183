"""What can go wrong around a notebook: one sentence says so, nothing that is kept is lost, and then it goes on."""

import os
import signal
import time

import pytest

from tests.browser.conftest import kept_in, opening
from tools.lab import new_page, rest

BATH = "import spine_edu\nbath = spine_edu.Practice()\nbath"
WORDS = "import spine_edu\nwords = spine_edu.InYourWords('05', 'A loop runs away when …')\nwords"
CHECK = "import spine_edu\ncheck = spine_edu.CheckYourself('05')\ncheck"
LOOP = "import spine_edu\nloop = spine_edu.RunTheLoop()\nloop"
#: How large a file may become, as a full disk or a quota says it; None lifts that.
ROOM = """exec('''
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
most = resource.RLIM_INFINITY if {room} is None else {room}
resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
''', {{}})"""


@pytest.fixture
def opened(running, reader, home):
    """Open a notebook with these cells, run, in a kernel of its own; each begins without a file."""
    with opening(running, reader, home, "fault") as (open_cells, _):
        yield open_cells
    (home / "my_course.json").unlink(missing_ok=True)


def write(book, words):
    book.page.get_by_label("A loop runs away when …").fill(words)
    book.page.keyboard.press("Tab")
    rest(book.page, 400)


# No room, two at once ------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits a file")
def test_a_full_disk_is_said_where_something_was_to_be_kept_and_then_nothing_is_missing(opened, home):
    book = opened(BATH, CHECK)
    page, explorer = book.page, book.page.locator(".spine-edu")
    alarms = [explorer.locator(".spine-edu-error"), page.locator(".spine-edu-unheard")]
    book.ask(ROOM.format(room=0))
    page.get_by_label("My prediction").fill("33")
    page.get_by_role("button", name="Keep my prediction").click()
    page.locator(".spine-edu-questions .spine-edu-answer").first.click()
    for alarm in alarms:
        alarm.filter(has_text="cannot be written (File too large). What you do is kept as long as").wait_for()
    assert "You said 33 litres" in explorer.inner_text() and not (home / "my_course.json").exists()
    book.ask(ROOM.format(room=None))
    explorer.get_by_role("button", name="Show me").click()
    page.locator(".spine-edu-questions .spine-edu-answer").nth(1).click()
    for alarm in alarms:
        alarm.wait_for(state="hidden")
    kept = kept_in(home)
    assert kept["predictions"]["start_practice"]["said"] == 33 and len(kept["answers"]) == 1


def test_what_two_notebooks_write_in_the_same_place_is_both_kept(opened, home):
    one, other = opened(WORDS), opened(WORDS)
    write(other, "it feeds itself")
    write(one, "nothing stops it")
    where = one.page.locator(".spine-edu-where")
    where.filter(has_text="What another notebook had written here is kept, too").wait_for()
    write(one, "nothing stops it at all")
    words = {about: note["words"] for about, note in kept_in(home)["in my words"].items()}
    assert words == {"05": "nothing stops it at all", "#1": "it feeds itself"}


# A Python that goes, or is not reached -------------------------------------------------------------------------------


def hold(page, slider, to):
    """Take a slider with the mouse, and move it; it is still held."""
    box = slider.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * to, box["y"] + box["height"] / 2, steps=6)


@pytest.mark.parametrize("how", ["restarted", "killed"])
def test_a_kernel_that_goes_during_a_drag(scratch, how):
    book = scratch(LOOP)
    page, explorer = book.page, book.page.locator(".spine-edu")
    slider, gain = explorer.locator("input[type=range]").first, "input[type=text]"
    process = book.ask("__import__('os').getpid()")
    hold(page, slider, 0.6)
    if how == "killed":
        os.kill(process, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    else:
        page.evaluate("() => { jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart(); }")
    explorer.locator(".spine-edu-error").filter(has_text="Python does not answer here any more").wait_for()
    hold(page, slider, 0.9)
    page.mouse.up()
    page.wait_for_timeout(300)  # Python has gone
    shown = float(explorer.locator(gain).first.input_value())
    assert f"Gain {shown:.2f} per turn" in explorer.locator(".spine-edu-sentence").inner_text()
    assert explorer.locator(".spine-edu-main").evaluate("main => main.inert")
    if how == "killed":
        page.locator(".jp-Dialog button").first.click()
    page.wait_for_function("jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'")
    # A new kernel says how it is debugged, before anything is run.
    page.evaluate("() => { window.spineTrouble = []; }")
    book.run_all()
    page.locator(".spine-edu input[type=range]").first.press("ArrowRight")
    page.locator(".spine-edu-sentence", has_text="Gain 0.85 per turn").wait_for()
    assert not page.locator(".spine-edu-error").inner_text() and book.ask("loop.state.gain") == 0.85


def test_a_connection_that_is_cut_and_comes_back(running, opened):
    page, sockets, cut = new_page(running), [], []

    def through(socket):
        if cut:
            return socket.close()
        sockets.append(socket)
        return socket.connect_to_server()

    page.context.route_web_socket(lambda url: "/channels" in url, through)
    book = opened(LOOP, WORDS, page=page)
    explorer = page.locator(".spine-edu")
    explorer.get_by_role("button", name="I’d rather look").click()
    explorer.get_by_text("Gain 0.80 per turn").first.wait_for()
    cut.append(True)
    for socket in sockets:
        socket.close()
    explorer.locator("input[type=range]").first.press("ArrowRight")
    page.get_by_label("A loop runs away when …").fill("not lost")
    page.keyboard.press("Tab")
    for alarm in (explorer.locator(".spine-edu-error"), page.locator(".spine-edu-unheard")):
        alarm.filter(has_text="Python does not answer here").wait_for()
    assert page.get_by_label("A loop runs away when …").input_value() == "not lost"
    cut.clear()
    for alarm in (explorer.locator(".spine-edu-error"), page.locator(".spine-edu-unheard")):
        alarm.wait_for(state="hidden")
    assert book.ask("(loop.state.gain, words.said())") == [0.85, {"05": "not lost"}]
    explorer.get_by_text("Gain 0.85 per turn").first.wait_for()


@pytest.mark.skipif(os.name != "posix", reason="only POSIX stops a process for a while")
def test_a_laptop_that_was_asleep_goes_on_where_it_was(scratch):
    book = scratch(LOOP)
    page, process = book.page, book.ask("__import__('os').getpid()")
    life = page.context.new_cdp_session(page)
    os.kill(process, signal.SIGSTOP)
    page.locator("input[type=range]").first.press("ArrowRight")
    life.send("Page.setWebLifecycleState", {"state": "frozen"})
    time.sleep(5)
    life.send("Page.setWebLifecycleState", {"state": "active"})
    os.kill(process, signal.SIGCONT)
    page.locator(".spine-edu-sentence", has_text="Gain 0.85 per turn").wait_for()
    page.locator(".spine-edu-error").wait_for(state="hidden")
    page.locator("input[type=range]").first.press("ArrowRight")
    page.locator(".spine-edu-sentence", has_text="Gain 0.90 per turn").wait_for()


# Again and again -----------------------------------------------------------------------------------------------------


@pytest.mark.weekly  # with questions as well; tests/browser/test_face.py asks each day
def test_a_cell_that_is_run_thirty_times_leaves_nothing_behind(scratch):
    book = scratch(LOOP, CHECK)
    widgets = "len(__import__('ipywidgets').widgets.widget._instances)"

    def again(times):
        for _ in range(times):
            book.page.evaluate("() => jupyterapp.commands.execute('notebook:run-all-cells')")
            rest(book.page, 150)
        rest(book.page, 1000)
        return {**book.cleared_up(), "widgets": book.ask(widgets)}

    before, after = again(3), again(30)
    assert after["widgets"] == before["widgets"] and book.page.locator(".spine-edu").count() == 1
    # JupyterLab itself keeps a dozen nodes and five listeners of each output.
    assert after["Nodes"] - before["Nodes"] < 30 * 60
    assert after["JSEventListeners"] - before["JSEventListeners"] < 30 * 25
    assert book.errors + book.kernel_errors() == []
