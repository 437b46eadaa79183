"""The lower part of the picture: pain with and without the treatments, when they are given, and the trials' marks."""

from spine_edu.cycle.curves import drawn_days
from spine_edu.cycle.treatments import usual_length
from spine_edu.drawing.labels import label
from spine_edu.drawing.marks import curve, held_run, mark, predicted
from spine_edu.drawing.outlines import EMPTY, drawn, line, shape

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
    treatment, start, length = slot
    usual = usual_length(treatment)
    return start + (end / 50 if usual is None else usual * length)


def shapes(result, theme):
    """Yield the lanes with what is given, the day looked at, and the trials' intervals."""
    end, plan = result.days[-1], result.state.plan
    for number in (1, 2):
        low, high = LANES[number - 1]
        bars = []
        if number <= len(plan) and plan[number - 1][1] <= end:
            slot = plan[number - 1]
            start, stop = slot[1], min(given_until(slot, end), end)
            bars = [[(start, low), (stop, low), (stop, high), (start, high)]]
        look = {"fill": theme.fill("treatment"), "edge": theme.color("treatment"), "width": theme.line * 0.6}
        yield shape(f"When treatment {number} is given", bars, digits=2, **look)
    for name, role in AREAS:
        look = {"width": 0, "color": theme.color(role)}
        yield drawn(name, area(result, name, result.day), look, fill=theme.color(role), opacity=0.4)
    yield drawn("Day looked at", day_line(result.day), {"color": theme.ink, "width": theme.line * 0.5})
    # The model's difference, and beside it the trial's with its interval.
    model = [
        [(one.day, result.untreated.rating[one.day]), (one.day, result.treated.rating[one.day])] for one in result.held
    ]
    yield line("The model’s difference", model, theme.stroke("pain", 1.0))


def area(result, name, day):
    """Return what lies between the curves up to a day as a path: pain that was spared, or pain that was added."""
    spared = name == AREAS[0][0]
    shown = [one for one in drawn_days(result.days[-1]) if one < day] + [day]
    plain = [result.untreated.rating[one] for one in shown]
    other = [(min if spared else max)(result.treated.rating[one], u) for one, u in zip(shown, plain, strict=True)]
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

    def pain(run):
        return [run.rating[day] for day in shown]

    yield curve("Pain, untreated", shown, pain(result.untreated), theme.stroke("neutral") | {"dash": "dot"})
    yield held_run("Pain in run A", held, lambda run: _pain_of(run, shown), theme)
    given = bool(result.state.plan)
    yield curve("Pain, treated", shown, pain(result.treated), theme.stroke("pain", 1.7), visible=given)
    yield _times_of_trials(result, theme)
    at_day = [result.untreated.rating[result.day], result.treated.rating[result.day]]
    look = {"color": [theme.color("neutral"), theme.color("pain")], "size": theme.marker("pain")["size"], "opacity": 1}
    yield mark("On the day looked at", [result.day] * 2, at_day, look)
    guess = None if prediction is None or not result.asked else asked - prediction
    # In a picture of a year the day lies at its left edge.
    side = "middle left" if result.days[-1] < 100 else "middle right"
    yield predicted(ASKED_DAY, guess, theme, textposition=side, text=["you"])
    yield _ends(result, theme, held)
    yield _names_of_treatments(result, theme)


def _pain_of(run, shown):
    last = run.days[-1]
    return shown, [run.treated.rating[min(day, last)] for day in shown]


def _times_of_trials(result, theme):
    """Where a trial measured, on the untreated curve: from there the model's difference goes, and the panel tells."""
    days = [one.day for one in result.held]
    marker = theme.marker("treatment", 1.1) | {"opacity": 1}
    return mark("When trials measured", days, [result.untreated.rating[day] for day in days], marker)


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
    found = (
        []
        if not result.state.plan
        else [
            (f"{names[0]}{_value(result.treated, day, reached)}", result.treated.rating[day], "pain"),
        ]
    )
    found.append((f"{names[1]}{_value(result.untreated, day, reached)}", result.untreated.rating[day], "neutral"))
    if held:
        last = min(day, held.days[-1])
        found.append((f"Run A{_value(held.treated, last, reached)}", held.treated.rating[last], "held"))
    placed = _clear(result, held, [value for _, value, _ in found], gap(theme))
    return [words for words, *_ in found], placed, [role for *_, role in found]


def _value(run, day, reached):
    return f" {run.rating[day]:.1f}" if reached else ""


def _clear(result, held, values, apart):
    """Return where names of curves stand: by the order of their values, over what the curves do there, or under it."""
    first, last = round(_NAMED * result.days[-1]), result.days[-1]
    runs = [result.untreated, *([result.treated] if result.state.plan else [])] + ([held.treated] if held else [])
    near = [run.rating[min(day, run.days[-1])] for run in runs for day in range(first, last + 1)]
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
_FULL = 0.66


def _names_of_treatments(result, theme):
    """Number of each treatment and how long it is given, beside its bar where there is more room, else in it."""
    end, x, y, texts, sides = result.days[-1], [], [], [], []
    for number, slot in enumerate(result.state.plan, 1):
        low, high = LANES[number - 1]
        start, stop = min(slot[1], end), min(given_until(slot, end), end)
        left = start > end / 2
        x.append(start if left else stop)
        y.append((low + high) / 2)
        usual = usual_length(slot[0])
        name = f"{number}: " + ("once" if usual is None else f"{usual * slot[2]:.3g} days")
        name += "" if slot[1] <= end else f", from day {slot[1]:.0f}"
        if not left and stop > _FULL * end:
            # Beside a bar that fills its lane lies the next chart: the number stands in it.
            x[-1] = (start + stop) / 2
            texts.append(str(number))
            sides.append("middle center")
            continue
        texts.append(f"{name}    " if left else f"    {name}")
        sides.append("middle left" if left else "middle right")
    font = theme.text("treatment", 0.93)
    return label("Names of the treatments", x, y, texts, font, sides or "middle right", cliponaxis=False)
