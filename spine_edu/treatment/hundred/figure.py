"""A hundred people in two places, not operated on and operated on, how they are counted, and their time line."""

from spine_edu.drawing import hundred, outlines
from spine_edu.drawing.grips import grip
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.marks import mark, words
from spine_edu.explorer.frames import Frames
from spine_edu.theme import LIGHT
from spine_edu.treatment.hundred import crowd, timeline
from spine_edu.treatment.hundred.model import PEOPLE
from spine_edu.treatment.hundred.words import marks, misleads, sentence, told, verdict
from spine_edu.treatment.paths import WEEKS

#: The week and the path that the question is about.
ASKED = {"path": "wait", "week": float(WEEKS)}
#: Where the people of the question stand.
CROWD = {"axes": ["xaxis", "yaxis"], "places": [list(hundred.place(person)) for person in range(PEOPLE)]}
#: How far behind a ring its words are pressed, as shares of the width.
_ALONG = tuple(0.05 + 0.055 * step for step in range(7))
_READINGS = {"assigned": "by what they were told", "treated": "by what they had"}
#: The weeks that are played: halves of the first ones, in which most happens, then whole ones, then every second.
PLAYED = (*(half / 2 for half in range(53)), *map(float, range(27, 53)), *map(float, range(54, WEEKS + 1, 2)))
#: Lines of words under the people: the count, why it misleads, and what the reader or A has said; and under the weeks:
#: what the marks are, which the sentence beside the picture says in a hall.
_LINES, _NOTES = (1, 2, 1), 3


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the figure of a `HundredResult`.

    Parameters
    ----------
    result : HundredResult
    theme : Theme
    held : HundredResult or None
        Another walk: where as many as are operated on there would stand, and its two curves.
    prediction : float or None
        How many of 100 the reader expected to be operated on within two years.
    """
    guess = prediction if result.state.path == ASKED["path"] else None
    place = _Place(theme, held, "" if theme.large else _lines(marks(result), theme))
    return {
        "data": [
            words("words at the people", _words_at_people(result, result.week, theme)),
            words("words at A", _words_at_a(result, held, theme)),
            _pressed(result, place),
            _rings(result, theme, place),
            words("how they are counted", _count(result, result.week, theme, place), ("x3", "y3")),
            words("what is drawn", _drawn(held, guess, theme, place), ("x3", "y3")),
            *timeline.traces(result, theme),
            words("words at the time line", timeline.words(result, result.week, held, theme), timeline.AXES),
        ],
        "layout": place.layout(_shapes(result, theme, held, guess)),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the hundred who are told to wait, and the empty place where those who are operated on will stand."""
    place = _Place(theme)
    role = theme.color("pain")
    everybody = hundred.path(map(hundred.place, range(PEOPLE)), "bent", 0.43)
    box = "M12.3,-0.65H22.7V9.6H12.3Z"
    rows = [
        (4.5, -0.75, "<b>100 told to wait</b>", "top center", theme.text()),
        (
            17.5,
            -0.75,
            f"<b>{'By' if theme.large else 'Operated on by'} week {WEEKS}: ?</b>",
            "top center",
            theme.text(),
        ),
    ]
    return {
        "data": [words("words at the people", rows)],
        "layout": place.layout(
            [
                outlines.drawn("people who wait", everybody, {"width": 1.5, "color": role}, fill=role),
                outlines.drawn("the operated side", box, {"width": 1.6, "color": theme.muted, "dash": "dot"}),
                outlines.drawn("the way over", crowd.arrow(), {"width": 2, "color": theme.color("treatment")}),
                _dotted("as many as you said", prediction, theme),
            ],
            alone=True,
        ),
    }


def grips(result):
    """Return the handle: the week, on the curve of those operated on, along the time line."""

    def spot(week):
        return week, timeline.height(result, "operated", week) or 0

    return [grip(result.state, "week", spot, points=53, axes=("xaxis2", "yaxis2"), along="x")]


def frames(result, *, theme=LIGHT, prediction=None):
    """Return the two years as `Frames`."""
    place = _Place(theme)
    run = Frames(
        "week",
        (f"week {week:g} of {WEEKS}" for week in PLAYED),
        (sentence(result, week) for week in PLAYED),
        seconds=14,
        stride=4,
        controls={"week": list(PLAYED)},
    )
    drawn = [{**crowd.paths(result, week), **timeline.paths(result, week)} for week in PLAYED]
    for name in drawn[0]:
        run.add(name, path=[paths[name] or outlines.EMPTY for paths in drawn])
    for measure in timeline.ROLES:
        if timeline.rows_of(result, measure):
            run.add(f"{measure}, published", y=[timeline.counts(result, measure, week) for week in PLAYED])
    run.add("words at the people", text=[_texts(_words_at_people(result, week, theme)) for week in PLAYED])
    run.add("how they are counted", text=[_texts(_count(result, week, theme, place)) for week in PLAYED])
    ends = [timeline.words(result, week, None, theme) for week in PLAYED]
    x, y, text = ([[row[place] for row in rows] for rows in ends] for place in range(3))
    run.add("words at the time line", x=x, y=y, text=text)
    return run


def _texts(rows):
    return [text for _, _, text, _, _ in rows]


class _Place:
    """Where people, words and time line are, from the top down, px."""

    def __init__(self, theme, held=None, notes=""):
        self.theme, self.notes = theme, notes
        self.cell = 26 if not theme.large else 21 if held else 30
        self.lowest = crowd.LOWEST if held else crowd.ROWS[1]
        self.people = round(self.cell * (self.lowest - crowd.ROWS[0]))
        self.line = theme.em(1.35)
        # In a hall the sentence says the count beside the picture, and the people are larger for it.
        self.words = theme.em(2.1) + self.line * (bool(held) if theme.large else sum(_LINES))
        self.chart = theme.em(5.4 if theme.large else 9.5)
        self.axis = theme.em(1.7 if theme.large else 3.4 + 1.21 * _NOTES)
        self.inner = self.people + self.words + self.chart + self.axis

    def layout(self, shapes, alone=False):
        """Return the layout; `alone` for the people without words and time line."""
        rows = (crowd.ROWS[0], 10 if alone else self.lowest)
        inner = self.cell * (10 - crowd.ROWS[0]) if alone else self.inner
        plain = {"visible": False, "fixedrange": True}
        axes = {
            "xaxis": {**plain, "range": list(crowd.COLUMNS), "constrain": "domain", "anchor": "y"},
            "yaxis": {
                **plain,
                "range": [rows[1], rows[0]],
                "domain": [0 if alone else 1 - self.people / inner, 1],
                "anchor": "x",
                "scaleanchor": "x",
                "constrain": "domain",
                "constraintoward": "top",
            },
        }
        if not alone:
            axes |= self._below(plain)
        return self.theme.layout(
            height=inner + 12, margin={"l": 8, "r": 8, "t": 6, "b": 6}, shapes=list(shapes), **axes
        )

    def _below(self, plain):
        bottom, low = self.axis / self.inner, (self.axis + self.chart) / self.inner
        weeks = self.theme.axis(
            "Weeks (52: a year)", range=list(timeline.ACROSS), tickvals=[0, 12, 26, 52, 78, 104], automargin=False
        )
        weeks |= {"anchor": "y2", "showgrid": False, "tickfont": self.theme.text()}
        scale = self.theme.axis("", range=list(timeline.UP), tickvals=[0, 50, 100], showline=False, automargin=False)
        scale |= {"domain": [bottom, bottom + self.chart / self.inner], "anchor": "x2", "ticks": ""}
        scale["tickfont"] = self.theme.text(size=0.93)
        weeks["domain"] = [self.theme.em(2) / 440, 1]
        title = "" if self.theme.large else f"Weeks (52: a year)<br>{self.notes}"
        if self.theme.large:
            weeks["ticktext"] = ["0", "12", "26", "52", "78", "104 weeks"]
        weeks["title"] = {
            "text": title,
            "standoff": 2,
            "font": {**self.theme.text(size=0.93), "color": self.theme.muted},
        }
        return {
            "xaxis2": weeks,
            "yaxis2": scale,
            "xaxis3": {**plain, "range": [0, 1], "anchor": "y3"},
            "yaxis3": {
                **plain,
                "range": [self.words, 0],
                "domain": [low, low + self.words / self.inner],
                "anchor": "x3",
            },
        }


def _shapes(result, theme, held, guess):
    drawn = [crowd.shape(name, path, theme) for name, path in crowd.paths(result, result.week).items()]
    framed = [
        outlines.drawn(name, path, {"width": 1.4, "color": theme.muted}, visible=bool(path))
        for name, path in crowd.frames_round(result).items()
    ]
    return [
        *framed,
        *drawn,
        *(crowd.shape(name, path, theme) for name, path in crowd.beside(held, result.week).items()),
        outlines.drawn("the way over", crowd.arrow(), {"width": 2, "color": theme.color("treatment")}),
        _dotted("as many as you said", guess, theme),
        *timeline.shapes(result, held, theme),
    ]


def _dotted(name, count, theme):
    """Return the outline round the first `count` places of the operated side, if there is such a number."""
    path = "" if not count else crowd.first_operated(round(count))
    return outlines.drawn(name, path, theme.stroke("prediction", 1.2), visible=bool(path))


def _words_at_people(result, week, theme):
    """Return the headings of both places and the key under them."""
    counts = result.counts(week)
    operated = counts.operated
    left, right = f"Not operated on: <b>{PEOPLE - (operated or 0)}</b>", f"Operated on: <b>{operated}</b>"
    if operated is None:
        left, right = f"Told so: <b>{PEOPLE}</b>", "Operated on: <b>?</b>"
    return [
        (4.5, -0.7, left, "top center", theme.text()),
        (17.5, -0.7, right, "top center", theme.text()),
        *((x, y, text, "middle right", theme.text(size=0.93)) for x, y, text in crowd.key_words(result, week)),
    ]


def _words_at_a(result, held, theme):
    font = theme.text("held", 0.93)
    return [(*row, "middle right", font) for row in crowd.words_beside(held, result.week, brief=theme.large)]


def _pressed(result, place):
    """Return what a press on a person hits: the same places in every week; there is nothing to be seen of it."""
    x, y, people = zip(*crowd.places(result), strict=True)
    look = {"size": place.cell, "opacity": 0}
    acts = [f"person:{person}" for person in people] if result.path.rows else None
    return mark("people to press", list(x), list(y), look, customdata=acts, hoverinfo="none", cliponaxis=False)


def _rings(result, theme, place):
    """Return the two ways to count as rings to click, that of the chosen one filled; their words are clicked too."""
    return {
        "type": "scatter",
        "name": "ways to count",
        "mode": "markers",
        "x": [one + step for step in (0, *_ALONG) for one in (0.02, 0.52)],
        "y": [theme.em(1)] * (2 + 2 * len(_ALONG)),
        "xaxis": "x3",
        "yaxis": "y3",
        "hoverinfo": "none",
        "cliponaxis": False,
        "text": list(_READINGS.values()) * (1 + len(_ALONG)),
        "customdata": [f"reading:{reading}" for reading in _READINGS] * (1 + len(_ALONG)),
        "marker": {
            "symbol": ["circle" if reading == result.state.reading else "circle-open" for reading in _READINGS]
            + ["circle"] * (2 * len(_ALONG)),
            "size": [theme.em(0.8)] * 2 + [theme.em(1.6)] * (2 * len(_ALONG)),
            "opacity": [1, 1] + [0] * (2 * len(_ALONG)),
            "color": theme.ink,
            "line": {"width": 2},
        },
    }


def _count(result, week, theme, place):
    """Return the words beside the rings, the count, and why it misleads."""
    top, y = theme.em(1), theme.em(2.1)
    rows = [
        (x, top, text, "middle right", theme.text()) for x, text in zip((0.045, 0.545), _READINGS.values(), strict=True)
    ]
    count, why = f"<b>{verdict(result, week)}</b>", _lines(misleads(result, week), theme)
    rows.append((0.005, y, "" if theme.large else count, "bottom right", theme.text()))
    rows.append((0.005, y + place.line, "" if theme.large else why, "bottom right", theme.text(size=0.93)))
    return rows


def _drawn(held, guess, theme, place):
    """Return what is dotted and dashed."""
    said = [] if guess is None or theme.large else [f"Dotted: you said {guess:g}."]
    if held is not None:
        said.append(f"Dashed: A, told to {told(held)}.")
    y = theme.em(2.1) + (0 if theme.large else 3 * place.line)
    return [(0.005, y, _lines(" ".join(said), theme), "bottom right", theme.text(size=0.93))]


def _lines(text, theme):
    return wrapped(text, 50 if theme.large else 62)
