"""What is known of the weight of the groups, in words: which had most, and which were central for experts."""

from spine_edu.letters import lower
from spine_edu.prevention.map.model import groups


def heaviest(who):
    """Return the name of the group that had most weight in the maps of experts or patients."""
    return next(row.name for row in groups().values() if row.most == who)


def weight(group):
    """Return what is known of the weight of a group, in a few words."""
    row = groups()[group]
    if row.most == "experts":
        return "★★ most weight in experts’ maps, and in their middle"
    if row.most == "patients":
        return "● most where people drew their own back; ★ central for experts"
    if row.central == "yes":
        return f"★ central for experts{one_with(group)}"
    return "Not named among those with most weight"


def one_with(group):
    """Return with which other group a group was one central group; nothing if with none."""
    other = groups()[group].one_with
    return f"; there, one group with {lower(groups()[other].name)}" if other else ""
