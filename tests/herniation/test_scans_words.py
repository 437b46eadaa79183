"""The year of scans in words."""

import pytest

from spine_edu.herniation.scans.model import ScansState, simulate
from spine_edu.herniation.scans.words import compare, sentence, table


@pytest.mark.parametrize("kind", ["bulge", "protrusion", "extrusion", "sequestration"])
@pytest.mark.parametrize("month", [0, 6, 12])
def test_the_sentence_counts_what_the_result_counts(kind, month):
    result = simulate(ScansState(kind=kind, month=month))
    same, smaller, gone = result.counts()
    text = sentence(result)
    assert f"{same} are unchanged" in text and f"{smaller} scans show it smaller" in text
    assert (f"{gone} no longer show it" in text) == (result.record.gone is not None)
    assert "not pain" in text and "assumed" in text


def test_symptoms_leave_before_the_picture_does():
    text = sentence(simulate(ScansState(kind="sequestration")))
    assert "symptoms were gone after 1.3 months" in text and "the picture after 9.3 (13.3)" in text
    assert "symptoms" not in sentence(simulate(ScansState(kind="extrusion")))


def test_the_follow_up_scan():
    text = sentence(simulate(ScansState(view="outcome")))
    for number in ("283 people", "35 of 100", "33 of 100", "84 of 100", "0.48"):
        assert number in text


def test_compare_and_table():
    one, other = simulate(ScansState(kind="bulge")), simulate(ScansState(kind="sequestration"))
    assert "13 of 100 scans had changed; here it is 96, 83 more" in compare(one, other)
    assert "83 fewer" in compare(other, one) and "as many" in compare(one, one)
    assert "different questions" in compare(one, simulate(ScansState(view="outcome")))
    cells = [cell for row in table(other).rows for cell in row]
    assert {96, 87.77, 43, "49–77"} <= set(cells)
