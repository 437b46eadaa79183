"""What would change your mind: four pebbles before the walk; the one picked then lies at its stone, and is answered."""

from spine_edu.claims.tracer import places
from spine_edu.drawing.outlines import EMPTY, drawn

#: What may be asked -> words on its pebble, and its middle before the walk, and once one walks.
PEBBLES = {
    "people": ("which people", (120.0, 256.0), (174.0, 84.0)),
    "versus": ("against what", (226.0, 256.0), (212.0, 132.0)),
    "paid": ("who paid", (120.0, 232.0), (46.0, 214.0)),
    "second": ("a second one", (226.0, 232.0), (309.0, 186.0)),
}
#: The stone whose name makes room for its pebble.
STONES = {"people": 3, "versus": 4}
#: Half the width and the height of a pebble, where the words begin, and the height of the question and of the hint.
_HALF, _LEFT, _ASKED, _PLANT = (48.0, 10.5), 66.0, 279.0, 208.0
#: Half of one at its stone, where there is less room.
_THERE = (46.0, 9.5)
#: State of what was asked for -> how the pebble is marked: there, in part or with our own paper, or not there.
MARKS = {"firm": "✓", "loose": "?", "plank": "?", "gap": "✗"}


def lie(result, here, there):
    """Return whether the pebbles lie there: before the first step of a walk."""
    return there and not int(here)


def outline(wish, walked=False):
    """Return a pebble as a path."""
    _, before, at_stone = PEBBLES[wish]
    middle, half = (at_stone, _THERE) if walked else (before, _HALF)
    return places.path(places.oval(*middle, *half, count=28))


def answered(result, here):
    """Return how the pebble that was picked is marked; ``""`` as long as its stone is not reached."""
    mind, asked = result.state.mind, result.asked
    reached = here >= result.trail.steps or any(one.step == mind for one in result.trail.stones[: int(here)])
    return MARKS[asked.state if asked else "gap"] if reached else ""


def shapes(result, here, theme, there):
    """Return the pebbles, and the one that is picked, as two shapes."""
    mind, shown = result.state.mind, lie(result, here, there)
    others = "".join(outline(wish) for wish in PEBBLES if shown and wish != mind)
    picked = outline(mind, not shown) if there and mind in PEBBLES else EMPTY
    edge = {"width": theme.line * 0.6, "color": theme.ink}
    mine = {"width": theme.line * 1.1, "color": theme.color("prediction")}
    return [
        drawn("Pebbles: what would change your mind", others or EMPTY, edge, fill=theme.fill("neutral")),
        drawn("The pebble picked", picked, mine, fill=theme.fill("prediction")),
    ]


def words(result, here, theme, there):
    """Return the question, the words on the pebbles and on the one at its stone, and how a flag is planted."""
    shown, mind, font = lie(result, here, there), result.state.mind, theme.text(size=1.1)
    plant = "How far will you get? Press a stone: your flag." if result.plants else "Press a stone, or Run, and walk."
    rows = [
        (_LEFT, _ASKED, "What would change your mind? Press one." if shown else "", "middle right", font),
        (_LEFT, _PLANT, plant if shown else "", "middle right", theme.text("prediction", 1.1)),
    ]
    rows += [(*spot, text if shown else "", "middle center", font) for text, spot, _ in PEBBLES.values()]
    text, _, spot = PEBBLES.get(mind if there else None, PEBBLES["people"])
    lies = there and not shown and mind in PEBBLES
    return [*rows, (*spot, f"{answered(result, here)} {text}".strip() if lies else "", "middle center", theme.text())]


def touches(result):
    """Return what is pressed: a pebble picks it, and the one that is picked is laid back."""
    if not lie(result, result.here, result.state.view == "walk"):
        return {}
    return {f"mind:{'open' if wish == result.state.mind else wish}": outline(wish) for wish in PEBBLES}
