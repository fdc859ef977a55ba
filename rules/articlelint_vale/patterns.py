"""Patterns of styles, compiled when an article has something that they may match, and never for too long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import articlelint as al
from articlelint_vale.shapes import needed
from articlelint_vale.syntax import PatternError, translate

if TYPE_CHECKING:
    import regex

    from articlelint_vale.views import Unit, Views

SECONDS = 5.0
"""For one pattern on one unit: what takes longer will never end."""


class Expression:
    """One pattern of a rule. Its parts are checked at once, and compiled when they are first needed."""

    def __init__(self, pattern: str, at: str, *, before: str = "", after: str = "") -> None:
        """``before`` and ``after`` are put around the translation. Raises SettingsError."""
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
        """The pattern, compiled. Raises SettingsError."""
        if self._compiled is None:
            self._compiled = compiled(self._text, self.pattern, self.at)
        return self._compiled

    def may_match(self, lowered: str) -> bool:
        """Whether a text, in lower case, has what the pattern cannot do without."""
        return not self.needed or any(text in lowered for text in self.needed)

    def search(self, text: str, start: int = 0) -> regex.Match[str] | None:
        """The first match from a place on."""
        try:
            return self.compiled.search(text, start, timeout=SECONDS)
        except TimeoutError:
            raise self._too_slow() from None

    def all(self, text: str) -> Iterator[regex.Match[str]]:
        """Every match, one after the other."""
        try:
            yield from self.compiled.finditer(text, timeout=SECONDS)
        except TimeoutError:
            raise self._too_slow() from None

    def in_units(self, views: Views, units: tuple[Unit, ...]) -> Iterator[tuple[Unit, regex.Match[str]]]:
        """Every match that has a character, unit by unit."""
        for unit in units:
            if self.may_match(views.lowered(raw=unit.raw)):
                for match in self.all(unit.text):
                    if match.end() > match.start():
                        yield unit, match

    def _too_slow(self) -> TimeoutError:
        return TimeoutError(f"{self.at}: '{self.pattern}' found no end in {SECONDS:g} seconds")


def compiled(text: str, pattern: str, at: str) -> regex.Pattern[str]:
    """A translated pattern, compiled. Raises SettingsError, which shows it as it was written."""
    import regex

    try:
        return regex.compile(text, regex.V1)
    except (regex.error, ValueError, OverflowError) as error:
        raise al.SettingsError(f"{at}: '{pattern}' is no regular expression: {error}") from None


@lru_cache(maxsize=1024)
def whole_match(pattern: str, text: str) -> bool:
    """Whether a text is what a pattern stands for; a pattern that is none stands for itself."""
    import regex

    try:
        return regex.fullmatch(translate(pattern).text, text, regex.V1, timeout=SECONDS) is not None
    except (PatternError, regex.error, ValueError, OverflowError, TimeoutError):
        return pattern == text
