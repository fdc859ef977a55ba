"""page-furniture: parts of the web page around an article, such as comment forms and share buttons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import articlelint as al
from articlelint_rules.leftovers.furniture_phrases import BUTTONS, FOLLOWING, STRONG, SUBSCRIBING, WEAK
from articlelint_rules.leftovers.phrasebook import PhraseBook, covered, cut

# In code points. A notice about cookies has some 50 words; a longer paragraph is prose.
_LONGEST = 400
_LONGEST_BUTTON = 40
_SHOWN = 40
_INVITATIONS = PhraseBook((*FOLLOWING, *SUBSCRIBING))


class Options(NamedTuple):
    """What else belongs to the page, and what does not."""

    phrases: tuple[str, ...] = ()
    """
    Further lines that your site puts on every page, in lower case. ``...`` stands for any text, ``~`` for a
    few words, ``#`` for a number, ``(a|b)`` for a choice, ``[a]`` for a part that may be missing.
    """
    allow: tuple[str, ...] = ()
    """Whole lines to leave alone, in lower case and without the mark at their end."""

    def check(self) -> None:
        """Raise ValueError for an empty phrase."""
        if not all(phrase.strip() for phrase in self.phrases):
            raise ValueError("a phrase in 'phrases' is empty; remove it")


class PageFurniture(al.Rule[Options]):
    """
    Part of the web page has been copied along with the article.

    Text that was selected in a browser or scraped from a page contains more than the story: "Leave a
    Reply", "Skip to content", "Share this:", "Advertisement", the form for comments, the notice about
    cookies. The rule knows what the common content management systems print around an article, and reports
    lines that consist of nothing else.

    Sentences that invite readers to follow somebody or to subscribe count at the end of a paragraph, too, as
    in the note about an author. A sentence that mentions such things is left alone ("The ministry has no
    plans to print this page in English."), and so are single words that a list may contain, such as
    "Facebook", unless at least three of them make up a line.
    """

    meta = al.Meta("page-furniture", "part of the web page around the article", since="0.1")
    options_type = Options
    examples = (
        al.Flagged("The ferry sails at noon.\n\n[[Leave a Reply]]"),
        al.Flagged(
            "The ferry sails at noon.\n\n"
            "[[Your email address will not be published. Required fields are marked *]]",
            fixed="The ferry sails at noon.\n\n",
        ),
        al.Flagged("[[Skip to main content]]\n\nThe ferry sails at noon."),
        al.Flagged(
            "It rained.\n\n[[Share this: Click to share on Facebook (Opens in new window)]]\n\nIt stopped."
        ),
        al.Flagged(
            "It rained.\n\n[[ADVERTISEMENT]]\n\nIt stopped.\n\n[[Story continues below advertisement]]"
        ),
        al.Flagged("It rained.\n\n[[Facebook Twitter WhatsApp Email]]\n\nIt stopped."),
        al.Flagged("It rained.\n\n[[Sign up for our free weekly newsletter]]\n\nIt stopped."),
        al.Flagged("It stopped.\n\n[[Posted in Weather, Tagged with rain, ferries]]\n\n[[3 Comments]]"),
        al.Flagged(
            "[[Image source, Getty Images]]\n\nIt rained.\n\n[[© 2024 The Ferry Post. All rights reserved.]]"
        ),
        al.Flagged("It rained.\n\n[[Comments are closed.]]"),
        al.Flagged("It rained.\n\n[[To view the full story, please subscribe to The Ferry Post.]]"),
        al.Flagged(
            "It rained.\n\nAnn Lee reports from Tarn. [[Follow her on Twitter @annlee_ or write to her.]]"
        ),
        al.Flagged("[[Close dialog]]\n\nIt rained.\n\n[[1,204 Retweets 12.3K Likes]]"),
        al.Flagged(
            "It rained.\n\n[[Our puffins need you. Give now]]",
            options={"phrases": ["our puffins need you", "give now"]},
        ),
        al.Clean("The newspaper asked readers to sign up for its newsletter, and 4,000 did."),
        al.Clean("Posted in Kabul as a young reporter, she learnt two languages."),
        al.Clean("- Facebook\n- WhatsApp", suffix=".md"),
        al.Clean("He told readers to follow him on Twitter. “Follow me on Twitter,” he said."),
        al.Clean("To read the full story, he needed a week and a lamp."),
        al.Clean("The ministry has no plans to print this page in English."),
        al.Clean("“Leave a reply,” the machine said, and so he did."),
        al.Clean("Subscribe to the theory or not, the numbers are the numbers."),
        al.Clean("It rained.\n\nAdvertisement", options={"allow": ["advertisement"]}),
    )

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        """Yield a finding for each line or block that consists of such phrases only."""
        allowed = {line.lower() for line in self.options.allow}
        anywhere, paragraphs = _books(self.options.phrases)
        for block in doc.blocks:
            if block.kind is al.BlockKind.TABLE_CELL:
                continue
            # A list item may tell readers what to do in many words; a button has few.
            longest = _LONGEST_BUTTON if block.kind is al.BlockKind.LIST_ITEM else _LONGEST
            alone = block.kind is al.BlockKind.PARAGRAPH or (
                block.kind is al.BlockKind.CROSSHEAD and not block.level
            )
            spans = list(covered(doc, block, paragraphs if alone else anywhere, longest))
            for span in spans or _invitation(doc, block):
                words = " ".join(doc.slice(span).split())
                if words.lower().rstrip(".:!*… ") in allowed:
                    continue
                shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
                yield self.finding(
                    span, f"“{shown}” belongs to a web page, not to the article: cut it", fix=cut(span)
                )


def _invitation(doc: al.Document, block: al.Block) -> Iterator[al.Span]:
    """Yield the last sentences of a paragraph, if they invite readers to follow somebody or to subscribe."""
    if block.kind is not al.BlockKind.PARAGRAPH:
        return
    span = None
    for sentence in reversed(doc.sentences_in(block.span)):
        text = doc.slice(sentence.span)
        if len(text) > _LONGEST or not _INVITATIONS.covers(text) or doc.in_quote(sentence.span):
            break
        span = al.Span(sentence.span.start, block.span.end)
    if span is not None:
        yield span


@lru_cache(maxsize=16)
def _books(phrases: tuple[str, ...]) -> tuple[PhraseBook, PhraseBook]:
    """Return two books: of the phrases that are leftovers anywhere, and of those that are in a paragraph."""
    strong = (*STRONG, *(phrase.lower() for phrase in phrases))
    return PhraseBook(strong, WEAK), PhraseBook((*strong, *BUTTONS), WEAK)
