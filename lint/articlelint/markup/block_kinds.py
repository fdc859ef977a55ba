"""Classifies the blocks of an article by their words and neighbours, for all kinds of markup alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from articlelint.markup.builder import UnclassifiedBlock
from articlelint.markup.credits import is_byline, is_byline_near_top, is_caption, is_dateline
from articlelint.model import BlockKind
from articlelint.text.words import auxiliaries, determiners, pronouns

_FULL_STOP = re.compile(r"(?:[.?!…]|\.\.\.)[”\"’')\]»]*(?:\s?\[\d+\])*$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_UNFINISHED = re.compile(r"[,:;—–&/-]$")
_INNER_STOP = re.compile(r"\w[a-z0-9)][.?!][”\"’')]?\s+[“\"‘']?[A-Z]")
_SPEAKER = re.compile(r"([A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,3}):[ ]+\S")
_QUESTION_LABEL = re.compile(r"(?:Q|Question)[.:][ ]+\S")
_ANSWER_LABEL = re.compile(r"(?:A|Answer)[.:][ ]+\S")
_BULLET = re.compile(r"[•◦▪‣·][ \t\u00a0]+\S")
_NOT_SPEAKERS = frozenset(
    """
    Correction Credit Editor’s Example Image Note Notes Photo Picture Read Related See Source Tip Update
    Updated Video Warning Watch
    """.split()
)
_SENTENCE_OPENERS = frozenset(
    word.capitalize()
    for word in (
        *pronouns.SUBJECTS,
        *determiners.DEMONSTRATIVES,
        *("and", "but", "her", "his", "my", "so", "their", "then", "there", "your"),
    )
)
_PLAIN_WORDS = (
    auxiliaries.BE - {"being"}
    | auxiliaries.HAVE
    | auxiliaries.DO
    | pronouns.SUBJECTS - {"i", "you"}
    | {"will", "would", "can", "could", "not", "his", "her"}
)
_PLAIN_VERB = re.compile(rf"[ ](?:{'|'.join(sorted(_PLAIN_WORDS))})(?=[ ])")
"""Short words that have a capital in a title and none in a sentence."""
_LONGEST = {
    BlockKind.HEADLINE: 40,
    BlockKind.CROSSHEAD: 40,
    BlockKind.STANDFIRST: 70,
    BlockKind.BYLINE: 25,
    BlockKind.DATELINE: 15,
    BlockKind.CAPTION: 120,
}
"""How many words a block of each kind may have. If it has more, the markup was used for something else."""
_MOST_WORDS = max(_LONGEST.values())
_HEADLINE_WORDS = 20
_QUESTION_HEADLINE_WORDS = 12
_LONE_HEADLINE_WORDS = 15
_STANDFIRST_WORDS = 45
_CROSSHEAD_WORDS = 10
_PLAIN_CROSSHEAD_WORDS = 6
_BODY_WORDS = 12
_LEAD_IN_WORDS = 4
_LONG_WORD = 4
_TITLE_SHARE = 0.8
_TOP = 6
"""How many blocks at the top may be a headline, standfirst or byline before the body begins."""

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.CROSSHEAD})
_FURNITURE = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION})
_BODY = frozenset({BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE, BlockKind.QA_TURN, BlockKind.TABLE_CELL})


class _Article:
    """The blocks of an article while their kinds are being found."""

    def __init__(self, blocks: Sequence[UnclassifiedBlock]) -> None:
        self.blocks = blocks
        self.texts = [block.text for block in blocks]
        self.kinds = [block.kind for block in blocks]
        self._words: dict[int, int] = {}

    def words(self, index: int) -> int:
        """Return how many words a block has; at most one more than any kind of ``_LONGEST`` may have."""
        if index not in self._words:
            self._words[index] = len(self.texts[index].split(maxsplit=_MOST_WORDS))
        return self._words[index]

    def open(self, index: int) -> bool:
        """Whether the kind of a block is not known yet."""
        return self.kinds[index] is BlockKind.PARAGRAPH and not self.blocks[index].settled

    def body(self, index: int) -> bool:
        """Whether a block is running text: it has sentences, or is too long to be anything else."""
        if self.kinds[index] in _BODY:
            return True
        text = self.texts[index]
        return self.kinds[index] is BlockKind.PARAGRAPH and (
            _has_full_stop(text)
            or self.words(index) >= _BODY_WORDS
            or (text[-1] == ":" and self.words(index) >= _LEAD_IN_WORDS)
        )

    def unmarked(self, index: int) -> bool:
        """Whether a block begins as a title does and has no punctuation mark at its end."""
        text = self.texts[index]
        return not _has_full_stop(text) and _opens_as_title(text) and _UNFINISHED.search(text) is None


def classify_blocks(blocks: Sequence[UnclassifiedBlock], *, titled: bool = False) -> list[BlockKind]:
    """
    Return the kinds of an article's blocks; the kinds that the markup gives are kept where possible.

    If ``titled``, the headline stands elsewhere, such as in front matter, and is not looked for.
    """
    article = _Article(blocks)
    _check_markup(article)
    _find_credits(article)
    _find_turns(article)
    headline = None if titled else _find_headline(article)
    _find_byline_near_top(article, headline)
    _find_standfirst(article, headline)
    _find_crossheads(article)
    return article.kinds


def _check_markup(article: _Article) -> None:
    """Correct the kinds of the markup: one heading is the headline, and no block is too long for its kind."""
    if _LONGEST.keys().isdisjoint(article.kinds):
        return
    body_seen = False
    for index, block in enumerate(article.blocks):
        kind = article.kinds[index]
        if kind in _LONGEST and (
            article.words(index) > _LONGEST[kind] or (kind is BlockKind.STANDFIRST and body_seen)
        ):
            article.kinds[index] = BlockKind.PARAGRAPH
        body_seen = body_seen or (not block.settled and article.body(index))
    headings = [i for i, kind in enumerate(article.kinds) if kind in _HEADINGS]
    top = next((i for i in headings if article.kinds[i] is BlockKind.HEADLINE), None)
    if top is None and headings and not any(article.body(i) for i in range(headings[0])):
        top = headings[0]
    for index in headings:
        article.kinds[index] = BlockKind.HEADLINE if index == top else BlockKind.CROSSHEAD


def _find_credits(article: _Article) -> None:
    """Find bylines, datelines, captions, and list items that begin with a bullet."""
    for index, text in enumerate(article.texts):
        if not article.open(index):
            continue
        if is_byline(text):
            article.kinds[index] = BlockKind.BYLINE
        elif is_dateline(text):
            article.kinds[index] = BlockKind.DATELINE
        elif is_caption(text):
            article.kinds[index] = BlockKind.CAPTION
        elif _BULLET.match(text):
            article.kinds[index] = BlockKind.LIST_ITEM


def _find_turns(article: _Article) -> None:
    """
    Find the questions and answers of an interview: by their labels, or questions wholly in bold.

    A label ("Haddad: ...") counts only if there is a labelled question, and if the label occurs again or
    stands beside another label. So "Note: ..." and the rows of a fact box are no turns. "A. Smith" is no
    answer if there is no "Q.".
    """
    labels = [_label(text) if ": " in text else None for text in article.texts]
    asked = [text for label, text in zip(labels, article.texts, strict=True) if label and "?" in text]
    has_questions = [text for text in article.texts if text[0] == "Q" and _QUESTION_LABEL.match(text)]
    bold = [block for block in article.blocks if block.strong]
    if not (asked or has_questions or bold):
        return
    count = Counter(label for label in labels if label is not None)
    for index, text in enumerate(article.texts):
        if not article.open(index):
            continue
        if (
            (asked and _takes_turns(article.texts, labels, index, count))
            or (has_questions and (_QUESTION_LABEL.match(text) or _ANSWER_LABEL.match(text)))
            or (article.blocks[index].strong and text.endswith("?"))
        ):
            article.kinds[index] = BlockKind.QA_TURN


def _label(text: str) -> str | None:
    """What looks like the name of a speaker before a colon at the start of a block; None if nothing does."""
    match = _SPEAKER.match(text)
    return None if match is None or match.group(1).split()[0] in _NOT_SPEAKERS else match.group(1)


def _takes_turns(texts: Sequence[str], labels: Sequence[str | None], index: int, count: Counter[str]) -> bool:
    """Whether the label of a block occurs again, or stands beside another and one of the two asks."""
    label = labels[index]
    if label is None:
        return False
    around = (labels[index - 1] if index else None, *labels[index + 1 : index + 2])
    if count[label] > 1 and (index > 0 or any(around)):
        return True
    neighbours = [i for i in (index - 1, index, index + 1) if 0 <= i < len(texts)]
    return any(around) and any(labels[i] and texts[i].endswith("?") for i in neighbours)


def _find_headline(article: _Article) -> int | None:
    """Return the index of the headline: a heading of the markup, or a short first block before the body."""
    if BlockKind.HEADLINE in article.kinds:
        return article.kinds.index(BlockKind.HEADLINE)
    first = next((i for i, kind in enumerate(article.kinds) if kind not in _FURNITURE), None)
    if first is None or first >= _TOP or not article.open(first):
        return None
    text, words = article.texts[first], article.words(first)
    title = _is_title_case(text)
    if len(article.texts) == 1:
        found = title and words <= _LONE_HEADLINE_WORDS and article.unmarked(first)
    else:
        found = (
            _opens_as_title(text)
            and _UNFINISHED.search(text) is None
            and (_INNER_STOP.search(text) is None or title)
            and words <= (_HEADLINE_WORDS if title or not _has_full_stop(text) else 0)
        ) or (text.endswith("?") and words <= _QUESTION_HEADLINE_WORDS and _INNER_STOP.search(text) is None)
        found = found and _body_follows(article, first)
    if not found:
        return None
    article.kinds[first] = BlockKind.HEADLINE
    return first


def _body_follows(article: _Article, index: int) -> bool:
    """Whether running text that is longer than the block comes soon after it."""
    return any(
        article.body(i) and len(article.texts[i]) > len(article.texts[index])
        for i in range(index + 1, min(index + _TOP, len(article.texts)))
    )


def _find_byline_near_top(article: _Article, headline: int | None) -> None:
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


def _find_standfirst(article: _Article, headline: int | None) -> None:
    """Find the standfirst under the headline: before a byline, or without a full stop, or all in bold."""
    if headline is None or headline + 2 >= len(article.texts):
        return
    index = headline + 1
    if not article.open(index) or article.words(index) > _STANDFIRST_WORDS:
        return
    following = article.kinds[index + 1]
    byline = following in {BlockKind.BYLINE, BlockKind.DATELINE}
    bare = article.unmarked(index) and article.words(index) > _PLAIN_CROSSHEAD_WORDS
    bold = article.blocks[index].strong and article.words(index) > _PLAIN_CROSSHEAD_WORDS
    if (byline or bare or bold) and any(
        article.body(i) for i in range(index + 1, min(index + _TOP, len(article.texts)))
    ):
        article.kinds[index] = BlockKind.STANDFIRST


def _find_crossheads(article: _Article) -> None:
    """Find crossheads: one or two short lines in a row, without an end mark, above running text."""
    run: list[int] = []
    for index in range(1, len(article.texts)):
        if article.open(index) and _is_crosshead(article, index):
            run.append(index)
        elif run:
            if len(run) in {1, 2} and article.body(index):
                for i in run:
                    article.kinds[i] = BlockKind.CROSSHEAD
            run = []


def _is_crosshead(article: _Article, index: int) -> bool:
    text = article.texts[index]
    if not article.unmarked(index) or article.words(index) > _CROSSHEAD_WORDS:
        return False
    if article.blocks[index].strong or _is_title_case(text):
        return True
    return article.words(index) <= _PLAIN_CROSSHEAD_WORDS and text.split()[0] not in _SENTENCE_OPENERS


def _has_full_stop(text: str) -> bool:
    """Whether the text ends with a full stop, with or without quotation marks, brackets or note numbers."""
    return _FULL_STOP.search(text) is not None


def _opens_as_title(text: str) -> bool:
    first = next((char for char in text if char.isalnum()), "")
    return bool(first) and not first.islower()


def _is_title_case(text: str) -> bool:
    """Whether nearly all longer words have capitals, and no verb or pronoun is in lower case."""
    if _PLAIN_VERB.search(text):
        return False
    longer = [word for word in _WORD.findall(text) if len(word) >= _LONG_WORD]
    # One longer word does not make a title.
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) >= _TITLE_SHARE * len(longer)
