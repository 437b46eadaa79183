"""What travels to the browser: a figure once, and then only what differs from it, numbers packed as bytes."""

from array import array

#: Lists of numbers at least this long travel as 8-byte floats (shorter ones cost less as text), and long ones, which
#: are curves, as 4-byte floats. A word at the very end of an axis must keep its place: rounded up, it would lie beyond,
#: and plotly would hide it.
_LEAST_PACKED, _LONG = 6, 64
_PLAIN = {str, int, float, bool, type(None)}
#: A text with more characters than this is heavy; only pictures are.
_HEAVY = 4000


class Wire:
    """What the browser has of one figure.

    Attributes
    ----------
    base : dict
        The figure as it was first sent, or when it got a picture that has stayed since.
    live : list
        What differs from `base` now: pairs of path and value. State, not a message: a reloaded page is up to date.
    """

    def __init__(self):
        self.base, self.live = {}, []

    def follow(self, figure, *, anew=False):
        """Take the present figure (plain data); `anew` if the browser must get it whole."""
        packed = pack(figure)
        if anew or _types(packed) != _types(self.base):
            self.base, self.live = packed, []
            return
        live = list(difference(self.base, packed))
        if _heavy(live).items() & _heavy(self.live).items():
            # A picture that stays as it is now would be sent again at every move.
            self.base, live = packed, []
        self.live = live


def floats(numbers, kind="f"):
    """Return numbers as packed floats of 4 (``"f"``) or 8 bytes (``"d"``); None becomes a gap."""
    values = array(kind, [float("nan") if number is None else number for number in numbers])
    return {f"f{values.itemsize}": values.tobytes()}


def pack(value):
    """Return a figure's value with every array, and every list of several numbers, as floats of 4 or 8 bytes."""
    if isinstance(value, dict):
        # Most of a figure is words and single numbers; not to ask them what they are is half of the work.
        return {key: inner if type(inner) in _PLAIN else pack(inner) for key, inner in value.items()}
    if hasattr(value, "places"):
        # One mark at many places: the page puts it down there itself.
        return {"stamp": value.mark, **floats([number for place in value.places for number in place])}
    if hasattr(value, "astype"):
        return {"f4": value.astype("f4").tobytes()} if value.ndim else value.item()
    if isinstance(value, (list, tuple)):
        if len(value) >= _LEAST_PACKED and all(isinstance(item, (int, float, type(None))) for item in value):
            return floats(value, "f" if len(value) >= _LONG else "d")
        return [pack(item) for item in value]
    return value


def difference(old, new, path=()):
    """Yield ``[path, value]`` for what `new` has differently, both packed; a value of None means: take it away."""
    if isinstance(old, dict) and isinstance(new, dict) and not _packed(old) and not _packed(new):
        for key in old.keys() - new.keys():
            yield [[*path, key], None]
        for key, value in new.items():
            if key not in old:
                yield [[*path, key], value]
            elif old[key] != value:
                yield from difference(old[key], value, (*path, key))
    elif _records(old) and _records(new) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            if one != other:
                yield from difference(one, other, (*path, index))
    else:
        yield [list(path), new]


def _heavy(live):
    """Return path -> text of what is heavy in an update."""
    return {tuple(path): value for path, value in live if isinstance(value, str) and len(value) > _HEAVY}


def _types(figure):
    """What must stay equal for an update to be a difference: how many traces of which type."""
    return [trace.get("type") for trace in figure.get("data", ())]


def _packed(value):
    return "f4" in value or "f8" in value


def _records(value):
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(item, dict) for item in value)
