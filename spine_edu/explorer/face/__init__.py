"""The live face: JavaScript modules that a browser runs as they are, and their text for a host that takes only one.

A module says at its top which names it needs from which other (``import { Words } from "./page.js";``). To join them,
each is put once behind those that it needs, without these lines and without ``export``. So two modules of one view must
not give the same name to different things at their top, and an imported name stays as it is.
"""

import re
from functools import cache
from importlib.resources import files

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


@cache
def text(name):
    """Return the text of one file of the face, such as ``"view.css"``."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def modules(name):
    """Return the names of a module and of all it needs, each behind those that it needs itself."""
    needed = [one for direct in _IMPORT.findall(text(name)) for one in modules(direct)]
    return list(dict.fromkeys([*needed, name]))


def joined(name):
    """Return a module and all it needs as the text of one module."""
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", text(one))) for one in modules(name))
