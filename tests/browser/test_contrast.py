"""What controls are made of can be told from the page at 3:1 as painted: edges, rails, knobs, focus, in every look."""

import base64

import pytest

from spine_edu.theme import contrast
from tools.lab import Notebook, new_page, rest, write_notebook

CELLS = [
    "import spine_edu\nbath = spine_edu.Practice()\nbath",
    "roots = spine_edu.RootFinder()\nroots",
    "column = spine_edu.Column()\ncolumn",
    "check = spine_edu.CheckYourself('05')\ncheck",
]
#: Every kind of thing that the keyboard reaches, and what must stand off what is beside it.
KINDS = {
    "list": ".spine-edu-main select",
    "box": ".spine-edu-main input[type=text]",
    "slider": ".spine-edu-slider",
    "button": ".spine-edu-main button",
    "open button": ".spine-edu-main button[aria-expanded=true]",
    "help": ".spine-edu-main summary",
    "option": ".spine-edu-ask input[type=radio]",
    "panel": ".spine-edu-panel[tabindex]",
    "run": ".spine-edu-player button",
    "moment": ".spine-edu-player input",
    "speed": ".spine-edu-player select",
    "solids": "canvas.spine-edu-solid",
    "answer": ".spine-edu-questions input[type=radio]",
}
#: What has an edge of its own. The browser draws rings of options.
EDGED = ("list", "box", "button", "open button", "run", "speed")
SLIDERS = ("slider", "moment")
LEAST = 3.0
#: How far around a thing one looks, in px.
AROUND = 7

_PIXELS = """async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, picture.width, picture.height);
    const hex = (at) => '#' + [0, 1, 2].map((k) => data[at + k].toString(16).padStart(2, '0')).join('');
    return Array.from({ length: picture.height }, (_, y) =>
        Array.from({ length: picture.width }, (_, x) => hex(4 * (y * picture.width + x))));
}"""


@pytest.fixture(scope="module")
def book(running, lab, folder):
    """A notebook with every kind of control, everything open, in a page of its own."""
    write_notebook(folder / "contrast.ipynb", *CELLS)
    book = Notebook(new_page(running, reduced_motion=True), lab, "contrast.ipynb")
    book.run_all()
    page = book.page
    page.wait_for_selector(".spine-edu-questions input")
    bath, roots = page.locator(".spine-edu").all()[:2]
    bath.get_by_role("button", name="More").click()
    bath.get_by_role("button", name="Table").click()
    roots.get_by_role("button", name="Predict").click()
    # Smooth scrolling or a caret would be a difference that is no focus.
    page.add_style_tag(content="* { caret-color: transparent !important; scroll-behavior: auto !important }")
    yield book
    book.close()


def dress(book, page, look):
    """Give JupyterLab one of its themes, and the explorers a look."""
    theme = {"theme": f"JupyterLab {page}"}
    book.page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', theme)", theme)
    book.page.wait_for_function(f"document.body.dataset.jpThemeLight === '{str(page == 'Light').lower()}'")
    rest(book.page, 500)
    book.ask(f"[one.set_theme('{look}') for one in (bath, roots, column)]")
    rest(book.page, 700)
    # In other colours a run begins anew.
    book.page.get_by_role("button", name="Step").first.click()
    book.page.locator(KINDS["moment"]).first.wait_for(state="visible")


def pixels(book, element):
    """Return the colours of what is painted at an element and a little around it, row by row, and its own box."""
    page, box = book.page, element.bounding_box()
    clip = {"x": box["x"] - AROUND, "y": box["y"] - AROUND}
    clip |= {side: min(box[side], 400) + 2 * AROUND for side in ("width", "height")}

    png = base64.b64encode(page.screenshot(clip=clip)).decode()
    return page.evaluate(_PIXELS, png)


def commonest(colors):
    """Return the colour that most pixels have: the one of the page, where there may be words too."""
    return max(set(colors), key=colors.count)


def best(colors, beside):
    """Return the highest contrast of some colours against one."""
    return max(contrast(color, beside) for color in colors)


def weak(book):
    """Return what cannot be told from what is beside it: name -> the contrast as painted."""
    found = {}
    for kind, selector in KINDS.items():
        element = book.page.locator(f"{selector}:visible").first
        focused, plain = with_and_without_focus(book, element)
        middle = plain[len(plain) // 2]
        if kind in EDGED:
            found[f"edge of {kind}"] = best(middle[AROUND - 2 : AROUND + 4], commonest(plain[0] + plain[-1]))
        if kind in SLIDERS:
            found |= {f"{part} of {kind}": ratio for part, ratio in slider_parts(element, plain).items()}
        found[f"focus on {kind}"] = changed(plain, focused)
    return {name: round(ratio, 2) for name, ratio in found.items() if ratio < LEAST}


def slider_parts(slider, plain):
    """Return the contrasts of rail and knob; both are measured where the other one is not."""
    middle, beside = len(plain) // 2, commonest(plain[0] + plain[-1])
    at_rest = float(slider.evaluate("node => (node.value - node.min) / (node.max - node.min)"))
    along = plain[middle]
    knob = AROUND + round(at_rest * (len(along) - 2 * AROUND))
    far = len(along) - AROUND - 30 if at_rest < 0.5 else AROUND + 30
    column = [plain[y][far] for y in range(middle - 3, middle + 4)]
    # The knob is higher than the rail.
    high = [plain[middle - 5][x] for x in range(max(AROUND, knob - 12), min(len(along) - AROUND, knob + 12))]
    return {"rail": best(column, beside), "knob": best(high, beside)}


def with_and_without_focus(book, element):
    """Return the pixels of an element that has the keyboard, and of the same one without it."""
    element.focus()
    # The keyboard's own marks are shown once a key has been pressed; JupyterLab scrolls to the cell that has it.
    book.page.keyboard.press("Shift")
    settle(book, element)
    focused = pixels(book, element)
    book.page.evaluate("document.activeElement.blur()")
    return focused, pixels(book, element)


def settle(book, element):
    """Bring an element to the middle of the view, and wait until nothing scrolls any more."""
    before, now = None, 0
    while before != now:
        before = now
        element.evaluate("node => node.scrollIntoView({ block: 'center' })")
        rest(book.page, 120)
        now = element.bounding_box()


def changed(before, after):
    """Return the contrast that a ring of one px at least gains by the focus; 1 if nothing is seen of it."""
    ratios = sorted(
        (
            contrast(one, other)
            for rows in zip(before, after, strict=True)
            for one, other in zip(*rows, strict=True)
            if one != other
        ),
        reverse=True,
    )
    ring = len(before) + len(before[0])
    return ratios[ring] if len(ratios) > ring else 1.0


#: A page of JupyterLab and the look that goes with it, and the pairs that only a reader who chooses gets.
_LOOKS = [
    ("Light", "light"),
    ("Dark", "dark"),
    ("Light", "presenter"),
    pytest.param("Light", "dark", marks=pytest.mark.weekly),
    pytest.param("Dark", "light", marks=pytest.mark.weekly),
    pytest.param("Dark", "presenter", marks=pytest.mark.weekly),
]


@pytest.mark.parametrize(("page", "look"), _LOOKS)
def test_controls_and_focus_stand_off_the_page(book, page, look):
    dress(book, page, look)
    assert weak(book) == {}


@pytest.fixture(params=["light", pytest.param("dark", marks=pytest.mark.weekly)])
def forced(book, request):
    """The same page in the reader's own few colours."""
    dress(book, "Light", "light")
    book.page.emulate_media(forced_colors="active", color_scheme=request.param)
    yield book
    book.page.emulate_media(forced_colors="none", color_scheme="light")


def test_forced_colours_show_rail_value_focus_and_what_is_chosen(forced):
    assert weak(forced) == {}
    for kind in ("list", "box", "speed"):
        _, rows = with_and_without_focus(forced, forced.page.locator(f"{KINDS[kind]}:visible").first)
        inside = [color for row in rows[AROUND + 6 : -AROUND - 6] for color in row[AROUND + 4 : -AROUND - 4]]
        assert best(inside, rows[AROUND + 5][AROUND + 5]) >= 4.5, f"the value of the {kind} cannot be read"
    first, second = forced.page.locator(".spine-edu-ask input[type=radio]").all()[:2]
    first.check()
    chosen, other = (with_and_without_focus(forced, one)[1] for one in (first, second))
    dot = [contrast(one, two) for rows in zip(chosen, other, strict=True) for one, two in zip(*rows, strict=True)]
    assert max(dot) >= LEAST, "the chosen option looks like the others"
