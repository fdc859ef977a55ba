"""conflicting-role: one person with two titles or roles that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al

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
    ("rep", "congressman", "congresswoman"), "house"
)
"""The chamber of Congress, or of a state, whose member has a title."""
_COURTESY = {"mr": "man", "sir": "man"} | dict.fromkeys(("mrs", "ms", "miss", "dame"), "woman")


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
    and Ms. The later of the two is reported, and points to the first.

    Roles that somebody had, or does not have yet, are left alone: “former Sen.”, “then-Rep.”, “the late”.
    So are titles before a surname alone that are for a man in one place and for a woman in another, because
    they may mean another person of the same family, and people whose surname several people in the
    article have.
    """

    meta = al.Meta("conflicting-role", "one person with two exclusive titles", since="0.1")
    examples = (
        al.Flagged("Sen. Jane Doe voted for the bill. [[Rep.]] Jane Doe said it was late."),
        al.Flagged("Sen. Jane Doe voted for the bill. It was late, [[Rep.]] Doe said."),
        al.Flagged("Jane Doe, a spokeswoman for the port, was there. [[Spokesman]] Jane Doe said so."),
        al.Flagged("The port's chairwoman, Ann Bell, left. Bell, [[the chairman]], was ill."),
        al.Flagged("Mr Chris Bell spoke first. [[Ms]] Chris Bell answered nobody."),
        al.Clean("Sen. Jane Doe met Rep. Mark Bell and Sen. Ann Fox."),
        al.Clean("Former Rep. Jane Doe spoke. Sen. Jane Doe was elected last year."),
        al.Clean("Jane Doe, then a spokesman for the port, is a spokeswoman for the town."),
        al.Clean("Mr Mark Doe left. Mrs Doe stayed. Mr Doe is late."),
        al.Clean("Sen. Jane Doe and Rep. Mark Doe are siblings. Rep. Doe is older."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each title or role that the first one of the same person excludes."""
        for person in doc.people:
            first: dict[str, _Claim] = {}
            for claim in _claims(person):
                earlier = first.setdefault(claim.question, claim)
                if claim.answer == earlier.answer:
                    continue
                if claim.question == "courtesy" and not (claim.full and earlier.full):
                    continue
                here, before = doc.slice(claim.span), doc.slice(earlier.span)
                yield self.finding(
                    claim.span,
                    f"{person.name} is “{here}” here and “{before}” before: check which is right",
                    related=[al.Related(earlier.span, f"“{before}” here")],
                )


def _claims(person: al.Person) -> Iterator[_Claim]:
    """Yield what the titles and the roles of a person say, in order."""
    for mention in person.mentions:
        words = [(title, mention.title) for title in mention.titles if not mention.past]
        words += [(role.noun, role.span) for role in mention.roles if not role.past]
        for word, span in words:
            for question, answer in _meanings(word):
                if span is not None:
                    yield _Claim(question, answer, span, mention.is_full)


def _meanings(word: str) -> Iterator[tuple[str, str]]:
    """Yield the questions that a title or a role answers, with its answers."""
    if word in _CHAMBERS:
        yield "chamber", _CHAMBERS[word]
    if word in _COURTESY:
        yield "courtesy", _COURTESY[word]
    for pair in _PAIRS:
        if word in pair:
            yield pair[0], word
