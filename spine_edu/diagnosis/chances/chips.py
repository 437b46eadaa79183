"""The names that are pressed under the people: in whom the test was tried, and who comes."""

from functools import lru_cache

from spine_edu.diagnosis.chances.model import priors, relatives

#: Where the two rows of names begin and end, where their first name begins, and where the last one may end.
TRIED, COME, FIRST, LAST = (15.0, 16.7), (17.4, 19.9), 1.3, 23.0
_GAP = 0.3


def plates(result):
    """Return every name: what a press chooses, whether it is chosen, its words, and its left, top, right, bottom."""
    tests = relatives(result.test)
    rows = [
        (TRIED, 3, [(f"test:{one.key}", one is result.test, one.among) for one in tests]),
        (COME, 4, [_comer(row, result) for row in priors(result.test.target)]),
    ]
    for (top, bottom), most, names in rows:
        wide = (LAST - FIRST - (most - 1) * _GAP) / most
        for number, (chooses, chosen, words) in enumerate(names):
            left = FIRST + number * (wide + _GAP)
            yield chooses, chosen, words, (left, top, left + wide, bottom)


def _comer(row, result):
    words = f"{row.name}<br>{row.have} of {int(row.crowd):,}"
    return f"have:{row.have};crowd:{row.crowd}", row is result.prior, words


@lru_cache(maxsize=256)
def outline(left, top, right, bottom):
    """Return a plate as a path of straight lines."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return "M" + "L".join(f"{x:.4g},{y:.4g}" for x, y in corners) + "Z"
