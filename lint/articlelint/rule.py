"""What a plugin author subclasses: a rule, its metadata, and the examples that document and test it."""

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
    What a rule says about itself.

    ``name`` is the defect in kebab-case, ``summary`` half a line in lower case, ``since`` the version that
    brought it. ``category`` defaults to the folder the rule's module stands in. A rule with ``default``
    false runs only where it is selected by its own name.
    """

    name: str
    summary: str
    since: str
    severity: Severity = Severity.ERROR
    category: str = ""
    default: bool = True


class Flagged(NamedTuple):
    """
    An example that the rule must report: ``[[ ]]`` stand around each span, exactly.

    ``fixed`` is the text after all its fixes, for a rule that has them; ``options`` are given as in the
    configuration file; ``suffix`` says which markup the example is in.
    """

    text: str
    fixed: str | None = None
    options: Mapping[str, Any] = MappingProxyType({})
    suffix: str = ".txt"


class Clean(NamedTuple):
    """An example that the rule must leave alone."""

    text: str
    options: Mapping[str, Any] = MappingProxyType({})
    suffix: str = ".txt"


class Rule(ABC, Generic[Options]):
    """
    Reports one kind of defect. Subclass it, fill in the class variables and ``check``.

    The docstring, the options' docstrings and the examples are the rule's documentation and its tests.
    A rule keeps no state between documents.
    """

    meta: ClassVar[Meta]
    options_type: ClassVar[type[Any]] = NoOptions
    examples: ClassVar[tuple[Flagged | Clean, ...]]

    options: Options

    def __init__(self, options: Options | None = None) -> None:
        self.options = options if options is not None else self.options_type()

    @abstractmethod
    def check(self, doc: Document) -> Iterable[Finding]:
        """What is wrong in a document, in any order."""

    @classmethod
    def category(cls) -> str:
        """The category: what ``meta`` says, else the folder of the rule's module, else the module's name."""
        if cls.meta.category:
            return cls.meta.category
        parts = cls.__module__.split(".")
        return parts[-2] if len(parts) > 1 else parts[-1]

    def finding(
        self, span: Span, message: str, *, related: Iterable[Related] = (), fix: Fix | None = None
    ) -> Finding:
        """A finding of this rule."""
        return Finding(self.meta.name, span, message, tuple(related), fix)

    @staticmethod
    def replace(span: Span, text: str, safety: Safety = Safety.UNSAFE) -> Fix:
        """A fix that puts ``text`` in place of the span."""
        return Fix((Edit(span, text),), safety)
