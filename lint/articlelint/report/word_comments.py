"""Findings as comments of a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from articlelint.markup.word.annotate import Comment
from articlelint.model import Diagnostic
from articlelint.report.wording import fix_in_words, sureness


def comments_on(diagnostics: Iterable[Diagnostic], lines: Mapping[int, str]) -> dict[Comment, Diagnostic]:
    """Return a comment for each diagnostic: the message, the correction if there is one, and the rule."""
    return {Comment(d.span, _text(d, lines)): d for d in diagnostics}


def _text(d: Diagnostic, lines: Mapping[int, str]) -> str:
    fix = fix_in_words(d, lines)
    return f"{d.message}{sureness(d.confidence)}{f'; {fix}' if fix else ''} [{d.rule}]"
