"""A session's run: frames that are computed once, and the moment that is looked at."""

from spine_edu.explorer.changes import MOMENT, POSITION, SETTINGS
from spine_edu.explorer.prediction import KEPT


class Running:
    """The part of a session that can be played.

    Attributes
    ----------
    position : int
        The frame of the run that is looked at.
    """

    def can_play(self):
        """Return whether the present result has frames to play."""
        if not hasattr(self.figures, "frames"):
            return False
        return not hasattr(self.figures, "can_play") or self.figures.can_play(self.result)

    def frames(self):
        """Return the `Frames` of the present result; a ValueError says so if there is nothing to play."""
        if not self.can_play():
            raise ValueError(f"{self.title} has nothing to play here.")
        if self.phase == KEPT:
            self.look()
        if self._played is None:
            self._played = self.figures.frames(self.result, theme=self.theme, prediction=self.predicted)
        return self._played

    def begin(self):
        """Get ready for a run and return its `Frames`: it begins at the first one, or where the controls stand."""
        frames = self.frames()
        self.position = frames.beginning(self.state)
        return frames

    def _going_on(self):
        """Return the `Frames` of the run that is under way, or those of one that begins."""
        return self.begin() if self._played is None else self.frames()

    def step(self, count=1):
        """Go on by `count` steps of the run (1 or more) and return the sentence there; it stops at the end."""
        if isinstance(count, bool) or not isinstance(count, int) or count < 1:
            raise ValueError(f"A run goes on by whole steps, 1 or more; {count!r} is not allowed.")
        frames = self._going_on()
        self.go_to(min(self.position + count * frames.stride, len(frames) - 1))
        return frames.sentences[self.position]

    def run(self):
        """Go to the end of the run and return the sentence there."""
        frames = self._going_on()
        self.go_to(len(frames) - 1)
        return frames.sentences[-1]

    def go_to(self, position):
        """Look at the frame `position`; the first is 0. What the run goes over is set to where it is looked at."""
        self.position = position
        over = self._played.controls if self._played is not None else {}
        if not over:
            return self._tell(POSITION)
        # The run stays the same, and with it the frames.
        self.result = self.model.simulate(
            self.state.replace(**{name: values[position] for name, values in over.items()})
        )
        return self._tell(POSITION, SETTINGS, *([MOMENT] if self._played.settled else []))
