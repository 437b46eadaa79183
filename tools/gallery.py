"""Make a contact sheet of every explorer, in each scenario, theme and width: one page with pictures, in build/gallery.

python tools/gallery.py [OUT_FOLDER] [--part PART ...] [--theme light dark presenter] [--width 390 833 1280]
                        [--minutes 60] [--again]
python tools/gallery.py --best

What is there already is kept, so a run that ran out of minutes is carried on by the next; the last line says how many
pictures are missing. The second takes the chosen ones that README and site show: docs/pictures and docs/gallery.md.
"""

import argparse
import html
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageOps  # noqa: E402

import spine_edu  # noqa: E402
from spine_edu import data  # noqa: E402
from spine_edu.registry import REGISTRY  # noqa: E402
from tools.cite import link  # noqa: E402
from tools.lab import Notebook, chrome, lab_server, new_page, rest, write_notebook  # noqa: E402

THEMES, WIDTHS = ("light", "dark", "presenter"), (390, 833, 1280)
#: How high a window of that width is: letters for a hall and heights of pictures follow it, so it must be a real one.
HEIGHTS = {390: 844, 833: 1100, 1280: 800}
#: What README and site show, one of each notebook: part -> scenario. None is what its explorer asks the reader first.
BEST = {
    "start_practice": "Blocked drain",
    "anatomy_column": "The disc opened",
    "loads_water": "Three days in bed",
    "herniation_shape": "A free piece that moved down",
    "spasm_mechanisms": "Noor",
    "cycle_model": "The believer’s story",
    "diagnosis_chances": "Rare, and it cannot wait",
    "treatment_pathway": "A small fall at 74",
    "claims_ledger": "Settled without a count",
    "prevention_map": "As it starts",
}
PICTURES = ROOT / "docs" / "pictures"
_BEST_PAGE = """# What it looks like

Written by `python tools/gallery.py --best`; do not edit by hand. One explorer of each notebook, in one of its
scenarios, as JupyterLab shows it in a window 1280 px wide. The words under a picture are the explorer's own.

"""
_BEST = """## {title}

![Picture: {title}, {scenario}. What it shows is said below.](pictures/{part}.png)

*{scenario}.* {sentence}

From notebook [{number}, {notebook}](../notebooks/{file}).

"""
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>body {{ font: 14px sans-serif; }} table {{ border-collapse: collapse; }}
td, th {{ vertical-align: top; padding: 4px; text-align: left; }} img {{ width: 220px; border: 1px solid #bbb; }}
td.missing {{ background: repeating-linear-gradient(45deg, #fff 0 6px, #eee 6px 12px); }}</style>
<h1>Gallery</h1><p>{count} pictures, {missing} missing.</p>{tables}</html>
"""


@dataclass(frozen=True)
class Shot:
    """One picture: an explorer in a scenario, a theme and a width."""

    part: str
    number: int
    scenario: str
    theme: str
    width: int

    @property
    def name(self):
        """The name of its file."""
        return f"{self.part}-{self.number}-{self.theme}-{self.width}.png"

    @property
    def words(self):
        """What it shows."""
        return f"{REGISTRY[self.part]}, {self.scenario}, {self.theme}, {self.width} px"


def main():
    """Read the command line, take what is missing, write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, nargs="?", default=ROOT / "build" / "gallery")
    parser.add_argument("--part", nargs="+", default=list(REGISTRY), choices=list(REGISTRY))
    parser.add_argument("--theme", nargs="+", default=THEMES, choices=THEMES)
    parser.add_argument("--width", nargs="+", type=int, default=WIDTHS)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--again", action="store_true", help="also what is there already")
    parser.add_argument("--best", action="store_true", help="the chosen ones, for README and site")
    wanted = parser.parse_args()
    if wanted.best:
        _take_best()
        return
    wanted.out.mkdir(parents=True, exist_ok=True)
    shots, began = listed(wanted.part, wanted.theme, wanted.width), time.monotonic()
    to_take = shots if wanted.again else lacking(shots, wanted.out)
    taken = _take_all(to_take, wanted.out, began + 60 * wanted.minutes)
    (wanted.out / "index.html").write_text(sheet(shots, wanted.out), encoding="utf-8")
    print(wanted.out / "index.html")
    minutes = (time.monotonic() - began) / 60
    print(f"{taken} taken in {minutes:.1f} minutes; {len(lacking(shots, wanted.out))} of {len(shots)} missing.")


def listed(parts=tuple(REGISTRY), themes=THEMES, widths=WIDTHS):
    """Return every picture that is asked for, those of one part and width beside each other."""
    scenarios = {part: [one.name for one in getattr(spine_edu, REGISTRY[part])().scenarios] for part in parts}
    return [
        Shot(part, number, scenario, theme, width)
        for part in parts
        for width in widths
        for number, scenario in enumerate(scenarios[part], 1)
        for theme in themes
    ]


def lacking(shots, folder):
    """Return the pictures that are not in the folder."""
    return [shot for shot in shots if not (folder / shot.name).exists()]


def sheet(shots, folder):
    """Return the page: a table an explorer, a row a scenario, a column a theme and width."""
    gone = set(lacking(shots, folder))
    tables = "\n".join(
        _table([shot for shot in shots if shot.part == part], gone) for part in dict.fromkeys(s.part for s in shots)
    )
    return _PAGE.format(count=len(shots) - len(gone), missing=len(gone), tables=tables)


def _table(shots, gone):
    columns = list(dict.fromkeys((shot.theme, shot.width) for shot in shots))
    head = "".join(f"<th>{theme}, {width} px</th>" for theme, width in columns)
    rows = ""
    for number, scenario in dict.fromkeys((shot.number, shot.scenario) for shot in shots):
        row = {(shot.theme, shot.width): shot for shot in shots if shot.number == number}
        rows += f"<tr><th>{html.escape(scenario)}</th>{''.join(_cell(row[one], gone) for one in columns)}</tr>\n"
    return f"<h2>{REGISTRY[shots[0].part]}</h2><table><tr><th></th>{head}</tr>\n{rows}</table>"


def _cell(shot, gone):
    if shot in gone:
        return '<td class="missing">missing</td>'
    words = html.escape(shot.words, quote=True)
    return f'<td><a href="{shot.name}"><img src="{shot.name}" alt="{words}" loading="lazy"></a></td>'


def best_page():
    """Return the page of the chosen ones, as Markdown."""
    books = {Path(row.file).stem.partition("_")[2]: row for row in data.table("notebooks")}
    page = _BEST_PAGE
    for part, scenario in BEST.items():
        explorer, book = getattr(spine_edu, REGISTRY[part])(), books[part.partition("_")[0]]
        explorer.scenario(scenario)
        page += _BEST.format(
            title=explorer.title,
            scenario=scenario,
            part=part,
            sentence=_linked(explorer.describe()),
            number=book.number,
            notebook=book.title,
            file=book.file,
        )
    return page.rstrip() + "\n"


def _linked(sentence):
    """Return a sentence with its sources as links, as every page of `docs/` names them."""
    for key in data.keys_named(sentence):
        sentence = sentence.replace(data.short_citation(key), link(key))
    return sentence


def _take_best():
    """Take the chosen ones, in few colours so that they stay light, and write their page."""
    shots = [shot for shot in listed(list(BEST), ["light"], [1280]) if shot.scenario == BEST[shot.part]]
    with tempfile.TemporaryDirectory() as folder:
        _take_all(shots, Path(folder), time.monotonic() + 3600, whole=True)
        for shot in shots:
            framed = ImageOps.expand(Image.open(Path(folder) / shot.name).convert("RGB"), border=12, fill="white")
            framed.quantize(128).save(PICTURES / f"{shot.part}.png", optimize=True)
    (ROOT / "docs" / "gallery.md").write_text(best_page(), encoding="utf-8")


def _take_all(shots, folder, until, whole=False):
    """Take pictures until the time is over, of the window or of the whole explorer; return how many."""
    taken, parts = 0, list(dict.fromkeys(shot.part for shot in shots))
    if not shots:
        return taken
    with tempfile.TemporaryDirectory() as home:
        for part in parts:
            cell = f"import spine_edu\n{part} = spine_edu.{REGISTRY[part]}()\n{part}"
            write_notebook(Path(home) / f"{part}.ipynb", cell)
        with lab_server(home, SPINE_EDU_ASK_FIRST="no") as address, chrome() as running:
            for part in parts:
                if time.monotonic() > until:
                    break
                book = Notebook(new_page(running, reduced_motion=True), address, f"{part}.ipynb")
                taken += _take(book, [shot for shot in shots if shot.part == part], folder, until, whole)
    return taken


def _take(book, shots, folder, until, whole):
    """Take the pictures of one explorer; return how many. An error of page or kernel is printed."""
    book.run_all()
    shown, taken = book.page.locator(".spine-edu").first, 0
    # Solids are drawn finely when nothing has moved for a while.
    still = 700 if book.page.locator("canvas").count() else 200
    for shot in shots:
        if time.monotonic() > until:
            break
        book.page.set_viewport_size({"width": shot.width, "height": 1400 if whole else HEIGHTS.get(shot.width, 900)})
        book.ask(f"({shot.part}.scenario({shot.scenario!r}), {shot.part}.set_theme({shot.theme!r}))[:0]")
        rest(book.page, still)
        shown.evaluate("one => one.scrollIntoView({ block: 'start' })")
        # The window is what a reader sees without scrolling.
        (shown if whole else book.page).screenshot(path=folder / shot.name)
        taken += 1
    for error in book.errors + book.kernel_errors():
        print("ERROR", shots[0].part, error)
    book.close()
    return taken


if __name__ == "__main__":
    main()
