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


def leaders(heights, placed):
    """Return x and y of short lines from line ends to their moved labels, on the label strip (x from 0 to 1)."""
    x, y = [], []
    for at, label in zip(heights, placed, strict=True):
        x += [0.05, 0.95, None]
        y += [at, label, None]
    return {"x": x, "y": y}


def label_strip(y_axis):
    """Return a narrow invisible x axis right of the plot and a twin of `y_axis`: text may run on into the margin.

    A text that lies beyond an axis range is not drawn at all; on this strip it lies inside.
    """
    hidden = {"visible": False, "fixedrange": True}
    return ({"domain": [STRIP, 1], "range": [0, 1], **hidden},
            {"domain": y_axis["domain"], "range": y_axis["range"], **hidden})


#: Where the plot ends and the label strip begins, as a share of the width.
STRIP = 0.97
