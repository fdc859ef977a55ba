"""Fingerprints for formats whose readers follow a finding from one run to the next."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlelint.model import Diagnostic


def fingerprinted(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """
    Each of a file's diagnostics with a fingerprint that no other in the file has.

    There is no line number in it, so that it survives edits elsewhere. Findings that are alike, down to the
    words around them, are told apart by their order.
    """
    seen: Counter[str] = Counter()
    for d in diagnostics:
        own = d.fingerprint or digest(d.rule, d.text)
        yield d, f"{own}-{seen[own]}" if seen[own] else own
        seen[own] += 1


def digest(*parts: str) -> str:
    """A short hash of some texts, the same on every machine."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()
