"""Zoom out: the cycle, Noor with twenty things to keep, join and sort, one map, and the maps of 29 experts."""

from dataclasses import dataclass

from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session
from spine_edu.prevention.map import asked, figure, model, weights, words


@dataclass(frozen=True)
class Heaviest(Pick):
    """Ask for the heaviest group; one that was central without that is told so, since it is no miss like the others."""

    def tell(self, predicted, result):
        """Return prediction and result as `Told`."""
        told = super().tell(predicted, result)
        group = next(key for key, row in model.groups().items() if row.name == predicted)
        if model.groups()[group].central != "yes" or model.groups()[group].most == "experts":
            return told
        return told._replace(apart=f"central, too, but not the most{weights.one_with(group)}")


class ZoomOut(Session):
    """From five boxes to 142 parts, with ten things to keep, join and sort for Noor on the way."""

    part = "prevention_map"
    title = "Zoom out"
    model, figures, words, State = model, figure, words, model.MapState
    first = ("level", "whose", "task")
    turns = ("loop",)
    gathered = ("read", tuple(model.things()))
    joining = ("An arrow from", "to", "Draw it, or take it away")
    behind = {
        "prevention_map": ("Sizes of the maps", "about"),
        "prevention_groups": ("Groups", "name"),
        "prevention_things": ("Things", "name"),
        "cycle_links": ("Arrows of the cycle", "arrow"),
    }
    ask = Heaviest(
        "People with back pain drew what their own depends on: most weight (how strong the arrows at a part were "
        "drawn, added up) lay on load and muscle. Researchers and clinicians drew their maps, too. Which group "
        "weighed most there?",
        asked.options(),
        answer=lambda result: weights.heaviest("experts"),
        todo="Now press Show me, and see the weight move; then zoom in to Noor and keep five more things.",
        at={"level": "one", "whose": "expert"},
        voice="Their maps say",
        tags=asked.tags(),
    )
    checks = {
        "groups": lambda result: len(result.kept) == model.MOST and all(result.by_group.values()),
        "central": lambda result: len(result.kept) == model.MOST == result.central,
        "beside": lambda result: (
            result.state.level == "all" and len(result.kept) == model.MOST and len(result.arrows) >= _ARROWS
        ),
        "sorted": lambda result: len(result.kept) == model.MOST and not result.trays["yes"],
    }
    failures = {
        "unseen": lambda result: result.state.level == "all",
        "opinion": lambda result: result.state.level == "one" and result.state.whose == "expert",
        "ours": lambda result: result.state.level == "noor",
    }

    def set(self, **changes):
        """Set controls by name, together; what was opened on one level is closed on another."""
        self._go(self._closed(self.state.replace(**changes), changes))

    def _follow_hand(self, moved, state):
        """Take the state to which a hand has moved the zoom; what was opened on one level is closed on another."""
        super()._follow_hand(moved, self._closed(state, ()))

    def _closed(self, state, named):
        shut = {name: "none" for name in ("group", "read") if name not in named}
        return state if state.level == self.state.level else state.replace(**shut)

    def one_page(self, own_words=""):
        """Return the start of a flare plan, to print or take along; `own_words` stand on it and are kept nowhere."""
        return words.one_page(self.result, own_words)


#: How many arrows of one's own the goal wants that sets them beside all maps.
_ARROWS = 3
