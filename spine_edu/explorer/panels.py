"""What stands folded under an explorer: prediction, more controls, challenges, table, sources, limits, settings."""

import html

import ipywidgets as widgets

from spine_edu import data
from spine_edu.tables import cell_text
from spine_edu.theme import THEMES


class Panels(widgets.VBox):
    """A row of worded buttons: each opens one panel, a second press closes it. A panel is made when first opened."""

    def __init__(self, explorer):
        self._explorer = explorer
        makers = {
            "Predict first": _predict if explorer.ask else None,
            "More controls": _more if set(explorer.controls) - set(explorer.first) else None,
            "Challenges": _challenges if explorer.challenges else None,
            "Table": _table,
            "Where the numbers come from": _sources,
            "Limits": _limits if explorer.limits else None,
            "Settings as text": _text,
            "Look": _look,
        }
        self._makers = {name: maker for name, maker in makers.items() if maker}
        self._made, self._open = {}, None
        self.buttons = {name: self._opener(name) for name in self._makers}
        row = widgets.Box(list(self.buttons.values()))
        row.add_class("spine-edu-buttons")
        self._place = widgets.VBox()
        self._place.add_class("spine-edu-panel")
        super().__init__([row, self._place])
        self._place.layout.display = "none"

    def _opener(self, name):
        button = widgets.Button(description=name)
        button.add_class("spine-edu-panel-button")
        button.on_click(self._explorer._guarded(lambda _: self.toggle(name)))
        return button

    def toggle(self, name):
        """Open the panel of this name, or close it if it is open."""
        if self._open:
            self.buttons[self._open].remove_class("spine-edu-open")
        self._open = None if self._open == name else name
        if self._open:
            self.buttons[name].add_class("spine-edu-open")
            if name not in self._made:
                self._made[name] = self._makers[name](self._explorer)
            self.refresh()
        self._place.children = self._made[name][0] if self._open else []
        self._place.layout.display = "" if self._open else "none"

    def refresh(self):
        """Let the open panel follow the result."""
        if self._open:
            self._made[self._open][1]()


def _still():
    """For panels that do not follow the result."""


def _predict(explorer):
    inputs, read = explorer.ask.inputs()
    keep = explorer._button("Keep my prediction", lambda: explorer.predict(read()))
    for item in inputs:
        item.style.description_width = "initial"
    return [widgets.HTML(f"<p>{html.escape(explorer.ask.question)}</p>"), *inputs, keep], _still


def _more(explorer):
    rest = [item for name, item in explorer.controls.items() if name not in explorer.first]
    box = widgets.Box(rest)
    box.add_class("spine-edu-more")
    return [box], _still


def _challenges(explorer):
    rows = explorer.challenges
    choose = widgets.Dropdown(options=[(row.goal, row.key) for row in rows], description="Goal")
    choose.layout.width = "100%"
    line, hints = widgets.HTML(), widgets.HTML()
    given = {row.key: 0 for row in rows}

    def row():
        return next(row for row in rows if row.key == choose.value)

    def refresh():
        met = explorer.check(choose.value)
        line.value = f"<p><b>{'Done: the goal is met.' if met else 'Not yet.'}</b> {html.escape(row().goal)}</p>"
        shown = (row().hint1, row().hint2, row().hint3)[:given[choose.value]]
        hints.value = "".join(f"<p>Hint {number}: {html.escape(hint)}</p>" for number, hint in enumerate(shown, 1))

    def next_hint():
        given[choose.value] = min(given[choose.value] + 1, 3)
        refresh()

    choose.observe(explorer._guarded(lambda _: refresh()), "value")
    solve = explorer._button("Show one way", lambda: explorer._go(explorer._from_settings(row().solution)))
    return [choose, line, explorer._button("Next hint", next_hint), solve, hints], refresh


def _table(explorer):
    place = widgets.HTML()

    def refresh():
        place.value = table_html(explorer.table())

    return [place], refresh


def _sources(explorer):
    return [widgets.HTML(sources_html(explorer))], _still


def _limits(explorer):
    items = []
    for row in explorer.limits:
        items += [widgets.HTML(f"<p>{html.escape(row.text)}</p>"),
                  explorer._button("Show it", lambda key=row.key: explorer.show_limit(key))]
    return items, _still


def _text(explorer):
    box = widgets.Text(description="Settings")
    box.layout.width = "100%"
    use = explorer._button("Use this line", lambda: explorer.from_text(box.value))

    def refresh():
        box.value = explorer.to_text()

    return [box, use], refresh


def _look(explorer):
    choose = widgets.Dropdown(options=list(THEMES), value=explorer.theme.name, description="Look")
    choose.observe(explorer._guarded(lambda change: explorer.set_theme(change.new)), "value")
    return [choose], _still


def table_html(table):
    """Return a `Table` as an HTML table with header cells."""
    head = "".join(f'<th scope="col">{html.escape(column)}</th>' for column in table.columns)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(cell_text(cell))}</td>" for cell in row) + "</tr>"
                   for row in table.rows)
    return (f"<table><caption>{html.escape(table.caption)}</caption><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>")


def sources_html(explorer):
    """Return every number of the explorer with its range and origin, and the sources in full."""
    declared = [item for item in explorer.State.declarations().values() if isinstance(item, data.Parameter)]
    constants = [item for item in data.parameters(explorer.part) if item not in declared]
    rows = "".join(f'<tr><th scope="row">{html.escape(item.label)}</th><td>{item.format(item.value)}</td>'
                   f"<td>{item.format(item.low)} to {item.format(item.high)}</td>"
                   f"<td>{html.escape(item.provenance)}</td></tr>" for item in declared + constants)
    keys = sorted({key for item in declared + constants for key in data.split_keys(item.source)})
    full = "".join(f"<li>{html.escape(data.full_citation(key))}</li>" for key in keys)
    return ('<table><caption>The numbers behind this explorer</caption><thead><tr><th scope="col">Number</th>'
            '<th scope="col">Value</th><th scope="col">Range</th><th scope="col">Where it comes from</th></tr></thead>'
            f"<tbody>{rows}</tbody></table>" + (f"<p>Sources:</p><ul>{full}</ul>" if full else ""))


def page(explorer):
    """Return one self-contained HTML page of the explorer as it stands; it needs no network."""
    sentence = html.escape(explorer.describe())
    drawing = explorer.figure.to_html(full_html=False, include_plotlyjs=True, config={"displayModeBar": False})
    return (f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(explorer.title)}</title>'
            '<meta name="viewport" content="width=device-width"><body style="max-width:60rem;margin:auto">'
            f'<h1>{html.escape(explorer.title)}</h1><figure><div role="img" aria-label="{sentence}">{drawing}</div>'
            f"<figcaption>{sentence}</figcaption></figure><p>Settings: {html.escape(explorer.to_text())}</p>"
            f"{table_html(explorer.table())}{sources_html(explorer)}"
            "<p>This page teaches. It gives no medical advice.</p></body></html>")
