"""A close-up of the low back from the side: two vertebrae, a disc, a root, a band and a muscle, and on them the causes.

Drawn by eye, in units of its radius; the back is on the left. What is worried about is drawn at the head instead.
"""

from math import cos, pi, sin

from spine_edu.drawing import outlines

_DISC = [(0.02, 0.13), (0.62, 0.13), (0.68, 0.0), (0.62, -0.13), (0.02, -0.13), (-0.02, 0.0)]
_PRESSING = [(0.05, 0.12), (-0.16, 0.17), (-0.3, 0.04), (-0.24, -0.12), (0.05, -0.12)]
_ROOT = [(-0.17, 0.9), (-0.17, 0.25), (-0.2, 0.0), (-0.28, -0.4), (-0.42, -0.85)]
_PRESSED = [(-0.17, 0.9), (-0.2, 0.35), (-0.36, 0.05), (-0.34, -0.3), (-0.42, -0.85)]
_MUSCLE = [(-0.6, 0.72), (-0.5, 0.3), (-0.5, -0.3), (-0.6, -0.72), (-0.78, -0.5), (-0.82, 0.0), (-0.78, 0.5)]
_SORE = [(-0.66, 0.5), (-0.58, 0.22), (-0.74, 0.06), (-0.58, -0.14), (-0.72, -0.28), (-0.64, -0.5)]
#: How far a loose vertebra slips.
_SLIP = 0.14


def _block(low, high, across=0.0):
    return [(across, low), (0.62 + across, low), (0.66 + across, high), (-0.02 + across, high)]


def _drop(x, y, size=0.1):
    round_ = [(x + size * cos(pi * turn / 6), y + size * sin(pi * turn / 6)) for turn in range(4, 15)]
    return [(x, y + 2.2 * size), *round_]


_DROPS = [_drop(-0.34, 0.38), _drop(-0.04, -0.3), _drop(-0.46, -0.42), _drop(-0.02, 0.28)]
#: The band behind the disc, and, where it is stretched, the arrows at its ends.
_BAND = [(-0.06, 0.7), (-0.06, -0.7)]
_STRETCH = [_BAND, [(-0.15, 0.56), (-0.06, 0.74), (0.03, 0.56)], [(-0.15, -0.56), (-0.06, -0.74), (0.03, -0.56)]]
_TO_AND_FRO = [
    [(0.2, 0.45), (0.52, 0.45)],
    [(0.3, 0.37), (0.2, 0.45), (0.3, 0.53)],
    [(0.42, 0.37), (0.52, 0.45), (0.42, 0.53)],
]


def shapes(on, place, radius, unit, theme):
    """Yield the close-up, with each cause that is on drawn in it.

    Parameters
    ----------
    on : collection of str
        The sources that are on.
    place : (float, float)
        Its middle on the plane.
    radius : float
        In units of the plane upwards.
    unit : float
        How many px such a unit is high.
    theme : Theme
    """
    x, y = place

    def there(lines):
        return [[(across * radius * unit, y + up * radius) for across, up in one] for one in lines]

    where = {"xsizemode": "pixel", "xanchor": x, "digits": 2}
    thin, cause = theme.line * 0.6, theme.color("pain")
    glass = [(cos(pi * turn / 24), sin(pi * turn / 24)) for turn in range(48)]
    bone = {"fill": theme.solids["skin"], "edge": theme.ink, "width": 1.2}

    def area(name, lines, **look):
        return outlines.shape(f"Close-up: {name}", there(lines), **look, **where)

    def line(name, lines, color, width):
        return outlines.line(f"Close-up: {name}", there(lines), {"color": color, "width": width}, **where)

    yield area("glass", [glass], fill=theme.paper, edge=theme.muted, width=thin)
    loose = _SLIP if "guarding" in on else 0.0
    yield area("vertebrae", [_block(0.15, 0.72, loose), _block(-0.72, -0.15)], **bone)
    yield area("disc", [_DISC], fill=theme.fill("load"), edge=theme.ink, width=1.2)
    yield area("muscle", [_MUSCLE], fill=theme.solids["muscle"], edge=theme.color("guarding"), width=1)
    yield line("band", [_BAND], theme.muted, thin)
    pressed = "pressure" in on
    yield line("root", [_PRESSED if pressed else _ROOT], theme.color("herniation"), theme.line * 1.3)
    yield area("a pressed root", [_PRESSING] if pressed else [], fill=cause, edge=theme.ink, width=1)
    yield area("drops at the root", _DROPS if "chemical" in on else [], fill=cause, edge=cause, width=0.5)
    yield line("a stretched band", _STRETCH if "ligament" in on else [], cause, theme.line * 1.2)
    yield line("a loose disc", _TO_AND_FRO if loose else [], cause, theme.line)
    yield line("a sore muscle", [_SORE] if "strain" in on else [], cause, theme.line * 1.1)
