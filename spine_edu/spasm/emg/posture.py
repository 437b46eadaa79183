"""What a posture asks of the back muscle: shares of full effort from turning efforts."""

from math import cos, radians, sin

from spine_edu.spasm.tiring import number

#: Earth's pull on a kilogram, N.
_GRAVITY = 9.81
#: Bends at which moments and strength are published, in degrees.
_BENDS = (20, 40, 60)


def needed(bend, load=0.0):
    """Return the turning effort that holds the trunk at a bend, in N·m, as published for the trunk alone."""
    level = sum(number(f"moment_{at}") / sin(radians(at)) for at in _BENDS) / len(_BENDS)
    upright = number("standing") * level * max(cos(radians(bend)), 0)
    return upright + (level + load * _GRAVITY * number("load_arm")) * sin(radians(bend))


def passive(bend):
    """Return the turning effort that stretched ligaments give, in N·m: at the bend of silence they carry the trunk."""
    start, silence = number("passive_start"), number("silence")
    share = max(bend - start, 0) / (silence - start)
    return needed(silence) * share ** number("passive_power")


def strength(bend):
    """Return the greatest turning effort of the back in N·m: straight between the published bends and beyond them."""
    low, high = (20, 40) if bend < 40 else (40, 60)
    first, second = number(f"strength_{low}"), number(f"strength_{high}")
    return max(first + (second - first) * (bend - low) / (high - low), number("strength_60") / 2)


def effort(bend, load=0.0):
    """Return what the posture asks of the muscle as a share of full effort, 0 to 1."""
    return min(max(needed(bend, load) - passive(bend), 0.0) / strength(bend), 1.0)
