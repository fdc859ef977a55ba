"""Capitals that are lost, added or doubled."""

from __future__ import annotations

from random import Random

from planted.model import Planted, plants, replaced
from planted.text import STARTS, as_markdown, body, group, matches, places


@plants("lowercase-name", "capitals", "A name loses its capital")
def capital_lost(article: str, random: Random) -> Planted | None:
    """A name of one word, between words in lower case, that stands nowhere in lower case."""
    found = [
        m
        for m in matches(r"\b[a-z]+ ([A-Z][a-z]{3,})(?=[ ,.](?![A-Z]))", article)
        if not places(m[1].lower(), article)
    ]
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen, 1), chosen[1].lower(), others=places(chosen[1], article))


@plants("stray-capital", "capitals", "A common word inside a sentence gets a capital")
def capital_added(article: str, random: Random) -> Planted | None:
    """A word of five letters or more between words in lower case that stands nowhere with a capital."""
    found = [
        m for m in matches(r"(?<=[a-z] )[a-z]{5,}(?= [a-z])", article) if not places(m[0].title(), article)
    ]
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen), chosen[0].title())


@plants("doubled-capital", "capitals", "The second letter of a word is a capital too")
def capital_doubled(article: str, random: Random) -> Planted | None:
    """A word with a capital, of three letters or more."""
    found = matches(r"\b[A-Z][a-z]{2,}\b", article)
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen), chosen[0][:2].upper() + chosen[0][2:])


@plants("lowercase-start", "fragments", "A sentence starts in lower case")
def start_lowered(article: str, random: Random) -> Planted | None:
    """A sentence inside a paragraph that starts with a word that is no name."""
    found = matches(rf"(?<=[a-z]{{3}}\. )(?:{'|'.join(STARTS)})(?= [a-z])", article)
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen), chosen[0].lower())


HEADINGS = (
    "What happens next",
    "A long wait for answers",
    "How it began",
    "Reaction from the region",
    "Questions about the cost",
    "A change of plan",
)
"""Crossheads that fit most articles, in sentence case."""


@plants(
    "heading-case",
    "capitals",
    "One crosshead of an article is in title case, the others are not",
    written=True,
)
def heading_case_varied(article: str, random: Random) -> Planted | None:
    """Four crossheads are written into the article; one of them gets capitals."""
    marked = as_markdown(article)
    ends = [span.end for span in body(marked)] if marked else []
    if marked is None or len(ends) < 8:
        return None
    titles = random.sample(HEADINGS, 4)
    for title, end in zip(titles, (ends[6], ends[4], ends[2], ends[0]), strict=True):
        marked = f"{marked[:end]}\n\n## {title}{marked[end:]}"
    wrong = random.choice(titles)
    small = {"for", "from", "the", "of", "a"}
    capitals = " ".join(word if word in small else word[0].upper() + word[1:] for word in wrong.split())
    others = [span for title in titles for span in places(title, marked)]
    chosen = places(wrong, marked)[0]
    return replaced(marked, chosen, capitals, others=others)._replace(suffix=".md")
