"""What a teacher prints: a hand-out of one page for each student, the key to the questions, and a set to ask twice."""

import html
from datetime import date

import mistune

import spine_edu
from spine_edu import data
from spine_edu.citations import MARK
from spine_edu.classroom.library import explorers, lesson, numbers
from spine_edu.classroom.room import found, room
from spine_edu.imprint import imprint
from spine_edu.teaching.questions import questions
from spine_edu.theme import FONT

_STYLE = (
    f"body {{ font-family: {FONT}; }}"
    """
@page { size: A4; margin: 11mm 15mm 9mm; }
body { font-size: 9.5pt; line-height: 1.32; max-width: 178mm; margin: 1em auto; padding: 0 1em; }
h1 { font-size: 19pt; margin: 0; }
h2 { font-size: 11.5pt; margin: 0.9em 0 0.25em; }
p, ul, ol { margin: 0.2em 0; }
ul, ol { padding-left: 1.3em; }
a { color: inherit; text-decoration: none; }
.question { font-size: 12.5pt; margin-bottom: 0.5em; }
.ask { display: grid; grid-template-columns: 6fr 5fr; gap: 0 6mm; margin: 0.4em 0; break-inside: avoid; }
.ask b { display: block; }
.line { border-bottom: 1px solid; display: inline-block; width: 30mm; height: 1.6em; }
.long { width: 100%; height: 1.7em; }
.thing { display: inline-block; margin-right: 4mm; }
.thing i { border: 1px solid; display: inline-block; width: 0.95em; height: 0.95em; }
.thing i { margin-right: 0.35em; vertical-align: -0.1em; }
svg { font-size: 9.5px; width: 100%; fill: currentColor; }
.fold { border-top: 1px dashed; margin-top: 1em; padding-top: 0.2em; font-size: 9pt; }
.key { break-inside: avoid; margin-bottom: 0.9em; }
.key .right { font-weight: bold; }
.tick { list-style: none; padding: 0; }
.tick i { border: 1px solid; display: inline-block; width: 0.9em; height: 0.9em; margin-right: 0.5em; }
footer { font-size: 8.5pt; border-top: 1px solid; margin-top: 1em; padding-top: 0.3em; }
@media print { body { margin: 0; padding: 0; } }
"""
)


def handout(number):
    """Return a hand-out of one page as HTML: what the explorers ask, with room for an answer, and what comes out.

    Parameters
    ----------
    number : str
        The notebook's number, such as ``"05"``.

    Raises
    ------
    ValueError
        If there is no such notebook.
    """
    about = lesson(number)
    asked = "".join(
        f'<div class="ask"><span><b>{html.escape(session.title)}</b>{html.escape(session.ask.question)}</span>'
        f"<div>{room(session.ask, session)}</div></div>"
        for session in _asking(about)
    )
    return _page(
        about,
        f'<p class="question">{html.escape(about.question)}</p>'
        f"<h2>Before: what do you expect?</h2>{asked}"
        '<p class="fold">Fold here until you have looked: what comes out stands below.</p>'
        f"<h2>Afterwards</h2>{_written(about.guide['Hand-out'])}"
        '<h2>In your words</h2><span class="line long"></span><span class="line long"></span>',
    )


def key(number):
    """Return the answer key of a notebook as HTML: each question, what to say to whom, and what its explorers find."""
    about = lesson(number)
    return _page(
        about,
        "<p>For the teacher. Numbers and letters are those on the screen; the right answer comes first.</p>"
        + "".join(_keyed(*numbered) for numbered in enumerate(questions(number), 1))
        + "<h1>What the hand-out asks</h1>"
        + "".join(_found(session) for session in _asking(about)),
        "Answer key",
    )


def twice():
    """Return a set of questions to ask before the course and after it, as HTML: the first one of each notebook."""
    return _sheet(
        "Before or after the course",
        "<p>Tick one answer to each question. Nobody marks it. <b>Date</b> <span class=line></span> "
        "<b>Before or after?</b> <span class=line></span></p>"
        + "".join(_ticked(*numbered) for numbered in _asked_twice()),
    )


def twice_key():
    """Return the key to the set that is asked twice, as HTML."""
    return _sheet(
        "Before or after the course: the key",
        "<p>For the teacher. The right answer comes first. How to read a change: the page on teaching the course.</p>"
        + "".join(_keyed(*numbered) for numbered in _asked_twice()),
    )


def _asked_twice():
    """Return pairs of a number from 1 on, and a question that is asked twice."""
    return enumerate((questions(number)[0] for number in numbers()), 1)


def _ticked(number, question):
    options = "".join(f"<li><i></i>{html.escape(line)}</li>" for line in question.listed())
    return f'<div class="key"><h2>{number}. {html.escape(question.stem)}</h2><ul class="tick">{options}</ul></div>'


def _asking(about):
    """Return a session of each explorer of a notebook that asks something there for the first time, in its order."""
    topic = about.file.removesuffix(".ipynb").partition("_")[2]
    sessions = [getattr(spine_edu, name)() for name in explorers(about.file)]
    return [session for session in sessions if session.ask and session.part.startswith(f"{topic}_")]


def _found(session):
    """Return what an explorer asks, and what it says itself once somebody has answered."""
    said = html.escape(found(session.ask, session.asked_result))
    return (
        f'<div class="key"><h2>{html.escape(session.title)}</h2><p>{html.escape(session.ask.question)}</p>'
        f'<p class="right">{said}.</p></div>'
    )


def _keyed(number, question):
    listed = "".join(
        f"<li{' class=right' if right else ''}>{html.escape(said)}<br>{html.escape(reason)}</li>"
        for said, reason, right in question.told()
    )
    title = f"{number}. {html.escape(question.stem)} ({question.key})"
    return f'<div class="key"><h2>{title}</h2><ul>{listed}</ul></div>'


def _written(markdown):
    """Return Markdown as HTML, with its sources by name."""
    return mistune.html(MARK.sub(lambda mark: f"({data.short_citation(mark[1])})", markdown))


def _page(about, body, what="Hand-out"):
    return _sheet(f"{about.number} {about.title}", body, what)


def _sheet(title, body, what="Questions"):
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(title)}: {what.lower()}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
        f"<body><h1>{html.escape(title)}</h1>{body}"
        f"<footer>{html.escape(imprint(date.today(), what.lower()))} It teaches; it never advises a patient. "
        "Free to copy and change under CC-BY-4.0.</footer></body></html>"
    )
