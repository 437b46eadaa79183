"""What the tests of the cycle share: words that no sentence about it may hold, and terms drawn from their ranges."""

import re

import pytest

from spine_edu import data
from spine_edu.cycle.equations import SCALES

FORBIDDEN = re.compile(
    r"slipped|rupture|wear and tear|crumbl|unstable|instability|vicious|prognos|\byou will\b|damage", re.IGNORECASE
)


@pytest.fixture(scope="session")
def fit_to_say():
    """Return a check of a text: no word that frightens, no forecast for a person, no raw number or None."""

    def check(text):
        assert not FORBIDDEN.search(text), text
        assert not re.search(r"\bnan\b|\binf\b|None", text), text

    return check


@pytest.fixture(scope="session")
def random_terms():
    """Return a function of a `random.Random` that draws terms of the equations anywhere in their ranges."""

    def draw(chance):
        return {row.name: chance.uniform(row.low, row.high) for row in data.parameters("cycle_model")} | SCALES

    return draw
