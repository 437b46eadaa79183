"""Rows and a picture of how cost grows: explorers on a page, people of a cohort, vertices of a bone."""

import tempfile
from pathlib import Path

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from benchmarks.in_models import clocked
from benchmarks.in_people import WEEKS
from benchmarks.rows import Row
from spine_edu.anatomy import mesh, shapes
from spine_edu.registry import REGISTRY
from spine_edu.theme import LIGHT
from spine_edu.treatment import cohort
from tools.lab import ROOT, Notebook, chrome, lab_server, new_page, write_notebook

EXPLORERS = (1, 2, 4, 8, 16, 32)
PEOPLE = (1_000, 10_000, 100_000, 1_000_000)
STEPS = (6.0, 4.0, 2.5, 1.6, 1.0)  # mm between the points of the grid
TIMES = 3
_TICKS = [number * 10.0**power for power in range(-3, 2) for number in (1, 2, 3, 5, 7)]
PICTURE = ROOT / "docs" / "pictures" / "growth.svg"
#: How the page shows it.
SHOWN = """
![Three plots on logarithmic axes: seconds against the explorers on a page, the people of a cohort and the vertices of a
bone. The rows named “growth” above give the ends of each line.](pictures/growth.svg)
"""


def rows():
    """Measure the three, draw them, and return a row of each: the first and the last."""
    measured = {"explorers on a page": _pages(), "people of a cohort": _people(), "vertices of a bone": _vertices()}
    _draw(measured)
    for what, points in measured.items():
        (few, first), (many, last) = points[0], points[-1]
        value = f"{few:,}: {_said(first)}; {many:,}: {_said(last)}"
        yield Row("growth", what, value, last / first, f"for {many / few:,.0f} × as many")


def _said(seconds):
    return f"{seconds:.2g} s" if seconds >= 0.1 else f"{1000 * seconds:.2g} ms"


def _short(count):
    if count < 1000:
        return str(count)
    return (
        f"{count / 1e6:.0f} M"
        if count >= 1e6
        else f"{count / 1e3:.{'1f' if count < 1e4 else '0f'}} k".replace(".0 k", " k")
    )


def _pages():
    """Return how many explorers are on a page, and the seconds from Run All until each is drawn."""
    found = []
    with tempfile.TemporaryDirectory() as folder, chrome() as running:
        with lab_server(folder, SPINE_EDU_ASK_FIRST="no") as address:
            for count in EXPLORERS:
                cells = [f"import spine_edu\nspine_edu.{name}()" for name in list(REGISTRY.values())[:count]]
                write_notebook(Path(folder) / f"{count}.ipynb", *cells)
                book = Notebook(new_page(running), address, f"{count}.ipynb")
                found.append((count, clocked(book.run_all, 1)[0]))
                book.close()
    return found


def _people():
    """Return how many people, and the seconds to follow them on a path through two years, week by week."""
    return [(count, clocked(lambda count=count: cohort.follow("wait", WEEKS, count), TIMES)[0]) for count in PEOPLE]


def _vertices():
    """Return how many vertices the surface of a vertebra has, and the seconds to find it, on finer and finer grids."""
    solid, box = shapes.vertebra("L4"), shapes.bounds("L4")
    measured = (clocked(lambda step=step: mesh.surface(solid, *box, step), TIMES) for step in STEPS)
    return [(len(vertices), seconds) for seconds, (vertices, _, _) in measured]


def _draw(measured):
    """Draw the three beside each other, on logarithmic axes."""
    figure = make_subplots(1, len(measured), horizontal_spacing=0.09)
    for place, (what, points) in enumerate(measured.items(), 1):
        x, y = zip(*points, strict=True)
        figure.add_trace(
            go.Scatter(
                x=x, y=y, mode="lines+markers", line={"color": LIGHT.hues["blue"], "width": 2}, marker={"size": 8}
            ),
            1,
            place,
        )
        figure.update_xaxes(type="log", title=what, tickvals=x, ticktext=[_short(one) for one in x], row=1, col=place)
        figure.update_yaxes(type="log", tickvals=_TICKS, ticktext=[_said(one) for one in _TICKS], row=1, col=place)
    figure.update_layout(
        width=900, height=320, showlegend=False, template="plotly_white", margin={"l": 60, "r": 20, "t": 20, "b": 50}
    )
    figure.write_image(PICTURE)
