"""A plane whose unit is the size of the type, in every theme and at every width; and people who stand on it."""

from spine_edu.drawing.outlines import circle

#: How wide it is: in a narrower place, the face scales a picture of 34 sizes of the type down as a whole.
WIDE = 34.0


def layout(shapes, theme, high, walk, *, low=0.0, **meta):
    """Return the layout of a plane so many sizes of the type high, from `low` on.

    `walk`: how long things are on their way, in ms; in `meta` stands what else the face is told, such as the `scene`:
    from one scene to another, words come when the way is done.
    """
    hidden = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return theme.layout(
        meta={"cut": True, "walk": walk, **meta},
        height=theme.em(high),
        margin=dict.fromkeys("lrtb", 0),
        shapes=shapes,
        xaxis={**hidden, "range": [0, WIDE]},
        yaxis={**hidden, "range": [low, low + high], "scaleanchor": "x", "constraintoward": "top"},
    )


def upright(where, tall):
    """Return people who stand at places of the plane, of half a height, as a path."""
    parts = []
    for x, y in where:
        left, right, foot, bow = x - 0.58 * tall, x + 0.58 * tall, y - tall, y + 0.5 * tall
        parts.append(circle(x, y + 0.62 * tall, 0.34 * tall))
        parts.append(f"M{left:.3f},{foot:.3f}C{left:.3f},{bow:.3f},{right:.3f},{bow:.3f},{right:.3f},{foot:.3f}Z")
    return "".join(parts)


def headed(points, way, long):
    """Return a line with an arrow's head at its end: `way` is the direction there, one long, and `long` the head's."""
    (a, b), (across, up) = points[-1], way
    wings = [(a - long * across + side * 0.5 * up, b - long * up - side * 0.5 * across) for side in (1, -1)]
    return [*points, wings[0], (a, b), wings[1]]


def box(left, right, low, high):
    """Return a rectangle as a path of straight lines."""
    return f"M{left:.2f},{low:.2f}L{right:.2f},{low:.2f}L{right:.2f},{high:.2f}L{left:.2f},{high:.2f}Z"
