"""
Which articles are held out: those that the reader is not trained on, so that figures on them can be believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from zlib import crc32

from reader.annotate import AnnotatedArticle
from reader.text import Article

SHARE = 8
"""Of a hundred articles, those held out."""


def is_held_out(article: Article | AnnotatedArticle) -> bool:
    """Whether an article is held out: its name decides, so that it is always the same ones."""
    return crc32(f"{article.source}/{article.name}".encode()) % 100 < SHARE


def choose(
    articles: Iterable[AnnotatedArticle], pieces: int
) -> tuple[list[AnnotatedArticle], list[AnnotatedArticle]]:
    """The first articles of each source until they have so many pieces, and the others."""
    counts: Counter[str] = Counter()
    chosen: list[AnnotatedArticle] = []
    others: list[AnnotatedArticle] = []
    for article in articles:
        if counts[article.source] < pieces:
            counts[article.source] += count_pieces([article])
            chosen.append(article)
        else:
            others.append(article)
    return chosen, others


def count_pieces(articles: Sequence[AnnotatedArticle]) -> int:
    """The pieces of articles."""
    return sum(len(s.words) for article in articles for paragraph in article.paragraphs for s in paragraph)


def split(articles: Sequence[AnnotatedArticle]) -> tuple[list[AnnotatedArticle], list[AnnotatedArticle]]:
    """The articles to train on, and those held out."""
    training = [article for article in articles if not is_held_out(article)]
    held_out = [article for article in articles if is_held_out(article)]
    return training, held_out
