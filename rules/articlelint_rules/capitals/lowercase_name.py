"""The rule lowercase-name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import articlelint as al
from articlelint_rules.capitals.derivation import is_derived
from articlelint_rules.capitals.function_words import FUNCTION, PREPOSITIONS
from articlelint_rules.capitals.gazetteer import Names, compounds, names, needs_capital
from articlelint_rules.capitals.usage import BODY, Usage, plain, usage_of

KINDS = BODY | {al.BlockKind.LIST_ITEM, al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD, al.BlockKind.CAPTION}
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset("january february april june july september october november december".split())
MONTH_WORDS = frozenset("march may august".split())
"""Months that are also words: names only beside a number."""
DAY_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|[12]\d{3}")
HEADS = frozenset(
    """agency association bureau commission commissioner committee congress council court department federation foundation
    institute ministry office organisation organization parliament party society union university war sea ocean
    empire republic islands age""".split()
)
"""Last words of the names of bodies, seas and ages, where they have a capital."""
MODIFIERS = frozenset(
    """justice state treasury labour labor defence defense interior education energy commerce agriculture health police census science royal
    transport transportation trade foreign home war world supreme high federal central national international
    security atomic human civil democratic republican conservative liberal north south east west northern southern
    eastern western central middle black red dead baltic bronze stone iron copper ice red""".split()
)
"""Words that come before them in the same name."""
GEOGRAPHIC = frozenset("lake mount cape fort saint port san santa new".split())
"""First words of geographical names, written with a capital before one."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Words without their capitals: from which token to which, how they should read, and why."""

    first: int
    last: int
    better: str
    reason: str
    safe: bool = False


class LowercaseName(al.Rule[al.NoOptions]):
    """
    A name has lost its capital: friday, ukrainian, angela Merkel, the african Union, New york.

    Days, months, countries, peoples, languages, cities, people and organisations are known from tables; a
    name that the article capitalises everywhere else is taken from the article itself.

    Left alone: words that are names only at times (may, will, china, polish, mobile, turkey), names that
    write themselves small (iPad, de Gaulle, bell hooks), Latin names of species, roman type and french
    fries, web addresses and file names, and passages in other languages.
    """

    meta = al.Meta("lowercase-name", "a name that has lost its capital", since="0.1")
    examples = (
        al.Flagged(
            "They met on [[friday]] and again in [[october]].",
            fixed="They met on Friday and again in October.",
        ),
        al.Flagged("She was born on 11 [[march]] 1985.", fixed="She was born on 11 March 1985."),
        al.Flagged("The [[ukrainian]] president flew to [[berlin]]."),
        al.Flagged("Talks with [[angela]] Merkel ended late."),
        al.Flagged("He spoke to the [[african]] Union and to the [[justice Department]]."),
        al.Flagged("The mayor of [[New york]] and an envoy of the [[United nations]] agreed."),
        al.Clean("You may march on, will or no will; the china and the turkey were on the table."),
        al.Clean("Add french fries, and set the page numbers in roman type."),
        al.Clean("The worm C. elegans lives in soil; the general was called de Gaulle."),
        al.Clean("The polish on the mobile came off, and the south wall fell."),
        al.Clean("The local Department of Health met the former Union leader."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Words that are names, without a capital."""
        for slip in find_slips(doc):
            span = al.Span(doc.tokens.starts[slip.first], doc.tokens.ends[slip.last])
            safety = al.Safety.SAFE if slip.safe else al.Safety.UNSAFE
            fix = None if doc.in_quote(span) else self.replace(span, slip.better, safety)
            yield self.finding(span, f"{slip.reason}: write “{slip.better}”.", fix=fix)


def find_slips(doc: al.Document) -> Iterator[Slip]:
    """The slips of a document, in order; no word is in two."""
    usage = usage_of(doc)
    if usage.shouts:
        return
    tokens = doc.tokens
    for sentence in doc.sentences:
        if doc.blocks[sentence.block].kind not in KINDS:
            continue
        reader = Reader(doc, sentence, usage)
        taken = sentence.tokens[0]
        for i in sentence.tokens:
            if i < taken or tokens.kinds[i] is not al.TokenKind.WORD:
                continue
            slip = reader.compound(i) or (reader.word(i) if i > sentence.tokens[0] else None)
            if slip is not None:
                taken = slip.last + 1
                yield slip


class Reader:
    """Reads one sentence, word by word."""

    def __init__(self, doc: al.Document, sentence: al.Sentence, usage: Usage) -> None:
        self.texts, self.kinds = doc.tokens.texts, doc.tokens.kinds
        self.starts, self.ends = doc.tokens.starts, doc.tokens.ends
        self.begin, self.end = sentence.tokens[0], sentence.tokens[-1] + 1
        self.usage = usage
        self.doc, self.sentence = doc, sentence

    def at(self, i: int) -> str:
        """The text of a token of the sentence; empty outside it."""
        return self.texts[i] if self.begin <= i < self.end else ""

    def tag(self, i: int) -> al.Tag:
        """The part of speech of a token of the sentence."""
        return self.doc.tags(self.sentence)[i - self.begin]

    def compound(self, i: int) -> Slip | None:
        """A known name of several words, some of which have their capital and some have not."""
        for words in compounds().get(plain(self.texts[i]), ()):
            last = i + len(words) - 1
            if last >= self.end or any(plain(self.texts[i + k]) != w.lower() for k, w in enumerate(words)):
                continue
            written = self.texts[i : last + 1]
            lost = [k for k, w in enumerate(words) if w[0].isupper() and written[k][0].islower()]
            kept = [k for k, w in enumerate(words) if w[0].isupper() and written[k][0].isupper()]
            # At the start of a sentence the first word's capital says nothing: "New forest paths".
            says = [k for k in kept if i + k not in self.usage.initial or not al.lexicon.is_word(words[k].lower())]
            if lost and (says or any(needs_capital(words[k].lower()) for k in lost)):
                better = " ".join(
                    w[0].upper() + t[1:] if w[0].isupper() else t for w, t in zip(words, written, strict=True)
                )
                return Slip(i, last, better, f"“{' '.join(words)}” is a name")
            return None
        return None

    def word(self, i: int) -> Slip | None:
        """A single word that is a name."""
        word = self.texts[i]
        if not word[0].islower() or self._is_code(i) or not word.replace("’", "").replace("'", "").replace("-", "").isalpha():
            return None
        lower = plain(word)
        reason = self._date(i, lower)
        if reason:
            return Slip(i, i, word.capitalize(), reason, safe=True)
        foreign = self._foreign(i)
        if word.islower() and foreign <= 1:
            reason = self._known(i, lower, sure=not foreign) or self._own(lower)
            if not reason and not foreign:
                reason = self._unknown(i, lower) or self._surname(i, lower)
            if reason:
                return Slip(i, i, word[0].upper() + word[1:], reason)
            return self._body(i, lower)
        return None

    def _is_code(self, i: int) -> bool:
        """Whether a word hangs together with signs that no sentence has around a word."""
        before = self.texts[i - 1] if i and self.ends[i - 1] == self.starts[i] else ""
        after = self.at(i + 1) if i + 1 < self.end and self.starts[i + 1] == self.ends[i] else ""
        return before in SIGNS or after in SIGNS or (after in {".", ":"} and self._adjoined_after(i + 1))

    def _adjoined_after(self, i: int) -> bool:
        return i + 1 < self.end and self.starts[i + 1] == self.ends[i] and self.texts[i + 1][0].isalnum()

    def _date(self, i: int, lower: str) -> str:
        """Why a word is the name of a day or month."""
        if lower in DAYS or (lower[:-1] in DAYS and lower.endswith("s")):
            return "Days have a capital"
        if lower in MONTHS:
            return "Months have a capital"
        if lower in MONTH_WORDS:
            before, after = self.at(i - 1), self.at(i + 1)
            number = DAY_NUMBER.fullmatch(after) or (DAY_NUMBER.fullmatch(before) and self.at(i + 1).isdigit())
            if number and not (lower == "may" and not after.isdigit()):
                return "Months have a capital"
        return ""

    def _foreign(self, i: int) -> int:
        """How many of the words around are in another language: not English, nor a name."""
        if self.at(i - 1) == "." and len(self.at(i - 2)) == 1:
            return 2  # C. elegans
        near = [self.at(k) for k in (i - 2, i - 1, i + 1, i + 2)]
        return sum(
            len(w) > 1
            and w.isalpha()
            and w.islower()
            and not (al.lexicon.is_word(w) or names(w) or is_derived(w))
            for w in near
        )

    def _known(self, i: int, lower: str, *, sure: bool) -> str:
        """Why a word of the tables is a name here; "sure" is false in a passage that may be foreign."""
        kinds = names(lower)
        following, before = self.at(i + 1), self.at(i - 1)
        if needs_capital(lower, following.lower()):
            if kinds & Names.PEOPLE:
                return "Peoples and languages have a capital"
            if kinds & Names.COUNTRY:
                return "Countries have a capital"
            return "This is a name" if not kinds & Names.PLACE else "Places have a capital"
        if lower in {"china", "wales"} and (before in BEFORE_COUNTRIES or self.texts[i].endswith(("'s", "’s"))):
            return "Countries have a capital"
        if al.lexicon.is_word(lower) or not sure:
            return ""
        if kinds & (Names.PLACE | Names.GIVEN) and len(lower) >= SHORTEST_PLACE:
            return "Places have a capital" if kinds & Names.PLACE else "People have a capital"
        return ""

    def _unknown(self, i: int, lower: str) -> str:
        """Why a word that no dictionary has must be a name."""
        if al.lexicon.is_word(lower) or len(lower) < SHORTEST_PLACE or "-" in lower or is_derived(lower):
            return ""
        before, after = self.at(i - 1), self.at(i + 1)
        if before[:1].isupper() and names(before.lower()) & Names.GIVEN and before.lower() not in NOT_GIVEN:
            return "This follows a first name"
        if self.usage.lower[lower] > 1:
            return ""
        if before[:1].isupper() and before[1:].islower() and not self._may_end_name(plain(before), lower):
            return "This follows a name"
        if before in {",", "and", "but"} and after in AFTER_SUBJECTS:
            return "This seems to be a name"
        if not lower.endswith("s") and self._names_on(after):
            return "This stands before a name"
        if self.texts[i].endswith(("'s", "’s")) and before.lower() not in DETERMINERS:
            return "This seems to be a name"
        if before in BEFORE_NAMES and not lower.endswith(("s", "ed", "ing")) and (not after or not after[0].isalpha() or after in AFTER_NAMES):
            return "This seems to be a name"
        return ""

    def _own(self, lower: str) -> str:
        """Whether the article itself writes the word with a capital elsewhere."""
        times = 1 if not al.lexicon.is_word(lower) else 0
        if times and self.usage.always_capitalised(lower, times):
            return "The article gives this name a capital elsewhere"
        return ""

    @staticmethod
    def _names_on(after: str) -> bool:
        """Whether the word after goes on with a name: a surname, a Roman numeral, a body."""
        if after in NUMERALS or after.lower() in HEADS | STREETS:
            return after[:1].isupper()
        return after[:1].isupper() and after[1:].islower() and not al.lexicon.is_common(plain(after))

    def _surname(self, i: int, lower: str) -> str:
        """Why an ordinary word is a surname here: "Stephen wheeler, the editor"."""
        before, after = self.at(i - 1), self.at(i + 1)
        given = names(before.lower()) & Names.GIVEN and before[:1].isupper() and not al.lexicon.is_word(before.lower())
        if not given or not names(lower) & Names.SURNAME or lower in FUNCTION or self.texts[i] != lower:
            return ""
        return "This follows a first name" if after in AFTER_SURNAMES and self.tag(i) == "NOUN" else ""

    @staticmethod
    def _may_end_name(before: str, lower: str) -> bool:
        """Whether a capitalised word may stand before an unknown one without making it part of a name."""
        if al.lexicon.is_word(before) or names(before) & Names.PEOPLE:
            return True
        # The genus and species of a living thing: Formica fusca.
        return before.endswith(LATIN) and lower.endswith(LATIN)

    def _body(self, i: int, lower: str) -> Slip | None:
        """The first word of an organisation, a sea or a lake whose last word has its capital."""
        after = self.at(i + 1)
        if lower in {"university", *STREETS} and self._names_university(i, lower):
            return Slip(i, i, self.texts[i].capitalize(), "This is part of a name")
        before = self.at(i - 1)
        if lower in HEADS and before.lower() in MODIFIERS and before[0].isupper() and i - 1 not in self.usage.initial:
            better = before + " " + self.texts[i].capitalize()
            return Slip(i, i, self.texts[i].capitalize(), f"“{before}” has a capital, “{lower}” has none")
        if not after[:1].isupper() or not after[1:].islower():
            return None
        if lower not in FUNCTION and self._inside_name(i, after):
            return Slip(i, i, self.texts[i].capitalize(), "This stands inside a name")
        ends_here = not self.at(i + 2)[:1].isupper() and self.at(i + 2) not in {"of", "for"}
        if lower in MODIFIERS and after.lower() in HEADS and ends_here:
            better = self.texts[i].capitalize() + " " + after
            return Slip(i, i + 1, better, f"“{after}” has a capital, “{lower}” has none")
        if lower in GEOGRAPHIC and names(plain(after)) and not al.lexicon.is_word(plain(after)) and lower in {"lake", "mount", "cape", "fort", "saint"}:
            return Slip(i, i, self.texts[i].capitalize(), "This is part of the name of a place")
        return None


    def _inside_name(self, i: int, after: str) -> bool:
        """Whether a word stands between the capitals of one name: "the Second opium War"."""
        before = self.at(i - 1)
        if after.lower() not in LAST_WORDS or not before[:1].isupper() or not before[1:].islower() or plain(before) != before.lower():
            return False
        sure = i - 1 not in self.usage.initial and before.lower() not in FUNCTION
        return sure and self.tag(i) in {"NOUN", "ADJ", "VERB.Fin"} and not names(before.lower()) & Names.PEOPLE

    def _names_university(self, i: int, lower: str) -> bool:
        """Whether "university" or "avenue" stands with the name of its place and nothing else."""
        before, after = self.at(i - 1), self.at(i + 1)
        if lower == "university" and after == "of" and before == "the":
            return bool(names(plain(self.at(i + 2))) & (Names.PLACE | Names.COUNTRY)) and self.at(i + 2)[:1].isupper()
        named = before[:1].isupper() and before[1:].islower() and not before.lower().endswith("s'")
        if not named or plain(before) != before.lower() or al.lexicon.is_common(before.lower()):
            return False
        two_before = self.at(i - 2).lower()
        bare = not two_before or two_before in PREPOSITIONS or not two_before[0].isalpha()
        return bare and not names(before.lower()) & Names.PEOPLE and (not after[:1].isalpha() or after in FUNCTION)


SIGNS = frozenset("/\\_=@#~<>{}|+&^*[]`")
LAST_WORDS = HEADS | frozenset(
    """academy age airport arena avenue awards bridge building cathedral centre center championship church club college
    company corps cup festival foundation games hospital hotel league library memorial museum prize revolution school
    square stadium station street theater theatre tower""".split()
)
"""Last words of the names of buildings, events and bodies."""
SHORTEST_PLACE = 4
STREETS = frozenset("avenue street boulevard island".split())
BEFORE_COUNTRIES = frozenset("to from against with".split())
AFTER_SURNAMES = frozenset(", and who said says told ) ’s is was has had".split())
NUMERALS = frozenset("II III IV VI VII VIII IX".split())
AFTER_SUBJECTS = frozenset("is was has had will would can could said says".split())
LATIN = ("a", "us", "is", "um", "i", "ae", "ii", "ensis", "ens", "ans", "oides")
DETERMINERS = frozenset("a an the this that these those each every no some any his her its their our my your".split())
BEFORE_NAMES = frozenset("in from to at near of with by and toward towards against".split())
AFTER_NAMES = frozenset("and or is was has had in on at for who which where as until after before during".split())
NOT_GIVEN = frozenset("will may mark an so see art bill grant jack drew".split())
