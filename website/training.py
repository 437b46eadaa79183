"""What search engines and catalogues of teaching material are told of a page, from the notebook's own metadata.

The names are those of schema.org that the profile TrainingMaterial 1.0 of Bioschemas asks for or recommends.
"""

import json

from spine_edu import __version__, data
from website import documents

_FREE = "https://creativecommons.org/licenses/by/4.0/"
_PROFILE = "https://bioschemas.org/profiles/TrainingMaterial/1.0-RELEASE"
#: For whom the course is made, as its paper has it.
AUDIENCE = ("students of physiotherapy, nursing, medicine and biology", "people whose back hurts")
#: What follows a notebook's own question.
_WHAT_IT_IS = (
    "A page of a course about the lower back, with explorers: predict first, then move a control and see. "
    "It teaches; it never advises a patient."
)


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
    return {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": f"{row.number} {row.title}",
        "http://purl.org/dc/terms/conformsTo": {"@id": _PROFILE, "@type": "CreativeWork"},
        "url": f"{documents.repository()}/blob/main/notebooks/{name}.ipynb",
        "description": f"{row.question} {_WHAT_IT_IS}",
        "author": [{"@type": "Organization", **author} for author in documents.project()["authors"]],
        "audience": [{"@type": "Audience", "audienceType": one} for one in AUDIENCE],
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
        "dateModified": about["date"],
        "isPartOf": {"@type": "Course", "name": "spine_edu", "url": documents.repository()},
    }
