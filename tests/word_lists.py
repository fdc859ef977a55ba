"""Finds lists of words in source text that have most of their words in common."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

FEWEST = 5
"""Shorter lists are not compared: "a", "an" and "the" may stand in many places."""
SHARE = 0.8
"""How much of the shorter of two lists the longer one must have, for the two to be one list."""
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ALTERNATIVES = re.compile(r"[|()]|\\b|\?:")


class WordList(NamedTuple):
    """A list of words that a module writes out."""

    module: str
    name: str
    """The variable or function that it stands in; empty at the top of a module."""
    line: int
    words: frozenset[str]

    @property
    def place(self) -> str:
        """The module and the name, which stay the same when lines are added."""
        return f"{self.module}:{self.name}"


def word_lists(source: str, module: str) -> Iterator[WordList]:
    """Yield the lists of words in the source of a module, in reading order."""
    tree = ast.parse(source)
    for statement in tree.body:
        name = _name(statement)
        for node in ast.walk(statement):
            for words in _collections(node):
                found = frozenset(word.lower().rstrip(".") for word in words if _WORD.fullmatch(word))
                if len(found) >= FEWEST:
                    yield WordList(module, name, getattr(node, "lineno", 0), found)


def twins(lists: Iterable[WordList]) -> Iterator[tuple[WordList, WordList]]:
    """Yield the pairs of lists that have so many words in common that they should be one list."""
    for one, other in combinations(lists, 2):
        if len(one.words & other.words) >= SHARE * min(len(one.words), len(other.words)):
            yield one, other


def _name(statement: ast.stmt) -> str:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name), *_]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
    return ""


def _collections(node: ast.AST) -> Iterator[list[str]]:
    """Yield the words of a node that is a list, a set, a tuple, a dict, a text of words or a pattern."""
    match node:
        case ast.List(elts=items) | ast.Set(elts=items) | ast.Tuple(elts=items):
            yield _strings(items)
        case ast.Dict(keys=keys, values=values):
            yield _strings(keys)
            yield _strings(values)
        case ast.Constant(value=str(text)) if text.count("|") >= FEWEST - 1:
            yield _ALTERNATIVES.split(text)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split"), args=[]):
            yield text.split()
        case ast.Call(func=ast.Name(id="word_set"), args=[ast.Constant(value=str(text))]):
            yield text.split()


def _strings(items: Iterable[ast.AST | None]) -> list[str]:
    return [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
