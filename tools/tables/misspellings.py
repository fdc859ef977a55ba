"""Common misspellings: words that nobody means, each with what was meant."""

from __future__ import annotations

from articlelint import gazetteer, lexicon
from tables.inputs import Inputs

DICTIONARY = "codespell_lib/data/dictionary.txt"


def build(inputs: Inputs, *, shortest: int) -> dict[str, str]:
    """For each misspelling in lower case its corrections, with ``|`` between them."""
    lines = inputs.files("codespell")[DICTIONARY].decode().splitlines()
    found: dict[str, str] = {}
    for line in lines:
        slip, _, rest = line.partition("->")
        # Several corrections end with a comma. What stands behind the last comma is why none is certain.
        *corrections, reason = rest.split(",") if "," in rest else (rest, "")
        meant = [text.strip() for text in corrections]
        if reason.strip() or not _is_no_word(slip) or not all(map(_is_known, meant)):
            continue
        # Most short ones are words of other languages, or clipped: only letters in the wrong order count.
        if len(slip) < shortest and sorted(slip) != sorted(meant[0]):
            continue
        # "Lookin" is how people speak.
        if slip.endswith("in") and slip + "g" in meant:
            continue
        found[slip] = "|".join(meant)
    return dict(sorted(found.items()))


def _is_no_word(word: str) -> bool:
    """Whether letters are neither an English word nor a name."""
    if not word.isalpha() or not word.isascii():
        return False
    return lexicon.sizes(word) == (0, 0) and not lexicon.is_rare(word) and not gazetteer.name_kinds(word)


def _is_known(phrase: str) -> bool:
    """Whether the lexicon has all words of a correction."""
    return all(map(lexicon.is_word, phrase.replace("-", " ").split()))
