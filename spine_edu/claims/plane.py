"""The plane on which two voices and the copied pages stand: its unit is that of their places, y down."""

#: How high the picture is in sizes of the type, in a hall and elsewhere, and how long things travel, in ms.
_HIGH, _WALK = (31, 43), 700


def figure(data, shapes, theme, places):
    """Return a figure of traces and shapes on a plane as large as ``places.WIDE`` and ``places.HIGH`` say."""
    hidden = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {
        "data": list(data),
        "layout": theme.layout(
            height=theme.em(_HIGH[0] if theme.large else _HIGH[1]),
            xaxis={**hidden, "range": [0, places.WIDE], "anchor": "y", "constraintoward": "center"},
            yaxis={**hidden, "range": [places.HIGH, 0], "anchor": "x", "scaleanchor": "x", "constraintoward": "top"},
            margin=dict.fromkeys("lrtb", 6),
            shapes=shapes,
            meta={"cut": True, "walk": _WALK},
        ),
    }
