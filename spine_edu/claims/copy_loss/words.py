"""The sheets in words: how much came over, what its loss does, and who shares words with whom."""

from spine_edu.claims.copy_loss.model import (
    NAMED,
    PAIRS,
    WARNING,
    entries,
    entries_of,
    holes,
    lines,
    lists,
    origins,
    pieces,
    signs,
    simulate,
    strangers,
)
from spine_edu.tables import Table

_UNSAID = "Which of the two wrote first cannot be told from the words."


def sentence(result):
    """Return what is not painted: how much came over, what a lost list does, or what a piece shares."""
    if result.copied:
        return _copy(result)
    return _piece(result) if result.piece else f"{_voices(result)} {_pieces(result)}".strip()


def _copy(result):
    if 0 < result.share and not result.lies_over:
        return at_step(result)
    if not result.lies_over:
        marked = f"You miss something after {len(result.noticed)} of them. " if result.noticed else ""
        return f"Article 1 is a copy of {len(result.over)} lines. {marked}Slide it over its original: what is gone?"
    if result.worst:
        return _hurt(result)
    if result.gap:
        return f"Lost list {result.gap.number:g} of {len(lists())}, {result.gap.name}. {result.gap.missed}"
    kinds = [row.kind for row in result.lost]
    rest = len(kinds) - kinds.count("entry")
    said = (
        f"Every line of article 1 stands word for word in article 2. Gone are {kinds.count('entry')} entries of nine "
        f"lists, and {rest} other lines: headings, the date, the firm that wrote it."
    )
    if not result.noticed:
        return f"{said} A hurried reader may notice nothing: the copy reads on."
    seen = len(result.seen) or "none"
    return f"{said} You missed something at {len(result.noticed)} places; at {seen} of them lines are gone."


def _hurt(result):
    """Return whose cross is where, and what the lost warning signs lack even where they are not lost."""
    lacking = [row for row in signs() if not row.entry]
    crossed = result.worst.name
    if result.worst.list == WARNING:
        said = f"You crossed {crossed}, and so would we. {result.worst.missed}"
    elif result.gap and result.gap.list == WARNING:
        said = f"You crossed {crossed}. We would cross the {lists()[WARNING].name}: {lists()[WARNING].missed}"
    else:
        said = f"You crossed {crossed}."
    if result.course:
        return f"{said} In full they stand at the top of this page, under “Signs that cannot wait”."
    if result.gap and result.gap.list != WARNING:
        return f"{said} Open now: {result.gap.name}. {result.gap.missed}"
    return f"{said} Even whole, that list lacked {len(lacking)} of the {len(signs())} signs of this course."


def _voices(result):
    guessed = result.state.voices
    if not guessed:
        return ""
    least, most = len(NAMED), len(NAMED) + strangers()
    there = "possible" if least <= guessed <= most else "too few" if guessed < least else "too many"
    return (
        f"You said {guessed:g}: {there}. It is {least} to {most}: article 1 is article 2, and nobody signs the pieces "
        "of article 4. A page is not a voice."
    )


def _pieces(result):
    over, under = PAIRS[result.state.pair]
    if not result.share:
        return f"Press a piece of article {over}, or slide all of them over article {under}."
    if not result.fits:
        return (
            f"No line of article {over} shares a run of eight words with article {under}, or with another of the five. "
            "Elsewhere we did not look; and it makes neither of them true."
        )
    alone = {row.line for row in result.nameless}
    pairs = [group for group in origins(4) if len(group) > 1 and set(group) <= alone]
    return (
        f"{len(result.fits)} pieces share a run of eight words with article {under}. {_UNSAID} Of the other "
        f"{len(alone)}, {len(pairs)} pairs share words with each other."
    )


def _piece(result):
    row, under = result.piece, PAIRS[result.state.pair][1]
    if row.line in result.fits:
        return f"Piece {row.piece:g} shares runs of eight words with {len(result.fits[row.line])} lines. {_UNSAID}"
    there = {one.line: one for one in result.over}
    said = f"Piece {row.piece:g} shares no run of eight words with article {under}"
    others = there[row.line].repeats.split()
    if others:
        return f"{said}, but with piece {there[others[0]].number:g}. Whose words they are, the page does not say."
    if row.also:
        return f"{said}, and yet article {under} tells of it, too, in other words. That is no copy, and no proof."
    return f"{said}."


def compare(held, result):
    """Return how the two sheets of A differ from these."""
    if held.state.pair == result.state.pair:
        return "A shows the same sheets."
    over, under = PAIRS[held.state.pair]
    return f"A lays article {over} over {under}: {len(held.fits)} of {len(held.over)} lines fit."


def table(result):
    """Return the five articles, all three pairs, the nine lost lists with their entries, and the pieces."""
    rows = [
        (f"article {page}", len(lines(page)), sum(row.words for row in lines(page)), _kinds(page), "")
        for page in range(1, 6)
    ]
    for pair, (over, under) in PAIRS.items():
        one = simulate(result.state.replace(pair=pair))
        rows.append((f"{over} over {under}", len(one.over), "", f"{len(one.fits)} fit", f"{len(one.lost)} lines lost"))
    others = [row for row in simulate(result.state.replace(pair="copy")).lost if row.kind != "entry"]
    rows.append(("other lines lost", len(others), "", "headings, a by-line, a text", ""))
    rows.append(("places where lines are gone", len(holes()), "", "", ""))
    for key, row in lists().items():
        words = sum(one.words for one in entries(key))
        told = ", ".join(entries_of(key)).replace(":,", ":")
        rows.append((row.name, len(entries(key)), words, f"{row.held}; in our words: {told}", row.missed))
    for page in (4, 5):
        rows += [(f"piece {row.piece:g} of article {page}", 1, "", row.topic, "") for row in pieces(page).values()]
    kinds = [
        ("signs of this course", signs()),
        ("of them on no list of article 2", [row for row in signs() if not row.entry]),
    ]
    rows += [(name, len(some), "", ", ".join(row.sign for row in some), "") for name, some in kinds]
    most = len(NAMED) + strangers()
    rows.append(("voices", len(NAMED), "", "named on a page", f"at most {strangers()} more in article 4: {most}"))
    return Table("Five articles, counted", ("What", "Lines", "Words", "Which", "What its loss does"), tuple(rows))


def at_step(result):
    """Return what is said while the sheet is slid."""
    over, under = PAIRS[result.state.pair]
    if result.copied:
        return f"Article {over} is slid over article {under}. Dashed: lines that did not come over."
    return f"Article {over} is slid over article {under}: what fits stays, the rest springs back."


def idle(result):
    """Return the controls that change nothing, and why."""
    if not result.copied:
        return dict.fromkeys(("gap", "worst", "noticed"), "Only article 1 has lost lists.")
    said = {"voices": "Choose the page of pieces first.", "piece": "Only articles 4 and 5 lie here in pieces."}
    if not result.lies_over:
        said |= dict.fromkeys(("gap", "worst"), "Slide the copy over its original first.")
    return said


def head(result, asked=False):
    """Return the words over the lower sheet and over the upper one."""
    over, under = PAIRS[result.state.pair]
    if asked:
        return "", f"article {over}: <b>{len(result.over)} lines</b>"
    if not result.copied:
        what = "pieces" if over == 4 else "lines"
        if result.lies_over:
            return (
                f"<b>{len(result.fits)}</b> of {len(result.over)} {what} fit",
                f"<b>{len(result.nameless)}</b> spring back",
            )
        return f"article {under}: <b>{len(result.under)} lines</b>", f"article {over}: <b>{len(result.over)} {what}</b>"
    if not result.share:
        return "", f"article {over}: <b>{len(result.over)} lines</b>"
    if not result.lies_over:
        return "", ""
    if result.course:
        return f"<b>{len(result.fits)}</b> of {len(result.under)} came over", "<b>the course’s own list</b>"
    return f"<b>{len(result.fits)}</b> of {len(result.under)} came over", "<b>Which loss could hurt?</b>"


def foot(result, asked=False):
    """Return what is withheld, and whose words are read."""
    if result.gap and not asked:
        return "lines only, words withheld; the list in our own words"
    if result.piece and not result.copied:
        return "lines only, words withheld; the piece in our own words"
    left = len(result.over) - len(pieces(result.over[0].page))
    if not result.copied and left and not asked:
        return f"lines only, words withheld; {left} headings and the like left out"
    return "lines only, words withheld"


def _kinds(page):
    kinds = [row.kind for row in lines(page)]
    return f"{kinds.count('entry')} entries of lists, {kinds.count('heading')} headings"
