"""The rule unfinished-paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al

LINE = 60
"""Lines shorter than this, more than one in a block, are verse or an address."""
CLOSING = "\"'”’»)]*"
FEW_WORDS = 5
SUCCESSORS = frozenset({al.BlockKind.PARAGRAPH, al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD})
LEADING = frozenset("like as including say says is are was were follows follow this below with using".split())
"""Words before a list, a quotation or code."""


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
    A paragraph breaks off without an end mark.

    Either its last words are missing, or a stray line break has cut a sentence in two: then the next
    paragraph goes on in lower case, and the message says what to join.

    Left alone: headings, list items, captions, tables, code, verse and addresses, single lines that may be
    a credit or a link, and paragraphs that lead in a list or a quotation with a colon.
    """

    meta = al.Meta("unfinished-paragraph", "a paragraph that breaks off without an end mark", since="0.1")
    options_type = Options
    examples = (
        al.Flagged(
            "The minister said the road would stay closed for [[the]]\n\nsummer, and perhaps longer.",
            fixed="The minister said the road would stay closed for the summer, and perhaps longer.",
        ),
        al.Flagged("The bridge was closed in May. Nobody told the school, and the buses went on [[running]]"),
        al.Clean(
            "Harbour bridge closed\n\nThe bridge was closed in May.\n\nPhoto: Anna Berg\n\nBy our reporter"
        ),
        al.Clean("The council has three plans:\n\nto close the bridge\n\nto mend it"),
        al.Clean("Dear reader. Yours sincerely,\nAnna Berg\nHarbour Street 4\n20457 Hamburg"),
        al.Clean("More on this: the bridge that nobody wanted and the engineer who built it"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Paragraphs that end in a word."""
        for number, block in enumerate(doc.blocks):
            if not doc.text[block.span.end - 1].isalpha():
                continue  # as nearly all
            if block.kind is not al.BlockKind.PARAGRAPH or not _ends_in_word(doc, block):
                continue
            after = doc.blocks[number + 1] if number + 1 < len(doc.blocks) else None
            if after is not None and self._goes_on(doc, block, after):
                yield self._join(doc, block, after)
            elif self._breaks_off(doc, block, first=not number) and not _leads_in(doc, block, after):
                span = _last_word(doc, block)
                yield self.finding(
                    span,
                    f"The paragraph breaks off after “{doc.slice(span)}”: finish it, or add a full stop",
                )

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

    def _breaks_off(self, doc: al.Document, block: al.Block, *, first: bool) -> bool:
        """Whether a paragraph without an end mark is prose: it has several sentences, or it is long."""
        sentences = doc.sentences_in(block.span)
        text = doc.slice(block.span)
        words = doc.slice(sentences[-1].span).split()
        last = words[-1].strip(CLOSING)
        if not last.islower() or not al.lexicon.is_word(last):
            return False
        if not any(word.tag.is_finite for word in doc.read(sentences[-1]).words):
            return False
        if len(sentences) > 1:
            return len(words) > FEW_WORDS and len(doc.slice(sentences[0].span).split()) > FEW_WORDS // 2
        return not first and len(text.split()) >= self.options.minimum_words and ": " not in text


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
