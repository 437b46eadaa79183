"""The face in Jupyter: controls, picture, words and panels of one session, as ipywidgets.

The face owns no truth. It writes what the session says, and tells the session what a hand did.
"""

import html
import os
from contextlib import contextmanager

import ipywidgets as widgets

from spine_edu.explorer import printed
from spine_edu.explorer.controls import control
from spine_edu.explorer.panels import Panels
from spine_edu.explorer.session import DRAWING, POSITION, SETTINGS, WORDS
from spine_edu.explorer.solids import SolidView
from spine_edu.explorer.view import VIEWS, View


class Face(widgets.VBox):
    """One explorer in a notebook.

    Parameters
    ----------
    session : spine_edu.explorer.session.Session

    Attributes
    ----------
    controls : dict
        Name -> `NumberControl` or `ChoiceControl`.
    view : View, SolidView, Redraw or Still
    scenarios : ipywidgets.Dropdown
    buttons : dict
        Words -> ipywidgets.Button.
    panels : Panels
    """

    def __init__(self, session):
        self.session, self._writing = session, False
        self.controls = {name: control(declared) for name, declared in session.State.declarations().items()}
        self.view = self._make_view()
        #: Where the flat drawing stands if the browser cannot draw solids.
        self._flat, self._beside = None, widgets.VBox()
        super().__init__()
        self.add_class("spine-edu")
        self.put()
        self._compose()
        self._write()
        self._connect()
        self._follow()
        session.listen(self._changed)

    def _make_view(self):
        if self.session.solids and self.session.backend == "live":
            return SolidView(self.session.solids)
        return VIEWS[self.session.backend]()

    # From the session to the screen ----------------------------------------------------------------------------------

    def _changed(self, what):
        if SETTINGS in what:
            self._write()
        if POSITION in what and self.view.position != self.session.position:
            self.view.position = self.session.position
        if DRAWING in what:
            self.put()
            self._follow()
        if WORDS in what:
            self._status.value = html.escape(self.session.said)

    def put(self):
        """Hand figure and words of the present result to the view."""
        session, sentence = self.session, self.session.describe()
        if isinstance(self.view, SolidView):
            scene = session.solids.scene(session.result, held=session.held, prediction=session.predicted)
            self.view.show(scene, sentence, session.theme)
        else:
            self.view.show(session.drawn, sentence, session.theme)
        if self._flat is not None:
            self._flat.show(session.drawn, sentence, session.theme)

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
        self.view.playable = self.session.can_play()
        self.panels.refresh()
        self.buttons["Release A"].layout.display = "" if self.session.held else "none"

    # From a hand to the session --------------------------------------------------------------------------------------

    def _connect(self):
        for name, item in self.controls.items():
            item.observe(self.guarded(lambda change, name=name: self._moved(name)), "value")
        self.scenarios.observe(self.guarded(lambda change: self._chosen(change.new)), "value")
        if isinstance(self.view, widgets.Widget):
            self.view.on_msg(self.guarded(lambda _, content, buffers: self.heard(content)))
        if isinstance(self.view, View):
            self.view.observe(self.guarded(lambda change: self._looked(change.new)), "position")

    def _moved(self, name):
        if self._writing:
            return
        try:
            self.session.move(name, self.controls[name].value)
        except ValueError:
            self._write()
            raise

    def _chosen(self, name):
        if name and not self._writing:
            self.session.scenario(name)

    def _looked(self, position):
        if position != self.session.position:
            self.session.go_to(position)

    def heard(self, message):
        """Act on a message of the browser: a click on the figure, or a wish for the frames of the run."""
        if message.get("kind") == "frames":
            self.view.play(self.session.frames().packed(self.session.drawn))
        elif message.get("choice") == SolidView.NO_SOLIDS:
            self._flat = View()
            self.put()
            self._beside.children = [self._flat]
        elif message.get("kind") == "click":
            self.session.clicked(message.get("choice"))

    # How it is put together ------------------------------------------------------------------------------------------

    def _compose(self):
        session = self.session
        names = [(row.name, row.name) for row in session.scenarios]
        self.scenarios = widgets.Dropdown(options=[("choose one …", ""), *names], value="", description="Scenario")
        scenario = widgets.VBox([self.scenarios])
        scenario.add_class("spine-edu-control")
        self._status = widgets.HTML()
        self._status.add_class("spine-edu-status")
        acts = {"Start again": session.reset, "Undo": session.undo, "Hold as A": session.hold,
                "Release A": session.release}
        self.buttons = {words: self.button(words, act) for words, act in acts.items()}
        buttons = widgets.Box(list(self.buttons.values()))
        buttons.add_class("spine-edu-buttons")
        main = widgets.VBox([scenario, *(self.controls[name] for name in session.first), buttons])
        main.add_class("spine-edu-main")
        shown = [self.view, self._beside] if isinstance(self.view, widgets.Widget) else []
        body = widgets.Box([main, widgets.VBox([*shown, self._status])])
        body.add_class("spine-edu-body")
        self.panels = Panels(self)
        self.children = [widgets.HTML(f"<h3>{html.escape(session.title)}</h3>"), body, self.panels]

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
            self.view.error = (f"Something went wrong here ({type(error).__name__}: {error}). "
                               "Press “Start again”; your other explorers are not affected.")
            self.log.exception("A callback of %s failed", self.session.part)

    def bundle(self, **kwargs):
        """Return what a notebook keeps of the explorer: the widget, its sentence and, on request, a picture."""
        shown = self._repr_mimebundle_(**kwargs)
        kept, metadata = shown if isinstance(shown, tuple) else (shown, {})
        pictures = {"image/png": printed.picture(self.session)} if os.environ.get("SPINE_EDU_PICTURES") else {}
        return {**kept, **pictures, "text/plain": self.session.describe()}, metadata
