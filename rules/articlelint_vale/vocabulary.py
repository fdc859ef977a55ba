"""Vale's vocabularies: terms that every rule accepts, and terms that must not be written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import articlelint as al
from articlelint_vale.patterns import Expression
from articlelint_vale.shapes import forms
from articlelint_vale.words import is_form
from articlelint_vale.yaml_table import Table

_PHRASE = re.compile(r"[^\W_ -]*(?:[ -][^\W_ -]*)*")
_SEVERAL_WORDS = re.compile(r"[ \t]|\\s")
_RUN = re.compile(r"[^\W\d_]+")


class Term(NamedTuple):
    """A line of a vocabulary: a word, a phrase or a pattern."""

    text: str
    at: str


class Vocabulary(NamedTuple):
    """All terms of the vocabularies that a configuration names."""

    accepted: tuple[Term, ...] = ()
    rejected: tuple[Term, ...] = ()


def read_vocabularies(folders: Iterable[str]) -> Vocabulary:
    """Read ``accept.txt`` and ``reject.txt`` in each folder. Raises SettingsError if there is neither."""
    accepted: list[Term] = []
    rejected: list[Term] = []
    for folder in map(Path, folders):
        accept, reject = sorted(folder.rglob("accept.txt")), sorted(folder.rglob("reject.txt"))
        if not accept and not reject:
            raise al.SettingsError(
                f"{al.shown_path(folder)}: no accept.txt and no reject.txt in this Vale vocabulary"
            )
        accepted += (term for file in accept for term in _terms(file))
        rejected += (term for file in reject for term in _terms(file))
    return Vocabulary(tuple(dict.fromkeys(accepted)), tuple(dict.fromkeys(rejected)))


def _terms(file: Path) -> Iterable[Term]:
    shown = al.shown_path(file)
    for number, line in enumerate(al.read_setting_file(file, shown).splitlines(), 1):
        text = line.strip()
        if text and not text.startswith("# "):
            yield Term(text, f"{shown}:{number}")


def is_phrase(text: str) -> bool:
    """Whether a term consists of words and is no pattern."""
    return _PHRASE.fullmatch(text) is not None


class Exceptions:
    """What a rule does not report: its own exceptions and, unless ``vocab`` is false, the accepted terms."""

    @classmethod
    def of(cls, table: Table, vocabulary: Vocabulary) -> Exceptions:
        """
        The exceptions of a rule. Raises SettingsError for a term that is a wrong pattern.

        A vocabulary is a list of words, so it has none for a rule about parts of words or marks.
        """
        own = [Term(text, table.at("exceptions")) for text in table.strings("exceptions")]
        accepts = table.flag("vocab", default=True)
        if table.string("extends") == "existence" and table.flag("nonword"):
            accepts = False
        return cls(own, vocabulary.accepted if accepts else ())

    def __init__(self, own: Iterable[Term], accepted: Iterable[Term] = ()) -> None:
        """Raises SettingsError for a term that is a wrong pattern."""
        self.terms = sorted((*own, *accepted), key=lambda term: -len(term.text))
        self._forms: dict[str, list[tuple[str, bool]]] = {}
        self._patterns: list[Expression] = []
        for term in self.terms:
            text = term.text.removeprefix("(?i)")
            folded = text != term.text
            expression = Expression(
                text, term.at, before=r"(?im)\b(?:" if folded else r"(?m)\b(?:", after=r")\b"
            )
            literals = forms(expression.shape)
            if literals and all(map(is_form, literals)):
                for literal in literals:
                    first = _RUN.search(literal.lower())
                    assert first is not None
                    self._forms.setdefault(first.group(), []).append((literal, folded))
            else:
                self._patterns.append(expression)

    @cached_property
    def _phrases(self) -> list[Expression]:
        """The terms of several words. Vale ignores their case."""
        several = (term for term in self.terms if _SEVERAL_WORDS.search(term.text))
        return [Expression(term.text, term.at, before=r"(?i)\b(?:", after=r")\b") for term in several]

    @cached_property
    def by_lower(self) -> dict[str, str]:
        """The terms, by the term in lower case."""
        return {term.text.lower(): term.text for term in reversed(self.terms)}

    def __bool__(self) -> bool:
        return bool(self.terms)

    def compile(self) -> None:
        """Compile every pattern. Raises SettingsError for one that cannot be compiled."""
        for expression in (*self._patterns, *self._phrases):
            _ = expression.compiled

    def cover(self, text: str) -> bool:
        """Whether a text contains an exception as whole words."""
        if not self.terms:
            return False
        for run in _RUN.finditer(text.lower()):
            for literal, folded in self._forms.get(run.group(), ()):
                if _has(text.lower() if folded else text, literal.lower() if folded else literal):
                    return True
        return any(expression.search(text) is not None for expression in self._patterns)

    def cover_at(self, text: str, start: int, end: int) -> bool:
        """
        Whether a part of a text contains an exception as whole words, or stands in an exception.

        With the exception ``mea culpa``, a rule does not report ``mea`` in it.
        """
        if self.cover(text[start:end].strip()):
            return True
        lowered = text.lower() if self._phrases else ""
        return any(
            match.start() <= start and end <= match.end()
            for phrase in self._phrases
            if phrase.may_match(lowered)
            for match in phrase.all(text)
        )


def _has(text: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", text) is not None
