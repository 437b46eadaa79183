"""What a browser loads besides the pages: Python with the course in it, plotly.js, the face and its style.

What belongs to others comes from npm when the site is built; `package.json` beside this file names the versions.
"""

import hashlib
import json
import shutil
import subprocess
import zipfile
from importlib.metadata import files as files_of
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
#: Parts of Pyodide that a page loads.
_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
#: Modules of the course that a page cannot run: they show something with Jupyter's widgets.
_FACES = ("controls.py", "notebook.py", "panels.py", "plain.py", "solids.py")
_TEACHING_FACES = ("questions_live.py", "questions_plain.py", "sheet_live.py", "sheet_plain.py")
#: Folders that make paper and copies, and have no business in a page.
_ON_PAPER = ("classroom",)


def from_npm(work):
    """Install what `package.json` names, and return the folder of the packages."""
    wanted, there = HERE / "package.json", work / "package.json"
    if not there.exists() or there.read_bytes() != wanted.read_bytes():
        work.mkdir(parents=True, exist_ok=True)
        shutil.copy(wanted, there)
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit("The site needs Node.js with npm (https://nodejs.org), which is not on the path.")
        flags = ["--no-audit", "--no-fund", "--no-package-lock", "--silent"]
        subprocess.run([npm, "install", *flags], cwd=work, check=True)
    return work / "node_modules"


def hashed(file, folder):
    """Copy a file into a folder under a name that changes with its content; return the name."""
    mark = hashlib.sha256(file.read_bytes()).hexdigest()[:10]
    name = f"{file.stem}-{mark}{file.suffix}"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, folder / name)
    return name


def course(to):
    """Write the Python of the course, as far as a page can run it, with its data, into an archive."""
    package = ROOT / "spine_edu"
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(package.rglob("*.py")):
            inside = path.relative_to(package)
            if inside.parts[0] in _ON_PAPER:
                continue
            faces = {"explorer": _FACES, "teaching": _TEACHING_FACES}.get(inside.parts[0], ())
            if inside.name not in faces and inside.parts[:2] != ("explorer", "face"):
                out.write(path, Path("spine_edu") / inside)
        for path in sorted((ROOT / "data").iterdir()):
            if path.suffix in (".csv", ".json"):
                out.write(path, Path("spine_edu") / "_data" / path.name)
        out.write(HERE / "door.py", "door.py")
        for path in files_of("lazy-loader"):
            if path.suffix == ".py":
                out.write(path.locate(), path)


def python(packages, work, assets):
    """Put Pyodide and the course into the folder of assets; return the paths that a worker is told."""
    slim, pyodide = work / "slim", packages / "pyodide"
    shutil.rmtree(slim, ignore_errors=True)
    slim.mkdir(parents=True)
    course(work / "course.zip")
    subprocess.run(["node", HERE / "slim.mjs", pyodide, work / "course.zip", slim], check=True)
    lock = json.loads((pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    (slim / "pyodide-lock.json").write_text(json.dumps({**lock, "packages": {}}), encoding="utf-8")
    parts = [*(pyodide / name for name in _PYODIDE), slim / "python_stdlib.zip", slim / "pyodide-lock.json"]
    mark = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:10]
    folder = assets / f"pyodide-{mark}"
    folder.mkdir(parents=True)
    for part in parts:
        shutil.copy(part, folder / part.name)
    pieces = {path.stem: hashed(path, assets) for path in sorted((slim / "course").iterdir())}
    return {"PYODIDE": f"{folder.name}/", "COURSE": pieces}


def scripts(packages, assets, told):
    """Bundle the scripts and the style of the pages; return the names of what a page loads itself."""
    worker = _esbuild(packages, assets, HERE / "page" / "worker.js", told)
    deck = _esbuild(packages, assets, ROOT / "spine_edu" / "explorer" / "face" / "deck.js", {})
    page = _esbuild(packages, assets, HERE / "page" / "page.js", {"WORKER": worker, "DECK": deck})
    style = _esbuild(packages, assets, HERE / "page" / "page.css", {})
    return {"script": page, "style": style}


def service_worker(packages, assets, out):
    """Write the script that keeps what has been opened, for days without a network, to the root of the site."""
    edition = hashlib.sha256("".join(sorted(path.name for path in assets.iterdir())).encode()).hexdigest()[:10]
    told = {"STORE": f"spine_edu {edition}", "LASTING": f"_static/{assets.name}/"}
    _bundled(packages, HERE / "page" / "sw.js", told, f"--outfile={out / 'sw.js'}")


def _esbuild(packages, assets, entry, told):
    """Bundle one entry, and return the name of its file."""
    before = set(assets.glob(f"{entry.stem}-*"))
    names = ["--splitting", "--entry-names=[name]-[hash]", "--chunk-names=[name]-[hash]", f"--outdir={assets}"]
    _bundled(packages, entry, told, *names)
    (made,) = set(assets.glob(f"{entry.stem}-*")) - before
    return made.name


def _bundled(packages, entry, told, *where):
    defined = [f"--define:{name}={json.dumps(value)}" for name, value in told.items()]
    looks = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning"]
    command = [packages / ".bin" / "esbuild", entry, *looks, *where, *defined]
    subprocess.run(command, check=True, env={"NODE_PATH": str(packages)})


def kit(site):
    """Put the whole site, with a program that hands it out, into one file for classrooms; return the file."""
    file = site / "classroom_kit.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted((HERE / "kit").iterdir()):
            out.write(path, path.name)
        for path in sorted(site.rglob("*")):
            if path.is_file() and path != file:
                out.write(path, path.relative_to(site))
    return file
