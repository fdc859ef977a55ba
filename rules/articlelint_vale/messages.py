"""Fills words into the messages of rules, as Go's ``Sprintf`` does."""

from __future__ import annotations

import re

_VERB = re.compile(r"%(?:\[(\d+)\])?([svdq%])")


def fill(message: str, *words: str) -> str:
    """The message on one line, ``%s`` replaced by the words in turn and ``%[2]s`` by the second word."""
    following = 0

    def put(verb: re.Match[str]) -> str:
        nonlocal following
        if verb[2] == "%":
            return "%"
        if verb[1]:
            following = int(verb[1]) - 1
        word = words[following] if 0 <= following < len(words) else ""
        following += 1
        return f'"{word}"' if verb[2] == "q" else word

    return " ".join(_VERB.sub(put, message).split())


def one_of(words: tuple[str, ...]) -> str:
    """``'a'``, ``'a' or 'b'``, ``'a', 'b', or 'c'``."""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) < 3:  # noqa: PLR2004 - two need no comma
        return " or ".join(quoted)
    return f"{', '.join(quoted[:-1])}, or {quoted[-1]}"
