"""The EMG bench in words."""

from spine_edu.spasm import tiring
from spine_edu.spasm.emg import trace
from spine_edu.spasm.tiring import number
from spine_edu.tables import Table

#: Where the needle is -> words.
PLACES = {"back": "beside the spine", "leg": "in the calf"}
#: Below this share of full effort a muscle is called silent.
_SILENT = 0.001


def sentence(result):
    """Return what is recorded at this moment, and what it says."""
    return {"bend": _bending, "hold": _holding, "needle": _needle}[result.state.test](result)


def _bending(result):
    state = result.state
    loaded = f" with {state.load:g} kg in the hands" if state.load else ""
    start = f"Bent {degrees(state.bend)}{loaded}, the muscle "
    if result.effort < _SILENT:
        said = (
            f"{start}under the electrodes is silent: what is stretched carries the trunk. The screen shows noise alone."
        )
    else:
        said = f"{start}pulls with {100 * result.effort:.0f} % of full effort. {_at_work(result)}."
        if result.asked < _SILENT:
            said += " The posture asks nothing of it: this is what is held tight."
    noise = ", set by the noise" if result.silent else ""
    return f"{said} Strongest on the way over fully bent: {result.ratio:.1f}{noise}."


def _holding(result):
    state = result.state
    if result.effort < _SILENT:
        return f"Bent {degrees(state.bend)}, the muscle is silent: there is nothing in it that could tire."
    middle = f"half of its power lay below {result.median:.0f} Hz"
    if result.exhausted:
        asked = f"{100 * result.effort:.0f} % of full effort"
        return f"Bent {degrees(state.bend)}, the muscle {gave_way(result)}: {asked} was too much. At the end {middle}."
    tired = f"{100 * result.tired:.0f} % of the muscle is tired"
    start = f"After {state.seconds:.0f} s bent {degrees(state.bend)}, {tired}. "
    return f"{start}To hold the same, {_at_work(result)}; {middle.replace('lay', 'lies')}."


def gave_way(result):
    """Return in words when the muscle could hold no longer."""
    seconds = round(tiring.endurance(result.effort))
    return f"gave way after {seconds} s" if seconds else "gave way at once"


def _at_work(result):
    units = "motor unit fires" if result.recruited == 1 else "motor units fire"
    share = f"{signal_share(result.strength):.0f} % of its greatest"
    return f"{result.recruited} of {number('units'):.0f} {units}, a signal of {result.strength:.0f} µV, {share}"


def signal_share(strength):
    """Return a strength on the skin as a share of that at full effort, in percent."""
    return 100 * strength / number("full_signal")


def _needle(result):
    state = result.state
    rows, gone = len(trace.ROWS), len(result.gone)
    seen = [one for one in result.spontaneous if one]
    said = f"Day {day(state.days)}, needle {PLACES[state.muscle]}. Of {rows} units near it "
    said += f"{_counted(gone)} cut off" if gone else "none is cut off"
    if seen:
        said += f", and muscle fibres of {len(seen)} of these fire by themselves, in a regular beat: {_kinds(seen)}."
    elif gone:
        said += ", and still silent."
    else:
        said += "."
    if state.guarding:
        driven = len(result.firing)
        few = ", fewer and faster than with all nerve fibres" if gone and driven else ""
        return f"{said} Held tight, {driven} {_fire(driven)}{few}."
    return said if seen else f"{said} A quiet needle does not say that the root is well."


def _counted(count):
    return "1 is" if count == 1 else f"{count} are"


def _fire(count):
    return "fires" if count == 1 else "fire"


def _kinds(seen):
    small, sharp = seen.count("fibrillation"), seen.count("sharp")
    kinds = [f"{small} as {'a fibrillation' if small == 1 else 'fibrillations'}"] if small else []
    kinds += [f"{sharp} as {'a positive sharp wave' if sharp == 1 else 'positive sharp waves'}"] if sharp else []
    return ", ".join(kinds)


def compare(held, result):
    """Return what differs between A and B."""
    one, other = held.state.test, result.state.test
    if one != other:
        return "A and B are recordings of two kinds, whose numbers cannot be compared."
    if one == "bend":
        return f"From A to B the ratio goes from {held.ratio:.1f} to {result.ratio:.1f}."
    if one == "needle":
        before, after = (sum(map(bool, run.spontaneous)) for run in (held, result))
        return f"Muscle fibres of {before} cut-off units fire by themselves in A, of {after} in B."
    if held.median is None or result.median is None:
        return "In A or in B the muscle is silent."
    return (
        f"From A to B the signal goes from {held.strength:.0f} to {result.strength:.0f} µV, and its middle frequency "
        f"from {held.median:.0f} to {result.median:.0f} Hz."
    )


def table(result):
    """Return the numbers of the moment."""
    state = result.state
    if state.test == "needle":
        rows = tuple(
            (f"Unit {index + 1}", _does(result, row), f"{len(result.rows[row])}")
            for row, index in enumerate(trace.ROWS)
        )
        heading = f"Units near the needle, day {day(state.days)}, {PLACES[state.muscle]}"
        return Table(heading, ("Unit", "What it does", f"Firings on the screen of {trace.SWEEP:g} s"), rows)
    hold = tiring.endurance(result.effort)
    rows = [
        ("Asked by the posture", f"{100 * result.asked:.1f}", "% of full effort"),
        ("Held tight on top", f"{state.guarding:.0f}", "% of full effort"),
        ("Motor units that fire", f"{result.recruited}", f"of {number('units'):.0f}"),
        ("Strength of the signal, root mean square", f"{result.strength:.1f}", "µV"),
        ("Strength of the signal, of that at full effort", f"{signal_share(result.strength):.1f}", "%"),
        ("Of this, noise of electrodes and amplifier", f"{number('noise'):.1f}", "µV"),
        ("Middle frequency", "–" if result.median is None else f"{result.median:.1f}", "Hz"),
        ("Strongest on the way down over fully bent", f"{result.ratio:.2f}", "1"),
        ("Tired", f"{100 * result.tired:.1f}", "% of the muscle"),
        ("Could be held for", "any time" if hold == float("inf") else f"{hold:.0f}", "s"),
    ]
    return Table("The muscle at this moment", ("What", "How much", "Unit"), tuple(rows))


def _does(result, row):
    kinds = {
        "fibrillation": "cut off, fibres fibrillate",
        "sharp": "cut off, fibres send sharp waves",
        "": "cut off, silent",
    }
    if row in result.gone:
        return kinds[result.spontaneous[row]]
    return "fires" if row in result.firing else "rests"


def idle(result):
    """Return the controls that change nothing, with the reason."""
    state = result.state
    if state.test != "needle":
        skin = "Electrodes on the skin do not see single muscle fibres."
        why = {"days": skin, "lost": skin, "muscle": "The electrodes are on the skin over the low back."}
        if state.test == "bend":
            why["seconds"] = "Here the trunk moves on and holds nothing."
        return why
    lying = "The person lies, and the muscle holds nothing up."
    why = {"bend": lying, "load": lying, "seconds": lying}
    return why


def degrees(bend):
    """Return a bend as it is said."""
    return f"{bend:g}°"


def day(days):
    """Return a day as it is said: a whole one."""
    return f"{int(days)}"
