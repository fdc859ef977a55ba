"""double-punctuation: two marks where one belongs, such as ",." or "?."."""

from __future__ import annotations

import re
from collections.abc import Iterable

import articlelint as al

_PAIR = re.compile(r"(?<=[\w)”’\"%])(?:[,;][,;:.]|\.[,;:]|\.\.|[?!][.,])(?![.,;:?!a-z0-9])")
_WORD_BEFORE = re.compile(r"[\w’'.-]+\Z")
_ENTITY = re.compile(r"&#?\w+\Z")
_NEXT_LETTER = re.compile(r"[^\w]*(\w)")
_LONGEST_WORD = 40
_SHORTEST_WORD = 4
_SHORTEST_NAME = 5


class DoublePunctuation(al.Rule[al.NoOptions]):
    """
    Two punctuation marks stand where one belongs: ,. ;; ?. and the like.

    The second mark was added when the first was already there, or both were left when words were cut. A
    sentence that ends in an abbreviation takes no second full stop ("in the U.S..").

    Left alone are a comma or colon after an abbreviation (etc., Inc., a.m.:), or after any word that may be
    one: a short or rare word, or one with a capital that is no long name; marks that are part of a name or
    title (Yahoo!, “Who's There?,”); ellipses, and repeated marks such as ?! and !!; and a pair of full stops
    in a quotation, where a speaker may trail off.
    """

    meta = al.Meta("double-punctuation", "two punctuation marks where one belongs", since="0.1")
    examples = (
        al.Flagged("The bridge is closed[[,.]] It is old.", fixed="The bridge is closed. It is old."),
        al.Flagged("The bridge[[,,]] an old one, is closed.", fixed="The bridge, an old one, is closed."),
        al.Flagged(
            "It is the oldest in the U.S[[..]] It leaks.", fixed="It is the oldest in the U.S. It leaks."
        ),
        al.Flagged("Who will pay[[?.]] Nobody knows.", fixed="Who will pay? Nobody knows."),
        al.Flagged("“Who will pay[[?,]]” she said.", fixed="“Who will pay?” she said."),
        al.Flagged(
            "The school opened[[.,]] but the bridge did not.",
            fixed="The school opened, but the bridge did not.",
        ),
        al.Flagged("They came from Tarn[[;,]] Oslo; and Rome.", fixed="They came from Tarn; Oslo; and Rome."),
        al.Clean("Smith Inc., a firm from Tarn, Mass., came at 9 a.m.; the rest (Lee etc.) came at ten."),
        al.Clean("Well... no. What?! No!! It was… late."),
        al.Clean("Yahoo!, the firm, showed Whose Line Is It Anyway?, a programme."),
        al.Clean("“Well.. no,” she said."),
        al.Clean("See photo..jpg for it: the ratio is 3::4."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each pair of marks that do not go together."""
        for match in _PAIR.finditer(doc.text):
            span = al.Span(*match.span())
            marks = match.group()
            if not _is_slip(doc, span):
                continue
            mark = _mark_to_keep(doc, span)
            safety = al.Safety.SAFE if marks in {",,", ";;"} else al.Safety.UNSAFE
            yield self.finding(
                span,
                f"“{marks}” is a mark too many: write “{mark}”",
                fix=self.replace(span, mark, safety),
            )


def _is_slip(doc: al.Document, span: al.Span) -> bool:
    """Whether the first of two marks is not a part of the word before it."""
    marks = doc.slice(span)
    if marks[0] in ",;":
        # "caf&#233;," has the end of an entity.
        return _ENTITY.search(doc.text, max(span.start - _LONGEST_WORD, 0), span.start) is None
    if marks == "..":
        return not doc.may_be_quoted(span)
    before = _WORD_BEFORE.search(doc.text, max(span.start - _LONGEST_WORD, 0), span.start)
    word = before.group() if before else ""
    if doc.in_title(span):
        return False
    if marks[0] in "?!":
        return word.islower()
    return _is_no_abbreviation(word)


def _is_no_abbreviation(word: str) -> bool:
    """Whether a word in front of a full stop is surely written in full."""
    if word.islower():
        return len(word) >= _SHORTEST_WORD and al.lexicon.is_common(word)
    return len(word) >= _SHORTEST_NAME and bool(al.gazetteer.name_kinds(word.lower()))


def _mark_to_keep(doc: al.Document, span: al.Span) -> str:
    """Return the mark that belongs between the words before and after two marks."""
    marks = doc.slice(span)
    first, second = marks[0], marks[1]
    if first in "?!" or first == second:
        return first
    if second in ";:" or first in ";:":
        return second if second in ";:" else first
    following = _NEXT_LETTER.match(doc.text, span.end)
    return "," if following and following[1].islower() else "."
