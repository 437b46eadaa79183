"""What figures are drawn of: curves, marks, words, run A and the reader's prediction, as plain plotly traces."""

#: Up to how many points a sketch was typed point by point.
_CHOSEN = 10


def curve(name, x, y, stroke, **more):
    """Return a line through points as a trace; `stroke` is a plotly ``line``, as from `Theme.stroke`."""
    return {"type": "scatter", "name": name, "mode": "lines", "x": x, "y": y, "line": stroke, **more}


def mark(name, x, y, marker, **more):
    """Return marks, with words beside them if ``text`` is given, as a trace.

    Parameters
    ----------
    name : str
    x, y : sequence of float
    marker : dict
        As from `Theme.marker`.
    **more
        Other fields of the trace, such as ``text`` (one a mark), ``textposition`` and ``textfont``.
    """
    mode = "markers+text" if "text" in more else "markers"
    return {"type": "scatter", "name": name, "mode": mode, "x": x, "y": y, "marker": marker, **more}


def words(name, rows, axes=("x", "y")):
    """Return all words of a plot as one trace; `rows` are (x, y, text, position, font), fonts as in `Theme.text`."""
    x, y, text, position, font = (list(column) for column in zip(*rows, strict=True))
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "text": text,
        "textposition": position,
        "name": name,
        "mode": "text",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "xaxis": axes[0],
        "yaxis": axes[1],
        "textfont": {key: [one[key] for one in font] for key in ("color", "size")},
    }


def held_run(name, held, line, theme, **more):
    """Return the trace of run A: empty and hidden while nothing is held.

    Parameters
    ----------
    name : str
    held : object or None
        The held result.
    line : callable
        ``line(held)`` returns its points as ``(x, y)``.
    theme : Theme
    """
    x, y = line(held) if held else ([], [])
    return curve(name, x, y, theme.stroke("held"), visible=held is not None, **more)


def predicted(x, y, theme, **more):
    """Return the reader's prediction as one mark with its words; hidden while `y` is None."""
    look = {"text": ["your prediction"], "textposition": "middle left", "textfont": theme.text("prediction"), **more}
    return mark("Your prediction", [x], [y], theme.marker("prediction", 1.4), visible=y is not None, **look)


def said(guess, theme, y=1):
    """Return the reader's guess in words as a note over the plot at height `y` of the picture; hidden if empty."""
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": y,
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": theme.text("prediction"),
        "text": guess and f"You said: {guess}",
        "visible": bool(guess),
    }


def area(name, x, y, fill, *, edge=None, **more):
    """Return the area inside a closed line as a trace; `fill` is its colour, `edge` a plotly ``line``, if any."""
    return curve(name, x, y, edge or {"width": 0}, fill="toself", fillcolor=fill, **more)


def sketched(points, theme):
    """Return the curve the reader drew through (x, y) points, with its words a quarter along; hidden without points."""
    x, y = zip(*points, strict=True) if points else ((), ())
    # A few points were chosen one by one, and are marked; many are a line that a hand has drawn.
    mode = "lines+markers+text" if len(x) <= _CHOSEN else "lines+text"
    return curve(
        "Your prediction",
        list(x),
        list(y),
        theme.stroke("prediction"),
        mode=mode,
        marker=theme.marker("prediction"),
        text=[*[""] * max(len(x) // 4, 1), "your prediction"],
        textposition="top right",
        textfont=theme.text("prediction"),
        visible=points is not None,
    )
