"""Recognises bylines, datelines and picture captions by their wording."""

from __future__ import annotations

import re

from articlelint.text.words.agencies import AGENCIES
from articlelint.text.words.calendar import DAYS, MONTH_PATTERN
from articlelint.text.words.name_particles import PARTICLES
from articlelint.text.words.pictures import PICTURES

_NAME = r"(?:(?:[A-Z]\.?-?)+|(?:Mc|Mac|O[’']|[Dd][’'])?[^\W\d_a-z][\w’'-]*)"
_LINK = rf"(?:(?:{'|'.join(sorted(PARTICLES))})[ ]+)"
_PERSON = rf"{_NAME}(?:[ ]+{_LINK}*{_NAME}){{1,3}}"
_AGENCY = rf"(?:{'|'.join(AGENCIES)}|BBC News|Staff)"
_PLACE = rf"{_NAME}(?:[ ]+{_NAME}){{0,2}}"
_AFTER_NAME = r"(?=$|\n|[ ]*[,|•·/–—&(]|[ ]+\d|[ ]+(?:and|in|for|at|with|of|is|Published|Updated)\b)"
_BYLINE = re.compile(
    rf"(?:(?:Words|Text|Story|Report|Reported|Written|Posted|Interview|Photographs?)[ ]+)?"
    rf"(?:By|BY|by)[ :]+(?:the[ ]+)?(?:{_PERSON}|{_AGENCY})\b{_AFTER_NAME}"
)
_CREDITS = re.compile(
    r"[(\[]?(?:Additional[ ]+)?(?:Reporting|Writing|Editing|Edited|Compiled)(?:[ ]+and[ ]+\w+)?"
    r"[ ]+by[ ]+[A-Z]"
)
_NEAR_TOP = re.compile(
    rf"{_PERSON}(?:[ ]+(?:and|&)[ ]+{_PERSON})?"
    rf"(?:[ ]+in[ ]+{_PLACE}(?:[ ]+and[ ]+{_PLACE})?|,[ ]+(?:[\w’'-]+[ ]+){{0,4}}"
    r"(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Cc]ritic))"
)
_MONTH = rf"(?:{MONTH_PATTERN})\.?"
_DAY = rf"(?:{'|'.join(DAYS)})"
_DATE = rf"(?:{_DAY},?[ ]+)?(?:\d{{1,2}}(?:st|nd|rd|th)?[ ]+{_MONTH}|{_MONTH}[ ]+\d{{1,2}})(?:,?[ ]+\d{{4}})?"
_CLOCK = r"(?:(?:[ ]+at)?[ ,|–—-]*\d{1,2}[:.]\d\d(?:[ ]*[ap]\.?m\.?)?(?:[ ]*\(?[A-Z]{2,4}\)?)?)?"
_DATELINE = re.compile(
    rf"(?:(?:First[ ]+)?(?:Published|Updated|Posted|Modified|Last[ ]+(?:updated|modified))(?:[ ]+on)?[: ]+)?"
    rf"(?:[^\W\d_a-z]{{3,}}(?:[ ][^\W\d_a-z]{{2,}}){{0,2}}(?:,[ ]+{_PLACE})?,?[ ]+)?{_DATE}{_CLOCK}"
    r"(?:[ ]*\([A-Z][\w ]{1,20}\))?[ ]*[—–-]{0,2}\.?"
)
_CITY_AND_AGENCY = re.compile(
    r"[^\W\d_a-z]{3,}(?:[ ][^\W\d_a-z]{2,}){0,2}(?:,[ ][\w. ]{2,20})?[ ]*"
    rf"(?:\((?:{_AGENCY})\)[ ]*[—–-]{{0,2}}|[—–-]{{1,2}})"
)
_PICTURES = tuple(picture.title() for picture in PICTURES)
_CREDIT_WORD = rf"(?:Photographer|{'|'.join(_PICTURES)}|Graphic|Caption|Credit|Video)s?"
_SOURCES = (
    r"(?:AFP|Alamy|Anadolu|AP|EPA|EPA-EFE|Getty(?:[ ]Images)?|iStock|PA|Reuters|REUTERS|Rex|Shutterstock)"
)
_CAPTION = re.compile(
    rf"""
    [(\[]?{_CREDIT_WORD}(?:[ ]+(?:credit|courtesy(?:[ ]of)?|caption))?[ ]*[:|©/]
  | [(\[]?(?:{"|".join(_PICTURES)})s?[ ]+(?:by|courtesy[ ]of)[ ]+[A-Z]
  | ©[ ]*\w
  | (?:Figure|Fig\.|Table|Map|Chart)[ ]+\d[\d.]*(?:[:.]|[ ]+[A-Z])
    """,
    re.VERBOSE,
)
_CREDITED = re.compile(
    rf"""
    \((?:AP|REUTERS|Reuters|AFP|EPA|Getty|PA)(?:[ ](?:Photo|File|Images?)\b|/)[^()]{{0,60}}\)$
  | [(\[]?\b(?:{"|".join(_PICTURES)}|Credit)s?(?:[ ]+(?:by|courtesy[ ]of)[ ]+|:[ ]*)
    [^.()]{{2,60}}[)\]]?\.?$
  | [/|][ ]?{_SOURCES}(?:[ ]\w+)?[)\]]?\.?$
  | ^{_PERSON}[ ]?/[ ]?{_SOURCES}
    """,
    re.VERBOSE,
)
_BYLINE_WORDS = 15
_CAPTION_WORDS = 60
_STOP = re.compile(r"\w{3,}[.?!][”’)]?$")


def is_byline(text: str) -> bool:
    """Whether a block says who wrote the article: "By Jane Doe, Political Editor"."""
    if _has_at_most(text, _BYLINE_WORDS) and _BYLINE.match(text):
        return _STOP.search(text) is None
    return _has_at_most(text, 2 * _BYLINE_WORDS) and _CREDITS.match(text) is not None


def is_byline_near_top(text: str) -> bool:
    """Whether a block is a byline if it stands under the headline: "Jane Doe in Paris"."""
    return _has_at_most(text, _BYLINE_WORDS) and _NEAR_TOP.fullmatch(text) is not None


def is_dateline(text: str) -> bool:
    """Whether a block is a place and a date and nothing else: "LONDON, March 3"."""
    if not _has_at_most(text, _BYLINE_WORDS):
        return False
    return _DATELINE.fullmatch(text) is not None or _CITY_AND_AGENCY.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """Whether a block is about a picture: "Photo: ...", or text that ends in a picture's credit."""
    if not _has_at_most(text, _CAPTION_WORDS):
        return False
    return _CAPTION.match(text) is not None or _CREDITED.search(text) is not None


def _has_at_most(text: str, words: int) -> bool:
    return len(text.split(maxsplit=words)) <= words
