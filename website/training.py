"""What search engines and catalogues of teaching material are told of a page, from the notebook's own metadata."""

import json

from spine_edu import __version__, data
from website import documents

_FREE = "https://creativecommons.org/licenses/by/4.0/"


def described(book, name):
    """Return a notebook as a learning resource of schema.org, as HTML for the page.

    Parameters
    ----------
    book : nbformat.NotebookNode
    name : str
        Its file without the ending, such as ``"05_cycle"``.
    """
    told = json.dumps(resource(book, name), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{told}</script>'


def resource(book, name):
    """Return the same as plain data."""
    (row,) = (row for row in data.table("notebooks") if row.number == name[:2])
    about = book.metadata["spine_edu"]
    told = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": f"{row.number} {row.title}",
        "description": row.question,
        "learningResourceType": "interactive notebook",
        "educationalLevel": about["level"],
        "teaches": about["objectives"],
        "competencyRequired": about["prerequisites"],
        "keywords": about["keywords"],
        "timeRequired": f"PT{row.minutes}M",
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "license": _FREE,
        "version": __version__,
        "isPartOf": {"@type": "Course", "name": "spine_edu", "url": documents.repository()},
    }
    return {name: value for name, value in told.items() if value != []}
