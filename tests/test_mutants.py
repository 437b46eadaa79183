"""What the tests are asked about, tools/mutants.py: which numbers are changed, how, and who is asked."""

import csv
import io

import pytest

from tools import mutants

TABLE = "key,value,note\nloads_wall.load,1.50,plain\ncycle_loop.gain,12,\n"


def test_only_numbers_that_say_something_are_changed(root):
    found = mutants.cells(root / "data")
    columns = {cell.column for cell in found}
    assert {"value", "low", "high", "n", "share"} <= columns
    assert not columns & {"notebook", "number", "page", "unit"}
    assert len(found) > 2000 and len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("value", "other"),
    [("1", "2"), ("-40", "-36"), ("120", "132"), ("0.50", "0.55"), ("0.0", "0.1"), ("1e-4", "0.000110")],
)
def test_a_number_is_changed_by_a_tenth_or_by_one_and_written_as_it_was(value, other):
    text = TABLE.replace("1.50", value)
    after, was, became, _ = mutants.changed(text, mutants.Cell("loads_made_up.csv", 0, "value"))
    assert (was, became) == (value, other)
    rows, others = (list(csv.reader(io.StringIO(one))) for one in (text, after))
    assert [[cell for cell in pair if pair[0] != pair[1]] for pair in zip(rows[1], others[1], strict=True)][1] == [
        value,
        other,
    ]
    assert rows[0] == others[0] and rows[2] == others[2]


def test_the_tests_of_a_row_s_topics_are_asked_and_those_over_all():
    *_, topics = mutants.changed(TABLE, mutants.Cell("parameters.csv", 1, "value"))
    tests, only = mutants.asked(topics)
    assert "tests/cycle" in tests and "tests/loads" not in tests and set(mutants.OVER_ALL) <= set(tests)
    assert only == ["-k", "(test_cases or test_truth or cycle) and not stands_in_its_panel_of_sources"]
