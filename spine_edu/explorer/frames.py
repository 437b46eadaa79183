"""A run that is already computed, as frames that a browser plays by itself."""

from bisect import bisect_left

from spine_edu.explorer.wire import floats, pack


class Frames:
    """Frames of a run.

    Parameters
    ----------
    label : str
        What the frames run over, for example ``"day"``.
    names : iterable of str
        A short name a frame, such as ``"day 12 of 364"``.
    sentences : iterable of str
        What is said at each frame.
    seconds : float
        How long playing all frames takes.
    stride : int
        How many frames one step goes on.
    controls : dict, optional
        Name of a control -> the value it has at each frame, where the frames run over one: its grip goes along.
    bare : bool
        Whether what can be dragged is in the last frame alone: the others show something else in its place.
    stops : bool
        Whether a pause rests at a whole step only: what lies between two is on its way.
    halts : iterable of int
        Frames at which a run pauses by itself, such as the moment that was asked about; *Run* goes on.
    goes_on : bool
        Whether a run begins where the controls that it goes over stand, as a walk does; else it begins at the start.
    settled : bool
        Whether a run over controls shows, where it rests, all that belongs to the state there: what is pressed, what
        is told of a prediction, and what of the picture only comes with it.
    """

    def __init__(
        self,
        label,
        names,
        sentences,
        *,
        seconds=8.0,
        stride=1,
        controls=None,
        bare=False,
        stops=False,
        halts=(),
        goes_on=False,
        settled=False,
    ):
        self.label, self.names, self.sentences = label, list(names), list(sentences)
        self.seconds, self.stride, self.bare, self.stops = seconds, stride, bare, stops
        self.halts, self.goes_on, self.settled = list(halts), goes_on, settled
        self.controls = {name: list(values) for name, values in (controls or {}).items()}
        self._columns, self._reveals, self._jumps = [], [], set()
        for name, values in self.controls.items():
            self._same_length(name, values)

    def __len__(self):
        return len(self.names)

    def add(self, name, **columns):
        """Let columns of a trace or a shape, such as ``y=[[1.0], [1.2], ...]``, run through their values, one a frame.

        A column inside another one has both names: ``**{"marker.size": [...]}``.

        A frame's value is a number, a text, a list of texts, or a list of numbers as long in every frame. A ValueError
        says so if there are more or fewer values than frames.
        """
        for column, values in columns.items():
            self._same_length(column, values)
            self._columns.append((name, column, values))

    def jump(self, name, **columns):
        """As `add`, but nothing lies between two values: a frame round a box is at one box or at another."""
        self._jumps.add(name)
        self.add(name, **columns)

    def reveal(self, name, counts):
        """Show only the first ``counts[frame]`` points of a trace; a ValueError as in `add`."""
        self._same_length(name, counts)
        self._reveals.append((name, list(counts)))

    def _same_length(self, what, values):
        if len(values) != len(self):
            raise ValueError(f"{what}: {len(values)} values for {len(self)} frames.")

    def beginning(self, state):
        """Return the frame at which a run begins at some settings: the first, or the one nearest to where they are."""
        if not self.goes_on:
            return 0
        return min(
            range(len(self)),
            key=lambda frame: sum(abs(values[frame] - getattr(state, name)) for name, values in self.controls.items()),
        )

    def packed(self, figure):
        """Return the frames as the dict that the browser reads.

        Parameters
        ----------
        figure : dict
            The figure on which they play, as plain data.

        Raises
        ------
        ValueError
            If it has no trace or shape of a name that the frames use.
        """
        return {
            "count": len(self),
            "label": self.label,
            "names": self.names,
            "sentences": self.sentences,
            "seconds": self.seconds,
            "stride": self.stride,
            "controls": self.controls,
            "bare": self.bare,
            "rests": self.stride if self.stops else 1,
            "halts": self.halts,
            "arrays": [
                _packed([*_path(figure, name), *column.split(".")], values) | {"jumps": name in self._jumps}
                for name, column, values in self._columns
            ],
            "reveals": [
                {"path": [*_path(figure, name), axis], "counts": counts}
                for name, counts in self._reveals
                for axis in ("x", "y")
            ],
        }


def _packed(path, values):
    if not isinstance(values[0], (list, tuple)) or any(isinstance(item, str) for item in values[0]):
        return {
            "path": path,
            "size": 0,
            "values": [pack(value) if hasattr(value, "places") else value for value in values],
        }
    return {"path": path, "size": len(values[0]), "values": floats([v for frame in values for v in frame])}


def _path(figure, name):
    """Return the path of a trace or a shape, found by its name."""
    names = {}
    for path, items in ((("layout", "shapes"), figure["layout"].get("shapes", ())), (("data",), figure["data"])):
        names.update({item["name"]: [*path, index] for index, item in enumerate(items)})
    if name not in names:
        raise ValueError(f"The figure has no trace or shape {name!r}; it has {', '.join(names)}.")
    return names[name]


def height_at(points, place):
    """Return the height of a curve, given by points from left to right, at a place between its ends."""
    after = bisect_left(points, place, key=lambda point: point[0])
    if points[after][0] == place:
        return points[after][1]
    (left, low), (right, high) = points[after - 1], points[after]
    return low + (high - low) * (place - left) / (right - left)
