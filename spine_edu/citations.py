"""The sources of the course and how they are printed; read from ``references.json``, a list of CSL-JSON items."""

from copy import deepcopy
from functools import cache
from types import MappingProxyType

from spine_edu.reading import DATA_FOLDER, DataError, markup_in, read_json, shown

#: What a number rests on, in the words shown to the reader.
BASIS_WORDS = MappingProxyType(
    {
        "measured": "measured",
        "trial": "from a trial",
        "definition": "agreed definition",
        "assumed": "invented for teaching",
    }
)


def references():
    """Return the sources by key, as CSL-JSON items: a fresh copy, with which a reader may do as he likes.

    >>> references()["wilke1999"]["container-title"]
    'Spine'
    """
    return deepcopy(_sources())


def source_keys():
    """Return the keys of all sources."""
    return _sources().keys()


def split_keys(text):
    """Return the source keys of a cell that separates them with ``;``.

    >>> split_keys("wilke1999; nachemson1981")
    ('wilke1999', 'nachemson1981')
    """
    return tuple(key.strip() for key in text.split(";") if key.strip())


def short_citation(key):
    """Return a source as read in a sentence; a `DataError` names the key if there is no such source.

    >>> short_citation("wilke1999")
    'Wilke et al. 1999'
    """
    item = _source(key)
    authors = [author.get("family") or author["literal"] for author in item.get("author", [])]
    names = {0: item.get("publisher", item["title"]), 1: authors[0] if authors else "", 2: " and ".join(authors)}.get(
        len(authors)
    ) or f"{authors[0]} et al."
    year = item["issued"]["date-parts"][0][0] if "issued" in item else "n. d."
    return f"{names} {year}"


def full_citation(key):
    """Return a source as printed in a list of references.

    >>> full_citation("wilke1999")[:60]
    'Wilke et al. 1999. New in vivo measurements of pressures in '
    """
    item = _source(key)
    where = " ".join(str(item[part]) for part in ("container-title", "publisher", "volume") if item.get(part))
    pages = f":{item['page']}" if item.get("page") else ""
    link = f" doi:{item['DOI']}" if item.get("DOI") else f" {item['URL']}" if item.get("URL") else ""
    return f"{short_citation(key)}. {item['title']}. {where}{pages}.{link}"


def provenance(record):
    """Return where a record's number comes from: basis, source, who was measured, and whether it was seen.

    `record` is anything with the fields basis and source, and perhaps population and seen.
    """
    parts = [BASIS_WORDS[record.basis]]
    parts += [short_citation(key) for key in split_keys(record.source)]
    if getattr(record, "population", ""):
        parts.append(record.population)
    if record.source and not getattr(record, "seen", True):
        parts.append("not yet checked against the paper")
    return "; ".join(parts)


def _source(key):
    if not isinstance(key, str) or key not in _sources():
        raise DataError(f"references.json holds no source {shown(key)}.")
    return _sources()[key]


@cache
def _sources():
    return read_sources(DATA_FOLDER / "references.json")


def read_sources(path):
    """Return the items of a CSL-JSON file by key; a `DataError` names the item and the rule it breaks."""
    items = read_json(path)
    if not isinstance(items, list):
        raise DataError(f"{path.name}: must be a list of sources, as Zotero exports it in CSL-JSON.")
    found = {}
    for number, item in enumerate(items, start=1):
        where = f"{path.name}, source {number}"
        if not isinstance(item, dict) or not _is_text(item.get("id")):
            raise DataError(f"{where}: has no id.")
        if item["id"] in found:
            raise DataError(f"{where}: the id {item['id']!r} stands there twice.")
        if broken := _broken_rule(item):
            raise DataError(f"{where} ({item['id']}): {broken}.")
        found[item["id"]] = item
    return found


def _is_text(value):
    return isinstance(value, str) and bool(value.strip())


def _broken_rule(item):
    """Return what is wrong with an item, in words, or ``""``: what a citation prints must be there."""
    for part in ("type", "title"):
        if not _is_text(item.get(part)):
            return f"has no {part}"
    for part in ("title", "container-title", "publisher"):
        if found := markup_in(str(item.get(part, ""))):
            return f"the {part} holds {found!r}, but it is printed as plain text"
    authors = item.get("author", [])
    if not isinstance(authors, list) or not all(map(_has_name, authors)):
        return "each author needs a family name or a literal one"
    if not authors and not _is_text(item.get("publisher")):
        return "has neither an author nor a publisher"
    if "issued" in item:
        return "" if _has_year(item["issued"]) else 'issued must read like {"date-parts": [[1999]]}'
    return "" if item.get("URL") or item.get("container-title") else "has no date, and does not say where it is found"


def _has_name(author):
    return isinstance(author, dict) and (_is_text(author.get("family")) or _is_text(author.get("literal")))


def _has_year(issued):
    try:
        return 1000 <= int(issued["date-parts"][0][0]) <= 9999
    except (TypeError, ValueError, KeyError, IndexError):
        return False
