"""Small pieces of sentences: first letters, at the beginning and inside, and lists in words."""


def capital(words):
    """Return words with a large first letter, to begin a sentence.

    >>> capital("broken sleep")
    'Broken sleep'
    """
    return words[0].upper() + words[1:]


def lower(words):
    """Return words with a small first letter, to stand in a sentence.

    >>> lower("Broken sleep")
    'broken sleep'
    """
    return words[0].lower() + words[1:]


def listed(words):
    """Return words one after the other, with *and* before the last.

    >>> listed(["heat", "rest", "time"])
    'heat, rest and time'
    """
    *before, last = list(words) or [""]
    return f"{', '.join(before)} and {last}" if before else last
