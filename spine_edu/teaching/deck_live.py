"""A lesson in a notebook: one anywidget over the whole window, drawn by `explorer/face/deck.js`."""

import ipywidgets as widgets
import traitlets

from spine_edu.explorer import face
from spine_edu.teaching.live import Live


class Face(Live):
    """A lesson.

    Parameters
    ----------
    deck : spine_edu.classroom.deck.Deck

    Attributes
    ----------
    slides : list of Widget
        The faces of what is shown in turn.
    card : dict
        ``title``, ``names`` of the slides, and ``notes`` as HTML.
    """

    _esm = face.joined("deck.js")
    _css = face.text("deck.css")
    slides = traitlets.List(traitlets.Instance(widgets.Widget)).tag(sync=True, **widgets.widget_serialization)
    card = traitlets.Dict().tag(sync=True)

    def __init__(self, deck):
        self.deck = deck
        super().__init__(
            slides=[one.widget for one in deck.slides],
            card={"title": deck.title, "names": deck.names, "notes": deck.notes},
        )
        self.on_msg(lambda *_: deck.new_class())

    def bundle_of(self, **kwargs):
        """Return what a notebook keeps of the lesson: the widget, and what is shown in words."""
        bundle, metadata = super().bundle_of(**kwargs)
        return {**bundle, "text/plain": str(self.deck)}, metadata
