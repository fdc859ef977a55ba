"""Sentences and paragraphs that are cut, and the stops between them."""

from __future__ import annotations

import re
from random import Random

from planted.model import Planted, Span, plants, replaced
from planted.text import STARTS, body, group, matches, outside, plain_sentences, slice_of

CLAUSE = re.compile(r", (which|who|although|while|because|whereas|after|despite|including|where) ")


@plants("sentence-fragment", "fragments", "A clause is cut off its sentence by a full stop")
def clause_cut(article: str, random: Random) -> Planted | None:
    """The last clause of a sentence, of four words or more, after a main part of six words or more."""
    found: list[tuple[re.Match[str], Span]] = []
    for sentence in plain_sentences(article):
        commas = list(CLAUSE.finditer(article, *sentence))
        for match in commas[:1]:
            clause = article[match.end() : sentence.end]
            main = article[sentence.start : match.start()]
            if "," not in clause + main and len(clause.split()) >= 4 and len(main.split()) >= 6:
                found.append((match, sentence))
    if not found:
        return None
    match, sentence = random.choice(found)
    new = f". {match[1].title()} "
    planted = replaced(article, group(match), new, reach=Span(match.start(), sentence.end))
    return planted._replace(span=Span(planted.span.start + 2, planted.span.end))


@plants("missing-full-stop", "fragments", "The full stop between two sentences is lost")
def stop_lost(article: str, random: Random) -> Planted | None:
    """Before a sentence that starts with a word that is no name."""
    found = matches(rf"[a-z]{{3,}}(\.) (?:{'|'.join(STARTS)}) (?=[a-z])", article)
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen, 1), "", reach=group(chosen))


@plants("missing-space", "fragments", "The space between two sentences is lost")
def space_lost(article: str, random: Random) -> Planted | None:
    """Between two sentences of one paragraph."""
    found = matches(r"[a-z]{3,}\.( )[A-Z][a-z]+ (?=[a-z])", article)
    if not found:
        return None
    chosen = random.choice(found)
    return replaced(article, group(chosen, 1), "", reach=group(chosen))


@plants("unfinished-paragraph", "fragments", "A paragraph ends in the middle of a sentence")
def paragraph_cut(article: str, random: Random) -> Planted | None:
    """The last sentence of a paragraph, of twelve words or more, loses its last third to half."""
    ends = {paragraph.end for paragraph in body(article)}
    found = [s for s in plain_sentences(article) if s.end in ends and len(slice_of(article, s).split()) >= 12]
    if not found:
        return None
    sentence = random.choice(found)
    words = list(re.finditer(r"\S+", slice_of(article, sentence)))
    last = words[random.randrange(len(words) // 2, len(words) * 2 // 3)]
    end = sentence.start + last.start() + len(last[0].rstrip(",;:–-"))
    return replaced(article, Span(end, sentence.end), "", reach=sentence)


@plants("repeated-passage", "leftovers", "A sentence stands a second time in a later paragraph")
def sentence_repeated(article: str, random: Random) -> Planted | None:
    """A sentence of nine words or more, pasted at the end of a later paragraph."""
    found = [s for s in plain_sentences(article) if len(slice_of(article, s).split()) >= 9]
    ends = [p.end for p in body(article) if outside(article, p.end)]
    if not found or not ends:
        return None
    sentence = random.choice(found)
    later = [end for end in ends if end > sentence.end]
    if not later:
        return None
    at = random.choice(later)
    planted = replaced(article, Span(at, at), f" {slice_of(article, sentence)}", others=[sentence])
    return planted._replace(span=Span(planted.span.start + 1, planted.span.end), copies=True)


@plants("repeated-passage", "leftovers", "A paragraph stands a second time further down")
def paragraph_repeated(article: str, random: Random) -> Planted | None:
    """A paragraph of twelve words or more, pasted after a later one."""
    found = [p for p in body(article) if len(slice_of(article, p).split()) >= 12]
    if len(found) < 3:
        return None
    chosen = random.choice(found[:-1])
    at = random.choice([p.end for p in found if p.end > chosen.end])
    planted = replaced(article, Span(at, at), f"\n\n{slice_of(article, chosen)}", others=[chosen])
    return planted._replace(span=Span(planted.span.start + 2, planted.span.end), copies=True)
