"""What Python has of each explorer, as a page ought to show it: run in the Python that holds the sessions.

It needs `spine_edu` alone, since the walk (walk.py) sends it as text into the kernel of a notebook.
"""

from spine_edu.explorer import card, veil
from spine_edu.explorer.session import LIVING


def told(sessions=None):
    """Return title -> what Python has, for each session that is shown; a list, since two may have the same title."""
    found = {}
    for session in shown() if sessions is None else sessions:
        found.setdefault(session.title, []).append(one(session))
    return found


def shown():
    """Return the sessions that a page shows and a reader can move."""
    return [session for session in LIVING if session._face is not None and not session.still_of]


def one(session):
    """Return what a page ought to show of one session."""
    played, run = session._played, None
    if played is not None:
        run = {"at": session.position, "sentence": played.sentences[session.position]}
    strip = veil.strip(session)
    found = " · ".join(filter(None, [strip["model"], strip["apart"]])) if strip["model"] else strip["todo"]
    return {
        "sentence": veil.sentence(session),
        "told": f"You said {strip['said']} · {found}" if strip["said"] else "",
        "scenario": session.scenario_name,
        "phase": session.phase,
        "look": session.theme.name,
        "line": session.to_text(),
        "run": run,
        "controls": controls(session),
    }


def controls(session):
    """Return what the controls ought to say: label -> value, how far a slider goes, whether it rests, and its range."""
    cards, idle, reach, found = card.card(session), session.idle(), session.reach(), {}
    apart = {*cards["under"], *((cards["gathered"] or {}).get("names", ())), (cards["gathered"] or {}).get("which")}
    for name, control in cards["controls"].items():
        if name in apart:
            continue
        value, words = getattr(session.state, name), control["label"]
        found_here = {"name": name, "value": value, "rests": name in idle}
        if "steps" in control:
            words = f"{words} ({control['unit']})" if control["unit"] else words
            most, low, step = reach.get(name, control["high"]), control["low"], control["step"]
            # A half is rounded up, as a page does.
            place = int((min(value, most) - low) / step + 0.5)
            found_here |= {"number": min(value, most), "value": str(place)}
            found_here |= {"most": min(control["steps"], round((most - low) / step)), "span": [low, most, step]}
        found[words] = found_here
    return found


def figure(title):
    """Return the figure that ought to be drawn, as JSON; nothing while a run lies over it, or of two with one title."""
    from plotly.io import to_json

    there = [session for session in shown() if session.title == title]
    if len(there) != 1 or there[0]._played is not None:
        return ""
    return to_json(veil.figure(there[0]), validate=False)
