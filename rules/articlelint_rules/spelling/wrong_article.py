"""wrong-article: "a" before a vowel, or "an" before a consonant, as they are spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import articlelint as al
from articlelint_rules.spelling.first_sound import begins_with_vowel
from articlelint_rules.spelling.spellings import match_case

_GAPS = frozenset({" ", "\n", "\u00a0"})
_OPENING = frozenset("“\"‘'([")
_CURRENCY = frozenset("$£€¥")
# 1/8 is an eighth, S/L one word, R5,000 a sum of rand.
_GOES_ON = re.compile(r"/|,\d")
# "A" is a letter in "a is the first letter", "vitamin a and b".
_NOT_IN_A_NOUN_PHRASE = (
    al.words.auxiliaries.BE
    | al.words.conjunctions.COORDINATING
    | al.words.conjunctions.SUBORDINATING
    | al.words.determiners.BASIC
    | al.words.determiners.QUANTIFIERS
    | al.words.prepositions.FREQUENT
    | al.words.pronouns.PERSONS
    | {"er", "um", "uh", "eh"}
)


class Options(NamedTuple):
    """How words begin when they are read aloud."""

    vowel: tuple[str, ...] = ()
    """Words and abbreviations that take "an", such as "historic" where a house writes "an historic"."""
    consonant: tuple[str, ...] = ()
    """Words and abbreviations that take "a"."""


class WrongArticle(al.Rule[Options]):
    """
    "A" stands before a vowel, or "an" before a consonant.

    What counts is the sound: an hour, an MP, an 11-year-old, an $8 note; but a useful one-off, a European, a
    UN envoy, a NATO base. Abbreviations are spelled out unless they are known to be said as words. The fix is
    safe unless the slip may be another one. Between two names or nouns, "an" may be "and" without its d
    ("Smith an Jones"): there is no fix.

    Left alone is what is said in two ways (a historic and an historic, an herb, a FAQ, a 1,800-mile road, an
    Mbappé goal), "a" as a letter (vitamin a), what the lexicon does not know, and the name An.
    """

    meta = al.Meta("wrong-article", "a before a vowel, or an before a consonant", since="0.1")
    options_type = Options
    examples = (
        al.Flagged("He saw [[a]] elephant and [[an]] house.", fixed="He saw an elephant and a house."),
        al.Flagged(
            "[[A]] hour passed. [[An]] European court sat.", fixed="An hour passed. A European court sat."
        ),
        al.Flagged("He met [[a]] MP, [[a]] FBI agent and [[an]] UN envoy."),
        al.Flagged("They built [[an]] NATO base beside [[a]] NGO."),
        al.Flagged("She saw [[a]] 11-year-old, [[a]] 18th-century house and [[a]] $8 note."),
        al.Flagged("It was [[an]] one-off, said [[an]] “European”."),
        al.Flagged("They built [[a]] X-ray machine and [[an]] U-boat."),
        al.Flagged("It was [[an]] historic day.", options={"consonant": ["historic"]}),
        al.Flagged("They built [[a]] M&S shop beside [[an]] B&Q."),
        al.Flagged("The firm of Smith [[an]] Jones sold bread [[an]] milk."),
        al.Clean("An hour with an honest heir, an MRI and an F-16; a unit, a eulogy, a one-time UK ally."),
        al.Clean("An 11-year-old paid an $80 fine; an 1847 law and an 1800s house; a 100-mile road."),
        al.Clean("It was an historic day in a historic hotel, with an herb."),
        al.Clean("A NASA team, an NFL club, an SUV, a HUD grant, a FAQ and a LAN."),
        al.Clean("Vitamin a is here. The answer is a or b. An Nguyen won; the score was a 0–0."),
        al.Clean(
            "An Nvidia chip, a Mbappé goal, an Mbappé goal, an hors d’oeuvre, an R&B star, a NSW court."
        ),
        al.Clean("It was an unidentified, uninsured, uneven and unusual umbrella, and a uniform."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each article that does not fit the sound after it."""
        for article in ("a", "an"):
            for index in doc.positions.get(article, ()):
                following = _word_after(doc, index)
                if following is None:
                    continue
                vowel = self._begins_with_vowel(doc, index, following)
                if vowel is not None and vowel != (article == "an"):
                    yield self._report(doc, index, following)

    def _begins_with_vowel(self, doc: al.Document, index: int, following: int) -> bool | None:
        """Whether the word after an article begins with a vowel sound."""
        text = doc.tokens.texts[following]
        if text in self.options.vowel or text.lower() in self.options.vowel:
            return True
        if text in self.options.consonant or text.lower() in self.options.consonant:
            return False
        around = (
            *doc.tokens.texts[max(index - 1, 0) : index],
            *doc.tokens.texts[following + 1 : following + 2],
        )
        shouted = any(len(word) > 1 and word.isalpha() and word.isupper() for word in around)
        return begins_with_vowel(text, shouted=shouted)

    def _report(self, doc: al.Document, index: int, following: int) -> al.Finding:
        """Return the finding for an article and the word after it."""
        tokens = doc.tokens
        span = al.Span(tokens.starts[index], tokens.ends[index])
        right = "a" if tokens.lowered[index] == "an" else "an"
        words = doc.text[tokens.starts[index + 1] : tokens.ends[following]]
        if _may_be_and(doc, index, following):
            return self.finding(
                span, f"“{tokens.texts[index]} {words}”: write “{right} {words}” or “and {words}”"
            )
        safety = al.Safety.SAFE if _is_modifier_or_singular(doc, following) else al.Safety.UNSAFE
        fix = self.replace(span, match_case(right, doc.slice(span)[:1]), safety)
        return self.finding(span, f"“{tokens.texts[index]} {words}”: write “{right} {words}”", fix=fix)


def _word_after(doc: al.Document, index: int) -> int | None:
    """Return the index of the word that an article belongs to; None if it is no article."""
    tokens = doc.tokens
    sentence = doc.sentence_of(index).tokens
    at = index + 1
    if at not in sentence or doc.text[tokens.ends[index] : tokens.starts[at]] not in _GAPS:
        return None
    if tokens.texts[index][0].isupper() and not _opens_sentence(doc, index):
        return None
    if index > sentence.start and tokens.adjoins(index) and tokens.texts[index - 1] not in _OPENING:
        return None
    while at in sentence and tokens.texts[at] in _OPENING | _CURRENCY:
        at += 1
    return at if at in sentence and _may_follow(doc, index, at) else None


def _opens_sentence(doc: al.Document, index: int) -> bool:
    """Whether only marks stand before a token in its sentence."""
    before = doc.tokens.kinds[doc.sentence_of(index).tokens.start : index]
    return all(kind is al.TokenKind.PUNCTUATION for kind in before)


def _may_follow(doc: al.Document, index: int, at: int) -> bool:
    """Whether a token is a word or number that an article may belong to, and is read as it is written."""
    tokens = doc.tokens
    word = tokens.texts[at]
    if _GOES_ON.match(doc.text, tokens.ends[at]):
        return False
    if tokens.kinds[at] is al.TokenKind.NUMBER:
        return True
    if tokens.kinds[at] is not al.TokenKind.WORD or tokens.lowered[at] in _NOT_IN_A_NOUN_PHRASE:
        return False
    if len(word) == 1 and at > index + 1:
        # A letter after a mark: 'N Sync.
        return False
    if "-" in word:
        return True
    known = al.lexicon.is_word(word.lower()) or al.lexicon.is_rare(word.lower())
    if tokens.texts[index] == "An" and word.istitle():
        # An Nguyen is a person, and "European" no name.
        return known or doc.read(doc.sentence_of(at)).word_of(at).tag is al.Tag.ADJ
    return known or not word.islower()


def _may_be_and(doc: al.Document, index: int, following: int) -> bool:
    """Whether "an" between two names or two nouns has lost the d of "and": Smith an Jones."""
    if doc.tokens.lowered[index] != "an" or index == doc.sentence_of(index).tokens.start:
        return False
    before = doc.tokens.texts[index - 1]
    if doc.tokens.kinds[index - 1] is not al.TokenKind.WORD:
        return False
    if before[0].isupper() and doc.tokens.texts[following].istitle():
        return True
    return doc.read(doc.sentence_of(index)).word_of(index - 1).tag in {al.Tag.NOUN, al.Tag.ADJ}


def _is_modifier_or_singular(doc: al.Document, index: int) -> bool:
    """Whether a word can stand behind an article, by the reader: no verb, and no plural."""
    sentence = doc.sentence_of(index)
    tag = doc.read(sentence).word_of(index).tag
    if tag is al.Tag.NOUN:
        return not doc.tokens.lowered[index].endswith("s")
    return tag in {al.Tag.ADJ, al.Tag.NUM, al.Tag.PROPN}
