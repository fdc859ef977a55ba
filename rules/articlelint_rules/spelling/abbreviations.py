"""Where an article explains its abbreviations, and which need no explanation."""

from __future__ import annotations

import articlelint as al

NOT_TEXT = frozenset(
    {
        al.BlockKind.ALT_TEXT,
        al.BlockKind.BREADCRUMB,
        al.BlockKind.BYLINE,
        al.BlockKind.CAPTION,
        al.BlockKind.CROSSHEAD,
        al.BlockKind.DATELINE,
        al.BlockKind.HEADLINE,
        al.BlockKind.STANDFIRST,
        al.BlockKind.TABLE_CELL,
        al.BlockKind.TICKER,
    }
)
"""Blocks that are short of space, or are read by themselves."""
_COMMONEST = 5000
_LONGEST_NAME = 12
_CLOSERS = frozenset(")]”\"’',;")


def is_known(text: str) -> bool:
    """Whether every reader knows an abbreviation."""
    lower = text.lower()
    common = not al.lexicon.is_word(lower) and 0 < al.lexicon.rank(lower) <= _COMMONEST
    return common or text in al.words.abbreviations.WELL_KNOWN


def explanations(doc: al.Document) -> dict[str, list[al.AbbreviationUse]]:
    """The places where each abbreviation stands in brackets behind the words that it stands for, in order."""
    found: dict[str, list[al.AbbreviationUse]] = {}
    for text in doc.abbreviations.explained():
        if not (text.isupper() and text.replace("&", "").isalpha()):
            # PowerPoint, U.S., D-N.
            continue
        places = [use for use in doc.abbreviations.uses(text) if _is_explanation(doc, use)]
        if places:
            found[text] = places
    return found


def _is_explanation(doc: al.Document, use: al.AbbreviationUse) -> bool:
    """Whether an abbreviation alone stands in brackets behind its words, in a block that is text."""
    if not use.definition or not use.in_brackets or doc.text[use.span.end : use.span.end + 1] not in _CLOSERS:
        return False
    # "MBP Services (MBP)" shortens a name that has the abbreviation.
    own = doc.slice(use.span).lower()
    return own not in words_before(doc, use) and doc.block_at(use.span.start).kind not in NOT_TEXT


def words_before(doc: al.Document, use: al.AbbreviationUse) -> list[str]:
    """The words in lower case before the brackets of an abbreviation, as far as a name may reach."""
    opening = use.opening or 0
    first = max(opening - _LONGEST_NAME, doc.sentence_of(opening).tokens.start)
    return list(doc.lowered[first:opening])
