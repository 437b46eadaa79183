"""What a reader finds a source by: every paper has authors, year, journal and an address, or we say what is missing.

And what we know of each: whether we read its abstract, more, or only met it in somebody else's list.
"""

import re

import pytest

from spine_edu import citations, data
from spine_edu.data import DataError

SOURCES = data.references()
PAPERS = [key for key, item in SOURCES.items() if item["type"] == "article-journal"]

#: Papers of which something was looked for and not found -> what, and where we stand.
#: A DOI from memory is not put in: three that we remembered were wrong.
NOT_FOUND = {
    "mertens2014": "no DOI: known from the page of a copy of its data, which names that of another paper",
    "granata1995": "no DOI: the paper was met in no stored page or list",
    "marras2001": "no DOI: only a clinic's page retells it",
    "brinckmann1988": "no DOI: two lists name the supplement, with other authors and pages than ours",
    "bogduk1981": "no DOI is known to us: the journal's scan and the abstract name none",
    "iran_mri": "no authors, no year: the journal's own record was seen without its head",
    "mansur_mri": "no year: volume and issue stand in the DOI, no page with a date was seen",
    "nachemson1976": "no DOI: met in lists of references without one",
    "nachemson1960": "no DOI: met nowhere",
    "granata2000": "no address: the page that copies the abstract came without one",
    "jorgensen2001": "no DOI: the first page was seen without one",
    "urban1981": "no DOI: met nowhere",
    "holm2002": "no DOI: the first page was seen without one",
    "nachemson1959": "no DOI: only a public model that read the paper quotes it",
    "urban1988": "no DOI: the abstract was seen without one",
    "lee_cervical": "no year: the journal's page was seen without a date",
    "aorta_levels_mri": "no authors: the journal's page was seen without its head",
    "malmivaara1995": "no DOI was seen",
    "swissclosure2020": "no authors: the page was seen without its head",
    "fusion2005": "no authors were seen",
    "smallscar2014": "no authors: the pages were seen without their heads",
    "majlesi2008": "no DOI: met in lists of references without one",
    "minifinland1989": "no authors: the page was seen without them",
    "choi2016": "no journal: the abstract was seen without its name",
    "walker2000": "no DOI: the first page was seen without one",
}
#: Of a paper: the abstract, all of it, somebody's copy of a part, a quotation by whom, or its entry in a list only.
SEEN = re.compile(r"(abstract|full text|transcription)([,;] \S.*| \(\S.*)?|quoted(,| at| by| in) \S.*|record")


def lacking(key):
    """Return what a reader needs to find a paper and does not get."""
    item = SOURCES[key]
    parts = {
        "authors": item.get("author"),
        "a year": item.get("issued"),
        "a journal": item.get("container-title"),
        "an address": citations.address(key),
    }
    return [name for name, part in parts.items() if not part]


@pytest.mark.parametrize("key", PAPERS)
def test_a_paper_can_be_found_or_we_say_what_is_missing(key):
    assert bool(lacking(key)) == (key in NOT_FOUND), (key, lacking(key))


def test_no_author_is_called_others():
    """Where a list was cut, the source says so (custom, authors: cut), and "et al." is printed."""
    called = {author.get("literal", "").lower() for item in SOURCES.values() for author in item.get("author", [])}
    assert called & {"others", "et al", "et al."} == set()


def test_only_papers_are_listed_as_not_found():
    assert set(NOT_FOUND) <= set(PAPERS)


@pytest.mark.parametrize("key", SOURCES)
def test_each_source_says_what_of_it_was_read(key):
    own = SOURCES[key].get("custom", {})
    assert set(own) <= {"seen", "authors"} and own.get("authors", "cut") == "cut"
    assert SEEN.fullmatch(own.get("seen", "abstract")), own["seen"]


@pytest.mark.parametrize("key", SOURCES)
def test_a_doi_is_one(key):
    assert re.fullmatch(r"10\.\d{4,5}/\S+", SOURCES[key].get("DOI", "10.1000/none"))
    assert re.fullmatch(r"(https?://[^\s()]+)?", citations.address(key)), "a bracket would end a link in Markdown"


def test_no_two_sources_are_the_same():
    for part in ("DOI", "PMID", "URL", "title"):
        there = [item[part].lower() for item in SOURCES.values() if item.get(part)]
        assert len(there) == len(set(there)), part


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_is_printed_whole(key):
    item, printed = SOURCES[key], citations.full_citation(key)
    families = [author.get("family") or author["literal"] for author in item.get("author", [])]
    assert all(family in printed for family in families[:6])
    cut = len(families) > 6 or item.get("custom", {}).get("authors") == "cut"
    assert (" et al. " in printed.partition(item["title"])[0]) == cut
    parts = ("title", "container-title", "volume", "issue", "page", "number")
    assert [part for part in parts if item.get("author") and item.get(part) and item[part] not in printed] == []
    assert citations.address(key) in printed
    assert not re.search(r"\.\.|\?\.|\. \.|  |:\.", printed), printed


def test_no_two_sources_read_alike_in_a_sentence():
    short = [data.short_citation(key) for key in SOURCES]
    assert sorted(short) == sorted(set(short))
    assert data.short_citation("brinjikji2015a").endswith("2015a")


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_is_recognised_in_a_text(key):
    text = data.cite(f"Somebody measured it ([@{key}]), and somebody else did not.")
    assert data.keys_named(text) == (key,)


def test_a_wrong_key_in_a_text_is_named():
    with pytest.raises(DataError, match="no source 'nobody1900'"):
        data.cite("as found ([@nobody1900])")
    with pytest.raises(DataError, match="no source ''"):
        data.cite("as found ([@])")


def test_an_address_is_the_doi_or_else_the_next_best(monkeypatch):
    assert data.address("murphy2009") == "https://doi.org/10.1186/1746-1340-17-9"
    assert data.address("johansson1991").endswith("0306-9877%2891%2990233-O")
    assert data.address("wilke2013").startswith("https://pmc.")
    assert data.address("nachemson1960") == ""
    monkeypatch.setattr(citations, "_sources", lambda: {"a": {"PMID": "19111259", "URL": "https://example.org"}})
    assert data.address("a") == "https://pubmed.ncbi.nlm.nih.gov/19111259"
