"""What is drawn of the shelf beside its marks: band, boards, things, intervals, harms, and the floor of the shelf."""

from spine_edu import data
from spine_edu.drawing.labels import wrapped
from spine_edu.drawing.outlines import line, shape
from spine_edu.treatment.shelf import things
from spine_edu.treatment.shelf.frame import EFFECT, HARM, SHELF, THING, across, frame, of_people

#: Where in its row an interval is drawn, in sizes of the type from the middle.
LINE = -0.5
#: How high the knob of the border stands, and the mark of run A, over the top board.
KNOB, STRIP = 0.48, 1.6
#: Certainty -> how the line of an interval is drawn, and how much wider than usual.
TEXTURES = {
    "high": ("solid", 1.5),
    "moderate": ("solid", 1.0),
    "low": ("dash", 1.0),
    "very low": ("dot", 1.0),
    "not graded": ("solid", 0.45),
}
#: Size of a thing on the shelf, and on its floor, in sizes of the type.
_SIZE, _SMALL = 1.85, 1.15
#: From so many points on a border is wide.
_WIDE = 16
#: Where across the things on the floor stand: those that are told, and those without a trial.
_TOLD, _UNTRIED = (0.0,), (0.34, 0.67)


def shapes(result, heights, step, theme):
    """Yield the shapes of the shelf; the same ones for every state."""
    yield from _ground(result, heights, step, theme)
    yield from _things(result, heights, step, theme)
    yield from _intervals(result, heights, theme)
    yield from _harms(result, heights, theme)


def headings(result, theme):
    """Return the words over the shelf and under its axis."""
    about, small = frame(theme), theme.text(size=0.93)
    em = about.em
    grey = {**theme.text(size=0.93 if theme.large else 0.86), "color": theme.muted}
    border = result.state.border
    printed_only = result.state.reading == "as_printed"
    left = "As printed: scales of their own" if printed_only else "Less pain than in the other group"
    unit = "The printed numbers" if printed_only else "Points of 100 (right: less pain)"
    band = "" if printed_only or not border else "too small to notice"
    # A wide band has room for its words at the left of its knob.
    wide = border > _WIDE
    rows = [
        (EFFECT[0], about.above - 0.1, f"<b>{left}</b>", "bottom right", theme.text()),
        (HARM[0] - 0.02, about.above - 0.1, "<b>Harm, of 100</b>", "bottom right", theme.text()),
        (across(border) + (-0.066 if wide else 0.066), KNOB, band, "middle left" if wide else "middle right", grey),
        (HARM[0] - 0.02, KNOB, "with | without", "middle right", grey),
        (sum(EFFECT) / 2, SHELF - 2.1 * em, unit, "bottom center", small),
        (sum(HARM) / 2, SHELF - 2.1 * em, "people", "bottom center", small),
        (0, SHELF - 3.5 * em, "<br>".join(_notes(theme)), "bottom right", grey),
    ]
    return rows


def _notes(theme):
    """Return what the borders and the marks mean, in lines under the axis."""
    small, large = (data.parameter(f"treatment_shelf.border_{name}") for name in ("small", "large"))
    if theme.large:
        return [f"Borders: {small.value:g} in a review of drugs, {large.value:g} of exercise."]
    cited = [f"{one.value:g} in {data.short_citation(one.source)}" for one in (small, large)]
    return [f"Border: {', '.join(cited)}.", "Ring: from memory. Diamond: stretched. Thin line: not graded."]


def floor(result, theme):
    """Return (x, y, treatment, words) of each thing on the floor of the shelf."""
    about, spots = frame(theme), []

    def height(place):
        return about.floor - (2.75 + 1.5 * place) * about.em

    for place, (name, label) in enumerate(_told(result)):
        spots.append((_TOLD[0], height(place), name, label))
    for place, (name, label) in enumerate(_untried(result)):
        spots.append((_UNTRIED[place % 2], height(place // 2), name, label))
    return [] if theme.large else spots


def _told(result):
    return [(row.treatment, row.label) for row in result.told]


def _untried(result):
    """Return treatment and words of what has no good trial, and of the treatment in hand if nothing of it was read."""
    names = {row.treatment: row.label for row in result.untried}
    hand = result.state.treatment
    there = {*names, *(row.effect.treatment for row in result.rows), *(row.treatment for row in result.told)}
    if hand not in there:
        names[hand] = result.state.declarations()["treatment"].format(hand)
    return list(names.items())


def floor_words(result, theme):
    """Return the words on the floor of the shelf; in a hall they stand in lines."""
    about, font, hand = frame(theme), theme.text(size=0.93), result.state.treatment
    if theme.large:
        parts = [("No number", _told(result)), ("None found or read", _untried(result))]
        text = " ".join(f"{head}: {', '.join(label for _, label in names)}." for head, names in parts if names)
        lines = wrapped(text, about.letters)
        return [(0, about.floor - 0.2 * about.em, lines, "bottom right", font)]
    tried = "<b>Tried, no number</b>" if result.told else ""
    rows = [
        (_TOLD[0], about.floor - 0.75 * about.em, tried, "middle right", font),
        (_UNTRIED[0], about.floor - 0.75 * about.em, "<b>No good trial found, or none read</b>", "middle right", font),
    ]
    for x, y, name, label in floor(result, theme):
        words = f"<b>{label}</b>" if name == hand else label
        rows.append((x + 0.055, y + 0.55 * about.em, words, "middle right", font))
    return rows


def _ground(result, heights, step, theme):
    """The row in hand, the band of what people do not notice, and the boards."""
    about, border = frame(theme), result.state.border
    hand = [
        _box(0.026, height - step / 2, 1.0, height + step / 2)
        for row, height in zip(result.rows, heights, strict=True)
        if row.effect.treatment == result.state.treatment
    ]
    held, small = theme.fill("treatment"), theme.fill("neutral")
    plain = {"edge": theme.paper, "width": 0, "digits": 4}
    yield shape("In hand", hand, fill=held, **plain)
    here = border and result.state.reading == "one_scale"
    # In the lower half of each row, clear of its words.
    band = [_box(across(-border), height - step / 2, across(border), height - 0.06) for height in heights if here]
    yield shape("Smaller than people notice", band, fill=small, **plain)
    planks = [[(0.026, height - step / 2), (1.0, height - step / 2)] for height in heights]
    planks += [[(0.0, about.floor), (1.0, about.floor)], [(0.0, about.card), (1.0, about.card)]]
    yield line("Boards", planks, {"color": theme.muted, "width": theme.line * 0.5})
    yield from _scales(border if result.state.reading == "one_scale" else None, heights, step, theme)


def _scales(border, heights, step, theme):
    """The lines of the scales: they keep to the lower half of a row, clear of its words."""

    def upright(*places):
        return [[(x, height - step / 2), (x, height - 0.06)] for height in heights for x in places]

    # Farther right stand the certainties.
    grid = [across(tick) for tick in range(-10, 31, 10) if tick] + [of_people(tick) for tick in (0, 50, 100)]
    yield line("Grid", upright(*grid), {"color": theme.grid, "width": 1})
    yield line("No difference", upright(across(0)), {"color": theme.muted, "width": theme.line * 0.5})
    borders = [data.value(f"treatment_shelf.border_{name}") for name in ("small", "large")]
    edges = [[(across(one), SHELF - 0.3), (across(one), SHELF + 0.45)] for one in borders if border is not None]
    yield line("Borders of two reviews", edges, {"color": theme.ink, "width": theme.line})
    edge = [] if border is None else upright(across(border))
    yield line("Border", edge, {"color": theme.color("threshold"), "width": theme.line * 0.8})


def _box(left, bottom, right, top):
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def _things(result, heights, step, theme):
    """The things on the shelf and on its floor; that in hand is drawn in the colour of treatment."""
    spots = [
        (THING, height - step / 2 + 0.12, row.effect.treatment, min(_SIZE, step * 0.62 / frame(theme).em))
        for row, height in zip(result.rows, heights, strict=True)
    ]
    spots += [(x, y, name, _SMALL) for x, y, name, _ in floor(result, theme)]
    em, groups = frame(theme).em, {True: [], False: []}
    for x, ground, name, size in spots:
        for stroke in things.placed(name, size * theme.size, size * em):
            # A place across is a share of the width, a thing is as wide as its px: so it has an anchor of its own.
            groups[name == result.state.treatment].append((x, [(px, ground + up) for px, up in stroke]))
    # What was taken leaves its outline on the board.
    for held, name, color in ((False, "Things", theme.muted), (True, "Thing in hand", theme.color("treatment"))):
        dash = "dot" if held and not theme.large else "solid"
        for anchor in (THING, _TOLD[0], *_UNTRIED):
            strokes = [stroke for x, stroke in groups[held] if x == anchor]
            width = theme.line * (0.9 if held and theme.large else 0.7)
            where = {"xsizemode": "pixel", "xanchor": anchor, "digits": 2}
            yield line(f"{name} at {anchor:g}", strokes, {"color": color, "width": width, "dash": dash}, **where)


def _intervals(result, heights, theme):
    """The 95 % intervals, one shape a texture, and one for those of the treatment in hand with each of them."""
    for held, name, color in ((False, "Intervals", theme.ink), (True, "Intervals in hand", theme.color("treatment"))):
        for certainty, (dash, width) in TEXTURES.items():
            bars = []
            for row, height in zip(result.rows, heights, strict=True):
                if row.low is None or row.effect.certainty != certainty:
                    continue
                if (row.effect.treatment == result.state.treatment) is held:
                    y = height + LINE * frame(theme).em
                    bars.append([(across(row.low), y), (across(row.high), y)])
            look = {"color": color, "dash": dash, "width": theme.line * width}
            yield line(f"{name}, {certainty}", bars, look)


def _harms(result, heights, theme):
    """Bars of how many of 100 people had a harm, with the treatment and without it, one under the other."""
    with_it, without = [], []
    for row, height in zip(result.rows, heights, strict=True):
        harm = row.harm
        if harm is None or harm.measure != "of 100 people":
            continue
        y = height + LINE * frame(theme).em
        with_it.append(_box(of_people(0), y + 0.02, of_people(harm.value), y + 0.3))
        if harm.without is not None:
            without.append(_box(of_people(0), y - 0.3, of_people(harm.without), y - 0.02))
    look = {"width": theme.line * 0.5, "digits": 4}
    for name, boxes, fill, edge in (
        ("Harm with it", with_it, theme.color("pain"), theme.color("pain")),
        ("Harm without it", without, theme.paper, theme.ink),
    ):
        yield shape(name, boxes, fill=fill, edge=edge, **look)
