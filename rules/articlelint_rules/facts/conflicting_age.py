"""conflicting-age: one person with two ages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import articlelint as al
from articlelint_rules.facts.kin import has_kin_before
from articlelint_rules.facts.years import is_year, years_near, years_of

_KIN_REACH = 3
"""How many tokens before a name are searched for a relative's role."""
_OPENING = 3
"""How many words of a sentence may have its year: In May 2019."""


class ConflictingAge(al.Rule[al.NoOptions]):
    """
    One person has two ages in one article.

    “Jane Doe, 34,” at the top and “Doe is 43” at the end: one of them is wrong. The second age is reported,
    and points to the first.

    Ages at another time are left alone: “at 17”, “was 12 when”, “then 30”, “25 at the time”, and an age in a
    sentence with a year, if somebody would have been so old in that year. So are people who share a surname,
    unless the first name stands beside both ages, and names with a number, as courts give to people who are
    not named, and relatives of the same name ("their son, Jo Doe, 58").
    """

    meta = al.Meta("conflicting-age", "one person with two ages", since="0.1")
    examples = (
        al.Flagged("Jane Doe, 34, won the race. Doe, [[43]], has run for years."),
        al.Flagged("It was won by 34-year-old Jane Doe. Jane Doe is [[35]]."),
        al.Flagged("Mark Bell (28) won. Second was the 27-year-old Ann Fox. Bell, aged [[38]], was happy."),
        al.Flagged("Winner: Jane Doe, 34.\n\nIt was a windy day in Tarn. Jane Doe, [[24]], ran alone."),
        al.Clean("Jane Doe, 34, won the race. Doe, 34, has run for years."),
        al.Clean("Jane Doe, 34, won the race. Jane Doe was 12 when she began. Doe, then 20, was slow."),
        al.Clean("Jane Doe, 34, ran with her brother, Mark Doe, 38. Their cousin is Ann Doe, 40."),
        al.Clean("The court heard Jane Doe #1, 15, and Jane Doe #2, 17."),
        al.Clean("Jane Doe, 50, will be free in 2012. In January 1982, 20-year-old Doe met a clerk."),
        al.Flagged("Jane Doe, 34, left. Jane Doe, a [[43]]-year-old nurse from Tarn, said so."),
        al.Clean(
            "Jo Doe, 83, met Ann Bell, 81. Their son, Jo Doe, 58, was there, and so was his son Jo Doe, 9."
        ),
        al.Clean("Jane Doe, 34, left. In 2019, Doe, 28, was a clerk."),
        al.Clean("Jane Doe, 34, left. Jane Doe, a 12-year-old bay mare, won, and so did Ann, a 9-year-old."),
        al.Flagged("Jane Doe, 50, will be free in 2012. In January 1982, [[40]]-year-old Doe met a clerk."),
        al.Clean("Jane Doe, 34, said Jane Doe, 20 at the time, was slow."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each present age that is not the first one of the same person."""
        for person in doc.people:
            ages = list(_present_ages(doc, person))
            for age in ages[1:]:
                before = ages[0]
                if age.years == before.years or _is_explained(doc, before, age):
                    continue
                yield self.finding(
                    age.span,
                    f"{person.name} is {age.years} here and {before.years} before: check which is right",
                    related=[al.Related(before.span, f"{before.years} here")],
                )


def _present_ages(doc: al.Document, person: al.Person) -> Iterator[al.Age]:
    """Yield the present ages of a person, but not those of a relative of the same name: their son, Jo Doe."""
    for mention in person.mentions:
        if mention is person.first or not has_kin_before(doc, mention.span, _KIN_REACH):
            yield from (age for age in mention.ages if not age.past)


def _opens_with_year(doc: al.Document, span: al.Span) -> bool:
    """Whether a sentence begins with "In 2019" or "In May 2019", and so is of another time than the rest."""
    first = doc.sentences_in(span)[0].tokens.start
    opening = doc.lowered[first : first + _OPENING]
    return opening[0] == "in" and any(is_year(word) for word in opening)


def _is_explained(doc: al.Document, one: al.Age, other: al.Age) -> bool:
    """Whether the years in the sentences of two ages are as far apart as the ages, or may be."""
    years, other_years = years_near(doc, one.span), years_near(doc, other.span)
    if not years and not other_years:
        return False
    passed = other.years - one.years
    possible = years_of(doc)
    if any(
        abs(then - before - passed) <= 1 for before in years or possible for then in other_years or possible
    ):
        return True
    if doc.published is not None or (years and other_years):
        return False
    # The article may be of any year after the last one in it.
    now = {year + passed for year in years} | {year - passed for year in other_years}
    last = max(possible)
    another_time = _opens_with_year(doc, one.span) or _opens_with_year(doc, other.span)
    return (another_time or last not in years | other_years) and any(year >= last for year in now)
