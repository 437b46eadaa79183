"""What may be shown of a session: everything, or, until the reader has predicted, the question over empty axes."""

from spine_edu.explorer import hands, still
from spine_edu.explorer.prediction import ASKED, KEPT
from spine_edu.tables import Table

#: What of a layout may tell the answer.
_TELLING = ("shapes", "annotations", "images", "title")
#: The trace of a figure that is the reader's own.
_OWN = "Your prediction"


def figure(session):
    """Return the figure as plain data; while veiled, its axes and what the reader has drawn there.

    A part whose question needs more to be understood has a ``veiled(result, theme=, prediction=)`` beside its
    ``figure``, which may keep in sight what the reader has said.
    """
    if not session.veiled:
        return session.drawn
    # What is asked lies over the settings of the question, whatever is set until it is answered.
    result, predicted = session.asked_result, session.predicted
    drawn = session.figures.figure(result, theme=session.theme, held=None, prediction=predicted)
    own = [trace for trace in drawn["data"] if trace.get("name") == _OWN and trace.get("visible", True)]
    veiled = getattr(session.figures, "veiled", None)
    if veiled is None:
        bare = {name: part for name, part in drawn["layout"].items() if name not in _TELLING}
        return {"data": own, "layout": bare}
    shown = veiled(result, theme=session.theme, prediction=predicted)
    there = {trace["name"] for trace in shown["data"]}
    return {**shown, "data": [*shown["data"], *(trace for trace in own if trace["name"] not in there)]}


def harmless(session, grips):
    """Return the grips that may lie over the veiled figure: they tell nothing, and have their true place there too.

    A veiled figure of a part's own may have other axes, on which another thing would lie where the hand is.
    """
    open_axes, veiled_axes = session.drawn["layout"], figure(session)["layout"]

    def same(name):
        one, other = open_axes.get(name), veiled_axes.get(name)
        return one and other and all(one.get(what) == other.get(what) for what in ("range", "domain", "scaleanchor"))

    return [grip for grip in grips if not grip.get("telling") and all(same(name) for name in grip["axes"])]


def has_axes(drawn):
    """Return whether a figure has an axis to be seen, so that an empty one still tells something."""
    axes = [part for name, part in drawn["layout"].items() if name.startswith(("xaxis", "yaxis"))]
    return any(axis.get("visible", True) for axis in axes)


def sentence(session):
    """Return what is said under the figure; while veiled, the question, and then what to do."""
    if session.phase == ASKED:
        return f"Before you look: {session.ask.question}"
    if session.phase == KEPT:
        return f"You said {session.ask.words(session.predicted)}. {session.ask.todo}"
    return still.sentence(session) if session.still_of else session.describe()


def table(session):
    """Return the plotted numbers as a `Table`; while veiled, one without rows that says why."""
    if not session.veiled:
        return session.table()
    return Table("The table comes with the picture, once you have predicted.", (), ())


def strip(session):
    """Return what stands over the picture as plain data.

    Returns
    -------
    dict
        ``phase``; ``said``, ``model``, ``apart`` and ``todo`` as texts, empty as long as there is nothing to say;
        ``bare``, whether there is nothing to be seen under the question; and ``hands``, a class's show of hands as
        `spine_edu.explorer.hands.spread` gives it.
    """
    # A still stands beside a text, and the answer is told once, in its explorer.
    told = None if session.still_of else session.told_here()
    bare = session.veiled and not hasattr(session.figures, "veiled") and not has_axes(figure(session))
    empty = {"phase": session.phase, "said": "", "model": "", "apart": "", "todo": "", "bare": bare}
    empty["hands"] = hands.spread(session)
    if told:
        return {**empty, **told._asdict()}
    if session.phase == KEPT:
        return {**empty, "said": session.ask.words(session.predicted), "todo": session.ask.todo}
    return empty


def line(session):
    """Return prediction and model, and a class's show of hands, in one line; or ``""``."""
    told, raised = session.told_here(), hands.spread(session)
    said = [f"You said {told.said}. {told.model}: {told.apart}."] if told else []
    return " ".join([*said, *([raised["words"]] if raised else [])])
