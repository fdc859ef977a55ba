"""The rule unfinished-paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al

LINE = 60
"""Lines shorter than this, more than one in a block, are verse or an address."""
CLOSING = "\"'”’»)]*"
FEW_WORDS = 5
LIKELY = 0.8
"""The confidence for a part of a word, and for a short sentence that alone has no end mark."""
SEVERAL = 4
LAST_MARKS = 6
FIRST = re.compile(r"[,;](?=\s)|[a-z]{3,20}(?=[\s,.])")
SUCCESSORS = frozenset({al.BlockKind.PARAGRAPH, al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD})
LEADING = frozenset("like as including say says is are was were follows follow this below with using".split())
"""Words before a list, a quotation or code."""
NEVER_LAST = al.words.determiners.ARTICLES | al.words.determiners.POSSESSIVES - {"her", "his"}
"""Words that need a noun behind them: no sentence ends in one."""


class Options(NamedTuple):
    """The options of unfinished-paragraph."""

    minimum_words: int = 30
    """How long a paragraph of a single sentence must be; shorter ones may be headings, credits or links."""

    def check(self) -> None:
        """Raise ValueError where a value makes no sense."""
        if self.minimum_words < 1:
            raise ValueError("minimum-words must be at least 1")


class UnfinishedParagraph(al.Rule[Options]):
    """
    A paragraph breaks off without an end mark, or its beginning is missing.

    Either its last words are missing, or a stray line break has cut a sentence in two: then the next
    paragraph goes on in lower case, and the message says what to join. A paragraph of one sentence is
    reported if it is long, if it ends in a word that needs another one ("buy back shares of its"), or if all
    other paragraphs of the article have an end mark; then the last of several sentences may be short, or end
    in a name. The beginning is missing where a paragraph begins with a comma, or with the end of a word that
    the article has elsewhere.

    Left alone: headings, list items, captions, tables, code, verse and addresses, single lines that may be
    a credit or a link, and paragraphs that lead in a list or a quotation with a colon.
    """

    meta = al.Meta(
        "unfinished-paragraph",
        "a paragraph without its end or its beginning",
        since="0.1",
        warning_from=0.5,
        error_from=0.9,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "The minister said the road would stay closed for [[the]]\n\nsummer, and perhaps longer.",
            fixed="The minister said the road would stay closed for the summer, and perhaps longer.",
        ),
        al.Flagged("The bridge was closed in May. Nobody told the school, and the buses went on [[running]]"),
        al.Flagged("The bridge was closed.\n\n[[,]] who had run the ferry for years, was not asked."),
        al.Flagged("The government closed it.\n\n[[ernment]] officials said that it was not safe."),
        al.Flagged(
            "The bridge was closed.\n\nA ferry runs.\n\nIt is full.\n\n"
            "The mayor said it would stay [[shut]]\n\nThe school is closed.\n\nNobody was asked."
        ),
        al.Flagged(
            "The bridge was closed.\n\nA ferry runs.\n\nIt is full.\n\nNobody was asked.\n\n"
            "The work begins in May. It ends in [[June]]"
        ),
        al.Flagged("The bridge was closed.\n\nThe council will also buy back the houses and [[the]]"),
        al.Clean(
            "Harbour bridge closed\n\nThe bridge was closed in May.\n\nPhoto: Anna Berg\n\nBy our reporter"
        ),
        al.Clean("The council has three plans:\n\nto close the bridge\n\nto mend it"),
        al.Clean("Dear reader. Yours sincerely,\nAnna Berg\nHarbour Street 4\n20457 Hamburg"),
        al.Clean("More on this: the bridge that nobody wanted and the engineer who built it"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Paragraphs that end in a word, or begin with a comma or inside a word."""
        yield from self._beheaded(doc)
        only = _is_only_one_without_mark(doc)
        for number, block in enumerate(doc.blocks):
            if not doc.text[block.span.end - 1].isalpha():
                continue  # as nearly all
            if block.kind is not al.BlockKind.PARAGRAPH or not _ends_in_word(doc, block):
                continue
            after = doc.blocks[number + 1] if number + 1 < len(doc.blocks) else None
            if after is not None and self._goes_on(doc, block, after):
                yield self._join(doc, block, after)
            elif not _leads_in(doc, block, after):
                # What a colon leads in may be a line of a poem.
                led_in = number > 0 and doc.text[doc.blocks[number - 1].span.end - 1] == ":"
                yield from self._breaks_off(doc, block, first=not number, only=only and not led_in)

    def _beheaded(self, doc: al.Document) -> Iterator[al.Finding]:
        """Paragraphs of sentences that begin with a comma or with the end of a word."""
        backwards: list[str] = []
        for block in doc.blocks_of(al.BlockKind.PARAGRAPH):
            first = FIRST.match(doc.text, block.span.start, block.span.end)
            if first is None or not _has_end_mark(doc, block):
                continue
            span, text = al.Span(*first.span()), first.group()
            if text in {",", ";"}:
                message = "The paragraph begins with a comma: its first words are missing"
                yield self.finding(span, message.replace("comma", "semicolon") if text == ";" else message)
                continue
            backwards = backwards or sorted(word[::-1] for word in doc.spellings)
            if whole := _whole_word(doc, text, backwards):
                message = (
                    f"The paragraph begins inside a word, perhaps “{whole}”: its first words are missing"
                )
                yield self.finding(span, message, confidence=LIKELY)

    def _goes_on(self, doc: al.Document, block: al.Block, after: al.Block) -> bool:
        """Whether the next paragraph is the rest of this one's last sentence."""
        if after.kind is not al.BlockKind.PARAGRAPH:
            return False
        first = doc.slice(after.span).split(None, 1)[0].strip(",;")
        return (
            first.islower()
            and al.lexicon.is_word(first)
            and len(doc.slice(block.span).split()) > FEW_WORDS
            and doc.slice(after.span).rstrip(CLOSING).endswith((".", "!", "?"))
        )

    def _join(self, doc: al.Document, block: al.Block, after: al.Block) -> al.Finding:
        span = _last_word(doc, block)
        first = doc.slice(after.span).split(None, 1)[0]
        gap = al.Span(block.span.end, after.span.start)
        return self.finding(
            span,
            f"The sentence breaks off after “{doc.slice(span)}”: join it to the next paragraph, “{first} …”",
            related=[
                al.Related(
                    al.Span(after.span.start, after.span.start + len(first)), "the sentence goes on here"
                )
            ],
            fix=self.replace(gap, " "),
        )

    def _breaks_off(
        self, doc: al.Document, block: al.Block, *, first: bool, only: bool
    ) -> Iterator[al.Finding]:
        """
        A paragraph without an end mark, if it is prose: it has several sentences, or it is long.

        A short sentence will do if its paragraph is the only one without an end mark, or if a noun must
        follow.
        """
        sentences = doc.sentences_in(block.span)
        text, final = doc.slice(block.span), sentences[-1]
        words = doc.slice(final.span).split()
        last = words[-1].strip(CLOSING)
        plain = last.islower() and al.lexicon.is_word(last)
        if not plain and not (only and len(sentences) > 1):
            return
        alone = only or last in NEVER_LAST
        if len(sentences) > 1:
            few = FEW_WORDS // 2
            likely = len(doc.slice(sentences[0].span).split()) > few
            sure = likely and plain and len(words) > FEW_WORDS
            likely = likely and alone and len(words) > few and words[0][0].isupper()
        else:
            may_be = not first and ": " not in text
            sure = may_be and len(words) >= self.options.minimum_words
            likely = may_be and alone and len(words) > FEW_WORDS and text[0].isupper()
        if not (sure or likely) or not any(word.tag.is_finite for word in doc.read(final).words):
            return
        span = _last_word(doc, block)
        message = f"The paragraph breaks off after “{doc.slice(span)}”: finish it, or add a full stop"
        yield self.finding(span, message, confidence=None if sure else LIKELY)


def _has_end_mark(doc: al.Document, block: al.Block) -> bool:
    """Whether a block ends with an end mark, or with a colon, before any closing marks."""
    ending = doc.text[max(block.span.end - LAST_MARKS, block.span.start) : block.span.end]
    return ending.rstrip(CLOSING).endswith((".", "!", "?", "…", ":"))


def _is_only_one_without_mark(doc: al.Document) -> bool:
    """Whether an article of several paragraphs has an end mark behind each of them but one."""
    paragraphs = doc.blocks_of(al.BlockKind.PARAGRAPH)
    without = sum(not _has_end_mark(doc, block) for block in paragraphs)
    return without == 1 and len(paragraphs) > SEVERAL


def _whole_word(doc: al.Document, part: str, backwards: list[str]) -> str:
    """
    A word of the article that ends with a part that is no word itself; "" if there is none.

    ``backwards`` are the words of the article, each from its last letter to its first, sorted.
    """
    if al.lexicon.is_word(part) or al.lexicon.is_name_only(part) or len(doc.positions[part]) > 1:
        return ""
    at = bisect_right(backwards, part[::-1])
    return backwards[at][::-1] if at < len(backwards) and backwards[at].startswith(part[::-1]) else ""


def _leads_in(doc: al.Document, block: al.Block, after: al.Block | None) -> bool:
    """Whether a paragraph that has lost its colon leads in a list, a quotation or code."""
    if after is not None and after.kind not in SUCCESSORS:
        return True
    return doc.slice(_last_word(doc, block)).lower() in LEADING


def _ends_in_word(doc: al.Document, block: al.Block) -> bool:
    """Whether a block of prose, not of verse, that ends in a letter ends in a word."""
    text = doc.slice(block.span)
    lines = text.split("\n")
    if len(lines) > 1 and sum(len(line) < LINE for line in lines[:-1]) > len(lines) // 3:
        return False
    return bool(text[-2:-1].islower() or text[-2:-1].isspace()) and "http" not in text.split()[-1]


def _last_word(doc: al.Document, block: al.Block) -> al.Span:
    """Where a block's last word stands."""
    text = doc.slice(block.span)
    return al.Span(block.span.start + len(text) - len(text.split()[-1]), block.span.end)
