"""heading-case: a heading in other capitals, or with another end mark, than those beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import articlelint as al

SMALL = frozenset(
    """
    a an the and but or nor for so yet as at by in of off on onto out over per to up upon via vs v with
    from into
    """.split()
)
"""Words that title case may leave small."""
FULL_STOP, NO_MARK = "a full stop", "no mark"
CLOSERS = frozenset(".!?:—–")
TITLE_SHARE = 0.8
SENTENCE_SHARE = 0.5
RARE_NAME = 50
FEW = 2


class Options(NamedTuple):
    """Which style headings have."""

    style: Literal["auto", "title", "sentence"] = "auto"
    """"title" (Bridge Closed Until May), "sentence" (Bridge closed until May), or as most headings do."""

    minimum_headings: int = 3
    """With "auto", how many headings of one level must agree before another is reported."""

    end_marks: bool = True
    """Whether a full stop at the end of a heading is compared, too."""


class HeadingCase(al.Rule[Options]):
    """
    A heading is in title case where the others are in sentence case, or has a full stop where they have none.

    Compared are the headings of one level within an article. Set "style" to hold every heading to the
    house's own choice of capitals.

    Left alone: headings of one or two words, names, headings in capitals, and headings that could be
    either; of those that end in another mark than a full stop, or are several sentences, the end.
    """

    meta = al.Meta(
        "heading-case",
        "a heading in another style than the others",
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
        al.Flagged(
            "# Why the bridge closed\n\nIt broke.\n\n# News from the region\n\nRust.\n\n"
            "# Where the money went\n\nNowhere.\n\n# [[Questions About the Cost]]\n\nIt stays.",
            suffix=".md",
        ),
        al.Flagged("# [[Why the old bridge closed]]\n\nIt broke.", options={"style": "title"}, suffix=".md"),
        al.Clean(
            "# Why the bridge closed\n\nIt broke.\n\n# What the engineers found\n\nRust.\n\n"
            "# Where the money went\n\nNowhere.\n\n# Anna Berg\n\nShe built it.",
            suffix=".md",
        ),
        al.Clean("# Why the Bridge Closed\n\nIt broke.\n\n# Where money went\n\nNowhere.", suffix=".md"),
        al.Flagged(
            "# It broke early\n\n# It was closed\n\n# They left[[.]]\n\n# It fell down",
            suffix=".md",
        ),
        al.Flagged(
            "# It broke.\n\n# It closed.\n\n# They all [[left]]\n\n# It fell.",
            suffix=".md",
        ),
        al.Clean(
            "# It broke early\n\n# It was closed\n\n# But why?\n\n# It fell. It sank.\n\n# It was gone",
            suffix=".md",
        ),
        al.Clean(
            "# It broke early\n\n# It was closed\n\n# They left.\n\n# It fell down",
            options={"end-marks": False},
            suffix=".md",
        ),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each heading in a style that most others of its level are not in."""
        levels: dict[int, list[al.Block]] = defaultdict(list)
        for block in doc.blocks_of(al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD):
            levels[block.level].append(block)
        for blocks in levels.values():
            enough = len(blocks) >= self.options.minimum_headings
            if enough or self.options.style != "auto":
                yield from self._by_capitals(doc, blocks)
            if enough and self.options.end_marks:
                yield from self._by_end_marks(doc, blocks)

    def _by_capitals(self, doc: al.Document, blocks: Sequence[al.Block]) -> Iterator[al.Finding]:
        """Yield a finding for each heading in another case."""
        styles = [style_of(doc, block) for block in blocks]
        # A heading with one small word is counted, but not reported: News from the region.
        wanted = self._wanted([s or _weak_style(doc, b) for s, b in zip(styles, blocks, strict=True)])
        for block, style in zip(blocks, styles, strict=True):
            if wanted and style and style != wanted:
                yield self.finding(block.span, f"The heading is in {style} case; {self._why(wanted)}")

    def _by_end_marks(self, doc: al.Document, blocks: Sequence[al.Block]) -> Iterator[al.Finding]:
        """Yield a finding at the full stop that other headings do not have, or at the word that lacks it."""
        ends = [_end_of(doc, block) for block in blocks]
        wanted = _most_frequent(ends, self.options.minimum_headings)
        for block, end in zip(blocks, ends, strict=True):
            if wanted and end and end != wanted:
                last = doc.tokens[doc.sentences_in(block.span)[-1].tokens.stop - 1].span
                yield self.finding(last, f"This heading ends with {end}, most beside it with {wanted}")

    def _wanted(self, styles: list[str]) -> str:
        """The style that headings should have; empty where nothing says so."""
        if self.options.style != "auto":
            return self.options.style
        return _most_frequent(styles, self.options.minimum_headings)

    def _why(self, wanted: str) -> str:
        if self.options.style != "auto":
            return f"the house style is {wanted} case"
        return f"most headings beside it are in {wanted} case"


def _most_frequent(styles: Sequence[str], minimum: int) -> str:
    """Return the style that most of the headings have; "" if too few do. Headings without a style are ""."""
    counts = Counter(style for style in styles if style)
    style, count = max(counts.items(), key=lambda entry: entry[1], default=("", 0))
    return style if count >= minimum and (counts.total() - count) * 2 < count else ""


def _end_of(doc: al.Document, block: al.Block) -> str:
    """Return how a heading ends: with a full stop or with a word; "" if its end says nothing."""
    sentences = doc.sentences_in(block.span)
    if len(sentences) != 1 or len(sentences[0].tokens) <= FEW:
        return ""
    last = doc.tokens[sentences[0].tokens.stop - 1]
    if last.kind is al.TokenKind.WORD:
        return "" if last.text.endswith(".") else NO_MARK
    before = doc.tokens.lowered[sentences[0].tokens.stop - 2]
    return FULL_STOP if last.text == "." and al.lexicon.is_common(before) else ""


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
    in_title_case = share.of_words >= TITLE_SHARE and share.capitals >= FEW
    return "title" if in_title_case and _has_more_than_nouns(doc, block) else ""


def _weak_style(doc: al.Document, block: al.Block) -> str:
    """Return "sentence" for a heading whose only everyday word behind the first is small; else ""."""
    share = capital_share(doc, block, fewest=1)
    return "sentence" if share is not None and not share.of_words else ""


class CapitalShare(NamedTuple):
    """How many of the everyday words of a heading have a capital."""

    capitals: int
    of_words: float


def capital_share(
    doc: al.Document, block: al.Block, excepted: frozenset[str] = frozenset(), fewest: int = FEW
) -> CapitalShare | None:
    """
    Return how many everyday words of a heading have a capital; None where it could be in any case.

    ``fewest`` is how many small words, or words with a capital, behind the first show the case.
    """
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
    if max(capital, lower) < fewest or doc.slice(block.span).isupper():
        return None
    return CapitalShare(capital, capital / (capital + lower))


def _has_more_than_nouns(doc: al.Document, block: al.Block) -> bool:
    """Whether verbs, adverbs or prepositions have capitals too; else they may be those of a name."""
    words = [doc.tokens.texts[i] for s in doc.sentences_in(block.span) for i in s.tokens]
    reading = al.read_words([word.lower() for word in words])
    tags = [reading.word_of(index).tag for index in range(len(words))]
    return any(
        word[0].isupper()
        and word.lower() not in SMALL
        and (tag.is_verb or tag in {"ADP", "ADV", "PRON", "SCONJ"})
        for word, tag in zip(words[1:], tags[1:], strict=True)
    )
