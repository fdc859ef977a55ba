"""Byte offsets to code points: tree-sitter counts bytes, everything else here counts code points."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEADS = bytes(0 if byte & 0xC0 == 0x80 else 1 for byte in range(256))


class CodePoints:
    """A text as UTF-8, and its byte offsets as code points: one pass, and free for ASCII."""

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "replace")
        self._table: Sequence[int] | None = None
        if len(self.data) != len(text):
            self._table = list(accumulate(self.data.translate(_LEADS), initial=0))

    def __getitem__(self, byte: int) -> int:
        return byte if self._table is None else self._table[byte]
