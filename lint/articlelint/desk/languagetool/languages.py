"""The languages that are checked, English and its variants, and those that are recognised."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.text.language import FEWEST_WORDS, guess_other_language
from articlelint.text.words import dialects


class Language(NamedTuple):
    """A language, or a variant of one, with the code that clients send."""

    name: str
    code: str

    @property
    def dialect(self) -> str:
        """The dialect to check for; "auto" for a variant whose spellings are not known here."""
        return self.code if self.code in dialects.DIALECTS else "auto"

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
OTHERS = {
    "German": "de",
    "French": "fr",
    "Spanish": "es",
    "Portuguese": "pt",
    "Italian": "it",
    "Catalan": "ca",
    "Romanian": "ro",
    "Dutch": "nl",
    "Swedish": "sv",
    "Danish or Norwegian": "da",
    "Finnish": "fi",
    "Hungarian": "hu",
    "Polish": "pl",
    "Czech or Slovak": "cs",
    "Croatian or Serbian": "hr",
    "Turkish": "tr",
    "Indonesian or Malay": "id",
    "Tagalog": "tl",
    "Swahili": "sw",
    "Welsh": "cy",
    "Irish": "ga",
    "Vietnamese": "vi",
}
"""The codes of the languages that are recognised, but not checked; of two, the code of the first."""
UNDETERMINED = "und"
"""The code of a language that is not known, as of a text in another script."""
SURE, UNSURE = 0.99, 0.5
"""The confidence in a language; a text of a few words has too little of it to tell."""
DEFAULT = ENGLISH[1]
"""What ``auto`` gives, unless the client prefers another variant."""


class Detected(NamedTuple):
    """The language that a text seems to be in, and how sure that is, from 0 to 1."""

    language: Language
    confidence: float


def detect(text: str, english: Language) -> Detected:
    """Detect the language of a text; if it is English, it is the variant ``english``."""
    other = guess_other_language(text)
    if other:
        return Detected(Language(other.capitalize(), OTHERS.get(other, UNDETERMINED)), SURE)
    enough = len(text.split(maxsplit=FEWEST_WORDS)) >= FEWEST_WORDS
    return Detected(english, SURE if enough else UNSURE)
