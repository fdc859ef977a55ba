"""Classifies the blocks of an article by their words and neighbours, for all kinds of markup alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlelint.markup.article_blocks import (
    LONGEST,
    ArticleBlocks,
    has_full_stop,
    is_title_case,
    is_unfinished,
    opens_as_title,
)
from articlelint.markup.builder import UnclassifiedBlock
from articlelint.markup.credits import is_byline, is_byline_near_top, is_caption, is_dateline
from articlelint.markup.line_kinds import is_breadcrumb, is_ticker, is_timestamp
from articlelint.markup.recipes import find_recipe
from articlelint.markup.short_lines import PLAIN_CROSSHEAD_WORDS, find_crossheads, find_verse
from articlelint.markup.turns import find_speaker_labels, find_turns
from articlelint.model import BlockKind

_INNER_STOP = re.compile(r"\w[a-z0-9)][.?!][”\"’')]?\s+[“\"‘']?[A-Z]")
_BULLET = re.compile(r"[•◦▪‣·■□●○█][█ \t\u00a0]+\S")
_HEADLINE_WORDS = 20
_QUESTION_HEADLINE_WORDS = 12
_LONE_HEADLINE_WORDS = 15
_STANDFIRST_WORDS = 45
_TOP = 6
"""How many blocks at the top may be a headline, standfirst or byline before the body begins."""

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.CROSSHEAD})
_FURNITURE = frozenset(
    {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.BREADCRUMB, BlockKind.TIMESTAMP}
)


def classify_blocks(blocks: Sequence[UnclassifiedBlock], *, titled: bool = False) -> list[BlockKind]:
    """
    Return the kinds of an article's blocks; the kinds that the markup gives are kept where possible.

    If ``titled``, the headline stands elsewhere, such as in front matter, and is not looked for.
    """
    # What a picture shows stands beside the text, and does not separate a headline from its standfirst.
    kinds = [block.kind for block in blocks]
    text = [index for index, kind in enumerate(kinds) if kind is not BlockKind.ALT_TEXT]
    for index, kind in zip(text, _classify([blocks[i] for i in text], titled=titled), strict=True):
        kinds[index] = kind
    return kinds


def _classify(blocks: Sequence[UnclassifiedBlock], *, titled: bool) -> list[BlockKind]:
    article = ArticleBlocks(blocks)
    _check_markup(article)
    _find_credits(article)
    find_turns(article)
    find_speaker_labels(article)
    headline = None if titled else _find_headline(article)
    _find_byline_near_top(article, headline)
    _find_standfirst(article, headline)
    find_recipe(article)
    find_verse(article)
    _find_tickers(article)
    find_crossheads(article)
    return article.kinds


def _check_markup(article: ArticleBlocks) -> None:
    """Correct the kinds of the markup: one heading is the headline, and no block is too long for its kind."""
    if LONGEST.keys().isdisjoint(article.kinds):
        return
    body_seen = False
    for index, block in enumerate(article.blocks):
        kind = article.kinds[index]
        if kind in LONGEST and (
            article.words(index) > LONGEST[kind] or (kind is BlockKind.STANDFIRST and body_seen)
        ):
            article.kinds[index] = BlockKind.PARAGRAPH
        body_seen = body_seen or (not block.settled and article.body(index))
    headings = [i for i, kind in enumerate(article.kinds) if kind in _HEADINGS]
    top = next((i for i in headings if article.kinds[i] is BlockKind.HEADLINE), None)
    if top is None and headings and not any(article.body(i) for i in range(headings[0])):
        top = headings[0]
    for index in headings:
        article.kinds[index] = BlockKind.HEADLINE if index == top else BlockKind.CROSSHEAD


def _find_credits(article: ArticleBlocks) -> None:
    """Find bylines, datelines, captions, times, breadcrumbs, and list items that begin with a bullet."""
    for index, text in enumerate(article.texts):
        if not article.open(index):
            continue
        if is_byline(text):
            article.kinds[index] = BlockKind.BYLINE
        elif is_dateline(text):
            article.kinds[index] = BlockKind.DATELINE
        elif is_caption(text):
            article.kinds[index] = BlockKind.CAPTION
        elif is_timestamp(text):
            article.kinds[index] = BlockKind.TIMESTAMP
        elif is_breadcrumb(text):
            article.kinds[index] = BlockKind.BREADCRUMB
        elif _BULLET.match(text):
            article.kinds[index] = BlockKind.LIST_ITEM


def _find_tickers(article: ArticleBlocks) -> None:
    """Find lines of prices; the headline has been found, for it may look like one."""
    for index, text in enumerate(article.texts):
        if article.open(index) and text[-1] in "%)0123456789" and is_ticker(text):
            article.kinds[index] = BlockKind.TICKER


def _find_headline(article: ArticleBlocks) -> int | None:
    """Return the index of the headline: a heading of the markup, or a short first block before the body."""
    if BlockKind.HEADLINE in article.kinds:
        return article.kinds.index(BlockKind.HEADLINE)
    first = next((i for i, kind in enumerate(article.kinds) if kind not in _FURNITURE), None)
    if first is None or first >= _TOP or not article.open(first):
        return None
    text, words = article.texts[first], article.words(first)
    title = is_title_case(text)
    if len(article.texts) == 1:
        found = title and words <= _LONE_HEADLINE_WORDS and article.unmarked(first)
    else:
        found = (
            opens_as_title(text)
            and not is_unfinished(text)
            and (_INNER_STOP.search(text) is None or title)
            and words <= (_HEADLINE_WORDS if title or not has_full_stop(text) else 0)
        ) or (text.endswith("?") and words <= _QUESTION_HEADLINE_WORDS and _INNER_STOP.search(text) is None)
        found = found and _body_follows(article, first)
    if not found:
        return None
    article.kinds[first] = BlockKind.HEADLINE
    return first


def _body_follows(article: ArticleBlocks, index: int) -> bool:
    """Whether running text that is longer than the block comes soon after it."""
    return any(
        article.body(i) and len(article.texts[i]) > len(article.texts[index])
        for i in range(index + 1, min(index + _TOP, len(article.texts)))
    )


def _find_byline_near_top(article: ArticleBlocks, headline: int | None) -> None:
    """Find a byline such as "Jane Doe in Paris", which may stand only between the headline and the body."""
    if headline is None:
        return
    sentences = 0
    for index in range(headline + 1, min(headline + _TOP, len(article.texts))):
        if article.open(index) and is_byline_near_top(article.texts[index]):
            article.kinds[index] = BlockKind.BYLINE
            return
        # One block of running text may be the standfirst; after two, the body has begun.
        sentences += article.body(index)
        if sentences > 1:
            return


def _find_standfirst(article: ArticleBlocks, headline: int | None) -> None:
    """Find the standfirst under the headline: before a byline, or without a full stop, or all in bold."""
    if headline is None or headline + 2 >= len(article.texts):
        return
    index = headline + 1
    if not article.open(index) or article.words(index) > _STANDFIRST_WORDS:
        return
    following = article.kinds[index + 1]
    byline = following in {BlockKind.BYLINE, BlockKind.DATELINE}
    bare = article.unmarked(index) and article.words(index) > PLAIN_CROSSHEAD_WORDS
    bold = article.blocks[index].strong and article.words(index) > PLAIN_CROSSHEAD_WORDS
    if (byline or bare or bold) and any(
        article.body(i) for i in range(index + 1, min(index + _TOP, len(article.texts)))
    ):
        article.kinds[index] = BlockKind.STANDFIRST
