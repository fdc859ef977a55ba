"""The rule sentence-fragment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

import articlelint as al
from articlelint_rules.fragments import clauses, outlines, readings
from articlelint_rules.fragments.openings import Kind, kind_of, may_open_fragment

_CREDITS = frozenset(
    """
    photo photos photograph photography image images picture pictures pictured illustration video credit
    credits reporting editing copyright source sources courtesy thanks welcome additional chapter figure table
    """.split()
)
"""Words that open the small print."""
_HEADING_CLAUSES = frozenset("if when where while whenever".split())
"""Words that open a heading run into its paragraph: “If you lose your card.”"""
_GAP = 12
"""More characters than stand between a question mark and the next sentence."""
_BRIEF = 6
"""Tokens, the full stop included, of a phrase such as “Boats on the left.”"""
_NUMERALS = 0.2
"""The share of numbers from which a line is a result or a table."""
_NO_VERB = -12
"""The margin below which a word is no finite verb for certain."""
_OPENING_WORDS = 4
_OPENING = 3
"""How many tags say what kind of opening a sentence has, unless it opens with ``since`` or the like."""
_STEP = 4
"""How many more are read at a time, where the verb is still to come."""
_NEVER, _MAYBE, _SURELY = range(3)
"""Whether a word can be a finite verb, by itself."""
_NO_MARKS = str.maketrans("", "", outlines.MARKS)
_PARTICIPLES = frozenset({al.Tag.VERB_ING, al.Tag.VERB_PARTICIPLE})


@lru_cache(maxsize=2048)
def _likelihood(word: str) -> int:
    tags = al.possible_tags(word)
    return _SURELY if tags <= clauses.FINITE else _NEVER if tags.isdisjoint(clauses.FINITE) else _MAYBE


class Options(NamedTuple):
    """What is short enough to be meant."""

    minimum_words: int = 5
    """Phrases without a verb that have fewer words are taken for style: “Not even close.”"""


class SentenceFragment(al.Rule[Options]):
    """
    A sentence has no main clause.

    A full stop in the wrong place leaves half a sentence behind: a subordinate clause (“Because the ferry
    had already left.”), a relative clause (“Which nobody had read.”), a participle clause (“Leaving three
    families without a home.”), or a phrase that has no verb or only one in its relative clause (“The bridge,
    which the council closed in May.”). Text that was cut ends in the middle (“... at the end of the.”).

    Only the running text is read: not headings, lists, captions, credits or words in quotation marks. Left
    alone are also the fragments that writers mean: short ones (“Fat chance.”), answers to a question,
    commands, verdicts after a colon, lines of figures, “Still no sign of spring”, “Which is why they left”,
    two that stand next to each other, and a paragraph made of nothing else.
    """

    meta = al.Meta("sentence-fragment", "a sentence without a main clause", since="0.1")
    options_type = Options
    examples = (
        al.Flagged("Nobody crossed. [[Because the last ferry had already left.]] The café stayed open."),
        al.Flagged("They hired a coach. [[Who had never played there before.]]"),
        al.Flagged("The fire spread to the roof. [[Leaving three families without a home.]]"),
        al.Flagged("Traffic was heavy. [[The bridge, which the council closed in May.]] Drivers complained."),
        al.Flagged("She had two jobs. [[One in a bakery and one in a school.]] She liked both."),
        al.Flagged("The town has many visitors. [[Especially on warm weekends in early summer.]]"),
        al.Flagged(
            "He said it would allow “solid ground.” [[conquest of Elba, a small island of the navy.]]"
        ),
        al.Flagged("It rained. [[The council will meet again at the end of the.]]"),
        al.Clean("Will they win the cup? Not without a new goalkeeper and some luck."),
        al.Clean("They asked for more money. Fat chance. Not even close."),
        al.Clean("The trial ended. The verdict on both counts: mixed."),
        al.Clean("The clouds burst. Down came the rain."),
        al.Clean("Snow lay on the fields. Still no sign of spring in the valley."),
        al.Clean("Be careful. Cover the pan with a lid and wait for an hour."),
        al.Clean("They lost. Which is why the coach left in May."),
        al.Flagged("The ferry was late. [[Because it had waited by the time we called.]] It left at ten."),
        al.Clean("He died at home. The old baker leaves behind a wife and two sons in Norway."),
        al.Clean("It took years. The storm that followed called on everyone to rebuild the harbour."),
        al.Clean("They painted it blue. Which brings us to the roof of the church."),
        al.Clean("Because the storm had passed, the ferry sailed."),
        al.Clean("When asked about the bridge, the mayor laughed."),
        al.Clean("Running a hotel is hard. Who pays for the roof is anybody's guess."),
        al.Clean("After the game he left. As chairman she led the board through the crisis."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Sentences of running text without a verb that could be the main one."""
        letters = outlines.outline(doc)
        blocks, texts = doc.blocks, doc.tokens.texts
        found: dict[int, list[al.Finding]] = {}
        block = -1
        for at, sentence in enumerate(doc.sentences):
            opens, block, tokens = sentence.block != block, sentence.block, sentence.tokens
            statement = outlines.STATEMENT.match(letters, tokens.start, tokens.stop)
            if statement is None or blocks[block].kind is not al.BlockKind.PARAGRAPH:
                continue
            cut = statement["cut"] is not None and texts[statement.start("cut")].islower()  # not "Q & A"
            if not cut and outlines.is_told(letters, tokens, opens_block=opens):
                continue
            finding = self._finding(doc, letters, at, statement, cut=cut)
            if finding is not None:
                found.setdefault(sentence.block, []).append(finding)
        for number, own in found.items():
            # A paragraph of nothing but fragments is a list, or a writer's way.
            if len(own) == 1 or len(own) * 2 <= len(doc.sentences_in(blocks[number].span)):
                yield from own

    def _finding(
        self, doc: al.Document, letters: str, at: int, statement: re.Match[str], *, cut: bool
    ) -> al.Finding | None:
        """What is wrong with a statement, if anything; ``cut``: it ends with a word that none ends with."""
        sentence = doc.sentences[at]
        if _is_quoted(doc, sentence, statement.start("stop")):
            return None
        if cut:
            word = clauses.lower_word(doc.tokens.texts[statement.start("cut")])
            return self.finding(sentence.span, f"The sentence breaks off after “{word}”: finish it")
        kind = None if _is_answer(doc, sentence) else self._kind(doc, letters, at)
        return None if kind is None else self._report(doc, sentence, kind)

    def _kind(self, doc: al.Document, letters: str, at: int) -> Kind | None:
        """What kind of fragment a sentence of a paragraph is, if it is one that nobody meant."""
        sentence = doc.sentences[at]
        main = outlines.main_words(letters, sentence.tokens)
        start = sentence.tokens.start
        likely = bytes(map(_likelihood, doc.tokens.texts[start : start + main]))
        if _SURELY in likely:
            return None
        # The tags are asked for as far as they are needed: most sentences have their verb in the opening.
        tags = doc.opening_tags(sentence, _OPENING)
        if not clauses.FINITE.isdisjoint(tags[:main]):
            return None
        words = clauses.lowered(doc, sentence)
        if not may_open_fragment(words):
            return None
        kind = kind_of(words, doc.tags(sentence) if words[0] in clauses.VAGUE_SUBORDINATORS else tags)
        own = letters[start : sentence.tokens.stop]
        if kind is None or not self._is_unmeant(kind, words, own, alone=_opens_block(doc, at)):
            return None
        if _has_finite_verb(doc, sentence, likely):
            return None
        tags = doc.tags(sentence)
        reading = readings.read(words, tags, partial(doc.finite_margin, sentence), kind.doubt)
        if reading.main is not None or (kind is Kind.SUBORDINATE and not reading.finite):
            return None
        if sum(word in clauses.NOMINATIVES for word in words) > len(reading.finite):
            return None  # a subject whose verb the tagger did not see
        if kind is not Kind.RELATIVE and clauses.resumes_with_subject(words):
            return None
        # Last, because it may take reading two more sentences.
        if any(
            _is_like(doc, letters, kind, other) or _is_echo(doc, tags[0], words[0], other)
            for other in _neighbours(doc, at)
        ):
            return None  # one of a row
        return kind

    def _is_unmeant(self, kind: Kind, words: Sequence[str], letters: str, *, alone: bool) -> bool:
        """Whether a fragment of this kind is more than a heading, a short phrase or a line of figures."""
        if kind.has_finite_verb:
            return not (alone and words[0] in _HEADING_CLAUSES) and (
                kind is Kind.RELATIVE or ":" not in letters
            )
        if kind is Kind.PARTICIPLE:
            return not alone and ":" not in letters
        count = len(letters.translate(_NO_MARKS))
        figures = sum(word[0].isdigit() for word in words) if "1" in letters else 0
        return not (
            alone
            or count < self.options.minimum_words
            or figures > _NUMERALS * (count + figures)
            or ":" in letters
            or ";" in letters
            or "%" in letters  # something that is no prose: code, a formula
            or words[0] in _CREDITS
        )

    def _report(self, doc: al.Document, sentence: al.Sentence, kind: Kind) -> al.Finding:
        last = sentence.tokens[min(_OPENING_WORDS, len(sentence.tokens) - 1) - 1]
        opening = doc.text[sentence.span.start : doc.tokens.ends[last]]
        message = (
            f"“{' '.join(opening.split())} …” is {kind.description}, not a sentence: "
            "join it to the sentence it belongs to, or give it a main clause"
        )
        return self.finding(sentence.span, message)


def _opens_block(doc: al.Document, at: int) -> bool:
    """Whether no sentence of the block stands before one."""
    return at == 0 or doc.sentences[at - 1].block != doc.sentences[at].block


def _neighbours(doc: al.Document, at: int) -> Iterator[al.Sentence]:
    """The sentences of the same block that stand next to one."""
    for other in (*doc.sentences[max(at - 1, 0) : at], *doc.sentences[at + 1 : at + 2]):
        if other.block == doc.sentences[at].block:
            yield other


def _has_finite_verb(doc: al.Document, sentence: al.Sentence, likely: bytes) -> bool:
    """Whether one of the first words is tagged as a finite verb, besides those of the opening."""
    at = likely.find(_MAYBE, _OPENING)
    while at >= 0:
        begin, end = sentence.tokens.start + at, sentence.tokens.start + len(likely)
        if not clauses.FINITE.isdisjoint(doc.tags_near(sentence, begin, min(begin + _STEP, end))):
            return True
        at = likely.find(_MAYBE, at + _STEP)
    return False


def _is_answer(doc: al.Document, sentence: al.Sentence) -> bool:
    """Whether a question stands before a sentence, be it a heading or somebody's words."""
    before = doc.text[max(sentence.span.start - _GAP, 0) : sentence.span.start]
    return "?" in before and before.rstrip().rstrip(outlines.CLOSING).endswith("?")


def _is_like(doc: al.Document, letters: str, kind: Kind, other: al.Sentence) -> bool:
    """Whether the sentence next to a fragment is one too: an exclamation, a short one, one of a list."""
    if kind.has_finite_verb or outlines.has_plain_verb(letters, other.tokens):
        return False
    if len(other.tokens) <= _BRIEF and doc.text[other.span.end - 1] == ".":
        return not any(tag.is_finite for tag in doc.tags(other))
    if kind is Kind.PARTICIPLE:
        tags = doc.tags(other)
        return tags[0] in _PARTICIPLES and not any(tag.is_finite for tag in tags)
    return all(doc.finite_margin(other, i) < _NO_VERB for i in range(len(other.tokens)))


def _is_echo(doc: al.Document, tag: al.Tag, word: str, other: al.Sentence) -> bool:
    """Whether the sentence next to a fragment opens with the same noun: a figure of speech."""
    opening = doc.tokens.texts[other.tokens.start]
    return tag in {al.Tag.NOUN, al.Tag.PROPN} and clauses.lower_word(opening) == word


def _is_quoted(doc: al.Document, sentence: al.Sentence, stop: int) -> bool:
    """Whether a sentence begins, or ends with its full stop, in somebody else's words."""
    if not doc.in_quote(sentence.span):
        return False  # as most are: no two spans to make
    starts, ends = doc.tokens.starts, doc.tokens.ends
    return any(doc.in_quote(al.Span(starts[at], ends[at])) for at in (sentence.tokens.start, stop))
