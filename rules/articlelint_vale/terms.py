"""Descriptions of rules, and the rules that a vocabulary implies: ``Vale.Terms`` and ``Vale.Avoid``."""

from __future__ import annotations

from collections.abc import Iterator

import articlelint as al
from articlelint_vale.definition import Definition
from articlelint_vale.messages import fill
from articlelint_vale.vocabulary import Vocabulary, is_phrase
from articlelint_vale.yaml_table import Pair, Pairs, Table, Value

_AVOIDED = 40
_SWAPPED = 200
"""The most forms and swaps of a rule that a printed page lists."""


def vocabulary_rules(vocabulary: Vocabulary) -> Iterator[tuple[str, Table]]:
    """The rules of Vale's own style that follow from a vocabulary: names and files as tables."""
    terms = vocabulary.accepted
    if terms:
        # A pattern is looked for in any case, and what it does not match as it stands is reported.
        lowered = (term.text.lower() if is_phrase(term.text) else term.text for term in terms)
        swap = Pairs(Pair(low, term.text, _line(term.at)) for low, term in zip(lowered, terms, strict=True))
        keys: dict[str, Value] = {
            "extends": "substitution",
            "message": "Use '%s' instead of '%s'.",
            "level": "error",
            "ignorecase": "true",
            "vocab": "false",
            "swap": swap,
        }
        yield "Vale.Terms", _table(terms[0].at, keys)
    if vocabulary.rejected:
        keys = {
            "extends": "existence",
            "message": "Avoid using '%s'.",
            "level": "error",
            "tokens": [term.text for term in vocabulary.rejected],
        }
        yield "Vale.Avoid", _table(vocabulary.rejected[0].at, keys)


def _table(at: str, keys: dict[str, Value]) -> Table:
    file = at.rpartition(":")[0]
    return Table(file, Pairs(Pair(key, value, _line(at)) for key, value in keys.items()))


def _line(at: str) -> int:
    return int(at.rpartition(":")[2])


def described(definition: Definition, table: Table, unsupported: str) -> al.FileRule:
    """The description of a rule."""
    labels = (
        ("Why", definition.description),
        ("Message", definition.message),
        ("Kind", definition.kind),
        ("Scope", definition.scope),
        ("Action", _action(definition)),
        ("Limit", str(definition.limit or "")),
        ("Swaps", _swaps(definition, table) if not unsupported else ""),
    )
    tokens = table.strings("tokens") if definition.kind == "existence" and not unsupported else ()
    plain = tuple(dict.fromkeys(token for token in tokens if is_phrase(token)))
    return al.FileRule(
        definition.full_name,
        fill(definition.message, "…", "…"),
        definition.severity,
        at=definition.at,
        url=definition.link,
        unsupported=unsupported,
        facts=tuple((label, " ".join(text.split())) for label, text in labels if text),
        avoid=plain if len(plain) <= _AVOIDED else (),
    )


def _swaps(definition: Definition, table: Table) -> str:
    """The swaps of a rule as text, if they are words and not too many."""
    if definition.kind != "substitution":
        return ""
    swaps = [f"{old} → {new}" for old, new, _ in table.pairs("swap") if is_phrase(old) and new]
    return "; ".join(swaps) if len(swaps) <= _SWAPPED else ""


def _action(definition: Definition) -> str:
    return " ".join((definition.action.name, *definition.action.params)) if definition.action else ""
