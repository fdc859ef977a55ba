"""The rule lowercase-name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.context import Context
from articlelint_rules.capitals.gazetteer import compounds, names, written
from articlelint_rules.capitals.long_names import Slip, compound_slip, half_slip, part_slip
from articlelint_rules.capitals.name_odds import is_lost_name
from articlelint_rules.capitals.name_words import (
    DAYS,
    LANDMARKS,
    LAST_WORDS,
    MODIFIERS,
    MONTH_WORDS,
    MONTHS,
    STREETS,
)
from articlelint_rules.capitals.single_names import date_reason, name_reason
from articlelint_rules.capitals.usage import BODY, plain, usage_of

NAME_PARTS = (
    DAYS | LANDMARKS | LAST_WORDS | MODIFIERS | MONTH_WORDS | MONTHS | STREETS | {"china", "wales", "french"}
)
KINDS = BODY | {al.BlockKind.LIST_ITEM, al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD, al.BlockKind.CAPTION}


class LowercaseName(al.Rule[al.NoOptions]):
    """
    A name has lost its capital: friday, ukrainian, angela Merkel, the african Union, New york.

    Days, months, countries, peoples, languages, cities, people and organisations are known from tables; a
    name that the article capitalises everywhere else is taken from the article itself.

    Left alone: words that are names only at times (may, will, china, polish, mobile, turkey), names that
    write themselves small (iPad, de Gaulle, bell hooks), Latin names of species, roman type and french
    fries, web addresses and file names, and passages in other languages.
    """

    meta = al.Meta("lowercase-name", "a name that has lost its capital", since="0.1")
    examples = (
        al.Flagged(
            "They met on [[friday]] and again in [[october]].",
            fixed="They met on Friday and again in October.",
        ),
        al.Flagged("She was born on 11 [[march]] 1985.", fixed="She was born on 11 March 1985."),
        al.Flagged("The [[ukrainian]] president flew to [[berlin]]."),
        al.Flagged("Talks with [[angela]] Merkel ended late."),
        al.Flagged("He spoke to the [[african]] Union and to the [[justice Department]]."),
        al.Flagged("The mayor of [[New york]] and an envoy of the [[United nations]] agreed."),
        al.Clean("You may march on, will or no will; the china and the turkey were on the table."),
        al.Clean("Add french fries, and set the page numbers in roman type."),
        al.Clean("The worm C. elegans lives in soil; the general was called de Gaulle."),
        al.Clean("The polish on the mobile came off, and the south wall fell."),
        al.Clean("The local Department of Health met the former Union leader."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Words that are names, without a capital."""
        for slip in find_slips(doc):
            span = al.Span(doc.tokens.starts[slip.first], doc.tokens.ends[slip.last])
            safety = al.Safety.SAFE if slip.safe else al.Safety.UNSAFE
            fix = None if doc.in_quote(span) else self.replace(span, slip.better, safety)
            yield self.finding(span, f"{slip.reason}: write “{slip.better}”", fix=fix)


def find_slips(doc: al.Document) -> Iterator[Slip]:
    """The slips of a document, in order; no word is in two."""
    usage = usage_of(doc)
    if usage.shouts:
        return
    for sentence in doc.sentences:
        if doc.blocks[sentence.block].kind in KINDS:
            yield from _slips_in(Context(doc, sentence, usage))


def _slips_in(context: Context) -> Iterator[Slip]:
    """The slips of a sentence; none where it is in another language."""
    texts, kinds = context.doc.tokens.texts, context.doc.tokens.kinds
    taken = context.begin
    for i in context.sentence.tokens:
        word = texts[i]
        followed = i + 1 < context.end and texts[i + 1][0].isupper()
        if (is_everyday(word) and not followed) or i < taken or kinds[i] is not al.TokenKind.WORD:
            continue
        slip = compound_slip(context, i) if begins_compound(word) else None
        if slip is None and i > context.begin and word[0].islower():
            slip = word_slip(context, i)
        if slip is not None:
            if context.is_foreign:
                return
            taken = slip.last + 1
            yield slip


@lru_cache(maxsize=1 << 14)
def begins_compound(word: str) -> bool:
    """Whether a known name of several words begins with a word."""
    return plain(word) in compounds()


@lru_cache(maxsize=1 << 15)
def is_everyday(word: str) -> bool:
    """Whether a word, as most, is in every dictionary and names nothing: it needs no second look."""
    if not word[0].isalpha():
        return True
    if begins_compound(word):
        return False
    if word[0].isupper():
        return True
    if not al.lexicon.is_common(word) or al.lexicon.name_size(word) or word.endswith(("'s", "’s")):
        return False
    return not names(word) and word not in NAME_PARTS


def word_slip(context: Context, i: int) -> Slip | None:
    """The slip that begins at a token inside a sentence, if it is one."""
    word = context.at(i)
    if len(word) == 1 or context.is_code(i) or not word.translate(JOINERS).isalpha():
        return None
    lower = plain(word)
    reason = date_reason(context, i, lower)
    if reason:
        return Slip(i, i, word[0].upper() + word[1:], reason, safe=True)
    if not word.islower():
        slip = half_slip(context, i)
        return None if slip is None or context.foreign_neighbours(i) else slip
    reason = name_reason(context, i, lower)
    if reason:
        return Slip(i, i, written(word), reason)
    slip = part_slip(context, i, lower)
    if slip is not None and context.foreign_neighbours(i) <= 1:
        return slip
    return Slip(i, i, written(word), "This seems to be a name") if is_lost_name(context, i, lower) else None


JOINERS = str.maketrans("", "", "-'’")
