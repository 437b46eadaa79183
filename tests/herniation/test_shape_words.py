"""The shape builder's words."""

import re

import pytest

from spine_edu.herniation.shape.model import ShapeState, simulate
from spine_edu.herniation.shape.words import compare, sentence, table


@pytest.mark.parametrize(("settings", "words"), [
    ({}, ["a protrusion", "touches the right S1 root, which passes here"]),
    ({"dome": 20}, ["an extrusion", "20.0 mm wide, wider than its base of 16.2 mm"]),
    ({"height": 9}, ["taller than the disc space of 6.9 mm"]),
    ({"migration": -9}, ["moved 9 mm up"]),
    ({"continuity": "free", "cover": "nothing"}, ["a sequestration", "no connection", "uncontained"]),
    ({"extent": 60}, ["an asymmetric bulge", "60 % of the edge"]),
    ({"zone": "foraminal"}, ["right L5 root, which leaves here"]),
    ({"zone": "central"}, ["central", "sac of the nerve roots"]),
    ({"reach": 0}, ["normal edge"]),
])
def test_the_sentence_names_shape_rule_and_root(settings, words):
    text = sentence(simulate(ShapeState(**settings)))
    for part in words:
        assert part in text


@pytest.mark.parametrize("dome", [5, 12, 20])
def test_numbers_of_the_sentence_stand_in_the_table(dome):
    result = simulate(ShapeState(dome=dome, reach=8))
    cells = [cell for row in table(result).rows for cell in row if isinstance(cell, float)]
    for number in re.findall(r"(\d+\.\d) mm", sentence(result)):
        assert float(number) in [round(cell, 1) for cell in cells]
    said = int(re.search(r"(\d+) % of the canal", sentence(result))[1])
    assert said == round(100 * result.share)


def test_compare_says_what_has_changed():
    small, large = simulate(ShapeState(reach=3)), simulate(ShapeState(reach=9, dome=20))
    assert "A was a protrusion, this is an extrusion" in compare(small, large) and "more" in compare(small, large)
    assert "same name" in compare(small, small) and "both take" in compare(small, small)
    assert "less" in compare(large, small)
