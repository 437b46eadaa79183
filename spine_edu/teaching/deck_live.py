"""A lesson in a notebook: one anywidget over the whole window, drawn by `explorer/face/deck.js`."""

import anywidget
import ipywidgets as widgets
import traitlets

from spine_edu.explorer import face, shown


class Face(anywidget.AnyWidget):
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
        shown.keep(self)

    def close(self):
        """Close the widget and what belongs to it; explorers that stand elsewhere, too, stay."""
        self.layout.close()
        super().close()

    def bundle_of(self, **kwargs):
        """Return what a notebook keeps of the lesson: the widget, and what is shown in words."""
        bundle, metadata = self._repr_mimebundle_(**kwargs)
        return {**bundle, "text/plain": str(self.deck)}, metadata
