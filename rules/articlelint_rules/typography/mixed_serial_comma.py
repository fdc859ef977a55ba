"""mixed-serial-comma: a comma before the last item of some lists, and none in others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import articlelint as al

_LONGEST_ITEM = 4
"""In tokens: lists of longer items may need the comma."""
_CLEARLY = 3
_CONJUNCTIONS = ("and", "or")
_JOINING = frozenset({"and", "or", "but", "as"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


class Options(NamedTuple):
    """Which lists are right."""

    style: Literal["auto", "with", "without"] = "auto"
    """"with": bread, milk, and tea. "without": bread, milk and tea. "auto": as most lists of the article."""


class _List(NamedTuple):
    """A list of three items or more, at its last conjunction."""

    conjunction: int
    comma: bool


class MixedSerialComma(al.Rule[Options]):
    """
    Some lists have a comma before their last item, and others have none.

    "Bread, milk, and tea" has the serial comma, "bread, milk and tea" has not. Most books have it, and most
    newspapers have not. The rule reports the lists of the kind that the article has less often, if the other
    kind is at least three times as frequent.

    Left alone are quotations, lists of long items, and words that only look like a list (his parents, Anna
    and Ole, left). The rule runs only where it is selected by name, because a comma in a single list may be
    there to make it clear.
    """

    meta = al.Meta(
        "mixed-serial-comma",
        "lists with and without a comma before the last item",
        since="0.1",
        severity=al.Severity.INFO,
        default=False,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "They sell bread, milk and tea. Eat soup, rice and beans. See cats, dogs and hens. "
            "They had rain, snow[[, and]] wind.",
            fixed="They sell bread, milk and tea. Eat soup, rice and beans. See cats, dogs and hens. "
            "They had rain, snow and wind.",
        ),
        al.Flagged(
            "They sell bread, milk, and tea. Eat soup, rice, and beans. See cats, dogs, and hens. "
            "They had rain, snow [[and]] wind.",
            fixed="They sell bread, milk, and tea. Eat soup, rice, and beans. See cats, dogs, and hens. "
            "They had rain, snow, and wind.",
        ),
        al.Flagged("They sell bread, milk [[and]] tea.", options={"style": "with"}),
        al.Flagged("They sell bread, milk[[, or]] tea.", options={"style": "without"}),
        al.Clean("They sell bread, milk and tea. He likes soup, rice and beans."),
        al.Clean("They sell bread, milk, and tea. He likes soup, rice and beans."),
        al.Clean("They sell bread, milk and tea.", options={"style": "without"}),
        al.Clean(
            "It rained, and the ferry was late. “We sell bread, milk and tea,” he said.",
            options={"style": "with"},
        ),
        al.Clean(
            "His parents, Anna and Ole, left. They can bring bread, milk and/or tea.",
            options={"style": "with"},
        ),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each list of the rarer kind."""
        candidates = list(_candidates(doc))
        kinds = {candidate.comma for candidate in candidates}
        if not kinds or (self.options.style == "auto" and len(kinds) == 1):
            return
        lists = list(_lists(doc, candidates))
        wanted = self._has_comma(lists)
        if wanted is None:
            return
        usual = next((one for one in lists if one.comma == wanted), None)
        for one in lists:
            if one.comma != wanted:
                yield self._report(doc, one, usual)

    def _has_comma(self, lists: Sequence[_List]) -> bool | None:
        """Whether lists should have the comma; None if nothing says so."""
        if self.options.style != "auto":
            return self.options.style == "with"
        commas = sum(one.comma for one in lists)
        others = len(lists) - commas
        if max(commas, others) < _CLEARLY * min(commas, others):
            return None
        return commas > others

    def _report(self, doc: al.Document, one: _List, usual: _List | None) -> al.Finding:
        """Return the finding for a list, with a list of the usual kind."""
        conjunction = _place(doc, one)
        before = doc.tokens.starts[one.conjunction - 1] if one.comma else doc.tokens.ends[one.conjunction - 1]
        mark = al.Span(before, before + one.comma)
        if one.comma:
            message = "This list has a comma before its last item, others have none"
        else:
            message = "This list has no comma before its last item, others have one"
        return self.finding(
            al.Span(before if one.comma else conjunction.start, conjunction.end),
            message,
            related=() if usual is None else (al.Related(_place(doc, usual), "as here"),),
            fix=self.replace(mark, "" if one.comma else ","),
        )


def _place(doc: al.Document, one: _List) -> al.Span:
    """Return the span of the last conjunction of a list."""
    return al.Span(doc.tokens.starts[one.conjunction], doc.tokens.ends[one.conjunction])


def _lists(doc: al.Document, candidates: Sequence[_List]) -> Iterator[_List]:
    """Yield the candidates that the reader takes for lists, in reading order."""
    asked = dict.fromkeys(doc.sentence_of(candidate.conjunction) for candidate in candidates)
    readings = dict(doc.readings(asked))
    for candidate in sorted(candidates):
        if _is_list(readings[doc.sentence_of(candidate.conjunction)], candidate):
            yield candidate


def _candidates(doc: al.Document) -> Iterator[_List]:
    """Yield the conjunctions that may stand before the last of at least three short items."""
    tokens = doc.tokens
    for word in _CONJUNCTIONS:
        for index in doc.positions.get(word, ()):
            sentence = doc.sentence_of(index)
            span = al.Span(tokens.starts[index], tokens.ends[index])
            if doc.blocks[sentence.block].kind not in al.BODY or doc.may_be_quoted(span):
                continue
            if index == sentence.tokens.start or "/" in doc.text[span.start - 1 : span.end + 1]:
                continue
            comma = tokens.texts[index - 1] == ","
            end = index - 1 if comma else index
            before = tokens.texts[max(end - _LONGEST_ITEM - 1, sentence.tokens.start) : end - 1]
            if "," in before:
                yield _List(index, comma)


def _is_list(reading: al.Reading, candidate: _List) -> bool:
    """
    Whether the reader takes a conjunction to stand before the last of at least three items.

    "His parents, Anna and Ole, left" has no such list: its words are items of one kind only in longer lists.
    """
    words = reading.words
    at = reading.index_of(candidate.conjunction)
    middle = words[at].head
    if words[at].relation != "cc" or middle < 0 or words[middle].relation != "conj":
        return False
    first = words[middle].head
    later = (i for i in range(at + 1, len(words)) if words[i].relation == "conj" and words[i].head == middle)
    last = next(later, None)
    if first < 0 or last is None:
        return False
    between = {word.text.lower() for word in words[first:middle]}
    after = [word.text.lower() for word in words[last + 1 : last + 1 + _LONGEST_ITEM]]
    if "," not in between or between & _JOINING or _JOINING & set(after):
        return False
    kinds = [words[i].tag.upos for i in (first, middle, last)]
    if not _NOMINAL.issuperset(kinds):
        return False
    return words[first].relation == "conj" or (len(set(kinds)) == 1 and "," not in after)
