"""The patterns of styles: compiled when an article may contain a match, and run with a time limit."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import articlelint as al
from articlelint_vale.shapes import needed
from articlelint_vale.syntax import PatternError, translate
from articlelint_vale.views import Unit, Views

if TYPE_CHECKING:
    import regex

SECONDS = 5.0
"""The time limit for one pattern on one unit."""


class Expression:
    """One pattern of a rule. It is checked at once, and compiled when it is first needed."""

    def __init__(self, pattern: str, at: str, *, before: str = "", after: str = "") -> None:
        """``before`` and ``after`` are put around the translated pattern. Raises SettingsError."""
        try:
            translated = translate(pattern)
        except PatternError as error:
            raise al.SettingsError(f"{at}: '{pattern}' is no regular expression: {error}") from None
        self.pattern = pattern
        self.at = at
        self.shape = translated.shape
        self.needed = needed(translated.shape)
        self.local = translated.local
        self._text = f"{before}{translated.text}{after}"
        self._compiled: regex.Pattern[str] | None = None

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
        return TimeoutError(f"{self.at}: '{self.pattern}' found no end in {SECONDS:g} seconds")


def compiled(text: str, pattern: str, at: str) -> regex.Pattern[str]:
    """Compile a translated pattern. Raises SettingsError with the pattern as it stands in the file."""
    import regex

    try:
        return regex.compile(text, regex.V1)
    except (regex.error, ValueError, OverflowError) as error:
        raise al.SettingsError(f"{at}: '{pattern}' is no regular expression: {error}") from None


@lru_cache(maxsize=1024)
def whole_match(pattern: str, text: str) -> bool:
    """Whether a pattern matches a whole text; a wrong pattern matches only itself."""
    import regex

    try:
        return regex.fullmatch(translate(pattern).text, text, regex.V1, timeout=SECONDS) is not None
    except (PatternError, regex.error, ValueError, OverflowError, TimeoutError):
        return pattern == text
