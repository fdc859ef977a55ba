"""What every finder of numbers yields."""

from __future__ import annotations

from typing import NamedTuple

import articlelint as al


class Odd(NamedTuple):
    """A number that is not written the house's way; ``use`` is that way, or "" where it is not certain."""

    span: al.Span
    use: str
    advice: str = ""
