"""A copy of the course's notebooks for a class or for oneself, wherever the package was installed from."""

import json
import re
from pathlib import Path

from spine_edu.classroom.library import NOTEBOOKS, book, lesson

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


def lesson_book(number, path):
    """Write a notebook of one cell, which shows a lesson on the whole screen: see `spine_edu.classroom.deck.present`.

    Parameters
    ----------
    number : str
    path : pathlib.Path

    Raises
    ------
    ValueError
        If there is no such notebook, or `path` is none of a notebook.
    OSError
        If the file is there already, or cannot be written.
    """
    told = lesson(number)
    if path.suffix != ".ipynb":
        raise ValueError(f"{path} is no .ipynb; a notebook is needed.")
    source = [
        f"# {number} {told.title}: run this cell, and press the button.\n",
        "import spine_edu\n",
        "\n",
        f'spine_edu.present("{number}")',
    ]
    cell = {"cell_type": "code", "execution_count": None, "id": "lesson", "metadata": {}, "outputs": []}
    kernel = book(told.file)["metadata"]["kernelspec"]
    shown = {"cells": [{**cell, "source": source}], "metadata": {"kernelspec": kernel}, "nbformat": 4}
    with path.open("x", encoding="utf-8") as file:
        json.dump({**shown, "nbformat_minor": 5}, file, indent=1, ensure_ascii=False)
        file.write("\n")


def without_answers(text):
    """Return a stored notebook (JSON) whose outputs do not tell the answers to its questions."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            shown = output.get("data", {})
            if "text/html" in shown:
                shown["text/html"] = _ANSWERS.sub("", "".join(shown["text/html"]))
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
