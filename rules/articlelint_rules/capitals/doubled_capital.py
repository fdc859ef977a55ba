"""The rule doubled-capital."""

from __future__ import annotations

import re
from collections.abc import Iterable

import articlelint as al

KINDS = al.BODY | {
    al.BlockKind.HEADLINE,
    al.BlockKind.CROSSHEAD,
    al.BlockKind.LIST_ITEM,
    al.BlockKind.CAPTION,
}
DOUBLED = re.compile(r"[A-Z]{2}[a-z]+")
DEGREES = frozenset(
    """
    BArch BCom BDes BEd BEng BLitt BMus BPharm BPhil BSc BTech BTh DEd DEng DLitt DMus DPhil DSc DTh MArch
    MBiol MChem MCom MDes MEd MEng MLitt MMath MMus MPharm MPhil MPhys MRes MSc MSci MTech MTh
    """.split()
)
"""Academic degrees, as universities write them."""
SLIPS = 2
"""How often a spelling may occur and still be a slip."""


class DoubledCapital(al.Rule[al.NoOptions]):
    """
    A word has two capitals where it should have one: THis, WHo.

    The shift key was let go too late. Reported only where the word with one capital is in the dictionary.

    Left alone: plurals of abbreviations (MPs, IDs), units, degrees and firms that write themselves so (BEd,
    JPMorgan), names such as eBay at the start of a sentence (EBay), and a spelling that the article uses
    more than twice.
    """

    meta = al.Meta("doubled-capital", "a word with two capitals where it should have one", since="0.1")
    examples = (
        al.Flagged("[[THis]] was the plan.", fixed="This was the plan."),
        al.Flagged("In [[LOndon]] it rained.", fixed="In London it rained."),
        al.Clean("She has a BEd from Leeds, he an MSc."),
        al.Clean("Two MPs with PhDs lost their IDs at JPMorgan, and the DJs left."),
        al.Clean("EBay grew. IPhone sales fell, and he sold his iPhone on eBay."),
        al.Clean("The word TVs, like PCs, is a plural."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Words of two capitals and small letters that are words without the second capital."""
        tokens = doc.tokens
        for word in filter(_is_slip, doc.spellings):
            places = [i for i in doc.positions[word.lower()] if tokens.texts[i] == word]
            if len(places) > SLIPS:
                continue
            for i in places:
                span = al.Span(tokens.starts[i], tokens.ends[i])
                if doc.block_at(span.start).kind not in KINDS:
                    continue
                # A name may be written with a small letter and a capital: iTunes.
                safety = al.Safety.SAFE if al.lexicon.is_common(word.lower()) else al.Safety.UNSAFE
                fix = None if doc.in_quote(span) else self.replace(span, word.capitalize(), safety)
                yield self.finding(span, f"“{word}” has two capitals: write “{word.capitalize()}”", fix=fix)


def _is_slip(word: str) -> bool:
    """Whether a word of two capitals and small letters is in the dictionary with one capital or none."""
    if not DOUBLED.fullmatch(word) or word[2:] in {"s", "es"} or word in DEGREES:
        return False
    if al.gazetteer.inner_capital(word.lower())[1:] == word[1:]:
        return False
    return al.lexicon.is_common(word.lower()) or al.lexicon.is_name_only(word.lower())
