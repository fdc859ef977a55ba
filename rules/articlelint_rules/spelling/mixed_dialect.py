"""mixed-dialect: American spellings in a British article, or the other way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

import articlelint as al
from articlelint_rules.spelling.dialects import (
    AMERICAN,
    BITS,
    BRITISH,
    FEWEST,
    NAMES,
    Use,
    canadian,
    uses,
    written_in,
)
from articlelint_rules.spelling.spellings import cased
from articlelint_rules.spelling.tonnes import metric_tons, mixed_tons
from articlelint_rules.spelling.word_variants import Family, Row, families, listed_rows


class Options(NamedTuple):
    """How the dialect is found out."""

    dialect: Literal["", "en-GB", "en-US", "en-CA", "en-AU"] = ""
    """The dialect to hold an article to; empty: the house's, or else what the article mostly uses."""


class MixedDialect(al.Rule[Options]):
    """
    A word is spelled the American way in a British article, or the British way in an American one.

    An agency's copy keeps the agency's spelling: one "color" among "centre" and "labour" shows where the
    text was joined. Where the house has a `dialect`, every other spelling is reported; else the dialect is
    what nearly all of the article's words speak for, and an article that is half and half is left alone.

    A house may write American (`en-US`), British (`en-GB`), Canadian (`en-CA`: colour, centre and cheque,
    but organize, tire and program) or Australian (`en-AU`: as British, but organise only). British English
    accepts both organise and organize.

    Words with other senses are judged only where the sense is clear: "a flat tire", "she wrote a check for
    $500", "a TV program", "a two-story house", but never "check the facts", "they tire of it" or "a computer
    program"; "license" as a noun and "practice" as a verb. A tonne is not another spelling of ton but
    another weight: American English calls it a metric ton, and an article that weighs in both without
    converting one to the other is asked which it means, whatever its dialect.

    Names keep their spelling ("the Department of Defense", "the Labor Party", "Lincoln Center"), and so do
    quotations. An article about Canada may be Canadian: its tires and programs are left alone. A word that
    the article spells both ways is left to `mixed-spelling`, unless the house has a dialect.
    """

    meta = al.Meta(
        "mixed-dialect",
        "a British spelling in an American article, or the other way round",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "The centre was full. Labour costs rose in the theatre. The [[color]] is grey.",
            fixed="The centre was full. Labour costs rose in the theatre. The colour is grey.",
        ),
        al.Flagged(
            "The harbor was closed, the theater dark. It was an honor, [[organised]] labor said.",
            fixed="The harbor was closed, the theater dark. It was an honor, organized labor said.",
        ),
        al.Flagged(
            "Nobody knew the [[color]] of it.",
            fixed="Nobody knew the colour of it.",
            options={"dialect": "en-GB"},
        ),
        al.Clean(
            "The centre was full. Labour costs rose. "
            "The theatre was near the Lincoln Center and the Department of Defense."
        ),
        al.Flagged(
            "The centre, the theatre and the harbour were grey with snow. He wrote a [[check]] for $500.",
            fixed="The centre, the theatre and the harbour were grey with snow. He wrote a cheque for $500.",
        ),
        al.Flagged(
            "The harbor, the theater and the center were gray. She bought a new [[tyre]] and paid.",
            fixed="The harbor, the theater and the center were gray. She bought a new tire and paid.",
        ),
        al.Flagged("They sold 300 tonnes of rye and 90 tonnes of oats, and gave 20 [[tons]] away."),
        al.Clean("The colour is grey. The harbor is closed."),
        al.Clean(
            "The centre, the theatre and the harbour were grey. Check the story before you tire of the map."
        ),
        al.Clean("The barge carries 300 tonnes (331 tons) of rye."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """The words of the other dialect."""
        tonnes = "tonne" in doc.text
        if tonnes:
            yield from self._weights(doc)
        house = self.options.dialect or (doc.house.dialect if doc.house.dialect in BITS else "")
        if not house and not tonnes and not _may_lean(listed_rows(doc)):
            return
        found = families(doc)
        every = [
            use
            for use in (*uses(found.values()), *(metric_tons(doc) if tonnes else ()))
            if not doc.in_quote(use.span)
        ]
        dialect = house or written_in(every)
        if not dialect:
            return
        mixed: set[al.Span] = set()
        if not house:
            mixed.update(span for family in found.values() if all(family.places) for span in _spans(family))
        yield from self._strays(
            doc, [u for u in every if u.span not in mixed], dialect, every, fixed=bool(house)
        )

    def _weights(self, doc: al.Document) -> Iterator[al.Finding]:
        """A question for each place of the rarer unit where an article weighs in tonnes and in tons."""
        rare, common = mixed_tons(doc)
        for span in rare:
            here, there = doc.slice(span), doc.slice(common[0])
            line = (
                f"“{here}” ({len(rare)}) are another weight than the “{there}” elsewhere in this article"
                f" ({len(common)}): check which is meant"
            )
            yield self.finding(span, line, related=(al.Related(common[0], f"first use of “{there}”"),))

    def _strays(
        self, doc: al.Document, found: list[Use], dialect: str, every: list[Use], *, fixed: bool
    ) -> Iterator[al.Finding]:
        """A finding for each word that the dialect does not accept while it accepts the other spelling."""
        bit = BITS[dialect]
        strays = [use for use in found if not use.accepted & bit and use.other & bit]
        if not fixed and dialect == "en-GB" and canadian(doc.text, strays):
            return
        counts = Counter(use.word for use in strays)
        witnesses = _witnesses(every, bit)
        safety = al.Safety.SAFE if fixed else al.Safety.UNSAFE
        reported: set[al.Span] = set()
        for use in strays:
            if use.span in reported:
                continue
            reported.add(use.span)
            why = f"the house writes {NAMES[dialect]} English" if fixed else _why(dialect, witnesses)
            line = f"“{use.word}” ({counts[use.word]}) is {_whose(use, dialect)} and {why}"
            related = (
                (al.Related(witnesses[0].span, f"{NAMES[dialect]}: “{witnesses[0].word}”"),)
                if witnesses
                else ()
            )
            text = cased(use.counterpart, doc.slice(use.span))
            yield self.finding(
                use.span,
                f"{line}: write “{use.counterpart}”",
                related=related,
                fix=self.replace(use.span, text, safety),
            )


def _may_lean(listed: Iterable[tuple[str, Row]]) -> bool:
    """Whether enough of these words speak for one dialect, should all of them be used as words."""
    speaking: dict[int, set[str]] = {AMERICAN: set(), BRITISH: set(), 0: set()}
    for word, row in listed:
        side = word == row.second_lower
        speaking[_speak_for(row.dialects)[side]].add(row.sides[side][0])
    return max(len(speaking[AMERICAN]), len(speaking[BRITISH])) >= FEWEST


@lru_cache(maxsize=4096)
def _speak_for(dialects: str) -> tuple[int, int]:
    """Which of the two dialects alone accepts each side of a row; 0 for neither."""
    sides = [int(digit, 16) for digit in dialects]
    found = [
        next((d for d, rival in ((AMERICAN, BRITISH), (BRITISH, AMERICAN)) if use.only(d, rival)), 0)
        for use in (Use("", _NOWHERE, "", own, other) for own, other in (sides, sides[::-1]))
    ]
    return found[0], found[1]


_NOWHERE = al.Span(0, 0)


def _spans(family: Family) -> Iterator[al.Span]:
    return (span for side in family.places for _, span in side)


def _witnesses(found: list[Use], bit: int) -> list[Use]:
    """The first use of each word that speaks for the dialect."""
    rival = AMERICAN if bit != AMERICAN else BRITISH
    first: dict[str, Use] = {}
    for use in found:
        if use.only(bit, rival):
            first.setdefault(use.word, use)
    return list(first.values())


def _whose(use: Use, dialect: str) -> str:
    """The dialect whose spelling it is, in a word or two."""
    if use.accepted & AMERICAN and use.accepted & BRITISH:
        return f"not {NAMES[dialect]}"
    return "American" if use.accepted & AMERICAN else "British"


def _why(dialect: str, witnesses: list[Use]) -> str:
    shown = " and ".join(f"“{use.word}”" for use in witnesses[:2])
    return f"the article is otherwise {NAMES[dialect]} ({shown})"
