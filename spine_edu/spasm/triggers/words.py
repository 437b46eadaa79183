"""The triggers in words: where a card lies and why, the way to the muscle, and how well two examiners agree."""

from types import MappingProxyType

from spine_edu import data
from spine_edu.citations import origin
from spine_edu.letters import capital, listed
from spine_edu.spasm.triggers.model import DOORS, PEOPLE, STEPS, TriggersState, cards, studies, verdict
from spine_edu.tables import Table

_CONTROLS = TriggersState.declarations()
#: What is to follow -> what the picture asks.
QUESTIONS = MappingProxyType(
    {
        "pain": "Does back pain begin?",
        "muscle": "Does the back muscle work harder?",
        "cramp": "Does another muscle cramp?",
        "spasm": "Does a back spasm follow?",
    }
)
#: The same on the tabs of the picture.
TABS = MappingProxyType(
    {"pain": "Pain<br>begins", "muscle": "Back<br>muscle", "cramp": "Another<br>cramp", "spasm": "Back<br>spasm"}
)
#: What two examiners do, on their tab.
PAIR_TABS = MappingProxyType(
    {"feel": "Two press:<br>agreed?", "look": "Two look:<br>agreed?", "scan": "Two scans:<br>agreed?"}
    | {"level": "Vertebra:<br>agreed?"}
)
_ARTICLES = MappingProxyType(
    {"second": "one web article names it", "fifth": "another web article names it", "both": "both web articles name it"}
)
_LINKS = MappingProxyType(
    {
        "yes": "measured: {}",
        "mixed": "both ways, or elsewhere: {}",
        "no": "measured and not found: {}",
        "nobody": "a step that nobody we found has measured",
    }
)
#: Bound -> how many people were studied, on a card.
_COUNTS = MappingProxyType({None: "{:,}", "most": "≤ {:,}", "least": "≥ {:,}"})
_NO_SPASM = "What a back spasm is, nobody has agreed on: an article says tight, hard to the touch; it may twitch."


def sentence(result):
    """Return where the open card lies and what was found, then its way or the two examiners, and what words mean."""
    said = [_where(result), _examiners(result) if result.pairs else _way(result)]
    if result.state.asked == "spasm":
        said.append(_NO_SPASM)
    return " ".join(said)


def compare(held, result):
    """Return which cards changed the door, and how the open ones differ."""
    moved = [cards()[card].name for card in cards() if held.doors[card] != result.doors[card]]
    lists = f"Against A, {listed(moved)} changed the door." if moved else "Every card lies where it lay in A."
    if held.state.trigger == result.state.trigger:
        return f"{lists} The same card is open."
    return f"{lists} A opened “{cards()[held.state.trigger].name}”, with {_broken(held)}; here it is {_broken(result)}."


def table(result):
    """Return every card for every thing asked, the steps of all ways, and the two examiners, as a `Table`."""
    rows = []
    for trigger, card in cards().items():
        for asked, question in QUESTIONS.items():
            row = studies().get((trigger, asked))
            door = _door(verdict(trigger, asked))
            rows.append((card.words, question, door, row.says if row else "", _origin(row)))
    rows += [
        (cards()[row.trigger].words, f"step {row.step}", row.text, _link(row), _origin(row))
        for row in data.table("spasm_trigger_steps")
    ]
    rows += [
        (row.words, row.title, f"kappa {_minus(row.kappa)}", _published(row), _origin(row))
        for row in data.table("spasm_examiners")
    ]
    rows += [
        (pair.row.words, pair.row.title, "shown", f"{pair.agree} of {PEOPLE} alike, {PEOPLE - pair.agree} not", "")
        for pair in result.pairs
    ]
    heads = ("Trigger, or what two examiners do", "Asked, or step", "Door, or what happens", "What was found", "Source")
    return Table("Triggers, their ways, and two examiners", heads, tuple(rows))


def counted(row):
    """Return how many people a row of spasm_trigger_studies is about, as beside a card's sign, or what was counted."""
    return _COUNTS[row.bound or None].format(row.people) if row.people else row.whom


def at_first(mine):
    """Return what is said before the first card goes; `mine` are the doors of the reader."""
    if mine:
        return "The cards lie where you put them."
    return "Before we look anything up, every card lies at “No study found”."


def at_step(card, before, after):
    """Return what is said while a card goes from the door of the reader to that of the studies."""
    if before is None:
        return f"“{cards()[card].words}” goes to “{_door(after)}”."
    return f"You put “{cards()[card].words}” to “{_door(before)}”; studies put it to “{_door(after)}”."


def idle(result):
    """Return the controls that change nothing now, and why."""
    if not result.pairs:
        return {"found": "Only two examiners say how often they find it."}
    if result.pairs[0].published:
        return {"found": "Here the study says itself how often the two agree."}
    return {}


def side_tabs(trigger, pairs):
    """Return the words on the tabs beside the cards: the way of a trigger, and what two examiners do."""
    way = f"{cards()[trigger].name}<br>→ muscle" if trigger else "Its way<br>→ muscle"
    pair = PAIR_TABS[pairs[0].row.method] if pairs else "Two<br>examiners"
    return (way, f"<b>{pair}</b>") if pairs else (f"<b>{way}</b>", pair)


def agreement(pair):
    """Return in how many people the two agree, in few words beside them."""
    kappa = f"kappa {_minus(pair.row.kappa)}"
    title = pair.row.title if pair.published else f"{pair.row.title} found"
    chance = "<br>less than<br>by chance" if pair.row.kappa < 0 else ""
    return f"<b>{PEOPLE - pair.agree} of {PEOPLE}</b><br>they part<br><br>{title}<br>{kappa}{chance}"


def gestures(pairs):
    """Return what raised hands mean."""
    if not pairs:
        return ""
    if pairs[0].published:
        return "both hands: same vertebra<br>one hand: another one"
    return "both hands: both say yes<br>one hand: only one does"


def _where(result):
    card, state = result.card, result.state
    name = f"“{capital(card.words)}” ({_ARTICLES[card.article]})"
    said = f"{name} lies at “{_door(result.door)}” when one asks: "
    said += QUESTIONS[state.asked][0].lower() + QUESTIONS[state.asked][1:]
    if result.study is None:
        return f"{said} We found no study of it."
    checked = "" if result.study.seen else " Not yet checked against the paper."
    return f"{said} {result.study.says}{checked}"


def _way(result):
    steps = [result.steps[0].text, *(f"{step.text} ({_link(step)})" for step in result.steps[1:])]
    return f"Its way to the back muscle, as it is told: {', then '.join(steps)}."


def _link(step):
    return "" if step.link == "start" else _LINKS[step.link].format(step.whom)


def _examiners(result):
    first, second = result.pairs
    row = first.row
    parts = f"they part over {PEOPLE - first.agree} of {PEOPLE} people ({_kappa(first)}), or over "
    parts += f"{PEOPLE - second.agree} ({_kappa(second)})"
    said = f"{row.words}: {parts} ({data.short_citation(row.source)})."
    if first.published:
        return f"{said} {row.note}"
    return (
        f"{said} The study gives kappa, agreement beyond chance; the people were worked out, as if each of the two "
        f"found it in {result.state.found:.0f} of {PEOPLE}."
    )


def _kappa(pair):
    return f"{pair.row.title}: kappa {_minus(pair.row.kappa)}"


def _published(row):
    return f"{row.agree:g} of {PEOPLE} alike, as published" if row.agree is not None else ""


def _broken(result):
    count = len(result.broken)
    return f"{count or 'no'} of {STEPS - 1 if len(result.steps) == STEPS else len(result.steps) - 1} steps open"


def _door(door):
    return DOORS[door]


def _minus(number):
    return f"{number:.2f}".replace("-", "−")


def _origin(row):
    return origin(row) if row else ""
