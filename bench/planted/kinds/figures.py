"""Figures that do not agree with each other."""

from __future__ import annotations

import re
from random import Random

from planted.kinds.styles import SMALL
from planted.kinds.styles import UNITS as UNITS_OF_MEASURE
from planted.model import Planted, Span, plants, replaced
from planted.text import as_markdown, group, headline, matches, places, slice_of, written_after

NUMBER = rf"(?<![\w.,$£€%-])(\d{{1,3}}(?:,\d{{3}})?|{'|'.join(SMALL[1:])})"
NOUN = r"(?:[a-z]+ )?(?:[a-z]{3,}s|people|men|women|children)"
COUNTED = re.compile(
    rf"{NUMBER} ({NOUN}) (were|have been|had been|are) "
    r"([a-z]+ed|hurt|shot|held|found|sold|built|lost|sent|made)\b"
)
"""A number, a noun in the plural and a passive verb: “48 apartments were damaged”."""

COUNT = re.compile(rf"{NUMBER} ({NOUN})\b(?!-)", re.IGNORECASE)
"""A number and a noun in the plural: “48 apartments”."""

MEASURES = re.compile(rf"\b(?:{'|'.join(UNITS_OF_MEASURE.split())}|feet|inches|times|per cents?)s?\Z")
"""Nouns that measure and do not count: years, miles, pounds."""

INEXACT = re.compile(
    r"\b(?:least|most|than|to|about|around|some|nearly|almost|over|under|approximately|roughly|estimated|another"
    r"|other|in|of|and|or|further|more|total of|every)\b(?: the| a)? $",
    re.IGNORECASE,
)
"""What stands before a number that is not exact, or that counts a part of the whole."""

PART = re.compile(r"\b(?:other|others|more|further|additional|extra|of)\b", re.IGNORECASE)


NO_SUBJECT = re.compile(
    r"\b(?:at|between|by|for|from|into|on|with|to [a-z]+|his|her|its|my|our|their)(?: the)? $", re.IGNORECASE
)
"""What stands before a number whose noun is not the subject, or not all of it: winners from 12 categories."""


OTHER_TIME = re.compile(
    r"\b(?:earlier|initially|last|later|previously|since|in (?:19|20)\d\d)\b", re.IGNORECASE
)
"""What shows that a count may be of another time than that of the article."""


def is_whole(text: str, match: re.Match[str]) -> bool:
    """Whether a count is exact, of the whole and of now: not “at least four people” and not “two others”."""
    before = text[: match.start()][-30:]
    sentence = text[text.rfind(". ", 0, match.start()) + 1 : (text.find(".", match.end()) + 1) or None]
    if OTHER_TIME.search(sentence):
        return False
    return not (INEXACT.search(before) or PART.search(match[2]) or MEASURES.search(match[2]))


def other_number(number: str, random: Random) -> str:
    """
    Return another number of the same form: a digit changed, two digits swapped, or the next word.

    It differs by more than a tenth where it can, because less may be rounding.
    """
    if number.lower() in SMALL:
        word = random.choice([word for word in SMALL[1:] if word != number.lower()])
        return word if number.islower() else word.title()
    digits = [at for at, letter in enumerate(number) if letter.isdigit()]
    new = [
        number[:at] + digit + number[at + 1 :]
        for at in digits[: max(len(digits) - 1, 1)]
        for digit in "123456789"
        if digit != number[at]
    ]
    if len(digits) > 1 and number[digits[0]] != number[digits[1]] != "0":
        first, second = digits[:2]
        swapped = list(number)
        swapped[first], swapped[second] = number[second], number[first]
        new += ["".join(swapped)] * 3
    far = [one for one in new if abs(_value(one) - _value(number)) * 10 > _value(number)]
    return random.choice(far or new)


def _value(number: str) -> float:
    return float(re.sub(r"[^\d.]", "", number).strip(".") or 0)


TOLL = re.compile(
    rf"{NUMBER} (dead|killed|hurt|injured|wounded|arrested|held|charged|jailed)\b", re.IGNORECASE
)
"""What headlines say of people: “three killed”."""


def _same_counts(text: str, start: int, match: re.Match[str]) -> list[re.Match[str]]:
    """Return the counts behind a place with the same number, in words or figures, of the same things."""
    noun = match[2].lower().split()[-1]
    pattern = COUNT if match.re is COUNT else COUNTED
    return [
        other
        for other in pattern.finditer(text, start)
        if _value_of(other[1]) == _value_of(match[1])
        and (other[2].lower().split()[-1] == noun or other[other.re.groups].lower() == noun)
    ]


def _value_of(number: str) -> int:
    return SMALL.index(number.lower()) + 1 if number.lower() in SMALL else int(number.replace(",", ""))


@plants("conflicting-figure", "facts", "A figure of the headline is not that of the text")
def headline_figure_wrong(article: str, random: Random) -> Planted | None:
    """A count of the headline that stands in the text, as “65 banks” or “three killed”; it is changed."""
    title = headline(article)
    if title is None:
        return None
    found: list[tuple[re.Match[str], list[Span]]] = []
    for match in [*COUNT.finditer(article, *title), *TOLL.finditer(article, *title)]:
        again = _same_counts(article, title.end, match)
        if again and is_whole(article, match) and all(is_whole(article, m) for m in again):
            found.append((match, [group(m) for m in again]))
    if not found:
        return None
    match, others = random.choice(found)
    return replaced(
        article, group(match, 1), other_number(match[1], random), reach=group(match), others=others
    )


@plants("conflicting-figure", "facts", "A caption counts more or fewer than the text", written=True)
def caption_count_wrong(article: str, random: Random) -> Planted | None:
    """A sentence such as “48 apartments were damaged” gets a caption that says it with another number."""
    marked = as_markdown(article)
    found = [m for m in matches(COUNTED, article) if len(places(m[0], article)) == 1] if marked else []
    found = [m for m in found if is_whole(article, m) and not NO_SUBJECT.search(article[: m.start()][-30:])]
    if marked is None or not found:
        return None
    match = random.choice(found)
    caption = f"{match[0][0].upper()}{match[0][1:]}."
    clean, start = with_caption(marked, caption)
    number = Span(start, start + len(match[1]))
    new = other_number(match[1], random)
    new = new.title() if new in SMALL else new
    reach = Span(start, start + len(caption))
    planted = replaced(clean, number, new, reach=reach, others=places(match[0], clean))
    return planted._replace(suffix=".md")


def with_caption(marked: str, caption: str) -> tuple[str, int]:
    """Write a picture with a caption below the headline of an article in Markdown; say where it starts."""
    title = headline(marked)
    assert title is not None
    before = f'{slice_of(marked, title)}\n\n<figure><img src="picture.jpg" alt=""><figcaption>'
    return f"{before}{caption}</figcaption></figure>{marked[title.end :]}", len(before)


UNITS = (
    ("miles", "km", 1.609344, 2, 400, "The road is {0}{1} long."),
    ("miles", "km", 1.609344, 2, 400, "The village is {0}{1} from the border."),
    ("km", " miles", 0.62137119, 5, 900, "The convoy had travelled {0}{1} since the morning."),
    ("ft", "m", 0.3048, 20, 900, "The tower is {0}{1} high."),
    ("feet", " metres", 0.3048, 20, 900, "The wall is {0}{1} long."),
    ("lb", "kg", 0.45359237, 10, 400, "The parcel weighed {0}{1}."),
    ("kg", "lb", 2.20462262, 10, 400, "Police found {0}{1} of the drug in a van."),
    ("acres", " hectares", 0.40468564, 10, 900, "The estate has {0}{1} of land."),
    ("hectares", " acres", 2.47105381, 10, 900, "The fire burned {0}{1} of forest."),
    ("mph", "km/h", 1.609344, 20, 150, "Winds reached {0}{1} in the night."),
    ("inches", "cm", 2.54, 3, 40, "Forecasters expect {0}{1} of snow."),
)
"""Unit, unit in brackets, factor, smallest and largest number, and a sentence."""


def conversion(random: Random) -> tuple[str, str, str]:
    """Return a sentence with a conversion in brackets, the right number in the brackets, and a wrong one."""
    unit, other, factor, low, high, sentence = random.choice(UNITS)
    number = random.randint(low, high)
    exact = number * factor
    right = f"{exact:.1f}" if exact < 10 else f"{exact:.0f}"
    upside_down = number / factor
    slips = [f"{upside_down:.0f}", f"{exact * 10:.0f}", other_number(right, random)]
    far = [slip for slip in slips if abs(float(slip) / exact - 1) > 0.15]
    wrong = random.choice(far or [f"{exact * 1.5:.0f}"])
    space = "" if unit in {"ft", "lb", "kg", "km", "mph"} and random.random() < 0.5 else " "
    return sentence.format(f"{number}{space}{unit}", f" ({right}{other})"), right, wrong


@plants("unit-conversion", "facts", "A conversion in brackets is wrong by more than a seventh", written=True)
def conversion_wrong(article: str, random: Random) -> Planted | None:
    """A sentence with miles, feet, pounds or acres and their metric value; the value is changed."""
    sentence, right, wrong = conversion(random)
    made = written_after(article, sentence, random)
    if made is None:
        return None
    text, start = made
    at = text.index(f"({right}", start) + 1
    reach = Span(start, start + len(sentence))
    return replaced(text, Span(at, at + len(right)), wrong, reach=reach)


PERCENTAGES = (
    "The number of complaints {verb} from {old} to {new}, {rise} of {share}{sign}.",
    "Membership {verb} {share}{sign} from {old} to {new}.",
    "The average price {verb} from {currency}{old} to {currency}{new}, {rise} of {share}{sign}.",
    "Visits {verb} by {share}{sign}, from {old} to {new}.",
    "The figure {verb} from {old} to {new}, up {share}{sign}.",
)


@plants(
    "percent-arithmetic",
    "facts",
    "A rise or fall in per cent does not fit the two numbers beside it",
    written=True,
)
def percentage_wrong(article: str, random: Random) -> Planted | None:
    """A sentence with two numbers and the change between them is written; the percentage is changed."""
    old = random.randrange(40, 900, 20)
    share = random.choice([5, 10, 15, 20, 25, 30, 40, 50, 75])
    falls = random.random() < 0.4
    template = random.choice(PERCENTAGES[:-1] if falls else PERCENTAGES)
    new = old * (100 - share if falls else 100 + share) // 100
    share_right = round(abs(new - old) / old * 100)
    words = {
        "old": old, "new": new, "share": share_right, "currency": "£" if "£" in article else "$",
        "verb": "fell" if falls else "rose", "rise": "a fall" if falls else "a rise",
        "sign": "%" if "%" in article else " per cent",
    }  # fmt: skip
    sentence = template.format(**words)
    made = written_after(article, sentence, random)
    if made is None:
        return None
    text, start = made
    at = re.compile(rf"\b{share_right}(?=%| per cent)").search(text, start)
    assert at is not None
    wrong = round(abs(new - old) / new * 100)  # of the wrong base: the usual slip
    if abs(wrong - share_right) < 3 or random.random() < 0.5:
        wrong = share_right + random.choice([7, 10, 12])
    return replaced(text, Span(*at.span()), str(wrong), reach=Span(start, start + len(sentence)))
