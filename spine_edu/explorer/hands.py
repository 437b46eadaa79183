"""A show of hands: what a class says before it looks, as its teacher counts it, and then beside what is so."""

from collections.abc import Mapping

from spine_edu.explorer.asking import Number, Pick
from spine_edu.explorer.card import decimal
from spine_edu.explorer.prediction import Predicting

#: More hands than any hall has.
MOST = 9999


def can_count(ask):
    """Return whether hands can be raised for the answers to a question: it has one number, or some options."""
    return isinstance(ask, (Number, Pick))


class Polling(Predicting):
    """The part of a session that asks first, and counts hands."""

    _hands = {}

    @property
    def hands(self):
        """How many hands were raised for each answer: numbers rising, options in their order. Empty if none were."""
        return dict(self._hands)

    def forget(self):
        """Take prediction and hands away, and ask again."""
        self._hands = {}
        super().forget()

    def for_class(self):
        """Begin with a class, or with the next one: see `Predicting`; no hands are raised."""
        self._hands = {}
        super().for_class()

    def count_hands(self, counts):
        """Take a show of hands in place of the one before; no reader's prediction is touched.

        Parameters
        ----------
        counts : dict
            Answer -> number of hands. An answer without hands is left out; an empty dict takes all away.

        Raises
        ------
        ValueError
            If this explorer asks for neither a number nor an option, an answer is not allowed, or a number of hands
            is no whole number from 0 to 9999. Nothing has changed then.

        Examples
        --------
        >>> import spine_edu
        >>> bath = spine_edu.Practice(ask_first=True)
        >>> bath.count_hands({150: 12, 60: 3})
        >>> bath.hands
        {60.0: 3, 150.0: 12}
        """
        self._hands = counted(self, counts)
        self._show()

    def take_hands(self, rows):
        """Take a show of hands as it is typed: pairs of an answer and a number of hands, each as text."""
        number = isinstance(self.ask, Number)
        counts = {}
        for said, hands in rows:
            answer = _typed(said, "an answer") if number else said
            counts[answer] = counts.get(answer, 0) + _whole(_typed(hands, "a number of hands"))
        self.count_hands(counts)


def counted(session, counts):
    """Return a show of hands, checked and in order; a ValueError says what is allowed."""
    ask = session.ask
    if not can_count(ask):
        raise ValueError(f"{session.title} asks for neither one number nor one of some options: no hands to count.")
    if not isinstance(counts, Mapping):
        raise ValueError("A show of hands is a dict: answer -> number of hands.")
    given = {ask.check(answer): _whole(hands) for answer, hands in counts.items()}
    order = sorted(given) if isinstance(ask, Number) else [one for one in ask.options if one in given]
    return {answer: given[answer] for answer in order if given[answer]}


def spread(session):
    """Return a show of hands as plain data, in the order in which it is drawn.

    Returns
    -------
    dict
        ``words``, all of it in a sentence, and ``rows``, each with its answer in words (``said``), its number of
        ``hands``, and whether it is ``so``. What is so stands among them once it may be seen, also if nobody said it.
        Empty if no hands were counted.
    """
    hands = session.hands
    if not hands:
        return {}
    ask, so = session.ask, _so(session)
    answers = ask.options if isinstance(ask, Pick) else sorted({*hands, *([] if so is None else [so])})
    rows = [{"said": _said(ask, one, so), "hands": hands.get(one, 0), "so": one == so} for one in answers]
    total = sum(hands.values())
    each = "; ".join(f"{_said(ask, one, None)}: {count}" for one, count in hands.items())
    found = "" if so is None else f" {ask.tell(so, session.asked_result).model}."
    return {"words": f"Of {total} hand{'' if total == 1 else 's'}: {each}.{found}", "rows": rows}


def _so(session):
    """Return the answer that is so, as somebody said it if they did; None as long as it is not to be seen."""
    if session.veiled or (session.predicted is not None and session.told_here() is None):
        return None
    found, words = session.ask.answer(session.asked_result), session.ask.words
    return next((answer for answer in session.hands if words(answer) == words(found)), found)


def _said(ask, answer, so):
    if so is not None and answer == so:
        return f"{ask.voice} {ask.words(so)}"
    return answer if isinstance(ask, Pick) else ask.words(answer)


def _typed(text, what):
    try:
        return decimal(text)
    except ValueError:
        raise ValueError(f"{str(text).strip()!r} is not {what}.") from None


def _whole(hands):
    if isinstance(hands, bool) or not isinstance(hands, (int, float)) or hands != int(hands) or not 0 <= hands <= MOST:
        raise ValueError(f"{hands!r} is no number of hands; allowed are whole numbers from 0 to {MOST}.")
    return int(hands)
