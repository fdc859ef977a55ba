"""
Where things stand in an article: paragraphs, sentences, quotations, people, dates.

The planters use these and nothing of articlelint, so that a planter does not know what a rule can find. They
are cautious rather than complete: a place that they are not sure of is left out.
"""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from planted.model import Span

MARKS = '"“”'
OPENING = '"“'
CLOSING = '"”'

STARTS = (
    "The A An This That These Those It He She They We There But In On At For After Before When While "
    "Although However Some Many Most More His Her Their Its Last"
).split()
"""Words that start a sentence and are no names."""

MONTHS = ("January February March April May June July August September October November December").split()

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

GIVEN_NAMES = frozenset(
    """
    Aaron Adam Alan Albert Alex Alexander Alice Alison Amanda Amy Andrea Andrew Angela Ann Anna Anne Anthony
    Barbara Ben Benjamin Bernie Bill Bob Brian Bruce Carl Carlos Carly Carol Caroline Catherine Charles
    Charlie Charlotte Chris Christine Christopher Claire Colin Craig Daniel Darren Dave David Dawn
    Debbie Deborah Dennis Diana Diane Don Donald Donna Dorothy Douglas Edward Eleanor Elizabeth Ellen Emily
    Emma Eric Fiona Francis Frank Fred Gareth Gary Gavin Geoff George Gerard Gillian Gordon Graham Grant Greg
    Hannah Harry Heather Helen Henry Hillary Howard Hugh Ian Jack Jacob James Jane Janet Jason Jean Jeb Jeff
    Jennifer Jeremy Jessica Jill Jim Jimmy Joan Joe John Jonathan Jonny Joseph Josh Joshua Joyce Juan Judith
    Julia Julian Julie Justin Karen Kate Katherine Kathleen Keith Kelly Ken Kenneth Kevin Kim Larry Laura
    Lauren Laurie Lee Leon Lewis Linda Lindsay Lisa Louise Luis Luke Lynn Malcolm Marc Marco Margaret Maria
    Marie Mario Mark Martin Mary Matt Matthew Megan Melissa Michael Michelle Mike Mitch Nancy Natalie Neil
    Nicholas Nick Nicola Nigel Oliver Olivia Oscar Pamela Patricia Patrick Paul Peter Phil Philip Phillip
    Rachel Ralph Rand Raymond Rebecca Rex Richard Rick Rob Robert Robin Roger Ron Ronald Rory Rose Ross Roy
    Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sharon Sheila Shirley Simon
    Sophie Stephanie Stephen Steve Steven Stuart Susan Sylvia Ted Teresa Terry Theresa Thomas Tim Timothy Tina
    Tom Tony Tracy Victor Victoria Vincent Virginia Walter Wayne Wendy William Zoe
    """.split()
)
"""Common English given names: what stands before a surname in a name that is surely a person's."""

OTHER_NAME = re.compile(r"\b(?!Mr\b|Mrs\b|Ms\b|Dr\b)[A-Z][\w.'’-]* $")
"""What stands before a surname that is another person's, or part of another name."""

FULL_NAME = re.compile(r"\b([A-Z][a-z]+) ((?:Mc|Mac|O['’])?[A-Z][a-z]{2,})\b(?! (?:[A-Z]|of\b))")


class Person(NamedTuple):
    """A person of the article; ``full`` are the mentions with the given name, ``alone`` those without."""

    given: str
    surname: str
    full: tuple[Span, ...]
    alone: tuple[Span, ...]

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.surname}"


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs: what blank lines separate, without space around."""
    return [Span(*match.span()) for match in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*(?<=\S)", text)]


def headline(text: str) -> Span | None:
    """Return the first paragraph if it has no stop at its end, otherwise None."""
    found = paragraphs(text)[:1]
    return found[0] if found and text[found[0].end - 1] not in '.?!"”' else None


def body(text: str) -> list[Span]:
    """Return the paragraphs after the first that are on one line, have six words and end in a stop."""
    return [
        span
        for span in paragraphs(text)[1:]
        if "\n" not in text[span.start : span.end]
        and len(text[span.start : span.end].split()) >= 6
        and re.search(r"[a-z0-9)][.?!][\"”]?$", text[span.start : span.end])
    ]


def sentences(text: str) -> list[Span]:
    """Return the sentences of the body that begin with a capital and end in a stop after a word."""
    found: list[Span] = []
    for paragraph in body(text):
        start = paragraph.start
        for stop in re.finditer(
            r"(?:(?<=[a-z]{3})|(?<=\d\d)|(?<=[a-z]\)))\.(?= [A-Z]|$)", slice_of(text, paragraph)
        ):
            end = paragraph.start + stop.end()
            if text[start].isupper():
                found.append(Span(start, end))
            start = end + 1
    return found


def plain_sentences(text: str) -> list[Span]:
    """Return the sentences that have no quotation mark and stand in no quotation."""
    return [span for span in sentences(text) if outside(text, span.start) and not has_marks(text, span)]


def has_marks(text: str, span: Span) -> bool:
    """Whether a quotation mark stands in the span."""
    return any(mark in slice_of(text, span) for mark in MARKS)


def outside(text: str, position: int) -> bool:
    """Whether as many quotation marks open as close between the start of the paragraph and the position."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")


def slice_of(text: str, span: Span) -> str:
    """Return what stands in the span."""
    return text[span.start : span.end]


def quotations(text: str) -> list[Span]:
    """Return the quotations, with their marks, of the paragraphs in which every mark has its partner."""
    found: list[Span] = []
    for paragraph in body(text):
        content = slice_of(text, paragraph)
        if content.count('"') % 2 == 0 and content.count("“") == content.count("”"):
            pattern = re.compile(r"\"[^\"“”]+\"|“[^\"“”]+”")
            found += [Span(*match.span()) for match in pattern.finditer(text, *paragraph)]
    return found


def matches(pattern: str | re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Return the matches in the paragraphs of the body, outside of quotations."""
    found: list[re.Match[str]] = []
    compiled = re.compile(pattern)
    for paragraph in body(text):
        found += [m for m in compiled.finditer(text, *paragraph) if outside(text, m.start())]
    return found


def places(word: str, text: str) -> list[Span]:
    """Return where a word or phrase stands in the text, as a whole word with the same capitals."""
    return [Span(*m.span()) for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]


def group(match: re.Match[str], number: int = 0) -> Span:
    """Return the span of a group of a match."""
    return Span(*match.span(number))


def people(text: str) -> list[Person]:
    """Return the persons with a common given name whose surname no other person of the article has."""
    names = {(m[1], m[2]) for m in FULL_NAME.finditer(text) if m[1] in GIVEN_NAMES}
    surnames = [surname for _, surname in names]
    return [
        _person(text, given, surname)
        for given, surname in sorted(names)
        if surnames.count(surname) == 1 and surname not in MONTHS and surname not in WEEKDAYS
    ]


def _person(text: str, given: str, surname: str) -> Person:
    full = places(f"{given} {surname}", text)
    taken = {span.end for span in full}
    alone = [
        span
        for span in places(surname, text)
        if span.end not in taken and not OTHER_NAME.search(text[: span.start][-20:])
    ]
    return Person(given, surname, tuple(full), tuple(alone))


def written_after(text: str, sentence: str, random: Random) -> tuple[str, int] | None:
    """
    Write a sentence into an article as a paragraph of its own.

    It stands after a random paragraph in the second half of the body, outside of any quotation. Returns the
    article and where the sentence starts; None if the body has fewer than two paragraphs.
    """
    ends = [span.end for span in body(text) if outside(text, span.end)]
    if len(ends) < 2:
        return None
    at = random.choice(ends[len(ends) // 2 :])
    return f"{text[:at]}\n\n{sentence}{text[at:]}", at + 2


def as_markdown(text: str) -> str | None:
    """Return the article in Markdown: the headline is a heading. None if something else would be markup."""
    title = headline(text)
    if title is None or re.search(r"[\\`*_\[\]<>#|~&]|^ {4}|^\s*(?:[-+•]|\d+[.)]) ", text, re.MULTILINE):
        return None
    return f"# {text[title.start :]}"
