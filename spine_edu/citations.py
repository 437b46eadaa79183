"""The sources of the course and how they are printed; read from ``references.json``, a list of CSL-JSON items."""

import re
from copy import deepcopy
from functools import cache
from string import ascii_lowercase
from types import MappingProxyType
from urllib.parse import quote

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


#: A source named in a text by its key: ``[@wilke1999]``.
MARK = re.compile(r"\[@([^\]\s]*)\]")

#: A list of references prints this many authors, and "et al." for the others.
AUTHORS_PRINTED = 6
#: What stands where a number is from memory.
UNCHECKED = "not yet checked against the paper"


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

    Two sources that would read alike get a letter, in the order of the file.

    >>> short_citation("wilke1999"), short_citation("brinjikji2015b")
    ('Wilke et al. 1999', 'Brinjikji et al. 2015b')
    """
    _source(key)
    return _short_citations()[key]


def short_citations(source, between=", "):
    """Return the short citations of all sources that a cell names, one after the other."""
    return between.join(short_citation(key) for key in split_keys(source))


def origin(row):
    """Return whose a row is and what of it was read, or nothing where it names no source."""
    return f"{short_citations(row.source)}; {row.seen or UNCHECKED}" if row.source else ""


def full_citation(key):
    """Return a source as printed in a list of references, with its address and what of it was read.

    >>> full_citation("wilke1999")[:72]
    'Wilke H. J., Neef P., Caimi M., Hoogland T., Claes L. E. 1999. New in vi'
    """
    item = _source(key)
    authors = [" ".join(filter(None, (_name(author), author.get("given")))) for author in item.get("author", [])]
    cut = len(authors) > AUTHORS_PRINTED or _own(item, "authors") == "cut"
    listed = ", ".join(authors[:AUTHORS_PRINTED]) or item["publisher"]
    year = short_citation(key).rpartition(" ")[2] if "issued" in item else _year(item)
    parts = (f"{listed}{' et al.' if cut else ''} {year}", item["title"], _place(item))
    printed = " ".join(part if part.endswith((".", "?")) else f"{part}." for part in parts if part)
    return " ".join(filter(None, (printed, address(key), f"({_how_seen(item)}.)")))


def address(key):
    """Return where a source is found on the web: by its DOI, else PubMed, else the address given; or ``""``.

    >>> address("murphy2009")
    'https://doi.org/10.1186/1746-1340-17-9'
    """
    item = _source(key)
    if item.get("DOI"):
        # Some old DOIs hold brackets, which would end a link in Markdown.
        return f"https://doi.org/{quote(item['DOI'], safe='/:;')}"
    return f"https://pubmed.ncbi.nlm.nih.gov/{item['PMID']}" if item.get("PMID") else item.get("URL", "")


def cite(text):
    """Return `text` with each ``[@key]`` written out as a short citation.

    The words of the tables name their sources so, and never by hand. A `DataError` names a key that is none.

    >>> cite("In one man lying read a fifth of standing ([@wilke1999]).")
    'In one man lying read a fifth of standing (Wilke et al. 1999).'
    """
    return MARK.sub(lambda mark: short_citation(mark[1]), text)


def keys_named(text):
    """Return the keys of the sources whose short citation stands in `text`, in alphabetical order.

    >>> keys_named("One man (Wilke et al. 1999), others (Nachemson 1976).")
    ('nachemson1976', 'wilke1999')
    """
    keys, pattern = _any_citation()
    return tuple(sorted({keys[found] for found in pattern.findall(text)}))


def provenance(record):
    """Return where a record's number comes from: basis, source, who was measured, and whether it was seen.

    `record` is anything with the fields basis and source, and perhaps population and seen.
    """
    parts = [BASIS_WORDS[record.basis]]
    parts += [short_citation(key) for key in split_keys(record.source)]
    if getattr(record, "population", ""):
        parts.append(record.population)
    if record.source and not getattr(record, "seen", True):
        parts.append(UNCHECKED)
    return "; ".join(parts)


def _source(key):
    if not isinstance(key, str) or key not in _sources():
        raise DataError(f"references.json holds no source {shown(key)}.")
    return _sources()[key]


def _name(author):
    return author.get("family") or author["literal"]


def _own(item, name):
    """Return what we noted about a source ourselves, under ``custom``, where CSL-JSON keeps such things."""
    return item.get("custom", {}).get(name, "")


def _how_seen(item):
    seen = _own(item, "seen")
    if not seen:
        return "Not yet seen by us"
    return "Seen in lists of references only" if seen == "record" else f"Read: {seen}"


def _place(item):
    """Return where a source appeared, such as ``Spine 24(8):755-762``."""
    issue = f"({item['issue']})" if item.get("issue") else ""
    volume = f"{item.get('volume', '')}{issue}"
    pages = item.get("page", "")
    part = f"{volume}:{pages}" if volume and pages else volume or pages
    journal = " ".join(filter(None, (item.get("container-title"), part)))
    publisher = item.get("publisher") if item.get("author") else ""
    return ", ".join(filter(None, (journal, publisher, item.get("number"))))


@cache
def _short_citations():
    """Return every source as read in a sentence, by key."""
    plain = {key: f"{_short_names(item)} {_year(item)}" for key, item in _sources().items()}
    keys = {text: [key for key in plain if plain[key] == text] for text in plain.values()}
    return {
        key: text + (ascii_lowercase[keys[text].index(key)] if keys[text][1:] else "") for key, text in plain.items()
    }


@cache
def _any_citation():
    """Return the keys by short citation, and a pattern for any of these."""
    keys = {text: key for key, text in _short_citations().items()}
    return keys, re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, keys))})(?!\w)")


def _short_names(item):
    names = [_name(author) for author in item.get("author", [])]
    if not names:
        return item.get("publisher", item["title"])
    if len(names) > 2 or _own(item, "authors") == "cut":
        return f"{names[0]} et al."
    return " and ".join(names)


def _year(item):
    return item["issued"]["date-parts"][0][0] if "issued" in item else "n. d."


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
    for part in ("title", "container-title", "publisher", "custom"):
        if found := markup_in(str(item.get(part, ""))):
            return f"the {part} holds {found!r}, but it is printed as plain text"
    authors = item.get("author", [])
    if not isinstance(authors, list) or not all(map(_has_name, authors)):
        return "each author needs a family name or a literal one"
    if not authors and not _is_text(item.get("publisher")):
        return "has neither an author nor a publisher"
    own = item.get("custom", {})
    if not isinstance(own, dict) or not all(map(_is_text, own.values())):
        return "custom must hold notes of ours, each a text"
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
