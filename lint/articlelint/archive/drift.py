"""Drift: what the articles of an archive write otherwise than they did some years ago."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from articlelint.archive.forms import Form

FEWEST = 10
"""So many articles of a year must have one of the forms; years with fewer say nothing."""
MOVED = 0.3


class Drift(NamedTuple):
    """A key whose most frequent form is another, or one of whose shares has moved."""

    forms: tuple[Form, ...]
    """All forms that articles write, the most frequent first."""
    years: tuple[str, ...]
    """The years that say something."""
    before: str
    """The form that most articles of the first year have."""
    after: str
    """The form that most articles of the last year have."""
    moved: str
    """The form whose share has moved: ``after``, or the one that has moved most."""
    since: str
    """The year since which ``after`` is the most frequent form, or "" if it was from the beginning."""

    @property
    def kind(self) -> str:
        """The kind of the key."""
        return self.forms[0].kind

    @property
    def key(self) -> str:
        """The key."""
        return self.forms[0].key

    @property
    def articles(self) -> int:
        """How many articles of these years have one of the forms."""
        return sum(total(self.forms, year) for year in self.years)

    def share(self, form: str, year: str) -> float:
        """The share of a year's articles that have a form, from 0 to 1."""
        count = sum(each.years.get(year, 0) for each in self.forms if each.form == form)
        return count / total(self.forms, year)

    @property
    def by(self) -> float:
        """By how much the share of ``moved`` is larger in the last year than in the first."""
        return self.share(self.moved, self.years[-1]) - self.share(self.moved, self.years[0])


def drifts(
    contested: Iterable[Sequence[Form]],
    *,
    moved: float = MOVED,
    fewest: int = FEWEST,
    kinds: Collection[str] = (),
) -> list[Drift]:
    """
    Return what has changed between the first and the last year, that first which concerns most articles.

    ``contested`` are the forms of each key, ``moved`` by how much a share must have changed from 0 to 1,
    where the most frequent form is the same.
    """
    wanted = (forms for forms in contested if not kinds or forms[0].kind in kinds)
    found = (_drift([form for form in forms if form.articles], fewest) for forms in wanted)
    large = [each for each in found if each and (each.before != each.after or abs(each.by) >= moved)]
    return sorted(large, key=lambda each: (-abs(each.by) * each.articles, each.kind, each.key))


def total(forms: Iterable[Form], year: str) -> int:
    """How many articles of a year have one of the forms."""
    return sum(form.years.get(year, 0) for form in forms)


def _drift(forms: Sequence[Form], fewest: int) -> Drift | None:
    """Return how the forms of a key have moved; None where fewer than two years say something."""
    years = sorted({year for form in forms for year in form.years if total(forms, year) >= fewest})
    if len(years) < 2:  # noqa: PLR2004 - there is nothing to compare
        return None
    ranked = tuple(sorted(forms, key=lambda form: (-form.articles, form.form)))
    winners = [_winner(ranked, year) for year in years]
    same_at_end = 0
    while same_at_end < len(years) and winners[-1 - same_at_end] == winners[-1]:
        same_at_end += 1
    since = "" if same_at_end == len(years) else years[-same_at_end]
    drift = Drift(ranked, tuple(years), winners[0], winners[-1], winners[-1], since)
    if winners[0] != winners[-1]:
        return drift
    each = (drift._replace(moved=form.form) for form in ranked)
    return max(each, key=lambda drift: abs(drift.by))


def _winner(forms: Sequence[Form], year: str) -> str:
    """The form that most articles of a year have; of two with as many, the more frequent in all years."""
    return max(forms, key=lambda form: form.years.get(year, 0)).form
