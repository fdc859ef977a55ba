"""
articlelint: an editorial consistency linter.

This is the public API. Plugins import ``articlelint`` and ``articlelint.testing``, and commands that plugins
add import ``articlelint.commands``. All other modules are internal.
"""

from articlelint._version import __version__
from articlelint.archived import Archive, ArchivedForm
from articlelint.document import Document, House
from articlelint.errors import ReadError, SettingsError
from articlelint.markup.base import Article, ArticlesParser, Markup, OffsetMap, Parser
from articlelint.markup.builder import Builder
from articlelint.model import (
    BODY,
    Block,
    BlockKind,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Location,
    Place,
    PlaceKind,
    Related,
    Safety,
    Severity,
    Span,
)
from articlelint.plugins.archive_kinds import ArchiveKind, StyleEntry, Written
from articlelint.plugins.hookspecs import hookimpl
from articlelint.plugins.rule_sets import Check, Fault, FileRule, RuleSet
from articlelint.plugins.setting_files import matching_paths, parse_toml, read_setting_file, shown_path
from articlelint.plugins.settings import Setting, read_strings
from articlelint.report.base import FileResult, Reporter, RuleInfo, Terminal
from articlelint.rule import Clean, Flagged, Meta, NoOptions, Rule
from articlelint.source import Source
from articlelint.text import gazetteer, lexicon, places, words
from articlelint.text.attribution import Attribution, Where
from articlelint.text.dates import Date, DateForm
from articlelint.text.flesch import Readability, measure_readability
from articlelint.text.initialisms import Abbreviations, AbbreviationUse
from articlelint.text.labels import Label, LabelKind
from articlelint.text.names import Name
from articlelint.text.people import Mention, Person
from articlelint.text.people_ages import Age
from articlelint.text.people_facts import Role
from articlelint.text.quantities import Dimension, Quantity, QuantityKind, Unit, UnitSystem
from articlelint.text.quote_kinds import QuoteKind
from articlelint.text.quotes import Quote
from articlelint.text.reader.reading import EntityKind, Reading, Word, read_words
from articlelint.text.sentences import Sentence
from articlelint.text.tables import Table, TableError
from articlelint.text.tags import Tag
from articlelint.text.tokens import Token, TokenKind, Tokens, tokenize

__all__ = [
    "BODY",
    "AbbreviationUse",
    "Abbreviations",
    "Age",
    "Archive",
    "ArchiveKind",
    "ArchivedForm",
    "Article",
    "ArticlesParser",
    "Attribution",
    "Block",
    "BlockKind",
    "Builder",
    "Check",
    "Clean",
    "Date",
    "DateForm",
    "Diagnostic",
    "Dimension",
    "Document",
    "Edit",
    "EntityKind",
    "Fault",
    "FileResult",
    "FileRule",
    "Finding",
    "Fix",
    "Flagged",
    "House",
    "Label",
    "LabelKind",
    "Location",
    "Markup",
    "Mention",
    "Meta",
    "Name",
    "NoOptions",
    "OffsetMap",
    "Parser",
    "Person",
    "Place",
    "PlaceKind",
    "Quantity",
    "QuantityKind",
    "Quote",
    "QuoteKind",
    "ReadError",
    "Readability",
    "Reading",
    "Related",
    "Reporter",
    "Role",
    "Rule",
    "RuleInfo",
    "RuleSet",
    "Safety",
    "Sentence",
    "Setting",
    "SettingsError",
    "Severity",
    "Source",
    "Span",
    "StyleEntry",
    "Table",
    "TableError",
    "Tag",
    "Terminal",
    "Token",
    "TokenKind",
    "Tokens",
    "Unit",
    "UnitSystem",
    "Where",
    "Word",
    "Written",
    "__version__",
    "gazetteer",
    "hookimpl",
    "lexicon",
    "matching_paths",
    "measure_readability",
    "parse_toml",
    "places",
    "read_setting_file",
    "read_strings",
    "read_words",
    "shown_path",
    "tokenize",
    "words",
]
