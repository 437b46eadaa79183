"""The lower part of the picture: pain with and without the treatments, when they are given, and the trials' marks."""

from spine_edu.cycle.curves import drawn_days
from spine_edu.cycle.diagram import BOXES
from spine_edu.cycle.treatments import card, usual_length
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import curve, held_run, mark, predicted
from spine_edu.drawing.outlines import EMPTY, drawn, line, shape
from spine_edu.treatment.cycle.board import CHIPS
from spine_edu.treatment.cycle.model import level

#: Lanes of the two treatments below pain 0, and where the axis ends, points of 10.
LANES, LOWEST, HIGHEST = ((-2.7, -0.6), (-4.8, -3.4)), -5.2, 10.8
#: From which share of the days on the names of the curves stand over or under them.
_NAMED = 0.5
#: What lies between the curves up to the day looked at -> its colour.
AREAS = (("Pain spared so far", "treatment"), ("Pain added so far", "pain"))
#: Curves that are never further apart have nothing between them, points of 10.
_SEEN = 0.02
#: Day and pain at which the mark of the question hangs.
ASKED_DAY = 14


def height(theme):
    """Return the height of the course without its axis of days, px."""
    return theme.em(6.4) + 78 if theme.large else theme.em(8) + 120


def right_end(end, theme):
    """Return where the axis of days ends: a little behind the last day."""
    return end * 1.03


def given_until(slot, end):
    """Return the day on which a treatment ends; a single act is drawn as long as a fiftieth of the picture."""
    _, start, _ = slot
    return start + (given_for(slot) or end / 50)


def given_for(slot):
    """Return how many days a treatment is given; 0 for a single act."""
    treatment, _, length = slot
    return usual_length(treatment) * length if usual_length(treatment) else card(treatment).days


def height_of(result, run, day):
    """Return where the chosen curve of a run stands on a day: pain, or how full its box is, 0 to 10."""
    return 10 * level(run, result.state.curve, day)


def shapes(result, theme):
    """Yield the lanes with what is given, the day looked at, and the trials' intervals."""
    end = result.days[-1]
    for number, ((low, high), slot) in enumerate(zip(LANES, slots(result.state).values(), strict=True), 1):
        bars = []
        if slot[0] != "none" and slot[1] <= end:
            start, stop = slot[1], min(given_until(slot, end), end)
            bars = [[(start, low), (stop, low), (stop, high), (start, high)]]
        look = {"fill": theme.fill("treatment"), "edge": theme.color("treatment"), "width": theme.line * 0.6}
        yield shape(f"When treatment {number} is given", bars, digits=2, **look)
    for name, role in AREAS:
        look = {"width": 0, "color": theme.color(role)}
        yield drawn(name, area(result, name, result.day), look, fill=theme.color(role), opacity=0.4)
    yield drawn("Day looked at", day_line(result.day), {"color": theme.ink, "width": theme.line * 0.5})
    yield from _measured(result, theme)


def _measured(result, theme):
    """Yield what trials measured of pain, hung from the untreated curve at their time, and how far the model goes."""
    held = result.held if result.state.curve == "pain" else ()
    inside, beyond, caps = [], [], []
    half = 0.012 * result.days[-1]
    for one in held:
        plain, gap = result.untreated.rating[one.day], one.model
        reached = max(gap, min(one.trial.low, 0)) if gap < 0 else min(gap, max(one.trial.high, 0))
        inside.append([(one.day, plain), (one.day, plain + reached)])
        beyond += [[(one.day, plain + reached), (one.day, plain + gap)]] if reached != gap else []
        # Less than no pain cannot be drawn: the panel beside has the whole interval.
        ends = [end for end in (plain + one.trial.low, plain + one.trial.high) if end >= 0]
        caps += [[(one.day, max(0, plain + one.trial.low)), (one.day, ends[-1])]] if ends else []
        caps += [[(one.day - half, end), (one.day + half, end)] for end in ends]
    yield line("Interval of the trials", caps, theme.stroke("treatment", 2.2) | {"dash": "solid"})
    yield line("The model’s difference", inside, theme.stroke("pain", 1.0) | {"dash": "solid"})
    yield line("The model alone", beyond, theme.stroke("pain", 1.0) | {"dash": "dot"})


def area(result, name, day):
    """Return what lies between the curves up to a day as a path: pain that was spared, or pain that was added."""
    spared = name == AREAS[0][0]
    shown = [one for one in drawn_days(result.days[-1]) if one < day] + [day]
    plain = [height_of(result, result.untreated, one) for one in shown]
    treated = [height_of(result, result.treated, one) for one in shown]
    other = [(min if spared else max)(one, u) for one, u in zip(treated, plain, strict=True)]
    if len(shown) < 2 or max(abs(one - u) for one, u in zip(other, plain, strict=True)) < _SEEN:
        return EMPTY
    corners = [*zip(shown, plain, strict=True), *reversed([*zip(shown, other, strict=True)])]
    return "M" + "L".join(f"{x},{y:.2f}" for x, y in corners) + "Z"


def day_line(day):
    """Return the line of the day looked at as a path."""
    return f"M{day},0V10.2"


def traces(result, theme, held, prediction, asked):
    """Yield the curves, run A, the reader's prediction, the marks of the trials and the words."""
    shown = drawn_days(result.days[-1])

    def heights(run):
        return shown, [height_of(result, run, min(day, run.days[-1])) for day in shown]

    role = box_role(result)
    yield curve("Untreated", *heights(result.untreated), theme.stroke("neutral") | {"dash": "dot"})
    yield held_run("Run A", held, lambda run: heights(run.treated), theme)
    given = bool(result.state.plan)
    yield curve("Treated", *heights(result.treated), theme.stroke(role, 1.7) | {"dash": "solid"}, visible=given)
    yield _means_of_trials(result, theme)
    at_day = [height_of(result, run, result.day) for run in (result.untreated, result.treated)]
    look = {"color": [theme.color("neutral"), theme.color(role)], "size": theme.marker("pain")["size"], "opacity": 1}
    yield mark("On the day looked at", [result.day] * 2, at_day, look)
    told = prediction is not None and result.asked and result.state.curve == "pain"
    guess = asked - prediction if told else None
    # In a picture of a year the day lies at its left edge.
    side = "middle left" if result.days[-1] < 100 else "middle right"
    yield predicted(ASKED_DAY, guess, theme, textposition=side, text=["you"])
    yield _ends(result, theme, held)
    yield _names_of_treatments(result, theme)


def box_role(result):
    """Return the role of the box whose course is drawn."""
    return BOXES[result.state.curve][3]


def _means_of_trials(result, theme):
    """What trials measured on average, hung from the untreated curve at their time; hollow if from memory."""
    held = result.held if result.state.curve == "pain" else ()
    held = [one for one in held if result.untreated.rating[one.day] + one.trial.value >= 0]
    symbols = ["circle-open" if one.trial.memory == "all" else "circle" for one in held]
    marker = theme.marker("treatment", 0.9) | {"opacity": 1, "symbol": symbols}
    heights = [result.untreated.rating[one.day] + one.trial.value for one in held]
    return mark("Mean of the trials", [one.day for one in held], heights, marker)


def gap(theme):
    """Return the least distance between two names of curves, points of 10."""
    return 1.3 * theme.size * (HIGHEST - LOWEST) / height(theme)


def ends(result, theme, held=None, here=None):
    """Return the names of the curves, with their last values once the day looked at has come there, and their places.

    Before, they would tell the end of a run at its beginning.
    """
    day = result.days[-1]
    reached = (result.day if here is None else here) >= day
    names = ("With", "Without") if theme.large else ("Treated", "Untreated")
    runs = [(names[1], result.untreated, "neutral")]
    runs[:0] = [(names[0], result.treated, box_role(result))] if result.state.plan else []
    runs += [("Run A", held.treated, "held")] if held else []
    found = []
    for name, one, role in runs:
        height = height_of(result, one, min(day, one.days[-1]))
        found.append((f"{name} {height:.1f}" if reached else name, height, role))
    placed = _clear(result, held, [value for _, value, _ in found], gap(theme))
    return [words for words, *_ in found], placed, [role for *_, role in found]


def _clear(result, held, values, apart):
    """Return where names of curves stand: by the order of their values, over what the curves do there, or under it."""
    first, last = round(_NAMED * result.days[-1]), result.days[-1]
    runs = [result.untreated, *([result.treated] if result.state.plan else [])] + ([held.treated] if held else [])
    near = [height_of(result, run, min(day, run.days[-1])) for run in runs for day in range(first, last + 1)]
    above = max(near) + 0.75 * apart
    lowest = above if above + apart * (len(values) - 1) <= 9.6 else min(near) - apart * (len(values) - 0.25)
    ranks = sorted(range(len(values)), key=lambda number: values[number])
    return [lowest + apart * ranks.index(number) for number in range(len(values))]


def _ends(result, theme, held):
    texts, placed, roles = ends(result, theme, held)
    font = theme.text(size=0.93) | {"color": [theme.color(role) for role in roles]}
    x = result.days[-1]
    return label("Names of the curves", [x] * len(texts), placed, texts, font, "middle left", cliponaxis=False)


#: What share of its lane a bar may take if its length is written behind it.
_FULL = 0.4
#: What stands in the lane of a second treatment while there is none.
_SECOND = "+ a second treatment"


def slots(state):
    """Return slot -> the treatment in it, when it starts, and its length."""
    return {
        "first": (state.treatment, state.start, state.length),
        "second": (state.second_treatment, state.second_start, 1.0),
    }


def _names_of_treatments(result, theme):
    """Name of each treatment and how long it is given, beside its bar where there is more room, else in it."""
    end, placed = result.days[-1], []
    for (low, high), (name, slot) in zip(LANES, slots(result.state).items(), strict=True):
        x, side, words = _lane(name, slot, end)
        # In a hall there is room for a name, and not for its days.
        words = words.partition(",")[0] if theme.large else words
        gap = "" if side == "middle center" else "    "
        words = f"<b>▸ {words}</b>" if name == result.state.fills else words
        placed.append((x, (low + high) / 2, f"{words}{gap}" if side == "middle left" else f"{gap}{words}", side))
    x, y, texts, sides = zip(*placed, strict=True)
    font = theme.text("treatment", 0.93)
    return label("Names of the treatments", list(x), list(y), list(texts), font, list(sides), cliponaxis=False)


def _lane(name, slot, end):
    """Return where the name of a treatment stands in its lane, on which side of that, and the name."""
    treatment, start, _ = slot
    if treatment == "none":
        return 0, "middle right", _SECOND if name == "second" else "no treatment"
    number, days = 1 + (name == "second"), given_for(slot)
    words = f"{number} {CHIPS[treatment]}, " + (f"{days:.3g} days" if days else "once")
    words += "" if start <= end else f", from day {start:.0f}"
    start, stop = min(start, end), min(given_until(slot, end), end)
    if 2 * start >= end:
        return start, "middle left", words
    # Beside a bar that fills its lane lies the next chart: the name stands in it.
    return (
        ((start + stop) / 2, "middle center", words) if days and stop > _FULL * end else (stop, "middle right", words)
    )
