"""The small numerical methods, each on something whose answer is known."""

from math import cos, pi

import pytest

from spine_edu.cycle import numerics


def test_small_linear_system():
    assert numerics.solve([[0, 2], [3, 1]], [4, 5]) == pytest.approx([1, 2])


def test_a_root_is_where_the_function_crosses_zero():
    assert numerics.root(cos, 0, 3) == pytest.approx(pi / 2, abs=1e-11)
    assert numerics.root(lambda x: x, 0, 1) == 0


def test_a_root_needs_a_crossing():
    with pytest.raises(ValueError, match="same sign at both ends, 0 and 1; there is no crossing"):
        numerics.root(lambda x: x + 1, 0, 1)


def test_the_smallest_value_and_the_turning_point_of_a_parabola():
    assert numerics.smallest(lambda x: (x - 0.3) ** 2, 0, 1) == pytest.approx(0.3, abs=1e-6)
    # y = 2 (x - 0.25)^2 + 5 at -1, 0 and 1
    assert numerics.vertex(8.125, 5.125, 6.125) == pytest.approx(5)
    assert numerics.vertex(1, 2, 3) == 2, "a straight line does not turn"
