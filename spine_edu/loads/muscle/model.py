"""The one-muscle lesson: why a load far in front presses the lowest disc so hard.

One muscle behind the spine balances everything in front of it: ``F_muscle = (W_trunk a_trunk + W_hands a_hands) / arm``
and the disc carries all three, ``F = W_trunk cos θ + W_hands cos θ + F_muscle``. Nothing moves, and no other muscle,
ligament or belly pressure helps.
"""

import math
from dataclasses import dataclass

from spine_edu import data
from spine_edu.state import State, quantity


@dataclass(frozen=True)
class MuscleState(State):
    """Somebody standing still with a load in the hands."""

    body_weight: float = quantity("loads_muscle.body_weight")
    lean: float = quantity("loads_muscle.lean")
    hand_load: float = quantity("loads_muscle.hand_load")
    hand_arm: float = quantity("loads_muscle.hand_arm")
    muscle_arm: float = quantity("loads_muscle.muscle_arm")


@dataclass(frozen=True)
class MuscleResult:
    """Forces in newtons, lever arms in centimetres.

    Attributes
    ----------
    state : MuscleState
    trunk, hands : float
        Weight of trunk with head and arms, and of the load.
    trunk_arm, hands_arm : float
        Their distances in front of the disc.
    muscle : float
        Pull of the back muscles that balances both.
    shares : dict
        What presses the disc: "trunk", "hands" and "muscle", along the spine.
    compression : float
        Sum of the shares.
    """

    state: MuscleState
    trunk: float
    hands: float
    trunk_arm: float
    hands_arm: float
    muscle: float
    shares: dict
    compression: float


def simulate(state):
    """Return the `MuscleResult` of a `MuscleState`."""
    gravity, lean = data.value("loads_muscle.gravity"), math.radians(state.lean)
    trunk = state.body_weight * data.value("loads_muscle.trunk_share") * gravity
    hands = state.hand_load * gravity
    trunk_arm = data.value("loads_muscle.trunk_centre") * math.sin(lean)
    muscle = (trunk * trunk_arm + hands * state.hand_arm) / state.muscle_arm
    shares = {"trunk": trunk * math.cos(lean), "hands": hands * math.cos(lean), "muscle": muscle}
    return MuscleResult(state, trunk, hands, trunk_arm, state.hand_arm, muscle, shares, sum(shares.values()))
