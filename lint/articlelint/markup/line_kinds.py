"""Recognises by their wording lines that are no prose: times, breadcrumbs, tickers, ingredients."""

from __future__ import annotations

import re

from articlelint.text.words.units import COOKING_UNITS

_ZONE = r"[A-Z]{2,4}"
_CLOCK = re.compile(
    rf"""
    (?: \d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:[ ]?[ap]\.?m\b\.?)?  # 10:15, 8.35 p.m.
      | \d{{1,2}}[ ]?[ap]\.?m\b\.?                            # 2 p.m., 11am
      | \d{{4}}(?=[ ]{_ZONE}\b)                               # 1945 GMT
    )
    (?:[ ]\(?{_ZONE}\)?)?[:.]?
    """,
    re.VERBOSE,
)
_CRUMB_GAP = re.compile(r"[ ]*[»›>→][ ]*")
_CRUMB = re.compile(r"[^\W_][^.!?;:\n]*")
_CRUMB_WORDS = 5
_FEWEST_CRUMBS = 3
_LONGEST_LINE = 120
_NUMBER = r"[$£€¥]?\d[\d,]*(?:\.\d+)?"
_ARROW = r"[+−▲▼△▽↑↓-][ ]?"
_QUOTED_NAME = r"[A-Z&][\w&.’'/-]*(?:[ ](?:[A-Z&][\w&.’'/-]*|\d{2,4}(?=[ ][$£€¥\d])))*"
_CHANGE = rf"(?:(?:{_ARROW}|up[ ]|down[ ]){_NUMBER}[ ]?%?|{_NUMBER}[ ]?%)"
_PRICE = (
    rf"{_QUOTED_NAME}:?[ ]+(?:{_NUMBER}[ ]+\(?{_CHANGE}\)?|{_ARROW}{_NUMBER}[ ]?%?)(?:[ ]+\(?{_CHANGE}\)?)?"
)
_TICKER = re.compile(rf"{_PRICE}(?:[ ]*[|•·;,/][ ]*{_PRICE}|[ ]+{_PRICE})*")
_FRACTION = "½⅓⅔¼¾⅛⅜⅝⅞"
_QUANTITY = rf"(?:\d+(?:[.,/]\d+)?[ ]?[{_FRACTION}]?|[{_FRACTION}])(?:[ ]?(?:-|–|to)[ ]?\d+)?(?:[ ]x[ ]\d+)?"
_UNIT = rf"(?:{'|'.join(sorted(COOKING_UNITS, key=len, reverse=True))})"
_INGREDIENT = re.compile(rf"{_QUANTITY}[ ]?{_UNIT}\b\.?(?:/\d+\w+)?[ ](?:of[ ])?[^\W\d_]", re.IGNORECASE)
_INGREDIENT_WORDS = 14


def is_timestamp(text: str) -> bool:
    """Whether a block is a time of day and nothing else: "8:35 p.m."."""
    return text[0].isdigit() and _CLOCK.fullmatch(text) is not None


def is_breadcrumb(text: str) -> bool:
    """
    Whether a block says where on a site the page stands: "Home » News » Politics".

    It has three short parts or more; two, or one and a mark after it, are enough if the first is "Home".
    """
    if len(text) > _LONGEST_LINE or _CRUMB_GAP.search(text) is None:
        return False
    crumbs = [crumb for crumb in _CRUMB_GAP.split(text) if crumb]
    if not all(_CRUMB.fullmatch(crumb) and len(crumb.split()) <= _CRUMB_WORDS for crumb in crumbs):
        return False
    return len(crumbs) >= _FEWEST_CRUMBS or crumbs[:1] in (["Home"], ["HOME"])


def is_ticker(text: str) -> bool:
    """Whether a block is names, each with a price and how it changed: "FTSE 100 6,829.62 +0.3%"."""
    return len(text) <= _LONGEST_LINE and _TICKER.fullmatch(text) is not None


def is_ingredient(text: str) -> bool:
    """Whether a block begins with a quantity in a unit of cooking, and has no full stop: "200g flour"."""
    first = text[0]
    if not (first.isdigit() or first in _FRACTION) or text.endswith((".", "!", "?", ":")):
        return False
    return len(text.split()) <= _INGREDIENT_WORDS and _INGREDIENT.match(text) is not None
