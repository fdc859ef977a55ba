"""Unique fingerprints, for formats whose readers follow a finding from one run to the next."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from articlelint.model import Diagnostic


def with_unique_fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """
    Yield each diagnostic of a file with a fingerprint that no other in the file has.

    Diagnostics with the same fingerprint (the same words in the same surroundings) are numbered in their
    order.
    """
    seen: Counter[str] = Counter()
    for d in diagnostics:
        own = d.fingerprint or digest(d.rule, d.text)
        yield d, f"{own}-{seen[own]}" if seen[own] else own
        seen[own] += 1


def digest(*parts: str) -> str:
    """Return a short hash of some texts, the same on every machine."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()
