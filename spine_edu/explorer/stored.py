"""The picture of an explorer or a still in a stored notebook, and the mark by which it is known again.

A stored notebook holds pictures, so that a page without a kernel shows something; `tools/notebooks.py` makes them, with
a browser. A reader's machine makes none: when a cell is run there, its picture is looked up in the notebook that runs,
so that saving it does not strip it.
"""

import base64
import hashlib
import html
import json
import os
import re
from functools import cache
from pathlib import Path

from spine_edu.explorer import shown, still, veil
from spine_edu.theme import THEMES

#: The kind of data that holds the mark of a picture: no page shows it, and nbval compares it.
MARK = "application/vnd.spine-edu.picture+json"
#: Width of a picture on a stored page, in pixels.
WIDTH = 700
#: A picture in the HTML of an output.
PICTURE = re.compile(r'(?P<img><img src="data:image/png;base64,(?P<png>[^"]+)"[^>]*>)')
_NUMBER = re.compile(r"-?\d+\.\d+(?:e[-+]?\d+)?")


def figure(session):
    """Return what a stored page shows of a session: in the light look, and without what a reader has predicted."""
    if session.veiled:
        return veil.figure(session)
    return session.figures.figure(session.result, theme=THEMES["light"], held=session.held, prediction=None)


def mark(drawn):
    """Return the mark of a figure: another one as soon as anything in it differs by a part in a million.

    >>> mark({"x": [0.1 + 0.2]}) == mark({"x": [0.3]}), mark({"x": [0.3]}) == mark({"x": [0.3001]})
    (True, False)
    """
    written = json.dumps(drawn, sort_keys=True, default=lambda array: array.tolist())
    return hashlib.sha256(_NUMBER.sub(_rounded, written).encode()).hexdigest()[:16]


def _rounded(number):
    return f"{round(float(number[0]), 7) + 0:.6g}"


def picture(drawn, wanted):
    """Return the picture of a figure (PNG in base64): made anew on request, else as the running notebook has it, or "".

    The environment variable ``SPINE_EDU_PICTURES`` asks for all of them (``yes``), or for those that are ``missing``.

    Parameters
    ----------
    drawn : dict
        The figure.
    wanted : str
        Its mark.
    """
    asked = os.environ.get("SPINE_EDU_PICTURES")
    there = "" if asked == "yes" else _in(*_running()).get(wanted, "")
    return drawn_by_a_browser(drawn) if asked and not there else there


def drawn_by_a_browser(drawn, scale=1.25):
    """Return a figure as a small picture; needs kaleido and a Chromium."""
    import plotly.graph_objects as go

    height = drawn["layout"].get("height") or 420
    return base64.b64encode(go.Figure(drawn).to_image("png", width=760, height=height, scale=scale)).decode()


def _running():
    """Return the path of the notebook that is running, or "", and the id of the running kernel's process."""
    here = shown.shell()
    if getattr(here, "kernel", None) is None:
        return "", 0
    return here.user_ns.get("__vsc_ipynb_file__") or os.environ.get("JPY_SESSION_NAME", ""), os.getpid()


@cache
def _in(path, _):
    """Return mark -> picture of a stored notebook, read once a kernel: saving while it runs may leave half of them."""
    try:
        cells = json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return {}
    outputs = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    pages = {data[MARK]["figure"]: "".join(data.get("text/html", "")) for data in outputs if MARK in data}
    return {known: found["png"] for known, page in pages.items() if (found := PICTURE.search(page))}


def in_words(session, png=""):
    """Return by MIME type what a page shows where no explorer is live: words, and a picture if there is one.

    Parameters
    ----------
    session : spine_edu.explorer.session.Session
    png : str
        The picture in base64, or nothing.
    """
    said = still.with_caption(session) if session.still_of else veil.sentence(session)
    shown_as = html.escape(said)
    image = f'<img src="data:image/png;base64,{png}" width="{WIDTH}" alt="{shown_as}">' if png else ""
    page = f"<figure>{image}<figcaption>{shown_as}</figcaption></figure>"
    if session.folded:
        page = f"<details><summary>{html.escape(session.folded)}</summary>{page}</details>"
    return {"text/html": page, "text/plain": said}
