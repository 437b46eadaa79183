"""What a state is: the frozen settings of one model, checked field by field, and readable as one line of text."""

import dataclasses
import json
import re

from spine_edu import data


def quantity(key, label=None):
    """Declare a number of a state: default, range, unit and words come from the row `key` of parameters.csv.

    A `label` of its own lets two fields share one row.
    """
    return _field(data.parameter(key), label)


def choice(key, label=None, value=None):
    """Declare a choice of a state: its options, default and words come from the rows `key` of choices.csv.

    Another state may give it a `label` of its own, and begin with another `value`.
    """
    declared = data.choice(key)
    return _field(dataclasses.replace(declared, value=declared.check(value)) if value else declared, label)


def text(key, label=None):
    """Declare words of the reader's own: how many letters there may be, and what it is for, come from texts.csv."""
    return _field(data.text(key), label)


def _field(declared, label):
    declared = dataclasses.replace(declared, label=label) if label else declared
    return dataclasses.field(default=declared.value, metadata={"declaration": declared})


#: What a text line is cut into: a quotation, or a letter.
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|.', re.DOTALL)


class State:
    """Base of every state. A subclass is a frozen dataclass of fields made by `quantity`, `choice` and `text`.

    Raises
    ------
    ValueError
        On construction, if a field is outside its range: the message names the field, the value and what is allowed.

    Examples
    --------
    >>> @dataclasses.dataclass(frozen=True)
    ... class LoopState(State):
    ...     gain: float = quantity("cycle_loop.gain")
    >>> LoopState(gain=0.9).to_text("cycle_loop")
    'cycle_loop v1: gain 0.9'
    >>> LoopState.from_text("cycle_loop v1: gain 0.9", "cycle_loop").gain
    0.9
    >>> LoopState(gain=20)
    Traceback (most recent call last):
    ValueError: Gain per turn: 20 is outside the range; allowed is 0.00 to 1.50.
    """

    def __post_init__(self):
        for name, declared in self.declarations().items():
            object.__setattr__(self, name, declared.check(getattr(self, name)))

    @classmethod
    def declarations(cls):
        """Return the `Parameter`, `Choice` or `Text` behind each field, by field name."""
        return {f.name: f.metadata["declaration"] for f in dataclasses.fields(cls) if "declaration" in f.metadata}

    def replace(self, **changes):
        """Return a copy with some fields changed; an unknown name raises a ValueError that lists the known ones."""
        unknown = sorted(set(changes) - set(self.declarations()))
        if unknown:
            raise ValueError(
                f"There is no control named {', '.join(name[:60] for name in unknown)}; "
                f"there are {', '.join(self.declarations())}."
            )
        return dataclasses.replace(self, **changes)

    def to_text(self, name):
        """Return the settings that differ from the start, as one line such as ``cycle_loop v1: gain 0.8``."""
        changed = [
            f"{field.replace('_', ' ')} {_plain(getattr(self, field), declared)}"
            for field, declared in self.declarations().items()
            if getattr(self, field) != declared.value
        ]
        return f"{name} v1: {', '.join(changed) or 'as it starts'}"

    @classmethod
    def from_text(cls, text, name):
        """Read a line written by `to_text`.

        Raises
        ------
        ValueError
            If the line is for another explorer, names an unknown control, or holds a value that is not allowed.
        """
        head, _, settings = text.strip().partition(":") if isinstance(text, str) else ("", "", "")
        if head != f"{name} v1":
            raise ValueError(f"{data.shown(text)} is not a line of this explorer; it must start with '{name} v1:'.")
        if settings.strip() in ("", "as it starts"):
            return cls()
        found = {}
        for part in _parts(settings):
            field, value = cls._read_setting(part.strip())
            if field in found:
                raise ValueError(f"{data.shown(part.strip())} sets {field.replace('_', ' ')} a second time.")
            found[field] = value
        return cls().replace(**found)

    @classmethod
    def _read_setting(cls, part):
        words, _, value = part.partition(' "') if part.endswith('"') else part.rpartition(" ")
        field = words.replace(" ", "_")
        if field not in cls.declarations():
            raise ValueError(
                f"{data.shown(part)} names no control; there are "
                f"{', '.join(known.replace('_', ' ') for known in cls.declarations())}."
            )
        if isinstance(cls.declarations()[field], data.Choice):
            return field, value
        if isinstance(cls.declarations()[field], data.Text):
            return field, _quoted(part, value)
        try:
            # Python would take 1_4 for fourteen.
            return field, float(value.replace("_", "?"))
        except ValueError:
            raise ValueError(f"{data.shown(part)}: {data.shown(value)} is not a number.") from None


def _parts(settings):
    """Return the settings of a line: a comma parts them, unless it stands in a quotation."""
    parts = [""]
    for piece in _PIECE.findall(settings):
        if piece == ",":
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _plain(value, declared):
    if isinstance(declared, data.Text):
        return json.dumps(value, ensure_ascii=False)
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _quoted(part, value):
    """Read words of the reader's own, which stand in a line in quotation marks; `value` begins behind the first."""
    try:
        found = json.loads(f'"{value}')
    except ValueError:
        raise ValueError(f"{data.shown(part)}: the words must stand in quotation marks.") from None
    return found
