"""Rules that a plugin reads from files, such as style packs: described by data, run by a few functions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from articlelint.document import Document
from articlelint.model import Finding, Severity
from articlelint.rule import Clean, Flagged


@dataclass(frozen=True, slots=True)
class FileRule:
    """
    The description of a rule that is read from a file.

    ``name`` is ``category/file.rule``, such as ``house/desk.kyiv``. The part before the last full stop is the
    rule's group: all rules of a group can be selected and ignored together. ``summary`` is half a line in
    lower case. A rule with ``default=False`` runs only where it is selected by its own name. ``at`` is
    ``FILE:LINE``. ``url`` is the address of a page about the rule, or "".

    ``unsupported`` is the reason why the rule cannot run, or "". Every run reports it until the rule is
    ignored by name.

    ``facts`` are further pairs of a label and a text for people, such as ``("Owner", "Foreign desk")``. The
    labels "Why", "Scope", "Owner", "Date" and "Disabled" (the reason) mean the same in every plugin.

    The severity of an ``advisory`` rule changes only where the configuration names the rule itself, not its
    group or category.

    ``avoid`` and ``use`` are for rules about words: the forms not to print, and what to write instead. A
    printed style guide lists the rule under each of them.
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
        """Return the text under a label of ``facts``, or ""."""
        return next((text for name, text in self.facts if name == label), "")

    @property
    def group(self) -> str:
        """The name that stands for all rules of the same file or style, such as ``house/desk``."""
        return self.name.rpartition(".")[0]

    @property
    def category(self) -> str:
        """The part of the name before the slash, such as ``house``."""
        return self.name.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Check:
    """
    A function that looks for the findings of one or several rules in a document.

    ``run`` yields findings of the rules ``names``, in any order. A check that raises an exception or takes
    too long is reported, and the other checks run all the same. A rule that may fail, such as one with a
    regular expression written by a user, should therefore have a check of its own.
    """

    names: frozenset[str]
    run: Callable[[Document], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in the files that rules are read from. ``at`` is ``FILE:LINE``."""

    at: str
    rule: str
    message: str


class RuleSet(ABC):
    """Rules read from files; returned by the hook ``articlelint_rule_sets``."""

    @property
    @abstractmethod
    def rules(self) -> Mapping[str, FileRule]:
        """All rules of the files by name, including those that cannot run."""

    @abstractmethod
    def checks(self, names: frozenset[str]) -> Iterable[Check]:
        """Return the checks to run for these rules of the set."""

    def review(self, names: frozenset[str]) -> Iterable[Fault]:  # noqa: ARG002 - for subclasses
        """
        Return the mistakes in the files that examples do not show, such as contradictions and duplicates.

        ``names`` are the rules of this set that run together for some articles; other rules do not matter.
        """
        return ()
