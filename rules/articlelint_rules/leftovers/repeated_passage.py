"""repeated-passage: a sentence or paragraph that stands twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import articlelint as al

_KINDS = frozenset(
    {al.BlockKind.PARAGRAPH, al.BlockKind.QA_TURN, al.BlockKind.RECIPE_STEP, al.BlockKind.LIST_ITEM}
)
_MARKS = "“”\"'‘’«».,;:!?…()[]–—- "
_OPENING_MARKS = ("“", '"', "‘", "'", "«")
_NAME_LINE = 12
"""In words: the most that the line below a pull quote has."""
_MORE_FOR_PARAGRAPHS = 3
_TWICE = 2


class Options(NamedTuple):
    """How long a passage must be."""

    words: int = 9
    """The fewest words of a sentence; several short sentences in a row must have three more together."""

    def check(self) -> None:
        """Raise ValueError where a value makes no sense."""
        if self.words < 1:
            raise ValueError(f"words must be at least 1, not {self.words}")


class _Sentence(NamedTuple):
    """A sentence that may stand twice."""

    key: str
    """Its words in lower case, without the marks around them."""
    words: int
    span: al.Span
    block: int


class _Run(NamedTuple):
    """Sentences in a row that stand further up as well: the indexes of the first ones, and their number."""

    later: int
    earlier: int
    length: int


class RepeatedPassage(al.Rule[Options]):
    """
    A sentence or a paragraph stands in the article twice.

    A paragraph was moved and left where it was, or a wire update pasted below the story that it replaces.
    The rule reports the later place of sentences of nine words or more, and of several short ones in a row,
    that are the same word for word.

    Left alone is what stands there three times or more, such as a note below each item; verse, headlines,
    captions, block quotations and pull quotes above the name of the speaker, which repeat what the text says;
    and live blogs.
    """

    meta = al.Meta(
        "repeated-passage",
        "a sentence or paragraph that stands twice",
        since="0.1",
        severity=al.Severity.WARNING,
    )
    options_type = Options
    examples = (
        al.Flagged(
            "The mayor said on Monday that the old bridge will be closed in May.\n\nIt rained.\n\n"
            "[[The mayor said on Monday that the old bridge will be closed in May.]]"
        ),
        al.Flagged(
            "He came late. The council of the town had met without him for an hour. He left.\n\n"
            "It was Monday. [[The council of the town had met without him for an hour.]]"
        ),
        al.Flagged(
            "It rained. Nobody came. The ferry was late. The council sat and waited.\n\nLee spoke.\n\n"
            "[[It rained. Nobody came. The ferry was late. The council sat and waited.]]"
        ),
        al.Flagged(
            "She said: “It leaks. We will not pay for the bridge this year or next year.”\n\nShe left. "
            "[[We will not pay for the bridge this year or next year.]] So they say."
        ),
        al.Flagged("The bridge is old. The sun shone. [[The bridge is old.]]", options={"words": 4}),
        al.Clean("The bridge is old. It is closed. The bridge is old."),
        al.Clean(
            "The mayor of Tarn says that the bridge is old. The mayor of Oslo says that the bridge is old."
        ),
        al.Clean(
            "- Tarn. The fare is that of last year, without tax and tips.\n"
            "- Oslo. The fare is that of last year, without tax and tips.\n"
            "- Rome. The fare is that of last year, without tax and tips.",
            suffix=".md",
        ),
        al.Clean(
            "She said: “It leaks. We will not pay for the bridge this year or next year.”\n\n"
            "> We will not pay for the bridge this year or next year.",
            suffix=".md",
        ),
        al.Clean(
            "She said: “It leaks. We will not pay for the bridge this year or next year.”\n\n"
            "“We will not pay for the bridge this year or next year.”\n\nAnna Berg, mayor of Tarn"
        ),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each run of sentences that stands further up as well."""
        sentences = list(_sentences(doc))
        places: dict[str, list[int]] = {}
        for index, sentence in enumerate(sentences):
            places.setdefault(sentence.key, []).append(index)
        if len(places) == len(sentences) or _is_live_blog(doc):
            return
        for run in _runs(sentences, places):
            found = sentences[run.later : run.later + run.length]
            longest = max(sentence.words for sentence in found)
            total = sum(sentence.words for sentence in found)
            if longest < self.options.words and total < self.options.words + _MORE_FOR_PARAGRAPHS:
                continue
            earlier = sentences[run.earlier]
            if not any(_is_pull_quote(doc, block) for block in (found[0].block, earlier.block)):
                yield self.finding(
                    al.Span(found[0].span.start, found[-1].span.end),
                    f"These {total} words stand further up as well: keep them in one place",
                    related=(al.Related(earlier.span, "the same words"),),
                )


def _sentences(doc: al.Document) -> Iterator[_Sentence]:
    """Yield the sentences of the blocks in which none should stand twice."""
    for sentence in doc.sentences:
        if doc.blocks[sentence.block].kind in _KINDS:
            words = doc.slice(sentence.span).lower().split()
            key = " ".join(words).strip(_MARKS)
            if key:
                yield _Sentence(key, len(words), sentence.span, sentence.block)


def _runs(sentences: list[_Sentence], places: dict[str, list[int]]) -> Iterator[_Run]:
    """Yield the longest runs of sentences that stand exactly twice, each at its later place."""
    index = 0
    while index < len(sentences):
        earlier = _earlier_place(sentences, places, index)
        length = 1
        if earlier is not None:
            while index + length < len(sentences) and (
                _earlier_place(sentences, places, index + length) == earlier + length
            ):
                length += 1
            yield _Run(index, earlier, length)
        index += length


def _earlier_place(sentences: list[_Sentence], places: dict[str, list[int]], index: int) -> int | None:
    """Return the index of the same sentence further up; None unless it stands twice, and here again."""
    found = places[sentences[index].key]
    return found[0] if len(found) == _TWICE and found[1] == index else None


def _is_live_blog(doc: al.Document) -> bool:
    """Whether entries with a time of day make up the article."""
    times = len(doc.blocks_of(al.BlockKind.TIMESTAMP))
    return times + sum(label.kind is al.LabelKind.TIME for label in doc.labels) >= _TWICE


def _is_pull_quote(doc: al.Document, number: int) -> bool:
    """Whether a block is a quotation above a line that begins with the name of the speaker."""
    if not doc.slice(doc.blocks[number].span).startswith(_OPENING_MARKS) or number + 1 == len(doc.blocks):
        return False
    below = doc.blocks[number + 1].span
    if len(doc.slice(below).split()) > _NAME_LINE:
        return False
    first = doc.sentences_in(below)[0].tokens.start
    return any(first <= name.tokens.start <= first + 1 for name in doc.names)
