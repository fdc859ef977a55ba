"""Whether a word is used in the one of its senses that has two spellings: a flat tire, not to tire of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

import articlelint as al

_REACH = 60
"""How many characters on either side of a word are read."""
_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|eighty|hundred|thousand|million)"
)
_DETERMINER = (
    rf"(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|no|any|some|every|each|{_NUMBER}"
    r"|\w+['’]s|\w+s['’])"
)
_MONEY = r"[$£€¥]\s?[\d,.]+(?: (?:million|billion))?"
_COMPUTING = frozenset(
    """computer computers software code coding coder programmer programmers algorithm app apps install
    installed installs download downloaded pc laptop malware null function script test tests data user users
    server compiler windows linux api files file""".split()
)
_DEVICES = frozenset(
    """parking smart gas electricity electric taxi install installed installing installs reading readings
    utility utilities""".split()
)

Clue = tuple[str, str]
"""Patterns for what must end before the word and what must begin after it."""


@dataclass(frozen=True, slots=True)
class Sense:
    """
    What shows that a word is meant in the sense that has two spellings.

    One of the ``clues`` must fit, the part of speech must be ``tag`` if there is one, and none of the rest
    may speak against it. ``compound`` fits the hyphenated word that it may be a part of.
    """

    clues: tuple[Clue, ...]
    tag: str = ""
    not_before: str = ""
    not_after: str = ""
    company: frozenset[str] = frozenset()
    """Words that show another sense wherever they stand in the sentence."""
    compound: str = ""


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
    company=_COMPUTING,
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
    company=_COMPUTING,
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
                r" (?:beers?|ales?|lagers?|ciders?|horses?|animals?|of (?:\w+ )?air|(?:from|through) the"
                r" (?:window|door|chimney))\b"
            ),
        ),
    ),
)
_LICENSE = Sense(
    clues=(
        (rf"\b{_DETERMINER} (?:[\w-]+ )?", ""),
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
    company=_DEVICES,
    compound=rf"{_NUMBER}-met(?:er|re)s?(?:-\w+)?|met(?:er|re)-(?:long|high|deep|tall|wide|thick)",
)
_WARDS = Sense(clues=(("", ""),), tag="ADV", not_after=r" of\b")
_OKAY = Sense(clues=(("", ""),), not_after=r",")
"""Not the interjection, which is the manner of who speaks."""
_NOT_AFTER_ADVERB = frozenset({"NOUN", "ADJ", "PROPN"})
"""What follows the adjective: an upward trend, a backward glance."""

SENSES: dict[str, Sense] = {
    **dict.fromkeys(("check", "checks"), _CHECK),
    **dict.fromkeys(("tire", "tires"), _TIRE),
    **dict.fromkeys(("program", "programs"), _PROGRAM),
    **dict.fromkeys(("story", "stories"), _STORY),
    **dict.fromkeys(("curb", "curbs"), _CURB),
    **dict.fromkeys(("draft", "drafts"), _DRAFT),
    **dict.fromkeys(("license", "licenses"), _LICENSE),
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
"""The words that are judged only in a clear sense; every other word is always meant."""


def is_meant(doc: al.Document, token: int, word: str) -> bool:
    """Whether a word, a token or the hyphenated part of one, is used in its sense with two spellings."""
    sense = SENSES.get(word)
    if sense is None:
        return True
    tokens = doc.tokens
    span = al.Span(tokens.starts[token], tokens.ends[token])
    after = doc.text[span.end : span.end + _REACH].lower()
    if _fits(sense.not_after, after):
        return False
    text = tokens.texts[token].lower()
    if "-" in text:
        return bool(sense.compound) and re.fullmatch(sense.compound, text) is not None
    before = doc.text[max(span.start - _REACH, 0) : span.start].lower()
    if sense.not_before and re.search(f"{sense.not_before}$", before):
        return False
    if not any(re.search(f"{a}$", before) and re.match(b, after) for a, b in sense.clues):
        return False
    (sentence,) = doc.sentences_in(span)[:1] or (None,)
    if sentence is None or token not in sentence.tokens:
        return False
    return _alone(doc, sentence, sense) and _tagged(doc, sentence, token, sense)


def _fits(pattern: str, after: str) -> bool:
    return bool(pattern) and re.match(pattern, after) is not None


def _alone(doc: al.Document, sentence: al.Sentence, sense: Sense) -> bool:
    """Whether no word of the sentence shows another sense."""
    texts = doc.tokens.texts
    return not sense.company or sense.company.isdisjoint(texts[i].lower() for i in sentence.tokens)


def _tagged(doc: al.Document, sentence: al.Sentence, token: int, sense: Sense) -> bool:
    """Whether the word has the part of speech of its sense."""
    if not sense.tag:
        return True
    tags = doc.tags(sentence)
    at = token - sentence.tokens.start
    if tags[at].upos != sense.tag:
        return False
    following = tags[at + 1].upos if at + 1 < len(tags) else ""
    return sense.tag != "ADV" or following not in _NOT_AFTER_ADVERB
