"""Two voices, a study of four parts, and what came of it.

A study fits a contradiction if each of its four parts does, beside the others (`needs`). What the voices let one expect
is our reading of their words: a number where their own sentence holds one, else a direction. Where the rope ends is
what was published, as the tables have it: nearer to a voice, in strands that differ in whom or when, in the middle, or
loose where nobody counted. What speaks against one voice, and for no other, leaves it in the middle, with a cross at
that voice's end.
"""

import re
from dataclasses import dataclass
from functools import cache

from spine_edu import data
from spine_edu.claims.ledger.needs import PARTS, fit, fitting
from spine_edu.state import State, choice, quantity

#: How many people of a group are drawn.
PEOPLE = 20
#: How the settings begin that hold which contradictions have been opened: no preset closes one.
OPENED = "opened_"
#: What stands where nothing is chosen or said.
BLANK = "blank"
#: The parts of a study on which it hangs what was published.
_SCALED = ("whom", "measure", "when")
#: Both voices.
SIDES = ("left", "right")
#: Where a rope ends -> place between the voices, from the left one (0) to the right one (1).
PLACES = {"left": 0.27, "right": 0.73, "both": 0.5, "all right": 0.86}
_COUNT = re.compile(r"(\d+) of (\d+)")


def _opened(name):
    return choice("claims_ledger.opened", label=f"Opened: {name}")


@dataclass(frozen=True)
class LedgerState(State):
    """Settings: the contradiction, the four parts of the study, what is guessed, and which have been opened.

    Another contradiction begins with a study of which nothing is chosen, unless it has been opened: then with one that
    fits. Another part of the study begins with people of whom nobody has been looked at. A contradiction of which a
    study has been run to its end is opened.
    """

    contradiction: str = choice("claims_ledger.contradiction")
    whom: str = choice("claims_ledger.whom")
    measure: str = choice("claims_ledger.measure")
    against: str = choice("claims_ledger.against")
    when: str = choice("claims_ledger.when")
    looked: float = quantity("claims_ledger.looked")
    guess: str = choice("claims_ledger.guess")
    pull: str = choice("claims_ledger.pull")
    under: str = choice("claims_ledger.under")
    opened_often: str = _opened("1 How often a spasm?")
    opened_cycle: str = _opened("2 Does it go on and on?")
    opened_cause: str = _opened("3 What makes it tighten?")
    opened_rest: str = _opened("4 Rest first?")
    opened_cold: str = _opened("5 Cold, heat, or both?")
    opened_pills: str = _opened("6 What do the pills do?")
    opened_strong: str = _opened("7 Strong pain drugs?")
    opened_ninety: str = _opened("8 Wait, or call us?")
    opened_names: str = _opened("9 Are these the same?")
    opened_dry: str = _opened("10 A dry disc: a clash?")
    opened_early: str = _opened("11 A diagnosis at once?")
    opened_knife: str = _opened("12 Which way to treat?")
    opened_back_way: str = _opened("13 Does spasm harm a disc?")
    opened_belongs: str = _opened("14 Is a back spasm a disc?")
    opened_cord: str = _opened("15 Root or cord?")

    def __post_init__(self):
        super().__post_init__()
        if all(fitting(self).values()) and self.looked == PEOPLE:
            object.__setattr__(self, f"{OPENED}{self.contradiction}", "yes")

    @property
    def kept(self):
        """The contradictions that have been opened: setting -> yes."""
        return {name: "yes" for name in self.declarations() if name.startswith(OPENED) and getattr(self, name) == "yes"}

    def opened(self, key):
        """Return whether a study of a contradiction has been run to its end."""
        return getattr(self, f"{OPENED}{key}") == "yes"

    def replace(self, **changes):
        """Return a copy with some fields changed, and begin anew what hangs on them."""
        key = changes.get("contradiction", self.contradiction)
        fresh = {}
        if key != self.contradiction and key in contradictions():
            fresh = {**dict.fromkeys((*PARTS, "guess", "pull"), BLANK), "under": "people", "looked": 0}
            if self.opened(key):
                fresh |= {part: fit(key, part)[0] for part in PARTS} | {"looked": PEOPLE}
        elif any(changes.get(part, getattr(self, part)) != getattr(self, part) for part in PARTS):
            fresh = {"looked": 0, "pull": BLANK}
        elif changes.get("looked", self.looked) != self.looked:
            fresh = {"under": "people"}
        return super().replace(**(fresh | changes))


@dataclass(frozen=True)
class Group:
    """One group of a study that fits.

    Attributes
    ----------
    row : record
        Of contradiction_counts.csv.
    share : float or None
        The published share of 100; None where no count of people was found.
    """

    row: object
    share: float | None

    @property
    def found(self):
        """How many of the 20 that is, as whole people; None without a count."""
        return None if self.share is None else _people(self.share)

    @property
    def counted(self):
        """Whether it was published as so many of so many, and not as a share only."""
        return bool(_COUNT.fullmatch(self.row.of_people))

    @property
    def marked(self):
        """To how many of the 20 something else happened of which the reader must know; None where nothing is told."""
        return _people(_looked_up(self.row.mark)) if self.row.mark else None


@dataclass(frozen=True)
class Scale:
    """What was published where it is no count of people: a difference between two ends, or weeks.

    Attributes
    ----------
    row : record
        Of contradiction_scales.csv.
    value, low, high : float or None
        The difference and its interval; None where it was not read.
    weeks : tuple of float
        When half of each group were well, where weeks were published: first of the group in the upper row.
    """

    row: object
    value: float | None = None
    low: float | None = None
    high: float | None = None
    weeks: tuple = ()


@dataclass(frozen=True)
class LedgerResult:
    """A contradiction under a study.

    Attributes
    ----------
    state : LedgerState
    row : record
        Of contradictions.csv.
    fits : dict
        Part of the study -> whether it fits.
    groups : tuple of Group
        What the voices let one expect and what was found, one or two groups; empty if the study does not fit.
    come : float
        How far the rope has come to its end, 0 to 1, once all people have been looked at.
    """

    state: LedgerState
    row: object
    fits: dict
    groups: tuple
    come: float = 1.0

    @property
    def ready(self):
        """Whether the study fits the question: its result could tell the voices apart."""
        return all(self.fits.values())

    @property
    def asked(self):
        """Whether the study is ready, and it is asked now which way the rope will go."""
        state = self.state
        return self.ready and not self.looked and state.pull == BLANK and state.under == "people"

    @property
    def tied(self):
        """How many knots are tied."""
        return len(PARTS) - sum(self.fits.values())

    @property
    def looked(self):
        """How many people of each group have been looked at."""
        return int(self.state.looked) if self.ready else 0

    @property
    def told(self):
        """Whether all have been looked at, so that it is told what is known."""
        return self.looked == PEOPLE

    @property
    def counted(self):
        """Whether people were counted in such a study, as far as we found."""
        return any(group.found is not None for group in self.groups)

    @property
    def stands(self):
        """How its people stand: in one group or two, or ``"marked"``, with room for words below the first of two."""
        return "marked" if any(group.row.mark for group in self.groups) else len(self.groups) or 1

    @property
    def says(self):
        """What was published where it is no count of people, in few words; empty otherwise."""
        return next((group.row.says for group in self.groups if group.row.says), "")

    @property
    def tried(self):
        """What was compared there, in few words, which the voices themselves do not say; empty otherwise."""
        return next((group.row.tried for group in self.groups if group.row.tried), "")

    @property
    def numbers(self):
        """The numbers behind what was published where it is no count of people; empty otherwise."""
        return next((group.row.numbers for group in self.groups if group.row.numbers), "")

    @property
    def scale(self):
        """The `Scale` on which what was published is drawn where it is no count of people; else None."""
        return scale(self.state) if self.groups and self.says else None

    @property
    def quiet(self):
        """The sides that say nothing of what this study measures: they hold no rope."""
        rows = _measured(self.state)
        return tuple(side for side in SIDES if all(getattr(row, f"{side}_sign") == "quiet" for row in rows))

    @property
    def apart(self):
        """Whether both voices speak of different things, so that they are no rivals."""
        return all("quiet" in (row.left_sign, row.right_sign) for row in _measured(self.state))

    @property
    def silent(self):
        """Whether one voice speaks alone: silence is no denial, and nobody holds the other end of the rope."""
        return not self.row.right

    @property
    def published(self):
        """Whether anything was found that such a study has shown."""
        return self.counted or bool(self.says)

    @property
    def ends(self):
        """Where the rope ends, as contradiction_counts.csv has it; ``"loose"`` where nobody counted."""
        return (self.groups[0].row.ends or "loose") if self.groups else ""

    @property
    def tells(self):
        """Why it ends there, in few words."""
        return self.groups[0].row.tells if self.groups else ""

    @property
    def strands(self):
        """The rows of contradiction_strands.csv of a rope that splits, first what this study finds; else none."""
        if self.ends != "split":
            return ()
        rows = [
            row
            for row in data.table("contradiction_strands")
            if row.contradiction == self.state.contradiction and row.measure in ("", self.state.measure)
        ]
        return tuple(sorted(rows, key=lambda row: not self._finds(row)))

    def _finds(self, row):
        """Return whether a strand is what this study finds, and not one that asks others, or at another time."""
        return all(holds(getattr(row, part), getattr(self.state, part)) for part in ("whom", "when"))

    @property
    def one_sided(self):
        """The voice against which what this study finds speaks, and for no other: left, right, or empty."""
        end = self.strands[0].ends if self.strands else self.ends
        return end.partition("not ")[2]


def simulate(state):
    """Return the `LedgerResult` of a `LedgerState`."""
    fits = fitting(state)
    groups = _groups(state) if all(fits.values()) else ()
    return LedgerResult(state, contradictions()[state.contradiction], fits, groups)


@cache
def contradictions():
    """Return the rows of contradictions.csv by key, in their order."""
    return {row.contradiction: row for row in data.table("contradictions")}


@cache
def share(row):
    """Return the published share of 100 behind a row of contradiction_counts.csv, from the table that holds it."""
    if not row.look:
        counted = _COUNT.fullmatch(row.of_people)
        return 100 * float(counted[1]) / float(counted[2]) if counted else None
    return _looked_up(row.look)


def scale(state):
    """Return the `Scale` of what a study finds; None where it was counted in people, or nobody has looked."""
    rows = (row for row in data.table("contradiction_scales") if row.contradiction == state.contradiction)
    row = next((row for row in rows if all(holds(getattr(row, part), getattr(state, part)) for part in _SCALED)), None)
    if row is None or not row.look:
        return row and Scale(row, row.value, row.low, row.high)
    if row.unit == "weeks":
        return Scale(row, weeks=(looked_up(row.look).week, looked_up(row.other).week))
    found = looked_up(row.look)
    return Scale(row, found.value, found.low, found.high)


def looked_up(look):
    """Return a row of a table: `look` names the table, and the cells of its row."""
    table, *cells = look.split()
    wanted = dict(cell.split("=") for cell in cells)
    (found,) = (
        one for one in data.table(table) if all(_written(getattr(one, name)) == value for name, value in wanted.items())
    )
    return found


def _looked_up(look):
    """Return a number of a table: the second word of `look` is its column, the others are as in `looked_up`."""
    table, column, *cells = look.split()
    return getattr(looked_up(" ".join((table, *cells))), column)


def holds(cell, option):
    """Return whether a row is about an option of a part: its cell names some of them, or none where it is of all."""
    return not cell or option in cell.split()


def _people(share):
    return round(share * PEOPLE / 100)


def _measured(state):
    """Return what both voices let one expect of a study, a row a measure: of all of them while none is chosen."""
    chosen = state.measure in fit(state.contradiction, "measure")
    rows = (row for row in data.table("contradiction_counts") if row.contradiction == state.contradiction)
    return [row for row in rows if row.group == 1 and (not chosen or holds(row.measure, state.measure))]


def _written(cell):
    return f"{cell:g}" if isinstance(cell, (int, float)) else cell


def _groups(state):
    """Return the groups of a study that fits."""
    rows = [
        row
        for row in data.table("contradiction_counts")
        if row.contradiction == state.contradiction
        and all(holds(getattr(row, part), getattr(state, part)) for part in PARTS)
    ]
    return tuple(Group(row, share(row)) for row in rows)
