"""wire-slug: marks that wire services and desks put around a story, such as (MORE), -30- and ENDS."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.leftovers.phrasebook import PhraseBook, cut, lines_of

# Whole lines, with brackets, dashes or slashes around the word. In lower case, the bare words are too common.
_MARKED = re.compile(
    r"(?:[-–—]{0,2}\s*30\s*[-–—]{1,2}|#\s?#\s?#|\*\s?\*\s?\*\s?ENDS\s?\*\s?\*\s?\*"
    r"|[(\[*/–—-]{1,3}\s*(?:MORE|END|ENDS|Ends|ends|more|MORE TO FOLLOW|MORE TO COME|MF|ENDIT|END OF STORY)"
    r"\s*[)\]*/–—-]{1,3}"
    r"|[(\[*/–—-]{0,3}\s*(?:ENDS|ENDIT|ENDITEM|Enditem|MORE TO FOLLOW|MORE TO COME|ENDS ALL|NNNN|ZCZC|"
    r"end it|Endit|EMBARGO ENDS|[Mm]ore to (?:follow|come))\s*[)\]*/.–—-]{0,3}"
    r"|(?:ends|Ends|more|MORE)\s*/{1,2}|/{1,2}\s*(?:ends|Ends|ENDS|more|MORE)|/{2,3}"
    r"|\((?:Adds|Updates|Recasts|Corrects|Repeats|Refiles|Rewrites) [^()]{3,}\)"
    r"|FOR (?:IMMEDIATE RELEASE|RELEASE ON DELIVERY)[.:]?"
    r"|(?:\(END\)|END) [A-Z][\w ]{2,40}(?:Newswires|News Service)?)"
)
# A slug of a wire service, or its note to editors, at the start of a line.
_SLUG = re.compile(
    r"(?:BC-[A-Z]|[AU]P-[A-Z]{2,}-\d\d-\d\d|URGENT-"
    r"|(?:UPDATE|RPT|REFILE|REFILE-UPDATE|CORRECTED|WRAPUP|RPT-UPDATE) ?\d?-(?=[A-Z])"
    r"|Eds?(?:itors)?:\s+(?:[Uu]pdat|[Aa]dds?\b|[Cc]orrect|[Rr]ecast|SUBS|[Ss]ubs\b|[Cc]lar|[Ff]ixes|[Nn]ew"
    r"|[Rr]ew?rit|[Tt]rim|[Ll]ink|[Mm]ov|[Ww]ith)"
    r"|\(?EDS:|ATTN:? ED(?:ITOR)?S|NOTE TO EDITORS|Notes? to [Ee]ditors?:|EDITORS?:\s|ADVISORY:?\s+EDITORS)"
)
_CREDITS = PhraseBook(
    (
        "(reporting|additional reporting|writing|compiled|editing) by ~",
        "with (inputs|agency inputs|agencies|input) from ~",
        "with (agencies|agency inputs|input from agencies)",
    )
)
_LONGEST = 200


class Options(NamedTuple):
    """Whether the credits of a wire are leftovers too."""

    credits: bool = False
    """Report lines such as "Reporting by ...; Editing by ..." too. Many papers print them."""


class WireSlug(al.Rule[Options]):
    """
    A mark of the wire or the desk is still in the story.

    Wire services send their clients instructions in lines that no reader should see: "(MORE)", "-30-",
    "ENDS", "Eds: Updates with quotes", "UPDATE 2-". The rule reports lines that consist of such a mark, and
    slugs at the start of a line.

    "Ends" as a word of a sentence is left alone, and so are credits ("Reporting by ...; Editing by ...")
    unless ``credits`` is set.
    """

    meta = al.Meta("wire-slug", "a mark of the wire or the desk left in the text", since="0.1")
    options_type = Options
    examples = (
        al.Flagged("The ferry sails at noon.\n\n[[(MORE)]]"),
        al.Flagged("The ferry sails at noon.\n\n[[More to follow.]]"),
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
        """Yield a finding for each line that is a mark, and for each slug that opens a line."""
        for block in doc.blocks:
            for line in lines_of(doc, block):
                span = self._mark_in(doc, line)
                if span is not None:
                    message = f"“{doc.slice(span)}” is a mark of the wire or the desk: cut it"
                    yield self.finding(span, message, fix=cut(span))

    def _mark_in(self, doc: al.Document, line: al.Span) -> al.Span | None:
        """Return the mark that a line consists of or begins with; None where there is none."""
        if len(line) > _LONGEST:
            return None
        text = doc.slice(line)
        slug = _SLUG.match(text)
        if slug and slug.group().endswith("-"):
            return al.Span(line.start, line.start + slug.end())
        if slug or _MARKED.fullmatch(text) or (self.options.credits and _is_credit(text)):
            return line
        return None


def _is_credit(text: str) -> bool:
    """Whether every part of a line between semicolons is a credit."""
    parts = [part for part in re.split(r"[;.]\s+|;", text.strip("()[] ")) if part.strip()]
    return bool(parts) and all(_CREDITS.covers(part) for part in parts)
