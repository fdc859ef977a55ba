"""mixed-dialect: American spellings in a British article, or the other way round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

import articlelint as al
from articlelint_rules.spelling.dialects import (
    AMERICAN,
    BRITISH,
    NAMES,
    Use,
    may_be_canadian,
    uses,
    written_in,
)
from articlelint_rules.spelling.spellings import match_case
from articlelint_rules.spelling.word_variants import word_families

_TONNE = re.compile(r"\btonnes?\b")
_METRIC_TONS = {"tonne": "metric ton", "tonnes": "metric tons"}
_TONNE_DIALECTS = frozenset({"en-GB", "en-CA", "en-AU"})
"""The dialects that call it a tonne."""
# A weight in tonnes or tons. Not "one": "a one ton truck" may be a class of trucks.
_NUMBER = "|".join(word for word in al.words.numbers.NUMBER_WORDS if word != "one")
_UNIT = re.compile(
    rf"(?:\d|\b(?:hundreds? of|thousands? of|millions? of|{_NUMBER}))[ \u00a0-](?P<unit>tonnes?|tons?)\b"
)
_CONVERSION = re.compile(r"(?:tonnes?|tons?)\b\W{1,3}[\d,.]+(?: \w+)?[ \u00a0-](?:\w+ )?(?:tonnes?|tons?)\b")
"""A weight in both, "500 tonnes (550 tons)": the writer knows that the two differ."""


class Options(NamedTuple):
    """How the dialect is determined."""

    dialect: Literal["", "en-GB", "en-US", "en-CA", "en-AU"] = ""
    """The dialect to hold an article to; if empty, the house's, or else the one that it mostly uses."""


class MixedDialect(al.Rule[Options]):
    """
    A word is spelled the American way in a British article, or the British way in an American one.

    Copy from a news agency keeps the agency's spelling: one "color" among "centre" and "labour" shows that
    the text was put together from two sources. Where the house has a `dialect`, every other spelling is
    reported. Otherwise the dialect is the one that nearly all of the article's words belong to, and an
    article that mixes both in similar numbers is left alone.

    A house may write American (`en-US`), British (`en-GB`), Canadian (`en-CA`: colour, centre and cheque,
    but organize, tire and program) or Australian (`en-AU`: as British, but organise only). British English
    accepts both organise and organize.

    Words with other senses are judged only where the sense is clear: "a flat tire", "she wrote a check for
    $500", "a TV program", "a two-story house", but never "check the facts", "they tire of it" or "a computer
    program"; "license" as a noun and "practice" as a verb. A tonne is not another spelling of ton but
    another weight, which American English calls a metric ton. Where an article uses both units and nowhere
    converts one to the other, the rule asks which is meant, whatever the dialect.

    Names keep their spelling ("the Department of Defense", "the Labor Party", "Lincoln Center"), and so do
    quotations. An article about Canada may be Canadian, so its tires and programs are left alone. A word
    that the article spells both ways is left to `mixed-spelling`, unless the house has a dialect.
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
        """Yield a finding for each word of another dialect, and for each weight that is unclear."""
        yield from self._weights(doc)
        house = self.options.dialect or (doc.house.dialect if doc.house.dialect in NAMES else "")
        families = word_families(doc).values()
        found = [use for use in (*uses(families), *_metric_tons(doc)) if not doc.in_quote(use.span)]
        dialect = house or written_in(found)
        if not dialect:
            return
        witnesses = _witnesses(found, dialect)
        if not house:
            # mixed-spelling reports the words that the article spells both ways.
            mixed = {
                span
                for family in families
                if all(family.places)
                for side in family.places
                for _, span in side
            }
            found = [use for use in found if use.span not in mixed]
        strays = [use for use in found if dialect not in use.accepted and dialect in use.counterpart_accepted]
        if not house and dialect == BRITISH and may_be_canadian(doc.text, strays):
            return
        yield from self._strays(doc, strays, dialect, witnesses, house=bool(house))

    def _strays(
        self, doc: al.Document, strays: list[Use], dialect: str, witnesses: list[Use], *, house: bool
    ) -> Iterator[al.Finding]:
        """Yield a finding for each place of a stray; ``house`` says that the house decided on the dialect."""
        counts = Counter(use.word for use in strays)
        why = f"the house writes {NAMES[dialect]} English" if house else _why(dialect, witnesses)
        related = [
            al.Related(witness.span, f"{NAMES[dialect]}: “{witness.word}”") for witness in witnesses[:1]
        ]
        safety = al.Safety.SAFE if house else al.Safety.UNSAFE
        reported: set[al.Span] = set()
        for use in strays:
            if use.span in reported:
                continue
            reported.add(use.span)
            text = match_case(use.counterpart, doc.slice(use.span))
            yield self.finding(
                use.span,
                f"“{use.word}” ({counts[use.word]}) is {_whose(use, dialect)} and {why}: "
                f"write “{use.counterpart}”",
                related=related,
                fix=self.replace(use.span, text, safety),
            )

    def _weights(self, doc: al.Document) -> Iterator[al.Finding]:
        """Yield a finding for each place of the rarer unit where an article uses both tonnes and tons."""
        if "tonne" not in doc.text:
            return
        tonnes: list[al.Span] = []
        tons: list[al.Span] = []
        for match in _UNIT.finditer(doc.text):
            span = al.Span(*match.span("unit"))
            if not doc.in_quote(span):
                (tonnes if "tonne" in match["unit"] else tons).append(span)
        if not tonnes or not tons or _CONVERSION.search(doc.text):
            return
        rare, common = sorted((tons, tonnes), key=lambda spans: (len(spans), -spans[0].start))
        for span in rare:
            here, there = doc.slice(span), doc.slice(common[0])
            line = (
                f"“{here}” ({len(rare)}) are another weight than the “{there}” elsewhere in this article"
                f" ({len(common)}): check which is meant"
            )
            yield self.finding(span, line, related=(al.Related(common[0], f"first use of “{there}”"),))


def _metric_tons(doc: al.Document) -> list[Use]:
    """Return the uses of "tonne": American English calls it a metric ton."""
    if "tonne" not in doc.text:
        return []
    return [
        Use(
            match[0],
            al.Span(*match.span()),
            _METRIC_TONS[match[0]],
            _TONNE_DIALECTS,
            frozenset({AMERICAN}),
        )
        for match in _TONNE.finditer(doc.text)
    ]


def _witnesses(found: list[Use], dialect: str) -> list[Use]:
    """Return the first use of each word that speaks for a dialect."""
    rival = BRITISH if dialect == AMERICAN else AMERICAN
    first: dict[str, Use] = {}
    for use in found:
        if use.speaks_for(dialect, rival):
            first.setdefault(use.word, use)
    return list(first.values())


def _whose(use: Use, dialect: str) -> str:
    """Return a word or two for the dialects whose spelling a stray is."""
    if AMERICAN in use.accepted and BRITISH in use.accepted:
        return f"not {NAMES[dialect]}"
    return "American" if AMERICAN in use.accepted else "British"


def _why(dialect: str, witnesses: list[Use]) -> str:
    """Return the reason for the dialect, with two of the words that speak for it."""
    shown = " and ".join(f"“{use.word}”" for use in witnesses[:2])
    return f"the article is otherwise {NAMES[dialect]} ({shown})"
