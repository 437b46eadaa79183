"""What the rows of data offer of an explorer: named presets, goals with their hints, and limits that can be run."""

from spine_edu import data


class Presets:
    """The part of a session that goes to states which have a name.

    Attributes a subclass sets
    --------------------------
    checks : dict
        Challenge key -> ``check(result)``, true when the goal is met.
    failures : dict
        Limit key -> ``failure(result)``, true when the result shows the model failing that way.
    """

    checks = {}
    failures = {}

    @property
    def scenarios(self):
        """The named presets, as rows of scenarios.csv."""
        return self._rows("scenarios")

    @property
    def challenges(self):
        """The goals with their hints, as rows of challenges.csv."""
        return self._rows("challenges")

    @property
    def limits(self):
        """What the model cannot do, as rows of limits.csv."""
        return self._rows("limits")

    def _rows(self, name):
        return tuple(row for row in data.table(name) if row.explorer == self.part)

    def scenario(self, name):
        """Go to a named preset and return what to notice; a ValueError lists the names."""
        row = _find(self.scenarios, "name", name)
        self._go(self._from_settings(row.settings), scenario=row.name, said=row.notice)
        return row.notice

    def check(self, key):
        """Return whether the present result meets a challenge; a ValueError lists the challenges."""
        return bool(self.checks[_find(self.challenges, "key", key).key](self.result))

    def show_way(self, key):
        """Go to settings that meet a challenge; a ValueError lists the challenges."""
        self._go(self._from_settings(_find(self.challenges, "key", key).solution))

    def show_limit(self, key):
        """Go to settings at which the model fails in a known way, and return what is wrong there."""
        row = _find(self.limits, "key", key)
        self._go(self._from_settings(row.settings), said=row.shows)
        return row.shows

    def _from_settings(self, settings):
        return self.State.from_text(f"{self.part} v1: {settings}", self.part)


def _find(rows, column, wanted):
    for row in rows:
        if getattr(row, column) == _typographic(wanted):
            return row
    raise ValueError(f"There is no {wanted!r} here; there are {', '.join(getattr(row, column) for row in rows)}.")


def _typographic(words):
    """Names are written with the apostrophe of print; a keyboard has the other one."""
    return words.replace("'", "’") if isinstance(words, str) else words
