"""The document: the prose of one article, and the views of it that rules read, each computed on first use."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from articlelint.archived import Archive
from articlelint.markup.base import OffsetMap, Styles
from articlelint.model import BODY, Block, BlockKind, Span
from articlelint.text.attribution import Attribution, Attributions
from articlelint.text.attribution_search import find_attributions
from articlelint.text.dates import Date, find_dates
from articlelint.text.initialisms import Abbreviations
from articlelint.text.labels import Label, find_labels
from articlelint.text.language import guess_other_language
from articlelint.text.names import Name, find_names
from articlelint.text.narration import ArticleNarration
from articlelint.text.people import Person, find_people
from articlelint.text.published_date import find_published_date
from articlelint.text.quantities import Quantity
from articlelint.text.quote_pairing import pair_marks
from articlelint.text.quotes import Cover, Quotations, Quote, possibly_quoted
from articlelint.text.reader.reading import Reader, Reading, make_request
from articlelint.text.reader.usage import Usage
from articlelint.text.sentences import Sentence, split_sentences
from articlelint.text.species import find_species
from articlelint.text.titles_of_works import find_titles
from articlelint.text.tokens import Tokens, tokenize


class House(NamedTuple):
    """
    Decisions of the newsroom that every rule may read.

    ``dialect`` is "en-GB", "en-US", "en-CA", "en-AU" or "auto"; ``spelling`` maps a preferred form to the
    forms that it replaces; ``names`` are people and places as the newsroom spells them. ``settled`` are
    further forms that the house has decided on, for or against: those in its style packs.
    """

    dialect: str = "auto"
    spelling: Mapping[str, tuple[str, ...]] = {}
    names: tuple[str, ...] = ()
    settled: frozenset[str] = frozenset()

    def has_settled(self, form: str) -> bool:
        """Whether the house has decided on a form itself, whatever its archive has."""
        replaced = (each for forms in self.spelling.values() for each in forms)
        is_name = form[:1].isupper()
        return any(
            form == each or (is_name and form in each.split())
            for each in (*self.names, *self.spelling, *replaced, *self.settled)
        )

    def mistakes(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield the keys of each entry that cannot be used, such as ``("spelling", "Kyiv")``, and why."""
        for name in self.names:
            if not name.strip():
                yield ("names",), "'names' has an empty name; delete it"
        replaced_by: dict[str, str] = {}
        for preferred, forms in self.spelling.items():
            keys = ("spelling", preferred)
            if not preferred.strip() or preferred != preferred.strip():
                yield keys, f"the spelling '{preferred}' is empty, or has a space before or after it"
            if not forms:
                yield keys, f"'{preferred}' lists no spelling that it replaces; add one, or delete the line"
            for form in forms:
                if not form.strip() or form != form.strip():
                    yield keys, f"'{preferred}': '{form}' is empty, or has a space before or after it"
                elif form == preferred:
                    yield keys, f"'{preferred}' cannot replace itself"
                elif form in self.spelling:
                    yield keys, f"'{form}' is to be replaced by '{preferred}', but is itself preferred"
                elif replaced_by.setdefault(form, preferred) != preferred:
                    yield keys, f"'{form}' is to be replaced by '{replaced_by[form]}' and by '{preferred}'"


class SourceMap(NamedTuple):
    """The file that a document is made from: its text, the map from prose offsets to it, and what it says."""

    text: str
    offsets: OffsetMap
    styles: Styles = Styles()
    metadata: Mapping[str, str] = {}
    other_languages: tuple[Span, ...] = ()
    quotations: tuple[Span, ...] = ()
    """Block quotations of the markup; they count in ``text``."""


class Document:
    """
    An article as rules see it.

    ``text`` is the prose: the blocks joined by blank lines, without markup, with entities decoded. Every
    view and every finding counts code points in it, half-open. A view is computed when it is first read.
    """

    def __init__(  # noqa: PLR0913 - what a document is made of
        self,
        text: str,
        blocks: tuple[Block, ...],
        *,
        path: str = "",
        house: House | None = None,
        source_map: SourceMap | None = None,
        reader: Reader | None = None,
        archive: Archive | None = None,
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.path = path
        self.house = house if house is not None else House()
        self.archive = archive
        """What the house's archive says; None if the configuration names none."""
        self._source_map = source_map
        self._reader = reader if reader is not None else Reader()
        self._styles = source_map.styles if source_map is not None else Styles()
        # By the index of a sentence's first token.
        self._readings: dict[int, Reading] = {}

    @cached_property
    def tokens(self) -> Tokens:
        """The words, numbers and punctuation marks, as columns."""
        return tokenize(self.text)

    @property
    def lowered(self) -> tuple[str, ...]:
        """The texts of the tokens in lower case."""
        return self.tokens.lowered

    @cached_property
    def positions(self) -> Mapping[str, Sequence[int]]:
        """
        The indexes of the tokens, in order, by their text in lower case.

        A rule that looks for certain words finds them here without a pass over all tokens.
        """
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.lowered):
            found[word].append(index)
        return dict(found)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The texts of the tokens, each once; ``The`` and ``the`` are two."""
        return frozenset(self.tokens.texts)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all blocks, in order."""
        return split_sentences(self.text, self.blocks, self.tokens)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations, in the order of their opening marks."""
        return self._quotations.quotes

    @cached_property
    def stray_quote_marks(self) -> tuple[Span, ...]:
        """The quotation marks that have no partner."""
        return self._quotations.strays

    @property
    def attributions(self) -> Mapping[Quote, Attribution]:
        """Who said each outer quotation. A quotation that is missing here has no speaker in reach."""
        return self._attributions.found

    @property
    def unattributed(self) -> Mapping[Quote, float]:
        """
        The outer quotations without a speaker in reach.

        Each comes with the probability that an editor would ask who said it, which falls with the number of
        people, groups and documents that the sentences around it mention, and with how near they are.
        """
        return self._attributions.missing

    @cached_property
    def _attributions(self) -> Attributions:
        if not self.quotes:
            return Attributions({}, {})
        narration = ArticleNarration(self.text, self.blocks, self.tokens, self.sentences)
        return find_attributions(narration, self.quotes)

    @cached_property
    def _quotations(self) -> Quotations:
        return pair_marks(self.text, self.blocks)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The mentions of names, in order."""
        return find_names(self.text, self.blocks, self.sentences, self.tokens)

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The calendar dates as they are written, in order."""
        return find_dates(self.text, self.tokens, self.positions)

    @cached_property
    def published(self) -> dt.date | None:
        """
        The article's own date; None if it has none.

        It is that of the front matter, of the file's name, or of a dateline or byline at the top.
        """
        return find_published_date(self.metadata, self.path, self.blocks, self.dates)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The people that the article names, each once, in the order of their first mentions."""
        return find_people(self.text, self.blocks, self.tokens, self.names, lambda: self.quantities)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers that count or measure something, with their units, in order. None overlap."""
        from articlelint.text.quantities_reader import find_quantities

        return find_quantities(self.text, self.blocks, self.tokens, self.sentences, self.positions)

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """The abbreviations in capitals: where each is used, and where it is explained."""
        return Abbreviations(self.tokens, self.positions)

    @property
    def bold(self) -> tuple[Span, ...]:
        """The spans in bold, in order; plain text has none. No span reaches beyond its block."""
        return self._styles.bold

    @property
    def italics(self) -> tuple[Span, ...]:
        """The spans in italics, in order; plain text has none. No span reaches beyond its block."""
        return self._styles.italics

    @cached_property
    def titles(self) -> tuple[Span, ...]:
        """The titles of works, in order: films, programmes, books, songs, newspapers, laws. None overlap."""
        return find_titles(self.text, self.tokens, self.sentences, self.quotes, self._styles.italics)

    @cached_property
    def species(self) -> tuple[Span, ...]:
        """The scientific names of species, in order: ``Carcharodon carcharias``, without its brackets."""
        return find_species(self.text, self._styles.italics)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """What stands before the first sentence of a block, such as a speaker or a dateline; in order."""
        return find_labels(self.text, self.blocks, self.sentences, self._styles.bold)

    @cached_property
    def _labels_by_start(self) -> Mapping[int, Label]:
        return {label.span.start: label for label in self.labels}

    @cached_property
    def _title_starts(self) -> list[int]:
        return [title.start for title in self.titles]

    def label_of(self, sentence: Sentence) -> Label | None:
        """The label that a sentence begins with; its own words begin after it. None if it has no label."""
        return self._labels_by_start.get(sentence.span.start)

    def in_title(self, span: Span) -> bool:
        """Whether any part of the span stands in the title of a work."""
        at = bisect_right(self._title_starts, max(span.end - 1, span.start)) - 1
        return at >= 0 and self.titles[at].end > span.start

    def read(self, sentence: Sentence) -> Reading:
        """
        What the reader says of a sentence: parts of speech, names, whether it is complete.

        Reading is the most expensive view: ask only about sentences that hold a candidate, and ask for many
        at a time with ``readings``, which takes half as long.
        """
        _, reading = next(self.readings([sentence]))
        return reading

    def readings(self, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Reading]]:
        """Yield sentences with what the reader says of each. A sentence is read once, whoever asks."""
        asked = list(sentences)
        texts = self.tokens.texts
        requests = (
            make_request(s.tokens.start, texts[s.tokens.start : s.tokens.stop], self._usage)
            for s in asked
            if s.tokens.start not in self._readings
        )
        for reading in self._reader.read(requests):
            self._readings[reading.first_token] = reading
        for sentence in asked:
            yield sentence, self._readings[sentence.tokens.start]

    @cached_property
    def _usage(self) -> Usage:
        """How the article writes its words, in the blocks that are written in sentences."""
        usage = Usage()
        texts = self.tokens.texts
        for sentence in self.sentences:
            if self.blocks[sentence.block].kind in BODY:
                usage.add(texts[sentence.tokens.start : sentence.tokens.stop])
        return usage

    @property
    def metadata(self) -> Mapping[str, str]:
        """
        What the front matter says, such as the date, the author and the language.

        The keys are those that lead to a value, joined by full stops: ``image.alt``. Of a list, the first
        value counts.
        """
        return self._source_map.metadata if self._source_map is not None else {}

    @property
    def source(self) -> str:
        """The text of the file, for rules about the markup itself; the prose where there is no file."""
        return self.text if self._source_map is None else self._source_map.text

    def prose_span(self, span: Span) -> Span:
        """
        The span of the prose that a span of ``source`` holds.

        Where the span is all markup, the result is empty and stands at the next prose.
        """
        if self._source_map is None:
            return span
        offsets = self._source_map.offsets
        start = offsets.prose_at(span.start)
        end = offsets.prose_at(span.end - 1) if len(span) else start
        # Prose that begins after the end of the span is not in it.
        inside = start < len(self.text) and offsets.start(end) < span.end
        return Span(start, max(start, end + 1 if inside else end))

    def slice(self, span: Span) -> str:
        """The prose of a span."""
        return self.text[span.start : span.end]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> Block:
        """The block that holds an offset; for an offset between two blocks, the first of them."""
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
    def _sentence_tokens(self) -> list[int]:
        return [sentence.tokens.start for sentence in self.sentences]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence of a token, by its index in ``tokens``."""
        return self.sentences[bisect_right(self._sentence_tokens, token) - 1]

    @cached_property
    def _quoted(self) -> Cover:
        return Cover(quote.span for quote in self.quotes)

    @cached_property
    def _possibly_quoted(self) -> Cover:
        declared = self._source_map.quotations if self._source_map is not None else ()
        blocks = (self.prose_span(span) for span in declared)
        return Cover((*possibly_quoted(self._quotations, self.blocks), *blocks))

    def in_quote(self, span: Span) -> bool:
        """Whether any part of the span stands in quotation marks; such words must not be reworded."""
        return self._quoted.overlaps(span)

    def may_be_quoted(self, span: Span) -> bool:
        """
        Whether any part of the span may be somebody else's words.

        These are quotations, block quotations, and blocks in which a quotation mark has no partner.
        """
        return self._possibly_quoted.overlaps(span)

    @cached_property
    def _other_languages(self) -> Cover:
        """What the markup says is not in English, and the quotations that are not by their function words."""
        declared = self._source_map.other_languages if self._source_map is not None else ()
        quoted = (quote.span for quote in self.quotes if guess_other_language(self.slice(quote.span)))
        return Cover((*declared, *quoted))

    def in_other_language(self, span: Span) -> bool:
        """Whether any part of the span is in a quotation or an element that is not in English."""
        return self._other_languages.overlaps(span)
