"""What an entry of a style pack may say: the kinds of entries, the keys of each, the type of each key."""

from __future__ import annotations

from typing import NamedTuple

import articlelint as al


class Key(NamedTuple):
    """A key: the type of its value, what it means, and ``choices`` where not every value will do."""

    type: str
    """``string``, ``strings`` (one or a list), ``flag``, ``number``, ``date``, ``link`` or ``reason``."""
    text: str
    choices: tuple[str, ...] = ()


class Kind(NamedTuple):
    """A kind of entry. ``module`` is the file in this folder that finds what such entries are about."""

    module: str
    text: str
    keys: dict[str, Key]
    needs: tuple[str, ...] = ()
    scope: tuple[str, ...] = ("outside-quotes",)
    severity: str = "warning"


SCOPES = (
    *("everywhere", "body", "headline", "standfirst", "caption", "list", "blockquote"),
    *("quotes", "outside-quotes"),
)
DIALECTS = al.words.dialects.DIALECTS

_STRING, _STRINGS, _FLAG = "string", "strings", "flag"

COMMON = {
    "id": Key(_STRING, "the entry's name, made from what it is about where it is left out"),
    "why": Key(_STRING, "the reason, added to the finding's message"),
    "link": Key("link", "a page about it"),
    "scope": Key(_STRINGS, "where the entry counts", SCOPES),
    "dialect": Key(_STRINGS, "the entry counts only in articles of this dialect", DIALECTS),
    "severity": Key(_STRING, "how much it matters", tuple(s.value for s in al.Severity)),
    "advisory": Key(_FLAG, "true: for information, never a reason to fail"),
    "owner": Key(_STRING, "who to ask"),
    "date": Key("date", "since when"),
    "learned": Key(_STRING, "what of an archive it was learned from; archive review writes it"),
    "disabled": Key("reason", "why the entry rests; it then runs only where it is selected by its name"),
    "flagged": Key(_STRINGS, "examples to be reported, [[ ]] around the words"),
    "fixed": Key(_STRINGS, "the flagged examples as they should be, in the same order"),
    "clean": Key(_STRINGS, "examples to be left alone"),
}
"""The keys of every kind."""

_AVOID = Key(_STRINGS, "the form or forms not to print")
_USE = Key(_STRING, "what to write instead; offered as an unsafe fix")
_INFLECT = Key(_FLAG, "false: only the forms as they stand, no plurals and no verb forms")

DECISIONS = {
    "words-below": Key("number", "numbers below it are words, it and those above are figures"),
    "percent": Key(_STRING, "the sign or the word", ("5%", "5 percent", "5 per cent")),
    "day": Key(_STRING, "the order of day and month", ("25 December 2026", "December 25, 2026")),
    "ordinal-day": Key(_STRING, "the ordinal of a day in a date", ("never",)),
    "month": Key(_STRING, "the month before or after a day", ("December", "Dec.")),
    "time": Key(_STRING, "the time of day", ("10:30 a.m.", "10.30am", "10:30am", "22:30")),
    "currency": Key(_STRING, "large sums of money", ("$5 million", "$5m")),
    "decade": Key(_STRING, "decades in figures", ("1990s",)),
    "thousands": Key(_STRING, "counts of five figures and more", ("10,000",)),
}
"""What a ``number`` entry decides, one thing an entry: the value is written as the house writes it."""

REPORTS = ("undefined", "late", "twice", "unused")

KINDS = {
    "term": Kind("term", "words to replace", {"avoid": _AVOID, "use": _USE, "inflect": _INFLECT}, ("avoid",)),
    "phrase": Kind("phrase", "phrases with choices and gaps", {"avoid": _AVOID, "use": _USE}, ("avoid",)),
    "pattern": Kind(
        "pattern",
        "a regular expression",
        {
            "regex": Key(_STRING, "a Python regular expression"),
            "use": Key(_STRING, r"what to write instead; \1 stands for the first group"),
            "ignore-case": Key(_FLAG, "true: capitals do not matter"),
        },
        ("regex",),
    ),
    "name": Kind(
        "name",
        "a name whose near misses are found",
        {
            "use": Key(_STRING, "the name as the house spells it"),
            "avoid": Key(_STRINGS, "forms not to print that are no near miss"),
            "accept": Key(_STRINGS, "names that are nearly this one, and right"),
        },
        ("use",),
    ),
    "paired": Kind(
        "paired",
        "two forms in one article",
        {
            "pair": Key(_STRINGS, "the two forms"),
            "together": Key(
                _STRING,
                "never: not both in one article; always: neither alone; after-first: the second where there "
                "is the first",
                ("never", "always", "after-first"),
            ),
            "inflect": _INFLECT,
        },
        ("pair", "together"),
    ),
    "banned": Kind(
        "term",
        "words never to print",
        {"avoid": _AVOID, "inflect": _INFLECT},
        ("avoid", "why"),
        ("everywhere",),
        "error",
    ),
    "first-use": Kind(
        "first_use",
        "a name in full at first, short later",
        {
            "full": Key(_STRING, "the name in full"),
            "short": Key(_STRING, "the name as it is written after that"),
            "title": Key(_STRINGS, "titles, one of which stands in the sentence of the first mention"),
            "later": Key(_STRING, "any: the full name may come again", ("short", "any")),
        },
        ("full", "short"),
        ("body", "outside-quotes"),
    ),
    "abbreviation": Kind(
        "abbreviation",
        "abbreviations that are explained",
        {
            "short": Key(_STRING, "the abbreviation; left out: every one in capitals"),
            "full": Key(_STRING, "what it stands for"),
            "known": Key(_STRINGS, "abbreviations that need no explanation"),
            "report": Key(_STRINGS, "what is reported; left out: all four", REPORTS),
        },
        (),
        ("body", "outside-quotes"),
    ),
    "number": Kind("number", "how numbers are written", DECISIONS),
    "heading": Kind(
        "heading",
        "the case of headings",
        {
            "case": Key(_STRING, "sentence or title case", ("sentence", "title")),
            "except": Key(_STRINGS, "words that say nothing about the case of a heading"),
            "level": Key(_STRINGS, "the levels of headings it is about", tuple("123456")),
        },
        ("case",),
        ("headline", "outside-quotes"),
    ),
}
"""Every kind, in the order in which they are documented."""
