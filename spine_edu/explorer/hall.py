"""A lecture hall: every explorer of a notebook in the look for a projector."""

import os

from spine_edu.explorer import session


def present(on=True):
    """Show every explorer of this notebook as a projector needs it: those that are there, and those to come.

    Parameters
    ----------
    on : bool
        False goes back to the page's own light or dark.

    Examples
    --------
    >>> import spine_edu
    >>> loop = spine_edu.RunTheLoop()
    >>> spine_edu.present()
    >>> loop.theme.name, spine_edu.Practice().theme.name
    ('presenter', 'presenter')
    >>> spine_edu.present(False)
    >>> loop.theme.name
    'light'
    """
    if on:
        os.environ["SPINE_EDU_THEME"] = "presenter"
    else:
        os.environ.pop("SPINE_EDU_THEME", None)
    for explorer in list(session.LIVING):
        explorer.set_theme("presenter") if on else explorer.follow_page()
