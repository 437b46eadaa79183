"""What a herniation reaches, in words; and how far the skin map may be trusted."""

from spine_edu import data
from spine_edu.anatomy.column.model import cord_reached
from spine_edu.anatomy.column.words import CORD
from spine_edu.anatomy.roots import model
from spine_edu.tables import Table

_ZONES = {
    "central": "central",
    "subarticular": "paracentral",
    "foraminal": "foraminal",
    "extraforaminal": "extraforaminal",
}


def sentence(result):
    """Return what is reached, and how far the skin map can be trusted.

    Skin, muscle and reflex stand in the picture, beside their colours, and in the table.
    """
    state = result.state
    if not result.root:
        return _central(result)
    start = (
        f"A {state.side} {_ZONES[state.zone]} herniation at {state.level} most often reaches the {state.side} "
        f"{result.root} root, {_role(result)}."
    )
    row = result.row
    if row is None:
        return f"{start} {result.root} has no agreed muscle or reflex test; its skin is a belt low on the belly."
    return f"{start} It can touch a root{_beside(result)}. {trust(result)}"


def _role(result):
    if model.in_neck(result.state.level):
        above = "" if result.root in ("C8", "T1") else ", above its own vertebra"
        return f"which leaves here{above}: beside the middle or in the foramen, it is the same root"
    return "which crosses this disc on its way down" if result.role == "traversing" else "which leaves here"


def _beside(result):
    if result.state.zone != "subarticular":
        return ""
    return f", and if it is large the {result.in_canal}{_cord(result)}"


def _cord(result):
    """What 504 adults say of the cord behind a disc that has roots behind it in most."""
    if result.in_canal != "cauda equina":
        return ""
    if cord_reached(result.state.level):
        return "; in the lowest of 504 adults the cord came down past this disc"
    return "; in none of 504 adults did the cord come down to this disc"


def _central(result):
    level = result.state.level
    if result.touched == "cauda equina":
        return (
            f"A central herniation at {level} can touch the cauda equina: both {result.traversing} roots, and in the "
            "middle S2 to S4 for bladder, bowel and saddle area. The cord ended at the lower third of L1 on average"
            f"{_cord(result)}. A small one may touch nothing."
        )
    if result.touched == "end of the cord":
        return f"A central herniation at {level} can touch the end of the cord. {CORD}. A small one may touch nothing."
    return (
        f"A central herniation at {level} can touch the cord: unlike in the low back, the canal holds cord here. "
        f"The {result.exiting} roots leave at both sides. A small one may touch nothing."
    )


def trust(result):
    """Return how often pain followed the skin map, in one sentence."""
    if result.root == "S1":
        return (
            f"Trust in the map: in one study {data.value('anatomy_roots.on_map_s1'):.1f} % of painful S1 roots "
            "followed it, more than other low-back roots."
        )
    neck = model.in_neck(result.state.level)
    share = data.value("anatomy_roots.off_map_neck" if neck else "anatomy_roots.off_map_low_back")
    return (
        f"Trust in the map: in one study {share:.1f} % of painful {'neck' if neck else 'low-back'} roots "
        "did not follow it."
    )


def compare(held, result):
    """Return the difference between two herniations."""
    now, before = (f"the {r.state.side} {r.root} root" if r.root else f"the {r.touched}" for r in (result, held))
    if now == before:
        return f"A reaches {before} too."
    return f"A reaches {before}, this one {now}."


def table(result):
    """Return what each zone of this disc reaches, and how that root is tested."""
    rows = []
    for zone in model.zones(result.state.level):
        other = model.simulate(result.state.replace(zone=zone))
        row = other.row
        rows.append(
            (
                _ZONES[zone],
                f"{other.root} ({other.role})" if other.root else other.touched,
                *((row.skin, row.sensory_point, row.key_muscle, row.reflex) if row else ("–", "–", "–", "–")),
            )
        )
    return Table(
        f"What a herniation at {result.state.level} reaches, zone by zone; dermatomes overlap and differ between "
        f"people{_vessels(result)}. {CORD}",
        ("Zone", "Reaches", "Skin area", "Test point", "Key muscle", "Reflex"),
        tuple(rows),
    )


def _vessels(result):
    """Why the slice has other vessels in front at L4-5 than above; empty elsewhere."""
    if result.state.level != "L4-5":
        return ""
    share = data.value("anatomy_roots.two_arteries")
    return f"; the aorta is drawn divided, as it was here in {share:.0f} % of 210 people"
