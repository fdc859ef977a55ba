"""Fixes: which can be applied together, the text after them, and rounds of linting and fixing."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from articlelint.config.discovery import Found
from articlelint.errors import ArticlelintError
from articlelint.markup.zip_paths import split_member
from articlelint.model import Fix, Safety, SourceFix, Span
from articlelint.report.base import FileResult
from articlelint.report.escape import visible
from articlelint.source import Source, encoding_name, read_bytes, write_back
from articlelint.text.quote_marks import find_places

ROUNDS = 10
"""How often a file is linted and fixed. Two rules that undo each other's work would go on without end."""

AnyFix = TypeVar("AnyFix", Fix, SourceFix)
"""A fix of the prose or of the source; both have edits with a span and a text."""


def accepted(fixes: Iterable[AnyFix]) -> list[AnyFix]:
    """
    Return the fixes that can be applied together, in reading order.

    If the edits of two fixes touch, the first fix in reading order is taken and the other left out whole.
    """
    taken: list[AnyFix] = []
    in_the_way: list[Span] = []
    for fix in sorted(fixes, key=_reading_order):
        spans = [edit.span for edit in fix.edits]
        # The fixes are sorted by their first edits: what ends before this one begins is out of the way.
        in_the_way = [span for span in in_the_way if span.end >= spans[0].start]
        if not any(_touch(span, other) for span in spans for other in in_the_way):
            taken.append(fix)
            in_the_way += spans
    return taken


def _reading_order(fix: Fix | SourceFix) -> tuple[Span, str]:
    return min((edit.span, edit.text) for edit in fix.edits)


def _touch(one: Span, other: Span) -> bool:
    """Whether two edits overlap, or begin at the same offset, so that their order would matter."""
    return one.overlaps(other) or one.start == other.start


def apply_edits(text: str, fixes: Iterable[AnyFix]) -> str:
    """Return the text after those of the fixes that can be applied together."""
    return Source("", text).edited(_edits_of(accepted(fixes))).text


def _edits_of(fixes: Iterable[AnyFix]) -> Iterator[tuple[Span, str]]:
    for fix in fixes:
        for edit in fix.edits:
            yield edit.span, edit.text


class Fixed(NamedTuple):
    """A fixed source, the findings that are left, and how often a fix of each rule was applied."""

    after: Source
    result: FileResult
    applied: Counter[str]


@dataclass(slots=True)
class Fixer:
    """Lints and fixes files. With ``show``, passes each diff to it and writes no file."""

    lint: Callable[[Source, Path], FileResult]
    """Lints a source that is the file at an absolute path, see ``Engine.lint``."""
    unsafe: bool = False
    show: Callable[[str], object] | None = None
    write: Callable[[Path, Source, Source], object] = write_back
    """Puts a fixed source in the place of the one before."""
    applied: Counter[str] = field(default_factory=Counter[str])
    files: int = 0
    folders: tuple[Path, ...] = ()
    """The folders that the run was given. A link that leads out of them is not followed."""
    decode: Callable[[str, bytes], Source] = Source.decode
    """Makes a source of the bytes of a file, see ``Engine.decode``."""

    def run(self, files: Iterable[Found]) -> Iterator[FileResult]:
        """Fix the files one after the other and yield their results: the findings that are left."""
        for file in files:
            yield self.file(file)

    def file(self, file: Found) -> FileResult:
        """Fix one file and return its result: the findings that are left."""
        if file.error:
            return FileResult(file.path, errors=(file.error,))
        path = Path(file.path)
        try:
            data = read_bytes(path, file.path) if file.data is None else file.data
            source = self.decode(file.path, data)
        except ArticlelintError as error:
            return FileResult(file.path, errors=(str(error),))
        if source.is_only_read:
            return self._not_changed(source, path.absolute())
        fixed = self.source(source, path.absolute())
        if fixed.after.text == source.text:
            return fixed.result
        fault = link_fault(file, self.folders) if self.show is None else ""
        if fault:
            untouched = self.lint(source, path.absolute())
            return untouched._replace(errors=(*untouched.errors, fault))
        if self.show is not None:
            self.show(diff(source, fixed.after))
        else:
            try:
                self.write(path, source, fixed.after)
            except ArticlelintError as error:
                untouched = self.lint(source, path.absolute())
                return untouched._replace(errors=(*untouched.errors, str(error)))
        self.applied += fixed.applied
        self.files += 1
        return fixed.result

    def _not_changed(self, source: Source, path: Path) -> FileResult:
        """The findings in a file that is only read; an error says so if a fix is left."""
        result = self.lint(source, path)
        if not any(d.fix is not None for d in result.diagnostics):
            return result
        error = (
            f"{source.path}: not changed: this format is only read; change it by hand, or save it as .docx"
        )
        return result._replace(errors=(*result.errors, error))

    def source(self, source: Source, path: Path) -> Fixed:
        """
        Fix a source in memory, in at most ``ROUNDS`` rounds; ``path`` is absolute.

        A source in which a rule fails is not fixed further, because its findings are not all known.
        """
        current = source
        applied: Counter[str] = Counter()
        result = self.lint(current, path)
        for _ in range(ROUNDS):
            if result.errors:
                break
            rule_of: dict[SourceFix, str] = {}
            for d in result.diagnostics:
                if d.fix is not None and self._allowed(d.fix) and not _unwritable(d.fix, current):
                    rule_of.setdefault(d.fix, d.rule)
            # Marks go first: only when they are right is it certain which words are quoted.
            taken = accepted([fix for fix in rule_of if _writes_quote_mark(fix)] or rule_of)
            after = current.edited(_edits_of(taken))
            if after.text == current.text:
                break
            applied.update(rule_of[fix] for fix in taken)
            current = after
            result = self.lint(current, path)
        notices = (*result.notices, *self._not_applied(result, current))
        return Fixed(current, result._replace(notices=notices), applied)

    def _not_applied(self, result: FileResult, source: Source) -> Iterator[str]:
        """Say which fixes are left out because the encoding of the file lacks a character."""
        for d in result.diagnostics:
            missing = _unwritable(d.fix, source) if d.fix is not None and self._allowed(d.fix) else ""
            if missing:
                yield (
                    f"{d.path}:{d.place.start.line}: not fixed: {encoding_name(source.encoding)} has no "
                    f"“{missing}”; save the article as UTF-8, and run the command again"
                )

    def _allowed(self, fix: SourceFix) -> bool:
        """Whether this fixer may apply a fix."""
        return fix.safety is Safety.SAFE or (self.unsafe and fix.safety is Safety.UNSAFE)


def _writes_quote_mark(fix: SourceFix) -> bool:
    """Whether a fix writes a quotation mark and no words."""
    texts = [edit.text for edit in fix.edits]
    return any(map(find_places, texts)) and not any(c.isalnum() for text in texts for c in text)


def _unwritable(fix: SourceFix, source: Source) -> str:
    """The characters of a fix that the encoding of the file does not have."""
    return source.unwritable("".join(edit.text for edit in fix.edits))


def diff(before: Source, after: Source) -> str:
    """Return the change as a unified diff that ``git apply`` and ``patch`` understand."""
    import difflib

    # git sees the byte-order mark as a part of the first line.
    mark = "\ufeff" if before.mark == codecs.BOM_UTF8 else ""
    lines = difflib.unified_diff(
        _lines(mark + before.text),
        _lines(mark + after.text),
        _name_for_git(f"a/{before.path}"),
        _name_for_git(f"b/{before.path}"),
    )
    missing = "\n\\ No newline at end of file\n"
    return "".join(line if line.endswith("\n") else line + missing for line in lines)


def _lines(text: str) -> list[str]:
    """The lines of a text, each with its newline; as for git, nothing else ends a line."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _name_for_git(name: str) -> str:
    """Return a file name as it stands in a diff: quoted, with escapes, if it has odd characters."""
    if visible(name) == name and not {'"', "\\"} & set(name):
        # The tab says that the name ends here, and not at a space.
        return f"{name}\t" if " " in name else name
    parts: list[str] = []
    for byte in name.encode(errors="surrogateescape"):
        c = chr(byte)
        # "[" is escaped, because a CI runner obeys what begins with "##[".
        parts.append(c if c.isascii() and c.isprintable() and c not in '"\\[' else f"\\{byte:03o}")
    return f'"{"".join(parts)}"'


def without_zips(files: Iterable[Found]) -> Iterator[Found]:
    """Yield the files that can be changed, and for each zip file one error in the place of its articles."""
    told: set[str] = set()
    for file in files:
        path, member = split_member(file.path)
        if not member:
            yield file
        elif path not in told:
            told.add(path)
            yield Found(
                path, f"{path}: not changed: a .zip file is only read; unpack it, and name the folder"
            )


def link_fault(file: Found, folders: Iterable[Path]) -> str:
    """Say why a file must not be changed: a link in its path leads out of these folders; "" if none does."""
    path = Path(file.path)
    # An absolute path was written by somebody who knows where its folders lead.
    parts = (path,) if path.is_absolute() else (path, *path.parents)
    if file.data is not None or not any(part.is_symlink() for part in parts):
        return ""
    target = path.resolve()
    if any(target.is_relative_to(folder) for folder in folders):
        return ""
    return f"{file.path}: not changed: a link leads to {target}, outside the folder; name that file itself"
