"""The documentation of a rule, read from its docstring, options and examples."""

from __future__ import annotations

import ast
import inspect
import textwrap
import types
import typing
from enum import Enum
from typing import Any, NamedTuple

from articlelint.config.options import option_names
from articlelint.model import Severity
from articlelint.rule import Clean, Flagged, Meta, Rule


class OptionHelp(NamedTuple):
    """An option: its key and default as in a configuration file, and what it does."""

    key: str
    default: str
    text: str


class RuleHelp(NamedTuple):
    """
    The documentation of a rule.

    ``confidence`` says from which confidence the rule reports warnings and errors; "" if it does not guess.
    """

    title: str
    body: str
    confidence: str
    options: tuple[OptionHelp, ...]
    flagged: tuple[Flagged, ...]
    clean: tuple[Clean, ...]


def explain(rule: type[Rule[Any]]) -> RuleHelp:
    """Return the documentation of a rule class."""
    text = inspect.cleandoc(rule.__doc__ or "")
    title, _, body = text.partition("\n")
    return RuleHelp(
        title.strip(),
        body.strip(),
        thresholds_in_words(rule.meta),
        tuple(_options(rule.options_type)),
        tuple(e for e in rule.examples if isinstance(e, Flagged)),
        tuple(e for e in rule.examples if isinstance(e, Clean)),
    )


def archive_in_words(example: Flagged | Clean) -> str:
    """Return which archive an example needs; "" for one that needs none."""
    texts = [f"{number:,} articles with “{text}”" for text, number in example.archive.items()]
    return f"an archive of {' and '.join(texts)}" if texts else ""


def thresholds_in_words(meta: Meta) -> str:
    """Return from which confidence a rule reports warnings and errors; "" for a rule without thresholds."""
    warning, error = meta.warning_from, meta.error_from
    if error is not None:
        least = "" if warning is None else f" from {_percent(warning)} on"
        return f"A guess is a warning{least}, and an error from {_percent(error)} on."
    if warning is None:
        return ""
    if meta.severity is Severity.INFO:
        return f"A finding is an info, or a warning from {_percent(warning)} on, and never an error."
    only = "Reports warnings only. " if meta.severity is Severity.WARNING else ""
    return f"{only}A guess is a warning from {_percent(warning)} on, and never an error."


def _percent(share: float) -> str:
    return f"{100 * share:.4g} % sure"


def _options(options_type: type[Any]) -> list[OptionHelp]:
    texts = _field_docs(options_type)
    defaults = options_type()
    return [
        OptionHelp(name.replace("_", "-"), as_toml(getattr(defaults, name)), texts.get(name, ""))
        for name in option_names(options_type)
    ]


def _field_docs(options_type: type[Any]) -> dict[str, str]:
    """The string under each field of a dataclass, read from the source: Python does not keep it."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(options_type)))
    except (OSError, TypeError, SyntaxError):
        return {}
    (definition,) = (node for node in tree.body if isinstance(node, ast.ClassDef))
    texts: dict[str, str] = {}
    for node, following in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            match following:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    texts[node.target.id] = " ".join(inspect.cleandoc(text).split())
                case _:
                    pass
    return texts


def as_toml(value: object) -> str:
    """Return a value as it is written in TOML. Strings must have no control characters."""
    match value:
        case bool():
            return "true" if value else "false"
        case Enum():
            return as_toml(value.value)
        case int() | float():
            return str(value)
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"'
        case tuple() | list() | frozenset():
            items = typing.cast("typing.Iterable[object]", value)
            return "[" + ", ".join(as_toml(item) for item in items) + "]"
        case dict() | types.MappingProxyType():
            table = typing.cast("typing.Mapping[str, object]", value)
            return "{" + ", ".join(f"{as_toml(k)} = {as_toml(v)}" for k, v in table.items()) + "}"
        case _:
            return '""' if value is None else str(value)
