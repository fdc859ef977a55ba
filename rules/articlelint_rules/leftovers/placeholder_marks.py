"""The patterns of placeholders: one pattern with a named group for each kind."""

from __future__ import annotations

import re

import articlelint as al

MONTHS = frozenset((*al.words.calendar.MONTHS, *al.words.calendar.SHORT_MONTHS))
_DO = "insert|add|enter|fill in|your|check|confirm|verify|find"
_WHAT = (
    "name|surname|first[ _]?name|last[ _]?name|full name|title|date|day|month|time|place|city|location|venue|"
    "number|amount|figure|price|age|company|organi[sz]ation|quote|source|headline|subhead|hed|dek|caption|"
    "credit|photo|image|picture|link|url|text|placeholder|to come|more to come|details to come|"
    "citation needed|tk|tktk|tbc|tbd|tba|todo|xx+|cq|ck|spelling"
)
_CHECKED = "THIS|NAMES?|SPELLING|FACTS?|DATES?|FIGURES?|NUMBERS?|TITLE|QUOTES?|AGE"
_AWAITED = (
    "NAME|QUOTES?|DETAILS|PHOTO|PICTURE|PIC|LINK|COPY|STATS|FIGURES?|MORE DETAILS?|HEADLINE|CAPTION|SOURCE|"
    "BYLINE|TEXT|STORY"
)

KINDS = {
    "tk": r"(?<![\w./-])(?:TK){2,}\b|(?<![\w./-])tktk(?:tk)*\b|(?<![\w.])TK(?![\w.]|[ -]?\d)",
    # XX, $XX, XX/XX/XX, XX%
    "xx": r"(?<!\w)(?:[$£€]\s?)?(?:XX+)(?:[./,:-]XX+)*(?:%|(?!\w))",
    # In lower case, two x mean kisses unless they stand for a number.
    "small": r"(?<!\w)(?:[$£€]\s?xx+\b|xx+(?=%|-year-old| (?:per cent|percent|people|million|billion)\b))",
    "lorem": r"\bLorem ipsum\b[^\n]*|\blorem ipsum dolor\b[^\n]*",
    # A bracket in front of another is a link in Markdown, two braces a template of the site.
    "fill": rf"\[(?i:(?:{_DO})\b[^\]\n]{{0,40}}"
    rf"|(?:{_WHAT})(?: (?:here|tk|to come|goes here))?[?.…]*)\](?![(\[{{])"
    rf"|<(?i:(?:{_DO})\s[^>\n]{{2,40}})>|(?<!{{)\{{(?i:{_WHAT})\}}(?!\}})",
    # "What???" is an exclamation; "???" on its own is a gap.
    "marks": r"(?<![^\s(\[])\?{3,}(?![^\s)\].,;])",
    "note": rf"\(?\b(?:(?:PLEASE |PLS |PLZ )?(?:CHECK|CONFIRM|VERIFY) (?:(?:{_CHECKED})\b|WITH \w+)"
    rf"|(?:{_AWAITED}) (?:TO COME|GOES HERE|HERE|NEEDED)\b"
    r"|NEEDS? (?:SOURCE|QUOTE|CHECKING|ATTRIBUTION)\b|(?:FIXME|TODO)\b)\)?"
    r"|\((?:CQ|cq|CHECK|CK|ck|sp\?|SP\?|\?\?+)\)",
    "tbc": r"(?<![\w./-])TB[CD](?![\w./-])",
}

# The lookahead names the beginnings of all kinds, so that most characters are passed over in one step.
PLACEHOLDER = re.compile(
    r"(?=TK|TB|tk|[Xx]{2}|[Ll]orem|[$£€]\s?[Xx]|[\[<{(?]|[A-Z]{3})(?:"
    + "|".join(f"(?P<{kind}>{part})" for kind, part in KINDS.items())
    + ")"
)
