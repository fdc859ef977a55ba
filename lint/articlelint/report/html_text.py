"""The text of an article in the ``html`` format: paragraphs, with the findings and related places marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from articlelint.errors import ReadError
from articlelint.model import Place, Position, Severity
from articlelint.report.base import FileResult
from articlelint.report.escape import web_page
from articlelint.source import Source

_WRAPPED = 100
"""The length up to which a line may be one of several lines of a paragraph."""


class Mark(NamedTuple):
    """A place to mark. ``severity`` is None for a place that a finding of another place is about."""

    place: Place
    anchor: str
    """The element, without text, that stands where the mark begins, so that links can lead there."""
    number: int = 0
    severity: Severity | None = None


class _Piece(NamedTuple):
    """The part of a mark that lies in a passage, as offsets into the text of the passage."""

    start: int
    end: int
    mark: Mark


def read_again(result: FileResult) -> Mapping[int, str] | None:
    """
    Return all lines of an article by number; None if its file does not have the text that was linted.

    That is so with standard input, with what is staged in git and with a file that has changed since. The
    file is read again because no result carries its text: few formats need it.
    """
    try:
        source = Source.read(Path(result.path), result.path)
    except (ReadError, ValueError):  # the name may have a NUL, or a surrogate
        return None
    lines = {number: line.rstrip("\r") for number, line in enumerate(source.text.split("\n"), 1)}
    same_lines = all(lines.get(number) == line for number, line in result.lines.items())
    same_places = all(
        d.span.end <= len(source.text) and source.place(d.span) == d.place for d in result.diagnostics
    )
    return lines if same_lines and same_places else None


def passages(lines: Mapping[int, str]) -> Iterator[Mapping[int, str]]:
    """
    Yield lines in passages: a paragraph with the blank lines after it, as far as no line is missing.

    A long line is a paragraph of its own: in many articles, each paragraph is on one line.
    """
    passage: dict[int, str] = {}
    last = 0
    for number, line in sorted(lines.items()):
        if passage and (number != last + 1 or (line.strip() and _ends_paragraph(passage[last]))):
            yield passage
            passage = {}
        passage[number] = line
        last = number
    if passage:
        yield passage


def _ends_paragraph(line: str) -> bool:
    return not line.strip() or len(line) > _WRAPPED


def marked_passages(
    lines: Mapping[int, str], marks: Iterable[Mark]
) -> Iterator[tuple[Mapping[int, str], str]]:
    """Yield each passage with its text as HTML: its lines with the marks, and a newline after each."""
    waiting = sorted(marks, key=lambda mark: mark.place)
    waiting.reverse()
    open_marks: list[Mark] = []
    for passage in passages(lines):
        first, last = min(passage), max(passage)
        while waiting and waiting[-1].place.start.line <= last:
            open_marks.append(waiting.pop())
        open_marks = [mark for mark in open_marks if mark.place.end.line >= first]
        yield passage, "".join(_marked(passage, open_marks))


def _marked(passage: Mapping[int, str], marks: Iterable[Mark]) -> Iterator[str]:
    """The text of a passage as HTML, cut wherever a mark begins or ends: marks may overlap, elements not."""
    text = "".join(f"{line}\n" for line in passage.values())
    pieces = _pieces(passage, marks)
    starting: dict[int, list[_Piece]] = {}
    for piece in pieces:
        starting.setdefault(piece.start, []).append(piece)
    cuts = sorted({0, len(text), *starting, *(piece.end for piece in pieces)})
    covering: list[_Piece] = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        covering = [piece for piece in covering if piece.end > start]
        for piece in starting.get(start, ()):
            if piece.mark.place.start.line in passage:
                yield piece.mark.anchor
            if piece.end > start:
                covering.append(piece)
        if end > start:
            yield _segment(text[start:end], [piece.mark for piece in covering])


def _pieces(passage: Mapping[int, str], marks: Iterable[Mark]) -> list[_Piece]:
    """The parts of marks that lie in a passage."""
    starts: dict[int, int] = {}
    length = 0
    for number, line in passage.items():
        starts[number] = length
        length += len(line) + 1

    def offset(position: Position) -> int:
        if position.line not in starts:
            return 0 if position.line < min(passage) else length
        return starts[position.line] + min(position.column - 1, len(passage[position.line]))

    return [_Piece(offset(mark.place.start), offset(mark.place.end), mark) for mark in marks]


def _segment(text: str, marks: list[Mark]) -> str:
    """A text that the same marks cover."""
    severities = [mark.severity for mark in marks if mark.severity is not None]
    if severities:
        numbers = " ".join(str(mark.number) for mark in marks if mark.severity is not None)
        worst = max(severities, key=lambda severity: severity.rank)
        return f'<mark class="{worst}" data-k="{numbers}">{_lines(text)}</mark>'
    return f'<span class="other">{_lines(text)}</span>' if marks else _lines(text)


def _lines(text: str) -> str:
    return "\n".join(map(web_page, text.split("\n")))
