"""Hands on the picture: what can be dragged or pressed there, each thing bound to controls.

A grip is plain data: the ``control`` it moves, the ``axes`` of the figure it lies on, as plotly names them in its
layout, and its ``track``, points ``[value, x, y]`` between which it runs straight. The face draws it, snaps it to the
control's steps, and leaves the keyboard to the control's own slider. Where ``along`` is ``"x"`` (or ``"y"``), the hand
moves it along this axis alone, whatever the way of the track: so a curve is walked along in time. A ``body`` is the
outline of the thing that is moved, which is taken hold of like the knob; ``up`` is a second control that the same hand
moves, upwards.
"""


def grip(state, name, position, *, points=2, axes=("xaxis", "yaxis"), along="", body=(), telling=False, small=False):
    """Return a grip for a number of a state.

    Parameters
    ----------
    state : State
    name : str
        The control.
    position : callable
        ``position(value)`` returns where the grip lies at a value of the control: x and y in the units of the axes.
    points : int
        How many points make its track: 2 if it is straight.
    axes : tuple of str
    along : {"", "x", "y"}
        The axis along which the hand moves it; both without one.
    body : sequence of tuple of float
        The outline of the thing itself as it stands now, x and y in the units of the axes: a hand takes it anywhere,
        and moves it as far as it moves the knob, which stays as its mark. What is pressed may lie under it.
    telling : bool
        Whether it gives an answer away by where it lies, as on a curve that is asked for: it is not shown before that.
    small : bool
        Whether its knob is small until a hand comes near, where it would hide what it moves.

    Returns
    -------
    dict
    """
    return {
        "control": name,
        "axes": list(axes),
        "along": along,
        "track": _track(state, name, position, points),
        **_more(body, telling),
        **({"small": True} if small else {}),
    }


def plane(state, across, up, place, *, axes=("xaxis", "yaxis"), body=(), telling=False):
    """Return a grip that moves two numbers of a state: one across, one up, as a box that is carried.

    Parameters
    ----------
    state : State
    across, up : str
        The control that the hand moves along x, and the one that it moves along y.
    place : callable
        ``place(across, up)`` returns where the grip lies at values of both: x, which goes evenly with the first, and
        y, which goes evenly with the second.
    axes : tuple of str
    body : sequence of tuple of float
    telling : bool
        As of a `grip`.

    Returns
    -------
    dict
        A grip of `across`, with the ``control`` and the ``track`` of the other under ``up``.
    """
    now = getattr(state, across), getattr(state, up)
    return {
        "control": across,
        "axes": list(axes),
        "along": "x",
        "track": _track(state, across, lambda value: place(value, now[1]), 2),
        "up": {"control": up, "track": _track(state, up, lambda value: place(now[0], value), 2)},
        **_more(body, telling),
    }


def _track(state, name, position, points):
    declared = state.declarations()[name]
    way = (declared.high - declared.low) / (points - 1)
    values = [declared.low + way * index for index in range(points)]
    return [[_short(part) for part in (value, *position(value))] for value in values]


def _more(body, telling):
    """Return what few grips have: a body, and whether they tell."""
    outline = {"body": [[_short(part) for part in point] for point in body]} if len(body) else {}
    return {**outline, **({"telling": True} if telling else {})}


def _short(number):
    """Six digits are more than a screen shows, and a track travels at every move."""
    return float(f"{number:.6g}")


def grip_of_choices(control, choices, places, now, *, axes=("xaxis", "yaxis"), rests=False):
    """Return a grip that is dragged from one choice to the next.

    Parameters
    ----------
    control : str
        The control it is about.
    choices : sequence of str
        What each place chooses, as a click on it would: see `spine_edu.explorer.session.Session.clicked`.
    places : sequence
        Where each choice lies: x and y in the units of the axes.
    now : int
        The number of the present choice.
    axes : tuple of str
    rests : bool
        Whether what it lies on stays where it is while other things travel: then it need not wait for them.

    Returns
    -------
    dict
    """
    return {
        "control": control,
        "axes": list(axes),
        "track": [[number, *map(float, place)] for number, place in enumerate(places)],
        "choices": list(choices),
        "now": now,
        **({"rests": True} if rests else {}),
    }


def choice_of(state, other):
    """Return what a press must choose to make another state of this one, as a click takes it; ``""`` if it is the same.

    Parameters
    ----------
    state, other : State
    """
    new = {name: getattr(other, name) for name in state.declarations() if getattr(other, name) != getattr(state, name)}
    words = {name: f"{value:g}" if isinstance(value, float) else value for name, value in new.items()}
    return ";".join(f"{name}:{word}" for name, word in words.items())
