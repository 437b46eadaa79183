"""A simulated examination: what has been asked and tested so far, what was found, and what the reader names."""

from dataclasses import dataclass

from spine_edu.diagnosis.examine.hidden import (
    Found,
    Hidden,
    could_not_wait,
    enough,
    findings,
    patient,
    remark,
    rows,
    urgency,
)
from spine_edu.state import State, choice, quantity

#: The controls by which a reader names what is there.
ANSWERS = ("cause", "side", "urgency")


def _noted(label):
    return choice("diagnosis_examine.noted", label=label)


@dataclass(frozen=True)
class ExamineState(State):
    """Who comes, what is looked at now, what has been asked and tested, what is named, and which buttons are there.

    What is looked at now is noted too.
    """

    patient: str = choice("diagnosis_examine.patient")
    seed: float = quantity("diagnosis_examine.seed")
    now: str = choice("diagnosis_examine.now")
    where: str = _noted("Asked: where it hurts")
    when: str = _noted("Asked: how it began")
    cough: str = _noted("Asked: a cough")
    walking: str = _noted("Asked: walking")
    fall: str = _noted("Asked: a fall")
    bladder: str = _noted("Asked: the bladder")
    saddle: str = _noted("Asked: the saddle")
    fever: str = _noted("Asked: fever")
    cancer: str = _noted("Asked: cancer")
    saddle_skin: str = _noted("Tested: saddle")
    leg_raise: str = _noted("Tested: leg raise")
    other_leg: str = _noted("Tested: other leg")
    knee_bend: str = _noted("Tested: knee bend")
    slump: str = _noted("Tested: slump")
    skin: str = _noted("Tested: skin")
    tiptoe: str = _noted("Tested: tiptoe")
    big_toe: str = _noted("Tested: big toe")
    heel_walk: str = _noted("Tested: heel walk")
    knee_push: str = _noted("Tested: knee push")
    thigh_lift: str = _noted("Tested: thigh lift")
    knee_jerk: str = _noted("Tested: knee jerk")
    heel_jerk: str = _noted("Tested: heel jerk")
    pulse: str = _noted("Tested: foot pulse")
    hip_turn: str = _noted("Tested: hip turn")
    spine_tap: str = _noted("Tested: spine tap")
    cause: str = choice("diagnosis_examine.cause")
    side: str = choice("diagnosis_examine.side", label="Which side")
    urgency: str = choice("diagnosis_examine.urgency")
    reveal: str = choice("diagnosis_examine.reveal")
    board: str = choice("diagnosis_examine.board")

    def __post_init__(self):
        super().__post_init__()
        if self.now != "none":
            object.__setattr__(self, self.now, "yes")

    @property
    def done(self):
        """What has been asked and tested, in the order of the table."""
        return tuple(key for key in rows() if getattr(self, key) == "yes")

    def afresh(self, **who):
        """Return the state in which somebody has just come in: nothing is asked, nothing named."""
        return type(self)(**{"patient": self.patient, "seed": self.seed, **who})


@dataclass(frozen=True)
class Key:
    """What was there, and how the reader's answer compares.

    Attributes
    ----------
    cause, side, urgency : str
        As the reader names them.
    sign : str
        The most urgent warning sign; ``""`` where none is there.
    enough : tuple of str
        Three findings that would have been enough for what and where.
    right : tuple of str
        Which of the three answers are right.
    unasked : tuple of str
        Questions whose answer could have been a warning sign, and which were not asked.
    remark : str
        What is to be said of such a case; ``""`` if nothing.
    """

    cause: str
    side: str
    urgency: str
    sign: str
    enough: tuple[str, ...]
    right: tuple[str, ...]
    unasked: tuple[str, ...]
    remark: str


@dataclass(frozen=True)
class ExamineResult:
    """An examination so far.

    Attributes
    ----------
    state : ExamineState
    hidden : Hidden
        What lies behind it: for the drawing of what is found, and for the key.
    noted : dict
        Finding -> `Found`, of all that was asked and tested.
    minutes : int
    key : Key or None
        None until it is asked for.
    """

    state: ExamineState
    hidden: Hidden
    noted: dict[str, Found]
    minutes: int
    key: Key | None

    @property
    def now(self):
        """What is looked at: a `Found`, or None before anything was asked."""
        return self.noted.get(self.state.now)


def simulate(state):
    """Return the `ExamineResult` of an `ExamineState`."""
    hidden = patient(state.patient, state.seed)
    found = findings(hidden)
    return ExamineResult(
        state=state,
        hidden=hidden,
        noted={key: found[key] for key in state.done},
        minutes=sum(rows()[key].minutes for key in state.done),
        key=_key(state, hidden) if state.reveal == "yes" else None,
    )


def _key(state, hidden):
    signs = [one.sign for one in findings(hidden).values() if one.sign]
    truth = {"cause": hidden.named, "side": hidden.sides, "urgency": urgency(signs)}
    right = tuple(name for name in ANSWERS if getattr(state, name) == truth[name])
    first = next((sign for sign in signs if urgency([sign]) == truth["urgency"]), "")
    unasked = tuple(one for one in could_not_wait() if getattr(state, one) != "yes")
    return Key(**truth, sign=first, enough=enough(hidden), right=right, unasked=unasked, remark=remark(hidden))
