"""Determiners: the words that open a noun phrase."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

ARTICLES = frozenset({"a", "an", "the"})
POSSESSIVES = word_set("my your his her its our their")
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
QUANTIFIERS = word_set("all any each every both some no")

BASIC = ARTICLES | POSSESSIVES | DEMONSTRATIVES
"""The determiners that are found in every text."""

BEFORE_NAMES = BASIC - {"that"}
"""Those that show that a name is of a thing or a body; "that" before a name is a conjunction."""
