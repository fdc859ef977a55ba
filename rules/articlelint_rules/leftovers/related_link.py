"""Links to other stories that a content system put between the paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.leftovers.link_labels import ALONE, COMMON, HEADLINE_FOLLOWS, PLAIN
from articlelint_rules.leftovers.phrasebook import PhraseBook, cut, lines_of

_MARK = r"(?P<mark>\s*(?:[:|»>]|[–—-](?=\s))\s*)"
# "See also Figure 3", "See also Smith (2019)", "See also John 3:16": a reference within the work.
_REFERENCE = re.compile(
    r"(?:fig(?:ure|s?\.)|table|section|sect\.|chapter|appendix|annex|page|pp?\.|box|note|footnote|part|article|"
    r"paragraph|para|schedule|exhibit|volume|vol\.|equation|eq\.|step|question|rule|regulation|act|clause)s?\b"
    r"|.*\((?:1[5-9]|20)\d\d|\S+ \d+:\d",
    re.IGNORECASE,
)
_HEADLINE_START = re.compile(r"[\"“‘'«]?[A-Z0-9À-Þ#$£€]")
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*(?=\s)")
_HEADINGS = frozenset({al.BlockKind.HEADLINE, al.BlockKind.STANDFIRST, al.BlockKind.CROSSHEAD})
# Longer lines are prose.
_LONGEST = 320
_FIRST_WORD = re.compile(r"[\W_]*(\w+)")
_SHOUTED = frozenset(
    word for label in (*PLAIN, *COMMON) for word in (label.split()[0], label.split()[0].replace("'", "’"))
)
"""The first words of labels, as tokens."""
# A credit ("Video: Jane Roe") has fewer words than a headline.
_TITLE_WORDS = 4


class Options(NamedTuple):
    """What else opens a link to another story."""

    labels: tuple[str, ...] = ()
    """Further openings, such as "from our archive". They are found before a colon, a bar, a dash or a gap."""


@lru_cache(maxsize=16)
def _first_words(own: tuple[str, ...]) -> frozenset[str]:
    """The first words of lines that may be links, in lower case: few lines are looked at further."""
    labels = (*own, *PLAIN, *COMMON)
    return PhraseBook.of(ALONE).openings.union(_first_word(label, 0, len(label)) for label in labels)


def _either(own: tuple[str, ...]) -> str:
    """A pattern for the labels, the longest first."""
    ordered = sorted({label.lower() for label in (*own, *PLAIN, *COMMON)}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(label).replace("'", "['’]") for label in ordered)


@lru_cache(maxsize=16)
def _opened(own: tuple[str, ...]) -> re.Pattern[str]:
    """A label at the start of a line."""
    gap = rf"(?:{_MARK}|[ \u00a0]{{2,}}|\t\s*|(?P<tight>[ \u00a0]))"
    start = rf"(?P<bracket>[\[(]?)\s*[*•»>–—-]?\s*(?P<label>{_either(own)}){gap}(?=\S)"
    return re.compile(start, re.IGNORECASE)


@lru_cache(maxsize=16)
def _shouted(own: tuple[str, ...]) -> re.Pattern[str]:
    """A label in capitals behind the end of a sentence."""
    return re.compile(rf"[.!?…][\"”’)]* +(?P<label>{_either(own).upper()}){_MARK}(?=\S)")


def _first_word(text: str, start: int, end: int) -> str:
    """The first word of a part of a text, in lower case; empty where it has none."""
    found = _FIRST_WORD.match(text, start, end)
    return found[1].lower() if found else ""


class RelatedLink(al.Rule[Options]):
    """
    A link to another story has been left in this one.

    Content systems put "See also", "Read more" and "RELATED:" lines between the paragraphs of an article.
    Copied with the text, or sent out with it, they interrupt the story and point at nothing.

    The rule reports a line or paragraph that opens with such a label and goes on as a link does: after a
    colon, a bar or a wide gap, or straight with a headline. A sentence that begins with the same words is
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
        """Every line that is a link, and every link in capitals at the end of a paragraph."""
        own = self.options.labels
        words, shouts = _first_words(own), bool(own) or _shouts(doc)
        for number, (block, lines) in enumerate(zip(doc.blocks, lines_of(doc), strict=True)):
            if block.kind is al.BlockKind.TABLE_CELL or _heads_section(doc, number):
                continue
            links = [
                link
                for line in lines
                if line.end - line.start <= _LONGEST
                and _first_word(doc.text, line.start, line.end) in words
                and (link := _line_link(doc, block, line, own)) is not None
            ]
            if shouts:
                links += _shouted_links(doc, block, _shouted(own))
            for span, label in links:
                message = f"“{label}” is a link to another story, not part of this one: cut it"
                yield self.finding(span, message, fix=cut(span))


def _heads_section(doc: al.Document, number: int) -> bool:
    """Whether a block is a heading, by its markup, over a list: then it announces a section of its own."""
    block = doc.blocks[number]
    if block.kind not in _HEADINGS or not block.level or number + 1 == len(doc.blocks):
        return False
    return doc.blocks[number + 1].kind is al.BlockKind.LIST_ITEM


def _shouts(doc: al.Document) -> bool:
    """Whether the first word of a label stands anywhere in capitals."""
    texts = doc.tokens.texts
    return any(texts[at].isupper() for word in _SHOUTED & doc.positions.keys() for at in doc.positions[word])


def _line_link(
    doc: al.Document, block: al.Block, line: al.Span, own: tuple[str, ...]
) -> tuple[al.Span, str] | None:
    """A line that is a link, with its label as it stands there."""
    text = doc.slice(line)
    if PhraseBook.of(ALONE).covers(text):
        return line, " ".join(text.split()).rstrip(" :»>.")
    match = _opened(own).match(text)
    if match and _is_link(match, text, block, {label.lower() for label in own}) and not doc.in_quote(line):
        return _extent(line, match, text), match["label"]
    return None


def _is_link(match: re.Match[str], text: str, block: al.Block, own: set[str]) -> bool:
    """Whether what follows a label is a headline rather than the rest of a sentence."""
    label, rest = match["label"], text[match.end() :]
    name = label.lower().replace("’", "'")
    titled = _HEADLINE_START.match(rest) is not None
    if match["tight"]:
        # "Read More" with a capital in the middle is a label; "Read more books" is advice.
        shown = label.isupper() or (
            label.istitle() and " " in label and not rest.endswith((".", "!", "?", "”"))
        )
        headline_may_follow = name in HEADLINE_FOLLOWS or (shown and name in PLAIN)
        return headline_may_follow and titled and not rest.isupper() and not _REFERENCE.match(rest)
    if name in own:
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


def _extent(line: al.Span, match: re.Match[str], text: str) -> al.Span:
    """The whole line, or as far as the bracket that the link opened with is closed."""
    closing = {"[": "]", "(": ")"}.get(match["bracket"], "")
    if closing and (end := text.find(closing, match.end())) >= 0:
        return al.Span(line.start, line.start + end + 1)
    return line


def _shouted_links(
    doc: al.Document, block: al.Block, shouted: re.Pattern[str]
) -> Iterator[tuple[al.Span, str]]:
    """Links behind the last sentence of a line: only capitals tell them from one more sentence."""
    for match in shouted.finditer(doc.text, block.span.start, block.span.end):
        stop = doc.text.find("\n", match.end(), block.span.end)
        stop = block.span.end if stop < 0 else stop
        end = _SENTENCE_END.search(doc.text, match.end(), stop)
        span = al.Span(match.start("label"), end.end() if end else stop)
        if not doc.in_quote(span):
            yield span, match["label"]
