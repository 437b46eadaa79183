"""How the numbers of the shelf are written, in the few letters of a row or on a card."""


def number(value):
    """Return a number as it is printed: three figures at most, a true minus."""
    return f"{value:.3g}".replace("-", "−")


def points(value):
    """Return points of 100 as they are printed: one decimal, two if one lifts them to a border; a true minus."""
    one, two = round(value + 1e-9, 1) + 0, round(value + 1e-9, 2) + 0
    # Borders are whole points: what is just short of one, as 9.95, must not be read as reaching it.
    return f"{two if one == round(one) and 0 < two < one else one:g}".replace("-", "−")


def interval(low, high, write=number):
    """Return an interval in words; empty if it was not seen."""
    return "" if low is None else f"{write(low)} to {write(high)}"


def writer(reading):
    """Return how numbers on the shelf are written: as points of 100, or as they were printed."""
    return points if reading == "one_scale" else number


def span(effect):
    """Return until when an effect was measured, in the few letters of a row."""
    weeks = effect.weeks
    if weeks is None:
        # What was measured over a span of time has it behind the comma.
        return effect.against.partition(", ")[2] or "time?"
    if weeks == 0:
        return "at once"
    if weeks < 1:
        return f"{round(7 * weeks)} d"
    return f"{weeks:g} wk" if weeks < 52 else f"{weeks / 52:g} y"


def who(effect):
    """Return how many people and trials stand behind an effect."""
    people = "" if effect.n is None else f"{effect.n} people"
    trials = "" if effect.trials is None else "1 trial" if effect.trials == 1 else f"{effect.trials} trials"
    return ", ".join(part for part in (people, trials) if part)


def sure(effect):
    """Return a certainty in words."""
    return "certainty not graded" if effect.certainty == "not graded" else f"{effect.certainty} certainty"


def grade(effect):
    """Return a certainty in fewer words, where it stands behind a number."""
    return sure(effect).replace("certainty not graded", "not graded")


def kind(effect):
    """Return whether one trial or a review of several says what a row says."""
    return "review" if (effect.trials or 1) > 1 else "trial"
