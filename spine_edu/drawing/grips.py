"""Hands on the picture: what can be dragged there, each thing bound to one control.

A grip is plain data: the ``control`` it moves, the ``axes`` of the figure it lies on, as plotly names them in its
layout, and its ``track``, points ``[value, x, y]`` between which it runs straight. The face draws it, snaps it to the
control's steps, and leaves the keyboard to the control's own slider. Where ``along`` is ``"x"`` (or ``"y"``), the hand
moves it along this axis alone, whatever the way of the track: so a curve is walked along in time.
"""


def grip(state, name, position, *, points=2, axes=("xaxis", "yaxis"), along=""):
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

    Returns
    -------
    dict
    """
    declared = state.declarations()[name]
    way = (declared.high - declared.low) / (points - 1)
    values = [declared.low + way * index for index in range(points)]
    return {
        "control": name,
        "axes": list(axes),
        "along": along,
        # Six digits are more than a screen shows, and a track travels at every move.
        "track": [[float(f"{part:.6g}") for part in (value, *position(value))] for value in values],
    }


def grip_of_choices(control, choices, places, now, *, axes=("xaxis", "yaxis")):
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
    }
