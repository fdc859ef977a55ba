"""What the installed plugins provide, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from articlelint.errors import UsageError, nearest
from articlelint.markup import BUILT_IN, parser_for, parser_named
from articlelint.markup.base import AnyParser
from articlelint.markup.file_formats import FORMATS
from articlelint.plugins.rule_sets import RuleSet
from articlelint.plugins.settings import Setting
from articlelint.plugins.unused_ignore import UnusedIgnore
from articlelint.report.base import Reporter, RuleInfo
from articlelint.rule import Meta, Rule


class Plugin(NamedTuple):
    """A plugin: the name of its entry point, and the distribution that it was installed with."""

    name: str
    distribution: str
    version: str

    def __str__(self) -> str:
        return f"plugin '{self.name}' ({self.distribution} {self.version})"


ENGINE = Plugin("articlelint", "articlelint", "built in")
"""Stands for articlelint itself where the origin of a rule, a format or a key is named."""
ENGINE_RULES: tuple[type[Rule[Any]], ...] = (UnusedIgnore,)
"""The rules that the engine itself runs."""


RULE_PAGES = "https://github.com/articlelint/articlelint/blob/main/docs/rules/"
"""Where the pages of the rules that come with articlelint are; each is named after its rule."""


class RegisteredRule(NamedTuple):
    """A rule and the plugin that it comes from."""

    rule: type[Rule[Any]]
    meta: Meta
    """The metadata of the rule, with the category filled in."""
    plugin: Plugin

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.meta.name

    @property
    def category(self) -> str:
        """The rule's category."""
        return self.meta.category

    @property
    def info(self) -> RuleInfo:
        """What a report may say about the rule."""
        return RuleInfo.of(self.rule, self.url)

    @property
    def url(self) -> str:
        """The address of the page about the rule; "" if a plugin gives none."""
        if self.plugin.distribution == ENGINE.distribution:
            return f"{RULE_PAGES}{self.name}.md"
        return self.meta.url


class RegisteredSetting(NamedTuple):
    """A key of the configuration file and the plugin that it comes from."""

    setting: Setting
    plugin: Plugin


RuleSetReader = Callable[[Mapping[str, Any]], Iterable[RuleSet]]
"""A plugin's implementation of the hook ``articlelint_rule_sets``."""


class Registry(NamedTuple):
    """Everything that the installed plugins provide, sorted by name."""

    rules: Mapping[str, RegisteredRule]
    parsers: Mapping[str, AnyParser]
    """Plugins' parsers by file name suffix; the built-in parsers are not included."""
    reporters: Mapping[str, Reporter]
    """Plugins' output formats by name; the built-in ones are not included."""
    plugins: tuple[Plugin, ...]
    rule_sets: Mapping[Plugin, RuleSetReader] = {}
    settings: Mapping[str, RegisteredSetting] = {}
    """Plugins' keys of the configuration file by name, such as ``house.packs``."""
    parser_plugins: Mapping[str, Plugin] = {}
    """The plugins of ``parsers``, by the same suffixes."""
    forced: AnyParser | None = None
    """The parser that ``--format`` asks for, whatever the name of a file."""

    def parser(self, suffix: str) -> AnyParser:
        """Return the parser for the suffix of a file name: the forced, a plugin's, or the built-in one."""
        return self.forced or self.parsers.get(suffix.lower()) or parser_for(suffix)

    def parser_for(self, path: str) -> AnyParser:
        """Return the parser for a file, by its name."""
        return self.parser(PurePath(path).suffix)

    @property
    def packages(self) -> frozenset[str]:
        """The top-level packages, or modules, of the plugins that read or check articles."""
        modules = [each.rule.__module__ for each in self.rules.values()]
        modules += [type(parser).__module__ for parser in self.parsers.values()]
        modules += [read.__module__ for read in self.rule_sets.values()]
        return frozenset(module.partition(".")[0] for module in modules)

    @property
    def forced_suffixes(self) -> tuple[str, ...] | None:
        """The suffixes of the format that ``--format`` asks for; None if it asks for none."""
        return self.forced.suffixes if self.forced is not None else None

    def with_format(self, name: str, others: Iterable[str] = ()) -> Registry:
        """
        Return a registry that reads every file in a format.

        Raises UsageError if there is none; ``others`` are formats that could have been meant.
        """
        by_name = {parser.name: parser for parser in self.parsers.values()}
        if name in by_name:
            return self._replace(forced=by_name[name])
        if name in BUILT_IN or name in FORMATS:
            return self._replace(forced=parser_named(name))
        known = [*BUILT_IN, *FORMATS, *by_name, *others]
        raise UsageError(
            f"--format: there is no format '{name}'{nearest(name, known)}; articlelint formats lists them"
        )

    def plugin_of(self, parser: AnyParser) -> Plugin | None:
        """Return the plugin that a parser comes from; None if it is built in."""
        for suffix, each in self.parsers.items():
            if each is parser:
                return self.parser_plugins.get(suffix)
        return None

    @property
    def categories(self) -> list[str]:
        """The categories that have a rule, sorted."""
        return sorted({registered.category for registered in self.rules.values()})
