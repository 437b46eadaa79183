"""A page as a PDF file, printed by a Chromium or Chrome that is on this machine."""

import shutil
import subprocess
import tempfile
from pathlib import Path

#: What browsers of this kind are called where they are installed.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def browser():
    """Return the path of a browser that can print, or None."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def pdf(page, path):
    """Print an HTML page into a PDF file.

    Parameters
    ----------
    page : str
        The page.
    path : pathlib.Path
        Where to write the PDF.

    Raises
    ------
    OSError
        If there is no Chromium or Chrome, or it does not print.
    """
    if not browser():
        raise OSError(
            "No PDF: that needs Chromium, Chrome or Edge on the path. "
            "The HTML page prints the same: open it in any browser and print."
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        printed = [browser(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        printed += ["--no-pdf-header-footer", f"--print-to-pdf={Path(path).resolve()}", source.as_uri()]
        done = subprocess.run(printed, capture_output=True, text=True, timeout=120)
    if done.returncode or not Path(path).exists():
        raise OSError(f"No PDF: the browser did not print ({done.stderr.strip()[-200:]}).")
