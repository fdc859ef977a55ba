"""``metric``: a formula over the counts of the article, such as a readability index."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import articlelint as al
from articlelint_vale.counts import Counts
from articlelint_vale.definition import UnsupportedError, ValeRule
from articlelint_vale.messages import fill
from articlelint_vale.readability import opening
from articlelint_vale.scopes import KINDS_OF_BLOCKS
from articlelint_vale.views import Views
from articlelint_vale.vocabulary import Vocabulary
from articlelint_vale.words import Hit
from articlelint_vale.yaml_table import Table

_HEADINGS = tuple(f"heading_h{level}" for level in range(1, 7))
_VARIABLES = frozenset((*Counts._fields, "list", "blockquote", *_HEADINGS))


def _larger(one: float, other: float) -> float:
    return max(one, other)


def _smaller(one: float, other: float) -> float:
    return min(one, other)


_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    **{name: getattr(math, name) for name in ("sqrt", "ceil", "floor", "exp", "log", "log2", "log10", "pow")},
    "abs": math.fabs,
    "max": _larger,
    "min": _smaller,
}
_CONSTANTS = {"pi": math.pi, "e": math.e}


def _divided(one: float, other: float) -> float:
    """Division as in Go: division by zero gives infinity or NaN."""
    if other:
        return one / other
    return math.copysign(math.inf, one) if one else math.nan


_OPERATORS: Mapping[type[ast.AST], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: _divided,
    ast.Mod: math.fmod,
}
_COMPARISONS: Mapping[type[ast.AST], Callable[[float, float], bool]] = {
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class Metric(ValeRule):
    """Reports an article whose ``formula`` meets the ``condition``."""

    KEYS = frozenset({"formula", "condition"})

    def read(self, table: Table, vocabulary: Vocabulary) -> None:
        """Read the formula and the condition, and check every name in them."""
        del vocabulary
        self.formula = _parsed(table.string("formula"), "formula")
        self.condition = _parsed(f"result__ {table.string('condition')}", "condition")
        known = dict.fromkeys((*_VARIABLES, "result__"), 1.0)
        for key, tree in (("formula", self.formula), ("condition", self.condition)):
            try:
                _value(tree, known)
            except _UnknownError as error:
                raise UnsupportedError(f"the {key} has {error}") from None
            except (ValueError, OverflowError, TypeError):
                pass  # the formula may work with other counts

    def find(self, views: Views, hits: Sequence[Hit]) -> Iterator[al.Finding]:
        """Yield a finding at the first word of the article."""
        del hits
        figures = _figures(views)
        if not figures["words"]:
            return
        result = _value(self.formula, figures)
        if _value(self.condition, {**figures, "result__": result}):
            message = fill(self.definition.message, f"{result:.2f}")
            yield al.Finding(self.definition.full_name, opening(views.doc), message)


class _UnknownError(Exception):
    """Something unknown in a formula; the text describes it."""


def _figures(views: Views) -> dict[str, float]:
    figures: dict[str, float] = dict.fromkeys((*_HEADINGS, "list", "blockquote"), 0.0)
    figures.update(views.counts._asdict())
    for block in views.doc.blocks:
        sections = KINDS_OF_BLOCKS.get(block.kind, frozenset())
        if "heading" in sections:
            level = block.level or (1 if block.kind is al.BlockKind.HEADLINE else 2)
            figures[f"heading_h{level}"] += 1
        for name in sections & {"list", "blockquote"}:
            figures[name] += 1
    return figures


def _parsed(text: str, key: str) -> ast.expr:
    if not text.removeprefix("result__").strip():
        raise UnsupportedError(f"the key '{key}' is missing")
    written = re.sub(r"\bheading\.(h[1-6])\b", r"heading_\1", text)
    written = written.replace("&&", " and ").replace("||", " or ")
    written = re.sub(r"!(?!=)", " not ", written)
    try:
        return ast.parse(" ".join(written.split()), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        shown = " ".join(text.removeprefix("result__").split())
        raise UnsupportedError(f"the {key} '{shown}' cannot be read") from None


def _value(node: ast.expr, figures: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Name(id=name) if name in figures:
            return figures[name]
        case ast.Name(id=name):
            raise _UnknownError(f"'{name}', which is no figure that articlelint has")
        case ast.Attribute(value=ast.Name(id="math"), attr=name) if name in _CONSTANTS:
            return _CONSTANTS[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, figures)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _value(operand, figures)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, figures)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return _OPERATORS[type(op)](_value(left, figures), _value(right, figures))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISONS:
            return _COMPARISONS[type(op)](_value(left, figures), _value(right, figures))
        case ast.BoolOp(op=op, values=values):
            found = [bool(_value(value, figures)) for value in values]
            return all(found) if isinstance(op, ast.And) else any(found)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="math"), attr=name), args=args) if (
            name in _FUNCTIONS
        ):
            return _FUNCTIONS[name](*(_value(arg, figures) for arg in args))
        case _:
            raise _UnknownError(f"'{ast.unparse(node)}', which is not supported")
