"""mixed-dialect: American spellings in a British article, or the other way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import articlelint as al
from articlelint_rules.spelling.dialects import AMERICAN, BITS, BRITISH, NAMES, Use, uses, written_in
from articlelint_rules.spelling.report import cased
from articlelint_rules.spelling.word_variants import Family, families


@dataclass(frozen=True, slots=True)
class Options:
    """How the dialect is found out."""

    dialect: Literal["", "en-GB", "en-US", "en-CA", "en-AU"] = ""
    """The dialect to hold an article to; empty: the house's, or else what the article mostly uses."""


class MixedDialect(al.Rule[Options]):
    """
    A word is spelled the American way in a British article, or the British way in an American one.

    An agency's copy keeps the agency's spelling: one "color" among "centre" and "labour" shows where the
    text was joined. Where the house has a `dialect`, every other spelling is reported; else the dialect is
    what nearly all of the article's words speak for, and an article that is half and half is left alone.

    Names keep their spelling ("the Department of Defense", "the Labor Party", "Lincoln Center"), and so do
    quotations. Words that differ in meaning as well are not judged: check, tire, story, program. A word that
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
        al.Clean("The colour is grey. The harbor is closed."),
        al.Clean(
            "He paid by check. The tire was flat. The centre, near the theatre and the harbour, was full."
        ),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """The words of the other dialect."""
        house = self.options.dialect or (doc.house.dialect if doc.house.dialect in BITS else "")
        found = families(doc)
        every = [use for use in uses(found.values()) if not doc.in_quote(use.span)]
        dialect = house or written_in(every)
        if not dialect:
            return
        mixed: set[al.Span] = set()
        if not house:
            mixed.update(span for family in found.values() if all(family.places) for span in _spans(family))
        yield from self._strays(
            doc, [u for u in every if u.span not in mixed], dialect, every, fixed=bool(house)
        )

    def _strays(
        self, doc: al.Document, found: list[Use], dialect: str, every: list[Use], *, fixed: bool
    ) -> Iterator[al.Finding]:
        """A finding for each word that the dialect does not accept while it accepts the other spelling."""
        bit = BITS[dialect]
        strays = [use for use in found if not use.accepted & bit and use.other & bit]
        counts = Counter(use.word for use in strays)
        witnesses = _witnesses(every, bit)
        safety = al.Safety.SAFE if fixed else al.Safety.UNSAFE
        reported: set[al.Span] = set()
        for use in strays:
            if use.span in reported:
                continue
            reported.add(use.span)
            why = f"the house writes {NAMES[dialect]} English" if fixed else _why(dialect, witnesses)
            line = f"'{use.word}' ({counts[use.word]}) is {_whose(use.accepted)} and {why}"
            related = (
                (al.Related(witnesses[0].span, f"{NAMES[dialect]}: '{witnesses[0].word}'"),)
                if witnesses
                else ()
            )
            text = cased(use.counterpart, doc.slice(use.span))
            yield self.finding(
                use.span,
                f"{line}: write '{use.counterpart}'",
                related=related,
                fix=self.replace(use.span, text, safety),
            )


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


def _whose(accepted: int) -> str:
    """The dialect whose spelling it is, in a word."""
    return "American" if accepted & AMERICAN else "British"


def _why(dialect: str, witnesses: list[Use]) -> str:
    shown = " and ".join(f"'{use.word}'" for use in witnesses[:2])
    return f"the article is otherwise {NAMES[dialect]} ({shown})"
