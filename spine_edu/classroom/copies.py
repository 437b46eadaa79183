"""A copy of the course's notebooks for a class or for oneself, wherever the package was installed from."""

import json
import re
from pathlib import Path

from spine_edu.classroom.library import NOTEBOOKS

#: What a stored page shows of the answers to a question.
_ANSWERS = re.compile(r"<details><summary>Answers to question \d+</summary>.*?</details>", re.DOTALL)


def copy_course(folder, *, answers=True):
    """Copy the notebooks into a folder; those that are there and differ are left as they are.

    Parameters
    ----------
    folder : str or pathlib.Path
        Made if it is not there.
    answers : bool
        Whether the stored pages keep the answers to the questions, folded under them.

    Returns
    -------
    tuple of two lists of str
        The files that were written, and those that were left because somebody has changed them.

    Raises
    ------
    OSError
        If the folder cannot be made or written.
    """
    folder, written, left = Path(folder), [], []
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted(NOTEBOOKS.glob("*.ipynb")):
        text, target = source.read_text(encoding="utf-8"), folder / source.name
        text = text if answers else without_answers(text)
        if target.exists() and target.read_text(encoding="utf-8") != text:
            left.append(source.name)
            continue
        target.write_text(text, encoding="utf-8")
        written.append(source.name)
    return written, left


def without_answers(text):
    """Return a stored notebook (JSON) whose outputs do not tell the answers to its questions."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            shown = output.get("data", {})
            if "text/html" in shown:
                shown["text/html"] = _ANSWERS.sub("", "".join(shown["text/html"]))
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
