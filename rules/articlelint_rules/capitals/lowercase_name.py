"""The rule lowercase-name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import articlelint as al
from articlelint_rules.capitals.inner_capitals import FUNCTION_WORDS
from articlelint_rules.thresholds import thresholds

KINDS = al.BODY | {al.BlockKind.LIST_ITEM, al.BlockKind.CAPTION, al.BlockKind.TABLE_CELL}
DATE_KINDS = KINDS | {
    al.BlockKind.HEADLINE,
    al.BlockKind.CROSSHEAD,
    al.BlockKind.BYLINE,
    al.BlockKind.DATELINE,
    al.BlockKind.INGREDIENT,
    al.BlockKind.ALT_TEXT,
}
"""Where days and months are looked for. A headline says too little to guess names by."""
SHORTEST = 3
OPENING = frozenset("\"'“‘«([—–-/")
EVEN = 0.5
"""The probability from which the reader takes a month for an English one; other languages write some so."""
DAYS = al.words.calendar.LOWER_DAYS
MONTHS = al.words.calendar.LOWER_MONTHS
DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
DAY_OR_YEAR = re.compile(rf"{DAY.pattern}|(?:1\d|20)\d\d")
BEFORE_DATES = frozenset({"on", "from", "to", "until", "till", "by", "before", "after", "since", "between"})
DIRECTIONS = frozenset(
    """
    north south east west northern southern eastern western northeast northwest southeast southwest central
    """.split()
)
NEVER_NAMES = FUNCTION_WORDS | al.words.name_particles.PARTICLES | al.words.titles.TITLES | DIRECTIONS
"""Words that are no names, or whose capital is a matter of style: north London, the justice secretary."""
CLITICS = ("'s", "’s", "'", "’")


class LowercaseName(al.Rule[al.NoOptions]):
    """
    A name has lost its capital: friday, ukrainian, angela Merkel.

    The words that dictionaries and tables of people, places and peoples have with a capital, and those that
    the article itself gives one elsewhere, are candidates; a trained reader, a part of articlelint, judges
    each by its sentence.

    Days and months always have a capital in English, so they are errors, in headlines as well, and their
    fix is safe. Of “march” and “may”, which are verbs as well, this holds in a date: “on 12 march”, “may
    2021”. Other names are looked for in the text, in lists, captions and tables, but not in headlines.

    Left alone: words that are names only at times (may, will, china, polish, turkey) where they are none,
    names that write themselves small (iPad, de Gaulle), Latin names of species, roman type and french
    fries, web addresses and file names, and passages in other languages.
    """

    meta = al.Meta(
        "lowercase-name", "a name that has lost its capital", since="0.1", **thresholds("lowercase-name")
    )
    examples = (
        al.Flagged(
            "They met on [[friday]] and again in [[october]].",
            fixed="They met on Friday and again in October.",
        ),
        al.Flagged("She was born on 11 [[march]] 1985.", fixed="She was born on 11 March 1985."),
        al.Flagged(
            "They met on 12 [[march]] and in [[may]] 2021.", fixed="They met on 12 March and in May 2021."
        ),
        al.Flagged("# Ferry sails on [[monday]]\n\nIt sails at noon.", suffix=".md"),
        al.Flagged("The [[ukrainian]] president flew to [[berlin]]."),
        al.Flagged("Talks with [[angela]] Merkel ended late."),
        al.Clean("All 12 march on, and only 3 may enter."),
        al.Clean("You may march on, will or no will; the china and the turkey were on the table."),
        al.Clean("Add french fries, and set the page numbers in roman type."),
        al.Clean("The worm C. elegans lives in soil; the general was called de Gaulle."),
        al.Clean("The polish on the mobile came off, and the south wall fell."),
        al.Clean("The local Department of Health met the former Union leader."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Words that are names, without a capital."""
        candidates = _candidates(doc)
        for sentence, reading in doc.readings(candidates):
            for token in candidates[sentence]:
                yield self._report(doc, token, reading.capital(token))

    def _report(self, doc: al.Document, token: int, confidence: float) -> al.Finding:
        word = doc.tokens.texts[token]
        span = al.Span(doc.tokens.starts[token], doc.tokens.ends[token])
        better = _with_capital(word)
        is_month = _is_month(doc, token, confidence)
        is_date = is_month or _is_day(word)
        safety = al.Safety.SAFE if is_date else al.Safety.UNSAFE
        fix = None if doc.in_quote(span) else self.replace(span, better, safety)
        if is_date:
            kind = "Months" if is_month else "Days"
            return self.finding(span, f"{kind} have a capital: write “{better}”", fix=fix)
        message = f"“{word}” seems to be a name: write “{better}”"
        return self.finding(span, message, fix=fix, confidence=confidence)


def _is_month(doc: al.Document, token: int, confidence: float) -> bool:
    """
    Whether a word is a month and nothing else.

    "august" and "march" are months in a date only, and "mai" and "august" of another language are none: the
    reader says so with a ``confidence`` of less than a half.
    """
    stem = _stem(doc.tokens.texts[token])
    if stem not in MONTHS:
        return False
    return _is_in_date(doc, token) or (confidence > EVEN and not al.lexicon.is_common(stem))


def _is_day(word: str) -> bool:
    """Whether a word in lower case is a day of the week: "monday", "mondays", "monday's"."""
    return _stem(word).removesuffix("s") in DAYS


def _is_in_date(doc: al.Document, token: int) -> bool:
    """
    Whether a month stands in a date: before a day or a year, or behind a day where no verb can stand.

    The prepositions of time before the day, or a mark behind the month, say that it is no verb: "on 12 march
    in Rome", "The deadline is 31 march."
    """
    words = doc.lowered
    following = words[token + 1] if token + 1 < len(words) else "."
    if DAY_OR_YEAR.fullmatch(following):
        return True
    if token == 0 or not DAY.fullmatch(words[token - 1]):
        return False
    return not following[0].isalnum() or (token > 1 and words[token - 2] in BEFORE_DATES)


def _candidates(doc: al.Document) -> dict[al.Sentence, list[int]]:
    """The tokens without a capital that may be names, by their sentences."""
    capitalised = {spelling.lower() for spelling in doc.spellings if spelling[0].isupper()}
    small = [spelling for spelling in doc.spellings if spelling.islower()]
    names = {word for word in small if _may_be_name(_stem(word), known=_stem(word) in capitalised)}
    parts = {word for word in small if _may_be_part(_stem(word))}
    months = {word for word in small if _stem(word) in MONTHS}
    days = {word for word in small if _is_day(word)}
    found: defaultdict[al.Sentence, list[int]] = defaultdict(list)
    for word in names | parts | months | days:
        for token in doc.positions[word]:
            sentence = doc.sentence_of(token)
            is_date = word in days or (
                word in months and (_is_in_date(doc, token) or not al.lexicon.is_common(_stem(word)))
            )
            if (
                doc.tokens.texts[token] == word
                and doc.tokens.kinds[token] is al.TokenKind.WORD
                and token > sentence.tokens.start
                and doc.blocks[sentence.block].kind in (DATE_KINDS if is_date else KINDS)
                and (
                    is_date
                    or word in names
                    or (word in parts and _is_beside_a_name(doc, sentence, token, names))
                )
                and not _is_in_species(doc, token)
                and not _is_rest_of_a_word(doc, token)
            ):
                found[sentence].append(token)
    return {sentence: sorted(found[sentence]) for sentence in sorted(found)}


def _is_beside_a_name(doc: al.Document, sentence: al.Sentence, token: int, names: set[str]) -> bool:
    """Whether a part of a name stands beside another: "the justice Department", "11 march"."""
    texts = doc.tokens.texts
    beside = [texts[at] for at in (token - 1, token + 1) if sentence.tokens.start < at < sentence.tokens.stop]
    return any(word[0].isupper() or word[0].isdigit() or word in names for word in beside)


def _is_rest_of_a_word(doc: al.Document, token: int) -> bool:
    """Whether a token stands directly behind a letter or a sign, as after a letter that is broken."""
    before = doc.text[doc.tokens.starts[token] - 1]
    return not before.isspace() and before not in OPENING


def _is_in_species(doc: al.Document, token: int) -> bool:
    """Whether a token is a part of the scientific name of a species, whose second word is small."""
    span = al.Span(doc.tokens.starts[token], doc.tokens.ends[token])
    return any(map(span.overlaps, doc.species))


def _may_be_part(stem: str) -> bool:
    """
    Whether a word that is no name by itself may be a part of one.

    No dictionary has it, or it is also a name. Nearly every word is also a surname, which says nothing.
    """
    if len(stem) < SHORTEST or stem in NEVER_NAMES or not stem.isalpha():
        return False
    size, name_size = al.lexicon.sizes(stem)
    kinds = al.gazetteer.name_kinds(stem) - {al.gazetteer.NameKind.SURNAME}
    return size == 0 or name_size > 0 or bool(kinds)


def _stem(word: str) -> str:
    """A word without a possessive ending."""
    for ending in CLITICS:
        word = word.removesuffix(ending)
    return word


def _may_be_name(stem: str, *, known: bool) -> bool:
    """
    Whether a word in lower case may be a name that has lost its capital, whatever stands beside it.

    ``known``: the article has it with a capital, too. A common word must be as common as a name.
    """
    if len(stem) < SHORTEST or stem in NEVER_NAMES or not stem.replace("-", "").isalpha():
        return False
    size, name_size = al.lexicon.sizes(stem)
    if 0 < size <= al.lexicon.COMMON:
        return 0 < name_size <= size
    if "-" in stem:
        return name_size > 0
    return name_size > 0 or bool(al.gazetteer.name_kinds(stem)) or (size == 0 and known)


def _with_capital(word: str) -> str:
    """A name as it is written: "github's" gives "GitHub's"."""
    stem = _stem(word)
    name = al.gazetteer.inner_capital(stem) or stem[:1].upper() + stem[1:]
    return name + word[len(stem) :]
