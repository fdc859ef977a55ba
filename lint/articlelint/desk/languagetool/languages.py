"""The languages that are checked: English and its variants."""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """A language, or a variant of one, with the code that clients send."""

    name: str
    code: str

    def as_dict(self) -> dict[str, str]:
        """The entry in the answer to ``/v2/languages``."""
        return {"name": self.name, "code": self.code.partition("-")[0], "longCode": self.code}


ENGLISH = (
    Language("English", "en"),
    Language("English (US)", "en-US"),
    Language("English (GB)", "en-GB"),
    Language("English (Australia)", "en-AU"),
    Language("English (Canada)", "en-CA"),
    Language("English (New Zealand)", "en-NZ"),
    Language("English (South Africa)", "en-ZA"),
)
DEFAULT = ENGLISH[1]
"""What ``auto`` gives, unless the client prefers another variant."""


def named(code: str) -> Language:
    """The language of a code."""
    return next(language for language in ENGLISH if language.code == code)
