"""The rule sentence-fragment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import articlelint as al
from articlelint_rules.thresholds import thresholds

SUBORDINATORS = al.words.conjunctions.SUBORDINATING | al.words.pronouns.QUESTION_ADVERBS | {"whether", "that"}
RELATIVES = al.words.pronouns.RELATIVES | {"where"}
EVEN = 0.5
"""The probability from which a thing is more likely than not."""
BREAKING_OFF = al.words.determiners.ARTICLES | {"and", "or", "of"}
"""Words that no sentence ends with."""
PLAIN_SUBJECTS = al.words.pronouns.SUBJECTS | {"there"}
FINITE = (
    al.words.auxiliaries.FINITE_BE
    | al.words.auxiliaries.HAVE
    | al.words.auxiliaries.DO
    | al.words.auxiliaries.MODALS
    | {"said", "says"}
)
CLOSING = frozenset("\"'”’»)]")
OPENING_WORDS = 4
"""Words of a fragment that the message quotes."""


class Options(NamedTuple):
    """What is short enough to be meant."""

    minimum_words: int = 5
    """Phrases that have fewer words are taken for style: “Not even close.”"""


class SentenceFragment(al.Rule[Options]):
    """
    A sentence has no main clause.

    A full stop in the wrong place leaves half a sentence behind: a subordinate clause (“Because the ferry
    had already left.”), a relative clause (“Which nobody had read.”), a participle clause (“Leaving three
    families without a home.”), or a phrase that has no verb or only one in its relative clause (“The bridge,
    which the council closed in May.”). Text that was cut ends in the middle (“... at the end of the.”).

    Only the running text is read: not headings, lists, captions, credits or words in quotation marks. The
    reader judges each sentence that does not open with a plain subject and its verb. Left alone are the
    fragments that writers mean: short ones (“Fat chance.”), answers to a question, commands, verdicts after a
    colon, several in a row, and phrases that make a paragraph.
    """

    meta = al.Meta(
        "sentence-fragment",
        "a sentence without a main clause",
        since="0.1",
        **thresholds("sentence-fragment"),
    )
    options_type = Options
    examples = (
        al.Flagged("Nobody crossed. [[Because the last ferry had already left.]] The café stayed open."),
        al.Flagged("They hired a coach. [[Who had never played there before.]]"),
        al.Flagged("The fire spread to the roof. [[Leaving three families without a home.]]"),
        al.Flagged("Traffic was heavy. [[The bridge, which the council closed in May.]] Drivers complained."),
        al.Flagged("It rained. [[The council will meet again at the end of the.]]"),
        al.Clean("Will they win the cup? Not without a new goalkeeper and some luck."),
        al.Clean("They asked for more money. Fat chance. Not even close."),
        al.Clean("The trial ended. The verdict on both counts: mixed."),
        al.Clean("The clouds burst. Down came the rain."),
        al.Clean("Be careful. Cover the pan with a lid and wait for an hour."),
        al.Clean("He died at home. The old baker leaves behind a wife and two sons in Norway."),
        al.Clean("Because the storm had passed, the ferry sailed."),
        al.Clean("When asked about the bridge, the mayor laughed."),
        al.Clean("Running a hotel is hard. Who pays for the roof is anybody's guess."),
        al.Clean("After the game he left. As chairman she led the board through the crisis."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Sentences of running text whose main clause the reader does not see."""
        for sentence, reading in doc.readings(self._candidates(doc)):
            if reading.incomplete > EVEN and not _is_one_of_a_row(doc, sentence):
                message = _message(doc, sentence, reading)
                yield self.finding(sentence.span, message, confidence=reading.incomplete)

    def _candidates(self, doc: al.Document) -> Iterator[al.Sentence]:
        """The sentences that may have no main clause, where it would matter."""
        texts = doc.tokens.texts
        previous = ""
        for sentence in doc.sentences:
            before, previous = previous, texts[_last_mark(texts, sentence)]
            words = [doc.lowered[token] for token in sentence.tokens if texts[token][0].isalnum()]
            if (
                len(words) >= self.options.minimum_words
                and doc.blocks[sentence.block].kind is al.BlockKind.PARAGRAPH
                and _is_statement(texts, sentence)
                and before != "?"
                and not _is_announced(doc, sentence)
                and may_lack_main_clause(words)
                and (words[0] in RELATIVES or not _stands_alone(doc, sentence))
                and not _is_quoted(doc, sentence)
            ):
                yield sentence


def _last_mark(texts: Sequence[str], sentence: al.Sentence) -> int:
    """The last token of a sentence that is no closing quotation mark or bracket."""
    last = sentence.tokens[-1]
    while last > sentence.tokens.start and texts[last] in CLOSING:
        last -= 1
    return last


def _is_statement(texts: Sequence[str], sentence: al.Sentence) -> bool:
    """Whether a sentence ends with a full stop, and has no colon, which may stand for a verb."""
    return texts[_last_mark(texts, sentence)] == "." and all(texts[token] != ":" for token in sentence.tokens)


def _stands_alone(doc: al.Document, sentence: al.Sentence) -> bool:
    """Whether a paragraph has no other sentence, as credits, captions, standfirsts and headings have none."""
    return doc.blocks[sentence.block].span == sentence.span


def _is_one_of_a_row(doc: al.Document, sentence: al.Sentence) -> bool:
    """Whether a sentence beside one is no sentence either: a list, or the way somebody writes."""
    others = doc.sentences_in(al.Span(sentence.span.start - 2, sentence.span.end + 2))
    beside = [other for other in others if other.block == sentence.block and other != sentence]
    return any(reading.incomplete > EVEN for _, reading in doc.readings(beside))


def _is_announced(doc: al.Document, sentence: al.Sentence) -> bool:
    """Whether a sentence opens with a label of a speaker or a time: it may be any answer or note."""
    label = doc.label_of(sentence)
    return label is not None and label.kind is not al.LabelKind.DATELINE


def _is_quoted(doc: al.Document, sentence: al.Sentence) -> bool:
    """Whether a sentence begins or ends in somebody else's words."""
    starts, ends = doc.tokens.starts, doc.tokens.ends
    return any(
        doc.in_quote(al.Span(starts[token], ends[token]))
        for token in (sentence.tokens[0], sentence.tokens[-1])
    )


def may_lack_main_clause(words: list[str]) -> bool:
    """
    Whether a sentence, by its words in lower case, does not plainly open with a main clause.

    It does where no word that may open another clause stands before its first auxiliary, or before a pronoun
    that is a subject: "The ferry has left", "In May they met".
    """
    if words[-1] in BREAKING_OFF:
        return True
    for word, following in pairwise(words):
        if word in SUBORDINATORS or word in RELATIVES:
            return True
        if word in FINITE or word.endswith(("n't", "n’t")):
            return False
        if word in PLAIN_SUBJECTS and following not in RELATIVES:
            return words[0].endswith(("ing", "ed"))
    return True


def _message(doc: al.Document, sentence: al.Sentence, reading: al.Reading) -> str:
    """What the sentence is, and what to do."""
    texts = doc.tokens.texts
    words = [token for token in sentence.tokens if texts[token][0].isalnum()]
    if doc.lowered[words[-1]] in BREAKING_OFF:
        return f"The sentence breaks off after “{texts[words[-1]]}”: finish it"
    opening = doc.text[sentence.span.start : doc.tokens.ends[words[:OPENING_WORDS][-1]]]
    return (
        f"“{' '.join(opening.split())} …” is {_kind(doc.lowered[words[0]], reading.word_of(words[0]).tag)}, "
        "not a sentence: join it to the sentence it belongs to, or give it a main clause"
    )


def _kind(first: str, tag: al.Tag) -> str:
    """What a fragment is, by its first word."""
    if first in RELATIVES and first != "what":
        return "a relative clause"
    if first in SUBORDINATORS and tag is not al.Tag.ADP:
        return "a subordinate clause"
    if tag in {al.Tag.VERB_ING, al.Tag.VERB_PARTICIPLE}:
        return "a participle clause"
    return "a phrase without a main verb"
