"""The thin view: what the browser shows of an explorer, in one message an update.

`View` is the live one. `Redraw` serves front ends without anywidget, and `Still` those without any widget.
All three have the same few names, so that an explorer does not know which one it talks to.
"""

import gzip
import html
from functools import cache
from importlib.resources import files

import anywidget
import ipywidgets as widgets
import traitlets

from spine_edu.explorer import face
from spine_edu.explorer.wire import Wire


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
    script = files("plotly") / "package_data" / "plotly.min.js"
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
    live : list
        The figure, as `Wire` sends it.
    sentence, error : str
    frames : dict
        A run to play, as `Frames.packed` returns it, or empty.
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
        self._wire = Wire()
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
        self._wire.follow(figure, anew=self.comm is None or look != self.look)
        with self.hold_sync():
            self.base, self.live, self.look = self._wire.base, self._wire.live, look
            self.sentence, self.error = sentence, ""
            if self.frames:
                self.frames = {}
        if self.comm is None:
            self.open()

    def play(self, frames):
        """Hand over frames, as `Frames.packed` returns them, once; the browser steps them without the kernel."""
        self.frames = frames


class Redraw(widgets.VBox):
    """The slower view for front ends without anywidget: each update draws the figure anew."""

    playable, frames, position = False, {}, 0

    def __init__(self):
        self._area, self._line, self._alarm = widgets.Output(), widgets.HTML(), widgets.HTML()
        super().__init__([self._area, self._line, self._alarm])

    def show(self, figure, sentence, theme):
        """Show a figure and its sentence."""
        import plotly.graph_objects as go

        self._line.value, self._alarm.value = f"<p>{html.escape(sentence)}</p>", ""
        self._area.outputs = ({"output_type": "display_data", "metadata": {},
                               "data": {"application/vnd.plotly.v1+json": go.Figure(figure).to_plotly_json(),
                                        "text/plain": sentence}},)

    @property
    def error(self):
        """The error line in words."""
        return self._alarm.value

    @error.setter
    def error(self, words):
        self._alarm.value = f'<p role="alert"><b>{html.escape(words)}</b></p>' if words else ""


class Still:
    """No widget at all: keeps the last figure, its sentence and the error line for whoever prints them."""

    playable, frames, position, error = False, {}, 0, ""

    def show(self, figure, sentence, theme):
        """Keep a figure and its sentence."""
        self.figure, self.sentence, self.error = figure, sentence, ""


#: The way to show explorers (`spine_edu.explorer.frontend`) -> its view.
VIEWS = {"live": View, "redraw": Redraw, "static": Still}
