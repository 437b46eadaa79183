"""What every page and every sheet of paper says of itself: version, date, and who pays. The sentence stands here."""

import spine_edu

#: What the course's own records can stand for, and no more. Whoever takes money for it changes this sentence first.
WHO_PAYS = (
    "Who pays for this? Nobody, as far as the course’s records show: no firm, no grant, no sponsor. "
    "Nothing is sold here."
)


def imprint(made, what="page"):
    """Return version, date and who pays, as plain text.

    Parameters
    ----------
    made : datetime.date
        When this page was made, or last changed.
    what : str, optional
        What it is.

    >>> from datetime import date
    >>> imprint(date(2026, 11, 28), "hand-out").partition(" Who ")[0]  # doctest: +ELLIPSIS
    'spine_edu ..., hand-out of 28 November 2026.'
    """
    return f"spine_edu {spine_edu.__version__}, {what} of {made.day} {made:%B %Y}. {WHO_PAYS}"
