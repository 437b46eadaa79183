"""The frame of the pressure board: one axis across, from 0 to 1, and slots up."""

#: Heights are counted in slots; a short list spreads over them, so that the figure never changes its frame.
SLOTS = 13
#: The strip under the board where a held posture is drawn, and the room for words below the board.
FOOT, BELOW = -0.9, 1.5


def slot(theme):
    """Return the px of a slot; in a hall the slots are lower."""
    return theme.size * (1.75 if theme.large else 2.9)


def above(theme):
    """Return the room for three lines of words above the board, in slots."""
    return 2.0 if theme.large else 1.7


def layout(shapes, theme, ticks, *, low=FOOT - BELOW, high=None):
    """Return the layout of a board.

    Parameters
    ----------
    shapes : iterable of dict
    theme : Theme
    ticks : sequence of (float, float)
        Place across and number of each tick.
    low, high : float
        Ends of the picture in slots, if it is not the board; under the axis there is room for its words.
    """
    high = SLOTS + above(theme) if high is None else high
    axis = theme.axis(
        "",
        range=[0, 1],
        tickvals=[place for place, _ in ticks],
        ticktext=[f"{tick}" for _, tick in ticks],
        showgrid=False,
        showline=False,
        anchor="free",
        position=BELOW / (high - low),
    )
    top, bottom = theme.em(1), theme.em(0.5)
    return theme.layout(
        height=round((high - low) * slot(theme)) + top + bottom,
        barmode="overlay",
        xaxis=axis,
        yaxis={"range": [low, high], "visible": False, "fixedrange": True},
        shapes=[*shapes],
        margin={"l": 12, "r": 20, "t": top, "b": bottom},
    )
