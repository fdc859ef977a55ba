"""Quotation marks, and who is quoted."""

from __future__ import annotations

import re
from random import Random

from planted.model import Planted, Span, plants, replaced
from planted.text import CLOSING, body, group, has_marks, matches, people, quotations, slice_of

SAYING = r"(?:said|says|added|told|explained|warned|insisted|claimed|argued|according)"
AFTER = re.compile(
    rf"[,.?!][\"”] (?:(?:he|she|they|Mr|Ms|Mrs|Dr|the|a|an|[A-Z])[^\"“”.;:]{{0,60}}? )?"
    rf"{SAYING}\b[^\"“”;:]{{0,60}}?\.(?= |$)",
    re.MULTILINE,
)
"""The end of a quotation and the clause after it that names who speaks, to the full stop."""


@plants("unbalanced-quote", "quotes", "A quotation loses its opening or its closing mark")
def mark_dropped(article: str, random: Random) -> Planted | None:
    """One mark of a quotation of five words or more."""
    found = [q for q in quotations(article) if len(slice_of(article, q).split()) >= 5]
    if not found:
        return None
    quotation = random.choice(found)
    at = random.choice([quotation.start, quotation.end - 1])
    paragraph = next(p for p in body(article) if p.start <= at < p.end)
    return replaced(article, Span(at, at + 1), "", reach=paragraph)


def _attributed_after(article: str) -> list[tuple[Span, re.Match[str]]]:
    """Return the paragraphs that are one quotation and the clause after it, each with the clause."""
    found: list[tuple[Span, re.Match[str]]] = []
    for paragraph in body(article):
        content = slice_of(article, paragraph)
        clause = AFTER.search(article, *paragraph)
        marks = len(re.findall('["“”]', content))
        if clause and clause.end() == paragraph.end and marks == 2 and content[0] in '"“':
            found.append((paragraph, clause))
    return found


def _without(article: str, paragraph: Span, clause: re.Match[str]) -> Planted:
    end = clause.start() + 2
    planted = replaced(article, Span(end, paragraph.end), "", reach=paragraph)
    if planted.text[end - 2] != ",":
        return planted
    return planted._replace(text=planted.text[: end - 2] + "." + planted.text[end - 1 :])


@plants("unattributed-quote", "quotes", "A quotation loses the clause that says who speaks")
def quotation_orphaned(article: str, random: Random) -> Planted | None:
    """A paragraph that is one quotation; the paragraphs beside it quote nobody and name no speaker."""
    everything = body(article)
    found: list[tuple[Span, re.Match[str]]] = []
    for paragraph, clause in _attributed_after(article):
        index = everything.index(paragraph)
        beside = everything[max(index - 1, 0) : index] + everything[index + 1 : index + 2]
        speech = [p for p in beside if has_marks(article, p) or re.search(SAYING, slice_of(article, p))]
        if not speech and index > 0:
            found.append((paragraph, clause))
    return _without(article, *random.choice(found)) if found else None


@plants("unclear-speaker", "quotes", "Of two speakers that follow each other the second is not named")
def speaker_lost(article: str, random: Random) -> Planted | None:
    """A paragraph that is one quotation, after a paragraph that ends with another speaker's."""
    everything = body(article)
    found: list[tuple[Span, re.Match[str]]] = []
    for paragraph, clause in _attributed_after(article):
        index = everything.index(paragraph)
        before = slice_of(article, everything[index - 1]) if index else ""
        other = re.search(rf"[A-Z][a-z]+ (?:{SAYING})\b", before)
        if other and before[-1:] in CLOSING and other[0].split()[0] not in clause[0]:
            found.append((paragraph, clause))
    return _without(article, *random.choice(found)) if found else None


@plants("double-attribution", "quotes", "A quotation has “he said” before it and behind it")
def attributed_twice(article: str, random: Random) -> Planted | None:
    """A quotation that opens a paragraph and is followed by its speaker gets a speaker before it too."""
    found = [(p, c) for p, c in _attributed_after(article) if re.search(r"\b(?:he|she) ", c[0])]
    persons = [p for p in people(article) if p.alone]
    if not found or not persons:
        return None
    paragraph, clause = random.choice(found)
    name = random.choice(persons).surname
    new = f"{name} {random.choice(['said', 'told reporters', 'added'])}: "
    reach = Span(paragraph.start, clause.end())
    planted = replaced(article, Span(paragraph.start, paragraph.start), new)
    return planted._replace(span=Span(reach.start, reach.end + len(new)))


@plants(
    "mixed-apostrophes", "quotes", "One apostrophe is curly where the others are straight, or the reverse"
)
def apostrophe_varied(article: str, random: Random) -> Planted | None:
    """In an article with three apostrophes or more, all of one kind."""
    found = list(re.finditer(r"(?<=[A-Za-z])['’](?=[a-z])", article))
    if len(found) < 3 or len({m[0] for m in found}) > 1:
        return None
    chosen = random.choice(found)
    return replaced(
        article, group(chosen), "’" if chosen[0] == "'" else "'", others=[group(m) for m in found]
    )


@plants(
    "mixed-quote-marks",
    "quotes",
    "One quotation has curly marks where the others have straight ones, or the reverse",
)
def marks_varied(article: str, random: Random) -> Planted | None:
    """In an article with three quotations or more, all of one kind."""
    found = quotations(article)
    if len(found) < 3 or len({article[q.start] for q in found}) > 1:
        return None
    chosen = random.choice(found)
    inner = article[chosen.start + 1 : chosen.end - 1]
    new = f"“{inner}”" if article[chosen.start] == '"' else f'"{inner}"'
    return replaced(article, chosen, new, others=found)


@plants(
    "quote-punctuation", "quotes", "A comma or stop moves out of a quotation; in the others it stays inside"
)
def comma_outside(article: str, random: Random) -> Planted | None:
    """In an article with three quotations or more that end in a comma or stop inside, and none outside."""
    inside = [q for q in quotations(article) if article[q.end - 2] in ",."]
    if len(inside) < 3 or re.search('["”][,.]', article):
        return None
    commas = [q for q in inside if article[q.end - 2] == ","]
    if not commas:
        return None
    chosen = random.choice(commas)
    end = Span(chosen.end - 2, chosen.end)
    return replaced(
        article, end, slice_of(article, end)[::-1], others=[Span(q.end - 2, q.end) for q in inside]
    )


@plants(
    "said-punctuation", "quotes", "One “said” is followed by a colon, the others by a comma, or the reverse"
)
def colon_after_said(article: str, random: Random) -> Planted | None:
    """In an article with two or more, all of one kind."""
    found = matches(r"\bsaid([,:])(?= [\"“])", article)
    if len(found) < 2 or len({m[1] for m in found}) > 1:
        return None
    chosen = random.choice(found)
    new = ":" if chosen[1] == "," else ","
    return replaced(article, group(chosen, 1), new, reach=group(chosen), others=[group(m) for m in found])
