"""The names that are pressed under the people: in whom the test was tried, and who comes."""

from functools import lru_cache

from spine_edu.diagnosis.chances.model import priors, relatives
from spine_edu.diagnosis.chances.rooms import WIDE

#: Where the two rows of names begin and end, and how many names may stand in each.
TRIED, COME, MOST = (18.3, 20.4), (21.8, 23.9), (3, 4)
_GAP = 0.3


def plates(result):
    """Return every name: what a press chooses, whether it is chosen, its words, and its left, top, right, bottom."""
    tests = [(f"test:{one.key}", one is result.test, _two_lines(one.among)) for one in relatives(result.test)]
    people = [_comer(row, result) for row in priors(result.test.target)]
    for (top, bottom), names in ((TRIED, tests), (COME, people)):
        several = max(3, len(names))
        wide = (WIDE - (several - 1) * _GAP) / several
        for number, (chooses, chosen, words) in enumerate(names):
            left = number * (wide + _GAP)
            yield chooses, chosen, words, (left, top, left + wide, bottom)


def _two_lines(words):
    """Return a few words in two lines of much the same length."""
    middle = min((at for at, letter in enumerate(words) if letter == " "), key=lambda at: abs(2 * at - len(words)))
    return f"{words[:middle]}<br>{words[middle + 1 :]}"


def _comer(row, result):
    words = f"{row.name}<br>{row.have} of {int(row.crowd):,}"
    return f"have:{row.have};crowd:{row.crowd}", row is result.prior, words


@lru_cache(maxsize=256)
def outline(left, top, right, bottom):
    """Return a plate as a path of straight lines."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return "M" + "L".join(f"{x:.4g},{y:.4g}" for x, y in corners) + "Z"
