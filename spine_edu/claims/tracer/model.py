"""A walk from a page to what was measured, and what a reader trusts before it, before and after seeing who says it."""

from dataclasses import dataclass

from spine_edu.claims.tracer.trail import BESIDES, trails
from spine_edu.state import State, choice, quantity

#: What stands where nothing is rated or chosen.
OPEN = "open"


def _unseen(name):
    return choice("claims_tracer.trust", label=f"Trust, unseen: {name}")


def _seen(name):
    return choice("claims_tracer.trust", label=f"Trust, shown: {name}")


def _walked(name):
    return choice("claims_tracer.walked", label=f"Walked: {name}")


@dataclass(frozen=True)
class TracerState(State):
    """Which sentence, how far it is walked, how it is trusted, and the ratings of all of them.

    The two ratings of the sentence that is open are those kept for it; to the end of its walk it is walked. While the
    one who says it is hidden there is no second rating.
    """

    claim: str = choice("claims_tracer.claim")
    step: float = quantity("claims_tracer.step")
    trust: str = choice("claims_tracer.trust")
    face: str = choice("claims_tracer.face")
    again: str = choice("claims_tracer.trust", label="Your trust, once you know who")
    mind: str = choice("claims_tracer.mind")
    view: str = choice("claims_tracer.view")
    unseen_spasm: str = _unseen("the 75 of 100")
    unseen_ninety: str = _unseen("the 90 of 100")
    unseen_device: str = _unseen("the 95 of 100")
    unseen_hole: str = _unseen("a large hole")
    unseen_customers: str = _unseen("the 75,000")
    unseen_core: str = _unseen("core exercise")
    unseen_cut: str = _unseen("safer operations")
    unseen_heart: str = _unseen("pills and the heart")
    unseen_legs: str = _unseen("no leg signs")
    unseen_rare: str = _unseen("spasms are rare")
    unseen_argument: str = _unseen("years of spasms")
    seen_spasm: str = _seen("the 75 of 100")
    seen_ninety: str = _seen("the 90 of 100")
    seen_device: str = _seen("the 95 of 100")
    seen_hole: str = _seen("a large hole")
    seen_customers: str = _seen("the 75,000")
    seen_core: str = _seen("core exercise")
    seen_cut: str = _seen("safer operations")
    seen_heart: str = _seen("pills and the heart")
    seen_legs: str = _seen("no leg signs")
    seen_rare: str = _seen("spasms are rare")
    seen_argument: str = _seen("years of spasms")
    walked_spasm: str = _walked("the 75 of 100")
    walked_ninety: str = _walked("the 90 of 100")
    walked_device: str = _walked("the 95 of 100")
    walked_hole: str = _walked("a large hole")
    walked_customers: str = _walked("the 75,000")
    walked_core: str = _walked("core exercise")
    walked_cut: str = _walked("safer operations")
    walked_heart: str = _walked("pills and the heart")
    walked_legs: str = _walked("no leg signs")
    walked_rare: str = _walked("spasms are rare")
    walked_argument: str = _walked("years of spasms")

    def __post_init__(self):
        super().__post_init__()
        if self.face == "hidden":
            self._put("again", OPEN)
            self._put(f"seen_{self.claim}", OPEN)
        for name, kept in (("trust", f"unseen_{self.claim}"), ("again", f"seen_{self.claim}")):
            rating = getattr(self, name) if getattr(self, name) != OPEN else getattr(self, kept)
            self._put(name, rating)
            self._put(kept, rating)
        if self.step >= trails()[self.claim].steps:
            self._put(f"walked_{self.claim}", "yes")

    def _put(self, name, value):
        object.__setattr__(self, name, value)

    def replace(self, **changes):
        """Return a copy with some fields changed: another sentence begins at its page, with what is kept of it."""
        changes = dict(changes)
        claim = changes.get("claim", self.claim)
        if claim != self.claim and claim in trails():
            shown = changes.get(f"seen_{claim}", getattr(self, f"seen_{claim}")) != OPEN
            fresh = {"step": 0, "mind": OPEN, "face": "shown" if shown else "hidden", "trust": OPEN, "again": OPEN}
            return super().replace(**(fresh | changes))
        for name, kept in (("trust", f"unseen_{claim}"), ("again", f"seen_{claim}")):
            if name in changes or kept in changes:
                rating = changes.get(name, changes.get(kept))
                changes |= {name: rating, kept: rating}
        if changes.get("again", OPEN) != OPEN:
            changes.setdefault("face", "shown")
        return super().replace(**changes)


@dataclass(frozen=True)
class Rating:
    """What is kept of one sentence.

    Attributes
    ----------
    claim : str
    unseen, seen : int or None
        Trust of 10, before and after it is shown who says it.
    walked : bool
    trail : Trail
    """

    claim: str
    unseen: int | None
    seen: int | None
    walked: bool
    trail: object


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
    ratings : tuple of Rating
        Of each sentence that is rated at least once.
    """

    state: TracerState
    trail: object
    here: float
    ratings: tuple

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
    def late(self):
        """Whether it is too late to rate the sentence unseen: it is shown who says it, or the flag has been seen."""
        return self.shown or getattr(self.state, f"walked_{self.state.claim}") == "yes"

    def average(self, seller):
        """Return how the sentences of sellers, or the others, are trusted: how many rated twice, unseen and shown."""
        both = [one for one in self.ratings if one.trail.seller == seller and None not in (one.unseen, one.seen)]
        if not both:
            return 0, None, None
        return len(both), *(sum(getattr(one, name) for one in both) / len(both) for name in ("unseen", "seen"))


def simulate(state):
    """Return the `TracerResult` of a `TracerState`."""
    trail = trails()[state.claim]
    return TracerResult(
        state=state, trail=trail, here=min(state.step, trail.steps), ratings=tuple(filter(None, _ratings(state)))
    )


def _ratings(state):
    for claim, trail in trails().items():
        unseen, seen = (_rating(getattr(state, f"{name}_{claim}")) for name in ("unseen", "seen"))
        if unseen is not None or seen is not None:
            yield Rating(claim, unseen, seen, getattr(state, f"walked_{claim}") == "yes", trail)


def _rating(value):
    return None if value == OPEN else int(value)
