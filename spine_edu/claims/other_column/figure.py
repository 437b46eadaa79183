"""Two plates for a hundred people each, one of them empty; the same result in three sentences; the panel's tables."""

from spine_edu.claims.other_column import names, people, places, writing
from spine_edu.claims.other_column.model import ESTIMATES
from spine_edu.drawing import outlines
from spine_edu.drawing.grips import grip, grip_of_choices
from spine_edu.drawing.marks import words
from spine_edu.theme import LIGHT

#: The settings that the question is about: the start.
ASKED = {"claim": "device", "counted": "again", "when": "year2", "other": "mine", "view": "columns", "mine": 0}
#: Where the hundred of the question stand: those without the device.
CROWD = {
    "axes": ["xaxis", "yaxis"],
    "places": [list(places.seat(person, places.OTHER)) for person in range(100)],
}
#: How many pixels a person has, also in a hall, and how long people walk, ms.
_CELL, _LARGE, _WALK = 21, 27, 900


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `ColumnResult`.

    Parameters
    ----------
    result, held : ColumnResult
    theme : Theme
    prediction : float or None
        How many of 100 the reader expected in the other column of the device.
    """
    guess = prediction if _asked(result) else None
    return {
        "data": [
            words("words", writing.rows(result, theme, held, guess)),
            words("names to press", writing.on_names(result, theme)),
        ],
        "layout": _layout(theme, _shapes(result, theme, held, guess)),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the full column and the empty one, with as many people as the reader has painted there."""
    said = places.band(0, round(prediction), places.OTHER) if prediction else ""
    drawn = _shapes(result, theme, None, None)
    return {
        "data": [
            words("words", writing.rows(result, theme, None, None, asking=True)),
            words("names to press", writing.on_names(result, theme)),
        ],
        "layout": _layout(
            theme, [*drawn, outlines.drawn("you said", said, theme.stroke("prediction", 1.2), visible=bool(said))]
        ),
    }


def grips(result):
    """Return the handles: how many are painted, the time, and the estimates of the three sentences."""
    state, found = result.state, []
    if state.view == "columns":
        found.append(grip(state, "mine", places.along_plate, along="y"))
        spots = [(x, places.LINE) for x in places.times(len(result.times))]
        if spots:
            now = result.times.index(result.columns.row.when)
            found.append(grip_of_choices("when", [f"when:{when}" for when in result.times], spots, now))
    elif state.view == "wordings":
        found += [grip(state, name, places.along_strip(at), along="x") for at, name in enumerate(ESTIMATES)]
    return found


def touches(result):
    """Return what is tapped: the pages, the buttons, the names, the seats of the empty column, and the tables."""
    return {"axes": ["xaxis", "yaxis"], "things": names.things(result)}


def _asked(result):
    return all(getattr(result.state, name) == ASKED[name] for name in ("claim", "counted", "when", "view"))


def _layout(theme, shapes):
    cell = _LARGE if theme.large else _CELL
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    low, high = places.ROWS
    return theme.layout(
        height=round(cell * (high - low)) + 12,
        margin={"l": 6, "r": 6, "t": 6, "b": 6},
        shapes=list(shapes),
        meta={"cut": True, "walk": _WALK},
        xaxis={**plain, "range": list(places.COLUMNS), "anchor": "y"},
        yaxis={**plain, "range": [high, low], "anchor": "x", "scaleanchor": "x", "constraintoward": "top"},
    )


def _shapes(result, theme, held, guess):
    yield from _boxes(result, theme)
    yield from _plates(result, theme)
    for name, path in people.columns(result).items():
        yield _person(name, path, result, theme)
    yield from _compared(result, theme, held, guess)
    yield from _taken(result, theme)
    yield from _strips(result, theme)
    yield from _panel(result, theme)
    line = "".join(f"M{x:.4g},{places.LINE - 0.3}V{places.LINE + 0.3}" for x in writing.ticks(result))
    whole = f"M{places.ENDS[0]},{places.LINE}H{places.ENDS[1]}{line}" if line else ""
    yield outlines.drawn("times", whole, {"width": 1.6, "color": theme.muted})


def _boxes(result, theme):
    """Yield the boxes of all names: plain ones, those with nothing behind them, and the chosen ones."""
    kinds = {"names": "", "nothing behind": "", "chosen names": ""}
    for one in names.every(result):
        kind = "chosen names" if one.chosen else "names" if one.there else "nothing behind"
        kinds[kind] += places.outline(*one.box)
    muted = {"width": 1.2, "color": theme.muted}
    yield outlines.drawn("names", kinds["names"], muted, fill=theme.panel)
    yield outlines.drawn("nothing behind", kinds["nothing behind"], {**muted, "dash": "dot"})
    yield outlines.drawn(
        "chosen names", kinds["chosen names"], {"width": 2, "color": theme.ink}, fill=theme.fill("water")
    )


def _plates(result, theme):
    """Yield the plates: a full one, and an empty one."""
    kinds = {"full plates": "", "empty plates": ""}
    if result.state.view == "columns":
        for left, count in zip((places.FIRST, places.OTHER), result.shown, strict=True):
            kinds["full plates" if count is not None else "empty plates"] += places.outline(*places.plate(left))
    yield outlines.drawn("full plates", kinds["full plates"], {"width": 1, "color": theme.grid})
    yield outlines.drawn("empty plates", kinds["empty plates"], {"width": 2, "color": theme.muted, "dash": "dash"})


def _person(name, path, result, theme):
    """Return some people of the columns in their look: hollow where their number is from memory."""
    if name == "empty seats":
        return outlines.drawn(name, path, {"width": 0, "color": theme.muted}, fill=theme.muted)
    if name == "painted":
        return outlines.drawn(name, path, {"width": 1.5, "color": theme.color("prediction")})
    role = "pain" if name.endswith("not well") else "better"
    color = theme.color(role)
    hollow = result.columns is not None and result.columns.remembered
    return outlines.drawn(name, path, {"width": 1.2, "color": color}, fill=None if hollow else color)


def _compared(result, theme, held, guess):
    """Yield what is laid round the people: who differ, what the reader has said, and run A."""
    yield outlines.drawn("who differ", people.differ(result), {"width": 2.6, "color": theme.ink})
    said = result.state.mine or guess or 0
    over = result.state.view == "columns" and result.laid_over and result.shown[1] is not None
    path = places.band(0, round(said), places.OTHER) if over and said else ""
    yield outlines.drawn("as many as you said", path, theme.stroke("prediction", 1.4))
    path = ""
    if held is not None and result.state.view == "columns":
        edges = zip(held.shown, (places.FIRST, places.OTHER), strict=True)
        path = "".join(places.band(0, count, left) for count, left in edges if count)
    yield outlines.drawn("A", path, theme.stroke("held", 1.2))


def _taken(result, theme):
    looks = {"it takes": "neutral", "for one": "better", "or as many": None}
    for name, path in people.takes(result).items():
        color = theme.color(looks[name] or "neutral")
        yield outlines.drawn(name, path, {"width": 1, "color": color}, fill=color if looks[name] else None)


def _strips(result, theme):
    drawn, plain = people.strips(result), theme.color("neutral")
    yield outlines.drawn(
        "said of the sentences",
        drawn["said of the sentences"],
        theme.stroke("prediction", 1.2),
        fill=theme.fill("prediction"),
    )
    yield outlines.drawn("people of the sentences", drawn["people of the sentences"], {"width": 1, "color": plain})
    color = theme.color("better")
    name = "differ by the sentences"
    yield outlines.drawn(name, drawn[name], {"width": 1, "color": color}, fill=color)


def _panel(result, theme):
    looks = {"wait for the question": ("neutral", False), "say yes": ("better", True), "say no": ("pain", True)}
    for name, path in people.panel(result).items():
        role, filled = looks.get(name, ("neutral", False))
        color = theme.color(role)
        yield outlines.drawn(name, path, {"width": 1.5, "color": color}, fill=color if filled else None)
    yield outlines.drawn("tables", people.tables(result), {"width": 1.2, "color": theme.muted}, fill=theme.panel)
