"""Say it better: what alarms in an explanation, what could stand there, and what a trial measured of six names."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Session
from spine_edu.prevention.wording import asked, figure, model, words


class SayItBetter(Session):
    """An explanation on a sheet, chosen or one's own, with its alarming words; under it the trial of six names."""

    part = "prevention_wording"
    title = "Say it better"
    model, figures, words, State = model, figure, words, model.WordingState
    first = ("page", "written")
    behind = {"prevention_words": ("Alarming words", "key"), "prevention_trial": ("Names in the trial", "name")}
    ask = Number(
        "People read the same story of back pain, with the same reassurance. Told “episode of back pain”, they put "
        f"their need of a scan at {model.trial()['episode'].mean:g} of 10. Where did those put it who were told "
        "“disc bulge”?",
        "of 10",
        0,
        10,
        answer=lambda result: model.trial()["disc_bulge"].mean,
        todo="Now press the strip “You have a disc bulge”, and see where they stood.",
        digits=1,
        voice="The trial says",
        level=asked.level(),
    )
    checks = {
        "calm": lambda result: result.state.page == "letter" and not result.left,
        "name": lambda result: result.state.page == "everything" and result.names == ("episode",),
        "own": lambda result: result.state.page == "own" and len(result.text.split()) >= 12 and not result.marks,
    }
    failures = {
        "true": lambda result: result.state.page == "sign" and result.left,
        "soothing": lambda result: result.state.page == "own" and result.text and not result.marks,
        "wish": lambda result: result.names == ("disc_bulge",),
    }

    def _moved(self, name, value):
        """Return the state after a hand has moved one control: of another explanation nothing is changed yet."""
        if name in ("page", "written"):
            return self.state.afresh(**{name: value})
        return super()._moved(name, value)
