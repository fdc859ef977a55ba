"""Terminal colours, for the formats that people read."""

from __future__ import annotations

from articlelint.model import Severity

SEVERITIES = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
"""The colour code of each severity: red, yellow, cyan."""

BOLD, DIM = "1", "2"


def styled(text: str, code: str, *, color: bool) -> str:
    """Return the text in a colour or style (an SGR code), or unchanged if ``color`` is false."""
    return f"\x1b[{code}m{text}\x1b[0m" if color and text else text
