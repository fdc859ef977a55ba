"""The flow on one screen: source, markup, document, rules, ignores, diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from articlelint.config.file_rules import FileRules, read_file_rules, unsupported
from articlelint.config.selection import ActiveRule, active_rules, layers_for
from articlelint.document import Document, Written
from articlelint.errors import ReadError
from articlelint.findings.diagnostics import place, place_complaint
from articlelint.findings.ignores import Ignores, read_ignores
from articlelint.markup import parser_for
from articlelint.plugins.unused_ignore import UnusedIgnore
from articlelint.report.base import FileResult, quoted_lines
from articlelint.run.time_limit import allowance, time_limit
from articlelint.source import Source, read_bytes

if TYPE_CHECKING:
    from articlelint.config.discovery import Configuration, Found
    from articlelint.config.selection import ActiveFileRule
    from articlelint.config.settings import Layer, Settings
    from articlelint.markup.base import Markup, Parser
    from articlelint.model import Diagnostic, Finding
    from articlelint.plugins.registry import Registry
    from articlelint.plugins.rule_sets import Check
    from articlelint.run.cache import Cache


_Active: TypeAlias = "ActiveRule | ActiveFileRule"


class _Choice(NamedTuple):
    """The rules that are on for some files."""

    layers: tuple[Layer, ...]
    """Kept because choices are found by their layers' ids: an id is only good while its object lives."""
    rules: tuple[ActiveRule, ...]
    file_rules: FileRules
    by_name: Mapping[str, _Active]
    categories: dict[str, str]
    """The categories of the rules, by name."""
    checks: tuple[Check, ...]
    notices: tuple[str, ...]


class Engine:
    """
    Lints files with the installed rules under a configuration.

    With ``only``, exactly these rules run, whatever the configuration selects: they are being tried.
    """

    def __init__(
        self,
        registry: Registry,
        configuration: Configuration,
        cache: Cache | None = None,
        only: frozenset[str] | None = None,
    ) -> None:
        self.registry = registry
        self.configuration = configuration
        self.cache = cache
        self.only = only
        self._active: dict[tuple[int, ...], _Choice] = {}
        self._file_rules: dict[int, tuple[Settings, FileRules]] = {}

    def run(self, files: Iterable[Found]) -> Iterator[FileResult]:
        """Lint files one after the other; what cannot be read becomes a result with an error."""
        for file in files:
            yield self.lint_file(file)

    def lint_file(self, file: Found) -> FileResult:
        """Read and lint one file. Raises SettingsError where its configuration cannot be used."""
        if file.error:
            return FileResult(file.path, errors=(file.error,))
        path = Path(file.path).absolute()
        try:
            data = read_bytes(path, file.path) if file.data is None else file.data
            if self.cache is None or not self.cache.covers(path):
                return self.lint(Source.decode(file.path, data), path)
            settings, layers = self._settings(path)
            key = self.cache.key(file.path, data, settings, layers)
            cached = self.cache.get(file.path, key, settings.fails_at)
            if cached is not None:
                return cached
            result = self.lint(Source.decode(file.path, data), path)
        except ReadError as error:
            return FileResult(file.path, errors=(str(error),))
        self.cache.put(file.path, key, result)
        return result

    def lint(self, source: Source, path: Path) -> FileResult:
        """Lint a source that is, or stands for, the file at ``path`` (absolute)."""
        settings, layers = self._settings(path)
        choice = self._choice(settings, layers)
        try:
            markup = self.parse(source)
        except ReadError as error:
            return FileResult(source.path, errors=(str(error),), fails_at=settings.fails_at)
        document = Document(
            markup.text,
            markup.blocks,
            path=source.path,
            house=settings.house,
            written=Written(source.text, markup.offsets),
        )
        findings, errors = run_rules(document, choice.rules)
        if choice.checks:
            of_files, check_errors = run_checks(document, choice.checks)
            findings += of_files
            errors += check_errors
        ignores = read_ignores(markup, source.text)
        by_name = choice.by_name
        kept = ignores.kept(findings, choice.categories)
        diagnostics = [place(f, by_name[f.rule], document, markup, source) for f in dict.fromkeys(kept)]
        diagnostics += self._complaints(ignores, choice, source)
        diagnostics.sort(key=lambda d: (d.span, d.rule, d.message))
        return FileResult(
            source.path,
            tuple(diagnostics),
            quoted_lines(diagnostics, source.line),
            tuple(errors),
            fails_at=settings.fails_at,
            notices=choice.notices,
            ignored=_ignored(findings, kept),
        )

    def parse(self, source: Source) -> Markup:
        """A source's prose. Raises ReadError where its parser fails."""
        parser = self.parser(Path(source.path).suffix)
        try:
            return parser.parse(source.text)
        except Exception as error:
            what = " ".join(f"{type(error).__name__}: {error}".split())
            who = f"parser '{parser.name}' of {type(parser).__module__}"
            raise ReadError(f"{source.path}: internal error: {who} failed: {what}") from error

    def parser(self, suffix: str) -> Parser:
        """The parser for a suffix: a plugin's, else the built-in one."""
        return self.registry.parsers.get(suffix.lower()) or parser_for(suffix)

    def _settings(self, path: Path) -> tuple[Settings, tuple[Layer, ...]]:
        settings = self.configuration.for_folder(path.parent)
        return settings, layers_for(settings, path)

    def file_rules(self, settings: Settings) -> FileRules:
        """The rules that plugins read from files for these settings, read once."""
        if id(settings) not in self._file_rules:
            self._file_rules[id(settings)] = settings, read_file_rules(self.registry, settings)
        return self._file_rules[id(settings)][1]

    def _choice(self, settings: Settings, layers: tuple[Layer, ...]) -> _Choice:
        key = (id(settings), *(id(layer) for layer in layers))
        if key not in self._active:
            file_rules = self.file_rules(settings)
            rules = active_rules(self.registry, layers, file_rules.rules, self.only)
            of_files, checks = file_rules.active(layers, self.only)
            by_name: dict[str, _Active] = {a.registered.name: a for a in rules}
            by_name.update(of_files)
            categories = {name: active.category for name, active in by_name.items()}
            notices = tuple(unsupported(of_files.values()))
            self._active[key] = _Choice(layers, rules, file_rules, by_name, categories, checks, notices)
        return self._active[key]

    def _complaints(self, ignores: Ignores, choice: _Choice, source: Source) -> list[Diagnostic]:
        """Diagnostics about the ignores themselves, where the rule about them is on."""
        if not (ignores.entries or ignores.malformed):
            return []
        own = next((a for a in choice.rules if a.registered.name == UnusedIgnore.meta.name), None)
        if own is None:
            return []
        on = choice.by_name.keys()
        members = self._groups(choice)
        default = {n for n, r in self.registry.rules.items() if r.meta.default}
        complete = {group for group, names in members.items() if names <= on}
        known = list(dict.fromkeys((*self.registry.rules, *members, *choice.by_name)))
        complaints = ignores.complaints(known, frozenset(on | complete), everything_ran=default <= on)
        return [place_complaint(complaint, own, source) for complaint in complaints]

    def _groups(self, choice: _Choice) -> dict[str, set[str]]:
        """The rules that are on by default, by each name that stands for several of them."""
        members: dict[str, set[str]] = {category: set() for category in self.registry.categories}
        for name, registered in self.registry.rules.items():
            if registered.meta.default:
                members[registered.category].add(name)
        for name, rule in choice.file_rules.rules.items():
            for group in (rule.category, rule.group):
                members.setdefault(group, set()).update({name} if rule.default else ())
        return members


def _ignored(found: list[Finding], kept: list[Finding]) -> dict[str, int]:
    """How often each rule was ignored."""
    if len(found) == len(kept):
        return {}
    counts = Counter(finding.rule for finding in found)
    counts.subtract(finding.rule for finding in kept)
    return dict(+counts)


def run_rules(document: Document, rules: Iterable[ActiveRule]) -> tuple[list[Finding], list[str]]:
    """
    What the rules find, and one line for each rule that failed; the others go on.

    A rule fails by raising, or by reporting under another's name or outside the text.
    """
    findings: list[Finding] = []
    errors: list[str] = []
    with time_limit(allowance(len(document.text))) as restart:
        for active in rules:
            rule = active.rule
            try:
                restart()
                own = list(rule.check(document))
                for finding in own:
                    _verify(finding, (active.registered.name,), document)
            except Exception as error:  # noqa: BLE001 - a rule is anybody's code
                what = " ".join(str(error).split()) or "no message"
                whose = f"rule '{active.registered.name}' of {active.registered.plugin}"
                kind = type(error).__name__
                errors.append(f"{document.path}: internal error: {whose} failed: {kind}: {what}")
                continue
            findings += own
    return findings, errors


def run_checks(document: Document, checks: Iterable[Check]) -> tuple[list[Finding], list[str]]:
    """What the rules from files find, and one line for each check that failed."""
    findings: list[Finding] = []
    errors: list[str] = []
    with time_limit(allowance(len(document.text))) as restart:
        for check in checks:
            try:
                restart()
                own = list(check.run(document))
                for finding in own:
                    _verify(finding, check.names, document)
            except Exception as error:  # noqa: BLE001 - as above; and a pattern is anybody's, too
                what = " ".join(str(error).split()) or "no message"
                whose = f"rule '{min(check.names)}'"
                if len(check.names) > 1:
                    whose += f" or one of {len(check.names) - 1} run with it"
                errors.append(f"{document.path}: {whose} failed: {type(error).__name__}: {what}")
                continue
            findings += own
    return findings, errors


def _verify(finding: Finding, names: Container[str], document: Document) -> None:
    if finding.rule not in names:
        raise ValueError(f"it reported as '{finding.rule}'")
    spans = [finding.span, *(r.span for r in finding.related)]
    spans += [edit.span for edit in finding.fix.edits] if finding.fix else []
    for span in spans:
        if not 0 <= span.start <= span.end <= len(document.text):
            raise ValueError(f"it reported {span}, outside the text of {len(document.text)} characters")
