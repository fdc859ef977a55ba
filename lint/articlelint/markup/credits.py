"""
The small print of an article by its wording: its byline, its dateline, the credits of its pictures.

Few blocks are any of these, and the patterns are large: each is made when a block has the words that it
cannot do without.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from articlelint.text.words.calendar import DAYS, MONTH_PATTERN, MONTHS
from articlelint.text.words.name_particles import PARTICLES

_NAME = r"(?:(?:[A-Z]\.?-?)+|(?:Mc|Mac|O[’']|[Dd][’'])?[^\W\d_a-z][\w’'-]*)"
_LINK = rf"(?:(?:{'|'.join(sorted(PARTICLES))})[ ]+)"
_PERSON = rf"{_NAME}(?:[ ]+{_LINK}*{_NAME}){{1,3}}"
_AGENCY = r"(?:AFP|ANI|AP|Associated Press|BBC News|Bloomberg|dpa|PA|PTI|Reuters|Staff|TASS|UPI|Xinhua)"
_PLACE = rf"{_NAME}(?:[ ]+{_NAME}){{0,2}}"
_AFTER_NAME = r"(?=$|\n|[ ]*[,|•·/–—&(]|[ ]+\d|[ ]+(?:and|in|for|at|with|of|is|Published|Updated)\b)"
_BEFORE_BY = (
    *("Words", "Text", "Story", "Report", "Reported", "Written", "Posted", "Interview"),
    *("Photograph", "Photographs"),
)
_BYLINE = (
    rf"(?:(?:{'|'.join(_BEFORE_BY)})[ ]+)?"
    rf"(?:By|BY|by)[ :]+(?:the[ ]+)?(?:{_PERSON}|{_AGENCY})\b{_AFTER_NAME}"
)
_BYLINE_OPENINGS = ("By", "BY", "by", *_BEFORE_BY)
_CREDITED_WORK = ("Reporting", "Writing", "Editing", "Edited", "Compiled")
_CREDITS = (
    rf"[(\[]?(?:Additional[ ]+)?(?:{'|'.join(_CREDITED_WORK)})(?:[ ]+and[ ]+\w+)?"
    r"[ ]+by[ ]+[A-Z]"
)
_CREDITS_OPENINGS = ("Additional", *_CREDITED_WORK)
_NEAR_TOP = (
    rf"{_PERSON}(?:[ ]+(?:and|&)[ ]+{_PERSON})?"
    rf"(?:[ ]+in[ ]+{_PLACE}(?:[ ]+and[ ]+{_PLACE})?|,[ ]+(?:[\w’'-]+[ ]+){{0,4}}"
    r"(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Cc]ritic))"
)
_ROLES = ("ditor", "orrespondent", "eporter", "riter", "olumnist", "ritic")
_MONTH_STARTS = tuple(month[:3] for month in MONTHS)
_MONTH = rf"(?:{MONTH_PATTERN})\.?"
_DAY = rf"(?:{'|'.join(DAYS)})"
_DATE = rf"(?:{_DAY},?[ ]+)?(?:\d{{1,2}}(?:st|nd|rd|th)?[ ]+{_MONTH}|{_MONTH}[ ]+\d{{1,2}})(?:,?[ ]+\d{{4}})?"
_CLOCK = r"(?:(?:[ ]+at)?[ ,|–—-]*\d{1,2}[:.]\d\d(?:[ ]*[ap]\.?m\.?)?(?:[ ]*\(?[A-Z]{2,4}\)?)?)?"
_DATELINE = (
    rf"(?:(?:First[ ]+)?(?:Published|Updated|Posted|Modified|Last[ ]+(?:updated|modified))(?:[ ]+on)?[: ]+)?"
    rf"(?:[^\W\d_a-z]{{3,}}(?:[ ][^\W\d_a-z]{{2,}}){{0,2}}(?:,[ ]+{_PLACE})?,?[ ]+)?{_DATE}{_CLOCK}"
    r"(?:[ ]*\([A-Z][\w ]{1,20}\))?[ ]*[—–-]{0,2}\.?"
)
_CITY_AND_AGENCY = (
    r"[^\W\d_a-z]{3,}(?:[ ][^\W\d_a-z]{2,}){0,2}(?:,[ ][\w. ]{2,20})?[ ]*"
    rf"(?:\((?:{_AGENCY})\)[ ]*[—–-]{{0,2}}|[—–-]{{1,2}})"
)
_PICTURES = ("Photograph", "Photo", "Picture", "Image", "Illustration")
_CREDIT_WORD = rf"(?:Photographer|{'|'.join(_PICTURES)}|Graphic|Caption|Credit|Video)s?"
_SOURCES = (
    r"(?:AFP|Alamy|Anadolu|AP|EPA|EPA-EFE|Getty(?:[ ]Images)?|iStock|PA|Reuters|REUTERS|Rex|Shutterstock)"
)
_NUMBERED = ("Figure", "Fig.", "Table", "Map", "Chart")
_CAPTION = rf"""(?x)
    [(\[]?{_CREDIT_WORD}(?:[ ]+(?:credit|courtesy(?:[ ]of)?|caption))?[ ]*[:|©/]
  | [(\[]?(?:{"|".join(_PICTURES)})s?[ ]+(?:by|courtesy[ ]of)[ ]+[A-Z]
  | ©[ ]*\w
  | (?:{"|".join(map(re.escape, _NUMBERED))})[ ]+\d[\d.]*(?:[:.]|[ ]+[A-Z])
"""
_CAPTION_OPENINGS = (
    *(*_PICTURES, "Graphic", "Caption", "Credit", "Video"),
    *("©", *_NUMBERED),
)
_CREDITED = rf"""(?x)
    \((?:AP|REUTERS|Reuters|AFP|EPA|Getty|PA)(?:[ ](?:Photo|File|Images?)\b|/)[^()]{{0,60}}\)$
  | [(\[]?\b(?:{"|".join(_PICTURES)}|Credit)s?(?:[ ]+(?:by|courtesy[ ]of)[ ]+|:[ ]*)
    [^.()]{{2,60}}[)\]]?\.?$
  | [/|][ ]?{_SOURCES}(?:[ ]\w+)?[)\]]?\.?$
  | ^{_PERSON}[ ]?/[ ]?{_SOURCES}
"""
_CREDITED_WORDS = (*_PICTURES, "Credit")
_CREDITED_AGENCIES = ("(AP", "(REUTERS", "(Reuters", "(AFP", "(EPA", "(Getty", "(PA")
_BRACKETS = frozenset("([")
_BYLINE_WORDS = 15
_CAPTION_WORDS = 60
_STOP = re.compile(r"\w{3,}[.?!][”’)]?$")
# Most blocks are running text: two letters of theirs, or three, rule out all that is looked for here.
_BYLINE_STARTS = frozenset(opening[:2] for opening in (*_BYLINE_OPENINGS, *_CREDITS_OPENINGS))
_CAPTION_STARTS = frozenset(opening[:1] for opening in _CAPTION_OPENINGS)
_IN_CAPITALS = re.compile(r"[^\W\d_a-z]{3}")
_CAPTION_OPENS = frozenset(opening[:3] for opening in _CAPTION_OPENINGS)
_DATELINE_STARTS = frozenset(
    {
        *_MONTH_STARTS,
        *(day[:3] for day in DAYS),
        *("Pub", "Upd", "Pos", "Mod", "Fir", "Las"),
    }
)


def may_have_credit(texts: Sequence[str]) -> bool:
    """Whether one of some blocks may end in a picture's credit: seldom, and one search is enough for all."""
    return _may_end_in_credit("\n".join(texts))


def may_open(text: str) -> bool:
    """Whether a block opens as a byline, a dateline or a caption may. Most have a small second letter."""
    first, start = text[:1], text[:3]
    if first.isalpha() and "a" <= text[1:2] <= "z":
        return start in _CAPTION_OPENS or start in _DATELINE_STARTS or text[:2] in _BYLINE_STARTS
    return (
        first in _BRACKETS
        or first == "©"
        or first.isdecimal()
        or text[:2] in _BYLINE_STARTS
        or _IN_CAPITALS.match(text) is not None
    )


def is_byline(text: str) -> bool:
    """Whether a block says who wrote the article: "By Jane Doe, Political Editor"."""
    if text[:2] not in _BYLINE_STARTS and text[:1] not in _BRACKETS:
        return False
    if text.startswith(_BYLINE_OPENINGS) and _is_short(text, _BYLINE_WORDS) and _pattern(_BYLINE).match(text):
        return _STOP.search(text) is None
    if not text.lstrip("([").startswith(_CREDITS_OPENINGS) or not _is_short(text, 2 * _BYLINE_WORDS):
        return False
    return _pattern(_CREDITS).match(text) is not None


def is_byline_near_top(text: str) -> bool:
    """Whether a block is a byline if it stands under the headline: "Jane Doe in Paris"."""
    if not _is_short(text, _BYLINE_WORDS) or not (" in " in text or _has(text, _ROLES)):
        return False
    return _pattern(_NEAR_TOP).fullmatch(text) is not None


def is_dateline(text: str) -> bool:
    """Whether a block is a place and a date and nothing else: "LONDON, March 3"."""
    if not (text[:1].isdecimal() or text[:3] in _DATELINE_STARTS or _IN_CAPITALS.match(text)):
        return False
    if not _is_short(text, _BYLINE_WORDS):
        return False
    if _has(text, _MONTH_STARTS) and _pattern(_DATELINE).fullmatch(text):
        return True
    return text.endswith((")", "-", "–", "—", " ")) and _pattern(_CITY_AND_AGENCY).fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """Whether a block is about a picture: "Photo: ...", or text that ends in a picture's credit."""
    opens = text[:1] in _CAPTION_STARTS or text[:1] in _BRACKETS
    opens = opens and text.lstrip("([").startswith(_CAPTION_OPENINGS)
    if not (opens or _may_end_in_credit(text)) or not _is_short(text, _CAPTION_WORDS):
        return False
    return (opens and _pattern(_CAPTION).match(text) is not None) or (
        _may_end_in_credit(text) and _pattern(_CREDITED).search(text) is not None
    )


def _may_end_in_credit(text: str) -> bool:
    if "/" in text or "|" in text or ("(" in text and _has(text, _CREDITED_AGENCIES)):
        return True
    return _has(text, _CREDITED_WORDS)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _is_short(text: str, words: int) -> bool:
    """Whether a text has at most so many words; of a longer one, no more are looked at."""
    return len(text.split(maxsplit=words)) <= words


def _has(text: str, words: tuple[str, ...]) -> bool:
    # Searches take a tenth of what a generator takes to hand out their results.
    return any([word in text for word in words])  # noqa: C419
