"""A plane for cards, people and words, scaled as a whole: its unit is that of the places on it, and y runs down."""


def figure(data, shapes, theme, places, *, height, **meta):
    """Return a figure of traces and shapes on a plane as large as ``places.WIDE`` and ``places.HIGH`` say.

    Parameters
    ----------
    data : sequence of dict
    shapes : sequence of dict
    theme : Theme
    places : module
        Where things are, with ``WIDE`` and ``HIGH``.
    height : float
        How high the picture is where it is widest, px.
    **meta
        What else the face is to know, such as ``walk``: how long things are on their way, ms.
    """
    hidden = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {
        "data": list(data),
        "layout": theme.layout(
            height=height,
            xaxis={**hidden, "range": [0, places.WIDE], "anchor": "y", "constraintoward": "center"},
            yaxis={**hidden, "range": [places.HIGH, 0], "anchor": "x", "scaleanchor": "x", "constraintoward": "top"},
            margin=dict.fromkeys("lrtb", 6),
            shapes=shapes,
            meta={"cut": True, **meta},
        ),
    }
