"""A walk from a page to what was measured, and what a reader trusts: not knowing who says it, then, and at the end."""

from dataclasses import dataclass, make_dataclass

from spine_edu.claims.tracer.trail import BESIDES, FLAGS, trails
from spine_edu.state import State, choice, quantity

#: What stands where nothing is rated, planted or chosen.
OPEN = "open"
#: Sentence -> its name among all of them.
NAMES = {
    "spasm": "the 75 of 100",
    "ninety": "the 90 of 100",
    "device": "the 95 of 100",
    "hole": "a large hole",
    "customers": "the 75,000",
    "core": "core exercise",
    "cut": "safer operations",
    "heart": "pills and the heart",
    "legs": "no leg signs",
    "rare": "spasms are rare",
    "argument": "years of spasms",
}
#: What of the open sentence is kept for it -> under which name.
PAIRS = {"trust": "unseen", "again": "seen", "after": "after", "flag": "flag"}
#: What is kept of each sentence -> its row of choices.csv, and its name.
_KINDS = {
    "unseen": ("trust", "Trust, unseen"),
    "seen": ("trust", "Trust, shown"),
    "after": ("trust", "Trust, after the walk"),
    "flag": ("flag", "Flag"),
    "walked": ("walked", "Walked"),
}
#: The settings that hold it, one a sentence and kind: no scenario writes them.
KEPT = tuple(f"{kind}_{claim}" for kind in _KINDS for claim in NAMES)


@dataclass(frozen=True)
class _OpenState(State):
    """The sentence that is open."""

    claim: str = choice("claims_tracer.claim")
    step: float = quantity("claims_tracer.step")
    trust: str = choice("claims_tracer.trust")
    face: str = choice("claims_tracer.face")
    again: str = choice("claims_tracer.trust", label="Your trust, once you know who")
    after: str = choice("claims_tracer.trust", label="Your trust, after the walk")
    mind: str = choice("claims_tracer.mind")
    flag: str = choice("claims_tracer.flag")
    beside: str = choice("claims_tracer.beside")
    view: str = choice("claims_tracer.view")


def _kept():
    """Return the fields of what is kept, as a dataclass is made of them."""
    for kind, (key, words) in _KINDS.items():
        for claim, name in NAMES.items():
            yield f"{kind}_{claim}", str, choice(f"claims_tracer.{key}", label=f"{words}: {name}")


class TracerState(make_dataclass("_KeptState", _kept(), bases=(_OpenState,), frozen=True)):
    """Which sentence, how far it is walked, how it is trusted, and what is kept of all of them.

    What is rated and planted for the sentence that is open is what is kept for it; to the end of its walk it is
    walked. Who has rated it knowing who says it knows that.
    """

    def __post_init__(self):
        super().__post_init__()
        for name, kept in PAIRS.items():
            kept = f"{kept}_{self.claim}"
            value = getattr(self, name) if getattr(self, name) != OPEN else getattr(self, kept)
            self._put(name, value)
            self._put(kept, value)
        if self.again != OPEN:
            self._put("face", "shown")
        if self.step >= trails()[self.claim].steps:
            self._put(f"walked_{self.claim}", "yes")

    def _put(self, name, value):
        object.__setattr__(self, name, value)

    def replace(self, **changes):
        """Return a copy with some fields changed: another sentence begins at its page, with what is kept of it."""
        changes = dict(changes)
        claim = changes.get("claim", self.claim)
        if claim != self.claim and claim in trails():
            fresh = {"step": 0, "mind": OPEN, "face": "hidden", **dict.fromkeys(PAIRS, OPEN)}
            return super().replace(**(fresh | changes))
        for name, kept in PAIRS.items():
            kept = f"{kept}_{claim}"
            if name in changes or kept in changes:
                value = changes.get(name, changes.get(kept))
                changes |= {name: value, kept: value}
        return super().replace(**changes)

    @property
    def kept(self):
        """What is kept of all sentences: name of the setting -> its value."""
        return {name: getattr(self, name) for name in KEPT}


@dataclass(frozen=True)
class Rating:
    """What is kept of one sentence.

    Attributes
    ----------
    claim : str
    unseen, seen, after : int or None
        Trust of 10: before it is shown who says it, then, and after the walk.
    walked : bool
    flag : int or None
        How many steps the reader said that one gets, before the walk.
    trail : Trail
    """

    claim: str
    unseen: int | None
    seen: int | None
    after: int | None
    walked: bool
    flag: int | None
    trail: object

    @property
    def before(self):
        """What is given before the end of the walk, in the order of the moments."""
        return [one for one in (self.unseen, self.seen) if one is not None]

    @property
    def trust(self):
        """All that is given, in the order of the moments."""
        return self.before + ([] if self.after is None else [self.after])

    @property
    def twice(self):
        """Whether it is rated unseen and shown."""
        return None not in (self.unseen, self.seen)

    @property
    def apart(self):
        """How many stones too far the flag stands; less than 0 is too short, None if it cannot be said yet."""
        return self.flag - self.trail.reached if self.walked and self.flag is not None else None


@dataclass(frozen=True)
class TracerResult:
    """A walk so far, and the ratings.

    Attributes
    ----------
    state : TracerState
    trail : Trail
        Of the sentence that is open.
    here : float
        How many steps are walked; between two whole numbers on the way from stone to stone.
    kept : dict
        Sentence -> the reader's own `Rating`, of all of them.
    """

    state: TracerState
    trail: object
    here: float
    kept: dict

    @property
    def mine(self):
        """What is kept of the sentence that is open."""
        return self.kept[self.state.claim]

    @property
    def ratings(self):
        """What the reader has rated at least once."""
        return tuple(one for one in self.kept.values() if one.trust)

    @property
    def beside(self):
        """Sentence -> the `Rating` of the invented reader; nothing if it is not shown."""
        return invented() if self.state.beside == "invented" else {}

    @property
    def done(self):
        """Whether the walk is at its end: on the other bank, or where the stone is missing."""
        return self.here >= self.trail.steps

    @property
    def stone(self):
        """The stone on which one stands, or the missing one in front; None at the page and on the other bank."""
        at = int(self.here)
        return self.trail.stones[at - 1] if 0 < at <= len(self.trail.stones) else None

    @property
    def found(self):
        """The stones that have been seen so far."""
        return self.trail.stones[: int(self.here)]

    @property
    def asked(self):
        """The row that answers what would change the reader's mind; None if nothing is chosen or it has no stone."""
        mind = self.state.mind
        if mind in BESIDES:
            return self.trail.besides[mind]
        return next((stone for stone in self.trail.stones if stone.step == mind), None)

    @property
    def shown(self):
        """Whether it is shown who says it."""
        return self.state.face == "shown"

    @property
    def knob(self):
        """What the first knob rates: the trust before it is shown who says it, or the trust then."""
        return "again" if self.shown else "trust"

    @property
    def moved(self):
        """Whether the trust may be moved after the walk: there is one to be moved, and the walk is at its end."""
        return self.done and bool(self.mine.before)

    @property
    def plants(self):
        """Whether a press on a stone plants a flag there: no step is walked, and the end has not been seen."""
        return not self.here and self.state.flag == OPEN and not self.mine.walked


def simulate(state):
    """Return the `TracerResult` of a `TracerState`."""
    trail = trails()[state.claim]
    kept = {claim: _rating(state, claim, one) for claim, one in trails().items()}
    return TracerResult(state=state, trail=trail, here=min(state.step, trail.steps), kept=kept)


def _rating(state, claim, trail):
    given = (getattr(state, f"{kind}_{claim}") for kind in ("unseen", "seen", "after"))
    flag = getattr(state, f"flag_{claim}")
    return Rating(
        claim,
        *(None if one == OPEN else int(one) for one in given),
        walked=getattr(state, f"walked_{claim}") == "yes",
        flag=None if flag == OPEN else FLAGS.index(flag),
        trail=trail,
    )


def invented():
    """Return sentence -> the `Rating` of an invented reader, who has walked all of them."""
    return {
        claim: Rating(claim, *map(int, trail.reader.sign.split("|")), after=None, walked=True, flag=None, trail=trail)
        for claim, trail in trails().items()
    }


def average(ratings, seller):
    """Return how the sentences of sellers, or the others, are trusted: how many rated twice, unseen and shown."""
    both = [one for one in ratings if one.trail.seller == seller and one.twice]
    if not both:
        return 0, None, None
    return len(both), *(sum(getattr(one, name) for one in both) / len(both) for name in ("unseen", "seen"))
