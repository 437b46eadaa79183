"""Treatments on the cycle in words. Always *this person of the model*: never a forecast for anybody."""

import re

from spine_edu import data
from spine_edu.citations import UNCHECKED, short_citations
from spine_edu.cycle.treatments import effects, usual_length
from spine_edu.letters import capital
from spine_edu.tables import Table
from spine_edu.treatment.cycle.model import (
    OnTheCycleState,
    fitting,
    offered,
    other_length,
    places,
    trials,
    verdict,
)

_CONTROLS = OnTheCycleState.declarations()
#: Less than this is printed as no difference.
_NOTHING = 0.05
#: Person as the sentences call them.
WHO = {"settling": "Somebody whose pain settles", "noor": "Noor", "lasting": "Somebody whose pain lasts"}
_TABLE_DAYS = (0, 7, 14, 28, 42, 84, 126, 182, 273, 364)


def sentence(result):
    """Return what the treatments do, how pain goes with and without them, and what trials measured."""
    plan, day = result.state.plan, result.day
    here = f"On day {day} pain is {result.treated.rating[day]:.1f} of 10"
    if not plan:
        return (
            f"{_who(result)}, in this model, without treatment. {here}. Choose a treatment, or press a green ring in "
            "the cycle: what it acts on lights up."
        )
    given = ". ".join(f"{title(slot)}, from day {slot[1]:.0f}: {does(slot[0])}" for slot in plan)
    return f"{_who(result)}, in this model. {given}. {compared(result)} {' '.join(_trials(result))}"


def on_day(result, day):
    """Return where one day of the run stands."""
    lit = {number for number, _ in result.at_work(day)}
    working = " and ".join(title(slot) for number, slot in enumerate(result.state.plan, 1) if number in lit)
    return (
        f"Day {day}: in this model pain is {result.treated.rating[day]:.1f} of 10, untreated "
        f"{result.untreated.rating[day]:.1f}. At work: {working or 'no treatment'}."
    )


def compare(held, result):
    """Return the difference between run A and this run."""
    names = [name for name in _CONTROLS if getattr(held.state, name) != getattr(result.state, name)]
    changed = [f"{_CONTROLS[name].label} {_CONTROLS[name].format(getattr(result.state, name))}" for name in names]
    if not changed:
        return "Against A: nothing has changed."
    day = min(result.day, held.days[-1])
    gap = result.treated.rating[day] - held.treated.rating[day]
    return (
        f"Against A (changed: {'; '.join(changed)}): on day {day} pain is {result.treated.rating[day]:.1f} instead of "
        f"{held.treated.rating[day]:.1f} of 10, {less(gap)}."
    )


def title(slot):
    """Return a treatment of the plan in words, with the days for which it is given."""
    treatment, _, length = slot
    text, usual = _CONTROLS["treatment"].format(treatment), usual_length(treatment)
    return text if usual is None else f"{text.partition(',')[0]}, {usual * length:.3g} days"


def does(treatment):
    """Return what a treatment does to the links and boxes it acts on."""
    return "; ".join(places(treatment).values())


def less(difference):
    """Return a difference in pain in words."""
    if abs(difference) < _NOTHING:
        return "no difference"
    return f"{abs(difference):.1f} {'more' if difference > 0 else 'less'}"


def interval(trial):
    """Return what a trial measured with its interval, with one decimal."""
    low, high = trial.low, trial.high
    if high <= 0:
        ends = f"{abs(high):.1f} to {abs(low):.1f}"
    elif low >= 0:
        ends = f"{low:.1f} to {high:.1f}"
    else:
        ends = f"{abs(low):.1f} less to {high:.1f} more"
    memory = {"no": "", "interval": "; interval from memory", "all": "; from memory"}[trial.memory]
    return f"{less(trial.value)} ({ends}{memory})"


def agreement(found, trial):
    """Return in words where the model lies against a trial: `found` is as of `verdict`."""
    if found == "inside":
        return "inside the interval"
    relief = trial.value < 0
    more = (found == "less pain") == relief
    return f"outside: {'more' if more else 'less'} {'relief' if relief else 'pain'} than measured"


def compared(result):
    """Return the day looked at, with and without the treatments, and what two of them would do alone."""
    day, rating, plain = result.day, result.treated.rating, result.untreated.rating
    said = f"Day {day}: pain {rating[day]:.1f} of 10, untreated {plain[day]:.1f}: {less(result.difference(day))}."
    if len(result.state.plan) < 2:
        return said
    one, other = (less(gap) for gap in result.alone)
    return f"{said} Alone {one} and {other}; the sum would be {less(sum_of(result.alone))}."


def sum_of(gaps):
    """Return the sum of differences as a reader adds them up: of the numbers as they are printed."""
    return sum(round(gap, 1) for gap in gaps)


def nearest(result):
    """Return the trial's time that lies nearest to the day looked at, held against the run; None without one."""
    return min(result.held, key=lambda one: abs(one.day - result.day), default=None)


def against_trials(result):
    """Return model against trial in one or two short sentences: they agree, they do not, or why nobody can say."""
    plan = result.state.plan
    if not plan:
        return ""
    if len(plan) == 2:
        return "Trials tested each alone, not the two together."
    one = nearest(result)
    if one is not None:
        return (
            f"Trials, {one.trial.whom}, against {one.trial.comparator}, {one.trial.when}{marked(one.trial)}: "
            f"{interval(one.trial)} ({short_citations(one.trial.source)}); here {less(one.model)}: "
            f"{agreement(one.verdict, one.trial)}."
        )
    return _why_not(result)


def marked(trial):
    """Return in which week a trial is marked, where that is not its own time: it pooled more than one."""
    own = f"{trial.week:.0f} week" in trial.when or trial.when.startswith(("after", "at"))
    return "" if own else f" (marked at week {trial.week:.0f})"


def _why_not(result):
    slot, *_ = result.state.plan
    treatment, *_ = slot
    marked = fitting(treatment, result.state.person)
    if marked and other_length(slot):
        return "Trials are held against the usual length only."
    if marked:
        return f"The trials’ time, {marked[0].when}, lies beyond the days shown."
    row = trials(treatment)[0]
    said = capital(row.said)
    if row.measure == "nothing found":
        return f"{said}."
    tail = "It has no place on this axis." if row.measure == "another scale" else "There is no mark for it here."
    return f"Trials, {row.whom}: {row.said}. {tail}"


def _trials(result):
    """What is said of the trials: model and trial for this person, a simulated group, and whether it was set so."""
    yield against_trials(result)
    one = nearest(result)
    if one is None:
        return
    found = verdict(one.trial.group, one.trial)
    proof = "; the size was put in with this trial in view, so that is no proof" if was_set(one.trial) else ""
    yield (
        f"On average over {_group(one.trial)}: {less(one.trial.group)}, {agreement(found, one.trial)}"
        f"{proof if found == 'inside' else ''}."
    )


def was_set(trial):
    """Return whether the size of a treatment was set with this trial in view."""
    keys = {key for row in effects(trial.treatment) for key in data.split_keys(row.source)}
    return bool(keys & set(data.split_keys(trial.source)))


def _group(trial):
    if not trial.group_least:
        return "a thousand simulated people"
    return f"those of a thousand simulated people with {trial.group_least:.0f} or more on day {trial.group_day:.0f}"


def _who(result):
    state = result.state
    own = "" if state.reactivity == 1 else f", guarding reactivity {_CONTROLS['reactivity'].format(state.reactivity)}"
    return f"{WHO[state.person]}{own}"


def table(result):
    """Return the course with and without treatment and the trials of the treatments; without one, all the trials."""
    if not result.state.plan:
        return _all_trials()
    last = result.days[-1]
    rows = [
        (
            f"day {day}",
            f"{result.treated.rating[day]:.1f}",
            f"{result.untreated.rating[day]:.1f}",
            less(result.difference(day)),
            "",
            "",
            "",
        )
        for day in sorted({*_TABLE_DAYS, result.day})
        if day <= last
    ]
    held = {one.trial: one for one in result.held}
    for treatment in dict.fromkeys(name for name, *_ in result.state.plan):
        for trial in trials(treatment):
            one = held.get(trial)
            rows.append(
                (
                    _what(trial),
                    f"{result.treated.rating[one.day]:.1f}" if one else "",
                    f"{result.untreated.rating[one.day]:.1f}" if one else "",
                    f"{less(one.model)}, {agreement(one.verdict, trial)}" if one else "",
                    _of_group(trial),
                    _measured(trial),
                    _read(trial),
                )
            )
    columns = (
        "When",
        "Pain (of 10)",
        "Untreated (of 10)",
        "Difference (points of 10)",
        "A simulated group (points of 10)",
        "Trials (points of 10)",
        "Source, read in",
    )
    return Table(
        f"{_who(result)}, in this model, with and without treatment; and what trials measured", columns, tuple(rows)
    )


def _all_trials():
    """Every treatment of the model against its trials, in a simulated group."""
    rows = []
    for treatment in offered():
        for trial in trials(treatment):
            rows.append(
                (
                    _what(trial),
                    _measured(trial),
                    _of_group(trial) or trial.measure,
                    _read(trial),
                )
            )
    columns = ("Treatment", "Trials (points of 10)", "A simulated group (points of 10)", "Source, read in")
    return Table("Every treatment of the model against its trials", columns, tuple(rows))


def _of_group(trial):
    """Return how much pain differs in a group that the model simulates, and whether that is inside the interval."""
    if trial.measure != "points of 10":
        return ""
    return f"{less(trial.group)} on average over {_group(trial)}, {agreement(verdict(trial.group, trial), trial)}"


def _what(trial):
    found = trial.measure != "nothing found"
    return f"{_short(trial.treatment)}, {trial.outcome}, {trial.when}" if found else _short(trial.treatment)


def _short(treatment):
    return re.sub(r", \d+ days$", "", _CONTROLS["treatment"].format(treatment))


def _measured(trial):
    if trial.measure != "points of 10":
        return f"{trial.said} ({trial.whom})" if trial.whom != "nobody" else trial.said
    set_so = "; the model’s size was set with it in view" if was_set(trial) else ""
    return f"{interval(trial)}, {trial.whom}, {trial.population}, against {trial.comparator}{set_so}. {trial.note}"


def _read(trial):
    if not trial.source:
        return "nothing found to read"
    return f"{short_citations(trial.source)}: {trial.seen or UNCHECKED}"


def idle(result):
    """Return the controls that change nothing now, and why."""
    state, found = result.state, {}
    if state.treatment == "none":
        found |= dict.fromkeys(("start", "length"), "There is no treatment yet: choose one.")
    elif usual_length(state.treatment) is None:
        found["length"] = "What it does does not end with it, or it is given once."
    if state.second_treatment == "none":
        found["second_start"] = "There is no second treatment yet: choose one."
    return found
