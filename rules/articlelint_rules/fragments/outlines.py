"""
Outlines: a document as one letter for each of its words, so that patterns turn most sentences away.

A pattern over letters tells at once what would take several passes over a sentence's words, and most
sentences are whole for reasons as plain as that.
"""

from __future__ import annotations

import re

import articlelint as al
from articlelint_rules.fragments import clauses
from articlelint_rules.fragments.verbs import RELATIVES

CLOSING = "\"'”’»)]"
_CUT_SHORT = frozenset("the a an and or nor my your our whose because although".split())
"""Words that no sentence ends with."""
_NEVER = frozenset(
    "this these those such no and but or nor yet then now here however still not also to".split()
)
"""Words that open a sentence, or a turn of speech without a verb, such as ``No more excuses``."""
_OPENERS = clauses.CLEAR_SUBORDINATORS | clauses.VAGUE_SUBORDINATORS
"""Words that may open a clause with a finite verb, as relatives, ``that``, ``so that`` or ``even if`` may."""

_LETTERS = {
    **dict.fromkeys(_NEVER, "n"),
    **dict.fromkeys(clauses.SUBJECTS, "p"),
    **dict.fromkeys(clauses.CONTENT_CLAUSE - clauses.SUBJECTS, "a"),
    **dict.fromkeys(clauses.LICENCES, "l"),
    **dict.fromkeys(_OPENERS, "o"),
    **dict.fromkeys(RELATIVES, "r"),
    **dict.fromkeys(("what", "how"), "q"),
    **dict.fromkeys(("so", "even", "just"), "e"),
    **dict.fromkeys(clauses.BELIEVING, "b"),
    **dict.fromkeys(clauses.SURE_VERBS, "v"),
    "that": "t",
    "meaning": "m",
}
for _word in _CUT_SHORT:
    _LETTERS[_word] = _LETTERS.get(_word, "w").upper()
_LETTERS.update({_word.replace("'", "’"): _letter for _word, _letter in _LETTERS.items()})
_SHOUTED = frozenset(word.upper() for word in _LETTERS if len(word) > 1)
"""Words of the list that are none in capitals: ``WHO``, ``IT``."""
_LETTERS.update({".": ".", ":": ":", ";": ";", "\ufffc": "%", **dict.fromkeys(CLOSING, '"')})
_CODES = {word: ord(letter) for word, letter in _LETTERS.items()}
MARKS = '.:;%",1'
"""The letters of what is no word."""
_BY_KIND = bytes.maketrans(bytes([0, 1, 2, 3]), b"w1,,")
"""What stands for words that are not listed, numbers and marks."""

_LICENCE = "lorROqt"
_BELIEF = "(?!bp|m[pt])"
"""No participle with a clause for its object: the pattern for ``clauses.opens_belief``."""

STATEMENT = re.compile(
    r'(?=[a-zA-Z1])(?=(?:[^a-zA-Z]*[a-zA-Z]){4}).{3,}(?:(?P<cut>[A-Z])|[^A-Z])(?P<stop>\.)"*\Z'
)
"""A sentence that ends with a full stop and has some words; ``cut`` is one that it may break off with."""
_CLAUSE = re.compile("[oOte]|.{0,2}[rR]")
"""An opening that may be that of a clause with a finite verb."""
# "That", "what" and "how" also point: "That was it".
_PLAIN_VERB = re.compile(f"{_BELIEF}(?:[tq](?![paA]))?[^v{_LICENCE}]*v")
_MAIN = re.compile(f"(?:{_BELIEF}[^p{_LICENCE}]*)?")


def outline(doc: al.Document) -> str:
    """
    A letter for each token of a document.

    Words that no sentence ends with have capitals. Numbers have ``1``, closing marks ``"``, what is no prose
    ``%``, most other marks ``,``.
    """
    texts, positions = doc.tokens.texts, doc.positions
    kinds = bytes(doc.tokens.kinds)
    letters = bytearray(kinds.translate(_BY_KIND))
    # A loop over the words that are listed: half of all tokens, but looking each token up takes longer.
    for word in _CODES.keys() & positions.keys():
        code = _CODES[word]
        for at in positions[word]:
            letters[at] = code
    if not _SHOUTED.isdisjoint(doc.spellings):
        for at, text in enumerate(texts):
            if text in _SHOUTED:
                letters[at] = ord("w")
    at = kinds.find(al.TokenKind.OTHER)
    while at >= 0:
        first = texts[at][0]
        letters[at] = ord("w" if first.isalpha() else "1" if first.isdigit() else ",")
        at = kinds.find(al.TokenKind.OTHER, at + 1)
    return letters.decode("ascii")


def is_told(letters: str, tokens: range, *, opens_block: bool) -> bool:
    """Whether a sentence is told to be whole, or let stand, by its first word or by a word list alone."""
    start, stop = tokens.start, tokens.stop
    return (
        letters[start] in "npN"
        # No fragment without a finite verb counts where a paragraph begins.
        or (opens_block and _CLAUSE.match(letters, start, stop) is None)
        or _PLAIN_VERB.match(letters, start, stop) is not None
    )


def has_plain_verb(letters: str, tokens: range) -> bool:
    """Whether a sure finite verb stands before any word that could make its clause a subordinate one."""
    return _PLAIN_VERB.match(letters, tokens.start, tokens.stop) is not None


def main_words(letters: str, tokens: range) -> int:
    """
    How many words stand before the first that could open a clause below the main one.

    A finite verb among them is a main verb in every reading, see ``readings.read``. A pronoun may open a
    clause, too: ``the role he played``.
    """
    found = _MAIN.match(letters, tokens.start, tokens.stop)
    return found.end() - tokens.start if found else 0
