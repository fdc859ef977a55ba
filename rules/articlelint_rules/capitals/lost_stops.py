"""How likely a full stop was lost before a capital: what stands on both sides of it, weighed together."""

from __future__ import annotations

from functools import lru_cache

from articlelint_rules.capitals.function_words import ARTICLES, FUNCTION, SUBORDINATORS
from articlelint_rules.capitals.linear import LinearModel
from articlelint_rules.capitals.sentence_capitals import SentenceCapitals

SURE = 1.6
"""The log-odds from which a full stop counts as lost: 5 to 1."""
SURER = 3.0
"""Those for "I", which begins many a clause without a link."""
UNLIKELY = -2.0
"""Those below which no other sign counts."""
TITLED = 2
"""Everyday words with capitals around, from which another belongs to the same title."""
FAR = 7
NEAR = 4
"""Words up to which what stands between a capital and a verb counts as a whole; longer ones are rare."""
LINKING = frozenset({"CCONJ", "SCONJ", "PUNCT"})


@lru_cache(maxsize=1)
def _model() -> LinearModel:
    return LinearModel("lost-stops.table")


def is_stop_lost(s: SentenceCapitals, i: int, *, by_grammar: bool) -> bool:
    """Whether a full stop was likely lost before word ``i``; ``by_grammar``: there are other signs of it."""
    before = s.clauses.finite_before
    if not by_grammar and not 0 < before[i] < before[-1]:
        return False  # most capitals, at little cost
    odds = _model().score(stop_features(s, i))
    if by_grammar:
        return odds > UNLIKELY
    if odds <= (SURER if s.words[i] == "I" else SURE):
        return False
    titled = s.title_words(i) >= TITLED or s.clauses.is_apposition(i)
    return not (titled or (s.lower(i) in ARTICLES and _is_possessed(s, i)))


def _is_possessed(s: SentenceCapitals, i: int) -> bool:
    """Whether a word follows a possessive."""
    split = s.at(i - 1) == "s" and s.at(i - 2) in {"'", "’"}
    return split or s.at(i - 1).endswith(("'s", "’s", "s'", "s’")) or s.at(i - 1) in {"'", "’"}


def stop_features(s: SentenceCapitals, i: int) -> list[str]:
    """What there is to know about a capital inside a sentence."""
    forms = _form(s, i - 1), _form(s, i), _form(s, i + 1)
    return [
        *_words(s, i),
        *_forms(*forms),
        *_around(s, i, *forms),
        *_verbs(s, i),
        *_judged(s, i),
    ]


def _form(s: SentenceCapitals, i: int) -> str:
    """A word where it is frequent, else its kind."""
    return s.facts[i].form or s.clauses.tags[i] if 0 <= i < len(s.words) else "-"


def _words(s: SentenceCapitals, i: int) -> list[str]:
    """What needs no parts of speech: the word, its neighbours, where it stands, how the article writes it."""
    facts, usage, lower = s.facts[i], s.usage, s.facts[i].plain
    capitalised, alone = usage.capitalised.get(lower, 0), usage.alone.get(lower, 0)
    capitals = "".join(["aA"[s.has_capital(k)] for k in (i - 2, i - 1, i + 1, i + 2)])
    return [
        f"c {capitals}",
        f"os {facts.size} {facts.name_size}",
        f"l {min(i, FAR)} {min(len(s.words) - i, FAR)}",
        f"u {min(capitalised, 2)} {min(alone, 2)} {min(usage.times_small(lower), 2)}",
        f"ht {min(s.title_words(i), 3)} {facts.lower in FUNCTION}",
    ]


def _forms(before: str, own: str, after: str) -> list[str]:
    """The word and its neighbours."""
    found = [f"w- {before}"] if before else []
    if after:
        found.append(f"w+ {after}")
    if own:
        found.append(f"o {own}")
        if before:
            found.append(f"o- {before} {own}")
        if after:
            found.append(f"o+ {own} {after}")
    return found


def _around(s: SentenceCapitals, i: int, form_before: str, form: str, form_after: str) -> list[str]:
    """The words and parts of speech around, and which of them have capitals."""
    padded = ["-"] * (3 - i) + s.clauses.tags[max(i - 3, 0) : i + 4]
    before3, before2, before, own, after, after2 = [*padded, "-", "-"][:6]
    capitals = "aA"[s.has_capital(i - 1)] + "aA"[s.has_capital(i + 1)]
    return [
        f"t {before} {own}",
        f"t+ {own} {after}",
        f"t3 {before} {own} {after}",
        f"t-- {before2} {before}",
        f"t3- {before2} {before} {own}",
        f"t++ {own} {after} {after2}",
        f"t4 {before3} {before2} {before}",
        f"c1 {capitals} {own}",
        f"ct {capitals[0]} {before} {own}",
        f"w+t {own} {form_after}",
        f"w-t {form_before} {own}",
        f"ob {before} {form}",
    ]


def _verbs(s: SentenceCapitals, i: int) -> list[str]:
    """The finite verbs on both sides, how far they are, and what might join them."""
    c, tags = s.clauses, s.clauses.tags
    finite, before = c.finite, c.finite_before
    own = tags[i]
    left, right = i - 1, i + 1
    while left >= 0 and not finite[left]:
        left -= 1
    while right < len(tags) and not finite[right]:
        right += 1
    if right == len(tags):
        right = -1
    path = "-".join(tags[i:right]) if 0 < right - i <= NEAR else str(right >= 0)
    back = "-".join(tags[left + 1 : i]) if left >= 0 and i - left <= NEAR else str(left >= 0)
    linked = _links(tags[left + 1 : i]) if left >= 0 else "-"
    linking = _links(tags[i + 1 : max(right, i + 1)])
    return [
        f"v {min(before[i], 2)} {right >= 0} {_is_free(s, i)}",
        f"vf {min(right - i, FAR) if right >= 0 else '-'} {min(i - left, FAR) if left >= 0 else '-'}",
        f"vl {linked} {linking if right >= 0 else '-'}",
        f"vp {path}",
        f"vb {back}",
        f"vw {_form(s, left) if left >= 0 else '-'}",
        f"vt {left >= 0} {right >= 0} {tags[i - 1]} {own}",
        f"vn {min(before[-1] - before[i + 1], 2)} {linking} {own}",
        f"e {tags[-2]}",
    ]


def _links(tags: list[str]) -> str:
    """What of these tags may join two clauses, by first letters."""
    return "".join(sorted({tag[:1] for tag in tags if tag in LINKING}))


def _is_free(s: SentenceCapitals, i: int) -> bool:
    """Whether a sentence does not begin with a subordinate clause, or that has ended before ``i``."""
    opening = next((facts.lower for facts in s.facts if facts.text[0].isalpha()), "")
    return opening not in SUBORDINATORS or "," in s.words[:i]


def _judged(s: SentenceCapitals, i: int) -> list[str]:
    """What the grammar of clauses says."""
    c, name = s.clauses, s.facts[i].is_name
    possessed, article = _is_possessed(s, i), s.facts[i].lower in ARTICLES
    return [
        f"h {c.boundary(i)} {c.new_subject(i)} {name}",
        f"ha {c.is_apposition(i)} {c.is_title_of(i)} {name} {article}",
        f"hb {possessed} {c.is_bare(i - 1)} {name}",
        f"hw {s.title_words(i) > 0} {s.facts[i - 1].capital} {c.tags[i]}",
        f"hc {possessed} {article}",
    ]
