"""
Work must grow no faster than the length of an article.

Two tests count the lines of Python that a check executes, on texts with many names, and on long rows of marks. C
code is not counted, so another test reads the sources and finds lists that are searched in a loop.
"""

from __future__ import annotations

import ast
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT

PARAGRAPHS = 80
"""The paragraphs of the shortest text. The others have two and four times as many."""
TOLERANCE = 1.1
"""
How much more a paragraph may cost in the second half of the longest text than in its second quarter.

It is more than 1, because names are compared with a few others, of which a short text has not as many. If a
tenth of the work of the second text were quadratic, the figure would be 1.2.
"""

COUNT = """
import sys
from articlelint.cli import run
from steps import steps
arguments = ["check", "--isolated", "--no-cache", "--workers", "1", "--output-format", "concise", sys.argv[1]]
print(steps(lambda: run(arguments)))
"""
"""A program that prints how many lines of Python a check executes. It runs in a new process, with empty caches."""

_STARTS = "B Br Ch D Dr F G Gr H J K Kr L M N P R S St T V Z".split()
_MIDDLES = "a e i o u ar en il or an el ol un am".split()
_ENDS = "d l n r s t v m nd lt sk rn man son ber ko ev ini ard elli quist ova".split()


def _name(chance: random.Random) -> str:
    return "".join(map(chance.choice, (_STARTS, _MIDDLES, _ENDS, _MIDDLES, _ENDS)))


def _paragraph(chance: random.Random) -> str:
    """A paragraph with three new names, a quotation with a speaker, a compound, numbers and inner capitals."""
    person, other, place = (_name(chance) for _ in range(3))
    first = chance.choice(("Ruth", "Ilse", "Magnus", "Petra"))
    thing = chance.choice(("harbour", "ferry", "council", "budget", "garden", "report"))
    return (
        f"{first} {person} of {place} met {other} in {chance.randint(1950, 2025)}. “The {thing}-side plan of "
        f"{place} will cost {chance.randint(2, 999)} million,” {person} said. The {place} {thing} is "
        f"{thing}{chance.choice(('less', 'ish', 'wide'))}, and {other} told the {place} Council that it was late."
    )


def test_a_paragraph_costs_the_same_in_a_long_text(tmp_path: Path) -> None:
    chance = random.Random(7)
    paragraphs = [_paragraph(chance) for _ in range(4 * PARAGRAPHS)]
    costs: list[int] = []
    for times in (1, 2, 4):
        file = tmp_path / f"{times}.txt"
        file.write_text("\n\n".join(paragraphs[: times * PARAGRAPHS]) + "\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", COUNT, str(file)], env={**os.environ, "PYTHONHASHSEED": "0"},
            cwd=ROOT / "tests", capture_output=True, text=True, check=True,
        )  # fmt: skip
        costs.append(int(done.stdout.splitlines()[-1]))
    # The differences leave out the cost of the start.
    short, double, long = costs
    assert (long - double) / 2 <= TOLERANCE * (double - short), costs


ROWS = {
    ".txt": [
        '"',
        "“",
        "”",
        "’",
        "'a ",
        ". ",
        "... ",
        "a",
        "(",
        "*",
        "“‘…’”",
        "“a ",
        "“Aa bb.” ",
        "âA~",
        "â€™",
        "«",
    ],
    ".md": ["*", ">", "[", "![", "|", "{{"],
    ".html": ["<!--"],
}
"""What is repeated, for each suffix."""
LENGTH = 800
"""The length of the shortest row in code points. The others are two and four times as long."""
COUNT_ROWS = COUNT.replace(
    "print(steps", "for path in sys.argv[1:]:\n    arguments[-1] = path\n    print(steps"
)
"""A program that prints the count for each file."""


def test_a_row_of_marks_costs_no_more_than_its_length(tmp_path: Path) -> None:
    rows = [(suffix, unit) for suffix, units in ROWS.items() for unit in units]
    files = [tmp_path / f"first{suffix}" for suffix in ROWS]  # They pay for what is loaded once.
    for file in files:
        file.write_text("*“It was late,” she said.* " * 20, encoding="utf-8")
    for number, (suffix, unit) in enumerate(rows):
        for times in (1, 2, 4):
            files.append(tmp_path / f"{number}-{times}{suffix}")
            files[-1].write_text(unit * (times * LENGTH // len(unit)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", COUNT_ROWS, *map(str, files)], env={**os.environ, "PYTHONHASHSEED": "0"},
        cwd=ROOT / "tests", capture_output=True, text=True, check=True,
    )  # fmt: skip
    counts = [int(line) for line in done.stdout.splitlines() if line.isdecimal()][len(ROWS) :]
    costs = {row: counts[3 * number : 3 * number + 3] for number, row in enumerate(rows)}
    slow = {
        row: (short, double, long)
        for row, (short, double, long) in costs.items()
        if (long - double) / 2 > TOLERANCE * max(double - short, LENGTH)
    }
    assert not slow


SHORT = {
    "lint/articlelint/cli/archive_review.py:command": "the kinds that a command names",
    "lint/articlelint/config/settings_file.py:known": "the keys of a table",
    "rules/articlelint_vale/importer.py:_selected": "the styles of a configuration",
}
"""Functions that may search a list in a loop, because the list is short, and what is in the list."""
_LISTS = ("list", "deque", "Sequence", "tuple")
_LOOPS = (ast.For, ast.While)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def _is_list(annotation: ast.expr | None) -> bool:
    if annotation is None:
        return False
    text = ast.unparse(annotation).strip("'\"")
    return text.split("[")[0] in _LISTS and (not text.startswith("tuple[") or "..." in text)


def _makes_list(value: ast.expr | None) -> bool:
    call = isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
    return isinstance(value, ast.List | ast.ListComp) or (
        call and ast.unparse(value.func) in {"list", "sorted", "tuple"}  # type: ignore[union-attr]
    )


def _lists_of(function: ast.FunctionDef) -> set[str]:
    """The names of a function's variables that are lists."""
    arguments = [*function.args.args, *function.args.kwonlyargs]
    names = {argument.arg for argument in arguments if _is_list(argument.annotation)}
    for node in ast.walk(function):
        if isinstance(node, ast.AnnAssign) and _is_list(node.annotation):
            names.add(ast.unparse(node.target))
        elif isinstance(node, ast.Assign) and _makes_list(node.value):
            names.update(map(ast.unparse, node.targets))
    return names


def _searched(node: ast.AST, lists: set[str], *, looped: bool = False) -> Iterator[ast.Compare]:
    """Yield the comparisons inside loops that search one of these lists."""
    if isinstance(node, ast.Compare) and looped:
        for operator, searched in zip(node.ops, node.comparators, strict=True):
            if isinstance(operator, ast.In | ast.NotIn) and ast.unparse(searched) in lists:
                yield node
    for field, value in ast.iter_fields(node):
        again = isinstance(node, _COMPREHENSIONS) or (isinstance(node, _LOOPS) and field in {"body", "test"})
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _searched(child, lists, looped=looped or again)


def _searching_functions(source: str) -> Iterator[str]:
    """Yield the names of the functions that search a list in a loop."""
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and any(_searched(function, _lists_of(function))):
            yield function.name


def test_no_list_is_searched_in_a_loop() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{name}"
        for folder in ("lint", "rules")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name in _searching_functions(path.read_text(encoding="utf-8"))
    }
    assert found == SHORT.keys(), "use a set, or add the function to SHORT and say what is in the list"


def test_searches_of_lists_in_loops_are_recognised() -> None:
    slow = "def f(words: list[str]) -> None:\n    seen = []\n    for word in words:\n        word in seen\n"
    also = "def f(names: Sequence[str]) -> set[str]:\n    return {n for n in other if n not in names}\n"
    fine = "def f(words: list[str], known: set[str]) -> bool:\n    return all(w in known for w in words)\n"
    once = "def f(words: list[str]) -> bool:\n    return 'a' in words\n"
    assert list(_searching_functions(slow)) == list(_searching_functions(also)) == ["f"]
    assert not [*_searching_functions(fine), *_searching_functions(once)]
