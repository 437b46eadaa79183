"""Nothing white lies over a curve: plotly paints a background under each plot, also under one that holds nothing."""

import pytest

import spine_edu
from spine_edu import data
from spine_edu.registry import REGISTRY


def plots(figure):
    """Return the pairs of axes for which plotly paints a plot: of all traces, and of an axis that none has."""
    layout = figure["layout"]
    pairs = {(trace.get("xaxis", "x"), trace.get("yaxis", "y")) for trace in figure["data"]}
    for key in layout:
        if key[1:5] != "axis" or key[0] not in "xy":
            continue
        name, other = f"{key[0]}{key[5:]}", "y" if key[0] == "x" else "x"
        if not any(name in pair for pair in pairs):
            anchor = layout[key].get("anchor", other)
            pairs.add((name, anchor) if key[0] == "x" else (anchor, name))
    return sorted(pairs)


def room(figure, pair):
    """Return the left, right, lower and upper end of a plot, 0 to 1; None if it shares those of another one."""
    axes = [figure["layout"].get(f"{name[0]}axis{name[1:]}", {}) for name in pair]
    if any("overlaying" in axis for axis in axes):
        return None
    return tuple(end for axis in axes for end in axis.get("domain", (0, 1)))


def covered(figure):
    """Return pairs of plots of which one lies over the other."""
    rooms = {pair: room(figure, pair) for pair in plots(figure)}
    rooms = list({pair: ends for pair, ends in rooms.items() if ends}.items())
    return [
        (one, other)
        for number, (one, here) in enumerate(rooms)
        for other, there in rooms[number + 1 :]
        if all(min(here[side + 1], there[side + 1]) - max(here[side], there[side]) > 0.002 for side in (0, 2))
    ]


def views(explorer):
    """Go to every scenario, and from the first one to each choice of each control; yields the words for it."""
    for row in explorer.scenarios:
        explorer.scenario(row.name)
        yield row.name
    explorer.scenario(explorer.scenarios[0].name)
    start = explorer.state
    for name, declared in start.declarations().items():
        for value in declared.values if isinstance(declared, data.Choice) else ():
            try:
                explorer.set(**{name: value})
            except ValueError:
                continue  # another setting does not allow it
            yield f"{name} {value}"
            explorer.set(**vars(start))


@pytest.mark.parametrize("part", REGISTRY)
def test_no_plot_lies_over_another(part):
    explorer = getattr(spine_edu, REGISTRY[part])(ask_first=False)
    wrong = {where: found for where in views(explorer) if (found := covered(explorer.drawn))}
    assert not wrong
