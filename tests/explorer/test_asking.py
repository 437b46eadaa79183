"""What a reader may predict, and how the gap is said."""

import pytest

from spine_edu.explorer.asking import Number, Pick, Sketch

NUMBER = Number("How many?", "L", 0, 100, answer=lambda result: result)
PICK = Pick("Which?", ("settles", "holds"), answer=lambda result: result)
SKETCH = Sketch("Draw it.", "points", (0, 7), "day {:g}", 0, 10, answer=lambda result: result)


@pytest.mark.parametrize(
    ("ask", "answer", "words"),
    [
        (NUMBER, "ten", "not a number; allowed is 0 to 100 L"),
        (NUMBER, 101, "outside the range; allowed is 0 to 100 L"),
        (NUMBER, float("nan"), "outside the range"),
        (NUMBER, True, "not a number"),
        (PICK, "explodes", "allowed are settles, holds"),
        (SKETCH, [1, 2, 3], "has 2 heights, one at each of day 0, day 7; here are 3"),
        (SKETCH, 4, "here are 1"),
        (SKETCH, [1, 11], "outside the range"),
    ],
)
def test_a_wrong_answer_is_refused_in_words(ask, answer, words):
    with pytest.raises(ValueError, match=words):
        ask.check(answer)


def test_the_gap_is_said_both_ways():
    assert "10 L more" in NUMBER.gap(50, 60)
    assert "10 L less" in NUMBER.gap(60, 50)
    assert "so says the model" in NUMBER.gap(50, 50.1)
    assert "so says the model" in PICK.gap("holds", "holds")
    assert "“settles”" in PICK.gap("holds", "settles")
    assert "most at day 7: you 2.0, the model 6.0" in SKETCH.gap(SKETCH.check([5, 2]), (5, 6))
