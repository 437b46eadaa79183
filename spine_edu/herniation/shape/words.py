"""The shape builder in words."""

from spine_edu import data
from spine_edu.tables import Table


def sentence(result):
    """Return the agreed name, the rule behind it, what the material takes of the canal, and the root in its way."""
    state = result.state
    if result.material is None:
        return f"At {_level(state)} nothing stands out: a normal edge. The canal is free.{_water(state)}"
    first = f"At {_level(state)}, {_place(state)}: {_article(result.name)} {result.name}. {_reason(result)}"
    cover = "" if result.rule.herniation == "no" else f" {_cover(result)}"
    return (
        f"{first} It takes {100 * result.share:.0f} % of the canal ({result.grade}) and {_contact(result)}.{cover}"
        f"{_water(state)}"
    )


def compare(held, result):
    """Return how this shape differs from the held one."""
    change = 100 * (result.share - held.share)
    if abs(change) < 0.5:
        canal = f"both take {100 * result.share:.0f} % of the canal"
    else:
        canal = (
            f"the share of the canal taken goes from {100 * held.share:.0f} to {100 * result.share:.0f} %, "
            f"{abs(change):.0f} point{'' if abs(change) < 1.5 else 's'} {'more' if change > 0 else 'less'}"
        )
    if held.name == result.name:
        return f"A and this shape have the same name, {result.name}; {canal}."
    return f"A was {_article(held.name)} {held.name}, this is {_article(result.name)} {result.name}; {canal}."


def table(result):
    """Return the measures of the shape as a `Table`."""
    state = result.state
    rows = [
        ("Agreed name", result.name, ""),
        ("Rule that fired", result.rule.reason, data.provenance(result.rule)),
        ("Extent of the base", round(state.extent, 1), "% of the disc’s edge"),
        ("Base, seen from above", round(result.base, 1), "mm"),
        ("Dome, seen from above", state.dome, "mm"),
        ("Disc space at the back", round(result.base_height, 1), "mm"),
        ("Height of the material", state.height, "mm"),
        ("Size: how far it stands out", result.reach, "mm"),
        ("Migration (down is plus)", result.migration, "mm"),
        ("Height by the pedicles", result.pedicle_level, ""),
        ("Canal taken", round(100 * result.share, 1), f"% ({result.grade})"),
        ("Canal drawn, width × depth", _canal(result), f"mm{_unmeasured(result)}"),
        ("Root in this zone", f"{result.root} ({result.root_kind})" if result.root else "none", ""),
        ("Root touched in the drawing", met(result) or ("yes" if result.touched else "no"), ""),
        ("Contained", "yes" if result.contained else "no", ""),
        ("MSU code, about", result.msu or "not defined here", "letter by the zone"),
    ]
    return Table(f"The shape at {_level(state)}", ("Measure", "Value", "Unit"), tuple(rows))


def _level(state):
    return state.declarations()["level"].format(state.level).removesuffix(" (neck)")


def _place(state):
    return "central" if state.zone == "central" else f"{state.side} {state.zone}"


def _article(name):
    return "an" if name[0] in "aeiou" else "a"


def _reason(result):
    state, rule = result.state, result.rule.rule
    return {
        "free": "The piece has no connection with the disc.",
        "broad": f"Material stands out over {state.extent:.3g} % of the edge, more than 25 %.{_capped(result)}",
        "wide": f"Seen from above it is {state.dome:.1f} mm wide, wider than its base of {result.base:.1f} mm.",
        "tall": (
            f"It has moved {abs(state.migration):.0f} mm {'down' if state.migration > 0 else 'up'}, beyond the "
            "disc space."
            if result.migration
            else f"Seen from the side it is {state.height:.1f} mm tall, taller than the disc space of "
            f"{result.base_height:.1f} mm."
        ),
        "focal": f"Its base of {result.base:.1f} mm is its widest part (dome {state.dome:.1f} mm).",
    }[rule]


def _capped(result):
    """Return that a bulge is drawn smaller than it is set, where it is."""
    if result.state.reach == result.reach:
        return ""
    return f" Set are {result.state.reach:.3g} mm, but no bulge is drawn larger than {result.reach:.3g} mm."


def _contact(result):
    state = result.state
    if not result.root:
        sac = f"the {'spinal cord’s sac' if result.site.region == 'neck' else 'sac of the nerve roots'}"
        if result.met:
            return f"touches {sac + ' and ' if result.sac_touched else ''}{met(result)}"
        return f"{'touches' if result.sac_touched else 'does not touch'} {sac}"
    root = f"the {state.side} {result.root} root, which {_passes(result)}"
    return f"touches {root}" if result.touched else f"stays {result.apart:.1f} mm away from {root}"


def met(result):
    """Return the roots that are reached where none has its zone: ``both S1 roots``, ``the left S1 root``."""
    found = []
    for kind, name in (("traversing", result.site.traversing), ("exiting", result.site.exiting)):
        sides = [side for side, one in result.met if one == kind]
        if sides:
            found.append(f"both {name} roots" if len(sides) == 2 else f"the {sides[0]} {name} root")
    return " and ".join(found)


def _passes(result):
    return "passes here to the next foramen" if result.root_kind == "traversing" else "leaves here"


def _cover(result):
    if not result.contained:
        return "Nothing covers it: uncontained."
    return f"The {'outer annulus' if result.state.cover == 'annulus' else 'ligament'} still covers it: contained."


def _canal(result):
    return f"{result.site.canal_width:.1f} × {result.site.canal_depth:.1f}"


def _unmeasured(result):
    """Return which half of the canal's size nobody measured, for the words behind it."""
    sizes = {row.vertebra: row.canal_width for row in data.table("anatomy_vertebrae")}
    drawn = [vertebra for vertebra in (result.site.above, result.site.below) if sizes[vertebra] is None]
    return f"; {' and '.join(drawn)} not measured, drawn" if drawn else ""


def _water(state):
    """Return what a dry nucleus does and does not mean; nothing for a wet one."""
    if state.water == "wet":
        return ""
    tested, herniated = (round(data.value(f"herniation_shape.dry_{what}")) for what in ("tested", "herniated"))
    return (
        f" A dry nucleus is dark on MRI. In one laboratory test {herniated} of {tested} discs with moderate or severe "
        f"degeneration herniated, and discs with mild degeneration reliably ({data.short_citation('wilke2013')}); it "
        "graded degeneration, not water."
    )


def idle(result):
    """Return the controls that change nothing now, and why."""
    rule, state = result.rule.rule, result.state
    if rule == "flat":
        return dict.fromkeys(("extent", "dome", "height", "migration", "continuity"), "Nothing stands out yet.")
    if rule == "broad":
        why = "A bulge has no dome or height of its own and does not migrate."
        covered = {"cover": "Only of a herniation it is said what covers it."}
        return dict.fromkeys(("dome", "height", "migration"), why) | covered
    if state.continuity == "free" and state.zone == "extraforaminal":
        return {"cover": "So far out nothing covers a free piece."}
    return {}
