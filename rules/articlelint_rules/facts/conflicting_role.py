"""conflicting-role: one person with two titles or roles that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al
from articlelint_rules.facts.years import mentions_years

_PAIRS = (
    ("spokesman", "spokeswoman"),
    ("chairman", "chairwoman"),
    ("businessman", "businesswoman"),
    ("congressman", "congresswoman"),
    ("councilman", "councilwoman"),
    ("alderman", "alderwoman"),
    ("assemblyman", "assemblywoman"),
    ("policeman", "policewoman"),
    ("salesman", "saleswoman"),
    ("sportsman", "sportswoman"),
    ("waiter", "waitress"),
    ("heir", "heiress"),
    ("widower", "widow"),
)
"""Words for one role, for a man and for a woman."""
_CHAMBERS = {"sen": "senate", "senator": "senate"} | dict.fromkeys(
    (
        "rep",
        "representative",
        "congressman",
        "congresswoman",
        "assemblyman",
        "assemblywoman",
        "assemblymember",
    ),
    "house",
)
"""The chamber of Congress, or of a state, whose member has a title."""
_COURTESY = {"mr": "man", "sir": "man"} | dict.fromkeys(("mrs", "ms", "miss", "dame"), "woman")
_OFFICES = (
    dict.fromkeys(_CHAMBERS, "congress")
    | dict.fromkeys(("gov", "governor"), "governor")
    | {"mayor": "mayor", "justice": "court"}
)
"""Offices that nobody holds together, by their titles."""
_GREAT_OFFICES = frozenset({"prime", "foreign", "home", "finance"})
"""Ministers or secretaries of one government, by the word before their title."""
_PORTFOLIO = re.compile(
    r"(?P<junior>\b(?:[Dd]eputy|[Ss]hadow) )?\b(?P<word>[A-Z][a-z]+) (?:Minister|Secretary)\Z"
)
_REACH = 40
_PROBABLY = 0.7
_AT_FULL_NAMES = frozenset({"courtesy", "office", "portfolio"})
"""Questions whose answers count only where the first name stands beside both."""
_BY_TIME = frozenset({"office", "portfolio"})
"""Questions that somebody may answer otherwise in another year."""


class _Claim(NamedTuple):
    """What a title or role says of a person: the answer to a question that has only one."""

    question: str
    answer: str
    span: al.Span
    full: bool
    """Whether the first name stands beside it."""


class ConflictingRole(al.Rule[al.NoOptions]):
    """
    One person has two titles or roles that exclude each other.

    Nobody is in both chambers of Congress (“Sen. Jane Doe”, “Rep. Doe”), a spokeswoman and a spokesman, or Mr
    and Ms. The later of the two is reported, and points to the first. Two offices before the full name, as in
    “Gov. Jane Doe” and “Sen. Jane Doe” or “Prime Minister” and “Foreign Minister”, are a warning, because the
    article may be of a time in which somebody held both.

    Offices in a sentence that has a year or says anything of years are left alone, and so are deputies and
    shadow ministers. Roles that somebody had, or does not have yet, are left alone: “former Sen.”,
    “then-Rep.”, “the late”. So are titles before a surname alone that are for a man in one place and for a
    woman in another, because they may mean another person of the same family, and people whose surname
    several people in the article have.
    """

    meta = al.Meta("conflicting-role", "one person with two exclusive titles", since="0.1", error_from=0.9)
    examples = (
        al.Flagged("Sen. Jane Doe voted for the bill. [[Rep.]] Jane Doe said it was late."),
        al.Flagged("Sen. Jane Doe voted for the bill. It was late, [[Rep.]] Doe said."),
        al.Flagged("Jane Doe, a spokeswoman for the port, was there. [[Spokesman]] Jane Doe said so."),
        al.Flagged("The port's chairwoman, Ann Bell, left. Bell, [[the chairman]], was ill."),
        al.Flagged("Mr Chris Bell spoke first. [[Ms]] Chris Bell answered nobody."),
        al.Flagged("Gov. Jane Doe voted. [[Sen.]] Jane Doe left.", severity=al.Severity.WARNING),
        al.Flagged("Prime Minister Mark Bell spoke. It was late. [[Foreign Minister]] Mark Bell left."),
        al.Flagged("Assemblywoman Jane Doe voted for the bill. [[Sen.]] Jane Doe said it was late."),
        al.Clean("Sen. Jane Doe met Rep. Mark Bell and Sen. Ann Fox."),
        al.Clean("Prime Minister Mark Bell spoke. In 2010, Foreign Minister Mark Bell was in Tarn."),
        al.Clean("Deputy Prime Minister Mark Bell spoke. It was late. Foreign Minister Mark Bell left."),
        al.Clean("Former Rep. Jane Doe spoke. Sen. Jane Doe was elected last year."),
        al.Clean("Jane Doe, then a spokesman for the port, is a spokeswoman for the town."),
        al.Clean("Mr Mark Doe left. Mrs Doe stayed. Mr Doe is late."),
        al.Clean("Sen. Jane Doe and Rep. Mark Doe are siblings. Rep. Doe is older."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each title or role that the first one of the same person excludes."""
        for person in doc.people:
            first: dict[str, _Claim] = {}
            for claim in _claims(doc, person):
                earlier = first.setdefault(claim.question, claim)
                if claim.answer == earlier.answer or not _conflict(doc, earlier, claim):
                    continue
                here, before = doc.slice(claim.span), doc.slice(earlier.span)
                yield self.finding(
                    claim.span,
                    f"{person.name} is “{here}” here and “{before}” before: check which is right",
                    related=[al.Related(earlier.span, f"“{before}” here")],
                    confidence=_PROBABLY if claim.question in _BY_TIME else None,
                )


def _conflict(doc: al.Document, earlier: _Claim, claim: _Claim) -> bool:
    """Whether two answers to one question cannot both be right."""
    if claim.question in _AT_FULL_NAMES and not (claim.full and earlier.full):
        return False
    by_time = claim.question in _BY_TIME
    return not by_time or not (mentions_years(doc, earlier.span) or mentions_years(doc, claim.span))


def _claims(doc: al.Document, person: al.Person) -> Iterator[_Claim]:
    """Yield what the titles and the roles of a person say, in order."""
    for mention in person.mentions:
        words = [(title, mention.title) for title in mention.titles if not mention.past]
        words += [(role.noun, role.span) for role in mention.roles if not role.past]
        for word, span in words:
            for question, answer in _meanings(word):
                if span is not None:
                    yield _Claim(question, answer, span, mention.is_full)
        if mention.title is not None and not mention.past:
            yield from _offices(doc, mention, mention.title)


def _offices(doc: al.Document, mention: al.Mention, title: al.Span) -> Iterator[_Claim]:
    """Yield the office that the last of the titles before a name says."""
    office = _OFFICES.get(mention.titles[-1])
    if office is not None:
        yield _Claim("office", office, title, mention.is_full)
    match = _PORTFOLIO.search(doc.text, max(title.end - _REACH, 0), title.end)
    if match is not None and match["word"].lower() in _GREAT_OFFICES and match["junior"] is None:
        span = al.Span(match.start("word"), title.end)
        yield _Claim("portfolio", match["word"], span, mention.is_full)


def _meanings(word: str) -> Iterator[tuple[str, str]]:
    """Yield the questions that a title or a role answers, with its answers."""
    if word in _CHAMBERS:
        yield "chamber", _CHAMBERS[word]
    if word in _COURTESY:
        yield "courtesy", _COURTESY[word]
    for pair in _PAIRS:
        if word in pair:
            yield pair[0], word
