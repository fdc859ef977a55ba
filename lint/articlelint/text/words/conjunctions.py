"""Conjunctions."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

COORDINATING = word_set("and or but nor so yet")
SUBORDINATING = word_set("if while because although though unless until since as than when before after")
