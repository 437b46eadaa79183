"""The thin view: what the browser shows of an explorer, in one message an update.

`View` is the live one. `Redraw` serves front ends without anywidget, and `Still` those without any widget.
All three have the same few names, so that an explorer does not know which one it talks to.
"""

import gzip
import os
from array import array
from functools import cache
from pathlib import Path

import anywidget
import ipywidgets as widgets
import plotly.graph_objects as go
import traitlets

from spine_edu.explorer import face

#: Lists of numbers at least this long travel as 8-byte floats (shorter ones cost less as text), and long ones, which
#: are curves, as 4-byte floats. A word at the very end of an axis must keep its place: rounded up, it would lie beyond,
#: and plotly would hide it.
_LEAST_PACKED, _LONG = 6, 64
_PLAIN = {str, int, float, bool, type(None)}
#: A text with more characters than this is heavy; only pictures are.
_HEAVY = 4000


class Bundle(anywidget.AnyWidget):
    """plotly.js, sent once to a page and shared by all its views (it is 5 MB; compressed 1.5 MB).

    Attributes
    ----------
    packed : bytes
    announced : int
        How many views have been opened or are just about to be; the page waits for them before it starts plotly.js.
    """

    _esm = "export default {};"
    packed = traitlets.Bytes().tag(sync=True)
    announced = traitlets.Int().tag(sync=True)
    #: The same number, also while there is no bundle yet.
    views = 0


@cache
def bundle():
    """Return the one `Bundle` of this kernel, made from the plotly.js that the installed plotly ships."""
    import plotly

    script = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    return Bundle(packed=gzip.compress(script.read_bytes(), compresslevel=4), announced=Bundle.views)


def announce():
    """Count a view that is just about to be opened, and tell the page of it."""
    Bundle.views += 1
    if bundle.cache_info().currsize:
        bundle().announced = Bundle.views


class View(anywidget.AnyWidget):
    """A plotly figure, its sentence, an error line, and frames that the browser plays by itself.

    Attributes
    ----------
    base : dict
        The figure as it was first shown, or when it got a picture that has stayed since.
    live : list
        What differs from `base` now: pairs of path and value. State, not a message: a reloaded page is up to date.
    sentence, error : str
    frames : dict
        Precomputed frames, or empty; see `play`.
    playable : bool
        Whether to offer Run and Step.
    position : int
        The frame at which the reader paused.
    """

    _esm = face.joined("view.js")
    _css = face.text("view.css")
    bundle = traitlets.Instance(widgets.Widget).tag(sync=True, **widgets.widget_serialization)
    base = traitlets.Dict().tag(sync=True)
    live = traitlets.List().tag(sync=True)
    look = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)
    frames = traitlets.Dict().tag(sync=True)
    playable = traitlets.Bool().tag(sync=True)
    position = traitlets.Int().tag(sync=True)

    def __init__(self, **traits):
        super().__init__(bundle=bundle(), **traits)

    def open(self):
        """Meet the browser with the first figure in hand.

        A server drops messages when many come at once, but never the one that opens a widget.
        """
        if self.base:
            announce()
            super().open()

    def show(self, figure, sentence, theme):
        """Show a figure (plain data) and its sentence; only what differs from the first figure is sent."""
        look = {"paper": theme.paper, "ink": theme.ink, "grid": theme.grid, "alarm": theme.color("reinforcing"),
                "size": f"{theme.size}px"}
        packed = pack(figure)
        with self.hold_sync():
            if self.comm is None or look != self.look or _shape(packed) != _shape(self.base):
                self.base, self.live, self.look = packed, [], look
            else:
                live = list(difference(self.base, packed))
                if _heavy(live).items() & _heavy(self.live).items():
                    # A picture that stays as it is now would be sent again at every move.
                    self.base, live = packed, []
                self.live = live
            self.sentence, self.error = sentence, ""
            if self.frames:
                self.frames = {}
        if self.comm is None:
            self.open()

    def play(self, frames):
        """Hand over frames: a `Frames`, packed and sent once; the browser steps them without the kernel."""
        self.frames = frames.packed()


class Frames:
    """Frames of a run that is already computed.

    Parameters
    ----------
    label : str
        What the frames run over, for example ``"day"``.
    names : list of str
        A short name a frame, such as ``"day 12 of 364"``.
    sentences : list of str
        What is said at each frame.
    seconds : float
        How long playing all frames takes.
    stride : int
        How many frames one step goes on.
    """

    def __init__(self, label, names, sentences, *, seconds=8.0, stride=1):
        self.label, self.names, self.sentences = label, list(names), list(sentences)
        self.seconds, self.stride = seconds, stride
        self._arrays, self._reveals = [], []

    def add(self, figure, name, **columns):
        """Let columns of a trace or a shape, such as ``y=[[1.0], [1.2], ...]``, run through their values, one a frame.

        A frame's value is a number, a text, a list of texts, or a list of numbers as long in every frame.
        `figure` is the figure on which the frames play, `name` that of the trace or shape. A ValueError says so
        if there are more or fewer values than frames, or no such trace or shape.
        """
        for column, values in columns.items():
            self._same_length(column, values)
            self._arrays.append(self._pack([*_path(figure, name), column], values))

    def reveal(self, figure, trace, counts):
        """Show only the first ``counts[frame]`` points of a trace; errors as in `add`."""
        self._same_length(trace, counts)
        for column in ("x", "y"):
            self._reveals.append({"path": [*_path(figure, trace), column], "counts": list(counts)})

    def _same_length(self, what, values):
        if len(values) != len(self.names):
            raise ValueError(f"{what}: {len(values)} values for {len(self.names)} frames.")

    def packed(self):
        """Return the frames as the dict that the browser reads."""
        return {"count": len(self.names), "label": self.label, "names": self.names, "sentences": self.sentences,
                "seconds": self.seconds, "stride": self.stride, "arrays": self._arrays, "reveals": self._reveals}

    @staticmethod
    def _pack(path, values):
        if not isinstance(values[0], (list, tuple)) or any(isinstance(item, str) for item in values[0]):
            return {"path": path, "size": 0, "values": list(values)}
        return {"path": path, "size": len(values[0]), "values": _floats([v for frame in values for v in frame])}


def _path(figure, name):
    """Return the path of a trace or a shape, found by its name."""
    names = {}
    for path, items in ((("layout", "shapes"), figure["layout"].get("shapes", ())), (("data",), figure["data"])):
        names.update({item["name"]: [*path, index] for index, item in enumerate(items)})
    if name not in names:
        raise ValueError(f"The figure has no trace or shape {name!r}; it has {', '.join(names)}.")
    return names[name]


class Redraw(widgets.VBox):
    """The slower view for front ends without anywidget: each update draws the figure anew."""

    playable, frames, position = False, {}, 0

    def __init__(self):
        self._area, self._line, self._alarm = widgets.Output(), widgets.HTML(), widgets.HTML()
        super().__init__([self._area, self._line, self._alarm])

    def show(self, figure, sentence, theme):
        """Show a figure and its sentence."""
        self._line.value, self._alarm.value = f"<p>{sentence}</p>", ""
        self._area.outputs = ({"output_type": "display_data", "metadata": {},
                               "data": {"application/vnd.plotly.v1+json": go.Figure(figure).to_plotly_json(),
                                        "text/plain": sentence}},)

    @property
    def error(self):
        """The error line in words."""
        return self._alarm.value

    @error.setter
    def error(self, words):
        self._alarm.value = f'<p role="alert"><b>{words}</b></p>' if words else ""


class Still:
    """No widget at all: keeps the last figure, its sentence and the error line for whoever prints them."""

    playable, frames, position, error = False, {}, 0, ""

    def show(self, figure, sentence, theme):
        """Keep a figure and its sentence."""
        self.figure, self.sentence, self.error = figure, sentence, ""


BACKENDS = {"live": View, "redraw": Redraw, "static": Still}


def backend():
    """Return the name of the way to show explorers here: live, redraw or static.

    The environment variable ``SPINE_EDU_WIDGETS`` overrides the choice.

    Raises
    ------
    ValueError
        If the variable holds another word.
    """
    wanted = os.environ.get("SPINE_EDU_WIDGETS", "").strip().lower()
    if wanted:
        if wanted not in BACKENDS:
            raise ValueError(f"SPINE_EDU_WIDGETS is {wanted!r}; allowed are {', '.join(BACKENDS)}.")
        return wanted
    # Colab's own front end has long had trouble with plotly inside widgets made elsewhere.
    return "redraw" if "COLAB_RELEASE_TAG" in os.environ else "live"


def _floats(numbers, kind="f"):
    values = array(kind, [float("nan") if number is None else number for number in numbers])
    return {f"f{values.itemsize}": values.tobytes()}


def pack(value):
    """Return a figure's value with every array, and every list of several numbers, as floats of 4 or 8 bytes."""
    if isinstance(value, dict):
        # Most of a figure is words and single numbers; not to ask them what they are is half of the work.
        return {key: inner if type(inner) in _PLAIN else pack(inner) for key, inner in value.items()}
    if hasattr(value, "astype"):
        return {"f4": value.astype("f4").tobytes()} if value.ndim else value.item()
    if isinstance(value, (list, tuple)):
        if len(value) >= _LEAST_PACKED and all(isinstance(item, (int, float, type(None))) for item in value):
            return _floats(value, "f" if len(value) >= _LONG else "d")
        return [pack(item) for item in value]
    return value


def _heavy(live):
    """Return path -> text of what is heavy in an update."""
    return {tuple(path): value for path, value in live if isinstance(value, str) and len(value) > _HEAVY}


def _shape(figure):
    """What must stay equal for an update to be a difference: how many traces of which type."""
    return [trace.get("type") for trace in figure["data"]]


def difference(old, new, path=()):
    """Yield ``[path, value]`` for what `new` has differently, both packed; a value of None means: take it away."""
    if isinstance(old, dict) and isinstance(new, dict) and not _packed(old) and not _packed(new):
        for key in old.keys() - new.keys():
            yield [[*path, key], None]
        for key, value in new.items():
            if key not in old:
                yield [[*path, key], value]
            elif old[key] != value:
                yield from difference(old[key], value, (*path, key))
    elif _records(old) and _records(new) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            if one != other:
                yield from difference(one, other, (*path, index))
    else:
        yield [list(path), new]


def _packed(value):
    return "f4" in value or "f8" in value


def _records(value):
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(item, dict) for item in value)
