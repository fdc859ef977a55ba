"""The parts of speech that the tagger tells apart."""

from __future__ import annotations

from articlelint.enums import StrEnum


class Tag(StrEnum):
    """
    A word's part of speech: those of Universal Dependencies, with verbs divided by their form.

    A finite verb makes a sentence with its subject; infinitives, ``-ing`` forms and past participles do not.
    """

    ADJ = "ADJ"
    ADP = "ADP"
    ADV = "ADV"
    AUX_FINITE = "AUX.Fin"
    AUX_INFINITIVE = "AUX.Inf"
    AUX_ING = "AUX.Ing"
    AUX_PARTICIPLE = "AUX.Part"
    CCONJ = "CCONJ"
    DET = "DET"
    INTJ = "INTJ"
    NOUN = "NOUN"
    NUM = "NUM"
    PART = "PART"
    PRON = "PRON"
    PROPN = "PROPN"
    PUNCT = "PUNCT"
    SCONJ = "SCONJ"
    SYM = "SYM"
    VERB_FINITE = "VERB.Fin"
    VERB_INFINITIVE = "VERB.Inf"
    VERB_ING = "VERB.Ing"
    VERB_PARTICIPLE = "VERB.Part"
    X = "X"

    @property
    def upos(self) -> str:
        """The Universal Dependencies part of speech: ``VERB`` for each of the verb's forms."""
        return self.partition(".")[0]

    @property
    def is_finite(self) -> bool:
        """Whether the word is a finite verb."""
        return self in FINITE

    @property
    def is_verb(self) -> bool:
        """Whether the word is a verb or an auxiliary, in any form."""
        return self in _VERBS


FINITE = frozenset({Tag.AUX_FINITE, Tag.VERB_FINITE})
_VERBS = frozenset(tag for tag in Tag if tag.startswith(("AUX", "VERB")))
