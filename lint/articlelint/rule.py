"""The base class of rules, their metadata, and the examples that document and test them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from articlelint.document import Document
from articlelint.model import Edit, Finding, Fix, Related, Safety, Severity, Span


class NoOptions(NamedTuple):
    """The options of a rule that has none."""


Options = TypeVar("Options", bound="Any")


class Meta(NamedTuple):
    """
    The metadata of a rule.

    ``name`` is the defect in kebab-case, ``summary`` half a line in lower case, ``since`` the first version
    that has the rule. ``category`` defaults to the folder of the rule's module. If ``default`` is false, the
    rule runs only when it is selected by its name. ``url`` is the address of a page about the rule, or "".

    ``severity`` is that of a finding without a confidence. A finding with a confidence is reported as a
    warning from ``warning_from`` on, and as an error from ``error_from`` on; both are numbers from 0 to 1. A
    rule with ``warning_from`` alone reports its guesses as warnings only. A rule with neither reports all
    its findings, with ``severity``.
    """

    name: str
    summary: str
    since: str
    severity: Severity = Severity.ERROR
    category: str = ""
    default: bool = True
    warning_from: float | None = None
    error_from: float | None = None
    url: str = ""

    @property
    def highest_severity(self) -> Severity:
        """The highest severity that a finding of the rule can have, unless the configuration changes it."""
        if self.error_from is not None:
            return Severity.ERROR
        guesses = Severity.INFO if self.warning_from is None else Severity.WARNING
        return max(self.severity, guesses, key=lambda severity: severity.rank)

    def severity_at(self, confidence: float | None) -> Severity | None:
        """Return the severity of a finding with this confidence; None if it is not reported."""
        if confidence is None or (self.warning_from is None and self.error_from is None):
            return self.severity
        if self.error_from is not None and confidence >= self.error_from:
            return Severity.ERROR
        if self.warning_from is not None and confidence < self.warning_from:
            return None
        return Severity.WARNING


class Flagged(NamedTuple):
    """
    An example that the rule must report, with ``[[ ]]`` around each span.

    ``fixed`` is the text after all fixes, for a rule that has fixes. ``options`` are written as in the
    configuration file. ``suffix`` says which markup the example has. ``severity`` is the severity that every
    finding of the example must have, for a rule that reports guesses with a confidence. ``archive`` is what
    the house's archive is made of, for a rule that asks it: texts, and how many articles have each.
    """

    text: str
    fixed: str | None = None
    options: Mapping[str, Any] = MappingProxyType({})
    suffix: str = ".txt"
    severity: Severity | None = None
    archive: Mapping[str, int] = MappingProxyType({})


class Clean(NamedTuple):
    """An example that the rule must not report."""

    text: str
    options: Mapping[str, Any] = MappingProxyType({})
    suffix: str = ".txt"
    archive: Mapping[str, int] = MappingProxyType({})


class Rule(ABC, Generic[Options]):
    """
    Reports one kind of defect. Subclasses set the class variables and define ``check``.

    The docstring, the docstrings of the options and the examples are the rule's documentation and its tests.
    A rule must keep no state between documents.
    """

    meta: ClassVar[Meta]
    options_type: ClassVar[type[Any]] = NoOptions
    examples: ClassVar[tuple[Flagged | Clean, ...]]

    options: Options

    def __init__(self, options: Options | None = None) -> None:
        self.options = options if options is not None else self.options_type()

    @abstractmethod
    def check(self, doc: Document) -> Iterable[Finding]:
        """Return the findings in a document, in any order."""

    @classmethod
    def category(cls) -> str:
        """Return the category: that of ``meta``, else the folder of the rule's module, else the module."""
        if cls.meta.category:
            return cls.meta.category
        parts = cls.__module__.split(".")
        return parts[-2] if len(parts) > 1 else parts[-1]

    def finding(
        self,
        span: Span,
        message: str,
        *,
        related: Iterable[Related] = (),
        fix: Fix | None = None,
        confidence: float | None = None,
    ) -> Finding:
        """
        Return a finding of this rule.

        ``confidence`` is the probability that an editor would agree, from 0 to 1. Leave it out if the finding
        is certain.
        """
        return Finding(self.meta.name, span, message, tuple(related), fix, confidence)

    @staticmethod
    def replace(span: Span, text: str, safety: Safety = Safety.UNSAFE) -> Fix:
        """Return a fix that replaces the span with ``text``."""
        return Fix((Edit(span, text),), safety)
