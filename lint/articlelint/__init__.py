"""
articlelint: an editorial consistency linter.

This is the public API. Rules and plugins import ``articlelint`` and ``articlelint.testing``, nothing else.
"""

from articlelint._version import __version__
from articlelint.document import Document, House
from articlelint.errors import SettingsError
from articlelint.markup.base import Markup, Parser
from articlelint.markup.builder import Builder
from articlelint.model import (
    Block,
    BlockKind,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Related,
    Safety,
    Severity,
    Span,
)
from articlelint.plugins.hookspecs import hookimpl
from articlelint.plugins.rule_sets import Check, Fault, HouseRule, RuleSet
from articlelint.report.base import FileResult, Reporter, RuleInfo, Terminal
from articlelint.rule import Clean, Flagged, Meta, NoOptions, Rule
from articlelint.text import lexicon, words
from articlelint.text.attribution import Attribution, Where
from articlelint.text.flesch import Readability, measure_readability
from articlelint.text.names import Name
from articlelint.text.quote_kinds import QuoteKind
from articlelint.text.quotes import Quote
from articlelint.text.sentences import Sentence
from articlelint.text.tagger import possible_tags, tag_words
from articlelint.text.tags import Tag
from articlelint.text.tokens import Token, TokenKind, Tokens, tokenize
from articlelint.text.wordtable import WordTable

__all__ = [
    "Attribution",
    "Block",
    "BlockKind",
    "Builder",
    "Check",
    "Clean",
    "Diagnostic",
    "Document",
    "Edit",
    "Fault",
    "FileResult",
    "Finding",
    "Fix",
    "Flagged",
    "House",
    "HouseRule",
    "Markup",
    "Meta",
    "Name",
    "NoOptions",
    "Parser",
    "Quote",
    "QuoteKind",
    "Readability",
    "Related",
    "Reporter",
    "Rule",
    "RuleInfo",
    "RuleSet",
    "Safety",
    "Sentence",
    "SettingsError",
    "Severity",
    "Span",
    "Tag",
    "Terminal",
    "Token",
    "TokenKind",
    "Tokens",
    "Where",
    "WordTable",
    "__version__",
    "hookimpl",
    "lexicon",
    "measure_readability",
    "possible_tags",
    "tag_words",
    "tokenize",
    "words",
]
