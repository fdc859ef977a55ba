"""Names with a capital inside: GitHub, McCartney."""

from __future__ import annotations

import re

from tables.inputs import Inputs
from tables.scowl import word_lists

INNER_CAPITAL = re.compile("[A-Z]+[a-z]+[A-Z][a-zA-Z]+|[a-z]+[A-Z][a-zA-Z]*")
DISUSED = frozenset({"ErvIn", "NaDene", "RayBan", "WiFi", "TelePrompTer", "EverReady"})


def build(inputs: Inputs, *, largest_list: int) -> dict[str, str]:
    """For each name in lower case the name as it is written."""
    found = {
        name
        for listed in word_lists(inputs)
        if listed.spelling == "english" and listed.kind in {"upper", "proper-names"}
        if listed.size <= largest_list
        for name in listed.words
        if INNER_CAPITAL.fullmatch(name)
    }
    return {name.lower(): name for name in sorted(found - DISUSED)}
