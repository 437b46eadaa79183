"""Take pictures of explorers in a real JupyterLab, to look at them.

python tools/look.py OUT_FOLDER [--part PART ...] [--width 1280 700] [--theme light dark presenter]
                     [--settings "load 1.4, guarding_reactivity 3"] [--panel "Table"]
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from spine_edu.registry import REGISTRY
from tools.lab import Notebook, browser, lab_server, scratch_notebook


def main():
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", nargs="+", default=list(REGISTRY), choices=list(REGISTRY))
    parser.add_argument("--width", nargs="+", type=int, default=[1280, 700])
    parser.add_argument("--theme", nargs="+", default=["light", "dark", "presenter"])
    parser.add_argument("--settings", default="")
    parser.add_argument("--panel", default="")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    for part in wanted.part:
        cells = [_cell(part, theme, wanted) for theme in wanted.theme]
        with scratch_notebook(*cells) as (folder, name), lab_server(folder) as address:
            for width in wanted.width:
                with browser(width=width, height=2200) as page:
                    book = Notebook(page, address, name)
                    book.run_all()
                    page.wait_for_function(
                        "count => document.querySelectorAll('.spine-edu').length === count", arg=len(cells)
                    )
                    for theme, shown in zip(wanted.theme, page.locator(".spine-edu").all(), strict=True):
                        shown.scroll_into_view_if_needed()
                        if wanted.panel:
                            _open(shown, wanted.panel)
                        page.wait_for_timeout(1500)  # solids are drawn finely when nothing has moved for a while
                        path = wanted.out / f"{part}-{theme}-{width}.png"
                        shown.screenshot(path=path)
                        print(path)
                    for error in book.errors + book.kernel_errors():
                        print("ERROR", error)


def _cell(part, theme, wanted):
    settings = f"e.from_text({f'{part} v1: {wanted.settings}'!r})\n" if wanted.settings else ""
    return f"import spine_edu\ne = spine_edu.{REGISTRY[part]}(theme={theme!r})\n{settings}e"


def _open(shown, panel):
    """Press the button of a panel, and before it the one of the menu if it stands in there."""
    named = shown.get_by_role("button", name=panel, exact=True)
    if not named.count():
        shown.get_by_role("button", name="More", exact=True).click()
    named.click()


if __name__ == "__main__":
    main()
