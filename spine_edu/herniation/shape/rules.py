"""The ladder of rules with the one that fired, and the read-outs, as words beside the view from behind."""

import textwrap

from spine_edu import data
from spine_edu.herniation.paint import lettering
from spine_edu.herniation.shape import handles
from spine_edu.herniation.shape.model import ASKED, ShapeState
from spine_edu.herniation.shape.words import met
from spine_edu.letters import capital

#: Questions that end the search with a no; every other ends it with a yes.
_ENDS_AT_NO = ("flat", "free")
#: How many letters of a line fit beside the view from behind, and how far over it the lines begin, a share of it.
_LETTERS, _OVER = 41, 0.08


def rows(result, prediction, theme, frame):
    """Return the words as rows of `words`, in the place beside `frame`, the view from behind."""
    plain, name = {**theme.text(), "size": lettering(theme)}, result.name
    guess = f"{'You' if _asked(result) else 'Asked shape, you'} said: {prediction}" if prediction else ""
    unsaid = [*textwrap.wrap(handles.why(result), _LETTERS), "", ""][:2]
    lines = [
        (0.5, f"<b>{capital(name)}</b>", theme.text("herniation", 1.35)),
        *((1.7 + 0.9 * number, text, plain) for number, text in enumerate(_ladder(result))),
        (7.15, guess, {**plain, "color": theme.color("prediction")}),
        *((8.05 + 0.9 * number, text, plain) for number, text in enumerate(_readouts(result))),
        *((10.95 + 0.9 * number, text, {**plain, "color": theme.muted}) for number, text in enumerate(unsaid)),
    ]
    x, y = frame.at(frame.right * 1.08, frame.high)
    high = (frame.high - frame.low) * frame.scale
    top, pitch = y + _OVER * high, (1 + _OVER) * high / 12.2
    return [(x, top - pitch * line, text, "middle right", font) for line, text, font in lines]


def _asked(result):
    """Return whether this is still the shape whose name was asked, whatever it is painted as."""
    return result.state == ShapeState(**ASKED, skin=result.state.skin, water=result.state.water)


def _ladder(result):
    """Return one line a rule, in the order in which they are tried; those after the one that fired stay unanswered."""
    names = data.table("herniation_names")
    fired = next(number for number, row in enumerate(names) if row.rule == result.rule.rule)
    measured, ladder = _measured(result), []
    for number, row in enumerate(names):
        goes_on, stops = ("yes", "no") if row.rule in _ENDS_AT_NO else ("no", "yes")
        answer = stops if number == fired else goes_on if number < fired else ""
        sign, detail = "►" if number == fired else "·", measured.get(row.rule, "") if answer else ""
        text = f"{sign} {row.question} {answer}{detail}"
        ladder.append(f"<b>{text}</b>" if number == fired else text)
    return ladder


def _measured(result):
    """Return what each rule compares, in words, by rule."""
    state = result.state
    return {
        "broad": f", {state.extent:.3g} %",
        "wide": f", {_against(state.dome, result.base)}",
        "tall": f", {state.migration:+.0f} mm"
        if result.migration
        else f", {_against(state.height, result.base_height)}",
    }


def _against(one, other):
    return f"{one:.1f} {'>' if one > other else '≤'} {other:.1f} mm"


def _readouts(result):
    """Return place, share of the canal and root, a line each."""
    state = result.state
    place = f"{'' if state.zone == 'central' else state.side + ' '}{state.zone}"
    if not result.root:
        reached = met(result).removeprefix("the ")
        root = f"{capital(reached)}: touched" if reached else "No single root in this zone"
    elif result.material is None or not result.touched:
        away = "" if result.material is None else f", {result.apart:.1f} mm away"
        root = f"{result.root} root ({result.root_kind}): not touched{away}"
    else:
        root = f"{result.root} root ({result.root_kind}): touched"
    return [
        f"{capital(place)}, {result.pedicle_level}",
        f"Canal taken: {100 * result.share:.0f} % ({result.grade})"
        + (f", MSU about {result.msu}" if result.msu else ""),
        root,
    ]
