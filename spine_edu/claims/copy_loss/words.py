"""The sheets in words: how much came over, what was lost, and who shares words with whom."""

from spine_edu.claims.copy_loss.model import PAIRS, entries_of, lines, lists, origins, simulate, strangers
from spine_edu.tables import Table

_UNSAID = "Which of the two wrote first cannot be told from the words."


def sentence(result):
    """Return how much of one sheet fits the other, what is missing, and the list that is looked at."""
    over, under = PAIRS[result.state.pair]
    if result.state.pair == "copy":
        said = (
            f"Article {over} has {len(result.over)} lines, and every one stands word for word in article {under}, "
            f"which has {len(result.under)}. {_missing(result)}"
        )
        return f"{said} {_gap(result)}" if result.gap else f"{said} {_colons(result)}"
    if not result.fits:
        return (
            f"No line of article {over} shares a run of eight words with article {under}. Elsewhere we did not look, "
            "so whose words they are is not known; and it makes neither of them true."
        )
    alone = {row.line for row in result.nameless}
    pairs = [group for group in origins(4) if len(group) > 1 and set(group) <= alone]
    return (
        f"Article {over} is put together of {len(result.over)} pieces. {len(result.fits)} share a run of eight words "
        f"with article {under}. {_UNSAID} Of the other {len(alone)}, which name nobody, {len(pairs)} pairs in brackets "
        f"share words with each other: at most {strangers()} origins that we do not know."
    )


def compare(held, result):
    """Return how the two sheets of A differ from these."""
    if held.state.pair == result.state.pair:
        return "A shows the same sheets."
    over, under = PAIRS[held.state.pair]
    return f"A lays article {over} over {under}: {len(held.fits)} of {len(held.over)} lines fit."


def table(result):
    """Return the five articles, all three pairs, and the nine lost lists."""
    rows = [
        (f"article {page}", len(lines(page)), sum(row.words for row in lines(page)), _kinds(page), "")
        for page in range(1, 6)
    ]
    for pair, (over, under) in PAIRS.items():
        one = simulate(result.state.replace(pair=pair))
        rows.append((f"{over} over {under}", len(one.over), "", f"{len(one.fits)} fit", f"{len(one.lost)} lines lost"))
    for key, row in lists().items():
        entries = [one for one in lines(2) if one.list == key and one.kind == "entry"]
        rows.append((row.name, len(entries), sum(one.words for one in entries), f"lost: {row.held}", row.missed))
    return Table("Five articles, counted", ("What", "Lines", "Words", "Which", "What it does"), tuple(rows))


def at_step(result):
    """Return what is said while the sheet is slid."""
    over, under = PAIRS[result.state.pair]
    return f"Article {over} is slid over article {under}."


def idle(result):
    """Return the control that changes nothing, and why."""
    return {} if result.state.pair == "copy" else {"gap": "Only article 1 has lost lists."}


def head(result, asked=False):
    """Return the words over the lower sheet and over the upper one."""
    over, under = PAIRS[result.state.pair]
    here, what = f"article {under}: <b>{len(result.under)} lines</b>", "pieces" if over == 4 else "lines"
    if asked:
        return here, f"article {over}: <b>?</b>"
    if result.share < 0.5:
        return here, f"article {over}: <b>{len(result.over)} {what}</b>"
    if result.entries:
        return f"<b>{len(result.fits)}</b> of {len(result.under)} came over", "<b>lost lists</b>"
    return f"<b>{len(result.fits)}</b> of {len(result.over)} {what} fit", f"<b>{len(result.nameless)}</b> fit nowhere"


def names(result):
    """Return the name of each pile with its number of entries; all empty where no list was lost."""
    counts = result.entries
    return {key: f"{row.name} <b>{len(counts[key])}</b>" if counts else "" for key, row in lists().items()}


def _missing(result):
    kinds = [row.kind for row in result.lost]
    rest = len(kinds) - kinds.count("entry")
    return (
        f"Lost are {len(kinds)}: {kinds.count('entry')} entries of nine lists, and {rest} others, such as headings, "
        "the name of the firm that wrote it, and the date."
    )


def _colons(result):
    count = sum(row.kind == "colon" for row in result.over)
    return f"{count} lines of article 1 end in a colon, and nothing follows."


def _gap(result):
    row = result.gap
    told = ", ".join(entries_of(row.list)).replace(":,", ":")
    return f"Lost list {row.number:g} of 9, {row.name}: {row.held}. In our words: {told}. {row.missed}"


def slip(result):
    """Return the lost list that is looked at, as lines for the place where it stood."""
    return ["<b>lost, in our words:</b>", *entries_of(result.gap.list)] if result.gap else []


def _kinds(page):
    kinds = [row.kind for row in lines(page)]
    return f"{kinds.count('entry')} entries of lists, {kinds.count('heading')} headings"
