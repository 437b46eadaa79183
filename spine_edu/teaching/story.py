"""The running case, the glossary and the signs that cannot wait, as text that reads without a widget."""

from spine_edu import data
from spine_edu.tables import Passage


def case(notebook):
    """Return what has happened to Noor so far, as one notebook needs it.

    Parameters
    ----------
    notebook : str
        The notebook's number, such as ``"05"``.

    Returns
    -------
    Passage

    Raises
    ------
    ValueError
        If the case has nothing for this number.

    >>> print(case("00"))
    Who: Noor is 43, works in a hospital laundry and gardens at weekends. She is invented; so is her story.
    Day 0: She lifts a bag of wet linen. Her back tightens at once and she cannot stand up straight.
    Day 4: Pain runs down the back of her right leg to the outer foot, and her little toe tingles.
    Day 10: She reads five web articles. They do not agree.
    """
    rows = [row for row in data.table("case") if isinstance(notebook, str) and notebook in row.notebooks.split()]
    if not rows:
        known = sorted({number for row in data.table("case") for number in row.notebooks.split()})
        raise ValueError(f"The case has nothing for notebook {data.shown(notebook)}; it has {', '.join(known)}.")
    return Passage((row.when, row.text) for row in rows)


def glossary(*terms, notebook=None):
    """Return terms with their meaning in plain words; without arguments, all of them.

    Parameters
    ----------
    *terms : str
    notebook : str, optional
        Return those that this notebook is the first to use, such as ``"09"``.

    Raises
    ------
    ValueError
        If a term is not in the glossary, or no term is new in this notebook; the message lists what there is.

    >>> print(glossary("stock"))
    stock: An amount that is there at one moment, such as the water in a bath.
    >>> print(glossary(notebook="09"))  # doctest: +ELLIPSIS
    flare: ...
    recurrence: ...
    """
    rows = data.table("glossary")
    if notebook is not None:
        new = [row.term for row in rows if row.notebook == notebook]
        if not new:
            known = ", ".join(sorted({row.notebook for row in rows}))
            raise ValueError(f"No term is new in notebook {data.shown(notebook)}; there are new ones in {known}.")
        terms = (*new, *terms)
    meanings = {row.term: row.meaning for row in rows}
    unknown = [data.shown(term) for term in terms if not isinstance(term, str) or term not in meanings]
    if unknown:
        raise ValueError(f"The glossary does not hold {', '.join(unknown)}; it holds {', '.join(sorted(meanings))}.")
    return Passage((term, meanings[term]) for term in terms or sorted(meanings, key=str.lower))


_PARTS = ("before", "today", "soon", "after")
#: Part of the list of signs -> its heading.
_WAIT = {
    "today": "Today, in an emergency department if nobody else is there",
    "soon": "Within days, when back pain is new and there is also",
}


class WarningSigns:
    """The signs that cannot wait; every notebook shows the same words."""

    def __str__(self):
        return self._repr_markdown_().replace("**", "").removeprefix("## ")

    __repr__ = __str__

    def _repr_markdown_(self):
        said = {part: [row.text for row in data.table("warning_signs") if row.part == part] for part in _PARTS}
        lists = [f"**{head}:**\n\n- " + ";\n- ".join(said[part]) + "." for part, head in _WAIT.items()]
        return "\n\n".join(["## Signs that cannot wait", *said["before"], *lists, *said["after"]])


def warning_signs():
    """Return the signs that need a clinician and not a page, with what to do.

    >>> print(warning_signs())  # doctest: +ELLIPSIS
    Signs that cannot wait
    ...
    """
    return WarningSigns()
