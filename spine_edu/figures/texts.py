"""Words on a figure: all words of a plot as one trace, and what the reader has predicted."""


def words(name, rows, axes=("x", "y")):
    """Return all words of a plot as one trace; `rows` are (x, y, text, position, font), fonts as in `Theme.text`."""
    x, y, text, position, font = (list(column) for column in zip(*rows, strict=True))
    return {"type": "scatter", "x": x, "y": y, "text": text, "textposition": position, "name": name, "mode": "text",
            "hoverinfo": "skip", "cliponaxis": False, "xaxis": axes[0], "yaxis": axes[1],
            "textfont": {key: [one[key] for one in font] for key in ("color", "size")}}


def said(guess, theme, y=1):
    """Return the reader's guess in words as a note over the plot at height `y` of the picture; hidden if empty."""
    return {"xref": "paper", "yref": "paper", "x": 0, "y": y, "xanchor": "left", "yanchor": "bottom",
            "showarrow": False, "font": theme.text("prediction"), "text": guess and f"You said: {guess}",
            "visible": bool(guess)}
