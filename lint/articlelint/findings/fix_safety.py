"""
Decides which fixes may be applied, whatever the rules say of them.

A fix of a rule is made for the words that the rule has looked at. What stands around them, or in the source
between them, decides whether it can be applied without a person: see ``docs/adr/0041``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlelint.document import Document
from articlelint.markup.base import Article, Markup
from articlelint.markup.front_matter_blocks import front_matter_prose
from articlelint.model import Edit, Fix, Safety, SourceEdit, SourceFix, Span
from articlelint.source import Source

_JOINED_BEFORE = re.compile(r"\S{1,80}\Z")
_JOINED_AFTER = re.compile(r"\S{1,80}")
_SIGNS = frozenset("_\\/@#=<>{}|~^")
"""Signs that hang on a word in addresses, file names and identifiers."""
_LONGEST_FRONT_MATTER = 2_000
"""Characters of a front matter that is read again for each of its fixes; in a longer one, fixes are shown."""
_MEMBER_BEFORE = re.compile(r"\w[.:]+\Z")
_MEMBER_AFTER = re.compile(r"[.:]+\w")


def source_fix(fix: Fix, document: Document, article: Article, source: Source) -> SourceFix:
    """Return the fix as edits of the file, with the safety that all of its edits allow."""
    safety = fix.safety
    markup, text = article.markup, article.text
    edits: list[Edit] = []
    for edit in fix.edits:
        span = _source_span(edit.span, markup)
        edits.append(Edit(span, edit.text))
        if (
            not _is_all_prose(edit.span, markup, text)
            or not article.is_contiguous(span)
            or _touches_delimiter(edit, span, markup, text)
            or _changes_fixed_width(edit, span, markup)
            or (
                _changes_words(edit, document)
                and (_is_quoted(edit, document) or _is_in_identifier(edit, document))
            )
        ):
            safety = Safety.SHOWN
        elif safety is Safety.SAFE and text.count("\n", span.start, span.end) > edit.text.count("\n"):
            # It joins lines.
            safety = Safety.UNSAFE
    if not _keeps_front_matter(fix, edits, markup, text):
        safety = Safety.SHOWN
    placed: list[SourceEdit] = []
    for edit in edits:
        written = article.written(edit.text, edit.span)
        if written is None:
            safety = Safety.SHOWN
        span = article.file_span(edit.span)
        placed.append(SourceEdit(source.place(span), span, edit.text if written is None else written))
    return SourceFix(safety, tuple(placed))


def _keeps_front_matter(fix: Fix, edits: Sequence[Edit], markup: Markup, text: str) -> bool:
    """Whether the front matter, read again after a fix, says what the fix is meant to make of it."""
    front = markup.front_matter
    if front is not None and front.end > _LONGEST_FRONT_MATTER:
        return all(edit.span.start >= front.end for edit in edits)
    if front is None or all(edit.span.start >= front.end for edit in edits):
        return True
    blocks = [b.span.end for b in markup.blocks if markup.offsets.start(b.span.start) < front.end]
    prose = markup.text[: blocks[-1]] if blocks else ""
    meant = _edited(prose, [(e.span, e.text) for e in fix.edits if e.span.start <= len(prose)])
    after = _edited(text, edits)
    return front_matter_prose(after, markup.front_matter_kinds) == meant


def _edited(text: str, edits: Sequence[tuple[Span, str]]) -> str:
    for span, new in sorted(edits, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


def _source_span(span: Span, markup: Markup) -> Span:
    """
    Return the source span of an edit.

    An edit that reaches into the gap between two blocks takes all of it. An insertion at the start of a block
    stands in that block, any other behind the code point before it.
    """
    placed = markup.offsets.span(span)
    start, end = placed.start, placed.end
    if span.start == span.end:
        if not span.start or markup.text.endswith("\n\n", 0, span.start):
            start = end = markup.offsets.start(span.start)
        return Span(start, end)
    if markup.text.startswith("\n\n", span.start):
        start = markup.offsets.end(span.start)
    if markup.text.endswith("\n\n", 0, span.end) and span.end < len(markup.text):
        end = markup.offsets.start(span.end)
    return Span(start, end)


def _is_all_prose(span: Span, markup: Markup, text: str) -> bool:
    """Whether the source of a prose span holds nothing but that prose, and white space between blocks."""
    if not markup.offsets.contiguous(span):
        return False
    if "<" in text[markup.offsets.start(span.start) : markup.offsets.end(span.end)]:
        # A tag that stands for a mark, such as <q>.
        return "<" in markup.text[span.start : span.end]
    gap = markup.text.find("\n\n", span.start, span.end)
    while gap >= 0:
        between = text[markup.offsets.end(gap) : markup.offsets.start(gap + 2)]
        if between.strip():
            return False
        gap = markup.text.find("\n\n", gap + 1, span.end)
    return True


def _changes_fixed_width(edit: Edit, span: Span, markup: Markup) -> bool:
    """Whether an edit changes the length of a line that must stay, such as a row of a drawn table."""
    if len(edit.text) == span.end - span.start:
        return False
    return any(fixed.start <= span.start and span.end <= fixed.end for fixed in markup.fixed_width)


def _touches_delimiter(edit: Edit, span: Span, markup: Markup, text: str) -> bool:
    """
    Whether an edit changes the neighbour of a delimiter, such as the space in ``Corp **.**``.

    What a delimiter means depends on whether a space, a mark or a word stands beside it. A tag means the same
    beside anything. ``span`` is the edit's span in the text of the article.
    """
    start, end = edit.span.start, edit.span.end
    prose, offsets = markup.text, markup.offsets
    old = prose[start:end]
    before, after = prose[start - 1 : start], prose[end : end + 1]
    left = text[span.start - 1 : span.start]
    if old and offsets.end(start) < span.start and _is_delimiter(left):
        return _sort(old[0]) != _sort((edit.text or after)[:1])
    right = text[span.end : span.end + 1]
    # The gap between two blocks has no source: what stands there shows only before the next block.
    following = end + 2 if prose.startswith("\n\n", end) else end
    if (end == len(prose) or offsets.start(following) > span.end) and _is_delimiter(right):
        return _sort((old or before)[-1]) != _sort((edit.text or before)[-1:])
    return False


def _is_delimiter(character: str) -> bool:
    """Whether a character of the markup has a meaning that depends on its neighbours."""
    return bool(character) and not character.isspace() and character not in "<>"


def _sort(character: str) -> str:
    """Return whether a character is a space, belongs to a word or is a mark."""
    if not character or character.isspace():
        return "space"
    return "word" if character.isalnum() else "mark"


def _changes_words(edit: Edit, document: Document) -> bool:
    """Whether an edit changes letters, digits or spaces. Changing marks alone does not count."""
    return any(c.isalnum() or c.isspace() for c in document.slice(edit.span) + edit.text)


def _is_quoted(edit: Edit, document: Document) -> bool:
    """Whether an edit stands between quotation marks, or where it is not certain that it does not."""
    start, end = edit.span.start, edit.span.end
    # An insertion at the very edge of a quotation is outside it.
    sides = [Span(start - 1, start), Span(start, start + 1)] if start == end else [edit.span]
    return all(document.may_be_quoted(side) for side in sides)


def _is_in_identifier(edit: Edit, document: Document) -> bool:
    """Whether an edit changes a part of an address, a file name or an identifier: ``file.Name``."""
    before = _JOINED_BEFORE.search(document.text, max(edit.span.start - 80, 0), edit.span.start)
    after = _JOINED_AFTER.match(document.text, edit.span.end)
    left, right = before.group() if before else "", after.group() if after else ""
    if not _SIGNS.isdisjoint(left + right):
        return True
    inserts = edit.span.start == edit.span.end
    return not inserts and bool(_MEMBER_BEFORE.search(left) or _MEMBER_AFTER.match(right))
