"""A figure as lines of text: what a reader sees of it, coarse enough to be the same on every machine.

The page and its margins come first, then axes, pictures, outlines and lines, traces, and notes: each with its name, its
look and its place. Places are in the units of their axes, to a thousandth or so of what an axis spans. Colours go by
their names in the theme, sizes (written ×1.0) by the theme's own, so that a theme may change either. What is hidden or
empty is not listed.
"""

import math
import re
from urllib.parse import unquote

#: Beyond so many points a curve is told by its ends, its quarters and its extremes.
_ALL_POINTS = 12
#: Beyond so many pieces an outline is told by the middle of them all.
_ALL_PIECES = 4
_TOLD = {
    "type",
    "name",
    "x",
    "y",
    "mode",
    "line",
    "marker",
    "text",
    "textposition",
    "textfont",
    "visible",
    "xaxis",
    "yaxis",
    "customdata",
    "hoverinfo",
    "cliponaxis",
}
_AXIS_LOOK = {
    "title",
    "range",
    "visible",
    "gridcolor",
    "linecolor",
    "tickcolor",
    "tickfont",
    "zeroline",
    "zerolinecolor",
    "nticks",
    "automargin",
    "ticklabeloverflow",
    "tickangle",
    "ticks",
    "fixedrange",
}
_NOTE_LOOK = {
    "text",
    "x",
    "y",
    "xref",
    "yref",
    "visible",
    "font",
    "bgcolor",
    "borderpad",
    "arrowhead",
    "arrowsize",
    "arrowcolor",
    "ax",
    "ay",
    "arrowwidth",
}


def digest(figure, theme):
    """Return a figure as a list of items, each a tuple of lines.

    Parameters
    ----------
    figure : dict
        ``data`` and ``layout``, as ``explorer.drawn``.
    theme : Theme
        The theme it was drawn in.
    """
    return list(_Reader(figure["layout"], theme).items(figure))


def rounded(value, digits):
    """Return a number as text; what lies half way goes up even if a machine computes it a hair too low."""
    scale = 10**digits
    return f"{math.floor(value * scale + 0.5 + 1e-6) / scale + 0.0:.{digits}f}"


class _Reader:
    """Reads one figure; knows its axes and how its theme calls a colour."""

    def __init__(self, layout, theme):
        self.theme = theme
        self.digits = {"paper": 3} | {_short(key): _digits(axis) for key, axis in layout.items() if "axis" in key}
        palettes = {
            "": theme.hues,
            "pale ": theme.fills,
            "mri ": theme.mri,
            "tissue ": theme.solids,
            "page ": {key: getattr(theme, key) for key in ("paper", "panel", "ink", "muted", "grid")},
        }
        self.colors = {code: prefix + key for prefix, colors in palettes.items() for key, code in colors.items()}

    def items(self, figure):
        layout = figure["layout"]
        margin = layout.get("margin", {})
        yield (f"page {layout['height']:.1f} px high; " + " ".join(f"{side} {margin[side]:.1f}" for side in margin),)
        for key, axis in layout.items():
            if "axis" in key:
                yield (self.axis(_short(key), axis),)
        if "title" in layout:
            yield (f"title {_quoted(layout['title'])}",)
        for picture in layout.get("images", ()):
            yield tuple(self.picture(picture))
        for shape in layout.get("shapes", ()):
            if shape.get("visible", True) and shape["path"] not in ("", "M0,0Z"):
                axes = shape["xref"], shape["yref"]
                layer = "" if shape["layer"] == "between" else f"; {shape['layer']}"
                yield (f"{_named('shape', shape)} {self.path(shape['path'], axes, shape)}{layer}",)
        for trace in figure["data"]:
            if trace.get("visible", True) and len(trace["x"]):
                yield tuple(self.trace(trace))
        for note in layout.get("annotations", ()):
            if note.get("visible", True) and note["text"].strip():
                yield (self.note(note),)

    def axis(self, name, axis):
        title = _quoted(axis["title"]) if "title" in axis else "without title"
        ends = " to ".join(rounded(end, self.digits[name]) for end in axis.get("range", ()))
        drawn = title if axis.get("visible", True) else "not drawn"
        return f"axis {name} {drawn}: {ends}" + self.rest(axis, _AXIS_LOOK)

    def picture(self, picture):
        axes = picture["xref"], picture["yref"]
        low, high = picture["y"] - picture["sizey"], picture["x"] + picture["sizex"]
        corners = f"{self.place(picture['x'], low, axes)} to {self.place(high, picture['y'], axes)}"
        yield f"{_named('picture', picture)} {corners}; {picture['layer']}"
        for path in re.findall(r"<path [^>]*>", unquote(picture["source"])):
            look = dict(re.findall(r"([\w-]+)='([^']*)'", path))
            line = {"color": look["stroke"], "width": float(look["stroke-width"]), "dash": look.get("stroke-dasharray")}
            yield "  " + self.path(look["d"], axes, {"line": line, "fillcolor": look["fill"]})

    def path(self, path, axes, look):
        """How far outlines or lines reach, where their middle lies, what they fill of their frame, and their look."""
        closed = "Z" in path
        pieces = [piece + piece[:1] * closed for piece in _pieces(path)]
        points = [point for piece in pieces for point in piece]
        across, up = ([point[way] for point in points] for way in (0, 1))
        left, right, low, high = min(across), max(across), min(up), max(up)
        reach = f"{self.place(left, low, axes)} to {self.place(right, high, axes)}"
        box = (right - left) * (high - low)
        share = f", fills {rounded(sum(map(_area, pieces)) / box, 2)}" if closed and box else ""
        ends = "" if closed else f", from {self.place(*points[0], axes)} to {self.place(*points[-1], axes)}"
        count = f"{len(pieces)} pieces, " if len(pieces) > 1 else ""
        fill = f"{self.color(look['fillcolor'])} in " if look["fillcolor"] not in (None, "none") else ""
        parts = [[piece] for piece in pieces] if len(pieces) <= _ALL_PIECES else [pieces]
        middles = " ".join(self.place(*_middle(part), axes) for part in parts)
        return f"{count}{reach}, middle {middles}{share}{ends}; {fill}{self.line(look['line'])}"

    def trace(self, trace):
        axes = trace.get("xaxis", "x"), trace.get("yaxis", "y")
        x, y = list(trace["x"]), list(trace["y"])
        mode = trace.get("mode", trace["type"])
        looks = [
            mode,
            *(self.line(trace["line"]) for _ in "l" if "lines" in mode),
            *(self.marker(trace["marker"]) for _ in "m" if "marker" in trace),
        ]
        yield (
            f"{_named('trace', trace)} {', '.join(looks)}; axes {axes[0]} {axes[1]}; {len(x)} points"
            + self.rest(trace, _TOLD)
        )
        if len(x) <= _ALL_POINTS or "text" in trace:
            for number, spot in enumerate(zip(x, y, strict=True)):
                said = self.words(trace, number)
                if mode != "text" or said:
                    yield f"  {self.place(*spot, axes)}{said}"
            return
        drawn = [(one, other) for one, other in zip(x, y, strict=True) if _is_number(other)]
        yield "  " + " – ".join(self.place(*drawn[round(part * (len(drawn) - 1) / 4)], axes) for part in range(5))
        yield "  " + ", ".join(
            f"{words} {self.place(*spot, axes)}"
            for words, spot in (
                ("lowest", min(drawn, key=lambda spot: spot[1])),
                ("highest", max(drawn, key=lambda spot: spot[1])),
            )
        )

    def words(self, trace, number):
        """What stands at one point, and what a click on it chooses."""
        text = _one(trace.get("text", ""), number)
        said = f" {_quoted(text)}" if str(text).strip() else ""
        if said and "text" in trace.get("mode", ""):
            font = trace.get("textfont", {})
            said += f" {_one(trace.get('textposition', 'middle center'), number)}"
            said += f" {self.color(_one(font['color'], number))}" if "color" in font else ""
            said += f" {_times(_one(font['size'], number) / self.theme.size)}" if "size" in font else ""
        return said + (f" → {_one(trace['customdata'], number)}" if "customdata" in trace else "")

    def note(self, note):
        axes = note.get("xref", "x"), note.get("yref", "y")
        font = {"color": self.theme.ink, "size": self.theme.size} | note.get("font", {})
        arrow = f", arrow {note['ax']:.1f} {note['ay']:.1f} px" if note.get("showarrow") and "ax" in note else ""
        return (
            f"note {_quoted(note['text'])} at {self.place(note['x'], note['y'], axes)}{arrow}, "
            f"{self.color(font['color'])} {_times(font['size'] / self.theme.size)}" + self.rest(note, _NOTE_LOOK)
        )

    def line(self, line):
        width = _times(line.get("width", 2) / self.theme.line)
        return f"{line.get('dash') or 'solid'} {self.color(line.get('color', 'no colour'))} {width}"

    def marker(self, marker):
        usual = 6 + self.theme.line * 1.5
        sizes = marker.get("size", usual)
        sizes = " ".join(_times(size / usual) for size in (sizes if _many(sizes) else [sizes]))
        look = {key: marker[key] for key in ("symbol", "color", "opacity", "pattern") if key in marker}
        return f"marks {self.plain(look)} {sizes}"

    def place(self, x, y, axes):
        written = (
            rounded(value, self.digits.get(axis, 2)) if _is_number(value) else str(value)
            for value, axis in zip((x, y), axes, strict=True)
        )
        return "({}, {})".format(*written)

    def color(self, code):
        return self.colors.get(code, code)

    def rest(self, thing, told):
        """Whatever else is said of a thing, so that nothing is left out in silence."""
        rest = {key: value for key, value in thing.items() if key not in told and value is not None}
        return f"; {self.plain(rest)}" if rest else ""

    def plain(self, value):
        if isinstance(value, dict):
            return ", ".join(f"{key} {self.plain(one)}" for key, one in value.items())
        if _many(value):
            return "[" + " ".join(self.plain(one) for one in value) + "]"
        if isinstance(value, str):
            return self.color(value)
        return rounded(value, 3) if isinstance(value, float) else str(value)


def _short(name):
    return name.replace("axis", "")


def _digits(axis):
    """Digits after the point that give a place to between a 200th and a 2000th of what the axis spans."""
    low, high = axis.get("range", (0, 1))
    return max(1, math.ceil(math.log10(200 / abs(high - low))))


def _times(size):
    return f"×{rounded(size, 1)}"


def _named(kind, thing):
    return f'{kind} "{thing["name"]}"'


def _quoted(text):
    text = text["text"] if isinstance(text, dict) else str(text)
    return '"' + text.replace('"', "'").replace("\n", " ") + '"'


def _many(value):
    return isinstance(value, (list, tuple)) or hasattr(value, "tolist")


def _one(value, number):
    if not _many(value):
        return value
    return value[number] if number < len(value) else ""


def _is_number(value):
    return not isinstance(value, (str, bool)) and value is not None and math.isfinite(value)


def _pieces(path):
    """The corners of each piece of a path, handles of bows included."""
    pieces = []
    for letter, rest in re.findall(r"([A-Z])([^A-Z]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", rest)]
        if letter == "M":
            pieces.append([])
        if letter in "HV":
            last = pieces[-1][-1]
            pieces[-1] += [(one, last[1]) if letter == "H" else (last[0], one) for one in numbers]
        else:
            pieces[-1] += zip(numbers[::2], numbers[1::2], strict=True)
    return pieces


def _area(piece):
    return abs(sum(a * d - b * c for (a, b), (c, d) in zip(piece, piece[1:], strict=False))) / 2


def _middle(pieces):
    """The middle of all lines, weighed by their length, so that it does not hang on how many corners a line has."""
    across = up = total = 0.0
    for piece in pieces:
        for (a, b), (c, d) in zip(piece, piece[1:], strict=False):
            length = math.hypot(c - a, d - b)
            across, up, total = across + length * (a + c) / 2, up + length * (b + d) / 2, total + length
    return (across / total, up / total) if total else pieces[0][0]
