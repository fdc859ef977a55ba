"""
The words of the lexicon, with their sizes.

Takes the words of all spellings: American, British, Canadian, Australian and their accepted variants. Lists
larger than 70 have too many oddities, and include the UKACD list, whose licence asks for more.
"""

from __future__ import annotations

from articlelint.text.lexicon import normalized
from tables.inputs import Inputs
from tables.scowl import word_lists

SPELLINGS = frozenset(
    """
    english american british british_z canadian australian
    variant_1 british_variant_1 canadian_variant_1 australian_variant_1
    """.split()
)
WITHOUT_CAPITAL = frozenset({"words", "contractions"})
WITH_CAPITAL = frozenset({"upper", "proper-names"})
ONE_LETTER = frozenset({"a", "i", "o"})


def smallest_sizes(inputs: Inputs, kinds: frozenset[str], largest_list: int) -> dict[str, int]:
    """The size of the smallest list of these kinds that has each word; possessives count as the word."""
    sizes: dict[str, int] = {}
    for listed in word_lists(inputs):
        if listed.spelling not in SPELLINGS or listed.kind not in kinds or listed.size > largest_list:
            continue
        for line in listed.words:
            word = normalized(line.lower())
            if len(word) > 1 or word in ONE_LETTER:
                sizes[word] = min(sizes.get(word, listed.size), listed.size)
    return sizes


def build(inputs: Inputs, *, largest_list: int) -> dict[str, str]:
    """For each word in lower case its size without a capital and its size with one."""
    sizes = smallest_sizes(inputs, WITHOUT_CAPITAL, largest_list)
    name_sizes = smallest_sizes(inputs, WITH_CAPITAL, largest_list)
    return {word: f"{sizes.get(word, 0)} {name_sizes.get(word, 0)}" for word in sizes | name_sizes}
