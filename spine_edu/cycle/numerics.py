"""Small numerical methods, written out so that the loop runs wherever Python runs: a root, a minimum, a solution."""

from math import sqrt


def root(function, low, high, tolerance=1e-12):
    """Return where `function` crosses zero between `low` and `high` (bracketed secant, Illinois rule).

    Raises
    ------
    ValueError
        If the two ends have the same sign.
    """
    f_low, f_high = function(low), function(high)
    if f_low == 0:
        return low
    if f_low * f_high > 0:
        raise ValueError(f"The function has the same sign at both ends, {low:g} and {high:g}; there is no crossing.")
    for _ in range(100):
        x = high - f_high * (high - low) / (f_high - f_low)
        f = function(x)
        if f * f_high < 0:
            low, f_low = high, f_high
        else:
            f_low /= 2
        high, f_high = x, f
        if abs(high - low) < tolerance or f == 0:
            break
    return high


def solve(matrix, right):
    """Return the solution of a small linear system (Gaussian elimination with pivoting)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    n = len(rows)
    for i in range(n):
        best = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for k in range(i + 1, n):
            share = rows[k][i] / rows[i][i]
            rows[k] = [a - share * b for a, b in zip(rows[k], rows[i], strict=True)]
    answer = [0.0] * n
    for i in reversed(range(n)):
        answer[i] = (rows[i][n] - sum(rows[i][k] * answer[k] for k in range(i + 1, n))) / rows[i][i]
    return answer


def smallest(function, low, high):
    """Return where `function` is smallest between `low` and `high` (golden section)."""
    share = (sqrt(5) - 1) / 2
    while high - low > 1e-9:
        left, right = high - share * (high - low), low + share * (high - low)
        low, high = (low, right) if function(left) < function(right) else (left, high)
    return (low + high) / 2


def vertex(before, middle, after):
    """Return the height of the parabola through three evenly spaced values at its turning point."""
    bend = before - 2 * middle + after
    return middle if bend == 0 else middle - (after - before) ** 2 / (8 * bend)
