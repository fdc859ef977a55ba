"""The document: one article's prose and the views of it that rules read, each computed once when asked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from articlelint.model import Block, BlockKind, Span

if TYPE_CHECKING:
    from articlelint.markup.base import OffsetMap
    from articlelint.text.attribution import Attribution
    from articlelint.text.names import Name
    from articlelint.text.quotes import Quotations, Quote
    from articlelint.text.sentences import Sentence
    from articlelint.text.tagger import Reading, Tagger
    from articlelint.text.tags import Tag
    from articlelint.text.tokens import Tokens


class House(NamedTuple):
    """
    Decisions of the newsroom that every rule may read.

    ``dialect`` is "en-GB", "en-US", "en-CA", "en-AU" or "auto"; ``spelling`` maps a preferred form to the
    forms that it replaces; ``names`` are people and places as the newsroom spells them.
    """

    dialect: str = "auto"
    spelling: Mapping[str, tuple[str, ...]] = {}
    names: tuple[str, ...] = ()


class Written(NamedTuple):
    """The file that a document is made from, and where its prose stands there."""

    text: str
    offsets: OffsetMap


class Document:
    """
    An article as rules see it.

    ``text`` is the prose: blocks joined by a blank line, markup gone, entities decoded. Every view and
    every finding counts code points in it, half-open. Views are lazy; one that no rule reads costs nothing.
    """

    def __init__(
        self,
        text: str,
        blocks: tuple[Block, ...],
        *,
        path: str = "",
        house: House | None = None,
        written: Written | None = None,
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.path = path
        self.house = house if house is not None else House()
        self._written = written
        self._tags: dict[int, tuple[Tag, ...]] = {}
        self._readings: dict[int, Reading] = {}

    @cached_property
    def tokens(self) -> Tokens:
        """Words, numbers and marks, as columns."""
        from articlelint.text.tokens import tokenize

        return tokenize(self.text)

    @property
    def lowered(self) -> list[str]:
        """The texts of the tokens in lower case: one column that rules share."""
        return self.tokens.lowered

    @cached_property
    def positions(self) -> Mapping[str, Sequence[int]]:
        """
        The indexes of the tokens by their text in lower case, in order.

        A rule that knows its words looks them up here: an article has far fewer words than tokens, and a
        pass over the tokens for each rule is most of what simple rules cost.
        """
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.lowered):
            found[word].append(index)
        return dict(found)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The texts of the tokens, each once: ``The`` and ``the`` are two."""
        return frozenset(self.tokens.texts)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all blocks, in order."""
        from articlelint.text.sentences import split_sentences

        return split_sentences(self.text, self.blocks, self.tokens)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations, in the order of their opening marks."""
        return self._quotations.quotes

    @cached_property
    def stray_quote_marks(self) -> tuple[Span, ...]:
        """The quotation marks that open or close nothing."""
        return self._quotations.strays

    @cached_property
    def attributions(self) -> Mapping[Quote, Attribution]:
        """Who said the outer quotations; one that is not in it has no speaker in reach."""
        if not self.quotes:
            return {}
        from articlelint.text.attributing import find_attributions
        from articlelint.text.prose import Prose

        prose = Prose(self.text, self.blocks, self.tokens, self.lowered, self.sentences)
        return find_attributions(prose, self.quotes)

    @cached_property
    def _quotations(self) -> Quotations:
        from articlelint.text.quotes import pair_marks

        return pair_marks(self.text, self.blocks)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The mentions of names, in order."""
        from articlelint.text.names import find_names

        return find_names(self.text, self.blocks, self.sentences, self.tokens)

    @cached_property
    def name_words(self) -> frozenset[str]:
        """
        Every word with a capital that a name may have, as ``Name.words`` writes it; some are of no name.

        They are told word by word, which costs a tenth of what ``names`` does: a rule that can see by them
        that no two names concern it need not ask for those.
        """
        from articlelint.text.name_parts import find_name_words

        return find_name_words(self.tokens, self.sentences, self.spellings, self.positions)

    def tags(self, sentence: Sentence) -> tuple[Tag, ...]:
        """
        The parts of speech of a sentence, one for each of its tokens.

        Computed for the sentences that are asked about: a rule that can decide by the words should not ask.
        """
        found = self._tags.get(sentence.tokens.start)
        if found is None:
            found = tuple(self._tagger.tags_of(self._reading(sentence), 0, len(sentence.tokens)))
            self._tags[sentence.tokens.start] = found
        return found

    def tags_near(self, sentence: Sentence, start: int, stop: int) -> tuple[Tag, ...]:
        """
        The parts of speech of the tokens of a sentence from ``start`` to ``stop``, those of ``tags``.

        ``start`` and ``stop`` are indexes of ``tokens``; what lies outside the sentence has no tag. For rules
        that look at the words around one: those behind need not be read, nor all of those before be tagged.
        What is read for one rule is not read again for another.
        """
        first, last = sentence.tokens.start, sentence.tokens.stop
        start, stop = max(start, first) - first, min(stop, last) - first
        if start >= stop:
            return ()
        found = self._tags.get(first)
        if found is not None:
            return found[start:stop]
        return tuple(self._tagger.tags_of(self._reading(sentence), start, stop))

    def opening_tags(self, sentence: Sentence, count: int) -> tuple[Tag, ...]:
        """
        The parts of speech of so many first tokens of a sentence, those of ``tags``.

        For rules that mostly turn away from a sentence by its opening: the rest of it need not be read.
        """
        return tuple(self._tagger.tags_of(self._reading(sentence), 0, min(count, len(sentence.tokens))))

    def finite_margins(self, sentence: Sentence) -> tuple[int, ...]:
        """
        How surely each token of a sentence is a finite verb: above 0, it is tagged as one.

        The lower a negative figure, the surer it is none; a weight of the tagger is at most 127.
        """
        return tuple(self._tagger.margins_of(self._reading(sentence), 0, len(sentence.tokens)))

    def finite_margin(self, sentence: Sentence, at: int) -> int:
        """The same for one token of a sentence, the first being 0: for rules that ask about few."""
        return self._tagger.margin_of(self._reading(sentence), at)

    @cached_property
    def _tagger(self) -> Tagger:
        from articlelint.text.tagger import default_tagger

        return default_tagger()

    def _reading(self, sentence: Sentence) -> Reading:
        """What the tagger has read of a sentence."""
        found = self._readings.get(sentence.tokens.start)
        if found is None:
            words = self.tokens.texts[sentence.tokens.start : sentence.tokens.stop]
            found = self._readings[sentence.tokens.start] = self._tagger.start(words)
        return found

    @property
    def source(self) -> str:
        """The file as it is written, for rules about the markup itself; where there is none, the prose."""
        return self.text if self._written is None else self._written.text

    def prose_span(self, span: Span) -> Span:
        """The prose of a part of ``source``; empty, beside the nearest prose, where it is all markup."""
        if self._written is None:
            return span
        offsets = self._written.offsets
        start = offsets.prose_at(span.start)
        end = offsets.prose_at(span.end - 1) if len(span) else start
        # What begins after the part is not in it.
        inside = start < len(self.text) and offsets.start(end) < span.end
        return Span(start, max(start, end + 1 if inside else end))

    def slice(self, span: Span) -> str:
        """The prose of a span."""
        return self.text[span.start : span.end]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> Block:
        """The block that an offset stands in; between two blocks, the one before."""
        return self.blocks[max(bisect_right(self._block_starts, offset) - 1, 0)]

    def blocks_of(self, *kinds: BlockKind) -> list[Block]:
        """The blocks of these kinds, in order."""
        return [block for block in self.blocks if block.kind in kinds]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that overlap a span, such as a block's."""
        first = max(bisect_right(self._sentence_starts, span.start) - 1, 0)
        last = bisect_right(self._sentence_starts, max(span.end - 1, span.start))
        return tuple(s for s in self.sentences[first:last] if s.span.overlaps(span))

    @cached_property
    def _quote_cover(self) -> tuple[list[int], list[int]]:
        """Outer quotations as sorted, non-overlapping ranges."""
        starts: list[int] = []
        ends: list[int] = []
        for quote in self.quotes:
            if ends and quote.span.start < ends[-1]:
                ends[-1] = max(ends[-1], quote.span.end)
            else:
                starts.append(quote.span.start)
                ends.append(quote.span.end)
        return starts, ends

    def in_quote(self, span: Span) -> bool:
        """Whether any of the span stands in quotation marks: words that are not the writer's to change."""
        starts, ends = self._quote_cover
        at = bisect_right(starts, max(span.end - 1, span.start)) - 1
        return at >= 0 and ends[at] > span.start
