"""The anatomy drawings: same traces for every state, places that make sense, clicks that set controls."""

import pytest
from plotly.graph_objects import Figure

from spine_edu.anatomy.column import figure as anatomy_column
from spine_edu.anatomy.column import model as column
from spine_edu.theme import THEMES


def names(figure):
    """What is drawn, from bottom to top."""
    return [one.name for one in (*figure.layout.shapes, *figure.data)]


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("view", ["side", "front", "back", "oblique"])
def test_column_is_drawn_of_the_same_parts(view, theme):
    start = names(Figure(anatomy_column.figure(column.reference())))
    for layer in column.ColumnState.declarations()["layer"].values:
        result = column.simulate(column.ColumnState(view=view, layer=layer, disc="C5-6", frame="near"))
        figure = Figure(anatomy_column.figure(result, theme=theme))
        assert sorted(names(figure)) == sorted(start)
        assert any(note.text and "C" in note.text for note in figure.layout.annotations)


def test_column_run_a_and_prediction_are_drawn():
    figure = Figure(anatomy_column.figure(
        column.reference(), held=column.simulate(column.ColumnState(lordosis=30)), prediction=24.0
    ))
    run_a = next(trace for trace in figure.data if trace.name.startswith("Run A"))
    assert run_a.visible and len(run_a.x) == 25
    assert any("You predicted 24" in (note.text or "") for note in figure.layout.annotations)
