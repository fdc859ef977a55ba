"""Words typed twice, spaces, brackets, marks and letters that look alike."""

from __future__ import annotations

import re
from random import Random

from planted.model import Planted, Span, plants, replaced
from planted.text import body, group, matches, plain_sentences, slice_of

LOOKALIKES = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
"""Latin letters and the Cyrillic ones that look the same."""


@plants("repeated-word", "typography", "A word is typed twice")
def word_doubled(article: str, random: Random) -> Planted | None:
    """A word in lower case, most often a short one, as happens when a line breaks."""
    short = matches(
        r"(?<=[a-z] )(?:the|a|of|to|in|and|for|on|is|was|at|by|with|from|be|it)(?= [a-z])", article
    )
    words = matches(r"(?<=[a-z] )[a-z]{2,}(?= [a-z])", article)
    found = short if short and random.random() < 0.7 else words
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen), f"{chosen[0]} {chosen[0]}")


@plants("extra-space", "typography", "Two spaces stand between two words, or one before a comma")
def space_added(article: str, random: Random) -> Planted | None:
    """Inside a sentence."""
    pattern = random.choice([r"(?<=[a-z]) (?=[a-z])", r"(?<=[a-z])(?=, [a-z])"])
    found = matches(pattern, article)
    if not found:
        return None
    chosen = random.choice(found)
    reach = Span(chosen.start() - 1, chosen.end() + 1)
    return replaced(article, group(chosen), f"{chosen[0]} ", reach=reach)


@plants("lookalike-letter", "typography", "A letter of a word is Cyrillic and looks like the Latin one")
def letter_swapped(article: str, random: Random) -> Planted | None:
    """One letter of a word of four letters or more."""
    found = [m for m in matches(r"\b[A-Za-z]{4,}\b", article) if any(c in LOOKALIKES for c in m[0])]
    if not found:
        return None
    chosen = random.choice(found)
    at = random.choice([i for i, letter in enumerate(chosen[0]) if letter in LOOKALIKES])
    return replaced(article, group(chosen), chosen[0][:at] + LOOKALIKES[chosen[0][at]] + chosen[0][at + 1 :])


@plants("unbalanced-bracket", "typography", "A bracket loses its partner")
def bracket_dropped(article: str, random: Random) -> Planted | None:
    """One round bracket of a pair inside one paragraph that has no other."""
    found: list[Span] = []
    for paragraph in body(article):
        pairs = re.findall(r"[()]", slice_of(article, paragraph))
        if pairs == ["(", ")"]:
            start = article.index("(", paragraph.start)
            found.append(Span(start, article.index(")", start) + 1))
    if not found:
        return None
    pair = random.choice(found)
    at = random.choice([pair.start, pair.end - 1])
    return replaced(article, Span(at, at + 1), "", reach=pair)


@plants("double-punctuation", "typography", "A comma or stop is typed twice, or two marks follow each other")
def mark_doubled(article: str, random: Random) -> Planted | None:
    """After a word: ,, or .. or ,. or ;; or ,;."""
    comma = matches(r"(?<=[a-z]),(?= [a-z])", article)
    stops = [Span(s.end - 1, s.end) for s in plain_sentences(article)]
    if comma and random.random() < 0.5:
        return replaced(article, group(random.choice(comma)), random.choice([",,", ",.", ",;"]))
    if not stops:
        return None
    return replaced(article, random.choice(stops), random.choice(["..", ",.", ".,", ";."]))
