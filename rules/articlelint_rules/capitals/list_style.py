"""list-style: an item of a list with another first letter or end mark than the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import articlelint as al

_END_MARKS = {".": "a full stop", ";": "a semicolon", ",": "a comma"}
_CAPITAL, _SMALL, _NO_MARK = "a capital", "a small letter", "no mark"
_JOINING = ("and", "or")
_CLEARLY = 3
"""How many times as frequent the usual style must be."""


class Options(NamedTuple):
    """How long a list must be."""

    minimum_items: int = 3
    """How many items of a list must agree before another is reported."""

    def check(self) -> None:
        """Raise ValueError where a value makes no sense."""
        if self.minimum_items < 1:
            raise ValueError(f"minimum-items must be at least 1, not {self.minimum_items}")


class ListStyle(al.Rule[Options]):
    """
    An item of a list begins or ends in another way than the others.

    Three items begin with a capital and one with a small letter, or four have no full stop and one has. The
    rule compares the items of each list of at least four, and reports what at most a quarter of them do.

    Left alone are names and numbers at the start; items of several sentences, or that end in an abbreviation
    or a question; the last mark of a list that reads as one sentence ("bread; milk; and eggs."), and lists in
    plain text without bullets or numbers.
    """

    meta = al.Meta(
        "list-style",
        "a list item in another style than the others",
        since="0.1",
        severity=al.Severity.INFO,
    )
    options_type = Options
    examples = (
        al.Flagged("- Bring bread\n- Bring milk\n- [[bring]] cheese\n- Bring water", suffix=".md"),
        al.Flagged("- Bring bread\n- Bring milk[[.]]\n- Bring cheese\n- Bring water", suffix=".md"),
        al.Flagged("- Eat bread.\n- Drink milk.\n- Cut [[cheese]]\n- Boil water.", suffix=".md"),
        al.Flagged(
            "<ul><li>bread;</li><li>milk;</li><li>cheese;</li><li>tea[[,]]</li><li>water.</li></ul>",
            suffix=".html",
        ),
        al.Clean("- Bring bread\n- Bring milk\n- Bring cheese\n- Bring water", suffix=".md"),
        al.Clean("- bread;\n- milk;\n- cheese; and\n- water.", suffix=".md"),
        al.Clean("- bread\n- milk\n- Edam\n- water", suffix=".md"),
        al.Clean("- Bring bread\n- Bring milk\n- Bring cheese\n- Bring water. It is hot.", suffix=".md"),
        al.Clean("- bring bread\n- Bring milk\n- Bring cheese", suffix=".md"),
        al.Clean("- Bring bread\n- Bring milk\n- Bring cups, plates etc.\n- Bring water", suffix=".md"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each item that is unlike most of its list."""
        for items in _lists(doc):
            if len(items) <= self.options.minimum_items:
                continue
            yield from self._unlike(doc, items, [_beginning(doc, item) for item in items], "begin with")
            yield from self._unlike(doc, items, _endings(doc, items), "end with")

    def _unlike(
        self, doc: al.Document, items: Sequence[al.Block], styles: Sequence[str], verb: str
    ) -> Iterator[al.Finding]:
        """Yield a finding for each item whose style is rare; "" is no style."""
        counts = Counter(style for style in styles if style)
        if len(counts) < 2:  # noqa: PLR2004 - two styles
            return
        usual, count = counts.most_common(1)[0]
        if count < self.options.minimum_items or (counts.total() - count) * _CLEARLY > count:
            return
        for item, style in zip(items, styles, strict=True):
            if style and style != usual:
                span = _place(doc, item, style, verb)
                yield self.finding(span, f"The other items of the list {verb} {usual}, this one with {style}")


def _lists(doc: al.Document) -> Iterator[list[al.Block]]:
    """
    Yield the items of each list.

    A list inside another one is a list of its own, and the item that it belongs to is left out.
    """
    opened: list[tuple[int, list[al.Block]]] = []
    for block in doc.blocks:
        level = block.level if block.kind is al.BlockKind.LIST_ITEM else 0
        while opened and opened[-1][0] > level:
            yield opened.pop()[1]
        if not level:
            continue
        if opened and opened[-1][0] == level:
            opened[-1][1].append(block)
            continue
        if opened:
            opened[-1][1].pop()
        opened.append((level, [block]))
    for _, items in opened:
        yield items


def _beginning(doc: al.Document, item: al.Block) -> str:
    """Return how an item begins; "" if its first word says nothing."""
    index = doc.sentences_in(item.span)[0].tokens.start
    token = doc.tokens[index]
    word = token.text
    if token.span.start != item.span.start or token.kind is not al.TokenKind.WORD or not word[1:].islower():
        return ""
    size, name_size = al.lexicon.sizes(word.lower())
    if not al.lexicon.is_common(word.lower()) or 0 < name_size <= size:
        return ""
    if word[0].islower():
        return _SMALL
    following = doc.tokens.texts[index + 1 : index + 2]
    # "National Park Service" is a name.
    return "" if following and following[0].istitle() else _CAPITAL


def _endings(doc: al.Document, items: Sequence[al.Block]) -> list[str]:
    """Return how each item ends; "" if its end says nothing."""
    styles = [_ending(doc, item) for item in items]
    before = doc.slice(items[-2].span)
    runs_on = before.endswith((";", ",")) or before.lower().endswith(_JOINING)
    if runs_on or _beginning(doc, items[-1]) == _SMALL:
        # The list is one sentence, and this is its full stop.
        styles[-1] = ""
    return styles


def _ending(doc: al.Document, item: al.Block) -> str:
    """Return how an item ends; "" if it is several sentences, or its last word may be an abbreviation."""
    text = doc.slice(item.span)
    if len(doc.sentences_in(item.span)) != 1 or text.lower().rstrip(";,").endswith(_JOINING):
        return ""
    word = text.rstrip(".;,").rpartition(" ")[2].lower()
    if text[-1].isalnum():
        return _NO_MARK
    return _END_MARKS.get(text[-1], "") if al.lexicon.is_common(word) and text[-2].isalnum() else ""


def _place(doc: al.Document, item: al.Block, style: str, verb: str) -> al.Span:
    """Return the span of the first word, of the mark at the end, or of the word that lacks one."""
    if verb == "begin with":
        return doc.tokens[doc.sentences_in(item.span)[0].tokens.start].span
    end = item.span.end
    if style != _NO_MARK:
        return al.Span(end - 1, end)
    last = doc.tokens[doc.sentences_in(item.span)[-1].tokens.stop - 1]
    return last.span
