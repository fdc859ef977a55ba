"""Scientific names of species: Carcharodon carcharias."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlelint.model import Span
from articlelint.text import lexicon

_BINOMIAL = r"(?:[A-Z][a-z]{2,}|[A-Z]\.)[ \u00a0]([a-z]{3,}(?:-[a-z]+)?)(?:[ \u00a0]([a-z]{3,}))?"
_IN_BRACKETS = re.compile(rf"(?<=\(){_BINOMIAL}(?=[),;])")
_ALONE = re.compile(_BINOMIAL)


def find_species(text: str, italics: Sequence[Span]) -> tuple[Span, ...]:
    """
    Return the scientific names of species, in order: those in brackets and those in italics.

    A genus, or its initial, is followed by one or two words that no small dictionary has; in brackets, where
    other things stand, too, one of them is no English word at all.
    """
    found = {
        Span(*match.span())
        for match in _IN_BRACKETS.finditer(text)
        if _is_latin(match) and not all(lexicon.is_word(word) for word in match.groups() if word)
    }
    for span in italics:
        match = _ALONE.fullmatch(text, span.start, span.end)
        if match is not None and _is_latin(match):
            found.add(span)
    return tuple(sorted(found))


def _is_latin(match: re.Match[str]) -> bool:
    """Whether none of the words after the genus is an everyday one."""
    return not any(word is not None and lexicon.is_common(word) for word in match.groups())
