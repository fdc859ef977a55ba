"""Forms that an article mixes: numbers, dates, money, percentages, titles, commas, hyphens."""

from __future__ import annotations

import re
from random import Random

from planted.model import Planted, Span, plants, replaced
from planted.text import MONTHS, group, matches

SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
UNITS = (
    "year month week day hour minute second mile metre meter foot inch pound dollar point page man storey bed"
)


@plants("missing-hyphen", "numbers", "A number and a unit before a noun lose their hyphen")
def hyphen_dropped(article: str, random: Random) -> Planted | None:
    """As in “a five-year plan” or “a 12-year-old boy”."""
    tens = "ten eleven twelve fifteen twenty thirty forty fifty sixty"
    numbers = "|".join([r"\d+", *SMALL, *tens.split()])
    pattern = rf"\b(?:{numbers})(-)(?:{'|'.join(UNITS.split())})(?:-old)? (?=[a-z]{{3,}})"
    found = matches(pattern, article)
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen, 1), " ", reach=group(chosen))


@plants("mixed-number-style", "numbers", "One small number is a figure, the others are words")
def number_style_varied(article: str, random: Random) -> Planted | None:
    """In an article with three small numbers or more before nouns, all in words."""
    after = r"(?= (?!of\b|or\b|and\b|to\b)[a-z]{3,}s\b)"
    words = matches(rf"\b(?:{'|'.join(SMALL[1:])}){after}", article)
    if len(words) < 3 or re.search(rf"(?<![\d.,$£€-])\b[1-9]{after}", article):
        return None
    chosen = random.choice(words)
    others = [group(m) for m in words]
    return replaced(article, group(chosen), str(SMALL.index(chosen[0]) + 1), others=others)


@plants("mixed-percent", "numbers", "One percentage is written in another way than the others")
def percent_style_varied(article: str, random: Random) -> Planted | None:
    """In an article with three percentages or more, all with a sign or all with a word."""
    signs = matches(r"(?<=\d)%", article)
    words = matches(r"(?<=\d) (?:per cent|percent)\b", article)
    if (signs and words) or len(signs) + len(words) < 3:
        return None
    found = signs or words
    chosen = random.choice(found)
    return replaced(article, group(chosen), " per cent" if signs else "%", others=[group(m) for m in found])


DAY_FIRST = rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b(?! \d{{1,2}}\b)"
MONTH_FIRST = rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b(?!,? ?\d)"


@plants("mixed-date-style", "numbers", "One date has the month first, the others the day, or the reverse")
def date_style_varied(article: str, random: Random) -> Planted | None:
    """In an article with two dates or more, all of one style."""
    day_first, month_first = matches(DAY_FIRST, article), matches(MONTH_FIRST, article)
    found = day_first or month_first
    if (day_first and month_first) or len(found) < 2:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen), f"{chosen[2]} {chosen[1]}", others=[group(m) for m in found])


@plants("mixed-currency-style", "numbers", "One sum is written in words where the others have a sign")
def currency_style_varied(article: str, random: Random) -> Planted | None:
    """In an article with three sums in one currency or more, all with its sign."""
    sign = random.choice("$£")
    found = matches(rf"{re.escape(sign)}(\d[\d.,]*\d|\d)(m|bn| million| billion)\b", article)
    name = {"$": "dollars", "£": "pounds"}[sign]
    if len(found) < 3 or f" {name}" in article:
        return None
    chosen = random.choice(found)
    scale = {"m": " million", "bn": " billion"}.get(chosen[2], chosen[2])
    return replaced(article, group(chosen), f"{chosen[1]}{scale} {name}", others=[group(m) for m in found])


@plants("mixed-honorifics", "spelling", "One mention of a person lacks the Mr or Ms that the others have")
def honorific_dropped(article: str, random: Random) -> Planted | None:
    """A person with four mentions or more with a title, and none without."""
    found = matches(r"\b(?:Mr|Mrs|Ms)\.? ([A-Z][a-z]+)\b", article)
    often = sorted({m[1] for m in found if sum(n[1] == m[1] for n in found) > 3})
    persons = [n for n in often if not matches(rf"(?:\b[a-z]+,?|[a-z]{{3}}\.) {n}\b", article)]
    if not persons:
        return None
    name = random.choice(persons)
    mentions = [m for m in found if m[1] == name]
    chosen = random.choice(mentions[1:])
    return replaced(article, group(chosen), name, others=[group(m) for m in mentions])


@plants("range-preposition", "numbers", "From or between stands before a range with a dash")
def range_dashed(article: str, random: Random) -> Planted | None:
    """As in “from 1948-1982” or “between 5-10”."""
    number = r"[$£]?\d[\d,.]*"
    found = matches(rf"\bfrom {number}%?( to ){number}", article)
    found += matches(rf"\bbetween {number}%?( and ){number}", article)
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen, 1), random.choice("-–"), reach=group(chosen))


@plants("redundant-unit", "numbers", "A unit or a word of time is said twice")
def unit_said_twice(article: str, random: Random) -> Planted | None:
    """As in “$5m dollars”, “10am in the morning”, “12 midnight”, “ATM machine”."""
    found = [(m, " dollars") for m in matches(r"\$\d[\d.,]*(?:m|bn| million| billion)\b", article)]
    found += [(m, " pounds") for m in matches(r"£\d[\d.,]*(?:m|bn| million| billion)\b", article)]
    found += [(m, " in the morning") for m in matches(r"\b\d{1,2}(?:[.:]\d\d)? ?(?:am|a\.m\.)(?= )", article)]
    found += [(m, " in the evening") for m in matches(r"\b[6-9](?:[.:]\d\d)? ?(?:pm|p\.m\.)(?= )", article)]
    found += [(m, " machine") for m in matches(r"\bATM\b", article)]
    found += [(m, " virus") for m in matches(r"\bHIV\b(?! virus)", article)]
    found += [(m, "") for m in matches(r"(?<=at )(?:midnight|noon)\b", article)]
    if not found:
        return None
    chosen, more = random.choice(found)
    place = group(chosen)
    if not more:
        return replaced(article, place, f"12 {chosen[0]}")
    planted = replaced(article, Span(place.end, place.end), more)
    return planted._replace(span=Span(place.start, planted.span.end))
