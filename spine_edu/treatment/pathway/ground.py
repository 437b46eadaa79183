"""What lies under the walk in every picture: the arrows and the road; and the layout of a picture."""

from spine_edu.drawing.outlines import drawn
from spine_edu.treatment.pathway import places
from spine_edu.treatment.pathway.graph import boxes, edges

#: Drawn as a box, all but the person who comes.
BOXES = tuple(box for box in boxes() if box != "start")


def arrows(theme, ends=BOXES):
    """Yield the arrows that lead to some boxes, and their heads."""
    thin = {"width": theme.line / 2, "color": theme.muted}
    routes = [places.route(*arrow) for arrow in edges() if arrow[1] in ends]
    yield drawn("Arrows", "".join(map(places.line, routes)), thin)
    heads = "".join(dict.fromkeys(map(places.head, routes)))
    yield drawn("Heads of arrows", heads, {"width": 0, "color": theme.muted}, fill=theme.muted)


def road(theme):
    """Return the road."""
    left, right = places.ROAD
    path = f"M{left},{places.COMES[1]}H{right}V{places.BOTTOM:.2f}H{left}Z"
    return drawn("The road", path, {"width": 0, "color": theme.grid}, fill=theme.fill("neutral"))


def up_the_road(theme):
    """Return the arrows that run up the road to the end of the pain; the road hides those that only cross it."""
    up = [places.route(*arrow) for arrow, row in edges().items() if row.kind == "leaves"]
    return drawn("Arrows up the road", "".join(map(places.line, up)), {"width": theme.line / 2, "color": theme.muted})


def name_of(box, x, color, theme, lifted=False):
    """Return the name of a box as words round its middle, which lies at `x`; `lifted` over a second line."""
    row, (_, y) = boxes()[box], places.middle(box)
    first, *rest = row.name.split("|")
    text = "<br>".join([f"<b>{first}</b>", *rest] if rest and row.kind != "beside" else [first, *rest])
    # A name of several lines hangs a little above its place.
    y += places.LIFT * lifted - 0.1 * len(rest)
    return x, y, text, "middle center", {**theme.text(), "color": color}


def follow(played, name, **columns):
    """Let columns of a trace or shape follow a run from box to box; what stays as it is needs no frames."""
    changing = {column: values for column, values in columns.items() if any(one != values[0] for one in values)}
    if changing:
        played.jump(name, **changing)


def layout(shapes, low, theme):
    """Return the layout of a picture that reaches down to `low`."""
    hidden = {"visible": False, "fixedrange": True}
    margin = theme.em(0.4)
    return theme.layout(
        height=round(-low * places.unit(theme)) + 2 * margin,
        xaxis={"range": [0, places.WIDE], **hidden},
        yaxis={"range": [low, 0], **hidden},
        margin=dict.fromkeys("lrtb", margin),
        shapes=[*shapes],
    )
