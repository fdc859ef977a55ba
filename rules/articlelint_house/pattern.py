"""Entries of the kind ``pattern``: a regular expression each, run one by one so that none spoils another."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Any

import articlelint as al
from articlelint_house.dialect import counts
from articlelint_house.entries import Entry, Fail
from articlelint_house.findings import message, replacement

SECONDS = 5.0
"""What a pattern of the ``regex`` package may take for one search; the engine's alarm limits the others."""
_PATIENCE = 0.2
_GROUP = re.compile(r"\\(?:(\d)|g<(\w+)>)")


@lru_cache(maxsize=4096)
def compiled(regex: str, *, ignore_case: bool = False) -> tuple[Any, dict[str, float]]:
    r"""
    A pattern, and what its searches take beside a text.

    Python's own expressions serve; what they do not know (look-behind of any length, ``\p{Lu}``) is left to
    the ``regex`` package. Raises re.error with what Python says of a pattern that neither knows.
    """
    try:
        with warnings.catch_warnings():
            # Such as "[[": Python says that it may come to mean something else.
            warnings.simplefilter("error", FutureWarning)
            return re.compile(regex, re.IGNORECASE if ignore_case else re.NOFLAG), {}
    except FutureWarning as warning:
        raise re.error(f"{str(warning).lower()}; write a \\ before the character") from None
    except re.error as error:
        own = error
    import regex as more  # only a few patterns need it

    try:
        return more.compile(regex, more.IGNORECASE if ignore_case else 0), {"timeout": SECONDS}
    except more.error:
        raise own from None


def _of(entry: Entry) -> tuple[Any, dict[str, float]]:
    return compiled(entry.text("regex"), ignore_case=entry.flag("ignore-case", default=False))


def check_entry(entry: Entry, fail: Fail) -> None:
    """Raise what is wrong with the pattern of an entry, or with what it writes instead."""
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
    Which patterns match in which of some short texts, and where, as if all counted everywhere.

    The ``regex`` package has a time limit of its own: a runaway pattern is passed over here.
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
    """A check for each."""
    for rule, entry in entries.items():
        yield al.Check(frozenset({rule}), partial(_matches, rule, entry))


def _matches(rule: str, entry: Entry, doc: al.Document) -> Iterator[al.Finding]:
    pattern, limits = _of(entry)
    for match in pattern.finditer(doc.text, **limits):
        span = al.Span(*match.span())
        if len(span) and counts(doc, span, entry):
            use = written(match, entry.use)
            line = message(match[0], entry, f"“{use}”" if use else "")
            yield al.Finding(rule, span, line, (), replacement(doc, span, use))


def written(match: Any, use: str) -> str:
    """What to write instead of a match, its groups filled in; a group that has not matched is nothing."""
    return _GROUP.sub(lambda group: match[int(group[1]) if group[1] else group[2]] or "", use)
