"""The whole model of the cycle in words. Always *in this model*: never a forecast for a person."""

from spine_edu.citations import UNCHECKED, short_citations
from spine_edu.cycle.treatments import card
from spine_edu.cycle.whole.model import SETTLED, SLOTS, CycleState
from spine_edu.tables import Table

_CONTROLS = CycleState.declarations()
_MORE = "More about such trials stands in the table under “Treatments on a time line”."
_STATES = {
    "guarding": "guarding",
    "sensitisation": "sensitisation",
    "inflammation": "inflammation",
    "annulus": "the weak annulus",
    "herniation": "the herniation",
}


def sentence(result):
    """Return what the present view shows, with its numbers."""
    return {"course": _course, "return": _return, "map": _map, "hysteresis": _hysteresis, "timeline": _timeline}[
        result.state.view
    ](result)


def on_day(result, day):
    """Return where one day of the run stands."""
    said = [f"pain is {result.rating[day]:.1f} of 10"]
    said += [f"{_STATES[name]} {result.levels(name)[day]:.1f}" for name in result.state.shown if name in _STATES]
    if "pressure" in result.state.shown:
        said.append(f"the disc carries {result.pressure[day]:.2f} MPa")
    return f"Day {day}: in this model {', '.join(said)}."


def compare(held, result):
    """Return the difference between run A and this run."""
    changed = [
        _setting(result.state, name)
        for name in _CONTROLS
        if name not in ("view", "look_day")
        and not name.startswith("show_")
        and getattr(held.state, name) != getattr(result.state, name)
    ]
    if not changed:
        return "Against A: nothing but the view has changed."
    last, last_a = result.rating[-1], held.rating[-1]
    gap = last - last_a
    moved = "the same pain" if abs(gap) < 0.05 else f"{abs(gap):.1f} {'more' if gap > 0 else 'less'} pain"
    said = f"on the last day {moved} ({last:.1f} instead of {last_a:.1f} of 10)"
    if "pressure" in result.state.shown:
        said += f", disc pressure {result.pressure[-1]:.2f} instead of {held.pressure[-1]:.2f} MPa"
    if "gain" in result.state.shown or result.state.view != "course":
        said += f", steepest gain {result.peak_gain:.2f} instead of {held.peak_gain:.2f}"
    return f"Against A (changed: {'; '.join(changed)}): {said}."


def table(result):
    """Return the numbers of the present view; on the time line, what trials found of the treatments."""
    return {
        "return": _return_table,
        "map": _map_table,
        "hysteresis": _hysteresis_table,
        "timeline": _trials_table if result.state.plan else _course_table,
    }.get(result.state.view, _course_table)(result)


def treatments(state):
    """Return the treatments of a plan, each with what trials found of it in brackets, or an empty string."""
    said = ((_CONTROLS["treatment"].format(name), start, card(name).short) for name, start in state.plan)
    return "; ".join(f"{name} from day {start:.0f} ({short[0].lower()}{short[1:-1]})" for name, start, short in said)


def rests(result):
    """Return in words where the untreated loop can rest."""
    points = result.equilibria
    stable = [f"{10 * point.pain:.1f}" for point in points if point.stable]
    if len(stable) == 1:
        return f"it has one resting point, pain {stable[0]} of 10"
    tipping = next(10 * point.pain for point in points if not point.stable)
    return (
        f"it has two resting points, pain {stable[0]} and {stable[-1]} of 10, "
        f"with a tipping point at {tipping:.1f} between them"
    )


def _course(result):
    end, last = result.days[-1], result.rating[-1]
    if result.outcome == "settles":
        day = result.settled_day
        course = f"pain is {SETTLED:.0f} of 10 or less from day {day} on and {last:.1f} on day {end}"
    else:
        course = f"pain is still {last:.1f} of 10 on day {end}"
        course += ", which this page calls lasting" if result.outcome == "persists" else ""
    plan = treatments(result.state)
    return (
        f"In this model {course}."
        + "".join(f" {clause(result)}" for name, clause in _ADDED.items() if name in result.state.shown)
        + (f" Treatments: {plan}. {_MORE}" if plan else "")
    )


def _last(result, name):
    return f"{result.levels(name)[-1]:.1f} of 10 on day {result.days[-1]}"


#: Switch -> what the line adds: what it is, and where it ends.
_ADDED = {
    "guarding": lambda result: f"Guarding, how hard the back muscles brace, is {_last(result, 'guarding')}.",
    "inflammation": lambda result: f"Inflammation, what irritates the root, is {_last(result, 'inflammation')}.",
    "herniation": lambda result: f"The herniation, the material outside, is {_last(result, 'herniation')}.",
    "annulus": lambda result: f"The weak annulus, how weak the ring is, is {_last(result, 'annulus')}.",
    "sensitisation": lambda result: (
        f"Sensitisation, how far the nerves have turned the volume up, is {_last(result, 'sensitisation')}."
    ),
    "pressure": lambda result: (
        f"The disc carries {result.pressure[-1]:.2f} MPa then: what the day puts on it, and what guarding adds."
    ),
    "gain": lambda result: (
        f"The loop gain, what one unit of extra pain brings back, is {result.gain:.2f} now and {result.peak_gain:.2f} "
        f"at its steepest; untreated, {rests(result)}."
    ),
}


def _return(result):
    points = result.equilibria
    gains = ", ".join(
        f"{10 * point.pain:.1f} of 10 (gain {point.gain:.2f}, {'holds' if point.stable else 'tips'})"
        for point in points
    )
    return (
        f"Put pain in, let everything else settle, and see how much pain comes back. In this model the curve meets "
        f"the line “as much as was put in” at {gains}. Its steepest gain is {result.peak_gain:.2f}." + _paths(result)
    )


def _paths(result):
    """The gain at the tipping point, split by the state through which pain comes back."""
    if not result.path_gains:
        return ""
    parts = sorted(result.path_gains.items(), key=lambda item: -item[1])
    return (
        " At the tipping point it comes back by way of "
        + ", ".join(f"{_STATES[name]} {share:.2f}" for name, share in parts)
        + "."
    )


def _map(result):
    state = result.state
    place = {1: "one resting point", 3: "two resting points and a tipping point"}.get(
        len(result.equilibria), f"{len(result.equilibria)} resting points"
    )
    pain = ", ".join(f"{10 * point.pain:.1f}" for point in result.equilibria if point.stable)
    return (
        f"At a load of {state.load:.2f} × standing and a guarding reactivity of {state.guarding_reactivity:.2f} "
        f"this model has {place}; pain can rest at {pain} of 10. Both borders move when another setting moves."
    )


def _hysteresis(result):
    up, down = result.load_folds
    if up is None:
        return (
            "Raise the load slowly and lower it again: at this guarding reactivity the model goes up and down the "
            f"same way. At a load of {result.state.load:.2f} × standing {rests(result)}."
        )
    return (
        f"Raise the load slowly: in this model pain jumps up at {up:.2f} × standing. Lower it again: pain comes "
        + (f"down only at {down:.2f}." if down is not None else "down nowhere on this axis.")
        + " The way back is not the way there. "
        + f"At a load of {result.state.load:.2f} {rests(result)}."
        + _on_its_road(result)
    )


def _on_its_road(result):
    """Where pain rests now, if there are two roads at this load."""
    if len(result.equilibria) == 1:
        return ""
    return f" Pain has come along the {result.state.road} road and rests at {10 * result.at_rest:.1f}."


def _timeline(result):
    plan = treatments(result.state)
    with_plan, without = result.rating[-1], result.untreated.rating[-1]
    if not plan:
        return f"No treatment is on the time line. In this model pain is {without:.1f} of 10 on day {result.days[-1]}."
    return (
        f"On the time line: {plan}. In this model pain on day {result.days[-1]} is {with_plan:.1f} of 10 with them "
        f"and {without:.1f} without. The size of each effect was put in by hand, to agree with trials where there are "
        "any: it is not a prediction. More about the trials stands in the table."
    )


def _setting(state, name):
    declared = _CONTROLS[name]
    return f"{declared.label} {declared.format(getattr(state, name))}"


def _course_table(result):
    days = {0, 7, 14, 28, 42, 84, 126, 182, 273, 364, 546, 728, result.settled_day} - {None}
    days = sorted(day for day in days if day <= result.days[-1])
    rows = tuple(
        (
            day,
            *(
                round(result.levels(name)[day], 1)
                for name in ("pain", "guarding", "inflammation", "herniation", "annulus", "sensitisation")
            ),
            round(10 * result.image[day], 1),
            round(result.pressure[day], 2),
        )
        for day in days
    )
    added = ", with what a treatment itself adds" if result.state.plan else ""
    return Table(
        f"The run, state by state (0 none to 10 full; pain is the 0-to-10 rating{added})",
        (
            "Day",
            "Pain",
            "Guarding",
            "Inflammation",
            "Herniation",
            "Weak annulus",
            "Sensitisation",
            "Herniation as a scan shows it",
            "Disc pressure (MPa)",
        ),
        rows,
    )


def _trials_table(result):
    rows = []
    for name in dict.fromkeys(name for name, _ in result.state.plan):
        found = card(name)
        sources = short_citations(found.source, "; ")
        asked = {
            "Pain and other results": found.size,
            "In whom": found.population,
            "Harms": found.harms,
            "How sure": found.certainty,
            "Who paid": found.paid,
            "Source": sources or "none",
            "Read in": found.seen or UNCHECKED if sources else "nothing found to read",
        }
        rows += [(_CONTROLS["treatment"].format(name), what, words) for what, words in asked.items()]
    return Table(
        "What trials found. They measured groups of people, and not on the scale of this model",
        ("Treatment", "Asked", "Found"),
        tuple(rows),
    )


def _return_table(result):
    rows = tuple(
        (round(10 * P, 1), round(10 * back, 2)) for P, back in list(zip(*result.return_curve, strict=True))[::8]
    )
    return Table(
        "Return map: pain put in and pain that comes back (0-to-10 rating)", ("Pain put in", "Pain returned"), rows
    )


def _map_table(result):
    rows = tuple((round(load, 2), _on_the_map(low), _on_the_map(high)) for load, low, high in result.regime_map[::3])
    return Table(
        "Borders of the map: guarding reactivity (pure number) by daily load",
        ("Daily load (× standing)", "Lasting pain can hold itself from", "Only lasting pain from"),
        rows,
    )


def _hysteresis_table(result):
    here = [(result.state.load, point.pain, point.stable) for point in result.equilibria]
    elsewhere = [point for branch in result.load_curve for point in branch[::3]]
    rows = tuple(
        (round(load, 2), round(10 * pain, 1), "rests" if holds else "tips") for load, pain, holds in [*here, *elsewhere]
    )
    return Table(
        "Where the model can rest, at this load and at others",
        ("Daily load (× standing)", "Pain (0-to-10 rating)", "Kind"),
        rows,
    )


def _on_the_map(reactivity):
    """A border where the map shows it, or on which side of the map it lies."""
    shown = _CONTROLS["guarding_reactivity"]
    if reactivity is None:
        return "none"
    if reactivity < shown.low:
        return f"below {shown.low:g}"
    return f"beyond {shown.high:g}" if reactivity > shown.high else round(reactivity, 2)


#: Which controls have a say in the course alone, and in the course and the time line.
_OF_THE_COURSE = ("look_day", *(name for name in _CONTROLS if name.startswith("show_")))
_OF_A_RUN = ("herniation_start", "days", *SLOTS)


def idle(result):
    """Return the controls that change nothing in the view that is open, and why."""
    state, found = result.state, {}
    if state.view != "course":
        found |= dict.fromkeys(_OF_THE_COURSE, "It belongs to the course over time.")
    if state.view not in ("course", "timeline"):
        found |= dict.fromkeys(_OF_A_RUN, "It belongs to a run: the course, or the treatments on a time line.")
    if state.view != "hysteresis":
        found["road"] = "It counts where the load goes up and down again."
    elif len(result.equilibria) == 1:
        found["road"] = "At this load there is one road only."
    for treatment, day in SLOTS.items():
        if getattr(state, treatment) == "none" or treatment in found:
            found[day] = found.get(treatment, "There is no treatment yet that could begin: choose one.")
    return found
