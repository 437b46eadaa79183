"""Rows of the cycle's models: the time of one year, its error, and a cohort beside PySD and libroadrunner."""

import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np
from scipy.integrate import solve_ivp

from benchmarks import in_people
from benchmarks.rows import Row
from spine_edu.cycle import cohort as cycle_cohort
from spine_edu.cycle import equations as cycle_equations
from spine_edu.cycle import sbml as cycle_sbml
from spine_edu.cycle.equations import STATES, slopes
from spine_edu.cycle.whole.model import CycleState, simulate

DAYS, PATIENTS = 364, 10_000
#: PySD is slow enough to be timed on the first days only; its time grows with the number of steps.
FEW_DAYS = 14


def rows(patients=PATIENTS):
    """Return all rows of the models."""
    return [*_year(), *_cohort(patients), *in_people.rows()]


def clocked(act, times):
    """Return the median seconds of `times` calls, and the last result."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        result = act()
        spent.append(time.perf_counter() - began)
    return median(spent), result


def _year():
    state = CycleState()
    # Says of two runs whether the machine itself was as quick.
    measure, _ = clocked(lambda: sum(number * number for number in range(1_000_000)), 5)
    yield Row("one year", "for comparison: the sum of a million squares, plain Python", f"{1000 * measure:.0f} ms", 1.0)
    seconds, result = clocked(lambda: simulate(state), 31)
    yield Row(
        "one year",
        f"the whole model, {DAYS} days, plain Python",
        f"{1000 * seconds:.1f} ms",
        seconds / measure,
        "the sum",
        target="≤ 15 ms",
        met=seconds <= 0.015,
    )
    rates = slopes(state.terms)
    exact = solve_ivp(
        lambda _, y: rates(*y), (0, DAYS), state.start, method="Radau", rtol=1e-10, atol=1e-12, t_eval=range(DAYS + 1)
    ).y
    error = max(np.abs(np.array(getattr(result, name)) - row).max() for name, row in zip(STATES, exact, strict=True))
    yield Row(
        "one year", "largest error against SciPy's Radau at 1e-10", f"{error:.1e}", target="≤ 1e-4", met=error <= 1e-4
    )


def _cohort(patients):
    """The same group, equations and days. Each tool integrates as it does by itself, and reads in its model untimed."""
    group = cycle_cohort.draw(patients, seed=1)
    ours, course = clocked(lambda: cycle_cohort.follow(group, DAYS), 3)
    roadrunner = _roadrunner(group)
    theirs, road = clocked(lambda: roadrunner(DAYS + 1), 1)
    theirs_end, _ = clocked(lambda: roadrunner(2), 1)
    stepped, vensim_pain = clocked(_pysd(group, FEW_DAYS), 1)
    stepped *= DAYS / FEW_DAYS
    apart = (np.abs(course.rating[-1] / 10 - road).max(), np.abs(course.rating[FEW_DAYS] / 10 - vensim_pain).max())
    name = f"{patients:,} patients, {DAYS} days"
    yield Row("cohort", f"{name}: spine_edu (all at once, fixed steps), every day kept", f"{ours:.1f} s", 1.0)
    for seconds, what in ((theirs, "every day kept"), (theirs_end, "only the last day kept")):
        yield Row(
            "cohort",
            f"{name}: libroadrunner (one by one, CVODE) on the package's SBML, {what}",
            f"{seconds:.1f} s",
            ours / seconds,
            "ours : roadrunner",
            "≤ 2 ×",
            ours <= 2 * seconds,
        )
    yield Row(
        "cohort",
        f"{name}: PySD (all at once, Euler) on the same equations; {FEW_DAYS} days measured, scaled up",
        f"{stepped:.0f} s",
        ours / stepped,
        "ours : PySD",
        "< 1 ×",
        ours < stepped,
    )
    yield Row(
        "cohort",
        f"largest difference in pain (0 to 1) to libroadrunner, day {DAYS}",
        f"{apart[0]:.1e}",
        target="≤ 1e-4",
        met=apart[0] <= 1e-4,
    )
    yield Row(
        "cohort",
        f"largest difference in pain (0 to 1) to PySD, day {FEW_DAYS}",
        f"{apart[1]:.1e}",
        target="≤ 2e-2, for Euler's sake",
        met=apart[1] <= 2e-2,
    )


def _roadrunner(group):
    """Return a function ``run(values)`` that gives everybody's pain on the last day after printing so many values.

    libroadrunner has compiled the model already.
    """
    import roadrunner

    runner = roadrunner.RoadRunner(cycle_sbml.sbml(CycleState()))
    runner.timeCourseSelections = ["pain"]
    names = set(runner.model.getGlobalParameterIds())
    terms = {f"k_{name}": np.broadcast_to(value, group.size) for name, value in group.terms.items()}
    settings = {name: values for name, values in terms.items() if name in names} | dict(
        zip(STATES, group.start, strict=True)
    )

    def run(values_printed):
        last = []
        for patient in range(group.size):
            runner.reset(roadrunner.SelectionRecord.ALL)
            for name, values in settings.items():
                runner[name] = float(values[patient])
            last.append(runner.simulate(0, DAYS, values_printed)[-1, 0])
        return np.array(last)

    return run


def _pysd(group, days):
    """Return a function that gives everybody's pain on day `days`, by PySD; the model is translated already."""
    import pysd
    import xarray

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cycle.mdl"
        path.write_text(vensim(group, days), encoding="utf-8")
        model = pysd.read_vensim(str(path))
    patients = {"patient": [f"p{number}" for number in range(1, group.size + 1)]}

    def everybody(values):
        return xarray.DataArray(np.broadcast_to(values, group.size).astype(float), patients, ["patient"])

    settings = {_name(name): everybody(value) for name, value in group.terms.items() if np.ndim(value)}
    start = {name: everybody(values) for name, values in zip(STATES, group.start, strict=True)}

    def run():
        shown = model.run(params=settings, initial_condition=(0, start), return_columns=["pain"])
        return shown.iloc[-1].to_numpy(float)

    return run


def vensim(group, days):
    """Return the whole model as Vensim text: the equations of the package, written down by themselves.

    A number in which patients differ has one value each; the values themselves are handed over afterwards.
    """

    def own(name):
        return f"{name}[patient]"

    names = {name: own(_name(name)) if np.ndim(value) else _name(name) for name, value in group.terms.items()}
    symbols = {name: cycle_sbml.Symbol("ci", text) for name, text in names.items()}
    rates = [_infix(rate) for rate in slopes(symbols)(*(cycle_sbml.Symbol("ci", own(name)) for name in STATES))]
    lines = ["{UTF-8}", f"patient: (p1-p{group.size})\n  ~\n  ~ |"]
    lines += [f"{own(name)} = INTEG({rate}, 0)\n  ~ Dmnl\n  ~ |" for name, rate in zip(STATES, rates, strict=True)]
    lines += [
        f"{text} = {float(np.mean(group.terms[name]))!r}\n  ~ Dmnl\n  ~ |"
        for name, text in names.items()
        if any(text in rate for rate in rates)
    ]
    control = {"INITIAL TIME": 0, "FINAL TIME": days, "TIME STEP": 1 / cycle_equations.FEWEST_STEPS, "SAVEPER": 1}
    lines += [f"{name} = {value}\n  ~ Day\n  ~ |" for name, value in control.items()]
    return "\n".join(lines)


def _name(term):
    return f"k {term.replace('_', ' ')}"


def _infix(symbol):
    if symbol.operation in ("ci", "cn"):
        return str(symbol.parts[0])
    if len(symbol.parts) == 1:
        return f"(-{_infix(symbol.parts[0])})"
    sign = {"plus": "+", "minus": "-", "times": "*", "divide": "/", "power": "^"}[symbol.operation]
    return f"({_infix(symbol.parts[0])} {sign} {_infix(symbol.parts[1])})"
