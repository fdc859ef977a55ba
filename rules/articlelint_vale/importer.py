"""Translates a ``.vale.ini`` into an ``.articlelint.toml``; comments name what has no counterpart."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from articlelint import Severity
from articlelint.commands import UsageError, nearest
from articlelint_vale.ini import Entry, Section
from articlelint_vale.styles import Styles

_LEVELS = {"suggestion": Severity.INFO, "warning": Severity.WARNING, "error": Severity.ERROR}
_BUILT_IN = "Vale"
_INSTEAD = {
    "Vale.Spelling": "articlelint has no spelling dictionary",
    "Vale.Repetition": "articlelint's own rule for it is repeated-word: add it to 'select'",
    "Vale.Terms": "no vocabulary has a term to prefer",
    "Vale.Avoid": "no vocabulary has a term to avoid",
}
_UNMAPPED = {
    "Packages": "the styles are used as they are in their folder; 'vale sync' updates them",
    "BlockIgnores": "write <!-- articlelint: ignore-start[...] --> around such blocks",
    "TokenIgnores": "put such words into a vocabulary, or ignore the rules that report them",
    "IgnorePatterns": "write <!-- articlelint: ignore-start[...] --> around such blocks",
    "IgnoredScopes": "code is no prose here; nothing else is left out",
    "SkippedScopes": "code is no prose here; nothing else is left out",
    "IgnoredClasses": "articlelint does not look at classes",
    "Transform": "articlelint reads Markdown, HTML and plain text",
    "WordTemplate": "words end where letters and digits end",
    "NLPEndpoint": "articlelint asks no server",
    "Lang": "articlelint reads English",
    "CommentDelimiters": "articlelint has comments of its own: <!-- articlelint: ignore[...] -->",
}
_CORE = frozenset({"StylesPath", "MinAlertLevel", "Vocab"})


class _Choice(NamedTuple):
    """What a section turns on and off."""

    styles: tuple[str, ...] | None
    on: tuple[str, ...]
    off: tuple[str, ...]
    levels: tuple[tuple[str, Severity], ...]


def _joined(before: _Choice, after: _Choice) -> _Choice:
    """What two sections for the same files turn on and off; the later one has the last word."""
    return _Choice(
        before.styles if after.styles is None else after.styles,
        (*(name for name in before.on if name not in after.off), *after.on),
        (*(name for name in before.off if name not in after.on), *after.off),
        tuple({**dict(before.levels), **dict(after.levels)}.items()),
    )


class Importer:
    """
    Translates one file.

    ``file`` is the ``.vale.ini``. Paths in the result are relative to the folder ``target``.
    """

    def __init__(self, sections: tuple[Section, ...], file: Path, target: Path) -> None:
        """Read the styles, for the levels of their rules. Raises UsageError, with file and line."""
        self.file = file
        self.target = target
        self.core = next(section for section in sections if not section.name)
        self.every = next((section for section in sections if section.name == "*"), Section("*", (), 1))
        self.special = [s for s in sections if s.name not in {"", "*", "formats", "asciidoctor"}]
        self.others = [s for s in sections if s.name in {"formats", "asciidoctor"}]
        self.root = self._root()
        self.styles = self._styles()
        self.vocabularies = self._vocabularies()
        folders = tuple(path.resolve().as_posix() for path in self.styles.values())
        words = tuple(path.resolve().as_posix() for path in self.vocabularies)
        self.rules = Styles(folders, words).rules
        self.notes: list[str] = []

    def text(self) -> str:
        """The text of the configuration file."""
        general = self._choice(self.every)
        choices = [(section, self._choice(section)) for section in self.special]
        body = [*self._general(general, [choice for _, choice in choices])]
        for pattern, choice in self._by_pattern(choices).items():
            body += self._paths(pattern, choice, general)
        self._unmapped()
        head = [
            f"# What {self.file.name} says, for articlelint.",
            "# Only Vale's rules run: without 'select', here and below, articlelint's own run as well.",
            *(f"# {note}" for note in dict.fromkeys(self.notes)),
            "",
        ]
        return "\n".join((*head, *body)) + "\n"

    def _error(self, line: int, message: str) -> UsageError:
        return UsageError(f"{self.file}:{line}: {message}")

    def _root(self) -> Path:
        entry = next((e for e in reversed(self.core.entries) if e.key == "StylesPath"), None)
        if entry is None:
            raise self._error(1, "no StylesPath: name the folder with the styles")
        root = self.file.parent / Path(entry.value).expanduser()
        if not root.is_dir():
            raise self._error(entry.line, f"StylesPath: no folder {root}")
        return root

    def _styles(self) -> dict[str, Path]:
        """The folders of the styles that any section uses, by name, without Vale's own style."""
        found: dict[str, Path] = {}
        for section in (self.every, *self.special):
            named = [(style, section.line_of("BasedOnStyles")) for style in section.all("BasedOnStyles")]
            named += [(e.key.partition(".")[0], e.line) for e in _switches(section) if e.value != "NO"]
            for style, line in named:
                if style != _BUILT_IN and style not in found:
                    folder = self.root / style
                    if not folder.is_dir():
                        raise self._error(line, f"no style '{style}' in {self.root}; run 'vale sync' first")
                    found[style] = folder
        return found

    def _vocabularies(self) -> list[Path]:
        found: list[Path] = []
        for name in self.core.all("Vocab"):
            places = [self.root / "config" / "vocabularies" / name, self.root / "Vocab" / name]
            folder = next((place for place in places if place.is_dir()), None)
            if folder is None:
                raise self._error(self.core.line_of("Vocab"), f"no vocabulary '{name}' in {places[0].parent}")
            found.append(folder)
        return found

    def _choice(self, section: Section) -> _Choice:
        switches: dict[str, bool] = {}
        levels: dict[str, Severity] = {}
        for entry in _switches(section):
            name, value = f"vale/{entry.key}", entry.value
            if name not in self.rules:
                if value != "NO" or entry.key not in _INSTEAD:
                    what = _INSTEAD.get(entry.key, f"there is no such rule{nearest(name, self.rules)}")
                    self.notes.append(f"line {entry.line}: {entry.key} = {value}: {what}")
                continue
            if value in _LEVELS:
                levels[name] = _LEVELS[value]
            elif value not in {"YES", "NO"}:
                self.notes.append(f"line {entry.line}: {entry.key} = {value}: as Vale does, taken for NO")
            switches[name] = value == "YES" or value in _LEVELS
        styles = section.all("BasedOnStyles")
        if _BUILT_IN in styles:
            for name in ("Vale.Spelling", "Vale.Repetition"):
                self.notes.append(f"{name}: {_INSTEAD[name]}")
        listed = any(entry.key == "BasedOnStyles" for entry in section.entries)
        on = tuple(name for name, wanted in switches.items() if wanted)
        off = tuple(name for name, wanted in switches.items() if not wanted)
        return _Choice(styles if listed else None, on, off, tuple(levels.items()))

    def _by_pattern(self, choices: list[tuple[Section, _Choice]]) -> dict[str, _Choice]:
        """
        The choices by the globs of ``[paths]``, in the order in which they override each other.

        Sections that have a glob in common are joined: a configuration has each table once.
        """
        found: dict[str, _Choice] = {}
        for section, choice in choices:
            patterns = _patterns(section.name)
            if not patterns:
                self.notes.append(
                    f"line {section.line}: [{section.name}]: a glob that excludes; use 'exclude'"
                )
            others = [p for p, other in found.items() if other.styles is not None and p not in patterns]
            if choice.styles is None and choice.on and others:
                self.notes.append(
                    f"line {section.line}: [{section.name}]: if one of its files also matches {others[0]}, "
                    "add the rules to that table, too"
                )
            for pattern in patterns:
                before = found.get(pattern)
                later = list(found)[list(found).index(pattern) + 1 :] if before else []
                if choice.styles is not None or all(found[p].styles is None for p in later):
                    found.pop(pattern, None)  # to the end, where it overrides the others
                found[pattern] = choice if before is None else _joined(before, choice)
        return found

    def _general(self, general: _Choice, others: list[_Choice]) -> Iterator[str]:
        yield f"select = {_list(self._selected(general))}"
        off = [*general.off, *self._too_low([general, *others])]
        if off:
            yield f"ignore = {_list(off)}"
        yield 'fail-on = "error"'
        yield from ("", "[house]")
        yield f"vale = {_list(self._relative(path) for path in self.styles.values())}"
        if self.vocabularies:
            yield f"vale-vocabularies = {_list(map(self._relative, self.vocabularies))}"
        if general.levels:
            yield from ("", "[severity]")
            yield from (f"{_string(name)} = {_string(level.value)}" for name, level in general.levels)
        unable = [name for name, rule in self.rules.items() if rule.unsupported]
        if unable:
            self.notes.append("These rules cannot run here, and each run says so until they are ignored:")
            self.notes += [f"    {name}: {self.rules[name].unsupported}" for name in unable]

    def _paths(self, pattern: str, choice: _Choice, general: _Choice) -> Iterator[str]:
        """The tables of a glob."""
        whole = _joined(general, choice)
        too_low = self._too_low([general, choice])
        yield from ("", f"[paths.{_string(pattern)}]")
        if choice.styles is not None or choice.on:
            yield f"select = {_list(self._selected(whole))}"
            yield from [f"ignore = {_list([*whole.off, *too_low])}"] if whole.off or too_low else ()
        elif choice.off:
            yield f"ignore = {_list(choice.off)}"
        if choice.levels:
            yield from ("", f"[paths.{_string(pattern)}.severity]")
            yield from (f"{_string(name)} = {_string(level.value)}" for name, level in choice.levels)

    def _selected(self, choice: _Choice) -> list[str]:
        """The styles that are on, and single rules of other styles."""
        groups = [f"vale/{style}" for style in choice.styles or ()]
        known = {rule.group for rule in self.rules.values()}
        own = [name for name in choice.on if name.rpartition(".")[0] not in groups]
        return list(dict.fromkeys((*(group for group in groups if group in known), *own)))

    def _too_low(self, choices: list[_Choice]) -> list[str]:
        """The rules below the lowest level that Vale shows; by default, it shows all."""
        written = self.core.all("MinAlertLevel")
        word = written[-1] if written else "suggestion"
        if word not in _LEVELS:
            line = self.core.line_of("MinAlertLevel")
            raise self._error(line, f"MinAlertLevel must be one of {', '.join(_LEVELS)}, not '{word}'")
        levels = {name: rule.severity for name, rule in self.rules.items()}
        levels.update(level for choice in choices for level in choice.levels)
        low = [name for name, level in levels.items() if level.rank < _LEVELS[word].rank]
        if low:
            self.notes.append(f"MinAlertLevel = {word}: 'ignore' has the {len(low)} rules of a lower level.")
        return low

    def _unmapped(self) -> None:
        """Add a note about every key that has no counterpart."""
        for section in (self.core, self.every, *self.special):
            for entry in section.entries:
                if entry.key in _CORE and not section.name:
                    continue
                if entry.key == "BasedOnStyles" or (section.name and "." in entry.key):
                    continue
                why = _UNMAPPED.get(entry.key, "articlelint does not know this key")
                self.notes.append(f"line {entry.line}: {entry.key}: {why}")
        for section in self.others:
            what = "articlelint tells formats by the ends of their names: .md, .html, .txt"
            self.notes += [f"line {section.line}: [{section.name}]: {what}"] if section.entries else []

    def _relative(self, path: Path) -> str:
        return Path(os.path.relpath(path.resolve(), self.target.resolve())).as_posix()


def _switches(section: Section) -> list[Entry]:
    return [entry for entry in section.entries if "." in entry.key and section.name]


def _patterns(glob: str) -> list[str]:
    """The glob of a section as globs for ``[paths]``, which have no braces; none for one that excludes."""
    if glob.startswith("!"):
        return []
    found = _without_braces(glob)
    return [pattern if "**" in pattern else re.sub(r"/\*", "/**/*", pattern) for pattern in found]


def _without_braces(glob: str) -> list[str]:
    found = re.search(r"\{([^{}]*)\}", glob)
    if found is None:
        return [glob]
    choices = (glob[: found.start()] + choice + glob[found.end() :] for choice in found[1].split(","))
    return [pattern for choice in choices for pattern in _without_braces(choice)]


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(items: Iterable[str]) -> str:
    """A TOML list, on one line if it is short."""
    strings = [_string(item) for item in dict.fromkeys(items)]
    line = f"[{', '.join(strings)}]"
    return line if len(line) <= 90 else "\n".join(("[", *(f"  {text}," for text in strings), "]"))  # noqa: PLR2004
