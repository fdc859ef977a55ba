"""How likely a full stop was lost before a capital: what stands on both sides of it, weighed together."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import articlelint as al
from articlelint_rules.capitals.function_words import ARTICLES, FUNCTION, SUBORDINATORS
from articlelint_rules.capitals.gazetteer import names
from articlelint_rules.capitals.linear import LinearModel
from articlelint_rules.capitals.sentence_capitals import SentenceCapitals, base
from articlelint_rules.capitals.usage import plain

SURE = 1.6
"""The log-odds from which a full stop counts as lost: 5 to 1."""
SURER = 3.0
"""Those for "I", which begins many a clause without a link."""
UNLIKELY = -2.0
"""Those below which no other sign counts."""
TITLED = 2
"""Everyday words with capitals around, from which another belongs to the same title."""
FREQUENT = 20
"""The size of the lexicon up to which a word speaks for itself; others by their part of speech."""
FAR = 7
LINKING = frozenset({"CCONJ", "SCONJ", "PUNCT"})


@lru_cache(maxsize=1)
def _model() -> LinearModel:
    return LinearModel("capitals_stops.txt")


def is_stop_lost(s: SentenceCapitals, i: int, *, by_grammar: bool) -> bool:
    """Whether a full stop was likely lost before word ``i``; ``by_grammar``: there are other signs of it."""
    c = s.clauses
    if not by_grammar and not (any(map(c.finite, range(i))) and any(map(c.finite, range(i, len(s.words))))):
        return False  # most capitals, at little cost
    odds = _model().score(stop_features(s, i))
    if by_grammar:
        return odds > UNLIKELY
    titled = (
        s.title_words(i) >= TITLED
        or s.clauses.is_apposition(i)
        or (s.at(i).lower() in ARTICLES and _is_possessed(s, i))
    )
    return odds > (SURER if s.words[i] == "I" else SURE) and not titled


def _is_possessed(s: SentenceCapitals, i: int) -> bool:
    """Whether a word follows a possessive."""
    split = s.at(i - 1) == "s" and s.at(i - 2) in {"'", "’"}
    return split or s.at(i - 1).endswith(("'s", "’s", "s'", "s’")) or s.at(i - 1) in {"'", "’"}


def stop_candidates(s: SentenceCapitals) -> list[int]:
    """The words inside a sentence whose capital may begin another: what stands before is a word."""
    ends = {k for k in range(1, len(s.words)) if s.words[k - 1][-1].isalnum() or s.words[k - 1] in {")", "”"}}
    found = ends & (s.everyday_words().keys() | set(s.possible_subjects()))
    found.update(k for k in ends if s.words[k] == "I" and s.words[k - 1][-1].isalnum())
    return sorted(i for i in found if not _is_label(s, i))


def _is_label(s: SentenceCapitals, i: int) -> bool:
    """Whether a capital is that of a label: No. 19, letters A to F, or of text behind a line in capitals."""
    word, before = s.words[i], s.at(i - 1)
    if word == "No" and s.at(i + 1) == ".":
        return True
    if word == "A" and s.at(i + 1).lower() in FUNCTION:
        return True
    return all(len(w) > 1 and w.isupper() and w.isalpha() for w in (before, s.at(i - 2)))


def stop_features(s: SentenceCapitals, i: int) -> list[str]:
    """What there is to know about a capital inside a sentence."""
    return [*_around(s, i), *_verbs(s, i), *_judged(s, i), *_own(s, i)]


def _form(s: SentenceCapitals, i: int) -> str:
    """A word where it is frequent, else its kind."""
    if not 0 <= i < len(s.words):
        return "-"
    lower = base(s.words[i])
    if lower in FUNCTION or 0 < al.lexicon.size(lower) <= FREQUENT:
        return lower
    if s.has_capital(i):
        return f"N{int(names(plain(lower)))}" if s.is_name(i) else "C"
    return s.tag(i)


def _around(s: SentenceCapitals, i: int) -> Iterator[str]:
    """The words and parts of speech around, and which of them have capitals."""
    tags = [s.tag(k) or "-" for k in range(i - 3, i + 4)]
    before2, before, own, after, after2 = tags[1:6]
    capitals = "".join("aA"[s.has_capital(k)] for k in (i - 2, i - 1, i + 1, i + 2))
    yield f"t {before} {own}"
    yield f"t+ {own} {after}"
    yield f"t3 {before} {own} {after}"
    yield f"t-- {before2} {before}"
    yield f"t3- {before2} {before} {own}"
    yield f"t++ {own} {after} {after2}"
    yield f"t4 {tags[0]} {before2} {before}"
    yield f"c {capitals}"
    yield f"c1 {capitals[1:3]} {own}"
    yield f"ct {capitals[1]} {before} {own}"
    yield f"w- {_form(s, i - 1)}"
    yield f"w+ {_form(s, i + 1)}"
    yield f"w+t {own} {_form(s, i + 1)}"
    yield f"w-t {_form(s, i - 1)} {own}"


def _verbs(s: SentenceCapitals, i: int) -> Iterator[str]:
    """The finite verbs on both sides, how far they are, and what might join them."""
    c, tags = s.clauses, s.clauses.tags
    left = next((k for k in range(i - 1, -1, -1) if c.finite(k)), -1)
    right = next((k for k in range(i + 1, len(tags)) if c.finite(k)), -1)
    count = min(sum(c.finite(k) for k in range(i)), 2)
    path = "-".join(tags[i:right]) if 0 < right - i <= 4 else str(right >= 0)  # noqa: PLR2004 - longer ones are rare
    back = "-".join(tags[left + 1 : i]) if left >= 0 and i - left <= 4 else str(left >= 0)  # noqa: PLR2004
    linked = "".join(sorted({t[:1] for t in tags[left + 1 : i] if t in LINKING}))
    linking = "".join(sorted({t[:1] for t in tags[i + 1 : max(right, i + 1)] if t in LINKING}))
    free = next((w.lower() for w in s.words if w[0].isalpha()), "") not in SUBORDINATORS or "," in s.words[:i]
    yield f"v {count} {right >= 0} {free}"
    yield f"vf {min(right - i, FAR) if right >= 0 else '-'} {min(i - left, FAR) if left >= 0 else '-'}"
    yield f"vl {linked if left >= 0 else '-'} {linking if right >= 0 else '-'}"
    yield f"vp {path}"
    yield f"vb {back}"
    yield f"vw {_form(s, left) if left >= 0 else '-'}"
    yield f"vt {left >= 0} {right >= 0} {s.tag(i - 1)} {s.tag(i)}"
    yield f"vn {min(sum(c.finite(k) for k in range(i + 1, len(tags))), 2)} {linking} {s.tag(i)}"
    last = s.words[-2 if tags[-1] == "PUNCT" else -1].lower()
    yield f"e {s.clauses.tags[-2 if len(tags) > 1 else -1] if last else '-'}"


def _judged(s: SentenceCapitals, i: int) -> Iterator[str]:
    """What the grammar of clauses says."""
    c, name = s.clauses, s.is_name(i)
    possessed = _is_possessed(s, i)
    yield f"h {c.boundary(i)} {c.new_subject(i)} {name}"
    yield f"ha {c.is_apposition(i)} {c.is_title_of(i)} {name} {s.at(i).lower() in ARTICLES}"
    yield f"hb {possessed} {c.is_bare(i - 1)} {name}"
    yield f"ht {min(s.title_words(i), 3)} {s.at(i).lower() in FUNCTION}"
    yield f"hw {s.title_words(i) > 0} {s.has_capital(i - 1)} {s.tag(i)}"
    yield f"hc {possessed} {s.at(i).lower() in ARTICLES}"


def _own(s: SentenceCapitals, i: int) -> Iterator[str]:
    """The word itself, how far into the sentence it stands, and how the article writes it."""
    lower = plain(s.words[i])
    form, before = _form(s, i), _form(s, i - 1)
    yield f"o {form}"
    yield f"o- {before} {form}"
    yield f"o+ {form} {_form(s, i + 1)}"
    yield f"os {al.lexicon.size(lower)} {al.lexicon.name_size(lower)}"
    yield f"ob {s.tag(i - 1)} {form}"
    yield f"l {min(i, FAR)} {min(len(s.words) - i, FAR)}"
    usage = s.usage
    yield f"u {min(usage.capitalised[lower], 2)} {min(usage.alone[lower], 2)} {min(usage.lower[lower], 2)}"
