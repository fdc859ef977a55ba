"""Marks that wire services and desks put around a story: (MORE), -30-, ENDS, credits of the editors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.leftovers.phrasebook import PhraseBook, cut, lines_of

# Whole lines, with brackets, dashes or strokes around them. Lower case is too common a word to count.
_MARKED = re.compile(
    r"(?:[-–—]{0,2}\s*30\s*[-–—]{1,2}|#\s?#\s?#|\*\s?\*\s?\*\s?ENDS\s?\*\s?\*\s?\*"
    r"|[(\[*/–—-]{1,3}\s*(?:MORE|END|ENDS|Ends|ends|more|MORE TO FOLLOW|MORE TO COME|MF|ENDIT|END OF STORY)"
    r"\s*[)\]*/–—-]{1,3}"
    r"|[(\[*/–—-]{0,3}\s*(?:ENDS|ENDIT|ENDITEM|Enditem|MORE TO FOLLOW|MORE TO COME|ENDS ALL|NNNN|ZCZC|"
    r"end it|Endit|EMBARGO ENDS)\s*[)\]*/.–—-]{0,3}"
    r"|(?:ends|Ends|more|MORE)\s*/{1,2}|/{1,2}\s*(?:ends|Ends|ENDS|more|MORE)|/{2,3}"
    r"|\((?:Adds|Updates|Recasts|Corrects|Repeats|Refiles|Rewrites) [^()]{3,}\)"
    r"|FOR (?:IMMEDIATE RELEASE|RELEASE ON DELIVERY)[.:]?"
    r"|(?:\(END\)|END) [A-Z][\w ]{2,40}(?:Newswires|News Service)?)"
)
# A wire's slug or its notes to other editors, at the start of a line.
_SLUG = re.compile(
    r"(?:BC-[A-Z]|[AU]P-[A-Z]{2,}-\d\d-\d\d|URGENT-"
    r"|(?:UPDATE|RPT|REFILE|REFILE-UPDATE|CORRECTED|WRAPUP|RPT-UPDATE) ?\d?-(?=[A-Z])"
    r"|Eds?(?:itors)?:\s+(?:[Uu]pdat|[Aa]dds?\b|[Cc]orrect|[Rr]ecast|SUBS|[Ss]ubs\b|[Cc]lar|[Ff]ixes|[Nn]ew"
    r"|[Rr]ew?rit|[Tt]rim|[Ll]ink|[Mm]ov|[Ww]ith)"
    r"|\(?EDS:|ATTN:? ED(?:ITOR)?S|NOTE TO EDITORS|Notes? to [Ee]ditors?:|EDITORS?:\s|ADVISORY:?\s+EDITORS)"
)
_CREDITS = (
    "(reporting|additional reporting|writing|compiled|editing) by ~",
    "with (inputs|agency inputs|agencies|input) from ~",
    "with (agencies|agency inputs|input from agencies)",
)
_LONGEST = 200


class Options(NamedTuple):
    """Whether the credits of a wire are leftovers too."""

    credits: bool = False
    """Report lines such as "Reporting by ...; Editing by ..." too. Many papers print them."""


class WireSlug(al.Rule[Options]):
    """
    A mark of the wire or the desk is still in the story.

    Wires tell their clients how a story goes on with lines that no reader should see: "(MORE)", "-30-",
    "ENDS", "Eds: Updates with quotes", "UPDATE 2-". The rule reports lines that consist of such a mark, and
    slugs at the start of a line.

    "Ends" as a word of a sentence is left alone, and so are credits ("Reporting by ...; Editing by ...")
    unless ``credits`` is set.
    """

    meta = al.Meta("wire-slug", "a mark of the wire or the desk left in the text", since="0.1")
    options_type = Options
    examples = (
        al.Flagged("The ferry sails at noon.\n\n[[(MORE)]]"),
        al.Flagged("The ferry sails at noon.\n\n[[-30-]]"),
        al.Flagged("The ferry sails at noon.\n\n[[ENDS]]", fixed="The ferry sails at noon.\n\n"),
        al.Flagged("The ferry sails at noon.\n\n[[MORE TO FOLLOW]]"),
        al.Flagged("[[Eds: Updates with quotes from the captain.]]\n\nThe ferry sails at noon."),
        al.Flagged("[[UPDATE 2-]]Ferry operator cuts forecast as fuel costs bite"),
        al.Flagged(
            "It rained.\n\n[[(Reporting by Ann Lee in Tarn; Editing by Bo Day)]]", options={"credits": True}
        ),
        al.Clean("It rained.\n\n(Reporting by Ann Lee in Tarn; Editing by Bo Day)"),
        al.Clean("The strike ends on Friday.\n\nMore was not said."),
        al.Clean("Temperatures fell to -30 on Monday."),
        al.Clean("The End"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Every line that is a mark, and every slug that opens one."""
        book = PhraseBook.of(_CREDITS)
        for lines in lines_of(doc):
            for line in lines:
                if line.end - line.start > _LONGEST:
                    continue
                text = doc.slice(line)
                span = line
                slug = _SLUG.match(text)
                if slug:
                    whole = not slug.group().endswith("-")
                    span = line if whole else al.Span(line.start, line.start + slug.end())
                elif not _MARKED.fullmatch(text) and not (self.options.credits and _is_credit(book, text)):
                    continue
                message = f"“{doc.slice(span)}” is a mark of the wire or the desk: cut it"
                yield self.finding(span, message, fix=cut(span))


def _is_credit(book: PhraseBook, text: str) -> bool:
    """Whether every part of a line between semicolons is a credit."""
    parts = [part for part in re.split(r"[;.]\s+|;", text.strip("()[] ")) if part.strip()]
    return bool(parts) and all(book.covers(part) for part in parts)
