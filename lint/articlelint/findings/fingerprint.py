"""The fingerprint of a finding: what identifies it when the text around it has moved."""

from __future__ import annotations

import re
from hashlib import blake2b

from articlelint.model import Finding

NEIGHBOURS = 3
"""How many words on either side belong to the fingerprint."""

_WORD = re.compile(r"\w+")
_REACHES = (50, 160)
"""How many characters on either side are searched for those words: at first, and if they are too few."""


def fingerprint(finding: Finding, text: str, flagged: str) -> str:
    """
    Return a hash of the rule's name, the flagged words and the words beside them.

    ``text`` is the prose that the finding's span counts in, and ``flagged`` is what it flags. Line numbers,
    counts and the message do not matter, so findings keep their fingerprints when a paragraph moves. Nor do
    case, punctuation and white space, so findings do not become new when the quotation marks are curled.
    """
    start, end = finding.span.start, finding.span.end
    before: list[str] = []
    after: list[str] = []
    for reach in _REACHES:
        # One word more is wanted, because the outermost may be cut off.
        if len(before) <= NEIGHBOURS:
            before = _words(text[max(0, start - reach) : start])
        if len(after) <= NEIGHBOURS:
            after = _words(text[end : end + reach])
    before, after = before[-NEIGHBOURS:], after[:NEIGHBOURS]
    # A finding between words has only marks: a doubled space must not equal a missing full stop.
    words = " ".join(_words(flagged)) or flagged
    parts = "\0".join((finding.rule, words, " ".join(before), " ".join(after)))
    return blake2b(parts.encode(), digest_size=10).hexdigest()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
