"""The belief profile: twelve statements about backs, asked before the course and after it. Nothing is scored."""

from spine_edu import data
from spine_edu.keeping.store import BELIEFS, BELIEFS_NOW, NOTES, free_number, kept, today
from spine_edu.teaching.sheet import STEPS, Scale, Sheet, Written


class Beliefs(Sheet):
    """What a reader believes about backs: how far twelve statements are agreed with.

    What is said first can be changed on the day it was said; then it stays, so that one can look back.

    Parameters
    ----------
    again : bool
        True asks a second time, as the last notebook does; that can be changed at any time.
    backend_name : str, optional
        live, redraw or static; else see `spine_edu.explorer.frontend.backend`.

    Examples
    --------
    >>> import spine_edu
    >>> beliefs = spine_edu.Beliefs()
    >>> beliefs.say("B3", "rather agree")[:38]
    'Nothing is written to a file here: wha'
    >>> beliefs.said()
    {'B3': 4}
    """

    def __init__(self, again=False, *, backend_name=None):
        super().__init__(backend_name=backend_name)
        self._kind = BELIEFS_NOW if again else BELIEFS
        self.items = tuple(
            Scale(row.belief, f"{number}.", row.statement) for number, row in enumerate(data.table("beliefs"), 1)
        )

    def said(self):
        """Return key -> one of the steps from 1, disagree, to 5, agree."""
        there = kept().all(self._kind)
        return {key: there[key]["said"] for key in self._keys() if there.get(key, {}).get("said") in STEPS}

    def fixed(self):
        """Return key -> why what was said first can no longer be changed."""
        if self._kind == BELIEFS_NOW:
            return {}
        there = kept().all(BELIEFS)
        return {
            key: f"You said this on {there[key]['when']}. It stays, so that you can look back: notebook 09 asks again."
            for key in self.said()
            if there[key]["when"] < today()
        }

    def _keep(self, item, value):
        kept().put(self._kind, item.key, asked=item.stem, said=value, words=STEPS[value])


class InYourWords(Sheet):
    """Room for some words of the reader's own, which are kept.

    Parameters
    ----------
    about : str
        The number of the notebook.
    prompt : str
        What to write.
    backend_name : str, optional
        live, redraw or static; else see `spine_edu.explorer.frontend.backend`.

    Examples
    --------
    >>> import spine_edu
    >>> words = spine_edu.InYourWords("05", "A loop runs away when …")
    >>> words.say("05", "each turn returns more than it got")[:38]
    'Nothing is written to a file here: wha'
    >>> spine_edu.my.notes
    {'05': 'each turn returns more than it got'}
    """

    def __init__(self, about, prompt="In your words", *, backend_name=None):
        super().__init__(backend_name=backend_name)
        self.items = (Written(about, prompt),)

    def said(self):
        """Return key -> words."""
        there = kept().all(NOTES)
        return {key: there[key]["words"] for key in self._keys() if isinstance(there.get(key, {}).get("words"), str)}

    def _keep(self, item, value):
        self._set_aside(item, value)
        if value:
            kept().put(NOTES, item.key, asked=item.stem, words=value)
        else:
            kept().drop(NOTES, item.key)

    def _set_aside(self, item, value):
        """Keep what another notebook has written here meanwhile as a note of its own: this sheet never showed it."""
        there, notes = self.said().get(item.key, ""), kept().all(NOTES)
        if there in ("", self._known.get(item.key, "")) or there in value:
            return
        if there not in [one["words"] for key, one in notes.items() if key != item.key]:
            number = free_number(notes)
            kept().put(NOTES, number, asked=item.stem, words=there)
            self._beside = f"What another notebook had written here is kept, too, as note {number}: see spine_edu.my."
