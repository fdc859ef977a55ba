"""missing-hyphen: a number and a unit before the noun they describe, without a hyphen: a 10 year deal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import articlelint as al
from articlelint_rules.numbers import units

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_YEARS = range(1900, 2100)
_DETERMINERS = frozenset({"a", "an"})
_POINTERS = (
    al.words.determiners.ARTICLES
    | al.words.determiners.POSSESSIVES
    | frozenset("this that another each every one's first".split())
)
_STATING = frozenset({"is", "was", "are", "were", "be", "aged", "turned", "about", "only", "just"})
# "10 to 15 year terms" needs a hyphen after the 10 as well: it is reported without a fix.
_AGE_ENDINGS = tuple(f"-{age}" for age in sorted(units.AGES))
_RANGE = frozenset({"to", "or", "and", "by"})


class Options(NamedTuple):
    """Which units form compounds."""

    units: tuple[str, ...] = ()
    """Further units, in the singular and lower case, such as "furlong"."""
    ignore_units: tuple[str, ...] = ()
    """Units to leave alone, in the singular and lower case."""


class _Compound(NamedTuple):
    """A compound without its hyphens."""

    first: int
    """The index of the token of the number."""
    last: int
    """The index of the token of the unit, or of "old"."""
    fixable: bool
    """Whether hyphens between the tokens are all that is missing."""


class MissingHyphen(al.Rule[Options]):
    """
    A number and its unit need a hyphen before the noun they describe.

    "10 years", but "a 10-year deal": before a noun, a number and its unit are one adjective and take a
    hyphen, as the large style guides agree. The rule recognises the pair by a unit in the singular after a
    number above one. The same holds for ages ("a five-year-old boy") and fractions ("a two-thirds
    majority").

    Amounts that stand on their own (10 years, 10 percent, six foot tall), dates, nouns that begin with a unit
    of their own (two day trips, 27 member states) and units with a capital, as in names (Ninety Mile Beach)
    and headlines, are left alone.
    """

    meta = al.Meta(
        "missing-hyphen",
        "a number and unit before a noun, without hyphen",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    options_type = Options
    examples = (
        al.Flagged("They signed a [[10 year]] deal.", fixed="They signed a 10-year deal."),
        al.Flagged(
            "Both signed [[10 year]] security agreements.", fixed="Both signed 10-year security agreements."
        ),
        al.Flagged(
            "A [[five year old]] boy ran a [[3 mile]] race.", fixed="A five-year-old boy ran a 3-mile race."
        ),
        al.Flagged("It is for [[10 year olds]].", fixed="It is for 10-year-olds."),
        al.Flagged("It takes a [[two thirds]] majority.", fixed="It takes a two-thirds majority."),
        al.Flagged("A [[20 foot high]] wall and a [[five member]] panel stood in the way."),
        al.Flagged("He faces a [[10 million dollar]] fine and a [[one year]] ban."),
        al.Flagged("The [[12-year old]] girl swam.", fixed="The 12-year-old girl swam."),
        al.Flagged("A [[93 year-old]] man swam.", fixed="A 93-year-old man swam."),
        al.Flagged("He got a 10 to [[15 year]] sentence."),
        al.Flagged("“A [[10 year]] deal,” she said."),
        al.Flagged("A [[40 furlong]] race.", options={"units": ["furlong"]}),
        al.Clean("It took 10 years, cost 10 percent more and ended on May 10 last year."),
        al.Clean("A 10-year deal; the boy is 10 years old and six foot tall."),
        al.Flagged("A [[10 day]] trip and a [[40 hour]] week."),
        al.Clean("They made two day trips and met two star players from 27 member states."),
        al.Clean("Profits rose for one year and fell for another; one day people will ask."),
        al.Clean("Two thirds of the votes were counted in the 2012 day of action."),
        al.Clean("They drove to Ninety Mile Beach and watched the 80 Day Obsession."),
        al.Clean("A dozen party leaders agreed to buy 400 megawatt hours."),
        al.Clean("He ran 5 mile after mile. It works 24 hour a day."),
        al.Clean("A 10 year deal.", options={"ignore-units": ["year"]}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each number with a unit in the singular before a noun."""
        ignored = set(self.options.ignore_units)
        measures = (units.MEASURES | set(self.options.units)) - ignored
        counted = units.COUNTED - ignored
        lowered = doc.lowered
        for at, word in enumerate(lowered):
            if doc.tokens.texts[at].istitle():
                # "Ninety Mile Beach" is a name.
                continue
            if word in measures:
                compound = _with_measure(doc, lowered, at)
            elif word in counted:
                compound = _with_counted_thing(doc, lowered, at)
            elif word in units.FRACTIONS:
                compound = _with_fraction(doc, lowered, at)
            elif word in units.AGES:
                compound = _half_hyphenated(doc, lowered, at)
            elif word.endswith(_AGE_ENDINGS):
                compound = _with_age(doc, lowered, at)
            else:
                continue
            if compound is not None:
                yield self._report(doc, compound)

    def _report(self, doc: al.Document, compound: _Compound) -> al.Finding:
        """Return the finding for a compound; inside quotations it has no fix."""
        tokens = doc.tokens
        span = al.Span(tokens.starts[compound.first], tokens.ends[compound.last])
        joints = [
            al.Span(tokens.ends[at], tokens.starts[at + 1]) for at in range(compound.first, compound.last)
        ]
        hyphenated = "-".join(tokens.texts[compound.first : compound.last + 1])
        fix = None
        if not doc.in_quote(span) and compound.fixable:
            fix = al.Fix(tuple(al.Edit(joint, "-") for joint in joints), al.Safety.UNSAFE)
        return self.finding(
            span, f"“{doc.slice(span)}” before a noun takes a hyphen: “{hyphenated}”", fix=fix
        )


def _spaced(doc: al.Document, at: int) -> bool:
    """Whether exactly one space or line break stands between a token and the next one."""
    tokens = doc.tokens
    if at < 0 or at + 1 >= len(tokens):
        return False
    return doc.text[tokens.ends[at] : tokens.starts[at + 1]] in {" ", "\n", "\u00a0"}


def _number_before(doc: al.Document, lowered: Sequence[str], at: int) -> int | None:
    """Return the index of the first token of the number before a token; None unless it is above one."""
    first = at - 1
    if not _spaced(doc, first):
        return None
    if lowered[first] in units.SCALES and _spaced(doc, first - 1) and _is_number(lowered[first - 1]):
        first -= 1
    elif not _is_number(lowered[first]):
        return None
    start = doc.tokens.starts[first]
    if start and not (doc.text[start - 1].isspace() or doc.text[start - 1] in "(“\"'‘[—–"):
        return None
    return None if _names_something(doc, lowered, first) else first


def _is_number(word: str) -> bool:
    """Whether a word is a number other than 1 that is no year, in figures or in words."""
    if _FIGURE.fullmatch(word) is None:
        parts = word.split("-")
        return word != "one" and all(part in units.NUMBER_WORDS or part == "one" for part in parts)
    if word.isdecimal() and int(word) in _YEARS:
        return False
    return float(word.replace(",", "")) != 1


def _names_something(doc: al.Document, lowered: Sequence[str], first: int) -> bool:
    """Whether the figure belongs to the word before it: May 10, Route 66, Catch 22."""
    if not _spaced(doc, first - 1) or not lowered[first][0].isdigit():
        return False
    before = doc.tokens.texts[first - 1]
    if lowered[first - 1] in units.MONTHS:
        return True
    possessive = before.endswith(("’s", "'s", "s’", "s'"))
    if not before[0].isupper() or before.isupper() or possessive or lowered[first - 1] in _POINTERS:
        return False
    # At the start of a sentence a capital says nothing.
    sentence = doc.sentences_in(al.Span(doc.tokens.starts[first - 1], doc.tokens.ends[first - 1]))
    return not any(first - 1 == one.tokens.start for one in sentence)


def _noun_at(doc: al.Document, lowered: Sequence[str], at: int, unit: str, *, after_a: bool = False) -> bool:
    """
    Whether the token at an index can be the noun that a number and a unit describe.

    ``after_a`` says that "a" opens the phrase: "a two day trip" does not contain the compound "day trip".
    """
    if at >= len(lowered) or not _spaced(doc, at - 1) or doc.tokens.kinds[at] is not al.TokenKind.WORD:
        return False
    word = lowered[at]
    if word in units.STOPPERS or (word in units.OWN_COMPOUNDS.get(unit, ()) and not after_a):
        return False
    return not word.endswith("ly") or word in units.NOUNS_IN_LY


def _with_measure(doc: al.Document, lowered: Sequence[str], at: int) -> _Compound | None:
    """Return the compound of a unit of measure: “10 year deal”, “five year old”, “20 foot high wall”."""
    unit = lowered[at]
    first = _number_before(doc, lowered, at)
    if first is None:
        return _with_one(doc, lowered, at)
    fixable = not (first and lowered[first - 1] in _RANGE)
    follower = lowered[at + 1] if _spaced(doc, at) else ""
    after_a = first > 0 and lowered[first - 1] in _DETERMINERS
    if follower in units.AGES and unit in al.words.units.CALENDAR_UNITS:
        # "He is 5 year old" lacks an s, not a hyphen.
        stated = first > 0 and lowered[first - 1] in _STATING and not _noun_at(doc, lowered, at + 2, unit)
        return None if stated else _Compound(first, at + 1, fixable)
    if follower in units.DIMENSIONS and unit not in al.words.units.CALENDAR_UNITS | {"hour"}:
        attributive = _noun_at(doc, lowered, at + 2, unit) and first > 0 and lowered[first - 1] in _POINTERS
        return _Compound(first, at + 1, fixable) if attributive else None
    noun = _noun_at(doc, lowered, at + 1, unit, after_a=after_a)
    return _Compound(first, at, fixable) if noun else None


def _with_one(doc: al.Document, lowered: Sequence[str], at: int) -> _Compound | None:
    """Return the compound of “a one year ban”: only after “a”, as “one year people will ask” has none."""
    first = at - 1
    if lowered[first] not in {"one", "1"} or not _spaced(doc, first) or not _spaced(doc, first - 1):
        return None
    follower = lowered[at + 1] if _spaced(doc, at) else ""
    if lowered[first - 1] not in _DETERMINERS:
        return None
    if follower in units.AGES:
        return _Compound(first, at + 1, fixable=True)
    noun = _noun_at(doc, lowered, at + 1, lowered[at], after_a=True)
    return _Compound(first, at, fixable=True) if noun else None


def _with_counted_thing(doc: al.Document, lowered: Sequence[str], at: int) -> _Compound | None:
    """Return the compound of a thing that is counted, “a five member panel”: only after “a”."""
    first = _number_before(doc, lowered, at)
    if first is None or not _spaced(doc, first - 1) or lowered[first - 1] not in _DETERMINERS:
        return None
    if lowered[first] in units.ROUND:
        return None
    return _Compound(first, at, fixable=True) if _noun_at(doc, lowered, at + 1, lowered[at]) else None


def _with_fraction(doc: al.Document, lowered: Sequence[str], at: int) -> _Compound | None:
    """Return the compound of a fraction: “two thirds majority”."""
    if not _is_number(lowered[at - 1]) or not _spaced(doc, at - 1) or not _spaced(doc, at):
        return None
    return _Compound(at - 1, at, fixable=True) if lowered[at + 1] in units.SHARES else None


def _half_hyphenated(doc: al.Document, lowered: Sequence[str], at: int) -> _Compound | None:
    """Return the compound of “12-year old”, which lacks its second hyphen."""
    if "-" not in lowered[at - 1] or not _spaced(doc, at - 1):
        return None
    number, _, unit = lowered[at - 1].rpartition("-")
    if unit not in al.words.units.CALENDAR_UNITS:
        return None
    if not (_is_number(number) or number in {"one", "1"}):
        return None
    return _Compound(at - 1, at, fixable=True)


def _with_age(doc: al.Document, lowered: Sequence[str], at: int) -> _Compound | None:
    """Return the compound of “93 year-old”, which lacks its first hyphen."""
    unit, _, age = lowered[at].rpartition("-")
    if unit not in al.words.units.CALENDAR_UNITS:
        return None
    first = _number_before(doc, lowered, at)
    if first is None:
        return None
    # "Two year-old boys" may be two boys who are one year old.
    pointed = first > 0 and lowered[first - 1] in _POINTERS | _DETERMINERS
    follower = lowered[at + 1] if _spaced(doc, at) else ""
    if age == "old" and not pointed and follower.endswith("s"):
        return None
    return _Compound(first, at, fixable=not (first and lowered[first - 1] in _RANGE))
