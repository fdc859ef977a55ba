"""mixed-capitals: one name of several words with a capital missing in some places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import articlelint as al
from articlelint_rules.spelling.casings import some_vary
from articlelint_rules.spelling.spellings import Spelling, message
from articlelint_rules.spelling.traits import base

_GOES_ON = re.compile(r"['’]s? [A-Z]| (?:and|&|on|in|to) (?:the )?[A-Z]|[-/]")
"""What joins a name to the rest of a longer one: Citizenship *and* Immigration Services."""
_WORD = re.compile(r"\S+")
_OPENING = re.compile(r"(?:[:—–;•?!(\[/]|\s-)\s*$")
"""What a word may have a capital after, as at the start of a sentence."""
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
_LONGEST = 5
_TITLE_KINDS = frozenset(
    {al.BlockKind.HEADLINE, al.BlockKind.CROSSHEAD, al.BlockKind.TABLE_CELL, al.BlockKind.BYLINE}
)


class MixedCapitals(al.Rule[al.NoOptions]):
    """
    A name of several words has all its capitals here and lacks one there.

    "The Group of Seven met. Leaders of the Group of seven ..." and "the Champions League ... the Champions
    league": the place where a capital is missing is reported, if the full form stands elsewhere, or the other
    way round where the full form is the rarer one. A name with no capital at all ("the supreme court") is
    reported only where the article writes it with capitals at least twice as often.

    Left alone are the starts of sentences, headlines, words in capitals throughout, titles ("the president"
    and "President Macron"), and quotations.
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
        """The places where a name lacks a capital."""
        if not some_vary(doc):
            return
        names = _capitalised(doc)
        places = _places(doc, names)
        reported: set[int] = set()
        for key in sorted(names, key=lambda k: (-len(k), k)):
            full = names[key]
            if len(places[key]) > len(full.places):
                full = _outside_titles(doc, full)
            for form in _lesser(doc, full, places[key]) if full.places else ():
                best, rare = sorted((full, form), key=lambda s: (-len(s.places), s is form))
                related = (al.Related(best.places[0], f"first use of “{best.text}”"),)
                line = message(rare.text, rare, [(best.text, best)])
                for place in rare.places:
                    words = {place.start + word.start() for word in _WORD.finditer(doc.slice(place))}
                    if reported.isdisjoint(words):
                        reported |= words
                        yield self.finding(place, line, related=related, fix=self.replace(place, best.text))


def _capitalised(doc: al.Document) -> dict[str, Spelling]:
    """Names of two to five words, each with a capital but for links, by their text in lower case."""
    places: dict[str, list[al.Span]] = {}
    texts: dict[str, str] = {}
    for span, words in _phrases(doc):
        text = " ".join(words)
        key = text.lower()
        goes_on = _GOES_ON.match(doc.text, span.end)
        if (
            goes_on is None
            and words[0] not in _PREPOSITIONS
            and doc.slice(span) == text
            and not text.isupper()
            and texts.setdefault(key, text) == text
        ):
            places.setdefault(key, []).append(span)
    return {key: Spelling(tuple(spans), (texts[key],) * len(spans)) for key, spans in places.items()}


def _outside_titles(doc: al.Document, full: Spelling) -> Spelling:
    """A name without the places where it is, or is in, a title."""
    spans = tuple(span for span in full.places if not _in_title(doc, span))
    return Spelling(spans, full.texts[: len(spans)])


def _phrases(doc: al.Document) -> Iterator[tuple[al.Span, list[str]]]:
    """Names of several words outside headlines and quotations, those joined by "of" as one, titles not."""
    names, text = doc.names, doc.text
    at = 0
    while at < len(names):
        name = names[at]
        at += 1
        if name.title is not None:
            continue
        words, end = list(name.words), name.span.end
        while at < len(names) and names[at].title is None:
            between = text[end : names[at].span.start]
            if between not in _JOINTS:
                break
            words += between.split() + list(names[at].words)
            end = names[at].span.end
            at += 1
        if (
            1 < len(words) <= _LONGEST
            and name.sure
            and doc.block_at(name.span.start).kind not in _TITLE_KINDS
            and not doc.in_quote(name.span)
        ):
            yield al.Span(name.span.start, end), words


def _places(doc: al.Document, names: Iterable[str]) -> dict[str, list[al.Span]]:
    """Where the words of each name stand, whatever their capitals: one pass over the tokens."""
    found: dict[str, list[al.Span]] = {key: [] for key in names}
    by_start: dict[str, dict[str, list[str]]] = {}
    for key in found:
        first, second = key.split(" ")[:2]
        by_start.setdefault(first, {}).setdefault(second, []).append(key)
    if not by_start:
        return found
    tokens, text = doc.tokens, doc.text
    opening = ((i, by_start[first]) for first in by_start for i in doc.positions.get(first, ()))
    for i, by_second in opening:
        for key in by_second.get(base(tokens.texts[i + 1]), ()) if i + 1 < len(tokens) else ():
            start = tokens.starts[i]
            span = al.Span(start, start + len(key))
            whole = not text[span.end : span.end + 1].isalnum() and text[span.end : span.end + 1] != "-"
            if whole and doc.slice(span).lower() == key:
                found[key].append(span)
    return found


def _lesser(doc: al.Document, full: Spelling, places: list[al.Span]) -> Iterator[Spelling]:
    """The same words with fewer capitals: some of them gone, or all where the full form is much commoner."""
    found: dict[str, list[al.Span]] = {}
    whole = full.text
    for span in places:
        text = doc.slice(span)
        if (
            text == whole
            or text.isupper()
            or doc.in_quote(span)
            or doc.block_at(span.start).kind in _TITLE_KINDS
            or _in_title(doc, span)
            or _has_verb(doc, span)
        ):
            continue
        # Only where nothing else explains the capital of its first word.
        if not _OPENING.search(doc.text, max(span.start - 4, 0), span.start) and not any(
            sentence.span.start == span.start for sentence in doc.sentences_in(span)
        ):
            found.setdefault(text, []).append(span)
    if not found:
        return
    first = full.text.split()[0]
    # "British medical journal" beside "the British Medical Journal": the first word has a capital of its own.
    own = first.isupper() or al.lexicon.is_name_only(first.lower())
    for text, spans in found.items():
        if own and len(full.places) < _OFTEN * len(spans):
            continue
        if text[0].isupper() or (
            text.islower() and len(full.places) >= _OFTEN * len(spans) and _is_name(full.text.lower())
        ):
            yield Spelling(tuple(spans), (text,) * len(spans))


def _in_title(doc: al.Document, span: al.Span) -> bool:
    """Whether what stands around a name is a title or a label: nothing but words with capitals and links."""
    start, end = 0, len(doc.text)
    for sentence in doc.sentences_in(span)[:1]:
        start, end = sentence.span.start, max(sentence.span.end, span.end)
    before = list(_SEGMENT.finditer(doc.text, start, span.start))
    after = _SEGMENT.search(doc.text, span.end, end)
    around = (
        doc.text[before[-1].end() if before else start : span.start],
        doc.text[span.end : after.start() if after else end],
    )
    return all(word in _LINKS for part in around for word in _LOWER.findall(part))


def _has_verb(doc: al.Document, span: al.Span) -> bool:
    """Whether a word in lower case is a verb of the sentence: how NORAD tracks Santa."""
    for sentence in doc.sentences_in(span)[:1]:
        for i, tag in zip(sentence.tokens, doc.tags(sentence), strict=True):
            inside = span.start <= doc.tokens.starts[i] < span.end
            if inside and tag.is_finite and doc.tokens.texts[i].islower():
                return True
    return False


def _is_name(key: str) -> bool:
    """Whether words without capitals can hardly mean anything but the name."""
    return key.rsplit(maxsplit=1)[-1] in {
        "court",
        "league",
        "union",
        "bank",
        "nations",
        "cup",
        "olympics",
        "parliament",
        "army",
    }
