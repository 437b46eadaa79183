"""The question before the map: nine treatments, in an order that tells nothing, each with a dot to be touched."""

from types import MappingProxyType

from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import drawn
from spine_edu.theme import LIGHT
from spine_edu.treatment.pathway.model import ANSWERS, said
from spine_edu.treatment.pathway.places import WIDE

#: Treatment -> its name and what it is, row by row.
_ASKED = {
    "gabapentinoid": ("Gabapentinoids", "drugs for nerve pain"),
    "active": ("Staying active", "going on as usual"),
    "traction": ("Traction", "pulling the spine apart"),
    "epidural": ("Epidural steroid", "a needle near the root"),
    "steroid": ("Steroid tablets", "for some days"),
    "exercise": ("Exercise", "a programme in a group"),
    "manual": ("Manual therapy", "pushing and kneading"),
    "discectomy": ("Discectomy", "the piece is taken out"),
    "opioid": ("Opioids", "for leg pain that stays"),
}
THINGS = MappingProxyType({box: name for box, (name, _) in _ASKED.items()})
SIGNS = MappingProxyType({"offer or consider": "✓", "do not offer": "✗"})
#: Answer of a guideline -> the answer that is asked for.
_SAID = {"yes": "offer or consider", "no": "do not offer"}
_ACROSS, _HIGH, _GAP = 2, 3.3, 0.6
#: How long a box is.
_LONG = (WIDE + _GAP) / _ACROSS - _GAP


def answers():
    """Return what NICE says of each of the nine, for leg pain."""
    return {box: _SAID[ANSWERS[said("nice", box, "leg").verdict]] for box in THINGS}


def _corner(number):
    """Return the upper left corner of a box of the question."""
    down, across = divmod(number, _ACROSS)
    return (WIDE + _GAP) / _ACROSS * across, -(_HIGH + _GAP) * down - 0.4


def spots():
    """Return where the treatments are marked by hand, as `spine_edu.explorer.marking.Each` takes it."""
    corners = {box: _corner(number) for number, box in enumerate(THINGS)}
    return {
        "axes": ["xaxis", "yaxis"],
        "places": {box: [left + 1.5, top - _HIGH / 2] for box, (left, top) in corners.items()},
        "boxes": {box: [left, top, left + _LONG, top - _HIGH] for box, (left, top) in corners.items()},
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the nine boxes that are asked about, with the reader's signs once an answer is kept."""
    rows, paths, signs = [], [], []
    for number, (box, (name, what)) in enumerate(_ASKED.items()):
        left, top = _corner(number)
        paths.append(f"M{left:.2f},{top:.2f}H{left + _LONG:.2f}V{top - _HIGH:.2f}H{left:.2f}Z")
        sign = SIGNS.get((prediction or {}).get(box), "")
        signs.append(
            (
                left + 1.5,
                top - _HIGH / 2,
                f"<b>{sign}</b>" if sign else "",
                "middle center",
                theme.text("prediction", 1.4),
            )
        )
        text = f"<b>{name}</b><br>{what}"
        rows.append((left + 2.7, top - _HIGH / 2, text, "middle right", theme.text(size=0.9)))
    boxes = drawn("Treatments", "".join(paths), {"width": theme.line / 2, "color": theme.muted}, fill=theme.panel)
    low = _corner(len(_ASKED) - 1)[1] - _HIGH - 0.4
    told = [words("Treatments that are asked about", rows), words("Your signs", signs)]
    return {"data": told, "layout": layout([boxes], low, theme)}


def layout(shapes, low, theme):
    """Return the layout of a picture that reaches down to `low`, in sizes of the type."""
    hidden = {"visible": False, "fixedrange": True}
    margin = theme.em(0.4)
    return theme.layout(
        height=round(-low * theme.size) + 2 * margin,
        xaxis={"range": [0, WIDE], **hidden},
        yaxis={"range": [low, 0], **hidden},
        margin=dict.fromkeys("lrtb", margin),
        shapes=[*shapes],
        # In a wide picture a box is long: a touch anywhere in it takes the nearest place that is caught.
        hoverdistance=60,
    )
