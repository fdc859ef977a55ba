"""The rule missing-space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import articlelint as al

OPENERS = (
    al.words.pronouns.SUBJECTS
    | al.words.pronouns.QUESTION_ADVERBS
    | al.words.determiners.BASIC
    | al.words.determiners.QUANTIFIERS
    | al.words.prepositions.FREQUENT
    | al.words.prepositions.LONGER
    | al.words.conjunctions.COORDINATING
    | al.words.conjunctions.SUBORDINATING
) - {"of", "than", "or"}
"""Words that are often the first of a sentence."""
STOPS = frozenset({".", "!", "?"})
CLOSING = frozenset("”’\"')")
EXCLAIMED = frozenset({"Yahoo", "Jeopardy", "Wham"})
"""Names that end in an exclamation mark."""
SUFFIXES = frozenset("Com Org Net Gov Edu Io Co Uk Js Net Ai Py Md Txt Pdf Html".split())
"""Ends of domain and file names that someone wrote with a capital."""

NUMBER_AND_WORD = re.compile(
    rf"(?<![\w.,:/@#&-])(?:[$£€]?\d[\d,.]*(?<=\d)(?P<word>[A-Za-z]{{3,}})|(?P<month>{al.words.calendar.MONTH_PATTERN})\d{{1,2}})"
    r"(?![\w@/-]|\.\w)"
)
TIME = re.compile(r"\d[\d.:]*[ap]m")
WRITTEN_JOINED = al.words.units.SHORT_UNITS | {
    *al.words.numbers.SCALES,
    "ins",
    "something",
    "somethings",
    "ers",
}
"""Words that are written behind a number without a space: 20mins, £5million, 20something."""


class MissingSpace(al.Rule[al.NoOptions]):
    """
    The space between two sentences, or between a number and a word, is missing.

    “The vote was lost by Republicans.The Senate sits again on Monday.” happens when paragraphs are joined
    or a link is cut out, and “He was 54and lived alone” when lines are joined or a note is cut.

    Left alone: web addresses and file names, abbreviations (U.S.), versions, short units (20mins), the names
    of programs (Node.js) and of parts of them (Console.Write).
    """

    meta = al.Meta(
        "missing-space", "a space missing between two sentences, or a number and a word", since="0.1"
    )
    examples = (
        al.Flagged(
            "The vote was lost by [[Republicans.The]] Senate sits again on Monday.",
            fixed="The vote was lost by Republicans. The Senate sits again on Monday.",
        ),
        al.Flagged("Was it [[late?He]] did not know."),
        al.Flagged("“We [[lost.”He]] left the room.", fixed="“We lost.” He left the room."),
        al.Flagged("He was [[54and]] lived alone.", fixed="He was 54 and lived alone."),
        al.Flagged("She left on [[July20]] for [[1,200days]].", fixed="She left on July 20 for 1,200 days."),
        al.Flagged("The show ended in [[2019The]] crew left.", fixed="The show ended in 2019 The crew left."),
        al.Clean("The 49ers drove at 30mph for 20mins in the 1990s, 10th of 4Children, for £5million."),
        al.Clean("Twentysomethings, or 20somethings, read 7digital, and 7digital is a shop."),
        al.Clean("The U.S. team flew to St.Gallen and ran Node.js on ASP.NET at example.com."),
        al.Clean("Call Console.Write(line) before File.Close() does."),
        al.Flagged("She left at [[noon.Anna]] stayed.", fixed="She left at noon. Anna stayed."),
        al.Flagged("It opens at [[9.30am.He]] sold it.", fixed="It opens at 9.30am. He sold it."),
        al.Clean("He used file.Name and base.I in the code."),
        al.Clean("He works at Booking.Com. She does not."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """A stop with a word on either side and no space behind it, and a number joined to a word."""
        yield from self._joined_numbers(doc)
        tokens = doc.tokens
        texts, starts, adjoins = tokens.texts, tokens.starts, tokens.adjoins
        last = len(tokens) - 1
        for i in sorted(i for stop in STOPS for i in doc.positions.get(stop, ())):
            if not 0 < i < last or not adjoins(i + 1) or not adjoins(i):
                continue
            after = i + 1
            while after < len(tokens) - 1 and texts[after] in CLOSING and adjoins(after + 1):
                after += 1
            if not _begins(tokens, after) or not _ends(tokens, i - 1):
                continue
            if texts[i - 1][0].isupper() and texts[after].lower() not in OPENERS:
                continue  # Console.Write
            # A name after the stop, or an I, may be the member of an identifier: file.Name, base.I.
            opens = after > i + 1 or (texts[after].lower() in OPENERS and texts[after] != "I")
            if not opens and not _is_sentence(doc, after):
                continue
            span = al.Span(starts[i - 1], tokens.ends[after])
            if doc.block_at(span.start).kind not in al.BODY:
                continue
            fix = None
            if not doc.in_quote(al.Span(starts[after], tokens.ends[after])):
                safety = al.Safety.SAFE if opens else al.Safety.UNSAFE
                fix = al.Fix((al.Edit(al.Span(starts[after], starts[after]), " "),), safety)
            yield self.finding(
                span, f"There is no space before the new sentence: “{doc.slice(span)}”", fix=fix
            )

    def _joined_numbers(self, doc: al.Document) -> Iterator[al.Finding]:
        """Numbers with a common word directly behind them, and months with a day directly behind them."""
        for match in NUMBER_AND_WORD.finditer(doc.text):
            span = al.Span(*match.span())
            if doc.block_at(span.start).kind not in al.BODY or not _are_two_words(doc, match):
                continue
            between = match.start("word") if match["word"] else match.end("month")
            fix = al.Fix((al.Edit(al.Span(between, between), " "),), al.Safety.UNSAFE)
            yield self.finding(span, f"There is no space beside the number: “{doc.slice(span)}”", fix=fix)


def _are_two_words(doc: al.Document, match: re.Match[str]) -> bool:
    """Whether a number and a word are two: not 20mins or £5million, nor a name that stands there twice."""
    word = match["word"]
    if word is None:
        return True
    low = word.lower()
    if len(doc.positions.get(match.group().lower(), ())) > 1:
        return False
    if word[0].isupper():
        return low in OPENERS and len(word) > 1
    return al.lexicon.is_common(low) and low not in WRITTEN_JOINED


def _is_sentence(doc: al.Document, first: int) -> bool:
    """Whether the words from a token on, up to the end of its sentence, have a finite verb."""
    reading = doc.read(doc.sentence_of(first))
    return any(word.tag.is_finite for word in reading.words if word.token >= first)


def _ends(tokens: al.Tokens, i: int) -> bool:
    """Whether a word can be the last of a sentence: whole, known, and no part of a longer chain."""
    word = tokens.texts[i]
    if TIME.fullmatch(word):
        return True
    if tokens.kinds[i] is not al.TokenKind.WORD or not word[-2:].islower() or len(word) == 1:
        return False
    if i and tokens.starts[i] == tokens.ends[i - 1] and tokens.texts[i - 1] not in "“‘\"'(—–":
        return False
    if word in EXCLAIMED and tokens.texts[i + 1] == "!":
        return False
    return al.lexicon.is_word(word.lower()) or al.lexicon.is_name_only(word.lower())


def _begins(tokens: al.Tokens, i: int) -> bool:
    """Whether a word can be the first of a sentence: capitalised, English, and no part of a longer chain."""
    word = tokens.texts[i]
    if tokens.kinds[i] is not al.TokenKind.WORD or not word[0].isupper() or word in SUFFIXES:
        return False
    if word not in {"A", "I"} and not word[1:2].islower():
        return False
    if (
        i + 1 < len(tokens)
        and tokens.starts[i + 1] == tokens.ends[i]
        and tokens.texts[i + 1] not in {",", "’", "'"}
    ):
        return False
    return al.lexicon.is_word(word.lower()) or al.lexicon.is_name_only(word.lower())
