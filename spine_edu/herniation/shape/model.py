"""What the displaced material is called, what it takes of the canal, and which root lies in its way.

The names follow Fardon et al. 2014 (source key fardon2014). A name says what a shape looks like; it says nothing
about pain.
"""

import math
from dataclasses import dataclass

from spine_edu import data
from spine_edu.herniation.shape.material import Broad, circle, focal, profile
from spine_edu.herniation.shape.site import Site, constant, site
from spine_edu.state import State, choice, quantity

#: The settings of the shape whose name is asked.
ASKED = {"extent": 9, "dome": 16, "height": 6, "reach": 9}


@dataclass(frozen=True)
class ShapeState(State):
    """Settings of the shape builder; lengths in mm, extent in % of the disc's edge, migration downwards positive."""

    level: str = choice("herniation_shape.level")
    side: str = choice("herniation_shape.side")
    zone: str = choice("herniation_shape.zone")
    extent: float = quantity("herniation_shape.extent")
    dome: float = quantity("herniation_shape.dome")
    height: float = quantity("herniation_shape.height")
    reach: float = quantity("herniation_shape.reach")
    migration: float = quantity("herniation_shape.migration")
    continuity: str = choice("herniation_shape.continuity")
    cover: str = choice("herniation_shape.cover")
    water: str = choice("herniation_shape.water")
    skin: str = choice("herniation_shape.skin")

    def __post_init__(self):
        super().__post_init__()
        words = self.declarations()
        if _in_neck(self.level) and not _zone(self.zone).in_neck == "yes":
            allowed = " and ".join(row.zone for row in data.table("herniation_zones") if row.in_neck == "yes")
            raise ValueError(
                f"{words['level'].format(self.level)} has no {self.zone} zone; allowed there are {allowed}."
            )
        if self.continuity == "free" and self.cover == "annulus":
            raise ValueError(
                "A free piece has left the disc, so the outer annulus cannot cover it; "
                "allowed are ligament and nothing."
            )


@dataclass(frozen=True)
class ShapeResult:
    """What the shape builder shows.

    Attributes
    ----------
    state : ShapeState
    site : Site
        Sizes of the disc and its canal.
    rule : record
        The row of herniation_names.csv that fired.
    name : str
        The agreed name, with the kind of bulge.
    base, base_height : float
        Width of the base seen from above and its height seen from the side, mm.
    reach : float
        How far it stands out in the drawing, mm: a bulge has its limit.
    migration : float
        Migration that is drawn, mm; a bulge and a normal edge cannot migrate.
    share : float
        Share of the canal's area taken, 0 to 1.
    grade : str
        none, mild, moderate or severe: thirds of the canal.
    root, root_kind : str
        The root whose place this zone is, and traversing or exiting; empty if there is none.
    spot : tuple of float or None
        Where that root is drawn, seen from above, in mm.
    touched : bool
        Whether the drawn material reaches the drawn root.
    apart : float
        Distance from the material to the root, mm; 0 if touched.
    met : tuple of tuple
        Side and kind of each root that the drawn material reaches all the same where no single root lies in the zone.
    sac_touched : bool
        Whether it reaches the sac, or in the neck the cord.
    pedicle_level : str
        Height by the pedicles: disc, suprapedicular, pedicular or infrapedicular level.
    contained : bool
        Whether something still covers the material.
    msu : str
        Size and place code, such as ``2-B``, about: its letter follows the zone; empty where it is not defined.
    material : Focal, Broad or None
        The material seen from above.
    profile : Profile or None
        The material seen from the side.
    """

    state: ShapeState
    site: Site
    rule: object
    name: str
    base: float
    base_height: float
    reach: float
    migration: float
    share: float
    grade: str
    root: str
    root_kind: str
    spot: tuple | None
    touched: bool
    apart: float
    met: tuple
    sac_touched: bool
    pedicle_level: str
    contained: bool
    msu: str
    material: object
    profile: object


def simulate(state):
    """Return the `ShapeResult` of a `ShapeState`."""
    here = site(state.level)
    base = state.extent / 100 * here.circumference
    rule = agreed_name(
        extent=state.extent,
        base=base,
        dome=state.dome,
        base_height=here.height_back,
        height=state.height,
        reach=state.reach,
        migration=state.migration,
        joined=state.continuity == "joined",
    )
    reach = min(state.reach, constant("bulge_reach")) if rule.rule == "broad" else state.reach
    material = _material(rule, here, state, base, reach)
    share = material.canal_share(here) if material else 0.0
    kind, root, spot = _root(here, state)
    apart = _distance(material, spot) if material and root else float("inf")
    moves = rule.herniation == "yes"
    migration = state.migration if moves else 0.0
    return ShapeResult(
        state=state,
        site=here,
        rule=rule,
        name=_full_name(rule, state),
        base=base,
        base_height=here.height_back,
        reach=reach,
        migration=migration,
        share=share,
        grade=canal_grade(share),
        root=root,
        root_kind=kind,
        spot=spot,
        touched=apart == 0,
        apart=apart,
        met=_met(here, material) if material and not root else (),
        sac_touched=bool(material) and any(material.holds(*p) for p in here.sac),
        pedicle_level=pedicle_level(here, migration),
        contained=moves and covered(state),
        msu=_msu(rule, here, state),
        material=material,
        profile=material and profile(here, height=state.height, reach=reach, migration=migration, rule=rule.rule),
    )


def agreed_name(*, extent, base, dome, base_height, height, reach, migration, joined):
    """Return the row of herniation_names.csv whose rule fires first.

    Parameters
    ----------
    extent : float
        Share of the disc's edge, %.
    base, dome : float
        Width of the material at the disc and at its widest, seen from above, mm.
    base_height, height : float
        The same seen from the side, mm; the base there is the disc space at its back edge.
    reach, migration : float
        How far it stands out, and how far its middle lies from the disc's, mm.
    joined : bool
        Whether it is connected with the disc.

    Notes
    -----
    The published definitions leave two borders open and this function closes them: exactly 25 % of the edge is still
    focal, and a dome exactly as wide as its base is still a protrusion.
    """
    fires = {
        "flat": reach == 0,
        "free": not joined,
        "broad": extent > constant("bulge_border"),
        "wide": dome > base,
        "tall": abs(migration) + height / 2 > base_height / 2,
        "focal": True,
    }
    return next(row for row in data.table("herniation_names") if fires[row.rule])


def canal_grade(share):
    """Return none, mild, moderate or severe for a share of the canal (0 to 1): the borders are thirds."""
    percent = 100 * share
    if percent < 0.5:
        return "none"
    if percent <= constant("mild_border"):
        return "mild"
    return "moderate" if percent <= constant("severe_border") else "severe"


def pedicle_level(here, migration):
    """Return the height by the pedicles for material `migration` mm below (minus: above) the middle of the disc."""
    beyond = abs(migration) - here.height_back / 2
    if beyond <= 0:
        return "disc level"
    below = migration > 0
    height, vertebra = (here.body_below, here.below) if below else (here.body_above, here.above)
    from_top = 100 * (beyond / height if below else 1 - beyond / height)
    if from_top < constant("pedicle_top"):
        return f"suprapedicular level of {vertebra}"
    return f"{'pedicular' if from_top <= constant('pedicle_bottom') else 'infrapedicular'} level of {vertebra}"


def covered(state):
    """Return whether something covers the material; the ligament behind the disc does not reach beyond the foramen."""
    return state.cover == "annulus" or state.cover == "ligament" and state.zone != "extraforaminal"


def _in_neck(level):
    return site(level).region == "neck"


def _zone(zone):
    return next(row for row in data.table("herniation_zones") if row.zone == zone)


def _full_name(rule, state):
    if rule.rule != "broad":
        return rule.name
    return "bulge all round" if state.extent >= 100 else "asymmetric bulge"


def _material(rule, here, state, base, reach):
    if rule.rule == "flat":
        return None
    place = here.zone_place(state.zone, state.side)
    if rule.rule == "broad":
        return Broad(here, place, base, reach)
    return focal(here, place, base=base, dome=state.dome, reach=reach, free=rule.rule == "free")


def _root(here, state):
    """Return kind, name and drawn place of the root that lies in this zone; three blanks if there is none."""
    kind = _zone(state.zone).root
    if kind == "none":
        return "", "", None
    spot = here.roots(state.side)["exiting far" if state.zone == "extraforaminal" else kind]
    return kind, here.traversing if kind == "traversing" else here.exiting, spot


def _met(here, material):
    """Return side and kind of each root that material meets from the middle, where none has its zone."""
    roots = [(side, kind) for kind in ("traversing", "exiting") for side in ("left", "right")]
    spots = {(side, kind): here.roots(side).get(kind) for side, kind in roots}
    return tuple(one for one, spot in spots.items() if spot and _distance(material, spot) == 0)


def _distance(material, spot):
    """Return the gap between material and root in mm; 0 if they meet."""
    radius = constant("root_radius")
    if any(material.holds(x, y) for x, y in circle(spot, radius)):
        return 0.0
    return max(0.0, min(math.dist(point, spot) for point in material.outline) - radius)


def _msu(rule, here, state):
    """Return about the MSU code: size by the line between the facet joints, letter by the zone; low back only.

    The code's own letters divide that line: A its two middle quarters, B the outer two, C beyond (mysliwiec2010).
    """
    if rule.herniation == "no" or here.region == "neck":
        return ""
    line = constant("facet_line") / 100 * here.canal_depth
    out = state.reach + (constant("free_gap") if rule.rule == "free" else 0)
    size = 1 if out <= line * constant("halfway") / 100 else 2 if out <= line else 3
    return f"{size}-{_zone(state.zone).msu}"
