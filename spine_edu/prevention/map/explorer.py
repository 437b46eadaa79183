"""Zoom out: the cycle, Noor with twenty things of which ten are kept, one map, and the maps of 29 experts."""

from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session
from spine_edu.prevention.map import asked, figure, model, words


class ZoomOut(Session):
    """From five boxes to 142 parts, with ten things to keep for Noor on the way."""

    part = "prevention_map"
    title = "Zoom out"
    model, figures, words, State = model, figure, words, model.MapState
    first = ("level", "whose")
    behind = {
        "prevention_map": ("Sizes of the maps", "about"),
        "prevention_groups": ("Groups", "name"),
        "prevention_things": ("Things", "name"),
        "cycle_links": ("Arrows of the cycle", "arrow"),
    }
    ask = Pick(
        "People with back pain drew what it hangs on: most weight lay on load and muscle. Researchers and clinicians "
        "drew their maps, too. Where did most of their weight lie?",
        asked.options(),
        answer=lambda result: words.heaviest("experts"),
        todo="Now press Show me; then keep five more things for Noor, and zoom out.",
        at={"level": "noor"},
        voice="Their maps say",
        tags=asked.tags(),
    )
    checks = {
        "groups": lambda result: len(result.kept) == model.MOST and all(result.by_group.values()),
        "central": lambda result: len(result.kept) == model.MOST == result.central,
        "beside": lambda result: result.state.level == "all" and len(result.kept) == model.MOST,
    }
    failures = {
        "unseen": lambda result: result.state.level == "all",
        "opinion": lambda result: result.state.level == "one" and result.state.whose == "expert",
        "ours": lambda result: result.state.level == "noor",
    }
