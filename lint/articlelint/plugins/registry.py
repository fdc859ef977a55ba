"""What the installed plugins provide, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from articlelint.markup import parser_for
from articlelint.markup.base import Parser
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
    parsers: Mapping[str, Parser]
    """Plugins' parsers by file name suffix; the built-in parsers are not included."""
    reporters: Mapping[str, Reporter]
    """Plugins' output formats by name; the built-in ones are not included."""
    plugins: tuple[Plugin, ...]
    rule_sets: Mapping[Plugin, RuleSetReader] = {}
    settings: Mapping[str, RegisteredSetting] = {}
    """Plugins' keys of the configuration file by name, such as ``house.packs``."""
    parser_plugins: Mapping[str, Plugin] = {}
    """The plugins of ``parsers``, by the same suffixes."""

    def parser(self, suffix: str) -> Parser:
        """Return the parser for the suffix of a file name: a plugin's, else the built-in one."""
        return self.parsers.get(suffix.lower()) or parser_for(suffix)

    @property
    def categories(self) -> list[str]:
        """The categories that have a rule, sorted."""
        return sorted({registered.category for registered in self.rules.values()})
