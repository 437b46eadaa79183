"""What the build makes: pages that lead somewhere, load nothing from elsewhere, and hold what the notebooks hold."""

import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pytest
from plotly.offline import get_plotlyjs_version

import spine_edu
from spine_edu.classroom import library
from spine_edu.explorer.session import Session
from spine_edu.imprint import WHO_PAYS
from spine_edu.registry import REGISTRY
from website import articles, bake, bundle, documents, extension

ROOT = Path(__file__).resolve().parents[2]
#: Elements of a page that a browser fetches by itself, and the attribute that says from where.
_FETCHED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


class Page(HTMLParser):
    """The links, the fetched files and the names of places of a page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.fetched, self.names, self.places = [], [], set(), []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if found.get("id"):
            self.names.add(found["id"])
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if found.get(_FETCHED.get(tag)):
            self.fetched.append(found[_FETCHED[tag]])
        if "spine-site-place" in found.get("class", ""):
            self.places.append(found)


@pytest.fixture(scope="module")
def pages(built):
    return {path: Page(path) for path in built.rglob("*.html")}


def test_no_page_fetches_anything_from_elsewhere(pages):
    assert len(pages) > 40
    assert not [(path.name, file) for path, page in pages.items() for file in page.fetched if urlsplit(file).netloc]


def test_every_page_says_version_date_and_who_pays(pages):
    said = f"spine_edu {re.escape(spine_edu.__version__)}, site of \\d+ [A-Z][a-z]+ 20\\d\\d. {re.escape(WHO_PAYS)}"
    texts = {path.name: path.read_text(encoding="utf-8") for path in pages}
    assert {"index.html", "search.html", "genindex.html", "05_cycle.html", "course.html"} <= set(texts)
    assert [name for name, text in texts.items() if len(re.findall(said, text)) != 1] == []


def test_every_link_leads_somewhere(pages, built):
    dead = []
    for path, page in pages.items():
        for link in [*page.links, *page.fetched]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            there = target.exists()
            if there and parts.fragment and target in pages:
                there = unquote(parts.fragment) in pages[target].names
            if not there:
                dead.append((path.relative_to(built).as_posix(), link))
    assert not dead


def test_every_page_holds_the_explorers_of_its_notebook(pages, built):
    seen = set()
    for book in sorted((ROOT / "notebooks").glob("*.ipynb")):
        page = pages[built / "notebooks" / f"{book.stem}.html"]
        code = "\n".join(cell.source for cell in nbformat.read(book, 4).cells if cell.cell_type == "code")
        made = {part for part, name in REGISTRY.items() if re.search(rf"= spine_edu\.{name}\(\)", code)}
        alive = {place.get("data-what", "") for place in page.places if "data-dark" in place}
        assert alive >= made - set(bake.STILL), book.name
        assert len(page.places) >= len(made), book.name
        seen |= made
        for place in page.places:
            for look in ("data-light", "data-dark"):
                assert look not in place or (built / "_static" / "spine" / place[look]).exists()
    assert seen == set(REGISTRY)


@pytest.mark.parametrize("number", library.numbers())
def test_the_lesson_of_a_page_is_the_one_that_jupyter_presents(built, number):
    (page,) = (built / "notebooks").glob(f"{number}_*.html")
    (name,) = re.findall(r'hidden data-lesson="([^"]+)">Present<', page.read_text(encoding="utf-8"))
    told, lesson = (
        json.loads((built / "_static" / "spine" / name).read_text(encoding="utf-8")),
        spine_edu.present(number),
    )
    assert told["card"] == {"title": lesson.title, "names": lesson.names, "notes": lesson.notes}
    for slide, one in zip(told["slides"], lesson.slides, strict=True):
        if "page" in slide:
            assert one.part in bake.STILL and one.title in slide["page"]
        elif isinstance(one, Session):
            assert (slide["what"], slide["plain"]["look"]["name"]) == (one.part, "presenter")
            assert set(bake.topics(one.part)) <= set(told["topics"])
        else:
            assert [asked["key"] for asked in slide["plain"]["card"]["questions"]] == [one.questions[0].key]


def test_the_kit_holds_the_site_and_its_server(built):
    with zipfile.ZipFile(built / "classroom_kit.zip") as kit:
        names = set(kit.namelist())
    assert {"serve.py", "index.html", "sw.js", "notebooks/05_cycle.html"} <= names
    assert "classroom_kit.zip" not in names


def test_what_comes_from_npm_is_pinned_and_draws_as_python_does():
    wanted = json.loads((ROOT / "website" / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert wanted["plotly.js-basic-dist-min"] == get_plotlyjs_version()


def test_the_publishing_workflow_pins_what_it_uses():
    used = re.findall(r"uses: (\S+)", (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8"))
    assert used and all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one) for one in used)


def test_the_readme_names_the_command_that_was_run_here():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = "python -m uv run --extra website python website/build.py"
    assert command in readme and "python -m http.server -d build/website" in readme
    assert command in (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")


def test_a_link_to_a_page_stays_and_one_to_a_file_leads_to_the_repository():
    known = {"docs/model.md", "notebooks/05_cycle.md"}
    text = (
        "[a](model.md#x) [b](../notebooks/05_cycle.ipynb) [c](../pyproject.toml) [d](https://e.org) "
        '[e](#In-your-words.) [f](#Sources "nachemson1976")'
    )
    address = documents.repository()
    assert documents.linked(text, "docs/README.md", known) == (
        f"[a](../docs/model.md#x) [b](../notebooks/05_cycle.md) [c]({address}/blob/main/pyproject.toml) "
        "[d](https://e.org) [e](#in-your-words) [f](../references.md#nachemson1976)"
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A stock and a flow", (2, "stock")),
        ("stocking, then a flow", (17, "flow")),
        ("a root, the traversing root", (2, "root")),
        ("the traversing root", (4, "traversing root")),
        ("flow-limited", None),
    ],
)
def test_the_glossary_knows_whole_words_and_the_longest_of_two(words, found):
    terms = dict.fromkeys(["stock", "flow", "root", "traversing root"])
    assert extension._first(words, terms) == found


def test_a_button_brings_an_explorer_to_where_the_picture_stands(monkeypatch):
    monkeypatch.setattr(articles.Session, "still", articles.Session.still)
    articles.remember_who_made_a_still()
    loop = spine_edu.RunTheLoop()
    still = loop.still("A little above the border", beside={"gain": 0.5})
    kinds = [act["act"] for act in articles._acts(still, *still.made_by)]
    assert kinds == ["reset", "settings", "hold", "scenario"]
    plain, other = loop.still(), loop.still(gain=1.1)
    assert articles._acts(plain, *plain.made_by) == [{"act": "reset"}]
    assert articles._acts(other, *other.made_by)[-1] == {"act": "settings", "text": other.session.to_text()}


def test_a_file_changes_its_name_with_its_content(tmp_path):
    file = tmp_path / "state.json"
    names = []
    for content in ("1", "2", "1"):
        file.write_text(content)
        names.append(bundle.hashed(file, tmp_path / "out"))
    assert names[0] == names[2] != names[1]


def test_each_explorer_is_told_the_topics_that_it_needs():
    assert bake.topics("cycle_loop") == {"cycle"}
    assert bake.topics("treatment_cycle") == {"cycle", "treatment"}
    assert not bake.topics("questions 05")
