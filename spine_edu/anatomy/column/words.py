"""The column in words."""

from spine_edu import data
from spine_edu.anatomy.column.model import BARING, cord_reached, level_card
from spine_edu.tables import Table

#: Where the cord ended (Saifuddin 1998, abstract).
CORD = (
    "In 504 adults the cord ended at the lower third of L1 on average, between the middle third of T12 and the upper "
    "third of L3"
)
_CONTENT = {
    "cord": "The canal behind it holds the cord",
    "end of the cord": "In 504 adults the cord ended near it on average",
    "cauda equina": "The canal behind it holds roots only (the cauda equina)",
}


def sentence(result):
    """Return what is chosen, how high it is, what lies behind it, and the curve and length of the column."""
    disc, state = result.chosen, result.state
    card = level_card(disc.name)
    roots = f"the {card['leaves']} roots leave beside it"
    if card["passes"]:
        roots += f" and the {card['passes']} roots pass on its inner side"
    lost = f" {_lost(result)}" if state.loss else ""
    below = "the sacrum" if disc.lower == "S1" else disc.lower
    return (
        f"Disc {disc.name} lies between {disc.upper} and {below}{_layer(state.layer)}. It is {disc.front:.1f} mm high "
        f"in front, {disc.height:.1f} mm in the middle and {disc.back:.1f} mm at the back. "
        f"{_CONTENT[card['content']]}{_cord(disc.name)}; {roots}.{lost} The low back is hollow by "
        f"{result.lordosis:.1f}° (T12 to S1), and discs make {100 * result.disc_share:.0f} % of {result.length:.0f} mm."
    )


def _cord(disc):
    """What 504 adults say of the cord behind a disc that has only roots behind it in this column."""
    if level_card(disc)["content"] != "cauda equina":
        return ""
    if cord_reached(disc):
        return ", but in the lowest of 504 adults the cord came down past it"
    return "; in none of 504 adults did the cord come down to it"


def _layer(layer):
    return {
        "whole": "",
        "ligaments": ", with the ligaments taken off",
        "arches": ", with the arches taken off and the canal open",
        "lifted": ", with everything above the disc taken off",
        "cut": ", with the disc cut open in steps: rings of the annulus, nucleus, endplate",
    }[layer]


def _lost(result):
    state = result.state
    where = "All 23 discs have" if state.scope == "all" else "It has"
    text = f"{where} lost {state.loss:.0f} % of the height: the column is {result.shorter:.1f} mm shorter."
    if state.scope == "all":
        text += f" Eight young men lost {data.value('anatomy_column.evening_loss'):.1f} mm a day on average."
    return text


def compare(held, result):
    """Return the difference between two columns."""
    now, before = result.chosen, held.chosen
    parts = []
    if now.name != before.name:
        parts.append(
            f"Disc {now.name} is {_more(now.height - before.height, 'mm', 'higher', 'lower')} in the middle "
            f"than disc {before.name} of A."
        )
    elif abs(now.height - before.height) >= 0.05:
        parts.append(f"Disc {now.name} is {_more(now.height - before.height, 'mm', 'higher', 'lower')} than in A.")
    if abs(result.length - held.length) >= 0.05:
        parts.append(f"The column is {_more(result.length - held.length, 'mm', 'longer', 'shorter')} than in A.")
    if abs(result.lordosis - held.lordosis) >= 0.05:
        parts.append(f"The low back is {_more(result.lordosis - held.lordosis, '°', 'more', 'less')} hollow than in A.")
    return " ".join(parts) or "The column has the same shape as in A."


def _more(change, unit, up, down):
    return f"{abs(change):.1f}{'' if unit == '°' else ' '}{unit} {up if change > 0 else down}"


def _series(rows):
    """Return what other people measured here, dimension by dimension, as lowest to highest mean."""
    found = {}
    for row in rows:
        found.setdefault(row.dimension.removesuffix(" height").replace("mid", "middle"), []).append(row.value)
    spans = {
        name: f"{min(values):.1f}" if len(values) == 1 else f"{min(values):.1f}–{max(values):.1f}"
        for name, values in found.items()
    }
    return "; ".join(f"{name} {span}" for name, span in spans.items()) or "–"


def table(result):
    """Return the 23 discs as they stand, with the roots beside each and what was published of its region."""
    rows = []
    for disc, row in zip(result.discs, data.table("anatomy_discs"), strict=True):
        card = level_card(disc.name)
        rows.append(
            (
                disc.name,
                f"{disc.front:.1f}",
                f"{disc.height:.1f}",
                f"{disc.back:.1f}",
                f"{row.low:g}–{row.high:g}",
                f"{disc.width:.0f} × {disc.depth:.0f}",
                card["leaves"],
                card["passes"] or "–",
                card["content"],
                _series(card["series"]),
            )
        )
    return Table(
        _caption(result),
        (
            "Disc",
            "Front (mm)",
            "Middle (mm)",
            "Back (mm)",
            "Middle, published for the region (mm)",
            "Width × depth (mm)",
            "Root leaving",
            "Root passing",
            "In the canal",
            "Means of single series (mm)",
        ),
        tuple(rows),
    )


def _caption(result):
    """Whose column this is, and its curves beside the measured ones."""
    kyphosis, plumb, rings = (data.value(f"anatomy_column.{name}") for name in ("kyphosis", "plumb", "lamellae"))
    return (
        f"The 23 discs of this column: made-up adult, {result.state.stature:.0f} cm; discs make "
        f"{100 * result.disc_share:.0f} % of {result.length:.0f} mm, {result.shorter:.1f} mm lost; lordosis, T12 to "
        f"S1, {result.lordosis:.1f}° (L1 to S1 {result.low_back:.1f}°), kyphosis, T1 to T12, {result.kyphosis:.1f}° "
        f"(mean of 626 people {kyphosis:.0f}°), neck {result.neck:.1f}°; C7 stands {result.plumb:.0f} mm in front of "
        f"the back corner of S1 (mean of the same people {plumb:g} mm). Published middle heights are the lowest and "
        "highest of the region: means of two series in neck and low back, mean ± SD of one at C7-T1, the "
        f"range of one in the chest. {CORD}. A low-back annulus has about {rings:.0f} rings"
    )


def idle(result):
    """Return the controls that change nothing now, and why."""
    found = {} if result.state.loss else {"scope": "No height is lost yet."}
    if result.state.layer in BARING:
        found["frame"] = "With all above it taken off, only the disc is shown."
    return found
