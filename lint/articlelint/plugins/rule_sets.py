"""Rules that a newsroom keeps in its own files: many names, few checks, no code."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.model import Finding, Severity

if TYPE_CHECKING:
    from articlelint.document import Document
    from articlelint.rule import Clean, Flagged


@dataclass(frozen=True, slots=True)
class HouseRule:
    """
    What a rule from a file says about itself.

    ``name`` is ``category/file.rule``, such as ``house/desk.kyiv``; the part before the last full stop names
    the group that is selected and ignored together. ``summary`` is half a line in lower case. A rule with
    ``default`` false runs only where it is selected by its own name. ``at`` is ``FILE:LINE``, ``url`` a page
    about the rule or "".

    ``unsupported`` says why the rule cannot run, or is empty; whoever runs the file's rules is told so until
    the rule is ignored by name. ``facts`` are what else its file says, for people, as pairs such as
    ``("Owner", "Foreign desk")``. "Why", "Scope", "Owner", "Date" and "Disabled" (the reason) mean the same
    in every file.

    An ``advisory`` rule is for information: only its own name in a configuration gives it another severity.

    ``avoid`` are the forms not to print and ``use`` what to write instead, where it is a rule about forms:
    a printed house style lists the rule under each.
    """

    name: str
    summary: str
    severity: Severity = Severity.WARNING
    default: bool = True
    at: str = ""
    url: str = ""
    examples: tuple[Flagged | Clean, ...] = ()
    unsupported: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    avoid: tuple[str, ...] = ()
    use: str = ""
    advisory: bool = False

    def fact(self, label: str) -> str:
        """What the rule's file says under a label, or an empty string."""
        return next((text for name, text in self.facts if name == label), "")

    @property
    def group(self) -> str:
        """The rules of one file or style, such as ``house/desk``."""
        return self.name.rpartition(".")[0]

    @property
    def category(self) -> str:
        """What stands before the slash, such as ``house``."""
        return self.name.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Check:
    """
    One pass over a document on behalf of some rules.

    ``run`` yields findings under any of ``names``, in any order. A check that raises or takes too long is
    reported and spoils no other: what may fail alone belongs into a check of its own.
    """

    names: frozenset[str]
    run: Callable[[Document], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the files themselves. ``at`` is ``FILE:LINE``."""

    at: str
    rule: str
    message: str


class RuleSet(ABC):
    """Rules read from files; handed out by the ``articlelint_rule_sets`` hook."""

    @property
    @abstractmethod
    def rules(self) -> Mapping[str, HouseRule]:
        """Every rule of the files by its name, those that do not run included."""

    @abstractmethod
    def checks(self, names: frozenset[str]) -> Iterable[Check]:
        """What must be run for these rules, all of them this set's own. Called once a configuration."""

    def review(self, names: frozenset[str]) -> Iterable[Fault]:  # noqa: ARG002 - for those who override it
        """
        What ``articlelint style test`` should say beside the examples: contradictions, duplicates.

        ``names`` are this set's rules that run together for some article; the others are of no account.
        """
        return ()
