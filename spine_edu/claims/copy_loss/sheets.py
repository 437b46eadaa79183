"""The copy over its original: lines that came over, gaps in which lost lists unfold, the stack, and the nine lists."""

from spine_edu.claims.copy_loss import places
from spine_edu.claims.copy_loss.model import COURSE, NONE, WARNING, entries, entries_of, lines, lists, signs
from spine_edu.drawing import labels, outlines
from spine_edu.drawing.outlines import EMPTY, drawn

#: How many entries the longest list has, and how many signs of today no line of article 2 has.
LONGEST = max(len(entries_of(key)) for key in lists())
MISSING = [row for row in signs() if not row.entry]
_TODAY = [row for row in MISSING if row.part == "today"]


def boxes(all_boxes):
    """Return boxes as one path."""
    return "".join(places.box(*box) for box in all_boxes) or EMPTY


def lines_of_copy(result):
    """Return line of the copy -> its left, top, right and bottom edge."""
    there = {row.line: row for row in result.under}
    shown = shown_list(result)
    return {row: places.laid(row, there[result.fits[row.line][0]], result.share, shown) for row in result.over}


def shown_list(result):
    """Return the key of the list that is unfolded; empty without one."""
    return result.gap.list if result.gap else ""


def colons(result):
    """Return list -> right edge and middle of the line of the copy that ends in its colon."""
    return {
        row.list: (right, (top + low) / 2)
        for row, (_, top, right, low) in lines_of_copy(result).items()
        if row.kind == "colon"
    }


def shapes(result, theme, prediction):
    """Yield all that is drawn of the copy and its original; empty where other sheets lie there."""
    red, ink, there = theme.color("pain"), theme.ink, result.copied
    laid, slid = lines_of_copy(result) if there else {}, there and result.share > 0
    bars = list(laid.values())
    kept = [places.on_sheet(row, places.LEFT) for row in result.under if row.line in result.kept] if slid else []
    yield drawn("Lines of the original", boxes(kept), {"color": ink, "width": 0}, fill=ink)
    lost = [places.on_sheet(row, places.LEFT) for row in result.lost] if slid else []
    yield drawn("Lost lines, struck out", _strokes(lost), {"color": red, "width": 1.3, "dash": "dash"})
    over, left = theme.fill("load"), places.left_edge(result.share)
    sheet = places.box(left, places.TOP, left + places.SHEET, places.LOW) if there else EMPTY
    yield drawn("Upper sheet", sheet, {"color": ink, "width": theme.line * 0.7}, fill=over)
    paper = places.box(*places.unfolded(shown_list(result))) if result.gap else EMPTY
    yield drawn("Unfolded list", paper, {"color": red, "width": theme.line * 0.8}, fill=theme.paper)
    yield drawn("Lines of the copy", boxes(bars), {"color": ink, "width": 0}, fill=ink)
    yield drawn("Colons", _dots(result), {"color": ink, "width": 0}, fill=red if result.lies_over else ink)
    yield drawn("Press here", _carets(result), {"color": red, "width": theme.line * 0.8})
    mine = {"color": theme.color("prediction"), "width": theme.line}
    yield drawn("Your marks", _marks(result, laid), mine)
    yield drawn("Leader", _leader(result), {"color": red, "width": theme.line * 0.7})
    yield from _lists(result, theme)
    yield from ruler(result, theme, prediction, bars)


def _strokes(bars):
    return "".join(f"M{x:.2f},{(y + z) / 2:.2f}L{r:.2f},{(y + z) / 2:.2f}" for x, y, r, z in bars) or EMPTY


def _dots(result):
    path = ""
    for right, y in colons(result).values() if result.copied else ():
        path += outlines.circle(right + 0.45, y - 0.26, 0.16) + outlines.circle(right + 0.45, y + 0.26, 0.16)
    return path or EMPTY


def _carets(result):
    """Return an arrowhead beside each colon: down where its list can be unfolded, up where it is."""
    path, shown = "", shown_list(result)
    for key, (right, y) in colons(result).items() if result.copied and result.lies_over else ():
        tip = -0.22 if key == shown else 0.22
        path += f"M{right + 0.95:.2f},{y - tip:.2f}L{right + 1.35:.2f},{y + tip:.2f}L{right + 1.75:.2f},{y - tip:.2f}"
    return path or EMPTY


def _marks(result, laid):
    """Return a reader's marks that something is missing: the sign of a printer, after a line at the left edge."""
    path, x = "", places.left_edge(result.share)
    for row, (_, _, _, low) in laid.items():
        if row.number in result.noticed:
            y = low + 0.12
            path += f"M{x + 0.1:.2f},{y + 0.3:.2f}L{x + 0.4:.2f},{y - 0.15:.2f}L{x + 0.7:.2f},{y + 0.3:.2f}"
    return path or EMPTY


def _leader(result):
    """Return the way from the list that is looked at to its place on the sheet."""
    if not result.gap or result.course:
        return EMPTY
    key = shown_list(result)
    _, top, right, low = places.unfolded(key)
    y = places.row_at(key)
    middle = (top + low) / 2
    way = [(places.BOX - 1.0, y), (places.BOX - 1.2, y), (right, middle)]
    return "M" + "L".join(f"{one:.2f},{other:.2f}" for one, other in way)


def _lists(result, theme):
    """Yield the nine lists with their boxes, all alike, the reader's cross, and the course's own list."""
    there = result.copied and result.lies_over and not result.course
    keys = list(lists()) if there else []
    grey, red, ink = theme.muted, theme.color("pain"), theme.ink
    looked = places.row_of(result.gap.list) if there and result.gap else EMPTY
    yield drawn("Which list", looked, {"color": ink, "width": theme.line * 0.7}, fill=theme.panel)
    squares = boxes(places.cross_box(key) for key in keys)
    yield drawn("Boxes for a cross", squares, {"color": ink, "width": theme.line * 0.5}, fill=theme.paper)
    cards = [
        places.card(key, place, result.share)
        for key in (lists() if there else ())
        for place in range(len(entries(key)))
    ]
    yield drawn("Lost entries", boxes(cards), {"color": grey, "width": 0}, fill=grey)
    mine = {"color": theme.color("prediction"), "width": theme.line * 1.3}
    yield drawn("Your cross", _cross(result.worst.list) if there and result.worst else EMPTY, mine)
    ours = boxes([places.cross_box(WARNING, 0.16)]) if there and result.worst else EMPTY
    yield drawn("Our cross", ours, {"color": red, "width": theme.line * 0.8, "dash": "dot"})
    dashed = {"color": red, "width": theme.line * 0.6, "dash": "dash"}
    never = [places.MISSING + place * places.SIGN for place in range(len(_TODAY)) if compared(result)]
    yield drawn("Never on that list", "".join(map(places.sign_line, never)), dashed)
    yield from _course(result, theme, dashed)


def _course(result, theme, dashed):
    """Yield an empty line under each sign that article 2 does not have, a tick at the others, and a button."""
    rows = [(places.course_row(place), row) for place, row in enumerate(course_rows()) if row and result.course]
    left = places.BOX - 1.0
    lacking = [places.sign_line(y) for y, row in rows if not isinstance(row, str) and not row.entry]
    yield drawn("Not on the page’s list", "".join(lacking), dashed)
    ticks = "".join(
        f"M{left + 0.2:.2f},{y:.2f}L{left + 0.5:.2f},{y + 0.3:.2f}L{left + 1.0:.2f},{y - 0.35:.2f}"
        for y, row in rows
        if not isinstance(row, str) and row.entry
    )
    yield drawn("On the page’s list", ticks, {"color": theme.ink, "width": theme.line})
    there = result.course or compared(result)
    button = boxes([places.button()]) if there else EMPTY
    yield drawn("Button", button, {"color": theme.ink, "width": theme.line * 0.7}, fill=theme.panel)


def course_rows():
    """Return the course's own list, with its heads, from the top."""
    return ["<b>today:</b>", *(row for row in signs() if row.part == "today"), "<b>within days:</b>"] + [
        row for row in signs() if row.part == "soon"
    ]


def compared(result):
    """Return whether the lost warning signs stand beside those that were never among them: after the cross."""
    return bool(result.worst and result.gap and result.gap.list == WARNING and not result.course)


def _cross(key):
    left, top, right, low = places.cross_box(key, -0.12)
    return f"M{left:.2f},{top:.2f}L{right:.2f},{low:.2f}M{right:.2f},{top:.2f}L{left:.2f},{low:.2f}"


def ruler(result, theme, prediction, bars=None, *, asked=False):
    """Yield the ruler: what came over in one stack, how many lines there were, and how many the reader said."""
    there, (left, right) = asked or (result.copied and result.lies_over), places.STACK
    share = 1.0 if asked else result.share
    heights = [(top + low) / 2 for _, top, _, low in bars or [(0, 0, 0, 0)] * len(lines(1))]
    heap = [places.stacked(len(heights) - 1 - at, one, share) for at, one in enumerate(heights)]
    whole = places.box(left, places.level(len(lines(2))), right, places.RULER_LOW)
    scale = places.box(left, places.RULER_TOP, right, places.RULER_LOW)
    yield drawn("Scale", scale if asked else "", {"color": theme.muted, "width": 1.2})
    edge = {"color": theme.color("pain"), "width": theme.line * 0.5}
    path = whole if there and not asked else ""
    yield drawn("All lines of the original", path, edge, fill=theme.fill("pain"))
    path = boxes(heap) if share > places.STACKED and result.copied else ""
    yield drawn("Stack", path, {"color": theme.ink, "width": 0}, fill=theme.ink)
    path = bracket = ""
    if there and prediction is not None:
        y = places.level(prediction)
        path = f"M{left - 0.55:.2f},{y:.2f}L{right + 0.15:.2f},{y:.2f}"
        if not asked and prediction != len(lines(2)):
            x, end = left - 0.3, places.level(len(lines(2)))
            bracket = f"M{left - 0.05:.2f},{y:.2f}L{x:.2f},{y:.2f}L{x:.2f},{end:.2f}L{left - 0.05:.2f},{end:.2f}"
    yield drawn("Your prediction, marked", path, theme.stroke("prediction"))
    yield drawn("Apart", bracket, {"color": theme.ink, "width": theme.line * 0.6})


def ruler_words(result, theme, prediction, asked):
    """Return what stands beside the ruler: 27, 98, the reader's number and how far it is from 98."""
    copied, whole = len(lines(1)), len(lines(2))
    there = asked or (result.copied and result.lies_over)
    said = {"copied": (copied, f"<b>{copied}</b>" if asked else f"<b>{copied}</b> kept")}
    if asked:
        said["most"] = places.MOST, f"{places.MOST}"
    else:
        said["whole"] = whole, f"<b>{whole}</b> lines"
    if prediction is not None:
        said["mine"] = prediction, f"you: {prediction:g}"
        if not asked and prediction != whole:
            said["apart"] = (prediction + whole) / 2, f"gap <b>{abs(prediction - whole):g}</b>"
    spread = labels.spread([places.level(value) for value, _ in said.values()], 1.25, 0, places.HIGH)
    rows = [
        (places.SAID, y, text if there else "", "middle left", theme.text("prediction" if key == "mine" else None))
        for (key, (_, text)), y in zip(said.items(), spread, strict=True)
    ]
    return rows + [(0, 0, "", "middle left", theme.text())] * (4 - len(rows))


def words(result, theme):
    """Return the words of the copy: numbers of its lines, the list that is unfolded, and the nine lists."""
    there, center = result.copied and result.lies_over, "middle center"
    first = result.copied and not result.share
    rows = []
    for row in lines(1)[4::5]:
        y = places.rows(1)[row.line][0]
        text = f"{row.number:g}" if first else ""
        rows.append((places.RIGHT - 0.15, y, text, "middle left", {**theme.text(), "color": theme.muted}))
    rows += _unfolded(result, theme)
    for key, row in lists().items():
        text = f"{row.name} <b>{len(entries(key))}</b>" if there and not result.course else ""
        rows.append((places.NAMES, places.row_at(key), text, "middle right", theme.text()))
    rows.append((places.BOX - 1.0, places.MISSING - 1.35, _never(result), "middle right", theme.text()))
    for place, row in enumerate(_TODAY):
        text = row.sign if compared(result) else ""
        rows.append((places.BOX - 0.9, places.MISSING + place * places.SIGN, text, "middle right", theme.text()))
    for place, row in enumerate(course_rows()):
        text = row if isinstance(row, str) else row.sign
        x = places.BOX - 1.0 if isinstance(row, str) else places.NAMES
        rows.append((x, places.course_row(place), text if result.course else "", "middle right", theme.text()))
    left, top, right, low = places.button()
    text = "◂ the nine lists" if result.course else "the course’s own list ▸" if compared(result) else ""
    rows.append(((left + right) / 2, (top + low) / 2, text, center, theme.text()))
    return rows


def _never(result):
    return f"never on it, with {len(MISSING) - len(_TODAY)} more:" if compared(result) else ""


def _unfolded(result, theme):
    """Return the entries of the list that is unfolded, one a line, where they stood."""
    key = shown_list(result)
    told = list(zip(entries(key), entries_of(key), strict=True)) if key else []
    font = theme.text(size=1.0 if theme.large else 1.1)
    rows = [(places.LEFT + 0.5, places.rows(2, key)[row.line][0], text, "middle right", font) for row, text in told]
    return rows + [(0, 0, "", "middle right", theme.text())] * (LONGEST - len(rows))


def touches(result):
    """Return what is pressed of the copy: before it is slid its places, then colons, lists, boxes and the button."""
    if not result.lies_over:
        return missed(result) if not result.share else {}
    shown, things = shown_list(result), {}
    for key, (right, y) in colons(result).items():
        choice = f"gap:{NONE if key == shown else key}"
        things[choice] = places.colon_target(right, y)
        if not result.course:
            # A row does what its colon does, but does not call for a hand.
            things[f"{choice};worst:{result.state.worst}"] = places.row_of(key)
    if result.course:
        return things | {f"gap:{WARNING}": places.box(*places.button())}
    for key in lists():
        mine = NONE if key == result.state.worst else key
        things[f"worst:{mine}" + (f";gap:{WARNING}" if mine != NONE else "")] = places.box(*places.cross_box(key, 0.15))
    if compared(result):
        things[f"gap:{COURSE}"] = places.box(*places.button())
    return things


def missed(result):
    """Return the places after lines of the copy; each press puts a mark there, or takes it away."""
    things = {}
    for row in lines(1):
        now = {f"{number:g}" for number in result.noticed} ^ {f"{row.number:g}"}
        things[f"noticed:{' '.join(sorted(now, key=int))}"] = places.place_after(row)
    return things
