"""Words in a plot, and where they stand: names behind the ends of lines, moved apart where lines end close together."""

import textwrap

from spine_edu.drawing.marks import curve

#: What plotly would take for a tag, an entity or a formula, and what prints it as it is.
_AS_WRITTEN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"})


def as_written(text):
    """Return words that somebody has written as plotly prints them: letter by letter, whatever they are."""
    return text.translate(_AS_WRITTEN)


def label(name, x, y, text, font, position="middle right", **more):
    """Return words as a trace; `text` is one entry a place, `font` as from `Theme.text`, more fields as they are."""
    return {
        "type": "scatter",
        "name": name,
        "mode": "text",
        "x": x,
        "y": y,
        "text": text,
        "textposition": position,
        "textfont": font,
        **more,
    }


def wrapped(text, letters):
    """Return words in lines of at most so many letters, as plotly breaks them."""
    return "<br>".join(textwrap.wrap(text, letters))


def room(end):
    """Return where an axis ends that leaves room behind `end` for short lines to the names of `end_labels`."""
    return 1.03 * end


def end_labels(ends, heights, placed, end, theme):
    """Return two traces: short lines from the line ends to their names, and the names right of the plot.

    Parameters
    ----------
    ends : sequence of (str, str)
        Words and colour of each line's name.
    heights, placed : sequence of float
        Where each line ends, and where its name stands; see `spread`.
    end : float
        Where the lines end; the axis reaches to ``room(end)``.
    theme : Theme
    """
    x, y = [], []
    for at, beside in zip(heights, placed, strict=True):
        x += [end, room(end), None]
        y += [at, beside, None]
    return [
        curve("Lines to the labels", x, y, {"color": theme.muted, "width": 1}, cliponaxis=False),
        label(
            "Names of the lines",
            [room(end)] * len(placed),
            placed,
            [words for words, _ in ends],
            {**theme.text(), "color": [color for _, color in ends]},
            cliponaxis=False,
        ),
    ]


def spread(heights, gap, low, high):
    """Return label heights at least `gap` apart and within `low` to `high`, as near to `heights` as they can be.

    The order is kept. Labels that would overlap are moved apart evenly around their common middle.
    """
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    groups = []
    for i in order:
        groups.append([i])
        while (
            len(groups) > 1
            and _span(groups[-2], heights, gap, low, high)[1] + gap
            > _span(groups[-1], heights, gap, low, high)[0] + 1e-9
        ):
            groups[-2:] = [groups[-2] + groups[-1]]
    placed = [0.0] * len(heights)
    for group in groups:
        bottom, _ = _span(group, heights, gap, low, high)
        for k, i in enumerate(group):
            placed[i] = bottom + gap * k
    return placed


def _span(group, heights, gap, low, high):
    """Return the lowest and highest label of a group that stands evenly round its middle, inside the limits."""
    half = gap * (len(group) - 1) / 2
    middle = sum(heights[i] for i in group) / len(group)
    middle = min(max(middle, low + half), high - half)
    return middle - half, middle + half
