"""Answers to what explorers ask, for tests that do not care which."""


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
