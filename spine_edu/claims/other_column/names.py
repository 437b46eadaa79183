"""What is pressed: the pages on top, the buttons, and the names of what was counted."""

from spine_edu.claims.other_column import places
from spine_edu.claims.other_column.model import ESTIMATES, PEOPLE, afresh, counted, votes
from spine_edu.claims.other_column.people import whole_table
from spine_edu.drawing.grips import choice_of

#: Words on the tabs of the pages, the panel at their end, and on the names of what was counted.
_PAGES = {"device": "95", "ninety": "90", "seventyfive": "75", "exercise": "Core", "relaxant": "Pills"}
_COUNTED = {
    "again": "Disc surgery",
    "any": "Any surgery",
    "herniated": "Herniated",
    "better": "Better",
    "harm": "Harm",
    "success": "“Success”",
    "scan": "On a scan",
    "fails": "Device fails",
    "pain": "Pain came back",
    "spasm": "Spasm",
}
_A_ROW = 4
#: How many people of a strip a press on one of its ranks says.
_MANY = range(places.DEEP, PEOPLE + 1, places.DEEP)


class Name:
    """A name in a box.

    Attributes
    ----------
    choice : str
        What a press chooses.
    words : str
    box : tuple of float
        Left, top, right, bottom.
    chosen : bool
    there : bool
        Whether there is something behind it; a name without is dashed.
    """

    def __init__(self, choice, words, box, chosen, there=True):
        self.choice, self.words, self.box, self.chosen, self.there = choice, words, box, chosen, there


def pages(result):
    """Return the tabs: the five pages, and the panel."""
    state, boxes = result.state, places.boxes(len(_PAGES) + 1, places.TABS)
    votes_ = state.view == "votes"
    found = [
        Name(_changes(state, afresh(state, claim)), words, box, claim == state.claim and not votes_)
        for (claim, words), box in zip(_PAGES.items(), boxes, strict=False)
    ]
    return [*found, Name("view:votes;other:mine", "Panel", boxes[-1], votes_)]


def buttons(result):
    """Return the buttons under what is looked at."""
    view, other = result.state.view, result.state.other
    if view == "columns":
        one, two, three = places.boxes(3, places.BUTTONS)
        return [
            Name("other:missing", "Not given", one, other == "missing"),
            Name("other:published", "Lay it over", two, other == "published"),
            Name("view:wordings;other:mine", "3 wordings", three, chosen=False),
        ]
    two = places.boxes(2, places.LOW_BUTTONS if view == "wordings" else places.PANEL_BUTTONS)
    act = "Lay it over" if view == "wordings" else "Let them vote"
    return [
        Name("other:published", act, two[0], other == "published"),
        Name("view:columns", "Two columns", two[1], chosen=False),
    ]


def names(result):
    """Return the names of what was counted for this claim, and of what is looked at, also if nobody counted that."""
    if result.state.view != "columns":
        return []
    there = counted(result.state.claim)
    shown = [what for what in _COUNTED if what in there or what == result.state.counted]
    rows = [shown[:_A_ROW], shown[_A_ROW:]]
    boxes = [
        box
        for row, edges in zip(rows, places.NAMES, strict=True)
        for box in places.boxes_for([_COUNTED[what] for what in row], edges)
    ]
    return [
        Name(_counted(result, what), _COUNTED[what], box, what == result.state.counted, what in there)
        for what, box in zip(shown, boxes, strict=True)
    ]


def every(result):
    """Return all names of the picture."""
    return [*pages(result), *buttons(result), *names(result)]


def things(result):
    """Return what is tapped: names, seats of the other column that are painted, and the tables of the panel."""
    found = {one.choice: places.outline(*one.box) for one in every(result)}
    if result.state.view == "votes":
        found["other:published"] += "".join(places.outline(*whole_table(at)) for at in range(len(votes())))
    if result.state.view == "columns" and not result.laid_over:
        found |= {f"mine:{person + 1};other:mine": _cell(person) for person in range(PEOPLE)}
    if result.state.view == "wordings" and result.worded:
        found |= {
            f"{name}:{many}": places.slice_of(many, strip) for strip, name in enumerate(ESTIMATES) for many in _MANY
        }
    return found


def _cell(person):
    x, y = places.seat(person, places.OTHER)
    return places.outline(x - 0.5, y - 0.5, x + 0.5, y + 0.5)


def _counted(result, what):
    """What a press on a name chooses: it, at the time that is looked at or the last one, on an empty plate."""
    times = counted(result.state.claim).get(what, ())
    when = result.state.when if result.state.when in times or not times else times[-1]
    fresh = result.state.replace(counted=what, when=when, mine=0)
    return _changes(result.state, fresh)


def _changes(state, other):
    """Return what a press chooses to come to another state; where it is the same, the page that is open."""
    return choice_of(state, other) or f"claim:{state.claim}"
