"""Pronouns. The possessive ones ("my") are in ``determiners``."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

PERSONS = word_set("i he she we they")
"""Subjects that are people, so that they can speak."""

SUBJECTS = PERSONS | {"you", "it"}
OBJECTS = word_set("me him her us them")
RELATIVES = word_set("who whom whose which what")
"""Words that open a relative clause or a question and stand for somebody or something."""

QUESTION_ADVERBS = word_set("when where why how")
