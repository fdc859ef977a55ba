"""Which names of an article are one name spelled two ways: how alike they are, and the company they keep."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

import articlelint as al
from articlelint_rules.spelling.distance import distance
from articlelint_rules.spelling.name_spellings import Form, Words
from articlelint_rules.spelling.heard import SHORTEST, Heard, heard_word
from articlelint_rules.spelling.inflection import inflected
from articlelint_rules.spelling.similarity import MARKS, THRESHOLD, alike

ENOUGH = 0.47
"""The belief from which on two forms count as one name."""
NEIGHBOURS = 6
"""How many candidates of one key a form is compared with, nearest in sound first: keeps the work linear."""
CROWDED = 3
"""How many where more names than that share the key."""
MOST = 8
"""How many names a name is compared with in all: it has more only where a thousand articles are one file."""
MULTITUDE = 4_000
"""Names from which a file is no article but an archive, and a name is compared with half as many."""
MOST_AT_ONCE = 16
"""How many names of one key are compared each with each, to tell whether to look at any more closely."""
NEAR = 30
"""Names nearer than this, in code points, stand in one list or contrast."""
FAMILIAR = 55
"""Rarer words, by the size of the list that has them, say nothing when they are written with a capital."""
LOOKED_AT = 8
"""How many neighbours, and how many places, are looked at: people are not mentioned in more company."""
SAME_COMPANY, SWAPPED, SAME_TITLE, SECOND_MENTION = 0.35, 0.2, 0.15, 0.1
OTHER_COMPANY, OTHER_ROLE = -0.5, -0.35
BOTH_KNOWN, ONE_KNOWN, ONE_WORD, SIDE_BY_SIDE, ONCE = -0.4, 0.1, -0.25, -0.35, 0.08


def variants(forms: Mapping[str, Form]) -> Iterator[tuple[Form, Form]]:
    """The pairs of forms that are one name spelled two ways."""
    yield from _same_place(forms)
    for a, b in _candidates(forms.values()):
        belief = alike(a.heard, b.heard)
        if belief > 0 and belief + company(a, b, belief) >= ENOUGH:
            yield a, b


def may_vary(texts: Collection[str]) -> bool:
    """Whether ``variants`` may find anything in forms that are among these texts, whatever their company."""
    heard = [heard_word(text) for text in texts]
    places = {(name.place, name.plain) for name in heard if name.place}
    if len({place for place, _ in places}) < len(places):
        return True
    compared: set[tuple[Heard, Heard]] = set()
    for group in _sharing_a_key(heard).values():
        if len(group) > MOST_AT_ONCE:
            return True
        compared.update(combinations(group, 2))
    return any(alike(a, b) > 0 for a, b in compared)


def _same_place(forms: Mapping[str, Form]) -> Iterator[tuple[Form, Form]]:
    """The pairs that the table of places knows, unless one of them is used as a person's name."""
    found: dict[str, list[Form]] = {}
    for form in forms.values():
        place = form.heard.place
        if place and not form.titles:
            found.setdefault(place, []).append(form)
    for group in found.values():
        for other in group[1:]:
            if other.heard.plain != group[0].heard.plain:
                yield group[0], other


def _candidates(forms: Iterable[Form]) -> Iterator[tuple[Form, Form]]:
    """Pairs that share a key, each once, in reading order."""
    by_text = {form.text: form for form in forms}
    seen: set[tuple[str, str]] = set()
    compared = dict.fromkeys(by_text, 0)
    most = MOST if len(by_text) < MULTITUDE else MOST // 2
    for _, group in sorted(_sharing_a_key([form.heard for form in by_text.values()]).items()):
        reach = NEIGHBOURS
        if len(group) > NEIGHBOURS:
            group.sort(key=lambda heard: (heard.sounds, heard.text))
            reach = CROWDED
        for i, name in enumerate(group):
            text = name.text
            for other in group[i + 1 : i + 1 + reach]:
                if compared[text] >= most:
                    break
                if compared[other.text] >= most:
                    continue
                a, b = by_text[text], by_text[other.text]
                pair = (a, b) if a.first < b.first else (b, a)
                names = (pair[0].text, pair[1].text)
                if names not in seen:
                    seen.add(names)
                    compared[text] += 1
                    compared[other.text] += 1
                    yield pair


def _sharing_a_key(heard: Iterable[Heard]) -> dict[str, list[Heard]]:
    """The names that have a key in common, by that key, in the order given, but for those of no variants."""
    keyed = [(name, name.keys) for name in heard if name.compared]
    known: set[str] = set()
    shared: set[str] = set()
    for _, keys in keyed:
        if not known.isdisjoint(keys):
            shared.update(known.intersection(keys))
        known.update(keys)
    found: dict[str, list[Heard]] = {}
    for name, keys in keyed if shared else ():
        if not shared.isdisjoint(keys):
            for key in keys:
                if key in shared:
                    found.setdefault(key, []).append(name)
    return found


def company(a: Form, b: Form, by_letters: float) -> float:
    """What the company the two keep adds to the belief that they are one name, or takes from it."""
    sure = by_letters >= MARKS
    belief = 0.0
    if meet(a.before, b.before) or meet(a.after, b.after):
        belief += SAME_COMPANY
    elif meet(a.before, b.after) or meet(a.after, b.before):
        # The two orders of an East Asian name.
        belief += SWAPPED
    elif _part(a.before, b.before) or _part(a.after, b.after):
        belief += OTHER_COMPANY
    elif not sure and {a.role, b.role} == {"given", "surname"}:
        belief += OTHER_ROLE
    elif a.introduced != b.introduced and not (a.after or b.after):
        belief += SECOND_MENTION
    if (a.titles & b.titles) - al.words.titles.COURTESY_TITLES:
        belief += SAME_TITLE
    if sure:
        return belief
    belief += _acquaintance(a, b)
    if _close(a, b) and a.sentences & b.sentences:
        belief += SIDE_BY_SIDE
    # Where one form is the rule and the other stands once, the other is a slip.
    rarer, commoner = sorted((len(a.places), len(b.places)))
    return belief + ONCE * (rarer == 1 < commoner)


def _close(a: Form, b: Form) -> bool:
    """Whether the two stand near each other, as two names in a list do."""
    return any(abs(x.start - y.start) < NEAR for x in a.places[:LOOKED_AT] for y in b.places[:LOOKED_AT])


def _acquaintance(a: Form, b: Form) -> float:
    """
    Two known names are two names; a known one beside a rarer unknown one may be what was meant.

    A word that English has in lower case is no likely misspelling of a name.
    """
    if len({form.heard.place for form in (a, b)} - {""}) > 1:
        return BOTH_KNOWN
    found: list[float] = []
    for form, other in ((a, b), (b, a)):
        text = form.heard.plain
        if al.lexicon.name_size(text):
            found.append(ONE_KNOWN * (len(form.places) >= len(other.places)))
        elif 0 < al.lexicon.size(text) <= FAMILIAR:
            found.append(ONE_WORD)
    return BOTH_KNOWN if len(found) > 1 else sum(found)


def meet(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two sets of neighbours have one in common: the same, an initial of it, or a variant of it."""
    ours, theirs = sorted(left)[:LOOKED_AT], sorted(right)[:LOOKED_AT]
    return any(a == b or _same(a, b) for a in ours for b in theirs)


def _same(a: str, b: str) -> bool:
    """Whether two neighbours may be one name."""
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    shorter = min(len(a), len(b))
    return shorter >= SHORTEST - 1 and (inflected(a, b) or distance(a, b) <= THRESHOLD * max(len(a), len(b)))


def _part(left: Words, right: Words) -> bool:
    """Whether both sets have neighbours that are names: then the two forms belong to different people."""
    return any(map(_names_someone, left)) and any(map(_names_someone, right))


def _names_someone(neighbour: str) -> bool:
    """Whether a neighbour is a name rather than a common word with a capital (Golden, Station)."""
    return al.lexicon.name_size(neighbour) > 0 or not al.lexicon.is_common(neighbour)
