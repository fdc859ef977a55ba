"""The parts of speech that the reader tells apart."""

from __future__ import annotations

from enum import StrEnum


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

    upos: str
    """The Universal Dependencies part of speech: ``VERB`` for each of the verb's forms."""
    is_finite: bool
    """Whether the word is a finite verb."""
    is_verb: bool
    """Whether the word is a verb or an auxiliary, in any form."""


for _tag in Tag:
    # Kept with each tag, because rules ask for them of every word.
    _tag.upos, _, _form = _tag.partition(".")
    _tag.is_finite = _form == "Fin"
    _tag.is_verb = _tag.upos in {"AUX", "VERB"}

FINITE = frozenset({Tag.AUX_FINITE, Tag.VERB_FINITE})
