"""The question before the zoom: of eight groups round Noor, which had most weight in the experts' maps."""

from spine_edu.prevention.map import places
from spine_edu.prevention.map.model import groups


def options():
    """Return the names of the groups that may be the answer: all but the one that the question names."""
    return tuple(row.name for row in groups().values() if row.most != "patients")


def tags():
    """Return where a group is touched in the picture, as `spine_edu.explorer.asking.Pick` takes it."""
    there = {row.name: list(places.inside(group)[0]) for group, row in groups().items()}
    return {"axes": ["xaxis", "yaxis"], "places": {name: there[name] for name in options()}}
