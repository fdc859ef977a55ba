"""name-order: somebody called by the surname before the full name, or never introduced."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.facts.introductions import stands_alone, unintroduced_speakers
from articlelint_rules.facts.kin import KIN, has_kin_before

_SUMMARIES = frozenset(
    {
        al.BlockKind.HEADLINE,
        al.BlockKind.CROSSHEAD,
        al.BlockKind.STANDFIRST,
        al.BlockKind.CAPTION,
        al.BlockKind.ALT_TEXT,
        al.BlockKind.BYLINE,
        al.BlockKind.TABLE_CELL,
    }
)
"""Blocks that may call somebody by the surname."""
_KIN_REACH = 8
"""How many tokens before a full name are searched for a relative's role."""
_PERSON_OR_NOTHING = frozenset({al.EntityKind.PERSON, None})
"""What the reader may take a surname for whose first name stands elsewhere."""
_IS_DESCRIBED = re.compile(r", (?:an?|the) ")
"""What follows a name that the text explains at once, often a firm's: Haddad, the shipping company, said."""
_NOT_GIVEN = al.words.prepositions.COMMON | al.words.titles.TITLES | al.words.determiners.BASIC
_NATIONS = frozenset({al.gazetteer.NameKind.COUNTRY, al.gazetteer.NameKind.PEOPLE})
_REPORTED = 0.8
_TOP = 3
"""How many blocks at the top may be headlines without markup, or summaries."""
_HEADLINE_WORDS = 20
"""The most words of one of them; what follows a longer block is text."""


class Options(NamedTuple):
    """Who needs no introduction."""

    known: tuple[str, ...] = ()
    """Surnames of people whom every reader knows."""


class NameOrder(al.Rule[Options]):
    """
    Somebody is called by the surname before the full name stands, or is quoted and never introduced.

    “Haddad said so” in the second paragraph and “Jane Haddad, a spokeswoman,” in the sixth is what is left
    when paragraphs are moved: the reader asks who Haddad is. The first mention is reported, and points to the
    introduction. A surname that is quoted as a speaker, or stands beside “said”, and nowhere with a first
    name, a role or a title other than Mr and Ms is an info. So is a first mention by surname alone where the
    full name comes later without a role, an age or a title: the reader may know the person.

    What may be a first name as well ("Taylor said") counts as a surname only where the article calls two or
    more other people by theirs.

    Headlines, standfirsts, captions, short blocks at the top, quotations, relatives of somebody with the
    surname, and surnames before a noun (“the Haddad report”) are left alone. List under `known` whom every
    reader knows.
    """

    meta = al.Meta(
        "name-order",
        "a surname before the full name",
        since="0.1",
        severity=al.Severity.INFO,
        warning_from=0.5,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "It was late when [[Haddad]] spoke. Then Jane Haddad, a spokeswoman for the port, left.",
            severity=al.Severity.WARNING,
        ),
        al.Flagged(
            "Port strike\n\nThe strike in the port of Tarn goes on, and nobody knows when it will end or "
            "who will have to pay for it, [[Haddad]] told the town.\n\nMayor Jane Haddad left on Friday.",
            severity=al.Severity.WARNING,
        ),
        al.Flagged(
            "The race was won when [[Haddad]] fell. The winner was Jane Haddad, 34, of Tarn, they said."
        ),
        al.Flagged("“It is over,” said [[Haddad]]. “We left.” It rained.", severity=al.Severity.INFO),
        al.Flagged(
            "It was late when [[Haddad]] spoke. Then they all met Jane Haddad at the port.",
            severity=al.Severity.INFO,
        ),
        al.Flagged("It rained. [[Haddad]] said the port shut. Mr Haddad left", severity=al.Severity.INFO),
        al.Flagged(
            "They heard that [[Bush]] spoke. Then the town met Jane Bush at the port.",
            severity=al.Severity.INFO,
        ),
        al.Flagged("“It is over,” said [[Haddad]], who left. It rained.", severity=al.Severity.INFO),
        al.Clean("“It is over,” said Haddad, a painter. It rained."),
        al.Clean("It rained when Ajax lost. Then An Ajax spokesman left."),
        al.Clean("Pastor Jo Haddad left. Haddad was ill. Then Jane Haddad, a spokeswoman, spoke."),
        al.Clean("It rained. Jane Haddad was there. Haddad said the port was shut."),
        al.Clean("Then Jane Haddad, a spokeswoman for the port, left. It was late when Haddad spoke."),
        al.Clean("It was late when Haddad spoke. His wife, Jane Haddad, 34, left."),
        al.Clean("The Haddad report is out. Jane Haddad, a spokeswoman for the port, left."),
        al.Clean("“Haddad is ill,” she said. Jane Haddad, a spokeswoman, left."),
        al.Clean("“It is over,” said Grace. Tarn agreed, Reuters said."),
        al.Clean("“It is over,” said Haddad.", options={"known": ["Haddad"]}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each person who is named in the wrong order or never introduced."""
        for person in doc.people:
            if person.surname not in self.options.known:
                yield from self._before_full_name(doc, person)
        yield from self._never_introduced(doc)

    def _before_full_name(self, doc: al.Document, person: al.Person) -> Iterator[al.Finding]:
        """Yield a finding for the first mention of a person who is introduced later."""
        if person.first.is_full:
            return
        full = [mention for mention in person.mentions if mention.is_full]
        if not full or _is_relative(doc, full[0]):
            return
        surely = [mention for mention in full if _is_surely_named(doc, person, mention)]
        described = bool(full[0].roles or full[0].ages or full[0].titles)
        if not described and not surely:
            return
        introduction = full[0] if described else surely[0]
        longer = _first_longer(doc, person.surname)
        for mention in person.mentions:
            if mention.is_full:
                return
            if mention.titles or _is_summary(doc, mention) or doc.may_be_quoted(mention.span):
                continue
            if longer is not None and longer.span.start < mention.span.start:
                return
            if _IS_DESCRIBED.match(doc.text, mention.span.end):
                return
            if mention.words[0].isupper() or doc.text.startswith(":", mention.span.end):
                continue  # a heading without markup
            if stands_alone(doc, mention.span, _kinds(doc, mention, surely=bool(surely))):
                yield self.finding(
                    mention.span,
                    f"“{person.surname}” is introduced only later, as “{person.name}”: "
                    "give the full name here",
                    related=[al.Related(introduction.span, f"“{person.name}” is introduced here")],
                    confidence=_REPORTED if described else None,
                )
                return

    def _never_introduced(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield a finding for each surname that speaks, and is not introduced anywhere."""
        for name in unintroduced_speakers(doc, self.options.known):
            yield self.finding(
                name.span,
                f"“{name.last}” speaks, and nothing says who that is: add the first name and the role",
            )


def _is_surely_named(doc: al.Document, person: al.Person, mention: al.Mention) -> bool:
    """Whether a mention without a role is certainly a first name and a surname."""
    if mention.kind in _SUMMARIES:
        return False
    first = mention.words[0].lower()
    given = al.gazetteer.name_kinds(first)
    if first in _NOT_GIVEN or first in doc.spellings:
        return False  # In Haddad, Dean Haddad, An Haddad office, Many Haddads
    surname = person.surname.lower()
    if not _NATIONS.isdisjoint(al.gazetteer.name_kinds(surname)):
        return False  # Santiago de Cuba
    # Of everyday words, those that are listed with a capital as well are surnames: Bush, not Council.
    is_name = not al.lexicon.is_common(surname) or al.lexicon.name_size(surname) > 0
    return is_name and al.gazetteer.NameKind.GIVEN in given


def _kinds(doc: al.Document, mention: al.Mention, *, surely: bool) -> frozenset[al.EntityKind | None]:
    """Return what the reader may take a surname for; ``surely`` says that it is certainly a person's."""
    if not surely:
        return _PERSON_OR_NOTHING
    first = bisect_right(doc.tokens.starts, mention.span.start) - 1
    listed = al.gazetteer.NameKind.SURNAME in al.gazetteer.name_kinds(mention.words[-1].lower())
    if not listed or (first and doc.lowered[first - 1] in al.words.prepositions.COMMON):
        return _PERSON_OR_NOTHING | {al.EntityKind.GROUP}  # Ajax; born in Haddad
    return _PERSON_OR_NOTHING | {al.EntityKind.GROUP, al.EntityKind.PLACE}


def _first_longer(doc: al.Document, surname: str) -> al.Name | None:
    """Return the first longer name with a surname; people do not have all of them: Pastor Jo Haddad."""
    return next((name for name in doc.names if len(name.words) > 1 and name.last == surname), None)


def _is_summary(doc: al.Document, mention: al.Mention) -> bool:
    """Whether a mention is in a headline, a caption or the like, or in the short blocks at the top."""
    if mention.kind in _SUMMARIES:
        return True
    for block in doc.blocks[: min(_TOP, len(doc.blocks) - 1)]:
        if len(doc.slice(block.span).split()) > _HEADLINE_WORDS:
            return False
        if block.span.contains(mention.span):
            return True
    return False


def _is_relative(doc: al.Document, mention: al.Mention) -> bool:
    """Whether a full name is that of somebody's relative, who may not be the one with the surname alone."""
    return has_kin_before(doc, mention.span, _KIN_REACH) or any(role.noun in KIN for role in mention.roles)
