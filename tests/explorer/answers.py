"""Answers to what explorers ask, and words to write in, for tests that do not care which."""

#: What somebody may write or paste: nothing, plain words, and what a line of settings could take for its own signs.
WRITTEN = (
    "",
    "A slipped disc.",
    'Two, "three"; word 1 calm: the damage remains \\ and 5 of 10.',
    "Fear > Tight muscles, Tight muscles > Fear −",
)


def some_answer(ask, result):
    """Return an answer that is allowed and, if it is to be picked, wrong."""
    if hasattr(ask, "options"):
        return next(option for option in ask.options if option != ask.answer(result))
    if hasattr(ask, "nodes"):
        return [[*list(ask.nodes)[1::-1], "-"]]
    if hasattr(ask, "things"):
        return {name: list(ask.answers)[-1] for name in ask.things}
    height = ask.low + (ask.high - ask.low) / 4
    return [height for _ in ask.places] if hasattr(ask, "places") else height
