"""What a state is: the frozen settings of one model, checked field by field, and readable as one line of text."""

import dataclasses
import re

from spine_edu import data


def quantity(key, label=None):
    """Declare a number of a state: default, range, unit and words come from the row `key` of parameters.csv.

    A `label` of its own lets two fields share one row.
    """
    return _field(data.parameter(key), label)


def choice(key, label=None):
    """Declare a choice of a state: its options, default and words come from the rows `key` of choices.csv."""
    return _field(data.choice(key), label)


def _field(declared, label):
    declared = dataclasses.replace(declared, label=label) if label else declared
    return dataclasses.field(default=declared.value, metadata={"declaration": declared})


class State:
    """Base of every state. A subclass is a frozen dataclass whose fields are made by `quantity` and `choice`.

    Examples
    --------
    ::

        @dataclass(frozen=True)
        class LoopState(State):
            gain: float = quantity("cycle_loop.gain")

    Raises
    ------
    ValueError
        On construction, if a field is outside its range: the message names the field, the value and what is allowed.
    """

    def __post_init__(self):
        for name, declared in self.declarations().items():
            object.__setattr__(self, name, declared.check(getattr(self, name)))

    @classmethod
    def declarations(cls):
        """Return the `Parameter` or `Choice` behind each field, by field name."""
        return {f.name: f.metadata["declaration"] for f in dataclasses.fields(cls) if "declaration" in f.metadata}

    def replace(self, **changes):
        """Return a copy with some fields changed; an unknown name raises a ValueError that lists the known ones."""
        unknown = sorted(set(changes) - set(self.declarations()))
        if unknown:
            raise ValueError(f"There is no control named {', '.join(unknown)}; "
                             f"there are {', '.join(self.declarations())}.")
        return dataclasses.replace(self, **changes)

    def to_text(self, name):
        """Return the settings that differ from the start, as one line such as ``cycle_loop v1: gain 0.8``."""
        changed = [f"{field.replace('_', ' ')} {_plain(getattr(self, field))}"
                   for field, declared in self.declarations().items() if getattr(self, field) != declared.value]
        return f"{name} v1: {', '.join(changed) or 'as it starts'}"

    @classmethod
    def from_text(cls, text, name):
        """Read a line written by `to_text`.

        Raises
        ------
        ValueError
            If the line is for another explorer, names an unknown control, or holds a value that is not allowed.
        """
        match = re.fullmatch(r"\s*(\w+) v1:\s*(.*?)\s*", str(text))
        if not match or match[1] != name:
            raise ValueError(f"{text!r} is not a line of this explorer; it must start with '{name} v1:'.")
        if match[2] in ("", "as it starts"):
            return cls()
        settings = {}
        for part in match[2].split(","):
            field, value = cls._read_setting(part)
            if field in settings:
                raise ValueError(f"{part.strip()!r} sets {field.replace('_', ' ')} a second time.")
            settings[field] = value
        return cls().replace(**settings)

    @classmethod
    def _read_setting(cls, part):
        words, _, value = part.strip().rpartition(" ")
        field = words.replace(" ", "_")
        if field not in cls.declarations():
            raise ValueError(f"{part.strip()!r} names no control; there are "
                             f"{', '.join(known.replace('_', ' ') for known in cls.declarations())}.")
        if isinstance(cls.declarations()[field], data.Choice):
            return field, value
        try:
            return field, float(value)
        except ValueError:
            raise ValueError(f"{part.strip()!r}: {value!r} is not a number.") from None


def _plain(value):
    return f"{value:.10g}" if isinstance(value, float) else str(value)
