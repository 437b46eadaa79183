"""After a choice things go to their places, and a run goes on between its frames; what a hand pulls is just there."""

from spine_edu.registry import REGISTRY
from tests.browser.test_face import settled
from tools.lab import rest

PARTS = list(REGISTRY)
#: Paints of a picture from an act until all is still: how often it changed, and what stands there at the end.
_WATCH = """async ([part, act, ms]) => {
    const explorer = document.querySelectorAll('.spine-edu')[part];
    const picture = explorer.querySelector('.spine-edu-picture');
    const look = () => [...picture.querySelectorAll('.shapelayer path, .scatterlayer path')].map((one) =>
        one.getAttribute('d')).join();
    const seen = new Set([look()]);
    explorer.scrollIntoView();
    await new Promise((done) => setTimeout(done, 300));
    new Function('explorer', act)(explorer);
    for (const began = performance.now(); performance.now() - began < ms;) {
        await new Promise(requestAnimationFrame);
        seen.add(look());
    }
    return [seen.size - 1, look()]; }"""
CHOOSE = (
    "const list = explorer.querySelector('select'); list.selectedIndex = {}; list.dispatchEvent(new Event('change'));"
)
SLIDE = """const [one] = explorer.querySelectorAll('.spine-edu-slider');
    one.value = 3;
    one.dispatchEvent(new Event('input'));"""
RUN = "explorer.querySelector('.spine-edu-player button').click();"


def watched(book, part, act, ms=1500):
    return book.page.evaluate(_WATCH, [PARTS.index(part), act, ms])


def test_a_scenario_is_reached_on_a_way_and_truly(shown):
    changes, end = watched(shown, "loads_muscle", CHOOSE.format(2))
    assert changes >= 4
    shown.ask("loads_muscle.reset()")
    rest(shown.page, 400)
    shown.ask("loads_muscle.scenario(loads_muscle.scenarios[1].name)")
    assert watched(shown, "loads_muscle", "")[1] == end


def test_what_a_hand_pulls_and_what_python_sets_is_just_there(shown):
    assert watched(shown, "loads_muscle", SLIDE)[0] <= 2
    shown.ask("loads_muscle.reset()")
    shown.page.evaluate("window.held = 0")
    begun = watched(shown, "loads_muscle", "")[1]
    shown.ask("loads_muscle.set(lean=40)")
    changes, end = watched(shown, "loads_muscle", "", 400)
    assert changes == 0 and end != begun


def test_a_choice_in_the_middle_of_the_way_is_reached_as_well(shown):
    first, second = (CHOOSE.format(number) for number in (2, 3))
    both = f"{first} setTimeout(() => {{ {second} }}, 120);".replace("const list", "let list")
    end = watched(shown, "loads_muscle", both)[1]
    shown.ask("loads_muscle.reset()")
    assert watched(shown, "loads_muscle", second)[1] == end
    assert settled(shown, "() => [...document.querySelectorAll('[data-gliding]')].length") == 0


def test_a_run_goes_on_between_its_frames(shown):
    frames = shown.ask("len(start_practice.frames())")
    seconds = shown.ask("start_practice.frames().seconds")
    changes, _ = watched(shown, "start_practice", RUN, 2000)
    assert changes > 1.3 * 2 * frames / seconds


def test_nothing_glides_for_who_wants_less_of_it(shown):
    shown.page.emulate_media(reduced_motion="reduce")
    try:
        assert watched(shown, "loads_muscle", CHOOSE.format(2))[0] <= 2
    finally:
        shown.page.emulate_media(reduced_motion="no-preference")


def test_words_of_a_run_tell_the_moment_that_its_numbers_tell(shown):
    """Pictures lie between two frames; words in the picture and under it belong to the same one."""
    told = shown.page.evaluate(
        """async (part) => {
            const explorer = document.querySelectorAll('.spine-edu')[part], seen = new Set();
            explorer.scrollIntoView();
            explorer.querySelector('.spine-edu-player button').click();
            for (const began = performance.now(); performance.now() - began < 2500;) {
                await new Promise(requestAnimationFrame);
                const painted = explorer.querySelector('.js-plotly-plot').textContent;
                const said = explorer.querySelector('.spine-edu-sentence').textContent;
                seen.add([/(\\d+) unchanged/.exec(painted)?.[1], /(\\d+) are unchanged/.exec(said)?.[1]].join());
            }
            return [...seen]; }""",
        PARTS.index("herniation_scans"),
    )
    assert len(told) > 5
    assert all(painted == said for painted, said in (pair.split(",") for pair in told)), told


def test_from_scene_to_scene_no_word_stands_on_what_still_goes(shown):
    part = PARTS.index("prevention_map")
    shown.ask("prevention_map.set(level='noor')")
    rest(shown.page, 700)
    words = """async (part) => {
        const explorer = document.querySelectorAll('.spine-edu')[part];
        explorer.scrollIntoView();
        await new Promise((done) => setTimeout(done, 300));
        const read = () => explorer.querySelectorAll('.scatterlayer text').length;
        const options = [...explorer.querySelectorAll('option')];
        const one = options.find(({ textContent }) => textContent === 'One map'), list = one.parentElement;
        list.value = one.value;
        list.dispatchEvent(new Event('change'));
        const place = explorer.querySelector('.spine-edu-place'), seen = [];
        for (const began = performance.now(); performance.now() - began < 6000;) {
            await new Promise(requestAnimationFrame);
            if (place.hasAttribute('data-gliding')) seen.push(read());
            else if (seen.length) break;
        }
        await new Promise((done) => setTimeout(done, 900));
        return [seen, read()]; }"""
    seen, end = shown.page.evaluate(words, part)
    assert len(seen) > 3 and not any(seen[2:]) and end > 20
