"""The column in three dimensions."""

from spine_edu.anatomy import solids
from spine_edu.anatomy.column.figure import note

parts = solids.parts


def scene(result, *, held=None, prediction=None):
    """Return what a `SolidView` shows: moves, shown, camera, labels and note."""
    labels = [{"text": words, "at": [spot.x, spot.y, spot.z], "frame": spot.frame, "share": spot.share, "mark": marked,
               **({"side": side} if side else {})} for words, spot, side, marked in solids.labels(result)]
    return solids.moves(result), solids.shown(result), solids.camera(result), labels, note(held, prediction)
