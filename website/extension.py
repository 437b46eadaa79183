"""What these pages need of Sphinx beyond its own: formulas without a script, and links from words to the glossary."""

import html

from docutils import nodes
from latex2mathml.converter import convert

from spine_edu import data

#: In these, a word stays a word.
_NO_LINKS_IN = (nodes.title, nodes.reference, nodes.literal, nodes.literal_block, nodes.raw, nodes.term, nodes.math)
#: Where the glossary stands.
_GLOSSARY = "glossary"


def setup(app):
    """Tell Sphinx."""
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))
    app.connect("doctree-resolved", link_to_glossary)
    app.connect("build-finished", mend)


#: What Sphinx and its theme write, and what somebody needs who has keys or ears only: headings with a level, and a way
#: into what scrolls.
_MENDED = {
    'role="heading">': 'role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
}


def mend(app, error):
    """Mend all pages when they are written."""
    for page in () if error else app.outdir.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for found, better in _MENDED.items():
            text = text.replace(found, better)
        page.write_text(text, encoding="utf-8")


def _inline(writer, node):
    writer.body.append(convert(node.astext()))
    raise nodes.SkipNode


def _block(writer, node):
    writer.body.append(f'<div class="math">{convert(node.astext(), display="block")}</div>')
    raise nodes.SkipNode


def link_to_glossary(app, tree, document):
    """Let the first mention of each term of the glossary, in the text of a notebook, lead there."""
    if not document.startswith("notebooks/"):
        return
    terms = {row.term.lower(): row for row in data.table("glossary")}
    for text in list(tree.findall(nodes.Text)):
        if not isinstance(text.parent, nodes.paragraph | nodes.emphasis | nodes.strong) or _inside(text):
            continue
        _link(app, document, text, terms)


def _inside(text):
    parent = text.parent
    while parent is not None:
        if isinstance(parent, _NO_LINKS_IN):
            return True
        parent = parent.parent
    return False


def _link(app, document, text, terms):
    """Replace the terms in one text by links, and take them out of `terms`."""
    pieces, rest = [], text.astext()
    while found := _first(rest, terms):
        at, term = found
        row = terms.pop(term)
        words = rest[at : at + len(term)]
        target = app.builder.get_relative_uri(document, _GLOSSARY) + f"#{anchor(row.term)}"
        link = nodes.reference("", words, refuri=target, classes=["spine-site-term"], internal=True)
        link["reftitle"] = row.meaning
        pieces += [nodes.Text(rest[:at]), link]
        rest = rest[at + len(term) :]
    if pieces:
        text.parent.replace(text, [*pieces, nodes.Text(rest)])


def _first(words, terms):
    """Return where the first term stands as a word of its own, and which; the longest if several begin there."""
    low, best = words.lower(), None
    for term in terms:
        at = low.find(term)
        while at >= 0 and not _alone(low, at, at + len(term)):
            at = low.find(term, at + 1)
        if at >= 0 and (best is None or (at, -len(term)) < (best[0], -len(best[1]))):
            best = at, term
    return best


def _alone(words, start, end):
    return not (words[start - 1 : start].isalnum() or words[end : end + 1].isalnum()) and words[end : end + 1] != "-"


def anchor(term):
    """Return the name of a term's place on the glossary's page.

    >>> anchor("electromyography (EMG)")
    'electromyography-emg'
    """
    return "-".join("".join(one if one.isalnum() else " " for one in term.lower()).split())


def glossary():
    """Return the page of all terms, as MyST."""
    rows = sorted(data.table("glossary"), key=lambda row: row.term.lower())
    terms = "".join(
        f'<dt id="{anchor(row.term)}">{html.escape(row.term)}</dt><dd>{html.escape(row.meaning)}</dd>' for row in rows
    )
    return (
        "# Glossary\n\nThe words of the field, each in plain ones.\n\n"
        f'````{{raw}} html\n<dl class="spine-site-glossary">{terms}</dl>\n````\n'
    )
