"""The live face in Jupyter: one anywidget an explorer, drawn by the scripts in `face/`.

The face owns no truth. It shows what the session says, and tells the session what a hand did. Every control is a trait
of the widget as well, so that ``observe``, ``link`` and ``jslink`` work on it.
"""

import gzip
from functools import cache
from importlib.resources import files

import anywidget
import ipywidgets as widgets
import traitlets

from spine_edu import data
from spine_edu.explorer import card, face, printed
from spine_edu.explorer.buffers import GATHERED
from spine_edu.explorer.facing import Facing
from spine_edu.explorer.shown import keep


class Bundle(anywidget.AnyWidget):
    """What all explorers of a page share, sent once: plotly.js (5 MB; compressed 1.5 MB), the face's script and style.

    Attributes
    ----------
    plotly, script : bytes
        Compressed JavaScript.
    style : str
    announced : int
        How many faces have been opened or are just about to be; the page waits for them before it starts plotly.js.
    """

    _esm = "export default {};"
    plotly = traitlets.Bytes().tag(sync=True)
    script = traitlets.Bytes().tag(sync=True)
    style = traitlets.Unicode(face.text("view.css")).tag(sync=True)
    announced = traitlets.Int().tag(sync=True)


@cache
def _packed():
    """Return plotly.js as the installed plotly ships it, and the face's script, both compressed."""
    plotly = (files("plotly") / "package_data" / "plotly.min.js").read_bytes()
    return {"plotly": gzip.compress(plotly, 4, mtime=0), "script": gzip.compress(face.joined("explorer.js").encode())}


_bundles = []


def bundle():
    """Return the one `Bundle` of this kernel; a new one if somebody has closed it."""
    if not _bundles or _bundles[-1].comm is None:
        _bundles[:] = [Bundle(**_packed())]
    return _bundles[-1]


class Face(Facing, anywidget.AnyWidget):
    """One explorer in a notebook.

    Parameters
    ----------
    session : spine_edu.explorer.session.Session

    Attributes
    ----------
    session : Session
    controls : dict
        Name -> `Control`.
    card : dict
        What the browser builds the controls from: `spine_edu.explorer.card.card`.
    base, live : dict, list
        The figure, as `Wire` sends it.
    sentence, said, scenario, error : str
        What stands under the figure, what the last act did, the scenario that is set, and what went wrong.
    look : dict
        Style of the page.
    prediction : dict
        What is asked, kept and found: `spine_edu.explorer.veil.strip`.
    grips : list of dict
        What is dragged in the picture: `Session.grips`.
    idle : dict
        The controls that change nothing now, and why: `Session.idle`.
    spans : dict
        How far a slider goes now, where that is less far than its control allows: `Session.reach`.
    touches : dict
        What is tapped there: `Session.touches`.
    held, playable : bool
    position : int
    frames : dict
        A run to play, as `Frames.packed` returns it, or empty.
    panels : dict
        What each open panel shows, by its name.
    heard : str
        The last act of a hand that was taken, so that the page sends the next one.
    """

    _esm = face.text("door.js")
    bundle = traitlets.Instance(widgets.Widget).tag(sync=True, **widgets.widget_serialization)
    card = traitlets.Dict().tag(sync=True)
    base = traitlets.Dict().tag(**GATHERED)
    live = traitlets.List().tag(**GATHERED)
    look = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    scenario = traitlets.Unicode().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)
    held = traitlets.Bool().tag(sync=True)
    playable = traitlets.Bool().tag(sync=True)
    position = traitlets.Int().tag(sync=True)
    frames = traitlets.Dict().tag(**GATHERED)
    panels = traitlets.Dict().tag(sync=True)
    heard = traitlets.Unicode().tag(sync=True)
    prediction = traitlets.Dict().tag(sync=True)
    grips = traitlets.List().tag(sync=True)
    idle = traitlets.Dict().tag(sync=True)
    spans = traitlets.Dict().tag(sync=True)
    touches = traitlets.Dict().tag(sync=True)

    def __init__(self, session, **more):
        self._face_to(session)
        self._writing = False
        self.controls = {name: Control(self, name) for name in session.State.declarations()}
        shared = bundle()
        shared.announced += 1
        super().__init__(bundle=shared, card=card.card(session), **self._shown(), **vars(session.state), **more)
        self.observe(self._linked, list(self.controls))
        self.on_msg(lambda _, content, buffers: self.act(content))
        session.listen(self._changed)

    def _write(self, names, value_of):
        """Set traits, whatever an observer of one of them does; then raise what the first such observer raised."""
        raised = []
        for name in names:
            try:
                setattr(self, name, value_of(name))
            except Exception as error:  # an observer of the reader's own: the other traits must still be written
                raised.append(error)
        if raised:
            raise raised[0]

    def _write_settings(self):
        """Let the controls say what the state is, without acting on it."""
        before, self._writing = self._writing, True
        try:
            # The state is read at each turn, since an observer of the reader's own may change it meanwhile.
            self._write(self.controls, lambda name: getattr(self.session.state, name))
        finally:
            self._writing = before

    # From a hand to the session --------------------------------------------------------------------------------------

    def _linked(self, change):
        """A control's trait was set: by Python, or by another widget that is linked to it."""
        if self._writing:
            return
        try:
            self.session.move(change.name, change.new)
        except ValueError:
            self._write_settings()
            raise

    def close(self):
        """Close the face and what belongs to it."""
        self.layout.close()
        super().close()

    # What a notebook keeps -------------------------------------------------------------------------------------------

    def bundle_of(self, **kwargs):
        """Return what a notebook keeps of the explorer: the widget, its sentence and, on request, a picture."""
        return printed.kept(self.session, self._repr_mimebundle_(**kwargs))


class Control:
    """One control of a face.

    Attributes
    ----------
    declaration : Parameter, Choice or Text
    value : float or str
        What it is set to; setting it is a hand's move.
    """

    def __init__(self, face, name):
        self._face, self._name = face, name
        self.declaration = face.session.State.declarations()[name]

    @property
    def value(self):
        """What the control is set to."""
        return getattr(self._face.session.state, self._name)

    @value.setter
    def value(self, value):
        self._face.session.move(self._name, value)


def make(session):
    """Return a new face of a session, and close those that an earlier run of the same cell has made."""
    base = Face
    # A still is not turned, and its flat drawing is a hundredth of the solids to send.
    if session.solids and not session.still_of:
        from spine_edu.explorer.solids import SolidFace as base
    return keep(_with_controls(base, session.State)(session))


@cache
def _with_controls(base, State):
    """Return a kind of face that has every control of a state as a trait."""
    kinds = {
        name: traitlets.Float if isinstance(declared, data.Parameter) else traitlets.Unicode
        for name, declared in State.declarations().items()
    }
    traits = {name: kind().tag(sync=True) for name, kind in kinds.items()}
    return type(f"{State.__name__}{base.__name__}", (base,), traits)
