"""What is seen at the place a label points to is what the label names: in every view, level, peel and frame.

Asked twice: of the solid view, by an id picture of its triangles, and of the flat drawing, by its uppermost shape.
"""

import re
from pathlib import Path

import numpy as np
import pytest

from spine_edu.anatomy import shapes
from spine_edu.anatomy.column import figure
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.column.labels import labels
from spine_edu.anatomy.column.model import ColumnState, level_card, simulate
from spine_edu.anatomy.solids.binding import PLACE, turned
from tests.anatomy.eye import FIELD, Eye, on_top

STATES = ColumnState.declarations()
#: Discs that are asked on every run; the others take a minute, and are asked each week.
OFTEN = ("C2-3", "C6-7", "T1-2", "T7-8", "L2-3", "L4-5", "L5-S1")
ALL_DISCS = [pytest.param(disc, marks=() if disc in OFTEN else pytest.mark.weekly) for disc in STATES["disc"].values]
REGIONS = {"neck": "C", "chest": "T", "low back": "L"}


def states(disc, **more):
    """Every view, layer and frame of a disc; an opened disc looks the same in both frames."""
    for view in STATES["view"].values:
        for layer in STATES["layer"].values:
            for frame in ("near",) if layer in ("lifted", "cut") else ("near", "column"):
                yield ColumnState(disc=disc, view=view, layer=layer, frame=frame, **more)


def nearest_group(level, point):
    """Which group of a vertebra (`shapes.GROUPS`) a point of the common space lies nearest to."""
    return min(
        (group for group in shapes.GROUPS if shapes.group(level, group)), key=lambda group: away(level, group, point)
    )


def away(level, group, point):
    """How far a point of the common space lies from a group of a vertebra, in mm; negative inside."""
    frame = column.reference().at(level)
    own = (point - (0, frame.y, frame.z)) @ turned(frame.tilt)
    return shapes.group(level, group)(own[None])[0]


def is_seen(eye, label, disc):
    """Whether what a label names is what the eye sees at its place."""
    text, place = label.text, eye.point(label.spot)
    part, deeper = eye.seen(place)
    if text == "canal":
        return part is None or deeper > 2
    if part is None:
        return False
    start = np.array([label.spot.x, label.spot.y, label.spot.z])
    wanted = {
        "spinous": lambda: part.kind == "bone" and nearest_group(part.level, start) == "arch",
        "facet": lambda: (
            part.level in (disc.upper, disc.lower)
            and nearest_group(disc.upper, start) == "joints"
            and (disc.lower == "S1" or away(disc.lower, "joints", start) < 7)
        ),
        "cord": lambda: part.name == "spinal cord",
        "annulus": lambda: part.kind == "ring",
        "outer": lambda: part.kind == "disc" and part.level == disc.name,
        "nucleus": lambda: part.kind == "nucleus",
        "endplate": lambda: "endplate" in part.kind and part.level == disc.name,
        "sacrum": lambda: part.level == "S1",
        "vertebra": lambda: part.kind in ("bone", "body") and part.level == text.split()[1],
        "disc": lambda: ("behind" in text and deeper < 0) != (part.kind == "disc" and part.level == disc.name),
    }
    if text.endswith(("leaves", "passes")):
        return part.kind == "nerve" and part.level == text.split()[0]
    if ":" in text:
        return part.kind in ("bone", "body") and part.level[0] == REGIONS[text.split(":")[0]]
    return wanted[text.split()[0]]()


@pytest.mark.parametrize("disc", ALL_DISCS)
def test_an_eye_sees_what_a_label_names(disc):
    wrong = []
    for state in states(disc):
        result = simulate(state)
        eye = Eye(result)
        for label in labels(result):
            if not is_seen(eye, label, result.chosen):
                part, _ = eye.seen(eye.point(label.spot))
                wrong.append((state.view, state.layer, state.frame, label.text, part.name if part else "nothing"))
    assert not wrong


@pytest.mark.parametrize("more", [{"lordosis": 25.0, "stature": 195}, {"lordosis": 70.0, "loss": 50, "scope": "all"}])
@pytest.mark.parametrize("disc", ["C5-6", "L4-5"])
def test_labels_still_fit_when_the_column_has_moved(disc, more):
    """Near the disc; what one sees of a strongly bent column from behind is another matter."""
    for state in states(disc, **more):
        if state.view in ("side", "front", "oblique") and state.frame == "near":
            result = simulate(state)
            eye = Eye(result)
            wrong = [label.text for label in labels(result) if not is_seen(eye, label, result.chosen)]
            assert not wrong, state


#: First word of a label -> what the shape on top of the flat drawing is called.
ON_PAPER = {
    "spinous": "Arches",
    "facet": "Pedicles",
    "cord": "Cord",
    "annulus": "Rings",
    "outer": "Chosen disc",
    "nucleus": "Nucleus",
    "sacrum": "Sacrum",
    "disc": "Chosen disc",
}


def fits_on_paper(text, shape):
    """Whether the shape on top is of the kind, and for a bone of the half, that a label names."""
    if text.endswith(("leaves", "passes")):
        return shape.lower().endswith("roots at the chosen disc")
    if "behind" in text:
        return True  # drawn without depth, some of it may show between the arches
    if text.startswith("vertebra"):
        return shape.endswith("half two" if PLACE[text.split()[1]] % 2 else "half one")
    if ":" in text:
        return "half" in shape
    return shape.startswith(ON_PAPER[text.split()[0]])


@pytest.mark.parametrize("disc", ALL_DISCS)
def test_the_flat_drawing_shows_what_a_label_names(disc):
    wrong = []
    for state in states(disc):
        drawn = figure.figure(simulate(state))["layout"]
        for note in drawn["annotations"]:
            if note.get("showarrow"):
                text, shape = re.sub("</?b>", "", note["text"]), on_top(drawn["shapes"], note["x"], note["y"])
                if not fits_on_paper(text, shape or ""):
                    wrong.append((state.view, state.layer, state.frame, text, shape))
    assert not wrong


def test_the_eye_looks_through_the_camera_of_the_browser():
    script = (Path(__file__).parents[2] / "spine_edu/explorer/face/solids_camera.js").read_text(encoding="utf-8")
    assert f"const FIELD = {FIELD};" in script
    assert "Math.max(reach / half, wide / (half * aspect)) * 1.06 + reach / 4) / zoom" in script


def test_the_eye_itself_tells_parts_apart():
    """From the right it sees the right root and not the left one, from the back the arch before the body."""
    result = simulate(ColumnState(disc="L4-5", view="back", frame="near"))
    eye, card = Eye(result), level_card("L4-5")
    texts = {label.text for label in labels(result)}
    assert f"vertebra {card['upper']}" in texts and "disc L4-5, behind" in texts
    (name,) = (label for label in labels(result) if label.text == "spinous process")
    assert eye.seen(eye.point(name.spot))[0].name == "L4"
    far = eye.place + 1000 * (eye.right + eye.up) - 900 * eye.out
    assert eye.seen(far) == (None, 0.0)
