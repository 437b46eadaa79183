"""Five sheets on a desk: one is slid over another, its lines go where they fit, and what was lost falls out."""

from functools import cache

from spine_edu.claims import plane
from spine_edu.claims.copy_loss import places
from spine_edu.claims.copy_loss.model import PAIRS, lines, lists, simulate, strangers
from spine_edu.claims.copy_loss.words import at_step, head, names, sentence, slip
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import words
from spine_edu.drawing.outlines import EMPTY, drawn
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT

#: From which part of the way on the piles have names.
_NAMED = 0.9
#: Steps of the run.
_STEPS = 25


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the desk.

    Parameters
    ----------
    result : CopyResult
    theme : Theme
    held : CopyResult, optional
        Run A: the edge of its sheet is dashed.
    prediction : float, optional
        How many lines the reader said, as a mark on the original.
    """
    shapes = [*_thumbs(result, theme), *_desk(result, theme), _held(held, theme), _said(result, prediction, theme)]
    return plane.figure([_told(result, theme)], shapes, theme, places)


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the original alone, and the sheet of the copy without its lines."""
    bare = [
        {**one, "path": one["path"] if one["name"] in ("Lower sheet", "Upper sheet") else EMPTY}
        for one in _desk(result, theme)
    ]
    every = "".join(places.box(*places.on_sheet(row, places.LEFT)) for row in result.under)
    for one in bare:
        if one["name"] == "Lines below":
            one["path"] = every
    shapes = [*_thumbs(result, theme, asked=True), *bare, _held(None, theme), _said(result, prediction, theme)]
    return plane.figure([_told(result, theme, asked=True)], shapes, theme, places)


def frames(result, *, theme=LIGHT, prediction=None):
    """Return how the sheet is slid all the way."""
    shares = [step / _STEPS for step in range(_STEPS + 1)]
    slides = [100 * share for share in shares]
    results = [simulate(result.state.replace(slide=slide)) for slide in slides]
    told = [at_step(one) for one in results[:-1]] + [sentence(results[-1])]
    played = Frames("step", [f"{slide:.0f} % slid" for slide in slides], told, seconds=5.0, controls={"slide": slides})
    drawings = [{one["name"]: one["path"] for one in _desk(one_result, theme)} for one_result in results]
    for name in drawings[0]:
        played.add(name, path=[drawing[name] for drawing in drawings])
    played.add("Words", text=[_told(one, theme)["text"] for one in results])
    return played


def grips(result):
    """Return the sheet as a grip: it is slid by any place of it."""
    low, top, edge = places.LOW, places.TOP, places.left_edge(result.share)
    body = [(edge, top), (edge + places.SHEET, top), (edge + places.SHEET, low), (edge, low)]

    def position(slide):
        return places.left_edge(slide / 100) + places.SHEET, places.TOP + 0.2

    return [grip(result.state, "slide", position, body=body)]


def touches(result):
    """Return the small sheets, which choose a pair, and the piles, which open a lost list."""
    things = {f"pair:{pair}": "".join(places.thumb(page, 0.4) for page in pages) for pair, pages in PAIRS.items()}
    things["pair:other"] = places.thumb(5, 0.4)
    if result.entries and result.share >= _NAMED:
        things |= {f"gap:{key}": places.row_of(key) for key in lists()}
    return {"axes": ["xaxis", "yaxis"], "things": things}


def _thumbs(result, theme, asked=False):
    """Yield the five small sheets, those without a name beside the fourth, and the arrows between them."""
    thin = {"color": theme.muted, "width": 1.2, "dash": "dot"}
    end, middle = places.THUMBS[4] + places.THUMB + 0.3, (places.THUMB_TOP + places.THUMB_LOW) / 2
    boxes = [places.ghost(number) for number in range(strangers())]
    ways = "".join(f"M{left - 0.15:.2f},{(top + low) / 2:.2f}L{end},{middle:.2f}" for left, top, _, low in boxes)
    yield drawn("Ways from sheets without a name", ways, thin)
    yield drawn("Sheets without a name", _boxes(boxes), {**thin, "dash": "solid"}, fill=theme.paper)
    for page in places.THUMBS:
        chosen = page in PAIRS[result.state.pair]
        edge = {"color": theme.ink, "width": theme.line * (1.5 if chosen else 0.5)}
        yield drawn(f"Article {page}", places.thumb(page), edge, fill=theme.panel if chosen else theme.paper)
        texture = "" if asked and page == 1 else _texture(page)
        yield drawn(f"Lines of article {page}", texture, {"color": theme.muted, "width": 0}, fill=theme.muted)
    y = middle
    start, end = places.THUMBS[2] - places.THUMB - 0.35, places.THUMBS[1] + places.THUMB + 0.35
    taken = {"color": theme.color("pain"), "width": theme.line}
    yield drawn("Taken over", f"M{start},{y}L{end},{y}M{end + 0.7},{y - 0.6}L{end},{y}L{end + 0.7},{y + 0.6}", taken)
    start, end = places.THUMBS[3] + places.THUMB + 0.35, places.THUMBS[4] - places.THUMB - 0.35
    path = f"M{start},{y}L{end},{y}"
    path += f"M{end - 0.7},{y - 0.6}L{end},{y}L{end - 0.7},{y + 0.6}M{start + 0.7},{y - 0.6}L{start},{y}"
    yield drawn("Shared words", f"{path}L{start + 0.7},{y + 0.6}", {"color": theme.color("load"), "width": theme.line})


@cache
def _texture(page):
    """Return the lines of a small sheet as a path: each as long as on the large one."""
    x, rows = places.THUMBS[page] - places.THUMB + 0.3, lines(page)
    room = places.THUMB_LOW - places.THUMB_TOP - 0.6
    path = ""
    for row in rows:
        y = places.THUMB_TOP + 0.3 + (row.number - 0.5) * room / len(rows)
        half = min(0.3 * room / len(rows), 0.16)
        path += places.box(x, y - half, x + places.long(row) * (2 * places.THUMB - 0.6) / places.SHEET, y + half)
    return path


def _desk(result, theme):
    """Return both sheets with their lines, what was lost, and the list that is looked at."""
    edge = {"color": theme.ink, "width": theme.line * 0.7}
    left, there = places.left_edge(result.share), {row.line: row for row in result.under}
    entries = [(row, place) for rows in result.entries.values() for place, row in enumerate(rows)]
    falling = {row.line for row, _ in entries}
    below = [places.on_sheet(row, places.LEFT) for row in result.under if row.line not in falling]
    fitting = [
        places.laid(row, [there[line] for line in result.fits[row.line]], result.share)
        for row in result.over
        if row.line in result.fits
    ]
    alone = [places.laid(row, (), result.share) for row in result.nameless]
    colons = [
        box
        for row, box in zip((row for row in result.over if row.line in result.fits), fitting, strict=True)
        if row.kind == "colon" and row.list
    ]
    red, ink = theme.color("pain"), theme.ink
    sheet = places.box(places.LEFT, places.TOP, places.LEFT + places.SHEET, places.LOW)
    over = places.box(left, places.TOP, left + places.SHEET, places.LOW)
    grey = theme.color("neutral")
    shown = [
        drawn("Lower sheet", sheet, edge, fill=theme.paper),
        drawn("Lines below", _boxes(below), {"color": grey, "width": 0}, fill=grey, opacity=0.45),
        drawn("Upper sheet", over, edge, fill=theme.fill("load"), opacity=0.62),
        drawn("Where it stood", _hole(result), {"color": red, "width": theme.line}, fill=None),
        drawn("Lines that came over", _lit(result), {"color": ink, "width": 0}, fill=theme.color("load")),
        drawn("Which pile", _row(result), {"color": red, "width": theme.line}, fill=theme.fill("pain")),
        drawn("Lines that fit", _boxes(fitting), {"color": ink, "width": 0}, fill=ink),
        drawn("Lines that fit nowhere", _boxes(alone), {"color": ink, "width": 1}, fill=theme.fill("load")),
        drawn("Told twice", _twice(result), {"color": ink, "width": theme.line * 0.8}),
        drawn("Colons", _dots(colons), {"color": red, "width": 0}, fill=red),
        drawn(
            "Lost entries",
            _boxes(places.pile(row, place, result.share) for row, place in entries),
            {"color": red, "width": 0},
            fill=red,
        ),
        drawn("Slip: what stood here", _slip(result), {"color": red, "width": theme.line}, fill=theme.paper),
    ]
    return shown


def _lit(result):
    """Return the lines of the lower sheet that are on the upper one, too, while that is on its way to them."""
    if not 0 < result.share < 1:
        return EMPTY
    there = {line for twins in result.fits.values() for line in twins}
    return _boxes(places.on_sheet(row, places.LEFT) for row in result.under if row.line in there)


def _slip(result):
    if not result.gap or result.share < _NAMED:
        return EMPTY
    return places.box(*places.slip(result.state.gap, len(slip(result))))


def _boxes(boxes):
    return "".join(places.box(*box) for box in boxes) or EMPTY


def _twice(result):
    """Return a bracket between pieces of the upper sheet that share words with each other and fit nowhere."""
    there, path = {row.line: row for row in result.nameless}, ""
    for row in result.nameless:
        for other in row.repeats.split():
            if other in there and row.number < there[other].number:
                (_, top, x, low), (_, up, _, down) = (places.laid(one, (), 0) for one in (row, there[other]))
                first, last, out = (top + low) / 2, (up + down) / 2, x + 0.45 + 0.35 * (row.number % 2)
                path += f"M{x:.2f},{first:.2f}L{out:.2f},{first:.2f}L{out:.2f},{last:.2f}L{x:.2f},{last:.2f}"
    return path or EMPTY


def _dots(boxes):
    """Return a colon behind each line that ends in one and has lost what followed."""
    path = ""
    for _, top, right, low in boxes:
        y, apart = (top + low) / 2, max(0.45 * (low - top), 0.13)
        size = 0.7 * apart
        path += outlines.circle(right + 0.4, y - apart, size) + outlines.circle(right + 0.4, y + apart, size)
    return path or EMPTY


def _hole(result):
    return places.box(*places.hole(result.state.gap)) if result.gap else EMPTY


def _row(result):
    return places.row_of(result.state.gap) if result.gap and result.share >= _NAMED else EMPTY


def _held(held, theme):
    edge = places.left_edge(held.share) if held else 0
    path = places.box(edge, places.TOP, edge + places.SHEET, places.LOW) if held else ""
    return drawn("Sheet of run A", path, theme.stroke("held"))


def _said(result, prediction, theme):
    """Return how far down the original the reader has marked."""
    path = ""
    if prediction is not None and result.state.pair == "copy":
        _, y = level(prediction)
        path = f"M{places.LEFT - 0.2},{y:.2f}L{places.LEFT + places.SHEET + 0.6},{y:.2f}"
    return drawn("Your prediction, marked", path, theme.stroke("prediction"))


def level(value):
    """Return where the mark of so many lines lies on the original."""
    pitch = (places.LOW - places.TOP - 1.6) / len(lines(2))
    return places.LEFT + places.SHEET + 0.6, places.TOP + 0.8 + value * pitch


def _told(result, theme, asked=False):
    """Return all words of the picture as one trace."""
    told = [(x, 6.5, f"<b>{page}</b>", "middle center", theme.text(size=1.1)) for page, x in places.THUMBS.items()]
    for number in range(strangers()):
        left, top, right, low = places.ghost(number)
        told.append(((left + right) / 2, (top + low) / 2, "?", "middle center", theme.text(size=0.8)))
    left, right = places.LEFT + places.SHEET / 2, places.RIGHT + places.SHEET / 2
    under, over = head(result, asked)
    told.append((left, places.TOP - 0.8, under, "middle center", theme.text(size=1.05)))
    told.append((right, places.TOP - 0.8, over, "middle center", theme.text(size=1.05)))
    told.append((17.0, 19.0, "<b>← slide</b>" if not asked and not result.share else "", "middle center", theme.text()))
    for row in lines(4):
        _, top, right, low = places.on_sheet(row, places.RIGHT)
        alone = not asked and row in result.nameless
        told.append(((places.RIGHT + right) / 2, (top + low) / 2, "?" if alone else "", "middle center", theme.text()))
    named = not asked and result.share >= _NAMED
    told += _slip_words(result, theme, named)
    if asked:
        for value in (0, len(result.under)):
            told.append((level(value)[0] + 0.8, level(value)[1], f"{value}", "middle right", theme.text()))
    else:
        told += [(0, 0, "", "middle left", theme.text())] * 2
    for key, text in names(result).items():
        y = places.FIRST + (lists()[key].number - 1) * places.DOWN
        font = theme.text("pain" if key == "warning" else None)
        told.append((places.NAMES, y, text if named else "", "middle left", font))
    return words("Words", told)


def _slip_words(result, theme, named):
    """Return what stood in the hole as one text, where its pile is named and pressed."""
    told = slip(result)
    left, top, right, low = places.slip(result.state.gap, len(told)) if told else (0, 0, 0, 0)
    text = "<br>".join(told) if named else ""
    return [((left + right) / 2, (top + low) / 2, text, "middle center", theme.text(size=0.92))]
