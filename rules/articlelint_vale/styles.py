"""Vale styles as a rule set: the descriptions of their rules, and the checks that run them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

import articlelint as al
from articlelint_vale.definition import (
    Definition,
    UnsupportedError,
    ValeRule,
    read_definition,
    rule_name,
)
from articlelint_vale.scopes import finer_scopes
from articlelint_vale.terms import described, vocabulary_rules
from articlelint_vale.views import Views
from articlelint_vale.vocabulary import Vocabulary, read_vocabularies
from articlelint_vale.words import Hit, Words
from articlelint_vale.yaml_table import Table, read_table

KINDS = (
    *("capitalization", "conditional", "consistency", "existence", "metric"),
    *("occurrence", "readability", "repetition", "substitution"),
)
"""The kinds of rules that can run; each has a module with a class of the same name."""
_WHY_NOT = {
    "script": "it is a script in Vale's own language; write it as a plugin",
    "sequence": "it looks for parts of speech as Vale's tagger has them",
    "spelling": "articlelint has no spelling dictionary",
}


class Styles(al.RuleSet):
    """All styles and vocabularies of one configuration."""

    def __init__(self, folders: Iterable[str], vocabularies: Iterable[str]) -> None:
        """Read every file. Raises SettingsError, with file and line, for an error in a file."""
        vocabulary = read_vocabularies(vocabularies)
        self._ready: dict[str, ValeRule] = {}
        self._rules: dict[str, al.FileRule] = {}
        self._views: Views | None = None
        for name, table in (*_files(folders), *vocabulary_rules(vocabulary)):
            self._add(name, table, vocabulary)
        scopes = [scope for rule in self._ready.values() for scope in rule.definition.scopes]
        kinds = {scope.kind for scope in scopes if len(scope.parts) == 1}
        for rule in self._ready.values():
            if rule.OF_WORDS:
                finer = finer_scopes(rule.definition.scopes, kinds)
                rule.definition = rule.definition._replace(finer=finer)

    @property
    def rules(self) -> Mapping[str, al.FileRule]:
        """All rules, including those that cannot run."""
        return self._rules

    def checks(self, names: frozenset[str]) -> Iterator[al.Check]:
        """Return one check for each rule. The literal words of all rules are looked up together."""
        chosen = {name: rule for name, rule in self._ready.items() if name in names}
        words = Words((name, rule.forms) for name, rule in chosen.items())
        hits = _OfDocument(words)
        for name, rule in chosen.items():
            yield al.Check(frozenset({name}), partial(self._run, rule, hits))

    def review(self, names: frozenset[str]) -> Iterator[al.Fault]:
        """Report patterns that cannot be compiled."""
        for name, rule in self._ready.items():
            if name not in names:
                continue
            try:
                rule.compile()
            except al.SettingsError as error:
                at, _, message = str(error).partition(": ")
                yield al.Fault(at, name, message)

    def _add(self, name: str, table: Table, vocabulary: Vocabulary) -> None:
        definition = read_definition(name, table)
        if definition.full_name in self._rules:
            other = self._rules[definition.full_name].at
            raise al.SettingsError(f"{definition.at}: '{definition.full_name}' is already at {other}")
        unsupported = ""
        try:
            self._ready[definition.full_name] = rule = _ready(definition, table, vocabulary)
            definition = rule.definition
        except UnsupportedError as error:
            unsupported = str(error)
        self._rules[definition.full_name] = described(definition, table, unsupported)

    def _run(self, rule: ValeRule, hits: _OfDocument, doc: al.Document) -> Iterator[al.Finding]:
        """
        The findings of a rule, up to its limit, except where a comment turns the rule off.

        As in Vale, the first finding at a place is the only one.
        """
        views = self._views
        if views is None or views.doc is not doc:
            views = self._views = Views(doc)
        limit, name = rule.definition.limit, rule.definition.name
        seen: set[int | al.Span] = set()
        for finding in rule.find(views, hits.of(views).get(rule.definition.full_name, ())):
            place = finding.source or finding.span.start
            if place in seen:
                continue
            if views.switches and views.switches.off(name, finding, views.flagged(finding)):
                continue
            seen.add(place)
            yield finding
            if limit and len(seen) >= limit:
                return


class _OfDocument:
    """The places of the forms of some rules in the current document."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._last: tuple[Views, dict[str, list[Hit]]] | None = None

    def of(self, views: Views) -> dict[str, list[Hit]]:
        """The places by rule, looked up once for all rules."""
        last = self._last
        if last is None or last[0] is not views:
            last = self._last = views, self._words.hits(views)
        return last[1]


def _files(folders: Iterable[str]) -> Iterator[tuple[str, Table]]:
    for folder in map(Path, folders):
        files = sorted(folder.glob("*.yml"))
        if not files:
            inside = sorted({file.parent.name for file in folder.glob("*/*.yml")})
            hint = f"; name the styles in it: {', '.join(inside)}" if inside else ""
            if any(folder.glob("*.yaml")):
                hint = "; files named .yaml are not read, only .yml"
            raise al.SettingsError(f"{al.shown_path(folder)}: no rule (*.yml) in this Vale style{hint}")
        for file in files:
            yield rule_name(file), read_table(file)


def _ready(definition: Definition, table: Table, vocabulary: Vocabulary) -> ValeRule:
    kind = definition.kind
    if kind not in KINDS:
        from articlelint.commands import nearest

        hint = nearest(kind, KINDS).removesuffix("?")
        no_such_kind = f"Vale has no such kind of rule{hint}; those supported are {', '.join(KINDS)}"
        why = _WHY_NOT.get(kind, no_such_kind)
        raise UnsupportedError(f"'extends: {kind}': {why}")
    module = import_module(f"articlelint_vale.{kind}")
    made: Callable[[Definition, Table, Vocabulary], ValeRule] = getattr(module, kind.capitalize())
    return made(definition, table, vocabulary)
