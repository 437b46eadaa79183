"""The measurement behind docs/decisions/0001-view.md: the thin view and a FigureWidget, same explorers, one run.

    python benchmarks/decision_0001.py

The FigureWidget stands here only, for comparison: batched updates, no template, and the cure for its stale state.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.in_browser import BARE, Cell, opened
from benchmarks.rows import centile
from tools.lab import chrome, lab_server, write_notebook

FIGURE_WIDGET = '''
import copy
import ipywidgets as w
import plotly.graph_objects as go
import spine_edu

class Live(go.FigureWidget):
    """A FigureWidget that shows its present data after a reload, not its first."""
    def get_state(self, key=None, drop_defaults=False):
        if key is None and "_layout_obj" in self.__dict__ and "_data" in self.__dict__:
            self._trait_values["_widget_data"] = copy.deepcopy(self._data)
            self._trait_values["_widget_layout"] = copy.deepcopy(self._layout_obj._props)
        return super().get_state(key=key, drop_defaults=drop_defaults)

def shown(name):
    e = getattr(spine_edu, name)(backend_name="static")
    figure, line = Live(e.figure), w.HTML(e.describe())
    def update(_):
        e.result = e.model.simulate(e.state)
        new = e.figure.to_dict()
        new["layout"].pop("template", None)
        with figure.batch_update():
            for trace, wanted in zip(figure.data, new["data"]):
                wanted.pop("type", None)
                trace.update(wanted)
            figure.layout.update(new["layout"])
        line.value = e.describe()
    for control in e.controls.values():
        control.observe(update, "value")
    return w.VBox([w.VBox([e.controls[name] for name in e.first]), figure, line])
'''
EXPLORERS = ("Practice", "WholeCycle")
WAYS = {"thin view": "import spine_edu\nspine_edu.NAME()", "FigureWidget": FIGURE_WIDGET + "\nshown('NAME')"}


def main():
    """Open, move, and print."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [source.replace("NAME", name) for source in WAYS.values() for name in EXPLORERS]
        write_notebook(Path(folder) / "both.ipynb", BARE, *sources)
        for number, source in enumerate(sources):
            write_notebook(Path(folder) / f"{number}.ipynb", source)
        with lab_server(folder) as address, chrome() as running:
            for number, (way, name) in enumerate((way, name) for way in WAYS for name in EXPLORERS):
                for time in ("first", "second"):
                    book, row = opened(running, address, f"{number}.ipynb")
                    print(f"open, {time} time: {name} in {way}: {row.value}")
                    book.close()
            _moves(running, address)


def _moves(running, address):
    book, _ = opened(running, address, "both.ipynb")
    cells = {"bare round trip": Cell(book, 0)}
    for number, (way, name) in enumerate(((way, name) for way in WAYS for name in EXPLORERS), 1):
        cells[f"{name} in {way}"] = cell = Cell(book, number, name)
        if way == "FigureWidget":
            cell.watched = ".js-plotly-plot, .widget-html"
    for _ in range(4):
        for cell in cells.values():
            cell.move(10)
    floor = median(cells["bare round trip"].times)
    for name, cell in cells.items():
        middle, traffic = median(cell.times), [cell.middle(column) for column in ("down", "up", "received", "sent")]
        print(
            f"| {name} | {middle:.0f} | {centile(cell.times, 95):.0f} | {middle / floor:.1f} | "
            + " | ".join(f"{amount:.0f}" for amount in traffic)
            + " |"
        )
    book.close()


if __name__ == "__main__":
    main()
