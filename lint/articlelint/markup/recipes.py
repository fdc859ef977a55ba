"""Finds the ingredients and the steps of a recipe."""

from __future__ import annotations

import re
from itertools import pairwise

from articlelint.markup.article_blocks import ArticleBlocks, has_full_stop
from articlelint.markup.line_kinds import is_ingredient
from articlelint.model import BlockKind

_METHOD = re.compile(
    r"(?:The )?(?:Method|Directions|Instructions|Preparation|Steps|How to (?:make|cook) (?:it|them)):?",
    re.IGNORECASE,
)
_FEWEST = 3
_MOST_WORDS = 12


def find_recipe(article: ArticleBlocks) -> None:
    """
    Find ingredients, and the paragraphs of the method below its heading.

    A recipe has three lines or more that begin with a quantity in a unit of cooking. Between them and beside
    them, other short lines without a full stop are ingredients, too: "Salt and pepper".
    """
    certain = [i for i, text in enumerate(article.texts) if is_ingredient(text)]
    if len(certain) < _FEWEST:
        return
    for index in certain:
        if article.open(index):
            article.kinds[index] = BlockKind.INGREDIENT
    for first, last in pairwise(certain):
        between = range(first + 1, last)
        if all(_may_be_ingredient(article, i) for i in between):
            for index in between:
                article.kinds[index] = BlockKind.INGREDIENT
    following = certain[-1] + 1
    while following < len(article.texts) and _may_be_ingredient(article, following):
        article.kinds[following] = BlockKind.INGREDIENT
        following += 1
    _find_steps(article, certain[0])


def _may_be_ingredient(article: ArticleBlocks, index: int) -> bool:
    text = article.texts[index]
    short = article.open(index) and article.words(index) <= _MOST_WORDS
    return short and not has_full_stop(text) and text[-1] != ":" and not _METHOD.fullmatch(text)


def _find_steps(article: ArticleBlocks, first: int) -> None:
    """Find the steps of the method: the paragraphs from its heading to the next heading."""
    in_method = False
    for index in range(first, len(article.texts)):
        if _METHOD.fullmatch(article.texts[index]):
            in_method = True
            if article.open(index):
                article.kinds[index] = BlockKind.CROSSHEAD
        elif article.kinds[index] is BlockKind.CROSSHEAD:
            in_method = False
        elif in_method and article.open(index):
            article.kinds[index] = BlockKind.RECIPE_STEP
