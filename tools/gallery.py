"""A contact sheet: every explorer in every look and width, and if wanted in every scenario, as pictures and one page.

python tools/gallery.py OUT_FOLDER [--part PART ...] [--width 833 390] [--theme light dark presenter] [--scenarios]
"""

import argparse
import html
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from spine_edu.registry import REGISTRY
from tools.lab import Notebook, chrome, lab_server, new_page, scratch_notebook

#: A hall's look is for a hall's screen.
_HALL = {"presenter": (1920, 1080)}
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>All explorers</title>
<style>body {{ font: 14px sans-serif; display: flex; flex-wrap: wrap; gap: 12px; }}
figure {{ margin: 0; width: 400px; }} img {{ width: 100%; border: 1px solid #bbb; }}</style>{figures}</html>
"""
_FIGURE = (
    '<figure><a href="{name}"><img src="{name}" alt="" loading="lazy"></a><figcaption>{words}</figcaption></figure>'
)


def main():
    """Read the command line, take the pictures, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", nargs="+", default=list(REGISTRY), choices=list(REGISTRY))
    parser.add_argument("--width", nargs="+", type=int, default=[833, 390])
    parser.add_argument("--theme", nargs="+", default=["light", "dark", "presenter"])
    parser.add_argument("--scenarios", action="store_true", help="each scenario too, not the start alone")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    cells = [f"import spine_edu\n{part} = spine_edu.{REGISTRY[part]}()\n{part}" for part in wanted.part]
    taken = []
    with scratch_notebook(*cells) as (folder, name), lab_server(folder, SPINE_EDU_ASK_FIRST="no") as address:
        for theme in wanted.theme:
            for width, height in [_HALL[theme]] if theme in _HALL else [(one, 2200) for one in wanted.width]:
                with chrome() as running:
                    page = new_page(running, width=width, height=height, reduced_motion=True)
                    taken += _take(page, Notebook(page, address, name), theme, width, wanted)
    figures = "\n".join(_FIGURE.format(name=path.name, words=html.escape(words)) for path, words in taken)
    (wanted.out / "index.html").write_text(_PAGE.format(figures=figures), encoding="utf-8")
    print(f"{len(taken)} pictures: {wanted.out / 'index.html'}")


def _take(page, book, theme, width, wanted):
    """Yield the path of each picture of one look and width, and what it shows."""
    book.run_all()
    _widen(page, width)
    for part, shown in zip(wanted.part, page.locator(".spine-edu").all(), strict=True):
        book.ask(f"{part}.set_theme({theme!r})")
        scenarios = book.ask(f"[one.name for one in {part}.scenarios]") if wanted.scenarios else []
        for number, scenario in enumerate(["", *scenarios]):
            if scenario:
                book.ask(f"{part}.scenario({scenario!r})")
            shown.scroll_into_view_if_needed()
            page.wait_for_timeout(900)  # solids are drawn finely when nothing has moved for a while
            path = wanted.out / f"{part}-{theme}-{width}-{number}.png"
            shown.screenshot(path=path)
            yield path, f"{REGISTRY[part]}, {theme}, {width} px{f': {scenario}' if scenario else ''}"
    for error in book.errors + book.kernel_errors():
        print("ERROR", error)
    book.close()


def _widen(page, width):
    """Give an explorer `width` px, whatever JupyterLab takes for itself; a hall's screen stays what it is."""
    if width in {one for one, _ in _HALL.values()}:
        return
    place = page.evaluate("document.querySelector('.spine-edu').parentElement.clientWidth")
    page.set_viewport_size({"width": 2 * width - place, "height": 2200})
    page.wait_for_timeout(700)


if __name__ == "__main__":
    main()
