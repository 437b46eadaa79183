"""Where a hand takes hold of the shape: on its outline seen from above and from the side; all in mm of these views.

A number that has no say in the shape has no handle, and `why` says why.
"""

from spine_edu.herniation.shape.material import half_width, joined_out
from spine_edu.herniation.shape.side import bend
from spine_edu.herniation.shape.site import constant

#: How far up the flank the width of the dome is taken hold of, a share of the size outwards.
_FLANK = 0.3
#: What has a say in the shape seen from above, by the rule of its name.
_JOINED = ("extent", "dome", "reach")
_ABOVE = {
    "flat": ("reach",),
    "free": ("dome", "reach"),
    "broad": ("extent", "reach"),
    **dict.fromkeys(("wide", "tall", "focal"), _JOINED),
}


def above(result):
    """Return control -> position by value, for what is dragged in the view from above."""
    found = {"extent": _extent(result), "dome": _dome(result), "reach": _reach(result)}
    return {name: found[name] for name in _ABOVE[result.rule.rule]}


def side(result):
    """Return control -> position by value, for what is dragged in the view from the side."""
    if result.rule.rule in ("broad", "flat"):
        return {}
    return {"height": _height(result), "migration": _migration(result)}


def why(result):
    """Return why there are fewer handles than five, in a sentence or two; empty where there are all."""
    return {
        "flat": "Nothing stands out yet: pull at the edge.",
        "free": "A free piece has no base.",
        "broad": "A bulge has no dome or height of its own and does not migrate.",
    }.get(result.rule.rule, "")


def _place(result):
    return result.site.zone_place(result.state.zone, result.state.side)


def _outer(result):
    """Return 1 or -1: which way along the edge leads away from the midline."""
    return 1 if result.state.side == "left" else -1


def _at(result, across, away):
    """Return a point beside the middle of the base, and outwards of it."""
    if result.rule.rule not in ("broad", "flat"):
        return result.material.at(across, away)
    (x, y), (right, up) = result.site.edge(_place(result))
    return x - across * up + away * right, y + across * right + away * up


def _extent(result):
    """At the outer end of the base, on the edge of the disc."""

    def position(extent):
        half = extent / 200 * result.site.circumference
        return result.site.edge(_place(result) + _outer(result) * half)[0]

    return position


def _dome(result):
    """On the inner flank; of a free piece, at its widest."""
    state, inwards = result.state, -_outer(result)

    def position(dome):
        if result.rule.rule == "free":
            return _at(result, inwards * dome / 2, constant("free_gap") + state.reach / 2)
        out = _FLANK * state.reach
        return _at(result, inwards * half_width(out, result.base, dome, state.reach), out)

    return position


def _reach(result):
    """At the far end of the material."""
    gap = constant("free_gap") if result.rule.rule == "free" else 0.0
    return lambda reach: _at(result, 0.0, gap + reach)


def _height(result):
    """At the upper end of the material."""
    site, state, rule, middle = result.site, result.state, result.rule.rule, -result.state.migration

    def position(height):
        z = middle + height / 2
        if rule == "free":
            out = constant("free_gap") + state.reach / 2
        else:
            out = joined_out(site, z, middle, height, state.reach, moved=result.migration != 0, bump=rule == "focal")
        return bend(site, [(out, z)])[0]

    return position


def _migration(result):
    """At the fullest part of the material."""
    beyond = constant("free_gap") if result.rule.rule == "free" else 0.0
    return lambda migration: bend(result.site, [(result.state.reach + beyond, -migration)])[0]
