"""Build the course site: one folder of files that any web server can hand out, and that works without a network.

    python website/build.py [OUT]          OUT is build/website without it

Needs the ``website`` extra and Node.js with npm.
"""

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sphinx.application import Sphinx

from website import articles, bake, bundle, documents, extension, lessons


class Site:
    """The folders of one build, and what has been put there.

    Parameters
    ----------
    out, work : pathlib.Path
        Where the site goes, and where the build keeps what it fetches and makes on the way.
    """

    def __init__(self, out, work):
        self.out, self.work = out, work
        self.sources, self.static = work / "sources", work / "static"
        for folder in (out, self.sources, self.static):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        self.assets, self.pictures = self.static / "spine", self.static / "pictures"
        self.assets.mkdir()
        self.pictures.mkdir()
        self.repository = documents.repository()
        self._states = {}

    def state(self, what, line):
        """Return the attributes of a place for an explorer or questions, baked once."""
        if (what, line) not in self._states:
            self._states[what, line] = bake.state(what, line, self.work, self.assets)
        return self._states[what, line]

    def lesson(self, number, stills):
        """Return the file of a notebook's lesson for a hall."""
        return lessons.lesson(number, stills, self.work, self.assets)

    def picture(self, name, png):
        """Keep a picture; return its address as seen from a notebook's page, and its size."""
        (self.pictures / name).write_bytes(png)
        return f"../_static/pictures/{name}", articles.size(png)

    def write_sources(self):
        """Lay out what Sphinx reads."""
        articles.remember_who_made_a_still()
        pages = {**documents.pages(), "glossary.md": extension.glossary()}
        books = sorted((bundle.ROOT / "notebooks").glob("*.ipynb"))
        known = {*pages, *(f"notebooks/{book.stem}.md" for book in books)}
        for book in books:
            pages[f"notebooks/{book.stem}.md"] = articles.Article(book, self).page()
        for name, text in pages.items():
            to = self.sources / name
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(documents.linked(text, name, known), encoding="utf-8")
            for picture in documents.pictures(text, name):
                beside = self.sources / picture.resolve().relative_to(bundle.ROOT)
                beside.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(picture, beside)

    def write_pages(self, names):
        """Let Sphinx make the pages; a warning is an error."""
        told = {
            "html_static_path": [str(self.static)],
            "html_css_files": [f"spine/{names['style']}"],
            "html_js_files": [(f"spine/{names['script']}", {"type": "module"})],
        }
        doctrees = self.work / "doctrees"
        shutil.rmtree(doctrees, ignore_errors=True)
        app = Sphinx(
            self.sources, bundle.HERE, self.out, doctrees, "html", told, status=None, parallel=2, warningiserror=True
        )
        app.build()
        if app.statuscode:
            raise SystemExit("Sphinx has found something wrong; see above.")
        shutil.rmtree(self.out / ".doctrees", ignore_errors=True)


def main():
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, nargs="?", default=bundle.ROOT / "build" / "website")
    out = parser.parse_args().out.resolve()
    work = bundle.ROOT / "build" / "website-work"
    # What a teacher has set for a class of his own is not for everybody.
    for name in [name for name in os.environ if name.startswith("SPINE_EDU_")]:
        del os.environ[name]
    begun = time.monotonic()
    site = Site(out, work)
    packages = bundle.from_npm(work / "npm")
    told = bundle.python(packages, work, site.assets)
    site.write_sources()
    site.write_pages(bundle.scripts(packages, site.assets, told))
    bundle.service_worker(packages, site.assets, out)
    bundle.kit(out)
    print(f"{out}: built in {time.monotonic() - begun:.0f} s. Look at it: python -m http.server -d {out}")


if __name__ == "__main__":
    main()
