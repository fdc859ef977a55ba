"""lookalike-letter: a Cyrillic or Greek letter in a word of Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

import articlelint as al

_CYRILLIC = dict(zip("аеорсухіјѕАВЕКМНОРСТУХІЈЅ", "aeopcyxijsABEKMHOPCTYXIJS", strict=True))
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
_LATIN = _CYRILLIC | _GREEK
"""For each letter that looks like a Latin one, that one: the confusables of Unicode (UTS 39)."""
_WORD = re.compile(rf"[^\W\d_]*[{''.join(_LATIN)}][^\W\d_]*")
_TO_LATIN = str.maketrans(_LATIN)


class LookalikeLetter(al.Rule[al.NoOptions]):
    """
    A word of Latin letters has a Cyrillic or Greek one that looks the same.

    Readers see nothing, but a search does not find the word, a speech synthesiser spells it, and a name is
    counted as two. Such letters come with text that was typed on another keyboard or copied from a page that
    hides its words from machines.

    Words that are all Cyrillic or Greek are left alone, and so are words with other letters of these
    alphabets.
    """

    meta = al.Meta("lookalike-letter", "a Cyrillic or Greek letter in a Latin word", since="0.1")
    examples = (
        al.Flagged("The [[g\u043evernment]] met.", fixed="The government met."),
        al.Flagged("[[\u039dorway]] and Sweden won.", fixed="Norway and Sweden won."),
        al.Clean("The paper is called «Правда», and α is a letter."),
        al.Clean("The unit μm is short for micrometre, ΔT is a difference."),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each word of Latin letters and letters that look like these."""
        if doc.text.isascii():
            return
        for match in _WORD.finditer(doc.text):
            word = match.group()
            latin = word.translate(_TO_LATIN)
            others = [letter for letter in word if letter in _LATIN]
            if not latin.isascii() or len(others) == len(word):
                continue
            kind = "Cyrillic" if others[0] in _CYRILLIC else "Greek"
            span = al.Span(*match.span())
            yield self.finding(
                span,
                f"“{others[0]}” in “{word}” is a {kind} letter: write the Latin “{_LATIN[others[0]]}”",
                fix=self.replace(span, latin, al.Safety.SAFE),
            )
