"""The engine: from a file to its source, markup and document, to findings, ignores and diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from articlelint.config.configuration import Configuration
from articlelint.config.discovery import Found
from articlelint.config.file_rules import FileRules, read_file_rules, unsupported
from articlelint.config.selection import (
    ActiveFileRule,
    ActiveRule,
    active_rules,
    check_paths,
    layers_for,
    no_rule_selected,
)
from articlelint.config.settings import Layer, NamedArchive, Settings
from articlelint.document import Document, House
from articlelint.errors import ReadError, SettingsError
from articlelint.findings.diagnostics import (
    is_confident,
    make_diagnostic,
    make_ignore_diagnostic,
    severity_of,
    without_repeats,
)
from articlelint.findings.ignores import Ignores, read_ignores
from articlelint.markup.base import AnyParser, Article, decoded
from articlelint.model import Diagnostic, Finding
from articlelint.plugins.registry import Registry
from articlelint.plugins.rule_sets import Check
from articlelint.plugins.unused_ignore import UnusedIgnore
from articlelint.report.base import FileResult, quoted_lines
from articlelint.run.cache import Cache
from articlelint.run.reading import ReadArticle, nothing_read, parse, parser_for, read_articles
from articlelint.run.rules import run_checks, run_rules
from articlelint.source import Source, read_bytes
from articlelint.text.reader.reading import Reader

if TYPE_CHECKING:
    from articlelint.run.archive_file import ArchiveFile

_Active: TypeAlias = ActiveRule | ActiveFileRule


class _Choice(NamedTuple):
    """The rules that are on for files with the same settings."""

    layers: tuple[Layer, ...]
    """Kept because choices are found by the ids of their layers, which are valid while the objects live."""
    rules: tuple[ActiveRule, ...]
    file_rules: FileRules
    by_name: Mapping[str, _Active]
    categories: dict[str, str]
    """The categories of the rules, by the names of the rules."""
    checks: tuple[Check, ...]
    notices: tuple[str, ...]
    house: House
    """The decisions of the newsroom, with those of its style packs."""


class Analysis(NamedTuple):
    """The result of linting a source, with its articles as they were read; none if it cannot be parsed."""

    result: FileResult
    articles: tuple[ReadArticle, ...] = ()


class _Checked(NamedTuple):
    """What was found in an article."""

    diagnostics: list[Diagnostic]
    errors: list[str]
    ignored: Counter[str]
    """How many findings inline ignores have left out, by rule."""


class Engine:
    """
    Lints files with the installed rules under a configuration.

    With ``only``, exactly these rules run, whatever the configuration selects. ``cache``, if there is one,
    keeps the results of files from one run to the next. ``reader`` may remember sentences for a server.
    """

    def __init__(
        self,
        registry: Registry,
        configuration: Configuration,
        cache: Cache | None = None,
        only: frozenset[str] | None = None,
        reader: Reader | None = None,
    ) -> None:
        self.registry = registry
        self.configuration = configuration
        self.cache = cache
        self.only = only
        self.reader = reader
        self._active: dict[tuple[int, ...], _Choice] = {}
        self._file_rules: dict[int, tuple[Settings, FileRules]] = {}
        self._archives: dict[NamedArchive, ArchiveFile] = {}

    def run(self, files: Iterable[Found]) -> Iterator[FileResult]:
        """Lint files one after the other. A file that cannot be read gives a result with an error."""
        for file in files:
            yield self.lint_file(file)

    def lint_file(self, file: Found) -> FileResult:
        """Read and lint one file. Raises SettingsError if its configuration cannot be used."""
        if file.error:
            return FileResult(file.path, errors=(file.error,))
        path = Path(file.path).absolute()
        try:
            data = read_bytes(path, file.path) if file.data is None else file.data
            if self.cache is None:
                return self.lint(self.decode(file.path, data), path)
            settings, layers = self._settings(path)
            archive = self._archive(settings)
            digest = archive.digest if archive is not None else ""
            key = self.cache.key(file.path, data, settings, layers, digest)
            cached = self.cache.get(path, file.path, key, settings.fails_at)
            if cached is not None:
                return cached
            result = self.lint(self.decode(file.path, data), path)
        except ReadError as error:
            return FileResult(file.path, errors=(str(error),))
        self.cache.put(path, key, result)
        return result

    def lint(self, source: Source, path: Path) -> FileResult:
        """Lint a source that is, or stands for, the file at the absolute path ``path``."""
        return self.analyse(source, path).result

    def analyse(self, source: Source, path: Path) -> Analysis:
        """Lint a source as ``lint`` does, and return its articles with the result."""
        settings, layers = self._settings(path)
        choice = self._choice(settings, layers)
        try:
            articles = tuple(
                read_articles(
                    source,
                    settings._replace(house=choice.house),
                    self.registry,
                    self.reader,
                    self._archive(settings),
                )
            )
        except ReadError as error:
            return Analysis(FileResult(source.path, errors=(str(error),), fails_at=settings.fails_at))
        checked = [self._check(read, choice, settings.min_confidence, source) for read in articles]
        diagnostics = [d for each in checked for d in each.diagnostics]
        diagnostics.sort(key=lambda d: (d.span, d.rule, d.message))
        result = FileResult(
            source.path,
            tuple(diagnostics),
            quoted_lines(diagnostics, source.line),
            tuple(error for each in checked for error in each.errors),
            fails_at=settings.fails_at,
            notices=(
                *choice.notices,
                *filter(None, [source.notice]),
                *(notice for read in articles for notice in read.notices),
                *([] if articles else [nothing_read(source.path, settings.status)]),
            ),
            ignored=dict(sum((each.ignored for each in checked), Counter[str]())),
            articles=len(articles),
        )
        return Analysis(result, articles)

    def _check(self, read: ReadArticle, choice: _Choice, min_confidence: float, source: Source) -> _Checked:
        """Run the rules over an article of a source."""
        document, article = read.document, read.article
        findings, errors = run_rules(document, choice.rules)
        if choice.checks:
            of_files, check_errors = run_checks(document, choice.checks)
            findings += of_files
            errors += check_errors
        findings = [f for f in findings if severity_of(f, choice.by_name[f.rule]) is not None]
        findings = [f for f in findings if not _in_other_language(f, document)]
        ignores = read_ignores(article.markup, article.text)
        kept = ignores.kept(findings, choice.categories)
        diagnostics = [
            make_diagnostic(finding, choice.by_name[finding.rule], document, article, source)
            for finding in dict.fromkeys(kept)  # each once, should a rule report one twice
            if is_confident(finding, min_confidence)
        ]
        diagnostics = without_repeats(diagnostics)
        diagnostics += self._ignore_diagnostics(ignores, choice, article, source)
        return _Checked(diagnostics, errors, _ignored(findings, kept))

    def decode(self, path: str, data: bytes) -> Source:
        """Make a source of the bytes of a file. Raises ReadError if they are not what its name says."""
        return decoded(self._parser_for(path), path, data)

    def parse(self, source: Source) -> tuple[Article, ...]:
        """Parse the articles of a source. Raises ReadError if its parser fails or takes too long."""
        settings, _ = self._settings(Path(source.path).absolute())
        return parse(source, settings, self.registry)

    def _parser_for(self, path: str) -> AnyParser:
        settings, _ = self._settings(Path(path).absolute())
        return parser_for(path, settings, self.registry)

    def parser(self, suffix: str) -> AnyParser:
        """The parser for a suffix: a plugin's, else the built-in one."""
        return self.registry.parser(suffix)

    def _settings(self, path: Path) -> tuple[Settings, tuple[Layer, ...]]:
        settings = self.configuration.for_file(path)
        if settings.paths:
            self.file_rules(settings)  # checks the tables of [paths], even where all results are cached
        return settings, layers_for(settings, path)

    def file_rules(self, settings: Settings) -> FileRules:
        """The rules that plugins read from files for these settings; read, and [paths] checked, once."""
        if id(settings) not in self._file_rules:
            file_rules = read_file_rules(self.registry, settings)
            check_paths(self.registry, settings, file_rules.rules)
            self._file_rules[id(settings)] = settings, file_rules
        return self._file_rules[id(settings)][1]

    def _choice(self, settings: Settings, layers: tuple[Layer, ...]) -> _Choice:
        key = (id(settings), *(id(layer) for layer in layers))
        if key not in self._active:
            file_rules = self.file_rules(settings)
            rules = active_rules(self.registry, layers, file_rules.rules, self.only)
            of_files, checks = file_rules.active(layers, self.only)
            if not (rules or of_files or settings.paths) and self.only is None:
                raise no_rule_selected(layers)
            by_name: dict[str, _Active] = {a.registered.name: a for a in rules}
            by_name.update(of_files)
            categories = {name: active.category for name, active in by_name.items()}
            notices = tuple(unsupported(of_files.values()))
            settled = (form for active in of_files.values() for form in (active.rule.use, *active.rule.avoid))
            house = settings.house._replace(settled=frozenset(settled))
            self._active[key] = _Choice(
                layers, rules, file_rules, by_name, categories, checks, notices, house
            )
        return self._active[key]

    def _archive(self, settings: Settings) -> ArchiveFile | None:
        """The archive of these settings; None if they name none. Raises SettingsError if it is none."""
        named = settings.archive
        if named is None:
            return None
        if named not in self._archives:
            from articlelint.run.archive_file import ArchiveFile  # most runs have no archive

            try:
                self._archives[named] = ArchiveFile(named.file)
            except ReadError as error:
                raise SettingsError(f"{named.origin}: {error}") from None
        return self._archives[named]

    def _ignore_diagnostics(
        self, ignores: Ignores, choice: _Choice, article: Article, source: Source
    ) -> list[Diagnostic]:
        """The diagnostics about the ignores themselves, if the rule ``unused-ignore`` is on."""
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
        problems = ignores.problems(known, frozenset(on | complete), everything_ran=default <= on)
        return [make_ignore_diagnostic(problem, own, article, source) for problem in problems]

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


def _in_other_language(finding: Finding, document: Document) -> bool:
    """Whether a finding stands, or is about words, in a quotation that is not in English."""
    return any(map(document.in_other_language, (finding.span, *(other.span for other in finding.related))))


def _ignored(found: list[Finding], kept: list[Finding]) -> Counter[str]:
    """How many findings of each rule an ignore covers, without the rules that have none."""
    counts = Counter[str]()
    if len(found) != len(kept):
        counts.update(finding.rule for finding in found)
        counts.subtract(finding.rule for finding in kept)
    return +counts
