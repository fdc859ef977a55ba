"""
Verb forms: which words may be a finite verb, and how much else they are.

The words come from WordNet, see ``data/verbs.NOTICE.txt``; ``tools/build.py`` makes the table.
"""

from __future__ import annotations

from functools import lru_cache

import articlelint as al
from articlelint_rules import DATA

TABLE = al.Table(DATA / "verbs.table")

BASE, THIRD_PERSON, PAST, ONLY_PAST = 1, 2, 4, 8
"""What form of a verb a word is; ``ONLY_PAST`` is a past tense that is no participle: ``went``."""
NEVER, SELDOM, OFTEN, MOSTLY = 0, 16, 32, 48
"""How often a word is no verb but a noun, an adjective or an adverb."""
TRANSITIVE, CLAUSAL = 64, 128
"""What may follow: an object; a clause, an infinitive or a form in ``-ing``."""
_OTHER = 48


@lru_cache(maxsize=2048)
def of(word: str) -> int:
    """The flags of a word in lower case; 0 if it is no form of a verb, or only one in ``-ing``."""
    return int(TABLE.get(word, "0"))


def other_use(word: str) -> int:
    """How often a form of a verb is something else: one of ``NEVER``, ``SELDOM``, ``OFTEN``, ``MOSTLY``."""
    return of(word) & _OTHER
