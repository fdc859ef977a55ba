"""Which names of an article are one name spelled in two ways, by their letters and their context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import articlelint as al
from articlelint_rules.spelling.distance import distance
from articlelint_rules.spelling.inflection import inflected
from articlelint_rules.spelling.name_spellings import NameSpelling, is_given_name
from articlelint_rules.spelling.phonetic import SHORTEST
from articlelint_rules.spelling.similarity import MARKS, THRESHOLD, similarity

ENOUGH = 0.47
"""The score from which on two spellings count as one name."""

# How many names a name is compared with. The limits keep the work linear; only files of a thousand articles
# reach them.
NEIGHBOURS = 6
"""Names with the same lookup key, the nearest in sound."""
NEIGHBOURS_IN_CROWD = 3
"""The same, where more than ``NEIGHBOURS`` names share the key."""
MOST = 8
"""Names in all."""
ARCHIVE = 4_000
"""From so many names on a file is an archive, and half of ``MOST`` applies."""
LOOKED_AT = 8
"""Neighbours, and places, of a name."""

NEAR = 30
"""Names that are fewer code points apart stand side by side, in a list or a contrast."""
FAMILIAR = 55
"""The largest size, see ``lexicon.size``, of a word that counts as English; larger ones are rare words."""

# What the context adds to the score of two spellings:
SAME_NEIGHBOUR = 0.35
"""A word before both, or after both, is the same name."""
SWAPPED_NEIGHBOUR = 0.2
"""A word before one is a word after the other, as in the two orders of an East Asian name."""
OTHER_NEIGHBOUR = -0.5
"""They have different names beside them."""
OTHER_ROLE = -0.5
"""One is a given name, the other a surname."""
SECOND_MENTION = 0.1
"""Only one is introduced with a given name or a title."""
SAME_TITLE = 0.15
BOTH_KNOWN = -0.4
"""Both are known names, so probably two names; or one is a nation and the other a person."""
ONE_KNOWN = 0.1
"""One is a known name and not the rarer spelling."""
ENGLISH_WORD = -0.25
"""One is an English word, which is an unlikely misspelling of a name, and no given name stands before it."""
SIDE_BY_SIDE = -0.35
"""They stand side by side in one sentence."""
IN_LISTS = -0.35
"""Both stand in lists of names, as the players of a team do."""
ONCE = 0.08
"""One stands once, the other more often: a slip."""
REPEATED_SLIP = -0.15
"""They differ by a consonant, and both stand more than once: a slip is seldom repeated."""


def variants(spellings: Mapping[str, NameSpelling]) -> Iterator[tuple[NameSpelling, NameSpelling]]:
    """Yield the pairs of spellings that are one name spelled in two ways."""
    yield from _spellings_of_places(spellings.values())
    for a, b in _candidates(spellings.values()):
        if a.form.place and a.form.place == b.form.place and not (a.titles or b.titles):
            continue
        score = similarity(a.text, b.text)
        if score > 0 and score + context_score(a, b, score) >= ENOUGH:
            yield a, b


def _spellings_of_places(
    spellings: Iterable[NameSpelling],
) -> Iterator[tuple[NameSpelling, NameSpelling]]:
    """Yield the pairs that name one place of the table, except those used as a person's name."""
    found: dict[str, list[NameSpelling]] = {}
    for spelling in _in_any_capitals(spellings):
        if spelling.form.place and not spelling.titles:
            found.setdefault(spelling.form.place, []).append(spelling)
    for group in found.values():
        if len({spelling.form.plain for spelling in group}) == 1:
            continue
        alone = [outside for spelling in group if (outside := spelling.outside_bodies) is not None]
        for other in alone[1:]:
            if other.form.plain != alone[0].form.plain:
                yield alone[0], other


def _in_any_capitals(spellings: Iterable[NameSpelling]) -> Iterator[NameSpelling]:
    """Yield the spellings, those in all capitals, as in a dateline, with the same in small letters."""
    by_text = {spelling.text: spelling for spelling in spellings}
    shouted = {text.title(): spelling for text, spelling in by_text.items() if text.isupper()}
    for text, spelling in by_text.items():
        if text.title() in shouted and text == text.title():
            mentions = sorted((*spelling.mentions, *shouted[text].mentions), key=lambda mention: mention.span)
            yield NameSpelling(text, spelling.form, spelling.doc, mentions)
        elif not (text.isupper() and text.title() in by_text):
            yield spelling


def _candidates(spellings: Iterable[NameSpelling]) -> Iterator[tuple[NameSpelling, NameSpelling]]:
    """Yield the pairs that share a lookup key, each once and in reading order, up to the limits above."""
    by_text = {spelling.text: spelling for spelling in spellings}
    most = MOST if len(by_text) < ARCHIVE else MOST // 2
    compared: Counter[str] = Counter()
    seen: set[frozenset[str]] = set()
    for _, group in sorted(_by_lookup_key(by_text.values()).items()):
        reach = NEIGHBOURS
        if len(group) > NEIGHBOURS:
            group.sort(key=lambda spelling: (spelling.form.key, spelling.text))
            reach = NEIGHBOURS_IN_CROWD
        for i, a in enumerate(group):
            for b in group[i + 1 : i + 1 + reach]:
                pair = frozenset((a.text, b.text))
                if pair in seen or compared[a.text] >= most or compared[b.text] >= most:
                    continue
                seen.add(pair)
                compared.update(pair)
                yield (a, b) if a.first < b.first else (b, a)


def _by_lookup_key(spellings: Iterable[NameSpelling]) -> dict[str, list[NameSpelling]]:
    """Return the spellings that may vary, in the order given, by each lookup key that several have."""
    candidates = [spelling for spelling in spellings if spelling.form.may_vary]
    counts = Counter(key for spelling in candidates for key in spelling.form.lookup_keys)
    shared = {key for key, count in counts.items() if count > 1}
    found: dict[str, list[NameSpelling]] = {}
    for spelling in candidates:
        for key in shared.intersection(spelling.form.lookup_keys):
            found.setdefault(key, []).append(spelling)
    return found


def context_score(a: NameSpelling, b: NameSpelling, similar: float) -> float:
    """Return what the context adds to the score of two spellings; ``similar`` is their score by letters."""
    certain = similar >= MARKS
    score = _neighbour_score(a, b, certain=certain)
    if (a.titles & b.titles) - al.words.titles.COURTESY_TITLES:
        score += SAME_TITLE
    if certain:
        return score
    score += _lexicon_score(a, b)
    if _stand_near(a, b) and a.sentences & b.sentences:
        score += SIDE_BY_SIDE
    elif a.in_list and b.in_list:
        score += IN_LISTS
    rarer, commoner = sorted((len(a.mentions), len(b.mentions)))
    if rarer == 1 < commoner:
        score += ONCE
    elif rarer > 1 and a.form.skeleton != b.form.skeleton:
        score += REPEATED_SLIP
    return score


def _neighbour_score(a: NameSpelling, b: NameSpelling, *, certain: bool) -> float:
    """Return what the names beside two spellings add to their score."""
    if names_match(a.before, b.before) or names_match(a.after, b.after):
        return SAME_NEIGHBOUR
    if names_match(a.before, b.after) or names_match(a.after, b.before):
        return SWAPPED_NEIGHBOUR
    if _both_have_names(a.before, b.before) or _both_have_names(a.after, b.after):
        # "Anne Marsh left with her husband Jonathan Mersh" has one surname.
        return 0.0 if a.is_kin or b.is_kin else OTHER_NEIGHBOUR
    if not certain and {a.role, b.role} == {"given", "surname"}:
        return OTHER_ROLE
    if a.introduced != b.introduced and not (a.after or b.after):
        return SECOND_MENTION
    return 0.0


def _lexicon_score(a: NameSpelling, b: NameSpelling) -> float:
    """Return what the table of places and the lexicon add to the score of two spellings."""
    if a.form.place and b.form.place and a.form.place != b.form.place:
        return BOTH_KNOWN
    if (a.is_nation and b.is_person) or (b.is_nation and a.is_person):
        return BOTH_KNOWN
    scores: list[float] = []
    for spelling, other in ((a, b), (b, a)):
        text = spelling.form.plain
        if al.lexicon.name_size(text):
            scores.append(ONE_KNOWN if len(spelling.mentions) >= len(other.mentions) else 0.0)
        elif 0 < al.lexicon.size(text) <= FAMILIAR and not _share_given_name(a, b):
            scores.append(ENGLISH_WORD)
    return BOTH_KNOWN if len(scores) > 1 else sum(scores)


def _share_given_name(a: NameSpelling, b: NameSpelling) -> bool:
    """Whether both stand behind the same given name in full: then even an English word is a surname."""
    return any(len(word) > 1 and is_given_name(word) for word in a.before & b.before)


def _stand_near(a: NameSpelling, b: NameSpelling) -> bool:
    """Whether two spellings stand near each other, as two names in a list do."""
    ours, theirs = a.places[:LOOKED_AT], b.places[:LOOKED_AT]
    return any(abs(x.start - y.start) < NEAR for x in ours for y in theirs)


def names_match(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two sets of names have one in common: the same, an initial of it, or a variant of it."""
    ours, theirs = sorted(left)[:LOOKED_AT], sorted(right)[:LOOKED_AT]
    return any(_may_be_one_name(a, b) for a in ours for b in theirs)


def _may_be_one_name(a: str, b: str) -> bool:
    """Whether two words, their letters alone, may be one name."""
    if a == b:
        return True
    shorter, longer = sorted((len(a), len(b)))
    if shorter == 1:
        return a[:1] == b[:1]
    return shorter >= SHORTEST - 1 and (inflected(a, b) or distance(a, b) <= THRESHOLD * longer)


def _both_have_names(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether both sets of neighbours have names: then the spellings belong to different people."""
    return any(_is_name(word) for word in left) and any(_is_name(word) for word in right)


def _is_name(neighbour: str) -> bool:
    """Whether a neighbour is a name, rather than a common word with a capital (Golden, Station)."""
    return al.lexicon.name_size(neighbour) > 0 or not al.lexicon.is_common(neighbour)
