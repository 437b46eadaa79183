"""Noor's forecast: drawn before anything is known, kept, and laid over a trial when the course has come so far."""

from spine_edu.explorer.asking import Sketch, Told
from spine_edu.explorer.session import Session
from spine_edu.start.forecast import figure, model, words

_ASKED_MONTHS = (0, 1, 3, 6, 12)


def _over_the_trial(result):
    """Return the same state with the trial laid over it."""
    return result if result.shown else model.simulate(result.state.replace(trial=model.TRIAL))


def _latest(state):
    return state.start == state.declarations()["start"].high


class Forecast(Sketch):
    """A line that is told by its heights after half a year and a year, and by when it was calm for good."""

    def tell(self, predicted, result):
        """Return prediction and trial as `Told`; nothing was measured before the trial began."""
        return Told(*words.beside(predicted, _over_the_trial(result)))


class NoorForecast(Session):
    """Noor's leg pain over a year, as you foresee it; and later over a trial's two groups."""

    part = "start_forecast"
    title = "Noor’s leg pain: your forecast"
    model, figures, words, State = model, figure, words, model.ForecastState
    first = ("start",)
    behind = {"treatment_leg_pain": ("Marks", "arm")}
    ask = Forecast(
        "Draw Noor’s leg pain from day 0 to month 12, as you expect it: 0 is none, 10 the worst that she can imagine.",
        "of 10",
        _ASKED_MONTHS,
        "month {:g}",
        0,
        10,
        answer=lambda result: tuple(_over_the_trial(result).height(model.WAITING, month) for month in _ASKED_MONTHS),
        settled=False,
        todo="Now go on: your line is kept, and the notebook on what can be done lays it over what a trial measured.",
    )
    checks = {"late": lambda result: result.shown and _latest(result.state)}
    failures = {
        "mean": lambda result: result.shown,
        "shift": lambda result: result.shown and _latest(result.state),
        "scale": lambda result: result.shown,
    }

    def told_here(self):
        """Return the line beside the trial once that lies there; before, only that it waits."""
        told = self.told()
        if told is None or self.result.shown:
            return told
        return Told(
            self.ask.words(self.predicted),
            "Your line waits",
            "the notebook on what can be done lays it over what a trial measured",
        )

    def describe(self):
        """Return the state in sentences; and, where nothing of the reader's lies in the picture, that nothing does."""
        said = super().describe()
        return said if self.predicted is not None else f"{said} {words.NO_LINE}"

    def table(self):
        """Return the plotted numbers, with the reader's own line where there is one."""
        line = [(month, self._height(month)) for month in _ASKED_MONTHS] if self.predicted else ()
        return words.table(self.result, line)

    def _height(self, month):
        return round(model.height(self.predicted, month), 1)

    def _acted(self):
        """A trial that is laid over the line later answers it, too."""
        super()._acted()
        self._note_what_was_found()

    def _note_what_was_found(self):
        """Write how the forecast turned out only once the trial was seen."""
        if self.result.shown:
            super()._note_what_was_found()

    def _go_to_question(self):
        """Stay with the trial where one lies already, as in the later notebook."""
        if not self.result.shown:
            super()._go_to_question()
