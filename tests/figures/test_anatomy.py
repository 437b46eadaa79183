"""The anatomy drawings: same traces for every state, places that make sense, clicks that set controls."""

import numpy as np
import pytest
from plotly.graph_objects import Figure

from spine_edu.figures import anatomy_body, anatomy_column, anatomy_roots, anatomy_section, anatomy_tissues
from spine_edu.models import anatomy_column as column
from spine_edu.models import anatomy_roots as roots
from spine_edu.models import anatomy_tissues as tissues
from spine_edu.theme import THEMES

LEVELS = roots.RootsState.declarations()["level"].values


def inside(point, outline):
    """Whether a point lies in a closed outline (n, 2): counts crossings to the right of it."""
    x, y = point
    (x0, y0), (x1, y1) = outline[:-1].T, outline[1:].T
    crosses = (y0 > y) != (y1 > y)
    at = x0 + (y - y0) / np.where(y1 == y0, 1, y1 - y0) * (x1 - x0)
    return bool(np.sum(crosses & (at > x)) % 2)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("view", ["side", "front", "back", "oblique"])
def test_column_traces_stay_the_same(view, theme):
    start = [trace.name for trace in Figure(anatomy_column.figure(column.reference())).data]
    for layer in column.ColumnState.declarations()["layer"].values:
        result = column.simulate(column.ColumnState(view=view, layer=layer, disc="C5-6", frame="near"))
        figure = Figure(anatomy_column.figure(result, theme=theme))
        assert [trace.name for trace in figure.data] == start
        assert any(note.text and "C" in note.text for note in figure.layout.annotations)


def test_column_run_a_and_prediction_are_drawn():
    figure = Figure(anatomy_column.figure(
        column.reference(), held=column.simulate(column.ColumnState(lordosis=30)), prediction=24.0
    ))
    run_a = next(trace for trace in figure.data if trace.name.startswith("Run A"))
    assert run_a.visible and len(run_a.x) == 25
    assert any("You predicted 24" in (note.text or "") for note in figure.layout.annotations)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("side", ["left", "right"])
def test_herniations_lie_behind_the_disc_on_their_side(level, side):
    here = anatomy_section.section(level)
    for zone in roots.zones(level):
        tip = anatomy_section.herniation(level, zone, side)
        assert tip[:, 1].min() < here.back + 0.35 * here.depth
        if zone != "central":
            middle = anatomy_section.zone_place(level, zone, side)[0][0]
            assert (middle < 0) == (side == "right"), "the person's right is on the left of the paper"


@pytest.mark.parametrize("level", LEVELS)
def test_roots_lie_outside_the_disc_and_contents_inside_the_canal(level):
    here = anatomy_section.section(level)
    disc = here.outlines["outer_annulus"][0]
    assert not inside(here.exiting, disc)
    if here.traversing:
        assert not inside(here.traversing, disc)
        assert inside(here.traversing, here.outlines["canal"][0])
    for name in ("cord", "cauda_equina"):
        for outline in here.outlines.get(name, ()):
            assert inside(outline.mean(axis=0), here.outlines["sac"][0])


@pytest.mark.parametrize("level", LEVELS)
def test_cord_or_cauda_equina_as_the_level_has_it(level):
    outlines = anatomy_section.section(level).outlines
    content = column.content(level)
    assert ("cord" in outlines) == (content != "cauda equina")
    assert ("cauda_equina" in outlines) == (content != "cord")


@pytest.mark.parametrize("root", [row.root for row in tissues.data.table("anatomy_roots")])
def test_every_root_has_a_skin_area_on_its_side(root):
    right, left = (np.vstack(anatomy_body.area(root, side)) for side in ("right", "left"))
    for view, (middle, sign) in anatomy_body.VIEWS.items():
        for area, side in ((right, 1), (left, -1)):
            here = area[np.abs(area[:, 0] - middle) < 36]
            assert (np.sign(here[:, 0] - middle) == side * sign).all(), view
    assert anatomy_body.area("S4", "right") == []


def test_root_clicks_set_zone_and_side():
    figure = Figure(anatomy_roots.figure(roots.simulate(roots.RootsState())))
    marks = next(trace for trace in figure.data if trace.name == "Zones to click")
    assert set(marks.customdata) == {"zone:central;side:right"} | {
        f"zone:{zone};side:{side}"
        for zone in ("subarticular", "foraminal", "extraforaminal")
        for side in ("left", "right")
    }


def test_tissue_clicks_reach_every_tissue():
    figure = Figure(anatomy_tissues.figure(tissues.simulate(tissues.TissuesState())))
    clicks = {click for trace in figure.data if trace.customdata is not None for click in trace.customdata}
    assert clicks == {f"tissue:{row.tissue}" for row in tissues.rows()}


def test_feeling_is_shown_by_pattern_too():
    figure = Figure(anatomy_tissues.figure(tissues.simulate(tissues.TissuesState(colour="feels"))))
    patterns = {trace.name.partition(",")[0]: trace.fillpattern.shape for trace in figure.data}
    assert patterns["nucleus"] == "." and patterns["endplate"] == "/" and patterns["outer annulus"] is None


@pytest.mark.parametrize("tissue", [row.tissue for row in tissues.rows()])
def test_each_dot_lies_in_its_own_tissue(tissue):
    """The dot lies in the tissue, and in no tissue drawn on top of it."""
    panel, x, y = anatomy_tissues._DOTS[tissue]
    source = anatomy_section.section("L4-5").outlines if panel == 1 else anatomy_tissues._along()
    order = anatomy_tissues._ORDER
    around = source.get("sac", ()) if tissue == "cauda_equina" and panel == 1 else source[tissue]
    assert any(inside((x, y), np.vstack([line, line[:1]])) for line in around)
    for above in order[order.index(tissue) + 1 :]:
        assert not any(inside((x, y), np.vstack([line, line[:1]])) for line in source.get(above, ())), above
