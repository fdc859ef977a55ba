"""LanguageTool: a server on this machine, whose address LANGUAGETOOL_URL gives."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from planted.linters.base import Finding, LinterError, Places, read
from planted.model import Span

NAME = "LanguageTool"
INSTALL = (
    "a LanguageTool server on this machine, its address in LANGUAGETOOL_URL, such as http://localhost:8081"
)


def _check(text: str) -> Any:
    data = urlencode({"language": "en-GB", "text": text}).encode()
    address = os.environ["LANGUAGETOOL_URL"].rstrip("/")
    with urlopen(f"{address}/v2/check", data, timeout=60) as answer:
        return json.load(answer)


def available() -> bool:
    """Whether a server answers at the address."""
    if not os.environ.get("LANGUAGETOOL_URL"):
        return False
    try:
        _check("One.")
    except (URLError, OSError):
        return False
    return True


def version() -> str:
    """Return the version that the server names."""
    return str(_check("One.")["software"]["version"])


def findings(paths: Sequence[Path], limit: float) -> dict[Path, list[Finding]]:
    """Ask the server about each file in turn: it has no other way."""
    ends = time.monotonic() + limit
    found: dict[Path, list[Finding]] = {}
    for path in paths:
        if time.monotonic() > ends:
            raise LinterError(f"LanguageTool did not end in {limit:.0f} seconds")
        text = read(path)
        found[path] = parse(_check(text.text), text)
    return found


def parse(answer: Any, text: Places) -> list[Finding]:
    """Read an answer: matches with an offset and a length in UTF-16 units."""
    found: list[Finding] = []
    for row in answer["matches"]:
        start, end = row["offset"], row["offset"] + row["length"]
        span = Span(text.utf16(start), text.utf16(end))
        found.append(Finding(span, row["rule"]["id"], row["message"]))
    return found
