"""What the displaced material is called, what it takes of the canal, and which root lies in its way.

The names follow Fardon et al. 2014 (source key fardon2014). A name says what a shape looks like; it says nothing
about pain.
"""

from dataclasses import dataclass

from spine_edu import data
from spine_edu.herniation.shape import geometry
from spine_edu.herniation.shape.geometry import constant
from spine_edu.state import State, choice, quantity


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
            raise ValueError(f"{words['level'].format(self.level)} has no {self.zone} zone; "
                             f"allowed there are {allowed}.")
        if self.continuity == "free" and self.cover == "annulus":
            raise ValueError("A free piece has left the disc, so the outer annulus cannot cover it; "
                             "allowed are ligament and nothing.")


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
    migration : float
        Migration that is drawn, mm; a bulge and a normal edge cannot migrate.
    share : float
        Share of the canal's area taken, 0 to 1.
    grade : str
        none, mild, moderate or severe: thirds of the canal.
    root, root_kind : str
        The root whose place this zone is, and traversing or exiting; empty if there is none.
    touched : bool
        Whether the drawn material reaches the drawn root.
    apart : float
        Distance from the material to the root, mm; 0 if touched.
    sac_touched : bool
        Whether it reaches the sac, or in the neck the cord.
    pedicle_level : str
        Height by the pedicles: disc, suprapedicular, pedicular or infrapedicular level.
    contained : bool
        Whether something still covers the material.
    msu : str
        Size and place code, such as ``2-B``; empty where it is not defined.
    material : Focal, Broad or None
        The material seen from above.
    profile : Profile or None
        The material seen from the side.
    """

    state: ShapeState
    site: geometry.Site
    rule: object
    name: str
    base: float
    base_height: float
    migration: float
    share: float
    grade: str
    root: str
    root_kind: str
    touched: bool
    apart: float
    sac_touched: bool
    pedicle_level: str
    contained: bool
    msu: str
    material: object
    profile: object


def simulate(state):
    """Return the `ShapeResult` of a `ShapeState`."""
    site = geometry.site(state.level)
    place = geometry.zone_place(state.level, state.zone, state.side)
    base = state.extent / 100 * geometry.circumference(state.level)
    rule = agreed_name(extent=state.extent, base=base, dome=state.dome, base_height=site.height_back,
                       height=state.height, reach=state.reach, migration=state.migration,
                       joined=state.continuity == "joined")
    material = _material(rule, state, place, base)
    share = material.canal_share(state.level) if material else 0.0
    kind, root, spot = _root(site, state)
    apart = _distance(material, spot) if material and root else float("inf")
    moves = rule.herniation == "yes"
    return ShapeResult(
        state=state, site=site, rule=rule, name=_full_name(rule, state), base=base, base_height=site.height_back,
        migration=state.migration if moves else 0.0, share=share, grade=canal_grade(share),
        root=root, root_kind=kind, touched=apart == 0, apart=apart,
        sac_touched=bool(material and material.holds(geometry.sac(state.level)).any()),
        pedicle_level=pedicle_level(site, state.migration if moves else 0.0),
        contained=moves and covered(state), msu=_msu(rule, site, state), material=material,
        profile=material and geometry.profile(site, height=state.height, reach=state.reach, rule=rule.rule,
                                              migration=state.migration if moves else 0.0))


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


def pedicle_level(site, migration):
    """Return the height by the pedicles for material `migration` mm below (minus: above) the middle of the disc."""
    beyond = abs(migration) - site.height_back / 2
    if beyond <= 0:
        return "disc level"
    below = migration > 0
    height, vertebra = (site.body_below, site.below) if below else (site.body_above, site.above)
    from_top = 100 * (beyond / height if below else 1 - beyond / height)
    if from_top < constant("pedicle_top"):
        return f"suprapedicular level of {vertebra}"
    return f"{'pedicular' if from_top <= constant('pedicle_bottom') else 'infrapedicular'} level of {vertebra}"


def covered(state):
    """Return whether something covers the material; the ligament behind the disc does not reach beyond the foramen."""
    return state.cover == "annulus" or state.cover == "ligament" and state.zone != "extraforaminal"


def _in_neck(level):
    return geometry.site(level).region == "neck"


def _zone(zone):
    return next(row for row in data.table("herniation_zones") if row.zone == zone)


def _full_name(rule, state):
    if rule.rule != "broad":
        return rule.name
    return "bulge all round" if state.extent >= 100 else "asymmetric bulge"


def _material(rule, state, place, base):
    if rule.rule == "flat":
        return None
    if rule.rule == "broad":
        return geometry.Broad(state.level, place, base, state.reach)
    return geometry.focal(state.level, place, base=base, dome=state.dome, reach=state.reach, free=rule.rule == "free")


def _root(site, state):
    """Return kind, name and drawn place of the root that lies in this zone; three blanks if there is none."""
    kind = _zone(state.zone).root
    if kind == "none":
        return "", "", None
    places = geometry.root_places(state.level, state.side)
    spot = places["exiting far" if state.zone == "extraforaminal" else kind]
    return kind, site.traversing if kind == "traversing" else site.exiting, spot


def _distance(material, spot):
    """Return the gap between material and root in mm; 0 if they meet."""
    radius = constant("root_radius")
    if material.holds(geometry.circle(spot, radius)).any():
        return 0.0
    edge = material.outline
    return max(0.0, float(min(((edge - spot) ** 2).sum(axis=1)) ** 0.5 - radius))


def _msu(rule, site, state):
    """Return the MSU code: size by the line between the facet joints, letter by the zone; low-back herniations only."""
    if rule.herniation == "no" or site.region == "neck":
        return ""
    line = constant("facet_line") / 100 * site.canal_depth
    out = state.reach + (constant("free_gap") if rule.rule == "free" else 0)
    size = 1 if out <= line * constant("halfway") / 100 else 2 if out <= line else 3
    return f"{size}-{_zone(state.zone).msu}"
