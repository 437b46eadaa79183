"""The column: 24 vertebrae, the sacrum and 23 discs in 3-D, peeled layer by layer."""

import ipywidgets as widgets

from spine_edu.anatomy.column import figure, model, scene, words
from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Explorer
from spine_edu.explorer.solids import SolidView
from spine_edu.explorer.view import View


class Column(Explorer):
    """Find a disc, its neighbours, its roots and what lies in the canal behind it."""

    part = "anatomy_column"
    title = "The column: where is it, and what lies behind it?"
    model, figures, words, State = model, figure, words, model.ColumnState
    first = ("disc", "view", "layer", "frame")
    ask = Number(
        "How many discs does a person with 24 vertebrae above the sacrum have?",
        "discs",
        0,
        40,
        answer=lambda result: float(len(result.discs)),
    )
    checks = {
        "no_cord": lambda result: (
            result.state.layer == "arches"
            and model.content(result.state.disc) == "cauda equina"
            and result.state.view == "back"
        ),
        "highest": lambda result: (
            result.state.layer == "cut" and result.chosen.height == max(disc.height for disc in result.discs)
        ),
        "evening": lambda result: result.state.scope == "all" and abs(result.shorter - 19.3) < 1.0,
    }
    failures = {
        "one_adult": lambda result: result.scale < 0.9,
        "stiff_chest": lambda result: abs(result.lordosis - 49.5) > 20 and abs(result.kyphosis - 45) < 0.1,
        "bony_only": lambda result: result.chosen.back < 4 and result.state.loss >= 50,
    }

    def make_view(self):
        """The solids instead of the flat drawing, wherever live widgets are shown."""
        self._flat = None
        return SolidView(scene) if self.backend == "live" else super().make_view()

    def views(self):
        """The solids, and a place for the flat drawing if the browser cannot draw solids."""
        self._beside = widgets.VBox()
        return [*super().views(), self._beside]

    def clicked(self, trace, point, choice):
        """A disc or a bone chooses a disc; the view itself may ask for the flat figure."""
        if choice == SolidView.NO_SOLIDS:
            self._flat = View()
            self.put()
            self._beside.children = [self._flat]
        else:
            super().clicked(trace, point, choice)

    def put(self):
        """Move the vertebrae, or draw them flat where there are no live widgets or no solids."""
        if self._flat is not None:
            self._flat.show(self.drawn, self.describe(), self.theme)
        if not isinstance(self.view, SolidView):
            super().put()
            return
        shown = scene.scene(self.result, held=self.held, prediction=self.predicted)
        self.view.show(shown, self.describe(), self.theme)
