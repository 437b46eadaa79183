"""Words of the reader's own, as a control takes them: on one line, of so many letters, and never anything but words."""

from dataclasses import dataclass
from unicodedata import category

from spine_edu.reading import shown


@dataclass(frozen=True)
class Text:
    """A control for words of the reader's own. They are shown as text and never as anything else.

    Attributes
    ----------
    key : str
        ``topic.name``, for example ``"prevention_wording.written"``.
    label : str
        The words on the control.
    most : int
        How many letters it holds.
    value : str
        What stands in it at the start.
    help : str
        One sentence: what it is for.
    """

    key: str
    label: str
    most: int
    value: str
    help: str

    @property
    def name(self):
        """The last part of the key: the name of the state's field."""
        return self.key.rpartition(".")[2]

    def check(self, value):
        """Return `value` on one line: without letters that are not seen, and with single spaces.

        Raises
        ------
        ValueError
            If it is no text, or longer than `most`; the message says what is allowed.
        """
        if not isinstance(value, str):
            raise ValueError(f"{self.label}: {shown(value)} is no text; allowed are {self.most} letters.")
        seen = (letter for letter in value if letter.isspace() or category(letter)[0] != "C")
        words = " ".join("".join(seen).split())
        if len(words) > self.most:
            raise ValueError(f"{self.label}: {len(words)} letters are too many; allowed are {self.most}.")
        return words
