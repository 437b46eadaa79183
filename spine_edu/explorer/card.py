"""What a face must know of an explorer once: its controls, presets, goals, limits and question, as plain data."""

from spine_edu import data
from spine_edu.explorer.asking import Number, Pick
from spine_edu.explorer.marking import Arrows, Each
from spine_edu.theme import THEMES


def card(session):
    """Return the card of a session: dicts, lists, texts and numbers from which a face builds itself.

    Parameters
    ----------
    session : spine_edu.explorer.session.Session

    Returns
    -------
    dict
        ``part``, ``title``, ``still`` (bool), ``folded`` (words), ``controls`` (name -> see `_number`, `_list` and
        `_words`), ``first`` and ``turns`` (names of the controls in view, and of those that come into it), ``under``
        (of those under the picture), ``gathered`` (``which`` and ``names`` of those that share a place, or None),
        ``joining`` (three words, or none), ``scenarios``, ``challenges``, ``limits``, ``ask`` (or None), ``themes``,
        ``solids`` (bool), ``page`` (bool: whether there is one page to print).
    """
    declared = {} if session.still_of else session.State.declarations()
    return {
        "part": session.part,
        "title": session.still_of or session.title,
        "still": bool(session.still_of),
        "folded": session.folded,
        "controls": {name: _KINDS[type(one)](one) for name, one in declared.items() if name not in session.unseen},
        "first": [name for name in session.first if name in declared],
        "turns": [name for name in session.turns if name in declared],
        "under": [name for name in session.under if name in declared],
        "gathered": _gathered(session) if declared else None,
        "joining": list(session.joining) if declared else [],
        "scenarios": [row.name for row in session.scenarios if declared],
        "challenges": [
            {"key": row.key, "goal": row.goal, "hints": [row.hint1, row.hint2, row.hint3]} for row in session.challenges
        ],
        "limits": [{"key": row.key, "text": row.text} for row in session.limits],
        "ask": session.ask and _asked(session.ask),
        "themes": list(THEMES),
        "solids": session.solids is not None and not session.still_of,
        "page": hasattr(session, "one_page"),
    }


def _gathered(session):
    if not session.gathered:
        return None
    which, names = session.gathered
    return {"which": which, "names": list(names)}


def _number(one):
    """A number on a grid: its control moves in `steps` whole steps from `low`."""
    return {
        "label": one.label,
        "unit": unit_beside(one),
        "low": one.low,
        "high": one.high,
        "step": one.step,
        "steps": steps(one),
        "help": one.help,
        "range": f"From {one.low:g} to {one.high:g}.",
        "basis": data.BASIS_WORDS[one.basis],
    }


def _list(one):
    return {"label": one.label, "help": one.help, "options": [[option.value, option.text] for option in one.options]}


def _words(one):
    """Words of the reader's own."""
    return {"label": one.label, "help": one.help, "most": one.most}


_KINDS = {data.Parameter: _number, data.Choice: _list, data.Text: _words}


def _asked(ask):
    asked = {"question": ask.question}
    if isinstance(ask, Arrows):
        boxes = [[name, *words_and_place] for name, words_and_place in ask.nodes.items()]
        return {**asked, "arrows": {"boxes": boxes, "half": list(ask.half), "axes": list(ask.axes)}}
    if isinstance(ask, Pick):
        return {**asked, "options": list(ask.options), "hands": True, **({"tags": dict(ask.tags)} if ask.tags else {})}
    if isinstance(ask, Each):
        things, answers = ([[name, words] for name, words in some.items()] for some in (ask.things, ask.answers))
        return {**asked, "things": things, "answers": answers, "spots": dict(ask.spots)}
    if isinstance(ask, Number):
        level = {"level": {**ask.level, "digits": ask.digits, "unit": ask.unit}} if ask.level else {}
        people = {"people": {**ask.people, "unit": ask.unit}} if ask.people else {}
        solid = {"solid": ask.solid} if ask.solid else {}
        number = {"fields": [f"My prediction ({ask.unit})"], "hands": True, "unit": ask.unit}
        return {**asked, **number, **level, **people, **solid}
    return {
        **asked,
        "fields": [f"{ask.place.format(place)} ({ask.unit})" for place in ask.places],
        "curve": {"places": list(ask.places), "low": ask.low, "high": ask.high, "axes": list(ask.axes)},
    }


#: Unit -> the word by which a label can name it.
_IN_WORDS = {"d": "day", "h": "hour", "months": "month", "minutes": "minute", "/min": "minute", "years": "year"}


def unit_beside(parameter):
    """Return the unit to be written behind a number's label: none for a pure number, or where the label names it."""
    if parameter.unit == "1" or _IN_WORDS.get(parameter.unit, parameter.unit) in parameter.label.lower():
        return ""
    return parameter.unit


def steps(parameter):
    """Return how many steps a number's control has."""
    return round((parameter.high - parameter.low) / parameter.step)


def at_step(parameter, step):
    """Return a number's value at a whole step of its control; a ValueError if there is no such step."""
    if isinstance(step, bool) or not isinstance(step, int) or not 0 <= step <= steps(parameter):
        raise ValueError(f"{parameter.label} has the steps 0 to {steps(parameter)}; {step!r} is none of them.")
    return min(parameter.low + step * parameter.step, parameter.high)


def typed(parameter, text):
    """Return the number that a reader has typed; a comma may stand for the decimal point.

    Raises
    ------
    ValueError
        If it is no number, or has more than one comma or point; the message says what is allowed.
    """
    try:
        return decimal(text)
    except ValueError:
        allowed = f"{parameter.format(parameter.low)} to {parameter.format(parameter.high)}"
        raise ValueError(f"{parameter.label}: {str(text).strip()!r} is not a number; allowed is {allowed}.") from None


def decimal(text):
    """Return a number as people write it, with a decimal point or comma; a ValueError if it is none."""
    words = str(text).strip().replace("−", "-")
    if words.count(",") + words.count(".") > 1 or "_" in words:
        raise ValueError(f"{words!r} is not a number.")
    return float(words.replace(",", "."))
