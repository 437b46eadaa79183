"""A sheet of the reader's own made of ipywidgets alone, for front ends without anywidget."""

import html

import ipywidgets as widgets

from spine_edu.explorer import shown
from spine_edu.teaching.sheet import STEPS, Scale

_STYLE = """<style>
.spine-edu-question { margin-bottom: 14px; }
.spine-edu-question .widget-radio-box { height: auto; max-width: 46em; }
.spine-edu-question .widget-radio-box label { white-space: normal; height: auto; line-height: 1.4; padding: 4px 0; }
.spine-edu-question .widget-html-content { line-height: 1.45; max-width: 46em; }
</style>"""


class Face(widgets.VBox):
    """A sheet.

    Parameters
    ----------
    sheet : spine_edu.teaching.sheet.Sheet

    Attributes
    ----------
    inputs : dict
        Key -> its ``RadioButtons`` or ``Textarea``.
    line : ipywidgets.HTML
        Where things are kept, or why something was not.
    """

    def __init__(self, sheet):
        self.sheet, self._writing = sheet, False
        self.inputs = {item.key: _input(item) for item in sheet.items}
        self.line = widgets.HTML()
        boxes = [self._box(item) for item in sheet.items]
        self._follow()
        super().__init__([widgets.HTML(_STYLE), *boxes, self.line])
        sheet.listen(self._follow)
        for key, control in self.inputs.items():
            control.observe(lambda change, key=key: self._said(key, change.new), "value")

    def _box(self, item):
        stem = widgets.HTML(f"<b>{html.escape(item.number)}</b> {html.escape(item.stem)}")
        box = widgets.VBox([stem, self.inputs[item.key]])
        box.add_class("spine-edu-question")
        return box

    def _said(self, key, value):
        if value is None or self._writing:
            return
        try:
            self.sheet.say(key, value)
        except ValueError as error:
            self._follow(str(error))

    def _follow(self, wrong=""):
        """Show what is said, without saying it anew."""
        state, self._writing = self.sheet.state(), True
        try:
            for key, control in self.inputs.items():
                empty = "" if isinstance(control, widgets.Textarea) else None
                control.value, control.disabled = state["said"].get(key, empty), key in state["fixed"]
            why = next(iter(state["fixed"].values()), "")
            said = " ".join(filter(None, [wrong, why, state["where"]]))
            self.line.value = f'<div role="status">{html.escape(said)}</div>'
        finally:
            self._writing = False

    def bundle_of(self, **kwargs):
        """Return what a notebook keeps of the sheet: the widget."""
        return shown.view(self), {}


def _input(item):
    if isinstance(item, Scale):
        return widgets.RadioButtons(options=[(words, step) for step, words in STEPS.items()], value=None)
    return widgets.Textarea(rows=4, continuous_update=False)
