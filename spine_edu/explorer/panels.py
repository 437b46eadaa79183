"""What stands folded under an explorer: more controls, challenges, table, sources, limits, settings."""

import html

import ipywidgets as widgets

from spine_edu.explorer import veil
from spine_edu.explorer.asking import Pick
from spine_edu.explorer.card import card, decimal
from spine_edu.explorer.marking import Arrows, Each
from spine_edu.explorer.printed import sources_html
from spine_edu.theme import THEMES


class Panels(widgets.VBox):
    """A row of worded buttons: each opens one panel, a second press closes it. A panel is made when first opened.

    Parameters
    ----------
    face : spine_edu.explorer.notebook.Face

    Attributes
    ----------
    buttons : dict
        Name of a panel -> the button that opens it.
    place : ipywidgets.VBox
        Where the open panel stands.
    """

    def __init__(self, face):
        self._face, session = face, face.session
        makers = {
            "More controls": _more if set(face.controls) - set(session.first) else None,
            "Challenges": _challenges if session.challenges else None,
            "Table": _table,
            "Where the numbers come from": _sources,
            "Limits": _limits if session.limits else None,
            "One page to print": _page if hasattr(session, "one_page") else None,
            "Settings as text": _text,
            "Look": _look,
        }
        self._makers = {name: maker for name, maker in makers.items() if maker}
        self._made, self._open = {}, None
        self.buttons = {name: self._opener(name) for name in self._makers}
        row = widgets.Box(list(self.buttons.values()))
        row.add_class("spine-edu-buttons")
        self.place = widgets.VBox()
        self.place.add_class("spine-edu-panel")
        super().__init__([row, self.place])
        self.place.layout.display = "none"

    def _opener(self, name):
        button = self._face.button(name, lambda: self.toggle(name))
        button.add_class("spine-edu-panel-button")
        return button

    def toggle(self, name):
        """Open the panel of this name, or close it if it is open."""
        if self._open:
            self.buttons[self._open].remove_class("spine-edu-open")
        self._open = None if self._open == name else name
        if self._open:
            self.buttons[name].add_class("spine-edu-open")
            if name not in self._made:
                self._made[name] = self._makers[name](self._face)
            self.refresh()
        self.place.children = self._made[name][0] if self._open else []
        self.place.layout.display = "" if self._open else "none"

    def refresh(self):
        """Let the open panel follow the result."""
        if self._open:
            self._made[self._open][1]()


def _still():
    """For panels that do not follow the result."""


def question(face):
    """Return what stands in the place of an explorer until the reader has predicted, as one widget."""
    ask = face.session.ask
    inputs, read = _inputs(ask, card(face.session)["ask"])
    for item in inputs:
        item.style.description_width = "initial"
    keep = face.button("Keep my prediction", lambda: face.session.predict(read()))
    look = face.button("I’d rather look", face.session.look)
    return widgets.VBox([widgets.HTML(f"<p><b>{html.escape(ask.question)}</b></p>"), *inputs, keep, look])


def _inputs(ask, asked):
    """Return the widgets to answer with, and a function that reads the answer."""
    if isinstance(ask, Pick):
        choice = widgets.Dropdown(options=[("choose one …", None), *zip(ask.options, ask.options, strict=True)])
        choice.description = "My prediction"
        return [choice], lambda: choice.value
    if isinstance(ask, Each):
        lists = {
            name: widgets.Dropdown(options=["skip", *ask.answers], description=ask.things[name]) for name in ask.things
        }
        return list(lists.values()), lambda: {name: one.value for name, one in lists.items() if one.value != "skip"}
    if isinstance(ask, Arrows):
        first, other, *_ = ask.nodes
        line = widgets.Text(description="My arrows", placeholder=f"{first} > {other} +; {other} > {first} -")
        return [line], lambda: line.value
    boxes = [widgets.Text(description=label) for label in asked["fields"]]

    def numbers():
        return [_number(box.value) for box in boxes]

    return boxes, numbers if "curve" in asked else lambda: numbers()[0]


def _number(text):
    """Return what was typed as a number, or as it is, for the session to refuse in words."""
    try:
        return decimal(text)
    except ValueError:
        return text


def _more(face):
    box = widgets.Box([item for name, item in face.controls.items() if name not in face.session.first])
    box.add_class("spine-edu-more")
    return [box], _still


def _challenges(face):
    session, rows = face.session, face.session.challenges
    choose = widgets.Dropdown(options=[(row.goal, row.key) for row in rows], description="Goal")
    choose.layout.width = "100%"
    line, hints = widgets.HTML(), widgets.HTML()
    given = {row.key: 0 for row in rows}

    def refresh():
        row, met = next(row for row in rows if row.key == choose.value), session.check(choose.value)
        line.value = f"<p><b>{'Done: the goal is met.' if met else 'Not yet.'}</b> {html.escape(row.goal)}</p>"
        shown = (row.hint1, row.hint2, row.hint3)[: given[row.key]]
        hints.value = "".join(f"<p>Hint {number}: {html.escape(hint)}</p>" for number, hint in enumerate(shown, 1))

    def next_hint():
        given[choose.value] = min(given[choose.value] + 1, 3)
        refresh()

    choose.observe(face.guarded(lambda _: refresh()), "value")
    solve = face.button("Show one way", lambda: session.show_way(choose.value))
    return [choose, line, face.button("Next hint", next_hint), solve, hints], refresh


def _table(face):
    place = widgets.HTML()

    def refresh():
        place.value = veil.table(face.session)._repr_html_()

    return [place], refresh


def _sources(face):
    return [widgets.HTML(sources_html(face.session))], _still


def _limits(face):
    items = []
    for row in face.session.limits:
        items += [
            widgets.HTML(f"<p>{html.escape(row.text)}</p>"),
            face.button("Show it", lambda key=row.key: face.session.show_limit(key)),
        ]
    return items, _still


def _page(face):
    words = widgets.Textarea(description="In my own words")
    page = widgets.HTML()

    def refresh():
        lines = face.session.one_page(words.value.strip()).lines
        page.value = "".join(f"<p><b>{html.escape(head)}</b><br>{html.escape(said)}</p>" for head, said in lines)

    words.observe(face.guarded(lambda _: refresh()), "value")
    return [words, page], refresh


def _text(face):
    box = widgets.Text(description="Settings")
    box.layout.width = "100%"
    use = face.button("Use this line", lambda: face.session.from_text(box.value))

    def refresh():
        box.value = face.session.to_text()

    return [box, use], refresh


def _look(face):
    choose = widgets.Dropdown(options=list(THEMES), value=face.session.theme.name, description="Look")
    choose.observe(face.guarded(lambda change: face.session.set_theme(change.new)), "value")
    return [choose], _still
