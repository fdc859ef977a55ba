"""Auxiliary verbs, in their full forms."""

from __future__ import annotations

from articlelint.text.words.word_set import word_set

FINITE_BE = word_set("is are was were")
BE = FINITE_BE | {"be", "been", "being"}
HAVE = word_set("has have had")
DO = word_set("do does did")
MODALS = word_set("can could will would shall should may might must")

AUXILIARIES = BE | HAVE | DO | MODALS
