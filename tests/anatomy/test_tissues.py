"""Who can feel: the answers of the tissues, and what is said of them."""

import pytest

from spine_edu.anatomy.tissues import words
from spine_edu.anatomy.tissues.model import TissuesState, rows, simulate


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.tissue)
def test_tissue_sentence_holds_its_row(row):
    said = words.sentence(simulate(TissuesState(tissue=row.tissue)))
    assert row.nerve_supply in said and row.blood_supply in said and row.job in said
    assert ("cannot" in said) is (row.feels == "no")


def test_tissue_counts_agree_with_the_table():
    result = simulate(TissuesState())
    counted = [sum(row[1] == answer for row in words.table(result).rows) for answer in ("yes", "partly", "no")]
    assert [len(result.by_feeling[answer]) for answer in ("yes", "partly", "no")] == counted
    assert f"{counted[0]} can feel, {counted[1]} in part, {counted[2]} not" in words.sentence(result)


def test_tissue_compare():
    one, other = (simulate(TissuesState(tissue=name)) for name in ("nucleus", "root"))
    assert words.compare(one, other) == "The nucleus of A answers “no”, the nerve root “yes”."
    with pytest.raises(ValueError, match="not an option"):
        TissuesState(tissue="soul")
