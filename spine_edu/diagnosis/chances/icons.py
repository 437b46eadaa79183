"""What is done in each test, as a small drawing: an outline of lines, three persons wide and less than two high."""

from functools import cache

from spine_edu.drawing.outlines import Stamped, circle

#: Where the drawing stands: its left upper corner.
PLACE = (16.9, 6.8)
_LYING = circle(0.3, 0.98, 0.2) + "M0,1.3L3,1.3M0.55,1.06L1.5,1.08L2.75,1.12M1.5,1.08L2.3,0.12L2.55,0.3"
_SITTING = (
    circle(1.36, 0.27, 0.19) + "M0.5,1.3L0.5,0.9L1.3,0.9M0.8,0.86C0.55,0.45,0.8,0.25,1.15,0.36"
    "M0.8,0.86L1.6,0.84L2.6,0.7L2.7,0.45"
)
_HAMMER = "M0.2,0.25L1.3,0.3L1.42,1.15L1.8,1.22M2.7,0.1L1.7,0.6M1.56,0.4L1.8,0.82"
_PIN = "M0.4,0.1L0.5,1.15L1.9,1.15L1.85,0.9L0.95,0.75L0.9,0.1M2.6,0.15L1.75,0.78" + circle(2.68, 0.1, 0.1)
_FOOT = (
    "M0.7,0.05L0.75,1.1L1.75,1.1M0.75,1.1L1.6,0.55M2.05,1.1C2.35,0.85,2.35,0.5,2.05,0.25M2.05,0.55L2.05,0.25L2.35,0.3"
)
_TUBE = (
    circle(2.1, 0.65, 0.62) + circle(2.1, 0.65, 0.36) + circle(1.35, 0.75, 0.17) + "M0,1.02L2.1,1.02M0.1,0.88L1.15,0.86"
)
_NEEDLE = "M0.5,0.05C0.35,0.6,0.6,0.9,0.6,1.3M1.35,0.05C1.5,0.6,1.15,0.9,1.15,1.3M1,0.7L2.1,0.4L2.7,0.65"
_DROP = "M1.5,0.05C2,0.6,2.2,1.25,1.5,1.25C0.8,1.25,1,0.6,1.5,0.05M1.12,0.85L1.88,0.85"
_ASKED = (
    "M0.5,0.05L2.6,0.05L2.6,0.95L1.4,0.95L0.9,1.3L1,0.95L0.5,0.95L0.5,0.05"
    "M1.35,0.36C1.35,0.12,1.75,0.12,1.75,0.36C1.75,0.52,1.55,0.5,1.55,0.66M1.55,0.76L1.55,0.8"
)
#: Sign -> its drawing; what is not here is asked.
_DRAWN = {
    "straight leg raise": _LYING,
    "crossed leg raise": _LYING,
    "slump": _SITTING,
    "weak reflex": _HAMMER,
    "numb skin": _PIN,
    "numb leg": _PIN,
    "weak muscle": _FOOT,
    "weak leg": _FOOT,
    "MRI": _TUBE,
    "CT": _TUBE,
    "needle EMG": _NEEDLE,
    "200 ml left behind": _DROP,
}


@cache
def drawing(sign):
    """Return the drawing of a sign as a path, at its place."""
    return Stamped(_DRAWN.get(sign, _ASKED), (PLACE,))
