"""Who lies on the couch, and what each question and each test finds in them.

Strength, reflexes and skin follow the table of roots, and the root follows from disc, side and zone by the rule of the
root finder. What else a cause shows stands in diagnosis_causes.csv. The patients are invented.
"""

import random
from dataclasses import dataclass, replace
from functools import cache

from spine_edu import data
from spine_edu.anatomy.roots.model import RootsState
from spine_edu.anatomy.roots.model import simulate as reached

#: Discs and zones of the mystery patients.
LEVELS = ("L2-3", "L3-4", "L4-5", "L5-S1")
ZONES = ("central", "subarticular", "foraminal", "extraforaminal")
ROOTS = ("L2", "L3", "L4", "L5", "S1")
#: How often each of these discs is hidden, and each zone beside the middle: invented for teaching.
_LEVEL_SHARES, _ZONE_SHARES = (2, 2, 3, 5), (4, 1, 1)
#: Hidden causes -> what an examiner can name, for those that have another name there.
NAMED = {"broken_fall": "vertebra", "broken_thin": "vertebra", "infection": "vertebra", "growth": "vertebra"}
#: Causes besides roots -> how often they come in a hundred of them, and between which ages: invented for teaching.
#: Only the one with thin bones is above 70, since that age is a warning sign by itself.
_OTHERS = {
    "cauda": (16, (34, 58)),
    "hip": (15, (58, 70)),
    "vessels": (14, (58, 70)),
    "canal": (14, (60, 70)),
    "broken_fall": (8, (30, 60)),
    "broken_thin": (8, (76, 76)),
    "infection": (5, (40, 70)),
    "growth": (5, (55, 70)),
    "nothing": (15, (24, 60)),
}
#: What a single root may fail to show in one person: people differ in how clear their signs are (assumed).
_LACKS = ("", "", "skin", "strength", "reflex", "tension")
#: The root whose trouble may take away the lifting of the foot, and of the big toe with it.
_DROPS = "L5"
#: Zones in which a root has less room upright than bowed (assumed).
_UPRIGHT = ("foraminal", "extraforaminal")


@dataclass(frozen=True)
class Hidden:
    """What is hidden in one patient.

    Attributes
    ----------
    patient, name, story, pronoun : str
    cause : str
        A root, ``cauda``, or a cause of diagnosis_causes.csv.
    side : str
        ``right``, ``left``, or ``""`` where there is none.
    level, zone : str
        Of the herniation; ``""`` without one.
    growing : bool
        Whether the weakness of the root grows.
    lacks : str
        The kind of sign that this person does not show; ``""`` if all are there.
    crossed, off_map : bool
        Whether raising the other leg hurts; whether the pain runs beside the map of the roots.
    angle, bend, weeks : int
        At how many degrees the straight leg hurts, and the bent knee; since how many weeks.
    """

    patient: str
    name: str
    story: str
    pronoun: str
    cause: str
    side: str = ""
    level: str = ""
    zone: str = ""
    growing: bool = False
    lacks: str = ""
    crossed: bool = False
    off_map: bool = False
    angle: int = 40
    bend: int = 85
    weeks: int = 3

    @property
    def named(self):
        """What an examiner can name."""
        return NAMED.get(self.cause, self.cause)

    @property
    def sides(self):
        """Which side it is: ``right``, ``left``, ``both`` or ``neither``."""
        return "both" if self.cause == "cauda" else self.side or "neither"

    @property
    def free(self):
        """At how many degrees a raised leg stops that does not hurt: sooner where the back itself does."""
        if self.named in ("vertebra", "nothing"):
            return self.angle + 20
        return round(data.value("diagnosis_examine.free_angle"))


@dataclass(frozen=True)
class Found:
    """What one question or test finds.

    Attributes
    ----------
    key : str
    off : bool
        Whether it stands out.
    sides : tuple of str
        On which sides: of ``right`` and ``left``; empty in the middle of the body, and where nothing stands out.
    words : str
    sign : str
        The warning sign that it is; ``""`` if none.
    pain : tuple of str
        Skin areas in which pain is drawn.
    """

    key: str
    off: bool
    sides: tuple[str, ...]
    words: str
    sign: str = ""
    pain: tuple[str, ...] = ()


@cache
def rows():
    """Return the questions and tests: key -> row of diagnosis_findings.csv, in its order."""
    return {row.finding: row for row in data.table("diagnosis_findings")}


@cache
def roots_of(key):
    """Return the roots whose trouble shows in a test."""
    return tuple(rows()[key].roots.split())


@cache
def _special():
    return {(row.cause, row.finding): row for row in data.table("diagnosis_causes")}


@cache
def _points():
    return {row.root: row.sensory_point for row in data.table("anatomy_roots")}


def cause_of(level, zone, side):
    """Return what a herniation presses: a root, or ``cauda``."""
    touched = reached(RootsState(level=level, zone=zone, side=side))
    return touched.root or "cauda"


def patient(name, seed=1):
    """Return the `Hidden` of a patient: of a name, or of a number for ``mystery``.

    Parameters
    ----------
    name : str
    seed : int
    """
    return _mystery(round(seed)) if name == "mystery" else _named(name)


@cache
def _named(name):
    row = next(row for row in data.table("diagnosis_patients") if row.patient == name)
    cause = row.cause or cause_of(row.level, row.zone, row.side)
    return Hidden(name, row.name, row.story, row.pronoun, cause, row.side, row.level, row.zone)


@cache
def _mystery(seed):
    chance = random.Random(f"examine the case {seed}")
    side, pronoun = chance.choice(("right", "left")), chance.choice(("her", "him"))
    one = Hidden(
        "mystery",
        f"Mystery patient {seed}",
        "",
        pronoun,
        "",
        angle=chance.randrange(30, 60, 5),
        bend=chance.randrange(70, 100, 5),
        weeks=chance.randint(2, 9),
    )
    if chance.random() * 100 < data.value("diagnosis_examine.share_roots"):
        one, ages = _with_a_root(one, side, chance), (28, 62)
    else:
        shares = [share for share, _ in _OTHERS.values()]
        cause = chance.choices(list(_OTHERS), shares)[0]
        ages = _OTHERS[cause][1]
        level = chance.choice(LEVELS[2:]) if cause == "cauda" else ""
        sided = side if cause in ("hip", "vessels", "canal", "cauda") else ""
        one = replace(one, cause=cause, side=sided, level=level, zone="central" if level else "")
    where = "my leg" if one.side else "my back"
    return replace(one, story=f"Aged {chance.randint(*ages)}. “It is {where}.”")


def _with_a_root(one, side, chance):
    (level,), (zone,) = chance.choices(LEVELS, _LEVEL_SHARES), chance.choices(ZONES[1:], _ZONE_SHARES)
    cause = cause_of(level, zone, side)
    growing = cause == _DROPS and chance.random() < 0.2
    lacks = "" if growing else chance.choice(_LACKS)
    return replace(
        one,
        cause=cause,
        side=side,
        level=level,
        zone=zone,
        growing=growing,
        lacks=lacks,
        # The other leg does not hurt a root that its own leg leaves alone.
        crossed=cause in ("L5", "S1") and chance.random() < 0.3 and lacks != "tension",
        off_map=cause != "S1" and chance.random() * 100 < data.value("anatomy_roots.off_map_low_back"),
    )


@cache
def findings(hidden):
    """Return what is found in a patient: key -> `Found`, for each question and test."""
    return {key: _find(hidden, row) for key, row in rows().items()}


def _find(hidden, row):
    """What one question or test finds: a person's own words first, then the cause's, then the root's."""
    special = _row(hidden, row.finding)
    if special:
        return Found(
            row.finding,
            special.off == "yes",
            _sides(hidden, special.where),
            _filled(special.words, hidden),
            special.sign,
            tuple(special.pain.split()),
        )
    if _shows(hidden, row):
        words = _filled(row.off, hidden, point=_points().get(hidden.cause, ""))
        return Found(row.finding, True, (hidden.side,), words)
    return Found(row.finding, False, (), _filled(row.usual, hidden))


def _row(hidden, key):
    """The row of diagnosis_causes.csv that speaks of a finding in this patient, if one does."""
    named, is_root = _special(), hidden.cause in ROOTS
    where = "where_off_map" if key == "where" and hidden.off_map else key
    as_root = "walking_upright" if key == "walking" and hidden.zone in _UPRIGHT else key
    tried = [(hidden.patient, key)]
    if hidden.growing:
        tried.append(("growing", key))
    tried.append((hidden.cause, where))
    if is_root:
        tried.append(("root", as_root))
    return next((named[one] for one in tried if one in named), None)


def _shows(hidden, row):
    """Whether the root of a patient shows in a test or in the question about coughing."""
    if hidden.cause not in ROOTS:
        return False
    if row.finding == "cough":
        return True
    if row.finding == "other_leg":
        return hidden.crossed
    return hidden.cause in roots_of(row.finding) and row.kind != hidden.lacks


def _sides(hidden, where):
    return {"side": (hidden.side,), "both": ("right", "left")}.get(where, ())


def _filled(text, hidden, point=""):
    """Fill a sentence of the tables with what is this patient's own."""
    side = hidden.side or "right"
    other = "left" if side == "right" else "right"
    return text.format(
        side=side,
        Side=side.capitalize(),
        other=other,
        Other=other.capitalize(),
        angle=hidden.angle,
        bend=hidden.bend,
        weeks=hidden.weeks,
        free=hidden.free,
        her=hidden.pronoun,
        Cancer="Breast" if hidden.pronoun == "her" else "Prostate",
        point=point,
    )


@cache
def could_not_wait():
    """Return the questions whose answer is a warning sign in somebody, in the order of the table."""
    telling = {row.finding for row in data.table("diagnosis_causes") if row.sign}
    return tuple(key for key, row in rows().items() if row.kind == "question" and key in telling)


def remark(hidden):
    """Return what the key adds about a cause; ``""`` if nothing."""
    row = _special().get((hidden.cause, "key"))
    return row.words if row else ""


def urgency(signs):
    """Return how soon warning signs ask for somebody to look: ``today``, ``soon``, or ``routine`` without any."""
    parts = {row.text: row.part for row in data.table("warning_signs")}
    given = {parts[sign] for sign in signs if sign}
    return next((part for part in ("today", "soon") if part in given), "routine")


#: What would have been enough besides the signs of a root, cause by cause.
_ENOUGH = {
    "cauda": ("saddle_skin", "bladder", "heel_jerk"),
    "hip": ("hip_turn", "walking", "where"),
    "vessels": ("pulse", "walking", "where"),
    "canal": ("walking", "where", "pulse"),
    "broken_fall": ("spine_tap", "fall", "leg_raise"),
    "broken_thin": ("spine_tap", "fall", "leg_raise"),
    "infection": ("spine_tap", "fever", "when"),
    "growth": ("spine_tap", "cancer", "when"),
    "nothing": ("where", "walking", "leg_raise"),
}
#: Which signs of a root tell most of it, in this order: muscle, skin, reflex, then what pulls on it.
_TELLING = ("strength", "skin", "reflex", "tension")
#: Root -> what speaks against its neighbours by being as usual, where fewer than three kinds of sign show.
_AGAINST = {"L2": "knee_jerk", "L3": "heel_walk", "L4": "big_toe", "L5": "heel_jerk", "S1": "big_toe"}


@cache
def enough(hidden):
    """Return three findings that together name what is hidden, and its side: their keys.

    How soon somebody must look is not among it: that needs the questions about what cannot wait.
    """
    if hidden.cause in _ENOUGH:
        return _ENOUGH[hidden.cause]
    found = findings(hidden)
    showing = {}
    for key, row in rows().items():
        if row.kind in _TELLING and found[key].off and hidden.cause in roots_of(key):
            # One of each kind: two pulls on the same two roots say no more than one.
            showing.setdefault(row.kind, key)
    return tuple([*(showing[kind] for kind in _TELLING if kind in showing), _AGAINST[hidden.cause]][:3])
