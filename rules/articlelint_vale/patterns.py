"""The patterns of styles: compiled when an article may contain a match, and run with a time limit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import articlelint as al
from articlelint_vale.characters import PatternError
from articlelint_vale.shapes import needed
from articlelint_vale.syntax import translate
from articlelint_vale.views import Unit, Views

if TYPE_CHECKING:
    import regex

SECONDS = 5.0
"""The time limit for one pattern on one unit."""
_SHOWN = 100
"""The most characters of a pattern in a message."""


class Expression:
    """One pattern of a rule. It is checked at once, and compiled when it is first needed."""

    def __init__(
        self, pattern: str, at: str, *, before: str = "", after: str = "", groups_before: int | None = None
    ) -> None:
        """
        ``before`` and ``after`` are put around the translated pattern. Raises SettingsError.

        ``groups_before`` is for one of several tokens: the number of groups in those before it.
        """
        try:
            translated = translate(pattern, groups_before or 0)
        except PatternError as error:
            raise al.SettingsError(f"{at}: {shown(pattern)} is no regular expression: {error}") from None
        self.groups = translated.groups
        self.refers_to = translated.refers_to
        self.pattern = pattern
        self.at = at
        self.shape = translated.shape
        self.needed = needed(translated.shape)
        self.local = translated.local
        self._text = f"{before}{translated.text}{after}"
        self._compiled: regex.Pattern[str] | None = None
        if groups_before is None:
            self.check_reference(self.groups)

    def check_reference(self, groups: int) -> None:
        """Raise SettingsError if the pattern refers to a group that the rule does not have."""
        if self.refers_to > groups:
            what = f"it refers to group {self.refers_to}, and the rule has {groups}"
            raise al.SettingsError(f"{self.at}: {shown(self.pattern)} is no regular expression: {what}")

    @property
    def compiled(self) -> regex.Pattern[str]:
        """The compiled pattern. Raises SettingsError."""
        if self._compiled is None:
            self._compiled = compiled(self._text, self.pattern, self.at)
        return self._compiled

    def may_match(self, lowered: str) -> bool:
        """Whether a text in lower case contains one of the strings that every match contains."""
        return not self.needed or any(text in lowered for text in self.needed)

    def search(self, text: str, start: int = 0) -> regex.Match[str] | None:
        """The first match from an offset on."""
        try:
            return self.compiled.search(text, start, timeout=SECONDS)
        except TimeoutError:
            raise self._too_slow() from None

    def all(self, text: str) -> Iterator[regex.Match[str]]:
        """Every match, in order."""
        try:
            yield from self.compiled.finditer(text, timeout=SECONDS)
        except TimeoutError:
            raise self._too_slow() from None

    def in_units(self, views: Views, units: tuple[Unit, ...]) -> Iterator[tuple[Unit, regex.Match[str]]]:
        """Every match that is not empty, unit by unit."""
        for unit in units:
            if self.may_match(views.lowered(raw=unit.raw)):
                for match in self.all(unit.text):
                    if match.end() > match.start():
                        yield unit, match

    def _too_slow(self) -> TimeoutError:
        return TimeoutError(f"{self.at}: {shown(self.pattern)} found no end in {SECONDS:g} seconds")


def shown(pattern: str) -> str:
    """A pattern for a message, shortened if it is long."""
    return f"'{pattern}'" if len(pattern) <= _SHOWN else f"'{pattern[:_SHOWN]}…'"


def compiled(text: str, pattern: str, at: str) -> regex.Pattern[str]:
    """Compile a translated pattern. Raises SettingsError with the pattern as it stands in the file."""
    import regex

    try:
        return regex.compile(text, regex.V1)
    except (regex.error, ValueError, OverflowError) as error:
        raise al.SettingsError(f"{at}: {shown(pattern)} is no regular expression: {error}") from None


@lru_cache(maxsize=1024)
def whole_match(pattern: str, text: str) -> bool:
    """Whether a pattern matches a whole text; a wrong pattern matches only itself."""
    import regex

    try:
        return regex.fullmatch(translate(pattern).text, text, regex.V1, timeout=SECONDS) is not None
    except (PatternError, regex.error, ValueError, OverflowError, TimeoutError):
        return pattern == text
