"""A hundred people as a square of marks: shape and size tell them apart, colour only helps."""

SIDE = 10


def place(person):
    """Return column and row (from the top) of a person in the square."""
    return person % SIDE, person // SIDE


def columns(looks, look):
    """Return the column of each person whose look is `look`, and no number for the others."""
    return [place(person)[0] if one == look else None for person, one in enumerate(looks)]


def square(name, looks, look, marker, axes, *, visible=True):
    """Return the trace of those people whose look is `look`; the others have no place in it."""
    return {"type": "scatter", "x": columns(looks, look), "y": [place(person)[1] for person in range(len(looks))],
            "name": name, "mode": "markers", "marker": marker, "hoverinfo": "skip", "xaxis": axes[0], "yaxis": axes[1],
            "visible": visible}


def axes(number, across, up):
    """Return the two hidden axes of a square in the domains `across` and `up`, row 0 at the top, cells square."""
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {f"xaxis{number}": {**plain, "range": [-0.6, SIDE - 0.4], "domain": across, "anchor": f"y{number}"},
            f"yaxis{number}": {**plain, "range": [SIDE - 0.4, -0.6], "domain": up, "anchor": f"x{number}",
                               "scaleanchor": f"x{number}", "constraintoward": "top"}}
