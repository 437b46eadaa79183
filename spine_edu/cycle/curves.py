"""Drawing helpers shared by the figures of the cycle."""

#: State -> (role, words at the end of its line).
LINES = {
    "pain": ("pain", "Pain"),
    "guarding": ("guarding", "Guarding"),
    "inflammation": ("inflammation", "Inflammation"),
    "herniation": ("herniation", "Herniation"),
    "annulus": ("damage", "Weak annulus"),
    "sensitisation": ("sensitisation", "Sensitisation"),
}


def spread(heights, gap, low, high):
    """Return label heights at least `gap` apart and within `low` to `high`, as near to `heights` as they can be.

    The order is kept. Labels that would overlap are moved apart evenly around their common middle.
    """
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    groups = []
    for i in order:
        groups.append([i])
        while len(groups) > 1 and _span(groups[-2], heights, gap, low, high)[1] + gap > \
                _span(groups[-1], heights, gap, low, high)[0] + 1e-9:
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


def height(theme):
    """Height of every view of the whole model, px."""
    return round(theme.size * 24 + 224)


def label_gap(theme):
    """Least distance between two line labels, in units of the course's axis (0 to 10.4 over half the height)."""
    return 10.4 * theme.size * 1.35 / (0.5 * (height(theme) - theme.size * 4.5))


def label_margin(theme):
    """Room right of the plot for the longest line label, px."""
    return round(theme.size * 9.4)


def drawn_days(end):
    """Return the days that are drawn: each at first, fewer later, always the last."""
    return [*(day for day in (*range(0, 28), *range(28, 91, 3), *range(91, end, 7)) if day < end), end]


def labels(ends, heights, placed, end, theme):
    """Return two traces: names right of the line ends at `placed`, and short lines to them from `heights`.

    Parameters
    ----------
    ends : sequence of (str, str)
        Words and colour of each line's name.
    heights, placed : sequence of float
        Where each line ends, and where its name stands.
    end : float
        The last day; the axis reaches to ``room(end)``.
    theme : Theme
    """
    x, y = [], []
    for at, label in zip(heights, placed, strict=True):
        x += [end, room(end), None]
        y += [at, label, None]
    yield {"name": "Lines to the labels", "mode": "lines", "line": {"color": theme.muted, "width": 1},
           "x": x, "y": y, "cliponaxis": False}
    yield {"name": "Names of the lines", "mode": "text", "x": [room(end)] * len(placed), "y": placed,
           "text": [words for words, _ in ends], "textposition": "middle right", "cliponaxis": False,
           "textfont": {**theme.text(), "color": [color for _, color in ends]}}


def room(end):
    """Return where the axis of days ends, with room behind day `end` for short lines to the names."""
    return 1.03 * end
