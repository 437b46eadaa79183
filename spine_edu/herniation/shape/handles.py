"""Where a hand takes hold of the shape: on its outline seen from above and from the side; all in mm of these views.

Where a number has no say in the shape, it is shown as a dotted bar with its handle, and `why` says why.
"""

from spine_edu.anatomy.lines import even
from spine_edu.herniation.shape.material import half_width, joined_out
from spine_edu.herniation.shape.side import bend
from spine_edu.herniation.shape.site import constant

#: How far up the flank the width of the dome is taken hold of, a share of the size outwards.
_FLANK = 0.3
#: How far outside the shape a dotted bar lies.
_OUTSIDE = 1.5


def above(result):
    """Return control -> position by value, for what is dragged in the view from above."""
    return {"extent": _extent(result), "dome": _dome(result), "reach": _reach(result)}


def side(result):
    """Return control -> position by value, for what is dragged in the view from the side."""
    return {"height": _height(result), "migration": _migration(result)}


def bars(result):
    """Return what is set and has no say in the shape, as lines seen from above and lines seen from the side."""
    state, rule = result.state, result.rule.rule
    base = [result.site.edge(_place(result) + off * result.base)[0] for off in even(-0.5, 0.5, 31)]
    if rule == "free":
        return [base], []
    if rule not in ("broad", "flat"):
        return [], []
    out, middle = state.reach + _OUTSIDE, -state.migration
    across = [_at(result, sign * state.dome / 2, out) for sign in (-1, 1)]
    upright = [(out, middle + share * state.height) for share in even(-0.5, 0.5, 9)]
    return [across, *([base] if rule == "flat" else [])], [bend(result.site, upright)]


def why(result):
    """Return why the dotted bars have no say, in one or two sentences; empty where there are none."""
    return {
        "flat": "Nothing stands out yet. Dotted: base, dome and height as set.",
        "free": "Dotted: the base as set. A free piece has none.",
        "broad": "Dotted: dome and height as set. A bulge has none of its own and does not migrate.",
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
    """On the inner flank; for what has no dome, at the end of a bar."""
    state, rule, inwards = result.state, result.rule.rule, -_outer(result)

    def position(dome):
        if rule in ("broad", "flat"):
            return _at(result, inwards * dome / 2, state.reach + _OUTSIDE)
        if rule == "free":
            return _at(result, inwards * dome / 2, constant("free_gap") + state.reach / 2)
        out = _FLANK * state.reach
        return _at(result, inwards * half_width(out, result.base, dome, state.reach), out)

    return position


def _reach(result):
    """At the far end of the material."""
    gap = constant("free_gap") if result.rule.rule == "free" else 0.0
    return lambda reach: _at(result, 0.0, gap + reach)


def _height(result):
    """At the upper end of the material; for what has no height of its own, at the end of a bar."""
    site, state, rule, middle = result.site, result.state, result.rule.rule, -result.state.migration

    def position(height):
        z = middle + height / 2
        if rule in ("broad", "flat"):
            out = state.reach + _OUTSIDE
        elif rule == "free":
            out = constant("free_gap") + state.reach / 2
        else:
            out = joined_out(site, z, middle, height, state.reach, moved=result.migration != 0, bump=rule == "focal")
        return bend(site, [(out, z)])[0]

    return position


def _migration(result):
    """At the fullest part of the material; for what does not migrate, at the lower end of a bar."""
    state, rule = result.state, result.rule.rule
    beyond = {"free": constant("free_gap"), "broad": _OUTSIDE, "flat": _OUTSIDE}.get(rule, 0.0)
    below = state.height / 2 if rule in ("broad", "flat") else 0.0
    return lambda migration: bend(result.site, [(state.reach + beyond, -migration - below)])[0]
