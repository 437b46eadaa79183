"""Take pictures of explorers in a real JupyterLab, to look at them, with one page that shows them all.

python tools/look.py OUT_FOLDER [--part PART ...] [--width 1280 700] [--theme light dark presenter]
                     [--told] [--scenarios] [--settings "load 1.4, guarding_reactivity 3"] [--panel "Table"]
"""

import argparse
import html
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from spine_edu.registry import REGISTRY
from tools.lab import Notebook, chrome, lab_server, new_page, scratch_notebook

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Explorers</title>
<style>body {{ font: 14px sans-serif; display: flex; flex-wrap: wrap; gap: 12px; }}
figure {{ margin: 0; width: 400px; }} img {{ width: 100%; border: 1px solid #bbb; }}</style>{figures}</html>
"""
_FIGURE = (
    '<figure><a href="{name}"><img src="{name}" alt="" loading="lazy"></a><figcaption>{words}</figcaption></figure>'
)


def main():
    """Read the command line, take the pictures and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", nargs="+", default=list(REGISTRY), choices=list(REGISTRY))
    parser.add_argument("--width", nargs="+", type=int, default=[1280, 700])
    parser.add_argument("--theme", nargs="+", default=["light", "dark", "presenter"])
    parser.add_argument("--told", action="store_true", help="without the questions that explorers open with")
    parser.add_argument("--scenarios", action="store_true", help="each scenario too, not the start alone")
    parser.add_argument("--settings", default="")
    parser.add_argument("--panel", default="")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    with (
        scratch_notebook(*(_cell(part, wanted) for part in wanted.part)) as (folder, name),
        lab_server(folder, **({"SPINE_EDU_ASK_FIRST": "no"} if wanted.told else {})) as address,
        chrome() as running,
    ):
        taken = [
            one
            for width in wanted.width
            for one in _take(Notebook(new_page(running, width=width, height=2200), address, name), width, wanted)
        ]
    figures = "\n".join(_FIGURE.format(name=path.name, words=html.escape(words)) for path, words in taken)
    (wanted.out / "index.html").write_text(_PAGE.format(figures=figures), encoding="utf-8")
    print(wanted.out / "index.html")


def _cell(part, wanted):
    settings = f"{part}.from_text({f'{part} v1: {wanted.settings}'!r})\n" if wanted.settings else ""
    return f"import spine_edu\n{part} = spine_edu.{REGISTRY[part]}()\n{settings}{part}"


def _take(book, width, wanted):
    """Yield the path of each picture of one width, and what it shows."""
    book.run_all()
    book.page.wait_for_function(
        "count => document.querySelectorAll('.spine-edu').length === count", arg=len(wanted.part)
    )
    for part, shown in zip(wanted.part, book.page.locator(".spine-edu").all(), strict=True):
        scenarios = book.ask(f"[one.name for one in {part}.scenarios]") if wanted.scenarios else []
        if wanted.panel:
            _open(shown, wanted.panel)
        for number, scenario in enumerate(["", *scenarios]):
            if scenario:
                book.ask(f"{part}.scenario({scenario!r})")
            for theme in wanted.theme:
                book.ask(f"{part}.set_theme({theme!r})")
                shown.scroll_into_view_if_needed()
                book.page.wait_for_timeout(1500)  # solids are drawn finely when nothing has moved for a while
                path = wanted.out / f"{part}-{theme}-{width}{f'-{number}' if scenario else ''}.png"
                shown.screenshot(path=path)
                print(path)
                yield path, f"{REGISTRY[part]}, {theme}, {width} px{f': {scenario}' if scenario else ''}"
    for error in book.errors + book.kernel_errors():
        print("ERROR", error)
    book.close()


def _open(shown, panel):
    """Press the button of a panel, and before it the one of the menu if it stands in there."""
    named = shown.get_by_role("button", name=panel, exact=True)
    if not named.count():
        shown.get_by_role("button", name="More", exact=True).click()
    named.click()


if __name__ == "__main__":
    main()
