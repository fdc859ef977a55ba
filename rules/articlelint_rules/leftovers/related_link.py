"""related-link: links to other stories that a content management system put between the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.leftovers.link_labels import ALONE, COMMON, HEADLINE_FOLLOWS, PLAIN
from articlelint_rules.leftovers.phrasebook import PhraseBook, cut, lines_of

_MARK = r"(?P<mark>\s*(?:[:|»>]|[–—-](?=\s))\s*)"
# What follows a label that refers to a part of the work, a publication or a verse: "See also Figure 3",
# "See also Smith (2019)", "See also John 3:16".
_REFERENCE = re.compile(
    r"(?:fig(?:ure|s?\.)|table|section|sect\.|chapter|appendix|annex|page|pp?\.|box|note|footnote|part|article|"
    r"paragraph|para|schedule|exhibit|volume|vol\.|equation|eq\.|step|question|rule|regulation|act|clause)s?\b"
    r"|.*\((?:1[5-9]|20)\d\d|\S+ \d+:\d",
    re.IGNORECASE,
)
_HEADLINE_START = re.compile(r"[\"“‘'«]?[A-Z0-9À-Þ#$£€]")
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*(?=\s)")
_HEADINGS = frozenset({al.BlockKind.HEADLINE, al.BlockKind.STANDFIRST, al.BlockKind.CROSSHEAD})
_ANNOUNCEMENTS = PhraseBook(ALONE)
# In code points; longer lines are prose.
_LONGEST = 320
# A headline has at least so many words; a credit ("Video: Jane Roe") has fewer.
_TITLE_WORDS = 4


class Options(NamedTuple):
    """Which other labels open a link to another story."""

    labels: tuple[str, ...] = ()
    """Further labels, such as "from our archive", that are found before a colon, a bar, a dash or a gap."""


def _any_label(own: tuple[str, ...]) -> str:
    """Return a pattern for all labels, the longest first; ``own`` are those of the configuration."""
    ordered = sorted({label.lower() for label in (*own, *PLAIN, *COMMON)}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(label).replace("'", "['’]") for label in ordered)


@lru_cache(maxsize=16)
def _label_at_start(own: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a label at the start of a line, with what separates it from a headline."""
    gap = rf"(?:{_MARK}|[ \u00a0]{{2,}}|\t\s*|(?P<single_space>[ \u00a0]))"
    start = rf"(?P<bracket>[\[(]?)\s*[*•»>–—-]?\s*(?P<label>{_any_label(own)}){gap}(?=\S)"
    return re.compile(start, re.IGNORECASE)


@lru_cache(maxsize=16)
def _label_in_capitals(own: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a label in capitals after the end of a sentence."""
    return re.compile(rf"[.!?…][\"”’)]* +(?P<label>{_any_label(own).upper()}){_MARK}(?=\S)")


class RelatedLink(al.Rule[Options]):
    """
    A link to another story has been left in this one.

    Content management systems put "See also", "Read more" and "RELATED:" lines between the paragraphs of an
    article. Where they were copied or sent out with the text, they interrupt the story and lead nowhere.

    The rule reports a line or paragraph that opens with such a label and continues as a link does: with a
    colon, a bar or a wide gap, or directly with a headline. A sentence that begins with the same words is
    left alone ("See also chapter 3, which lists the exceptions."), and so is a section with that heading
    and a list under it.
    """

    meta = al.Meta("related-link", "a link to another story left in the text", since="0.1")
    options_type = Options
    examples = (
        al.Flagged(
            "It rained.\n\n[[See also: Ten wet places]]\n\nIt stopped.",
            fixed="It rained.\n\n\n\nIt stopped.",
        ),
        al.Flagged("It rained.\n\n[[See also  Harbour closed for third day as gale batters coast]]"),
        al.Flagged("It rained.\n\n[[See also\u00a0 Harbour closed for third day]]"),
        al.Flagged("It rained.\n\n[[See also Mayor opens bridge. Here's what to know before you drive.]]"),
        al.Flagged("It rained.\n\n[[Related: ‘Nobody warned us’, says mayor]]\n\nIt stopped."),
        al.Flagged("It rained.\n\n[[RELATED: Ferry breaks down again]]\n\nIt stopped."),
        al.Flagged("It rained.\n\n[[Read more: Ferry breaks down again]]\n\nIt stopped."),
        al.Flagged("It rained.\n\n[[ALSO READ | Ferry breaks down again]]\n\nIt stopped."),
        al.Flagged("It rained.\n\n[[RECOMMENDED]]\n\nFerry breaks down again\n\nIt stopped."),
        al.Flagged("It rained.\n\n[[More on this story]]"),
        al.Flagged("It rained.\n\n[[Read More »]]\n\nIt stopped."),
        al.Flagged("It rained.\n\n[[WATCH: Crew pulls swimmer from harbour]]\n\nIt stopped."),
        al.Flagged("It rained, the mayor said. [[READ MORE: Ferry breaks down again]]"),
        al.Flagged(
            "It rained.\n\n[[From the harbour desk: Ten wet places]]",
            options={"labels": ["from the harbour desk"]},
        ),
        al.Clean("It rained. See also chapter 3, which lists the exceptions."),
        al.Clean("See also Section 4 of the act, which the court did not quote."),
        al.Clean("It rained.\n\n## See also\n\n- Ten wet places\n- Nine dry ones", suffix=".md"),
        al.Clean("Related costs rose by a third, the council said."),
        al.Clean("Read more books, the minister told pupils."),
        al.Clean("Read: it is the one thing that helps, the minister told pupils."),
        al.Clean("Recommended: two tablets a day."),
        al.Clean("Video: Reuters"),
        al.Clean("More from the sale went to charity than anyone had expected."),
        al.Clean("“See also: the whole of history,” he said."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each line that is a link, and for each link in capitals after a sentence."""
        for number, block in enumerate(doc.blocks):
            if block.kind is al.BlockKind.TABLE_CELL or _is_heading_of_list(doc, number):
                continue
            links = [
                *_links_in_lines(doc, block, self.options.labels),
                *_links_in_capitals(doc, block, self.options.labels),
            ]
            for span, label in links:
                message = f"“{label}” is a link to another story, not part of this one: cut it"
                yield self.finding(span, message, fix=cut(span))


def _is_heading_of_list(doc: al.Document, number: int) -> bool:
    """Whether a block is marked up as a heading and a list follows: it then announces a section."""
    block = doc.blocks[number]
    if block.kind not in _HEADINGS or not block.level or number + 1 == len(doc.blocks):
        return False
    return doc.blocks[number + 1].kind is al.BlockKind.LIST_ITEM


def _links_in_lines(doc: al.Document, block: al.Block, own: tuple[str, ...]) -> Iterator[tuple[al.Span, str]]:
    """Yield the lines of a block that are links, each with its label as it is written."""
    for line in lines_of(doc, block):
        text = doc.slice(line)
        if len(text) > _LONGEST:
            continue
        if _ANNOUNCEMENTS.covers(text):
            yield line, " ".join(text.split()).rstrip(" :»>.")
            continue
        match = _label_at_start(own).match(text)
        # The headline behind the label may be a quotation; a label in a quotation is somebody's words.
        if match and _is_link(match, text, block, own) and not doc.in_quote(_label_of(match, line)):
            yield _extent(line, match, text), match["label"]


def _is_link(match: re.Match[str], text: str, block: al.Block, own: tuple[str, ...]) -> bool:
    """Whether a headline follows a label, rather than the rest of a sentence."""
    label, rest = match["label"], text[match.end() :]
    name = label.lower().replace("’", "'")
    titled = _HEADLINE_START.match(rest) is not None
    if match["single_space"]:
        # "Read More" with a capital in the middle is a label; "Read more books" is advice.
        set_off = label.isupper() or (
            label.istitle() and " " in label and not rest.endswith((".", "!", "?", "”"))
        )
        headline_may_follow = name in HEADLINE_FOLLOWS or (set_off and name in PLAIN)
        return headline_may_follow and titled and not rest.isupper() and not _REFERENCE.match(rest)
    if name in {label.lower() for label in own}:
        return True
    if name in PLAIN:
        return (titled or name != "related") and not _REFERENCE.match(rest)
    if match["mark"] is None or not titled:
        return False
    if label.isupper() or match["bracket"]:
        return len(rest.split()) > 1
    if len(rest.split()) < _TITLE_WORDS:
        return False
    return block.kind is al.BlockKind.PARAGRAPH and not rest.endswith((".", "!", "…", ",", ";", ":"))


def _label_of(match: re.Match[str], line: al.Span) -> al.Span:
    """Return the span of the label that a line begins with."""
    return al.Span(line.start + match.start("label"), line.start + match.end("label"))


def _extent(line: al.Span, match: re.Match[str], text: str) -> al.Span:
    """Return the span of a link: the whole line, or the part up to the bracket that closes the link."""
    closing = {"[": "]", "(": ")"}.get(match["bracket"], "")
    if closing and (end := text.find(closing, match.end())) >= 0:
        return al.Span(line.start, line.start + end + 1)
    return line


def _links_in_capitals(
    doc: al.Document, block: al.Block, own: tuple[str, ...]
) -> Iterator[tuple[al.Span, str]]:
    """Yield links after the last sentence of a line, which only capitals distinguish from a sentence."""
    for match in _label_in_capitals(own).finditer(doc.text, block.span.start, block.span.end):
        stop = doc.text.find("\n", match.end(), block.span.end)
        stop = block.span.end if stop < 0 else stop
        end = _SENTENCE_END.search(doc.text, match.end(), stop)
        span = al.Span(match.start("label"), end.end() if end else stop)
        if not doc.in_quote(span):
            yield span, match["label"]
