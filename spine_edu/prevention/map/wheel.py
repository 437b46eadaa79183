"""The eight groups as a wheel round Noor: on which of them patients and experts put weight, as far as is known."""

from spine_edu.drawing.outlines import line, shape
from spine_edu.prevention.map import places
from spine_edu.prevention.map.beside import stars
from spine_edu.prevention.map.model import groups, of_group
from spine_edu.prevention.map.places import HOLE, band, number

#: As shares of the way from middle to rim: how far within the wedge a dashed line lies, and how far outside the
#: reader's answer. “Central” is another word than “most weight”, from another study: a line is unlike a painted wedge.
_DASHED, _PIN = 0.022, 0.03


def on_map(result):
    """Whether a wheel is what is looked at."""
    return result.state.level == "one"


def painted(result, told=True):
    """Return whose weight is painted on the wheel: as long as nothing is told, that of people in pain."""
    return result.state.whose if told else "patient"


def heavy(result, told=True):
    """Return the group on which most weight lay for those whose map it is; patients, as long as nothing is told."""
    # Elsewhere the wheel lies out of sight, or as small as a dot: whose map it is changes nothing there.
    patients = not told or (on_map(result) and result.state.whose == "patient")
    return next(group for group, row in groups().items() if row.most == ("patients" if patients else "experts"))


def wedges(result, theme, told=True):
    """Yield the wedges of a map."""
    level = number(result.state.level)
    for group in groups():
        most = group == heavy(result, told)
        outline = [_at(result, place) for place in band(group, HOLE, 1.0)]
        role = "load" if most and groups()[group].most == "patients" else "pressure"
        read = group == result.state.group and on_map(result)
        edge = theme.ink if read else theme.color(role) if most else theme.muted
        fill = theme.fill(role) if most else theme.paper
        width = theme.line * (1.4 if read else 1.1 if most else 0.4) * (0.3 if level > 2 else 1)
        # Finely written: in the middle of the net, no two corners are written alike, and all find back.
        yield shape(f"one map: {group}", [outline], fill=fill, edge=edge, width=width, digits=4)


def central(result, theme, told=True):
    """Return a dashed line in the wedges that were central for experts, where the maps of experts are looked at."""
    starred = [group for group, row in groups().items() if row.central == "yes"] if told and of_experts(result) else []
    outer = {group: band(group, HOLE, 1.0 - _DASHED) for group in starred}
    ways = []
    for group, outline in outer.items():
        way = [_at(result, place) for place in outline[: len(outline) // 2]]
        # Two groups that were one there have one line across both: the second goes on where the first ends.
        if ways and groups()[group].one_with in starred[: starred.index(group)]:
            ways[-1] += way
        else:
            ways.append(way)
    return line("Dashed: central for experts", ways, dashes(theme), digits=4)


def dashes(theme):
    """Return the look of the line in what was central."""
    return {"color": theme.color("pressure"), "width": 1.1 * theme.line, "dash": "dash"}


def of_experts(result):
    """Whether a wheel of experts is looked at."""
    return on_map(result) and result.state.whose == "expert"


def pin(prediction, result, theme):
    """Return the reader's own answer: a dotted line along the rim of its wedge."""
    group = next((key for key, row in groups().items() if row.name == prediction), None)
    if group is None or not on_map(result):
        return line("Your prediction", [], theme.stroke("prediction", 1.6))
    outline = band(group, HOLE, 1.0 + _PIN)
    return line("Your prediction", [outline[: len(outline) // 2]], theme.stroke("prediction", 1.6))


def hole(result, theme):
    """Return what is clear in the middle of a map."""
    outline = [_at(result, place) for place in _circle()]
    return shape("Middle of one map", [outline], fill=theme.paper, edge=theme.paper, width=0, digits=4)


def _at(result, place):
    """Where a place of the wheel lies."""
    return places.of_wheel(number(result.state.level), result.state.whose, place)


def _circle():
    """The edge of the middle of a wheel."""
    return [places.on_wheel(turn, HOLE) for turn in range(0, 360, 10)]


def whose(result):
    """Return whose the boxes in the wedges are: the ring's or an example's, as long as the reader chooses nothing."""
    return result.owner


def names(result, theme, told=True, tagged=()):
    """Yield the words in the wedges; names that stand there as tags to be touched are left out."""
    if not on_map(result):
        return
    for group, row in groups().items():
        name, numbers, _ = places.inside(group)
        most = told and group == heavy(result)
        kept, size = result.by_group[group], len(of_group(group))
        if row.name not in tagged:
            role = (
                ("load" if row.most == "patients" else "pressure")
                if most or (not told and row.most == "patients")
                else None
            )
            yield *name, f"<b>{row.name}</b>", "middle center", theme.text(role)
        if told:
            text = f"{_signs(result, group)} {whose(result)}: {f'{kept}/{size}' if kept else 'none'}".strip()
            yield *numbers, text, "middle center", _mine(result, theme) if kept else theme.text()
        elif row.most == "patients":
            yield *numbers, "● most weight", "middle center", theme.text("load")


def _signs(result, group):
    """The signs of a group's weight for those whose map it is."""
    return stars(group).replace("●" if of_experts(result) else "★", "")


def _mine(result, theme):
    """What is said of the boxes has their colour: they are the reader's or the ring's, and not of those who weighed."""
    return theme.text("treatment" if result.chosen else "pain")


def wedge_box(group):
    """Return the outline of a wedge, to be pressed."""
    return _path(band(group, HOLE, 1.0))


def hole_box():
    """Return the outline of the middle of a wheel, to be pressed."""
    return _path(_circle())


def _path(corners):
    return "M" + "L".join(f"{x:.2f},{y:.2f}" for x, y in corners) + "Z"
