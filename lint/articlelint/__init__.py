"""
articlelint: an editorial consistency linter.

This is the public API. Rules and plugins import ``articlelint`` and ``articlelint.testing``, nothing else.
"""

from articlelint._version import __version__
from articlelint.modules import import_module

TYPE_CHECKING = False

if TYPE_CHECKING:
    from articlelint.document import Document, House
    from articlelint.errors import SettingsError
    from articlelint.hooks import hookimpl
    from articlelint.house import Check, Fault, HouseRule, RuleSet
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
    from articlelint.patterns import compile_pattern
    from articlelint.records import NamedTuple
    from articlelint.report.base import FileResult, Reporter, RuleInfo, Terminal
    from articlelint.rule import Clean, Flagged, LazyRule, Meta, NoOptions, Rule
    from articlelint.text import lexicon
    from articlelint.text.attribution import Attribution, Where
    from articlelint.text.flesch import Readability, measure_readability
    from articlelint.text.names import Name
    from articlelint.text.perword import PerWord
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
    "LazyRule",
    "Markup",
    "Meta",
    "Name",
    "NamedTuple",
    "NoOptions",
    "Parser",
    "PerWord",
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
    "compile_pattern",
    "hookimpl",
    "lexicon",
    "measure_readability",
    "possible_tags",
    "tag_words",
    "tokenize",
]


# Where each public name lives. Read on first use, so that `articlelint --version` imports none of them, and
# a rule that reads words does not wait for the tagger.
_HOMES = {
    "Attribution": "articlelint.text.attribution",
    "Block": "articlelint.model",
    "BlockKind": "articlelint.model",
    "Builder": "articlelint.markup.builder",
    "Check": "articlelint.house",
    "Clean": "articlelint.rule",
    "Diagnostic": "articlelint.model",
    "Document": "articlelint.document",
    "Edit": "articlelint.model",
    "Fault": "articlelint.house",
    "FileResult": "articlelint.report.base",
    "Finding": "articlelint.model",
    "Fix": "articlelint.model",
    "Flagged": "articlelint.rule",
    "House": "articlelint.document",
    "HouseRule": "articlelint.house",
    "LazyRule": "articlelint.rule",
    "Markup": "articlelint.markup.base",
    "Meta": "articlelint.rule",
    "Name": "articlelint.text.names",
    "NamedTuple": "articlelint.records",
    "NoOptions": "articlelint.rule",
    "Parser": "articlelint.markup.base",
    "PerWord": "articlelint.text.perword",
    "Quote": "articlelint.text.quotes",
    "QuoteKind": "articlelint.text.quote_kinds",
    "Readability": "articlelint.text.flesch",
    "Related": "articlelint.model",
    "Reporter": "articlelint.report.base",
    "Rule": "articlelint.rule",
    "RuleInfo": "articlelint.report.base",
    "RuleSet": "articlelint.house",
    "Safety": "articlelint.model",
    "Sentence": "articlelint.text.sentences",
    "SettingsError": "articlelint.errors",
    "Severity": "articlelint.model",
    "Span": "articlelint.model",
    "Tag": "articlelint.text.tags",
    "Terminal": "articlelint.report.base",
    "Token": "articlelint.text.tokens",
    "TokenKind": "articlelint.text.tokens",
    "Tokens": "articlelint.text.tokens",
    "Where": "articlelint.text.attribution",
    "WordTable": "articlelint.text.wordtable",
    "compile_pattern": "articlelint.patterns",
    "hookimpl": "articlelint.hooks",
    "lexicon": "articlelint.text.lexicon",
    "measure_readability": "articlelint.text.flesch",
    "possible_tags": "articlelint.text.tagger",
    "tag_words": "articlelint.text.tagger",
    "tokenize": "articlelint.text.tokens",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'articlelint' has no attribute {name!r}")
    home = import_module(_HOMES[name])
    value = home if home.__name__.rpartition(".")[2] == name else getattr(home, name)
    globals()[name] = value
    return value
