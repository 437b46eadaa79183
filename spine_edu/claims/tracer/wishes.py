"""What would change your mind, asked before the walk: four pebbles over the stream; one is picked up with a press."""

from spine_edu.claims.tracer import places
from spine_edu.drawing.outlines import EMPTY, drawn

#: What may be asked -> words on its pebble, and where its middle is across.
PEBBLES = {
    "people": ("which people", 46.0),
    "versus": ("against what", 136.0),
    "paid": ("who paid", 226.0),
    "second": ("a second one", 312.0),
}
#: Half the width and the height of a pebble, the height of their middle and of the question.
_HALF, _Y, _ASKED = (41.0, 10.5), 209.0, 230.0


def lie(result, here, there):
    """Return whether the pebbles lie there: before the first step of a walk."""
    return there and not int(here)


def outline(wish):
    """Return a pebble as a path."""
    return places.path(places.oval(PEBBLES[wish][1], _Y, *_HALF, count=28))


def shapes(result, here, theme, there):
    """Return the pebbles, and the one that is picked, as two shapes."""
    mind, shown = result.state.mind, lie(result, here, there)
    others = "".join(outline(wish) for wish in PEBBLES if shown and wish != mind)
    picked = outline(mind) if shown and mind in PEBBLES else EMPTY
    edge = {"width": theme.line * 0.6, "color": theme.ink}
    mine = {"width": theme.line * 1.1, "color": theme.color("prediction")}
    return [
        drawn("Pebbles: what would change your mind", others or EMPTY, edge, fill=theme.fill("neutral")),
        drawn("The pebble picked", picked, mine, fill=theme.fill("prediction")),
    ]


def words(result, here, theme, there):
    """Return the question and the words on the pebbles."""
    shown = lie(result, here, there)
    rows = [
        (4, _ASKED, "What would change your mind? Press one." if shown else "", "middle right", theme.text(size=1.1))
    ]
    rows += [(x, _Y, text if shown else "", "middle center", theme.text(size=1.1)) for text, x in PEBBLES.values()]
    return rows


def touches(result):
    """Return what is pressed: a pebble picks it, and the one that is picked is laid back."""
    if not lie(result, result.here, result.state.view == "walk"):
        return {}
    return {f"mind:{'open' if wish == result.state.mind else wish}": outline(wish) for wish in PEBBLES}
