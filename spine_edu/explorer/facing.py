"""What every live face does, whichever host it has: it shows what its session says, and does what a hand did.

A host that can keep a page in step (`spine_edu.explorer.notebook` has Jupyter's widgets for it; a worker of a web page
has its messages) sets the attributes below, and brings ``hold_sync``, ``log`` and ``_write_settings``.
"""

from spine_edu import data
from spine_edu.explorer import card, printed, veil
from spine_edu.explorer.changes import DRAWING, MOMENT, POSITION, SETTINGS, WORDS
from spine_edu.explorer.prediction import ASKED
from spine_edu.explorer.wire import Wire
from spine_edu.tables import cell_text


class Facing:
    """The part of a face that knows its session and no host.

    What it shows, it sets as attributes of its own: those that `spine_edu.explorer.notebook.Face` lists, and no others.

    Attributes
    ----------
    session : spine_edu.explorer.session.Session
    """

    def _face_to(self, session):
        """Take the session; nothing is shown yet."""
        self.session, self._wire, self._opened = session, Wire(), []

    # From the session to the page ------------------------------------------------------------------------------------

    def _shown(self):
        """Return the traits that show the present result."""
        session = self.session
        return {
            **self._drawn(),
            "look": look(session.theme),
            "sentence": veil.sentence(session),
            "prediction": veil.strip(session),
            "grips": session.grips(),
            "idle": session.idle(),
            "spans": session.reach(),
            "touches": session.touches(),
            "said": session.said,
            "scenario": session.scenario_name,
            "error": "",
            "held": session.held is not None,
            "playable": session.can_play() and session.phase != ASKED and not session.still_of,
            "frames": {},
            "position": session.position,
            "panels": self._panels(),
        }

    def _drawn(self):
        """Return the traits that show the picture."""
        self._wire.follow(veil.figure(self.session), anew=look(self.session.theme) != self.look)
        return {"base": self._wire.base, "live": self._wire.live}

    def _changed(self, what):
        traits = self._shown() if DRAWING in what else {}
        if WORDS in what:
            traits["said"] = self.session.said
        if POSITION in what and DRAWING not in what:
            # What a hand may take, and what is told, may hang on what the run goes over: a load hangs in the hands of
            # who bends, and who has been looked at is counted.
            session = self.session
            traits |= {"position": session.position, "grips": session.grips(), "touches": session.touches()}
            traits |= {"prediction": veil.strip(session), "idle": session.idle()}
        if MOMENT in what:
            kept = ("frames", "said", "scenario", "error")
            traits |= {name: value for name, value in self._shown().items() if name not in kept}
        with self.hold_sync():
            try:
                self._write(traits, traits.get)
            finally:
                if SETTINGS in what or DRAWING in what:
                    self._write_settings()

    def _write(self, names, value_of):
        """Show values by name."""
        for name in names:
            setattr(self, name, value_of(name))

    # From a hand to the session --------------------------------------------------------------------------------------

    def act(self, message):
        """Do what a hand did in the browser; what goes wrong is said under the figure.

        Parameters
        ----------
        message : dict
            ``act`` names what was done (see `_acts`), ``id`` the message, and ``playing`` the moment of a run that
            plays on meanwhile; the rest says with what.
        """
        given = {name: value for name, value in message.items() if name not in ("act", "id", "playing")}
        with self.hold_sync():
            try:
                self._do(message.get("act"), given)
                if "playing" in message and self.session.can_play():
                    self._play()
                # What a callback prints, a page does not show: that a prediction could not be written is said here.
                self.error = self.session.trouble or self.error
            except ValueError as error:
                self.error = str(error)
            except Exception as error:  # whatever it is, a reader must see it: ipywidgets would only log it
                self.error = (
                    f"Something went wrong here ({type(error).__name__}: {error}). "
                    "Press “Start again”; your other explorers are not affected."
                )
                self.log.exception("A callback of %s failed", self.session.part)
            finally:
                self.heard = str(message.get("id", ""))

    def _do(self, name, given):
        acts = self._acts()
        if name not in acts:
            raise ValueError(f"There is no act {name!r}; there are {', '.join(acts)}.")
        acts[name](**given)

    def _acts(self):
        """Return what a hand may do: its name, and what it calls."""
        session = self.session
        return {
            "move": self._step,
            "carry": self._carry,
            "type": self._typed,
            "choose": session.move,
            "write": session.move,
            "scenario": session.scenario,
            "reset": session.reset,
            "undo": session.undo,
            "hold": session.hold,
            "release": session.release,
            "predict": session.predict,
            "uncover": session.look,
            "ask": session.forget,
            "hands": session.take_hands,
            "click": lambda choice, name="": session.clicked(choice, name),
            "pull": session.pulled,
            "frames": self._begin,
            "position": session.go_to,
            "panel": self._panel,
            "show_way": session.show_way,
            "show_limit": session.show_limit,
            "settings": session.from_text,
            "look": session.set_theme,
            "page": session.follow_page,
        }

    def _step(self, name, step):
        self.session.move(name, card.at_step(self._number(name), step))

    def _carry(self, name, steps):
        self.session.carry(**{one: card.at_step(self._number(one), step) for one, step in steps.items()})

    def _typed(self, name, text):
        self.session.move(name, card.typed(self._number(name), text))

    def _number(self, name):
        declared = self.session.State.declarations().get(name)
        if not isinstance(declared, data.Parameter):
            raise ValueError(f"There is no number {name!r} here.")
        return declared

    def _begin(self):
        self.session.begin()
        self._play()
        self.position = self.session.position

    def _play(self):
        self.frames = self.session.frames().packed(self.session.drawn)

    def _panel(self, opened="", closed=""):
        """A view has opened a panel, or closed one. Another view in which that one stands open asks for it again."""
        self._opened = [name for name in self._opened if name != closed]
        if opened and opened not in self._opened:
            self._opened.append(opened)
        self.panels = self._panels()

    def _panels(self):
        """Return what the open panels show of the present result, by name."""
        session = self.session
        shown = {
            "table": lambda: _as_text(veil.table(session)),
            "sources": lambda: printed.sources(session),
            "challenges": lambda: {one.key: session.check(one.key) for one in session.challenges},
            "page": lambda: {"title": session.title, "parts": [list(line) for line in session.one_page().lines]},
            "text": lambda: {"line": session.to_text()},
        }
        return {name: shown[name]() for name in self._opened}


def look(theme):
    """Return a theme as the page around the figure takes it."""
    return {
        "name": theme.name,
        "paper": theme.paper,
        "panel": theme.panel,
        "ink": theme.ink,
        "muted": theme.muted,
        "grid": theme.grid,
        "alarm": theme.color("reinforcing"),
        "accent": theme.color("guarding"),
        "prediction": theme.color("prediction"),
        "size": f"{theme.size}px",
    }


def _as_text(table):
    return {
        "caption": table.caption,
        "columns": list(table.columns),
        "rows": [[cell_text(cell) for cell in row] for row in table.rows],
    }
