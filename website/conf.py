"""How Sphinx makes the pages; `build.py` lays out its sources, and says which scripts they load."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from spine_edu.imprint import imprint
from website import extension

project = "spine_edu"
author = "The spine_edu authors"
#: The day of the build; whoever wants the same files again on another day sets SOURCE_DATE_EPOCH, as for Sphinx.
_MADE = float(os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(tz=UTC).timestamp())
#: What the theme writes under every page, after its ©.
_IMPRINT = imprint(datetime.fromtimestamp(_MADE, tz=UTC), "site")
copyright = f"the spine_edu authors, CC-BY-4.0. The course teaches; it gives no medical advice. {_IMPRINT}"
language = "en-GB"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["dollarmath", "amsmath", "colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header", "myst.xref_missing"]
autodoc_member_order = "bysource"
napoleon_google_docstring = False
html_theme = "furo"
html_title = "The lower back, to try out"
html_math_renderer = "mathml"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False


def setup(app):
    """Add what is special about these pages."""
    extension.setup(app)
