"""The explorer without a screen: settings -> state -> result -> figure, words and table.

Everything a reader can do is a method here, and works in a Python that has neither widgets nor plotly. A session owns
its state and tells whoever listens what has changed; the face in Jupyter (`spine_edu.explorer.notebook`) is one such
listener, and is made when it is first shown or asked for.
"""

import os
import weakref

from spine_edu import data
from spine_edu.explorer import frontend, printed, still, veil
from spine_edu.explorer.changes import DRAWING, POSITION, SETTINGS, WORDS
from spine_edu.explorer.hands import Polling
from spine_edu.explorer.prediction import ASKED
from spine_edu.explorer.presets import Presets
from spine_edu.explorer.running import Running
from spine_edu.theme import THEMES, theme_named

_KEPT_FOR_UNDO = 20
#: Every session that somebody still holds.
LIVING = weakref.WeakSet()


class Session(Presets, Polling, Running):
    """Base of every explorer. A subclass says what is special about it, and nothing else.

    Attributes a subclass sets
    --------------------------
    part : str
        Its name in text lines and in the rows of data.
    title : str
        Its heading.
    model, figures, words : module
        The modules of its folder: ``simulate``; ``figure`` and perhaps ``frames``, ``can_play``, ``grips``,
        ``touches``, ``pulled``, ``veiled`` and ``veiled_touches``; ``sentence``, ``compare``, ``table`` and perhaps
        ``idle``, ``reach`` and ``page``.
    State : type
        The state of the model.
    first : tuple of str
        The controls in view, at most four; the others stand under "More controls".
    turns : tuple of str
        The controls that come into view where others of the first ones change nothing (see `idle`), and only there:
        with any of them, what changes nothing is out of sight instead of saying why.
    under : tuple of str
        The choices that stand as buttons under a picture of solids, and not among the controls.
    gathered : tuple of (str, tuple of str)
        Choices with the same options that share one place, and a choice that follows which of them is looked at: in a
        live face one list says which, and another one sets it. Nothing if each has a list of its own.
    joining : tuple of str
        Labels of the two lists from which a live face takes what is pulled to what, where controls are pulled to one
        another, and the word on the button that does so.
    unseen : tuple of str
        The settings that only keep what has been done: they stand in the line of settings, and have no control.
    ask : Number, Pick, Each, Sketch or None
        The prediction it asks for before it shows anything (`spine_edu.explorer.asking`).
    checks, failures : dict
        See `spine_edu.explorer.presets.Presets`.
    solids : module or None
        What a live face shows in three dimensions instead of the figure: ``parts()`` and ``scene(result, ...)``.
    behind : dict
        The tables of data that it draws on: name -> what they hold, and the column that names a row.

    Attributes
    ----------
    result : object
        The model's present result; it carries the state.
    theme : Theme
    backend : {"live", "redraw", "static"}
    held : object or None
        The result kept as A.
    phase : {"asked", "kept", "open"}
        Whether a veil lies over the result until the reader has predicted (`spine_edu.explorer.prediction`).
    position : int
        The frame of the run that is looked at.
    scenario_name : str
        The scenario that is set and has not been changed since, or ``""``.
    said : str
        What the last act of the reader did, in words.

    Parameters
    ----------
    theme : str, optional
        light, dark or presenter; else the environment variable ``SPINE_EDU_THEME``, else light.
    backend_name : str, optional
        live, redraw or static; else see `spine_edu.explorer.frontend.backend`.
    ask_first : bool, optional
        False shows the result at once, as a teacher may want who asks in his own words. If it is not given: False
        where the environment variable ``SPINE_EDU_ASK_FIRST`` is ``no``, else True.
    **settings
        Where to start, by control name. Reset leads back to here.

    Raises
    ------
    ValueError
        If a setting is unknown or out of range, or there is no such theme or way to show.

    Examples
    --------
    >>> import spine_edu
    >>> explorer = spine_edu.RunTheLoop(gain=1.4)
    >>> explorer.set(gain=0.8)
    >>> explorer.to_text()
    'cycle_loop v1: as it starts'
    """

    part, title = "", ""
    model = figures = words = State = None
    first = turns = under = unseen = gathered = joining = ()
    ask = None
    solids = None
    behind = {}
    #: What a still shows of the explorer; empty for an explorer that can be moved.
    still_of = ""
    #: Under which words a still is folded.
    folded = ""

    def __init__(self, *, theme=None, backend_name=None, ask_first=None, **settings):
        self._start = self.State().replace(**settings)
        chosen = theme or os.environ.get("SPINE_EDU_THEME")
        self.theme, self._follows_page = theme_named(chosen or "light"), not chosen
        # A page tells it only where it differs from the look that it finds.
        self._page = self.theme if chosen == "dark" else THEMES["light"]
        self.backend = frontend.backend(backend_name)
        self.held, self.position, self.scenario_name, self.said = None, 0, "", ""
        self._past, self._last_moved, self._played = [], None, None
        self._listeners, self._face = [], None
        self.result = self.model.simulate(self._start)
        self._ask_first(os.environ.get("SPINE_EDU_ASK_FIRST") != "no" if ask_first is None else ask_first)
        LIVING.add(self)

    # What it is now --------------------------------------------------------------------------------------------------

    @property
    def state(self):
        """The settings."""
        return self.result.state

    @property
    def drawn(self):
        """The figure of the present result as plain data: a dict of ``data`` and ``layout`` that plotly.js reads."""
        return self.figures.figure(self.result, theme=self.theme, held=self.held, prediction=self.predicted)

    @property
    def figure(self):
        """The plotly ``Figure`` of the present result; slower than `drawn`, because plotly checks every value."""
        import plotly.graph_objects as go

        return go.Figure(self.drawn)

    def idle(self):
        """Return the controls that change nothing at the present settings: name -> why, in a sentence."""
        if self.veiled or not hasattr(self.words, "idle"):
            return {}
        return self.words.idle(self.result)

    def reach(self):
        """Return how far sliders go at the present settings, where beyond nothing changes: name -> highest value."""
        return self.words.reach(self.result) if hasattr(self.words, "reach") else {}

    def grips(self):
        """Return what a hand may take hold of in the figure, one dict a control: see `spine_edu.drawing.grips`.

        Nothing while a question is open; while a prediction is kept, what `veil.harmless` lets through. What changes
        nothing (see `idle`) is not offered.
        """
        if self.phase == ASKED or self.still_of or not hasattr(self.figures, "grips"):
            return []
        idle = self.idle()
        there = [grip for grip in self.figures.grips(self.result) if grip["control"] not in idle]
        return veil.harmless(self, there) if self.veiled else there

    def touches(self):
        """Return what a hand may tap in the figure: its ``axes``, and ``things``, each choice with its outline.

        A choice is one as `clicked` takes it, its outline a path of straight lines in the units of the axes; what
        comes later lies on what comes before; those under ``calls`` beat a few times when they come. What can be
        pulled to one another has a name under ``names``, by its choice: see `pulled`. Empty while a question is open,
        and where there is nothing. On the picture of the question, once it is answered, what ``veiled_touches``
        returns, if there is such a function; what would give the answer away (``telling``) waits until it is told.
        """
        if self.phase == ASKED or self.still_of or not hasattr(self.figures, "touches"):
            return {}
        if self.veiled and hasattr(self.figures, "veiled_touches"):
            return self.figures.veiled_touches()
        there = self.figures.touches(self.result)
        return {} if self.veiled and there.get("telling") else there

    def describe(self):
        """Return the present state in a few sentences: the result, and the difference to A."""
        compared = [self.words.compare(self.held, self.result)] if self.held is not None else []
        return " ".join([self.words.sentence(self.result), *compared])

    def table(self):
        """Return the plotted numbers as a `spine_edu.tables.Table`."""
        return self.words.table(self.result)

    def to_text(self):
        """Return the settings as one short line, to read out, write on a board or send."""
        return self.state.to_text(self.part)

    # What a reader can do --------------------------------------------------------------------------------------------

    def set(self, **changes):
        """Set controls by name, together. A ValueError says what was wrong, and then nothing has changed."""
        self._go(self.state.replace(**changes))

    def move(self, name, value):
        """Take a control that a hand moves: all the moves of one control in a row are one step back for `undo`.

        Raises
        ------
        ValueError
            If there is no such control, or its value, alone or beside the others, is not allowed; nothing has changed.
        """
        self._follow_hand(name, self._moved(name, value))

    def carry(self, **values):
        """Take controls that a hand moves together, as a thing that is carried across and up; else as `move`."""
        self._follow_hand(tuple(values), self.state.replace(**values))

    def _follow_hand(self, moved, state):
        """Take the state to which a hand has `moved` something: a name, or several."""
        before, result = self.state, self.model.simulate(state)
        first = moved != self._last_moved
        if first:
            self._remember(before)
            self._last_moved = moved
        self.scenario_name = ""
        self._take(result, *([SETTINGS] if first else []))

    def _moved(self, name, value):
        """Return the state after a hand has moved one control."""
        return self.state.replace(**{name: value})

    def from_text(self, text):
        """Set all controls from a line written by `to_text`; a ValueError says what is wrong with it."""
        self._go(self.State.from_text(text, self.part))

    def reset(self):
        """Go back to the start, without a held run; a prediction stays."""
        self.held = None
        self._go(self._start, said="Back at the start.")

    def undo(self):
        """Take back the last change (up to twenty of them)."""
        if not self._past:
            self._say("There is nothing to take back.")
            return
        self._last_moved, self.scenario_name = None, ""
        self._take(self.model.simulate(self._past.pop()), SETTINGS, said="The last change is taken back.")

    def hold(self):
        """Keep the present run as A; what follows is compared with it."""
        self.held = self.result
        self._show(said="This run is kept as A. Change something and compare.")

    def release(self):
        """Let go of A."""
        self.held = None
        self._show(said="A is released.")

    def clicked(self, choice, dragged=""):
        """Set what a click on the figure chooses.

        Parameters
        ----------
        choice : str or None
            What the clicked thing carries as ``customdata``: ``"name:value"``, or several of them joined by ``;``.
            None for a thing that chooses nothing.
        dragged : str
            The control of which a knob is dragged from choice to choice: all of them are one step back for `undo`.

        Raises
        ------
        ValueError
            If it is of another form, or names a control or value that does not exist.
        """
        if choice is None or choice == "":
            return
        changes, parts = {}, choice.split(";") if isinstance(choice, str) else [""]
        for one in parts:
            name, colon, value = one.partition(":")
            if not colon:
                raise ValueError(f"A click on {choice!r} chooses nothing; a choice reads 'control:value'.")
            words = isinstance(self.State.declarations().get(name), (data.Choice, data.Text))
            changes[name] = value if words else _number(one)
        if dragged:
            self._follow_hand(dragged, self.state.replace(**changes))
        else:
            self.set(**changes)

    def pulled(self, start, end):
        """Do what a pull from one thing of the figure to another does: `names`, as `touches` gives them."""
        if hasattr(self.figures, "pulled"):
            self.clicked(self.figures.pulled(self.result, start, end))

    # How it looks ----------------------------------------------------------------------------------------------------

    def set_theme(self, name):
        """Change the look: light, dark or presenter."""
        self.theme, self._follows_page = theme_named(name), False
        self._show(said=self.said)

    def follow_page(self, dark=None):
        """Take the page's own light or dark, unless a look has been chosen; without `dark`, do so from now on."""
        self._follows_page |= dark is None
        self._page = self._page if dark is None else THEMES["dark" if dark else "light"]
        if self._follows_page and self._page is not self.theme:
            self.theme = self._page
            self._show(said=self.said)

    def still(self, scenario=None, *, limit=None, beside=None, folded="", **settings):
        """Return another state as a picture with its sentence, without changing this explorer.

        Parameters
        ----------
        scenario, limit : str, optional
            A named preset, or the key of a limit.
        beside : str or dict, optional
            What is held as A: a named preset, or settings (an empty dict: the start).
        folded : str, optional
            Words to open before anything is seen, as for the solution of an exercise.
        **settings
            What is set then, by control name.

        Raises
        ------
        ValueError
            If there is no such preset, limit or setting.
        """
        look = None if self._follows_page else self.theme.name
        other = type(self)(theme=look, backend_name=self.backend, ask_first=False, **vars(self._start))
        other.folded = folded
        return still.still(other, scenario, limit, beside, settings)

    def static(self):
        """Return one self-contained page (HTML) for web or paper: figure, sentence, table, settings, sources."""
        return printed.page(self)

    @property
    def widget(self):
        """The face in Jupyter: controls, picture and words as one widget. It is made when first asked for."""
        if self._face is None:
            if self.backend == "live":
                from spine_edu.explorer.notebook import make as face
            else:  # also where there is no anywidget
                from spine_edu.explorer.plain import Face as face
            self._face = face(self)
        return self._face

    @property
    def controls(self):
        """The controls of the face in Jupyter, by name."""
        return self.widget.controls

    def _repr_mimebundle_(self, **kwargs):
        if self.backend == "static":
            return printed.bundle(self)
        return self.widget.bundle_of(**kwargs)

    # How it works ----------------------------------------------------------------------------------------------------

    def listen(self, listener):
        """Call ``listener(what)`` after each change; `what` is a set of SETTINGS, DRAWING, POSITION and WORDS."""
        self._listeners.append(listener)

    def _tell(self, *what):
        for listener in self._listeners:
            listener(frozenset(what))

    def _go(self, state, *, scenario="", said=""):
        result = self.model.simulate(state)
        self._remember(self.state)
        self._last_moved, self.scenario_name = None, scenario
        self._take(result, SETTINGS, said=said)

    def _remember(self, state):
        self._past = [*self._past, state][-_KEPT_FOR_UNDO:]

    def _take(self, result, *what, said=""):
        self.result, self.position = result, 0
        self._acted()
        self._show(*what, POSITION, said=said)

    def _show(self, *what, said=""):
        self._played, self.said = None, said
        self._tell(*what, DRAWING, WORDS)

    def _say(self, words):
        self.said = words
        self._tell(WORDS)


def _number(setting):
    name, _, value = setting.partition(":")
    try:
        return float(value)
    except ValueError:
        raise ValueError(f"{name} cannot be set to {value!r}: that is not a number.") from None
