"""Lists, crossheads, abbreviations and references to what is not there."""

from __future__ import annotations

import re
from random import Random

from planted.kinds.styles import SMALL
from planted.model import Planted, Span, plants, replaced
from planted.text import as_markdown, body, matches, outside, places, plain_sentences, slice_of

KNOWN = frozenset(
    "UN US UK EU BBC NATO FBI CIA NASA GDP CEO NHS PM MP MPs TV USA CNN IT AIDS HIV DNA".split()
)
EXPLAINED = re.compile(r"\b((?:[A-Z][a-z]+ (?:of |for |and |on |the )*){1,5}[A-Z][a-z]+) \(([A-Z]{3,5})\)")


def explained(article: str) -> list[tuple[Span, str, list[Span]]]:
    """
    Return the explanations of abbreviations, as in “Federal Security Service (FSB)”.

    Each has its span, the abbreviation, and where the abbreviation stands after it. The name has the initials
    of the abbreviation and stands once; the abbreviation stands nowhere before it.
    """
    found: list[tuple[Span, str, list[Span]]] = []
    for match in matches(EXPLAINED, article):
        short = match[2]
        name = re.search(r"\b" + r"\w* (?:of |for |and |on |the )*".join(short) + r"\w*$", match[1])
        mentions = places(short, article)
        explained_first = mentions[0].start == match.start(2) and len(mentions) > 1
        if name and short not in KNOWN and explained_first and len(places(name[0], article)) == 1:
            found.append((Span(match.start(1) + name.start(), match.end()), short, mentions[1:]))
    return found


@plants("undefined-abbreviation", "spelling", "An abbreviation is explained only at a later mention")
def explanation_late(article: str, random: Random) -> Planted | None:
    """The explanation changes places with a later mention."""
    found = explained(article)
    if not found:
        return None
    explanation, short, later = random.choice(found)
    mention = random.choice(later)
    moved = replaced(article, mention, slice_of(article, explanation))
    planted = replaced(moved.text, explanation, short, others=[moved.span])
    return planted._replace(clean=article)


@plants("abbreviation-twice", "spelling", "An abbreviation is explained a second time")
def explained_twice(article: str, random: Random) -> Planted | None:
    """A later mention becomes “Federal Security Service (FSB)” again."""
    found = explained(article)
    if not found:
        return None
    explanation, _, later = random.choice(found)
    new = slice_of(article, explanation)
    return replaced(article, random.choice(later), new, others=[explanation])._replace(copies=True)


ITEMS = (
    "Who pays for the repairs is not settled.",
    "The first stage ends in the spring.",
    "Residents may comment until the end of the month.",
    "A second contractor has been hired.",
    "The old building will be kept.",
    "Nobody has said how long the work will take.",
    "Parking will be free for a year.",
    "The library will open on Saturdays again.",
    "A small group of neighbours has objected.",
)
"""Sentences that can stand in a list of most articles."""


def with_list(
    article: str, random: Random, *, marker: str, intro: str
) -> tuple[str, list[Span], Span] | None:
    """
    Write a list of three to seven sentences after the second paragraph of an article, in Markdown.

    ``intro`` is the line above, with {count} for the number of items as a word. Returns the article, the
    spans of the items and the span of the line above.
    """
    marked = as_markdown(article)
    if marked is None or len(body(marked)) < 2:
        return None
    count = random.randint(3, 7)
    items = random.sample(ITEMS, count)
    at = body(marked)[1].end
    above = intro.format(count=SMALL[count - 1])
    above = above[0].upper() + above[1:]
    lines = [f"{marker.format(number)} {item}" for number, item in enumerate(items, 1)]
    text = f"{marked[:at]}\n\n{above}\n\n" + "\n".join(lines) + marked[at:]
    spans: list[Span] = []
    start = at + 2 + len(above) + 2
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return text, spans, Span(at + 2, at + 2 + len(above))


@plants(
    "stated-count", "facts", "The line above a list states one item more or fewer than it has", written=True
)
def stated_count_wrong(article: str, random: Random) -> Planted | None:
    """“Five things to know” above four numbered items."""
    intro = random.choice(
        ["{count} things to know:", "Here are {count} reasons why it matters:",
         "the plan has {count} points:", "{count} questions remain open:"]
    )  # fmt: skip
    made = with_list(article, random, marker="{}.", intro=intro)
    if made is None:
        return None
    text, items, above = made
    word = re.search(rf"\b(?:{'|'.join(SMALL)})\b", slice_of(text, above), re.IGNORECASE)
    assert word is not None
    place = Span(above.start + word.start(), above.start + word.end())
    new = SMALL[len(items) - 1 + random.choice([-1, 1])]
    new = new.title() if word[0][0].isupper() else new
    return replaced(text, place, new, reach=above, others=items)._replace(suffix=".md")


@plants("list-style", "capitals", "One item of a list lacks the stop that the others have", written=True)
def list_style_varied(article: str, random: Random) -> Planted | None:
    """A list with bullets is written into the article; one item loses its full stop."""
    made = with_list(article, random, marker="-", intro="the main points:")
    if made is None:
        return None
    text, items, _ = made
    chosen = random.choice(items)
    place = Span(chosen.end - 1, chosen.end)
    return replaced(text, place, "", reach=chosen, others=items)._replace(suffix=".md")


@plants(
    "dead-reference", "leftovers", "The text refers to a table, a picture or a section that it does not have"
)
def reference_dead(article: str, random: Random) -> Planted | None:
    """A reference after a sentence; the article is plain text, without tables and pictures."""
    found = [s.end for s in plain_sentences(article)]
    if not found or not outside(article, found[-1]):
        return None
    references = (
        "See table 3.", "See the chart below.", "The photo above shows the scene.", "See the map below.",
        "The figures are in the table below.", "As the graph above shows, the trend is not new.",
        "Figure 2 shows the change.", "(See the timeline below.)", "Watch the video above.",
    )  # fmt: skip
    at = random.choice(found)
    planted = replaced(article, Span(at, at), f" {random.choice(references)}")
    return planted._replace(span=Span(planted.span.start + 1, planted.span.end))
