"""The practice explorer: one bath, and every handle that all explorers have."""

from spine_edu.explorer.asking import Number
from spine_edu.explorer.session import Explorer
from spine_edu.explorer.view import Frames
from spine_edu.start.practice import figure, model, words


class Practice(Explorer):
    """A bath with a tap and a drain."""

    part = "start_practice"
    title = "The practice explorer: a bath with a tap and a drain"
    model, figures, words, State = model, figure, words, model.PracticeState
    first = ("tap", "drain")
    ask = Number("How many litres will stand in the bath after half an hour?", "litres", 0, 160,
                 answer=lambda result: result.litres[-1])
    checks = {"steady": lambda result: abs(result.settles_at - 40) < 0.5}
    failures = {"overflow": lambda result: result.litres[-1] > 150}

    def make_frames(self):
        """The bath fills, half a minute a frame."""
        minutes, litres = self.result.minutes, self.result.litres
        end = minutes[-1]
        frames = Frames("minute", [f"minute {minute:g} of {end:g}" for minute in minutes],
                        [f"After {minute:g} minutes the bath holds {water:.0f} litres."
                         for minute, water in zip(minutes, litres, strict=True)], seconds=1.8, stride=4)
        figure = self.drawn
        frames.reveal(figure, "Water in the bath", range(1, len(minutes) + 1))
        frames.add(figure, "Now", x=[[minute] for minute in minutes], y=[[water] for water in litres],
                   text=[f"{water:.0f} L" for water in litres])
        return frames
