"""Quotation marks that quote nothing: those of the markup, and those that the text is about."""

from __future__ import annotations

import re

import articlelint as al

_TAG = re.compile(r"<[A-Za-z][^<>]*\Z")
_TAG_REACH = 200
_CALLED = "mark|marks|sign|signs|symbol|symbols|character|characters|glyph|glyphs|quote|quotes"
_NAMED_AFTER = re.compile(rf"[ \u00a0)]+(?:quotation |quote )?(?:{_CALLED})\b")
_NAMED_BEFORE = re.compile(rf"\b(?:{_CALLED})[ \u00a0(]+\Z")
_NAME_REACH = 12


def in_markup(doc: al.Document, span: al.Span) -> bool:
    """Whether a mark stands in a tag, or begins the value of an attribute."""
    if doc.text[max(0, span.start - 1) : span.start] == "=":
        return True
    block = doc.block_at(span.start)
    return _TAG.search(doc.text, max(block.span.start, span.start - _TAG_REACH), span.start) is not None


def is_mentioned(doc: al.Document, span: al.Span) -> bool:
    """Whether a mark that begins a span stands alone, beside a word that says what it is: the ” mark."""
    text, end = doc.text, span.start + 1
    before, after = text[max(span.start - 1, 0) : span.start], text[end : end + 1]
    if before.strip(" \u00a0(") or after.strip(" \u00a0)"):
        return False
    named_before = _NAMED_BEFORE.search(text, max(span.start - _NAME_REACH, 0), span.start)
    return bool(named_before or _NAMED_AFTER.match(text, end))
