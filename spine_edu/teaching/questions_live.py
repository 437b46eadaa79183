"""The questions in a notebook: one anywidget, drawn by `explorer/face/questions.js`.

The page is told what can be said. What speaks for or against it, and whether it is right, the page asks when a reader
has said it, so that no look into the page gives it away.
"""

import traitlets

from spine_edu.explorer import face
from spine_edu.teaching.live import Live


class Face(Live):
    """The questions of one notebook.

    Parameters
    ----------
    check : spine_edu.teaching.questions.CheckYourself

    Attributes
    ----------
    card : dict
        ``questions``: a list of ``key``, ``kind``, ``number``, ``stem``, and what the kind needs beside them.
    answers : dict
        Question key -> what was said. Setting it answers; a ValueError if that cannot be said.
    feedback : dict
        Question key -> ``said``, ``words`` and ``right`` of the answer.
    wrong : str
        Why answers cannot be kept in the reader's file, if they cannot.
    heard : str
        The last act of a hand that was taken.
    """

    _esm = face.joined("questions.js")
    _css = face.text("questions.css")
    card = traitlets.Dict().tag(sync=True)
    answers = traitlets.Dict().tag(sync=True)
    feedback = traitlets.Dict().tag(sync=True)
    wrong = traitlets.Unicode().tag(sync=True)
    heard = traitlets.Unicode().tag(sync=True)

    def __init__(self, check):
        self.check = check
        super().__init__(card=check.card(), answers=check.answers, feedback=check.feedback())
        check.listen(self._changed)
        self.observe(self._linked, "answers")
        self.on_msg(lambda _, content, buffers: self.act(content))

    def _changed(self):
        with self.hold_sync():
            self.answers, self.feedback = self.check.answers, self.check.feedback()

    def _linked(self, change):
        """The trait was set: by Python, or by another widget that is linked to it."""
        if change.new == self.check.answers:
            return
        try:
            self.check.answers = change.new
        except ValueError:
            self.answers = self.check.answers
            raise

    def act(self, message):
        """Do what a hand did in the browser.

        Parameters
        ----------
        message : dict
            ``act`` is ``"answer"``, ``name`` the question's key, ``letter`` what is said, ``id`` names the message.
        """
        with self.hold_sync():
            try:
                self.check.answer(message.get("name"), message.get("letter"))
                self.wrong = self.check.trouble
            finally:
                self.heard = str(message.get("id", ""))
