"""What all Vale rules have in common: message, level, scope, link, limit and action."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

import articlelint as al
from articlelint_vale.actions import Action, fix, read_action
from articlelint_vale.scopes import Scope, read_scopes
from articlelint_vale.views import Unit, Views
from articlelint_vale.vocabulary import Vocabulary
from articlelint_vale.words import Form, Hit
from articlelint_vale.yaml_table import Table

LEVELS = {
    "suggestion": al.Severity.INFO,
    "warning": al.Severity.WARNING,
    "error": al.Severity.ERROR,
}
_COMMON = frozenset(
    {"extends", "message", "level", "scope", "link", "limit", "action", "description", "name", "code"}
)

_COUNTS = frozenset({"limit", "max", "min"})


class UnsupportedError(Exception):
    """A rule that cannot be run here; the text is the reason."""


class Definition(NamedTuple):
    """The keys of a rule's file that all kinds of rules have."""

    name: str
    kind: str
    message: str
    severity: al.Severity
    at: str
    scopes: tuple[Scope, ...] = ()
    finer: tuple[Scope, ...] = ()
    """Scopes that a rule about words is run on before its own; see ``finer_scopes``."""
    scope: str = "text"
    link: str = ""
    limit: int = 0
    action: Action | None = None
    description: str = ""

    @property
    def full_name(self) -> str:
        """The name in findings."""
        return f"vale/{self.name}"


def rule_name(path: Path) -> str:
    """The name of a rule: its folder and its file, up to the first full stop."""
    return f"{path.parent.name}.{path.name.partition('.')[0]}"


def read_definition(name: str, table: Table) -> Definition:
    """Read the common keys, except scopes. Raises SettingsError for a file that Vale would refuse, too."""
    if "extends" not in table:
        raise al.SettingsError(f"{table.at()}: not a Vale rule: the key 'extends' is missing")
    kind = table.string("extends")
    if "message" not in table:
        raise al.SettingsError(f"{table.at()}: the key 'message' is missing")
    level = table.string("level", "warning")
    if level not in LEVELS:
        raise al.SettingsError(
            f"{table.at('level')}: 'level' must be one of {', '.join(LEVELS)}, not '{level}'"
        )
    if table.flag("code"):
        raise al.SettingsError(f"{table.at('code')}: Vale has dropped 'code'; write 'scope: raw'")
    written = table.strings("scope")
    return Definition(
        name=name,
        kind=kind,
        message=table.string("message"),
        severity=LEVELS[level],
        at=table.at(),
        scope=", ".join(written) or "text",
        link=table.string("link"),
        limit=int(table.number("limit")),
        description=table.string("description"),
    )


def _line(table: Table, key: str) -> str:
    """The line of a key, for a reason."""
    return f"line {table.at(key).rpartition(':')[2]}"


class ValeRule(ABC):
    """One rule, ready to run. A subclass reads the keys of its kind and finds what they describe."""

    KEYS: ClassVar[frozenset[str]]
    OF_WORDS: ClassVar[bool] = False
    """Whether the rule is about words, which are the same words in a sentence and in its block."""

    def __init__(self, definition: Definition, table: Table, vocabulary: Vocabulary) -> None:
        """Raises SettingsError for an error in the file, and UnsupportedError if the rule cannot be run."""
        unknown = [key for key in table.entries if key not in _COMMON | self.KEYS]
        if unknown:
            from articlelint.commands import nearest

            hint = nearest(unknown[0], _COMMON | self.KEYS).removesuffix("?")
            raise UnsupportedError(f"the key '{unknown[0]}' ({_line(table, unknown[0])}) is unknown{hint}")
        for key in _COUNTS & table.entries.keys():
            if table.number(key) < 0:
                raise UnsupportedError(f"'{key}' ({_line(table, key)}) is below 0")
        scopes, reason = read_scopes(table.strings("scope"))
        if reason:
            raise UnsupportedError(reason)
        action, reason = read_action(table.table("action"))
        if reason:
            raise UnsupportedError(reason)
        self.definition = definition._replace(scopes=scopes, action=action)
        self.read(table, vocabulary)

    @abstractmethod
    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the keys of the kind."""

    @abstractmethod
    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield the findings, in order. ``hits`` are the places of the rule's forms."""

    @property
    def forms(self) -> Sequence[Form]:
        """The literal words that the rule looks for."""
        return ()

    def compile(self) -> None:  # noqa: B027 - a kind without patterns has nothing to do
        """Compile every pattern. Raises SettingsError for one that cannot be compiled."""

    def units(self, views: Views) -> tuple[Unit, ...]:
        """The parts of a document that are in the scope of the rule."""
        return views.units((*self.definition.finer, *self.definition.scopes))

    def finding(  # noqa: PLR0913 - what a finding has
        self,
        views: Views,
        unit: Unit,
        start: int,
        end: int,
        message: str,
        *,
        related: tuple[al.Related, ...] = (),
        writes: tuple[str, ...] = (),
    ) -> al.Finding:
        """A finding about a part of a unit; ``writes`` are the words for a ``replace`` action without any."""
        span = views.span(unit, start, end)
        if views.doc.slice(span) != unit.text[start:end]:
            # It has markup in it, such as the address of a link: there is no fix for that.
            source = views.source_span(unit, start, end)
            return al.Finding(self.definition.full_name, span, message, related, source=source)
        action = self.definition.action
        made = fix(action, span, views.doc.text, writes) if action is not None else None
        return al.Finding(self.definition.full_name, span, message, related, made)
