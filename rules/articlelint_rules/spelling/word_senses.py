"""Whether a word is used in the sense that has two spellings: "a flat tire", not "to tire of it"."""

from __future__ import annotations

import re
from typing import NamedTuple

import articlelint as al

_REACH = 60
"""How many characters on either side of a word are searched for clues."""
_WIDE_REACH = 300
"""How many characters are searched for words that show another sense."""
_NUMBER = rf"(?:\d[\d,.]*|{'|'.join(al.words.numbers.NUMBER_WORDS)})"
_DETERMINERS = "|".join(
    sorted(al.words.determiners.BASIC | al.words.determiners.QUANTIFIERS - {"all", "both"})
)
_DETERMINER = rf"(?:{_DETERMINERS}|{_NUMBER}|\w+['’]s|\w+s['’])"
_MONEY = r"[$£€¥]\s?[\d,.]+(?: (?:million|billion))?"
_COMPUTING = (
    r"\b(?:computer\w*|software|cod(?:e|es|ed|ing|ers?)|programm(?:ers?|ing|able)|algorithms?|apps?"
    r"|(?:un)?install\w*|download\w*|laptops?|malware|null|servers?|compilers?|linux|apis?|spreadsheets?)\b"
)
_DEVICES = r"\b(?:parking|smart|gas|electricity|electric|taxi|utility|water) meters?\b"

Clue = tuple[str, str]
"""A pattern that must end right before the word, and one that must begin right after it."""


class Sense(NamedTuple):
    """
    How to recognise that a word is used in the sense that has two spellings.

    All fields but ``tag`` are patterns for text in lower case; empty ones do not count.
    """

    clues: tuple[Clue, ...]
    """At least one of them must match."""
    tag: str = ""
    """The part of speech that the word must have."""
    not_before: str = ""
    """What must not end before the word."""
    not_after: str = ""
    """What must not begin after the word."""
    other_sense: str = ""
    """Words that show another sense where they stand near, in the same paragraph."""
    compound: str = ""
    """The compounds with hyphens that have the word in this sense."""


_CHECK = Sense(
    clues=(
        (r"\b(?:pa(?:y|ys|id|ying|yments?)|donat\w+) (?:[\w,]+ ){0,3}(?:by|with) (?:an? )?", ""),
        (r"\b(?:cash or|cash and|credit cards? or) (?:an? )?", ""),
        (rf"\b(?:cash|deposit|bounce|forge|sign|endorse|mail)(?:s|e?d|ing) (?:{_DETERMINER} )?(?:\w+ )?", ""),
        (r"\bwr(?:ite|ites|iting|ote|itten) (?:\w+ )?(?:an?|the|his|her|their|out)? ?(?:[\w-]+ )?", ""),
        (
            (
                r"\b(?:blank|bad|personal|bounced|rubber|stimulus|royalty|disability|pension|payroll|cashier['’]s"
                r"|travell?ers?['’]?s?|social security|unemployment|six-figure|seven-figure) "
            ),
            "",
        ),
        (rf"{_MONEY} ", ""),
        (
            "",
            rf" (?:for|of|worth) (?:about |more than |over )?(?:{_MONEY}|\d[\d,.]* (?:dollars|pounds|euros))",
        ),
        ("", r" (?:made out|payable|drawn on|in the amount|bounced|or money orders?|in the mail)\b"),
    ),
    tag="NOUN",
    not_after=r" (?:that|whether|if|against|on|up|to see)\b",
    other_sense=_COMPUTING,
)
_TIRE = Sense(
    clues=(
        (rf"\b{_DETERMINER} (?:[\w-]+ ){{0,2}}", ""),
        (
            (
                r"\b(?:flat|spare|new|used|old|front|rear|car|bicycle|bike|truck|tractor|winter|snow|burning|rubber"
                r"|slashed|bald|worn|punctured|blown|of) "
            ),
            "",
        ),
        (
            "",
            (
                r" (?:tracks?|irons?|pressures?|swings?|makers?|factor(?:y|ies)|compan(?:y|ies)|plants?"
                r"|marks?|treads?|shops?|dealers?|manufacturers?|pumps?)\b"
            ),
        ),
    ),
    tag="NOUN",
    not_after=r" (?:of|out|easily|quickly|soon)\b",
)
_PROGRAM = Sense(
    clues=(
        (rf"\b{_DETERMINER} (?:[\w-]+ ){{0,2}}", ""),
        (
            (
                r"\b(?:tv|television|radio|news|talk|nuclear|space|missile|weapons|enrichment|aid|training|exchange"
                r"|vaccination|immuni[sz]ation|welfare|relief|housing|government|social|education|educational"
                r"|research|reform|austerity|stimulus|bailout|lunch|concert|scholarship|recovery|rehabilitation"
                r"|treatment|development|breeding|public|federal|national|cultural|screening|political|economic"
                r"|festival|theat(?:re|er)|graduate|degree|spending|investment|privati[sz]ation|assistance"
                r"|outreach) "
            ),
            "",
        ),
        ("", r" (?:on (?:tv|television|the radio)|broadcast|aired|of (?:reforms?|events|cuts|concerts))\b"),
    ),
    tag="NOUN",
    other_sense=_COMPUTING,
)
_BUILDING = r"(?:buildings?|houses?|homes?|towers?|blocks?|apartments?|hotels?|structures?|mansions?|villas?)"
_STORY = Sense(
    clues=(
        (rf"\b{_NUMBER} ", rf" (?:high|tall|(?:above|below) ground|underground|(?:[\w-]+ )?{_BUILDING})\b"),
        (r"\b(?:upper|top|first|second|third|fourth|fifth)[ -]", r" (?:windows?|balcon(?:y|ies)|rooms?)\b"),
        (
            (
                r"\b(?:rises?|rising|rose|fell|falls?|falling|plunged|dropped|stands?|stood) (?:\w+ )?"
                rf"{_NUMBER} "
            ),
            "",
        ),
    ),
    compound=rf"(?:{_NUMBER}|multi|single|double|triple|upper|top|first|second|third)-stor(?:y|ies)",
    not_after=r" (?:arc|deal|package|series|book|collection|limit)\b",
)
_CURB = Sense(
    clues=(
        (
            (
                r"\b(?:on|onto|off|to|at|from|over|against|near|along|by|up|hit|hits|hitting|mounted|mounting|jumped"
                r"|jumping|beside) (?:the|a) (?:\w+ )?"
            ),
            "",
        ),
    ),
    tag="NOUN",
    not_after=r" (?:on|of|to)\b",
)
_DRAFT = Sense(
    clues=(
        (r"\b(?:cold|icy|chilly) ", ""),
        (r"\b(?:beers?|ales?|lagers?|ciders?|stout|guinness) on ", ""),
        (
            "",
            (
                r" (?:beers?|ales?|lagers?|ciders?|horses?|animals|of (?:\w+ )?air|(?:from|through) the"
                r" (?:window|door|chimney))\b"
            ),
        ),
    ),
)
_LICENSE = Sense(
    clues=(
        (rf"\b{_DETERMINER} (?:[\w-]+ ){{0,3}}", ""),
        (
            (
                r"\b(?:driver['’]?s['’]?|driving|gun|export|import|fishing|hunting|marriage|pilot['’]s|business"
                r"|liquor|medical|broadcasting|television|tv|mining|operating|without|under) "
            ),
            "",
        ),
        ("", r" (?:plates?|fees?|holders?|numbers?|agreements?|applications?)\b"),
    ),
    tag="NOUN",
    not_before=r"\b(?:to|can|could|will|would|may|must|should|not) ",
    not_after=r" (?:the|an?|it|them|its|their|this|these|all|any|his|her|our)\b",
)
_PRACTICE = Sense(
    clues=(
        (
            (
                r"\b(?:to|will|can|could|would|must|should|may|might|they|we|you|i|who|not|\w+n['’]t|people|doctors"
                r"|lawyers|players|pupils) "
            ),
            "",
        ),
    ),
    tag="VERB",
    not_before=(
        r"\b(?:theory|return\w*|back|thanks|due|according|related|relating|led|leads?|changes?|contrary|key"
        r"|approach|access|similar|close|compared|commit\w*|principles?|into|research|evidence) to "
    ),
    not_after=r" (?:of|in the)\b",
)
_PRACTICES = Sense(
    clues=((r"\b(?:he|she|who|now|still|also|\w+ly) ", ""),), tag="VERB", not_after=r" (?:of|are|were|that)\b"
)
_METER = Sense(
    clues=(
        (rf"(?:\b(?:{_NUMBER}|square|cubic|per|hundreds of|thousands of|few|several|half a)|\d) ", ""),
        (
            "",
            r" (?:away|long|high|deep|tall|wide|above|below|apart|of (?:fabric|cloth|cable|rope|snow))\b",
        ),
    ),
    other_sense=_DEVICES,
    compound=rf"{_NUMBER}-met(?:er|re)s?(?:-\w+)?|met(?:er|re)-(?:long|high|deep|tall|wide|thick)",
)
_WARDS = Sense(clues=(("", ""),), tag="ADV", not_after=r" of\b")
_OKAY = Sense(clues=(("", ""),), not_after=r",")
"""Not the interjection: it belongs to the speaker."""
_MODIFIED = frozenset({al.Tag.NOUN, al.Tag.ADJ, al.Tag.PROPN, al.Tag.VERB_ING})
"""What follows the adjective rather than the adverb: an upward trend, a backward looking man."""

SENSES: dict[str, Sense] = {
    **dict.fromkeys(("check", "checks"), _CHECK),
    **dict.fromkeys(("tire", "tires"), _TIRE),
    **dict.fromkeys(("program", "programs"), _PROGRAM),
    **dict.fromkeys(("story", "stories"), _STORY),
    **dict.fromkeys(("curb", "curbs"), _CURB),
    "draft": _DRAFT,
    "license": _LICENSE,
    "licenses": _LICENSE._replace(clues=(("", ""),)),
    **dict.fromkeys(("ok", "okay"), _OKAY),
    "practice": _PRACTICE,
    "practices": _PRACTICES,
    **dict.fromkeys(("meter", "meters", "metre", "metres"), _METER),
    **{
        way + ending: _WARDS
        for way in "up down back in out on north south east west home sky".split()
        for ending in ("ward", "wards")
    },
}
"""The words that count only where their sense is clear; every other word of the table always counts."""


def is_meant(doc: al.Document, token: int, word: str) -> bool:
    """Whether a word, a token or part of a hyphenated one, is used in its sense with two spellings."""
    sense = SENSES.get(word)
    if sense is None:
        return True
    tokens = doc.tokens
    span = al.Span(tokens.starts[token], tokens.ends[token])
    after = doc.text[span.end : span.end + _REACH].lower()
    if sense.not_after and re.match(sense.not_after, after):
        return False
    text = tokens.texts[token].lower()
    if "-" in text:
        return bool(sense.compound) and re.fullmatch(sense.compound, text) is not None
    before = doc.text[max(span.start - _REACH, 0) : span.start].lower()
    if sense.not_before and _ends_with(before, sense.not_before):
        return False
    if not any(re.match(behind, after) and _ends_with(before, ahead) for ahead, behind in sense.clues):
        return False
    return not _shows_other_sense(doc, span, sense) and _is_tagged(doc, span, token, sense)


def _ends_with(text: str, pattern: str) -> bool:
    """Whether a text ends with a match of a pattern."""
    return re.search(f"(?:{pattern})$", text) is not None


def _shows_other_sense(doc: al.Document, span: al.Span, sense: Sense) -> bool:
    """Whether a word nearby, in the same paragraph, shows another sense."""
    if not sense.other_sense:
        return False
    block = doc.block_at(span.start).span
    start, end = max(span.start - _WIDE_REACH, block.start), min(span.end + _WIDE_REACH, block.end)
    return re.search(sense.other_sense, doc.text[start:end].lower()) is not None


def _is_tagged(doc: al.Document, span: al.Span, token: int, sense: Sense) -> bool:
    """Whether the word has the part of speech of its sense."""
    if not sense.tag:
        return True
    for sentence in doc.sentences_in(span)[:1]:
        words = doc.read(sentence).words
        at = doc.read(sentence).index_of(token)
        if words[at].tag.upos == sense.tag:
            following = {word.tag for word in words[at + 1 : at + 2]}
            return sense.tag != "ADV" or _MODIFIED.isdisjoint(following)
    return False
