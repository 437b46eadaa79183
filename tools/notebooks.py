"""Run notebooks and keep in them what a reader sees without running: sentences as text, explorers as small pictures.

    python tools/notebooks.py [notebooks/05_cycle.ipynb ...]      all notebooks without arguments

The pictures are made from the same figures as the live explorers; no widget state is kept.
"""

import html
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from spine_edu.explorer import stored

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"


def publish(path):
    """Run one notebook from a fresh kernel and write it back with outputs and pictures."""
    book = nbformat.read(path, 4)
    for cell in book.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        cell.metadata.pop("execution", None)
    client = NotebookClient(
        book,
        timeout=300,
        kernel_name="python3",
        store_widget_state=False,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    book.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "spine_edu": book.metadata["spine_edu"],
    }
    for cell in book.cells:
        if "outputs" in cell:
            cell.outputs = [kept for output in cell.outputs for kept in without_widget(output)]
    nbformat.validate(book)
    nbformat.write(book, path)


def without_widget(output):
    """Return an output as a page without a kernel can show it: no reference to a widget that is gone, the picture of an
    explorer by itself, and below it its words, since few programs show the words that a picture carries.
    """
    data = output.get("data", {})
    data.pop("application/vnd.jupyter.widget-view+json", None)
    picture = stored.MARK in data and stored.picture_of(data)
    if not picture:
        return [output]
    del data["text/html"]
    data["image/png"] = picture
    output.metadata["image/png"] = {"alt": data["text/plain"], "width": stored.WIDTH}
    words = f"<p>{html.escape(data['text/plain'])}</p>"
    return [output, nbformat.v4.new_output("display_data", {"text/html": words})]


def main():
    """Publish the notebooks named on the command line, or all."""
    os.environ["SPINE_EDU_PICTURES"] = "yes"
    for path in [Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("*.ipynb")):
        publish(path)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
