"""The running case and the glossary."""

import pytest

from spine_edu import case, data, glossary


def test_the_case_runs_forward_in_every_notebook():
    for number in ("00", "01", "02", "03", "05"):
        days = [row.day for row in data.table("case") if number in row.notebooks.split()]
        assert days == sorted(days)
        assert "Noor" in str(case(number))
        assert case(number)._repr_markdown_().startswith("- **")


def test_the_glossary_explains_and_refuses():
    terms = [row.term for row in data.table("glossary")]
    assert all(term in str(glossary()) for term in terms)
    assert str(glossary(terms[0])).startswith(f"{terms[0]}: ")
    with pytest.raises(ValueError, match="does not hold gristle; it holds"):
        glossary("gristle")
    with pytest.raises(ValueError, match="nothing for notebook '42'"):
        case("42")
