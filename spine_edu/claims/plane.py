"""How high the pictures of two voices and of the copied pages are, and how long things travel on them."""

from spine_edu.drawing import plane

#: Height in sizes of the type, in a hall and elsewhere; how long things travel, in ms.
_HIGH, _WALK = (31, 43), 700


def figure(data, shapes, theme, places, high=_HIGH):
    """Return the figure of `spine_edu.drawing.plane.figure` with such a height, and that pace."""
    return plane.figure(data, shapes, theme, places, height=theme.em(high[0] if theme.large else high[1]), walk=_WALK)
