"""The rule lowercase-name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.context import Context
from articlelint_rules.capitals.gazetteer import names, written
from articlelint_rules.capitals.long_names import Slip, compound_slip, half_slip, part_slip
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
            yield self.finding(span, f"{slip.reason}: write “{slip.better}”.", fix=fix)


def find_slips(doc: al.Document) -> Iterator[Slip]:
    """The slips of a document, in order; no word is in two."""
    usage = usage_of(doc)
    if usage.shouts:
        return
    for sentence in doc.sentences:
        if doc.blocks[sentence.block].kind not in KINDS:
            continue
        context = Context(doc, sentence, usage)
        if context.is_foreign():
            continue
        taken = context.begin
        for i in sentence.tokens:
            if i < taken or doc.tokens.kinds[i] is not al.TokenKind.WORD:
                continue
            slip = compound_slip(context, i) or (word_slip(context, i) if i > context.begin else None)
            if slip is not None:
                taken = slip.last + 1
                yield slip


@lru_cache(maxsize=1 << 14)
def is_everyday(word: str) -> bool:
    """Whether a word, as most, is in every dictionary and names nothing: it needs no second look."""
    if not al.lexicon.is_common(word) or al.lexicon.name_size(word) or word.endswith(("'s", "’s")):
        return False
    return not names(word) and word not in NAME_PARTS


def word_slip(context: Context, i: int) -> Slip | None:
    """The slip that begins at a token inside a sentence, if it is one."""
    word = context.at(i)
    if is_everyday(word) and not context.at(i + 1)[:1].isupper():
        return None
    if len(word) == 1 or not word[0].islower() or context.is_code(i) or not word.translate(JOINERS).isalpha():
        return None
    lower = plain(word)
    reason = date_reason(context, i, lower)
    if reason:
        return Slip(i, i, word[0].upper() + word[1:], reason, safe=True)
    foreign = context.foreign_neighbours(i)
    if not word.islower():
        return half_slip(context, i) if not foreign else None
    if foreign > 1:
        return None
    reason = name_reason(context, i, lower, foreign=foreign)
    return Slip(i, i, written(word), reason) if reason else part_slip(context, i, lower)


JOINERS = str.maketrans("", "", "-'’")
