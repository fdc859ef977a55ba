"""What the part-of-speech tagger looks at: shared by the tagger and the script that trains it."""

from __future__ import annotations

import re

START, END = "<s>", "</s>"
"""What stands before the first and after the last word of a sentence."""

# What follows the apostrophe is a word of its own, as in the treebanks.
_CLITIC = re.compile(r"(.*?)(n['’]t|['’](?:s|re|ve|ll|d|m))$|(can)(not)$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONG_NUMBER = 6
_LONG_WORD = 6


def pieces(word: str) -> tuple[str, ...]:
    """A token as the treebanks divide it: ``do n't``, ``he 's``, ``can not``; most are one piece."""
    if "'" not in word and "’" not in word and (word[-1:] not in "tT" or word[-3:].lower() != "not"):
        return (word,)
    found = _CLITIC.match(word)
    return (word,) if found is None else tuple(part for part in found.groups() if part)


def normal(word: str) -> str:
    """A word as the model knows it: lower case, one kind of apostrophe, digits counted but not told apart."""
    low = word.lower()
    if low.isalpha():
        return low
    low = low.replace("’", "'")
    if not any(map(str.isdigit, low)):
        return low
    if len(low) < _LONG_NUMBER:
        return _DIGIT.sub("0", low)
    return "00000" if low.replace(",", "").replace(".", "").isdigit() else "00x"


def shape(word: str, first: bool) -> str:
    """How a word is capitalised; ``first``: it opens a sentence, where a capital says little."""
    if word.islower():
        return "x"
    mark = "i" if first else ""
    if word.isupper():
        return ("X" if len(word) > 1 else "A") + mark
    if word[:1].isupper():
        return "Xx" + mark
    return "d" if word.isdigit() else "o"


def ending_features(ending: str) -> list[str]:
    """What the last three letters of a word say about its tag."""
    return ["3" + ending, "2" + ending[-2:], "1" + ending[-1:]]


def letter_features(low: str) -> list[str]:
    """What other letters of a word say about its tag: the first, and more of the last."""
    found = ["p" + low[:1], "P" + low[:3]]
    if len(low) >= _LONG_WORD:
        found.append("4" + low[-4:])
    if "-" in low:
        found.append("-" + low.rpartition("-")[2][-3:])
    return found


def own_features(word: str, low: str, first: bool) -> list[str]:
    """What a word says about its own tag; ``low`` is what ``normal`` makes of it."""
    return ["w" + low, *letter_features(low), *ending_features(low[-3:]), "h" + shape(word, first)]


def left_features(word: str, low: str) -> list[str]:
    """What a word says about the tag of the word after it."""
    return ["a" + low, "A" + low[-3:], "S" + shape(word, first=False)]


def right_features(word: str, low: str) -> list[str]:
    """What a word says about the tag of the word before it."""
    return ["b" + low, "B" + low[-3:], "T" + shape(word, first=False)]


def far_left_features(low: str) -> list[str]:
    """What a word says about the tag of the second word after it."""
    return ["c" + low]


def far_right_features(low: str) -> list[str]:
    """What a word says about the tag of the second word before it."""
    return ["d" + low]


def history_features(before: int, two_before: int) -> list[str]:
    """What the two tags before say."""
    return [f"t{before}", f"u{two_before}", f"v{before} {two_before}"]


def transition_feature(word: str, before: int) -> str:
    """What the tag before a common word says about that word's tag."""
    return f"k{normal(word)}\t{before}"
