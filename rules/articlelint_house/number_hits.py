"""What every finder of numbers yields."""

from __future__ import annotations

from typing import NamedTuple

import articlelint as al


class NumberHit(NamedTuple):
    """A number that is written against the house's style."""

    span: al.Span
    use: str
    """The number in the house's style, or "" where that is not certain."""
    advice: str = ""
    """What to do, in place of "write" and ``use``."""
