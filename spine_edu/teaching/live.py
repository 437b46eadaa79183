"""What every sheet and lesson in a notebook is, whatever it shows: a widget that a notebook keeps and can close."""

import anywidget


class Live(anywidget.AnyWidget):
    """One anywidget; what it shows and hears, a subclass says."""

    def close(self):
        """Close the widget and what belongs to it alone."""
        self.layout.close()
        super().close()

    def bundle_of(self, **kwargs):
        """Return what a notebook keeps of it: the widget, and how it is to be loaded."""
        kept = self._repr_mimebundle_(**kwargs)
        return kept if isinstance(kept, tuple) else (kept, {})
