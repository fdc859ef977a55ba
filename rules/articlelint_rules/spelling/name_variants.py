"""Which names of an article are one name spelled two ways: how alike they are, and what their company says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import articlelint as al

from articlelint_rules.spelling.forms import Form
from articlelint_rules.spelling.inflection import inflected
from articlelint_rules.spelling.skeleton import (
    VOWELS,
    bare,
    distance,
    keys,
    one_slip,
    plain,
    skeleton,
    sounds,
)
from articlelint_rules.spelling.tables import places

NEIGHBOURS = 24
"""How many candidates of one key a form is compared with, nearest in the alphabet first: keeps the work linear."""
SHORTEST = 4
"""Shorter names differ by chance."""
THRESHOLD = 0.17
FEW = 2
"""Names of so few consonants sound alike by chance."""
NEAR = 30
"""Names nearer than this, in code points, stand in one list or contrast."""


FAMILIAR = 55
"""Rarer words, by the size of the list that has them, say nothing when they are written with a capital."""
ENOUGH = 0.5
"""The belief from which on two forms count as one name."""


def variants(forms: Mapping[str, Form]) -> Iterator[tuple[Form, Form]]:
    """The pairs of forms that are one name spelled two ways."""
    yield from _same_place(forms)
    for a, b in _candidates(forms.values()):
        alike = likeness(a.text, b.text)
        if alike and alike + company(a, b, alike) >= ENOUGH:
            yield a, b


def _same_place(forms: Mapping[str, Form]) -> Iterator[tuple[Form, Form]]:
    """The pairs that the table of places knows, unless one of them is used as a person's name."""
    found: dict[str, list[Form]] = {}
    for form in forms.values():
        place = places().get(plain(form.text))
        if place is not None and not form.titles:
            found.setdefault(place, []).append(form)
    for group in found.values():
        for other in group[1:]:
            if plain(other.text) != plain(group[0].text):
                yield group[0], other


def _candidates(forms: Iterable[Form]) -> Iterator[tuple[Form, Form]]:
    """Pairs that share a key, each once, in reading order of the first."""
    by_key: dict[str, list[Form]] = {}
    for form in forms:
        if len(bare(form.text)) >= SHORTEST and not form.text.isupper():
            for key in keys(form.text):
                by_key.setdefault(key, []).append(form)
    seen: set[tuple[str, str]] = set()
    for group in by_key.values():
        if len(group) > NEIGHBOURS:
            group.sort(key=lambda form: sounds(form.text))
        for i, a in enumerate(group):
            for b in group[i + 1 : i + NEIGHBOURS]:
                pair = (a, b) if a.first < b.first else (b, a)
                names = (pair[0].text, pair[1].text)
                if names not in seen:
                    seen.add(names)
                    yield pair


def likeness(a: str, b: str) -> float:
    """How far the letters alone speak for one name, from 0 (not at all) to 0.9 (they differ in accents)."""
    if a.lower() == b.lower():
        return 0.0
    if plain(a) == plain(b):
        return 0.9
    x, y = bare(a), bare(b)
    if x == y:
        return 0.85
    if inflected(a, b) or abs(len(x) - len(y)) > 3:
        return 0.0
    longest = max(len(x), len(y))
    share = distance(a, b) / longest
    by_sound = 0.75 - 2.5 * share if share <= _limit(a, b) else 0.0
    by_slip = _slip_belief(x, y) if longest > SHORTEST else 0.0
    last = sounds(a)[:-1] == sounds(b)[:-1] and (skeleton(a) != skeleton(b) or sounds(a)[-1:] in VOWELS)
    last = last and sounds(a) != sounds(b)
    word = al.lexicon.is_common(x) or al.lexicon.is_common(y)
    return max(by_sound, by_slip) - 0.2 * last - 0.3 * word


def _slip_belief(x: str, y: str) -> float:
    """
    How far one typing slip explains the difference: the longer the words, the rarer the chance.

    A changed letter makes another name more often than a lost, added or swapped one; and nobody mistypes
    the first.
    """
    if not one_slip(x, y):
        return 0.0
    changed = len(x) == len(y) and sorted(x) != sorted(y)
    return 0.22 + 0.04 * max(len(x), len(y)) - 0.14 * changed - 0.2 * (x[0] != y[0])


def _limit(a: str, b: str) -> float:
    """How far apart two names may sound, as a share of their length: less where there is little to go by."""
    bones = skeleton(a)
    first, second = sounds(a)[:1], sounds(b)[:1]
    if first != second and not (first in VOWELS and second in VOWELS):
        if first in VOWELS or second in VOWELS or bones[:1] != skeleton(b)[:1]:
            return -1.0
        return THRESHOLD * 0.6
    limit = THRESHOLD if bones == skeleton(b) else THRESHOLD * 0.8
    consonants = min(sum(c not in VOWELS for c in sounds(word)) for word in (a, b))
    return limit * (1.0 if consonants > FEW else 0.6 if consonants == FEW else 0.3)


def company(a: Form, b: Form, alike: float) -> float:
    """What the company the two keep adds to the belief that they are one name, or takes from it."""
    belief = 0.0
    if meet(a.before, b.before) or meet(a.after, b.after):
        belief += 0.35
    elif meet(a.before, b.after) or meet(a.after, b.before):
        # One of the two orders of an East Asian name.
        belief += 0.2
    elif _part(a.before, b.before) or _part(a.after, b.after):
        belief -= 0.5
    elif alike < 0.8 and (_roles(a), _roles(b)) in {("given", "surname"), ("surname", "given")}:
        belief -= 0.35
    if alike < 0.8:
        belief += _acquaintance(a.text, b.text)
        belief -= 0.35 * (bool(a.sentences & b.sentences) and _close(a, b))
        # Where one form is the rule and the other stands once, the other is a slip.
        belief += 0.08 * (min(len(a.places), len(b.places)) == 1 and len(a.places) + len(b.places) > 2)
    return belief


def _roles(form: Form) -> str:
    """Whether a form is used as a given name only, as a surname only, or neither."""
    if bool(form.before) == bool(form.after):
        return ""
    return "surname" if form.before else "given"


def _close(a: Form, b: Form) -> bool:
    """Whether the two stand near each other in one sentence, as two names in a list do."""
    return any(abs(x.start - y.start) < NEAR for x in a.places[:20] for y in b.places[:20])


def _acquaintance(a: str, b: str) -> float:
    """Two names that are both known are two names; a known one beside an unknown one may be what was meant."""
    names = sum(al.lexicon.name_size(plain(text)) > 0 for text in (a, b))
    words = sum(
        0 < al.lexicon.size(plain(text)) <= FAMILIAR and not al.lexicon.name_size(plain(text))
        for text in (a, b)
    )
    if names + words == 2:
        return -0.4
    return 0.1 * names - 0.25 * words


def meet(left: set[str], right: set[str]) -> bool:
    """Whether two sets of neighbours have one in common: the same, an initial of it, or a variant of it."""
    if left & right:
        return True
    return any(_same(a, b) for a in sorted(left)[:8] for b in sorted(right)[:8])


def _same(a: str, b: str) -> bool:
    """Whether two neighbours may be one name."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return (
        len(a) > 2 and len(b) > 2 and (inflected(a, b) or distance(a, b) <= THRESHOLD * max(len(a), len(b)))
    )


def _part(left: set[str], right: set[str]) -> bool:
    """Whether both sets have neighbours that are names: then the two forms belong to different people."""
    return any(map(_names_someone, left)) and any(map(_names_someone, right))


def _names_someone(neighbour: str) -> bool:
    """Whether a neighbour is a name rather than a common noun or adjective with a capital (Golden, Station)."""
    return al.lexicon.name_size(neighbour) > 0 or not al.lexicon.is_common(neighbour)
