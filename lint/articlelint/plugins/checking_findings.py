"""Checks the findings that rules report, and the markup that parsers return, before they are used."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import pairwise
from typing import Any, cast

from articlelint.markup.base import Article, Comment, Markup, OffsetMap, Styles
from articlelint.model import Block, BlockKind, Edit, Finding, Fix, Related, Safety, Span
from articlelint.plugins.checking import described, is_probability


def finding_fault(finding: object, names: Container[str], length: int, source_length: int) -> str:
    """
    Say why an object cannot be used as a finding of one of the rules ``names``; "" if it can.

    ``length`` is the length of the text, ``source_length`` that of the file that it was read from.
    """
    if not isinstance(finding, Finding):
        return f"check() must yield self.finding(...), not {described(finding)}"
    if not isinstance(cast("object", finding.rule), str) or finding.rule not in names:
        return f"it reported as {described(finding.rule)}"
    fault = (
        _text_fault("the message of a finding", finding.message)
        or _span_fault("the span of a finding", finding.span, length)
        or _source_fault(finding.source, source_length)
        or _related_fault(finding.related, length)
        or _fix_fault(finding.fix, length)
    )
    if fault or finding.confidence is None or is_probability(finding.confidence):
        return fault
    must = "the confidence of a finding must be a number from 0 to 1, or None"
    return f"{must}, not {described(finding.confidence)}"


def _text_fault(what: str, value: object) -> str:
    return "" if isinstance(value, str) else f"{what} must be a string, not {described(value)}"


def _span_fault(what: str, span: object, length: int) -> str:
    """Say why an object is no span of a text of so many characters; "" if it is one."""
    if not isinstance(span, Span):
        return f"{what} must be an articlelint.Span, not {described(span)}"
    if not (_is_offset(span.start) and _is_offset(span.end)):
        return f"{what} must count characters in whole numbers, not {span!r}"
    if not 0 <= span.start <= span.end <= length:
        return f"{what} is {span}, outside the text of {length} characters"
    return ""


def _source_fault(span: object, length: int) -> str:
    """Say why an object is no place of markup in a file; "" if it is one, or None."""
    if span is None:
        return ""
    fault = _span_fault("the place of a finding in the source", span, length)
    return fault or (
        "" if len(cast("Span", span)) else "the place of a finding in the source must not be empty"
    )


def _is_offset(value: object) -> bool:
    """Whether a value is a whole number and no truth value."""
    return isinstance(value, int) and not isinstance(value, bool)


def _tuple_fault(what: str, value: object, kind: type[Any]) -> str:
    """Say why a value is no tuple of objects of a class; "" if it is one."""
    if not isinstance(value, tuple):
        return f"{what} must be a tuple, not {described(value)}"
    for item in cast("Iterable[object]", value):
        if not isinstance(item, kind):
            return f"{what} must be objects of {kind.__name__}, not {described(item)}"
    return ""


def _related_fault(related: tuple[Related, ...], length: int) -> str:
    fault = _tuple_fault("the related places of a finding", related, Related)
    if fault:
        return fault
    for place in related:
        fault = _text_fault("the note of a related place", place.note)
        fault = fault or _span_fault("the span of a related place", place.span, length)
        if fault:
            return fault
    return ""


def _fix_fault(fix: Fix | None, length: int) -> str:
    """Say why a fix cannot be shown or applied; "" if it can, or if there is none."""
    if fix is None:
        return ""
    if not isinstance(cast("object", fix), Fix):
        return f"the fix of a finding must be an articlelint.Fix, not {described(fix)}"
    fault = _tuple_fault("the edits of a fix", fix.edits, Edit)
    if fault:
        return fault
    if not fix.edits:
        return "a fix must have at least one edit"
    if not isinstance(cast("object", fix.safety), Safety):
        return f"the safety of a fix must be an articlelint.Safety, not {described(fix.safety)}"
    for edit in fix.edits:
        fault = _text_fault("the text of an edit", edit.text) or _span_fault(
            "the span of an edit", edit.span, length
        )
        if fault:
            return fault
        if any("\ud800" <= c <= "\udfff" for c in edit.text):
            return "the text of an edit has half a surrogate pair, which no file can hold"
    if any(one.overlaps(other) for one, other in pairwise(sorted(edit.span for edit in fix.edits))):
        return "the edits of a fix overlap"
    return ""


def articles_fault(articles: object, length: int) -> str:
    """
    Say why what a parser has made of a file cannot be used; "" if it can.

    ``length`` is the length of the text of the file.
    """
    fault = _tuple_fault("what articles() returns", articles, Article)
    if fault:
        return fault
    return next(
        filter(None, (_article_fault(each, length) for each in cast("Iterable[Article]", articles))), ""
    )


def _article_fault(article: Article, length: int) -> str:
    fault = _text_fault("the text of an Article", article.text) or _text_fault("its name", article.name)
    fault = fault or markup_fault(article.markup, len(article.text))
    if fault or article.offsets is None:
        return fault
    return _offsets_fault(article.offsets, len(article.text), length, ordered=False)


def markup_fault(markup: object, length: int) -> str:
    """
    Say why an object that a parser has returned cannot be used; "" if it can.

    ``length`` is the length of the source.
    """
    if not isinstance(markup, Markup):
        return f"parse() must return Markup, not {described(markup)}"
    fault = _text_fault("the text of Markup", markup.text)
    return fault or next(filter(None, _markup_faults(markup, length)), "")


def _markup_faults(markup: Markup, length: int) -> Iterator[str]:
    """Say what is wrong with each part of a parsed source, whose text is a string; "" if nothing is."""
    prose_length = len(markup.text)
    yield _blocks_fault(markup.blocks, prose_length)
    yield _offsets_fault(markup.offsets, prose_length, length)
    yield _tuple_fault("the comments of Markup", markup.comments, Comment)
    for comment in markup.comments:
        yield _text_fault("the text of a comment", comment.text)
        yield _span_fault("the span of a comment", comment.span, length)
        if not _is_offset(comment.prose_offset):
            yield f"the offset of a comment must be a whole number, not {described(comment.prose_offset)}"
    if markup.front_matter is not None:
        yield _span_fault("the front matter", markup.front_matter, length)
    if not isinstance(cast("object", markup.styles), Styles):
        yield f"the styles of Markup must be an object of Styles, not {described(markup.styles)}"
    for spans in markup.styles:
        yield _tuple_fault("the styles of Markup", spans, Span)
        for span in spans:
            yield _span_fault("the span of a style", span, prose_length)


def _blocks_fault(blocks: tuple[Block, ...], length: int) -> str:
    """Say why the blocks cannot be used: of a wrong type, outside the text, or not one after the other."""
    fault = _tuple_fault("the blocks of Markup", blocks, Block)
    if fault:
        return fault
    end = 0
    for block in blocks:
        if not isinstance(cast("object", block.kind), BlockKind):
            return f"the kind of a block must be an articlelint.BlockKind, not {described(block.kind)}"
        if not _is_offset(block.level):
            return f"the level of a block must be a whole number, not {described(block.level)}"
        fault = _span_fault("the span of a block", block.span, length)
        if fault:
            return fault
        if block.span.start < end:
            return f"the blocks must follow each other: one begins at {block.span.start}, before {end}"
        end = block.span.end
    return ""


def _offsets_fault(offsets: OffsetMap, prose_length: int, source_length: int, *, ordered: bool = True) -> str:
    """
    Say why the offset map does not map the prose to the source; "" if it does.

    Unless ``ordered`` is false, the runs must go on in the source.
    """
    if not isinstance(cast("object", offsets), OffsetMap):
        return f"the offsets of Markup must be an OffsetMap, not {described(offsets)}"
    columns = (offsets.prose, offsets.source, offsets.source_end)
    for column in columns:
        fault = _tuple_fault("the runs of an OffsetMap", column, int)
        if fault:
            return fault
    if len({len(column) for column in columns}) != 1:
        return "the three columns of an OffsetMap must have one length"
    if offsets.length != prose_length:
        return f"the length of the OffsetMap is {offsets.length}, and that of the text {prose_length}"
    if prose_length and offsets.prose[:1] != (0,):
        return "the first run of an OffsetMap must begin at offset 0 of the text"
    if any(one >= other for one, other in pairwise((*offsets.prose, prose_length))) and prose_length:
        return "the runs of an OffsetMap must go on in the text"
    ends = [end for run in zip(offsets.source, offsets.source_end, strict=True) for end in run]
    if any(not 0 <= end <= source_length for end in ends):
        return "the runs of an OffsetMap must lie in the source"
    if any(start > end for start, end in zip(offsets.source, offsets.source_end, strict=True)):
        return "a run of an OffsetMap must not end before it begins"
    if ordered and ends != sorted(ends):
        return "the runs of an OffsetMap must go on in the source"
    return ""
