"""The detective's board: four suspects with a lever each, the looks to buy, and five frames for what they show.

The plane is as high as the picture counted in letters of its type, so that everything keeps its place in each look.
"""

from spine_edu.cycle.mystery import looks
from spine_edu.cycle.mystery.model import LOOKS, MEASURES, PROBES, REPORT_DAYS, SLOTS, SUSPECTS, MysteryState
from spine_edu.cycle.mystery.names import MEASURE_NAMES, SHORT_NAMES, SUSPECT_NAMES
from spine_edu.cycle.mystery.portraits import Room, load, person, places, posture, sign
from spine_edu.cycle.mystery.words import gap, verdict
from spine_edu.drawing.grips import grip
from spine_edu.drawing.marks import curve, held_run, mark
from spine_edu.drawing.marks import words as written
from spine_edu.drawing.outlines import line, shape
from spine_edu.theme import LIGHT

#: The plane, in letters: its width at the narrowest, and its height.
WIDE, HIGH = 34.0, 36.5
#: Left and right edge of a suspect's card, and where its lever begins and ends.
_CARD, LEVER = (4.6, 16.5), (8.2, 15.4)
#: Suspect -> height of its name; its lever lies below.
ROWS = dict(zip(SUSPECTS, (31.9, 28.9, 25.9, 22.9), strict=True))
_BELOW = 1.35
#: The height of the question, of the titles, and of the names of the measures.
_QUESTION, _TITLES, _MEASURES = 35.6, 33.8, 32.4
#: Left edge of the first square and the width of one; the height of a row's middle, and half a square's height.
_FIRST, _SQUARE, _TALL = 21.5, 4.15, 0.98
_LINES = dict(zip(PROBES, (30.8, 28.5, 26.2, 23.9, 21.6), strict=True))
#: The height of the button of the answer, and the left and right edge of each button.
_BUTTONS, _ASK, _NEXT = 19.1, (4.6, 16.5), (26.0, 33.6)
#: Where the patient's heel is, how high he is, and how far he is bent before anything is known of his pain.
_HEEL, _STANDS, _UNKNOWN = (1.6, 21.0), 11.8, 0.3
#: Per cent at which a press accuses a suspect.
_PRESSED = range(0, 101, 5)
#: How far a suspect is thought to be moved when it is accused first, per cent.
_HALF = 50


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the board.

    Parameters
    ----------
    result, held : MysteryResult
    theme : Theme
    prediction : None
        The game itself is the prediction.
    """
    hidden = {"visible": False, "fixedrange": True}
    traces = [
        _squares(result, theme),
        _accusable(result.state, theme),
        _on_the_body(result, theme),
        curve("An average person of this model", *looks.curves(result, which="usual"), theme.stroke("neutral", 0.7)),
        held_run("Guess A", held, lambda run: looks.guess_a(result, run), theme),
        curve("Your guess", *looks.curves(result), theme.stroke("prediction", 1.8)),
        mark("Measured in the patient", *looks.measured(result), theme.marker("pain", 1.0)),
        written("Words of the board", [*_words_of_suspects(result, theme), *_words_of_looks(result, theme)]),
        _hidden(result, theme),
        written("Words of the frames", [*looks.words_of_frames(result, theme), *_key(held, theme)]),
        written("The answer, and who comes next", list(_words_of_buttons(result, theme))),
        _ask_button(result, theme),
        _next_button(result, theme),
    ]
    for trace in traces:
        trace["hoverinfo"] = "none" if "customdata" in trace else "skip"
    return {
        "data": traces,
        "layout": theme.layout(
            # A hall's screen is a little lower than the plane at its size of type.
            height=_height(theme),
            xaxis={"range": [0, WIDE], **hidden},
            yaxis={"range": [0, HIGH], **hidden},
            shapes=list(_shapes(result, theme)),
            images=[sign(name, 4.9, y - _BELOW / 2, 2.0, theme.ink, theme.paper) for name, y in ROWS.items()],
            margin={"l": 2, "r": 2, "t": 2, "b": 2},
        ),
    }


def _height(theme):
    return theme.em(min(HIGH, 35.2) if theme.large else HIGH)


def _room(theme=LIGHT):
    return Room(*_HEEL, _STANDS, (_height(theme) - 4) / HIGH)


def bend(result):
    """Return how far the patient is bent, 0 to 1: by the last pain that was measured, in the look bought last."""
    if _done(result):
        return 0.0
    pains = [one.reported[-1] for one in result.exhibits if one.measure == "pain"]
    return pains[-1] / 10 if pains else _UNKNOWN


def _done(result):
    return result.answer is not None and result.answer.named


def _hidden(result, theme):
    """Once the answer is shown: how far the hidden control was moved, under its own lever."""
    found = result.answer
    look = {"symbol": "triangle-up", "size": theme.size * 0.8, "color": theme.color("pain"), "opacity": 1}
    return mark(
        "What was hidden",
        [LEVER[0] + (LEVER[1] - LEVER[0]) * found.amount / 100] if found else [],
        [ROWS[found.hidden] - _BELOW - 0.45] if found else [],
        look | {"line": {"width": 0}},
        text=[f"<b>{found.amount:.0f} %</b>"] if found else [],
        textposition="middle right" if found and found.amount < 85 else "middle left",
        textfont=theme.text("pain", 0.86),
    )


def grips(result):
    """Return the lever of the accused suspect: it is dragged as far as the control is thought to be moved.

    Where the load is accused, the load in the patient's hands is dragged as well.
    """
    y = ROWS[result.state.suspect] - _BELOW
    way, body = LEVER[1] - LEVER[0], ()
    if result.state.suspect == "load" and not result.answer:
        corners = load("load", result.state.amount, places(posture(bend(result))))
        body = [_room().at(corner) for corner in corners]
    return [grip(result.state, "amount", lambda amount: (LEVER[0] + way * amount / 100, y), body=body)]


def square(probe, measure):
    """Return the outline of a look's square on the board, from its lower left corner."""
    left = _FIRST + list(MEASURES).index(measure) * _SQUARE
    y = _LINES[probe]
    return [(left, y - _TALL), (left + _SQUARE - 0.3, y - _TALL), (left + _SQUARE - 0.3, y + _TALL), (left, y + _TALL)]


def _shapes(result, theme):
    """The cards of the suspects with their levers, the squares, how far each tells the twins apart, and the frames."""
    state, bought, edges = result.state, result.state.bought, looks.rooms(result.state.bought)
    cards = {
        name: [(_CARD[0], y - 2.1), (_CARD[1], y - 2.1), (_CARD[1], y + 0.7), (_CARD[0], y + 0.7)]
        for name, y in ROWS.items()
    }
    pale, plain = {"edge": theme.grid, "width": theme.line * 0.5}, theme.stroke("now", 0.5)
    accused = {"fill": theme.fill("prediction"), "edge": theme.color("prediction"), "width": theme.line}
    yield shape("Suspects", [cards[name] for name in cards if name != state.suspect], fill=theme.panel, **pale)
    yield shape("The accused", [cards[state.suspect]], **accused)
    yield line("Levers", list(_levers()), plain)
    yield line("Floors and ceilings of the frames", list(looks.floors(result)), {"color": theme.muted, "width": 0.5})
    yield shape("Squares", [square(*look) for look in LOOKS], fill=theme.panel, digits=2, **pale)
    yield shape(
        "Squares bought", [square(*look) for look in bought.values()], fill=theme.fill("pain"), digits=2, **pale
    )
    yield shape(
        "How far each look tells the twins apart",
        list(_told(result.answer)),
        fill=theme.color("sensitisation"),
        edge=theme.color("sensitisation"),
        width=0,
        digits=2,
    )
    empty = [looks.frame(edges[number]) for number in range(len(SLOTS)) if number not in bought]
    yield shape("Frames still empty", empty, fill=theme.paper, digits=2, **pale | {"edge": theme.muted}) | {
        "line": {"color": theme.muted, "width": theme.line * 0.5, "dash": "dot"}
    }
    shown = [_button(*_ASK)] if result.answer is None else [_button(*_NEXT)]
    yield shape("Button", shown, fill=theme.panel, digits=2, **pale | {"edge": theme.muted})
    fits = {one.number for one in result.exhibits if _done(result) and gap(one) < MEASURES[one.measure][1]}
    for name, numbers, fill, edge in (
        ("Frames", [number for number in bought if number not in fits], theme.paper, theme.ink),
        ("Frames that the guess fits", fits, theme.fill("treatment"), theme.color("treatment")),
    ):
        here = [looks.frame(edges[number]) for number in numbers]
        yield shape(name, here, fill=fill, edge=edge, width=theme.line * (0.5 if fill == theme.paper else 1), digits=2)
    yield from person(state.suspect, state.amount, bend(result), theme, _room(theme), done=_done(result))


def _levers():
    """Each lever with a tick at its ends and in the middle."""
    left, right = LEVER
    for y in ROWS.values():
        yield [(left, y - _BELOW), (right, y - _BELOW)]
        yield from ([(x, y - _BELOW - 0.3), (x, y - _BELOW + 0.3)] for x in (left, (left + right) / 2, right))


def _button(left, right):
    low, high = _BUTTONS - 1.0, _BUTTONS + 1.0
    return [(left, low), (right, low), (right, high), (left, high)]


def _told(answer):
    """A bar at the foot of each square, as long as the look tells hidden and twin apart."""
    most = max(answer.apart.values()) if answer else 1
    for look, apart in answer.apart.items() if answer else ():
        (left, low), (right, _), *_ = square(*look)
        long = (right - left) * apart / most
        yield [(left, low), (left + long, low), (left + long, low + 0.4), (left, low + 0.4)]


def _squares(result, theme):
    """Places that buy a look when they are clicked, three across each square that is still to be had."""
    free, taken = result.state.free, set(result.state.bought.values())
    looks = [look for look in LOOKS if free and not result.answer and look not in taken]
    middles = [(square(*look)[0][0] + (_SQUARE - 0.3) * share, _LINES[look[0]]) for look in looks for share in _THIRDS]
    return mark(
        "Looks to buy: click one",
        [x for x, _ in middles],
        [y for _, y in middles],
        {"size": theme.size * 1.2, "opacity": 0},
        customdata=[f"{free}:{'_'.join(look)}" for look in looks for _ in _THIRDS],
    )


_THIRDS = (0.2, 0.5, 0.8)


def _accused(name, state):
    """Return what a press on a suspect chooses: one moved by nothing would look like an average person."""
    return f"suspect:{name}" + ("" if state.amount else f";amount:{_HALF}")


def _accusable(state, theme):
    """Places that accuse a suspect when they are pressed: its name, and each place of its lever, at that amount."""
    places = [(x, y - 0.1, _accused(name, state)) for name, y in ROWS.items() for x in (5.5, 8.5, 11, 13.5)]
    for name, y in ROWS.items():
        for amount in _PRESSED:
            x = LEVER[0] + (LEVER[1] - LEVER[0]) * amount / 100
            places.append((x, y - _BELOW, f"suspect:{name};amount:{amount}"))
    return mark(
        "Suspects: click one",
        [x for x, _, _ in places],
        [y for _, y, _ in places],
        # A press takes the place under it: those of a lever lie close together, and must not cover each other.
        {"size": [theme.size * (0.3 if "amount" in choice else 1.2) for _, _, choice in places], "opacity": 0},
        customdata=[choice for _, _, choice in places],
    )


def _on_the_body(result, theme):
    """Places on the patient that accuse what is there when they are pressed."""
    done = _done(result)
    spots = {} if done else places(posture(bend(result)))
    x, y = looks.both(_room().at(spot) for spot in spots.values())
    look = {"size": theme.size * 2, "opacity": 0}
    return mark("On the patient: press one", x, y, look, customdata=[_accused(name, result.state) for name in spots])


def _ask_button(result, theme):
    """Places that show the answer, or hide it again, when they are clicked: the line that says so."""
    other = "no" if result.state.reveal == "yes" else "yes"
    places = [_ASK[0] + 1 + 2.4 * number for number in range(5)]
    return mark(
        "The answer: click",
        places,
        [_BUTTONS] * len(places),
        {"size": theme.size * 1.8, "opacity": 0},
        customdata=[f"reveal:{other}"] * len(places),
    )


def _next_button(result, theme):
    """Once the answer is shown: places that bring the next patient, with five new looks."""
    number = result.state.patient % MysteryState.declarations()["patient"].high + 1
    anew = [f"{name}:{one.value}" for name, one in MysteryState.declarations().items() if name != "patient"]
    places = [_NEXT[0] + 1 + 1.9 * number for number in range(4)] if result.answer else []
    return mark(
        "Next patient: click",
        places,
        [_BUTTONS] * len(places),
        {"size": theme.size * 1.8, "opacity": 0},
        customdata=[";".join([f"patient:{number:.0f}", *anew])] * len(places),
    )


def _banner(result):
    if result.answer is None:
        return "<b>▶ Show the answer</b>"
    found = result.answer
    sign = "✓" if found.named else "✗"
    return f"<b>Hidden: {SUSPECT_NAMES[found.hidden].lower()}, {found.amount:.0f} %.</b><br>{sign} {verdict(result)}."


def _words_of_suspects(result, theme):
    state = result.state
    yield 0.4, _QUESTION, _question(result, theme), "middle right", theme.text()
    yield 0.4, _TITLES, f"<b>Patient {state.patient:.0f}: the suspects</b>", "middle right", theme.text()
    for name, y in ROWS.items():
        font = theme.text("prediction" if name == state.suspect else None, 0.93)
        yield 7.0, y - 0.1, _short(_short(SUSPECT_NAMES[name], "Guarding"), "Nerve", theme.large), "middle right", font
    amount = f"{state.amount:.0f} %"
    yield _CARD[1] - 0.1, ROWS[state.suspect] - 0.1, amount, "middle left", theme.text("prediction", 0.93)
    pains = [one.reported[-1] for one in result.exhibits if one.measure == "pain"]
    said = (
        f"day {REPORT_DAYS[-1]}:<br>pain {pains[-1]:.1f}" if pains else "press<br>a dot" if not result.answer else " "
    )
    yield _HEEL[0] + 0.4, _BUTTONS, "found!" if _done(result) else said, "middle center", theme.text(size=0.86)


def _question(result, theme):
    """What is to be found out; once it is, what it is most easily taken for."""
    if result.answer:
        twin, amount = result.answer.twin
        name = SUSPECT_NAMES[twin].lower()
        return f"Its twin while one waits: {name}, {amount:.0f} %. ★ is the look that tells the two apart best."
    if theme.large:
        return "One of four is larger. Which? Buy looks."
    return "One of four is larger in this patient. Which? Buy looks, accuse."


def _short(name, short, needed=True):
    """Return a name cut to `short`, if it begins so and there is no room for the whole."""
    return short if needed and name.startswith(short) else name


def _words_of_looks(result, theme):
    state, bought = result.state, result.state.bought
    left = len(SLOTS) - len(bought)
    small = theme.text(size=0.86)
    title = "<b>Bar: tells it from its twin</b>" if result.answer else f"<b>Buy looks: {left} of {len(SLOTS)} left</b>"
    yield 17.2, _TITLES, title, "middle right", theme.text()
    if not result.answer:
        yield 33.8, _TITLES, "●" * left + "○" * (len(SLOTS) - left), "middle left", theme.text("pain")
    for measure, name in MEASURE_NAMES.items():
        yield (
            square("wait", measure)[0][0] + (_SQUARE - 0.3) / 2,
            _MEASURES,
            _short(name, "Tight", theme.large),
            "middle center",
            small,
        )
    for probe, name in SHORT_NAMES.items():
        yield _FIRST - 0.3, _LINES[probe], _short(name, "Anti-infl"), "middle left", small
    numbers = {look: number for number, look in bought.items()}
    best = result.answer and result.answer.best
    for look in LOOKS:
        text = f"<b>{numbers[look] + 1}</b>" if look in numbers else "+" if state.free and not result.answer else " "
        font = theme.text("pain") if look in numbers else {**small, "color": theme.muted}
        if look == best:
            text = f"{text} ★" if look in numbers else "★"
        yield square(*look)[0][0] + (_SQUARE - 0.3) / 2, _LINES[look[0]], text, "middle center", font


def _words_of_buttons(result, theme):
    yield _ASK[0] + 0.4, _BUTTONS, _banner(result), "middle right", theme.text()
    if result.answer:
        yield sum(_NEXT) / 2, _BUTTONS, "<b>▶ Next patient</b>", "middle center", theme.text()


def _key(held, theme):
    """What marks and lines are."""
    yield 0.5, 0.7, "● measured", "middle right", theme.text("pain", 0.93)
    yield 7.6, 0.7, "┈ your guess", "middle right", theme.text("prediction", 0.93)
    yield 14.9, 0.7, "— average person", "middle right", theme.text("neutral", 0.93)
    if held:
        yield 25.5, 0.7, "-- guess A", "middle right", theme.text("held", 0.93)
