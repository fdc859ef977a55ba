"""mixed-capitals: one name of several words with a capital missing in some places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

import articlelint as al
from articlelint_rules.spelling.spellings import Spelling, message, without_possessive

_CONTINUES = re.compile(r"['’]s? [A-Z]| (?:and|&|on|in|to) (?:the )?[A-Z]|[-/]")
"""What joins a name to the rest of a longer one: Citizenship *and* Immigration Services."""
_WORD = re.compile(r"\S+")
_OPENING = re.compile(r"(?:[:—–;•?!(\[/]|\s-)\s*$")
"""Marks after which a word may have a capital, as at the start of a sentence."""
_SEGMENT = re.compile(r"[:—–;•()\n]|\s-\s")
_LOWER = re.compile(r"(?<![\w'’.-])[a-z][a-z'’-]+")
_LINKS = (
    al.words.determiners.ARTICLES
    | al.words.prepositions.COMMON
    | frozenset("and or as is vs over our your its between within".split())
)
_JOINTS = frozenset({" of ", " of the ", " for "})
_PREPOSITIONS = frozenset("After Before In On At From Within During With By Under".split())
_OFTEN = 2
"""How many times as often a name must stand with all its capitals as with none."""
_LONGEST = 5
"""The most words of a name."""
NAME_NOUNS = frozenset("court league union bank nations cup olympics parliament army".split())
"""Last words of names that can hardly mean anything else: the supreme court, the premier league."""
TITLE_KINDS = frozenset(
    {
        al.BlockKind.HEADLINE,
        al.BlockKind.CROSSHEAD,
        al.BlockKind.TABLE_CELL,
        al.BlockKind.BYLINE,
        al.BlockKind.BREADCRUMB,
    }
)


class MixedCapitals(al.Rule[al.NoOptions]):
    """
    A name of several words has all its capitals here and lacks one there.

    "The Group of Seven met. Leaders of the Group of seven ..." and "the Champions League ... the Champions
    league": the rule reports the form with the missing capital, or the full form where that is the rarer
    one. A name without any capital ("the supreme court") is reported only where the article writes it with
    capitals at least twice as often.

    Left alone are the starts of sentences, headlines, words in all capitals, titles ("the president" and
    "President Macron"), and quotations.
    """

    meta = al.Meta(
        "mixed-capitals",
        "a name that lacks a capital in some places",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    examples = (
        al.Flagged(
            "The Group of Seven met on Friday. Nobody in the [[Group of seven]] objected.",
            fixed="The Group of Seven met on Friday. Nobody in the Group of Seven objected.",
        ),
        al.Flagged("They won the Champions League. They lost the [[Champions league]] final a year later."),
        al.Flagged(
            "He took it to the Supreme Court, and the Supreme Court agreed. So the [[supreme court]] decided."
        ),
        al.Clean("Champions league tables are printed on Monday. They won the Champions League."),
        al.Clean("Prime Minister Keir Starmer spoke. The prime minister left."),
        al.Clean("The Foreign Office said so. Most foreign office buildings are leased."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each place where a name lacks a capital."""
        names = _names_in_capitals(doc)
        places = places_in_any_case(doc, names)
        reported: set[int] = set()
        for key in sorted(names, key=lambda key: (-len(key), key)):
            for full, lesser in _disagreements(doc, names[key], places[key]):
                best, rare = (lesser, full) if len(lesser.places) > len(full.places) else (full, lesser)
                related = (al.Related(best.places[0], f"first use of “{best.text}”"),)
                text = best.text
                line = message(rare.text, rare, [(text, best)])
                for place in rare.places:
                    words = {place.start + word.start() for word in _WORD.finditer(doc.slice(place))}
                    if reported.isdisjoint(words):
                        reported |= words
                        yield self.finding(place, line, related=related, fix=self.replace(place, text))


def _names_in_capitals(doc: al.Document) -> dict[str, Spelling]:
    """
    Return the names of two to five words that have all their capitals, by their text in lower case.

    Links such as "of" need no capital. If a name has its capitals in two ways, the first one counts.
    """
    places: dict[str, list[al.Span]] = {}
    texts: dict[str, str] = {}
    for span, words in phrases_in_capitals(doc):
        text = " ".join(words)
        key = text.lower()
        if (
            not _CONTINUES.match(doc.text, span.end)
            and words[0] not in _PREPOSITIONS
            and doc.slice(span) == text
            and not text.isupper()
            and texts.setdefault(key, text) == text
        ):
            places.setdefault(key, []).append(span)
    return {key: Spelling.of(texts[key], spans) for key, spans in places.items()}


def phrases_in_capitals(doc: al.Document) -> Iterator[tuple[al.Span, list[str]]]:
    """Yield the names of several words with their words, except those in headlines and quotations."""
    for names in _joined_names(doc):
        first, last = names[0], names[-1]
        words = list(first.words)
        for previous, name in pairwise(names):
            words += doc.text[previous.span.end : name.span.start].split()
            words += name.words
        if (
            1 < len(words) <= _LONGEST
            and first.sure
            and doc.block_at(first.span.start).kind not in TITLE_KINDS
            and not doc.in_quote(first.span)
        ):
            yield al.Span(first.span.start, last.span.end), words


def _joined_names(doc: al.Document) -> Iterator[list[al.Name]]:
    """Yield the names without a title; those with only "of", "of the" or "for" between them together."""
    row: list[al.Name] = []
    for name in doc.names:
        if row and name.title is None and doc.text[row[-1].span.end : name.span.start] in _JOINTS:
            row.append(name)
            continue
        if row:
            yield row
        row = [name] if name.title is None else []
    if row:
        yield row


def places_in_any_case(doc: al.Document, names: Iterable[str]) -> dict[str, list[al.Span]]:
    """Return the places of the words of each name, whatever their capitals; the names are in lower case."""
    found: dict[str, list[al.Span]] = {}
    by_first_words: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in names:
        first, second = key.split(" ")[:2]
        found[key] = []
        by_first_words[first, second].append(key)
    first_words = {first for first, _ in by_first_words}
    for i, (first, second) in enumerate(pairwise(doc.lowered)):
        if first not in first_words:
            continue
        for key in by_first_words.get((first, without_possessive(second)), ()):
            start = doc.tokens.starts[i]
            end = start + len(key)
            following = doc.text[end : end + 1]
            if doc.text[start:end].lower() == key and not following.isalnum() and following != "-":
                found[key].append(al.Span(start, end))
    return found


def _disagreements(
    doc: al.Document, full: Spelling, places: list[al.Span]
) -> Iterator[tuple[Spelling, Spelling]]:
    """Yield a name with each form of it that lacks a capital; ``places`` are those of all its forms."""
    lesser_forms = _lesser_forms(doc, full.text, places)
    if not lesser_forms:
        return
    full = Spelling.of(full.text, [span for span in full.places if not in_title(doc, span)])
    if not full.places:
        return
    first = full.text.split()[0]
    # "British medical journal" beside "the British Medical Journal": the first word has a capital of its own.
    own_capital = first.isupper() or al.lexicon.is_name_only(first.lower())
    for lesser in lesser_forms:
        often = len(full.places) >= _OFTEN * len(lesser.places)
        if own_capital and not often:
            continue
        if lesser.text[0].isupper() or (lesser.text.islower() and often and _has_name_noun(full.text)):
            yield full, lesser


def _lesser_forms(doc: al.Document, full: str, places: list[al.Span]) -> list[Spelling]:
    """Return the forms of a name at these places that have fewer capitals than its full form."""
    found: dict[str, list[al.Span]] = {}
    for span in places:
        text = doc.slice(span)
        if (
            text != full
            and not text.isupper()
            and not doc.in_quote(span)
            and doc.block_at(span.start).kind not in TITLE_KINDS
            and not in_title(doc, span)
            and not _has_verb(doc, span)
            and not opens_clause(doc, span)
        ):
            found.setdefault(text, []).append(span)
    return [Spelling.of(text, spans) for text, spans in found.items()]


def opens_clause(doc: al.Document, span: al.Span) -> bool:
    """Whether a name opens a sentence or a part of one, so that its first word has a capital anyway."""
    if _OPENING.search(doc.text, max(span.start - 4, 0), span.start):
        return True
    return any(sentence.span.start == span.start for sentence in doc.sentences_in(span))


def in_title(doc: al.Document, span: al.Span) -> bool:
    """Whether a name stands in a title or a label: around it are only words with capitals and links."""
    start, end = 0, len(doc.text)
    for sentence in doc.sentences_in(span)[:1]:
        start, end = sentence.span.start, max(sentence.span.end, span.end)
    before = _SEGMENT.split(doc.text[start : span.start])[-1]
    after = _SEGMENT.split(doc.text[span.end : end])[0]
    return all(word in _LINKS for part in (before, after) for word in _LOWER.findall(part))


def _has_verb(doc: al.Document, span: al.Span) -> bool:
    """Whether a word of the name in lower case is a verb, as in "how NORAD tracks Santa"."""
    for sentence in doc.sentences_in(span)[:1]:
        for word in doc.read(sentence).words:
            inside = span.start <= doc.tokens.starts[word.token] < span.end
            if inside and word.tag.is_finite and word.text.islower():
                return True
    return False


def _has_name_noun(name: str) -> bool:
    """Whether the last word of a name, in lower case too, can hardly mean anything but the name."""
    return name.lower().rsplit(maxsplit=1)[-1] in NAME_NOUNS
