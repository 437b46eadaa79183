"""How packed numbers travel in a widget: as one buffer a trait, at a place that is always there.

Whoever runs a notebook without a browser keeps each buffer by the path on which it came, also when a later value of the
trait has nothing there any more; the page that is saved could then not be opened.
"""


def gathered(value, widget=None):
    """Return a value with all bytes inside it taken out: ``plain``, with their places, and ``bytes``, one by the other.

    Examples
    --------
    >>> gathered({"x": {"f4": b"abcd"}, "y": [1, {"f8": b"efghijkl"}]})
    {'plain': {'x': {'f4': [0, 4]}, 'y': [1, {'f8': [4, 8]}]}, 'bytes': b'abcdefghijkl'}
    """
    pieces, length = [], 0

    def plain(inner):
        nonlocal length
        if isinstance(inner, bytes):
            place = [length, len(inner)]
            pieces.append(inner)
            length += len(inner)
            return place
        if isinstance(inner, dict):
            return {key: plain(item) for key, item in inner.items()}
        if isinstance(inner, (list, tuple)):
            return [plain(item) for item in inner]
        return inner

    return {"plain": plain(value), "bytes": b"".join(pieces)}


#: Keywords of a trait that travels so; the page never sends one back.
GATHERED = {"sync": True, "to_json": gathered}
