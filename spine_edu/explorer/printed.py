"""The explorer on paper and in a stored page: picture, sentence, table, settings, and where its numbers come from."""

import html
from datetime import date

from spine_edu import data
from spine_edu.explorer import stored, veil
from spine_edu.imprint import imprint
from spine_edu.tables import Table, cell_text

#: More rows of one origin than this are named by the first and the last.
_LISTED = 12


def bundle(session):
    """Return what a front end without widgets shows: the figure as plotly reads it, and the sentence."""
    return {**stored.in_words(session), "application/vnd.plotly.v1+json": _shown(session).to_plotly_json()}


def _shown(session):
    import plotly.graph_objects as go

    return go.Figure(veil.figure(session))


def kept(session, shown):
    """Return what a notebook keeps of an explorer where none is live: its sentence and, if there is one, its picture.

    Parameters
    ----------
    session : spine_edu.explorer.session.Session
    shown : dict or tuple of two dicts
        The widget as it shows itself: data by MIME type, and perhaps metadata.

    Returns
    -------
    tuple of two dicts
        Data by MIME type, and metadata.
    """
    widget, metadata = shown if isinstance(shown, tuple) else (shown, {})
    drawn = stored.figure(session)
    mark = stored.mark(drawn)
    words = stored.in_words(session, stored.picture(drawn, mark))
    return {**widget, **words, stored.MARK: {"figure": mark}}, metadata


def page(session):
    """Return one self-contained HTML page of the explorer as it stands; it needs no network."""
    sentence = html.escape(veil.sentence(session))
    drawing = _shown(session).to_html(full_html=False, include_plotlyjs=True, config={"displayModeBar": False})
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(session.title)}</title>'
        '<meta name="viewport" content="width=device-width"><body style="max-width:60rem;margin:auto">'
        f'<h1>{html.escape(session.title)}</h1><figure><div role="img" aria-label="{sentence}">{drawing}</div>'
        f"<figcaption>{sentence}</figcaption></figure><p>Settings: {html.escape(session.to_text())}</p>"
        f"{veil.table(session)._repr_html_()}{sources_html(session)}"
        f"<p>This page teaches. It gives no medical advice. {html.escape(imprint(date.today()))}</p></body></html>"
    )


def sources(session):
    """Return every number of the explorer with its range and origin; and in full its sources and those it names.

    Returns
    -------
    dict
        ``caption``, ``columns`` and ``rows`` as texts, and ``sources``, one text each.
    """
    declared = [item for item in session.State.declarations().values() if isinstance(item, data.Parameter)]
    constants = [item for item in data.parameters(session.part) if item not in declared]
    numbers = declared + constants
    keys = {key for item in numbers for key in data.split_keys(item.source)} | set(data.keys_named(_words(session)))
    keys |= {key for table in session.behind for row in data.table(table) for key in data.split_keys(row.source)}
    return {
        "caption": "The numbers behind this explorer",
        "columns": ["Number", "Value", "Range", "Where it comes from"],
        "rows": [
            [
                item.label,
                item.format(item.value),
                f"{item.format(item.low)} to {item.format(item.high)}",
                item.provenance,
            ]
            for item in numbers
        ]
        + [[names, "", "", data.provenance(record)] for names, record in _behind(session)],
        "sources": [data.full_citation(key) for key in sorted(keys)],
    }


def _behind(session):
    """Yield the names of the rows behind an explorer, those of one origin together, and one of these rows."""
    declared = session.State.declarations()
    told = {table: names for table, names in session.behind.items() if hasattr(data.table(table)[0], "basis")}
    for table, (what, column) in told.items():
        choice = declared.get(column)
        origins = {}
        for row in data.table(table):
            value = getattr(row, column)
            name = choice.format(value) if value in getattr(choice, "values", ()) else cell_text(value)
            origins.setdefault(data.provenance(row), (row, []))[1].append(name.replace("_", " "))
        for row, names in origins.values():
            names = list(dict.fromkeys(names))
            listed = "; ".join(names) if len(names) <= _LISTED else f"{names[0]} to {names[-1]}; {len(names)} in all"
            yield f"{what}: {listed}", row


def _words(session):
    """Return what an explorer says in words: now, and of its scenarios, goals and limits."""
    rows = [*session.scenarios, *session.challenges, *session.limits]
    told = [str(value) for row in rows for value in vars(row).values()]
    table = [cell_text(cell) for row in session.table().rows for cell in row]
    return "\n".join([session.describe(), *table, *told])


def sources_html(session):
    """Return `sources` as HTML: a table, and the list of sources in full."""
    found = sources(session)
    full = "".join(f"<li>{html.escape(source)}</li>" for source in found["sources"])
    numbers = Table(found["caption"], tuple(found["columns"]), tuple(map(tuple, found["rows"])))
    return numbers._repr_html_() + (f"<p>Sources:</p><ul>{full}</ul>" if full else "")
