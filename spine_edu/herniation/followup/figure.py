"""The hundred of the trial, who walk to their groups, both ways of reading it, and the reader’s guess."""

from spine_edu.data import short_citation
from spine_edu.drawing import hundred, outlines
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import words
from spine_edu.herniation import charts, crowd
from spine_edu.herniation.followup.model import LOOKS, PEOPLE, constant
from spine_edu.theme import LIGHT

#: How each look is drawn: the role of its colour, whether it is filled, and whether the person is bent.
_MARKS = {
    "well, still seen": ("herniation", True, False),
    "well, not seen": ("neutral", False, False),
    "not well, still seen": ("pain", True, True),
    "not well, not seen": ("pain", False, True),
}
#: As many people as a look has at most, in one hundred or the other: so many walk.
_MOST = {"well, still seen": 35, "well, not seen": 65, "not well, still seen": 5, "not well, not seen": 11}
#: The two groups of each way of sorting: what their looks have in common, and how many columns they take; in all 12.
_GROUPS = {
    "outcome": (("well, ", 9), ("not well, ", 3)),
    "scan": (("still seen", 4), ("not seen", 8)),
    "well": (("well, ", 10),),
}
#: Over each group: what they are, and what the trial found in a hundred such people, which is named once.
_SIGNS = {
    "outcome": (("did well", "still seen:", "visible_good"), ("did not", "", "visible_poor")),
    "scan": (("still seen", "did well:", "good_visible"), ("not seen", "", "good_hidden")),
    "well": (("who did well", "still seen:", "visible_good"),),
}
#: How far apart people stand, and the groups; the middle of the first person; how wide all are, and
#: how high, without the key and with it; in units.
_ACROSS, _DOWN, _GAP, _FIRST, _WIDE, _HIGH, _WITH_KEY = 70, 82, 36, (36, 41), 894, 820, 1060
#: Where the second column of the key begins, units.
_HEAD = 420
#: How long people walk, ms.
_WALK = 1100
#: Each way of sorting and each rule that a press chooses, with its words.
_SORTS = {
    "outcome": "by how they feel",
    "scan": "by what the scan shows",
    "well": "only people who did well",
}
_RULES = {
    "hidden": "scan no longer shows it",
    "visible": "scan still shows it",
    "everybody": "everybody",
}
#: Heights down the right side, in lines: two headings, the first of their choices, and the bar of the chosen rule.
_SORTED, _RULED, _GUESS, _LOWEST = 0.3, 4.6, 11.5, 12
_OF_100 = (0, 50, 100)
#: A press lies on every third person of a look: where the next one is too near, it counts for both.
_PRESSED = 3
#: Where across the figure the people end and the words begin, on a page and in a hall, whose words need more room.
_SPLIT = ((0.55, 0.58), (0.52, 0.55))


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `FollowupResult`.

    Parameters
    ----------
    result : FollowupResult
    theme : Theme
    held : FollowupResult or None
        An earlier guess, marked as A.
    prediction : float or None
        In how many of 100 who did well the reader expected the herniation to be seen.
    """
    chart, inner = _chart(theme)
    guess = prediction if result.state.sort == "well" else None
    seats = _seats(result)
    return {
        "data": [
            _words_at_the_people(result, theme, guess),
            chart.points(
                "A, held",
                [(held.right, -_GUESS)] if held and held.right is not None else [],
                mode="markers+text",
                marker=theme.marker("held", 1.3),
                text=["A"],
                textposition="bottom center",
                textfont=theme.text("held"),
            ),
            _pressed(seats),
            _choices(result, theme, chart),
            words("words at the right", _words_right(result, theme, chart, prediction), chart.names),
        ],
        "layout": _layout(
            theme,
            inner,
            [*_people(result, seats, theme), _guessed(guess, theme), *_bar(result, theme, chart)],
            _scene(theme),
            # Where nothing is said yet, there is nothing to measure.
            **chart.layout(theme, inner, "of 100 people", _OF_100, visible=result.right is not None),
        ),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the hundred people of the question, none of them marked, and those whom the reader has painted."""
    role = _MARKS["well, not seen"][0]
    everybody = hundred.path(map(hundred.place, range(PEOPLE)), "upright", 0.42)
    outline = "" if prediction is None else hundred.first(round(prediction))
    title = "100 people who did well<br>1 year after sciatica"
    return {
        "data": [words("words over the people", [charts.heading(title, theme)])],
        "layout": _layout(
            theme,
            charts.HIGH_ALONE,
            [
                _fence(outline, theme),
                outlines.drawn("people who did well", everybody, {"width": 1.6, "color": theme.color(role)}),
            ],
            charts.square_axes("", charts.ALONE, charts.HIGH_ALONE),
        ),
    }


def _chart(theme):
    """Return the chart of the right side, and the height of the figure without its margins, px."""
    high, inner = theme.em((1.45 if theme.large else 1.65) * (_LOWEST + 0.8)), 600 if theme.large else 500
    return charts.Chart("2", (0, 100), (-_LOWEST, 0.8), (_SPLIT[theme.large][1], 1), 0, high, room=inner - high), inner


def _layout(theme, inner, shapes, axes, **more):
    top = theme.em(3.1)
    return theme.layout(
        height=top + inner + 8,
        margin={"l": 6, "r": theme.em(1.3), "t": top, "b": 8},
        shapes=shapes,
        meta={"walk": _WALK},
        **axes,
        **more,
    )


def _scene(theme):
    """Return the two hidden axes on which people stand, y downwards, as large as the place lets them be."""
    across = (0, _SPLIT[theme.large][0])
    plain = {"visible": False, "fixedrange": True, "constrain": "domain"}
    return {
        "xaxis": {**plain, "range": [0, _WIDE], "domain": across, "anchor": "y", "constraintoward": "left"},
        "yaxis": {**plain, "range": [_WITH_KEY, 0], "anchor": "x", "scaleanchor": "x", "constraintoward": "top"},
    }


def _fence(outline, theme):
    look = {"width": theme.line * 1.3, "color": theme.color("prediction"), "dash": "dot"}
    return outlines.drawn("as many as you said", outline, look)


def _guessed(guess, theme):
    """Return the outline round as many people as the reader expected."""
    return _fence("" if not guess else _first(round(guess)), theme)


def _first(count):
    """Return the outline round the first so many people of a group of ten columns."""
    columns = _GROUPS["well"][0][1]
    whole, rest = divmod(count, columns)
    right, end, low = _ACROSS * columns + 1, _ACROSS * rest + 1, _DOWN * whole
    if not rest:
        return f"M1,0H{right}V{low}H1Z"
    return f"M1,0H{right if whole else end}V{low if whole else _DOWN}H{end}V{low + _DOWN}H1Z"


# People ---------------------------------------------------------------------------------------------------------------


def _seats(result):
    """Return look -> where each of its people stands, as x and y; None for those who are not in this hundred."""
    sort, seats, left = result.state.sort, {look: [] for look in LOOKS}, _FIRST[0]
    for common, columns in _GROUPS[sort]:
        for number, look in enumerate(_members(result, common)):
            down, across = divmod(number, columns)
            seats[look].append((left + _ACROSS * across, _FIRST[1] + _DOWN * down))
        left += _ACROSS * columns + _GAP
    return {look: [*places, *[None] * (_MOST[look] - len(places))] for look, places in seats.items()}


def _members(result, common):
    """Return the looks of a group's people, one by one."""
    return [look for look in result.looks if look.startswith(common) or look.endswith(common)]


def _people(result, seats, theme):
    """Return the people of each look; who is guessed wrong has a cross."""
    wrong = {look for look, one in zip(result.looks, result.wrong, strict=True) if one}
    for look, (role, filled, bent) in _MARKS.items():
        color = theme.color(role)
        yield outlines.drawn(
            look,
            crowd.people(seats[look], bent),
            {"width": 1.6, "color": color},
            fill=color if filled else None,
        )
    crosses = "".join(crowd.cross(*place) for look in LOOKS if look in wrong for place in seats[look] if place)
    yield outlines.drawn("guessed wrong", crosses, {"width": 2.8, "color": theme.ink})
    for look, place in _keys():
        role, filled, bent = _MARKS[look]
        color = theme.color(role)
        mark = crowd.people([place], bent) if result.counts[look] else ""
        yield outlines.drawn(f"key: {look}", mark, {"width": 1.6, "color": color}, fill=color if filled else None)


def _keys():
    """Return each look with the place of its mark in the key, under the people: a row for each way to feel."""
    for number, look in enumerate(LOOKS):
        down, across = divmod(number, 2)
        yield look, (_FIRST[0] + _HEAD * across, _HIGH + 115 + _DOWN * down)


def _pressed(seats):
    """Return where a press on people says of all with the same scan that they do well."""
    spots = [
        (*(place or crowd.GONE), "visible" if look.endswith("still seen") else "hidden")
        for look, places in seats.items()
        for place in places[1::_PRESSED]
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "people to press",
        "x": [x for x, *_ in spots],
        "y": [y for _, y, _ in spots],
        "marker": {"size": 40, "opacity": 0},
        "hoverinfo": "none",
        "customdata": [f"rule:{rule}" for *_, rule in spots],
    }


def _words_at_the_people(result, theme, guess):
    """Return the sign over each group, and what the marks under the people mean."""
    rows, groups, font = [], _GROUPS[result.state.sort], theme.text(size=0.93)
    for number in range(2):
        text = ""
        if number < len(groups):
            count = len(_members(result, groups[number][0]))
            called, found, share = _SIGNS[result.state.sort][number]
            text = f"<b>{count} {called}</b><br>{found} {constant(share):.0f} of 100".replace("> ", ">")
        at, side = (0, "top right") if not number else (_WIDE, "top left")
        rows.append((at, 0, text, side, font))
    for number, scan in enumerate(("still seen", "not seen")):
        rows.append((_HEAD * number + 8, _HIGH + 40, scan, "middle right", {**font, "color": theme.muted}))
    rows += [
        (
            x + 52,
            y,
            f"{result.counts[look]} {look.split(',')[0]}" if result.counts[look] else "",
            "middle right",
            font,
        )
        for look, (x, y) in _keys()
    ]
    said = "" if guess is None else f"dotted: you said {guess:g}"
    rows.append((_WIDE, 0, said, "top left", theme.text("prediction", 0.93)))
    return words("words at the people", rows)


# The right side -------------------------------------------------------------------------------------------------------


def _lines():
    """Return what is pressed at the right, with its words and its height: how to sort, and of whom to say it."""
    for name, options, heading in (("sort", _SORTS, _SORTED), ("rule", _RULES, _RULED)):
        for number, (value, text) in enumerate(options.items(), 1):
            yield name, value, text, -heading - number


def _choices(result, theme, chart):
    """Return the rings before the choices, of which a click chooses one; that of a chosen one is filled."""
    rows = list(_lines())
    return chart.points(
        "choices to click",
        [(2, y) for *_, y in rows],
        marker={
            "symbol": ["circle" if getattr(result.state, name) == value else "circle-open" for name, value, *_ in rows],
            "size": theme.em(0.8),
            "color": theme.ink,
            "line": {"width": 2},
        },
        text=[text for *_, text, _ in rows],
        # Without a label of its own, since the words stand beside it; "skip" would take the click away.
        hoverinfo="none",
        customdata=[f"{name}:{value}" for name, value, *_ in rows],
    )


def _bar(result, theme, chart):
    """Return how often the rule is right, and how often the rule is that needs no scan."""
    strokes = [] if result.right is None else [[(0, -_GUESS), (result.right, -_GUESS)]]
    everybody = constant("good_outcome")
    yard = [[(everybody, -_GUESS - 0.5), (everybody, 0.5 - _GUESS)]] if _falls_short(result) else []
    return [
        outlines.line("right guesses", strokes, {"color": theme.color("now"), "width": 9}, axes=chart.names),
        outlines.line("right of everybody", yard, {"color": theme.color("herniation"), "width": 3}, axes=chart.names),
    ]


def _falls_short(result):
    """Return whether the rule looks at the scan, in people of whom not all did well."""
    return result.state.sort != "well" and result.state.rule in ("hidden", "visible")


def _guess(result, theme):
    """Return the words over the bar: how often the rule is right, and the mark of the rule that needs no scan."""
    font, short = theme.text(size=0.93), _falls_short(result)
    right = (
        f"Right for <b>{result.right}</b>, wrong (×) for {PEOPLE - result.right}" if result.right is not None else ""
    )
    everybody = constant("good_outcome")
    return [
        (0, (1.35 if short else 0.35) - _GUESS, right, "top right", font),
        (
            everybody,
            0.4 - _GUESS,
            f"everybody: {everybody:.0f}" if short else "",
            "top center",
            theme.text("herniation", 0.93),
        ),
        (
            0,
            -_GUESS,
            "" if right else "Choose a rule, and test it",
            "middle right",
            {**font, "color": theme.muted},
        ),
    ]


def _words_right(result, theme, chart, prediction):
    """Return the two questions with what may be chosen, what the bar is, and whose the numbers are."""
    font = theme.text(size=0.93)
    rows = [
        (0, -_SORTED, "<b>Sort the hundred</b>", "middle right", font),
        (0, -_RULED, "<b>Your rule: who does well?</b>", "middle right", font),
        *((6, y, text, "middle right", font) for *_, text, y in _lines()),
        (6, -_RULED - 4, "or press people", "middle right", {**font, "color": theme.muted}),
    ]
    rows += _guess(result, theme)
    said = "" if prediction is None or result.state.sort == "well" else f"You said: still seen in {prediction:g}"
    rows.append((100, -_SORTED, said, "middle left", theme.text("prediction", 0.93)))
    notes = (
        f"Shares: {short_citation('barzouhi2013')}. Operated on within the year: {result.operated} of "
        f"{result.people} ({short_citation('peul2007')}, same trial)."
    )
    scanned = f" {constant('scanned'):.0f} had the second scan."
    notes = wrapped(notes, 31) if theme.large else wrapped(notes + scanned, 31)
    rows.append((0, chart.below(theme.em(3.2)), notes, "bottom right", {**font, "color": theme.muted}))
    return rows
