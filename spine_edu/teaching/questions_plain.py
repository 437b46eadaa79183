"""The questions made of ipywidgets alone, for front ends without anywidget."""

import html

import ipywidgets as widgets

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
        Question key -> its ``RadioButtons``.
    lines : dict
        Question key -> the ``HTML`` under them, with the feedback.
    """

    def __init__(self, check):
        self.check, self._writing = check, False
        self.choices = {one.key: _choice(one) for one in check.questions}
        self.lines = {one.key: widgets.HTML() for one in check.questions}
        boxes = [self._box(one) for one in check.questions]
        self._follow()
        super().__init__([widgets.HTML(_STYLE), *boxes])
        check.listen(self._follow)
        for key, choice in self.choices.items():
            choice.observe(lambda change, key=key: self._chosen(key, change.new), "value")

    def _box(self, question):
        stem = widgets.HTML(f"<b>{html.escape(question.key)}.</b> {html.escape(question.stem)}")
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
