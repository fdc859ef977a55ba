"""mojibake: letters that were decoded with the wrong encoding, such as â€™ for an apostrophe and Ã© for é."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import articlelint as al

# The characters of bytes 0x80 to 0xBF in Windows-1252. It leaves five undefined; they stay as they are.
_TAIL = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ" + "".join(map(chr, range(0xA0, 0xC0)))
_T = f"[{re.escape(_TAIL)}]"
# A lead byte of UTF-8 and its continuation bytes, each of them decoded as one character.
_SEQUENCE = re.compile(f"(?:[Â-ß]{_T}|[à-ï]{_T}{{2}}|[ð-ô]{_T}{{3}})+|ï»¿|\ufffd+")
_PAIR = 2
_LONGEST = 3
_QUOTES = "“”‘’«»‹›…–—„‚\u00a0"


class Mojibake(al.Rule[al.NoOptions]):
    """
    A letter or mark was read in the wrong encoding.

    Text that was saved as UTF-8 and opened as Windows-1252 shows "â€™" for an apostrophe and "Ã©" for é.
    The rule reverses the error and reports only what becomes one sensible character, which the fix puts in
    its place. It also reports the replacement character �, without a fix: the original character is lost.
    """

    meta = al.Meta("mojibake", "letters read in the wrong encoding", since="0.1")
    examples = (
        al.Flagged("The mayor[[â€™]]s caf[[Ã©]] is open.", fixed="The mayor’s café is open."),
        al.Flagged("[[â€œ]]No,[[â€\x9d]] she said.", fixed="“No,” she said."),
        al.Flagged("A ticket costs [[Â£]]4.", fixed="A ticket costs £4."),
        al.Flagged("The r[[�]]gime fell."),
        al.Clean("The café in São Tomé serves crème brûlée à la carte."),
        al.Clean("The sign said “MANHÔ and nothing else."),
        al.Clean("Åland’s “Ä” is a letter of its own."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each wrongly decoded character, and one for all lost characters together."""
        lost: list[al.Span] = []
        for match in _SEQUENCE.finditer(doc.text):
            if match.group()[0] == "\ufffd":
                lost.append(al.Span(*match.span()))
                continue
            for span, right in _read_again(doc.text, match):
                shown = right if right.isprintable() and not right.isspace() else "a space"
                message = f"“{doc.slice(span)}” is “{shown}” read in the wrong encoding"
                yield self.finding(span, message, fix=self.replace(span, right, al.Safety.SAFE))
        if lost:
            # A file that was read in the wrong encoding has hundreds of them, all with one cause.
            where = "here" if len(lost) == 1 else f"here and in {len(lost) - 1} more places"
            message = f"A character was lost {where} when the text was converted: go back to the original"
            others = (al.Related(span, "another lost character") for span in lost[1:])
            yield self.finding(lost[0], message, related=others)


def _read_again(text: str, match: re.Match[str]) -> Iterator[tuple[al.Span, str]]:
    """Yield the span and the intended character of each part of a run that makes sense decoded again."""
    at = match.start()
    before = text[at - 1] if at else ""
    # Errors come in rows: beside another one, a doubtful pair counts as an error too.
    row = match.end() - at > _LONGEST
    while at < match.end():
        lead = text[at]
        length = 2 if lead < "à" else 3 if lead < "ð" else 4
        piece = text[at : at + length]
        right = "" if piece == "ï»¿" else _decoded(piece)
        after = text[at + length : at + length + 1]
        if right is not None and _sensible(before, piece, right, after, in_row=row):
            yield al.Span(at, at + length), right if right != "\u00a0" else " "
        before = piece[-1]
        at += length


def _decoded(piece: str) -> str | None:
    """Encode characters as Windows-1252 and decode them as UTF-8; return None if that is impossible."""
    data = b""
    for char in piece:
        try:
            data += char.encode("cp1252")
        except UnicodeEncodeError:
            if char > "ÿ":
                return None
            data += bytes([ord(char)])
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _sensible(before: str, piece: str, right: str, after: str, *, in_row: bool) -> bool:
    """
    Whether a piece can only be an error.

    A pair such as “Ä“” may also end a word in capitals, or be a quoted letter and its closing mark.
    """
    if len(piece) > _PAIR:
        # Three letters may be a word, unless they decode to a mark, a Vietnamese letter or a pictograph.
        return not right or right >= "\U00010000" or "\u1e00" <= right <= "\u2bff"
    if in_row:
        return right.isprintable() or right == "\u00a0"
    if before.isupper():
        return False
    if piece[1] in _QUOTES:
        return after.islower() and before not in _QUOTES
    return right.isprintable() or right == "\u00a0"
