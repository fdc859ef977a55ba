"""Pairs the quotation marks of a text: which belong together, and which have no partner."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from articlelint.model import Block, BlockKind, Span
from articlelint.text.quote_kinds import kind_of
from articlelint.text.quote_marks import Family, Look, Mark, find_marks, find_places
from articlelint.text.quotes import Quotations, Quote


def find_quotes(text: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Return every quotation, in the order of their opening marks. None crosses a block."""
    return pair_marks(text, blocks).quotes


def pair_marks(text: str, blocks: Sequence[Block]) -> Quotations:
    """
    Pair the quotation marks of every block.

    This is one pass over the marks of each block, with a stack of the open ones. The neighbours of a mark say
    whether it looks like an opening or a closing mark. If that does not fit the open marks, the following
    marks decide, so that one wrong mark spoils one quotation and not the rest of the paragraph.
    """
    quotes: list[Quote] = []
    strays: list[Span] = []
    places = find_places(text)
    if not places:
        return Quotations((), ())
    left_open: int | None = None
    for block in blocks:
        at = bisect_left(places, block.span.start)
        some = at < len(places) and places[at] < block.span.end
        marks = find_marks(text, block.span, places) if some else []
        if not marks and left_open is None:
            continue
        found, lost = _Pairing(text, block.span, marks).run() if marks else ([], [])
        if left_open is not None and found and _reopens(text, found[0], quotes[left_open], block):
            quotes[left_open], found[0] = _linked(quotes[left_open], found[0])
        if block.kind is not BlockKind.CAPTION:
            _drop_apostrophe(quotes, left_open)
            outer = [i for i, quote in enumerate(found) if quote.depth == 0]
            ends_open = bool(outer) and not found[outer[-1]].closed
            left_open = len(quotes) + outer[-1] if ends_open else None
        quotes += found
        strays += lost
    _drop_apostrophe(quotes, left_open)
    return Quotations(tuple(quotes), tuple(strays))


def _drop_apostrophe(quotes: list[Quote], left_open: int | None) -> None:
    """Drop a quotation opened by a straight single mark if no paragraph continues it: it is an apostrophe."""
    if left_open is not None and quotes[left_open].opening == "'" and quotes[left_open].chain is None:
        del quotes[left_open]


def _reopens(text: str, quote: Quote, before: Quote, block: Block) -> bool:
    """Whether the first quotation of a block continues the one that the block before left open."""
    lead = text[block.span.start : quote.span.start]
    return not lead.strip("([—–- ") and _FAMILY.get(quote.opening) is _FAMILY.get(before.opening)


def _linked(earlier: Quote, later: Quote) -> tuple[Quote, Quote]:
    chain = earlier.chain if earlier.chain is not None else earlier.span.start
    return earlier._replace(continued=True, chain=chain), later._replace(continues=True, chain=chain)


_FAMILY = (
    dict.fromkeys('"“”„‟″', Family.DOUBLE)
    | dict.fromkeys(("``", "''"), Family.DOUBLE)
    | dict.fromkeys("'‘’‛", Family.SINGLE)
    | dict.fromkeys("«»‹›", Family.GUILLEMET)
)
# No prose nests deeper. The limit keeps the time linear in a file of nothing but marks.
_DEEPEST = 6
_STOPS = frozenset(".!?…")
_PARTNER = {"«": "»", "»": "«", "‹": "›", "›": "‹"}


class _Pairing:
    """The pairing of one block's marks."""

    def __init__(self, text: str, block: Span, marks: list[Mark]) -> None:
        self._text = text
        self._block = block
        self._marks = marks
        self._stack: list[Mark] = []
        self._quotes: list[Quote] = []
        self._strays: list[Span] = []
        self._doubles = [mark for mark in marks if mark.family is Family.DOUBLE]
        self._next_double = 0
        self._straight: list[Look | None] = []
        """For each double mark, how the next straight one looks; computed when it is first needed."""
        self._closers = _strong_closers_ahead(marks) if len(self._doubles) < len(marks) else []

    def run(self) -> tuple[list[Quote], list[Span]]:
        """Return the quotations, in the order of their opening marks, and the stray marks."""
        for number, mark in enumerate(self._marks):
            if mark.family is Family.DOUBLE:
                self._next_double += 1
                self._double(mark)
            elif mark.family is Family.SINGLE:
                self._single(mark, number)
            else:
                self._guillemet(mark)
        while self._stack:
            self._abandon(self._block.end, last=len(self._stack) == 1)
        if len(self._quotes) > 1:
            self._quotes.sort(key=lambda quote: (quote.span.start, -quote.span.end))
        return self._quotes, self._strays

    # Opening and closing quotations.

    def _open(self, family: Family) -> Mark | None:
        """The innermost open mark of a family."""
        for mark in reversed(self._stack):
            if mark.family is family:
                return mark
        return None

    def _push(self, mark: Mark) -> None:
        if len(self._stack) == _DEEPEST:
            self._abandon(mark.start)
        self._stack.append(mark)

    def _close(self, closing: Mark, family: Family) -> None:
        """Close the innermost open mark of a family; abandon the open marks inside it."""
        while self._stack[-1].family is not family:
            self._abandon(closing.start)
        opening = self._stack.pop()
        if opening.end == closing.start:
            return  # with nothing between them, they quote nothing
        span, inner = Span(opening.start, closing.end), Span(opening.end, closing.start)
        kind = kind_of(self._text, self._block, span, inner)
        self._quotes.append(Quote(span, inner, opening.text, closing.text, len(self._stack), kind=kind))

    def _abandon(self, end: int, *, continued: bool = False, last: bool = False) -> None:
        """
        Give up the innermost open mark: it is a quotation left open, or no quotation mark at all.

        ``last`` is true if nothing else is open at the end of the block, so that the next block may continue
        the quotation.
        """
        opening = self._stack.pop()
        if not self._may_be_left_open(opening, last):
            return
        while end > opening.end and self._text[end - 1].isspace():
            end -= 1
        if end <= opening.end:
            self._strays.append(Span(opening.start, opening.end))
            return
        span, inner = Span(opening.start, end), Span(opening.end, end)
        chain = opening.start if continued else None
        kind = kind_of(self._text, self._block, span, inner)
        depth = len(self._stack)
        self._quotes.append(
            Quote(
                span,
                inner,
                opening.text,
                "",
                depth,
                closed=False,
                continued=continued,
                chain=chain,
                kind=kind,
            )
        )

    def _may_be_left_open(self, opening: Mark, last: bool) -> bool:
        """Whether a mark without a partner is a quotation left open, not an apostrophe or an arrow."""
        if opening.family is Family.DOUBLE:
            return opening.text not in {"``", "''"}
        if opening.family is Family.GUILLEMET:
            return opening.look is Look.OPENS
        before = self._text[max(self._block.start, opening.start - 4) : opening.start].rstrip()[-1:]
        introduced = before in {"", ":", ","}
        single = opening.text == "‘" or (opening.text == "'" and last)
        return introduced and single and self._text[opening.end : opening.end + 1].isupper()

    # Reading one mark.

    def _double(self, mark: Mark) -> None:
        opening = self._open(Family.DOUBLE)
        if opening is None:
            if self._begins(mark):
                self._push(mark)
            elif not mark.measure and mark.text != "″":
                self._strays.append(Span(mark.start, mark.end))
        elif self._ends(mark):
            if not (mark.measure and self._looks(0) is Look.CLOSES):
                self._close(mark, Family.DOUBLE)
        elif self._nests(opening, mark):
            self._push(mark)
        elif mark.text == '"' and not self._starts_anew(mark) and self._looks(0) is not Look.CLOSES:
            self._close(mark, Family.DOUBLE)
        else:
            self._restart(mark)

    def _begins(self, mark: Mark) -> bool:
        """Whether a double mark opens a quotation if none is open; after “=” it opens a value."""
        if mark.start > self._block.start and self._text[mark.start - 1] == "=":
            return True
        if mark.text in {"“", "„", "``"}:
            return mark.look is not Look.CLOSES
        if mark.text == "″":
            return False
        if mark.look is Look.EITHER:
            return mark.text == '"' and not mark.measure and mark.end < self._block.end
        return mark.look is Look.OPENS

    def _ends(self, mark: Mark) -> bool:
        """Whether a double mark closes the open quotation."""
        if mark.text in {"“", "``"}:
            spaced = mark.look is Look.EITHER and self._looks(0) is not Look.CLOSES
            return mark.look is Look.CLOSES or spaced
        if mark.text == "„":
            return False
        return mark.text in {"”", "''"} or mark.look is not Look.OPENS

    def _nests(self, opening: Mark, mark: Mark) -> bool:
        """Whether a double mark opens a quotation inside the open one: both must be closed later."""
        if self._looks(0) is not Look.CLOSES:
            return False
        if self._looks(1) is Look.CLOSES:
            return True
        if opening.text != '"' or mark.text != "“":
            return False
        self._straight = self._straight or _next_straight(self._doubles)
        return self._straight[self._next_double - 1] is Look.CLOSES

    def _looks(self, ahead: int) -> Look | None:
        """How the double mark after the next ``ahead`` ones looks; None if there is none."""
        at = self._next_double + ahead
        return self._doubles[at].look if at < len(self._doubles) else None

    def _on_new_line(self, mark: Mark) -> bool:
        return "\n" in self._text[max(mark.start - 2, self._block.start) : mark.start]

    def _starts_anew(self, mark: Mark) -> bool:
        """Whether a mark that looks like an opening one begins a line, or a sentence after a full stop."""
        if self._on_new_line(mark):
            return True
        before = self._text[max(self._block.start, mark.start - 4) : mark.start].rstrip()[-1:]
        after = self._text[mark.end : mark.end + 1]
        return before in _STOPS and (after.isupper() or after.isdigit())

    def _restart(self, mark: Mark) -> None:
        """Open a new quotation: the open one lacks its closing mark, or continues after a line break."""
        goes_on = self._on_new_line(mark)
        while self._open(Family.DOUBLE) is not None:
            self._abandon(mark.start, continued=goes_on)
        self._push(mark)

    def _single(self, mark: Mark, number: int) -> None:
        innermost = self._stack[-1] if self._stack else None
        if mark.look is Look.OPENS:
            if innermost is not None and innermost.family is Family.SINGLE:
                self._abandon(mark.start)
            self._push(mark)
        elif innermost is not None and innermost.family is Family.SINGLE:
            if not (mark.weak and self._closers[number]):
                self._close(mark, Family.SINGLE)
        elif innermost is None and self._text[mark.start - 1] in ",.?!" and not mark.measure:
            self._strays.append(Span(mark.start, mark.end))

    def _guillemet(self, mark: Mark) -> None:
        opening = self._open(Family.GUILLEMET)
        if opening is not None and mark.text == _PARTNER[opening.text]:
            self._close(mark, Family.GUILLEMET)
        elif mark.text in "«‹" or mark.look is Look.OPENS:
            self._push(mark)
        elif mark.look is Look.CLOSES:
            self._strays.append(Span(mark.start, mark.end))


def _next_straight(doubles: list[Mark]) -> list[Look | None]:
    """For each double mark, how the next straight one looks."""
    looks: list[Look | None] = [None] * len(doubles)
    seen: Look | None = None
    for number in range(len(doubles) - 1, -1, -1):
        looks[number] = seen
        if doubles[number].text == '"':
            seen = doubles[number].look
    return looks


def _strong_closers_ahead(marks: list[Mark]) -> list[bool]:
    """For each mark, whether a certain closing single mark comes before the next opening or double mark."""
    ahead = [False] * len(marks)
    seen = False
    for number in range(len(marks) - 1, -1, -1):
        ahead[number] = seen
        mark = marks[number]
        if mark.family is Family.SINGLE and not mark.weak:
            seen = mark.look is Look.CLOSES
        elif mark.family is Family.DOUBLE and mark.look is Look.CLOSES:
            seen = False
    return ahead
