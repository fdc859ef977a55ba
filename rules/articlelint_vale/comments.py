"""Vale's comments in an article, such as ``<!-- vale off -->``: they turn rules off up to another comment."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

import articlelint as al

_COMMENT = re.compile(r"<!--\s{0,9}vale\s{1,9}(.{0,500}?)\s{0,9}-->", re.DOTALL)
_STYLES = re.compile(r"styles? = (.*)")
_MATCHES = re.compile(r"(\S+\.\S+?)(\[.+\]) = (YES|NO)")
_RULE = re.compile(r"(\S+\.\S+|[^.]+) = (YES|NO|on|off)")
_ALL = ""


class _Comment(NamedTuple):
    """
    A comment, its place in the source and in the prose, and the names that it turns off or on.

    A name is that of a style, of a rule, or of a rule with a match: ``Style.Rule[match]``. With ``others``,
    the comment turns off all styles that it does not name.
    """

    source: int
    prose: int
    names: frozenset[str]
    off: bool
    others: bool = False


class Switches(tuple[_Comment, ...]):
    """The comments of an article, in order."""

    __slots__ = ()

    def off(self, rule: str, finding: al.Finding, text: str) -> bool:
        """Whether a rule is turned off for a finding about a text."""
        style = rule.partition(".")[0]
        names = {_ALL, style, rule, f"{rule}[{text}]"}
        off: set[str] = set()
        for comment in self:
            before = finding.span.start < comment.prose
            if finding.source is not None:
                before = finding.source.start < comment.source
            if before:
                break
            found = {style} if comment.others else names & comment.names
            turns_off = style not in comment.names if comment.others else comment.off
            off = off | found if turns_off else off - found
        return bool(off)


def read_switches(doc: al.Document) -> Switches:
    """Read the comments of an article."""
    found: list[_Comment] = []
    for comment in _COMMENT.finditer(doc.source):
        at = comment.start()
        prose = doc.prose_span(al.Span(at, at)).start
        written = comment[1]
        styles = _STYLES.fullmatch(written)
        matches = _MATCHES.fullmatch(written)
        rule = _RULE.fullmatch(written)
        if written in {"off", "on"}:
            found.append(_Comment(at, prose, frozenset({_ALL}), written == "off"))
        elif styles:
            names = frozenset(name.strip() for name in styles[1].split(","))
            found.append(_Comment(at, prose, names, off=False, others=True))
        elif matches:
            names = frozenset(f"{matches[1]}[{text}]" for text in _texts(matches[2]))
            found.append(_Comment(at, prose, names, matches[3] == "NO"))
        elif rule:
            found.append(_Comment(at, prose, frozenset({rule[1]}), rule[2] in {"NO", "off"}))
    return Switches(found)


def _texts(written: str) -> list[str]:
    """The strings in a list as JSON writes it; none if it is no such list, as in Vale."""
    try:
        texts = json.loads(written)
    except (ValueError, RecursionError):
        return []
    return [text for text in texts if isinstance(text, str)]
