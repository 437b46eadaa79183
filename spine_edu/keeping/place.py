"""Where a reader's things are kept: beside the notebook that a person has open, and nowhere if nobody sits there."""

import os
import sys
from pathlib import Path

#: The file, in the folder of the notebooks.
NAME = "my_course.json"

_NOWHERE = ("no", "off")


def place():
    """Return the path of the file, or None: then things are kept until Python stops.

    The environment variable ``SPINE_EDU_KEEP`` decides, if it is set: ``no``, or a path. Without it there is a file
    where a front end has opened a notebook for a reader; a run of all cells by a program leaves nothing behind.

    Raises
    ------
    ValueError
        If the variable holds a path that does not end in ``.json``.
    """
    wanted = os.environ.get("SPINE_EDU_KEEP", "").strip()
    if wanted.lower() in _NOWHERE:
        return None
    if wanted:
        path = Path(wanted).expanduser().absolute()
        if path.suffix != ".json":
            raise ValueError(f"SPINE_EDU_KEEP is {wanted!r}; it may be no, or the path of a file that ends in .json.")
        return path
    return Path.cwd() / NAME if _somebody_reads() else None


def _somebody_reads():
    """Return whether a notebook is open before a person: Jupyter's server, VS Code, Colab and a browser say so."""
    if sys.platform == "emscripten" or {"JPY_SESSION_NAME", "COLAB_RELEASE_TAG"} & set(os.environ):
        return True
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return "__vsc_ipynb_file__" in getattr(shell, "user_ns", ())
