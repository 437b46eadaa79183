"""Run notebooks and keep in them what a reader sees without running: sentences as text, explorers as small pictures.

    python tools/notebooks.py [--missing] [notebooks/05_cycle.ipynb ...]      all notebooks without names

With --missing only those pictures are made whose figure has changed or is new; the others stay as they are.

The pictures are made from the same figures as the live explorers; no widget state is kept, and nothing of a reader who
has used the course in the same folder gets into a page.
"""

import base64
import io
import os
import sys
from pathlib import Path

import nbformat
import numpy as np
from nbclient import NotebookClient
from PIL import Image

from spine_edu.explorer import stored

#: How many colours a stored picture has at most, and how far two of them are apart in a channel of 255.
COLOURS, UNLIKE = 64, 10
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
    # By this name an explorer finds the pictures that the notebook has.
    client.execute(env={**os.environ, "JPY_SESSION_NAME": str(path.resolve())})
    book.metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "spine_edu": book.metadata["spine_edu"],
    }
    for cell in book.cells:
        if "outputs" in cell:
            # The drawing browser may grumble; what a cell itself says on stderr is seen by nbval, which draws nothing.
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
        for output in cell.get("outputs", []):
            publish_output(output)
    nbformat.validate(book)
    nbformat.write(book, path)


def publish_output(output):
    """Let an output be what a page without a kernel can show: no reference to a widget that is gone, small pictures."""
    data = output.get("data", {})
    data.pop("application/vnd.jupyter.widget-view+json", None)
    found = stored.PICTURE.search(data.get("text/html", "")) if stored.MARK in data else None
    if found:
        data["text/html"] = data["text/html"].replace(found["img"], small(found))


def small(found):
    """Return a picture with few colours, since a drawing needs no more; nothing for an empty one."""
    image, kept = Image.open(io.BytesIO(base64.b64decode(found["png"]))), io.BytesIO()
    if image.mode == "P":  # it has stood in the notebook before
        return found["img"]
    image = image.convert("RGB")
    if len(image.getcolors(1) or ()) == 1:
        return ""
    with_few_colours(image).save(kept, "PNG", optimize=True)
    return found["img"].replace(found["png"], base64.b64encode(kept.getvalue()).decode())


def with_few_colours(image):
    """Return a picture with the colours that cover most of it and are not alike: each even ground keeps its own.

    Pillow's own ways mix grounds of like colours, such as a grey band on a green row, and lose thin lines.
    """
    pixels = np.asarray(image, dtype=np.int16)
    colours, place, often = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    kept = []
    for colour in colours[np.argsort(-often, kind="stable")]:
        if len(kept) < COLOURS and all(np.abs(colour - other).max() >= UNLIKE for other in kept):
            kept.append(colour)
    nearest = np.abs(colours[:, None] - np.array(kept)).sum(axis=2).argmin(axis=1)
    found = Image.fromarray(nearest[place].reshape(pixels.shape[:2]).astype(np.uint8), "P")
    found.putpalette(np.array(kept, dtype=np.uint8).tobytes())
    return found


def main():
    """Publish the notebooks named on the command line, or all."""
    names = [name for name in sys.argv[1:] if name != "--missing"]
    os.environ.update(SPINE_EDU_PICTURES="missing" if "--missing" in sys.argv else "yes", SPINE_EDU_KEEP="no")
    for path in [Path(name) for name in names] or sorted(FOLDER.glob("*.ipynb")):
        publish(path)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
