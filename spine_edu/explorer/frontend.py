"""How explorers are shown where this Python runs."""

import os

#: name -> what it is.
WAYS = {
    "live": "controls and a picture that follows them",
    "redraw": "the same, with the picture drawn anew at each move: for front ends without anywidget",
    "static": "no widget: a still picture and its sentence",
}


def backend(wanted=None):
    """Return the name of the way to show explorers here: live, redraw or static.

    Parameters
    ----------
    wanted : str, optional
        One of these names; without it the environment variable ``SPINE_EDU_WIDGETS`` decides.

    Raises
    ------
    ValueError
        If `wanted`, or what the variable holds, is another word.
    """
    if wanted is not None:
        return _known(wanted, "The way to show explorers (backend_name)")
    wanted = os.environ.get("SPINE_EDU_WIDGETS", "").strip().lower()
    if wanted:
        return _known(wanted, "SPINE_EDU_WIDGETS")
    # Colab's own front end has long had trouble with plotly inside widgets made elsewhere.
    return "redraw" if "COLAB_RELEASE_TAG" in os.environ else "live"


def _known(name, where):
    if name not in WAYS:
        raise ValueError(f"{where} is {name!r}; allowed are {', '.join(WAYS)}.")
    return name
