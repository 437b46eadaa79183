"""All sentences at once: a row each, with how it is trusted, how far the flag stood from the end, and the end."""

from spine_edu.claims.tracer import scene
from spine_edu.claims.tracer.model import NAMES
from spine_edu.claims.tracer.places import WIDE, box, oval, path
from spine_edu.claims.tracer.words import averages, ends, row_of
from spine_edu.drawing.outlines import EMPTY, drawn

#: Height of the first row and from row to row; where the trust 0 and 10 lie across; the column of flags; the ends.
_TOP, _PITCH, _SCALE, _FLAGS, _ENDS = 263.0, 16.6, (130.0, 238.0), 264.0, (281.0, 355.0)
#: Half a row's height, and where the little stall of a seller stands.
_HALF, _STALL = 8.0, 117.0
#: Height of the averages, and of what the marks mean.
_MEANS, _LEGEND = (76.0, 59.0), (37.0, 19.0)
#: Moment -> the role of its mark's colour, and where the mark stands that tells what it is, with its words.
_MOMENTS = {"unseen": (10.0, "trust, unseen"), "seen": (110.0, "knowing who"), "after": (210.0, "after the walk")}


def rows(result):
    """Return sentence -> the height of its row: by how the walks ended, and below them what is not walked."""
    order = sorted(result.kept.values(), key=lambda one: ends().index(row_of(one, result)))
    return {one.claim: _TOP - _PITCH * at for at, one in enumerate(order)}


def at(trust):
    """Return where a trust lies across."""
    low, high = _SCALE
    return low + (high - low) * trust / 10


def shapes(result, theme, there):
    """Yield the rows, the marks of each trust and how it went, stalls, and ends; nothing where a walk is shown."""
    high = rows(result)
    thin = {"width": theme.line * 0.4, "color": theme.muted}
    y = high[result.state.claim]
    chosen = box(1, WIDE - 1, y - _HALF, y + _HALF) if there else EMPTY
    yield drawn("The row that is chosen", chosen, {"width": theme.line * 0.5, "color": theme.ink}, fill=theme.panel)
    lines = "".join(path([(at(0), y), (at(10), y)], closed=False) for y in high.values())
    yield drawn("Rows", lines if there else EMPTY, thin)
    lines = "".join(path([(at(x), min(high.values()) - 7), (at(x), _TOP + 7)], closed=False) for x in (0, 5, 10))
    yield drawn("From 0, 5 and 10", lines if there else EMPTY, {**thin, "dash": "dot"})
    yield from _beside(result, high, theme, there)
    yield from _trust(result, high, theme, there)
    known = [one for one in result.kept.values() if _known(one, result) and one.trail.seller]
    stalls = "".join(_stall(_STALL, high[one.claim]) for one in known) + _stall(_STALL + 93, _LEGEND[1])
    edge = {"width": theme.line * 0.6, "color": theme.ink}
    yield drawn("Sellers", stalls if there else EMPTY, edge, fill=theme.fill("inflammation"))
    for end in ends()[:-1]:
        # Where only an invented reader has walked, the end is said without a cloth.
        ours = [high[one.claim] for one in result.kept.values() if there and one.walked and one.trail.end == end]
        cloths = "".join(box(*_ENDS, y - 7, y + 7) for y in ours)
        yield drawn(f"Ended: {end}", cloths or EMPTY, edge, fill=scene.cloth(end, theme))


def _known(one, result):
    """Whether the reader has seen who says it, or an invented reader has."""
    return one.seen is not None or bool(result.beside) or (one.claim == result.state.claim and result.shown)


def _stall(x, y):
    return path([(x - 6, y - 4), (x + 6, y - 4), (x + 4, y + 4), (x - 4, y + 4)])


def _mark(moment, x, y):
    """A ring, a dot in it, a diamond round both: so those that meet are told apart."""
    if moment == "after":
        return path([(x - 6.5, y), (x, y + 6.5), (x + 6.5, y), (x, y - 6.5)])
    return path(oval(x, y, *(4.4, 4.4) if moment == "unseen" else (2.4, 2.4), count=16))


def _trust(result, high, theme, there):
    """Yield how each trust went, and its marks; those that tell what they are stand below."""
    mine = {"width": theme.line * 0.9, "color": theme.color("prediction")}
    ways = "".join(_way(one, high[one.claim]) for one in result.ratings)
    yield drawn("How trust went", ways if there else EMPTY, mine)
    for moment, (x, _) in _MOMENTS.items():
        given = [(getattr(one, moment), high[one.claim]) for one in result.ratings]
        marks = "".join(_mark(moment, at(trust), y) for trust, y in given if trust is not None)
        fill = {"unseen": theme.paper, "seen": theme.color("prediction")}.get(moment)
        yield drawn(f"Trust, {moment}", marks + _mark(moment, x, _LEGEND[0]) if there else EMPTY, mine, fill=fill)


def _way(one, y):
    ends_ = [at(trust) for trust in (one.trust[0], one.trust[-1])]
    return path([(x, y) for x in ends_], closed=False) if ends_[0] != ends_[1] else ""


def _beside(result, high, theme, there):
    """Yield the trust of an invented reader: hollow and dashed, with an arrowhead where it went."""
    ways = "".join(_went(one.unseen, one.seen, high[one.claim]) for one in result.beside.values())
    legend = path(oval(10, _LEGEND[1], 4.4, 4.4, count=16)) if result.beside else ""
    look = {"width": theme.line * 0.8, "color": theme.color("neutral"), "dash": "dot"}
    yield drawn("Trust of an invented reader", ways + legend if there and result.beside else EMPTY, look)


def _went(unseen, seen, y):
    (start, end), y = (at(unseen), at(seen)), y - 4.5
    ring = path(oval(start, y, 3.2, 3.2, count=12))
    if start == end:
        return ring
    side = 1 if end > start else -1
    head = path([(end - side * 5, y + 3), (end, y), (end - side * 5, y - 3)], closed=False)
    return ring + path([(start + side * 3.2, y), (end, y)], closed=False) + head


def touches(result):
    """Return what is pressed: a row shows its sentence in the bubble."""
    return {
        f"claim:{claim}": box(0, WIDE, y - _HALF, y + _HALF)
        for claim, y in rows(result).items()
        if claim != result.state.claim
    }


def words(result, theme, there):
    """Return the words: heads of the columns, names, flags, ends, how trust went on average, and what marks mean."""
    font, small = theme.text(size=1.1), theme.text(size=1.05)
    head = [(at(x), str(x)) for x in (0, 5, 10)] + [(_FLAGS, "flag"), (sum(_ENDS) / 2, "it ends")]
    found = [(x, _TOP + 15, f"<b>{text}</b>", "middle center", font) for x, text in head]
    found.append((4, _TOP + 15, "<b>Press a sentence</b>", "middle right", font))
    for claim, y in rows(result).items():
        one = result.kept[claim]
        found.append((4, y, NAMES[claim], "middle right", font))
        found.append((_FLAGS, y, _flag(one), "middle center", theme.text("prediction", 1.1)))
        found.append((sum(_ENDS) / 2, y, row_of(one, result), "middle center", theme.text()))
    found += [(x + 9, _LEGEND[0], text, "middle right", small) for x, text in _MOMENTS.values()]
    found.append((_STALL + 104, _LEGEND[1], "a seller", "middle right", small))
    found.append((19, _LEGEND[1], "invented reader" if result.beside else "", "middle right", small))
    for seller, y in zip((True, False), _MEANS, strict=True):
        mine, other = averages(result.ratings, seller), averages(result.beside.values(), seller)
        who = "Sellers" if seller else "Not signed"
        found.append((4, y, f"{who}: {mine or 'none rated twice'}", "middle right", theme.text("prediction", 1.05)))
        found.append(
            (190, y, f"invented reader: {other}" if other else "", "middle right", theme.text("neutral", 1.05))
        )
    return [(x, y, text if there else "", place, look) for x, y, text, place, look in found]


def _flag(one):
    """Return how many stones too far (+) or too short (−) the flag stood; a question mark before the end."""
    if one.flag is None:
        return ""
    return "?" if one.apart is None else f"{one.apart:+d}".replace("-", "−") if one.apart else "0"
