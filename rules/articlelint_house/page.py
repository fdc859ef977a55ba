"""The content of a printed style guide: packs, entries in alphabetical order, and an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from articlelint import Clean, FileRule, Flagged, Severity
from articlelint.testing import marked

OTHERS = "0–9"
"""The heading in the index for entries that begin with a digit or a sign."""
IGNORED = "<!-- articlelint: ignore-file -->"
"""Stands in each page: its examples are wrong on purpose."""
_OWN_PLACE = frozenset({"Why", "Disabled"})
_LABELS = {"Date": "Since"}
_SEVERITIES = {
    Severity.ERROR: "error: must be put right",
    Severity.WARNING: "warning",
    Severity.INFO: "for information",
}


class Piece(NamedTuple):
    """Part of an example; the words that the rule reports are marked."""

    text: str
    marked: bool = False


class Example(NamedTuple):
    """An example in pieces, and whether the rule reports it."""

    pieces: tuple[Piece, ...]
    flagged: bool
    fixed: str = ""


class Entry(NamedTuple):
    """One rule, ready to print, in plain text that is not escaped yet."""

    rule: FileRule
    title: str
    why: str
    disabled: str
    facts: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]


class Pack(NamedTuple):
    """The rules of one file or style."""

    name: str
    entries: tuple[Entry, ...]


class IndexLine(NamedTuple):
    """A line of the index, and the rule that it links to."""

    text: str
    rule: str


class Page(NamedTuple):
    """A style guide; ``lines`` are the lines of its index, by letter."""

    title: str
    packs: tuple[Pack, ...]
    lines: Mapping[str, tuple[IndexLine, ...]]

    @property
    def rules(self) -> int:
        """The number of rules."""
        return sum(len(pack.entries) for pack in self.packs)


def style_page(title: str, rules: Iterable[FileRule]) -> Page:
    """The page about some rules; the order of ``rules`` does not matter."""
    by_pack: dict[str, list[Entry]] = {}
    lines: dict[str, set[IndexLine]] = {}
    for rule in rules:
        by_pack.setdefault(rule.group, []).append(_entry(rule))
        for line in _index_lines(rule):
            lines.setdefault(_letter(line.text), set()).add(line)
    packs = [Pack(name, tuple(sorted(entries, key=_order))) for name, entries in sorted(by_pack.items())]
    index = {
        letter: tuple(sorted(found, key=lambda line: (_key(line.text), line)))
        for letter, found in sorted(lines.items())
    }
    return Page(title, tuple(packs), index)


def _order(entry: Entry) -> tuple[str, str]:
    return _key(entry.title), entry.rule.name


def _key(text: str) -> str:
    """The sort key of a title: its letters and digits."""
    return "".join(c for c in text.casefold() if c.isalnum() or c == " ").strip()


def _letter(text: str) -> str:
    first = _key(text)[:1].upper()
    return first if first.isalpha() else OTHERS


def _entry(rule: FileRule) -> Entry:
    facts = [(_LABELS.get(label, label), text) for label, text in rule.facts if label not in _OWN_PLACE]
    facts.append(("Severity", _SEVERITIES[rule.severity]))
    if rule.unsupported:
        facts.append(("Not checked", rule.unsupported))
    resting = rule.fact("Disabled") or ("" if rule.default else "runs only where it is selected by its name")
    title, why = _title(rule), rule.fact("Why")
    if " ".join(why.split()).rstrip(".") == title:
        why = ""
    return Entry(rule, title, why, resting, tuple(facts), tuple(map(_example, rule.examples)))


def _title(rule: FileRule) -> str:
    """``Kiev, Kijev → Kyiv``; the summary for a rule that avoids no words."""
    if not rule.avoid:
        return rule.summary
    avoided = ", ".join(rule.avoid)
    return f"{avoided} → {rule.use}" if rule.use else f"{avoided}: avoid"


def _index_lines(rule: FileRule) -> Iterator[IndexLine]:
    for form in rule.avoid:
        yield IndexLine(f"{form} → {rule.use}" if rule.use else f"{form}: avoid", rule.name)
    if rule.use:
        yield IndexLine(rule.use, rule.name)
    if not (rule.avoid or rule.use):
        yield IndexLine(rule.name.rpartition(".")[2].replace("-", " "), rule.name)


def _example(example: Flagged | Clean) -> Example:
    if isinstance(example, Clean):
        return Example((Piece(example.text),), flagged=False)
    return Example(tuple(_pieces(example.text)), flagged=True, fixed=example.fixed or "")


def _pieces(text: str) -> Iterator[Piece]:
    """The text in pieces; the words in the outermost [[ ]] are marked, unless the brackets do not pair."""
    try:
        plain, spans = marked(text)
    except AssertionError:  # "style test" reports it
        yield Piece(text)
        return
    at = 0
    for span in spans:
        if span.start < at or not len(span):
            continue
        if span.start > at:
            yield Piece(plain[at : span.start])
        yield Piece(plain[span.start : span.end], marked=True)
        at = span.end
    if at < len(plain):
        yield Piece(plain[at:])
