"""Predict first: what a reader has committed to before looking, and what is veiled until then.

A prediction is kept by the explorer's name, where a reader's things are kept (`spine_edu.keeping`): neither *Start
again*, nor a cell that is run again, nor a new Python overwrites it.
"""

from functools import cached_property

from spine_edu.explorer.changes import POSITION, SETTINGS
from spine_edu.keeping.store import PREDICTIONS, Store, kept

ASKED, KEPT, OPEN = "asked", "kept", "open"
#: What of a session changes, besides its drawing, where the settings of a question are taken.
_EVERYTHING = SETTINGS, POSITION


def forget_all():
    """Forget every prediction, as between two classes; explorers that are made from now on ask again."""
    kept().drop(PREDICTIONS)


class Predicting:
    """The part of a session that asks first.

    Attributes
    ----------
    ask : Number, Pick, Each, Sketch or None
    """

    _phase = OPEN
    #: What a class says is kept here; a reader's own things stand where `kept` says.
    _of_class = None

    def _ask_first(self, wanted):
        """Begin as it is made: `wanted` is whether it asks first."""
        self._asks = wanted
        self._veil(wanted)

    def _veil(self, wanted):
        """Begin: veiled, if this explorer has a question that has not been answered yet and that is `wanted`."""
        self._kept().refresh()
        self._phase = ASKED if wanted and self.ask is not None and self.predicted is None else OPEN
        self._note_what_was_found()

    def _kept(self):
        return kept() if self._of_class is None else self._of_class

    @property
    def trouble(self):
        """What keeps a prediction from being written, as a sentence; empty if nothing does, or if nobody asks."""
        return "" if self.ask is None else self._kept().trouble

    def for_class(self):
        """Begin with a class, or with the next one: all is as it was made, and asked again.

        From now on nothing goes into the reader's own file, and nothing of what stands there is shown.
        """
        self._of_class = Store()
        self.reset()
        self._past = []
        self._veil(self._asks)
        self._show(*_EVERYTHING)

    @property
    def phase(self):
        """*asked*: only the question is shown; *kept*: the next act lifts the veil; *open*: everything is shown."""
        # In another explorer of the same name the question may have been answered, or what was kept may be forgotten.
        if self._phase == ASKED and self.predicted is not None:
            return OPEN
        return ASKED if self._phase == KEPT and self.predicted is None else self._phase

    @property
    def predicted(self):
        """What the reader has predicted, as `ask` keeps it; None if nothing, or to an older question."""
        entry = self._kept().get(PREDICTIONS, self.part)
        if entry is None or self.ask is None:
            return None
        try:
            return self.ask.check(entry.get("said"))
        except (ValueError, TypeError):
            return None

    @property
    def veiled(self):
        """Whether figure, sentence and table are not to be shown yet."""
        return self.phase != OPEN

    def predict(self, answer=None):
        """Keep a prediction; the next act lifts the veil, and from then on it stands beside what the model says.

        The settings become those that the question is about, so that picture and answer show the same.

        Parameters
        ----------
        answer : float, str, dict or list
            A number, one of the options, an answer to each thing, or a curve: see `ask`.

        Returns
        -------
        str
            What to do next.

        Raises
        ------
        ValueError
            If this explorer asks nothing, the answer is not of the kind it asks for, or one is kept already.
        """
        if self.ask is None:
            raise ValueError(f"{self.title} asks for no prediction.")
        if answer is None:
            raise ValueError(f"A prediction needs an answer to: {self.ask.question}")
        checked = self.ask.check(answer)
        if self.predicted is not None:
            self._show()
            raise ValueError(f"Your prediction stays as it is: {self.ask.words(self.predicted)}.")
        asked = self.phase == ASKED
        self._phase = KEPT if asked else OPEN
        self._keep(checked)
        if asked:
            self._go_to_question()
        else:
            self._note_what_was_found()
        self._show(*_EVERYTHING)
        return self.ask.todo

    def look(self):
        """Lift the veil: with the prediction that is kept, or without one.

        Who would rather look sees what the question is about, unless something else has been set.
        """
        if self.phase == ASKED and self.state == self.State():
            self._go_to_question()
        self._phase = OPEN
        self._note_what_was_found()
        self._show(*_EVERYTHING)

    def _keep(self, checked):
        """Keep a prediction in numbers and in words; what answered an older question of this name stays behind it."""
        entry = {"about": self.title, "asked": self.ask.question, "said": checked, "words": self.ask.words(checked)}
        older = self._kept().get(PREDICTIONS, self.part)
        if older is None:
            self._kept().put_first(PREDICTIONS, self.part, **entry)
        else:
            self._kept().put(PREDICTIONS, self.part, **entry, earlier=older)

    def _note_what_was_found(self):
        """Write how a prediction turned out beside it, once the veil is lifted; it is all that is so, also where an
        explorer tells it bit by bit."""
        if self.veiled or self.predicted is None:
            return
        entry = self._kept().get(PREDICTIONS, self.part)
        if "found" not in entry:
            told = self.ask.tell(self.predicted, self.asked_result)
            entry = {**entry, "told": told.said, "found": told.model, "apart": told.apart}
            self._kept().put(PREDICTIONS, self.part, **entry)

    def forget(self):
        """Take the prediction away, and ask again."""
        self._kept().drop(PREDICTIONS, self.part)
        self._veil(True)
        self._show()

    def _go_to_question(self):
        """Take the settings that the question is about; `undo` leads back."""
        if self.state != self.asked_result.state:
            self._remember(self.state)
            self._last_moved, self.scenario_name = None, ""
        self.result, self.position = self.asked_result, 0

    def _acted(self):
        """The reader has done something: what was predicted may be seen beside what is so."""
        if self.phase == KEPT:
            self._phase = OPEN
            self._note_what_was_found()

    @cached_property
    def asked_result(self):
        """The result at the settings that the question is about."""
        return self.model.simulate(self.State().replace(**self.ask.at))

    def told(self):
        """Return prediction and model side by side, as `spine_edu.explorer.asking.Told`; None before both are known."""
        if self.veiled or self.predicted is None:
            return None
        return self.ask.tell(self.predicted, self.asked_result)

    def told_here(self):
        """Return what of `told` stands over the picture now: all of it, unless an explorer shows it bit by bit."""
        return self.told()
