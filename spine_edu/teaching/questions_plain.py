"""The questions made of ipywidgets alone, for front ends without anywidget."""

import html

import ipywidgets as widgets
import traitlets

from spine_edu.explorer import shown

_STYLE = """<style>
.spine-edu-question { margin-bottom: 14px; }
.spine-edu-question .widget-radio-box { height: auto; max-width: 46em; }
.spine-edu-question .widget-radio { width: 100%; height: auto; }
.spine-edu-question .widget-radio-box label { white-space: normal; height: auto; line-height: 1.4; padding: 4px 0; }
.spine-edu-question .widget-html-content { line-height: 1.45; max-width: 46em; }
</style>"""


class Face(widgets.VBox):
    """The questions of one notebook.

    Parameters
    ----------
    check : spine_edu.teaching.questions.CheckYourself

    Attributes
    ----------
    choices : dict
        Question key -> its ``RadioButtons``, or a box in which the answer is set and then asked for.
    lines : dict
        Question key -> the ``HTML`` under them, with the feedback.
    """

    def __init__(self, check):
        self.check, self._writing = check, False
        self.choices = {one.key: _KINDS[one.kind](one) for one in check.questions}
        self.lines = {one.key: widgets.HTML() for one in check.questions}
        boxes = [self._box(number, one) for number, one in check.numbered()]
        self._follow()
        super().__init__([widgets.HTML(_STYLE), *boxes])
        check.listen(self._follow)
        for key, choice in self.choices.items():
            choice.observe(lambda change, key=key: self._chosen(key, change.new), "value")

    def _box(self, number, question):
        stem = widgets.HTML(f"<b>{number}.</b> {html.escape(question.stem)}")
        box = widgets.VBox([stem, self.choices[question.key], self.lines[question.key]])
        box.add_class("spine-edu-question")
        return box

    def _chosen(self, key, letter):
        if letter is not None and not self._writing:
            self.check.answer(key, letter)

    def _follow(self):
        """Show what is chosen, without choosing it anew."""
        answers, feedback, self._writing = self.check.answers, self.check.feedback(), True
        try:
            for key, choice in self.choices.items():
                choice.value = answers.get(key)
                words = html.escape(feedback[key]["words"]) if key in feedback else ""
                self.lines[key].value = f'<div role="status">{words}</div>'
        finally:
            self._writing = False

    def bundle_of(self, **kwargs):
        """Return what a notebook keeps of the questions: the widget."""
        return shown.view(self), {}


def _choice(question):
    options = [(f"{letter}  {text}", letter) for letter, text in question.options.items()]
    return widgets.RadioButtons(options=options, value=None)


class _Task(widgets.VBox):
    """Something to set, and a button that asks: `value` is what was asked about, or None."""

    value = traitlets.Unicode(allow_none=True, default_value=None)

    def __init__(self, question):
        self.question = question
        self.parts = self._parts()
        self.asks = widgets.Button(description="Check")
        super().__init__([*self.parts, self.asks])
        self.asks.on_click(lambda _: self._ask())
        self.observe(lambda change: self._show(change.new), "value")

    def _ask(self):
        said = self._said()
        if said:
            self.value = said


class _Lists(_Task):
    """A list for each thing: its label, or what stands at its place."""

    def _parts(self):
        one = self.question
        if one.kind == "match":
            names, options = one.items, [(label, str(place)) for place, label in enumerate(one.labels, 1)]
        else:
            names, options = _places(one), [(text, letter) for letter, text in one.options.items()]
        options = [("choose", ""), *options]
        return [widgets.VBox([widgets.Label(name), widgets.Dropdown(options=options, value="")]) for name in names]

    def _said(self):
        said = [part.children[1].value for part in self.parts]
        try:
            return self.question.check("".join(said)) if all(said) else ""
        except ValueError:
            return ""

    def _show(self, said):
        for place, part in enumerate(self.parts):
            part.children[1].value = said[place] if said else ""


class _Typed(_Task):
    """A number."""

    def _parts(self):
        return [widgets.Text(description="Number"), widgets.Label(self.question.unit)]

    def _said(self):
        try:
            return self.question.check(self.parts[0].value)
        except ValueError:
            return ""

    def _show(self, said):
        self.parts[0].value = said or ""


def _places(order):
    return [f"{place} of {len(order.options)}" for place in range(1, len(order.options) + 1)]


_KINDS = {"choice": _choice, "order": _Lists, "match": _Lists, "number": _Typed}
