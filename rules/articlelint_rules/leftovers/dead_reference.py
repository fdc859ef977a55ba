"""dead-reference: "the photo above", "see table 3" or "listed below" where there is no such thing."""

from __future__ import annotations

import re
from collections.abc import Iterable

import articlelint as al

_PICTURES = frozenset(al.words.pictures.PICTURES) | frozenset(
    "video clip graphic graph chart map diagram infographic slideshow gallery tweet screenshot".split()
)
_NUMBERED = frozenset({"table", "figure", "fig"})
_MAY_BE_TABLES = _NUMBERED | {"chart", "graphic"}
_THINGS = _PICTURES | _NUMBERED
_BEFORE_THINGS = frozenset("the this these see our following and or in".split())
_REFERRING = frozenset(
    """
    see seen shown listed described mentioned noted linked outlined detailed embedded pictured provided
    included explained discussed cited given quoted named reproduced
    """.split()
)
# "The photo above the bar" says where a photo hangs, "table 3 of the report" is in the report.
_NOT_AFTER_PLACE = al.words.determiners.BASIC | al.words.determiners.QUANTIFIERS
_NOT_AFTER_NUMBER = al.words.prepositions.SHORTEST
_NUMBER = re.compile(r"\d{1,2}|[IVX]{1,4}|[A-D]")
_EMBEDDED = re.compile(
    r"!\[|<(?:img|picture|figure|video|audio|iframe|embed|object|svg|canvas|table)\b|\{\{[<%]|\{%"
    r"|\[(?:caption|gallery|embed|youtube|video)\b|\.(?:png|jpe?g|gif|svg|mp4)\b|youtu\.?be|twitter\.com|vimeo",
    re.IGNORECASE,
)
"""What embeds a picture, a video, a table or a part of another page."""
_TEXT = al.BODY | {al.BlockKind.LIST_ITEM}


class DeadReference(al.Rule[al.NoOptions]):
    """
    The text refers to a photo, a chart, a table or a list that is not there.

    "The photo above", "watch the video below", "(see table 3)": the text was copied, and the picture was not.
    A reference to a picture or a table is dead if the file has none at all; "listed below" is dead in the
    last sentence of the article, and "mentioned above" in the first. Plain text has no pictures, so that such
    references are reported there; ignore the rule for files to which pictures are added later.

    Quotations and captions are left alone, and so are places (the photo above the bar) and what is in another
    text (table 3 of the report).
    """

    meta = al.Meta(
        "dead-reference",
        "a reference to a picture, table or list that is not there",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged("The bridge is old, as the [[photo above]] shows. It is closed."),
        al.Flagged("Watch the [[video below]]. The [[above chart]] has the figures."),
        al.Flagged("Costs rose (see [[table 3]]). They fell again, as [[Fig. 2]] shows."),
        al.Flagged("The bridge is closed.\n\nThe names of all who built it are [[listed below]]."),
        al.Flagged("They left the town [[named above]]. It is old."),
        al.Clean('<img src="bridge.jpg"><p>It is old, as the photo above shows.</p>', suffix=".html"),
        al.Clean("| Year | Cost |\n|---|---|\n| 2019 | 4 |\n\nCosts rose, see table 1.", suffix=".md"),
        al.Clean("The names are listed below.\n\nAnna Berg, Ole Lie and Jan Moe built it."),
        al.Clean("The photo above the bar is old. Costs rose, says table 3 of the report."),
        al.Clean("It was ten degrees below zero, and the sky above was clear."),
        al.Clean("“Look at the photo above,” she said."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each reference that leads nowhere."""
        for place in ("above", "below"):
            for index in doc.positions.get(place, ()):
                thing = _thing_at(doc, index)
                if thing is not None and not _has(doc, thing):
                    yield self._report(doc, thing, index)
                elif thing is None and _leads_nowhere(doc, index):
                    yield self._report(doc, index - 1, index)
        for word in sorted(_NUMBERED):
            for index in doc.positions.get(word, ()):
                number = _number_after(doc, index)
                if number is not None and not _has(doc, index):
                    yield self._report(doc, index, number)

    def _report(self, doc: al.Document, one: int, other: int) -> al.Finding:
        """Return the finding for the words between two tokens."""
        first, last = sorted((one, other))
        span = al.Span(doc.tokens.starts[first], doc.tokens.ends[last])
        return self.finding(
            span, f"“{doc.slice(span)}” is not in this article: add it, or delete the reference"
        )


def _word(doc: al.Document, index: int, around: int) -> str:
    """Return a token in lower case; "" if it is in another sentence than the one at ``around``."""
    return doc.lowered[index] if index in doc.sentence_of(around).tokens else ""


def _is_in_text(doc: al.Document, index: int) -> bool:
    """Whether a token stands in the article's own text."""
    block = doc.blocks[doc.sentence_of(index).block]
    return block.kind in _TEXT and not doc.may_be_quoted(
        al.Span(doc.tokens.starts[index], doc.tokens.ends[index])
    )


def _thing_at(doc: al.Document, index: int) -> int | None:
    """Return the token of the picture or table whose place "above" or "below" is; None if there is none."""
    before, after = _word(doc, index - 1, index), _word(doc, index + 1, index)
    if not _is_in_text(doc, index):
        return None
    if before.removesuffix("s") in _THINGS:
        refers = _word(doc, index - 2, index) in _BEFORE_THINGS
        return index - 1 if refers and not _goes_on(after) else None
    is_before = after.removesuffix("s") in _THINGS and before in al.words.determiners.BASIC
    return index + 1 if is_before else None


def _goes_on(after: str) -> bool:
    """Whether "above" or "below" is a preposition, by the word after it."""
    return after in _NOT_AFTER_PLACE or after[:1].isdigit()


def _number_after(doc: al.Document, index: int) -> int | None:
    """Return the token of the number of a table or figure; None if it has none, or is in another text."""
    at = index + 2 if _word(doc, index + 1, index) == "." else index + 1
    if at not in doc.sentence_of(index).tokens or not _is_in_text(doc, index):
        return None
    number = doc.tokens.texts[at]
    named = doc.tokens.texts[index][0].isupper() or _word(doc, index - 1, index) in _BEFORE_THINGS
    if not named or not _NUMBER.fullmatch(number) or _word(doc, at + 1, index) in _NOT_AFTER_NUMBER:
        return None
    return at


def _has(doc: al.Document, index: int) -> bool:
    """Whether the article has something of the kind that a token names."""
    if doc.blocks_of(al.BlockKind.CAPTION, al.BlockKind.ALT_TEXT) or _EMBEDDED.search(doc.source):
        return True
    tables = doc.blocks_of(al.BlockKind.TABLE_CELL)
    return bool(tables) and doc.lowered[index].removesuffix("s") in _MAY_BE_TABLES


def _leads_nowhere(doc: al.Document, index: int) -> bool:
    """Whether "listed below" stands in the last sentence of the article, or "listed above" in the first."""
    if _word(doc, index - 1, index) not in _REFERRING or _goes_on(_word(doc, index + 1, index)):
        return False
    sentence = doc.sentence_of(index)
    if not _is_in_text(doc, index) or _EMBEDDED.search(doc.source):
        return False
    if doc.lowered[index] == "below":
        return sentence == doc.sentences[-1]
    first = next(one for one in doc.sentences if doc.blocks[one.block].kind in _TEXT)
    return sentence == first
