"""The rule sentence-fragment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import articlelint as al
from articlelint_rules.fragments import clauses, readings
from articlelint_rules.fragments.openings import Kind, kind_of, may_open_clause, may_open_fragment

_CLOSING = frozenset("\"'”’»)]")
_CUT_SHORT = frozenset("the a an and or nor my your our whose because although".split())
"""Words that no sentence ends with."""
_CREDITS = frozenset(
    """
    photo photos photograph photography image images picture pictures pictured illustration video credit
    credits reporting editing copyright source sources courtesy thanks welcome additional chapter figure table
    """.split()
)
"""Words that open the small print."""
_HEADING_CLAUSES = frozenset("if when where while whenever".split())
"""Words that open a heading run into its paragraph: “If you lose your card.”"""
_FEWEST = 4
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
_IS_WORD = al.PerWord(lambda word: word[0].isalpha())
_IS_FIGURE = al.PerWord(lambda word: word[0].isdigit())
_PARTICIPLES = frozenset({al.Tag.VERB_ING, al.Tag.VERB_PARTICIPLE})


class Options(al.NamedTuple):
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
        for number, group in groupby(doc.sentences, key=lambda sentence: sentence.block):
            if doc.blocks[number].kind is al.BlockKind.PARAGRAPH:
                yield from self._check_block(doc, list(group))

    def _check_block(self, doc: al.Document, sentences: Sequence[al.Sentence]) -> Iterator[al.Finding]:
        found: list[al.Finding] = []
        for at, sentence in enumerate(sentences):
            words = clauses.lowered(doc, sentence)
            if not _is_statement(words):
                continue
            cut = _cut_short(doc, sentence, words)
            if (not cut and clauses.has_plain_verb(words)) or _is_quoted(doc, sentence, words):
                continue
            if cut:
                found.append(self.finding(sentence.span, f"The sentence breaks off after “{cut}”: finish it"))
                continue
            kind = self._kind(doc, sentences, at, words)
            if kind is not None:
                found.append(self._report(doc, sentence, kind))
        # A paragraph of nothing but fragments is a list, or a writer's way.
        if len(found) * 2 <= len(sentences) or len(found) == 1:
            yield from found

    def _kind(
        self, doc: al.Document, sentences: Sequence[al.Sentence], at: int, words: Sequence[str]
    ) -> Kind | None:
        """What kind of fragment a sentence of a paragraph is, if it is one that nobody meant."""
        if _is_answer(doc, sentences[at]) or not may_open_fragment(words):
            return None
        if at == 0 and not may_open_clause(words):
            return None  # no other kind counts where a paragraph begins
        # Most sentences are told by their opening, most others by their first verb.
        whole = words[0] in clauses.VAGUE_SUBORDINATORS
        kind = kind_of(words, doc.tags(sentences[at]) if whole else doc.opening_tags(sentences[at], _OPENING))
        if kind is None or not self._is_unmeant(kind, words, alone=at == 0):
            return None
        tags = doc.tags(sentences[at])
        if clauses.has_plain_finite(words, tags):
            return None
        reading = readings.read(words, tags, doc.finite_margins(sentences[at]), kind.doubt)
        if reading.main is not None or (kind is Kind.SUBORDINATE and not reading.finite):
            return None
        if sum(word in clauses.NOMINATIVES for word in words) > len(reading.finite):
            return None  # a subject whose verb the tagger did not see
        if kind is not Kind.RELATIVE and clauses.resumes_with_subject(words):
            return None
        # Last, because it may take reading two more sentences.
        neighbours = (*sentences[max(at - 1, 0) : at], *sentences[at + 1 : at + 2])
        if any(_is_like(doc, kind, other) or _is_echo(doc, tags[0], words[0], other) for other in neighbours):
            return None  # one of a row
        return kind

    def _is_unmeant(self, kind: Kind, words: Sequence[str], *, alone: bool) -> bool:
        """Whether a fragment of this kind is more than a heading, a short phrase or a line of figures."""
        if kind.has_finite_verb:
            return not (alone and words[0] in _HEADING_CLAUSES) and (
                kind is Kind.RELATIVE or ":" not in words
            )
        if kind is Kind.PARTICIPLE:
            return not alone and ":" not in words
        count = sum(map(_IS_WORD.__getitem__, words))
        figures = sum(map(_IS_FIGURE.__getitem__, words))
        return not (
            alone
            or count < self.options.minimum_words
            or figures > _NUMERALS * (count + figures)
            or ":" in words
            or ";" in words
            or "\ufffc" in words  # something that is no prose: code, a formula
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


def _is_answer(doc: al.Document, sentence: al.Sentence) -> bool:
    """Whether a question stands before a sentence, be it a heading or somebody's words."""
    before = doc.text[max(sentence.span.start - _GAP, 0) : sentence.span.start]
    return before.rstrip().rstrip("".join(_CLOSING)).endswith("?")


def _is_like(doc: al.Document, kind: Kind, other: al.Sentence) -> bool:
    """Whether the sentence next to a fragment is one too: an exclamation, a short one, one of a list."""
    if kind.has_finite_verb or clauses.has_plain_verb(clauses.lowered(doc, other)):
        return False
    if len(other.tokens) <= _BRIEF and doc.text[other.span.end - 1] == ".":
        return not any(tag.is_finite for tag in doc.tags(other))
    if kind is Kind.PARTICIPLE:
        tags = doc.tags(other)
        return tags[0] in _PARTICIPLES and not any(tag.is_finite for tag in tags)
    return max(doc.finite_margins(other)) < _NO_VERB


def _is_echo(doc: al.Document, tag: al.Tag, word: str, other: al.Sentence) -> bool:
    """Whether the sentence next to a fragment opens with the same noun: a figure of speech."""
    return tag in {al.Tag.NOUN, al.Tag.PROPN} and clauses.lowered(doc, other)[0] == word


def _last_word(words: Sequence[str]) -> int:
    """The index of the token before the closing marks of a sentence."""
    at = len(words) - 1
    while at > 0 and words[at] in _CLOSING:
        at -= 1
    return at


def _is_statement(words: Sequence[str]) -> bool:
    """Whether a sentence ends with a full stop and has some words."""
    stop = _last_word(words)
    if words[stop] != "." or stop < _FEWEST or not words[0][0].isalnum():
        return False
    # Most have enough among the first.
    return (
        sum(map(_IS_WORD.__getitem__, words[: 3 * _FEWEST])) >= _FEWEST
        or sum(map(_IS_WORD.__getitem__, words)) >= _FEWEST
    )


def _is_quoted(doc: al.Document, sentence: al.Sentence, words: Sequence[str]) -> bool:
    """Whether a sentence begins or ends with somebody else's words."""
    first, last = sentence.tokens.start, sentence.tokens.start + _last_word(words)
    tokens = doc.tokens
    return doc.in_quote(al.Span(tokens.starts[first], tokens.ends[first])) or doc.in_quote(
        al.Span(tokens.starts[last], tokens.ends[last])
    )


def _cut_short(doc: al.Document, sentence: al.Sentence, words: Sequence[str]) -> str:
    """The word a sentence breaks off with; empty where it ends as sentences do."""
    last = _last_word(words) - 1
    lower = doc.tokens.texts[sentence.tokens[last]].islower()  # "Q & A" ends like that
    return words[last] if lower and words[last] in _CUT_SHORT else ""
