"""The whole model as SBML, so that other tools can run it.

The right-hand side uses operators only. Fed with symbols instead of numbers it writes itself down as MathML:
the exported equations are the ones that the course runs, not a copy of them.
"""

from xml.etree import ElementTree

from spine_edu import data
from spine_edu.cycle.equations import STATES, slopes
from spine_edu.cycle.whole.model import CycleState

_SBML = "http://www.sbml.org/sbml/level3/version1/core"
_MATHML = "http://www.w3.org/1998/Math/MathML"


class Symbol:
    """A node of a formula; adding, multiplying and so on makes bigger nodes.

    Parameters
    ----------
    operation : str
        ``ci`` (a name), ``cn`` (a number), or plus, minus, times, divide, power.
    *parts : str, float or Symbol
    """

    def __init__(self, operation, *parts):
        self.operation, self.parts = operation, parts

    def mathml(self):
        """Return the node as an ElementTree element."""
        if self.operation in ("ci", "cn"):
            leaf = ElementTree.Element(self.operation)
            leaf.text = f" {self.parts[0]} "
            return leaf
        apply = ElementTree.Element("apply")
        ElementTree.SubElement(apply, self.operation)
        apply.extend(part.mathml() for part in self.parts)
        return apply


def _symbol(value):
    return value if isinstance(value, Symbol) else Symbol("cn", repr(value))


def _operator(operation):
    def forward(self, other):
        return Symbol(operation, self, _symbol(other))

    def backward(self, other):
        return Symbol(operation, _symbol(other), self)

    return forward, backward


for _name, _operation in {"add": "plus", "sub": "minus", "mul": "times", "truediv": "divide", "pow": "power"}.items():
    _forward, _backward = _operator(_operation)
    setattr(Symbol, f"__{_name}__", _forward)
    setattr(Symbol, f"__r{_name}__", _backward)
Symbol.__neg__ = lambda self: Symbol("minus", self)


def sbml(state):
    """Return one patient of the whole model as SBML Level 3 text.

    Parameters
    ----------
    state : CycleState
        Its settings become the parameters, its start the initial values. Treatments, which switch in time, are left
        out: the text holds the untreated loop.

    Returns
    -------
    str
        SBML Level 3 Version 1; time is in days.

    Raises
    ------
    ValueError
        If `state` is no CycleState.
    """
    if not isinstance(state, CycleState):
        raise ValueError(
            f"sbml() writes down settings of the whole model, such as WholeCycle().state; {state!r} is none."
        )
    names = {name: Symbol("ci", f"k_{name}") for name in state.terms}
    rates = [rate.mathml() for rate in slopes(names)(*(Symbol("ci", name) for name in STATES))]
    used = {leaf.text.strip() for rate in rates for leaf in rate.iter("ci")}
    root = ElementTree.Element("sbml", xmlns=_SBML, level="3", version="1")
    title = "Herniation–spasm cycle, a hypothesis"
    model = ElementTree.SubElement(root, "model", id="herniation_spasm_cycle", name=title)
    numbers = ElementTree.SubElement(model, "listOfParameters")
    for name, value in zip(STATES, state.start, strict=True):
        ElementTree.SubElement(numbers, "parameter", id=name, value=repr(value), constant="false")
    for name, value in state.terms.items():
        if f"k_{name}" in used:
            ElementTree.SubElement(
                numbers, "parameter", id=f"k_{name}", name=_label(name), value=repr(value), constant="true"
            )
    rules = ElementTree.SubElement(model, "listOfRules")
    for name, rate in zip(STATES, rates, strict=True):
        rule = ElementTree.SubElement(rules, "rateRule", variable=name)
        ElementTree.SubElement(rule, "math", xmlns=_MATHML).append(rate)
    ElementTree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _label(name):
    labels = {row.name: row.label for row in data.parameters("cycle_model")}
    return labels.get(name, name.replace("_", " "))
