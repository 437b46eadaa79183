"""What a reader may predict, and how it is told beside what is so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_edu.explorer.asking import Number, Pick, Sketch, height_at
from spine_edu.explorer.marking import Arrows, Each

NUMBER = Number("How many?", "L", 0, 100, answer=lambda result: result, todo="Look.")
DISCS = Number("How many?", "discs", 0, 40, answer=lambda result: result, todo="Count.", voice="This column has")
PICK = Pick("Which?", ("settles", "holds"), answer=lambda result: result, todo="Look.")
EACH = Each(
    "Which can?",
    {"a": "first", "b": "second", "c": "third"},
    {"yes": "✓", "no": "✗"},
    answer=lambda result: result,
    todo="Look.",
    voice="The studies agree with",
)
FOUND = {"a": "yes", "b": "no", "c": "no"}
SKETCH = Sketch("Draw it.", "points", (0, 7), "day {:g}", 0, 10, answer=lambda result: result, todo="Run.")

ARROWS = Arrows(
    "Draw.",
    {"bath": ("Bath", 0, 0), "drain": ("Drain", 1, 0), "tap": ("Tap", 1, 1)},
    answer=lambda result: result,
    todo="Look.",
)


@pytest.mark.parametrize(
    ("ask", "answer", "words"),
    [
        (NUMBER, "ten", "not a number; allowed is 0 to 100 L"),
        (NUMBER, 101, "outside the range; allowed is 0 to 100 L"),
        (NUMBER, float("nan"), "outside the range"),
        (NUMBER, True, "not a number"),
        (PICK, "explodes", "allowed are settles, holds"),
        (EACH, {"d": "yes"}, "'d' cannot be answered with 'yes'; allowed are yes, no for each of a, b, c"),
        (EACH, {"a": "perhaps"}, "'a' cannot be answered with 'perhaps'"),
        (EACH, {}, "a mark on at least one"),
        (EACH, "yes", "a mark on at least one"),
        (SKETCH, [1, 2, 3], "has 2 heights, one at each of day 0, day 7; here are 3"),
        (SKETCH, 4, "here are 1"),
        (SKETCH, [], "here are 0"),
        (SKETCH, [1, 11], "outside the range"),
        (SKETCH, [[0, 1], [7, 11]], "outside the range; allowed is 0 to 10 points"),
        (SKETCH, [[0, 1], [8, 1]], "outside the range; allowed is 0 to 7 along the axis"),
        (SKETCH, [[0, 1], [6, 1]], "must reach from day 0 to day 7"),
        (SKETCH, [[1, 1], [7, 1]], "must reach from day 0 to day 7"),
        (SKETCH, [[0, 1], [3, 1], [3, 2], [7, 1]], "from left to right"),
        (SKETCH, [[0, 1, 2], [7, 1]], "a place and a height"),
        (SKETCH, [[0, 1], [7, "one"]], "not a number"),
        (ARROWS, [], "no arrow yet"),
        (ARROWS, "", "no arrow yet"),
        (ARROWS, 3, "no arrow yet"),
        (ARROWS, "bath to drain", "allowed is from one box to another, with \\+ or -: bath, drain, tap"),
        (ARROWS, [["bath", "sea", "+"]], "is no arrow"),
        (ARROWS, [["bath", "bath", "+"]], "is no arrow"),
        (ARROWS, [["bath", "drain", "0"]], "is no arrow"),
        (ARROWS, ["bath"], "is no arrow"),
        (ARROWS, [["bath", "drain", "+"], ["bath", "drain", "-"]], "drawn twice"),
    ],
)
def test_a_wrong_answer_is_refused_in_words(ask, answer, words):
    with pytest.raises(ValueError, match=words):
        ask.check(answer)


@pytest.mark.parametrize(
    ("ask", "predicted", "result", "told"),
    [
        (NUMBER, 50, 60, ("50 L", "The model says 60 L", "10 L more")),
        (NUMBER, 60, 50, ("60 L", "The model says 50 L", "10 L less")),
        (NUMBER, 50, 50.4, ("50 L", "The model says 50 L", "as you said")),
        (DISCS, 22, 23, ("22 discs", "This column has 23 discs", "1 disc more")),
        (DISCS, 25, 23, ("25 discs", "This column has 23 discs", "2 discs less")),
        (
            ARROWS,
            "tap > bath +; bath > drain −; drain > tap +",
            [("tap", "bath", "+"), ("bath", "drain", "+"), ("drain", "bath", "-")],
            (
                "three arrows",
                "The model draws three arrows, some + and some −",
                "one arrow alike; with another sign: bath → drain; missing: drain → bath; only yours: drain → tap",
            ),
        ),
        (PICK, "holds", "holds", ("“holds”", "The model says “holds”", "as you said")),
        (PICK, "holds", "settles", ("“holds”", "The model says “settles”", "not as you said")),
        (
            EACH,
            {"b": "no", "a": "yes"},
            FOUND,
            ("1 × “yes”, 1 × “no”", "The studies agree with 2 of your 2", "as you said"),
        ),
        (
            EACH,
            {"a": "no", "b": "no", "c": "yes"},
            FOUND,
            ("1 × “yes”, 2 × “no”", "The studies agree with 1 of your 3", "not with first, third"),
        ),
        (EACH, {"a": "no"}, FOUND, ("1 × “no”", "The studies agree with none of your 1", "not with first")),
        (
            SKETCH,
            (5, 2),
            (5, 6),
            ("2.0 points at day 7", "The model says 6.0 points there", "2.0 points apart on average"),
        ),
    ],
)
def test_both_are_told_side_by_side_in_human_numbers(ask, predicted, result, told):
    assert ask.tell(ask.check(predicted), result) == told


def test_a_large_number_is_written_as_people_read_it():
    force = Number("How hard?", "N", 0, 6000, answer=lambda result: result, todo="Lean.")
    assert force.tell(3000, 1729).apart == "1,271 N less"


heights = st.lists(st.floats(0, 10), min_size=2, max_size=20)


@given(heights)
def test_a_drawn_curve_is_kept_point_by_point_and_read_between_them(drawn):
    last = len(drawn) - 1
    points = SKETCH.check([[7 * index / last, height] for index, height in enumerate(drawn)])
    assert [height for _, height in points] == drawn
    for place, height in points:
        assert height_at(points, place) == height
    for (left, low), (right, high) in zip(points, points[1:], strict=False):
        middle = height_at(points, (left + right) / 2)
        assert min(low, high) - 1e-9 <= middle <= max(low, high) + 1e-9
