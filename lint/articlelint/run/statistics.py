"""The statistics of an article: its length, how hard it is to read, and who is quoted at what length."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from articlelint.document import Document
from articlelint.model import BlockKind, Span
from articlelint.text.flesch import Readability, measure_readability
from articlelint.text.quote_kinds import QuoteKind
from articlelint.text.quotes import Quote
from articlelint.text.tokens import TokenKind
from articlelint.text.words import determiners, pronouns

WORDS_PER_MINUTE = 238
"""
How fast adults read English non-fiction to themselves: the mean of 190 studies in Brysbaert (2019), "How many
words do we read per minute?", Journal of Memory and Language 109, 104047.
"""
RUNNING_TEXT = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.BLOCKQUOTE,
        BlockKind.STANDFIRST,
        BlockKind.QA_TURN,
        BlockKind.RECIPE_STEP,
    }
)
"""The blocks in which sentences are measured. Other blocks seldom hold whole sentences."""
_COUNTED = frozenset({TokenKind.WORD, TokenKind.NUMBER})
_SPEECH = frozenset({QuoteKind.SENTENCE, QuoteKind.PARTIAL})
_PRONOUNS = pronouns.SUBJECTS | {"who", "one"}
_DETERMINERS = determiners.ARTICLES | determiners.POSSESSIVES | {"this", "that", "one", "another", "some"}


class Quoted(NamedTuple):
    """How often somebody is quoted, and with how many words. A quotation of several paragraphs is one."""

    quotations: int = 0
    words: int = 0

    def plus(self, other: Quoted) -> Quoted:
        """Return the sum of both."""
        return Quoted(self.quotations + other.quotations, self.words + other.words)


class LongestSentence(NamedTuple):
    """The sentence with the most words, and its span in the prose."""

    words: int
    span: Span


@dataclass(frozen=True, slots=True)
class Statistics:
    """
    The statistics of an article.

    ``words`` counts all words and numbers, with those of headlines and captions; ``running`` is about the
    running text only. The keys of ``speakers`` are names as the article prints them, in their fullest form;
    "" has the quotations whose speaker is not known.
    """

    words: int = 0
    running: Readability = field(default_factory=Readability)
    longest: LongestSentence | None = None
    speakers: Mapping[str, Quoted] = field(default_factory=dict[str, Quoted])

    @property
    def quoted(self) -> Quoted:
        """The sum of all quotations."""
        every = self.speakers.values()
        return Quoted(sum(q.quotations for q in every), sum(q.words for q in every))

    @property
    def minutes(self) -> float:
        """How many minutes it takes to read the article."""
        return self.words / WORDS_PER_MINUTE


def measure(doc: Document) -> Statistics:
    """Return the statistics of a document."""
    counted = [kind in _COUNTED for kind in doc.tokens.kinds]
    words: list[str] = []
    sentences = 0
    longest: LongestSentence | None = None
    for sentence in doc.sentences:
        if doc.blocks[sentence.block].kind not in RUNNING_TEXT:
            continue
        own = [doc.tokens.texts[at] for at in sentence.tokens if counted[at]]
        words += own
        sentences += bool(own)
        if own and (longest is None or len(own) > longest.words):
            longest = LongestSentence(len(own), sentence.span)
    return Statistics(sum(counted), measure_readability(words, sentences), longest, _speakers(doc, counted))


def _speakers(doc: Document, counted: list[bool]) -> dict[str, Quoted]:
    """How much each speaker is quoted; ``counted`` says of each token whether it is a word or number."""
    starts = doc.tokens.starts
    full = _full_names(doc)
    found: dict[str, Quoted] = {}
    for quote in doc.quotes:
        if quote.depth or not _is_speech(quote, doc):
            continue
        first, last = bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end)
        words = sum(counted[first:last])
        speaker = _speaker(doc, quote, full)
        found[speaker] = found.get(speaker, Quoted()).plus(Quoted(int(not quote.continues), words))
    return found


def _is_speech(quote: Quote, doc: Document) -> bool:
    """Whether a quotation is what somebody said, and not a title, a nickname or words held at a distance."""
    return quote.kind in _SPEECH or (quote.kind is QuoteKind.WORD and quote in doc.attributions)


def _speaker(doc: Document, quote: Quote, full: Mapping[str, str]) -> str:
    """Who said a quotation, as the article names them; a title and a surname become the full name."""
    attribution = doc.attributions.get(quote)
    if attribution is None or attribution.speaker is None:
        return ""
    words = doc.slice(attribution.speaker).split()
    first = words[0].lower()
    if first in _PRONOUNS or first in _DETERMINERS:
        named = _apposition(doc, attribution.speaker)
        if not named:
            return " ".join([first if first != "i" else "I", *words[1:]])
        words = named.split()
    return full.get(words[-1].removesuffix("’s").removesuffix("'s"), " ".join(words))


def _apposition(doc: Document, speaker: Span) -> str:
    """The name right after a description: "Amal Haddad" for "the mayor, Amal Haddad"; "" if there is none."""
    if not doc.text.startswith(", ", speaker.end):
        return ""
    at = bisect_left(doc.names, speaker.end, key=lambda name: name.span.start)
    if at == len(doc.names) or doc.names[at].span.start != speaker.end + len(", "):
        return ""
    return doc.names[at].text if len(doc.names[at].words) > 1 else ""


def _full_names(doc: Document) -> dict[str, str]:
    """The full name for each surname that only one person in the article has."""
    names: dict[str, dict[str, None]] = {}
    for name in doc.names:
        if len(name.words) > 1 and name.sure:
            names.setdefault(name.last, {})[name.text] = None
    return {last: min(found) for last, found in names.items() if len(found) == 1}
