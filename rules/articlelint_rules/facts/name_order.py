"""name-order: somebody called by the surname before the full name, or never introduced."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.distance import one_slip

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
_KIN = frozenset(
    """
    wife husband widow widower spouse partner son daughter father mother brother sister parent parents
    children child sons daughters brothers sisters uncle aunt nephew niece cousin grandson granddaughter
    grandfather grandmother stepson stepdaughter twin family
    """.split()
)
_KIN_REACH = 8
"""How many tokens before a full name are searched for a relative's role."""
_PERSON_OR_NOTHING = frozenset({al.EntityKind.PERSON, None})
"""What the reader may take a surname for whose first name stands elsewhere."""
_BEFORE_BODY = al.words.determiners.BASIC | {"&"}
"""Words before the name of a body: the Haddad, Bell & Haddad."""
_SAYING = frozenset({"said", "says", "added", "adds"})
_REPORTED = 0.8
_HEADLINE_WORDS = 20
"""The most words of one of the first two blocks that may be a headline without markup, or a summary."""


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
        introduction = next((mention for mention in person.mentions if mention.is_full), None)
        if introduction is None or _is_relative(doc, introduction):
            return
        described = bool(introduction.roles or introduction.ages or introduction.titles)
        surely = _is_surely_named(doc, person, introduction)
        if not described and not surely:
            return
        kinds = _PERSON_OR_NOTHING | {al.EntityKind.GROUP} if surely else _PERSON_OR_NOTHING
        for mention in person.mentions:
            if mention.is_full:
                return
            if mention.titles or _is_summary(doc, mention) or doc.may_be_quoted(mention.span):
                continue
            if mention.words[0].isupper() or doc.text.startswith(":", mention.span.end):
                continue  # a heading without markup
            if _stands_alone(doc, mention.span, kinds):
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
        if _SAYING.isdisjoint(doc.positions):
            return
        speakers = {
            attribution.speaker
            for quote, attribution in doc.attributions.items()
            if quote.kind is al.QuoteKind.SENTENCE and attribution.cue is not None
        }
        longer = {word for name in doc.names if len(name.words) > 1 for word in name.words}
        seen = longer | set(self.options.known)
        seen |= {person.surname for person in doc.people if _is_introduced(person)}
        titled = {person.surname for person in doc.people if person.surname not in seen}  # Mr Haddad
        alone = [name for name in doc.names if len(name.words) == 1]
        introduced = {name.words[0] for name in alone if doc.text[name.span.end : name.span.end + 1] in ",("}
        introduced |= {name.words[0] for name in alone if _has_determiner(doc, name)}
        for name in alone:
            surname = name.words[0]
            if not (name.span in speakers or _says(doc, name)) or surname in seen or surname in introduced:
                continue
            seen.add(surname)
            if any(one_slip(surname, other) for other in longer):
                continue  # a slip for somebody who is introduced
            may_be_surname = surname in titled or _may_be_surname(surname)
            if may_be_surname and _stands_alone(doc, name.span, {al.EntityKind.PERSON}):
                yield self.finding(
                    name.span,
                    f"“{surname}” speaks, and nothing says who that is: add the first name and the role",
                )


def _is_introduced(person: al.Person) -> bool:
    """Whether anything says who somebody is: a first name, a role, an age or a title such as Senator."""
    return any(
        mention.is_full
        or mention.roles
        or mention.ages
        or any(title not in al.words.titles.COURTESY_TITLES for title in mention.titles)
        for mention in person.mentions
    )


def _has_determiner(doc: al.Document, name: al.Name) -> bool:
    """Whether a word such as "the" stands before a name, which is then that of a thing or a body."""
    first = name.tokens.start
    return first > 0 and doc.lowered[first - 1] in al.words.determiners.BASIC


def _says(doc: al.Document, name: al.Name) -> bool:
    """Whether a verb of saying stands beside a name, outside of quotations: Haddad said that it rained."""
    after = doc.lowered[name.tokens.stop : name.tokens.stop + 1]
    before = doc.lowered[max(name.tokens.start - 1, 0) : name.tokens.start]
    return not _SAYING.isdisjoint((*before, *after)) and not doc.may_be_quoted(name.span)


def _is_surely_named(doc: al.Document, person: al.Person, mention: al.Mention) -> bool:
    """Whether a mention without a role is the writer's, and certainly a first name and a surname."""
    if mention.kind in _SUMMARIES or doc.may_be_quoted(mention.span):
        return False
    first = mention.words[0].lower()
    given = al.gazetteer.name_kinds(first)
    if first in al.words.prepositions.COMMON or first in doc.spellings:
        return False  # In Haddad, Many Haddads
    return al.gazetteer.NameKind.GIVEN in given and not al.lexicon.is_common(person.surname.lower())


def _is_summary(doc: al.Document, mention: al.Mention) -> bool:
    """Whether a mention is in a headline, a caption or the like, or in a short block at the top."""
    if mention.kind in _SUMMARIES:
        return True
    top = (block for block in doc.blocks[:2] if block.span.contains(mention.span))
    return any(len(doc.slice(block.span).split()) <= _HEADLINE_WORDS for block in top) and len(doc.blocks) > 1


def _is_relative(doc: al.Document, mention: al.Mention) -> bool:
    """Whether a full name is that of somebody's relative, who may not be the one with the surname alone."""
    first = bisect_right(doc.tokens.starts, mention.span.start) - 1
    before = doc.lowered[max(first - _KIN_REACH, 0) : first]
    return not _KIN.isdisjoint(before) or any(role.noun in _KIN for role in mention.roles)


def _stands_alone(doc: al.Document, span: al.Span, kinds: Collection[al.EntityKind | None]) -> bool:
    """
    Whether the reader takes a word for a name of one of these kinds, and not for part of a longer one.

    ``kinds`` may contain None, for a word that the reader takes for no name.
    """
    token = bisect_right(doc.tokens.starts, span.start) - 1
    sentence = doc.sentence_of(token)
    texts = doc.tokens.texts
    if token and doc.lowered[token - 1] in _BEFORE_BODY:
        return False
    following = doc.text[span.end : span.end + len("’s X")]
    if following.startswith(" &") or (following[1:3] == "s " and following[-1].isupper()):
        return False  # Haddad & Company, Haddad's Game of Life
    if token > sentence.tokens.start and texts[token - 1][0].isupper() and texts[token - 1][0].isalpha():
        opens = token - 1 == sentence.tokens.start and not al.lexicon.name_size(doc.lowered[token - 1])
        if not opens:
            return False  # part of a longer name, such as Ji-hoon Haddad
    reading = doc.read(sentence)
    word = reading.word_of(token)
    if word.entity not in kinds or word.relation in {"compound", "amod", "nmod"}:
        return False
    if token > sentence.tokens.start and reading.word_of(token - 1).tag is al.Tag.NOUN:
        return False  # frontman Haddad
    # The Bush and Haddad years
    before_noun = token + 1 < sentence.tokens.stop and reading.word_of(token + 1).tag is al.Tag.NOUN
    return not before_noun or texts[token] != doc.slice(span)


def _may_be_surname(word: str) -> bool:
    """Whether a word is a surname and no first name by our lists, or in no list and no everyday word."""
    kinds = al.gazetteer.name_kinds(word.lower())
    if not kinds:
        return not al.lexicon.is_common(word.lower()) and word.istitle()
    return al.gazetteer.NameKind.SURNAME in kinds and al.gazetteer.NameKind.GIVEN not in kinds
