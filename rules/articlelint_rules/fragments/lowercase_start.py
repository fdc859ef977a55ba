"""The rule lowercase-start."""

from __future__ import annotations

from collections.abc import Iterable

import articlelint as al

SIGNS = frozenset("_=/\\.(@#+<>{}[]|~^*")
"""Signs that hang on a word only in code and addresses."""
AFTER_QUESTION = "\"'”’)].,"
"""Marks that may follow a question mark."""
ABOVE = frozenset({al.BlockKind.HEADLINE, al.BlockKind.STANDFIRST})
"""What may stand above the first paragraph, with or without a full stop."""
FEWEST_WORDS = 2
"""A sentence of fewer words may be a number, an initial, a label."""
ABBREVIATED = 4
"""Letters that an unlisted abbreviation has at most."""


class LowercaseStart(al.Rule[al.NoOptions]):
    """
    A sentence starts in lower case.

    Usually a capital was lost when two sentences were cut apart or a name was deleted. Reported after a
    sentence that ends, and at the start of a paragraph, also below a headline.

    Left alone: names that have no capital (iPad, easyJet, de Gaulle), web addresses, handles,
    words with digits, words no dictionary knows (commands and file names), list items, text that goes on
    after a colon, a formula or an ellipsis, short questions in a row ("Was it the wind? the rain?"), and
    quotations that begin inside a sentence.
    """

    meta = al.Meta("lowercase-start", "a sentence that starts in lower case", since="0.1")
    examples = (
        al.Flagged(
            "The ferry left at noon. [[the]] bus did not wait.",
            fixed="The ferry left at noon. The bus did not wait.",
        ),
        al.Flagged("The council met on Monday.\n\n[[members]] voted to close the pool."),
        al.Flagged("“Nobody told us.” [[she]] closed the door."),
        al.Flagged("Strike: patients at risk\n\n[[risk]] will only get worse, doctors said on Monday."),
        al.Flagged("Was it the wind? [[they]] do not know who did it, do they?"),
        al.Clean("Was it the wind? the rain? the old roof? Nobody knows."),
        al.Clean("It came with odd parts (thick handlebars? an unusual seat? a rack?)."),
        al.Clean("The new phones sold out. iPad sales fell again."),
        al.Clean("The general flew to London. de Gaulle spoke on the radio that night."),
        al.Clean("“Who did this?” asked the teacher. “It was ... well, nobody,” said the boy."),
        al.Clean("It cost approx. ten pounds, incl. delivery, vs. twelve last year."),
        al.Flagged("The bridge closed on Monday. [[mr]] Planas will travel to Rome."),
        al.Clean("Things to bring:\n\na warm coat\n\na torch"),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Sentences whose first word is an English word without its capital."""
        sentences, texts = doc.sentences, doc.tokens.texts
        for at, sentence in enumerate(sentences):
            if not texts[sentence.tokens.start][0].islower() or not self._is_low(doc, sentence):
                continue
            block = doc.blocks[sentence.block]
            if block.kind not in al.BODY:
                continue
            if at and sentences[at - 1].block == sentence.block:
                ended = _has_ended(doc, sentences[at - 1])
                ended = ended and not _is_question_in_row(doc, sentences[at - 1], sentence)
            else:
                ended = sentence.block > 0 and _may_begin(doc, block, doc.blocks[sentence.block - 1])
            if ended:
                yield self._report(doc, sentence.tokens[0])

    @staticmethod
    def _is_low(doc: al.Document, sentence: al.Sentence) -> bool:
        """Whether a sentence that begins with a small letter begins with a plain English word."""
        first = sentence.tokens[0]
        tokens = doc.tokens
        word = tokens.texts[first]
        if tokens.kinds[first] is not al.TokenKind.WORD or not word.replace("’", "'").islower():
            return False
        if word in al.words.name_particles.PARTICLES or (len(word) == 1 and word not in "ai"):
            return False
        after = doc.text[tokens.ends[first] : tokens.ends[first] + 1]
        if (after and after in SIGNS) or any(character.isdigit() for character in word):
            return False
        if all(map(al.lexicon.is_word, word.split("-"))) or al.lexicon.name_size(word):
            return True
        if word.capitalize() in al.words.titles.SHORT_COURTESY_TITLES:
            return True
        # A word that no dictionary has is a slip where the article gives it a capital each other time.
        small = sum(tokens.texts[i] == word for i in doc.positions[word])
        return small == 1 and word.capitalize() in doc.spellings

    def _report(self, doc: al.Document, token: int) -> al.Finding:
        word = doc.tokens.texts[token]
        span = al.Span(doc.tokens.starts[token], doc.tokens.ends[token])
        better = word[0].upper() + word[1:]
        fix = None if doc.in_quote(span) else self.replace(span, better)
        return self.finding(span, f"The sentence starts in lower case: write “{better}”", fix=fix)


def _has_ended(doc: al.Document, previous: al.Sentence) -> bool:
    """Whether the sentence before is one, so that a new one begins after it."""
    tokens = doc.tokens
    last = tokens.texts[previous.tokens[-1]]
    end = previous.tokens[-1]
    if last == "?" and tokens.starts[end] > tokens.ends[end - 1]:
        return False  # a dash that an encoding has mangled
    if last == "?" and tokens.texts[previous.tokens[-1] + 1] in {"and", "or", "but"}:
        return False
    # "often (and loudly!) in public": the stop is the bracket's, not the sentence's.
    bracketed = last in {")", "]"} and tokens.texts[previous.tokens[0]] not in {"(", "["}
    if last.startswith(("..", "…")) or bracketed:
        return False
    words = [i for i in previous.tokens if tokens.kinds[i] is al.TokenKind.WORD]
    if len(words) < FEWEST_WORDS:
        return False
    word = tokens.texts[words[-1]]
    # "min. order": a short unknown word before the stop is an abbreviation.
    return (
        words[-1] < previous.tokens[-1] - 2
        or len(word) > ABBREVIATED
        or al.lexicon.is_word(word.lower())
        or word[0].isupper()
    )


def _is_question_in_row(doc: al.Document, previous: al.Sentence, sentence: al.Sentence) -> bool:
    """Whether a sentence is one of several short questions in a row: Was it the wind? the rain?"""
    ends = [doc.slice(s.span).rstrip(AFTER_QUESTION)[-1:] for s in (previous, sentence)]
    return ends == ["?", "?"] and not any(word.tag.is_finite for word in doc.read(sentence).words)


def _may_begin(doc: al.Document, block: al.Block, before: al.Block) -> bool:
    """Whether a paragraph in lower case can only be a slip: a sentence that follows one that has ended."""
    if block.kind is not al.BlockKind.PARAGRAPH or before.kind not in {al.BlockKind.PARAGRAPH, *ABOVE}:
        return False
    text = doc.slice(block.span).rstrip("\"'”’»)")
    ended = doc.slice(before.span).rstrip("\"'”’»)")
    return (
        text.endswith((".", "!", "?"))
        and len(text.split()) > FEWEST_WORDS
        and (before.kind in ABOVE or ended.endswith((".", "!", "?")))
        and "\n" not in text
    )
