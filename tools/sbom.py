"""Install a wheel with the locked versions into a fresh environment, and list what is in it (CycloneDX, JSON).

python tools/sbom.py WHEEL OUT.cdx.json
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = [sys.executable, "-m", "uv"]


def main():
    """Read the command line and write the list."""
    wheel, out = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        describe(environment(Path(folder) / "venv", wheel), out)
    print(out)


def environment(folder, wheel):
    """Make an environment of the locked versions, their hashes checked, and the wheel; return its Python."""
    run(*UV, "venv", "--quiet", "--python", sys.executable, folder)
    python = next(path for path in (folder / "bin" / "python", folder / "Scripts" / "python.exe") if path.exists())
    install = [*UV, "pip", "install", "--quiet", "--python", python]
    run(*install, "--require-hashes", "-r", ROOT / "requirements-lock.txt")
    run(*install, "--no-deps", wheel)
    return python


def describe(python, out):
    """Write what is installed beside `python`; the same environment gives the same bytes."""
    words = ["--pyproject", ROOT / "pyproject.toml", "--mc-type", "library", "--output-reproducible", "--of", "JSON"]
    run(sys.executable, "-m", "cyclonedx_py", "environment", *words, "-o", out, python)


def run(*words, **options):
    """Run a command and return what it printed.

    Raises
    ------
    RuntimeError
        If it fails, with the end of what it said.
    """
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=500, **options)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, words))}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


if __name__ == "__main__":
    main()
