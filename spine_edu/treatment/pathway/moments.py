"""When the steps of a walk are: some look back to what lay before the person came."""

from spine_edu.letters import capital


def looks_back(steps, number):
    """Return whether a step lies before its walk begins: between two steps of the time at which the person comes."""
    now = steps[0].when
    return steps[number - 1].when != now and any(later.when == now for later in steps[number:])


def when_words(steps, number):
    """Return after the number of a step when it is; at the first one nothing, which tells it of itself."""
    if number < 2:
        return ""
    when = steps[number - 1].when
    return f", looking back ({when})" if looks_back(steps, number) else f", {when}"


def moment(steps, here):
    """Return in few words when a walk stands after `here` steps.

    Who has only come has a time in the name; if the walk begins with what lay before, that is said there.
    """
    if here < 2:
        return f"First, back to {steps[1].when}" if looks_back(steps, 2) else ""
    when = steps[here - 1].when
    if looks_back(steps, here):
        return f"Before: {when}"
    back = any(looks_back(steps, number) for number in range(1, len(steps) + 1))
    return f"Now: {when}" if back and when == steps[0].when else capital(when)
