"""What makes a finding itself wherever it stands: the words of it and those beside it."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlelint.model import Finding

NEIGHBOURS = 3
"""Words on either side that tell one finding of a kind from another."""

_WORD = re.compile(r"\w+")
_REACHES = (50, 160)
"""Characters on either side in which neighbours are looked for; the second where the first has too few."""


def fingerprint(finding: Finding, text: str) -> str:
    """
    What makes a finding itself, wherever it stands: rule, flagged words, neighbouring words.

    No line numbers, no counts, no message: a paragraph that moves keeps its fingerprints. Words are compared
    without case, marks and white space, so that curling the quotation marks does not make old findings new.
    """
    start, end = finding.span.start, finding.span.end
    before: list[str] = []
    after: list[str] = []
    for reach in _REACHES:
        # One word more, for the furthest may be part of one.
        if len(before) <= NEIGHBOURS:
            before = _words(text[max(0, start - reach) : start])
        if len(after) <= NEIGHBOURS:
            after = _words(text[end : end + reach])
    before, after = before[-NEIGHBOURS:], after[:NEIGHBOURS]
    # Between words the marks are all there is: a doubled space is not a missing full stop.
    flagged = " ".join(_words(text[start:end])) or text[start:end]
    parts = "\0".join((finding.rule, flagged, " ".join(before), " ".join(after)))
    return blake2b(parts.encode(), digest_size=10).hexdigest()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
