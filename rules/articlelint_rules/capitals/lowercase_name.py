"""The rule lowercase-name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator

import articlelint as al
from articlelint_rules.capitals.context import Context
from articlelint_rules.capitals.facts import JOINERS
from articlelint_rules.capitals.gazetteer import compounds, seconds, written
from articlelint_rules.capitals.long_names import Slip, compound_slip, half_slip, part_slip
from articlelint_rules.capitals.name_odds import is_lost_name
from articlelint_rules.capitals.name_words import LAST_WORDS
from articlelint_rules.capitals.single_names import DATES, date_reason, name_reason
from articlelint_rules.capitals.usage import BODY, Usage, usage_of

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
    kinds = [block.kind in KINDS for block in doc.blocks]
    known = _known_names(doc, usage)
    candidates = sorted(known.union(_candidates(usage), _own_names(doc, usage)))
    at = 0
    while at < len(candidates):
        sentence = doc.sentences[bisect_right(usage.firsts, candidates[at]) - 1]
        begun, at = at, bisect_left(candidates, sentence.tokens.stop, at)
        if kinds[sentence.block]:
            yield from _slips_in(Context(doc, sentence, usage), candidates[begun:at], known)


def _known_names(doc: al.Document, usage: Usage) -> set[int]:
    """The tokens that the next goes on with to a name of several words, with capitals or without."""
    facts, positions, pairs = usage.facts, doc.positions, compounds()
    return {
        i - 1
        for second in seconds().intersection(positions)
        for i in positions[second]
        if i and (facts[i - 1].plain, facts[i].plain) in pairs
    }


def _own_names(doc: al.Document, usage: Usage) -> Iterator[int]:
    """Where a name of the article, in lower case, has no capital."""
    texts, kinds = doc.tokens.texts, doc.tokens.kinds
    for facts in usage.rare:
        if facts.plain in usage.alone:
            for i in doc.positions[facts.lower]:
                if texts[i] == facts.text and kinds[i] is al.TokenKind.WORD:
                    yield i


def _candidates(usage: Usage) -> set[int]:
    """
    The tokens that deserve a look for their own sake or for that of a capital beside.

    Most words are names neither by themselves nor by the words around them, whatever these are.
    """
    facts, begins = usage.facts, usage.begins
    found: set[int] = set()
    for i in usage.notable:
        if not facts[i].upper:
            found.add(i)
            continue
        # What opens a sentence is no candidate, and what stands before that is in another.
        if i not in begins and i - 1 not in begins:
            before = facts[i - 1]
            # "the second World War", "the Second world War"
            if not before.upper and (
                not before.everyday
                or before.may_open_name()
                or (facts[i].lower in LAST_WORDS and facts[i - 2].upper)
            ):
                found.add(i - 1)
        if i + 1 not in begins and not facts[i + 1].everyday:
            found.add(i + 1)
    return found - begins


def _slips_in(context: Context, candidates: Iterable[int], known: Container[int]) -> Iterator[Slip]:
    """The slips of a sentence; none where it is in another language."""
    taken = context.begin
    for i in candidates:
        if i < taken:
            continue
        slip = compound_slip(context, i) if i in known else None
        if slip is None and i > context.begin and context.facts[i].text[0].islower():
            slip = word_slip(context, i)
        if slip is not None:
            if context.is_foreign():
                return
            taken = slip.last + 1
            yield slip


def word_slip(context: Context, i: int) -> Slip | None:
    """The slip that begins at a token inside a sentence, if it is one."""
    facts = context.facts[i]
    word, lower = facts.text, facts.plain
    if len(word) == 1 or not (word.isalpha() or word.translate(JOINERS).isalpha()):
        return None
    slip = _word_slip(context, i, word, lower)
    return None if slip is None or context.is_code(i) else slip


def _word_slip(context: Context, i: int, word: str, lower: str) -> Slip | None:
    """The same of a word that consists of letters, code or not."""
    reason = date_reason(context, i, lower) if lower in DATES else ""
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
