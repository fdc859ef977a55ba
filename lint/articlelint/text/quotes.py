"""Quotations as rules see them. ``quote_pairing`` finds them in a text."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.model import Span
from articlelint.text.quote_kinds import QuoteKind


class Quote(NamedTuple):
    """
    A quotation.

    ``span`` includes the quotation marks, ``inner`` is what they enclose. ``opening`` and ``closing`` are the
    marks; if the closing mark is missing, ``closing`` is "" and ``closed`` false. ``depth`` is 0 for an outer
    quotation and 1 for one inside another.

    In a quotation of several paragraphs, each paragraph is a quote. ``continues`` is true if it continues the
    quote of the paragraph before, ``continued`` if the next paragraph continues it, and ``chain`` is a number
    that all its quotes share. ``kind`` says whether the quote is a full sentence, part of one, a title and so
    on. ``Document.attributions`` says who said it.
    """

    span: Span
    inner: Span
    opening: str
    closing: str
    depth: int = 0
    closed: bool = True
    continues: bool = False
    continued: bool = False
    chain: int | None = None
    kind: QuoteKind = QuoteKind.PARTIAL


class Quotations(NamedTuple):
    """The quotations of a text, in the order of their opening marks, and the marks that belong to none."""

    quotes: tuple[Quote, ...]
    strays: tuple[Span, ...]
