"""Holding tight in words: what it protects, what it costs, for how long, and what was measured."""

from math import isinf
from types import MappingProxyType

from spine_edu import data
from spine_edu.citations import short_citations
from spine_edu.spasm.guarding import model
from spine_edu.tables import Table

#: What each study found, with the numbers of its rows.
_FOUND = MappingProxyType(
    {
        "none": "",
        "effort": "Measured: 14 young people pulled back against a load, and a push met a stiffer trunk: "
        "{stiffness_20} N for a millimetre at 20 % of full effort, {stiffness_40} N at 40 %.",
        "lifting": "Worked out from 10 men who lifted: muscles that pull against each other cost "
        "{lift_press:range} % more compression, and let the trunk balance {lift_steady:range} % more.",
        "bracing": "Worked out for 8 men who held a weight, in an ideal case: a braced belly made the spine "
        "{brace_steady} % steadier, for {brace_press} % more compression.",
        "pain": "Worked out from controlled lifts: the spines of 22 people with back pain were pressed "
        "{pain_press} % more, and pushed sideways {pain_aside} % more, than those of 22 without.",
        "recovered": "Measured: when the pain had mostly gone, 8 young men whose back hurts after exercise were "
        "{recovered} % stiffer than 9 others. Which comes first, stiffness or pain, it cannot say.",
        "walking": "Measured: {walking} people with long-lasting back pain were jolted in walking. No clear difference "
        "was found between how their trunks turned and those of 15 without. "
        "Pain and a stiff trunk need not go together.",
    }
)


#: The same at the foot of the picture, short.
_SHORT = MappingProxyType(
    {
        "none": "Movements are drawn 8 times as large.",
        "effort": "14 people, pulling back: a millimetre<br>takes {stiffness_20} N at 20 %, {stiffness_40} N at 40 %",
        "lifting": "10 men lifting: pressed {lift_press:range} % more,<br>in balance with {lift_steady:range} % more",
        "bracing": "8 men, braced belly: {brace_steady} % steadier,<br>pressed {brace_press} % more",
        "pain": "22 people with back pain: pressed<br>{pain_press} % more than 22 without",
        "recovered": "8 men, pain mostly gone: {recovered} % stiffer<br>than 9 who had none",
        "walking": "{walking} people with lasting pain:<br>no clear difference from 15 without",
    }
)


def sentence(result):
    """Return what the push does, what the disc carries, for how long she can hold, and what a study found."""
    state = result.state
    carries = f"Her lowest disc carries {kilonewtons(result.press)}"
    carries += f" instead of {kilonewtons(result.loose_press)}." if state.holding else "."
    said = (_holds(result), _moves(result), carries, lasting(result), found(state.known))
    return " ".join(part for part in said if part)


def _moves(result):
    state = result.state
    if not state.push:
        return "Nobody pushes."
    otherwise = f"; if she lets go, {result.loose_moved:.1f} mm" if state.holding else ""
    return f"A push of {state.push:.0f} N moves her {result.moved:.1f} mm{otherwise}."


def _holds(result):
    state = result.state
    if not state.holding:
        return "She lets go."
    if result.active < state.holding:
        return (
            f"After {minutes(state.minutes)} of trying, she holds {result.active:.0f} % of full effort "
            f"and not {state.holding:.0f} %."
        )
    when = f"After {minutes(state.minutes)} she still holds" if state.minutes else "She holds"
    return f"{when} {state.holding:.0f} % of full effort on both sides."


def lasting(result):
    """Return for how long she can hold, in words."""
    state = result.state
    if not state.holding:
        return ""
    tired = f"{result.tired:.0f} % of the muscle is tired"
    if isinf(result.lasts):
        return f"So little the model lets her hold on and on: {tired} now."
    if state.minutes > result.lasts:
        return f"Her strength for it lasted {minutes(result.lasts)}: {tired} now."
    return f"She can hold it for {minutes(result.lasts)}; {tired} now."


def found(study, short=False):
    """Return what a study found, in words; short, as at the foot of the picture, if asked."""
    rows = {row.key: row for row in data.table("spasm_guarding")}
    names = {name: f"{row.value:g}" for name, row in rows.items()}
    text = (_SHORT if short else _FOUND)[study]
    for name, row in rows.items():
        if row.low is not None:
            text = text.replace(f"{{{name}:range}}", f"{row.low:g} to {row.high:g}")
    return text.format(**names)


def minutes(value):
    """Return minutes in words, whole ones from ten on."""
    number = f"{value:.0f}" if value >= 10 or value == round(value) else f"{value:.1f}"
    return f"{number} minute{'' if number == '1' else 's'}"


def kilonewtons(newtons):
    """Return a force as printed, for example ``"1.91 kN"``."""
    return f"{newtons / 1000:.2f} kN"


def compare(held, result):
    """Return how moving and pressing changed from A to B."""
    moved = [round(run.moved, 1) for run in (held, result)]
    press = [round(run.press / 1000, 2) for run in (held, result)]
    if moved[0] == moved[1] and press[0] == press[1]:
        return f"In A and B the push moves her {moved[1]:.1f} mm, and the disc carries {press[1]:.2f} kN."
    return (
        f"From A to B the push moves her {moved[0]:.1f} and then {moved[1]:.1f} mm; "
        f"the disc carries {press[0]:.2f} and then {press[1]:.2f} kN."
    )


def table(result):
    """Return what she does beside letting go."""
    weight = f"{result.loose_press:.0f}"
    rows = (
        ("Tries to hold (% of full effort)", "0", f"{result.state.holding:.0f}"),
        ("Really holds now (%)", "0", f"{result.active:.0f}"),
        ("Tired part of the muscle (%)", "0", f"{result.tired:.0f}"),
        ("Pull of the back muscle (N)", "0", f"{result.back:.0f}"),
        ("Pull of the belly muscle (N)", "0", f"{result.belly:.0f}"),
        ("Weight above the disc (N)", weight, weight),
        ("The disc carries (kN)", f"{result.loose_press / 1000:.2f}", f"{result.press / 1000:.2f}"),
        ("Stiffness (N for a millimetre)", f"{model.stiffness(0):.1f}", f"{model.stiffness(result.active):.1f}"),
        ("The push moves her (mm)", f"{result.loose_moved:.1f}", f"{result.moved:.1f}"),
        ("She can hold it for (minutes)", "", "on and on" if isinf(result.lasts) else f"{result.lasts:.1f}"),
    )
    return Table("Letting go and holding; then what was measured", ("What", "Lets go", "Holds"), (*rows, *_measured()))


def _measured():
    """What studies found, each with who was measured and where it was read."""
    for row in data.table("spasm_guarding"):
        span = f"{row.low:g} to {row.high:g}" if row.low is not None else f"{row.value:g}"
        yield (
            f"{row.about} ({row.population}; {short_citations(row.source)}; read: {row.seen})",
            "",
            f"{span} {row.unit}",
        )
