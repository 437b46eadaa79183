"""The option table in words, and as one page to take along."""

from spine_edu import citations, data
from spine_edu.letters import listed
from spine_edu.tables import Passage, Table
from spine_edu.treatment.options.model import MINE, SORTED, UNSURE, VALUES, cells, options, person, question

DECISION = "Eight weeks of sciatica, and no sign that cannot wait: which way to go on?"
#: What a reader may ask whoever treats her; nothing here answers it.
QUESTIONS = (
    "Which of these ways are open to me, and how soon?",
    "What do you think is likely without any of them?",
    "What would make us change the way, and when do we look again?",
    "What is done here to make it safe, and how often does it go wrong here?",
)


def condition():
    """Return what sciatica is, and how it went in a trial."""
    year = cells()["wait", "year"]
    return (
        "Sciatica is pain that runs down the leg from a nerve root that is pressed or inflamed, most often beside a "
        f"herniated disc. In one trial {year.value:.0f} of 100 had recovered within a year, whether they were assigned "
        f"to wait or to an early operation ({data.cite(f'[@{year.record.source}]')})."
    )


def sentence(result):
    """Return the cell that is read out, and whose order the rows stand in."""
    return f"{read_out(result.cell)} {_order(result)}{_own(result)} Nothing is added up, and no way is the right one."


def _own(result):
    """Return what the reader could accept, and where she leans; nothing while she has said nothing."""
    ways, accepted, lean = dict(options()), result.state.accepted, result.state.lean
    said = f" You could accept {_accepted(result)}." if accepted else ""
    return said + (f" You lean to: {ways[lean].lower()}." if lean != UNSURE else "")


def _accepted(result):
    """Return the accepted answers by their question and way, as a list in words."""
    ways, taken = dict(options()), result.state.accepted
    rows = [row for row in result.order if row in taken]
    return listed([f"“{question(row)}” of {ways[taken[row]].lower()}" for row in rows])


def compare(held, result):
    """Return how order and cell differ from those held as A."""
    if held.order == result.order:
        rows = "The rows stand in the same order."
    else:
        rows = f"In A “{question(held.order[0])}” comes first, here “{question(result.order[0])}”."
    if held.cell == result.cell:
        return f"{rows} The numbers are the same, as they always are."
    return (
        f"{rows} A reads out {_named(held.cell)}: {held.cell.short}; this {_named(result.cell)}: {result.cell.short}."
    )


def table(result):
    """Return every cell in full with where it comes from, in the order of the rows, as a `Table`."""
    rows = [
        (question(row), words, cells()[option, row].short, cells()[option, row].says, origin(cells()[option, row]))
        for row in result.order
        for option, words in options()
    ]
    return Table(
        f"{condition()} {DECISION}", ("Question", "Way", "In short", "In full", "Where it comes from"), tuple(rows)
    )


def read_out(cell):
    """Return a cell as a sentence with where it comes from."""
    return f"{_named(cell)}: {cell.says.removesuffix('.')} ({origin(cell)})."


def origin(cell):
    """Return where a cell comes from, briefly: its sources and where they were read, or that the words are ours."""
    record = cell.record
    if not record.source:
        return "nobody’s count; told in our words" if cell.kind == "words" else "we looked and found none"
    return citations.origin(record)


def one_page(result, own_words=""):
    """Return one page to print or to take along: the decision, what matters, the table in brief, and what to ask.

    Parameters
    ----------
    result : OptionsResult
    own_words : str
        What the reader wants to say; it stands on the page and is kept nowhere.
    """
    whose = "What matters to me" if result.state.whose == MINE else f"What matters to {_whose(result)}"
    matters = "; ".join(f"{question(row)} {result.matters[row]:.0f} of 4" for row in result.order if row in VALUES)
    said = own_words or ("" if result.state.whose == MINE else person(result.state.whose).words)
    lines = [("The decision", DECISION), ("What it is", condition()), (whose, f"{matters}.")]
    lines += [("In my own words", said)] if said else []
    ways = dict(options())
    lines += [("I could accept", f"{_accepted(result)}.")] if result.state.accepted else []
    lines.append(("I lean to", "I am not sure yet." if result.state.lean == UNSURE else f"{ways[result.state.lean]}."))
    for row in result.order:
        answers = "; ".join(f"{words}: {cells()[option, row].short}" for option, words in options())
        lines.append((question(row), f"{answers}."))
    lines.append(("To ask", " ".join(QUESTIONS)))
    sources = {key for cell in cells().values() for key in data.split_keys(cell.record.source)}
    lines.append(("Sources", "; ".join(sorted(data.short_citation(key) for key in sources)) + "."))
    lines.append(
        ("What this is", "A page of a course. It teaches and gives no advice; nothing on it was sent or kept.")
    )
    return Passage(lines)


def _order(result):
    much = [f"“{question(row)}”" for row in result.important]
    whose = "For you" if result.state.whose == MINE else f"For {_whose(result)}, who is invented,"
    if not much:
        said = f"{whose} nothing matters more than the rest by much"
    else:
        said = f"{whose} {listed(much)} matter{'s' if len(much) == 1 else ''} most"
    if result.state.order != SORTED:
        return f"{said}; the rows stand as they are asked."
    return f"{said}, {'so' if not much else 'and'} the rows stand {'as they are' if not much else 'in that order'}."


def _whose(result):
    return person(result.state.whose).name


def _named(cell):
    return f"{dict(options())[cell.option]}, {question(cell.row).removesuffix('?').lower()}"


def idle(result):
    """Return the controls that change nothing now, and why: an invented person has said what matters to her."""
    if result.state.whose == MINE:
        return {}
    return dict.fromkeys(VALUES, f"This is what matters to {_whose(result)}; choose your own order to move it.")
