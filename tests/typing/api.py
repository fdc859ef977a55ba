"""Type-checked, never run: what a plugin author writes must satisfy mypy and pyright in strict mode."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias, assert_type

import click

import articlelint as al
from articlelint.commands import Engine, Tally, current_configuration, linted, load_plugins, read_file_rules
from articlelint.testing import check_example, examples_of, find

_Date: TypeAlias = tuple[al.DateForm, dt.date | None]
_Person: TypeAlias = tuple[str, tuple[al.Role, ...], tuple[al.Age, ...]]
_Quantity: TypeAlias = tuple[al.QuantityKind, Fraction, al.Unit | None]


@dataclass(frozen=True, slots=True)
class Options:
    words: tuple[str, ...] = ("very",)
    """Words to report."""


class Weak(al.Rule[Options]):
    """A weak word."""

    meta = al.Meta("weak-word", "a weak word", since="1.0", severity=al.Severity.WARNING, warning_from=0.5)
    options_type = Options
    examples = (al.Flagged("A [[very]] big house."), al.Clean("A big house."))

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        assert_type(self.options, Options)
        for token in doc.tokens:
            assert_type(token, al.Token)
            if token.text in self.options.words and not doc.in_quote(token.span):
                yield self.finding(
                    token.span, f"'{token.text}' is weak", fix=self.replace(token.span, ""), confidence=0.9
                )
        for sentence in doc.sentences:
            assert_type(doc.label_of(sentence), al.Label | None)
        assert_type(doc.labels, tuple[al.Label, ...])
        assert_type([(q.kind, q.value, q.unit) for q in doc.quantities], list[_Quantity])
        assert_type([(date.form, date.calendar_date) for date in doc.dates], list[_Date])
        assert_type(doc.published, dt.date | None)
        assert_type([(person.name, person.roles, person.ages) for person in doc.people], list[_Person])
        assert_type([label.kind for label in doc.labels], list[al.LabelKind])
        assert_type((doc.titles, doc.in_title(al.Span(0, 1))), tuple[tuple[al.Span, ...], bool])
        assert_type((doc.species, doc.bold, doc.italics)[0], tuple[al.Span, ...])


@al.hookimpl
def articlelint_rules() -> list[type[al.Rule[Any]]]:
    return [Weak]


class Lines:
    """A line a finding."""

    name = "lines"

    def report(
        self, results: Iterable[al.FileResult], write: Callable[[str], object], terminal: al.Terminal
    ) -> None:
        for result in results:
            for diagnostic in result.diagnostics:
                assert_type(diagnostic, al.Diagnostic)
                assert_type(diagnostic.confidence, float | None)
                rule = terminal.rules.get(diagnostic.rule)
                assert_type(rule, al.RuleInfo | None)
                write(f"{diagnostic.path}:{diagnostic.place.start.line}: {rule.summary if rule else ''}\n")


@al.hookimpl
def articlelint_reporters() -> list[al.Reporter]:
    return [Lines()]


class Lyrics:
    """A line a paragraph."""

    name = "lyrics"
    suffixes = (".lyrics",)

    def parse(self, text: str) -> al.Markup:
        builder = al.Builder(text)
        builder.open_block(al.BlockKind.PARAGRAPH)
        builder.text(0, len(text))
        return builder.finish()


@al.hookimpl
def articlelint_parsers() -> list[al.Parser]:
    return [Lyrics()]


def read_words(value: Any, folder: Path) -> tuple[str, ...]:
    assert_type(al.matching_paths(folder, "*.txt"), list[Path])
    assert_type(al.read_setting_file(folder / "a.toml", al.shown_path(folder)), str)
    assert_type(al.parse_toml("", "a.toml"), dict[str, Any])
    return al.read_strings("words", value)


class Words(al.RuleSet):
    """Words from the configuration."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words

    @property
    def rules(self) -> Mapping[str, al.FileRule]:
        return {f"desk/words.{word}": al.FileRule(f"desk/words.{word}", "a word") for word in self.words}

    def checks(self, names: frozenset[str]) -> Iterable[al.Check]:
        return [al.Check(names, lambda _doc: [])]


@al.hookimpl
def articlelint_settings() -> list[al.Setting]:
    return [al.Setting("desk", "words", read_words)]


@al.hookimpl
def articlelint_rule_sets(settings: Mapping[str, Any]) -> list[al.RuleSet]:
    return [Words(settings.get("desk.words", ()))]


@click.command("desk")
def desk() -> int:
    registry = load_plugins()
    configuration = current_configuration(registry)
    rules = read_file_rules(registry, configuration.for_folder(Path.cwd())).rules
    assert_type(rules, Mapping[str, al.FileRule])
    tally = Tally()
    for result in tally.watch(linted([], Engine(registry, configuration), 1, quiet=True)):
        assert_type(result, al.FileResult)
    return tally.exit_code


@al.hookimpl
def articlelint_commands() -> list[click.Command]:
    return [desk]


def umbrellas(doc: al.Document) -> Iterable[al.Written]:
    for token in doc.tokens:
        if token.text == "umbrella":
            yield al.Written("umbrella", token.text, token.span)


@al.hookimpl
def articlelint_archive_kinds() -> list[al.ArchiveKind]:
    return [al.ArchiveKind("umbrella", "what keeps the rain off", umbrellas, marks=first_letters)]


def first_letters(_key: str, form: str) -> Iterable[str]:
    yield form[:3]


def known(doc: al.Document) -> tuple[al.ArchivedForm, ...]:
    if doc.archive is None or doc.house.has_settled("umbrella"):
        return ()
    archive: al.Archive = doc.archive
    return (*archive.forms("umbrella", "umbrella"), *archive.near("umbrella", first_letters("", "umbrela")))


for example in examples_of(Weak):
    check_example(Weak, example)
assert_type(find(Weak, "A very big house."), list[al.Finding])
