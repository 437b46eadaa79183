"""Twelve months of scans: who shrinks, when, and what the scan does not say."""

from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Explorer
from spine_edu.explorer.view import Frames
from spine_edu.herniation.scans import figure, model, words


class TwelveMonthsOfScans(Explorer):
    """A hundred herniations, scanned again: published shares, and a curve that is assumed."""

    part = "herniation_scans"
    title = "Twelve months of scans: will it stay out?"
    model, figures, words, State = model, figure, words, model.ScansState
    first = ("view", "kind", "month", "review")
    ask = Pick("Which type is most often smaller on a later scan, without surgery?",
               ("bulge", "protrusion", "extrusion", "sequestration"),
               answer=lambda result: max(result.shares, key=result.shares.get))
    checks = {
        "most": lambda result: result.state.view == "shrink" and result.smaller[result.now] > 90,
        "order": lambda result: result.state.review == "zou2023" and 25 < result.record.smaller < 50,
    }
    failures = {
        "curve": lambda result: result.state.month == 2 and result.smaller[result.now] > 0.7 * result.record.smaller,
        "no_pain": lambda result: result.smaller[result.now] < 20 and result.state.kind == "sequestration",
    }

    def can_play(self):
        """Only the shrinking runs through months."""
        return self.state.view == "shrink"

    def make_frames(self):
        """The year, a week at a time."""
        result, figure = self.result, self.drawn
        count = len(result.months)
        frames = Frames("month", [f"month {month:g} of {result.months[-1]:g}" for month in result.months],
                        [words.at_month(result, frame) for frame in range(count)], seconds=8, stride=4)
        people = [figure.people(result, self.theme, frame) for frame in range(count)]
        for name in people[0]:
            frames.add(figure, name, path=[paths[name] for paths in people])
        for name, values in (("smaller or gone", result.smaller), ("gone from the scan", result.gone)):
            frames.reveal(figure, name, range(1, len(values) + 1))
        frames.add(figure, "now", x=[[month, month] for month in result.months],
                   y=[figure.now_at(result, frame) for frame in range(count)],
                   text=[figure.now_in_words(result, frame) for frame in range(count)],
                   textposition=[figure.now_side(result, frame) for frame in range(count)])
        frames.add(figure, "words under the scans",
                   text=[figure.texts_below(result, frame, self.predicted) for frame in range(count)])
        return frames
