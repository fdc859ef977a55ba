"""Facts about people: who they are, how old they are, how they are named, and what they said."""

from __future__ import annotations

import re
from random import Random

from planted.kinds.figures import with_caption
from planted.kinds.quotes import SAYING
from planted.kinds.spelling import respelt
from planted.model import Planted, Span, plants, replaced
from planted.text import (
    GIVEN_NAMES,
    Person,
    as_markdown,
    body,
    headline,
    outside,
    paragraphs,
    people,
    places,
    quotations,
    slice_of,
    written_after,
)


def _mentions(person: Person) -> list[Span]:
    return sorted([*person.full, *person.alone])


def _first_is_full(person: Person) -> bool:
    return bool(person.full) and person.full[0] == _mentions(person)[0]


@plants("name-order", "facts", "The first mention of a person lacks the given name, which comes later")
def given_name_late(article: str, random: Random) -> Planted | None:
    """
    A person whose full name stands twice or more; the first mention loses the given name.

    It stands in a paragraph of the body below the first, which may be a summary and use surnames. The next
    full mention is the writer's, not a quotation's.
    """
    top = [paragraph.end for paragraph in paragraphs(article)[:2]]
    lines = body(article)
    found = [
        p
        for p in people(article)
        if len(p.full) > 1 and _first_is_full(p) and p.full[0].start > top[-1]
        if _unannounced(article, p.full[0]) and outside(article, p.full[1].start)
        if any(line.start <= p.full[0].start < line.end for line in lines)
        if _is_only_bearer(article, p) and not re.match(" [A-Z]", article[p.full[1].end :])
    ]
    if not found:
        return None
    person = random.choice(found)
    return replaced(article, person.full[0], person.surname, others=_mentions(person))


def _is_only_bearer(article: str, person: Person) -> bool:
    """Whether every mention of the surname is of this person: no Omar Haddad is there beside Jane Haddad."""
    return len(places(person.surname, article)) == len(person.full) + len(person.alone)


def _unannounced(article: str, place: Span) -> bool:
    """Whether no title and no role stands before the name."""
    before = article[: place.start][-14:]
    return outside(article, place.start) and bool(
        re.search(
            r"(?:[a-z]{3}\. |\n\s*|, |\b(?:by|of|for|with|from|that|and|as|to|but|when|while|said) )$", before
        )
    )


ROLE = re.compile(
    r", (?!who\b|and\b)[a-z]+ [^,.\n\"”“]{4,80}"
    r"(?:,(?= (?:said|says|was|is|has|had|told|[a-z]+ed) )|(?<=[a-z]{3})(?=\.\s))"
)
"""The role behind a name, up to the verb or the end of the sentence."""


@plants("name-order", "facts", "A speaker is never introduced: given name and role are lost")
def speaker_not_introduced(article: str, random: Random) -> Planted | None:
    """A person whose full name stands once, at the first mention, with a role behind it, and who speaks."""
    found: list[tuple[Person, Span]] = []
    for person in people(article):
        if len(person.full) == 1 and _first_is_full(person) and _unannounced(article, person.full[0]):
            role = ROLE.match(article, person.full[0].end)
            if role and _speaks(person, article):
                found.append((person, Span(person.full[0].start, role.end())))
    if not found:
        return None
    person, introduction = random.choice(found)
    return replaced(article, introduction, person.surname, others=_mentions(person))


def _speaks(person: Person, text: str) -> bool:
    pattern = rf"\b(?:{person.surname} {SAYING}|{SAYING} {person.surname})\b"
    return re.search(pattern, text[person.full[0].end :]) is not None


@plants("headline-name", "facts", "The headline spells a name in another way than the text")
def headline_name_respelt(article: str, random: Random) -> Planted | None:
    """A surname of five letters or more that stands in the headline and in the text."""
    title = headline(article)
    if title is None:
        return None
    found: list[tuple[Span, list[Span]]] = []
    for person in people(article):
        mentions = places(person.surname, article)
        in_title = [m for m in mentions if m.end <= title.end]
        if in_title and len(in_title) < len(mentions) and len(person.surname) >= 5:
            found.append((in_title[0], mentions))
    if not found:
        return None
    place, mentions = random.choice(found)
    return replaced(article, place, respelt(slice_of(article, place), random), others=mentions)


CAPTIONS = (
    "{name} speaks to reporters on Tuesday.",
    "{name} arrives for the meeting.",
    "{name} said the decision was right.",
    "{name}, pictured last year, is at the centre of the debate.",
)


@plants("caption-name", "facts", "A caption spells a name in another way than the text", written=True)
def caption_name_respelt(article: str, random: Random) -> Planted | None:
    """A picture with a caption that names a person of the text; the surname is respelt."""
    made = _captioned(article, random)
    if made is None:
        return None
    clean, start, caption, person = made
    surname = Span(start + len(person.given) + 1, start + len(person.name))
    reach = Span(start, start + len(caption))
    wrong = respelt(person.surname, random)
    others = places(person.surname, clean)
    return replaced(clean, surname, wrong, reach=reach, others=others)._replace(suffix=".md")


@plants("caption-name", "facts", "A caption gives a person another given name than the text", written=True)
def caption_given_name_wrong(article: str, random: Random) -> Planted | None:
    """A picture with a caption that names a person of the text; the given name is another."""
    made = _captioned(article, random)
    if made is None:
        return None
    clean, start, caption, person = made
    given = Span(start, start + len(person.given))
    reach = Span(start, start + len(caption))
    alike = sorted(n for n in GIVEN_NAMES if n[0] == person.given[0] and n not in article)
    if not alike:
        return None
    others = places(person.surname, clean)
    return replaced(clean, given, random.choice(alike), reach=reach, others=others)._replace(suffix=".md")


def _captioned(article: str, random: Random) -> tuple[str, int, str, Person] | None:
    marked = as_markdown(article)
    known = [p for p in people(article) if p.alone and len(p.surname) >= 5] if marked else []
    if marked is None or not known:
        return None
    person = random.choice(known)
    caption = random.choice(CAPTIONS).format(name=person.name)
    clean, start = with_caption(marked, caption)
    return clean, start, caption, person


AGE_AGAIN = (
    "{name}, {age}, declined to comment.",
    "{name}, {age}, has lived in the region for a decade.",
    "{name} is {age}.",
    "{name}, who is {age}, did not answer questions.",
)


@plants("conflicting-age", "facts", "A person has two ages", written=True)
def age_changed(article: str, random: Random) -> Planted | None:
    """The first mention of a person gets an age, unless it has one; a second sentence states another."""
    found = [
        p
        for p in people(article)
        if p.full and outside(article, p.full[0].start) and _unannounced(article, p.full[0])
    ]
    found = [p for p in found if re.match(r" [a-z]|, \d\d,", article[p.full[0].end :])]
    if not found:
        return None
    person = random.choice(found)
    stated = re.compile(r", (\d\d),").match(article, person.full[0].end)
    age = stated[1] if stated else str(random.randint(21, 78))
    end = person.full[0].end
    text = article if stated else f"{article[:end]}, {age},{article[end:]}"
    sentence = random.choice(AGE_AGAIN).format(name=person.name, age=age)
    made = written_after(text, sentence, random)
    if made is None or made[1] < end:
        return None
    clean, start = made
    at = start + sentence.index(age)
    wrong = (
        age[::-1]
        if age[0] != age[1] and age[1] in "23456"
        else str(int(age) + random.choice([-2, -1, 1, 3, 10]))
    )
    first = Span(person.full[0].start, end + len(age) + 3)
    return replaced(clean, Span(at, at + 2), wrong, reach=Span(start, start + len(sentence)), others=[first])


ROLES = {
    "Sen.": "Rep.", "Rep.": "Sen.", "Senator": "Representative", "Gov.": "Sen.", "Representative": "Senator",
    "spokesman": "spokeswoman", "spokeswoman": "spokesman", "Prime Minister": "Foreign Minister",
    "Foreign Secretary": "Home Secretary", "Home Secretary": "Foreign Secretary",
    "Chancellor": "Home Secretary",
    "Foreign Minister": "Prime Minister", "Governor": "Senator", "Justice": "Senator", "Mayor": "Governor",
}  # fmt: skip


OTHER_ROLE = re.compile(r"(?:\b(?:deputy|shadow|then)\b|\b(?:former|ex|late)\b(?: \w+)?)[ -]$", re.IGNORECASE)
"""What stands before a title that is another, or is not held now: former Alaska Gov."""


@plants("conflicting-role", "facts", "A person has two roles that exclude each other", written=True)
def role_changed(article: str, random: Random) -> Planted | None:
    """A full name with a present title or role; a second sentence names the person with another."""
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, ROLES))}) ([A-Z][a-z]+ [A-Z][a-z]{{2,}})\b(?! [A-Z])")
    found = [
        m
        for m in pattern.finditer(article)
        if outside(article, m.start())
        and m[2].split()[0] in GIVEN_NAMES
        and not OTHER_ROLE.search(article[: m.start()][-30:])
    ]
    if not found:
        return None
    match = random.choice(found)
    lead = "The " if match[1].startswith("spokes") else ""
    sentence = (
        f"{lead}{match[1]} {match[2]} {random.choice(['declined to comment', 'did not attend the meeting'])}."
    )
    made = written_after(article, sentence, random)
    if made is None:
        return None
    clean, start = made
    at = start + len(lead)
    others = places(f"{match[1]} {match[2]}", clean)
    reach = Span(start, start + len(sentence))
    planted = replaced(clean, Span(at, at + len(match[1])), ROLES[match[1]], reach=reach)
    growth = len(planted.text) - len(clean)
    kept = [o for o in others if o.end <= start] + [
        Span(o.start + growth, o.end + growth) for o in others if o.start > start + len(sentence)
    ]
    return planted._replace(others=tuple(kept))


ALTERED = {
    "will": "would", "would": "will", "can": "could", "could": "can", "is": "was", "was": "is", "are": "were",
    "have": "had", "all": "many", "many": "most", "never": "rarely", "must": "should", "should": "must",
    "very": "extremely", "want": "need", "need": "want", "think": "believe", "believe": "think",
    "this": "that",
    "we": "they", "always": "often", "big": "large", "good": "great", "great": "good", "the": "a",
}  # fmt: skip


@plants(
    "altered-quote", "facts", "A pull quote differs by a word from the quotation in the text", written=True
)
def pull_quote_altered(article: str, random: Random) -> Planted | None:
    """A quotation of eight to thirty words is set as a pull quote; one word of it is changed or lost."""
    marked = as_markdown(article)
    found = [q for q in quotations(marked) if 8 <= len(slice_of(marked, q).split()) <= 30] if marked else []
    ends = [p.end for p in body(marked)] if marked else []
    if marked is None or not found or len(ends) < 2:
        return None
    quotation = random.choice(found)
    inner = slice_of(marked, quotation)[1:-1].rstrip(",.")
    at = random.choice([end for end in ends if end < quotation.start] or ends)
    opening, closing = marked[quotation.start], marked[quotation.end - 1]
    clean = f"{marked[:at]}\n\n> {opening}{inner}{closing}{marked[at:]}"
    start = at + len("\n\n> ") + 1
    words = list(re.finditer(r"[a-z]+(?=[ .])", inner))[1:]
    known = [m for m in words if m[0] in ALTERED]
    if not words:
        return None
    chosen = random.choice(known or words)
    place = Span(start + chosen.start(), start + chosen.end())
    new = ALTERED[chosen[0]] if known else ""
    if not new:
        place = Span(place.start, place.end + 1)
    moved = quotation.start + (len(clean) - len(marked) if quotation.start >= at else 0)
    other = Span(moved, moved + quotation.end - quotation.start)
    reach = Span(start - 1, start + len(inner) + 1)
    return replaced(clean, place, new, reach=reach, others=[other])._replace(suffix=".md")
