"""A hundred people as little figures, so many of them in one shape, standing in rows of ten."""

from functools import cache

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
    mark : str
        One of `MARKS`: a circle, a triangle, or people who stand upright, are bent, walk to the right, or cheer.
    radius : float
        In rows; half the height of a person.
    """
    return outlines.Stamped(_mark(mark, radius), tuple(where))


@cache
def _mark(name, radius):
    return MARKS[name](radius)


def _upright(radius):
    left, right, foot, bow = _written(radius, -0.58, 0.58, 1, -0.5)
    head = outlines.circle(0, -0.62 * radius, 0.34 * radius)
    return f"{head}M{left},{foot}C{left},{bow},{right},{bow},{right},{foot}Z"


def _cheering(radius):
    """Upright, with both arms up."""
    hand, arm, side, foot, raised, elbow, hip = _written(radius, 0.78, 0.62, 0.34, 1, -0.72, -0.8, 0.1)
    head = outlines.circle(0, -0.62 * radius, 0.32 * radius)
    neck = f"{-0.16 * radius:.3g}"
    right = f"M0,{neck}L{arm},{elbow}L{hand},{raised}L{side},{hip}L{side},{foot}"
    left = f"L-{side},{foot}L-{side},{hip}L-{hand},{raised}L-{arm},{elbow}Z"
    return head + right + left


def _bent(radius):
    heel, nape, chest, hand, toe, foot, back, lower = _written(radius, -0.62, 0.3, 0.55, 0.2, 0.1, 1, -0.75, 0.2)
    head = outlines.circle(0.6 * radius, -0.5 * radius, 0.34 * radius)
    return f"{head}M{heel},{foot}C{heel},{back},{nape},{back},{chest},{lower}L{hand},{lower}L{toe},{foot}Z"


def _walking(radius):
    back, heel, inside, toe, hand, foot, neck, hip = _written(radius, -0.3, -0.7, 0.02, 0.72, 0.42, 1, -0.2, 0.5)
    head = outlines.circle(0.14 * radius, -0.66 * radius, 0.32 * radius)
    return f"{head}M{back},{neck}L{hand},{neck}L{toe},{foot}L{inside},{hip}L{heel},{foot}Z"


def _striding(radius):
    """The other step of a walk: the feet pass each other."""
    back, heel, toe, hand, foot, neck = _written(radius, -0.3, -0.28, 0.3, 0.42, 1, -0.2)
    head = outlines.circle(0.14 * radius, -0.66 * radius, 0.32 * radius)
    return f"{head}M{back},{neck}L{hand},{neck}L{toe},{foot}L{heel},{foot}Z"


def _triangle(radius):
    left, right, low, high = _written(radius, -1, 1, 0.8, -0.9)
    return f"M{left},{low}L{right},{low}L0,{high}Z"


def _written(radius, *shares):
    """Return shares of the radius as they are written in a path."""
    return [f"{radius * share:.3g}" for share in shares]


#: Name -> the path of a mark of a size round (0, 0).
MARKS = {
    "circle": lambda radius: outlines.circle(0, 0, radius),
    "upright": _upright,
    "cheering": _cheering,
    "bent": _bent,
    "walking": _walking,
    "striding": _striding,
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
