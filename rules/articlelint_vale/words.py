"""Finds the literal forms of all rules in one pass over the words of an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from articlelint_vale.views import Views

_RUN = re.compile(r"[^\W\d_]+")
_KEPT = 1 << 15


class Form(NamedTuple):
    """
    A text to be found as whole words. ``entry`` is the number of the rule's token that it comes from.

    ``order`` decides between forms that begin at the same place, like the order of alternatives in a pattern.
    """

    text: str
    folded: bool
    entry: int
    order: tuple[int, int]


class Hit(NamedTuple):
    """The place of a form."""

    start: int
    order: tuple[int, int]
    end: int
    entry: int


class _Runs(dict[str, tuple[tuple[str, int], ...]]):
    """The runs of letters in each token seen so far, with their offsets; of limited size."""

    def __missing__(self, token: str) -> tuple[tuple[str, int], ...]:
        if len(self) >= _KEPT:
            self.clear()
        found = self[token] = tuple((run.group(), run.start()) for run in _RUN.finditer(token))
        return found


_runs = _Runs()


def is_form(text: str) -> bool:
    """Whether a literal text can be looked up: it begins and ends with a word, and has letters."""
    return bool(text) and _in_word(text[0]) and _in_word(text[-1]) and _RUN.search(text) is not None


class Words:
    """The forms of some rules, by the longest run of letters in each, which is usually the rarest."""

    def __init__(self, by_rule: Iterable[tuple[str, Iterable[Form]]]) -> None:
        self._by_run: dict[str, list[tuple[str, Form, str, int]]] = {}
        for rule, forms in by_rule:
            for form in forms:
                lowered = form.text.lower()
                run = max(_RUN.finditer(lowered), key=lambda found: len(found.group()))
                self._by_run.setdefault(run.group(), []).append((rule, form, lowered, run.start()))

    def hits(self, views: Views) -> dict[str, list[Hit]]:
        """The places of the forms in a document, by rule, in order."""
        if not self._by_run:
            return {}
        found: dict[str, list[Hit]] = {}
        starts, by_run = views.doc.tokens.starts, self._by_run
        for token, indexes in views.doc.positions.items():
            for run, offset in ((token, 0),) if token.isalpha() else _runs[token]:
                for rule, form, lowered, within in by_run.get(run, ()):
                    for index in indexes:
                        start = starts[index] + offset - within
                        if start >= 0 and stands(views.text, start, form, lowered):
                            hit = Hit(start, form.order, start + len(form.text), form.entry)
                            found.setdefault(rule, []).append(hit)
        for hits in found.values():
            hits.sort()
        return found


def stands(text: str, start: int, form: Form, lowered: str) -> bool:
    """Whether a form stands at an offset of a text as whole words."""
    end = start + len(form.text)
    there = text[start:end]
    if there != form.text and not (form.folded and there.lower() == lowered):
        return False
    return not (start and _in_word(text[start - 1])) and not (end < len(text) and _in_word(text[end]))


def _in_word(character: str) -> bool:
    """Whether a character is part of a word, as for patterns."""
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
