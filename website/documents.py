"""The pages that are not notebooks: some stand in `docs/` and `content/`, others are made of tables and docstrings."""

import inspect
import re
import tomllib
from pathlib import Path
from urllib.parse import unquote

import spine_edu
from spine_edu import data
from spine_edu.registry import REGISTRY
from website.bundle import HERE, ROOT

#: What is copied as it is: pages for teachers, builders and the curious.
COPIED = ("docs/**/*.md", "data/README.md", "CONTRIBUTING.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md")
_LINK = re.compile(r"\]\((?!\w+:)(?P<to>[^)\s#]*)(?P<at>#[^)\s]+)?(?P<rest>[^)]*)\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\((?P<to>[^)\s]+)\)")
#: Modules that somebody who builds on the course reads, by what they are for.
_MODULES = {
    "The explorer without a screen": ("explorer.session", "explorer.presets", "explorer.prediction", "explorer.asking"),
    "Data, states and looks": ("data", "state", "theme", "tables"),
    "Models that several explorers share": ("cycle.equations", "cycle.treatments", "treatment.cohort"),
}


def pages():
    """Return the path of each page in the sources -> its text."""
    copied = sorted(path for pattern in COPIED for path in ROOT.glob(pattern))
    own = {path.name: _filled(path.read_text(encoding="utf-8")) for path in sorted((HERE / "content").glob("*.md"))}
    made = {"references.md": references(), "api.md": api()}
    there = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in copied}
    return {**own, **made, **there}


def _filled(text):
    """Return a page of this folder with what it takes from the course: ``{{ name }}``."""
    rows = [row for row in data.table("notebooks") if row.ready == "yes"]
    lines = (f"- **[{row.number} {row.title}](notebooks/{Path(row.file).stem}.md)** {row.question}" for row in rows)
    known = {
        "course_map": "\n".join(f"{line} *{row.minutes} min.*" for line, row in zip(lines, rows, strict=True)),
        "explorers": str(len(REGISTRY)),
        "repository": repository(),
    }
    return re.sub(r"\{\{ (\w+) \}\}", lambda match: known[match[1]], text)


def linked(text, page, known):
    """Return a page with its links leading to pages of the site, or, where there is none, to the repository.

    Parameters
    ----------
    text, page : str
        The page as MyST, and its path in the repository.
    known : set of str
        The paths of all pages of the site.
    """

    def led(match):
        to, at = match["to"], _anchor(match["at"] or "")
        key = match["rest"].strip(' "')
        if at == "#sources" and key in data.references():
            return f"]({'../' * page.count('/')}references.md#{key})"
        if not to:
            return f"]({at}{match['rest']})"
        target = ((ROOT / page).parent / to).resolve()
        inside = target.relative_to(ROOT).as_posix() if target.is_relative_to(ROOT) else ""
        here = re.sub(r"\.ipynb$", ".md", inside)
        if here in known:
            return f"]({'../' * page.count('/')}{here}{at}{match['rest']})"
        if target.suffix in (".svg", ".png"):
            return match[0]
        return f"]({repository()}/blob/main/{inside}{at}{match['rest']})"

    return _LINK.sub(led, text)


def _anchor(at):
    """Return the name of a heading's place as a page has it; Jupyter keeps capitals and stops."""
    return "#" + re.sub(r"[^\w-]", "", unquote(at)).lower() if at else ""


def pictures(text, page):
    """Return the files of the pictures that a page shows."""
    return [(ROOT / page).parent / match["to"] for match in _PICTURE.finditer(text) if "://" not in match["to"]]


def repository():
    """Return the address of the repository, as pyproject.toml has it."""
    return project()["urls"]["Repository"].rstrip("/")


def project():
    """Return what pyproject.toml says of the course."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def references():
    """Return the page of all sources, as MyST."""
    sources = sorted((data.full_citation(key), key) for key in data.references())
    return "# References\n\nEvery source of the course, and what of it was read.\n" + "".join(
        f"\n({key})=\n{line}\n" for line, key in sources
    )


def api():
    """Return the page of the public names and of the modules behind them, as MyST."""
    named = [name for name in sorted(spine_edu.__all__) if not name.startswith("_")]
    parts = ["# The library", "What `import spine_edu` offers, and what stands behind it, from the docstrings."]
    parts += ["## Public names", *(_automatic(*_kind(name), options="   :no-index:\n") for name in named)]
    for heading, modules in _MODULES.items():
        shown = (_automatic("module", f"spine_edu.{one}", options="   :members:\n") for one in modules)
        parts += [f"## {heading}", *shown]
    return "\n\n".join(parts) + "\n"


def _kind(name):
    thing = getattr(spine_edu, name)
    if inspect.isclass(thing):
        return "class", f"{thing.__module__}.{thing.__qualname__}"
    if inspect.isfunction(thing) or hasattr(thing, "__wrapped__"):
        return "function", f"{thing.__module__}.{thing.__qualname__}"
    return "module" if inspect.ismodule(thing) else "data", f"spine_edu.{name}"


def _automatic(kind, name, options):
    return f"```{{eval-rst}}\n.. auto{kind}:: {name}\n{options}```"
