"""Names of places in several words, of which at least one is an ordinary word that could lose its capital."""

from __future__ import annotations

from articlelint import lexicon
from tables.inputs import Inputs
from tables.names import cities, states, territories


def build(inputs: Inputs, *, large_city: int) -> dict[str, str]:
    """For the first two words of the names in lower case the names as they are written, sorted."""
    found = {name for name in states(inputs) if " " in name}
    for city in cities(inputs):
        name = str(city["name"]).replace("’", "'")
        if int(str(city["population"])) >= large_city and _has_ordinary_word(name):
            found.add(name)
    for name in territories(inputs):
        if _has_ordinary_word(name.replace(" and ", " ").replace(" of ", " ").replace(" the ", " ")):
            found.add(name)
    rows: dict[str, list[str]] = {}
    for name in sorted(found):
        rows.setdefault(" ".join(name.lower().split()[:2]), []).append(name)
    return {words: "|".join(names) for words, names in rows.items()}


def _has_ordinary_word(name: str) -> bool:
    """Whether a name has several words, each with a capital, and one of them is an ordinary word."""
    words = name.split()
    if len(words) == 1 or words[0] == "The" or not all(word[0].isupper() for word in words):
        return False
    return any(lexicon.is_word(word.lower()) for word in words)
