"""
Clauses of annotated sentences: those that can be cut off, and relative clauses that can lose their pronoun.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from reader.annotate import AnnotatedSentence, Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
AUXILIARIES = frozenset({"aux", "auxpass"})
RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})
OBJECT_PRONOUNS = frozenset({"that", "which", "whom", "who"})
OBJECTS = frozenset({"dobj", "pobj"})
NOUN_PHRASES = frozenset({"appos", "nsubj", "nsubjpass", "dobj", "attr"})
SHORTEST_SENTENCE = 9
SHORTEST_CLAUSE = 5
SHORTEST_PHRASE = 6
SHORTEST_NOUN_PHRASE = 7
LATEST_COMMAND = 4
"""The verb of a command is among the first words."""


class ClauseKind(Enum):
    """What is cut off a sentence."""

    SUBORDINATE = auto()
    PARTICIPLE = auto()
    RELATIVE = auto()
    PREPOSITION = auto()
    NOUN = auto()


class Clause(NamedTuple):
    """The pieces ``[start, stop)`` of a sentence, with the piece ``head`` that the others depend on."""

    start: int
    stop: int
    head: int


def children(parse: Parse) -> list[list[int]]:
    """For each piece the pieces whose head it is."""
    found: list[list[int]] = [[] for _ in parse.heads]
    for piece, head in enumerate(parse.heads):
        if head:
            found[head - 1].append(piece)
    return found


def is_whole(sentence: AnnotatedSentence) -> bool:
    """Whether the parse has a main clause: a finite verb with a subject, or a command."""
    parse = sentence.parse
    if parse is None or 0 not in parse.heads:
        return False
    root = parse.heads.index(0)
    below = children(parse)[root]
    if parse.tags[root] == "VERB.Inf" and root < LATEST_COMMAND:
        return sentence.words[-1] == "."
    finite = parse.tags[root].endswith(".Fin") or any(
        parse.tags[piece].endswith(".Fin") and parse.relations[piece] in AUXILIARIES for piece in below
    )
    has_subject = any(parse.relations[piece] in SUBJECTS for piece in below)
    subordinate = any(parse.relations[piece] == "mark" for piece in below)
    return finite and has_subject and not subordinate and sentence.words[0].lower() not in RELATIVES


def clauses_of(
    sentence: AnnotatedSentence, shortest_noun_phrase: int = SHORTEST_NOUN_PHRASE
) -> dict[ClauseKind, list[Clause]]:
    """The clauses and phrases that are no sentence when they are cut off a whole one, by their kind."""
    parse = sentence.parse
    words = sentence.words
    if parse is None or len(words) < SHORTEST_SENTENCE or words[-1] != "." or not is_whole(sentence):
        return {}
    below = children(parse)
    found: dict[ClauseKind, list[Clause]] = {}
    for head in range(len(words)):
        if parse.heads[head] == 0:
            continue
        clause = _subtree(parse, below, head)
        kind = None if clause is None else _kind_of(sentence, parse, below, clause)
        if (
            clause is not None
            and kind is ClauseKind.NOUN
            and clause.stop - clause.start < shortest_noun_phrase
        ):
            continue
        if clause is not None and kind is not None:
            found.setdefault(kind, []).append(clause)
    return found


def _subtree(parse: Parse, below: list[list[int]], head: int) -> Clause | None:
    """The pieces below a head without marks at either end; None where others stand between them."""
    pieces, waiting = [head], list(below[head])
    while waiting:
        piece = waiting.pop()
        pieces.append(piece)
        waiting += below[piece]
    pieces.sort()
    while len(pieces) > 1 and parse.tags[pieces[0]] == "PUNCT":
        pieces.pop(0)
    while len(pieces) > 1 and parse.tags[pieces[-1]] == "PUNCT":
        pieces.pop()
    start, stop = pieces[0], pieces[-1] + 1
    if stop - start != len(pieces) or not start <= head < stop:
        return None
    return Clause(start, stop, head)


def _kind_of(
    sentence: AnnotatedSentence, parse: Parse, below: list[list[int]], clause: Clause
) -> ClauseKind | None:
    """The kind of a clause that is no sentence by itself; None for others."""
    start, stop, head = clause
    length, relation = stop - start, parse.relations[head]
    first = sentence.words[start].lower()
    if length < SHORTEST_CLAUSE:
        return None
    if relation == "advcl" and parse.relations[start] in {"mark", "advmod"}:
        has_subject = any(parse.relations[piece] in SUBJECTS for piece in below[head])
        return ClauseKind.SUBORDINATE if has_subject else None
    if relation in {"advcl", "acl"}:
        is_participle = start == head and parse.tags[head] in {"VERB.Ing", "VERB.Part"}
        return ClauseKind.PARTICIPLE if is_participle else None
    if relation == "relcl":
        return ClauseKind.RELATIVE if first in RELATIVES or parse.tags[start] == "ADP" else None
    if relation == "prep":
        return ClauseKind.PREPOSITION if length >= SHORTEST_PHRASE else None
    return ClauseKind.NOUN if relation in NOUN_PHRASES else None


def drop_pronoun(sentence: AnnotatedSentence) -> AnnotatedSentence | None:
    """
    The sentence without the object pronoun of a relative clause: ``the decision that Clinton made`` becomes
    ``the decision Clinton made``. None where there is none.
    """
    parse, words = sentence.parse, sentence.words
    if parse is None:
        return None
    for at in range(1, len(words) - 2):
        head = parse.heads[at] - 1
        if (
            words[at].lower() in OBJECT_PRONOUNS
            and parse.relations[at] in OBJECTS
            and head > at
            and parse.relations[head] == "relcl"
            and parse.tags[at - 1] in {"NOUN", "PROPN"}
            and at + 1 not in parse.heads
        ):
            return _without(sentence, parse, at)
    return None


def drop_comma(sentence: AnnotatedSentence) -> AnnotatedSentence | None:
    """
    The sentence without its first comma, which many writers leave out after an opening clause.

    None where there is none.
    """
    parse = sentence.parse
    if parse is None or "," not in sentence.words:
        return None
    at = sentence.words.index(",")
    return None if at == 0 or at + 1 in parse.heads else _without(sentence, parse, at)


def _without(sentence: AnnotatedSentence, parse: Parse, at: int) -> AnnotatedSentence:
    """The sentence without one piece, on which no other depends."""

    def kept(column: list[str]) -> list[str]:
        return column[:at] + column[at + 1 :]

    heads = [head - 1 if head > at + 1 else head for i, head in enumerate(parse.heads) if i != at]
    shorter = Parse(kept(parse.tags), heads, kept(parse.relations), kept(parse.entities))
    spaced = sentence.spaced[:at] + sentence.spaced[at + 1 :]
    return AnnotatedSentence(kept(sentence.words), spaced, sentence.tokens, shorter)
