"""The command ``spine-edu``: what a teacher, or who has installed the package with pip, needs on paper or on disk."""

import argparse
import sys
from pathlib import Path

from spine_edu import __version__
from spine_edu.classroom import copies, paper, printing


def main(words=None):
    """Run the command line; return 0, or 1 after a sentence about what went wrong."""
    wanted = _parser().parse_args(words)
    try:
        for line in wanted.act(wanted):
            print(line)
    except (OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def _parser():
    parser = argparse.ArgumentParser(prog="spine-edu", description="Hand-outs, keys and copies of the course.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, make, said in (
        ("handout", paper.handout, "a page for each student: what to predict, and what comes out"),
        ("key", paper.key, "the key to the questions and to the hand-out, for the teacher"),
    ):
        one = commands.add_parser(name, help=said, description=f"Write {said}, as HTML or as PDF.")
        one.add_argument("number", help="the notebook's number, such as 05")
        one.add_argument("--to", type=Path, help="the file: .html or .pdf (here, with a name of its own, without it)")
        one.set_defaults(act=_print, make=make, name=name)
    said = "ten questions, one from each notebook, to ask before the course and after it"
    twice = commands.add_parser("twice", help=said, description=f"Write {said}, as HTML or as PDF.")
    twice.add_argument("--key", action="store_true", help="the key to them, for the teacher")
    twice.add_argument("--to", type=Path, help="the file: .html or .pdf (here, with a name of its own, without it)")
    twice.set_defaults(act=_print_twice)
    said = "a notebook that shows a lesson on the whole screen, one explorer or question at a time"
    hall = commands.add_parser("present", help=said, description=f"Write {said}.")
    hall.add_argument("number", help="the notebook's number, such as 05")
    hall.add_argument("--to", type=Path, help="the file: .ipynb (here, with a name of its own, without it)")
    hall.set_defaults(act=_present)
    course = commands.add_parser(
        "course", help="the notebooks, into a folder", description="Copy the notebooks into a folder."
    )
    course.add_argument("folder", type=Path)
    course.add_argument("--no-answers", action="store_true", help="without the answers under the questions")
    course.set_defaults(act=_copy)
    return parser


def _print(wanted):
    yield _written(wanted.to or Path(f"{wanted.number}_{wanted.name}.html"), lambda: wanted.make(wanted.number))


def _print_twice(wanted):
    make, name = (paper.twice_key, "twice_key.html") if wanted.key else (paper.twice, "twice.html")
    yield _written(wanted.to or Path(name), make)


def _written(path, make):
    """Write a page to a file, and return what to say of it."""
    if path.suffix not in (".html", ".pdf"):
        raise ValueError(f"{path} is neither .html nor .pdf; one of the two is needed.")
    page = make()
    if path.suffix == ".pdf":
        printing.pdf(page, path)
    else:
        path.write_text(page, encoding="utf-8")
    return f"Written: {path}"


def _present(wanted):
    path = wanted.to or Path(f"{wanted.number}_present.ipynb")
    copies.lesson_book(wanted.number, path)
    yield f"Written: {path}"
    yield f"Open it with: jupyter lab {path}, run its cell (Shift+Enter), and press the button."


def _copy(wanted):
    written, left = copies.copy_course(wanted.folder, answers=not wanted.no_answers)
    if written:
        yield f"Written into {wanted.folder}: {', '.join(written)}."
    if left:
        yield f"Left as they are, since they differ: {', '.join(left)}. Move or delete what you want anew."
    yield f"Open it with: jupyter lab {wanted.folder / '00_start.ipynb'}"
