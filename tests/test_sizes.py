"""No file and no function of the library is longer than a reader can hold in mind.

What must be longer says why where it stands: a comment ``# long because ...`` (``//`` in JavaScript) directly above the
function, or in the first lines of the file.
"""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

LIBRARY = Path(__file__).resolve().parents[1] / "spine_edu"
FILES = [path for ending in ("py", "js") for path in sorted(LIBRARY.rglob(f"*.{ending}"))]
EACH_FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LIBRARY).as_posix())

FILE_LINES, FUNCTION_LINES, LINE_LENGTH = 400, 50, 120
#: How far from the top the reason for a long file may stand.
_TOP = 10
_REASON = re.compile(r"\s*(#|//|\*) long because \w+")
#: A line of JavaScript after which a body stands, unless its first word says that it is none of a function.
_BODY = re.compile(r"( *)(?=\S)(?!(?:if|else|for|while|switch|try|do|(export )?(default )?class)\b|}).* \{$")


def functions_of_python(source):
    """Yield the first line, counted from 1, and the number of lines of each function, its decorators left out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield min([node.lineno, *(one.lineno for one in node.decorator_list)]), node.end_lineno - node.lineno + 1


def functions_of_javascript(source):
    """Yield the same of each function, method and callback: to the next line that stands no farther in."""
    lines = source.splitlines()
    for start, line in enumerate(lines):
        body = _BODY.match(line)
        if body:
            below = range(start + 1, len(lines))
            end = next((at for at in below if lines[at] and not lines[at].startswith(body[1] + " ")), len(lines) - 1)
            yield start + 1, end - start + 1


def too_long(source, functions):
    """Return what is longer than it may be without giving a reason, a phrase each."""
    lines = source.splitlines()
    if len(lines) > FILE_LINES and not any(map(_REASON.match, lines[:_TOP])):
        yield f"{len(lines)} lines"
    for start, length in functions(source):
        if length > FUNCTION_LINES and not _REASON.match(lines[start - 2]):
            yield f"line {start}, {lines[start - 1].strip()!r}: {length} lines"


@EACH_FILE
def test_no_file_and_no_function_is_too_long(path):
    functions = functions_of_python if path.suffix == ".py" else functions_of_javascript
    found = list(too_long(path.read_text(encoding="utf-8"), functions))
    assert not found, f"Split it, or say above it '# long because ...': {'; '.join(found)}"


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".js"], ids=lambda path: path.name)
def test_lines_of_javascript_fit_on_a_page(path):
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    assert [(number, len(line)) for number, line in lines if len(line) > LINE_LENGTH] == []


def test_what_is_too_long_is_found_and_a_reason_is_heard():
    body = "    pass\n" * FUNCTION_LINES
    assert list(too_long(f"def one():\n{body}", functions_of_python)) == ["line 1, 'def one():': 51 lines"]
    assert not list(too_long(f"# long because it is a table\ndef one():\n{body}", functions_of_python))
    assert list(too_long("x = 1\n" * 401, functions_of_python)) == ["401 lines"]
    assert not list(too_long("# long because it is a table\n" + "x = 1\n" * 401, functions_of_python))
    body = "    if (one) {\n    }\n" * (FUNCTION_LINES // 2)
    assert list(too_long(f"  async play() {{\n{body}  }}\n", functions_of_javascript)) == [
        "line 1, 'async play() {': 52 lines"
    ]
    assert not list(too_long(f"class Player {{\n{body}}}\n", functions_of_javascript))
    assert not list(too_long(f"  // long because of this\n  play() {{\n{body}  }}\n", functions_of_javascript))


def test_what_is_defined_is_named_somewhere_else():
    """A function or class that only its own definition names is dead; so is one that only a test of its own names."""
    words = Counter(
        word
        for folder in ("spine_edu", "website", "tools", "benchmarks", "notebooks", "docs", "data")
        for path in (LIBRARY.parent / folder).rglob("*")
        if path.suffix in {".py", ".js", ".md", ".ipynb", ".csv", ".toml"}
        for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))
    )
    defined = [
        f"{path.relative_to(LIBRARY)}: {node.name}"
        for path in FILES
        if path.suffix == ".py"
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and words[node.name] < 2
    ]
    assert not defined, defined
