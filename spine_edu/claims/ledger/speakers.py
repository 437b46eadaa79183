"""Who speaks: in which articles, whose they are, and who of them sells something."""

#: Article -> who speaks there, in words: all but one sell something.
SPEAKERS = {
    "1": "a copy of article 2",
    "2": "the maker of an implant",
    "3": "clinics that operate",
    "4": "a collage that nobody signs",
    "5": "a chiropractor with a treatment",
}
_UNSIGNED = {"4"}


def articles(result, side):
    """Return the numbers of the articles in which a voice speaks, each once and in order."""
    return sorted({code[0] for code in getattr(result.row, f"{side}_at").split()})


def sells(result, side):
    """Return whether all who say it sell something."""
    there = articles(result, side)
    return bool(there) and not set(there) & _UNSIGNED


def unsigned(result, side):
    """Return whether it is said by nobody who signs."""
    return set(articles(result, side)) == _UNSIGNED
