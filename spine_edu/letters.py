"""First letters: of words that begin a sentence, and of those that stand in one."""


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
