"""The question before the zoom: eight groups round Noor, of which one had the most weight in the experts' maps."""

from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import drawn, shape
from spine_edu.prevention.map import places
from spine_edu.prevention.map.model import groups
from spine_edu.prevention.plane import box, layout
from spine_edu.theme import LIGHT

#: The plane's height, where the names stand, how far apart, and how much of her size Noor has.
_HIGH, _ACROSS, _FIRST, _APART, _NOOR = 24.0, {"left": 6.9, "right": 27.1}, 20.5, 5.4, 0.9
#: Half the size of a name's plate.
_HALF = (6.2, 1.3)


def _places():
    """Return where the name of each group stands."""
    found, down = {}, {"left": _FIRST, "right": _FIRST}
    for group, row in groups().items():
        found[group] = (_ACROSS[row.side], down[row.side])
        down[row.side] -= _APART
    return found


def options():
    """Return the names of the groups that may be the answer: all but the one that the question names."""
    return tuple(row.name for row in groups().values() if row.most != "patients")


def tags():
    """Return where a group is touched in the picture, as `spine_edu.explorer.asking.Pick` takes it."""
    there = {groups()[group].name: list(place) for group, place in _places().items()}
    return {"axes": ["xaxis", "yaxis"], "places": {name: there[name] for name in options()}}


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return Noor between eight groups; the one on which people with back pain put most weight is marked."""
    rows, plates, mine, theirs = [], [], [], ""
    for group, (x, y) in _places().items():
        name = groups()[group].name
        edges = (x - _HALF[0], x + _HALF[0], y - _HALF[1], y + _HALF[1])
        plates.append(box(*edges))
        if name == prediction:
            mine.append(box(*edges))
        if groups()[group].most == "patients":
            rows.append((x, y, f"<b>{name}</b>", "middle center", theme.text("load")))
            theirs = box(*edges)
        elif prediction is not None:
            rows.append((x, y, name, "middle center", theme.text()))
    left, low = places.MIDDLE[0], places.MIDDLE[1]
    shapes = []
    for name, lines in zip(("Noor", "Noor, arm"), places.noor(), strict=True):
        put = [[(left + _NOOR * (x - left), _HIGH / 2 + _NOOR * (y - low)) for x, y in some] for some in lines]
        look = {"fillrule": "nonzero", "digits": 2}
        shapes.append(shape(f"{name}, edge", put, fill=None, edge=theme.ink, width=2.4 * theme.line, **look))
        shapes.append(shape(name, put, fill=theme.solids["skin"], edge=theme.ink, width=0, **look))
    thin = {"color": theme.muted, "width": theme.line * 0.4}
    shapes.append(drawn("Groups", "".join(plates), thin, fill=theme.panel))
    shapes.append(drawn("Most weight for people with back pain", theirs, theme.stroke("load"), fill=theme.fill("load")))
    shapes.append(drawn("You say", "".join(mine), theme.stroke("prediction", 1.2)))
    return {"data": [words("Groups' names", rows)], "layout": layout(shapes, theme, _HIGH, 0)}
