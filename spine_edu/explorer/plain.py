"""The slower face, made of ipywidgets, for front ends that have no anywidget: each move draws a new picture.

The face owns no truth. It writes what the session says, and tells the session what a hand did.
"""

import html
from contextlib import contextmanager

import ipywidgets as widgets

from spine_edu.explorer import face, printed, veil
from spine_edu.explorer.changes import DRAWING, SETTINGS, WORDS
from spine_edu.explorer.controls import control
from spine_edu.explorer.panels import Panels, question
from spine_edu.explorer.prediction import ASKED, KEPT
from spine_edu.explorer.shown import view


class Face(widgets.VBox):
    """One explorer in a notebook.

    Parameters
    ----------
    session : spine_edu.explorer.session.Session

    Attributes
    ----------
    controls : dict
        Name -> `NumberControl`, `ChoiceControl` or `TextControl`.
    view : Redraw or Still
    scenarios : ipywidgets.Dropdown
    buttons : dict
        Words -> ipywidgets.Button.
    panels : Panels
    """

    def __init__(self, session):
        self.session, self._writing = session, False
        declared = session.State.declarations()
        self.controls = {name: control(one) for name, one in declared.items() if name not in session.unseen}
        self.view = Redraw() if session.backend == "redraw" else Still()
        super().__init__()
        self.add_class("spine-edu")
        self.put()
        self._compose()
        self._write()
        self._connect()
        self._follow()
        session.listen(self._changed)

    # From the session to the screen ----------------------------------------------------------------------------------

    def _changed(self, what):
        if SETTINGS in what:
            self._write()
        if DRAWING in what:
            self.put()
            self._follow()
        if WORDS in what:
            self._status.value = html.escape(self.session.said)

    def put(self):
        """Hand figure and words of the present result to the view."""
        self.view.show(veil.figure(self.session), veil.sentence(self.session))

    def _write(self):
        """Let the controls say what the state is, without acting on it; the list of scenarios says which one it is."""
        self._writing = True
        try:
            for name, item in self.controls.items():
                item.value = getattr(self.session.state, name)
            self.scenarios.value = self.session.scenario_name
        finally:
            self._writing = False

    def _follow(self):
        idle = self.session.idle()
        for name, item in self.controls.items():
            item.rest(idle.get(name, ""))
        self.panels.refresh()
        self.buttons["Release A"].layout.display = "" if self.session.held else "none"
        self._cover()

    def _cover(self):
        """Let the question stand in the place of the controls until it is answered; then say what was said."""
        session, asked = self.session, self.session.phase == ASKED
        if asked and not self.asking.children:
            self.asking.children = [question(self)]
        if not asked:
            self.asking.children = []
        for part in (self.main, self.panels):
            part.layout.display = "none" if asked else ""
        self.strip.value = f"<p>{html.escape(veil.line(session))}</p>"
        self.uncover.layout.display = "" if session.phase == KEPT else "none"
        may_ask = session.ask is not None and not asked and session.predicted is None
        self.buttons["Predict"].layout.display = "" if may_ask else "none"

    # From a hand to the session --------------------------------------------------------------------------------------

    def _connect(self):
        for name, item in self.controls.items():
            item.observe(self.guarded(lambda change, name=name: self._moved(name)), "value")
        self.scenarios.observe(self.guarded(lambda change: self._chosen(change.new)), "value")

    def _moved(self, name):
        if self._writing:
            return
        try:
            self.session.move(name, self.controls[name].value)
        except ValueError:
            self._write()
            raise

    def _chosen(self, name):
        if self._writing:
            return
        if name:
            self.session.scenario(name)
        else:
            self._write()

    # How it is put together ------------------------------------------------------------------------------------------

    def _compose(self):
        session = self.session
        names = [(row.name, row.name) for row in session.scenarios]
        self.scenarios = widgets.Dropdown(options=[("choose one …", ""), *names], value="", description="Scenario")
        scenario = widgets.VBox([self.scenarios])
        scenario.add_class("spine-edu-control")
        self._status = widgets.HTML()
        self._status.add_class("spine-edu-status")
        acts = {
            "Predict": session.forget,
            "Start again": session.reset,
            "Undo": session.undo,
            "Hold as A": session.hold,
            "Release A": session.release,
        }
        self.buttons = {words: self.button(words, act) for words, act in acts.items()}
        buttons = widgets.Box(list(self.buttons.values()))
        buttons.add_class("spine-edu-buttons")
        self.main = main = widgets.VBox([scenario, *(self.controls[name] for name in session.first), buttons])
        main.add_class("spine-edu-main")
        self.asking, self.strip = widgets.VBox(), widgets.HTML()
        self.uncover = self.button("Show me", session.look)
        shown = [self.view] if isinstance(self.view, widgets.Widget) else []
        body = widgets.Box([main, widgets.VBox([self.asking, self.strip, self.uncover, *shown, self._status])])
        body.add_class("spine-edu-body")
        self.panels = Panels(self)
        style = f"<style>{face.text('plain.css')}</style>"
        title = widgets.HTML(f"{style}<h3>{html.escape(session.still_of or session.title)}</h3>")
        whole = [title, body, self.panels, _script()]
        self.children = _folded([title, *shown], session.folded) if session.still_of else whole

    def button(self, words, act):
        """Return a button that does `act`; what goes wrong is said under the figure."""
        button = widgets.Button(description=words)
        button.on_click(self.guarded(lambda _: act()))
        return button

    def guarded(self, act):
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
            self.view.error = (
                f"Something went wrong here ({type(error).__name__}: {error}). "
                "Press “Start again”; your other explorers are not affected."
            )
            self.log.exception("A callback of %s failed", self.session.part)

    def bundle_of(self, **kwargs):
        """Return what a notebook keeps of the explorer: the widget, its sentence and, on request, a picture."""
        return printed.kept(self.session, view(self))


def _folded(children, words):
    """Return widgets as they are, or folded under some words."""
    if not words:
        return children
    folded = widgets.Accordion(children=[widgets.VBox(children)], selected_index=None)
    folded.set_title(0, words)
    return [folded]


def _script():
    """Return an output with the script that gives the sliders their names."""
    shown = {"text/html": f"<script>{face.text('plain.js')}</script>", "text/plain": ""}
    return widgets.Output(outputs=({"output_type": "display_data", "metadata": {}, "data": shown},))


class Redraw(widgets.VBox):
    """The slower view for front ends without anywidget: each update draws the figure anew."""

    def __init__(self):
        self._area, self._line, self._alarm = widgets.Output(), widgets.HTML(), widgets.HTML()
        super().__init__([self._area, self._line, self._alarm])

    def show(self, figure, sentence):
        """Show a figure and its sentence."""
        import plotly.graph_objects as go

        self._line.value, self._alarm.value = f"<p>{html.escape(sentence)}</p>", ""
        self._area.outputs = (
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {"application/vnd.plotly.v1+json": go.Figure(figure).to_plotly_json(), "text/plain": sentence},
            },
        )

    @property
    def error(self):
        """The error line in words."""
        return self._alarm.value

    @error.setter
    def error(self, words):
        self._alarm.value = f'<p role="alert"><b>{html.escape(words)}</b></p>' if words else ""


class Still:
    """No widget at all: keeps the last figure, its sentence and the error line for whoever prints them."""

    error = ""

    def show(self, figure, sentence):
        """Keep a figure and its sentence."""
        self.figure, self.sentence, self.error = figure, sentence, ""
