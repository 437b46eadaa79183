"""A hundred people as little figures, so many of them in one shape, standing in rows of ten."""

from spine_edu.drawing import outlines

#: How many people stand in a row, and how many rows there are.
SIDE = 10


def place(person):
    """Return column and row (from the top) of a person in the square."""
    return person % SIDE, person // SIDE


def path(where, mark="circle", radius=0.3):
    """Return marks as the path of one shape: a trace, with a node for each of them, takes several times as long.

    Parameters
    ----------
    where : iterable of tuple
        Column and row of each.
    mark : {"circle", "upright", "bent", "walking", "triangle"}
        Three of them are people: one stands upright, one is bent, one walks to the right.
    radius : float
        In rows; half the height of a person.
    """
    return "".join(_MARKS[mark](x, y, radius) for x, y in where)


def _upright(x, y, radius):
    left, right, foot, bow = _written(x, y, radius, (-0.58, 0.58), (1, -0.5))
    head = outlines.circle(x, y - 0.62 * radius, 0.34 * radius)
    return f"{head}M{left},{foot}C{left},{bow},{right},{bow},{right},{foot}Z"


def _bent(x, y, radius):
    heel, nape, chest, hand, toe, foot, back, lower = _written(
        x, y, radius, (-0.62, 0.3, 0.55, 0.2, 0.1), (1, -0.75, 0.2)
    )
    head = outlines.circle(x + 0.6 * radius, y - 0.5 * radius, 0.34 * radius)
    return f"{head}M{heel},{foot}C{heel},{back},{nape},{back},{chest},{lower}L{hand},{lower}L{toe},{foot}Z"


def _walking(x, y, radius):
    back, heel, inside, toe, hand, foot, neck, hip = _written(
        x, y, radius, (-0.3, -0.7, 0.02, 0.72, 0.42), (1, -0.2, 0.5)
    )
    head = outlines.circle(x + 0.14 * radius, y - 0.66 * radius, 0.32 * radius)
    return f"{head}M{back},{neck}L{hand},{neck}L{toe},{foot}L{inside},{hip}L{heel},{foot}Z"


def _triangle(x, y, radius):
    left, right, middle, low, high = _written(x, y, radius, (-1, 1, 0), (0.8, -0.9))
    return f"M{left},{low}L{right},{low}L{middle},{high}Z"


def _written(x, y, radius, across, down):
    """Return places beside and below a point, in radii, as they are written in a path."""
    return [f"{x + radius * share:.4g}" for share in across] + [f"{y + radius * share:.4g}" for share in down]


_MARKS = {
    "circle": outlines.circle,
    "upright": _upright,
    "bent": _bent,
    "walking": _walking,
    "triangle": _triangle,
}


def first(count, left=0.0):
    """Return the outline round the first `count` people of a square whose first column is at `left`, as a path."""
    whole, rest = divmod(count, SIDE)
    start, right, top, end = (f"{at:g}" for at in (left - 0.5, left + SIDE - 0.5, -0.5, left + rest - 0.5))
    low = whole - 0.5
    if not count:
        return ""
    if not rest:
        return f"M{start},{top}H{right}V{low}H{start}Z"
    if not whole:
        return f"M{start},{top}H{end}V{low + 1}H{start}Z"
    return f"M{start},{top}H{right}V{low}H{end}V{low + 1}H{start}Z"
