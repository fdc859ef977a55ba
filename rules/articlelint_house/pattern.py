"""Entries of the kind ``pattern``: regular expressions, each run alone, so that one can fail alone."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry
from articlelint_house.findings import message_about, replacement
from articlelint_house.values import Fail

SECONDS = 5.0
"""The time limit for a search of the ``regex`` package; the engine's time limit covers ``re``."""
_PATIENCE = 0.2
_GROUP = re.compile(r"\\(?:(\d)|g<(\w+)>)")


@lru_cache(maxsize=2048)
def compiled(regex: str, *, ignore_case: bool = False) -> tuple[Any, dict[str, float]]:
    r"""
    The compiled pattern, and keyword arguments for its searches.

    Python's ``re`` is tried first, then the ``regex`` package, which knows look-behind of any length and
    ``\p{Lu}``. Raises the error of ``re`` for a pattern that neither can compile.
    """
    try:
        with warnings.catch_warnings():
            # Python warns about "[[", for example, which may get another meaning.
            warnings.simplefilter("error", FutureWarning)
            return re.compile(regex, re.IGNORECASE if ignore_case else re.NOFLAG), {}
    except FutureWarning as warning:
        raise re.error(f"{str(warning).lower()}; write a \\ before the character") from None
    except re.error as error:
        own = error
    import regex as more  # slow to import, and few patterns need it

    try:
        return more.compile(regex, more.IGNORECASE if ignore_case else 0), {"timeout": SECONDS}
    except more.error:
        raise own from None


def _of(entry: Entry) -> tuple[Any, dict[str, float]]:
    return compiled(entry.text("regex"), ignore_case=entry.flag("ignore-case", default=False))


def check_entry(entry: Entry, fail: Fail) -> None:
    """Raise an error for a wrong pattern or replacement."""
    if "\b" in entry.text("regex"):
        raise fail("regex", "'regex' has a backspace in it: write it in 'single' marks, where \\b stays \\b")
    try:
        pattern, limits = _of(entry)
    except re.error as error:
        raise fail("regex", f"'regex' is no regular expression: {error}") from None
    if pattern.match("", **limits):
        raise fail("regex", "'regex' matches where there is nothing; it must need a character")
    for number, name in _GROUP.findall(entry.use):
        if (number and int(number) > pattern.groups) or (name and name not in pattern.groupindex):
            raise fail("use", f"'use': there is no group {number or name} in 'regex'")


def everything(entries: Mapping[str, Entry], texts: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """
    Yield which patterns match in which of some short texts, with the length of the match.

    Scopes and dialects are ignored. A pattern that takes too long is skipped.
    """
    import regex as more

    listed = list(texts)
    for rule, entry in entries.items():
        try:
            flags = more.IGNORECASE if entry.flag("ignore-case", default=False) else 0
            pattern = more.compile(entry.text("regex"), flags)
        except more.error:
            continue
        for text in listed:
            try:
                match = pattern.search(text, timeout=_PATIENCE)
            except TimeoutError:
                break
            if match and match.group():
                yield rule, text, len(match.group())


def checks(entries: Mapping[str, Entry]) -> Iterator[al.Check]:
    """Return a check for each entry."""
    for rule, entry in entries.items():
        yield al.Check(frozenset({rule}), partial(_matches, rule, entry))


def _matches(rule: str, entry: Entry, doc: al.Document) -> Iterator[al.Finding]:
    pattern, limits = _of(entry)
    for match in pattern.finditer(doc.text, **limits):
        span = al.Span(*match.span())
        if len(span) and counts(doc, span, entry):
            use = written(match, entry.use)
            message = message_about(match[0], entry, f"“{use}”" if use else "")
            yield al.Finding(rule, span, message, (), replacement(doc, span, use))


def written(match: Any, use: str) -> str:
    """What to write instead of a match, with the groups filled in; a group without a match is empty."""
    return _GROUP.sub(lambda group: match[int(group[1]) if group[1] else group[2]] or "", use)
