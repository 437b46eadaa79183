"""What the views of the whole model share: its six lines, the days that are drawn, the room for names of lines."""

from spine_edu.drawing.marks import held_run

#: State -> (role, words at the end of its line).
LINES = {
    "pain": ("pain", "Pain"),
    "guarding": ("guarding", "Guarding"),
    "inflammation": ("inflammation", "Inflammation"),
    "herniation": ("herniation", "Herniation"),
    "annulus": ("damage", "Weak annulus"),
    "sensitisation": ("sensitisation", "Sensitisation"),
}


def height(theme):
    """Height of every view of the whole model, px."""
    return theme.em(23) + 215


def margin(theme, *, left=4.4, right=9.4):
    """Margins of a view in px; right of a course there is room for the longest line label."""
    return {"l": theme.em(left), "r": theme.em(right), "t": theme.em(0.9), "b": theme.em(3.6)}


def drawn_days(end):
    """Return the days that are drawn: each at first, fewer later, always the last."""
    return [*(day for day in (*range(0, 28), *range(28, 91, 3), *range(91, end, 7)) if day < end), end]


def pain_in_run_a(held, shown, theme):
    """Return the pain of the held run on the days `shown`; it stays where a shorter run ends."""
    pain = held_run(
        "Pain in run A", held, lambda run: (shown, [run.rating[min(day, run.days[-1])] for day in shown]), theme
    )
    return pain | {"line": theme.stroke("held", 1.2)}


def axis(theme, title, **more):
    """Return an axis as `Theme.axis` does, with a title in the type of all other words."""
    made = theme.axis(title, **more)
    return made | {"title": made["title"] | {"font": theme.text()}}


def without_words(sketch):
    """Return a drawn prediction without its words: its end has a name, as every line's end has."""
    return {name: value for name, value in sketch.items() if not name.startswith("text")} | {
        "mode": sketch["mode"].removesuffix("+text")
    }
