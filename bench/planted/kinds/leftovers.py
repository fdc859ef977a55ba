"""What a web page, a wire or a content system leaves in the text."""

from __future__ import annotations

import re
from random import Random

from planted.model import Planted, Span, plants, replaced
from planted.text import body, group, matches, outside, plain_sentences


def pasted(article: str, paragraph: str, random: Random) -> Planted | None:
    """Paste a paragraph between two paragraphs of the body."""
    ends = [p.end for p in body(article)[:-1] if outside(article, p.end)]
    if not ends:
        return None
    at = random.choice(ends)
    planted = replaced(article, Span(at, at), f"\n\n{paragraph}")
    return planted._replace(span=Span(planted.span.start + 2, planted.span.end))


@plants("page-furniture", "leftovers", "A piece of the web page stands between two paragraphs")
def furniture_pasted(article: str, random: Random) -> Planted | None:
    """Advertisements, buttons, newsletters, picture sources."""
    pieces = (
        "Advertisement", "ADVERTISEMENT", "Share this article", "Share on Facebook", "Skip to main content",
        "Sign up for our daily newsletter", "Image source, Getty Images", "Continue reading the main story",
        "Story continues below advertisement", "Subscribe now for full access", "Click here to subscribe",
        "Read more about cookies", "Leave a comment", "Follow us on Twitter",
        "Article continues after sponsor message",
        "Most popular", "Back to top", "Print this page", "Please enable JavaScript to view this video",
        "This video is no longer available", "Comments are closed", "Listen to this article", "2 min read",
    )  # fmt: skip
    return pasted(article, random.choice(pieces), random)


@plants("related-link", "leftovers", "A link to another story stands between two paragraphs")
def link_pasted(article: str, random: Random) -> Planted | None:
    """Words that announce a link, and a headline."""
    labels = ("READ MORE:", "Read more:", "RELATED:", "Related:", "See also:", "More on this story:",
              "Also read:", "Don't miss:", "WATCH:", "You may also like:")  # fmt: skip
    headlines = (
        "Council backs plan for new harbour bridge",
        "Five things to know about the budget",
        "How the storm changed a village",
        "Minister faces questions over train delays",
        "Why house prices are rising again",
        "The best pictures of the week",
    )
    return pasted(article, f"{random.choice(labels)} {random.choice(headlines)}", random)


@plants("wire-slug", "leftovers", "A mark of the wire or of the desk is left in the text")
def slug_pasted(article: str, random: Random) -> Planted | None:
    """Ends, more, embargoes, notes to editors, headers of takes."""
    slugs = (
        "(MORE)", "-30-", "ENDS", "(ENDS)", "###", "//END//", "MORE TO FOLLOW",
        "EDS: Adds quote in 5th paragraph.",
        "(Eds: Updates with reaction)", "UPDATE 2-", "1st Ld-Writethru", "EMBARGOED UNTIL 00:01",
        "(Reporting by our correspondent; Editing by the desk)", "1ST LEAD", "ATTN EDITORS:",
        "Recasts, adds details",
        "NOTE TO EDITORS", "pick up 3rd graf", "(Corrects spelling of name in paragraph 4)", "mfl",
    )  # fmt: skip
    return pasted(article, random.choice(slugs), random)


@plants("placeholder", "leftovers", "Something that was to be filled in is still there")
def placeholder_left(article: str, random: Random) -> Planted | None:
    """In place of a number or a name, or after a sentence."""
    number = matches(r"\b\d+\b", article)
    name = matches(r"(?<=[a-z] )[A-Z][a-z]{3,}(?=[ ,.])", article)
    if number and random.random() < 0.4:
        return replaced(
            article, group(random.choice(number)), random.choice(["XX", "TK", "XXX", "[TK]", "00TK"])
        )
    if name and random.random() < 0.5:
        new = random.choice(["[name]", "NAME TK", "XXXX", "[NAME TO COME]", "{name}", "(name TBC)"])
        return replaced(article, group(random.choice(name)), new)
    whole = (
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "[insert quote here]", "QUOTE TO COME",
        "[PICTURE TO COME]", "TODO: check with the council", "(background to come)", "Text goes here.",
    )  # fmt: skip
    return pasted(article, random.choice(whole), random)


@plants("markup-residue", "leftovers", "Markup shows in the text")
def markup_left(article: str, random: Random) -> Planted | None:
    """A tag, an entity, emphasis marks or a shortcode, around a word or after a sentence."""
    words = matches(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", article)
    stops = [s.end for s in plain_sentences(article)]
    if not words or not stops:
        return None
    if random.random() < 0.5:
        word = random.choice(words)
        pattern = random.choice(
            ["<b>{}</b>", "<em>{}</em>", "**{}**", "[{}](http://www.example.com/)", "[[{}]]", "&nbsp;{}",
             "{}&amp;nbsp;",
             '<a href="/news">{}</a>', "<strong>{}", "{}</span>"]
        )  # fmt: skip
        return replaced(article, group(word), pattern.format(word[0]))
    at = random.choice(stops)
    new = random.choice(
        ["<br />", "</p>", "<br>", "&nbsp;", "&quot;", "[/caption]", "[gallery ids=101]", "</div>", "{{ad}}",
         "<!-- more -->", '[caption id="attachment_101"]']
    )  # fmt: skip
    return replaced(article, Span(at, at), new)


@plants("mojibake", "leftovers", "A letter or mark is read in the wrong encoding")
def encoding_wrong(article: str, random: Random) -> Planted | None:
    """UTF-8 read as Windows-1252: quotation marks, apostrophes, dashes, accents, pounds."""
    found = list(re.finditer("[’“–—‘£éèöüñçáíóã€]", article))
    if found:
        chosen = random.choice(found)
        return replaced(article, group(chosen), chosen[0].encode("utf-8").decode("cp1252"))
    apostrophes = list(re.finditer(r"(?<=[a-z])'(?=[a-z])", article))
    if not apostrophes:
        return None
    return replaced(article, group(random.choice(apostrophes)), "â€™")
