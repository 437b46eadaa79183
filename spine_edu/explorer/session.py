"""The explorer: parameters -> controls -> state -> result -> figure, words and table.

An explorer owns no truth. Its state is read from its controls, its result is ``simulate(state)``, and figure, sentence
and table all read that result. It works without a browser: everything a reader can do is a method.
"""

import base64
import html
import os
from contextlib import contextmanager

import ipywidgets as widgets
import plotly.graph_objects as go

from spine_edu import data
from spine_edu.explorer import panels
from spine_edu.explorer.controls import control
from spine_edu.explorer.view import BACKENDS, backend
from spine_edu.theme import THEMES

_KEPT_FOR_UNDO = 20


class Explorer(widgets.VBox):
    """Base of every explorer. A subclass says what is special about it, and nothing else.

    Attributes a subclass sets
    --------------------------
    part : str
        Its name in every layer, in text lines and in the rows of scenarios, challenges and limits.
    title : str
        Its heading.
    model, figures, words : module
        The part's modules in models (``simulate``), figures (``figure``) and words (``sentence, compare, table``).
    State : type
        The state of the model.
    first : tuple of str
        The controls in view, at most four; the others stand under "More controls".
    ask : Number, Pick, Sketch or None
        The prediction it asks for first (`spine_edu.explorer.asking`).
    checks : dict
        Challenge key -> ``check(result)``, true when the goal is met.
    failures : dict
        Limit key -> ``failure(result)``, true when the result shows the model failing that way.

    Methods a subclass may override
    -------------------------------
    can_play, make_frames, clicked, views, refreshed

    Parameters
    ----------
    theme : str, optional
        light, dark or presenter; else the environment variable ``SPINE_EDU_THEME``, else light.
    backend_name : str, optional
        live, redraw or static; else see `spine_edu.explorer.view.backend`.
    **settings
        Where to start, by control name. Reset leads back to here.

    Raises
    ------
    ValueError
        If a setting is unknown or out of range, or there is no such theme.

    Examples
    --------
    ::

        explorer = WholeCycle(load=1.4)
        explorer.set(guarding_reactivity=3)
        print(explorer.describe())
    """

    part, title = "", ""
    model = figures = words = State = None
    first = ()
    ask = None
    checks = {}
    failures = {}

    def __init__(self, *, theme=None, backend_name=None, **settings):
        self._start = self.State().replace(**settings)
        self.theme = _theme(theme)
        self.backend = backend_name or backend()
        self.held, self.predicted, self._past, self._last_moved, self._busy = None, None, [], None, False
        self.controls = {name: control(declared) for name, declared in self.State.declarations().items()}
        self.view = self.make_view()
        super().__init__()
        self.add_class("spine-edu")
        self.result = self.model.simulate(self._start)
        self.put()
        self._compose()
        self._write(self._start)
        self._connect()
        self._follow()

    # What it is now --------------------------------------------------------------------------------------------------

    @property
    def state(self):
        """The settings, read from the controls."""
        return self.State(**{name: item.value for name, item in self.controls.items()})

    @property
    def drawn(self):
        """The figure of the present result as plain data: a dict of ``data`` and ``layout`` that plotly.js reads."""
        return self.figures.figure(self.result, theme=self.theme, held=self.held, prediction=self.predicted)

    @property
    def figure(self):
        """The plotly ``Figure`` of the present result; slower than `drawn`, because plotly checks every value."""
        return go.Figure(self.drawn)

    def describe(self):
        """Return the present state in a few sentences: the result, the difference to A, the gap to the prediction."""
        parts = [self.words.sentence(self.result)]
        if self.held is not None:
            parts.append(self.words.compare(self.held, self.result))
        if self.predicted is not None:
            parts.append(self.ask.gap(self.predicted, self.result))
        return " ".join(parts)

    def table(self):
        """Return the plotted numbers as a `spine_edu.tables.Table`."""
        return self.words.table(self.result)

    def to_text(self):
        """Return the settings as one short line, to read out, write on a board or send."""
        return self.state.to_text(self.part)

    @property
    def scenarios(self):
        """The named presets, as rows of scenarios.csv."""
        return self._rows("scenarios")

    @property
    def challenges(self):
        """The goals with their hints, as rows of challenges.csv."""
        return self._rows("challenges")

    @property
    def limits(self):
        """What the model cannot do, as rows of limits.csv."""
        return self._rows("limits")

    def _rows(self, name):
        return tuple(row for row in data.table(name) if row.explorer == self.part)

    # What a reader can do --------------------------------------------------------------------------------------------

    def set(self, **changes):
        """Set controls by name, together. A ValueError says what was wrong, and then nothing has changed."""
        self._go(self.result.state.replace(**changes))

    def from_text(self, text):
        """Set all controls from a line written by `to_text`; a ValueError says what is wrong with it."""
        self._go(self.State.from_text(text, self.part))

    def reset(self):
        """Go back to the start, without a held run or a prediction."""
        self.held = self.predicted = None
        self._go(self._start)
        self._say("Back at the start.")

    def undo(self):
        """Take back the last change (up to twenty of them)."""
        if not self._past:
            self._say("There is nothing to take back.")
            return
        self._write(self._past.pop())
        self._last_moved = None
        self._take(self.model.simulate(self.state))
        self._say("The last change is taken back.")

    def hold(self):
        """Keep the present run as A; what follows is compared with it."""
        self.held = self.result
        self._show()
        self._say("This run is kept as A. Change something and compare.")

    def release(self):
        """Let go of A."""
        self.held = None
        self._show()
        self._say("A is released.")

    def scenario(self, name):
        """Go to a named preset and return what to notice; a ValueError lists the names."""
        row = _find(self.scenarios, "name", name)
        self._go(self._from_settings(row.settings), row.name)
        self._say(row.notice)
        return row.notice

    def predict(self, answer):
        """Keep a prediction and draw it on the result.

        Parameters
        ----------
        answer : float, str or sequence of float
            As `ask` wants it: a number, an option, or the heights of a sketch.

        Raises
        ------
        ValueError
            If this explorer asks nothing, or the answer is not of the kind it asks for.
        """
        if self.ask is None:
            raise ValueError(f"{self.title} asks for no prediction.")
        self.predicted = self.ask.check(answer)
        self._show()

    def check(self, key):
        """Return whether the present result meets a challenge; a ValueError lists the challenges."""
        return bool(self.checks[_find(self.challenges, "key", key).key](self.result))

    def show_limit(self, key):
        """Go to settings at which the model fails in a known way, and return what is wrong there."""
        row = _find(self.limits, "key", key)
        self._go(self._from_settings(row.settings))
        self._say(row.shows)
        return row.shows

    def step(self, count=1):
        """Go on by `count` steps of the run and return the sentence there; it stops at the end."""
        frames = self._frames()
        self.view.position = min(self.view.position + count * frames.stride, len(frames.names) - 1)
        return frames.sentences[self.view.position]

    def run(self):
        """Go to the end of the run and return the sentence there."""
        frames = self._frames()
        self.view.position = len(frames.names) - 1
        return frames.sentences[-1]

    def set_theme(self, name):
        """Change the look: light, dark or presenter."""
        self.theme = _theme(name)
        self._show()

    def static(self):
        """Return one self-contained page (HTML) for web or paper: figure, sentence, table, settings, sources."""
        return panels.page(self)

    # What a subclass may override ------------------------------------------------------------------------------------

    def make_view(self):
        """Return the view of the result; it has `show`, `error`, `position` and `playable`, as `view.View` has."""
        return BACKENDS[self.backend]()

    def can_play(self):
        """Return whether the present result has frames to play."""
        return type(self).make_frames is not Explorer.make_frames

    def make_frames(self):
        """Return the `Frames` of the present result that the browser plays."""
        raise NotImplementedError

    def clicked(self, trace, point, choice):
        """A point of the figure was clicked. ``customdata`` of the form ``"name:value"`` sets that control."""
        if isinstance(choice, str) and ":" in choice:
            name, _, value = choice.partition(":")
            declared = self.controls[name].declaration
            self.set(**{name: value if isinstance(declared, data.Choice) else float(value)})

    def put(self):
        """Hand figure and words of the present result to the view."""
        self.view.show(self.drawn, self.describe(), self.theme)

    def views(self):
        """Return the widgets that show the result."""
        return [self.view] if isinstance(self.view, widgets.Widget) else []

    def refreshed(self):
        """The result has changed and is shown; for views of a subclass's own."""

    # How it works ----------------------------------------------------------------------------------------------------

    def _compose(self):
        names = [(row.name, row.name) for row in self.scenarios]
        self._scenario = widgets.Dropdown(options=[("choose one …", ""), *names], value="", description="Scenario")
        scenario = widgets.VBox([self._scenario])
        scenario.add_class("spine-edu-control")
        self._status = widgets.HTML()
        self._status.add_class("spine-edu-status")
        acts = {"Start again": self.reset, "Undo": self.undo, "Hold as A": self.hold, "Release A": self.release}
        self.buttons = {words: self._button(words, act) for words, act in acts.items()}
        buttons = widgets.Box(list(self.buttons.values()))
        buttons.add_class("spine-edu-buttons")
        main = widgets.VBox([scenario, *(self.controls[name] for name in self.first), buttons])
        main.add_class("spine-edu-main")
        body = widgets.Box([main, widgets.VBox([*self.views(), self._status])])
        body.add_class("spine-edu-body")
        self._panels = panels.Panels(self)
        self.children = [widgets.HTML(f"<h3>{html.escape(self.title)}</h3>"), body, self._panels]

    def _button(self, words, act):
        button = widgets.Button(description=words)
        button.on_click(self._guarded(lambda _: act()))
        return button

    def _connect(self):
        for name, item in self.controls.items():
            item.observe(self._guarded(lambda change, name=name: self._moved(name)), "value")
        self._scenario.observe(self._guarded(lambda change: self._chosen(change.new)), "value")
        if hasattr(self.view, "on_msg"):
            self.view.on_msg(self._guarded(lambda _, content, buffers: self._heard(content)))

    def _heard(self, message):
        if message.get("kind") == "frames":
            self.view.play(self._frames())
        elif message.get("kind") == "click":
            self.clicked(message["trace"], message["point"], message["choice"])

    def _moved(self, name):
        """A control was moved by hand: one drag is one step back for undo, however many values it ran through."""
        if self._busy:
            return
        before = self.result.state
        try:
            result = self.model.simulate(self.state)
        except ValueError:
            self._write(before)
            raise
        if name != self._last_moved:
            self._remember(before)
            self._last_moved = name
            self._write(result.state)
        self._take(result)

    def _chosen(self, name):
        if name and not self._busy:
            self.scenario(name)

    def _go(self, state, scenario=""):
        result = self.model.simulate(state)
        self._remember(self.result.state)
        self._last_moved = None
        self._write(state, scenario)
        self._take(result)

    def _remember(self, state):
        self._past = [*self._past, state][-_KEPT_FOR_UNDO:]

    def _write(self, state, scenario=""):
        """Let the controls say what the state is, without acting on it; the list of scenarios says which one it is."""
        self._busy = True
        try:
            for name, item in self.controls.items():
                item.value = getattr(state, name)
            self._scenario.value = scenario
        finally:
            self._busy = False

    def _take(self, result):
        self.result, self._played = result, None
        if self.view.position:
            self.view.position = 0
        self._show()

    def _show(self):
        self.put()
        self._follow()

    def _follow(self):
        self.view.playable = self.can_play()
        self.refreshed()
        self._panels.refresh()
        self.buttons["Release A"].layout.display = "" if self.held else "none"
        if self._status.value:
            self._status.value = ""

    def _say(self, words):
        self._status.value = html.escape(words)

    _played = None

    def _frames(self):
        if not self.can_play():
            raise ValueError(f"{self.title} has nothing to play here.")
        if self._played is None:
            self._played = self.make_frames()
        return self._played

    def _from_settings(self, settings):
        return self.State.from_text(f"{self.part} v1: {settings}", self.part)

    def _guarded(self, act):
        """Wrap a callback so that what goes wrong is said under the figure, and logged for whoever looks after it."""
        def guarded(*args):
            with self._errors_shown():
                act(*args)
        return guarded

    @contextmanager
    def _errors_shown(self):
        try:
            yield
        except ValueError as error:
            self.view.error = str(error)
        except Exception as error:  # whatever it is, a reader must see it: ipywidgets would only log it
            self.view.error = (f"Something went wrong here ({type(error).__name__}: {error}). "
                               "Press “Start again”; your other explorers are not affected.")
            self.log.exception("A callback of %s failed", self.part)

    def _repr_mimebundle_(self, **kwargs):
        if self.backend == "static":
            return {"text/plain": self.describe(), "application/vnd.plotly.v1+json": self.figure.to_plotly_json()}
        shown = super()._repr_mimebundle_(**kwargs)
        bundle, metadata = shown if isinstance(shown, tuple) else (shown, {})
        pictures = {"image/png": self._picture()} if os.environ.get("SPINE_EDU_PICTURES") else {}
        return {**bundle, **pictures, "text/plain": self.describe()}, metadata

    def _picture(self):
        """The figure as a small picture (base64 PNG), for a committed notebook; needs kaleido and a Chromium."""
        figure = self.figure
        height = figure.layout.height or 420
        return base64.b64encode(figure.to_image("png", width=760, height=height, scale=1.5)).decode()


def _theme(name):
    name = name or os.environ.get("SPINE_EDU_THEME") or "light"
    if name not in THEMES:
        raise ValueError(f"There is no theme {name!r}; there are {', '.join(THEMES)}.")
    return THEMES[name]


def _find(rows, column, wanted):
    for row in rows:
        if getattr(row, column) == wanted:
            return row
    raise ValueError(f"There is no {wanted!r} here; there are {', '.join(getattr(row, column) for row in rows)}.")
