"""What Noor and Noor-B told, held against the model. Both are invented."""

from functools import cache
from typing import NamedTuple

from spine_edu import data


class Told(NamedTuple):
    """One thing that was told: its ``row``, the model's ``value`` there, of 10, and whether it ``fits``."""

    row: object
    value: float
    fits: bool


@cache
def rows(name):
    """Return what is told in a story, in the order of time."""
    return tuple(row for row in data.table("spasm_story") if row.story == name)
