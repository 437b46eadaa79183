"""The anatomy drawings: same traces for every state, places that make sense, clicks that set controls."""

import numpy as np
import pytest
from plotly.graph_objects import Figure

from spine_edu.anatomy import lines as anatomy_lines
from spine_edu.anatomy import section as anatomy_section
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.roots import body as anatomy_body
from spine_edu.anatomy.roots import figure as anatomy_roots
from spine_edu.anatomy.roots import model as roots
from spine_edu.anatomy.tissues import figure as anatomy_tissues
from spine_edu.anatomy.tissues import model as tissues

LEVELS = roots.RootsState.declarations()["level"].values


def inside(point, outline):
    """Whether a point lies in a closed outline (n, 2): counts crossings to the right of it."""
    x, y = point
    (x0, y0), (x1, y1) = outline[:-1].T, outline[1:].T
    crosses = (y0 > y) != (y1 > y)
    at = x0 + (y - y0) / np.where(y1 == y0, 1, y1 - y0) * (x1 - x0)
    return bool(np.sum(crosses & (at > x)) % 2)


def names(figure):
    """What is drawn, from bottom to top."""
    return [one.name for one in (*figure.layout.shapes, *figure.data)]


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


@pytest.mark.parametrize("level", LEVELS)
def test_only_the_slice_of_the_level_is_shown(level):
    figure = Figure(anatomy_roots.figure(roots.simulate(roots.RootsState(level=level))))
    shown = [shape.path for shape in figure.layout.shapes if shape.visible]
    assert shown == [path for path in anatomy_roots._paths(level) if path]
    cut = len(anatomy_section.section(level).outlines.get("cauda_equina", ()))
    dots = next(shape for shape in figure.layout.shapes if shape.visible and "cauda" in shape.name) if cut else None
    assert dots is None or dots.path.count("M") == cut


def test_every_slice_is_drawn_of_the_same_parts():
    drawn = [
        Figure(anatomy_roots.figure(roots.simulate(roots.RootsState(level=level, zone=zone))))
        for level in LEVELS
        for zone in roots.zones(level)
    ]
    assert {tuple(names(figure)) for figure in drawn} == {tuple(names(drawn[0]))}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("zone", ["central", "subarticular", "foraminal"])
def test_each_leader_of_the_slice_ends_at_its_label(level, zone):
    figure = Figure(anatomy_roots.figure(roots.simulate(roots.RootsState(level=level, zone=zone))))
    words = next(trace for trace in figure.data if trace.name == "Words on the drawing")
    ends = {
        tuple(float(number) for number in shape.path.rpartition("L")[2].split(","))
        for shape in figure.layout.shapes
        if shape.name.startswith("Leader") and not shape.path.endswith("Z")
    }
    assert 2 <= len(ends) <= 4 and ends <= set(zip(words.x, words.y, strict=True))


def test_feeling_is_shown_by_pattern_too():
    """A pattern lies exactly over the tissues that answer partly or no, and over none where colours tell tissues."""
    for colour in ("feels", "tissue"):
        figure = Figure(anatomy_tissues.figure(tissues.simulate(tissues.TissuesState(colour=colour))))
        patterns = {trace.fillpattern.shape: trace for trace in figure.data if trace.fillpattern.shape}
        assert [trace.visible for trace in patterns.values()] == [colour == "feels"] * 2
        for row in tissues.rows():
            x, y = anatomy_tissues._outlines(row.tissue)[0][0]
            over = [
                shape
                for shape, trace in patterns.items()
                if np.nanmin(np.hypot(np.array(trace.x, float) - x, np.array(trace.y, float) - y)) < 0.02
            ]
            assert over == {"partly": ["/"], "no": ["."], "yes": []}[row.feels], row.tissue


def test_needed_points_keep_a_line_where_it_is():
    turn = np.linspace(0, 2 * np.pi, 200)
    line = np.stack([20 * np.cos(turn), 20 * np.sin(turn)], 1)
    few = anatomy_lines.simplified(line, 0.1)
    middles = (few[1:] + few[:-1]) / 2
    assert len(few) < 60 and np.hypot(*middles.T).min() > 19.9
    assert (few[0] == line[0]).all() and (few[-1] == line[-1]).all()


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
