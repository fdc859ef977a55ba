"""The rule headline-case."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple

import articlelint as al

SMALL = frozenset(
    """
    a an the and but or nor for so yet as at by in of off on onto out over per to up upon via vs v with
    from into
    """.split()
)
"""Words that title case may leave small."""
CLOSERS = frozenset(".!?:—–")
TITLE_SHARE = 0.8
SENTENCE_SHARE = 0.5
RARE_NAME = 50
FEW = 2


class Options(NamedTuple):
    """The options of headline-case."""

    style: Literal["auto", "title", "sentence"] = "auto"
    """"title" (Bridge Closed Until May), "sentence" (Bridge closed until May), or as most headings do."""

    minimum_headings: int = 3
    """With "auto", how many headings of one level must agree before another is reported."""


class HeadlineCase(al.Rule[Options]):
    """
    A heading is in title case where the others are in sentence case, or the other way round.

    Compared are the headings of one level within an article. Set "style" to hold every heading to the
    house's own choice.

    Left alone: headings of one or two words, names, headings in capitals, and headings that could be
    either.
    """

    meta = al.Meta(
        "headline-case",
        "a heading in another case than the others",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "# Why the bridge closed\n\nIt broke.\n\n# What the engineers found\n\nRust.\n\n"
            "# Where the money went\n\nNowhere.\n\n# [[What Happens To The Two Schools]]\n\nIt stays.",
            suffix=".md",
        ),
        al.Flagged("# [[Why the old bridge closed]]\n\nIt broke.", options={"style": "title"}, suffix=".md"),
        al.Clean(
            "# Why the bridge closed\n\nIt broke.\n\n# What the engineers found\n\nRust.\n\n"
            "# Where the money went\n\nNowhere.\n\n# Anna Berg\n\nShe built it.",
            suffix=".md",
        ),
        al.Clean("# Why the Bridge Closed\n\nIt broke.\n\n# Where money went\n\nNowhere.", suffix=".md"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Headings in the style that most others of their level are not in."""
        levels: dict[int, list[al.Block]] = defaultdict(list)
        for block in doc.blocks_of(al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD):
            levels[block.level].append(block)
        for blocks in levels.values():
            if self.options.style == "auto" and len(blocks) < self.options.minimum_headings:
                continue
            styles = [style_of(doc, block) for block in blocks]
            wanted = self._wanted(styles)
            for block, style in zip(blocks, styles, strict=True):
                if wanted and style and style != wanted:
                    yield self.finding(
                        block.span,
                        f"The heading is in {style} case; {self._why(wanted)}",
                    )

    def _wanted(self, styles: list[str]) -> str:
        """The style that headings should have; empty where nothing says so."""
        if self.options.style != "auto":
            return self.options.style
        style, count = max(
            Counter(s for s in styles if s).items(), key=lambda entry: entry[1], default=("", 0)
        )
        others = sum(1 for s in styles if s and s != style)
        return style if count >= self.options.minimum_headings and others * 2 < count else ""

    def _why(self, wanted: str) -> str:
        if self.options.style != "auto":
            return f"the house style is {wanted} case"
        return f"most headings beside it are in {wanted} case"


def _is_plain(form: str) -> bool:
    """Whether a word is an everyday one, no name."""
    return al.lexicon.is_common(form) and (
        not al.lexicon.name_size(form) or al.lexicon.name_size(form) > RARE_NAME
    )


def style_of(doc: al.Document, block: al.Block, excepted: frozenset[str] = frozenset()) -> str:
    """
    Whether a heading is in "title" or "sentence" case; empty where it could be either.

    The words of ``excepted``, in lower case, say nothing about it.
    """
    share = capital_share(doc, block, excepted)
    if share is None:
        return ""
    if share.of_words <= SENTENCE_SHARE:
        return "sentence"
    in_title_case = share.of_words >= TITLE_SHARE and share.capitals > FEW
    return "title" if in_title_case and _has_more_than_nouns(doc, block) else ""


class CapitalShare(NamedTuple):
    """How many of the everyday words of a heading have a capital."""

    capitals: int
    of_words: float


def capital_share(
    doc: al.Document, block: al.Block, excepted: frozenset[str] = frozenset()
) -> CapitalShare | None:
    """Return how many everyday words of a heading have a capital; None where it could be in any case."""
    capital = lower = 0
    opening = True
    for token in (doc.tokens[i] for s in doc.sentences_in(block.span) for i in s.tokens):
        if token.kind is al.TokenKind.WORD:
            form = token.text.lower()
            if not opening and form not in SMALL and form not in excepted and _is_plain(form):
                capital += token.text[0].isupper()
                lower += token.text[0].islower()
            opening = False
        elif token.text in CLOSERS:
            opening = True
    if max(capital, lower) < FEW or doc.slice(block.span).isupper():
        return None
    return CapitalShare(capital, capital / (capital + lower))


def _has_more_than_nouns(doc: al.Document, block: al.Block) -> bool:
    """Whether verbs or adverbs have capitals too; else they may be those of a name."""
    words = [doc.tokens.texts[i] for s in doc.sentences_in(block.span) for i in s.tokens]
    reading = al.read_words([word.lower() for word in words])
    tags = [reading.word_of(index).tag for index in range(len(words))]
    return any(
        word[0].isupper() and (tag.is_verb or tag in {"ADV", "PRON", "SCONJ"})
        for word, tag in zip(words[1:], tags[1:], strict=True)
    )
