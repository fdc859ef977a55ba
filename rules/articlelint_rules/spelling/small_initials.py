"""Names that begin with a small letter, which a typist or a program has changed: iPad and Ipad."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import articlelint as al
from articlelint_rules.spelling.phonetic import SHORTEST
from articlelint_rules.spelling.spellings import Spelling

_NAME = re.compile(r"([A-Za-z]+)(?:['’]s)?")
_SMALL_INITIAL = re.compile(r"[a-z]+[A-Z][A-Za-z]*")


def small_initials(doc: al.Document) -> Iterator[tuple[Spelling, Spelling]]:
    """
    Yield the pairs of a name with a small first letter and an inner capital, and it with a capital as others.

    Ebay is such a form of eBay. "EBay", with which a sentence may begin, and "EBAY" are none.
    """
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for text in doc.spellings:
        match = _NAME.fullmatch(text)
        if match and len(match[1]) >= SHORTEST:
            forms[match[1]].append(text)
    for name in filter(_SMALL_INITIAL.fullmatch, list(forms)):
        other = name.capitalize()
        if other in forms:
            yield _spelling(doc, name, forms[name]), _spelling(doc, other, forms[other])


def _spelling(doc: al.Document, name: str, forms: list[str]) -> Spelling:
    """Return a name with its places; ``forms`` are it and it with a possessive ending."""
    tokens = doc.tokens
    at = [i for form in forms for i in doc.positions[form.lower()] if tokens.texts[i] == form]
    return Spelling.of(name, (al.Span(tokens.starts[i], tokens.starts[i] + len(name)) for i in sorted(at)))
