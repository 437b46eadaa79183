"""Notebooks as articles: their text as it is, and for each code cell what it shows, alive or still."""

import ast
import base64
import html
import json

import nbformat

from spine_edu.explorer import stored
from spine_edu.explorer.session import Session
from spine_edu.explorer.still import Still
from spine_edu.explorer.veil import sentence
from spine_edu.tables import Table
from spine_edu.teaching.questions import Again, CheckYourself
from website import bake, training
from website.door import AGAIN, QUESTIONS

#: What stands in place of a check whether a machine is set up: on a page there is nothing to set up.
_NOTHING_TO_SET_UP = (
    "*On this page nothing is to be set up.* The explorers run in your browser, and what you do stays in it. "
    "[Doors](../doors.md) says how to get the course onto your own machine."
)
#: Under the title of each page: its lesson for a hall.
_PRESENT = (
    '<p class="spine-site-doing"><button type="button" class="spine-site-do spine-site-present" hidden'
    ' data-lesson="{lesson}">Present</button> <span class="spine-site-hint" role="status"></span></p>'
)
#: What stands at the end of each page.
_OTHERWISE = (
    "*For teachers:* [routes through a lesson, likely answers, a hand-out](../docs/teacher/{name}.md). *In Jupyter:* "
    "[this page as a notebook]({repository}/blob/main/notebooks/{name}.ipynb), with its code."
)


def raw(page):
    """Return HTML as a piece of MyST."""
    return f"````{{raw}} html\n{page}\n````"


class Article:
    """One notebook on its way to a page.

    Parameters
    ----------
    path : pathlib.Path
        The notebook.
    site : Site
        Where pictures and states go.
    """

    def __init__(self, path, site):
        self.book, self.site, self.name = nbformat.read(path, 4), site, path.stem
        #: Explorers that stand on the page -> the id of their place.
        self.places = {}
        #: Parts that stay still pictures -> what stands for them.
        self.stills = {}
        self._names, self._shown, self._pictures = {"display": self._display}, [], 0

    def page(self):
        """Run the notebook and return its page as MyST."""
        cells = [self._cell(cell) for cell in self.book.cells]
        title, rest = cells[0].split("\n", 1)
        lesson = self.site.lesson(self.name.partition("_")[0], self.stills)
        cells[0] = f"{title}\n\n{raw(_PRESENT.format(lesson=lesson))}\n{rest}"
        otherwise = _OTHERWISE.format(name=self.name, repository=self.site.repository)
        return "\n\n".join([*cells, otherwise, raw(training.described(self.book, self.name))]) + "\n"

    def _cell(self, cell):
        if cell.cell_type == "markdown":
            return cell.source
        self._shown = []
        self._run(cell.source)
        outputs = [output.get("data", {}) for output in cell.outputs]
        pieces = [self._piece(cell, *both) for both in zip(self._shown, outputs, strict=True)]
        if "hide-input" not in cell.metadata.get("tags", []):
            pieces.insert(0, f"```python\n{cell.source}\n```")
        return "\n\n".join(pieces)

    def _run(self, source):
        """Run the code of a cell as a notebook does: what its last line is worth, is shown."""
        tree = ast.parse(source)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, self.name, "exec"), self._names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), self.name, "eval"), self._names)
            if value is not None:
                self._display(value)

    def _display(self, *things):
        self._shown += things

    def _piece(self, cell, thing, output):
        """Return what a cell shows, as MyST."""
        if isinstance(thing, Session):
            return raw(self._explorer(cell.id, thing, output))
        if isinstance(thing, Still):
            return raw(self._still(thing, output))
        if isinstance(thing, CheckYourself):
            return raw(self._questions(thing))
        if "check_setup" in cell.source:
            return _NOTHING_TO_SET_UP
        if "text/markdown" in output:
            return output["text/markdown"]
        if isinstance(thing, Table):
            name = html.escape(thing.caption)
            table = output["text/html"].replace("<table>", '<table class="table">', 1)
            return raw(f'<div class="spine-site-table" role="region" aria-label="{name}" tabindex="0">{table}</div>')
        return raw(output["text/html"]) if "text/html" in output else f"```text\n{output['text/plain']}\n```"

    # What is alive ---------------------------------------------------------------------------------------------------

    def _explorer(self, name, session, output):
        still = self._figure(output, session.title, sentence(session))
        why = bake.STILL.get(session.part)
        if why:
            self.stills[session.part] = f"{still}<p>{html.escape(why)} It moves in Jupyter.</p>"
            return f'<div class="spine-site-place">{self.stills[session.part]}</div>'
        self.places[session] = place = f"explorer-{name}"
        line = "" if session.state == session.State() else session.to_text()
        return self._place(place, self.site.state(session.part, line), still)

    def _questions(self, check):
        number, again = self.name.partition("_")[0], isinstance(check, Again)
        what = QUESTIONS + (AGAIN if again else "") + number
        return self._place(f"{'again' if again else 'questions'}-{number}", self.site.state(what, ""), check.page())

    def _place(self, name, told, inside):
        attributes = "".join(f' data-{key}="{html.escape(value)}"' for key, value in told.items())
        return f'<div class="spine-site-place" id="{name}"{attributes}>{inside}</div>'

    # What is still ---------------------------------------------------------------------------------------------------

    def _still(self, still, output):
        session = still.session
        figure = self._figure(output, f"{session.title}: {session.still_of}", str(still)) + self._button(still)
        if not session.folded:
            return figure
        return f"<details><summary>{html.escape(session.folded)}</summary>{figure}</details>"

    def _button(self, still):
        of, wanted = still.made_by
        if of not in self.places:
            return ""
        acts = html.escape(json.dumps(_acts(still, of, wanted), ensure_ascii=False))
        return (
            f'<p class="spine-site-doing"><button type="button" class="spine-site-do" hidden'
            f' data-at="{self.places[of]}" data-acts="{acts}">Do this in “{html.escape(of.title)}”</button>'
            '<span class="spine-site-said" role="status"></span></p>'
        )

    def _figure(self, output, title, said):
        """Return a picture with its words; the words say what the picture shows, so its own text is short."""
        found, caption = stored.PICTURE.search(output.get("text/html", "")), html.escape(said)
        image = ""
        if found:
            self._pictures += 1
            name = f"{self.name}-{self._pictures}.png"
            place, (wide, high) = self.site.picture(name, base64.b64decode(found["png"]))
            alt = html.escape(f"Picture: {title}. What it shows is said below.")
            image = f'<img src="{place}" width="{wide}" height="{high}" alt="{alt}" loading="lazy">'
        return f'<figure class="spine-site-still">{image}<figcaption>{caption}</figcaption></figure>'


def _acts(still, of, wanted):
    """Return the acts that bring an explorer to where a still stands."""
    scenario, limit, beside, settings = (wanted[name] for name in ("scenario", "limit", "beside", "settings"))
    start, acts = of.state, [{"act": "reset"}]
    if isinstance(beside, str):
        acts += [{"act": "scenario", "name": beside}, {"act": "hold"}]
    elif beside is not None:
        line = start.replace(**beside).to_text(of.part)
        acts += [*([{"act": "settings", "text": line}] if beside else []), {"act": "hold"}]
    if scenario is not None:
        acts.append({"act": "scenario", "name": still.session.scenario_name or scenario.replace("'", "’")})
    if limit is not None:
        acts.append({"act": "show_limit", "key": limit})
    if settings or (beside and scenario is None and limit is None):
        acts.append({"act": "settings", "text": still.session.to_text()})
    return acts


def remember_who_made_a_still():
    """Let each still know the explorer that made it, and of what; once, before notebooks are run."""
    made = Session.still

    def still(self, scenario=None, *, limit=None, beside=None, folded="", **settings):
        one = made(self, scenario, limit=limit, beside=beside, folded=folded, **settings)
        one.made_by = self, {"scenario": scenario, "limit": limit, "beside": beside, "settings": settings}
        return one

    Session.still = still


def size(png):
    """Return how wide and high a picture is shown: its own size, in the width of a stored page."""
    wide, high = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    return stored.WIDTH, round(high * stored.WIDTH / wide)
