"""Kinds of choices for archives that a plugin brings, and what is wrong with some."""

from __future__ import annotations

import pytest
from plugins.conftest import Site

KINDS = """
import articlelint as al


def umbrellas(doc):
    for token in doc.tokens:
        if token.text.lower() in ("umbrella", "brolly"):
            yield al.Written("umbrella", token.text.lower(), token.span)


@al.hookimpl
def articlelint_archive_kinds():
    return [al.ArchiveKind("umbrella", "what keeps the rain off", umbrellas)]
"""


def test_a_kind_of_a_plugin_is_learned_and_asked(site: Site) -> None:
    site.install("rain-lint", KINDS)
    for number, word in enumerate(("umbrella", "Umbrella", "brolly")):
        site.articlelint.write(f"news/{number}.txt", f"It rained. An old {word} was no. {number}.\n")
    done = site.run("archive", "learn", "news", "--workers", "2")
    assert done.code == 0, done.err
    done = site.run("archive", "ask", "brolly", "--output-format", "csv")
    rows = [line.split(",")[:5] for line in done.out.splitlines()[1:]]
    assert rows == [
        ["umbrella", "umbrella", "umbrella", "False", "2"],
        ["umbrella", "umbrella", "brolly", "False", "1"],
    ]
    assert site.check("An umbrella.\n").code == 0


@pytest.mark.parametrize(
    ("returned", "why"),
    [
        ("[umbrellas]", "is not an articlelint.ArchiveKind"),
        ("[al.ArchiveKind('Rain Gear', 'x', umbrellas)]", "'Rain Gear' is no name for an ArchiveKind"),
        (
            "[al.ArchiveKind('rain', '', umbrellas)]",
            "kind 'rain': 'summary' must be a string that is not empty",
        ),
        ("[al.ArchiveKind('rain', 'x', 'umbrellas')]", "kind 'rain': 'find' must be a function"),
        (
            "[al.ArchiveKind('rain', 'x', umbrellas, marks='a')]",
            "kind 'rain': 'marks' must be a function or None",
        ),
        ("[al.ArchiveKind('word', 'x', umbrellas)]", "a kind 'word' already comes from plugin 'builtin'"),
        ("umbrellas", "articlelint_archive_kinds() must return a list"),
    ],
)
def test_a_wrong_kind_is_one_line(site: Site, returned: str, why: str) -> None:
    wrong = f"return {returned}"
    right = 'return [al.ArchiveKind("umbrella", "what keeps the rain off", umbrellas)]'
    site.install("rain-lint", KINDS.replace(right, wrong))
    site.articlelint.write("a.txt", "It rained.\n")
    done = site.run("archive", "learn", "a.txt")
    assert done.code == 2
    assert why in done.err
    assert "Traceback" not in done.err
    assert site.check("It rained.\n").code == 0


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("yield 1 / 0", "kind 'umbrella' failed in a.txt: ZeroDivisionError"),
        ("yield 'umbrella'", "find() must yield objects of Written, not str"),
        ("raise SystemExit(0); yield", "kind 'umbrella' failed in a.txt: SystemExit"),
    ],
)
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_kind_that_fails_is_named(site: Site, code: str, why: str, workers: str) -> None:
    site.install("rain-lint", KINDS.replace("for token in doc.tokens:", f"{code}\n    for token in []:"))
    site.articlelint.write("a.txt", "It rained.\n")
    done = site.run("archive", "learn", "a.txt", "--workers", workers)
    assert done.code == 2
    assert "articlelint: error: plugin 'rain_lint' (rain-lint 1.0): " in done.err
    assert why in done.err
    assert "Traceback" not in done.err
