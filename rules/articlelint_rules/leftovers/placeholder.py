"""placeholder: marks for text that was to be filled in, such as TK, XX, lorem ipsum and [insert name]."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.leftovers.placeholder_marks import MONTHS, PLACEHOLDER

# What precedes TBC and TBD where they tell the reader something: "the venue is TBC", "Price: TBC".
_STATED = re.compile(
    r"(?:\b(?:is|are|was|were|be|still|remains?|currently|a|the|officially)|[:=(/|–—-]|,) ?$", re.IGNORECASE
)
_WORD_BEFORE = re.compile(r"(\w[\w.'’]*)[ \n]$")
_WORD_AFTER = re.compile(r"\s?(\w[\w'’-]*)")
_NOT_PLACEHOLDERS = frozenset(
    {"chromosome", "chromosomes", "century", "rated", "gold", "bitter", "olympiad", "corps"}
)
_SHOWN = 30
_BEFORE_BLANKS = (
    al.words.titles.TITLES
    | al.words.determiners.ARTICLES
    | al.words.prepositions.SHORTEST
    | al.words.auxiliaries.FINITE_BE
    | al.words.auxiliaries.HAVE
    | frozenset(
        """
        and about some nearly over under around more than when after before but he she it they
        """.split()
    )
)
"""Words after which XX is a blank and not a numeral, even if they have a capital: "Mr XX", "The XX"."""


class Options(NamedTuple):
    """What else is a placeholder, and what is not."""

    words: tuple[str, ...] = ()
    """Further words, exactly as they are written, such as "ZZZ" or "CHECKME"."""
    allow: tuple[str, ...] = ()
    """Words to leave alone, exactly as they are written, such as "TK" where it is a company."""


class Placeholder(al.Rule[Options]):
    """
    Something was to be filled in before print.

    Reporters write TK ("to come"), XX or [name] where a fact is missing, and page designers fill space with
    lorem ipsum. All of these have appeared in print. The rule reports them, and also "???", "[insert ...]",
    "(CQ)" and notes to the desk in capitals such as "CHECK SPELLING".

    Roman numerals (Super Bowl XX, the XX century), chromosomes, names such as TK Maxx and abbreviations
    that the article itself explains are left alone, and so is "the venue is TBC", which tells the reader
    something.
    """

    meta = al.Meta("placeholder", "something that was to be filled in", since="0.1")
    options_type = Options
    examples = (
        al.Flagged("The bridge cost [[TK]] million crowns."),
        al.Flagged("Ann Lee, [[TKTK]], said no."),
        al.Flagged("About [[XX]] people were hurt, and the repairs will cost [[$XX]] million."),
        al.Flagged("Mr [[XXX]] opened the bridge on [[XX]] May."),
        al.Flagged("[[Lorem ipsum dolor sit amet, consectetur adipiscing elit.]]"),
        al.Flagged("The mayor, Ann Lee, [[???]], opened the bridge."),
        al.Flagged("The captain, Bo Day [[(CQ)]], left at noon. [[CHECK SPELLING]]"),
        al.Flagged("The match on Friday, kick-off [[TBC]] will be shown live."),
        al.Flagged("[[ZZZ]] said no.", options={"words": ["ZZZ"]}),
        al.Clean("They met at Super Bowl XX, under Pope John XX, in the XX century."),
        al.Clean("Women have XX chromosomes; the XX Corps crossed the river."),
        al.Clean("“He told [name withheld] to wait,” read [the note](https://ferry.example)."),
        al.Clean("TK Maxx opens on Monday, and flight TK 1980 leaves at noon."),
        al.Clean("The Tarn Konsortium (TK) says that TK will pay."),
        al.Clean("The venue is still TBC. Doors: TBC."),
        al.Clean("“What??? No!” she said, and used “lorem ipsum” as filler."),
        al.Clean("The company, TK, makes lifts.", options={"allow": ["TK"]}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each placeholder outside quotations."""
        for match in PLACEHOLDER.finditer(doc.text):
            kind, words = match.lastgroup or "", match.group()
            span = al.Span(*match.span())
            if words in self.options.allow or (kind != "lorem" and doc.in_quote(span)):
                continue
            if _is_placeholder(doc, match, kind):
                yield self._report(doc, span)
        for word in self.options.words:
            for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", doc.text):
                yield self._report(doc, al.Span(*match.span()))

    def _report(self, doc: al.Document, span: al.Span) -> al.Finding:
        """Return the finding for a placeholder; a long one is shown in part."""
        words = doc.slice(span)
        shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
        return self.finding(span, f"“{shown}” is a placeholder: fill it in or cut it")


def _is_placeholder(doc: al.Document, match: re.Match[str], kind: str) -> bool:
    """Whether the words around a match of a kind allow no other meaning."""
    text, start, end = doc.text, match.start(), match.end()
    block = doc.block_at(start)
    before = text[max(start - 40, block.span.start) : start]
    after = text[end : min(end + 40, block.span.end)]
    if block.kind is al.BlockKind.BLOCKQUOTE and kind not in {"tk", "lorem"}:
        # A quoted letter or form may have blanks of its own.
        return False
    if block.kind is al.BlockKind.TABLE_CELL and match.group().strip("[]") == "TK":
        # TK may be a language code in a column of codes.
        return False
    if kind == "tk":
        return match.group() != "TK" or _stands_for_nothing(doc, match, after)
    if kind == "xx":
        return _is_missing_number(match.group(), before, after)
    if kind == "tbc":
        if block.kind in {al.BlockKind.TABLE_CELL, al.BlockKind.LIST_ITEM, al.BlockKind.CAPTION}:
            return False
        return not _STATED.search(before) and not _capitalised(after) and _not_explained(doc, match.group())
    return True


def _capitalised(after: str) -> bool:
    """Whether the next word has a capital and is no month."""
    follower = _WORD_AFTER.match(after)
    return bool(follower and follower[1][0].isupper() and follower[1] not in MONTHS)


def _stands_for_nothing(doc: al.Document, match: re.Match[str], after: str) -> bool:
    """Whether TK neither begins a name (TK Maxx) nor is an abbreviation that the article explains."""
    if after.startswith(" ") and _capitalised(after):
        return False
    return _not_explained(doc, match.group()) and "Airlines" not in doc.text


def _not_explained(doc: al.Document, letters: str) -> bool:
    """Whether the article never explains the letters, as in "Tarn Kommune (TK)", "thymidine kinase (TK)"."""
    for match in re.finditer(rf"((?:[\w’'-]+ ){{1,6}})\({letters}\)", doc.text):
        words = match[1].upper().split()
        initials = "".join(word[0] for word in words)
        if initials.endswith(letters) or (words[-1][0] == letters[0] and letters[-1] in words[-1]):
            return False
    return True


def _is_missing_number(found: str, before: str, after: str) -> bool:
    """Whether XX is neither a Roman numeral nor a chromosome, a size or a name."""
    follower = _WORD_AFTER.match(after)
    if follower and (follower[1].lower() in _NOT_PLACEHOLDERS or _capitalised(after)):
        return False
    if found not in {"XX", "XXX"}:
        return True
    word = _WORD_BEFORE.search(before)
    if word is None or not word[1][0].isupper():
        return not after.startswith(("/", "-rated"))
    return word[1].lower().rstrip(".") in _BEFORE_BLANKS
