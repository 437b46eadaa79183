"""All solids of the column in its starting position: bones, discs with rings and nucleus, ligaments, cord and roots."""

from functools import cache

from spine_edu.anatomy.solids.bones import bones
from spine_edu.anatomy.solids.discs import discs
from spine_edu.anatomy.solids.ligaments import ligaments
from spine_edu.anatomy.solids.nerves import nerves


@cache
def all_parts():
    """Return every `Part` of the column, made once: this takes about a second."""
    return (*bones(), *discs(), *ligaments(), *nerves())


def named(name):
    """Return the first `Part` with a name."""
    return next(part for part in all_parts() if part.name == name)
