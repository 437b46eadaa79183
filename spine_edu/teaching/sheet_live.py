"""A sheet of the reader's own in a notebook: one anywidget, drawn by `explorer/face/saying.js`."""

import traitlets

from spine_edu.explorer import face
from spine_edu.teaching.live import Live


class Face(Live):
    """A sheet.

    Parameters
    ----------
    sheet : spine_edu.teaching.sheet.Sheet

    Attributes
    ----------
    card : dict
        ``items``: what is asked; see `spine_edu.teaching.sheet.Sheet.card`.
    now : dict
        What is said, what can no longer be changed and why, and where it is kept.
    wrong : str
        Why the last act could not be done.
    heard : str
        The last act of a hand that was taken.
    """

    _esm = face.joined("saying.js")
    _css = face.text("questions.css") + face.text("saying.css")
    card = traitlets.Dict().tag(sync=True)
    now = traitlets.Dict().tag(sync=True)
    wrong = traitlets.Unicode().tag(sync=True)
    heard = traitlets.Unicode().tag(sync=True)

    def __init__(self, sheet):
        self.sheet = sheet
        super().__init__(card=sheet.card(), now=sheet.state())
        sheet.listen(self._changed)
        self.on_msg(lambda _, content, buffers: self.act(content))

    def _changed(self):
        self.now = self.sheet.state()

    def act(self, message):
        """Do what a hand did in the browser.

        Parameters
        ----------
        message : dict
            ``name`` is the item's key, ``value`` what is said to it, ``id`` names the message.
        """
        with self.hold_sync():
            try:
                self.sheet.say(message.get("name"), message.get("value"))
                self.wrong = ""
            except ValueError as error:
                self.wrong, self.now = str(error), self.sheet.state()
            finally:
                self.heard = str(message.get("id", ""))
