"""Times of day that are not written the house's way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import articlelint as al
from articlelint_house.number_hits import NumberHit

_S = "[ \u00a0\u202f]"
_HALF = re.compile(
    rf"(?<![\w.,:/$£€-])(?P<hour>1[0-2]|0?[1-9])(?:(?P<sign>[:.])(?P<minute>[0-5]\d))?(?P<gap>{_S}?)"
    r"(?P<half>(?:[ap]\.m\.|[AP]\.M\.)|[ap]m\b|[AP]M\b)(?![\w/])"
)
_FULL = re.compile(
    r"(?<![\w.,:/$£€-])(?P<hour>1[3-9]|2[0-3]|0\d)(?P<sign>[:.])(?P<minute>[0-5]\d)(?![\w:.,%/-]?\d|\w|%)"
)
_BEFORE_TIMES = re.compile(
    r"\b(?:at|by|from|until|till|before|after|since|around|about|to|between|and)\s\Z", re.IGNORECASE
)
NOON = 12


def find(doc: al.Document, _key: str, wanted: str | int) -> Iterator[NumberHit]:
    """The times that are written otherwise: ``wanted`` is half past ten in the house's way."""
    style = str(wanted)
    for match in _HALF.finditer(doc.text):
        # The full stop of "p.m." may be the sentence's as well; it is not counted then.
        use = _written(style, int(match["hour"]), match["minute"] or "", match["half"][0].lower() == "p")
        if match[0].replace("\u00a0", " ").replace("\u202f", " ") != use:
            if use.endswith(".") and doc.text.startswith(".", match.end()):
                use = use[:-1]
            ends = match["half"].endswith(".") and not use.endswith(".") and _ends_sentence(doc, match.end())
            yield NumberHit(al.Span(*match.span()), use + "." * ends)
    if style != "22:30":
        yield from _on_24_hours(doc, style)


def _on_24_hours(doc: al.Document, style: str) -> Iterator[NumberHit]:
    for match in _FULL.finditer(doc.text):
        hour = int(match["hour"])
        # 14.50 is a price, 08:30 as good as 8:30, and 14:54 may be how far a film has run.
        if (
            match["sign"] == "."
            or hour < NOON
            or not _BEFORE_TIMES.search(doc.text[max(match.start() - 9, 0) : match.start()])
        ):
            continue
        yield NumberHit(al.Span(*match.span()), _written(style, hour - NOON, match["minute"], late=True))


def _ends_sentence(doc: al.Document, end: int) -> bool:
    sentences = doc.sentences_in(al.Span(end - 1, end))
    return bool(sentences) and sentences[-1].span.end == end


def _written(style: str, hour: int, minute: str, late: bool) -> str:
    """A time in a style; the hour is one of twelve. Full hours have no minutes but on a clock of 24."""
    if style == "22:30":
        return f"{hour % NOON + NOON * late:02d}:{minute or '00'}"
    sign = "." if style == "10.30am" else ":"
    half = "pm" if late else "am"
    clock = f"{hour}{sign}{minute}" if minute and minute != "00" else str(hour)
    return f"{clock} {half[0]}.m." if style == "10:30 a.m." else clock + half
