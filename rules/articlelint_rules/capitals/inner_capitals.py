"""
Capitals inside sentences, of words that English also writes without one.

The rules missing-full-stop and stray-capital ask the reader about each of them: a sentence begins there, or
the capital is one too many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import articlelint as al

MARKS_AFTER = frozenset(",.;:!?)]\"'”’–—")
MARKS_BEFORE = frozenset({",", ")", "]", "%"})
"""Marks that a word inside a sentence may stand behind; after others, a capital is a matter of style."""
FUNCTION_WORDS = (
    al.words.pronouns.SUBJECTS
    | al.words.pronouns.OBJECTS
    | al.words.pronouns.RELATIVES
    | al.words.pronouns.QUESTION_ADVERBS
    | al.words.determiners.BASIC
    | al.words.determiners.QUANTIFIERS
    | al.words.prepositions.FREQUENT
    | al.words.prepositions.LONGER
    | al.words.conjunctions.COORDINATING
    | al.words.conjunctions.SUBORDINATING
    | al.words.auxiliaries.AUXILIARIES
    | frozenset(
        """
        many few several most more much other others another such everyone everybody someone somebody nobody
        nothing something everything there here then
        """.split()
    )
)
"""Words that are no names, even beside one."""
OFTEN = 3
"""How often a slip is not repeated in one article."""
FEWEST_WORDS = 4
"""A sentence of fewer tokens is a label."""


def inner_capitals(doc: al.Document) -> Iterator[tuple[al.Reading, int]]:
    """Yield the tokens with a capital that is in doubt, each with the reading of its sentence."""
    found: defaultdict[al.Sentence, list[int]] = defaultdict(list)
    for spelling in filter(_may_be_small, doc.spellings):
        if _is_always_capitalised(doc, spelling):
            continue
        for token in doc.positions[spelling.lower()]:
            sentence = doc.sentence_of(token)
            if doc.tokens.texts[token] == spelling and _is_in_doubt(doc, sentence, token):
                found[sentence].append(token)
    in_order = [sentence for sentence in sorted(found) if not _is_in_title_case(doc, sentence)]
    for sentence, reading in doc.readings(in_order):
        for token in sorted(found[sentence]):
            yield reading, token


def _is_in_title_case(doc: al.Document, sentence: al.Sentence) -> bool:
    """Whether most words have a capital, as in a headline: in such a line, capitals say nothing."""
    tokens = doc.tokens
    words = [tokens.texts[i] for i in sentence.tokens[1:] if tokens.kinds[i] is al.TokenKind.WORD]
    return sum(word[0].isupper() for word in words) * 2 > len(words)


def _is_always_capitalised(doc: al.Document, spelling: str) -> bool:
    """Whether the article writes a word with a capital again and again, and never without one: a name."""
    return (
        _stem(spelling) not in FUNCTION_WORDS
        and spelling.lower() not in doc.spellings
        and len(doc.positions[spelling.lower()]) >= OFTEN
    )


def _may_be_small(word: str) -> bool:
    """Whether a word with one capital, its first letter, is in a small dictionary without it; "I" is not."""
    if not word[0].isupper() or (len(word) > 1 and not word[1:].replace("’", "'").islower()):
        return False
    stem = _stem(word)
    return stem != "i" and al.lexicon.is_common(stem)


def _stem(word: str) -> str:
    """A word in lower case; of a contraction, what it contracts: "it" of "It's"."""
    return word.lower().replace("’", "'").partition("'")[0]


def _is_in_doubt(doc: al.Document, sentence: al.Sentence, token: int) -> bool:
    """Whether a token stands inside a sentence and a line, behind a word, figure or comma, in no name."""
    texts = doc.tokens.texts
    if token <= _first_word(doc, sentence):
        return False
    before = texts[token - 1]
    return (
        "\n" not in doc.text[doc.tokens.ends[token - 1] : doc.tokens.starts[token]]
        and len(sentence.tokens) >= FEWEST_WORDS
        and doc.blocks[sentence.block].kind in al.BODY
        and doc.tokens.kinds[token] is al.TokenKind.WORD
        and (before[-1].isalnum() or before in MARKS_BEFORE)
        and before != texts[token]  # "She She stayed": repeated-word reports it
        and not _goes_on(doc, token)
        and not doc.in_title(al.Span(doc.tokens.starts[token], doc.tokens.ends[token]))
        and _is_no_name(doc, sentence, token)
    )


def _first_word(doc: al.Document, sentence: al.Sentence) -> int:
    """The first word of a sentence proper, behind a label such as a speaker, a number or a note."""
    label = doc.label_of(sentence)
    start = sentence.span.start if label is None else label.span.end
    for token in sentence.tokens:
        if doc.tokens.kinds[token] is al.TokenKind.WORD and doc.tokens.starts[token] >= start:
            return token
    return sentence.tokens.stop


def _goes_on(doc: al.Document, token: int) -> bool:
    """Whether a sign that belongs to the word follows it without a space, as in ``A$7``."""
    after = doc.text[doc.tokens.ends[token] : doc.tokens.ends[token] + 1]
    return bool(after) and not after.isspace() and after not in MARKS_AFTER


def _is_no_name(doc: al.Document, sentence: al.Sentence, token: int) -> bool:
    """Whether the words beside a token leave open that its capital is not that of a name."""
    stem = _stem(doc.tokens.texts[token])
    if stem in al.words.determiners.ARTICLES:
        following = doc.tokens.texts[token + 1] if token + 1 < sentence.tokens.stop else ""
        return not following[:1].isupper()  # in The Hague, in The Guardian
    return stem in FUNCTION_WORDS or not _has_capital_beside(doc, sentence, token)


def _has_capital_beside(doc: al.Document, sentence: al.Sentence, token: int) -> bool:
    """Whether a word beside a token has a capital of its own, so that both are parts of a name."""
    first, last = sentence.tokens.start, sentence.tokens.stop - 1
    beside = [at for at in (token - 1, token + 1) if first < at <= last]
    return any(doc.tokens.texts[at][0].isupper() for at in beside)
