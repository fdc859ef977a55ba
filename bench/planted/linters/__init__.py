"""
The linters, one module each.

A module has the NAME of the linter, INSTALL (how to get it), and three functions: ``available()`` says
whether it is installed, ``version()`` names its version and rules, and ``findings(paths, limit)`` runs it
once on all files, for at most ``limit`` seconds, and returns its findings by file.
"""

from planted.linters import (
    alex,
    articlelint,
    codespell,
    harper,
    languagetool,
    proselint,
    textlint,
    typos,
    vale,
    write_good,
)

ALL = {
    module.NAME: module
    for module in (
        articlelint, vale, languagetool, harper, proselint, codespell, typos, textlint, write_good, alex,
    )
}  # fmt: skip
"""The linters by name, in the order of the tables."""

__all__ = ["ALL"]
